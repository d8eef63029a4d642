"""What the repository must not hold, and that what its documents name is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.house.repository import ROOT, texts

if TYPE_CHECKING:
    from click import Command

DOCUMENTS = [path for path in texts() if path.suffix == ".md"]
ABSOLUTE = re.compile(r"(?<![\w.:/~)\]}>*-])/(?:work|home|root|opt|Users|mnt|srv|usr/local|tmp)/[\w.-]+")
REGISTRIES = re.compile(
    r"pypi\.org/simple|files\.pythonhosted\.org|(?:extra-)?index-url|registry\.npmjs|conda\.anaconda\.org|[\w.-]+\.jfrog\.io|crates\.io/api"
)
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X(?!X))\b")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MAKE = re.compile(r"\bmake ([a-z]+)\b")


def found(pattern: re.Pattern[str], *suffixes: str) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in texts()
        if (not suffixes or path.suffix in suffixes) and path != Path(__file__).resolve() and path.suffix != ".csv"
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def test_no_absolute_paths() -> None:
    assert found(ABSOLUTE) == []


def test_no_registry_hosts() -> None:
    assert found(REGISTRIES) == []


def test_nothing_is_left_for_later() -> None:
    assert found(UNFINISHED, ".py", ".md", ".toml") == []


def test_no_file_is_huge_but_the_model_and_the_gazetteer() -> None:
    assert [path.relative_to(ROOT) for path in texts() if path.stat().st_size > 4_000_000] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    broken = []
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = unquote(target).partition("#")
        aim = (path.parent / name).resolve() if name else path
        if not aim.exists() or (anchor and aim.suffix == ".md" and anchor not in anchors(aim)):
            broken.append(target)
    assert broken == []


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub writes them."""
    headings = re.findall(r"^#+\s+(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_documents_name_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {(path.name, target) for path in DOCUMENTS for code in re.findall(r"`[^`]+`|^ {4}.+$|```.*?```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
             for target in MAKE.findall(code)}  # fmt: skip
    assert {(name, target) for name, target in named if target not in targets} == set()
    assert {"demo", "test", "lint", "gate", "compare", "errors"} <= targets


def test_readme_has_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_readme_shows_options_that_exist() -> None:

    from onrecord.cli.main import onrecord

    def options(command: Command) -> set[str]:
        own = {name for parameter in command.params for name in parameter.opts if name.startswith("--")}
        return own.union(*(options(sub) for sub in getattr(command, "commands", {}).values()))

    commands = re.findall(r"^ {4}(?:\$ )?(onrecord .+)$|^(onrecord .+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    shown = {option for line in commands for option in re.findall(r"--[a-z-]+", " ".join(line))}
    assert shown <= options(onrecord) | {"--help", "--version"}


def test_every_extra_and_script_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"onrecord": "onrecord.cli:main"}
    assert project["project"]["license"] == "Apache-2.0"
    assert all((ROOT / name).exists() for name in project["project"]["license-files"])


def test_every_lint_rule_left_out_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("ignore = [") + 1
    end = lines.index("]", start)
    assert [line for line in lines[start:end] if "  # " not in line] == []


def test_ci_runs_what_people_run() -> None:
    script = ROOT / ".ci" / "run"
    assert "make --no-print-directory test" in script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
