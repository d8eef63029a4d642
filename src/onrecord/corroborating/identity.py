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

from __future__ import annotations

import re
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
