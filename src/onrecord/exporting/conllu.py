"""Marks as CoNLL-U: every character that is no white space stands in a token, names stand in MISC, positions in `TokenRange`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Report
    from onrecord.understanding.marks import Marks, Token

_NAMES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "FACILITY": "FAC"}


def conllu(report: Report, marks: Marks) -> str:
    """The sentences of a report as CoNLL-U, a blank line after each; empty where nothing was marked.

    `# newdoc id` is the report's id, `# newpar` opens a block; SpaceAfter, TokenRange (characters of the report's text) and NER (BIO) stand in MISC.
    """
    if not marks.tokens:
        return ""
    tokens = _covering(report.text, marks.tokens)
    names = _names(marks)
    starts = {block.start for block in report.blocks}
    lines = [f"# newdoc id = {report.id}"]
    for number, (first, last) in enumerate(_sentences(tokens), 1):
        if any(tokens[first].start <= start < tokens[last - 1].end for start in starts) or number == 1:
            lines.append("# newpar")
        lines += [f"# sent_id = {report.id[:12]}-{number}", f"# text = {_flat(report.text[tokens[first].start : tokens[last - 1].end])}"]
        lines += _rows(report.text, tokens, first, last, names)
        lines.append("")
    return "\n".join(lines) + "\n"


def _covering(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with characters that none of them covers added to the one before (to the first, where none is before)."""
    out: list[Token] = []
    for i, token in enumerate(tokens):
        start = token.start
        if i == 0:
            start -= len(text[:start].lstrip())
        until = tokens[i + 1].start if i + 1 < len(tokens) else len(text)
        end = max(token.end, token.start + len(text[token.start : until].rstrip())) if until > token.start else token.end
        if token.surface is not None:
            more = end > token.end and (i + 1 == len(tokens) or tokens[i + 1].surface != token.surface)
            surface = (token.surface[0], max(token.surface[1], end) if more else token.surface[1])
            token = msgspec.structs.replace(token, surface=surface)  # noqa: PLW2901
        out.append(msgspec.structs.replace(token, start=start, end=end, text=text[start:end]))
    return out


def _sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens[i].sentence != tokens[first].sentence:
            yield first, i
            first = i


def _names(marks: Marks) -> dict[int, str]:
    """B and I labels by token; of names that share a token the longest counts."""
    out: dict[int, str] = {}
    for name in sorted(marks.names, key=lambda n: (n.start - n.end, n.start)):
        inside = marks.between(name.start, name.end)
        if not any(i in out for i in inside):
            label = _NAMES.get(name.label, name.label)
            out.update({i: f"{'B' if i == inside.start else 'I'}-{label}" for i in inside})
    return out


def _rows(text: str, tokens: list[Token], first: int, last: int, names: dict[int, str]) -> Iterator[str]:
    heads = _heads(tokens, first, last)
    i = first
    while i < last:
        surface, words = tokens[i].surface, 1
        while surface is not None and i + words < last and tokens[i + words].surface is not None and tokens[i + words].start < surface[1]:
            words += 1
        if surface is not None and words > 1:
            start, end = tokens[i].start, max(surface[1], tokens[i + words - 1].end)
            misc = _misc(text, start, end, None)
            yield "\t".join((f"{i - first + 1}-{i - first + words}", _flat(text[start:end]), *"_______", misc))
        for k in range(i, i + words):
            token, (head, relation) = tokens[k], heads[k - first]
            name = f"NER={names[k]}" if k in names else None
            misc = _misc(text, token.start, token.end, name, spaced=words == 1)
            seen = (_flat(token.text), _flat(token.lemma), token.upos or "X", token.xpos or "_")
            yield "\t".join((str(k - first + 1), *seen, "_", str(head), relation, "_", misc))
        i += words


def _misc(text: str, start: int, end: int, name: str | None, *, spaced: bool = True) -> str:
    """MISC of a line; the words of a range (not `spaced`) do not say whether a space follows, the range does."""
    joined = "SpaceAfter=No" if spaced and end < len(text) and not text[end].isspace() else None
    return "|".join(filter(None, (name, joined, f"TokenRange={start}:{end}")))


def _heads(tokens: list[Token], first: int, last: int) -> list[tuple[int, str]]:
    """Head (from 1, 0 for the root) and relation of each word of a sentence: one root, no head outside, no circle."""
    roots = [k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k]
    root = roots[0] if roots else first
    out = []
    for k in range(first, last):
        head = tokens[k].head
        if k == root:
            out.append((0, "root"))
        elif k in roots or not _reaches(tokens, k, root, last - first):
            out.append((root - first + 1, "parataxis"))
        else:
            relation = tokens[k].relation
            out.append((head - first + 1, relation if relation and relation != "root" else "dep"))
    return out


def _reaches(tokens: list[Token], word: int, root: int, steps: int) -> bool:
    """Whether the heads above `word` lead to `root`, or to another word without a head in its sentence."""
    for _ in range(steps):
        if word == root or tokens[word].head < 0 or tokens[word].sentence != tokens[root].sentence:
            return True
        word = tokens[word].head
    return False


def _flat(words: str) -> str:
    """Words for a field of one line: white space as single spaces, "_" where nothing is left."""
    return " ".join(words.split()) or "_"
