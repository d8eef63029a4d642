"""The bundled sample reports: invented and marked so, and each with the difficulty it is there for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"})


def words_of(name: str) -> str:
    """Visible words of a sample, tags left out."""
    return re.sub(r"<script.*?</script>|<[^>]+>", " ", (SAMPLES / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def test_there_are_at_least_eight() -> None:
    assert len(FILES) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_says_that_it_is_invented(path: Path) -> None:
    assert "This report is invented." in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_is_as_long_as_a_wire_story(path: Path) -> None:
    assert 150 <= len(words_of(path.name).split()) <= 420


def test_readme_names_each_sample_and_no_other() -> None:
    listed = re.findall(r"^\| `([^`]+)` \|", (SAMPLES / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert listed == [path.name for path in FILES]


def test_correction_differs_from_what_it_corrects_only_where_it_says() -> None:
    first, second = (words_of(name).split("REYKJAVIK", 1)[1].split() for name in ("01_trawler_wire.txt", "05_trawler_correction.txt"))
    assert [(a, b) for a, b in zip(first, second, strict=True) if a != b] == [("14", "12"), ("1998", "1994")]


def test_quotation_runs_over_three_paragraphs_and_closes_once() -> None:
    paragraphs = [p for p in words_of("04_trawler_speech.txt").split("\n\n") if p.startswith('"')]
    assert [p.count('"') % 2 for p in paragraphs[:3]] == [1, 1, 0]


def test_page_prints_its_caption_more_than_once() -> None:
    assert words_of("02_trawler_page.html").count("Fishermen carry flares") >= 2
    assert words_of("09_border_copied_page.txt").count("This file photo shows") == 2
