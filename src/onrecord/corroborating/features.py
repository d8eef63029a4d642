"""What tells whether two items speak of the same thing: one function a feature, over many pairs at once, mostly 0 to 1.

What one side does not tell is 0 in all features that would compare it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.corroborating.counting import one_kind
from onrecord.corroborating.views import other_victims as _other_victims
from onrecord.corroborating.weights import tells

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.corroborating.sides import Sides, Values
    from onrecord.corroborating.views import Part, View

_BACK, _FORTH = frozenset({"RETREAT", "CONCEDE"}), frozenset({"COERCE", "SANCTION", "MOBILIZE", "ASSAULT"})
_NEAR = 3  # days by which reports of one happening may lie apart where the text names no day


class Compared(dict[str, "Values"]):
    """The features of pairs by name, each made when it is first asked for."""

    def __init__(self, of: Sides) -> None:
        super().__init__()
        self.sides = of

    def __missing__(self, name: str) -> Values:
        self[name] = made = FEATURES[name](self)
        return made


def same_trigger(of: Compared) -> Values:
    """The word that names it is the same."""
    return of.sides.equal(lambda v: v.trigger)


def rare_trigger(of: Compared) -> Values:
    """The word that names it is the same, and few reports have it."""
    out: Values = of["same_trigger"] * of.sides.number(lambda v: tells(v.trigger))[of.sides.one]
    return out


def trigger_within(of: Compared) -> Values:
    """The word that names it in one stands in the other's clause."""
    within = np.maximum(of.sides.common(lambda v: v.triggers, lambda v: v.words), of.sides.common(lambda v: v.words, lambda v: v.triggers))
    return within * (1 - of["same_trigger"])


def alike(of: Compared) -> Values:
    """The encoder sees them alike: cosine of their vectors, from 0."""
    return np.maximum(0.0, of.sides.cosine)


def alike_in_one_word(of: Compared) -> Values:
    """The encoder sees them alike, though the same word names both, which makes it less of a sign."""
    return of["alike"] * of["same_trigger"]


def clauses(of: Compared) -> Values:
    """Words that their clauses share, by how much a word tells (Dice)."""
    return of.sides.dice(lambda v: v.clause, lambda v: v.clause_tells)


def scenes(of: Compared) -> Values:
    """Names that both reports have (Dice)."""
    return of.sides.scenes()


def same_actors(of: Compared) -> Values:
    """The same does it, or a body of the same."""
    return of.sides.parties("actors", "actors")


def same_recipients(of: Compared) -> Values:
    """It is done to the same, or to a body of the same."""
    return of.sides.parties("recipients", "recipients")


def crossed(of: Compared) -> Values:
    """Who does it in one report has it done in the other."""
    best = np.maximum(of.sides.parties("actors", "recipients"), of.sides.parties("recipients", "actors"))
    return best * (of["same_actors"] < 0.5) * (of["same_recipients"] < 0.5)


def other_actors(of: Compared) -> Values:
    """Both tell who does it, and it is not the same."""
    return _others(of, "actors")


def other_recipients(of: Compared) -> Values:
    """Both tell to whom it is done, and it is not the same."""
    return _others(of, "recipients")


def strangers(of: Compared) -> Values:
    """Both tell to whom it is done, and neither a name nor a noun is common to the two."""
    told = of.sides.both(lambda v: v.heads["recipients"])
    out: Values = told * (of.sides.parties("recipients", "recipients") == 0) * (of["crossed"] == 0)
    return out


def same_speakers(of: Compared) -> Values:
    """The same says it, or a body of the same."""
    return of.sides.parties("speakers", "speakers")


def same_type(of: Compared) -> Values:
    """The same type of PLOVER."""
    return of.sides.equal(lambda v: v.profile.type)


def other_type(of: Compared) -> Values:
    """Another type of PLOVER."""
    return of.sides.both(lambda v: v.profile.type) - of["same_type"]


def undoing(of: Compared) -> Values:
    """The one takes back what the other does, by their types: who is freed was held, who withdraws was sent."""
    back = of.sides.number(lambda v: float(v.profile.type in _BACK))
    forth = of.sides.number(lambda v: float(v.profile.type in _FORTH))
    out: Values = np.maximum(back[of.sides.one] * forth[of.sides.other], forth[of.sides.one] * back[of.sides.other])
    return out


def same_mode(of: Compared) -> Values:
    """The same mode."""
    return of.sides.equal(lambda v: v.profile.mode) * of["same_type"]


def same_days(of: Compared) -> Values:
    """The texts put them on days that meet: 1 for one day, less for spans."""
    out: Values = of.sides.dated * (of.sides.gap == 0) / (1 + np.minimum(30.0, of.sides.span) / 3)
    return out


def other_days(of: Compared) -> Values:
    """The texts put them on days that do not meet: 0.25 for neighbouring days (a night lies in both), towards 1 for more."""
    gap = of.sides.gap
    return np.where(gap > 0, 1 - 0.75 / np.maximum(gap, 1.0), 0.0)


def far_apart(of: Compared) -> Values:
    """One of them has no day, and the reports lie more than three days apart: towards 1 with the distance."""
    apart = of.sides.reports_apart
    return np.where(apart > _NEAR, 1 - _NEAR / np.maximum(apart, 1.0), 0.0)


def same_place(of: Compared) -> Values:
    """The same place: 1, or the one within the other: 0.5."""
    return of.sides.parties("places", "places")


def other_place(of: Compared) -> Values:
    """Places of which neither is within the other."""
    one = of.sides.common(lambda v: v.heads["places"], lambda v: v.names["places"])
    other = of.sides.common(lambda v: v.names["places"], lambda v: v.heads["places"])
    out: Values = of.sides.both(lambda v: v.profile.places) * (1 - np.maximum(one, other))
    return out


def one_setting(of: Compared) -> Values:
    """The same type on one day at the very same place."""
    out: Values = of["same_type"] * (of["same_days"] == 1) * (of["same_place"] == 1)
    return out


def one_dyad(of: Compared) -> Values:
    """The same type between the very same parties on days that meet."""
    out: Values = of["same_type"] * (of["same_days"] > 0) * (of["same_actors"] == 1) * (of["same_recipients"] == 1)
    return out


def one_case(of: Compared) -> Values:
    """The same type and no other mode, some party the same and none another, on days that may meet."""
    modes = 1 - (of.sides.both(lambda v: v.profile.mode) - of.sides.equal(lambda v: v.profile.mode))
    neither = 1 - of.sides.equal(lambda v: v.profile.mode is None)
    none = (of["other_days"] == 0) * (of["other_actors"] == 0) * (of["other_recipients"] == 0)
    out: Values = of["same_type"] * modes * neither * none * np.maximum(of["same_actors"], of["same_recipients"])
    return out


def named_within(of: Compared) -> Values:
    """The same type, and the word that names the one stands in the other's clause."""
    return of["same_type"] * of["trigger_within"]


def bare(of: Compared) -> Values:
    """Nothing is the same but the kind of happening: no word, party, place or figure."""
    words = of.sides.common(lambda v: v.clause)
    same = [of[name] for name in ("same_trigger", "trigger_within", "same_actors", "same_recipients", "same_place", "same_figures")]
    out: Values = (np.maximum.reduce([words, *same]) == 0).astype(np.float64)
    return out


def same_figures(of: Compared) -> Values:
    """A figure of the same thing with the same bounds."""

    def told(a: View, b: View) -> bool:
        return any(x[1:] == y[1:] and one_kind(x[0], y[0]) for x in a.profile.figures for y in b.profile.figures if x[1] is not None)

    return of.sides.each(of.sides.common(lambda v: v.bounds), told)


def same_counted(of: Compared) -> Values:
    """Figures of the same thing, whatever their bounds."""
    return of.sides.common(lambda v: v.counted)


def other_counted(of: Compared) -> Values:
    """Both have figures, and none of the same thing."""

    def told(a: View, b: View) -> bool:
        return not any(one_kind(x, y) for x in a.counted for y in b.counted)

    return of.sides.each(of.sides.both(lambda v: v.profile.figures), told)


def other_victims(of: Compared) -> Values:
    """Both tell who was killed or hurt, and it is somebody else: another noun, or of another state."""
    return of.sides.each(of.sides.both(lambda v: v.victims), _other_victims)


def _others(of: Compared, side: Part) -> Values:
    """1 where both have known parties on this side, none the same, and the two have not only changed sides."""
    met = of.sides.common(lambda v: v.known[side])
    across = np.minimum(of.sides.parties("actors", "recipients"), of.sides.parties("recipients", "actors"))
    out: Values = of.sides.both(lambda v: v.known[side]) * (met == 0) * (across == 0)
    return out


FEATURES: dict[str, Callable[[Compared], Values]] = {
    f.__name__: f
    for f in (
        same_trigger, rare_trigger, trigger_within, alike, alike_in_one_word, clauses, scenes, same_actors, same_recipients, crossed, other_actors,
        other_recipients, strangers, same_speakers, same_type, other_type, undoing, same_mode, same_days, other_days, far_apart, same_place, other_place, one_setting,
        one_dyad, one_case, named_within, bare, same_figures, same_counted, other_counted, other_victims,
    )
}  # fmt: skip
