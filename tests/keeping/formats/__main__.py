"""Writes the store of the present format, unless it is there: what was released is never written anew."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.keeping.opening import open_store
from onrecord.keeping.upgrading import HEAD
from tests.keeping.formats.reports import REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent


def main() -> None:
    """Makes a store of a few reports and writes it as SQL."""
    to = HERE / f"{HEAD}.sql"
    if to.exists():
        print(f"{to.name} is there")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        with open_store(file) as store:
            for filed in REPORTS:
                store.add(filed)
            store.judge("accept", [(REPORTS[0].record.report.id, "s1")], who="Ida")
            store.compact()
        with closing(sqlite3.connect(file)) as raw:
            to.write_text("\n".join(dumped(raw)) + "\n", encoding="utf-8")


def dumped(raw: sqlite3.Connection) -> Iterator[str]:
    """The store as SQL. An index of words is made by its own statement, and then given what its tables held."""
    made = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'index', rowid").fetchall()
    words = [name for name, sql in made if sql.startswith("CREATE VIRTUAL")]
    below = {name for name, _ in made if any(name.startswith(f"{of}_") for of in words)}
    yield "BEGIN;"
    yield from (f"{sql};" for name, sql in made if name not in below)
    for name, sql in made:
        if sql.startswith("CREATE TABLE"):
            if name in below:
                yield f"DELETE FROM {name};"  # noqa: S608  names of ours
            for row in raw.execute(f"SELECT * FROM {name}"):  # noqa: S608  names of ours
                yield f"INSERT INTO {name} VALUES ({', '.join(literal(value) for value in row)});"  # noqa: S608  names of ours
    yield "COMMIT;"
    yield f"PRAGMA application_id = {raw.execute('PRAGMA application_id').fetchone()[0]};"


def literal(value: object) -> str:
    """A value as SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


if __name__ == "__main__":
    main()
