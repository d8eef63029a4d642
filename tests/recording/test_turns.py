"""Which paragraphs are turns of an interview, and which turns ask. Invented texts."""

from __future__ import annotations

from onrecord.reading.options import ReadingOptions
from onrecord.reading.report import read_text
from onrecord.recording.draft import Draft
from onrecord.recording.turns import turns
from onrecord.understanding.marks import Marks

TITLE = "An evening on the pier of Varnholm\n\nAda Lind and Jon Berg met there on Friday and talked for an hour about the sea.\n\n"


def _turns(body: str) -> list[tuple[str, list[str], bool]]:
    draft = Draft(read_text(TITLE + body, options=ReadingOptions()), Marks([], []))
    return [(turn.label, [draft.text[slice(*piece)] for piece in turn.paragraphs], turn.asks) for turn in turns(draft)]


def test_a_turn_runs_to_the_next_label_and_who_asks_is_told_by_question_marks() -> None:
    found = _turns("LIND: Is the pier safe?\n\nBERG: It is.\n\nIt was built to last.\n\nLIND: Who pays for it?\n\nBERG: We all do.\n")
    assert found == [
        ("lind", ["Is the pier safe?"], True), ("berg", ["It is.", "It was built to last."], False), ("lind", ["Who pays for it?"], True), ("berg", ["We all do."], False),
    ]  # fmt: skip


def test_somebody_who_asks_back_once_does_not_put_the_questions() -> None:
    found = _turns("LIND: Is it safe?\n\nBERG: Why would it not be?\n\nLIND: It shakes, does it not?\n\nBERG: It does.\n\nBERG: It always has.\n")
    assert [asks for _, _, asks in found] == [True, False, True, False, False]


def test_labels_that_do_not_come_again_make_no_transcript() -> None:
    assert _turns("Start: The boats leave at noon.\n\nFinish: They come back at dusk.\n\nPrize: A cup of tin is handed out.\n") == []


def test_one_label_alone_makes_no_transcript() -> None:
    assert _turns("PHOTO: The pier at noon is empty.\n\nPHOTO: The pier at dusk is full.\n\nPHOTO: The pier at night is closed.\n") == []
