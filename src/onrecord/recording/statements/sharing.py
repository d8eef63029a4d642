"""The encoder's attributions shared out among cues: it often gives one cue what several say in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.scene import overlap, union

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Range, Scene
    from onrecord.understanding.marks import Attribution

_STRONG = 0.25
_WHILE = frozenset({"as", "while", "after", "before", "when", "since"})


def shared_out(scene: Scene, attribution: Attribution) -> list[tuple[list[Range], list[Range]]]:
    """Cue and content: what belongs to the attribution's own cue, then each piece that belongs to another cue word before it."""
    cue, pieces = union(attribution.cue, gap=2), _pieces(scene, attribution)
    if not cue:
        return [([], pieces)] if pieces else []
    own: list[Range] = []
    others: list[tuple[list[Range], list[Range]]] = []
    edges = union([*cue, *nearest(scene, attribution.source, cue)], gap=2)
    for piece in pieces:
        if _meanwhile(scene, piece, cue):
            continue
        between = _between(piece, edges)
        other = _cue_in(scene, between, outside=[*pieces, *edges]) if between else None
        if other is None and _belongs(scene, piece, cue, edges):
            own.append(piece)
        elif (before := other if piece[0] >= edges[-1][1] else _cue_before(scene, piece)) is not None:
            others.append(([(scene.tokens[before].start, scene.tokens[before].end)], [piece]))
    if own:
        return [(cue, own), *others]
    return others


def _meanwhile(scene: Scene, piece: Range, cue: list[Range]) -> bool:
    """Whether a piece outside quotation marks is a clause of another's saying at the same time ("made the remarks as Cairo confirmed that …")."""
    first = scene.marks.at(piece[0])
    if first is None or first == 0 or scene.quoted_at(*piece) is not None or scene.tokens[first - 1].text.lower() not in _WHILE:
        return False
    verb = scene.tokens[first - 1].head
    word = cues.cue(scene.tokens[verb].lemma, "VERB") if verb >= 0 and scene.is_a(first - 1, "mark") and scene.is_a(verb, "advcl") else None
    over = scene.tokens[verb].head if word is not None and word.strength >= _STRONG else -1
    return over >= 0 and any(start <= scene.tokens[over].start < end for start, end in cue)


def nearest(scene: Scene, sources: list[Range], to: list[Range]) -> list[Range]:
    """Of several sources those in the sentence of this cue or content, the nearest where they stand apart."""
    joined = union(sources, gap=6)
    if len(joined) < 2 or not to:
        return joined
    at = scene.marks.at(to[0][0])
    sentence = scene.marks.sentences[scene.tokens[at].sentence] if at is not None else None
    here = [s for s in joined if sentence is not None and sentence.start <= s[0] < sentence.end] or joined
    return [min(here, key=lambda s: min(abs(s[0] - to[-1][1]), abs(to[0][0] - s[1])))]


def _pieces(scene: Scene, attribution: Attribution) -> list[Range]:
    """The encoder's content, complementiser and edges taken off."""
    pieces: list[Range] = []
    for start, end in union(attribution.content, gap=2):
        first = start + 5 if scene.text[start:end][:5].lower() == "that " else start
        low, high = scene.trim(first, _without_joint(scene, start, end))
        if low < high and (not pieces or not _aside(scene, low)):
            pieces.append((low, high))
    return pieces


def _without_joint(scene: Scene, start: int, end: int) -> int:
    """The end without a preposition, article or conjunction that leads to what follows."""
    for i in reversed(scene.marks.between(start, end)):
        token = scene.tokens[i]
        if token.upos not in ("ADP", "DET", "CCONJ", "SCONJ") or scene.is_a(i, "compound") or token.head < i:
            return max(start, min(end, token.end)) if token.upos != "PUNCT" else end
        end = token.start
    return end


def _aside(scene: Scene, start: int) -> bool:
    """Whether a relative clause begins here: it says more of what stands before, and is the reporter's."""
    at = scene.marks.at(start)
    return at is not None and scene.tokens[at].text.lower() in ("which", "who", "whose", "where")


def _between(piece: Range, edges: list[Range]) -> Range | None:
    """The characters between a piece and the nearest of cue and source; null where they touch."""
    if piece[0] >= edges[-1][1]:
        return edges[-1][1], piece[0]
    if piece[1] <= edges[0][0]:
        return piece[1], edges[0][0]
    return None


def _cue_in(scene: Scene, between: Range, outside: list[Range]) -> int | None:
    """The last cue verb between these characters that is in none of the pieces."""
    found = None
    for i in scene.marks.between(*between):
        token = scene.tokens[i]
        word = cues.cue(token.lemma, token.upos)
        if word is not None and word.pos == "verb" and word.strength >= _STRONG and not overlap([(token.start, token.end)], outside):
            found = i
    return found


def _cue_before(scene: Scene, piece: Range) -> int | None:
    """The cue verb right before a piece in its sentence, "that" or a mark between them."""
    at = first = scene.marks.at(piece[0])
    while at is not None and first is not None and at > 0:
        at -= 1
        token = scene.tokens[at]
        if token.sentence != scene.tokens[first].sentence:
            return None
        word = cues.cue(token.lemma, token.upos)
        if word is not None and word.pos == "verb" and word.strength >= _STRONG:
            return at
        if token.upos != "PUNCT" and token.text.lower() != "that":
            return None
    return None


def _belongs(scene: Scene, piece: Range, cue: list[Range], edges: list[Range]) -> bool:
    """Whether a piece can be this cue's: in its sentence or quoted; before a participle ("..., saying") only where it is quoted."""
    if scene.quoted_at(*piece) is not None:
        return True
    at, here = scene.marks.at(cue[0][0]), scene.marks.at(piece[0])
    if at is None or here is None:
        return True
    if scene.tokens[at].sentence != scene.tokens[here].sentence:
        between = _between(piece, edges)
        return between is not None and not re.search(r"[\w.!?]", scene.text[slice(*between)].replace("that ", ""))
    if (
        piece[1] <= edges[0][0]
        and "," not in scene.text[piece[1] : edges[0][0]]
        and not any(scene.is_passive(i) for a, b in cue for i in scene.marks.between(a, b))
    ):
        return False
    participle = (
        any(scene.tokens[i].xpos == "VBG" for a, b in cue for i in scene.marks.between(a, b)) and len(scene.text[cue[0][0] : cue[-1][1]].split()) == 1
    )
    return not (participle and piece[1] <= edges[0][0])
