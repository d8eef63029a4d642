"""The record of one real report and of its variants must say what can be read there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.reading import ReadingOptions, read_text
from onrecord.record import CODEBOOK, FORMAT, MadeBy, Record
from tests.acceptance.casting import ORIGINAL, VARIANTS
from tests.acceptance.checks import CHECKS
from tests.acceptance.reading import CAST, REPORT, original, record_for, text_for
from tests.acceptance.variants import pairs, template, text_of

ROOT = Path(__file__).resolve().parents[2]
with_report = pytest.mark.skipif(not REPORT.exists(), reason="../shared is absent")


@with_report
@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("key", CAST)
def test_record_says(key: str, check: str) -> None:
    record, variant = record_for(key)
    assert CHECKS[check](record, variant) == []


@with_report
def test_the_original_is_its_own_variant() -> None:
    text, variant = original()
    assert text_of(variant, template(text, variant)) == text


@with_report
@pytest.mark.parametrize("key", [v.key for v in VARIANTS])
def test_variants_share_no_name_with_the_original(key: str) -> None:
    text = text_for(key)
    own = {word for _, words in pairs(CAST[key]) for word in words.split()}
    left = [words for slot, words in pairs(original()[1]) if " he}" not in slot and not slot.endswith((" his}", " He}"))
            and not set(words.split()) & own and re.search(rf"\b{re.escape(words)}\b", text)]  # fmt: skip
    assert left == []


def test_at_least_ten_variants_with_either_gender_in_either_role() -> None:
    assert len(VARIANTS) >= 10
    assert {(v.first.female, v.second.female) for v in VARIANTS} >= {(True, False), (False, True)}


def test_nothing_of_the_report_stands_in_the_code() -> None:
    """Names, dates and figures; compiled resources and the model are facts in general and stand apart."""
    common = {ORIGINAL.weekday}
    named = pairs(original()[1] if REPORT.exists() else ORIGINAL)
    words = {w for slot, w in named if " he}" not in slot and not slot.endswith((" his}", " He}"))} - common - {""}
    words |= {w for person in (ORIGINAL.first, ORIGINAL.chief, ORIGINAL.second, ORIGINAL.leader) for w in person.name.split()}
    words |= {f"{ORIGINAL.published}", f"{ORIGINAL.said_on}", "3000", "3_000", "500000", "500_000", "Farhan", "Yonhap"}
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in sorted(words, key=len, reverse=True)))
    aside = (ROOT / "src/onrecord/data", ROOT / "src/onrecord/model")
    found = []
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix not in {".py", ".toml", ".html", ".css", ".txt", ".md"} or any(folder in path.parents for folder in aside):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [f"{path.relative_to(ROOT)}:{number}: {m[0]}" for m in wanted.finditer(line)]
    assert found == []


@with_report
@pytest.mark.parametrize("check", [name for name in CHECKS if name not in {"report", "furniture"}])
def test_a_record_that_says_nothing_fails_every_check(check: str) -> None:
    """The checks can fail, and do so in words."""
    read = read_text(text_for("original"), options=ReadingOptions())
    empty = Record(
        format=FORMAT, made_by=MadeBy("0", None, CODEBOOK, {}), report=read, actors=[], places=[], times=[], quantities=[], statements=[], events=[],
        reasons={},
    )  # fmt: skip
    failed = CHECKS[check](empty, original()[1])
    assert len(failed) >= 2
    assert all(isinstance(point, str) for point in failed)
