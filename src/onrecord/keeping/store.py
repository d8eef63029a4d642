"""The store: every verb of the protocol, each one transaction of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.keeping import adding, retrieving, totals
from onrecord.keeping.query import claiming, finding
from onrecord.keeping.rows import rows
from onrecord.keeping.totals import Totals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from onrecord.keeping.database import Database
    from onrecord.keeping.protocol import Added, ClaimRow, Filed, Hit, Linker, Stats
    from onrecord.keeping.rows import Rows
    from onrecord.record import MadeBy, Record

_TOGETHER = 50  # reports that `add_all` keeps in one transaction
_PAGE = 100  # records that are had at a time


class SqlStore:
    """A store in SQLite or PostgreSQL; what each verb does is told in `protocol.Store`."""

    def __init__(self, database: Database, *, linker: Linker | None = None) -> None:
        self._database, self._linker = database, linker
        self.url = database.url.render_as_string(hide_password=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._database.close()

    def add(self, filed: Filed, *, link: bool = True) -> Added:
        """Keeps a report."""
        return next(self._added([self._rows(filed)]))

    def add_all(self, fileds: Iterable[Filed], *, link: bool = True) -> Iterator[Added]:
        """Keeps many reports, several in one transaction."""
        each = iter(fileds)
        while together := [self._rows(filed) for filed in islice(each, _TOGETHER)]:
            yield from self._added(together)

    def record(self, report: str) -> Record:
        """The record of a report."""
        with self._database.reading() as connection:
            return retrieving.record(connection, retrieving.numbered(connection, report)[0])

    def original(self, report: str) -> bytes:
        """The bytes of a report as they came."""
        with self._database.reading() as connection:
            return retrieving.original(connection, report)

    def records(self, *, after: int = 0) -> Iterator[tuple[int, Record]]:
        """All records in order of arrival, with their numbers."""
        while True:
            with self._database.reading() as connection:
                page = retrieving.records(connection, after, _PAGE)
            if not page:
                return
            yield from page
            after = page[-1][0]

    def known(self, sha256: str, location: str | None) -> list[MadeBy]:
        """What made the records of the reports with these bytes from this place."""
        with self._database.reading() as connection:
            return retrieving.known(connection, sha256, location)

    def find(self, query: str = "", *, kind: str | None = None, limit: int = 50, after: str | None = None) -> list[Hit]:
        """What the query asks for, newest first."""
        with self._database.reading() as connection:
            return finding.find(connection, query, kind=kind, limit=limit, after=after)

    def claims(self, query: str = "", *, limit: int = 50, after: str | None = None) -> list[ClaimRow]:
        """Claims that pass the filters, last changed first."""
        with self._database.reading() as connection:
            return claiming.claims(connection, query, limit=limit, after=after)

    def stats(self) -> Stats:
        """What the store holds."""
        with self._database.reading() as connection:
            return totals.stats(connection)

    def _rows(self, filed: Filed) -> Rows:
        return rows(filed, added=now())

    def _added(self, together: list[Rows]) -> Iterator[Added]:
        done = []
        with self._database.writing() as connection:
            counts = Totals(connection)
            for each in together:
                done.append(adding.add(connection, each, counts)[0])
            counts.write()
        yield from done


def now() -> str:
    """This moment in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
