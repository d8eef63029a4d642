"""Many rows at once: statements that SQLAlchemy compiles once for a database and that then run with plain tuples."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, insert
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_DIALECTS = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect(paramstyle="format")}  # type: ignore[no-untyped-call]


def put(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts rows whose values stand in the order of `columns`."""
    if rows:
        connection.exec_driver_sql(_insert(table, columns, connection.dialect.name), list(rows))


def put_new(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts those of the rows that are not there yet."""
    if rows:
        connection.exec_driver_sql(f"{_insert(table, columns, connection.dialect.name)} ON CONFLICT DO NOTHING", list(rows))


def among(connection: Connection, select: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """The rows of `select`, in which `IN :values` stands for the values, however many: one statement, so that it is compiled once."""
    listed = list(values)
    if not listed:
        return []
    if connection.dialect.name == "sqlite":
        return list(map(tuple, connection.exec_driver_sql(select.replace("IN :values", "IN (SELECT value FROM json_each(?))"), (json.dumps(listed),))))
    return list(map(tuple, connection.exec_driver_sql(select.replace("IN :values", "= ANY(%s)"), (listed,))))


def among_update(connection: Connection, statement: str, values: tuple[Any, ...], listed: Iterable[Any]) -> None:
    """Runs a change with `?` for its values and `IN :values` for a list."""
    items = list(listed)
    if not items:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(statement.replace("IN :values", "IN (SELECT value FROM json_each(?))"), (*values, json.dumps(items)))
    else:
        connection.exec_driver_sql(statement.replace("?", "%s").replace("IN :values", "= ANY(%s)"), (*values, items))


def marked(connection: Connection, statement: str) -> str:
    """`statement`, in which `?` stands for values, as the database has it."""
    return statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s")


def run(connection: Connection, statement: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  values of columns
    """The rows that a statement with `?` for its values gives; none where it changes something."""
    result = connection.exec_driver_sql(marked(connection, statement), values)
    return list(map(tuple, result)) if result.returns_rows else []


@cache
def _insert(table: Table, columns: tuple[str, ...], dialect: str) -> str:
    return str(insert(table).values(dict.fromkeys(columns, None)).compile(dialect=_DIALECTS[dialect], column_keys=list(columns)))
