"""Pieces of Markdown: tables whose cells cannot break them, docstrings as paragraphs."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def page(title: str, lead: str, *parts: str) -> str:
    """A page with its title and what it is made from."""
    return "\n\n".join([f"# {title}", lead, *(part.strip() for part in parts if part.strip())]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, nothing where it would have no rows."""
    lines = [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return "\n".join([f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *lines]) if lines else ""


def cell(value: str) -> str:
    """Text as one cell."""
    return " ".join(value.split()).replace("|", "\\|")


def code(value: str) -> str:
    """Words in the face of code; nothing stays nothing."""
    return f"`{value}`" if value else ""


def told(thing: Any) -> str:  # noqa: ANN401  whatever has a docstring
    """The docstring as paragraphs, its indented pieces as code."""
    return inspect.getdoc(thing) or ""


def struct(kind: type[msgspec.Struct], level: int = 3) -> str:
    """A struct: what it is, and its fields as they are called in JSON with their types and defaults."""
    rows = [(code(field.encode_name), code(annotation(kind, field.name)), default(field)) for field in msgspec.structs.fields(kind)]
    return "\n\n".join([f"{'#' * level} {kind.__name__}", told(kind), table(("field", "type", "default"), rows)])


def annotation(kind: type, name: str) -> str:
    """The type of a field as its module writes it."""
    written = next((str(base.__annotations__[name]) for base in kind.__mro__ if name in vars(base).get("__annotations__", {})), "")
    return written.removeprefix("<class '").removesuffix("'>")


def default(field: msgspec.structs.FieldInfo) -> str:
    """What a field is where it is left out."""
    if field.default_factory is not msgspec.NODEFAULT:
        return code(repr(field.default_factory()))
    return code("null" if field.default is None else repr(field.default)) if field.default is not msgspec.NODEFAULT else ""
