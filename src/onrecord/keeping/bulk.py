"""Statements run on the driver's own cursor with plain tuples: a report takes two dozen of them, and what SQLAlchemy adds to each would be felt.

Inserts are compiled by SQLAlchemy, once for a database. The rest is SQL that both databases know, with `?` for values and `IN :values` for a list.
"""
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
        many(connection, _insert(table, columns, connection.dialect.name), rows)


def put_new(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Inserts those of the rows that are not there yet."""
    if rows:
        many(connection, f"{_insert(table, columns, connection.dialect.name)} ON CONFLICT DO NOTHING", rows)


def many(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Runs a statement, marked as the database has it, with each of the rows."""
    cursor = connection.connection.cursor()
    try:
        cursor.executemany(statement, rows)
    finally:
        cursor.close()


def run(connection: Connection, statement: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401  values of columns
    """The rows that a statement with `?` for its values gives; none where it changes something."""
    cursor = connection.connection.cursor()
    try:
        cursor.execute(statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s"), values)
        return list(cursor.fetchall()) if cursor.description is not None else []
    finally:
        cursor.close()


def among(connection: Connection, select: str, values: Iterable[Any]) -> list[tuple[Any, ...]]:
    """The rows of a select with `IN :values` for a list, however long: one statement, so that the database prepares it once."""
    listed = list(values)
    return run(connection, *_with_list(connection, select, listed)) if listed else []


def among_update(connection: Connection, statement: str, values: tuple[Any, ...], listed: Iterable[Any]) -> None:
    """Runs a change with `?` for its values and, after them, `IN :values` for a list; with an empty list nothing is to be changed."""
    items = list(listed)
    if items:
        changed, told = _with_list(connection, statement, items)
        run(connection, changed, *values, told)


def _with_list(connection: Connection, statement: str, listed: list[Any]) -> tuple[str, Any]:
    """A statement with a `?` for its list, and the list as that takes it."""
    if connection.dialect.name == "sqlite":
        return statement.replace("IN :values", "IN (SELECT value FROM json_each(?))"), json.dumps(listed)
    return statement.replace("IN :values", "= ANY(?)"), listed


@cache
def _insert(table: Table, columns: tuple[str, ...], dialect: str) -> str:
    return str(insert(table).values(dict.fromkeys(columns, None)).compile(dialect=_DIALECTS[dialect], column_keys=list(columns)))
