"""What somebody will not do for another is refused ("will not release the prisoners" is REJECT); what he will agree to is agreed to now ("will comply")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.record.items import PloverType
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_REFUSED: dict[PloverType, str | None] = {
    "RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist", "CONSULT": "meet", "AGREE": None, "SUPPORT": None,
}  # fmt: skip
_NEGATED = frozenset({"REJECT", "THREATEN"})
_WILLING = frozenset({"will", "would", "wo", "'ll", "’ll"})


def refuse(scene: Scene, found: Found) -> None:
    """Turns a cooperative act that its actor will not do into the refusal that it is; the refusal itself is certain, and so is a consent given with "will"."""
    if found.type == "AGREE" and found.verbal and (found.sure.certainty, found.sure.polarity, found.sure.when) == ("certain", "positive", "future") and _is_willing(scene, found):
        found.sure = replace(found.sure, when="present", rule=f"consent.{found.sure.rule}")
        return
    if found.type in _NEGATED and found.sure.polarity == "negative" and _holds_negation(scene, found):
        found.sure = replace(found.sure, polarity="positive", rule=f"refusal.{found.sure.rule}")
        if found.sure.when == "future":  # who will not allow it refuses it now
            found.sure = replace(found.sure, certainty="certain", when="present")
        found.stances = [msgspec.structs.replace(s, polarity="positive", certainty=found.sure.certainty if s.certainty != "possible" else s.certainty) for s in found.stances]
        return
    if found.type not in _REFUSED or found.sure.polarity != "negative" or not found.actors or found.performed is not None:
        return
    if not _is_willing(scene, found):
        return
    found.mode, found.type = _REFUSED[found.type], "REJECT"
    found.rule += ".refused"
    found.sure = replace(found.sure, polarity="positive", certainty="certain", when="present", rule=f"refusal.{found.sure.rule}")
    found.stances = [msgspec.structs.replace(s, polarity="positive", certainty="certain" if s.certainty == found.stances[0].certainty else s.certainty) for s in found.stances]


def _holds_negation(scene: Scene, found: Found) -> bool:
    """Whether "not" is one of the words that express it ("will not tolerate")."""
    return any(scene.tokens[k].lemma.lower() in ("not", "n't", "n’t") for k in found.used)


def _is_willing(scene: Scene, found: Found) -> bool:
    """Whether "will" stands on the event's word or on the one above it."""
    verbs = [found.token, *scene.ancestors(found.token)][:2]
    return any(scene.tokens[k].text.lower() in _WILLING for v in verbs for k in scene.kids(v, "aux"))
