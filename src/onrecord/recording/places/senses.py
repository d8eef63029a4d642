"""What a name that could be several things is here: a person's name, the short form of a state of the US, a division that has a state's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import abbreviations, features, gazetteer, given_names, regions, states
from onrecord.record import Mention
from onrecord.recording.places import kinds
from onrecord.recording.places.gathering import COMPASS, Named

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.recording.places.gathering import Group

NEAR, ACRONYM = 200, 5
_THERE = re.compile(r"\b(?:in|at|near|outside|across|around|through|into|inside|throughout|within)\s+(?:the\s+)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:of|from|to|for|with)\s+(?:the\s+)?$", re.IGNORECASE)
_FIRST = re.compile(r"(?<![.\w])([A-Z][a-z]{2,})\s$")


def places_only(draft: Draft, cast: Cast, named: list[Named]) -> list[Named]:
    """The names less adjectives, pairs of states and acronyms that are no state's, and those of people.

    A person's is one behind a given name, and the first or last name of a person of the report where nothing says that it is a place.
    """
    own = {part for actor in cast.actors if actor.kind == "person" and " " in actor.name for part in (actor.name.split()[0], actor.name.split()[-1])}
    return [name for name in named if not _no_place(draft, name) and not _person(draft, name, own)]


def _no_place(draft: Draft, name: Named) -> bool:
    before = draft.text[max(0, name.mention.start - 24) : name.mention.start]
    first, hyphen, second = name.words.partition("-")
    if hyphen and all(states.named(half) or regions.named(half) for half in (first, second)):
        return True
    if name.words.isupper() and len(name.words) < ACRONYM and not states.named(name.words) and not _THERE.search(before):
        return not (draft.report.dateline is not None and name.mention.start < draft.report.dateline.span.end)
    last = name.words.split()[-1]
    if all(s.form in ("demonym", "people") for s in states.named(last)) and (states.named(last) or _of_region(last)):
        return not gazetteer.named(name.words)
    inside = draft.marks.between(name.mention.start, name.mention.end)
    adjective = bool(inside) and draft.marks.tokens[inside[-1]].upos == "ADJ"
    return adjective and not gazetteer.named(name.words) and features.named(name.words) is None and not _THERE.search(before)


def _of_region(word: str) -> bool:
    """Whether it is the adjective of a part of the world ("Asian", "European")."""
    return word.endswith("n") and (regions.named(word[:-1]) or regions.named(word[:-2]))


def known(group: Group) -> bool:
    """Whether the group may be a place: not where no table has it, nothing tells a kind and it begins with a given name."""
    if group.state or any(kinds.told(name)[0] or name.inside or name.division for name in group.named):
        return True
    words = group.named[0].full
    if words.split()[0].lower() in COMPASS:
        return True
    return " " not in words or given_names.gender(words.split()[0]) is None or bool(gazetteer.named(words)) or features.named(words) is not None


def _person(draft: Draft, name: Named, own: set[str]) -> bool:
    if " " in name.words:
        return False
    before = draft.text[max(0, name.mention.start - 24) : name.mention.start]
    first = _FIRST.search(before)
    if first is not None and given_names.gender(first[1]) is not None and not gazetteer.named(first[1] + " " + name.words):
        return True
    if name.words not in own or _THERE.search(before):
        return False
    large = bool(states.named(name.words)) or any(e.kind == gazetteer.REGION and e.own for e in gazetteer.named(name.words))
    return not large or (given_names.gender(name.words) is not None and _TOWARDS.search(before) is None)


def shortened(draft: Draft, named: list[Named]) -> list[Named]:
    """The names with the short forms of states of the US that follow them ("Reno, Nev."), and short forms standing alone under their full names."""
    out: list[Named] = []
    for name in sorted(named, key=lambda name: name.mention.start):
        if out and name.mention.start < out[-1].mention.end:
            continue
        text = name.mention.text if name.mention.text.endswith(".") else name.mention.text + draft.text[name.mention.end : name.mention.end + 1]
        full = abbreviations.full(text)
        if full is not None:
            name.full, name.division = full, "USA"
        out.append(name)
        found = abbreviations.after(draft.text, name.mention.end)
        if found is not None:
            start, end, full = found
            words = draft.text[start:end]
            out.append(Named(words, "LOCATION", "", "", "", Mention(start, end, words, "name"), full=full, division="USA"))
    return out


def divide(draft: Draft, named: list[Named]) -> None:
    """Marks names that a state shares with a division of another ("Georgia") as the division where a city before it or its neighbours say so."""
    for name in named:
        meant = next((s for s in states.named(name.full) if s.form in ("name", "alias")), None)
        if meant is None or name.division:
            continue
        others = [e for e in gazetteer.named(name.full) if e.kind == gazetteer.REGION and e.own and e.country not in (None, meant.code)]
        for other in others:
            if _holds(other, meant.code, name, named) or (_among(other, name, named) and not _spoken_of(draft, meant.code)):
                alike = [n for n in named if n.full == name.full and not n.division] if not _spoken_of(draft, meant.code) else [name]
                for n in alike:
                    n.division = other.country or ""


def _holds(division: gazetteer.Entry, state: str, name: Named, named: list[Named]) -> bool:
    """Whether a city said to lie there is known in the division, and no larger one in the state."""
    for small in named:
        if small.inside is name:
            cities = [e for e in gazetteer.named(small.full) if e.region == division.geonames or e.country == state]
            return bool(cities) and cities[0].region == division.geonames
    return False


def _among(division: gazetteer.Entry, name: Named, named: list[Named]) -> bool:
    """Whether at least two other divisions of the same state stand near."""
    near = {n.full for n in named if n.full != name.full and abs(n.mention.start - name.mention.start) < NEAR and not states.named(n.full)}
    return sum(any(e.kind == gazetteer.REGION and e.own and e.country == division.country for e in gazetteer.named(full)) for full in near) > 1


def _spoken_of(draft: Draft, code: str) -> bool:
    """Whether the report names the state by its adjective or capital."""
    return any(
        s.code == code and s.form in ("demonym", "capital") for mark in draft.marks.names for s in states.named(draft.text[mark.start : mark.end])
    )
