"""Who cannot hold a statement, and whom the encoder sees holding one that no rule gives to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.sources import FELT, source_range
from onrecord.recording.statements.taking import heads_of

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

_ADDRESSING = ("ask", "tell", "question", "press", "inform")
_BY = ("by", "among", "from")


def hold(scene: Scene, candidate: Candidate) -> None:
    """Takes from a candidate the source that cannot be one, and gives one without a source the one that the encoder sees.

    Who is asked, told or accused does not say it, and "reportedly" names nobody.
    """
    if candidate.cue is None:
        return
    cue = scene.marks.between(*candidate.cue)
    passive = [i for i in ([candidate.anchor] if candidate.anchor is not None else cue) if _undergone(scene, i)]
    if passive:
        _leave_to_agents(scene, candidate, passive)
    if _only_adverb(scene, cue):
        candidate.holders, candidate.source = [], None
        return
    if candidate.holders or candidate.source is not None or candidate.carried is not None:
        return
    seen = heads_of(scene, cue, "SPEAKER")
    candidate.holders = [k for k in seen if _is_agent(scene, k)] if passive else seen
    candidate.source = source_range(scene, candidate.holders)


def _undergone(scene: Scene, i: int) -> bool:
    """Whether the word is a passive verb of what somebody else says or asks, with or without its auxiliary ("when asked", "suspected to be")."""
    token = scene.tokens[i]
    if token.upos not in ("VERB", "AUX") or token.lemma in FELT:
        return False
    tagged = token.xpos == "VBN" or (token.lemma in _ADDRESSING and not token.text.endswith("ing"))  # "Asked about …, she said"
    bare = tagged and scene.is_a(i, "advcl", "acl") and not scene.kids(i, "aux", "obj", "nsubj", "aux:pass")
    return scene.is_passive(i) or bare


def _leave_to_agents(scene: Scene, candidate: Candidate, passive: list[int]) -> None:
    """Takes from a passive its holders where none of them does it or holds it by another word ("by the panel", "according to")."""
    if any(scene.tokens[i].lemma in ("quote", "cite") for i in passive):
        return
    if candidate.holders and not any(_is_agent(scene, k) for k in candidate.holders):
        candidate.holders, candidate.source = [], None


def _is_agent(scene: Scene, holder: int) -> bool:
    """Whether the noun stands behind "by" or the like."""
    return scene.tokens[holder].relation == "obl:agent" or scene.case_of(holder) in _BY or scene.case_of(holder).startswith("according")


def _only_adverb(scene: Scene, cue: range) -> bool:
    """Whether the cue is no more than an adverb that leaves open whose word it is ("reportedly", whatever the parse makes of it)."""
    return len(cue) == 1 and cues.cue(scene.tokens[cue[0]].text.lower(), "ADV") is not None
