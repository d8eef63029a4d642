"""The four forms of output: a page for people, JSON Lines, CoNLL-U, and a folder of files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol, cast

from onrecord.cli.outputs import Folder

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.pipeline import Parse
    from onrecord.record import Record

    Outcome = Record | Parse


class Sink(Protocol):
    """Where outcomes go. `plan` is called with the names of all reports before the first `put`; `position` counts them from 0."""

    def plan(self, names: list[str]) -> None:
        """Takes the names of all reports that will be read."""
        ...

    def put(self, outcome: Outcome, position: int) -> None:
        """Writes one outcome. Raises WritingError or BrokenPipeError."""
        ...


def sink_for(*, out: Path | None, as_json: bool, conllu: bool, why: bool, text: bool) -> Sink:
    """The sink that the options ask for. Raises WritingError where a folder cannot be written into."""
    if out is not None:
        return _Files(Folder(out, ".conllu" if conllu else ".json"), text=text)
    return _Lines(text=text) if as_json or conllu else _Pages(why=why, text=text)


def _data(outcome: Outcome, *, text: bool) -> bytes:
    """An outcome as the bytes of a file."""
    if hasattr(outcome, "marks"):
        from onrecord.exporting.conllu import conllu  # noqa: PLC0415  needed for --conllu alone

        return conllu(outcome.report, outcome.marks).encode()
    return outcome.to_json(text=text) + b"\n"


class _Files:
    def __init__(self, folder: Folder, *, text: bool) -> None:
        self._folder, self._text = folder, text
        self._files: list[Path] = []

    def plan(self, names: list[str]) -> None:
        self._files = [self._folder.name_for(name) for name in names]

    def put(self, outcome: Outcome, position: int) -> None:
        self._folder.write(self._files[position], _data(outcome, text=self._text))


class _Lines:
    def __init__(self, *, text: bool) -> None:
        self._text = text

    def plan(self, names: list[str]) -> None:
        """Needs no names."""

    def put(self, outcome: Outcome, position: int) -> None:  # noqa: ARG002
        sys.stdout.buffer.write(_data(outcome, text=self._text))
        sys.stdout.buffer.flush()


class _Pages:
    def __init__(self, *, why: bool, text: bool) -> None:
        self._why, self._text = why, text
        self._names: list[str] = []

    def plan(self, names: list[str]) -> None:
        self._names = names

    def put(self, outcome: Outcome, position: int) -> None:
        from onrecord.cli.terminal.page import show  # noqa: PLC0415  rich is needed for pages alone
        from onrecord.cli.terminal.printing import printed  # noqa: PLC0415

        record = cast("Record", outcome)
        printed(lambda to: show(record, to, name=self._names[position], reasons=self._why, words=self._text))
