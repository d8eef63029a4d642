"""What a name that could be several things is here: a person's name, the short form of a state of the US, a division that has a state's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import abbreviations, gazetteer, given_names, states
from onrecord.record import Mention
from onrecord.recording.places.gathering import Named

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft

NEAR = 200
_THERE = re.compile(r"\b(?:in|at|near|outside|across|around|through|into|inside|throughout|within)\s+(?:the\s+)?$", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:of|from|to|for|with)\s+(?:the\s+)?$", re.IGNORECASE)
_FIRST = re.compile(r"(?<![.\w])([A-Z][a-z]{2,})\s$")


def places_only(draft: Draft, cast: Cast, named: list[Named]) -> list[Named]:
    """The names less those of people: behind a given name, or the last name of a person of the report where nothing says that it is a place."""
    surnames = {actor.name.split()[-1] for actor in cast.actors if actor.kind == "person" and " " in actor.name}
    return [name for name in named if not _person(draft, name, surnames)]


def _person(draft: Draft, name: Named, surnames: set[str]) -> bool:
    if " " in name.words:
        return False
    before = draft.text[max(0, name.mention.start - 24) : name.mention.start]
    first = _FIRST.search(before)
    if first is not None and given_names.gender(first[1]) is not None and not gazetteer.named(first[1] + " " + name.words):
        return True
    if name.words not in surnames or _THERE.search(before):
        return False
    return not (states.named(name.words) and _TOWARDS.search(before))


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
