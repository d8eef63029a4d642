"""Pages for people written to stdout: as they are on a terminal, without colours and trailing spaces in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from onrecord.cli.terminal.page import console

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console


def printed(draw: Callable[[Console], None]) -> None:
    """Writes what `draw` prints."""
    to = console()
    with to.capture() as page:
        draw(to)
    words = page.get()
    if not to.is_terminal:
        words = "".join(f"{line.rstrip()}\n" for line in words.splitlines())
    sys.stdout.buffer.write(words.encode(sys.stdout.encoding or "utf-8", "replace"))
    sys.stdout.buffer.flush()
