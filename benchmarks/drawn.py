"""Drawn sentences of the dev corpora (`cases/drawn`): a word or figure in each, what it tells, by offset and hash; the sentence is kept nowhere.

Each sentence is read alone, as published at noon on 17 March 2021. `drawn.types`: the marked word tells an event of one of these types, or none; `drawn.certainty`:
certainty, polarity and time; `drawn.quantities`: what the figure counts and how much it is (`none`: a figure that counts nothing, such as an age; that it is no quantity or
counts "other" is right); `drawn.places`: the state that the place lies in, `none` where the words are no place (an acting state among them), `place` where it lies in no one
state; `drawn.times`: the EDTF value. Alternatives are parted by "|". All are shares.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpora import sha256, text_of
from benchmarks.measure import Outcome
from benchmarks.sampling import HASH
from benchmarks.system import encoder, reader
from onrecord.reading import plain
from onrecord.recording.draft import Draft
from onrecord.recording.events.certainty import sure_of
from onrecord.recording.statements.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Record

FOLDER = Path(__file__).resolve().parents[1] / "cases/drawn"
PLACES = FOLDER.parent / "places.csv"
TABLES = ("types", "certainty", "quantities", "places", "times")
PUBLISHED = "2021-03-17T12:00+00:00"


class Row(NamedTuple):
    """One row: where it is from, the sentence, the characters of the item in it, and what is right."""

    source: str
    sentence: str
    start: int
    end: int
    wanted: tuple[str, ...]


def rows(table: str) -> list[Row]:
    """The rows of a table with their sentences. Raises ValueError where a text is not the one that was labelled."""
    out = []
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start, end, first, last = (int(row[k]) for k in ("start", "end", "item_start", "item_end"))
            sentence = text_of(row["source"])[start:end]
            if sha256(sentence)[:HASH] != row["sha256"]:
                message = f"{row['source']} {start}: another text than the one that was labelled"
                raise ValueError(message)
            out.append(Row(f"{row['source']}:{first}", sentence, first - start, last - start, tuple(row["wanted"].split("|"))))
    return out


def drawn() -> Iterator[Outcome]:
    """An outcome for each row of each table."""
    for table in TABLES:
        for row in rows(table):
            got = answer(table, row)
            out = Outcome(f"drawn.{table}", row.source, int(got in row.wanted), 1, 1)
            if got not in row.wanted:
                out.miss("0", f"{row.sentence[: row.start]}{{{row.sentence[row.start : row.end]}}}{row.sentence[row.end :]}: {' or '.join(row.wanted)}", got)
            yield out
    yield from places()


def places() -> Iterator[Outcome]:
    """An outcome for each row of `cases/places.csv`, invented sentences with the place in braces."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            before, _, rest = case["text"].partition("{")
            words, _, after = rest.partition("}")
            row = Row(case["id"], before + words + after, len(before), len(before) + len(words), tuple(case["wanted"].split("|")))
            got = answer("places", row)
            out = Outcome("clauses.places", case["text"][:40], int(got in row.wanted), 1, 1)
            if got not in row.wanted:
                out.miss("0", f"{case['text']}: {case['wanted']}", got)
            yield out


def answer(table: str, row: Row) -> str:
    """What the record of the sentence says of the item, in the words of the table."""
    if table == "certainty":
        return _certainty(row)
    record = _record(row.sentence)
    if table == "types":
        return next((e.type for e in record.events if e.trigger.start < row.end and row.start < e.trigger.end), "NONE")
    if table == "quantities":
        return _quantity(record, row)
    if table == "places":
        place = next((p for p in record.places for m in p.mentions if m.start <= row.start < m.end), None)
        return "none" if place is None else place.country or "place"
    time = next((t for t in record.times if t.start < row.end and row.start < t.end), None)
    return "none" if time is None else time.value or "no value"


def _quantity(record: Record, row: Row) -> str:
    found = next((q for q in record.quantities if q.start < row.end and row.start < q.end), None)
    if found is None or (row.wanted == ("none",) and found.counts == "other"):
        return "none"
    if found.value is None:
        return found.counts
    return f"{found.counts} {found.value:g}" if found.value < 1000 else f"{found.counts} {found.value:.0f}"


def _certainty(row: Row) -> str:
    report = plain(row.sentence)
    scene = Scene(Draft(report, encoder().mark(report)))
    token = next((i for i, t in enumerate(scene.tokens) if t.start < row.end and row.start < t.end), None)
    if token is None:
        return "no word"
    sure = sure_of(scene, token)
    return f"{sure.certainty} {sure.polarity} {sure.when}"


@cache
def _record(sentence: str) -> Record:
    return reader().read_text(sentence, published=PUBLISHED)
