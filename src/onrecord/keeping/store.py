"""The store: every verb of the protocol, each one transaction of its own."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.keeping import adding, forgetting, judging, ledgers, maintaining, rereading, retrieving, tallying, totals
from onrecord.keeping.bulk import among, run
from onrecord.keeping.claims_index import SqlIndex
from onrecord.keeping.collecting import seldom
from onrecord.keeping.query import asides, claiming, finding
from onrecord.keeping.rows import rows
from onrecord.keeping.totals import Totals
from onrecord.record import ItemRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from sqlalchemy import Connection

    from onrecord.keeping.database import Database
    from onrecord.keeping.protocol import Added, Change, ClaimRow, Filed, Hit, Judgement, Linker, Stats
    from onrecord.keeping.rows import Rows
    from onrecord.record import Claim, MadeBy, Record

_TOGETHER = 50  # reports that `add_all` keeps in one transaction
_UNLINKED = 300  # the same without linking: the more, the fewer pages of the database are written twice
_PAGE = 100  # records that are had at a time


class SqlStore:
    """A store in SQLite or PostgreSQL; what each verb does is told in `protocol.Store`."""

    def __init__(self, database: Database, *, linker: Linker | None = None) -> None:
        self._database, self._linker = database, linker
        self.url = database.url.render_as_string(hide_password=True)

    @property
    def database(self) -> Database:
        """The database under the store, for what is kept beside reports: those who use a desk, and what its pages count."""
        return self._database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._database.close()

    def add(self, filed: Filed, *, link: bool = True) -> Added:
        """Keeps a report."""
        return self._keep([(filed if link else None, rows(filed, added=now()))])[0]

    def add_all(self, fileds: Iterable[Filed], *, link: bool = True) -> Iterator[Added]:
        """Keeps many reports, several in one transaction; the next are taken apart while these are written."""
        with seldom():
            yield from self._add_all(fileds, link=link)

    def _add_all(self, fileds: Iterable[Filed], *, link: bool) -> Iterator[Added]:
        each = iter(fileds)
        waiting: deque[list[tuple[Filed | None, Future[Rows]]]] = deque()
        more = True
        with ThreadPoolExecutor(1) as pool:
            while more or waiting:
                taken = [(filed if link else None, pool.submit(rows, filed, added=now())) for filed in islice(each, _TOGETHER if link else _UNLINKED)]
                more = bool(taken)
                if more:
                    waiting.append(taken)
                if waiting and (len(waiting) > 1 or not more):
                    yield from self._keep([(filed, parts.result()) for filed, parts in waiting.popleft()])

    def link(self) -> Iterator[str]:
        """Links what was added without linking."""
        if self._linker is None:
            return
        while True:
            with self._database.writing() as connection:
                waiting = run(connection, "SELECT seq, id FROM reports WHERE NOT linked ORDER BY seq LIMIT 1")
                if not waiting:
                    return
                seq, report = waiting[0]
                counts = Totals(connection)
                self._link(SqlIndex(connection, counts, at=now()), seq, retrieving.filed(connection, seq))
                counts.write()
            yield report

    def reread(self, filed: Filed, *, keep: bool = True) -> list[Change]:
        """Puts a new reading in the place of the old one; without `keep` only says what that would change."""
        taken = rows(filed, added=now())
        with self._database.writing() as connection:
            seq = rereading.found(connection, filed.record)
            was_linked = bool(run(connection, "SELECT linked FROM reports WHERE seq = ?", seq)[0][0])
            counts = Totals(connection)
            beside = self._beside(connection, seq, counts)
            changes, touched = rereading.reread(connection, seq, taken, filed.record, counts, at=now())
            index = SqlIndex(connection, counts, at=now())
            self._regroup(index, beside)
            if was_linked:
                self._link(index, seq, filed)
            self._regroup(index, _items(connection, touched))
            counts.write()
            if not keep:
                connection.rollback()
        return changes

    def forget(self, report: str, *, who: str | None = None) -> None:
        """Removes a report for real."""
        with self._database.writing() as connection:
            seq, whole = retrieving.numbered(connection, report)
            counts = Totals(connection)
            beside = self._beside(connection, seq, counts)
            touched = forgetting.forget(connection, seq, whole, counts, who=who, at=now())
            self._regroup(SqlIndex(connection, counts, at=now()), [*beside, *_items(connection, touched)])
            counts.write()
        maintaining.settle_log(self._database)

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

    def claim(self, claim: str) -> Claim:
        """The ledger of a claim."""
        with self._database.reading() as connection:
            return ledgers.claim(connection, claim, Totals(connection), at=now())

    def claims(self, query: str = "", *, limit: int = 50, after: str | None = None) -> list[ClaimRow]:
        """Claims that pass the filters, last changed first."""
        with self._database.reading() as connection:
            return claiming.claims(connection, query, limit=limit, after=after)

    def judge(self, verdict: str, items: list[tuple[str, str]], *, who: str, field: str | None = None, value: Any = None) -> int:  # noqa: ANN401  JSON
        """Keeps a person's word on two items or on one; gives its number."""
        with self._database.writing() as connection:
            number, refs = judging.judge(connection, verdict, items, who=who, at=now(), field=field, value=value)
            self._judged(connection, refs)
        return number

    def unite(self, one: str, other: str, *, who: str) -> list[int]:
        """Keeps a person's word that two claims are one; gives the numbers of the judgements that say so."""
        with self._database.writing() as connection:
            numbers, refs = judging.unite(connection, one, other, who=who, at=now())
            self._judged(connection, refs)
        return numbers

    def undo(self, *judgements: int, who: str) -> None:
        """Takes judgements back, all of them or none."""
        with self._database.writing() as connection:
            at = now()
            self._judged(connection, [ref for judgement in judgements for ref in judging.undo(connection, judgement, who=who, at=at)])

    def judgements(self) -> Iterator[Judgement]:
        """All judgements that were not taken back, in order."""
        after = 0
        while True:
            with self._database.reading() as connection:
                page = asides.judgements(connection, after, _PAGE)
            yield from page
            if not page:
                return
            after = page[-1].number

    def memberships(self, report: str) -> dict[str, str]:
        """The claims that the items of a report are in, by key."""
        with self._database.reading() as connection:
            return asides.memberships(connection, report)

    def stats(self) -> Stats:
        """What the store holds."""
        with self._database.reading() as connection:
            return totals.stats(connection)

    def backup(self, to: Path) -> None:
        """Writes a copy of the whole store while it is in use."""
        maintaining.backup(self._database, to)

    def check(self) -> list[str]:
        """What is wrong with the store, in words."""
        return maintaining.check(self._database)

    def compact(self) -> tuple[int, int]:
        """Gives unused space back; bytes before and after."""
        before = maintaining.compact(self._database)
        with self._database.writing() as connection:
            run(connection, "INSERT INTO log (at, what) VALUES (?, 'compact')", now())
        return before

    def _keep(self, together: list[tuple[Filed | None, Rows]]) -> list[Added]:
        """Keeps reports in one transaction; those that come with what was filed are linked."""
        done, new = [], []
        with self._database.writing() as connection:
            counts = Totals(connection)
            index = SqlIndex(connection, counts, at=now())
            for filed, taken in together:
                added, seq, touched = adding.add(connection, taken, counts)
                if filed is not None and added.outcome != "known":
                    self._link(index, seq, filed)
                self._regroup(index, _items(connection, touched))
                done.append(added)
                if added.outcome != "known":
                    new.append(seq)
            tallying.tally(connection, new, 1)
            counts.write()
        return done

    def _link(self, index: SqlIndex, seq: int, filed: Filed) -> None:
        if self._linker is not None:
            index.turn_to(filed.record.report.id, at=now())
            self._linker.link(index, filed.record, filed)
            run(index.connection, "UPDATE reports SET linked = ? WHERE seq = ?", True, seq)  # noqa: FBT003

    def _beside(self, connection: Connection, seq: int, counts: Totals) -> list[ItemRef]:
        """The items of other reports that hang together with a report's own."""
        if self._linker is None:
            return []
        report = run(connection, "SELECT id FROM reports WHERE seq = ?", seq)[0][0]
        own = [ItemRef(report, key) for (key,) in run(connection, "SELECT key FROM items WHERE report = ?", seq)]
        found = SqlIndex(connection, counts, at=now()).component(own)
        return [profile.ref for profile in found.profiles if profile.ref.report != report]

    def _regroup(self, index: SqlIndex, refs: list[ItemRef]) -> None:
        """Has claims made anew that these items are in."""
        if self._linker is not None and refs:
            index.turn_to(None, at=now())
            self._linker.regroup(index, refs)

    def _judged(self, connection: Connection, refs: list[ItemRef]) -> None:
        """Has claims made anew of whose items a person has said something."""
        counts = Totals(connection)
        self._regroup(SqlIndex(connection, counts, at=now()), refs)
        counts.write()


def _items(connection: Connection, seqs: set[int]) -> list[ItemRef]:
    """The items of reports that are in a claim."""
    select = "SELECT reports.id, key FROM items JOIN reports ON seq = items.report WHERE claim IS NOT NULL AND items.report IN :values"
    return [ItemRef(report, key) for report, key in among(connection, select, seqs)]


def now() -> str:
    """The moment in ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
