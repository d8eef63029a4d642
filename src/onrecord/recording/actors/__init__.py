"""Who acts and who speaks: names, roles and pronouns to one actor each, with kind, country, sectors and what it is part of.

names -> states | persons | bodies      what a name stands for is decided by its use (metonymy)
-> titles, appositions, noun phrases -> pronouns -> country, sectors, wholes -> Cast
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Actor, Mention
from onrecord.recording.actors import (
    appositions,
    bodies,
    defined,
    home,
    labels,
    mentions,
    nominals,
    nouns,
    oration,
    people,
    pronouns,
    settle,
    states,
    titles,
)
from onrecord.recording.actors.cast import Cast
from onrecord.recording.actors.first_person import first_person
from onrecord.recording.actors.gathering import Entity, Gathering
from onrecord.recording.actors.ground import Ground
from onrecord.recording.actors.own import own

if TYPE_CHECKING:
    from onrecord.record import Time
    from onrecord.recording.actors.knowledge import Knowledge
    from onrecord.recording.draft import Draft

__all__ = ["Cast", "find", "first_person", "own"]


def find(draft: Draft, times: list[Time], *, known: Knowledge | None = None) -> Cast:
    """The actors of the report with all their mentions, first-person pronouns excepted; `known` replaces the package's own facts."""
    if known is None:
        from onrecord.recording.actors.known import Known  # noqa: PLC0415

        known = Known()
    gathering = Gathering(Ground(draft, known))
    dated = [(time.start, time.end) for time in times]
    named = [p for p in labels.with_labels(gathering.ground, mentions.names(gathering.ground)) if not any(s <= p.start and p.end <= e for s, e in dated)]
    rest = states.gather(gathering, named)
    people.gather(gathering, rest)
    bodies.gather(gathering, [p for p in rest if p.label != "PERSON"])
    for entity in [e for e in gathering.actors.values() if e.kind == "person"]:
        people.known(gathering, entity, gathering.ground.day)
    gathering.home = home.find(gathering)
    titles.before_names(gathering)
    appositions.gather(gathering)
    defined.gather(gathering)
    nominals.gather(gathering, nouns.nominals(gathering.ground, named, gathering.defined))
    labels.answerers(gathering)
    spoken = mentions.pronouns(gathering.ground)
    oration.resolve(gathering, spoken)
    pronouns.resolve(gathering, spoken)
    settle.settle(gathering)
    return _cast(gathering)


def _cast(gathering: Gathering) -> Cast:
    actors = [_actor(gathering, entity) for entity in gathering.actors.values()]
    literal = [gathering.mention(phrase, "name") for phrase in sorted(gathering.literal, key=lambda p: p.start)]
    standby = _standby(gathering)
    ids = gathering.states | {code: actor.id for code, actor in standby.items()}
    behind = {token: ids[code] for token, code in gathering.behind.items() if code in ids}
    for phrase in gathering.literal:
        if phrase.head in behind:
            behind |= dict.fromkeys(range(phrase.first, phrase.last), behind[phrase.head])
    return Cast(actors, literal, gathering.ground.marks, {token: list(ids) for token, ids in gathering.of.items()}, behind, list(standby.values()))


def _standby(gathering: Gathering) -> dict[str, Actor]:
    """States that are spoken of, but not yet as actors, by code: whoever finds one taking part calls it."""
    out: dict[str, Actor] = {}
    for code in dict.fromkeys(gathering.behind.values()):
        name = gathering.ground.known.state(code)
        if code not in gathering.states and name is not None:
            places = [p for p in gathering.literal if gathering.behind.get(p.head) == code]
            heard = [gathering.mention(p, "name") for p in sorted(places, key=lambda p: p.start)] or [
                _word(gathering, t) for t, c in gathering.behind.items() if c == code
            ]
            out[code] = Actor(f"a{len(gathering.actors) + len(out) + 1}", name, "government", code, ["GOV"], [], None, None, heard)
    return out


def _word(gathering: Gathering, token: int) -> Mention:
    """An adjective of nationality as a mention of its state."""
    word = gathering.ground.tokens[token]
    return Mention(word.start, word.end, word.text, "demonym")


def _actor(gathering: Gathering, entity: Entity) -> Actor:
    spoken = [gathering.mention(phrase, form) for phrase, form in sorted(entity.mentions, key=lambda pair: (pair[0].start, pair[0].end))]
    return Actor(
        entity.id, entity.name, entity.kind, entity.country, list(entity.sectors), list(entity.roles), entity.part_of, entity.wikidata, spoken
    )
