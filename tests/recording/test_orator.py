"""Whose a speech is by its title. Invented texts."""

from __future__ import annotations

import pytest

from onrecord.reading.options import ReadingOptions
from onrecord.reading.report import read_text
from onrecord.recording.draft import Draft
from onrecord.recording.orator import orator
from onrecord.understanding.marks import Marks

SPOKEN = "\n\nI thank you all for coming here tonight.\n\nWe have built three bridges in one year.\n\nMy friends, we are not done with it yet.\n\nI ask you for one more year of patience.\n"
TOLD = "\n\nThe bridges were opened on Friday in the rain.\n\nA band played.\n\nI was there as well with my brother.\n\nThe mayor left early and in silence.\n"


def _who(title: str, body: str) -> str | None:
    draft = Draft(read_text(title + body, options=ReadingOptions()), Marks([], []))
    found = orator(draft)
    return draft.text[slice(*found)] if found is not None else None


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Statement by Mr Anton Dreval at the Assembly of Coastal States", "Mr Anton Dreval at the Assembly of Coastal States"),
        ("Opening remarks by Ilona Varga to the Chamber of Shipping", "Ilona Varga to the Chamber of Shipping"),
        ("Mayor Dora Kessling’s speech at the new bridge of Tessin", "Mayor Dora Kessling"),
    ],
)
def test_the_title_of_a_speech_names_who_holds_it(title: str, who: str) -> None:
    assert _who(title, SPOKEN) == who
    assert _who(title, TOLD) is None


def test_a_report_that_quotes_nobody_and_says_i_has_no_orator() -> None:
    assert _who("Three bridges in one year for the town of Varnholm", SPOKEN) is None
