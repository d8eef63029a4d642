"""How far a content reaches: whole quotations, no cue inside, no paragraph crossed, further quoted sentences of the same paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.statements.beside import BELOW
from onrecord.recording.statements.saying import day_between
from onrecord.recording.statements.scene import overlap, union, without
from onrecord.recording.statements.speakers import anonymity_of
from onrecord.recording.turns import RULE as TURN

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.quotations import Quotation
    from onrecord.recording.statements.scene import Range, Scene


def settle(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Corrects every content in place; candidates left without content are dropped."""
    for candidate in candidates:
        apart = candidate.rule in (TURN, BELOW)  # a turn's marks may have been opened before the label
        candidate.content = tidy(scene, candidate.content) if apart else _settled(scene, candidate, candidates)
    return [c for c in candidates if c.content]


def _settled(scene: Scene, candidate: Candidate, others: list[Candidate]) -> list[Range]:
    home = scene.paragraph_of(candidate.cue[0] if candidate.cue else candidate.start)
    pieces: list[Range] = []
    low, high = scene.paragraphs[home] if home is not None else (0, len(scene.text))
    for piece in candidate.content:
        start, end = max(piece[0], low), min(piece[1], high)
        if start < end:
            pieces.extend(_with_quotations(scene, (start, end), candidate, others))
    for own in (candidate.cue, candidate.source):
        if own is not None and candidate.rule not in ("headline", "phrase.adverb") and not _needed(own, pieces, candidate):
            pieces = without(pieces, own)
    for aside in (anonymity_of(scene, candidate), day_between(scene, candidate)):
        pieces = without(pieces, aside)
    if candidate.rule == "phrase.adverb" and candidate.cue:
        pieces = without(pieces, candidate.cue)
    return tidy(scene, _without_circumstance(scene, candidate, _at_closing_mark(scene, pieces)))


def _without_circumstance(scene: Scene, candidate: Candidate, pieces: list[Range]) -> list[Range]:
    """After a whole quotation and its cue, a phrase ("at the ministry in Lima") or participle ("using the short name") tells how it was said, not what."""
    if candidate.cue is None or not any(q.closed and (q.start, q.end) in pieces for q in scene.outer_near(pieces)):
        return pieces
    said = [p for p in pieces if p[0] < candidate.cue[1] or scene.quoted_at(*p) or any(q.start >= p[0] and q.end <= p[1] for q in scene.outer_near([p])) or _has_clause(scene, p)]
    return said or pieces


def _has_clause(scene: Scene, piece: Range) -> bool:
    """Whether there is a verb in the piece, and it does not open with a participle."""
    inside = scene.marks.between(*piece)
    return any(scene.tokens[i].upos in ("VERB", "AUX") for i in inside) and scene.tokens[inside[0]].xpos != "VBG"


def _at_closing_mark(scene: Scene, pieces: list[Range]) -> list[Range]:
    """A piece that opens with a quotation ends with it where a comma follows its closing mark: what comes then is the reporter's."""
    out = []
    for start, end in pieces:
        opening = next((q for q in scene.outer_near([(start, end)]) if q.start == start and q.closed and q.end < end), None)
        if opening is not None and re.match(r"\s*,\s", scene.text[opening.end : end]) and scene.quoted_at(*_last_word(scene, start, end)) is None:
            out.append((start, opening.end))
        else:
            out.append((start, end))
    return out


def _last_word(scene: Scene, start: int, end: int) -> Range:
    high = scene.trim(start, end)[1]
    return high - 1, high


def _needed(own: Range, pieces: list[Range], candidate: Candidate) -> bool:
    """Whether cutting this out would cut the content of a passive or object frame to shreds."""
    return candidate.rule == "verb.s" and own == candidate.source and overlap([own], pieces) > 0


def _with_quotations(scene: Scene, piece: Range, candidate: Candidate, others: list[Candidate]) -> list[Range]:
    """The piece, with every quotation that it enters taken whole unless the cue stands inside that quotation."""
    out = [piece]
    for quotation in scene.outer_near([piece]):
        if not overlap([piece], [(quotation.start, quotation.end)]):
            continue
        if candidate.cue is not None and quotation.covers(*candidate.cue):
            inner = quotation.inner
            out = [(max(a, inner[0]), min(b, inner[1])) for a, b in out if max(a, inner[0]) < min(b, inner[1])]
            continue
        out = union([*out, _reach(scene, quotation, candidate, others)], gap=1)
    return out


def _reach(scene: Scene, quotation: Quotation, candidate: Candidate, others: list[Candidate]) -> Range:
    """The quotation, cut before a cue where its closing mark was lost."""
    end = quotation.end
    if not quotation.closed:
        for other in (candidate, *others):
            for words in (other.source, other.cue):
                if (
                    words is not None
                    and quotation.start < words[0] < end
                    and overlap([words], [(quotation.start, end)])
                    and other.anchor == candidate.anchor
                ):
                    end = words[0]
    return quotation.start, end


def tidy(scene: Scene, pieces: list[Range]) -> list[Range]:
    """Pieces joined, trimmed at their edges, balanced in their quotation marks, the empty ones dropped."""
    out = []
    for start, end in union(pieces, gap=1):
        low, high = _trimmed(scene, start, end)
        if low < high and any(c.isalnum() for c in scene.text[low:high]):
            out.append((low, high))
    return out


def _trimmed(scene: Scene, start: int, end: int) -> Range:
    """Trims, but keeps the punctuation that stands inside a closing mark; drops a mark whose partner lies outside."""
    text = scene.text
    near = scene.quotations_near([(start, end)])
    starts, ends = {q.start: q for q in near}, {q.end: q for q in near}
    for _ in range(4):
        start, end = _strip(scene, start, end)
        opening = starts.get(start)
        if opening is not None and opening.closed and opening.end > end and opening.end <= end + 2:
            end = opening.end
        if opening is not None and opening.closed and opening.end > end:
            start = opening.inner[0]
        closing = ends.get(end)
        if closing is not None and closing.closed and closing.start < start and end - closing.inner[1] < 3:
            end = closing.inner[1]
        if end - start > 1 and text[start] in "”»)":
            start += 1
    return start, end


def _strip(scene: Scene, start: int, end: int) -> Range:
    near = scene.quotations_near([(start, end)])
    if any(q.end == end for q in near):
        low, _ = scene.trim(start, end)
        return low, end
    low, high = scene.trim(start, end)
    for q in near:
        if q.end == high + 1 or (q.start >= start and q.end <= end and high < q.end <= high + 2):
            return low, q.end
    return low, high


def ends_quoted(scene: Scene, candidate: Candidate) -> bool:
    """Whether this content has a quotation in it."""
    return any(overlap(candidate.content, [(q.start, q.end)]) for q in scene.outer_near(candidate.content))


def is_speech(scene: Scene, quotation: Quotation) -> bool:
    """Whether a quotation that nobody claims is speech: a sentence of its own, or long and closed as a sentence is."""
    inner = scene.text[slice(*quotation.inner)].strip()
    words = inner.split()
    verbs = any(scene.tokens[i].upos in ("VERB", "AUX") for i in scene.marks.between(*quotation.inner))
    whole = bool(re.search(r"(^|[.!?:,][\"”’')]*)\s*$", scene.text[max(0, quotation.start - 4) : quotation.start]))
    closed = inner[-1:] in ".,!?…"
    return len(words) >= 3 and verbs and ((whole and closed) or (whole and len(words) >= 8) or (closed and len(words) >= 8))
