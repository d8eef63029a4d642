"""The documentation of the command and of the Python interface says what they have, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import onrecord
from onrecord.cli.main import onrecord as onrecord_command
from onrecord.keeping.query.fields import claim_fields, find_fields

if TYPE_CHECKING:
    from onrecord.keeping.query.fields import Field

DOCS = Path(__file__).resolve().parents[2] / "docs"


PAGE = (DOCS / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## `onrecord (\w+)`\n(.*?)(?=^## |\Z)", PAGE, flags=re.MULTILINE | re.DOTALL))


def test_every_command_has_its_section_and_stands_in_the_list() -> None:
    assert set(SECTIONS) == set(onrecord_command.commands)
    assert set(re.findall(r"^onrecord (\w+)", PAGE, flags=re.MULTILINE)) == set(onrecord_command.commands)


@pytest.mark.parametrize("name", sorted(onrecord_command.commands))
def test_the_option_table_is_clicks_own(name: str) -> None:
    command = onrecord_command.commands[name]
    listed = dict(re.findall(r"^\| (`-.+?) \| (.+?) \|$", SECTIONS[name], flags=re.MULTILINE))
    with click.Context(command, help_option_names=["-h", "--help"]) as context:
        options = [option for option in command.get_params(context) if isinstance(option, click.Option)]
    own = {}
    for option in options:
        names = ", ".join(f"`{name}{'' if option.is_flag else f' {option.metavar}'}`" for name in option.opts)
        own[names] = (option.help or "").split("  [")[0]
    assert listed == own or set(own) == {"`-h`, `--help`"}


@pytest.mark.parametrize(("fields", "heading"), [(find_fields(), "Fields of `find`"), (claim_fields(), "Fields of `claims`")])
def test_the_tables_of_fields_are_the_languages_own(fields: dict[str, Field], heading: str) -> None:
    page = (DOCS / "find.md").read_text(encoding="utf-8")
    section = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    listed = {name: (of, means) for name, of, _, means in re.findall(r"^\| `(\w+):` \| (.+?) \| (.+?) \| (.+?) \|$", section, flags=re.MULTILINE)}
    own = fields if heading.endswith("find`") else {name: field for name, field in fields.items() if find_fields().get(name) != field}
    assert listed == {name: (field.of, field.means) for name, field in own.items()}
    for name, field in own.items():
        row = next(line for line in section.splitlines() if line.startswith(f"| `{name}:`"))
        assert all(code in row for code in field.codes)


def test_the_table_of_names_is_the_packages_own() -> None:
    names = set()
    for cell in re.findall(r"^\| (`.+?) \|", (DOCS / "python.md").read_text(encoding="utf-8"), flags=re.MULTILINE):
        names |= set(re.findall(r"`(\w+)", cell))
    assert names == set(onrecord.__all__) - {"__version__"}
