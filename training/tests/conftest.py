"""A tokenizer of a few words, a model of a few numbers, and a treebank of two sentences, all made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.understanding.pieces import Piecer
from onrecord_training.batches import Windows
from onrecord_training.corpora.document import Document, Told
from onrecord_training.corpora.treebank import read_ewt
from onrecord_training.features import Featurizer
from onrecord_training.labels import PARTS, SOURCED, tagged
from onrecord_training.model import Shape
from onrecord_training.prepare import save

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
TINY = Shape(vocabulary=1600, width=24, layers=2, attention_heads=2, inner=32, positions=64, arc=8, pair=8, role=8)
LABELS = {
    "upos": ["PROPN", "AUX", "PART", "VERB", "PUNCT", "NOUN"], "xpos": ["NNP", "VBD", "RB", "VB", ".", "NNS"], "lemma": ["c0", "l0", "l2", "l1", "l3not"],
    "relation": ["nsubj", "aux", "advmod", "root", "punct"], "names": ["O", "B-PERSON", "I-PERSON"] + ["x"] * 16, "arms": ["O"] * 5, "parts": tagged(PARTS), "sourced": tagged(SOURCED),
    "roles": ["NONE", "ARG0", "ARG1", "ARG2", "TMP", "LOC", "NEG", "MOD"], "types": ["NONE", "ASSAULT"], "acts": ["say", "deny"],
    "status": ["certain", "denied"], "parties": ["NONE", "ACTOR", "RECIPIENT", "SPEAKER"], "pairs": ["ASSAULT", "AID"],
}  # fmt: skip


@pytest.fixture(scope="session")
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


@pytest.fixture
def treebank(tmp_path: Path) -> Document:
    """Two sentences with everything a document of trees can bear."""
    (tmp_path / "made.conllu").write_text(CONLLU)
    document = next(iter(read_ewt(tmp_path / "made.conllu")))
    document.predicates, document.arguments = [3, 6], [(3, 0, "ARG0"), (3, 2, "NEG"), (6, 5, "ARG0")]
    document.clusters = [[0, 5]]
    document.sourced = [([0], (5, 7))]
    document.certainty = [(*document.words[3], -2.0), (*document.words[6], 3.0)]
    return document


@pytest.fixture
def data(tmp_path: Path, piecer: Piecer, treebank: Document) -> Path:
    """What `prepare` would write, of two texts."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "labels.json").write_text(json.dumps(LABELS))
    (folder / "tokenizer.json").write_text("{}")
    featurizer = Featurizer(piecer, LABELS)
    attributed = Document(
        "a", "Ada said troops moved.", attributions=[([(0, 3)], [(4, 8)], [(9, 22)])], actor=(0, 3), recipient=(9, 15), pair="AID", acts=[([(9, 22)], "deny")], names=[(0, 3, "PERSON")],
        arms=[], triggers=[(16, 21, "ASSAULT")],
    )  # fmt: skip
    shelled = Document("s", "Troops shelled Ada.", actor=(0, 6), recipient=(15, 18), pair="ASSAULT", story="ASSAULT", certainty=[(0, 6, -1.0), (7, 14, 3.0)], certainty_scale=1)
    read = Document(
        "r", "Ada said troops shelled Ada.", sentences=[(0, 28)], told=[Told((16, 23), "ASSAULT", "denied", [(9, 15)], [(24, 27)])], cues=[((4, 8), "deny", [(0, 3)])]
    )  # fmt: skip
    made = [("ewt", w) for w in featurizer.windows(treebank)]
    made += [("plv", w) for d in (attributed, shelled) for w in featurizer.windows(d)] * 3
    made += [("reports", w) for w in featurizer.windows(read)]
    for part in ("train", "dev"):
        save(made, folder / f"{part}.npz")
    return folder


@pytest.fixture
def windows(data: Path) -> Windows:
    """The windows of `data`."""
    return Windows(data / "train.npz")
