"""How sure it is that an event happened, on whose word soever: certainty and polarity (FactBank), time, condition, and the word that decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.recording.events.certainty_walk import walk

if TYPE_CHECKING:
    from onrecord.record.items import Certainty, Polarity, When
    from onrecord.recording.events.certainty_state import State
    from onrecord.recording.statements.scene import Range, Scene

# The encoder's factuality (-3 to 3) below which a plain assertion is doubted, and below which it is taken to be denied.
DOUBTED, DENIED = 0.3, -1.2
SURE = 1.0
# How likely the status must be for such a denial to hold, and how likely certainty may be for such a doubt to.
BORNE, SETTLED = 0.2, 0.5
# How likely it must be that it happened for the encoder to overrule a rule that says otherwise: "allegedly" may be of another word.
BEYOND = 0.9
# The factuality with which it does so whatever the rule says, of a condition or a plan, but for denials and questions.
AGREED = 1.8
# What is asked for, hoped or meant to come: nobody says how likely it is (FactBank's Uu).
UNTOLD = frozenset({"request", "wish", "purpose"})
# Rules that only say what is usual, and the factuality above which the encoder overrules them.
WEAK = frozenset({"purpose", "infinitive"})
BORNE_OUT = 1.7
_AHEAD = frozenset({"future", "infinitive", "asserted"})


@dataclass(frozen=True)
class Sure:
    """The decision on one event.

    `condition` and `cue` are characters: of the clause on which it depends, of the word that decided; null where there is none. `score` is the
    probability that certainty and polarity are right.
    """

    certainty: Certainty
    polarity: Polarity
    when: When
    condition: Range | None
    cue: Range | None
    rule: str
    score: float


def sure_of(scene: Scene, token: int, *, until: int | None = None) -> Sure:
    """How sure the event headed by `token` is on the word of the statement whose cue is `until`; null: in the report's own voice.

    Nothing above the cue counts, and of the cue itself only what it does to its content (to promise, to deny, to suspect), not its own modals.
    """
    state = walk(scene, token, until=until)
    when = state.when
    seen = scene.marks.certainty[token] if token < len(scene.marks.certainty) else None
    certainty, polarity, rule = _mixed(state, seen if until is None else None, scene.marks.status(token))
    if rule == "encoder" and certainty == "certain" and state.otherwise is not None:
        when = state.otherwise
    condition = state.condition
    beyond = scene.marks.status(token).get("certain", 0.0) >= BEYOND and "attempt" not in state.rules and not _says_so(scene, token, state)
    open_ = certainty == "possible" and when != "future" and condition is None
    if beyond and certainty != "certain" and polarity == "positive" and (open_ or (seen is not None and seen >= AGREED and "question" not in state.rules)):
        certainty, polarity, rule, condition = "certain", "positive", "encoder", None
        when = when if when != "future" else state.otherwise
    cue = None if rule == "encoder" else state.cue
    return Sure(certainty, polarity, when or "past", condition, cue, rule, _score(certainty, polarity, rule, seen))


def _says_so(scene: Scene, token: int, state: State) -> bool:
    """Whether the word that decided is tied to the event's own ("a suspected raid", "is said to have shot"): then the rule knows best."""
    near = [*scene.kids(token, "amod", "aux"), *([scene.tokens[token].head] if scene.is_a(token, "xcomp", "ccomp") else [])]
    return state.cue is not None and any(k >= 0 and scene.tokens[k].start == state.cue[0] for k in near)


def seen_as(seen: float | None) -> tuple[Certainty, Polarity] | None:
    """What the encoder's factuality (-3 to 3) by itself amounts to; null where it has none."""
    if seen is None:
        return None
    if seen > SURE:
        return "certain", "positive"
    return ("certain", "negative") if seen < -SURE else ("possible", "positive")


def _mixed(state: State, seen: float | None, status: dict[str, float]) -> tuple[Certainty, Polarity, str]:
    """The rules' decision; the encoder's where no rule has fired and it is far from certain, by its factuality and by how it says that events of whole reports stand (`status`)."""
    if seen is not None and state.rules and WEAK.issuperset(state.rules) and seen > BORNE_OUT:
        return "certain", state.polarity, "encoder"
    if seen is None or state.rules:
        open_ = state.certainty == "possible" and state.polarity == "positive" and state.when == "future" and state.condition is None
        untold = open_ and UNTOLD & set(state.rules) and UNTOLD.union(_AHEAD).issuperset(state.rules)
        return "unknown" if untold else state.certainty, state.polarity, state.rule
    if seen < DENIED and status.get("denied", 1.0) >= BORNE:
        return "certain", "negative", "encoder"
    if seen < DOUBTED and status.get("certain", 0.0) < SETTLED:
        return "possible", "positive", "encoder"
    return state.certainty, state.polarity, state.rule


def _score(certainty: Certainty, polarity: Polarity, rule: str, seen: float | None) -> float:
    """How often a decision of this kind was right."""
    if rule == "encoder":
        return 0.4 if certainty == "possible" else 0.9
    if certainty in ("possible", "probable"):
        return 0.6 if seen is None or seen < 1 else 0.5
    if certainty == "unknown" or polarity == "negative":
        return 0.75
    if rule != "asserted" or seen is None:
        return 0.9
    return 0.98 if seen > 2 else 0.9 if seen > 1 else 0.8
