"""Corpora to two files of windows, train and dev, that the trainer reads on any machine."""

from __future__ import annotations

import hashlib
import json
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Iterable

import numpy as np

from onrecord.understanding.pieces import Piecer, prepare_tokenizer
from onrecord_training.corpora.acts import read_acts
from onrecord_training.corpora.ecbplus import read_ecbplus
from onrecord_training.corpora.events import add_certainty, read_certainty, read_plv, read_stories, read_triggers
from onrecord_training.corpora.news import read_polnear, read_re3d, read_wikigold, read_worldwide
from onrecord_training.corpora.propbank import add_propbank
from onrecord_training.corpora.reports import MORE, THIRD, read_more, read_reports
from onrecord_training.corpora.treebank import read_ewt, read_gum
from onrecord_training.features import NO, Featurizer, Window
from onrecord_training.labels import collect

if TYPE_CHECKING:
    from onrecord_training.corpora.document import Document

NON_COMMERCIAL = ("fiction", "whow", "essay", "letter", "podcast")  # genres of GUM, by its LICENSE.txt
FOLDERS = ("ewt", "gum", "propbank_ewt", "polnear", "worldwide", "wikigold", "re3d", "factuality", "plv", "ngec_synthetic", "rams", "wikievents", "ecbplus", "wikinews", "news_cluster")
OWN = ("polnear", "worldwide", "wikinews")  # corpora whose texts bear labels of our own
Parts = dict[str, Iterable["Document"]]


def read_corpora(data: Path) -> tuple[Parts, Parts]:
    """Every corpus by name: its train and its dev part (what a head without a dev part is tested on stands in EXPERIMENTS.md)."""
    ewt = {part: list(read_ewt(data / f"ewt/en_ewt-ud-{part}.conllu")) for part in ("train", "dev")}
    apart = {}
    for part, documents in ewt.items():
        add_propbank(documents, data / "propbank_ewt")
        apart[part] = add_certainty(documents, data / f"factuality/UDS_IH2/{part}.jsonl")
    re3d = list(read_re3d(data / "re3d", leave_out=("BBC_Online",)))
    held = {d.name for d in read_reports(data, OWN, dev=True)}
    train: Parts = {
        "ewt": ewt["train"],
        "gum": read_gum(data / "gum/train", leave_out=NON_COMMERCIAL),
        "gum_nc": (d for d in read_gum(data / "gum/train") if d.name.split("_")[1] in NON_COMMERCIAL),
        "polnear": read_polnear(data / "polnear/train"),
        "worldwide": read_worldwide(data / "worldwide/train"),
        "wikigold": read_wikigold(data / "wikigold/wikigold.conll.txt"),
        "re3d": re3d[10:],
        "re3d_bbc": (d for d in read_re3d(data / "re3d", leave_out=()) if d.name.startswith("BBC_Online")),
        "ecbplus": read_ecbplus(data / "ecbplus"),
        "uds": apart["train"],
        "uw": read_certainty(data / "factuality/UW/train.jsonl", scale=1),
        "plv": read_plv(data / "plv/PLV_train.tsv"),
        "stories": read_stories(data / "ngec_synthetic/stories.csv"),
        "acts": (d for d in read_acts(data, ("polnear", "worldwide"), dev=False) if d.name not in held),
        "acts_wikinews": (d for d in read_acts(data, ("wikinews",), dev=False) if d.name not in held),
        "reports": read_reports(data, ("polnear", "worldwide"), dev=False),
        "reports_wikinews": read_reports(data, ("wikinews",), dev=False),
        "reports_more": read_more(data, MORE),
        "reports_third": read_more(data, THIRD),
        "triggers": chain(read_triggers(data / "rams/dev.jsonlines"), read_triggers(data / "wikievents/dev.jsonl")),
    }
    dev: Parts = {
        "ewt": ewt["dev"],
        "gum": read_gum(data / "gum/dev"),
        "polnear": read_polnear(data / "polnear/dev"),
        "worldwide": read_worldwide(data / "worldwide/dev"),
        "re3d": re3d[:10],
        "uds": apart["dev"],
        "uw": read_certainty(data / "factuality/UW/dev.jsonl", scale=1),
        "acts": read_acts(data, OWN, dev=True),
        "reports": read_reports(data, OWN, dev=True),
    }
    return train, dev


def fingerprint(folder: Path) -> str:
    """What identifies a corpus whatever it was called when it was published: SHA-256 of its files' paths and contents, 16 digits."""
    whole = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        whole.update(f"{file.relative_to(folder).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()[:16]


def save(windows: list[tuple[str, Window]], file: Path) -> None:
    """Windows as flat arrays: `length` and `corpus` of each, every layer end to end."""
    out: dict[str, np.ndarray] = {"length": np.array([len(w["ids"]) for _, w in windows], dtype=np.int32)}
    out["corpus"] = np.array([c for c, _ in windows])
    for key in windows[0][1]:
        values = [w[key] for _, w in windows]
        if isinstance(values[0], int):
            out[key] = np.array(values, dtype=np.int16)
        else:
            out[key] = np.concatenate(values).astype(np.uint16 if key == "ids" else values[0].dtype)
    for k in ("args", "parties"):
        out[f"{k}_length"] = np.array([len(w[k]) for _, w in windows], dtype=np.int32)
    np.savez_compressed(file, **out)


def prepare(shared: Path, out: Path, tokenizer: Path, kept: Path | None = None) -> None:
    """Writes `train.npz`, `dev.npz`, `labels.json`, `tokenizer.json` and the corpora's fingerprints (`corpora.json`) to `out`.

    `kept` (a model's `labels.json`) keeps that model's classes in their order, so that training can go on from its weights.
    """
    out.mkdir(parents=True, exist_ok=True)
    prepare_tokenizer(tokenizer, out / "tokenizer.json")
    train, dev = ({name: list(documents) for name, documents in part.items()} for part in read_corpora(shared))
    labels = collect([*train["ewt"], *train["gum"]])  # what is clearly licensed names the classes
    if kept is not None:
        labels |= json.loads(kept.read_text(encoding="utf8"))
    (out / "labels.json").write_text(json.dumps(labels, indent=1))
    featurizer = Featurizer(Piecer(out / "tokenizer.json"), labels)
    for part, corpora in (("train", train), ("dev", dev)):
        windows = []
        for name, documents in corpora.items():
            made = [w for d in documents for w in featurizer.windows(d, whole=name in ("plv", "stories"))]
            if name.startswith("acts"):  # labelled here and there: windows without a label would be read for nothing
                made = [w for w in made if (w["act"] != NO).any()]
            if len(made) > 0:
                pieces = sum(len(w["ids"]) for w in made)
                sys.stderr.write(f"{part} {name}: {len(documents)} texts, {len(made)} windows, {pieces} pieces\n")
            windows += [(name, w) for w in made]
        save(windows, out / f"{part}.npz")
    (out / "corpora.json").write_text(json.dumps({name: fingerprint(shared / name) for name in FOLDERS}, indent=1) + "\n")
