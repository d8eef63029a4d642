"""Who is quoted: how often, in which capacity, by which outlets, with which acts, by which ways; the unnamed, by kind, beside the named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from onrecord.corroborating.identity import identities
from onrecord.exporting.columns import columns
from onrecord.exporting.statements import capacity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.exporting.chosen import Chosen
    from onrecord.record import Statement

SOURCES = columns(
    "name text: the name used most; for the unnamed, their kind in brackets", "identity text: the same across reports; empty for the unnamed",
    "country text: the state it belongs to, ISO 3166", "statements whole: how many are its",
    "share number: of all statements that were counted", "reports whole: how many reports quote it", "outlets list: who quotes it, most often first",
    "capacities list: in which capacity, most often first", "acts list: act and count, most often first",
    "direct whole: how many are direct or mixed, with words inside the marks", "chain list: by which ways its words came, beside the outlet itself",
)  # fmt: skip
_MOST = 5


class Source:
    """The counts of one source."""

    def __init__(self, identity: str, country: str | None) -> None:
        self.identity, self.country = identity, country
        self.names: Counter[str] = Counter()
        self.outlets: Counter[str] = Counter()
        self.capacities: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.chain: Counter[str] = Counter()
        self.statements = self.direct = self.reports = 0
        self._last = ""

    def count(self, chosen: Chosen, statement: Statement, name: str, role: str) -> None:
        """One statement more, under this name and in this capacity."""
        self.statements += 1
        self.direct += statement.form != "indirect"
        self.names[name] += 1
        self.acts[statement.act] += 1
        self.outlets[chosen.outlet or "(no outlet named)"] += 1
        self.chain.update(link.name for link in statement.chain)
        if role:
            self.capacities[role] += 1
        if self._last != chosen.record.report.id:
            self._last = chosen.record.report.id
            self.reports += 1


def sources(subjects: Iterable[Chosen]) -> list[dict[str, Any]]:
    """A row a source, the most quoted first; a statement of two speakers counts for each, and once in what shares are of."""
    found: dict[str, Source] = {}
    statements = 0
    for chosen in subjects:
        who = identities(chosen.record)
        for statement in chosen.statements():
            statements += 1
            for id_ in statement.speakers:
                actor, identity = chosen.actors[id_], who[id_][0]
                found.setdefault(identity, Source(identity, actor.country)).count(chosen, statement, actor.name, capacity(chosen, actor))
            if not statement.speakers:
                kind = f"({statement.source_kind})"
                found.setdefault(kind, Source("", None)).count(chosen, statement, kind, "")
    rows = sorted(found.values(), key=lambda source: (-source.statements, source.identity, source.names.most_common(1)[0][0]))
    return [_row(source, statements) for source in rows]


def _row(source: Source, statements: int) -> dict[str, Any]:
    return {
        "name": _first(source.names), "identity": source.identity or None, "country": source.country, "statements": source.statements,
        "share": round(source.statements / statements, 4), "reports": source.reports, "outlets": _most(source.outlets),
        "capacities": _most(source.capacities), "acts": [f"{act} {n}" for act, n in _ordered(source.acts)], "direct": source.direct,
        "chain": _most(source.chain),
    }  # fmt: skip


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _first(counts: Counter[str]) -> str:
    return _ordered(counts)[0][0]


def _most(counts: Counter[str]) -> list[str]:
    return [name for name, _ in _ordered(counts)[:_MOST]]
