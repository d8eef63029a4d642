"""The lists of a run, and the actors of a report with the entries that each may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.listing.acronyms import without_brackets
from onrecord.listing.matching import Matcher
from onrecord.listing.names import name
from onrecord.listing.reading import read_list
from onrecord.record import Match, Reason, Span

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from onrecord.listing.matching import Found
    from onrecord.record import Actor

MOST = 5  # proposals of one list for one actor
_NAMES = frozenset({"name", "alias"})


class Lists:
    """Lists that actors are matched against; loaded once, safe to use from several threads. A list given twice counts once."""

    def __init__(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        self._matchers: dict[str, Matcher] = {}
        for path in paths:
            listing = read_list(path)
            if listing.sha256 in (matcher.listing.sha256 for matcher in self._matchers.values()):
                continue
            label, number = listing.name, 1
            while label in self._matchers:
                number += 1
                label = f"{listing.name}#{number}"
            self._matchers[label] = Matcher(listing)

    @property
    def options(self) -> list[dict[str, str]]:
        """What `made_by.options` says of them: the name of each file and the hash of its bytes."""
        return [{"name": label, "sha256": matcher.listing.sha256} for label, matcher in self._matchers.items()]

    def propose(self, text: str, actors: list[Actor]) -> tuple[list[Actor], dict[str, list[Reason]]]:
        """The actors of the report `text` with their matches, and why, by `ID.matches`."""
        out, reasons = [], {}
        for actor in actors:
            matches = self._matches(text, actor)
            out.append(msgspec.structs.replace(actor, matches=matches) if matches else actor)
            if matches:
                reasons[f"{actor.id}.matches"] = [_reason(match) for match in matches]
        return out, reasons

    def _matches(self, text: str, actor: Actor) -> list[Match]:
        """The best proposals of each list, all of them best first."""
        kinds = (True, False) if actor.kind == "other" else (actor.kind == "person",)
        called = [(words, span, person) for person in kinds for words, span in _names(text, actor, person=person)]
        out: list[Match] = []
        for label, matcher in self._matchers.items():
            best: dict[str, tuple[Found, Span | None]] = {}
            for words, span, person in called:
                for found in matcher.find(words, person=person):
                    if found.entry.id not in best or found.score > best[found.entry.id][0].score:
                        best[found.entry.id] = (found, span)
            first = sorted(best.values(), key=lambda each: -each[0].score)[:MOST]
            out += [Match(label, f.entry.id, f.name, f.score, [*f.reasons, *_countries(f, actor)], span) for f, span in first]
        return sorted(out, key=lambda match: -match.score)


def _names(text: str, actor: Actor, *, person: bool) -> list[tuple[str, Span | None]]:
    """What the report calls an actor by name, each once and with where; a word that is part of a fuller name is not tried by itself."""
    called: dict[str, Span | None] = {}
    for mention in actor.mentions:
        if mention.form in _NAMES:
            called.setdefault(" ".join(mention.text.split()), Span.of(text, mention.start, mention.end))
    called.setdefault(actor.name, None)
    made = {words: name(without_brackets(words), person=person) for words in called}
    fuller = {word.text for each in made.values() if each.telling > 1 for word in each.words}
    return [(words, span) for words, span in called.items() if made[words].telling > 1 or not fuller.issuperset(w.text for w in made[words].words)]


def _countries(found: Found, actor: Actor) -> list[str]:
    """What the countries say for or against; they do not change the score, for reports and lists name different ones of one person."""
    if actor.country is None or not found.entry.countries:
        return []
    if actor.country in found.entry.countries:
        return [f"same country: {actor.country}"]
    return [f"another country: {actor.country} in the report, {' '.join(found.entry.countries)} in the list"]


def _reason(match: Match) -> Reason:
    words = f'may be "{match.name}", {match.entry} of {match.list_}: {"; ".join(match.reasons)}'
    return Reason(words, [match.span] if match.span is not None else [], match.score)
