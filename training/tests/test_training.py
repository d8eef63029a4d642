"""The trainer on data made up here: labels land on the right pieces, a stopped run goes on exactly, every loss falls."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from onrecord_training.card import card
from onrecord_training.corpora.document import Document, join
from onrecord_training.corpora.treebank import read_ewt
from onrecord_training.evaluate import spans
from onrecord_training.export import export_graph, quantise
from onrecord_training.features import Featurizer
from onrecord_training.labels import lemma_script
from onrecord_training.model import Reader, Shape
from onrecord_training.prepare import save
from onrecord_training.restore import restore
from onrecord_training.train import Recipe, Trainer, load_halves, save_halves
from onrecord.understanding.decoding.words import lemma
from onrecord.understanding.pieces import Piecer

CONLLU = """# newdoc id = made-up
# text = Ada didn't go.
1\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar
# text = Troops moved.
1\tTroops\ttroop\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tmoved\tmove\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
TINY = Shape(vocabulary=1600, width=24, layers=2, attention_heads=2, inner=32, positions=64, arc=8, pair=8)
LABELS = {
    "upos": ["PROPN", "AUX", "PART", "VERB", "PUNCT", "NOUN"], "xpos": ["NNP", "VBD", "RB", "VB", ".", "NNS"], "lemma": ["c0", "l0", "l2", "l1", "l3not"],
    "relation": ["nsubj", "aux", "advmod", "root", "punct"], "names": ["O", "B-PERSON", "I-PERSON"] + ["x"] * 16, "arms": ["O"] * 5, "parts": ["O"] * 7,
    "roles": ["NONE", "ARG0", "ARG1", "ARG2", "TMP", "LOC", "NEG", "MOD"], "types": ["NONE", "ASSAULT"], "pairs": ["ASSAULT", "AID"],
}  # fmt: skip


@pytest.fixture(scope="module")
def piecer(tmp_path_factory: pytest.TempPathFactory) -> Piecer:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    from onrecord.understanding.pieces import prepare_tokenizer

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "ada", "did", "n", "'", "t", "go", ".", "troops", "moved", "said", "shelled"]
    tokenizer = Tokenizer(models.WordPiece({w: i for i, w in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    folder = tmp_path_factory.mktemp("tokenizer")
    tokenizer.save(str(folder / "source.json"))
    prepare_tokenizer(folder / "source.json", folder / "tokenizer.json")
    return Piecer(folder / "tokenizer.json")


def _document(tmp_path: Path) -> Document:
    (tmp_path / "made.conllu").write_text(CONLLU)
    return next(iter(read_ewt(tmp_path / "made.conllu")))


def test_words_of_a_treebank_stand_where_they_are_read(tmp_path: Path, piecer: Piecer) -> None:
    document = _document(tmp_path)
    assert document.text.rstrip() == "Ada didn't go.\nTroops moved."
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert window["tok"].tolist() == [1, 1, 2, 0, 0, 1, 1, 1, 1, 1]
    assert np.flatnonzero(window["sent"] == 1).tolist() == [0, 7]
    heads = {int(i): int(h) for i, h in enumerate(window["head"]) if h >= 0}
    assert heads == {0: 5, 1: 5, 2: 5, 5: 5, 6: 5, 7: 8, 8: 8, 9: 8}


def test_lemma_scripts_rebuild_lemmas() -> None:
    for form, wanted in (("Troops", "troop"), ("did", "do"), ("n't", "not"), ("Seoul", "Seoul"), ("was", "be"), ("better", "good"), ("U.S.", "U.S.")):
        assert lemma(form, lemma_script(form, wanted)) == wanted


def test_marked_pairs_and_attributions_become_labels(piecer: Piecer) -> None:
    text = "Ada said troops moved."
    document = Document(
        "made", text, attributions=[([(0, 3)], [(4, 8)], [(9, 22)])], actor=(0, 3), recipient=(9, 15), pair="AID", names=[(0, 3, "PERSON")], masked=[(9, 15)]
    )
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert window["parts"].tolist() == [1, 3, 5, 6, 6]
    assert window["cue"].tolist() == [1, -100, 1, 1, 1]
    assert window["mark"].tolist() == [1, 0, 2, 0, 0]
    assert window["names"].tolist() == [1, 0, -100, 0, 0]
    assert window["pair"] == 1


def test_joined_tokens_are_found_again() -> None:
    text, places = join(["``", "No", ",", "''", "she", "said", "(", "twice", ")", "."])
    assert text == '"No," she said (twice).'
    assert [text[a:b] for a, b in places] == ['"', "No", ",", '"', "she", "said", "(", "twice", ")", "."]


def test_spans_of_tags() -> None:
    assert spans([1, 2, 0, 2, 3, 1]) == {(0, 2, 0), (3, 4, 0), (4, 5, 1), (5, 6, 0)}


def _trainer(tmp_path: Path, piecer: Piecer, run: str) -> Trainer:
    import json

    data = tmp_path / "data"
    data.mkdir(exist_ok=True)
    (data / "labels.json").write_text(json.dumps(LABELS))
    featurizer = Featurizer(piecer, LABELS)
    text = "Ada said troops moved."
    made = [("ewt", w) for w in featurizer.windows(_document(tmp_path))]
    attributed = Document("a", text, attributions=[([(0, 3)], [(4, 8)], [(9, 22)])], actor=(0, 3), recipient=(9, 15), pair="AID")
    made += [("plv", w) for w in featurizer.windows(attributed)] * 3
    for part in ("train", "dev"):
        save(made, data / f"{part}.npz")
    return Trainer(Recipe(epochs=4, pieces=24, warmup=0.1), data, tmp_path / run, None, TINY)


def test_a_stopped_run_goes_on_exactly(tmp_path: Path, piecer: Piecer) -> None:
    whole = _trainer(tmp_path, piecer, "whole")
    assert whole.run(until=float("inf"))
    stopped = _trainer(tmp_path, piecer, "stopped")
    while not stopped.run(until=0.0):
        stopped = _trainer(tmp_path, piecer, "stopped")
        assert stopped.resume()
    assert stopped.step == whole.step
    for name, tensor in whole.model.state_dict().items():
        assert torch.allclose(tensor, stopped.model.state_dict()[name], atol=1e-5), name


def test_weights_travel_in_halves(tmp_path: Path, piecer: Piecer) -> None:
    trainer = _trainer(tmp_path, piecer, "halves")
    state = trainer.model.state_dict()
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
    pairs = {"rel.weight": model.rel_out.weight, "rel.bias": model.rel_out.bias, "role.weight": model.role_out.weight, "role.bias": model.role_out.bias}
    np.savez(tmp_path / "pairs.npz", **{k: v.detach().numpy() for k, v in pairs.items()})
    found, wanted = restore(tmp_path), model.state_dict()
    assert {k: v.shape for k, v in found.items()} == {k: tuple(v.shape) for k, v in wanted.items()}
    for name, value in wanted.items():
        if name == "encoder.mix":
            np.testing.assert_allclose(np.exp(found[name]), value.softmax(-1).numpy(), atol=1e-4)
        else:
            np.testing.assert_allclose(found[name], value.numpy(), atol=0.01 * max(1.0, float(value.abs().max())))


def test_the_card_names_every_corpus_and_figure(tmp_path: Path) -> None:
    """Filled from the manifest, README.md and EXPERIMENTS.md; nothing is left open."""
    (tmp_path / "model.onnx").write_bytes(b"x" * 10)
    manifest = {"name": "m", "created": "2026-01-01", "files": {"model.onnx": "abc"}, "figures": {"ewt.las": 80.5}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    text = card(tmp_path)
    assert "| ewt.las | 80.50 |" in text
    assert "| PolNeAR |" in text
    assert "{" not in text
