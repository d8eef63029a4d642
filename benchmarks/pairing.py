"""`python -m benchmarks.pairing FOLDS TRAIN`: the PLOVER root of a marked pair by encoder and events together, on PLV's train part.

FOLDS is what `onrecord_training folds` left (the encoder's scores, each pair answered by a model that has not seen its sentence, seed by seed), TRAIN the `train.npz` of
`prepare`, whose `group` says which fold a pair is in. Lexicon and rules are as they stand; the weights (`onrecord.recording.pairs`) are fitted on the other four folds and
applied to the fifth, then, to be kept, on all. Accuracy and macro-F1 in per cent, mean and standard deviation over seeds.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import onrecord
from benchmarks.corpora import DATA
from onrecord.recording.pairs import PLACES, YIELD

Floats = NDArray[np.float64]
STEPS, RATE, RIDGE = 400, 0.5, 0.01


def pairs() -> list[tuple[str, tuple[int, int] | None, tuple[int, int] | None, str]]:
    """Text, actor, recipient and root of every pair of PLV's train part, in the order of its file."""
    out = []
    table = io.StringIO((DATA / "plv/PLV_train.tsv").read_text(encoding="utf-8"), newline="")
    for row in csv.DictReader(table, delimiter="\t"):
        text, at = "", {}
        for piece in re.split(r"(</?[st]>)", row["marked_sentence"]):
            if re.fullmatch(r"</?[st]>", piece):
                at[piece[-2]] = (len(text), len(text)) if piece[1] != "/" else (at[piece[-2]][0], len(text))
            else:
                text += piece
        out.append((text, at.get("s"), at.get("t"), YIELD.get(row["gold_root"], row["gold_root"])))
    return out


def voted(classes: list[str]) -> Floats:
    """(pairs, classes, places): 1 where an event of the text votes for that class from that place."""
    reader = onrecord.Reader()
    found = [reader.pair_votes(text, actor=actor, recipient=recipient) for text, actor, recipient, _ in pairs()]
    return np.array([[[float((place, c) in each) for place in PLACES] for c in classes] for each in found])


def fitted(features: Floats, gold: NDArray[np.int64]) -> Floats:
    """Weights of the features (pairs, classes, features) that make the right classes likeliest, by gradient ascent with a small ridge."""
    weights = np.ones(features.shape[-1])
    for _ in range(STEPS):
        scores = features @ weights
        p = np.exp(scores - scores.max(-1, keepdims=True))
        p /= p.sum(-1, keepdims=True)
        slope = (features[np.arange(len(gold)), gold] - (p[..., None] * features).sum(1)).mean(0) - RIDGE * (weights - 1)
        weights += RATE * slope
    return weights


def figures(gold: NDArray[np.int64], found: NDArray[np.int64]) -> tuple[float, float]:
    """Accuracy and macro-F1 over the classes that occur."""
    f1 = [2 * ((gold == c) & (found == c)).sum() / max(1, (gold == c).sum() + (found == c).sum()) for c in np.unique(gold)]
    return 100 * float((gold == found).mean()), 100 * float(np.mean(f1))


def main(folds: Path, train: Path) -> None:
    """Prints the figures of encoder, events and both, and the weights for `onrecord.recording.pairs`."""
    done: dict[str, list[list[float]]] = json.loads(folds.read_text(encoding="utf-8"))
    with np.load(train) as data:
        kept = data["pair"] >= 0
        group, gold = data["group"][kept], data["pair"][kept].astype(np.int64)
    classes = json.loads((train.parent / "labels.json").read_text(encoding="utf-8"))["pairs"]
    marked = [classes.index(root) for *_, root in pairs()]
    if list(gold) != marked:
        message = f"{train} does not hold the pairs of {DATA / 'plv'} in their order"
        raise SystemExit(message)
    votes_of = voted(classes)
    seeds = sorted({key.split(".")[0] for key in done})
    encoder = np.zeros((len(seeds), len(gold), len(classes)))
    for i, seed in enumerate(seeds):
        for fold in np.unique(group):
            encoder[i, group == fold] = done[f"{seed}.{fold}"]
    encoder -= encoder.max(-1, keepdims=True)
    encoder -= np.log(np.exp(encoder).sum(-1, keepdims=True))
    rows: dict[str, list[tuple[float, float]]] = {"encoder": [], "events": [], "both": []}
    for logs in encoder:
        features = np.concatenate([logs[..., None], votes_of], -1)
        rows["encoder"].append(figures(gold, logs.argmax(-1)))
        for name, part in (("events", features[..., 1:]), ("both", features)):
            answers = np.zeros(len(gold), np.int64)
            for fold in np.unique(group):
                here = group == fold
                answers[here] = (part[here] @ fitted(part[~here], gold[~here])).argmax(-1)
            rows[name].append(figures(gold, answers))
    for name, each in rows.items():
        mean, spread = np.mean(each, 0), np.std(each, 0)
        print(f"{name:8} accuracy {mean[0]:.1f} (sd {spread[0]:.1f}), macro-F1 {mean[1]:.1f} (sd {spread[1]:.1f})")
    whole = fitted(np.concatenate([np.concatenate([logs[..., None], votes_of], -1) for logs in encoder]), np.tile(gold, len(seeds)))
    print("weights", {name: round(float(w), 2) for name, w in zip(("encoder", *PLACES), whole, strict=True)})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
