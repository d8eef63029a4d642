"""Who "I" and "we" are in a speech printed with no word around it: the one whom the title names, and whom he speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.actors.mentions import FIRST
from onrecord.recording.orator import orator

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

SINGLE = frozenset({"i", "me", "my", "mine", "myself"})


def resolve(gathering: Gathering, pronouns: list[Phrase]) -> None:
    """Resolves the first-person pronouns outside quotation marks of a speech."""
    ground = gathering.ground
    named = orator(ground.draft)
    if named is None:
        return
    speaker = next((e for e in gathering.actors.values() if e.kind == "person" and any(named[0] <= p.start and p.end <= named[1] for p, _ in e.mentions)), None)
    if speaker is None:
        return
    body = _body(gathering, speaker)
    for phrase in pronouns:
        if phrase.words in FIRST and ground.quote[phrase.head] < 0 and ground.kinds[phrase.head] == "body":
            meant = speaker if phrase.words in SINGLE else body
            gathering.hear(meant, phrase, "pronoun", "the one who holds the speech" if meant is speaker else "the body that the speaker speaks for")


def _body(gathering: Gathering, speaker: Entity) -> Entity:
    """The body or state that the speaker's role belongs to, else the speaker."""
    whole = next((role.of for role in speaker.roles if role.of in gathering.actors), None) or speaker.part_of
    return gathering.actors.get(whole or "", speaker)
