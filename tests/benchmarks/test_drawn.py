"""The drawn tables: every row is about the text it was labelled on, lies where the draw put it, and says something that the harness can answer."""

from __future__ import annotations

import csv

import pytest

from benchmarks import drawn
from benchmarks.corpora import DATA
from benchmarks.sampling import draw

pytestmark = pytest.mark.skipif(not (DATA / "wikinews").exists(), reason="the corpora are not there")


@pytest.mark.parametrize("table", drawn.TABLES)
def test_the_rows_are_those_of_the_seeded_draw(table: str) -> None:
    kept = [(row.source, row.sentence) for row in drawn.rows(table)]
    assert kept == [(f"{source}:{first}", sentence) for source, _, _, first, _, _, sentence in draw(table) if (f"{source}:{first}", sentence) in set(kept)]
    assert len(kept) >= 85


@pytest.mark.parametrize("table", drawn.TABLES)
def test_no_row_holds_a_sentence(table: str) -> None:
    with (drawn.FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        assert all(len(row["wanted"]) < 90 and row["wanted"] for row in csv.DictReader(file))


def test_an_answer_is_in_the_words_of_its_table() -> None:
    row = drawn.Row("", "Kenyan police arrested six men in Nairobi on Monday.", 14, 22, ())
    assert drawn.answer("types", row) == "COERCE"
    assert drawn.answer("certainty", row) == "certain positive past"
    assert drawn.answer("quantities", row._replace(start=23, end=26)) == "arrested 6"
    assert drawn.answer("places", row._replace(start=34, end=41)) == "KEN"
    assert drawn.answer("times", row._replace(start=45, end=51)) == "2021-03-15"
