"""The table of sample cases fits the samples: every row names words that stand there."""

from __future__ import annotations

import re
from html import unescape

import pytest

from benchmarks.cases import SAMPLES, Case, table

FIELDS = {
    "report": {"publisher", "agency", "title", "published", "dateline"}, "block": {"kind"}, "actor": {"country", "kind", "name"},
    "statement": {"speaker", "act", "form", "distance", "source_kind", "prompted", "reason"}, "time": {"value"},
    "event": {"type", "plover", "actor", "recipient", "condition", "when", "certainty", "polarity", "said_by"},
    "quantity": {"value", "low", "high", "approximate", "counts", "unit"},
}  # fmt: skip


@pytest.mark.parametrize("case", table(), ids=lambda case: f"{case.sample}:{case.number}")
def test_row_names_what_is_there(case: Case) -> None:
    assert case.field in FIELDS[case.kind]
    text = unescape(re.sub(r"<head>.*?</head>|<[^>]+>", " ", (SAMPLES / case.sample).read_text(encoding="utf-8"), flags=re.DOTALL))
    assert text.count(case.words) > case.nth


def test_every_sample_has_rows() -> None:
    assert {case.sample for case in table()} == {path.name for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"}}
