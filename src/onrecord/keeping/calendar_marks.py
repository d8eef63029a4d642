"""Days as marks that an index of words can be asked for: windows that share a day with others, exactly, by few words.

The calendar is a tree: century, year, month, day. A window is covered by the fewest nodes that make it up. Two windows share a day where a
node of one lies in, or above, a node of the other. So a row is filed under the nodes of its cover with all nodes above them ("reach"), and once
more under the nodes of its cover that have nodes below them ("whole"); a query asks whether the row reaches a node of the query's cover, or is
whole at a node above one.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

EARLIEST, LATEST = date(1000, 1, 1).toordinal(), date(2999, 12, 31).toordinal()
Node = tuple[int, ...]  # (century), (century, year), (century, year, month), (century, year, month, day)


def cover(first: int, last: int) -> list[Node]:
    """The fewest nodes that make up the days `first` to `last` (ordinals, both included), in order."""
    day, end = date.fromordinal(_within(first)), date.fromordinal(_within(last))
    out: list[Node] = []
    while day <= end:
        node, after = _largest(day, end)
        out.append(node)
        if after.toordinal() > LATEST:
            break
        day = after
    return out


def _within(ordinal: int) -> int:
    return max(EARLIEST, min(LATEST, ordinal))


def _largest(day: date, end: date) -> tuple[Node, date]:
    """The largest node that begins with `day` and ends by `end`, and the day after it."""
    century = day.year // 100
    beyond = end + timedelta(1)
    if day.month == day.day == 1:
        if day.year % 100 == 0 and date(day.year + 100, 1, 1) <= beyond:
            return (century,), date(day.year + 100, 1, 1)
        if date(day.year + 1, 1, 1) <= beyond:
            return (century, day.year), date(day.year + 1, 1, 1)
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    if day.day == 1 and following <= beyond:
        return (century, day.year, day.month), following
    return (century, day.year, day.month, day.day), day + timedelta(1)


@lru_cache(1 << 14)
def filed(first: int, last: int) -> tuple[str, ...]:
    """The marks of a row with this window: "r" and a node it reaches, "w" and a node it is whole at."""
    nodes = cover(first, last)
    reached = {node[:n] for node in nodes for n in range(1, len(node) + 1)}
    return (*sorted(f"r{_name(node)}" for node in reached), *sorted(f"w{_name(node)}" for node in nodes if len(node) < 4))


def asked(first: int, last: int) -> list[str]:
    """The marks of which a row has one at least where its window shares a day with this one, and none where it does not."""
    nodes = cover(first, last)
    above = {node[:n] for node in nodes for n in range(1, len(node))}
    return [f"r{_name(node)}" for node in nodes] + sorted(f"w{_name(node)}" for node in above)


def _name(node: Node) -> str:
    return "c" + str(node[0]) if len(node) == 1 else "".join(f"{part:02}" for part in node[1:])
