"""Bytes to characters: encodings, what is no text, limits."""

from __future__ import annotations

import pytest

from onrecord.errors import BinaryError, EmptyError, NoArticleError, TooLargeError
from onrecord.reading import ReadingOptions, read_bytes, read_text
from onrecord.reading.decoding import decode, media_type

TEXT = "The café’s owner, Zoë Brandt, said “no” – twice.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_many_encodings_is_the_same_text(encoding: str) -> None:
    assert decode((TEXT * 4).encode(encoding))[0] == TEXT * 4


def test_stray_bytes_in_utf8_are_windows_1252() -> None:
    assert decode(TEXT.encode() + b"He said \x93no\x94.\n")[0] == TEXT + "He said “no”.\n"


def test_page_says_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Wałęsa przemówił dziś w Gdańsku.</p></body></html>'
    assert "Wałęsa przemówił" in decode(page.encode("iso-8859-2"))[0]


def test_line_ends_and_composed_letters() -> None:
    assert decode("Cafe\u0301\r\nNoon\rNight".encode())[0] == "Café\nNoon\nNight"


def test_lone_surrogates_are_replaced() -> None:
    assert read_text("The \ud800port was \udfff\ud800closed.").text == "The \ufffdport was \ufffd\ufffdclosed."


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf \n"])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyError):
        read_bytes(data)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 and so on", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04 office", bytes(range(256)) * 8, b"a text with a \x00 byte"]
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryError):
        read_bytes(data)


def test_text_that_begins_like_a_binary_is_read() -> None:
    assert read_bytes(b"MZANSI, July 3 - The port was closed on Monday, its master said.").text.startswith("MZANSI")


def test_over_the_limit() -> None:
    with pytest.raises(TooLargeError, match="over the limit of 20"):
        read_bytes(b"x" * 21, options=ReadingOptions(max_bytes=20))


@pytest.mark.parametrize(
    "page", [b"<html><head><title>x</title></head><body></body></html>", b"<!DOCTYPE html><html><body><nav><a href='/'>Home</a></nav></body></html>"]
)
def test_page_without_article(page: bytes) -> None:
    with pytest.raises(NoArticleError):
        read_bytes(page)


def test_kind_is_judged_by_content() -> None:
    assert media_type("<!-- saved --><!DOCTYPE html><html><body><p>x</p></body></html>") == "text/html"
    assert media_type('The tag <p> opens a paragraph, and "<b>" makes it bold.') == "text/plain"


def test_other_language_is_named() -> None:
    report = read_bytes("Die Hafenmeisterin sagte am Dienstag, die Fähre werde erst im Frühjahr wieder fahren. Niemand sei verletzt worden.".encode())
    assert report.language == "de"
