"""The flow on one screen: bytes, Report, Marks, and then one decision after the other up to the Record."""

from __future__ import annotations

import warnings
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from os import PathLike, fspath
from threading import Lock
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

import msgspec

from onrecord import __version__
from onrecord.corroborating.signature import signature
from onrecord.errors import NotEnglishWarning, OnrecordError, UsageError
from onrecord.keeping.protocol import Filed
from onrecord.opening import open_source
from onrecord.reading.options import ReadingOptions
from onrecord.reading.plain import plain
from onrecord.reading.report import read_bytes, read_text
from onrecord.record import CODEBOOK, MadeBy, Model, Record, Report
from onrecord.recording import actors, events, pairs, places, quantities, statements, times
from onrecord.recording.draft import Draft
from onrecord.recording.numbering import number
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path
    from typing import Unpack

    from onrecord.facts.custom import Own
    from onrecord.listing import Lists
    from onrecord.opening import Source

Outcome = TypeVar("Outcome")
ENGLISH = "en"
_LOCK = Lock()
_NOTHING = Marks([], [])


class Told(TypedDict, total=False):
    """What a bare text cannot tell: `published` ISO 8601, `publisher` a name, `timezone` an IANA name; and the limit `max_bytes`."""

    published: str | None
    publisher: str | None
    timezone: str | None
    max_bytes: int


class Failure(msgspec.Struct, frozen=True):
    """A report that could not be read: the path or URL as it was given, the name of the error's class, and the reason in words."""

    path: str
    error: str
    message: str


class Parse(msgspec.Struct, frozen=True):
    """A report, and the words, dependencies and names that the encoder saw in it."""

    report: Report
    marks: Marks


class PairCode(msgspec.Struct, frozen=True):
    """The reduced PLOVER type between two parties, and the probability of each (CONCEDE and RETREAT are one: YIELD)."""

    type: str
    probabilities: dict[str, float]


class Reader:
    """Reads reports. Loads the model once; safe to use from several threads.

    `model` is a folder of weights (the package's own by default), `threads` how many threads one report may use, `lists` files of names that
    actors are matched against (or the Lists of before), `ontology` a file with types of one's own (or what `load` made of it); what is told here
    (`Told`) holds for every report unless it is told otherwise with it.
    Raises ModelError where the weights are missing or broken, UsageError where an option cannot be meant, ListError where a list cannot be used.
    """

    def __init__(
        self, *, model: Path | None = None, threads: int = 2, lists: Iterable[str | PathLike[str]] | Lists = (),
        ontology: str | PathLike[str] | Own | None = None, **told: Unpack[Told],
    ) -> None:  # fmt: skip
        self._options = ReadingOptions(**told)
        self._lists = _loaded(lists)
        self._own = _opened(ontology)
        self._encoder = Encoder.load(model, threads=threads)

    def read(self, source: Source, **told: Unpack[Told]) -> Record:
        """The record of a path, a web address or an open binary file. Raises ReadingError and, for what cannot be meant, UsageError."""
        return self._record(*self._report(source, told))

    def file(self, source: Source, **told: Unpack[Told]) -> Filed:
        """What a store keeps of a report: its record, its bytes, and what the reading yields beside it; errors as for `read`."""
        options = self._with(told)
        opened = open_source(source, max_bytes=options.max_bytes)
        options = replace(options, retrieved=opened.retrieved)
        report = read_bytes(opened.data, location=opened.location, options=options)
        marks = self._marks(report)
        record = self._record(report, options, marks)
        return Filed(record, opened.data, signature(report.text, report.blocks), _vectors(record, marks))

    def files(self, sources: Iterable[Source], *, jobs: int = 1, **told: Unpack[Told]) -> Iterator[Filed | Failure]:
        """What a store keeps of each source, or a Failure, as `records` does it."""
        self._with(told)
        return _in_order(sources, lambda source: self.file(source, **told), jobs)

    def read_text(self, text: str, **told: Unpack[Told]) -> Record:
        """The record of a plain text, in which nothing is taken for markup. Raises EmptyError and TooLargeError."""
        options = self._with(told)
        return self._record(read_text(text, options=options), options)

    def records(self, sources: Iterable[Source], *, jobs: int = 1, **told: Unpack[Told]) -> Iterator[Record | Failure]:
        """A record or a Failure for each source, in order, read `jobs` at a time; nothing that is wrong with a report is raised."""
        self._with(told)
        return _in_order(sources, lambda source: self.read(source, **told), jobs)

    def parse(self, source: Source, **told: Unpack[Told]) -> Parse:
        """The report and what the encoder saw in it, before anything is decided; errors as for `read`."""
        report, _ = self._report(source, told)
        return Parse(report, self._marks(report))

    def parses(self, sources: Iterable[Source], *, jobs: int = 1, **told: Unpack[Told]) -> Iterator[Parse | Failure]:
        """A parse or a Failure for each source, as `records` does it."""
        self._with(told)
        return _in_order(sources, lambda source: self.parse(source, **told), jobs)

    def code_pair(self, text: str, *, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> PairCode:
        """The PLOVER type between two parties of `text`, each characters (start, end) or null. Raises UsageError where they lie outside."""
        for party in (actor, recipient):
            if party is not None and not 0 <= party[0] < party[1] <= len(text):
                message = f"a party must be characters within the text, start before end, not {party}"
                raise UsageError(message)
        probabilities = pairs.weigh(self._encoder.code_pair(text, actor, recipient), self.pair_votes(text, actor=actor, recipient=recipient))
        return PairCode(max(probabilities, key=lambda name: probabilities[name]), probabilities)

    def pair_votes(self, text: str, *, actor: tuple[int, int] | None, recipient: tuple[int, int] | None) -> set[tuple[str, str]]:
        """What the events of `text` say of both parties: how an event's own lie to them, and its reduced type (`onrecord.recording.pairs`)."""
        return pairs.votes(self._record(plain(text), ReadingOptions()), actor, recipient)

    def _marks(self, report: Report) -> Marks:
        """What the encoder sees in a report; nothing in one that is not in English."""
        return self._encoder.mark(report) if report.language == ENGLISH else _NOTHING

    def _record(self, report: Report, options: ReadingOptions, marks: Marks | None = None) -> Record:
        made_by = self._made_by(options)
        if report.language != ENGLISH:
            message = f"{report.origin.location or 'the text'}: the language is {report.language}, not English; nothing was read in it"
            warnings.warn(message, NotEnglishWarning, stacklevel=3)
            return number(Draft(report, _NOTHING), [], [], [], [], [], [], made_by=made_by)
        draft = Draft(report, self._marks(report) if marks is None else marks, own=self._own)
        when = times.find(draft)
        cast = actors.find(draft, when)
        where = places.find(draft, cast)
        said = statements.find(draft, cast, when, where)
        cast = actors.first_person(draft, cast, said)
        figures = actors.own(draft, quantities.find(draft, when), cast)
        happened = events.find(draft, cast, when, where, figures, said)
        said = events.tie(said, happened)
        filed_from = places.dateline_place(draft, where)
        acting = cast.called(happened)
        if self._lists is not None:
            acting, why = self._lists.propose(draft.text, acting)
            draft.reasons.update(why)
        return number(draft, acting, where, when, figures, said, happened, made_by=made_by, filed_from=filed_from)

    def _report(self, source: Source, told: Told) -> tuple[Report, ReadingOptions]:
        options = self._with(told)
        opened = open_source(source, max_bytes=options.max_bytes)
        options = replace(options, retrieved=opened.retrieved)
        return read_bytes(opened.data, location=opened.location, options=options), options

    def _made_by(self, options: ReadingOptions) -> MadeBy:
        told: dict[str, Any] = {name: getattr(options, name) for name in ("published", "publisher", "timezone")}
        told["lists"] = self._lists.options if self._lists is not None else []
        if self._own is not None:
            told["ontology"] = {"name": self._own.name, "sha256": self._own.sha256}
        manifest = self._encoder.manifest
        return MadeBy(__version__, Model(manifest.name, manifest.sha256), CODEBOOK, told)

    def _with(self, told: Told) -> ReadingOptions:
        """The reader's options with what is told of one report."""
        return replace(self._options, **told) if told else self._options


def _vectors(record: Record, marks: Marks) -> dict[str, bytes]:
    """The vector of each event (of its trigger) and statement (of its content), by key."""
    found = {event.key: marks.vector(marks.between(event.trigger.start, event.trigger.end)) for event in record.events}
    for statement in record.statements:
        found[statement.key] = marks.vector([i for span in statement.content for i in marks.between(span.start, span.end)])
    return {key: vector for key, vector in found.items() if vector}


def _in_order(sources: Iterable[Source], do: Callable[[Source], Outcome], jobs: int) -> Iterator[Outcome | Failure]:
    """What `do` makes of each source, `jobs` at a time, in order; whoever stops listening does not wait for what is under way."""
    waiting: deque[Future[Outcome | Failure]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for source in sources:
            waiting.append(pool.submit(_attempt, do, source))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _attempt(do: Callable[[Source], Outcome], source: Source) -> Outcome | Failure:
    try:
        return do(source)
    except OnrecordError as error:
        return Failure(_name(source), type(error).__name__, str(error))
    except Exception as error:  # noqa: BLE001  one report that trips over a fault of ours must not take the others with it
        return Failure(_name(source), type(error).__name__, f"a fault of Onrecord, please report it: {type(error).__name__}: {error}")


def _name(source: Source) -> str:
    """What a failure calls a source."""
    try:
        return str(fspath(source))  # type: ignore[arg-type]
    except TypeError:
        return str(getattr(source, "name", "the file"))


def _loaded(lists: Iterable[str | PathLike[str]] | Lists) -> Lists | None:
    """The lists ready to be asked; null, and nothing of them imported, where there are none."""
    if not lists:
        return None
    from onrecord.listing import Lists  # noqa: PLC0415  needed with lists alone

    if isinstance(lists, Lists):
        return lists
    return Lists([lists] if isinstance(lists, str | PathLike) else lists)


def _opened(ontology: str | PathLike[str] | Own | None) -> Own | None:
    """The ontology, read; null, and nothing of it imported, where there is none."""
    if ontology is None:
        return None
    from onrecord.facts.custom import Own, load  # noqa: PLC0415  needed with an ontology alone

    return ontology if isinstance(ontology, Own) else load(ontology)


def shared_reader() -> Reader:
    """The reader behind `onrecord.read`, made once."""
    with _LOCK:
        return _made()


@cache
def _made() -> Reader:
    return Reader()
