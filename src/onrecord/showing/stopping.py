"""Whoever stops a service means what Ctrl-C means: what is open is closed, what was made for a while is removed."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEANT = ("SIGTERM", "SIGHUP")


@contextmanager
def stoppable() -> Iterator[None]:
    """Has SIGTERM and SIGHUP raise KeyboardInterrupt until the block ends; what is ignored (nohup) stays so, and other threads do nothing."""
    held = {}
    if threading.current_thread() is threading.main_thread():
        for number in (getattr(signal, name) for name in _MEANT if hasattr(signal, name)):
            if signal.getsignal(number) == signal.SIG_DFL:
                held[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
