"""Classes of words that are closed: a word of one of them is a known one, whatever the encoder makes of a word that it has seldom seen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.facts import lemmas

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

CLOSED = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ"})
FUNCTIONAL = frozenset({"advmod", "aux", "aux:pass", "case", "cc", "compound:prt", "det", "fixed", "mark"})
_FINE = {"NOUN": "NN", "VERB": "VB", "ADJ": "JJ", "PROPN": "NNP"}
_SHOUTED = 7  # letters of the longest interjection ("goodbye")
_SHORT = 3  # letters of what may be a slip of the pen for a word of any class ("teh", "u")


@lru_cache(maxsize=65536)
def open_classes(form: str, upos: str, *, first: bool) -> tuple[str, ...]:
    """The open classes that the form is known in, where it can be no word of this closed class (adverbs are one); that of names for an unknown word with a capital that is not the `first`."""
    low = form.lower()
    if upos not in CLOSED or len(low) <= (_SHOUTED if upos == "INTJ" else _SHORT) or not low.isalpha() or lemmas.has(low, upos) or (upos == "ADV" and low.endswith("ly")):
        return ()
    known = tuple(name for name in _FINE if name != "PROPN" and lemmas.has(low, name))
    return (*known, "PROPN") if form[0].isupper() and not first and (known or upos != "ADV") else known


def reopen(forms: Sequence[str], opens: NDArray[np.bool_], upos: NDArray[np.int64], xpos: NDArray[np.int64], at: dict[str, NDArray[np.float32]], labels: dict[str, list[str]]) -> list[int]:
    """Gives each such word, in place, the likeliest tags of an open class that it is known in; returns which words they are. `opens`: those that begin a sentence."""
    names, fine = labels["upos"], labels["xpos"]
    found = [(i, classes) for i, k in enumerate(upos.tolist()) if (classes := open_classes(forms[i], names[k], first=bool(opens[i])))]
    for i, classes in found:
        best = max(classes, key=lambda name: at["upos"][i][names.index(name)])
        upos[i] = names.index(best)
        xpos[i] = max((n for n, tag in enumerate(fine) if tag.startswith(_FINE[best])), key=lambda n: at["xpos"][i][n])
    return [i for i, _ in found]
