"""From a trained run to a model folder: calibration, parity, folds, card, and the commands that do it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from conftest import LABELS, TINY

from onrecord.understanding.weights import check, read_manifest
from onrecord_training.__main__ import main
from onrecord_training.calibrate import apply, calibrate, reliability, temperature
from onrecord_training.card import card, gains_and_losses
from onrecord_training.export import export, export_graph, quantise
from onrecord_training.folds import cross_validate, fold_figures
from onrecord_training.model import Reader
from onrecord_training.parity import GraphReader, compare_graphs, failures, largest_difference
from onrecord_training.plots import reliability_svg
from onrecord_training.train import Recipe, Trainer

if TYPE_CHECKING:
    from onrecord_training.batches import Windows


@pytest.fixture
def model() -> Reader:
    torch.manual_seed(2)
    return Reader(LABELS, TINY).eval()


def test_temperature_undoes_overconfidence() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=(4000, 4))
    p = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    wanted = np.array([rng.choice(4, p=row) for row in p])
    t = temperature(3 * logits, wanted)
    assert 2.6 < t < 3.5
    assert reliability(3 * logits / t, wanted)[0] < 0.03 < reliability(3 * logits, wanted)[0]


def test_calibration_error_by_hand() -> None:
    """Two bins: surest 0.9 and right half the time, 0.6 and always right."""
    logits = np.log(np.array([[0.9, 0.1], [0.9, 0.1], [0.6, 0.4], [0.6, 0.4]]))
    error, bins = reliability(logits, np.array([0, 1, 0, 0]), bins=10)
    assert error == pytest.approx((0.4 * 2 + 0.4 * 2) / 4)
    assert sorted((round(c, 3), r, n) for c, r, n in bins) == [(0.6, 1.0, 2), (0.9, 0.5, 2)]


def test_temperatures_are_divided_into_the_last_layers(model: Reader, windows: Windows) -> None:
    """Twice the temperature, half the score, in every head, and no other head moves."""
    batch = windows.batch(windows.whole(np.arange(3)), "cpu")
    inputs = (batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"])
    before = {k: v.clone() for k, v in model(*inputs).items()}
    apply(model, {"upos": 2.0, "arc": 2.0, "pair": 2.0})
    after = model(*inputs)
    for k, value in before.items():
        torch.testing.assert_close(after[k] * (2.0 if k in ("upos", "arc_from", "pair") else 1.0), value)


def test_every_head_is_calibrated_and_drawn(model: Reader, windows: Windows) -> None:
    found = calibrate(model, windows, np.repeat(np.arange(len(windows)), 2))
    assert set(found) == {"tok", "sent", "upos", "xpos", "lemma", "names", "arms", "parts", "sourced", "pred", "act", "etype", "status", "stated", "party", "arc", "rel", "cue", "coref", "role", "pair"}
    apply(model, {head: float(f["temperature"]) for head, f in found.items()})  # type: ignore[arg-type]
    again = calibrate(model, windows, np.repeat(np.arange(len(windows)), 2))
    assert all(abs(float(f["temperature"]) - 1) < 0.1 or found[h]["temperature"] in (0.5, 4.0) for h, f in again.items())  # type: ignore[arg-type]
    svg = reliability_svg(found)
    assert svg.count("ECE") == len(found)
    assert svg.startswith("<svg")


def test_graphs_say_what_the_model_says(model: Reader, windows: Windows, tmp_path: Path) -> None:
    export_graph(model, tmp_path / "full.onnx")
    quantise(tmp_path / "full.onnx", tmp_path / "small.onnx")
    full, small = GraphReader(tmp_path / "full.onnx", model), GraphReader(tmp_path / "small.onnx", model)
    everything = np.arange(len(windows))
    assert max(largest_difference(model, full, windows, everything).values()) < 1e-4
    assert max(largest_difference(model, small, windows, everything).values()) > 1e-4, "8 bits are coarser"
    same = compare_graphs(model, full, windows, everything, draws=50)
    assert {"ewt.las", "names", "parts.cue", "sourced", "role.heads", "coref.links", "pair", "uw.sure"} <= set(same)
    assert all(f["full"] == f["small"] and f["low"] == f["high"] == 0 for f in same.values())
    assert failures(same) == []


def test_a_loss_beyond_its_bound_is_a_failure() -> None:
    row = {"full": 90.0, "small": 89.0, "items": 6000.0, "low": -1.5, "high": -0.5}
    assert failures({"many": row, "few and within chance": {**row, "items": 90.0, "high": 0.2}, "few": {**row, "items": 90.0}}) == ["many", "few"]
    assert failures({"many": {**row, "small": 89.6}}) == []


def test_folds_answer_each_pair_by_a_model_that_has_not_seen_it(model: Reader, windows: Windows, tmp_path: Path) -> None:
    assert fold_figures(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 0])) == pytest.approx((0.75, (0.8 + 2 / 3) / 2))
    windows.data["group"] = np.arange(len(windows)) % 5
    file = tmp_path / "answers.json"
    figures = cross_validate(model, windows, file, seeds=(1, 2), epochs=1)
    assert figures["pairs"] == 6
    assert 0 <= figures["accuracy"] <= 1
    stored = json.loads(file.read_text())
    assert set(stored) == {f"{s}.{f}" for s in (1, 2) for f in range(5)}
    assert cross_validate(model, windows, file, seeds=(1, 2), epochs=1) == figures, "what is there is not done again"


def test_a_run_becomes_a_model_folder(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    run, out = tmp_path / "run", tmp_path / "model"
    Trainer(Recipe(epochs=2, pieces=24), data, run, None, TINY).run(until=float("inf"))
    monkeypatch.setattr("onrecord_training.export.Reader", lambda labels: Reader(labels, TINY))
    monkeypatch.setattr("onrecord_training.parity.BOUND", 100.0)  # numbers of two texts say nothing of 8 bits
    monkeypatch.setattr("onrecord_training.parity.MANY", 0)
    assert main(["evaluate", "--data", str(data), "--run", str(run)]) == 0
    assert "ewt.las" in capsys.readouterr().out
    assert main(["export", "--data", str(data), "--run", str(run), "--out", str(out), "--name", "made"]) == 0
    manifest = read_manifest(out)
    check(out, manifest)
    assert manifest.name == "made"
    assert manifest.temperatures["upos"] > 0
    assert "| ewt.las |" in (out / "MODEL_CARD.md").read_text()
    assert (run / "reliability.svg").exists()
    (tmp_path / "better").mkdir()
    (tmp_path / "better/figures.json").write_text(json.dumps({"ewt.las": 99.0}))
    assert main(["compare", str(out), str(tmp_path / "better")]) == 0
    assert "ewt.las" in capsys.readouterr().out
    monkeypatch.setattr("onrecord_training.export.SAME", 0.0)
    with pytest.raises(ValueError, match="differs"):
        export(run, data, out, "made")


def test_a_missing_run_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--data", str(tmp_path), "--run", str(tmp_path / "none")]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "labels.json" in error


def test_gains_and_losses(tmp_path: Path) -> None:
    for name, figures in (("a", {"x": 80.0, "y": 50.0, "only a": 1.0}), ("b", {"x": 81.5, "y": 49.0})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "figures.json").write_text(json.dumps(figures))
    text = gains_and_losses(tmp_path / "a", tmp_path / "b")
    assert "x                 80.00  81.50  +1.50" in text
    assert "y                 50.00  49.00  -1.00" in text
    assert "only a" not in text


def test_the_card_names_every_corpus_and_figure(tmp_path: Path) -> None:
    """Filled from the manifest, README.md and EXPERIMENTS.md; nothing is left open."""
    (tmp_path / "model.onnx").write_bytes(b"x" * 10)
    manifest = {
        "name": "m", "created": "2026-01-01", "files": {"model.onnx": "abc"}, "figures": {"ewt.las": 80.5}, "calibration_error": {"arc": 0.012}, "temperatures": {"arc": 1.1},
        "parity": {"ewt.las": {"full": 80.7, "items": 25000.0, "low": -0.3, "high": 0.0}}, "largest_difference": 0.00001,
    }  # fmt: skip
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    text = card(tmp_path)
    assert "| ewt.las | 80.50 |" in text
    assert "| PolNeAR |" in text
    assert "{" not in text


def test_one_command_builds_the_model(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both trainings from given weights, folds, export, vectors (fitted on ECB+, which lies nowhere here)."""
    given: list[tuple[Path, Path]] = []
    monkeypatch.setattr("onrecord_training.vectors.give", lambda model, shared: given.append((model, shared)) or 7)
    for module in ("train", "export", "folds"):
        monkeypatch.setattr(f"onrecord_training.{module}.Reader", lambda labels, _=None: Reader(labels, TINY))
    monkeypatch.setattr("onrecord_training.folds.EPOCHS", 1)
    recipes = tmp_path / "recipes"
    recipes.mkdir()
    (recipes / "shipped.toml").write_text("epochs = 2\npieces = 24\nlate_from = 1\n[shares]\nplv = 0\n")
    (recipes / "continued.toml").write_text("epochs = 1\npieces = 24\n[shares]\nplv = 2\n")
    monkeypatch.setattr("onrecord_training.__main__.RECIPES", recipes)
    start = tmp_path / "start.npz"
    np.savez(start, **{k: v.numpy() for k, v in Reader(json.loads((data / "labels.json").read_text()), TINY).state_dict().items()})
    command = ["build", "--shared", str(tmp_path), "--data", str(data), "--run", str(tmp_path / "run"), "--start", str(start), "--out", str(tmp_path / "out"), "--name", "made"]
    assert main(command) == 0
    assert given == [(tmp_path / "out", tmp_path)]
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["recipe"] == "shipped, continued"
    assert 0 <= manifest["figures"]["folds.accuracy"] <= 1
    assert "made" in (tmp_path / "out/MODEL_CARD.md").read_text()
