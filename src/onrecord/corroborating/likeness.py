"""How likely two items speak of the same thing: features with names, their weights, and the score with its reasons."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating import weights
from onrecord.record import Because

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from onrecord.corroborating.index import Profile

_LEAST = 0.1  # a share of the score below this is no reason
_NEAR = 3  # days by which reports of one happening may lie apart where the text names no day


def features(a: Profile, b: Profile) -> dict[str, float]:
    """Each feature of `FEATURES` by its name, mostly 0 to 1; what one side does not tell is 0 in all features that would compare it."""
    return {name: value for name, compute in FEATURES.items() if (value := compute(a, b))}


def likeness(a: Profile, b: Profile, worth: Mapping[str, float] | None = None) -> tuple[float, list[Because]]:
    """The probability that two items speak of the same thing, and what it rests on, the weightiest first.

    `worth` are the weights of features, those of the kind where none are given.
    """
    table = worth if worth is not None else weights.ACROSS if a.kind != b.kind else weights.EVENT if a.kind == "event" else weights.STATEMENT
    total, reasons = table[weights.BIAS], []
    for name, value in features(a, b).items():
        share = table.get(name, 0.0) * value
        total += share
        if abs(share) >= _LEAST:
            reasons.append(Because(name, _WORDS[name], round(share, 2)))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total)))), sorted(reasons, key=lambda r: (-abs(r.weight), r.rule))


def same_trigger(a: Profile, b: Profile) -> float:
    """The word that names it is the same."""
    return float(bool(a.words) and bool(b.words) and a.words[0] == b.words[0])


def rare_trigger(a: Profile, b: Profile) -> float:
    """The word that names it is the same, and few reports have it."""
    return weights.tells(a.words[0]) if same_trigger(a, b) else 0.0


def trigger_within(a: Profile, b: Profile) -> float:
    """The word that names it in one stands in the other's clause."""
    if not a.words or not b.words or same_trigger(a, b):
        return 0.0
    return float(a.words[0] in b.words or b.words[0] in a.words)


def alike(a: Profile, b: Profile) -> float:
    """The encoder sees them alike: cosine of their vectors, from 0."""
    return max(0.0, cosine(a.vector, b.vector))


def alike_in_one_word(a: Profile, b: Profile) -> float:
    """The encoder sees them alike, though the same word names both, which makes it less of a sign."""
    return alike(a, b) if same_trigger(a, b) else 0.0


def clauses(a: Profile, b: Profile) -> float:
    """Words that their clauses share, by how much a word tells (Dice)."""
    return _dice(a.words[1:], b.words[1:])


def scenes(a: Profile, b: Profile) -> float:
    """Names that both reports have (Dice)."""
    return _dice(a.scene, b.scene)


def same_actors(a: Profile, b: Profile) -> float:
    """The same does it, or a body of the same."""
    return _parties(a.actors, b.actors)


def same_recipients(a: Profile, b: Profile) -> float:
    """It is done to the same, or to a body of the same."""
    return _parties(a.recipients, b.recipients)


def crossed(a: Profile, b: Profile) -> float:
    """Who does it in one report has it done in the other."""
    return max(_parties(a.actors, b.recipients), _parties(a.recipients, b.actors)) if same_actors(a, b) < 0.5 and same_recipients(a, b) < 0.5 else 0.0


def other_actors(a: Profile, b: Profile) -> float:
    """Both tell who does it, and it is not the same."""
    return _others(a.actors, b.actors) if not _parties(a.actors, b.recipients) else 0.0


def other_recipients(a: Profile, b: Profile) -> float:
    """Both tell to whom it is done, and it is not the same."""
    return _others(a.recipients, b.recipients) if not _parties(a.recipients, b.actors) else 0.0


def same_speakers(a: Profile, b: Profile) -> float:
    """The same says it, or a body of the same."""
    return _parties(a.speakers, b.speakers)


def same_type(a: Profile, b: Profile) -> float:
    """The same type of PLOVER."""
    return float(a.type is not None and a.type == b.type)


def other_type(a: Profile, b: Profile) -> float:
    """Another type of PLOVER."""
    return float(a.type is not None and b.type is not None and a.type != b.type)


def same_mode(a: Profile, b: Profile) -> float:
    """The same mode."""
    return float(a.mode is not None and same_type(a, b) == 1 and a.mode == b.mode)


def same_days(a: Profile, b: Profile) -> float:
    """The texts put them on days that meet: 1 for one day, less for spans."""
    if a.days is None or b.days is None or not _meet(a.days, b.days):
        return 0.0
    return 1 / (1 + min(30, max(a.days[1] - a.days[0], b.days[1] - b.days[0])) / 3)


def other_days(a: Profile, b: Profile) -> float:
    """The texts put them on days that do not meet: 0.5 for neighbouring days, towards 1 for more."""
    if a.days is None or b.days is None or _meet(a.days, b.days):
        return 0.0
    apart = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    return 1 - 0.5 / apart


def far_apart(a: Profile, b: Profile) -> float:
    """One of them has no day, and the reports lie more than three days apart: towards 1 with the distance."""
    if (a.days is not None and b.days is not None) or a.published is None or b.published is None:
        return 0.0
    apart = abs((a.days or (a.published,))[0] - (b.days or (b.published,))[0])
    return 1 - _NEAR / apart if apart > _NEAR else 0.0


def same_place(a: Profile, b: Profile) -> float:
    """The same place: 1, or the one within the other: 0.5."""
    return _parties(a.places, b.places)


def other_place(a: Profile, b: Profile) -> float:
    """Places of which neither is within the other."""
    if not a.places or not b.places:
        return 0.0
    return float(not any(x[0] in y or y[0] in x for x in a.places for y in b.places))


def same_figures(a: Profile, b: Profile) -> float:
    """A figure of the same thing with the same bounds."""
    return float(any(f in b.figures for f in a.figures if f[1] is not None))


def cosine(a: bytes, b: bytes) -> float:
    """The cosine of two vectors of signed bytes; 0 where one is missing."""
    if not a or len(a) != len(b):
        return 0.0
    x, y = np.frombuffer(a, np.int8).astype(np.float32), np.frombuffer(b, np.int8).astype(np.float32)
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size else 0.0


def _dice(a: Collection[str], b: Collection[str]) -> float:
    one, other = set(a), set(b)
    total = sum(map(weights.tells, one)) + sum(map(weights.tells, other))
    return 2 * sum(map(weights.tells, one & other)) / total if total else 0.0


def _parties(a: list[list[str]], b: list[list[str]]) -> float:
    """1 where two are the same, 0.5 where they are bodies of one or the one is the other's; the best of all."""
    best = 0.0
    for x in a:
        for y in b:
            if x[0] == y[0]:
                return 1.0
            if set(x) & set(y):
                best = 0.5
    return best


def _others(a: list[list[str]], b: list[list[str]]) -> float:
    """1 where both sides are known and nobody is on both; who is known by a noun alone is known by the state he belongs to, if by anything."""
    one, other = ([known for line in side if (known := [n for n in line if not n.startswith("role:")])] for side in (a, b))
    return float(bool(one) and bool(other) and not _parties(one, other))


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


FEATURES: dict[str, Callable[[Profile, Profile], float]] = {
    f.__name__: f
    for f in (
        same_trigger, rare_trigger, trigger_within, alike, alike_in_one_word, clauses, scenes, same_actors, same_recipients, crossed, other_actors,
        other_recipients, same_speakers, same_type, other_type, same_mode, same_days, other_days, far_apart, same_place, other_place, same_figures,
    )
}  # fmt: skip
_WORDS = {name: (f.__doc__ or "").split(":", maxsplit=1)[0].rstrip(".") for name, f in FEATURES.items()}
