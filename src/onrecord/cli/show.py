"""`onrecord show`: one report of the store, one item of it, or one claim."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from onrecord.cli.storing import opened, store_option

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Claim, Event, Record, Statement

_FEWEST = 6


@click.command()
@click.argument("name", metavar="ID[#KEY]")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
@click.option("--why", is_flag=True, help="Show why each decision was made.")
@click.option("--no-text", is_flag=True, help="Leave out the report's text and the texts of spans.")
@store_option
def show(name: str, *, as_json: bool, why: bool, no_text: bool, store: str | None) -> int:
    """Show a report of the store as `read` does, one item of it, or the ledger of a claim.

    ID is an identifier, or six or more digits of it; KEY the key of a statement or event, the beginning of it, or its id in the record, as s3.
    """
    identifier, _, key = name.replace(":", "#", 1).partition("#")
    from onrecord.record import Claim as Ledger  # noqa: PLC0415  not needed for --help

    with opened(store) as there:
        found = _found(there, identifier, only_report=bool(key))
    if isinstance(found, Ledger):
        from onrecord.cli.claims import show_claim  # noqa: PLC0415  for claims alone

        show_claim(found, as_json=as_json)
    elif key:
        _item(found, key, as_json=as_json, why=why, text=not no_text)
    elif as_json:
        sys.stdout.buffer.write(found.to_json(text=not no_text) + b"\n")
    else:
        from onrecord.cli.terminal.page import show as page  # noqa: PLC0415  rich is needed for pages alone
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

        location = found.report.origin.location or "no location"
        printed(lambda to: page(found, to, name=f"{found.report.id} · {location}", reasons=why, words=not no_text))
    return 0


def _found(store: SqlStore, identifier: str, *, only_report: bool) -> Record | Claim:
    """The report, else the claim, that an identifier names. Raises UnknownError."""
    from onrecord.errors import UnknownError  # noqa: PLC0415  not needed for --help

    try:
        return store.record(identifier)
    except UnknownError as unknown:
        if only_report:
            raise
        try:
            return store.claim(identifier)
        except UnknownError:
            raise UnknownError(str(unknown).replace("no such report", "no such report or claim")) from None


def _item(record: Record, key: str, *, as_json: bool, why: bool, text: bool) -> None:
    """One statement or event. Raises UnknownError."""
    from onrecord.errors import UnknownError  # noqa: PLC0415  not needed for --help

    items: list[Statement | Event] = [*record.statements, *record.events]
    named = [item for item in items if key in (item.id, item.key) or (len(key) >= _FEWEST and item.key.startswith(key))]
    if len(named) != 1:
        message = f"{record.report.id}#{key}: {'several items have a key that begins so' if named else 'no such item in the report'}"
        raise UnknownError(message)
    if as_json:
        import msgspec  # noqa: PLC0415  not needed for --help

        whole = msgspec.json.decode(record.to_json(text=text))
        of_kind = whole["events" if named[0].id.startswith("e") else "statements"]
        told = next(item for item in of_kind if item["id"] == named[0].id)
        sys.stdout.buffer.write(msgspec.json.encode({"report": record.report.id, **told}) + b"\n")
        return
    from onrecord.cli.terminal.item import draw  # noqa: PLC0415  rich is needed for pages alone
    from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

    printed(lambda to: draw(record, named[0], to, reasons=why, words=text))
