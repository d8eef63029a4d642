"""When and where an event happened and how many it touched: by its own clause, else nothing. What an act of speech says tells nothing of where it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Dated, Located
from onrecord.recording.statements.scene import overlap

if TYPE_CHECKING:
    from onrecord.record import Place, Quantity, Statement, Time
    from onrecord.record.items import PloverType
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_COUNTED: dict[str, frozenset[str]] = {
    "ASSAULT": frozenset({"killed", "wounded", "casualties", "weapons", "displaced"}),
    "COERCE": frozenset({"arrested", "weapons", "money", "displaced"}),
    "MOBILIZE": frozenset({"deployed", "weapons"}),
    "PROTEST": frozenset({"participants"}),
    "AID": frozenset({"money", "deployed", "weapons", "displaced"}),
    "SANCTION": frozenset({"money", "arrested"}),
    "RETREAT": frozenset({"deployed", "weapons", "arrested"}),
}  # fmt: skip
_UNTOLD: dict[str, frozenset[str]] = {"restrict": frozenset({"arrested"}), "seize": frozenset({"arrested"})}
_SUFFERED: dict[str, frozenset[str]] = {
    "killed": frozenset({"kill", "murder", "die", "execute", "massacre", "slaughter", "behead", "assassinate", "killing"}),
    "wounded": frozenset({"wound", "injure", "hurt", "maim"}),
}  # fmt: skip
_DASHES = frozenset({"-", "--", "–", "—"})
_WITHIN = frozenset({"in", "at", "near", "on", "into", "to", "from", "outside", "inside", "across", "around", "over", "through", "throughout", "along", "off", "of"})


def time_of(scene: Scene, found: Found, times: list[Time], cues: list[Statement]) -> Dated:
    """The time that hangs from the event's word or its clause; a time that hangs from the cue of a statement is that of the saying."""
    near = _hanging(scene, found, [(t.start, t.end, t.id) for t in times if t.kind in ("date", "time")], cues)
    by_id = {t.id: t for t in times}
    if near is not None:
        time = by_id[near]
        return Dated(value=time.value, ref=time.id, basis="text")
    return Dated()


def place_of(scene: Scene, found: Found, places: list[Place], cues: list[Statement]) -> Located:
    """The place that hangs from the event's word or its clause, innermost first; never the dateline's by default."""
    mentions = [(m.start, m.end, p.id) for p in places for m in p.mentions]
    near = _hanging(scene, found, mentions, cues, prepositions=True)
    if near is not None:
        return Located(ref=near, basis="text")
    return Located()


def _hanging(scene: Scene, found: Found, spans: list[tuple[int, int, str]], cues: list[Statement], *, prepositions: bool = False) -> str | None:
    """The id of the span that hangs nearest to the event: steps up the tree count more than characters."""
    tokens = scene.tokens
    sentence = tokens[found.token].sentence
    up = _way_up(scene, found)
    barred = _cue_tokens(scene, found.token, cues)
    best: tuple[int, int, str] | None = None
    said = [(c.start, c.end) for c in found.performed.content] if found.performed is not None else []
    for start, end, key in spans:
        if overlap(said, [(start, end)]):
            continue
        head = scene.marks.head_of(start, end)
        if head is None or tokens[head].sentence != sentence:
            continue
        if prepositions and not _placed(scene, head):
            continue
        steps = _steps(scene, _this_side(scene, head), up, barred)
        if not prepositions and _follows(scene, found.token, start):
            steps = 0
        if steps is None:
            continue
        rank = (steps, abs(start - tokens[found.token].start), key)
        if best is None or rank < best:
            best = rank
    return best[2] if best is not None else None


def _way_up(scene: Scene, found: Found) -> list[int]:
    """The event's word, a participle that is one of its words ("a lawsuit filed on Sunday"), and what stands above."""
    own = [k for k in sorted(found.used) if k != found.token and scene.is_a(k, "acl") and scene.tokens[k].head == found.token]
    return [*own, found.token, *scene.ancestors(found.token)]


def _follows(scene: Scene, noun: int, start: int) -> bool:
    """Whether a time stands right behind the event noun's phrase ("his visit to Peru in 2018"), whatever the parse hangs it from."""
    if scene.tokens[noun].upos != "NOUN":
        return False
    last = max(scene.marks.subtree(noun))
    after = scene.tokens[last + 1 : last + 3]
    return len(after) == 2 and after[0].text.lower() in ("in", "on") and after[1].start == start


def _this_side(scene: Scene, head: int) -> int:
    """The word itself, or, where the parse hangs it beyond a dash that follows it, the last verb before it."""
    above = scene.tokens[head].head
    if above > head and any(scene.tokens[i].text in _DASHES for i in range(head, above)):
        first = scene.marks.sentences[scene.tokens[head].sentence].first
        return next((i for i in range(head - 1, first, -1) if scene.tokens[i].upos == "VERB"), head)
    return head


def _steps(scene: Scene, head: int, up: list[int], barred: set[int]) -> int | None:
    """How many clauses above the event the span's governor stands, null where it belongs to another clause or to a cue."""
    path = [head, *scene.ancestors(head)]
    meeting = next((i for i in path if i in up), None)
    if meeting is None or meeting in barred:
        return None
    for i in path[: path.index(meeting)]:
        if scene.tokens[i].upos in ("VERB", "AUX") and scene.is_a(i, "conj", "ccomp", "advcl", "acl", "parataxis", "xcomp"):
            return None
    climbed = up[: up.index(meeting)]
    if any(i in barred for i in climbed):
        return None
    return sum(scene.is_a(i, "ccomp", "advcl", "acl", "conj", "parataxis", "xcomp") for i in climbed)


def _cue_tokens(scene: Scene, token: int, cues: list[Statement]) -> set[int]:
    """Tokens of cues in this sentence, those of the event's own word excepted."""
    out: set[int] = set()
    for statement in cues:
        if statement.cue is not None:
            out.update(i for i in scene.marks.between(statement.cue.start, statement.cue.end) if i != token and scene.tokens[i].upos in ("VERB", "NOUN", "ADJ", "AUX"))
    return out


def _placed(scene: Scene, head: int) -> bool:
    """Whether the name stands as a place: after a preposition, or before the event noun it belongs to."""
    case = scene.case_of(head)
    if case:
        return case.split()[0] in _WITHIN
    return scene.is_a(head, "compound", "nmod", "appos", "obl", "conj", "flat", "obj")


def quantities_of(scene: Scene, found: Found, type_: PloverType, quantities: list[Quantity]) -> list[str]:
    """Figures in the event's clause that count what such an event counts, and those of its own parties."""
    low, high = found.evidence
    counted = _COUNTED.get(type_, frozenset()) - _UNTOLD.get(found.mode or "", frozenset())
    heads = {*found.parties.actors, *found.parties.recipients, *(k for k in found.used if k != found.token and scene.tokens[k].upos == "NOUN")}
    told = {name for name, words in _SUFFERED.items() if any(scene.tokens[k].lemma.lower() in words for k in {found.token, *found.used})}
    own = next(iter(told)) if len(told) == 1 else None
    out = []
    for q in quantities:
        head = scene.marks.head_of(q.start, q.end)
        of_party = head is not None and (head in heads or scene.tokens[head].head in heads)
        if own is not None and q.counts in _SUFFERED and q.counts != own:
            continue  # the wounded are not those killed
        itself = own is not None and q.counts == own and q.start <= scene.tokens[found.token].start < q.end
        if itself or of_party or (low <= q.start and q.end <= high and q.counts in counted):
            out.append(q.id)
    return out
