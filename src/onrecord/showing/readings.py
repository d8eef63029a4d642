"""Texts that are read while people wait: a short queue, one model, one text at a time, the result shown and kept only where that is asked for."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from typing import TYPE_CHECKING, Any, Literal

from onrecord.errors import KeepingError, UnknownError
from onrecord.opening import Opened
from onrecord.showing.accounts.audit import note
from onrecord.showing.failing import Refused, refusal
from onrecord.showing.fetching.fetch import fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.keeping.protocol import Added, Filed
    from onrecord.keeping.store import SqlStore
    from onrecord.pipeline import Reader
    from onrecord.record import Record
    from onrecord.showing.accounts.roles import Who

    State = Literal["fetching", "waiting", "loading", "reading", "done", "failed"]

_HELD = 50  # results that are held for whoever asked
_PACE = 2500.0  # characters a second before anything is known


class Job:
    """One text on its way: what state it is in, and what came of it. `filed` is there once it is `done`, `error` where it has `failed`."""

    def __init__(self, owner: str, source: Opened | str, told: dict[str, Any], *, keep: bool) -> None:
        self.id = secrets.token_urlsafe(12)
        self.owner, self.source, self.told, self.keep = owner, source, told, keep
        self.state: State = "waiting"
        self.filed: Filed | None = None
        self.added: Added | None = None
        self.error: Refused | None = None
        self.begun: float | None = None
        self.expected = 0.0
        self.finished = threading.Event()

    @property
    def record(self) -> Record | None:
        """What was read, once it is."""
        return self.filed.record if self.filed is not None else None

    @property
    def progress(self) -> float:
        """How far it is, 0 to 1: a guess by length and by how fast texts were read before."""
        if self.finished.is_set():
            return 1.0
        if self.begun is None:
            return 0.0
        return min(0.98, (time.monotonic() - self.begun) / max(self.expected, 0.1))


class Readings:
    """The queue and the one who works it off. The model is loaded for the first text and stays."""

    def __init__(
        self, store: SqlStore, *, waiting: int, largest: int, make: Callable[[], Reader] | None = None, fetches: Callable[..., Opened] = fetch
    ) -> None:  # fmt: skip
        self._store, self._waiting, self._largest, self._make, self._fetch = store, waiting, largest, make or _reader, fetches
        self._reader: Reader | None = None
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: Queue[Job | None] = Queue()
        self._lock = threading.Lock()
        self._worker: threading.Thread | None = None
        self._fetching = ThreadPoolExecutor(2, thread_name_prefix="fetch")
        self._pace = _PACE

    def submit(self, source: Opened | str, *, who: Who, address: str | None, keep: bool = False, **told: Any) -> Job:  # noqa: ANN401  ReadingOptions
        """Takes a text (its bytes, or a web address to fetch) into the queue. Raises Refused where it is full or where they may not keep it."""
        if keep and not who.may("reviewer"):
            raise Refused(403, "keeping reports needs the role reviewer")
        job = Job(_owner(who), source, {name: value for name, value in told.items() if value is not None}, keep=keep)
        with self._lock:
            if sum(not one.finished.is_set() for one in self._jobs.values()) >= self._waiting:
                raise Refused(429, "too many texts wait to be read; try again in a moment", headers={"retry-after": "10"})
            self._jobs[job.id] = job
            self._forget()
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="reading", daemon=True)
                self._worker.start()
        self._note("read", who, address, {"from": source[:500] if isinstance(source, str) else f"{len(source.data)} bytes", "keep": keep})
        if isinstance(source, str):
            job.state = "fetching"
            self._fetching.submit(self._fetched, job, source)
        else:
            self._queue.put(job)
        return job

    def job(self, number: str, who: Who) -> Job:
        """A text of theirs on its way. Raises UnknownError where there is none, or no more."""
        with self._lock:
            job = self._jobs.get(number)
        if job is None or job.owner != _owner(who):
            message = "there is no such text on its way; results are held for a while only"
            raise UnknownError(message)
        return job

    def ahead(self, job: Job) -> int:
        """How many texts are read before this one."""
        with self._lock:
            before = 0
            for one in self._jobs.values():
                if one is job:
                    return before
                before += not one.finished.is_set()
        return 0

    def keep(self, job: Job, *, who: Who, address: str | None) -> Added:
        """Keeps what was read. Raises Refused where nothing was, or where they may not."""
        if not who.may("reviewer"):
            raise Refused(403, "keeping reports needs the role reviewer")
        if job.filed is None:
            raise Refused(409, "it has not been read yet")
        if job.added is None:
            job.added = self._store.add(job.filed)
            self._note("keep", who, address, {"report": job.added.id})
        return job.added

    def close(self) -> None:
        """Takes no more texts; what is being read is not waited for."""
        self._fetching.shutdown(wait=False, cancel_futures=True)
        self._queue.put(None)

    def _fetched(self, job: Job, address: str) -> None:
        try:
            job.source = self._fetch(address, largest=self._largest)
            job.state = "waiting"
            self._queue.put(job)
        except Exception as error:  # noqa: BLE001  told to whoever asked
            self._failed(job, error)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                self._read(job)
            except Exception as error:  # noqa: BLE001  told to whoever asked; the next text is read all the same
                self._failed(job, error)

    def _read(self, job: Job) -> None:
        if self._reader is None:
            job.state = "loading"
            self._reader = self._make()
        source = job.source
        size = len(source.data) if isinstance(source, Opened) else 0
        job.state, job.begun, job.expected = "reading", time.monotonic(), 0.3 + size / self._pace
        filed = self._reader.file(source, **job.told)
        took = time.monotonic() - job.begun
        self._pace = 0.7 * self._pace + 0.3 * max(200.0, size / max(took, 0.05))
        if job.keep:
            job.added = self._store.add(filed)
        job.filed, job.state = filed, "done"
        job.finished.set()

    def _failed(self, job: Job, error: Exception) -> None:
        job.error, job.state = refusal(error), "failed"
        job.finished.set()

    def _forget(self) -> None:
        """Lets the oldest results go; the lock is held."""
        done = [number for number, job in self._jobs.items() if job.finished.is_set()]
        for number in done[: max(0, len(done) - _HELD)]:
            del self._jobs[number]

    def _note(self, what: str, who: Who, address: str | None, detail: dict[str, Any]) -> None:
        try:
            with self._store.database.writing() as connection:
                note(connection, what, who=who.name, address=address, detail=detail)
        except KeepingError:
            if what != "read":
                raise


def _owner(who: Who) -> str:
    """Whom a text belongs to: a user, or at a desk without users everybody, who are all one."""
    return who.name


def _reader() -> Reader:
    from onrecord.pipeline import Reader  # noqa: PLC0415  heavy, and needed for the first text alone

    return Reader()


