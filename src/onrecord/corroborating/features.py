"""What tells whether two items speak of the same thing: one function a feature, over all pairs of rows and columns at once, mostly 0 to 1.

What one side does not tell is 0 in all features that would compare it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating import sides
from onrecord.corroborating.counting import one_kind
from onrecord.corroborating.weights import tells

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.corroborating.index import Profile
    from onrecord.corroborating.sides import Matrix, Sides

_NEAR = 3  # days by which reports of one happening may lie apart where the text names no day


class Compared(dict[str, "Matrix"]):
    """The features of two sides by name, each made when it is first asked for."""

    def __init__(self, of: Sides) -> None:
        super().__init__()
        self.sides = of

    def __missing__(self, name: str) -> Matrix:
        self[name] = made = FEATURES[name](self)
        return made


def same_trigger(of: Compared) -> Matrix:
    """The word that names it is the same."""
    return of.sides.equal(_trigger)


def rare_trigger(of: Compared) -> Matrix:
    """The word that names it is the same, and few reports have it."""
    out: Matrix = of["same_trigger"] * np.array([tells(_trigger(p)) for p in of.sides.rows])[:, None]
    return out


def trigger_within(of: Compared) -> Matrix:
    """The word that names it in one stands in the other's clause."""
    within = np.maximum(of.sides.common(_triggers, lambda p: p.words), of.sides.common(lambda p: p.words, _triggers))
    return within * (1 - of["same_trigger"])


def alike(of: Compared) -> Matrix:
    """The encoder sees them alike: cosine of their vectors, from 0."""
    return np.maximum(0.0, of.sides.cosine)


def alike_in_one_word(of: Compared) -> Matrix:
    """The encoder sees them alike, though the same word names both, which makes it less of a sign."""
    return of["alike"] * of["same_trigger"]


def clauses(of: Compared) -> Matrix:
    """Words that their clauses share, by how much a word tells (Dice)."""
    return of.sides.dice(lambda p: set(p.words[1:]))


def scenes(of: Compared) -> Matrix:
    """Names that both reports have (Dice)."""
    return of.sides.of_reports(lambda p: set(p.scene))


def same_actors(of: Compared) -> Matrix:
    """The same does it, or a body of the same."""
    return of.sides.parties("actors", "actors")


def same_recipients(of: Compared) -> Matrix:
    """It is done to the same, or to a body of the same."""
    return of.sides.parties("recipients", "recipients")


def crossed(of: Compared) -> Matrix:
    """Who does it in one report has it done in the other."""
    best = np.maximum(of.sides.parties("actors", "recipients"), of.sides.parties("recipients", "actors"))
    return best * (of["same_actors"] < 0.5) * (of["same_recipients"] < 0.5)


def other_actors(of: Compared) -> Matrix:
    """Both tell who does it, and it is not the same."""
    return _others(of, lambda p: p.actors)


def other_recipients(of: Compared) -> Matrix:
    """Both tell to whom it is done, and it is not the same."""
    return _others(of, lambda p: p.recipients)


def same_speakers(of: Compared) -> Matrix:
    """The same says it, or a body of the same."""
    return of.sides.parties("speakers", "speakers")


def same_type(of: Compared) -> Matrix:
    """The same type of PLOVER."""
    return of.sides.equal(lambda p: p.type)


def other_type(of: Compared) -> Matrix:
    """Another type of PLOVER."""
    return of.sides.both(lambda p: p.type) - of["same_type"]


def same_mode(of: Compared) -> Matrix:
    """The same mode."""
    return of.sides.equal(lambda p: p.mode) * of["same_type"]


def same_days(of: Compared) -> Matrix:
    """The texts put them on days that meet: 1 for one day, less for spans."""
    out: Matrix = of.sides.dated * (of.sides.gap == 0) / (1 + np.minimum(30.0, of.sides.span) / 3)
    return out


def other_days(of: Compared) -> Matrix:
    """The texts put them on days that do not meet: 0.25 for neighbouring days (a night lies in both), towards 1 for more."""
    gap = of.sides.gap
    return np.where(gap > 0, 1 - 0.75 / np.maximum(gap, 1.0), 0.0)


def far_apart(of: Compared) -> Matrix:
    """One of them has no day, and the reports lie more than three days apart: towards 1 with the distance."""
    apart = of.sides.reports_apart
    return np.where(apart > _NEAR, 1 - _NEAR / np.maximum(apart, 1.0), 0.0)


def same_place(of: Compared) -> Matrix:
    """The same place: 1, or the one within the other: 0.5."""
    return of.sides.parties("places", "places")


def other_place(of: Compared) -> Matrix:
    """Places of which neither is within the other."""
    one = of.sides.common(lambda p: sides.heads(p.places), lambda p: sides.names(p.places))
    other = of.sides.common(lambda p: sides.names(p.places), lambda p: sides.heads(p.places))
    out: Matrix = of.sides.both(lambda p: p.places) * (1 - np.maximum(one, other))
    return out


def one_setting(of: Compared) -> Matrix:
    """The same type on one day at the very same place."""
    out: Matrix = of["same_type"] * (of["same_days"] == 1) * (of["same_place"] == 1)
    return out


def one_dyad(of: Compared) -> Matrix:
    """The same type between the very same parties on days that meet."""
    out: Matrix = of["same_type"] * (of["same_days"] > 0) * (of["same_actors"] == 1) * (of["same_recipients"] == 1)
    return out


def one_case(of: Compared) -> Matrix:
    """The same type and no other mode, some party the same and none another, on days that may meet."""
    modes = 1 - (of.sides.both(lambda p: p.mode) - of.sides.equal(lambda p: p.mode))
    neither = 1 - of.sides.common(lambda p: [p.mode is None], lambda p: [p.mode is None] if p.mode is None else [])
    none = (of["other_days"] == 0) * (of["other_actors"] == 0) * (of["other_recipients"] == 0)
    out: Matrix = of["same_type"] * modes * neither * none * np.maximum(of["same_actors"], of["same_recipients"])
    return out


def named_within(of: Compared) -> Matrix:
    """The same type, and the word that names the one stands in the other's clause."""
    return of["same_type"] * of["trigger_within"]


def bare(of: Compared) -> Matrix:
    """Nothing is the same but the kind of happening: no word, party, place or figure."""
    words = of.sides.common(lambda p: p.words[1:])
    same = [of[name] for name in ("same_trigger", "trigger_within", "same_actors", "same_recipients", "same_place", "same_figures")]
    out: Matrix = (np.maximum.reduce([words, *same]) == 0).astype(np.float64)
    return out


def same_figures(of: Compared) -> Matrix:
    """A figure of the same thing with the same bounds."""

    def told(a: Profile, b: Profile) -> bool:
        return any(x[1:] == y[1:] and one_kind(x[0], y[0]) for x in a.figures for y in b.figures if x[1] is not None)

    return of.sides.each(of.sides.common(lambda p: [figure[1:] for figure in p.figures]), told)


def same_counted(of: Compared) -> Matrix:
    """Figures of the same thing, whatever their bounds."""
    return of.sides.common(lambda p: [kind for kind, _, _ in p.figures])


def other_counted(of: Compared) -> Matrix:
    """Both have figures, and none of the same thing."""

    def told(a: Profile, b: Profile) -> bool:
        return not any(one_kind(x, y) for x, _, _ in a.figures for y, _, _ in b.figures)

    return of.sides.each(of.sides.both(lambda p: p.figures), told)


def other_victims(of: Compared) -> Matrix:
    """Both tell who was killed or hurt, and it is somebody else: another noun, or of another state."""
    return of.sides.each(of.sides.both(sides.victims), sides.other_victims)


def _trigger(profile: Profile) -> str:
    return profile.words[0] if profile.words else ""


def _triggers(profile: Profile) -> list[str]:
    return profile.words[:1]


def _others(of: Compared, side: Callable[[Profile], list[list[str]]]) -> Matrix:
    """1 where both have known parties on this side, none the same, and the two have not only changed sides."""
    met = of.sides.common(lambda p: sides.known(side(p)))
    across = np.minimum(of.sides.parties("actors", "recipients"), of.sides.parties("recipients", "actors"))
    out: Matrix = of.sides.both(lambda p: sides.known(side(p))) * (met == 0) * (across == 0)
    return out


FEATURES: dict[str, Callable[[Compared], Matrix]] = {
    f.__name__: f
    for f in (
        same_trigger, rare_trigger, trigger_within, alike, alike_in_one_word, clauses, scenes, same_actors, same_recipients, crossed, other_actors,
        other_recipients, same_speakers, same_type, other_type, same_mode, same_days, other_days, far_apart, same_place, other_place, one_setting,
        one_dyad, one_case, named_within, bare, same_figures, same_counted, other_counted, other_victims,
    )
}  # fmt: skip
