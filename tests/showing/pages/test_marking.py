from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.showing.pages.marking import paragraphs, passage

if TYPE_CHECKING:
    from onrecord.record import Record

STORY = Path(__file__).parents[3] / "samples" / "stories" / "trawler" / "08_channel_north.html"


@pytest.fixture(scope="module")
def record() -> Record:
    return onrecord.read(STORY)


def test_the_pieces_are_the_text_of_the_report(record: Record) -> None:
    text = "".join(piece.text for paragraph in paragraphs(record) for piece in paragraph.pieces)
    assert "".join(text.split()) == "".join(record.report.text.split())


def test_every_statement_and_event_begins_once(record: Record) -> None:
    begins = [item for paragraph in paragraphs(record) for item in paragraph.begins]
    assert sorted(begins) == sorted([*(s.id for s in record.statements), *(e.id for e in record.events)])


def test_a_dateline_and_its_body_are_one_paragraph(record: Record) -> None:
    assert [p.kind for p in paragraphs(record)][:4] == ["title", "byline", "published", "furniture"]
    assert any("".join(piece.text for piece in p.pieces).startswith("COPENHAGEN") and p.kind == "body" for p in paragraphs(record))


def test_a_piece_is_of_all_items_that_lie_there(record: Record) -> None:
    cue = record.statements[1].cue
    assert cue is not None
    piece = next(piece for p in paragraphs(record) for piece in p.pieces if piece.text == cue.text)
    assert "cue" in piece.kinds
    assert record.statements[1].id in piece.items


def test_the_passage_of_an_item_has_its_words(record: Record) -> None:
    event = record.events[0]
    shown = "".join(piece.text for p in passage(record, event.id) for piece in p.pieces if event.id in piece.items)
    assert event.evidence.text.replace("\n", "") in shown.replace("\n", "")
