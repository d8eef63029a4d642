"""What stands at some place of the text, found without looking at all of it: so that the time of a long report grows as its length does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")
_STRETCH = 256  # characters that are looked up together


class Nearby(Generic[Item]):
    """Things by the characters they stand in. What `at` yields may lie beside the characters asked for: who asks compares."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._at: dict[int, list[int]] = {}

    def add(self, item: Item, ranges: Iterable[tuple[int, int]]) -> None:
        """Adds what stands in these characters (start, end exclusive)."""
        for stretch in _stretches(ranges):
            self._at.setdefault(stretch, []).append(len(self._items))
        self._items.append(item)

    def at(self, ranges: Iterable[tuple[int, int]]) -> Iterator[Item]:
        """Everything that has a character in common with these, and some that stand close by, in the order in which it was added."""
        found = {number for stretch in _stretches(ranges) for number in self._at.get(stretch, ())}
        return (self._items[number] for number in sorted(found))


def _stretches(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {stretch for start, end in ranges for stretch in range(start // _STRETCH, max(start, end - 1) // _STRETCH + 1)}
