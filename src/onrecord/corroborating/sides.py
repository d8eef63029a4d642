"""Many items against many: what two lists of profiles have in common, as matrices of rows by columns.

All sums are of numbers that a float holds exactly (products of signed bytes, shares in 1/1024), so a pair has the same values in whatever company it is compared.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from onrecord.corroborating.counting import LOSSES
from onrecord.corroborating.weights import tells
from onrecord.corroborating.wording import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from numpy.typing import NDArray

    from onrecord.corroborating.index import Profile

    Matrix = NDArray[np.float64]
    Part = Literal["actors", "recipients", "speakers", "places"]

_ANYBODY = frozenset("person people man other victim dead body them individual".split())  # who they are is not said
_UNKNOWN = -1


class Sides:
    """Rows and columns of profiles. What is asked for is made once; all matrices are float64, rows by columns."""

    def __init__(self, rows: Sequence[Profile], columns: Sequence[Profile]) -> None:
        self.rows, self.columns = rows, columns
        self.shape = (len(rows), len(columns))
        self._parties: dict[tuple[Part, Part], Matrix] = {}

    def equal(self, of: Callable[[Profile], Hashable]) -> Matrix:
        """1 where both have the same value, which is neither null nor empty."""
        codes: dict[Hashable, int] = {}
        one, other = (np.array([codes.setdefault(v, len(codes)) if (v := of(p)) else _UNKNOWN for p in side]) for side in (self.rows, self.columns))
        return self._float((one[:, None] == other[None, :]) & (one[:, None] != _UNKNOWN))

    def both(self, of: Callable[[Profile], object]) -> Matrix:
        """1 where both have any value."""
        one, other = (np.array([bool(of(p)) for p in side], bool) for side in (self.rows, self.columns))
        return self._float(one[:, None] & other[None, :])

    def common(self, of: Callable[[Profile], Iterable[Hashable]], to: Callable[[Profile], Iterable[Hashable]] | None = None) -> Matrix:
        """1 where what the row has by `of` and the column by `to` (the same where null) is not disjoint."""
        return self._common([of(p) for p in self.rows], [(to or of)(p) for p in self.columns])

    def dice(self, of: Callable[[Profile], set[str]]) -> Matrix:
        """Words or names that both have, by how much each tells, of all that they have (Dice)."""
        mine, theirs = [of(p) for p in self.rows], [of(p) for p in self.columns]
        i, j, shared = self._hits(mine, theirs)
        tell = np.bincount(i * self.shape[1] + j, [tells(word) for word in shared], self.shape[0] * self.shape[1]).reshape(self.shape)
        one, other = (np.array([sum(map(tells, words)) for words in side], float) for side in (mine, theirs))
        total = one[:, None] + other[None, :]
        out: Matrix = np.divide(2 * tell, total, out=np.zeros(self.shape), where=total > 0)
        return out

    def of_reports(self, of: Callable[[Profile], set[str]]) -> Matrix:
        """`dice` of what all items of a report have alike, made once for each report."""
        (first, row), (others, column) = (_by_report(side) for side in (self.rows, self.columns))
        out: Matrix = Sides(first, others).dice(of)[np.ix_(row, column)]
        return out

    def parties(self, of: Part, to: Part) -> Matrix:
        """1 where one of the row and one of the column are the same, 0.5 where they are bodies of one, the one is the other's, or the same noun is all that names both."""
        if (of, to) not in self._parties:
            mine, theirs = ([getattr(p, part) for p in side] for side, part in ((self.rows, of), (self.columns, to)))
            one = self._common([heads(lines) for lines in mine], [heads(lines) for lines in theirs])
            wider = self._common([[*names(lines), *_as_row(lines)] for lines in mine], [[*names(lines), *_as_column(lines)] for lines in theirs])
            self._parties[of, to] = np.maximum(one, 0.5 * wider)
        return self._parties[of, to]

    def _common(self, mine: Sequence[Iterable[Hashable]], theirs: Sequence[Iterable[Hashable]]) -> Matrix:
        out = np.zeros(self.shape)
        i, j, _ = self._hits(mine, theirs)
        out[i, j] = 1.0
        return out

    def _hits(self, mine: Sequence[Iterable[Any]], theirs: Sequence[Iterable[Any]]) -> tuple[NDArray[np.intp], NDArray[np.intp], list[Any]]:
        """Every value that a row and a column share: the rows, the columns, the values."""
        holders: dict[Any, list[int]] = {}
        for n, values in enumerate(mine):
            for value in set(values):
                holders.setdefault(value, []).append(n)
        i, j, shared = list[int](), list[int](), list[Any]()
        for n, values in enumerate(theirs):
            for value in values:
                at = holders.get(value)
                if at is not None:
                    i += at
                    j += [n] * len(at)
                    shared += [value] * len(at)
        return np.array(i, np.intp), np.array(j, np.intp), shared

    @cached_property
    def cosine(self) -> Matrix:
        """The cosine of the vectors; 0 where one is missing or they are of other lengths."""
        out = np.zeros(self.shape)
        sizes = {len(p.vector) for p in self.rows} & {len(p.vector) for p in self.columns} - {0}
        for size in sizes:
            i, j = ([n for n, p in enumerate(side) if len(p.vector) == size] for side in (self.rows, self.columns))
            one, other = (_vectors([side[n] for n in at], size) for side, at in ((self.rows, i), (self.columns, j)))
            lengths = np.sqrt((one * one).sum(1))[:, None] * np.sqrt((other * other).sum(1))[None, :]  # of whole numbers, like the product below
            out[np.ix_(i, j)] = np.divide(one @ other.T, lengths, out=np.zeros(lengths.shape), where=lengths > 0)
        return out

    @cached_property
    def dated(self) -> Matrix:
        """1 where the texts put both on days."""
        return self.both(lambda p: p.days)

    @cached_property
    def gap(self) -> Matrix:
        """Days between the two where both have some: 0 where they meet."""
        (a, b), (c, d) = (np.array([p.days or (0, 0) for p in side], float).reshape(-1, 2).T for side in (self.rows, self.columns))
        gap = np.maximum(0.0, np.maximum(a[:, None], c[None, :]) - np.minimum(b[:, None], d[None, :]))
        return np.where(self.dated > 0, gap, 0.0)

    @cached_property
    def span(self) -> Matrix:
        """The longer of the two stretches of days, less one day."""
        one, other = (np.array([p.days[1] - p.days[0] if p.days else 0 for p in side], float) for side in (self.rows, self.columns))
        out: Matrix = np.maximum(one[:, None], other[None, :])
        return out

    @cached_property
    def reports_apart(self) -> Matrix:
        """Days between the two, by the reports where a text names no day; 0 where both name one or a report has no date."""
        one, other = (np.array([p.days[0] if p.days else p.said or p.published or 0 for p in side], float) for side in (self.rows, self.columns))
        known = (1 - self.dated) * self.both(lambda p: p.published)
        out: Matrix = np.abs(one[:, None] - other[None, :]) * known
        return out

    def each(self, where: Matrix, told: Callable[[Profile, Profile], bool]) -> Matrix:
        """1 where `told` holds, which is asked only where `where` is not 0: for what few pairs have."""
        out = np.zeros(self.shape)
        for i, j in zip(*np.nonzero(where), strict=True):
            out[i, j] = told(self.rows[i], self.columns[j])
        return out

    def _float(self, held: NDArray[np.bool_]) -> Matrix:
        return held.astype(np.float64).reshape(self.shape)


def _by_report(side: Sequence[Profile]) -> tuple[list[Profile], list[int]]:
    """One profile of each report, and for each profile which of these is of its report."""
    first: dict[str, int] = {}
    at = [first.setdefault(profile.ref.report, len(first)) for profile in side]
    return [side[at.index(n)] for n in range(len(first))], at


def heads(lines: list[list[str]]) -> list[str]:
    """The narrowest identity of each party."""
    return [line[0] for line in lines]


def names(lines: list[list[str]]) -> list[str]:
    """All identities of all parties."""
    return [name for line in lines for name in line]


def known(lines: list[list[str]]) -> list[str]:
    """Identities of those of whom more is known than a noun: who has a name, or belongs to one who has."""
    return [name for name in names(lines) if not name.startswith("role:")]


def noun_of(line: list[str]) -> str | None:
    """The noun by which one is called who has no name; "" where it tells nothing ("people"), null for who has a name."""
    if not line[0].startswith("role:"):
        return None
    noun = stem(line[0][5:].partition("@")[0].rpartition(" ")[2])
    return "" if noun in _ANYBODY else noun


def other_victims(a: Profile, b: Profile) -> bool:
    """Whether both tell who was killed or hurt, and it is somebody else: another noun, or of another state."""
    one, other = victims(a), victims(b)
    return bool(one) and bool(other) and not any(_may_be_one(x, y) for x in one for y in other)


def victims(profile: Profile) -> list[tuple[str, str]]:
    """Those who were killed or hurt: the noun for them and their state, each empty where it is not told."""
    if not any(kind in LOSSES for kind, _, _ in profile.figures):
        return []
    return [(noun, _state(line)) for line in profile.recipients if (noun := noun_of(line)) is not None]


def _may_be_one(a: tuple[str, str], b: tuple[str, str]) -> bool:
    if a[1] and b[1]:
        return a[1] == b[1]
    return not a[0] or not b[0] or a[0] == b[0]


def _as_row(lines: list[list[str]]) -> list[str]:
    """What people are called by a noun, so that it meets `_as_column` of the same noun unless both have a state and these differ."""
    return [token for noun, state in _called(lines) for token in ((f"{noun}|{state}", f"{noun}|?") if state else (f"{noun}|!",))]


def _as_column(lines: list[list[str]]) -> list[str]:
    return [token for noun, state in _called(lines) for token in (f"{noun}|{state or '?'}", f"{noun}|!")]


def _called(lines: list[list[str]]) -> list[tuple[str, str]]:
    """Those who are called by a noun that tells something, each with its state."""
    return [(noun, _state(line)) for line in lines if (noun := noun_of(line))]


def _state(line: list[str]) -> str:
    return line[-1] if line[-1].startswith("state:") else ""


def _vectors(profiles: list[Profile], size: int) -> NDArray[np.int32]:
    return np.frombuffer(b"".join(p.vector for p in profiles), np.int8).reshape(-1, size).astype(np.int32)
