"""Whose word a clause is: by the predicted tree (the clause that a verb or adjective governs, and that word's subject), and by the encoder's own head."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.understanding.marks import Attribution
from onrecord.understanding.phrases import mention

if TYPE_CHECKING:
    from onrecord.understanding.marks import Marks, Name

_LENT = ("conj", "xcomp", "advcl")  # a word so related has the subject of the one above it where it has none
_UP = 4
_SURE = 0.6
_NEAR = 80  # characters


def governed(marks: Marks) -> list[Attribution]:
    """One attribution for each governed clause whose governor has a subject; what is joined to the clause is left out of it."""
    out = []
    for i, token in enumerate(marks.tokens):
        clause = next((k for k in marks.children[i] if _relation(marks, k) == "ccomp"), None)
        subject = _subject(marks, i)
        if clause is None or subject is None:
            continue
        joined = {j for k in marks.children[clause] if _relation(marks, k) in ("conj", "parataxis") for j in marks.subtree(k)}
        inside = [j for j in marks.subtree(clause) if j not in joined]
        ranges: list[tuple[int, int]] = []
        for n, j in enumerate(inside):
            start = ranges.pop()[0] if n and inside[n - 1] == j - 1 else marks.tokens[j].start
            ranges.append((start, marks.tokens[j].end))
        out.append(Attribution([mention(marks, subject)], [(token.start, token.end)], ranges, 1.0))
    return out


def sourced(marks: Marks) -> list[Attribution]:
    """Governed clauses that the encoder marks as someone's word, and the clauses it is sure of where no tree governs one, with the nearest source it marks."""
    clauses = [n for n in marks.sourced if n.label == "CONTENT"]
    sources = [n for n in marks.sourced if n.label == "SOURCE"]
    out = [a for a in governed(marks) if any(_touch(a, c) for c in clauses)]
    trees = len(out)
    for clause in clauses:
        near = min(sources, key=lambda s: _apart(s, clause), default=None)
        if near is None or clause.score < _SURE or _apart(near, clause) > _NEAR or any(_touch(a, clause) for a in out[:trees]):
            continue
        out.append(Attribution([(near.start, near.end)], [], [(clause.start, clause.end)], clause.score))
    return out


def with_subjects(marks: Marks) -> list[Attribution]:
    """The encoder's attributions, those without a source with the subject of their cue where it is marked as a source of another, a name or a personal pronoun.

    A piece of text points at one cue only: of "the minister denied it and accused us of …" the minister is marked as the source of one of the two.
    """
    sources = sorted(r for a in marks.attributions for r in a.source)
    starts = [s for s, _ in sources]
    out = []
    for a in marks.attributions:
        source = _subject_of_cue(marks, a, sources, starts) if a.cue and a.content and not a.source else None
        alone = source is not None and not any(s < source[1] and source[0] < e for s, e in (*a.cue, *a.content))
        out.append(Attribution([source], a.cue, a.content, a.score) if source is not None and alone else a)
    return out


def _subject_of_cue(marks: Marks, a: Attribution, sources: list[tuple[int, int]], starts: list[int]) -> tuple[int, int] | None:
    head = marks.head_of(*a.cue[0])
    subject = _subject(marks, head) if head is not None else None
    if subject is None:
        return None
    token = marks.tokens[subject]
    before = bisect_right(starts, token.start) - 1
    if before >= 0 and token.start < sources[before][1]:
        return sources[before]
    return mention(marks, subject) if token.upos == "PROPN" or token.xpos in ("PRP", "WP") else None


def _touch(a: Attribution, clause: Name) -> bool:
    return any(s < clause.end and clause.start < e for s, e in a.content)


def _apart(source: Name, clause: Name) -> int:
    """Characters between them."""
    return max(clause.start - source.end, source.start - clause.end)


def _subject(marks: Marks, token: int) -> int | None:
    """The subject of a word, its own or that of the word it hangs from; of a participle after a noun, that noun."""
    for _ in range(_UP):
        own = next((k for k in marks.children[token] if _relation(marks, k) == "nsubj"), None)
        if own is not None:
            return own
        if _relation(marks, token) == "acl":
            return marks.tokens[token].head
        if _relation(marks, token) not in _LENT:
            return None
        token = marks.tokens[token].head
    return None


def _relation(marks: Marks, token: int) -> str:
    return marks.tokens[token].relation.partition(":")[0]
