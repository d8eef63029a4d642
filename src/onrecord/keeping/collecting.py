"""How often Python looks for garbage in circles while very many objects are made that are in none."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_THRESHOLDS = (100_000, 50, 100)


@contextmanager
def seldom() -> Iterator[None]:
    """Within it circles are looked for a hundred times less often than by default; afterwards as before.

    Records, profiles and ledgers go when nobody holds them. To walk all that are held, again and again, is a third of the time that linking takes.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
