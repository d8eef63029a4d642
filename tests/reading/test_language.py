"""Which language a report is in, told without the identifier where it is plain."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.reading import language
from onrecord.reading.language import language_of

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*.txt"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_reports_are_english_without_the_identifier(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", None)
    assert language_of(sample.read_text(encoding="utf-8")) == "en"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("De minister zei dinsdag in Den Haag dat de regering het verdrag niet zal ondertekenen en dat hij over een week weer in Brussel is.", "nl"),
        ("Der Minister sagte am Dienstag in Berlin, die Regierung werde den Vertrag nicht unterzeichnen, und so sei man am Ende.", "de"),
        ("Le président a annoncé mardi que la réunion aurait lieu demain à Paris, selon un porte-parole du ministère.", "fr"),
        ("Statsministeren sa til avisen at han ikke vil at de skal for alle, og at regjeringen er i ferd med å bli enig.", "no"),
        ("Two ships sailed from Bergen on Tuesday, police said.", "en"),
        ("1998 – 2024", "und"),
    ],
)
def test_other_languages_are_told(text: str, tag: str) -> None:
    found = language_of(text * 3)
    assert found == tag or (tag == "no" and found in ("nb", "nn", "da"))
