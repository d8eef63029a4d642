"""`claims`: the claims that pass a query, last changed first.

Terms about a claim are conditions on its row. Terms about statements and events hold of a claim where they hold of one of its members.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, false, literal_column, not_, or_, select, text, true, tuple_

from onrecord.corroborating.days import iso
from onrecord.errors import QueryError
from onrecord.keeping import schema
from onrecord.keeping.fulltext import BITS
from onrecord.keeping.protocol import ClaimRow
from onrecord.keeping.query.compiling import Compiler, begins, compared, words
from onrecord.keeping.query.fields import claim_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.terms import And, Begins, Coded, Days, Not, Number, Or, Term

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

Condition = ColumnElement[bool]
COMMON = 20_000  # items whose claims are looked up one by one
_CODES = frozenset({"kind", "type", "standing", "moved"})


def claims(connection: Connection, query: str = "", *, limit: int = 50, after: str | None = None) -> list[ClaimRow]:
    """Claims that pass a query, the last changed first. Raises QueryError."""
    table = schema.claims.c
    condition = _Conditions(connection).of(parse(query, claim_fields()))
    asked = select(schema.claims).where(condition).order_by(table.changed.desc(), table.id.desc()).limit(limit)
    if after is not None:
        asked = asked.where(tuple_(table.changed, table.id) < tuple_(*_unpacked(after)))
    return [_row(line) for line in connection.execute(asked).mappings()]


def _row(line: Any) -> ClaimRow:  # noqa: ANN401  a row of `claims`
    cursor = base64.urlsafe_b64encode(f"{line['changed']} {line['id']}".encode()).decode()
    return ClaimRow(
        id=line["id"], kind=line["kind"], type=line["type"], label=line["label"], reports=line["reports"], outlets=line["outlets"],
        origins=line["origins"], standing=line["standing"], first_day=iso(line["first_day"]), last_day=iso(line["last_day"]),
        first_affirmed=line["first_affirmed"], first_denied=line["first_denied"], changed=line["changed"], moved=line["moved"], cursor=cursor,
    )  # fmt: skip


def _unpacked(cursor: str) -> tuple[str, str]:
    try:
        changed, _, claim = base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
    except (binascii.Error, ValueError):
        changed = claim = ""
    if not claim:
        message = f'"{cursor}" is no cursor; a cursor is what the last row of a page gives'
        raise QueryError(message)
    return changed, claim


class _Conditions:
    """Terms as conditions on a row of `claims`."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._compiler = connection, Compiler(connection)
        self._parameters = 0

    def of(self, term: Term) -> Condition:
        if isinstance(term, And):
            return and_(true(), *(self.of(inner) for inner in term.terms))
        if isinstance(term, Or):
            return or_(false(), *(self.of(inner) for inner in term.terms))
        if isinstance(term, Not):
            return not_(self.of(term.term))
        own = _own(term)
        return own if own is not None else self._member(term)

    def _member(self, term: Term) -> Condition:
        """One member of the claim at least is such; where very many items are, claims are looked through for one, the last changed first."""
        compiler, items, reports = self._compiler, schema.items, schema.reports
        compiled = compiler.compiled(term)
        if compiler.sqlite and compiled.rest is None and self._common(compiled.index):
            self._parameters += 1
            one = f"one_{self._parameters}"
            there: Select[Any] = select(literal_column("1")).select_from(text("items CROSS JOIN words ON words.rowid = items.id"))  # from the claim to its items, never back
            return exists(there.where(text(f"items.claim = claims.id AND words.words MATCH :{one}").bindparams(**{one: compiled.index})))
        at = words.join(items, items.c.id == compiler.row).join(reports, reports.c.seq == compiler.row.op(">>")(BITS))
        found = select(items.c.claim).select_from(at).where(items.c.claim.is_not(None), compiler.asked(compiled))
        return schema.claims.c.id.in_(found if compiled.rest is None else found.where(compiled.rest))


    def _common(self, index: str | None) -> bool:
        """Whether more items are such than are looked up one by one."""
        if index is None:
            return False
        counted = text("SELECT count(*) FROM (SELECT rowid FROM words WHERE words.words MATCH :asked LIMIT :most)")
        (found,) = self._connection.execute(counted, {"asked": index, "most": COMMON + 1}).scalars()
        return bool(found > COMMON)


def _own(term: Term) -> Condition | None:
    """A term about the claim itself; null where it is about its members."""
    table = schema.claims.c
    if isinstance(term, Days) and term.field == "time":
        after = true() if term.first is None else table.last_day >= term.first
        before = true() if term.last is None else table.first_day <= term.last
        return and_(table.first_day.is_not(None), after, before)
    if isinstance(term, Coded) and term.field in _CODES:
        return and_(table[term.field].is_not(None), table[term.field].in_(term.codes))
    if isinstance(term, Coded) and term.field == "denied":
        denied = table.first_denied.is_not(None)
        return or_(*(denied if code == "yes" else not_(denied) for code in term.codes))
    if isinstance(term, Number) and term.field in ("reports", "outlets", "origins"):
        return compared(table[term.field], term)
    if isinstance(term, Begins) and term.field == "claim":
        return begins(table.id, term)
    return None
