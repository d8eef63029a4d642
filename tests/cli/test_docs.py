"""The documentation of the command and of the Python interface says what they have, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import click

import onrecord
from onrecord.cli.read import read

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_option_table_is_clicks_own() -> None:
    listed = dict(re.findall(r"^\| (`-.+?) \| (.+?) \|$", (DOCS / "cli.md").read_text(encoding="utf-8"), flags=re.MULTILINE))
    with click.Context(read, help_option_names=["-h", "--help"]) as context:
        options = [option for option in read.get_params(context) if isinstance(option, click.Option)]
    own = {}
    for option in options:
        names = ", ".join(f"`{name}{'' if option.is_flag else f' {option.metavar}'}`" for name in option.opts)
        own[names] = (option.help or "").split("  [")[0]
    assert listed == own


def test_the_table_of_names_is_the_packages_own() -> None:
    names = set()
    for cell in re.findall(r"^\| (`.+?) \|", (DOCS / "python.md").read_text(encoding="utf-8"), flags=re.MULTILINE):
        names |= set(re.findall(r"`(\w+)", cell))
    assert names == set(onrecord.__all__) - {"__version__"}
