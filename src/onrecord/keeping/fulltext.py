"""The index that `find` searches: FTS5 in SQLite, tsvector with GIN in PostgreSQL; one row a report, statement and event, its words and its marks.

Rows are numbered so that the newest report has the highest numbers, its own row before those of its items, these in the order of the text: one
descending walk gives a page of results. Both databases get the words from `words`, so they find the same. SQLite keeps no text with its index
(`content=''`); what is taken out must be named, and is made anew from the tables. PostgreSQL keeps the folded words, by which it tells phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.keeping.bulk import many
from onrecord.keeping.marks import of_item, of_report
from onrecord.keeping.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

BITS = 20
LAST = (1 << BITS) - 1

DDL = {
    "sqlite": (
        "CREATE VIRTUAL TABLE words USING fts5(body, content='', columnsize=0, tokenize='ascii')",
        (
            "CREATE TABLE spellings (word TEXT NOT NULL, identity INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, identity, name))"
            " WITHOUT ROWID"
        ),
        "CREATE INDEX ix_spellings_identity ON spellings (identity)",
    ),
    "postgresql": (
        "CREATE TABLE words (id BIGINT PRIMARY KEY, folded TEXT NOT NULL, body TSVECTOR NOT NULL)",
        "CREATE INDEX ix_words_body ON words USING gin (body)",
        "CREATE TABLE spellings (word TEXT NOT NULL, identity BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, identity, name))",
        "CREATE INDEX ix_spellings_identity ON spellings (identity)",
    ),
}


class Filing(msgspec.Struct, frozen=True):
    """A row of the index: its number, its words folded, its marks."""

    row: int
    words: str
    marks: list[str]


def report_row(seq: int) -> int:
    """The number of a report's own row."""
    return seq << BITS | LAST


def item_row(seq: int, position: int) -> int:
    """The number of the item at this position (from 0) of a report, and its `items.id`."""
    return seq << BITS | (LAST - 1 - position)


def seq_of(row: int) -> int:
    """The report that a row belongs to."""
    return row >> BITS


def create(connection: Connection) -> None:
    """Makes the tables of the index."""
    for statement in DDL[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def filings(
    report: Mapping[str, Any], text: str, items: Sequence[Mapping[str, Any]], roles: Mapping[int, Sequence[tuple[str, int]]],
) -> list[Filing]:  # fmt: skip
    """The rows of a report: its row in `reports`, its text, its rows in `items`, and (part, identity) by item."""
    spelt = {item["id"]: folded(item["words"]) for item in items}
    return filings_of(report, folded(whole(report["title"], text)), [(item, spelt[item["id"]]) for item in items], roles)


def filings_of(
    report: Mapping[str, Any], text: str, items: Iterable[tuple[Mapping[str, Any], str]], roles: Mapping[int, Sequence[tuple[str, int]]],
) -> list[Filing]:  # fmt: skip
    """The same of words that are folded: those of the report, and with each item its own."""
    own = [Filing(report_row(report["seq"]), text, of_report(report))]
    return own + [Filing(item["id"], spelt, of_item(item, report, roles.get(item["id"], ()))) for item, spelt in items]


def whole(title: str | None, text: str) -> str:
    """What of a report is searched: its text, and its title where that stands elsewhere."""
    return text if title is None or title in text else f"{title} {text}"


def index(connection: Connection, rows: Sequence[Filing]) -> None:
    """Files rows that are new, from the lowest number up: FTS5 writes out what it has gathered whenever a number is not above the last."""
    if not rows:
        return
    upward = sorted(rows, key=lambda row: row.row)
    if connection.dialect.name == "sqlite":
        many(connection, "INSERT INTO words (rowid, body) VALUES (?, ?)", [(row.row, _body(row)) for row in upward])
    else:
        values = [(row.row, row.words, _vector(row)) for row in upward]
        many(connection, "INSERT INTO words (id, folded, body) VALUES (%s, %s, %s::tsvector)", values)


def remove(connection: Connection, rows: Sequence[Filing]) -> None:
    """Takes rows out; they must be what they were when they were filed."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        values = [(row.row, _body(row)) for row in sorted(rows, key=lambda row: row.row)]
        connection.exec_driver_sql("INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)", values)
    else:
        connection.exec_driver_sql("DELETE FROM words WHERE id = %s", [(row.row,) for row in rows])


def _body(row: Filing) -> str:
    return f"{row.words} {' '.join(row.marks)}"


def _vector(row: Filing) -> str:
    """The words without their places, the marks with them: names are told by marks that follow each other."""
    places: dict[str, list[str]] = {}
    for place, mark in enumerate(row.marks, 1):
        places.setdefault(mark, []).append(str(place))
    return " ".join([*(f"'{word}'" for word in set(row.words.split())), *(f"'{mark}':{','.join(at)}" for mark, at in places.items())])


def spell(connection: Connection, names: Iterable[tuple[int, str]]) -> None:
    """Files names by which identities are called (identity, name); those known already stay."""
    rows = [(word, identity, " ".join(spelt)) for identity, name in names if (spelt := words(name)) for word in sorted(set(spelt))]
    if rows:
        holder = "?" if connection.dialect.name == "sqlite" else "%s"
        statement = f"INSERT INTO spellings (word, identity, name) VALUES ({holder}, {holder}, {holder}) ON CONFLICT DO NOTHING"  # noqa: S608
        connection.exec_driver_sql(statement, rows)


def unspell(connection: Connection, identities: Iterable[int]) -> None:
    """Forgets the names of these identities that no report has any longer."""
    holder = "?" if connection.dialect.name == "sqlite" else "%s"
    for identity in sorted(set(identities)):
        left = {folded(name) for (name,) in connection.exec_driver_sql(f"SELECT DISTINCT name FROM actors WHERE identity = {holder}", (identity,))}  # noqa: S608
        held = {name for (name,) in connection.exec_driver_sql(f"SELECT DISTINCT name FROM spellings WHERE identity = {holder}", (identity,))}  # noqa: S608
        for name in held - left:
            connection.exec_driver_sql(f"DELETE FROM spellings WHERE identity = {holder} AND name = {holder}", (identity, name))  # noqa: S608


def optimise(connection: Connection) -> None:
    """Merges what the index has in pieces, so that nothing of what was taken out is left in it."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO words (words) VALUES ('optimize')")
