"""Attributions that a noun makes: "X's claim that", "a warning of", "expressed concern about", "a proposal to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.contents import content_of
from onrecord.recording.statements.sources import holders_of_verb, owners_of_noun, source_range

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.recording.statements.scene import Scene

SUPPORT = frozenset(
    {
        "express",
        "voice",
        "lodge",
        "issue",
        "make",
        "raise",
        "give",
        "offer",
        "file",
        "release",
        "reiterate",
        "repeat",
        "renew",
        "have",
        "reaffirm",
        "send",
        "present",
        "hold",
        "share",
        "receive",
        "take",
        "pose",
        "level",
    }
)
_VOICED = frozenset({"express", "voice", "raise", "share", "reiterate", "repeat"})  # a concern that is raised is said
FIRST = frozenset({"i", "we", "you", "us", "me", "my", "our", "your"})
_BARE = frozenset({"statement", "report", "announcement", "comment", "remark", "question", "plan", "decision", "order", "support", "argument"})


def from_nouns(scene: Scene) -> list[Candidate]:
    """One candidate for each cue noun that has a holder and something held, in order."""
    out = []
    for i, token in enumerate(scene.tokens):
        word = cues.cue(token.lemma, "NOUN") if _is_noun(scene, i) else None
        if word is None or not scene.readable(i) or scene.is_a(i, "compound", "fixed"):
            continue
        found = _read(scene, i, word)
        if found is not None:
            out.append(found)
    return out


def _is_noun(scene: Scene, i: int) -> bool:
    """Whether the word is a noun by its tag, or stands after a possessive with no noun to come ("its opposition to")."""
    if scene.tokens[i].upos == "NOUN":
        return True
    if scene.tokens[i].upos != "ADJ" or i == 0 or scene.tokens[i - 1].xpos not in ("PRP$", "POS"):
        return False
    after = scene.tokens[i + 1] if i + 1 < len(scene.tokens) else None
    return after is None or after.head == scene.tokens[i].head or after.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ")


def _read(scene: Scene, noun: int, word: Cue) -> Candidate | None:
    content = content_of(scene, noun, word)
    if content is None or (content.frame == "p" and word.lemma in _BARE):
        return None
    head = scene.tokens[noun].head
    supported = head >= 0 and scene.is_a(noun, "obj") and scene.tokens[head].lemma in SUPPORT and scene.tokens[head].upos == "VERB"
    holders = holders_of_verb(scene, head) if supported else owners_of_noun(scene, noun)
    if supported and scene.tokens[head].lemma == "receive":
        holders = owners_of_noun(scene, noun)
    if not holders and content.frame != "c":
        return None
    if holders and scene.tokens[holders[0]].text.lower() in FIRST:
        return None
    act = word.act
    if content.preposition is not None:
        act = word.act_with(scene.tokens[content.preposition].text.lower()) or act
    if supported and act == "believe" and scene.tokens[head].lemma in _VOICED:
        act = "say"
    low = head if supported and 0 < noun - head <= 4 else noun
    high = content.preposition if content.preposition is not None and content.preposition - noun <= 2 else noun
    strength = 0.6 if supported or content.frame in ("c", "i") else 0.5
    return Candidate(
        anchor=noun, cue=(scene.tokens[low].start, scene.tokens[high].end), source=source_range(scene, holders), content=content.pieces, act=act,
        rule=f"noun.{content.frame}", word=word, holders=holders, distance=word.distance, parse=strength * (0.6 if not holders else 1.0),
    )  # fmt: skip
