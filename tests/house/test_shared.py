"""Tests of real data skip where ../shared is absent, and must not skip where it is present."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ABSENT
from tests.house.repository import ROOT, modules

if TYPE_CHECKING:
    from pathlib import Path

CASE = """
import pytest
from pathlib import Path

@pytest.mark.skipif({condition}, reason="../shared is absent")
def test_marked():
    pass

def test_given(shared):
    assert shared.name == "shared"
"""


def outcome(folder: Path, condition: str) -> str:
    tests = folder / "repository" / "tests"
    tests.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "conftest.py", tests)
    (tests / "test_case.py").write_text(CASE.format(condition=condition), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tests), str(tests)]
    return subprocess.run(command, cwd=tests, capture_output=True, text=True, check=False).stdout.strip().splitlines()[-1]


def test_skip_where_it_is_absent(tmp_path: Path) -> None:
    assert re.match(r"2 skipped", outcome(tmp_path, "True"))


def test_run_where_it_is_present(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    assert re.match(r"2 passed", outcome(tmp_path, "False"))


def test_a_skip_where_it_is_present_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    assert re.match(r"1 (failed, 1 passed|passed, 1 error)", outcome(tmp_path, "True"))


@pytest.mark.parametrize("path", modules("tests"), ids=lambda path: str(path.relative_to(ROOT)))
def test_who_reads_shared_says_what_holds_without_it(path: Path) -> None:
    """A test module that names the folder has the reason that the house knows, or leaves it to the fixture."""
    text = path.read_text(encoding="utf-8")
    if path.name.startswith("test_") and path.parent.name != "house" and re.search(r"""["']shared["']""", text):
        assert ABSENT in text
