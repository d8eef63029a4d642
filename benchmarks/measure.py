"""Counting right, found and wanted by document, so that figures have intervals and two versions can be compared item by item."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wrong:
    """One item on which gold and prediction differ: where, what the gold has (null: nothing there), what was found (null: missed)."""

    key: str
    gold: str | None
    found: str | None


@dataclass
class Outcome:
    """What one document contributes to one figure."""

    figure: str
    document: str
    right: float = 0
    found: float = 0
    wanted: float = 0
    wrong: list[Wrong] = field(default_factory=list)

    def miss(self, key: str, gold: str | None, found: str | None) -> None:
        """Notes one difference: what should have been found, and what was."""
        self.wrong.append(Wrong(f"{self.document}:{key}", gold, found))

    @staticmethod
    def value(outcomes: list[Outcome]) -> float:
        """The figure that outcomes of this kind add up to, in per cent: F1 unless a kind says otherwise."""
        return f1(outcomes)

    @property
    def errors(self) -> float:
        """How many items are wrong, missed and invented ones together."""
        return self.found + self.wanted - 2 * self.right


@dataclass(frozen=True)
class Figure:
    """A figure in per cent with its 95 % interval, and what it was counted from."""

    value: float
    low: float
    high: float
    documents: int
    wanted: float


def f1(outcomes: list[Outcome]) -> float:
    """2·right / (found + wanted) in per cent; 0 where there is nothing."""
    whole = sum(o.found + o.wanted for o in outcomes)
    return 200 * sum(o.right for o in outcomes) / whole if whole else 0.0


def figure(outcomes: list[Outcome], *, rounds: int = 1000, seed: int = 13) -> Figure:
    """The figure over all documents; interval by drawing documents with replacement."""
    drawn, value = random.Random(seed), outcomes[0].value
    values = sorted(value(drawn.choices(outcomes, k=len(outcomes))) for _ in range(rounds))
    low, high = (values[int(rounds * q)] for q in (0.025, 0.975))
    return Figure(value(outcomes), low, high, len(outcomes), sum(o.wanted for o in outcomes))


def pairs(wanted: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """One-to-one pairing of (gold index, found index, likeness), best likeness first, ties in order."""
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for i, j, _ in sorted(wanted, key=lambda p: (-p[2], p[0], p[1])):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out
