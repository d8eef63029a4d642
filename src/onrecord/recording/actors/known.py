"""What the package's own tables know of states, leaders and bodies: the answers that `Knowledge` asks for."""

from __future__ import annotations

from onrecord.facts import bodies, leaders, states
from onrecord.recording.actors.knowledge import Body, Holder, StateName


class Known:
    """The facts of `onrecord.facts`; each table is read when it is first asked for."""

    def states(self, words: str) -> list[StateName]:
        """The states that these words may name, likeliest first; "the" is not part of them."""
        return [StateName(found.code, found.name, found.form, shared=found.shared) for found in states.named(words)]

    def state(self, code: str) -> str | None:
        """The short English name of a state by its alpha-3 code."""
        return states.name(code)

    def holder(self, code: str, office: str, on: str | None) -> Holder | None:
        """Who alone held the office in the state on that day (ISO 8601), or null; without a day nobody is known to have."""
        if on is None:
            return None
        found = {term.wikidata or term.names[0]: term for term in leaders.holders(code, office, on)}
        return _holder(next(iter(found.values()))) if len(found) == 1 else None

    def leader(self, name: str, on: str | None) -> Holder | None:
        """The leader of this full name: in office on that day, else in the ten years after; null where leaders of two states are so called."""
        terms = leaders.called(name)
        if on is not None:
            current = [term for term in terms if term.covers(on)]
            terms = current or [term for term in terms if term.covers(on, years=leaders.FORMER)]
        if len({term.country for term in terms}) != 1:
            return None
        return _holder(max(terms, key=lambda term: (bool(term.wikidata), bool(term.office))))

    def body(self, name: str) -> Body | None:
        """The organization of this name or acronym, or null."""
        found = bodies.named(name)
        return Body(found.names[0], tuple(found.sectors), found.country, found.kind) if found is not None else None


def _holder(term: leaders.Term) -> Holder:
    return Holder(term.names[0], term.wikidata or None, term.country)
