"""Precision, recall by way, and false alarms of whoever tells whether two texts are one report.

Recall is the share of copies that are called so, precision the share of those called so that are copies. Precision stands for this mixture of pairs
alone; the false alarms of a kind of pair, out of a hundred, hold for any. `news_cluster` asks both on real pairs of one event only.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.measure import Figure, Outcome, figure
from benchmarks.reprints.pairs import Pair, pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Recalled(Outcome):
    """Right ones out of the wanted, in per cent."""

    @staticmethod
    def value(outcomes: list[Outcome]) -> float:
        """Nought where nothing is wanted."""
        return 100 * sum(o.right for o in outcomes) / max(1, sum(o.wanted for o in outcomes))


class Precise(Outcome):
    """Right ones out of the found, in per cent."""

    @staticmethod
    def value(outcomes: list[Outcome]) -> float:
        """Nought where nothing is found."""
        return 100 * sum(o.right for o in outcomes) / max(1, sum(o.found for o in outcomes))


@dataclass(frozen=True)
class Figures:
    """What came of all pairs: overall, on news_cluster alone, by way, by kind of independent pair; and the pairs that were told wrongly."""

    precision: Figure
    recall: Figure
    f1: Figure
    real_precision: Figure
    real_recall: Figure
    recalls: dict[str, Figure]
    alarms: dict[str, Figure]
    counts: dict[str, tuple[int, int]]
    wrong: tuple[Pair, ...]


def score(same: Callable[[str, str], bool], asked: Sequence[Pair] | None = None) -> Figures:
    """The figures of a function that says whether the second text is a print of the first; it is asked each pair once, in one order."""
    told = [(pair, bool(same(pair.a, pair.b))) for pair in (pairs() if asked is None else asked)]
    kinds: dict[str, list[tuple[Pair, bool]]] = defaultdict(list)
    for pair, said in told:
        kinds[pair.kind].append((pair, said))
    real = [(pair, said) for pair, said in told if pair.kind in ("judged copies", "same event", "quotes in common")]
    return Figures(
        precision=_figure(Precise, told),
        recall=_figure(Recalled, [each for each in told if each[0].copy]),
        f1=_figure(Outcome, told),
        real_precision=_figure(Precise, real),
        real_recall=_figure(Recalled, [each for each in real if each[0].copy]),
        recalls={kind: _figure(Recalled, rows) for kind, rows in kinds.items() if rows[0][0].copy},
        alarms={kind: _figure(Recalled, [(pair, said) for pair, said in rows], alarm=True) for kind, rows in kinds.items() if not rows[0][0].copy},
        counts={kind: (sum(said for _, said in rows), len(rows)) for kind, rows in kinds.items()},
        wrong=tuple(pair for pair, said in told if said != pair.copy),
    )


def _figure(of: type[Outcome], told: Iterable[tuple[Pair, bool]], *, alarm: bool = False) -> Figure:
    """The figure over groups of pairs (one report with its prints, one event, one pair of strangers); `alarm` counts what is said to be a copy out of all."""
    groups: dict[str, Outcome] = {}
    for pair, said in told:
        outcome = groups.setdefault(pair.group, of("reprints", pair.group))
        outcome.right += said and (alarm or pair.copy)
        outcome.found += said
        outcome.wanted += alarm or pair.copy
    return figure(list(groups.values())) if groups else Figure(0.0, 0.0, 0.0, 0, 0)


def main(same: Callable[[str, str], bool], arguments: Sequence[str] = ()) -> int:
    """Prints the table, and with --show the names of pairs that were told wrongly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks reprints", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--show", type=int, default=0, help="so many wrongly told pairs of each kind")
    given = parser.parse_args(list(arguments))
    found = score(same)
    print(f"{'':30}{'':>8}{'95 %':>16}{'counts':>14}")
    for name, each in (("precision", found.precision), ("recall", found.recall), ("f1", found.f1), ("news_cluster precision", found.real_precision), ("news_cluster recall", found.real_recall)):
        print(_line(name, each, ""))
    print("\nrecall, by way")
    for kind, each in found.recalls.items():
        print(_line(f"  {kind}", each, "{} / {}".format(*found.counts[kind])))
    print("\nfalse alarms")
    for kind, each in found.alarms.items():
        print(_line(f"  {kind}", each, "{} / {}".format(*found.counts[kind])))
    for kind in found.counts if given.show else ():
        for pair in [each for each in found.wrong if each.kind == kind][: given.show]:
            print("missed" if pair.copy else "alarm", kind, pair.name, sep="\t")
    return 0


def _line(name: str, value: Figure, counts: str) -> str:
    """One line of the table."""
    return f"{name:30}{value.value:8.1f}{f'{value.low:.1f} to {value.high:.1f}':>16}{counts:>14}"
