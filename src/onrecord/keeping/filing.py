"""A report's rows in the index of words: put in when it comes, taken out before it changes or goes, made of the same columns each time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.keeping.bulk import run
from onrecord.keeping.fulltext import Filing, index, remove, report_row, spell, whole
from onrecord.keeping.marks import of_item, of_report
from onrecord.keeping.rows import unpacked
from onrecord.keeping.words import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

REPORT = ("outlet", "agency", "day")
"""The columns of a report that its marks are made of."""
ITEM = ("kind", "type", "mode", "act", "form", "certainty", "polarity", "first_day", "last_day", "place", "country", "confidence")
"""Those of an item."""
Item = tuple["Mapping[str, Any]", str, "Sequence[tuple[str, int]]"]


def filings(seq: int, report: Mapping[str, Any], words: str, items: Mapping[int, Item]) -> list[Filing]:
    """The rows of a report with its folded words and its items: each by its number, its columns, its folded words, and (part, identity) of roles."""
    own = Filing(report_row(seq), words, of_report(report))
    return [own, *(Filing(number, words, of_item(item, report, roles)) for number, (item, words, roles) in items.items())]


def file(connection: Connection, seq: int) -> None:
    """Puts a report into the index as the tables have it now."""
    index(connection, _held(connection, seq))
    spell(connection, run(connection, "SELECT identity, name FROM actors WHERE report = ?", seq))


def unfile(connection: Connection, seq: int) -> None:
    """Takes a report out of the index; the tables still have it as it was filed."""
    remove(connection, _held(connection, seq))


def _held(connection: Connection, seq: int) -> list[Filing]:
    title, *columns = run(connection, f"SELECT title, {', '.join(REPORT)} FROM reports WHERE seq = ?", seq)[0]  # noqa: S608  names of columns
    text = unpacked(run(connection, "SELECT record FROM readings WHERE report = ?", seq)[0][0]).report.text
    roles: dict[int, list[tuple[str, int]]] = {}
    for item, part, identity in run(connection, "SELECT item, part, identity FROM roles JOIN items ON items.id = item WHERE report = ?", seq):
        roles.setdefault(item, []).append((part, identity))
    items: dict[int, Item] = {}
    for number, words, *of_it in run(connection, f"SELECT id, words, {', '.join(ITEM)} FROM items WHERE report = ? ORDER BY id DESC", seq):  # noqa: S608
        items[number] = (dict(zip(ITEM, of_it, strict=True)), folded(words), roles.get(number, []))
    return filings(seq, dict(zip(REPORT, columns, strict=True)), whole(title, text), items)
