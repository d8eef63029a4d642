"""What was gathered is remembered until something is done to the store: many readers ask for the same figures, and figures take longest.

Where reports keep coming in, what took long to gather is not gathered anew at each: it may be behind by a small multiple of the time that it takes.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from onrecord.keeping.bulk import run

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.keeping.store import SqlStore

    State = tuple[int, int]

Told = ParamSpec("Told")
Given = TypeVar("Given")
HELD = 128
"""Answers of one question that are remembered for one store, the last that were asked for."""

SLOW, BEHIND = 0.02, 40
"""Seconds from which gathering is slow, and how many times as long as that took its answer may stay behind the store."""


def remembered(ask: Callable[Concatenate[SqlStore, Told], Given]) -> Callable[Concatenate[SqlStore, Told], Given]:
    """Remembers the answers of a question asked of a store, with hashable arguments. None is older than the store's last change, but slow ones."""
    answers: WeakKeyDictionary[SqlStore, OrderedDict[Any, tuple[State, float, Given]]] = WeakKeyDictionary()

    @wraps(ask)
    def asked(store: SqlStore, /, *told: Told.args, **named: Told.kwargs) -> Given:
        held = answers.setdefault(store, OrderedDict())
        key, now = (told, tuple(sorted(named.items()))), _state(store)
        there = held.get(key)
        began = time.monotonic()
        if there is not None and (there[0] == now or began < there[1]):
            return there[2]
        given = ask(store, *told, **named)
        took = time.monotonic() - began
        held[key] = (now, began + took + (BEHIND * took if took >= SLOW else 0.0), given)
        while len(held) > HELD:
            held.popitem(last=False)
        return given

    return asked


def _state(store: SqlStore) -> State:
    """What changes with the store: the number of the last line of its log, and how many claims linking has made of what was added before."""
    with store.database.reading() as connection:
        log = run(connection, "SELECT max(id) FROM log")[0][0]
        claims = run(connection, "SELECT count FROM totals WHERE name = 'claims'")
    return log or 0, claims[0][0] if claims else 0
