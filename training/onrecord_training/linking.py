"""How sure a link of coreference is, as it is shipped: from raw text, through the model's own words and what grammar adds.

The statement whose probability a link bears is that its two words speak of one thing: that GUM has mentions headed by both in one cluster. What the softmax gives to all
mentions of the antecedent's entity together is bent by a logistic curve (Platt 1999, "Probabilistic outputs for support vector machines") with one slope and an offset for
each kind of mention, fitted on GUM dev and measured on it by documents in folds: no link's probability is judged by a curve that its document was fitted for.
The curve lies in `pairs.npz` as `links`; the graph stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.reading.report import read_text
from onrecord.understanding.decoding.coreference import KINDS, UNFITTED, kind
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.marks import log_odds
from onrecord_training.calibrate import calibration_error
from onrecord_training.corpora.treebank import read_gum
from onrecord_training.folder import add_arrays

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from onrecord_training.corpora.document import Document

FOLDS = 5
RIDGE = 1.0  # draws what few links speak for to UNFITTED
STEPS = 100
SMALL = 1e-6  # steps below it are no longer taken


class Link(NamedTuple):
    """A link that the decoder made: the number of its document, the kind of its mention (in KINDS), its entity's share of the softmax, and whether it is right."""

    document: int
    kind: int
    share: float
    right: bool


def give(model: Path, shared: Path) -> dict[str, object]:
    """Gives the model folder its curve, fitted on all links in GUM dev, in place. Returns the row of `cross_fit`.

    Raises ValueError where the model links nothing there.
    """
    add_arrays(model, {"links": UNFITTED})
    found = links(Encoder.load(model), read_gum(shared / "gum/dev"))
    if not found:
        message = f"{model}: no link of coreference in {shared / 'gum/dev'}"
        raise ValueError(message)
    add_arrays(model, {"links": fit(found)})
    return cross_fit(found)


def links(encoder: Encoder, documents: Iterable[Document]) -> list[Link]:
    """The links in `documents`, by an encoder whose own curve is UNFITTED."""
    out = []
    for number, document in enumerate(documents):
        marks = encoder.mark(read_text(document.text))
        cluster = {document.words[w]: n for n, words in enumerate(document.clusters or []) for w in words}
        for link in marks.antecedents:
            a, b = (marks.tokens[i] for i in (link.antecedent, link.token))
            one = cluster.get((b.start, b.end))
            out.append(Link(number, kind(b), link.score, one is not None and one == cluster.get((a.start, a.end))))
    return out


def fit(found: list[Link]) -> NDArray[np.float32]:
    """The curve (slope, offset of each of KINDS) that makes likeliest what is right, by Newton's method with steps halved until they gain."""
    x, right = _inputs(found), np.array([link.right for link in found], float)

    def loss(curve: NDArray[np.float64]) -> float:
        z = x @ curve
        return float(np.logaddexp(0, z).sum() - z @ right + RIDGE / 2 * ((curve - UNFITTED) ** 2).sum())

    curve = np.zeros(len(UNFITTED))
    for _ in range(STEPS):
        p = _probability(x, curve)
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(curve)), x.T @ (p - right) + RIDGE * (curve - UNFITTED))
        while np.abs(step).max() > SMALL and loss(curve - step) > loss(curve):
            step /= 2
        curve -= step
        if np.abs(step).max() <= SMALL:
            break
    return curve.astype(np.float32)


def cross_fit(found: list[Link], *, seed: int = 1) -> dict[str, object]:
    """A row as `calibrate.stated` gives it, without temperature: `ece` of every link by the curve of the other folds' documents, `raw` of the share itself."""
    documents = np.array([link.document for link in found])
    fold = np.random.default_rng(seed).permutation(documents.max() + 1)[documents] % FOLDS
    p, right = np.zeros(len(found)), np.array([link.right for link in found])
    for k in np.unique(fold):
        held = fold == k
        p[held] = _probability(_inputs([link for link, h in zip(found, held, strict=True) if h]), fit([link for link, h in zip(found, held, strict=True) if not h]))
    ece, bins = calibration_error(p, right)
    raw = calibration_error(np.array([link.share for link in found]), right)[0]
    return {"ece": round(ece, 4), "raw": round(raw, 4), "answers": len(found), "bins": bins}


def _inputs(found: list[Link]) -> NDArray[np.float64]:
    """(links, 1 + kinds): log odds of the share, and which kind it is."""
    return np.concatenate([np.array([[log_odds(link.share)] for link in found]), np.eye(len(KINDS))[[link.kind for link in found]]], 1)


def _probability(x: NDArray[np.float64], curve: NDArray[np.floating]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-x @ curve))  # type: ignore[no-any-return]
