"""The table of times, through the whole pipeline: every row holds, and what is known to be wrong is still wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.recording.times.table import Case, found, table, told, wanted

if TYPE_CHECKING:
    from onrecord import Reader


@pytest.mark.parametrize("case", table("holds"), ids=lambda case: case.id)
def test_row_holds(reader: Reader, case: Case) -> None:
    assert told(found(reader, case)) == wanted(case), case.text


@pytest.mark.parametrize("case", table("known wrong"), ids=lambda case: case.id)
def test_row_known_to_be_wrong_is_still_wrong(reader: Reader, case: Case) -> None:
    assert told(found(reader, case)) != wanted(case), f"it holds now: move {case.id} to the part that holds"


def test_every_row_is_in_a_part_that_is_tested() -> None:
    assert len(table("holds")) + len(table("known wrong")) == len({case.id for part in ("holds", "known wrong") for case in table(part)}) > 250
