"""`onrecord judge`: a person's word on what was read."""

from __future__ import annotations

import getpass

import click

from onrecord.cli.storing import opened, store_option

VERDICTS = ("same", "different", "unsure", "accept", "reject", "correct", "undo")


@click.command()
@click.argument("verdict", type=click.Choice(VERDICTS), metavar="VERDICT")
@click.argument("items", nargs=-1, required=True, metavar="ITEM...")
@click.option("--who", metavar="NAME", help="Who says so; by default the name of the user.")
@click.option("--field", metavar="NAME", help="With correct: which field is wrong: span, speaker, type or certainty.")
@click.option("--value", metavar="JSON", help="With correct: what is right, as JSON; a bare word is a text.")
@store_option
def judge(verdict: str, items: tuple[str, ...], *, who: str | None, field: str | None, value: str | None, store: str | None) -> int:
    """Say of two items that they are of the same thing or not, or of one that it is right or wrong; it outranks what was computed.

    VERDICT is same, different or unsure of two items; accept, reject or correct of one; undo of a judgement's number. An ITEM is REPORT#ITEM, as
    49f3a18f5b72#s3, by the report's id and the item's id or key.
    """
    name = who or getpass.getuser()
    with opened(store) as there:
        if verdict == "undo":
            there.undo(_number(items), who=name)
            click.echo(f"judgement {items[0]} is taken back")
            return 0
        number = there.judge(verdict, [_item(item) for item in items], who=name, field=field, value=_value(value))
    click.echo(f"judgement {number}")
    return 0


def _number(items: tuple[str, ...]) -> int:
    if len(items) != 1 or not items[0].isdigit():
        message = "undo takes the number of one judgement"
        raise click.UsageError(message)
    return int(items[0])


def _item(item: str) -> tuple[str, str]:
    report, sign, key = item.rpartition("#")
    if not sign or not report or not key:
        message = f"{item}: an item is REPORT#ITEM, as 49f3a18f5b72#s3"
        raise click.UsageError(message)
    return report, key


def _value(value: str | None) -> object:
    """What is right: JSON, or the text itself."""
    import json  # noqa: PLC0415  not needed for --help

    if value is None:
        return None
    try:
        return json.loads(value)
    except ValueError:
        return value
