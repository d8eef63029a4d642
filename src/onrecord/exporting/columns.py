"""What a table of an export is: its columns, each with its type and meaning, and the rows that a record, a claim or a judgement gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["text", "list", "whole", "number", "flag"]
BETWEEN = " | "
"""What stands between the values of a list in one cell."""


class Column(msgspec.Struct, frozen=True):
    """A column; `words` are the report's own, which `--no-text` leaves out with the column."""

    name: str
    kind: Kind
    means: str
    words: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table: `rows` gives a value for every column, by name."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterable[dict[str, Any]]]

    def shown(self, *, text: bool) -> tuple[Column, ...]:
        """The columns that are written."""
        return tuple(column for column in self.columns if text or not column.words)

    def lines(self, subject: Any, *, text: bool) -> Iterator[list[Any]]:  # noqa: ANN401  a record, a claim, a judgement
        """The rows of a subject as values in the order of the columns that are written."""
        shown = self.shown(text=text)
        for row in self.rows(subject):
            yield [row[column.name] for column in shown]


def columns(*lines: str) -> tuple[Column, ...]:
    """Columns from lines such as `act text: the act of saying`; an asterisk after the type marks the report's own words."""
    out = []
    for line in lines:
        head, _, means = line.partition(": ")
        name, kind = head.split()
        out.append(Column(name, msgspec.convert(kind.removesuffix("*"), Kind), means, words=kind.endswith("*")))
    return tuple(out)


def cell(value: Any) -> str:  # noqa: ANN401  a value of any kind
    """A value as a cell of CSV: null is empty, a list has " | " between its values, numbers without a needless ".0"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, list | tuple):
        return BETWEEN.join(cell(each) for each in value)
    return str(value)
