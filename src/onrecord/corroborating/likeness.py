"""How likely two items speak of the same thing: features with names, their weights, and the score with its reasons."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating import weights
from onrecord.corroborating.counting import LOSSES, one_kind
from onrecord.corroborating.wording import stem
from onrecord.record import Because

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from onrecord.corroborating.index import Profile

_LEAST = 0.1  # a share of the score below this is no reason
_ANYBODY = frozenset("person people man other victim dead body them individual".split())  # who they are is not said
_NEAR = 3  # days by which reports of one happening may lie apart where the text names no day


class Seen:
    """A profile made ready for many comparisons."""

    __slots__ = ("known_actors", "known_recipients", "profile", "rest", "rest_tells", "scene", "scene_tells", "trigger", "vector", "victims", "words")

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.trigger = profile.words[0] if profile.words else ""
        self.words = frozenset(profile.words)
        self.rest, self.scene = frozenset(profile.words[1:]), frozenset(profile.scene)
        self.rest_tells, self.scene_tells = sum(map(weights.tells, self.rest)), sum(map(weights.tells, self.scene))
        self.known_actors, self.known_recipients = _known(profile.actors), _known(profile.recipients)
        self.vector = _unit(profile.vector)
        hurt = any(kind in LOSSES for kind, _, _ in profile.figures)
        self.victims = [(noun, line[-1]) for line in profile.recipients if (noun := _noun(line[0])) is not None] if hurt else []


def likeness(a: Seen, b: Seen, worth: Mapping[str, float] | None = None) -> float:
    """The probability that two items speak of the same thing; `worth` are the weights of features, those of their kinds where none are given."""
    table = worth if worth is not None else weights_of(a, b)
    total = table[weights.BIAS]
    for name, feature in FEATURES.items():
        if name in table:
            total += table[name] * feature(a, b)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def reasons(a: Seen, b: Seen) -> list[Because]:
    """What the score of two items rests on, the weightiest first."""
    table = weights_of(a, b)
    shares = {name: table.get(name, 0.0) * feature(a, b) for name, feature in FEATURES.items()}
    told = [Because(name, _WORDS[name], round(share, 2)) for name, share in shares.items() if abs(share) >= _LEAST]
    return sorted(told, key=lambda reason: (-abs(reason.weight), reason.rule))


def features(a: Seen, b: Seen) -> dict[str, float]:
    """Each feature by its name, mostly 0 to 1; what one side does not tell is 0 in all features that would compare it."""
    return {name: feature(a, b) for name, feature in FEATURES.items()}


def weights_of(a: Seen, b: Seen) -> dict[str, float]:
    """The weights for two items of these kinds."""
    if a.profile.kind != b.profile.kind:
        return weights.ACROSS
    return weights.EVENT if a.profile.kind == "event" else weights.STATEMENT


def same_trigger(a: Seen, b: Seen) -> float:
    """The word that names it is the same."""
    return float(a.trigger == b.trigger != "")


def rare_trigger(a: Seen, b: Seen) -> float:
    """The word that names it is the same, and few reports have it."""
    return weights.tells(a.trigger) if a.trigger == b.trigger != "" else 0.0


def trigger_within(a: Seen, b: Seen) -> float:
    """The word that names it in one stands in the other's clause."""
    return float(a.trigger != b.trigger and (a.trigger in b.words or b.trigger in a.words))


def alike(a: Seen, b: Seen) -> float:
    """The encoder sees them alike: cosine of their vectors, from 0."""
    return max(0.0, float(a.vector @ b.vector)) if a.vector is not None and b.vector is not None and len(a.vector) == len(b.vector) else 0.0


def alike_in_one_word(a: Seen, b: Seen) -> float:
    """The encoder sees them alike, though the same word names both, which makes it less of a sign."""
    return alike(a, b) if same_trigger(a, b) else 0.0


def clauses(a: Seen, b: Seen) -> float:
    """Words that their clauses share, by how much a word tells (Dice)."""
    total = a.rest_tells + b.rest_tells
    return 2 * sum(map(weights.tells, a.rest & b.rest)) / total if total else 0.0


def scenes(a: Seen, b: Seen) -> float:
    """Names that both reports have (Dice)."""
    total = a.scene_tells + b.scene_tells
    return 2 * sum(map(weights.tells, a.scene & b.scene)) / total if total else 0.0


def same_actors(a: Seen, b: Seen) -> float:
    """The same does it, or a body of the same."""
    return _parties(a.profile.actors, b.profile.actors)


def same_recipients(a: Seen, b: Seen) -> float:
    """It is done to the same, or to a body of the same."""
    return _parties(a.profile.recipients, b.profile.recipients)


def crossed(a: Seen, b: Seen) -> float:
    """Who does it in one report has it done in the other."""
    one, other = a.profile, b.profile
    best = max(_parties(one.actors, other.recipients), _parties(one.recipients, other.actors))
    return best if best and same_actors(a, b) < 0.5 and same_recipients(a, b) < 0.5 else 0.0


def other_actors(a: Seen, b: Seen) -> float:
    """Both tell who does it, and it is not the same."""
    if not a.known_actors or not b.known_actors or _parties(a.known_actors, b.known_actors):
        return 0.0
    return float(not _parties(a.profile.actors, b.profile.recipients))


def other_recipients(a: Seen, b: Seen) -> float:
    """Both tell to whom it is done, and it is not the same."""
    if not a.known_recipients or not b.known_recipients or _parties(a.known_recipients, b.known_recipients):
        return 0.0
    return float(not _parties(a.profile.recipients, b.profile.actors))


def same_speakers(a: Seen, b: Seen) -> float:
    """The same says it, or a body of the same."""
    return _parties(a.profile.speakers, b.profile.speakers)


def same_type(a: Seen, b: Seen) -> float:
    """The same type of PLOVER."""
    return float(a.profile.type is not None and a.profile.type == b.profile.type)


def other_type(a: Seen, b: Seen) -> float:
    """Another type of PLOVER."""
    return float(a.profile.type is not None and b.profile.type is not None and a.profile.type != b.profile.type)


def same_mode(a: Seen, b: Seen) -> float:
    """The same mode."""
    return float(a.profile.mode is not None and a.profile.type == b.profile.type and a.profile.mode == b.profile.mode)


def same_days(a: Seen, b: Seen) -> float:
    """The texts put them on days that meet: 1 for one day, less for spans."""
    one, other = a.profile.days, b.profile.days
    if one is None or other is None or not _meet(one, other):
        return 0.0
    return 1 / (1 + min(30, max(one[1] - one[0], other[1] - other[0])) / 3)


def other_days(a: Seen, b: Seen) -> float:
    """The texts put them on days that do not meet: 0.25 for neighbouring days (a night lies in both), towards 1 for more."""
    one, other = a.profile.days, b.profile.days
    if one is None or other is None or _meet(one, other):
        return 0.0
    return 1 - 0.75 / (max(one[0], other[0]) - min(one[1], other[1]))


def far_apart(a: Seen, b: Seen) -> float:
    """One of them has no day, and the reports lie more than three days apart: towards 1 with the distance."""
    one, other = a.profile, b.profile
    if (one.days is not None and other.days is not None) or one.published is None or other.published is None:
        return 0.0
    apart = abs((one.days or (one.said or one.published,))[0] - (other.days or (other.said or other.published,))[0])
    return 1 - _NEAR / apart if apart > _NEAR else 0.0


def same_place(a: Seen, b: Seen) -> float:
    """The same place: 1, or the one within the other: 0.5."""
    return _parties(a.profile.places, b.profile.places)


def other_place(a: Seen, b: Seen) -> float:
    """Places of which neither is within the other."""
    one, other = a.profile.places, b.profile.places
    return float(bool(one) and bool(other) and not any(x[0] in y or y[0] in x for x in one for y in other))


def one_setting(a: Seen, b: Seen) -> float:
    """The same type on one day at the very same place."""
    return float(same_type(a, b) == 1 and same_days(a, b) == 1 and same_place(a, b) == 1)


def one_dyad(a: Seen, b: Seen) -> float:
    """The same type between the very same parties on days that meet."""
    return float(same_type(a, b) == 1 and same_days(a, b) > 0 and same_actors(a, b) == 1 and same_recipients(a, b) == 1)


def one_case(a: Seen, b: Seen) -> float:
    """The same type and no other mode, some party the same and none another, on days that may meet."""
    modes = {a.profile.mode, b.profile.mode} - {None}
    alike = same_type(a, b) == 1 and len(modes) == 1 and not other_days(a, b) and not other_actors(a, b) and not other_recipients(a, b)
    return max(same_actors(a, b), same_recipients(a, b)) if alike else 0.0


def named_within(a: Seen, b: Seen) -> float:
    """The same type, and the word that names the one stands in the other's clause."""
    return same_type(a, b) * trigger_within(a, b)


def bare(a: Seen, b: Seen) -> float:
    """Nothing is the same but the kind of happening: no word, party, place or figure."""
    if same_trigger(a, b) or a.trigger in b.words or b.trigger in a.words or same_actors(a, b) or same_recipients(a, b) or same_place(a, b) or same_figures(a, b):
        return 0.0
    return float(not a.rest & b.rest)


def same_figures(a: Seen, b: Seen) -> float:
    """A figure of the same thing with the same bounds."""
    return float(any(x[1:] == y[1:] and one_kind(x[0], y[0]) for x in a.profile.figures for y in b.profile.figures if x[1] is not None))


def same_counted(a: Seen, b: Seen) -> float:
    """Figures of the same thing, whatever their bounds."""
    return float(any(x[0] == y[0] for x in a.profile.figures for y in b.profile.figures))


def other_counted(a: Seen, b: Seen) -> float:
    """Both have figures, and none of the same thing."""
    one, other = a.profile.figures, b.profile.figures
    return float(bool(one) and bool(other) and not any(one_kind(x[0], y[0]) for x in one for y in other))


def other_victims(a: Seen, b: Seen) -> float:
    """Both tell who was killed or hurt, and it is somebody else: another noun, or of another state."""
    one, other = a.victims, b.victims
    return float(bool(one) and bool(other) and not any(_one_noun(x, y) for x in one for y in other))


def _noun(name: str) -> str | None:
    """The noun by which those are called who have no name; "" where it tells nothing ("people")."""
    if not name.startswith("role:"):
        return None
    noun = stem(name[5:].partition("@")[0].rpartition(" ")[2])
    return "" if noun in _ANYBODY else noun


def _one_noun(a: tuple[str, str], b: tuple[str, str]) -> bool:
    states = a[1].startswith("state:") and b[1].startswith("state:")
    return not (states and a[1] != b[1]) and (not a[0] or not b[0] or a[0] == b[0] or states)


def _unit(vector: bytes) -> NDArray[np.float32] | None:
    """A vector of signed bytes with the length 1; null where it is missing or nought."""
    out = np.frombuffer(vector, np.int8).astype(np.float32)
    size = float(np.sqrt(out @ out))
    return out / size if size else None


def _known(side: list[list[str]]) -> list[list[str]]:
    """Those on one side of whom more is known than a noun: who has a name, or belongs to one who has."""
    return [known for line in side if (known := [name for name in line if not name.startswith("role:")])]


def _parties(a: list[list[str]], b: list[list[str]]) -> float:
    """1 where two are the same, 0.5 where they are bodies of one or the one is the other's; the best of all."""
    best = 0.0
    for x in a:
        for y in b:
            if x[0] == y[0]:
                return 1.0
            if not set(x).isdisjoint(y) or (x[0].startswith("role:") and _noun(x[0]) and _one_noun((_noun(x[0]) or "", x[-1]), (_noun(y[0]) or "-", y[-1]))):
                best = 0.5
    return best


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


FEATURES: dict[str, Callable[[Seen, Seen], float]] = {
    f.__name__: f
    for f in (
        same_trigger, rare_trigger, trigger_within, alike, alike_in_one_word, clauses, scenes, same_actors, same_recipients, crossed, other_actors,
        other_recipients, same_speakers, same_type, other_type, same_mode, same_days, other_days, far_apart, same_place, other_place, one_setting,
        one_dyad, one_case, named_within, bare, same_figures, same_counted, other_counted, other_victims,
    )
}  # fmt: skip
_WORDS = {name: (f.__doc__ or "").split(":", maxsplit=1)[0].rstrip(".") for name, f in FEATURES.items()}
