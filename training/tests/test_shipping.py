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
from onrecord_training.calibrate import Answers, _entities, apply, calibrate, calibration_error, reliability, temperature
from onrecord_training.card import card, figures, gains_and_losses, read_clean
from onrecord_training.export import export, export_graph, load_checkpoint, quantise
from onrecord_training.folds import cross_validate, fold_figures
from onrecord_training.model import Reader
from onrecord_training.parity import GraphReader, compare_graphs, failures, largest_difference
from onrecord_training.plots import reliability_svg
from onrecord_training.train import Recipe, Trainer

if TYPE_CHECKING:
    from onrecord_training.batches import Windows


class Tiny(Reader):
    """A Reader of a few numbers."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        super().__init__(labels, TINY)


@pytest.fixture
def model() -> Reader:
    torch.manual_seed(2)
    return Reader(LABELS, TINY).eval()


def test_temperature_undoes_overconfidence() -> None:
    rng = np.random.default_rng(1)
    logits = rng.normal(size=(4000, 4))
    p = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    wanted = np.array([rng.choice(4, p=row) for row in p])
    found = Answers(3 * logits, wanted)
    t = temperature(found)
    assert 2.6 < t < 3.5
    assert reliability(found, t)[0] < 0.03 < reliability(found)[0]


def test_calibration_error_by_hand() -> None:
    """Two bins: surest 0.9 and right half the time, 0.6 and always right."""
    logits = np.log(np.array([[0.9, 0.1], [0.9, 0.1], [0.6, 0.4], [0.6, 0.4]]))
    p = np.exp(logits).max(-1)
    error, bins = calibration_error(p, np.array([True, False, True, True]), bins=10)
    assert error == pytest.approx((0.4 * 2 + 0.4 * 2) / 4)
    assert sorted((round(c, 3), r, n) for c, r, n in bins) == [(0.6, 1.0, 2), (0.9, 0.5, 2)]


def test_columns_that_are_one_answer_count_together() -> None:
    """Two antecedents of one entity with 0.3 each are likelier than another with 0.4, and neither is more right."""
    logits = np.log(np.array([[0.3, 0.3, 0.4], [0.1, 0.1, 0.8]]))
    apart, together = Answers(logits, np.array([0, 2])), Answers(logits, np.array([0, 2]), np.array([[0, 0, 2], [0, 0, 2]]))
    np.testing.assert_allclose(np.exp(together.at(1.0)), [[0.6, 0, 0.4], [0.2, 0, 0.8]], atol=1e-9)
    assert reliability(together)[0] == pytest.approx((0.4 + 0.2) / 2)
    assert reliability(apart)[0] == pytest.approx((0.4 + 0.2) / 2)


def test_the_temperature_of_entities_is_found() -> None:
    """Entities drawn by what their words have together; the scores then doubled."""
    rng = np.random.default_rng(2)
    drawn = Answers(rng.normal(size=(4000, 3)), np.zeros(4000, int), np.tile([0, 0, 2], (4000, 1)))
    p = np.exp(drawn.at(1.0))[:, 0]
    wanted = np.where(rng.random(4000) < p, 0, 2)
    assert 1.8 < temperature(drawn._replace(logits=2 * drawn.logits, wanted=wanted)) < 2.2


def test_a_mention_answers_with_the_first_word_of_its_entity() -> None:
    """Words 1, 3, 4 are one, 2 stands alone, 5 is another's first."""
    one = _entities(torch.zeros(1, 6, 7), torch.tensor([[0, 1, 0, 1, 1, 2]]))
    assert [part.shape for part in one] == [(4, 7), (4,), (4, 7)]
    assert one[1].tolist() == [0, 2, 2, 0]
    assert one[2][0].tolist() == [0, 1, 2, 3, 2, 2, 6]


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
    monkeypatch.setattr("onrecord_training.export.Reader", Tiny)
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
    capsys.readouterr()
    assert main(["parity", str(out), "--data", str(data), "--run", str(run)]) == 0
    table = capsys.readouterr().out
    assert table == figures({k: v for k, v in manifest.figures.items() if not k.startswith("folds.")}, json.loads((out / "manifest.json").read_text())["parity"], read_clean()) + "\n"
    assert table in (out / "MODEL_CARD.md").read_text() + "\n", "the card quotes it"
    monkeypatch.setattr("onrecord_training.restore.Reader", Tiny)
    assert main(["parity", str(out), "--data", str(data)]) == 0
    assert "| ewt.las |" in capsys.readouterr().out
    monkeypatch.setattr("onrecord_training.linking.give", lambda model, shared: {"ece": 0.0321, "raw": 0.2, "answers": 9, "bins": [(0.5, 0.6, 9)]})
    before = json.loads((out / "manifest.json").read_text())
    assert main(["calibrate", str(out), "--data", str(data), "--shared", str(tmp_path), "--plot", str(tmp_path / "plot.svg")]) == 0
    after = json.loads((out / "manifest.json").read_text())
    assert set(after["calibration_error"]) > set(before["calibration_error"])
    assert before | {"calibration_error": 0} == after | {"calibration_error": 0}, "nothing else changed"
    assert "| links | – | 0.032 |" in (out / "MODEL_CARD.md").read_text()
    assert "links</tspan> ECE 0.032 (before 0.200)" in (tmp_path / "plot.svg").read_text()
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


def test_windows_of_other_classes_are_refused(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "labels.json").write_text(json.dumps(LABELS | {"upos": ["NOUN"]}))
    assert main(["parity", str(tmp_path), "--data", str(data)]) == 2
    assert "other classes of upos" in capsys.readouterr().err


def test_gains_and_losses(tmp_path: Path) -> None:
    for name, reached in (("a", {"x": 80.0, "y": 50.0, "only a": 1.0}), ("b", {"x": 81.5, "y": 49.0})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "figures.json").write_text(json.dumps(reached))
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
    """All trainings from given weights and the means between, folds, export, vectors and links (fitted on corpora that lie nowhere here)."""
    given: list[tuple[Path, Path]] = []
    monkeypatch.setattr("onrecord_training.vectors.give", lambda model, shared: given.append((model, shared)) or 7)
    monkeypatch.setattr("onrecord_training.linking.give", lambda model, shared: {"ece": 0.03, "raw": 0.2, "answers": 9, "bins": [(0.5, 0.6, 9)]})
    for module in ("train", "export", "folds"):
        monkeypatch.setattr(f"onrecord_training.{module}.Reader", lambda labels, _=None: Reader(labels, TINY))
    monkeypatch.setattr("onrecord_training.folds.EPOCHS", 1)
    recipes = tmp_path / "recipes"
    recipes.mkdir()
    (recipes / "shipped.toml").write_text("epochs = 2\npieces = 24\nlate_from = 1\n[shares]\nplv = 0\n")
    for name in ("continued", "reports", "again", "more", "whom"):
        (recipes / f"{name}.toml").write_text("epochs = 1\npieces = 24\n[shares]\nplv = 2\n")
    monkeypatch.setattr("onrecord_training.__main__.RECIPES", recipes)
    start = tmp_path / "start.npz"
    np.savez(start, **{k: v.numpy() for k, v in Reader(json.loads((data / "labels.json").read_text()), TINY).state_dict().items()})
    command = ["build", "--shared", str(tmp_path), "--data", str(data), "--run", str(tmp_path / "run"), "--start", str(start), "--out", str(tmp_path / "out"), "--name", "made"]
    assert main(command) == 0
    assert given == [(tmp_path / "out", tmp_path)]
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())
    assert manifest["recipe"] == "shipped, continued, mean of both; reports, again, mean of both; more, mean of both; whom, mean of both"
    weights = {name: load_checkpoint(tmp_path / "run" / name, data).state_dict()["encoder.word.weight"] for name in ("whom", "whom-mean")}
    with np.load(tmp_path / "run/more.npz") as begun:
        assert np.allclose(weights["whom-mean"], (begun["encoder.word.weight"] + weights["whom"].numpy()) / 2, atol=1e-6)
    assert 0 <= manifest["figures"]["folds.accuracy"] <= 1
    assert manifest["calibration_error"]["links"] == 0.03
    assert "made" in (tmp_path / "out/MODEL_CARD.md").read_text()
    assert (tmp_path / "run/reliability.svg").exists()
