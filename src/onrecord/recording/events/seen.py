"""Events that the encoder sees in words of which the lexicon knows nothing, or nothing that fits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.events import clauses
from onrecord.recording.events.draft import Found
from onrecord.recording.events.parties import Parties
from onrecord.recording.statements.taking import heads_of

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

LEAST = 0.3
RULE = "events.encoder"
VERBAL = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_BESIDE = 3  # words that tell one event stand no further apart than this


def unlisted(scene: Scene, found: list[Found], words: list[int]) -> list[Found]:
    """One for each group of words that most likely tell an event of one type, where no event of `found` has them; `words` are the tokens that may."""
    taken = {k for f in found for k in (f.token, *f.used)}
    likely = []
    for i in words:
        type_, p = best(scene, i)
        if type_ is not None and p >= LEAST and i not in taken:
            likely.append((p, i, type_))
    out: list[Found] = []
    for _, i, type_ in sorted(likely, key=lambda x: (-x[0], x[1])):
        if any(_one(scene, i, f) and f.type == type_ for f in (*found, *out)):
            continue
        token = scene.tokens[i]
        out.append(
            Found(
                token=i, trigger=(token.start, token.end), evidence=clauses.clause_range(scene, i), type=type_, mode=None, rule=f"{RULE}.{type_}", score=0.0,  # type: ignore[arg-type]
                parties=Parties(heads_of(scene, [i], "ACTOR"), heads_of(scene, [i], "RECIPIENT")), used={i}, verbal=type_ in VERBAL,
            )
        )
    return out


def best(scene: Scene, token: int) -> tuple[str | None, float]:
    """The likeliest type of event that the word tells, and how likely it is."""
    types = scene.marks.types[token] if token < len(scene.marks.types) else {}
    return max(((t, p) for t, p in types.items() if t != "NONE"), key=lambda x: x[1], default=(None, 0.0))


def _one(scene: Scene, i: int, found: Found) -> bool:
    """Whether the word tells what this event's words tell: one hangs from the other, or they stand side by side in one sentence."""
    k = found.token
    if scene.tokens[i].sentence != scene.tokens[k].sentence:
        return False
    return i in found.used or scene.tokens[i].head == k or scene.tokens[k].head == i or abs(i - k) <= _BESIDE
