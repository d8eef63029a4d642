"""The index of words: FTS5 in SQLite, tsvector with a GIN index in PostgreSQL, both over the words that `words` gives.

`report_words` has title and text of each report, by its `seq`; `item_words` the words of each statement and event, by its `id`. Neither keeps the text
itself: in SQLite both are contentless, so whoever takes a row out says what was in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.words import folded, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

REPORTS, ITEMS = "report_words", "item_words"

_ADD = {
    "sqlite": (f"INSERT INTO {REPORTS} (rowid, title, text) VALUES (?, ?, ?)", f"INSERT INTO {ITEMS} (rowid, words) VALUES (?, ?)"),
    "postgresql": (
        f"INSERT INTO {REPORTS} (rowid, title, text) VALUES (%s, %s::tsvector, %s::tsvector)",
        f"INSERT INTO {ITEMS} (rowid, words) VALUES (%s, %s::tsvector)",
    ),
}
_MOST_POSITION = 16383  # of a tsvector


def prepared(text: str | None, dialect: str) -> str:
    """`text` in the form in which the index of a database takes it."""
    if dialect == "sqlite":
        return folded(text or "")
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words(text or ""), 1):
        places.setdefault(word, []).append(min(place, _MOST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


def add_report(connection: Connection, report: tuple[int, str, str]) -> None:
    """Files a report: its number, title and text, prepared."""
    connection.exec_driver_sql(_ADD[connection.dialect.name][0], report)


def add_items(connection: Connection, items: Sequence[tuple[int, str]]) -> None:
    """Files items: number and words, prepared."""
    if items:
        connection.exec_driver_sql(_ADD[connection.dialect.name][1], list(items))


def remove_report(connection: Connection, report: tuple[int, str, str]) -> None:
    """Takes a report out; title and text are those it was filed with."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {REPORTS} ({REPORTS}, rowid, title, text) VALUES ('delete', ?, ?, ?)", report)
    else:
        connection.exec_driver_sql(f"DELETE FROM {REPORTS} WHERE rowid = %s", report[:1])


def remove_items(connection: Connection, items: Sequence[tuple[int, str]]) -> None:
    """Takes items out; their words are those they were filed with."""
    if not items:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {ITEMS} ({ITEMS}, rowid, words) VALUES ('delete', ?, ?)", list(items))
    else:
        connection.exec_driver_sql(f"DELETE FROM {ITEMS} WHERE rowid = %s", [(number,) for number, _ in items])


def optimise(connection: Connection) -> None:
    """Merges what the index has in pieces, so that nothing of what was taken out is left in it."""
    if connection.dialect.name == "sqlite":
        for name in (REPORTS, ITEMS):
            connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
