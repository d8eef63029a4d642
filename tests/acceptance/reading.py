"""The report and its variants, read once each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.record import Record
from tests.acceptance.casting import ORIGINAL, VARIANTS
from tests.acceptance.variants import Variant, template, text_of

REPORT = Path(__file__).resolve().parents[3] / "shared" / "reports" / "000_89bef463e1f32a8d.txt"
CAST = {v.key: v for v in (ORIGINAL, *VARIANTS)}


@cache
def text_for(key: str) -> str:
    """Text of the variant `key`; the original's own for "original"."""
    original = REPORT.read_text(encoding="utf-8")
    return original if key == ORIGINAL.key else text_of(CAST[key], template(original, ORIGINAL))


@cache
def record_for(key: str) -> tuple[Record, Variant]:
    """The record of a variant, and what it must say."""
    import onrecord  # noqa: PLC0415  the house under test may not stand yet while the variants are tested

    return onrecord.read_text(text_for(key)), CAST[key]
