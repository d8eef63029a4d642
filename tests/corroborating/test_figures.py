"""Figures of a claim: what counts, whose it is, and how a value is told to have moved."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from onrecord.corroborating.counting import counted, one_kind
from onrecord.corroborating.entries import entries
from onrecord.corroborating.figures import figures
from onrecord.corroborating.told import Told
from onrecord.corroborating.voices import numbered
from onrecord.record import Quantity

if TYPE_CHECKING:
    from onrecord.pipeline import Reader

TEXT = """OSLO, March 9, 2031 (Northwire) - Police said six people were detained in Oslo on Friday.

Police said on Sunday that 22 people, not six, had been detained in Oslo.
"""


def quantity(unit: str | None, value: float = 4.0, counts: str = "other") -> Quantity:
    return Quantity("q1", 0, 1, "4", value, value, value, False, unit, counts, None, None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (quantity("Uzbek soldiers"), "other:soldier"), (quantity("sides", 2.0), None), (quantity("kilometres"), None), (quantity("ship", 1.0), None),
        (quantity("soldiers", counts="killed"), "killed"), (quantity(None), "other:"),
    ],
)  # fmt: skip
def test_what_is_counted(given: Quantity, kind: str | None) -> None:
    assert counted(given) == kind


def test_people_of_whom_one_text_says_what_became_may_be_the_same() -> None:
    assert one_kind("other:soldier", "arrested")
    assert not one_kind("killed", "displaced")
    assert not one_kind("other:boat", "other:truck")


def test_the_number_after_not_is_no_value_and_the_one_before_it_is_a_correction(reader: Reader) -> None:
    record = reader.file(BytesIO(TEXT.encode())).record
    told = {record.report.id: Told(record, record.report.id)}
    keys = [event.key for event in record.events]
    found = numbered(entries(told[record.report.id], keys), told)
    given = figures(found, told, {record.report.id: keys})
    assert [(figure.value, figure.revision) for figure in given] == [(6.0, "first"), (22.0, "corrected")]
