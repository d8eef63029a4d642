<<<<<<< HEAD
"""Who an actor of one report is across reports: identities from narrow to wide, the same wherever it is the same actor."""
=======
"""Who an actor of one report is across reports: identities, each a line of text that is the same wherever it is the same actor.

| actor | identity |
|---|---|
| a state (a government by itself) | `state:ISL` |
| one with a Wikidata item (persons and bodies) | `wd:Q57` |
| a person by name | `person:sigrun thorvaldsen`; by surname alone `person:?sundby@NOR` |
| a body, a people, an armed group, an outlet | `org:coast guard@state:ISL`, by its whole; else by its country, `org:police@NOR`; else `org:european union@` |
| somebody told by an office or a description alone | `role:prime minister@state:ISL`, `role:fishermen@` |

A list of identities goes from narrow to wide: the actor, the whole it is part of (a person's, that of the office), and so on up to the state.
"""
>>>>>>> finding

from __future__ import annotations

import re
<<<<<<< HEAD
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
=======
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Actor, Record

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"})
_APART = re.compile(r"[^\w]+|_+")
_WITHIN = re.compile(r"['’ʼ`´](?:s\b)?")  # noqa: RUF001
_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady hon rev reverend president premier chancellor minister prime vice deputy king queen prince "
    "princess sheikh sheik emir sultan pope cardinal archbishop bishop imam ayatollah rabbi general gen lieutenant lt major maj colonel col captain capt "
    "commander cmdr admiral adm vice-admiral sergeant sgt corporal cpl brigadier senator sen representative rep congressman congresswoman governor gov "
    "ambassador judge justice mayor secretary spokesman spokeswoman spokesperson".split()
)
_NAMED = frozenset(("name", "alias", "metonym", "demonym"))
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))
_UNNAMED = frozenset(("person", "people", "other"))
_DEPTH = 8


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """A name as it is compared: without letter case, accents, points, hyphens, a possessive and a first "the"; words with one space between.

    "Müller-Özil" is "muller ozil", "The U.N." is "u n", "Kazakhstan's border guards" is "kazakhstan border guards", "Lech Wałęsa" is "lech walesa".
    """
    low = _WITHIN.sub("", text.casefold()).translate(_LETTERS)
    if not low.isascii():
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return " ".join(_APART.sub(" ", low).split()).removeprefix("the ")


@lru_cache(1 << 16)
def person_name(name: str) -> str:
    """A person's name folded, without the titles before it: "President Dr. Asta Gudlaugsdottir" is "asta gudlaugsdottir"."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


def identities(record: Record) -> dict[str, list[str]]:
    """For each actor of a record, by its local id, its identities from narrow to wide; never empty."""
    actors = {actor.id: actor for actor in record.actors}
    own: dict[str, str] = {}
    for actor in record.actors:
        _own(actor, actors, own, 0)
    return {actor.id: _upward(actor, actors, own) for actor in record.actors}


def identity(actor: Actor, record: Record) -> str:
    """The narrowest identity of one actor of a record."""
    return identities(record)[actor.id][0]


def _own(actor: Actor, actors: dict[str, Actor], own: dict[str, str], depth: int) -> str:
    """The actor's own identity; `own` remembers those that are known."""
    if actor.id not in own:
        own[actor.id] = _made(actor, actors, own, depth)
    return own[actor.id]


def _made(actor: Actor, actors: dict[str, Actor], own: dict[str, str], depth: int) -> str:
    if actor.kind == "government" and actor.country is not None and actor.part_of is None:
        return f"state:{actor.country}"
    if actor.wikidata is not None and actor.kind not in ("government", "people"):
        return f"wd:{actor.wikidata}"
    whole = actors.get(_whole(actor) or "")
    of = _own(whole, actors, own, depth + 1) if whole is not None and whole.id != actor.id and depth < _DEPTH else actor.country or ""
    named = any(mention.form in _NAMED for mention in actor.mentions)
    if actor.kind == "person" and named:
        name = person_name(actor.name)
        return f"person:{name}" if " " in name else f"person:?{name}@{actor.country or _country(whole) or ''}"
    if actor.kind in _UNNAMED and not named:
        return f"role:{fold(actor.roles[0].title if actor.roles else actor.name)}@{of}"
    return f"org:{fold(actor.name)}@{of}"


def _whole(actor: Actor) -> str | None:
    """The id of what an actor is part of: for a person without one, what the office belongs to."""
    if actor.part_of is not None:
        return actor.part_of
    return next((role.of for role in actor.roles if role.of is not None), None) if actor.kind in ("person", "people") else None


def _country(actor: Actor | None) -> str | None:
    return actor.country if actor is not None else None


def _upward(actor: Actor, actors: dict[str, Actor], own: dict[str, str]) -> list[str]:
    out, at, seen = [own[actor.id]], actor, {actor.id}
    while (above := actors.get(_whole(at) or "")) is not None and above.id not in seen:
        seen.add(above.id)
        if own[above.id] not in out:
            out.append(own[above.id])
        at = above
    if at.country is not None and f"state:{at.country}" not in out and _OF_STATE.intersection(at.sectors):
        out.append(f"state:{at.country}")
    return out
>>>>>>> finding
