"""What holds of any report: blocks stand in order and cover every non-space character, spans quote the text, and nothing is rewritten."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ReadingError
from onrecord.reading import read_bytes, read_text
from tests.reading.reports import STORY

if TYPE_CHECKING:
    from onrecord.record import Report

LINES = (
    *STORY, "By Una Brekke", "Published : March 4, 2024 - 09:55", "• Link copied", "This file photo shows the ferry. (Xinhua-Yonhap)", "(Yonhap)",
    "OSLO, March 4 (Reuters) - The port was closed on Monday.", "The Korea Herald", "달빛기자", "", "   ", "Reuters | Updated: March 4, 2024 10:12 IST",
    "© 2024 Reuters. All rights reserved.", "https://www.koreaherald.com/2024/03/04/ferry", "Ports agree | The Korea Herald", "—", "(", "12",
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=300)
COPIED = st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=40)), min_size=1, max_size=14).map("\n".join)


def holds(report: Report) -> None:
    covered = [False] * len(report.text)
    last = 0
    for block in report.blocks:
        assert last <= block.start < block.end <= len(report.text)
        covered[block.start : block.end] = [True] * (block.end - block.start)
        last = block.end
    assert all(inside or char.isspace() for inside, char in zip(covered, report.text, strict=True))
    stated = [report.title, report.publisher, report.agency, report.published, report.modified, *report.byline]
    spans = (
        [s.span for s in stated if s is not None]
        + [link.span for link in report.chain]
        + [report.dateline.span if report.dateline is not None else None]
    )
    assert all(report.text[span.start : span.end] == span.text for span in spans if span is not None)


def check(text: str) -> None:
    try:
        report = read_text(text)
    except ReadingError:
        return
    holds(report)
    assert report.text == unicodedata.normalize("NFC", report.text)
    assert "\r" not in report.text


@given(TEXTS)
def test_blocks_cover_arbitrary_unicode(text: str) -> None:
    check(text)


@given(COPIED)
def test_blocks_cover_copied_pages(text: str) -> None:
    check(text)


@given(st.binary(min_size=1, max_size=200))
def test_arbitrary_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        holds(read_bytes(data))
    except ReadingError as error:
        assert str(error)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class='caption'>", "</div>", "<h1>", "</h1>", "<b>", "<!--", "-->", "<script>", "</script>", "&amp;", *STORY]
        ),
        max_size=30,
    )
)
def test_arbitrary_markup_is_read_or_refused(pieces: list[str]) -> None:
    try:
        holds(read_bytes(("<html><body>" + " ".join(pieces)).encode()))
    except ReadingError as error:
        assert str(error)


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    try:
        assert read_text(text) == read_text(text)
    except ReadingError:
        return
