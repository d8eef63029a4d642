"""The queue of texts that are read: its order, its limits, its errors, whose they are."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import EmptyError, FetchError, UnknownError
from onrecord.opening import Opened
from onrecord.showing.accounts.roles import Who, local
from onrecord.showing.failing import Refused
from onrecord.showing.readings import Readings
from tests.showing.client import Client
from tests.showing.written import filed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore

ME = local(None)


class Stand:
    """In the place of the reader: reads what is not empty, when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.let.set()
        self.read: list[bytes] = []
        self.told: dict[str, Any] = {}

    def file(self, source: Opened, **told: Any) -> Filed:  # noqa: ANN401  options
        assert self.let.wait(10)
        self.read.append(source.data)
        self.told = told
        if not source.data.strip():
            message = "there is nothing in it"
            raise EmptyError(message)
        if source.data == b"fault":
            raise ZeroDivisionError
        return filed(source.data.decode(), location=source.location)


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def readings(store: SqlStore, stand: Stand) -> Iterator[Readings]:
    made = Readings(store, waiting=3, largest=1000, make=lambda: stand, fetches=_fetched)  # type: ignore[arg-type,return-value]
    yield made
    made.close()


def _fetched(address: str, *, largest: int) -> Opened:
    if "inside" in address:
        message = "it is in no open part of the internet"
        raise FetchError(message)
    return Opened(b"Ida said what was fetched by Norway", address)


def text(words: str) -> Opened:
    return Opened(words.encode(), None)


def test_text_is_read_and_kept_only_where_that_is_asked(readings: Readings, store: SqlStore) -> None:
    job = readings.submit(text("Ida said this to Norway"), who=ME, address=None, published="2025-03-04", publisher=None)
    assert job.finished.wait(5)
    assert (job.state, job.progress) == ("done", 1.0)
    assert job.record is not None and store.stats().reports == 0
    added = readings.keep(job, who=ME, address=None)
    assert readings.keep(job, who=ME, address=None) is added
    assert store.stats().reports == 1
    kept = readings.submit(text("Ida said that to Norway"), who=ME, address=None, keep=True)
    assert kept.finished.wait(5) and kept.added is not None
    assert store.stats().reports == 2


def test_what_is_told_goes_along(readings: Readings, stand: Stand) -> None:
    assert readings.submit(text("Ida said this to Norway"), who=ME, address=None, published="2025-03-04", publisher=None).finished.wait(5)
    assert stand.told == {"published": "2025-03-04"}


def test_texts_are_read_in_order_and_only_so_many_wait(readings: Readings, stand: Stand) -> None:
    stand.let.clear()
    jobs = [readings.submit(text(f"Ida said {n} to Norway"), who=ME, address=None) for n in range(3)]
    with pytest.raises(Refused) as full:
        readings.submit(text("one more"), who=ME, address=None)
    assert (full.value.status, full.value.headers["retry-after"]) == (429, "10")
    assert [readings.ahead(job) for job in jobs] == [0, 1, 2]
    stand.let.set()
    assert all(job.finished.wait(5) for job in jobs)
    assert stand.read == [f"Ida said {n} to Norway".encode() for n in range(3)]
    assert readings.submit(text("one more to Norway"), who=ME, address=None).finished.wait(5)


@pytest.mark.parametrize(("words", "status"), [(" ", 422), ("fault", 500)])
def test_what_goes_wrong_is_told_and_the_next_is_read(readings: Readings, words: str, status: int) -> None:
    job = readings.submit(text(words), who=ME, address=None)
    assert job.finished.wait(5)
    assert job.state == "failed" and job.error is not None and job.error.status == status
    with pytest.raises(Refused):
        readings.keep(job, who=ME, address=None)
    assert readings.submit(text("Ida said this to Norway"), who=ME, address=None).finished.wait(5)


def test_addresses_are_fetched_first(readings: Readings) -> None:
    good = readings.submit("https://news.example/1", who=ME, address=None)
    bad = readings.submit("https://inside.example/1", who=ME, address=None)
    assert good.finished.wait(5) and bad.finished.wait(5)
    assert good.record is not None and good.record.report.origin.location == "https://news.example/1"
    assert bad.error is not None and bad.error.status == 422


def test_texts_are_their_owners_alone(readings: Readings) -> None:
    ida, olav = Who("ida", "reader", "session", "a"), Who("olav", "admin", "session", "b")
    job = readings.submit(text("Ida said this to Norway"), who=ida, address=None)
    assert job.finished.wait(5)
    assert readings.job(job.id, ida) is job
    for number, who in ((job.id, olav), ("nothing", ida)):
        with pytest.raises(UnknownError):
            readings.job(number, who)


def test_readers_keep_nothing(readings: Readings) -> None:
    reader = Who("ida", "reader", "session", "a")
    with pytest.raises(Refused) as refused:
        readings.submit(text("Ida said this to Norway"), who=reader, address=None, keep=True)
    assert refused.value.status == 403
    job = readings.submit(text("Ida said this to Norway"), who=reader, address=None)
    assert job.finished.wait(5)
    with pytest.raises(Refused):
        readings.keep(job, who=reader, address=None)


def test_old_results_are_let_go(readings: Readings) -> None:
    first = readings.submit(text("Ida said first to Norway"), who=ME, address=None)
    for n in range(60):
        assert readings.submit(text(f"Ida said {n} to Norway"), who=ME, address=None).finished.wait(5)
    with pytest.raises(UnknownError):
        readings.job(first.id, ME)


@pytest.fixture
def asking(store: SqlStore, readings: Readings) -> Client:
    made = Client(store)
    made.desk.readings = readings
    return made


def test_api_reads_texts_pages_and_json(asking: Client, store: SqlStore) -> None:
    said = b"Ida said this to Norway"
    for kind, body in (("text/plain", said), ("text/plain; charset=utf-8", said), ("text/html", said), ("application/json", b'{"text":"Ida said this to Norway"}')):
        answer = asking.post("/api/v1/read", body, content_type=kind)
        assert answer.status == 200 and answer.json()["report"]["text"] == said.decode()
    kept = asking.post("/api/v1/read?keep=true", said, content_type="text/plain")
    assert kept.status == 201 and asking.get(kept.headers["location"]).json()["report"]["text"] == said.decode()


def test_api_tells_of_a_text_on_its_way(asking: Client, stand: Stand) -> None:
    stand.let.clear()
    answer = asking.post("/api/v1/read", b"Ida said this to Norway", content_type="text/plain", prefer="respond-async")
    assert answer.status == 202
    where = answer.headers["location"]
    assert asking.get(where).json()["record"] is None
    stand.let.set()
    until = time.monotonic() + 5
    while (told := asking.get(where).json())["state"] != "done" and time.monotonic() < until:
        time.sleep(0.02)
    assert told["record"]["report"]["text"] == "Ida said this to Norway"


@pytest.mark.parametrize(("kind", "body", "status"), [
    ("application/xml", b"<a/>", 415), ("", b"text", 415), ("text/plain", b"", 422), ("application/json", b"{}", 422), ("application/json", b"{", 400),
    ("application/json", b'{"text":"a","url":"b"}', 422), ("application/json", b'{"url":"https://inside.example/"}', 422), ("text/plain", b"fault", 500),
])  # fmt: skip
def test_api_says_why_not(asking: Client, kind: str, body: bytes, status: int) -> None:
    answer = asking.post("/api/v1/read", body, content_type=kind)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")


def test_reading_is_limited(asking: Client) -> None:
    statuses = {asking.post("/api/v1/read", b"", content_type="text/plain").status for _ in range(65)}
    assert statuses == {422, 429}
