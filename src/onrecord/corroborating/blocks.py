"""The keys under which an item is filed, so that those which may speak of the same thing meet, and few others do."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.corroborating.weights import tells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.corroborating.index import Profile

_SPAN = 4  # days of a stretch
_BACK = 6  # days that a report looks back where it names none
_MOST = 6  # stretches of one item: of a longer time the first and the last ones
_SCENE = 4  # of those whom a report is about: as many stand for its story
KIN = (("COERCE", "SANCTION"), ("COERCE", "ASSAULT"), ("CONSULT", "AGREE"), ("CONSULT", "COOPERATE"), ("RETREAT", "CONCEDE"), ("AGREE", "COOPERATE"),
       ("ACCUSE", "REJECT"), ("THREATEN", "SANCTION"), ("MOBILIZE", "ASSAULT"), ("AID", "SUPPORT"), ("REQUEST", "PROTEST"))  # fmt: skip
"""Types of PLOVER under either of which one happening may be told."""
_FEW = 2  # a figure of no more than this is everywhere
_WEIGHTY = 2  # keys that one figure makes: it counts for so many
_RARE = 4  # the words of a clause that tell most, by pairs of which it is filed


def blocks(profile: Profile) -> set[int]:
    """Keys of 63 bits, each with a stretch of days: what is done with who has a part in it or whom its report is about; pairs of its rarest words."""
    stretches = _stretches(profile)
    return {_number(f"{key}|{stretch}") for key in set(_keys(profile)) for stretch in stretches}


def _stretches(profile: Profile) -> list[str]:
    """The stretches of days in which an item may lie: a day and its neighbours, or where its text names none, the week up to the day after its report."""
    if profile.days is not None:
        first, last = profile.days[0] - 1, profile.days[1] + 1
    elif (told := profile.said or profile.published) is not None:
        first, last = told - _BACK, told + 1
    else:
        return ["-"]
    numbers = range(first // _SPAN, last // _SPAN + 1)
    return [str(number) for number in (numbers if len(numbers) <= _MOST else [*numbers[: _MOST // 2], *numbers[-_MOST // 2 :]])]


def _keys(profile: Profile) -> Iterator[str]:
    rare = sorted(set(profile.words), key=_rank)[:_RARE]
    about = [*profile.words[:1]] if profile.kind == "event" else rare
    if profile.type is not None:
        about += [profile.type, *(f"{kin[0]}~{kin[1]}" for kin in KIN if profile.type in kin)]
    narrow, states = set[str](), set[str]()
    for line in (*profile.actors, *profile.recipients, *profile.speakers, *profile.places):
        for name in line:
            if name.startswith(("state:", "country:")):
                states.add(name.replace("country:", "state:"))
            elif not name.startswith("role:"):
                narrow.add(name)
    scene = [name for name in profile.scene if not name.startswith("role:")][:_SCENE]
    theirs = sorted(states.union(name for name in scene if name.startswith("state:")))
    for what in dict.fromkeys(about):
        yield from (f"{what}|{name}" for name in narrow.union(scene) if not name.startswith("state:"))
        yield from (f"{what}|{one}|{other}" for one, other in combinations(theirs, 2))
    if profile.words:
        yield from (f"{profile.words[0]}|{state}" for state in states)
    for kind, low, high in profile.figures:
        if kind != "other:" and low is not None and low > _FEW:
            yield from (f"{kind}={low}:{high}#{turn}" for turn in range(_WEIGHTY))
    yield from (f"{one}+{other}" for one, other in combinations(sorted(rare), 2))


@lru_cache(1 << 16)
def _rank(word: str) -> tuple[float, int]:
    """Puts the words that tell most first; of those that tell as much any, but the same ones everywhere."""
    return -tells(word), _number(word)


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1
