"""The formats, from the types that write them: records, claims, and the tables of exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args, get_origin

import msgspec

from onrecord.exporting.registry import FORMATS
from onrecord.record import CLAIM_FORMAT, FORMAT, claim, items, record, report, spans
from reference.markdown import code, page, struct, table

if TYPE_CHECKING:
    from types import ModuleType

_LEAD = (
    "Made from the types that write them by `python -m reference`. What the fields mean together: [record.md](../record.md),"
    " [corroborating.md](../corroborating.md), [exporting.md](../exporting.md). `onrecord schema` prints the JSON Schema."
)


def text() -> str:
    """The page."""
    exports = [_export(name) for name in FORMATS]
    return page(
        "Formats", _LEAD, f"## Record ({code(FORMAT)})", *_of(record), *_of(report), *_of(items), *_of(spans), f"## Claim ({code(CLAIM_FORMAT)})",
        *_of(claim), "## Codes", *_codes(report), *_codes(items), *_codes(claim), "## Exports", *exports,
    )  # fmt: skip


def _of(module: ModuleType) -> list[str]:
    """The structs of a module, the last first: what holds the others stands at its end."""
    found = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, msgspec.Struct) and one.__module__ == module.__name__]
    return [struct(one) for one in found[::-1]]


def _codes(module: ModuleType) -> list[str]:
    """Lists of codes that fields take."""
    found = {name: get_args(one) for name, one in vars(module).items() if get_origin(one) is Literal}
    return [f"### {name}\n\n{' '.join(code(str(value)) for value in values)}" for name, values in found.items()]


def _export(name: str) -> str:
    found = FORMATS[name]
    parts = [f"### --to {name}", f"{found.means[:1].upper()}{found.means[1:]} ({found.of}, `{found.suffix}`)."]
    for one in found.tables:
        rows = [(code(column.name), column.kind, column.means, "yes" if column.words else "") for column in one.columns]
        parts += [f"Table {code(one.name)}:", table(("column", "kind", "meaning", "the report's words"), rows)]
    return "\n\n".join(parts)
