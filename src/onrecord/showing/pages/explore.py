"""The page that counts: matrix, series, map, network; its numbers for scripts. The filters are the page's address."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, get_args
from urllib.parse import quote_plus, urlencode

import msgspec
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.record.items import Certainty, PloverType
from onrecord.showing.desk import desk_of
from onrecord.showing.gathering import dyads, places, series, speaking
from onrecord.showing.pages import exports
from onrecord.showing.pages.filters import actor_address, place_address, quoted
from onrecord.showing.pages.looking.rows import Count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from onrecord.showing.gathering.dyads import Dyad, Matrix

FIGURES = {"dyads": "Matrix", "series": "Series", "map": "Map", "network": "Network"}
_ACTORS, _PLACES, _TIES = 14, 200, 90


class Asked(NamedTuple):
    """The filters of the page."""

    type: str = ""
    certainty: str = ""
    country: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    once: str = ""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Asked:
        """From an address. Raises UsageError where a day is none."""
        asked = cls(**{name: told.get(name, "").strip() for name in cls._fields})
        for value in (asked.since, asked.until):
            try:
                date.fromisoformat(value or "2000-01-01")
            except ValueError:
                message = f"{value}: no day; write it as 2025-03-01"
                raise UsageError(message) from None
        return asked

    @property
    def query(self) -> str:
        """The filters in the language of `find`."""
        return " ".join(f"{name}:{quoted(value)}" for name, value in self.told.items() if name != "once")

    @property
    def told(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: value for name, value in self._asdict().items() if value}

    @property
    def address(self) -> str:
        """The filters as the query of an address."""
        return urlencode(self.told)


def explore(request: Request) -> Response:
    """The page at `/explore`."""
    desk, asked = desk_of(request), Asked.of(request.query_params)
    found = dyads.matrix(desk.store, asked.query, once=bool(asked.once), most=_ACTORS)
    days = series.series(desk.store, asked.query, once=bool(asked.once))
    types = Counter[str]()
    for one in days.days:
        types.update(one.codes)
    shown = {
        "by_type": [Count(code, count, f"/explore?{urlencode({**asked.told, 'type': code})}") for code, count in types.most_common()],
        "asked_for": asked, "matrix": _grid(found), "counted": days.counted,
        "events": days.counted.items if days.counted is not None else desk.store.stats().events,
        "have": [
            (exports.explored(figure, asked.query, once=bool(asked.once), form=form), f"{name} as {form.upper()}")
            for figure, name in FIGURES.items() for form in ("json", "csv")
        ],
        "csv": {figure: exports.explored(figure, asked.query, once=bool(asked.once)) for figure in FIGURES}, "types": get_args(PloverType),
        "certainties": get_args(Certainty),
    }  # fmt: skip
    return desk.page(request, "explore.html", shown)


def numbers(request: Request) -> Response:
    """The numbers of all drawn figures, each with where its mark leads, for the page's scripts."""
    store, asked = desk_of(request).store, Asked.of(request.query_params)
    days = series.series(store, asked.query, once=bool(asked.once)).days
    ties = speaking.network(store, asked.query, once=bool(asked.once), most=_TIES).ties
    who = {one.identity: one.name for tie in ties for one in (tie.speaker, tie.about)}
    rest = _rest(asked)
    told = {
        "series": [
            {"day": one.day, "type": code, "count": count, "href": f"/search?q=type%3A{code}+when%3A{one.day}{rest}&kind=event"}
            for one in days for code, count in one.codes.items()
        ],
        "points": [
            {"name": p.name, "count": p.items, "latitude": p.latitude, "longitude": p.longitude, "centroid": p.centroid,
             "href": f"{place_address(p.name)}?{urlencode({'site': p.site})}"}
            for p in places.map_of(store, asked.query, once=bool(asked.once), most=_PLACES).places
        ],
        "links": [{"source": tie.speaker.identity, "target": tie.about.identity, "count": tie.items} for tie in ties],
        "names": {identity: {"name": name, "href": actor_address(identity)} for identity, name in who.items()},
    }
    return Response(msgspec.json.encode(told), media_type="application/json")


def _grid(found: Matrix) -> dict[str, object]:
    """Who (rows) to whom (columns), the busiest first, those alone that have a cell."""
    cells: dict[tuple[str, str], Dyad] = {(pair.actor.identity, pair.recipient.identity): pair for pair in found.dyads}
    acting, receiving = {one for one, _ in cells}, {other for _, other in cells}
    rows, columns = ([one for one in found.actors if one.identity in side] for side in (acting, receiving))
    most = max((cell.items for cell in cells.values()), default=1)
    levels: dict[int, list[int]] = {}
    for cell in cells.values():
        levels.setdefault(_level(cell.items, most), []).append(cell.items)
    key = [(level, min(counts), max(counts)) for level, counts in sorted(levels.items())]
    return {"rows": rows, "columns": columns, "cells": cells, "key": key, "level": lambda count: _level(count, most)}


def _level(count: int, most: int) -> int:
    """How dark a cell is, 1 to 4, by the logarithm: counts of a store differ by orders of magnitude."""
    return 1 if most == 1 else 1 + math.floor(3 * math.log(count) / math.log(most) + 1e-9)


def _rest(asked: Asked) -> str:
    """The page's other filters as the end of a query in an address; made once, for there are thousands of marks."""
    rest = " ".join(f"{name}:{quoted(value)}" for name, value in asked.told.items() if name not in ("type", "since", "until", "once"))
    return quote_plus(f" {rest}") if rest else ""
