"""Puts the parse's candidates and the encoder's attributions together: one candidate for each act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.scene import iou, overlap, size, union
from onrecord.recording.statements.sources import source_range

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.recording.statements.scene import Range, Scene
    from onrecord.understanding.marks import Attribution

LEAST = 0.25
_SAME = 0.75
_EMPTY = frozenset({"that", "it", "which", "what", "this", "so", "who", "him", "her", "them", "themselves", "itself"})


def merge(scene: Scene, parsed: list[Candidate]) -> list[Candidate]:
    """Parsed candidates, each with what the encoder thinks of it, and those that only the encoder saw, in order of position."""
    out = _distinct(parsed)
    for attribution in scene.marks.attributions:
        content = _content(scene, attribution)
        if attribution.score < LEAST or not content:
            continue
        match = _match(out, attribution, content)
        if match is not None:
            _agree(scene, match, attribution, content)
        elif (found := _alone(scene, attribution, content)) is not None:
            out.append(found)
    return sorted(_distinct(out), key=lambda c: (c.start, -c.end))


def _match(candidates: list[Candidate], attribution: Attribution, content: list[Range]) -> Candidate | None:
    """The candidate with this cue, of several the one whose content fits best; without cue the one with this content."""
    if attribution.cue:
        same = [c for c in candidates if c.cue is not None and overlap([c.cue], attribution.cue)]
    else:
        same = [c for c in candidates if c.cue is None and iou(c.content, content) >= 0.5]
    return max(same, key=lambda c: iou(c.content, content), default=None)


def _agree(scene: Scene, candidate: Candidate, attribution: Attribution, content: list[Range]) -> None:
    """Takes from the encoder what the parse lacks: a source, or a content that the parse has missed by far."""
    candidate.seen = max(candidate.seen, attribution.score)
    if attribution.source and (candidate.source is None or not overlap([candidate.source], attribution.source)):
        holders = _heads(scene, attribution.source)
        if holders and (candidate.source is None or attribution.score >= 0.6):
            candidate.holders, candidate.source = holders, source_range(scene, holders) or attribution.source[0]
    common = overlap(candidate.content, content)
    if common / max(1, size(candidate.content)) < 0.5 or common / max(1, size(content)) < 0.5:
        direct = any(scene.quoted_at(*piece) for piece in candidate.content)
        if attribution.score >= 0.5 and not direct:
            candidate.content = content


def _alone(scene: Scene, attribution: Attribution, content: list[Range]) -> Candidate | None:
    """A candidate for what only the encoder saw."""
    cue = union(attribution.cue, gap=2)
    anchor, word = _cue_word(scene, cue)
    if not scene.paragraph_of(content[0][0]) and scene.paragraph_of(content[0][0]) is None:
        return None
    holders = _heads(scene, attribution.source)
    if not holders and anchor is None:
        return None
    source = source_range(scene, holders) or (union(attribution.source, gap=2)[0] if attribution.source else None)
    text = [scene.text[a:b].strip().lower() for a, b in content]
    if all(piece in _EMPTY for piece in text):
        return None
    return Candidate(
        anchor=anchor, cue=max(cue, key=lambda r: r[1] - r[0]) if cue else None, source=source, content=content, act=word.act if word else "say",
        rule="encoder", word=word, holders=holders, distance=word.distance if word else "neutral", seen=attribution.score,
    )  # fmt: skip


def _cue_word(scene: Scene, cue: list[Range]) -> tuple[int | None, Cue | None]:
    """The token of the cue that is a cue word (verbs first), else its first verb, noun or adjective."""
    inside = [i for a, b in cue for i in scene.marks.between(a, b)]
    known = [(i, word) for i in inside if (word := cues.cue(scene.tokens[i].lemma, scene.tokens[i].upos)) is not None]
    if known:
        return max(known, key=lambda pair: (pair[1].pos == "verb", pair[1].strength))
    plain = [i for i in inside if scene.tokens[i].upos in ("VERB", "NOUN", "ADJ")] or inside
    return (plain[0], None) if plain else (None, None)


def _heads(scene: Scene, ranges: list[Range]) -> list[int]:
    """Head tokens of the noun phrases in these ranges."""
    out: list[int] = []
    for start, end in union(ranges, gap=2):
        head = scene.marks.head_of(start, end)
        if head is not None:
            out.append(head)
            out.extend(i for i in scene.kids(head, "conj") if scene.tokens[i].end <= end)
    return out


def _content(scene: Scene, attribution: Attribution) -> list[Range]:
    """The encoder's content, complementiser and edges taken off."""
    pieces: list[Range] = []
    for start, end in union(attribution.content, gap=2):
        words = scene.text[start:end]
        if words[:5].lower() == "that " and not pieces:
            start += 5
        low, high = scene.trim(start, end)
        if low < high:
            pieces.append((low, high))
    return pieces


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates without those that repeat another: same anchor, or nearly the same content on the same word of the same source."""
    out: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -(c.parse + c.seen)):
        twin = next((c for c in out if _twins(c, candidate)), None)
        if twin is None:
            out.append(candidate)
        elif twin.cue is not None and candidate.cue is not None and twin.act == candidate.act == "decline":
            twin.cue = (min(twin.cue[0], candidate.cue[0]), max(twin.cue[1], candidate.cue[1]))
    return out


def _twins(one: Candidate, other: Candidate) -> bool:
    if one.anchor is not None and one.anchor == other.anchor:
        return True
    if one.cue is not None and other.cue is not None and overlap([one.cue], [other.cue]):
        return iou(one.content, other.content) > 0.5
    return iou(one.content, other.content) > _SAME and one.source == other.source
