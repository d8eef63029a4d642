"""The contract of a store: the verbs, and what they give. Every backend passes the same tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

import msgspec

from onrecord.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from onrecord.corroborating.index import Index
    from onrecord.record import Claim, ItemRef, MadeBy

Outcome = Literal["added", "known", "superseding", "reread"]


class Filed(msgspec.Struct, frozen=True):
    """A report that is ready to be kept: its record, its bytes as they came, and what the reading pass yields beside the record.

    `data` is null where the bytes are not at hand, as with a record that was read elsewhere. `signature` is of the report's words
    (`corroborating.signature`; the store makes it where it is empty), `vectors` one signed byte a dimension for each statement and event, by key.
    """

    record: Record
    data: bytes | None
    signature: bytes
    vectors: dict[str, bytes]


class Added(msgspec.Struct, frozen=True):
    """What became of a report: its id, whether it was new, and the ids of reports it supersedes or is a copy of."""

    id: str
    outcome: Outcome
    supersedes: list[str] = []
    copies: list[str] = []


class Hit(msgspec.Struct, frozen=True):
    """One row of what `find` found: an item with what a table shows of it. `cursor` continues after it.

    `words` of a report are some around the first that was asked for; `when` is the day or days (ISO 8601, first/last) of the event, of the saying, of
    the report's publication.
    """

    report: str
    key: str
    kind: Literal["report", "statement", "event"]
    local: str | None
    title: str | None
    outlet: str | None
    published: str | None
    words: str
    who: list[str]
    whom: list[str]
    what: str | None
    certainty: str | None
    place: str | None
    said_by: list[str]
    claim: str | None
    confidence: float | None
    cursor: str
    when: str | None = None
    polarity: str | None = None


class Stats(msgspec.Struct, frozen=True):
    """What a store holds."""

    reports: int
    statements: int
    events: int
    actors: int
    claims: int
    outlets: int
    origins: int


class Change(msgspec.Struct, frozen=True):
    """What a new reading of a report changed in one item: gone, new, the same words read otherwise (fields and values), or moved (by overlap)."""

    what: Literal["gone", "new", "changed", "moved", "orphaned"]
    kind: Literal["statement", "event", "judgement"]
    key: str
    words: str
    fields: dict[str, tuple[Any, Any]] = {}


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim as lists show it."""

    id: str
    kind: str
    type: str | None
    label: str
    reports: int
    outlets: int
    origins: int
    standing: str
    first_day: str | None
    last_day: str | None
    first_affirmed: str | None
    first_denied: str | None
    changed: str
    moved: str | None
    cursor: str


class Judgement(msgspec.Struct, frozen=True):
    """A person's word on one item or on two, as it is kept; `value` is JSON."""

    number: int
    who: str
    at: str
    verdict: str
    report: str
    key: str
    other_report: str | None
    other_key: str | None
    field: str | None
    value: str | None
    orphaned: bool


class Linker(Protocol):
    """What ties a report's items to those of others; handed to a store by `pipeline`. It works on the store's index, within its transaction."""

    def link(self, index: Index, record: Record, filed: Filed) -> None:
        """Files the items of a report that is new to the index, ties them to others and groups what hangs together."""
        ...

    def regroup(self, index: Index, items: Sequence[ItemRef]) -> None:
        """Groups anew what hangs together with these items: a judgement has come or gone, or an item that tied them is no more."""
        ...


class Store(Protocol):
    """A store of reports, records and claims. Safe to share between threads; several processes may have the same one open.

    Every verb that changes something is atomic: killed at any moment it has happened wholly or not at all. Errors are KeepingErrors.
    """

    url: str

    def __enter__(self) -> Self: ...
    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
    def close(self) -> None:
        """Lets go of the database."""
        ...

    def add(self, filed: Filed, *, link: bool = True) -> Added:
        """Keeps a report. The same report from the same place is known already; a later version supersedes the earlier; copies share an origin."""
        ...

    def add_all(self, fileds: Iterable[Filed], *, link: bool = True) -> Iterator[Added]:
        """Keeps many reports, several in one transaction; each is told of when it is safe. Each is kept whole or not at all, as with `add`."""
        ...

    def known(self, sha256: str, location: str | None) -> list[MadeBy]:
        """What made the records of the reports with these bytes (SHA-256, hexadecimal) from this place; empty where there are none.

        All files are one place: what a file is called does not tell reports apart.
        """
        ...

    def link(self) -> Iterator[str]:
        """Links what was added without linking, report by report; gives the id of each that is done."""
        ...

    def reread(self, filed: Filed, *, keep: bool = True) -> list[Change]:
        """Puts a new reading in the place of the old one; judgements move with their items, those without one are kept as orphans.

        Without `keep` it only says what that would change. Raises UnknownError where the report is not there.
        """
        ...

    def forget(self, report: str, *, who: str | None = None) -> None:
        """Removes a report for real, its bytes and items with it, and says so in the log. Raises UnknownError."""
        ...

    def record(self, report: str) -> Record:
        """The record of a report, by its id or any unambiguous beginning of 6 digits or more. Raises UnknownError."""
        ...

    def original(self, report: str) -> bytes:
        """The bytes of a report as they came. Raises UnknownError, also where they were not at hand when it was added."""
        ...

    def records(self, *, after: int = 0) -> Iterator[tuple[int, Record]]:
        """All records in order of arrival with their numbers, those after number `after`; streamed."""
        ...

    def find(self, query: str = "", *, kind: str | None = None, limit: int = 50, after: str | None = None) -> list[Hit]:
        """What the query language (docs/find.md) asks for, newest first. Raises QueryError, which says where the query is wrong."""
        ...

    def claim(self, claim: str) -> Claim:
        """The ledger of a claim, by its id, an unambiguous beginning of it or an id that leads there. Raises UnknownError."""
        ...

    def claims(self, query: str = "", *, limit: int = 50, after: str | None = None) -> list[ClaimRow]:
        """Claims that pass the filters, last changed first."""
        ...

    def judge(self, verdict: str, items: list[tuple[str, str]], *, who: str, field: str | None = None, value: Any = None) -> int:  # noqa: ANN401  JSON
        """Keeps a person's word on two items (same, different, unsure) or on one (accept, reject, correct a field). Gives its number."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """All judgements that were not taken back, in order; streamed."""
        ...

    def memberships(self, report: str) -> dict[str, str]:
        """The claims that the items of a report are in, by key. Raises UnknownError."""
        ...

    def unite(self, one: str, other: str, *, who: str) -> list[int]:
        """Keeps a person's word that two claims are one; gives the numbers of the judgements that say so. Raises UnknownError and UsageError."""
        ...

    def undo(self, *judgements: int, who: str) -> None:
        """Takes judgements back, all of them or none; they stay in the log. Raises UnknownError and UsageError."""
        ...

    def stats(self) -> Stats:
        """What the store holds."""
        ...

    def backup(self, to: Path) -> None:
        """Writes a copy of the whole store while it is in use. Raises WritingError."""
        ...

    def check(self) -> list[str]:
        """What is wrong with the store, in words; empty where nothing is."""
        ...

    def compact(self) -> tuple[int, int]:
        """Gives unused space back; bytes before and after."""
        ...
