"""The trainer on data made up here: cuts, losses that fall, runs that stop and go on exactly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import torch
from conftest import LABELS, TINY

from onrecord_training.batches import CUTS, NO, Windows
from onrecord_training.evaluate import evaluate, spans
from onrecord_training.export import export_graph, quantise
from onrecord_training.losses import WEIGHTS, _coreference, losses
from onrecord_training.model import Reader, drop
from onrecord_training.mean import mean
from onrecord_training.restore import restore
from onrecord_training.train import Recipe, Trainer, load_halves, save_halves

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_spans_of_tags() -> None:
    assert spans([1, 2, 0, 2, 3, 1]) == {(0, 2, 0), (3, 4, 0), (4, 5, 1), (5, 6, 0)}


def test_a_cut_keeps_what_lies_inside_it(windows: Windows) -> None:
    """Pointers and arguments that leave the cut are not learned from; those inside move with it."""
    whole = windows.batch(np.array([[0, 0, 10]]), "cpu")
    second = windows.batch(np.array([[0, 7, 10]]), "cpu")
    assert second["ids"].shape == (1, 5)
    assert second["ids"][0, 1:4].tolist() == whole["ids"][0, 8:11].tolist()
    assert second["head"][0].tolist() == [NO, 2, 2, 2, NO]
    assert second["args"].tolist() == [[0, 2, 1, 1]]
    first = windows.batch(np.array([[0, 0, 4]]), "cpu")
    assert (first["head"] == NO).all(), "their head, the verb, lies beyond the cut"
    assert len(first["args"]) == 0


def test_an_epoch_reads_every_window_once_in_pieces_of_sentences(windows: Windows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord_training.batches.CUTS", {7: 1.0})
    cuts = np.concatenate(list(windows.epoch(pieces=24, shares={}, seed=3)))
    of_first = sorted((a, b) for w, a, b in cuts.tolist() if w == 0)
    assert of_first == [(0, 7), (7, 10)], "cut where the second sentence begins"
    assert all((a, b) == (0, int(windows.length[w])) for w, a, b in cuts.tolist() if w > 0), "one label for the whole text: never cut"
    again = np.concatenate(list(windows.epoch(pieces=24, shares={}, seed=3)))
    assert (cuts == again).all()
    assert abs(sum(CUTS.values()) - 1) < 1e-9


def test_shares_and_left_out_windows(windows: Windows) -> None:
    leave = windows.data["pair"] == 1
    cuts = np.concatenate(list(windows.epoch(pieces=24, shares={"ewt": 2}, seed=1, leave=leave)))
    counts = np.bincount(cuts[:, 0], minlength=len(windows))
    assert counts[0] == 2
    assert (counts[leave] == 0).all()
    assert (counts[1:][~leave[1:]] == 1).all()


def test_dropout_takes_whole_columns_and_keeps_the_mean() -> None:
    torch.manual_seed(1)
    x = torch.ones(400, 3, 50)
    y = drop(x, 0.25, training=True)
    assert ((y == 0) == (y[:, :1] == 0)).all()
    assert abs(float(y.mean()) - 1) < 0.02
    assert drop(x, 0.25, training=False) is x


def test_every_loss_is_there_and_falls(data: Path) -> None:
    """Trained on two texts, each task's own loss goes down, so each head is wired to its labels."""
    torch.manual_seed(1)
    windows = Windows(data / "train.npz")
    model = Reader(LABELS, TINY).train()
    batch = windows.batch(windows.whole(np.arange(len(windows))), "cpu")
    optimiser = torch.optim.Adam(model.parameters(), lr=3e-3)
    seen = []
    for _ in range(120):
        found = losses(model, model(batch["ids"], batch["case"], batch["space"], batch["mark"], batch["mask"]), batch)
        seen.append({k: float(v.detach()) for k, v in found.items()})
        optimiser.zero_grad()
        torch.stack([WEIGHTS[k] * v for k, v in found.items()]).sum().backward()
        optimiser.step()
    assert set(seen[0]) == set(WEIGHTS)
    for task in WEIGHTS:
        assert np.mean([s[task] for s in seen[-10:]]) < 0.8 * seen[0][task], task
    figures = evaluate(model, windows, device="cpu")
    assert figures["ewt.las"] == figures["pair"] == 100.0


def _trainer(data: Path, out: Path, **recipe: object) -> Trainer:
    return Trainer(Recipe(**{"epochs": 4, "pieces": 24, "warmup": 0.1, **recipe}), data, out, None, TINY)  # type: ignore[arg-type]


def test_words_of_which_nobody_said_whom_they_mean_are_no_antecedents() -> None:
    """Of a labelled report the other words are unknown: what they score neither helps nor harms; where they are known, it harms."""

    def lost(middle: float, cluster: list[int]) -> float:
        asked = torch.tensor([[[2.0], [middle], [0.0]]])
        out = {"coref_from": torch.ones(1, 3, 1), "coref_to": asked, "new": torch.zeros(1, 3, 1)}
        return float(_coreference(out, {"cluster": torch.tensor([cluster]), "sid": torch.zeros(1, 3, dtype=torch.long)}))

    assert lost(9.0, [1, NO, 1]) == lost(-9.0, [1, NO, 1])
    assert lost(9.0, [1, 2, 1]) > lost(-9.0, [1, 2, 1])


def test_a_stopped_run_goes_on_exactly(data: Path, tmp_path: Path) -> None:
    whole = _trainer(data, tmp_path / "whole")
    assert whole.run(until=float("inf"))
    stopped = _trainer(data, tmp_path / "stopped")
    while not stopped.run(until=0.0):
        stopped = _trainer(data, tmp_path / "stopped")
        assert stopped.resume()
    assert stopped.step == whole.step
    for name, tensor in whole.model.state_dict().items():
        assert torch.allclose(tensor, stopped.model.state_dict()[name], atol=1e-5), name


def test_late_corpora_come_late_and_leave_a_trunk_without_them(data: Path, tmp_path: Path) -> None:
    trainer = _trainer(data, tmp_path / "late", shares={"plv": 0.0}, late={"plv": 1.0}, late_from=2)
    assert trainer.run(until=float("inf"))
    early = torch.load(tmp_path / "late/early.pt", weights_only=True)
    assert early["epoch"] == 2
    fresh = _trainer(data, tmp_path / "other", shares={"plv": 0.0}, late={"plv": 1.0}, late_from=2)
    assert torch.allclose(early["model"]["pair.3.weight"], fresh.model.state_dict()["pair.3.weight"], atol=1e-3), "its head has not learned"
    assert not torch.allclose(trainer.model.pair[3].weight, early["model"]["pair.3.weight"], atol=1e-3)


def test_an_ablation_reads_a_fixed_part(data: Path, tmp_path: Path) -> None:
    trainer = _trainer(data, tmp_path / "part", part=3)
    used = np.unique(np.concatenate(list(trainer._plan(0)))[:, 0])
    assert used.tolist() == [0, 3, 6]


def test_weights_travel_in_halves(data: Path, tmp_path: Path) -> None:
    state = _trainer(data, tmp_path / "halves").model.state_dict()
    save_halves(state, tmp_path / "halves")
    back = load_halves(tmp_path / "halves")
    assert set(back) == set(state)
    assert all(torch.allclose(back[k], v.float(), atol=1e-2) for k, v in state.items())


def test_a_shipped_graph_gives_its_weights_back(tmp_path: Path) -> None:
    """All parameters by name and shape, within what 8 bits leave."""
    torch.manual_seed(1)
    model = Reader(LABELS, TINY).eval()
    with torch.no_grad():
        model.encoder.mix.normal_()
        for parameter in model.parameters():
            if parameter.dim() == 1:
                parameter.add_(torch.randn_like(parameter))  # equal ones would be stored once
    export_graph(model, tmp_path / "full.onnx")
    quantise(tmp_path / "full.onnx", tmp_path / "model.onnx")
    layers = {"rel": model.rel_out, "role": model.role_out, "party": model.party_out}
    pairs = {f"{name}.{part}": getattr(layer, part) for name, layer in layers.items() for part in ("weight", "bias")}
    np.savez(tmp_path / "pairs.npz", **{k: v.detach().numpy() for k, v in pairs.items()})
    (tmp_path / "manifest.json").write_text(json.dumps({"temperatures": {"upos": 2.0, "role": 2.0}}))
    found, wanted = restore(tmp_path), model.state_dict()
    for name in ("tag.upos.weight", "tag.upos.bias", "role_out.weight", "role_out.bias"):  # by what the export had divided them
        wanted[name] *= 2.0
    assert {k: v.shape for k, v in found.items()} == {k: tuple(v.shape) for k, v in wanted.items()}
    for name, value in wanted.items():
        if name == "encoder.mix":
            np.testing.assert_allclose(np.exp(found[name]), value.softmax(-1).numpy(), atol=1e-4)
        else:
            np.testing.assert_allclose(found[name], value.numpy(), atol=0.01 * max(1.0, float(value.abs().max())))


def test_a_mean_lies_between_a_run_and_what_it_began_from(data: Path, tmp_path: Path) -> None:
    trainer = _trainer(data, tmp_path / "run")
    trainer.save()
    np.savez(tmp_path / "start.npz", **{k: v.numpy() - 4 for k, v in trainer.average.items() if not k.startswith("tag.act.")})
    mean(tmp_path / "start.npz", tmp_path / "run", tmp_path / "mean", 0.25)
    found = torch.load(tmp_path / "mean/checkpoint.pt", weights_only=True)["average"]
    assert set(found) == set(trainer.average)
    for name, value in trainer.average.items():
        torch.testing.assert_close(found[name], value if name.startswith("tag.act.") else value - 3)
