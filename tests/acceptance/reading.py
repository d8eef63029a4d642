"""The report and its variants, read once each."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.acceptance.casting import ORIGINAL, VARIANTS
from tests.acceptance.variants import Variant, template, text_of

if TYPE_CHECKING:
    from onrecord.record import Record

REPORT = Path(__file__).resolve().parents[3] / "shared" / "reports" / "000_89bef463e1f32a8d.txt"
CAST = {v.key: v for v in (ORIGINAL, *VARIANTS)}


def original() -> tuple[str, Variant]:
    """The real report, and its words; the author's handle, its second line, is kept nowhere else."""
    text = REPORT.read_text(encoding="utf-8")
    return text, replace(ORIGINAL, handle=[line for line in text.splitlines() if line][1])


@cache
def text_for(key: str) -> str:
    """Text of the variant `key`; the original's own for "original"."""
    text, variant = original()
    return text if key == variant.key else text_of(CAST[key], template(text, variant))


@cache
def record_for(key: str) -> tuple[Record, Variant]:
    """The record of a variant, and what it must say."""
    import onrecord  # here, for the variants can be looked at without the house that reads them

    return onrecord.read_text(text_for(key)), CAST[key] if key != ORIGINAL.key else original()[1]
