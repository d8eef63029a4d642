"""The page for people: all of the record in it, never wider than the terminal, nothing in it that steers one."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from onrecord.cli.terminal.page import console, show
from onrecord.cli.terminal.words import around, date, flat, safe
from onrecord.pipeline import Reader
from onrecord.record import Record, Span
from onrecord.understanding.weights import FOLDER

if TYPE_CHECKING:
    from tests.cli.conftest import Command

needs_model = pytest.mark.skipif(not (FOLDER / "model.onnx").exists(), reason="src/onrecord/model is absent")
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "06_border_two_sides.txt"
ESCAPE = re.compile(r"\x1b\[[\d;]*m")


@cache
def record() -> Record:
    """A record with statements and events."""
    return Reader().read(SAMPLE)


class Terminal(io.StringIO):
    """A file that says it is a terminal."""

    def isatty(self) -> bool:
        """It says so."""
        return True


def page(width: int, *, colours: bool = False, reasons: bool = False, words: bool = True) -> str:
    """The page at a width."""
    to = console(file=Terminal() if colours else io.StringIO())
    to.width = width
    show(record(), to, name="story.txt", reasons=reasons, words=words)
    assert isinstance(to.file, io.StringIO)
    return to.file.getvalue()


@needs_model
@pytest.mark.parametrize("width", [40, 80, 110, 140, 220])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = page(width, reasons=True).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@needs_model
@pytest.mark.parametrize("width", [80, 140])
def test_all_statements_and_events_are_on_the_page(width: int) -> None:
    shown = page(width)
    for item in (*record().statements, *record().events):
        assert re.search(rf"^{item.id} ", shown, re.MULTILINE)
    for title in ("Statements", "Who", "What was said", "Events", "on whose word" if width > 80 else "whose word"):
        assert title in shown
    assert "Meridian Press" in shown
    assert "Kazakh, Uzbek guards trade fire" in shown


@needs_model
def test_the_text_is_whole_and_without_words_it_is_absent() -> None:
    words = set(record().report.text.split())
    assert words <= set(page(120).split())
    assert "Neither figure could be" not in page(120, words=False)


@needs_model
def test_reasons_are_shown_when_asked_for() -> None:
    key = next(iter(record().reasons))
    assert key in page(120, reasons=True)
    assert key not in page(120)


@needs_model
def test_colours_on_a_terminal_none_in_a_pipe(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert ESCAPE.search(page(100, colours=True))
    piped = command("read", SAMPLE).out
    assert "\x1b" not in piped
    assert not re.search(r" $", piped, re.MULTILINE)
    monkeypatch.setenv("NO_COLOR", "1")
    codes = {code for found in ESCAPE.findall(page(100, colours=True)) for code in found[2:-1].split(";")}
    assert not {code for code in codes if code.startswith(("3", "4", "9")) and len(code) == 2}


@needs_model
def test_the_width_of_a_pipe_is_what_columns_says(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(cell_len(line) for line in command("read", SAMPLE).out.splitlines()) == 60


@needs_model
def test_no_text_on_the_page(command: Command) -> None:
    assert "Neither figure could be" not in command("read", SAMPLE, "--no-text").out


def test_what_steers_a_terminal_is_replaced_and_length_kept() -> None:
    wild = "a\x1b[31mb\x07\x9bc\u202ed\x00\te\n"
    assert len(safe(wild)) == len(wild)
    assert not set(safe(wild)) & set("\x1b\x07\x9b\u202e\x00")
    assert flat(" a\n\tb ") == "a b"


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024-10-24", "24 Oct 2024"), ("2024-10", "Oct 2024"), ("2024", "2024"), ("2022/..", "since 2022"), ("../2022-03", "until Mar 2022"),
     ("2024-10-24/2024-10-26", "24 Oct 2024 to 26 Oct 2024"), ("2024-10-25T09:55+09:00", "25 Oct 2024 09:55 +09:00"),
     ("2024-10-25T09:55Z", "25 Oct 2024 09:55 UTC"), ("2024-10-25~", "about 25 Oct 2024"), ("2024-21", "2024-21"), ("20XX", "20XX"), (None, "")],
)  # fmt: skip
def test_dates_in_words(value: str | None, words: str) -> None:
    assert date(value) == words


def test_a_long_clause_is_cut_around_its_trigger() -> None:
    text = "one two three four five six seven eight nine ten"
    inner = Span.of(text, text.index("five"), text.index("five") + 4)
    assert around(Span.of(text, 0, len(text)), inner, 100) == ("one two three four ", "five", " six seven eight nine ten")
    before, middle, after = around(Span.of(text, 0, len(text)), inner, 24)
    assert before.startswith("… ")
    assert middle == "five"
    assert after.endswith(" …")
