"""Progress with an estimate, on a terminal and for long work only."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_LONG_BYTES = 60_000  # some seconds of reading
_LEAST = 500  # a report costs something however short it is


class Progress:
    """A bar on stderr that counts reports and estimates by bytes; silent where stderr is no terminal or the work is short."""

    def __init__(self, sizes: list[int], verb: str = "read") -> None:
        self._total = sum(size + _LEAST for size in sizes)
        self._count, self._of, self._verb = 0, len(sizes), verb
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> None:
        """Shows the bar."""
        if self._total < _LONG_BYTES or not sys.stderr.isatty():
            return
        from rich.console import Console  # noqa: PLC0415  needed for long work alone
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn  # noqa: PLC0415
        from rich.progress import Progress as Bar  # noqa: PLC0415

        columns = (TextColumn("{task.description}"), BarColumn(bar_width=None), TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
        self._bar = Bar(*columns, console=Console(stderr=True), transient=True, expand=True)
        self._task = self._bar.add_task(self._words(), total=self._total)
        self._bar.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def advance(self, size: int) -> None:
        """One report more is done."""
        self._count += 1
        if self._bar is not None:
            self._bar.update(self._task, advance=size + _LEAST, description=self._words())

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Takes the bar away while something else is written."""
        if self._bar is None:
            yield
            return
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()

    def _words(self) -> str:
        return f"{self._verb} {self._count} of {self._of}"
