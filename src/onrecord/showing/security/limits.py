"""How often something may be tried: buckets of tries that fill up again."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 10_000


class Limit:
    """`tries` at once, and as many again every `seconds`, for each key (an address, a name)."""

    def __init__(self, tries: int, seconds: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._tries, self._rate, self._clock = tries, tries / seconds, clock
        self._left: dict[str, tuple[float, float]] = {}
        self._lock = Lock()

    def take(self, key: str) -> None:
        """Takes one try. Raises Refused (429), which says when the next may be made."""
        with self._lock:
            now = self._clock()
            left = self._now(key, now)
            if left < 1:
                wait = max(1, round((1 - left) / self._rate))
                raise Refused(429, f"too many tries; the next may be made in {wait} s", headers={"retry-after": str(wait)})
            if len(self._left) >= _MOST:
                self._left = {each: kept for each, kept in self._left.items() if self._now(each, now) < self._tries}
            self._left[key] = (left - 1, now)

    def give_back(self, key: str) -> None:
        """Gives a try back that was none: the password was right."""
        with self._lock:
            now = self._clock()
            self._left[key] = (min(self._tries, self._now(key, now) + 1), now)

    def _now(self, key: str, now: float) -> float:
        left, at = self._left.get(key, (float(self._tries), now))
        return min(self._tries, left + (now - at) * self._rate)
