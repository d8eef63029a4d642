"""`--conllu` writes what the official evaluation takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.exporting.conllu import conllu
from onrecord.reading.report import read_text
from onrecord.understanding.marks import Marks, Name, Sentence, Token
from tests.cli.conllu_rules import validate

if TYPE_CHECKING:
    from tests.cli.conftest import Command

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("0*")), ids=lambda path: path.name)
def test_samples_are_valid(command: Command, sample: Path, tmp_path: Path) -> None:
    assert command("read", sample, "--conllu", "--out", tmp_path).status == 0
    record = command("read", sample, "--json").out
    from onrecord.record import Record

    validate((tmp_path / f"{sample.stem}.conllu").read_text(encoding="utf-8"), Record.from_json(record).report.text)


@pytest.mark.parametrize(
    "text",
    ["He cannot go; they don't know. \u200b\n\nThe end \u00a0of\tit\u2028here is near, they said\u200b \u200bon Tuesday.",
     "\ufeffThe minister\u00ad spoke\x07 at length to reporters who wanna hear. \x00 So it goes in the city of S\u0327i\u015fli.",
     "소아쌤 wrote the report of the meeting for readers of the paper.\n\nThe ministers met 🇳🇴 in Oslo 👩‍👩‍👧 on Tuesday…"],
)  # fmt: skip
def test_strange_characters_stand_in_tokens(command: Command, tmp_path: Path, text: str) -> None:
    from tests.cli.conftest import loaded

    report = read_text(text)
    validate(conllu(report, loaded().mark(report)), report.text)
    assert command


def word(start: int, end: int, text: str, head: int, *, sentence: int = 0, relation: str = "dep", surface: tuple[int, int] | None = None) -> Token:
    """A token with little said of it."""
    return Token(start, end, text[start:end], text[start:end].lower(), "X", "", head, relation, sentence, surface)


def test_ranges_names_and_broken_trees() -> None:
    text = "Ann Lind cannot go.  So"
    report = read_text(text)
    tokens = [
        word(0, 3, text, 1), word(4, 8, text, 4), word(9, 12, text, 3, surface=(9, 15)), word(12, 15, text, 2, surface=(9, 15)),
        word(16, 18, text, -1, relation="root"), word(18, 19, text, 6), word(21, 23, text, -1, sentence=1, relation="root"),
    ]  # fmt: skip
    marks = Marks(tokens, [Sentence(0, 19, 0, 6), Sentence(21, 23, 6, 7)], names=[Name(0, 8, "PERSON", 0.9), Name(4, 8, "ORGANIZATION", 0.9)])
    first, second = validate(conllu(report, marks), report.text)
    assert [row.columns[0] for row in first] == ["1", "2", "3-4", "3", "4", "5", "6"]
    assert [row.misc.get("NER") for row in first[:3]] == ["B-PER", "I-PER", None]
    assert first[2].columns[1] == "cannot"
    assert len(second) == 1


def test_what_is_not_english_has_no_sentences(command: Command, tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text("Le président a annoncé mardi que la réunion aurait lieu demain à Paris, selon un porte-parole.", encoding="utf-8")
    ran = command("read", "--conllu", tmp_path / "french.txt")
    assert (ran.status, ran.out) == (0, "")
    assert "not English" in ran.err
