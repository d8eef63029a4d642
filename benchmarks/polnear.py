"""Attributions on PolNeAR dev, from raw text, through the pipeline's statements and through the encoder's marks.

A gold attribution and a found one are paired where their contents share half of their characters (intersection over union, the complementiser
"that" and edge punctuation left out), best first. `content` counts the pairs; `attribution` those whose sources overlap or are
both missing and whose cues overlap or are both missing. PolNeAR has no attribution inside another's content, so a statement `within`
another is not counted as found where the gold has nothing for it.

`polnear.sources` and `polnear.cues`: each by itself, whatever content they go with. The words of a gold source (cue) and of a found one are paired where their
letters and digits share half, best first; attributions without such words are left out on both sides, and so is a found one `within` another that the gold lacks.

`polnear.parts.*`: F1 of the tokens (runs of letters and digits, and every other mark but white space) that lie in any source, cue or content of the
gold and of the encoder's attributions, whichever attribution they belong to; a token counts by its first character.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome, pairs
from benchmarks.system import marks_of, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.record import Record, Span

Range = tuple[int, int]
Parts = tuple[list[Range], list[Range], list[Range]]


class Attributed(NamedTuple):
    """Characters of content, source and cue; `inner` where it lies within another."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    inner: bool = False


def attributions(through: str) -> Iterator[Outcome]:
    """Outcomes `polnear.statements.*` (through the pipeline) or `polnear.marks.*` (through the encoder)."""
    for path in sorted((DATA / "polnear/dev/text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotated = next((DATA / "polnear/dev/attributions").glob(f"{path.stem}*.ann"), None)
        if annotated is None:
            continue
        gold = gold_attributions(annotated, text)
        found = _through_pipeline(text) if through == "statements" else _through_encoder(text)
        yield from score(path.stem, text, gold, found, through)
        if through == "statements":
            yield from (score_words(path.stem, text, gold, found, part) for part in ("sources", "cues"))


def parts() -> Iterator[Outcome]:
    """Outcomes `polnear.parts.source`, `.cue`, `.content`: tokens by what they are part of."""
    for path in sorted((DATA / "polnear/dev/text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotated = next((DATA / "polnear/dev/attributions").glob(f"{path.stem}*.ann"), None)
        if annotated is not None:
            yield from score_parts(path.stem, text, _ranges(annotated), [(a.source, a.cue, a.content) for a in marks_of(text).attributions])


def score_parts(name: str, text: str, gold: list[Parts], found: list[Parts]) -> list[Outcome]:
    """The three outcomes of one text."""
    tokens = [m.start() for m in re.finditer(r"\w+|[^\w\s]", text)]
    out = []
    for number, part in enumerate(("source", "cue", "content")):
        wanted, got = ({i for a in side for s, e in a[number] for i in tokens[bisect_left(tokens, s) : bisect_left(tokens, e)]} for side in (gold, found))
        out.append(Outcome(f"polnear.parts.{part}", name, len(wanted & got), len(got), len(wanted)))
    return out


def score(name: str, text: str, gold: list[Attributed], found: list[Attributed], through: str) -> list[Outcome]:
    """The two outcomes of one text."""
    alike = [(i, j, x) for i, g in enumerate(gold) for j, f in enumerate(found) if (x := _alike(g, f)) >= 0.5]
    chosen = pairs(alike)
    paired = {j for _, j in chosen}
    counted = sum(1 for j, f in enumerate(found) if j in paired or not f.inner)
    content = Outcome(f"polnear.{through}.content", name, len(chosen), counted, len(gold))
    whole = Outcome(f"polnear.{through}.attribution", name, 0, counted, len(gold))
    partner = dict(chosen)
    for i, g in enumerate(gold):
        f = found[partner[i]] if i in partner else None
        right = f is not None and _meets(g.source, f.source) and _meets(g.cue, f.cue)
        whole.right += right
        if f is None:
            content.miss(f"{min(g.content)}", _shown(text, g), None)
        if not right:
            whole.miss(f"{min(g.content)}", _shown(text, g), _shown(text, f) if f else None)
    for j, f in enumerate(found):
        if j not in paired and not f.inner:
            content.miss(f"{min(f.content, default=0)}+", None, _shown(text, f))
    return [content, whole]


def score_words(name: str, text: str, gold: list[Attributed], found: list[Attributed], part: str) -> Outcome:
    """The outcome `polnear.sources` or `polnear.cues` of one text: of all attributions that have such words, those whose letters and digits share half."""

    def words(a: Attributed) -> frozenset[int]:
        return frozenset(i for i in (a.source if part == "sources" else a.cue) if text[i].isalnum())

    wanted = [(a, w) for a in gold if (w := words(a))]
    got = [(a, w) for a in found if (w := words(a))]
    chosen = pairs([(i, j, x) for i, (_, g) in enumerate(wanted) for j, (_, f) in enumerate(got) if (x := len(g & f) / len(g | f)) >= 0.5])
    right = dict(chosen)
    taken = set(right.values())
    counted = [j for j, (a, _) in enumerate(got) if j in taken or not a.inner]
    out = Outcome(f"polnear.{part}", name, len(chosen), len(counted), len(wanted))
    for i, (a, w) in enumerate(wanted):
        if i not in right:
            out.miss(f"{min(w)}", _shown(text, a), None)
    for j in counted:
        if j not in taken:
            out.miss(f"{min(got[j][1])}+", None, _shown(text, got[j][0]))
    return out


def gold_attributions(path: Path, text: str) -> list[Attributed]:
    """The attributions of one brat file that have a content."""
    return [Attributed(_content(text, content), _characters(source), _characters(cue)) for source, cue, content in _ranges(path) if content]


def _ranges(path: Path) -> list[Parts]:
    """Characters of source, cue and content of every attribution of one brat file."""
    spans: dict[str, list[Range]] = {}
    out = []
    stand_off = path.read_text(encoding="utf-8")
    for name, ranges in re.findall(r"^(T\d+)\t\w+ ([\d ;]+)\t", stand_off, re.MULTILINE):
        spans[name] = [(int(a), int(b)) for a, b in (piece.split() for piece in ranges.split(";"))]
    for event in re.findall(r"^E\d+\t(.*)$", stand_off, re.MULTILINE):
        parts: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
        for argument in event.split():
            role, _, identifier = argument.partition(":")
            parts.get(role.rstrip("0123456789"), []).extend(spans.get(identifier, []))
        out.append((parts["Source"], parts["Cue"], parts["Content"]))
    return out


def statements_of(record: Record) -> list[Attributed]:
    """A record's statements in the same form."""
    def ranges(spans: list[Span | None]) -> list[Range]:
        return [(s.start, s.end) for s in spans if s is not None]

    text = record.report.text
    return [
        Attributed(_content(text, ranges([*s.content])), _characters(ranges([s.source])), _characters(ranges([s.cue])), s.within is not None)
        for s in record.statements
    ]


def _through_pipeline(text: str) -> list[Attributed]:
    """Statements, moved back onto `text` where reading changed it (line ends, composed characters)."""
    record = record_of(text)
    if record.report.text == text:
        return statements_of(record)
    moved = _moved(record.report.text, text)

    def back_on(part: frozenset[int]) -> frozenset[int]:
        return frozenset(moved[i] for i in part if i in moved)

    back = [Attributed(back_on(s.content), back_on(s.source), back_on(s.cue), s.inner) for s in statements_of(record)]
    return [s for s in back if s.content]


def _through_encoder(text: str) -> list[Attributed]:
    marks = marks_of(text)
    seen = [Attributed(_content(text, a.content), _characters(a.source), _characters(a.cue)) for a in marks.attributions if a.content]
    return [s for s in seen if s.content]


def _moved(read: str, text: str) -> dict[int, int]:
    """Where each non-space character of the read text stands in the original, word by word; words that differ are left out."""
    a, b = ([(m.start(), m[0]) for m in re.finditer(r"\S+", side)] for side in (read, text))
    same = SequenceMatcher(None, [w for _, w in a], [w for _, w in b], autojunk=False).get_matching_blocks()
    return {a[m.a + n][0] + k: b[m.b + n][0] + k for m in same for n in range(m.size) for k in range(len(a[m.a + n][1]))}


def _content(text: str, ranges: list[Range]) -> frozenset[int]:
    """Characters of a content without a leading "that" and without white space and punctuation, on which corpora differ."""
    kept = set()
    for number, (start, end) in enumerate(sorted(ranges)):
        skipped = len(found[0]) if number == 0 and (found := re.match(r"that\s+", text[start:end])) else 0
        kept |= {i for i in range(start + skipped, end) if text[i].isalnum()}
    return frozenset(kept)


def _characters(ranges: list[Range]) -> frozenset[int]:
    return frozenset(i for a, b in ranges for i in range(a, b))


def _alike(a: Attributed, b: Attributed) -> float:
    both = len(a.content & b.content)
    return both / (len(a.content) + len(b.content) - both) if both else 0.0


def _meets(a: frozenset[int], b: frozenset[int]) -> bool:
    return bool(a & b) or not (a or b)


def _shown(text: str, a: Attributed) -> str:
    parts = [" ".join(text[min(p) : max(p) + 1].split()) if p else "–" for p in (a.source, a.cue, a.content)]
    return f"[{parts[0]}] [{parts[1]}] {parts[2]}"
