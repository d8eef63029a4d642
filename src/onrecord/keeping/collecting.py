"""How often Python looks for garbage in circles while very many objects are made that are in none."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_THRESHOLDS = (100_000, 50, 100)
_lock = Lock()
_inside: list[tuple[int, int, int]] = []  # for each who is within, the thresholds that the first of them found


@contextmanager
def seldom() -> Iterator[None]:
    """Within it circles are looked for a hundred times less often than by default; afterwards, when the last who is within has left, as before.

    Records, profiles and ledgers go when nobody holds them. To walk all that are held, again and again, is a quarter of the time that linking takes.
    """
    with _lock:
        _inside.append(_inside[0] if _inside else gc.get_threshold())
        gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        with _lock:
            before = _inside.pop()
            if not _inside:
                gc.set_threshold(*before)
