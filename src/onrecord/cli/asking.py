"""Queries on the command line: a shell takes quotation marks away, and a minus sign looks like an option."""

from __future__ import annotations

import re

import click

_FIELD = re.compile(r"(-?[A-Za-z_]+:(?:>=|<=|>|<)?)(.*)", re.DOTALL)
_SYNTAX = re.compile(r'["“”()*:]|(?:^|\s)-|\s(?:OR|AND|NOT)\s')
_HELP = ("-h",)


class Asking(click.Command):
    """A command whose arguments are a query: `-act:deny` is a term, no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Arguments that begin with one minus sign are set apart from options by a space before them."""
        return super().parse_args(ctx, [f" {arg}" if arg.startswith("-") and not arg.startswith("--") and arg not in _HELP else arg for arg in args])


def query_of(arguments: tuple[str, ...]) -> str:
    """The query that arguments make: one with a space in it was in quotation marks, so it is a phrase, or a field's value, or a query by itself."""
    return " ".join(_asked(argument.strip()) for argument in arguments)


def _asked(argument: str) -> str:
    if not re.search(r"\s", argument):
        return argument
    field = _FIELD.fullmatch(argument)
    if field is not None and not _SYNTAX.search(field[2]):
        return f'{field[1]}"{field[2]}"'
    return argument if _SYNTAX.search(argument) else f'"{argument}"'
