"""The pages of docs/ build as a site, strictly; every page is in its contents, the reference is what the code says, commands can be given as told."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import copytree

import click
import pytest

from onrecord.cli.main import onrecord
from onrecord.corroborating import linking
from onrecord.exporting.registry import FORMATS
from onrecord.keeping import home
from onrecord.showing.api.table import OPERATIONS
from onrecord.showing.pages.looking.queue import UNSURE
from onrecord.showing.pages.named import FAINT
from reference.pages import pages
from tests.house.repository import ROOT


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    copytree(ROOT / "docs", tmp_path / "docs")
    (tmp_path / "zensical.toml").write_bytes((ROOT / "zensical.toml").read_bytes())
    made = subprocess.run([str(Path(sys.executable).with_name("zensical")), "build", "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (tmp_path / "site" / "corroborating.html").exists()


def test_every_page_is_in_the_contents() -> None:
    told = str(tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"])
    pages = [str(page.relative_to(ROOT / "docs")) for page in sorted((ROOT / "docs").rglob("*.md"))]
    assert [page for page in pages if f"'{page}'" not in told] == []


def test_the_reference_is_what_the_code_says() -> None:
    made = pages()
    assert {path.name for path in (ROOT / "docs" / "reference").glob("*.md")} == {*made, "README.md"}
    stale = [name for name, text in made.items() if (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") != text]
    assert stale == [], "make reference"


def test_the_reference_leaves_nothing_out() -> None:
    made = pages()
    assert [operation.path for operation in OPERATIONS if f"## {operation.method} /api/v1{operation.path}" not in made["api.md"]] == []
    assert [name for name in FORMATS if f"### --to {name}" not in made["formats.md"]] == []
    assert [name for name in ("onrecord read", "onrecord serve", "onrecord user add", "onrecord export") if f"## {name}\n" not in made["command.md"]] == []
    assert all(f"### Store.{verb}\n" in made["python.md"] for verb in ("add", "find", "claims", "unite", "undo"))
    assert home.VARIABLE in made["configuration.md"]


def commands() -> list[tuple[str, str]]:
    """Every command line of the how-tos and the tutorial, with the page that has it."""
    files = [*sorted((ROOT / "docs" / "howto").glob("*.md")), ROOT / "docs" / "tutorial.md"]
    return [(path.name, line.strip()) for path in files for line in path.read_text(encoding="utf-8").splitlines() if re.match(r" {4}onrecord \w", line)]


@pytest.mark.parametrize(("page", "line"), commands())
def test_commands_that_are_told_can_be_given(page: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    words = shlex.split(re.split(r" [|>] ", line)[0], comments=True)[1:]
    command: click.Command = onrecord
    context = click.Context(onrecord, info_name="onrecord")
    while isinstance(command, click.Group):
        name = words.pop(0)
        found = command.get_command(context, name)
        assert found is not None, f"{page}: {name}"
        command = found
    command.make_context(command.name, words)  # raises where an option or argument is none


def test_how_we_decide_names_the_numbers_that_decide() -> None:
    text = (ROOT / "docs" / "deciding.md").read_text(encoding="utf-8")
    assert f"at least {linking.SHARED} keys" in text
    assert f"pairs of {linking.TIED:g} are kept" in text
    assert f"groups join while they score {linking.SAME:g}: {1 - linking.BEST:g} of the average of their pairs and {linking.BEST:g} of the best" in text
    assert f"A reading under {FAINT:g} " in text
    assert FAINT == UNSURE
