"""Who an actor of one report is across reports: identities from narrow to wide, the same wherever it is the same actor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.corroborating.wording import fold
from onrecord.facts import states

if TYPE_CHECKING:
    from onrecord.record import Actor, Record

_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|our|some|several|two|three)\s+")
_OWNER = re.compile(r"^.+?['’]s?\s+(?=\w)")
_DEPTH = 5  # bodies that one may be part of, one within the other
_TITLE = re.compile(r"^(?:mr|mrs|ms|dr|sir|lord|lady|gen|col|lt|maj|capt|sgt|prof|rev)\.?\s+")


def identities(record: Record) -> dict[str, list[str]]:
    """For each actor, by its id in the record, its identities from narrow to wide: its own first, then those of what it is part of.

    A state is `state:ISL`; a person `person:` and the folded name, and wider `surname:`, all that is known where no more is given; a body `org:`
    and the folded name, at the state or body that it is part of; who has no name `role:` and the words, at whom they belong to. One that Wikidata
    knows is `wd:` and its number, the same under every name.
    """
    actors = {actor.id: actor for actor in record.actors}
    return {actor.id: _line(actor, actors, record.report.id) for actor in record.actors}


def _line(actor: Actor, actors: dict[str, Actor], report: str) -> list[str]:
    """The actor, what it is part of, and so on up to the state."""
    above: list[Actor] = []
    at = _above(actor, actors)
    while at is not None and at not in above and at is not actor and len(above) < _DEPTH:
        above.append(at)
        at = _above(at, actors)
    wide = [] if actor.country is None else [f"state:{actor.country}"]
    for each in reversed(above):
        name = _own(each, wide[0] if wide else None, report)
        if name not in wide:
            wide.insert(0, name)
    own = _own(actor, wide[0] if wide else None, report)
    if own.startswith("person:"):
        wide.insert(0, f"surname:{own.rpartition(' ')[2].removeprefix('person:')}")
    return [own, *(name for name in wide if name != own)]


def _above(actor: Actor, actors: dict[str, Actor]) -> Actor | None:
    """What an actor belongs to: that of which it is part, else the body of its first role."""
    of = actor.part_of or next((role.of for role in actor.roles if role.of is not None), None)
    return None if of is None else actors.get(of)


def _own(actor: Actor, at: str | None, report: str) -> str:
    """The actor's own identity; `at` is what it belongs to."""
    if actor.wikidata is not None:
        return f"wd:{actor.wikidata}"
    if actor.kind == "government" and actor.country is not None and actor.part_of is None and not actor.roles:
        return f"state:{actor.country}"
    name = _OWNER.sub("", _ARTICLE.sub("", fold(actor.name)))
    where = f"@{at.removeprefix('state:')}" if at is not None else ""
    if actor.kind == "person":
        return _person(_TITLE.sub("", name), actor, where, report)
    named = any(mention.form in ("name", "alias", "metonym") for mention in actor.mentions)
    if actor.kind in ("organization", "government", "armed_group", "outlet") and named:
        return f"org:{_without(name, actor)}{where}"
    return f"role:{name}{where or '@' + report}"


def _person(name: str, actor: Actor, where: str, report: str) -> str:
    """A person by name; by role, or in this report alone, where none is given."""
    if any(mention.form in ("name", "alias") for mention in actor.mentions) and actor.name[:1].isupper():
        return f"person:{name}" if " " in name else f"surname:{name}"
    title = fold(actor.roles[0].title) if actor.roles else name
    return f"role:{title}{where or '@' + report}"


def _without(name: str, actor: Actor) -> str:
    """A body's name without the demonym of the state it belongs to: "kazakh defence ministry" and "defence ministry" of Kazakhstan are one."""
    if actor.country is None:
        return name
    for word in states.words_for(actor.country):
        if name.startswith(word + " ") and len(name) > len(word) + 1:
            return name[len(word) + 1 :]
    return name
