"""Tables to take away: finds, claims, ledgers, outlets, judgements; CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from onrecord.exporting.corrections import CORRECTIONS, judged
from onrecord.exporting.ledger import ENTRIES, FIGURES
from onrecord.keeping.protocol import ClaimRow, Hit
from onrecord.showing.api.sheets import sheet
from onrecord.showing.desk import desk_of
from onrecord.showing.failing import Refused
from onrecord.showing.gathering.outlets import OutletRow
from onrecord.showing.gathering.outlets import outlets as outlet_rows

if TYPE_CHECKING:
    from starlette.requests import Request

    from onrecord.showing.api.answers import Answer

MOST = 1000
_TABLES = {"entries": ENTRIES, "figures": FIGURES}


def found(request: Request) -> Response:
    """The first thousand rows of `/search` as CSV."""
    rows = desk_of(request).store.find(request.query_params.get("q", ""), kind=request.query_params.get("kind") or None, limit=MOST)
    return _sent(_structs("search", Hit, rows))


def claims(request: Request) -> Response:
    """The first thousand rows of `/claims` as CSV."""
    return _sent(_structs("claims", ClaimRow, desk_of(request).store.claims(request.query_params.get("q", ""), limit=MOST)))


def ledger(request: Request) -> Response:
    """Entries or figures of a claim as CSV."""
    table = _TABLES.get(request.path_params["table"])
    if table is None:
        raise Refused(404, f"there is no such table; there are {', '.join(_TABLES)}")
    claim = desk_of(request).store.claim(request.path_params["claim"])
    return _sent(sheet(f"{claim.id[:12]}-{table.name}", [column.name for column in table.columns], table.lines(claim, text=True)))


def outlets(request: Request) -> Response:
    """The first thousand outlets of `/outlets` as CSV."""
    return _sent(_structs("outlets", OutletRow, outlet_rows(desk_of(request).store, limit=MOST)))


def judgements(request: Request) -> Response:
    """The first thousand judgements as `onrecord export --to corrections` has them."""
    store, table = desk_of(request).store, CORRECTIONS
    lines = chain.from_iterable(table.lines(one, text=True) for one in judged(islice(store.judgements(), MOST), store.record))
    return _sent(sheet(table.name, [column.name for column in table.columns], lines))


def _structs(name: str, kind: type[msgspec.Struct], rows: list[Hit] | list[ClaimRow] | list[OutletRow]) -> Answer:
    columns = [field.name for field in msgspec.structs.fields(kind) if field.name != "cursor"]
    return sheet(name, columns, [[getattr(row, column) for column in columns] for row in rows])


def _sent(answer: Answer) -> Response:
    return Response(answer.data, answer.status, headers=answer.headers, media_type=answer.media)
