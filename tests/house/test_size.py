"""No module is longer than one can read in one go; the longest are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.house.repository import ROOT, modules

if TYPE_CHECKING:
    import pytest

MOST = 400


def test_no_module_is_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    lengths = sorted(
        ((len(path.read_text(encoding="utf-8").splitlines()), path) for path in modules("src", "tests", "benchmarks", "resources", "training")),
        reverse=True,
    )
    with capsys.disabled():
        print("\nthe ten longest modules")
        for length, path in lengths[:10]:
            print(f"{length:5} {path.relative_to(ROOT)}")
    assert [f"{path.relative_to(ROOT)}: {length} lines" for length, path in lengths if length > MOST] == []
