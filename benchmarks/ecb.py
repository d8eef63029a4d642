"""Events of many texts that are the same: ECB+ topics 26 to 35, gold mentions, by the product's own likeness and grouping.

Mentions are compared within the texts of one event (topic and half of ECB+, which any grouping of texts by story tells apart), as Cybulska and Vossen
(2014) and those after them do. Every gold mention counts, those alone too. Beside it the baseline of the field: one event where the lemma is one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.clusters import b_cubed, ceaf, muc
from benchmarks.corpora import DATA
from benchmarks.ecbplus import mentions
from onrecord.corroborating import weights
from onrecord.corroborating.likeness import Likeness
from onrecord.corroborating.linkage import linked
from onrecord.corroborating.linking import BEST, SAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from benchmarks.ecbplus import Mention
    from onrecord.corroborating.index import Profile

LAST_TRAINING_TOPIC = 25


class Scored(NamedTuple):
    """MUC, B-cubed, CEAF-phi4 and their mean (CoNLL F1), in per cent."""

    muc: float
    b_cubed: float
    ceaf: float

    @property
    def conll(self) -> float:
        """The mean of the three."""
        return (self.muc + self.b_cubed + self.ceaf) / 3


def scored(found: list[Mention], alike: Callable[[list[Profile]], NDArray[np.float64]], least: float, best: float = 0.0) -> Scored:
    """Groups mentions by linkage of `alike`, which gives the likeness of every two (`linkage.linked`), and holds the groups against gold."""
    predicted: list[frozenset[tuple[int, int]]] = []
    gold: dict[str, set[tuple[int, int]]] = {}
    numbers = {id(m): (i, 0) for i, m in enumerate(found)}
    for group in _stories(found):
        matrix = alike([mention.profile for mention in group])
        np.fill_diagonal(matrix, 1.0)
        predicted += [frozenset(numbers[id(group[i])] for i in part) for part in linked(matrix, least, best=best)]
    for mention in found:
        gold.setdefault(mention.cluster, set()).add(numbers[id(mention)])
    wanted = [frozenset(g) for g in gold.values()]
    return Scored(muc(wanted, predicted).f1, b_cubed(wanted, predicted).f1, ceaf(wanted, predicted).f1)


def same_lemma(profiles: list[Profile]) -> NDArray[np.float64]:
    """The baseline: 1 where the lemma of the trigger is the same."""
    lemmas = np.array([profile.words[0] for profile in profiles])
    return (lemmas[:, None] == lemmas[None, :]).astype(np.float64)


def alike(profiles: list[Profile]) -> NDArray[np.float64]:
    """The product's own likeness, with the weights fitted on mentions of one story."""
    ones, others = np.triu_indices(len(profiles), k=1)
    out = np.zeros((len(profiles), len(profiles)))
    odds = Likeness([profiles[i] for i in ones], [profiles[j] for j in others], weights.TOLD).odds
    out[ones, others] = out[others, ones] = 1 / (1 + np.exp(-odds))
    return out


def _stories(found: list[Mention]) -> Iterator[list[Mention]]:
    """Mentions by the story that their texts tell, in a fixed order."""
    by: dict[str, list[Mention]] = {}
    for mention in found:
        by.setdefault(mention.story, []).append(mention)
    yield from (by[story] for story in sorted(by))


def main() -> int:
    """Prints the figures."""
    if not (DATA / "ecbplus").exists():
        print("shared/data/ecbplus is not there")
        return 1
    found = mentions(range(LAST_TRAINING_TOPIC + 1, 36))
    print(f"{len(found)} mentions            MUC   B3  CEAF  CoNLL")
    for name, of, least, best in (("one lemma", same_lemma, 0.5, 0.0), ("likeness", alike, SAME, BEST)):
        s = scored(found, of, least, best)
        print(f"{name:24} {s.muc:5.1f} {s.b_cubed:5.1f} {s.ceaf:5.1f} {s.conll:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
