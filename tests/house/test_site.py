"""The pages of docs/ build as a site, strictly, and every page is in its contents."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import copytree

from tests.house.repository import ROOT


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "zensical.toml").write_bytes((ROOT / "zensical.toml").read_bytes())
    made = subprocess.run([str(Path(sys.executable).with_name("zensical")), "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (tmp_path / "site" / "corroborating.html").exists()


def test_every_page_is_in_the_contents() -> None:
    told = str(tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"])
    assert [page.name for page in sorted((ROOT / "docs").glob("*.md")) if f"'{page.name}'" not in told] == []
