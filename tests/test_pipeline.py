"""The flow as a whole: every span quotes its report, the same bytes give the same record, streams never break."""

from __future__ import annotations

import threading
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import EmptyError, NotEnglishWarning, UsageError
from onrecord.pipeline import Failure, Reader
from onrecord.record import Record, schema
from onrecord.recording.numbering import check
from onrecord.understanding.weights import FOLDER

pytestmark = pytest.mark.skipif(not (FOLDER / "model.onnx").exists(), reason="src/onrecord/model is absent")
SAMPLES = sorted((Path(__file__).resolve().parents[1] / "samples").glob("0*"))
WORDS = (
    "The minister", "said", "on Tuesday", "that", "two soldiers", "were killed in", "Bergen", "“We will not go,”", "'s", "she", "denied", ".", ".\n\n", ", ",
    "North Korea", "30%", "about 3,000 people", "according to", "a spokesman for", "the Ministry of Defence", "OSLO (Northwire) -", "?", "By Ann Lind\n",
)  # fmt: skip


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests."""
    return Reader()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_samples_are_read_and_come_back_from_json(reader: Reader, sample: Path) -> None:
    record = reader.read(sample)
    check(record)
    assert record.statements
    assert record.actors
    assert Record.from_json(record.to_json()) == record
    assert record.report.origin.location == str(sample)


@pytest.mark.parametrize("sample", SAMPLES[:3], ids=lambda path: path.name)
def test_lists_are_sorted_and_ids_count_from_one(reader: Reader, sample: Path) -> None:
    record = reader.read(sample)
    for letter, items in zip("aptqse", (record.actors, record.places, record.times, record.quantities, record.statements, record.events), strict=True):
        assert [item.id for item in items] == [f"{letter}{n}" for n in range(1, len(items) + 1)]
    for keyed in (record.statements, record.events):
        assert len({item.key for item in keyed}) == len(keyed)


@settings(max_examples=60)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.text(max_size=6)), min_size=4, max_size=30), st.sampled_from((" ", "")))
@pytest.mark.filterwarnings("ignore::onrecord.errors.NotEnglishWarning")
def test_spans_quote_any_text(reader: Reader, parts: list[str], between: str) -> None:
    text = between.join(parts)
    if not text.strip():
        with pytest.raises(EmptyError):
            reader.read_text(text)
        return
    record = reader.read_text(text)
    check(record)
    blank = [True] * len(record.report.text)
    for block in record.report.blocks:
        blank[block.start : block.end] = [False] * (block.end - block.start)
    assert not any(lost and not c.isspace() for lost, c in zip(blank, record.report.text, strict=True))
    assert Record.from_json(record.to_json()) == record


def test_same_bytes_same_record_whatever_the_threads(reader: Reader) -> None:
    few = SAMPLES[:3]
    plain = [reader.read(sample).to_json() for sample in few]
    assert [_json(o) for o in Reader(threads=1).records(reversed(few), jobs=3)] == plain[::-1]
    found: dict[int, bytes] = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: reader.read(few[n]).to_json()})) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[n] for n in range(3)] == plain


def _json(outcome: Record | Failure) -> bytes:
    assert isinstance(outcome, Record)
    return outcome.to_json()


def test_a_stream_gives_failures_in_their_place_and_goes_on(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").write_bytes(b"")
    outcomes = list(reader.records([SAMPLES[0], tmp_path / "none", tmp_path / "empty", SAMPLES[1], tmp_path], jobs=2))
    assert [type(outcome) for outcome in outcomes] == [Record, Failure, Failure, Record, Failure]
    assert outcomes[1] == Failure(str(tmp_path / "none"), "MissingError", "no such file or folder")
    assert isinstance(outcomes[2], Failure)
    assert (outcomes[2].error, outcomes[2].path) == ("EmptyError", str(tmp_path / "empty"))
    monkeypatch.setattr(reader, "_record", lambda *_: 1 / 0)
    (broken,) = reader.records([SAMPLES[0]])
    assert isinstance(broken, Failure)
    assert broken.error == "ZeroDivisionError"


def test_a_stream_can_be_left(reader: Reader) -> None:
    for outcome in reader.records(SAMPLES * 5, jobs=2):
        assert isinstance(outcome, Record)
        break


def test_what_is_not_english_is_a_report_alone(reader: Reader) -> None:
    with pytest.warns(NotEnglishWarning, match="the language is de"):
        record = reader.read_text("Der Minister sagte am Dienstag in Berlin, die Regierung werde den Vertrag nicht unterzeichnen.")
    assert record.report.language == "de"
    assert not record.statements
    assert not record.reasons


def test_options_are_checked_before_anything_is_read(reader: Reader) -> None:
    with pytest.raises(UsageError, match="IANA"):
        Reader(timezone="Moon/Base")
    with pytest.raises(UsageError, match="ISO 8601"):
        reader.records([], published="yesterday")


def test_a_record_is_what_its_schema_says(reader: Reader) -> None:
    assert set(msgspec.to_builtins(reader.read(SAMPLES[0]))) == set(schema()["$defs"]["Record"]["properties"])
