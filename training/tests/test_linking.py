"""How sure a link of coreference is: what counts as right, and the curve that is fitted to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from onrecord.understanding.decoding.coreference import KINDS
from onrecord.understanding.marks import Antecedent, Marks, Token
from onrecord_training.corpora.document import Document
from onrecord_training.linking import Link, cross_fit, fit, give, links

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Report

HERS = KINDS.index("he, she")
OFFSETS = np.linspace(-0.4, 0.8, len(KINDS))
TEXT = "Ada saw Berg . She left ."


class Reads:
    """An encoder that sees these words, and links "She" to one of the names."""

    def __init__(self, antecedent: int) -> None:
        self.antecedent = antecedent

    def mark(self, report: Report) -> Marks:
        """The words, and one link."""
        tokens, at = [], 0
        for form, upos in zip(report.text.split(), ("PROPN", "VERB", "PROPN", "PUNCT", "PRON", "VERB", "PUNCT"), strict=True):
            at = report.text.index(form, at)
            tokens.append(Token(at, at + len(form), form, form.lower(), upos, "X", -1, "root", 0))
        return Marks(tokens=tokens, sentences=[], names=[], antecedents=[Antecedent(4, self.antecedent, 0.8)], certainty=[], types=[])


@pytest.fixture
def document() -> Document:
    """Ada is she."""
    out = Document("made", TEXT, clusters=[[0, 4]])
    at = 0
    for form in TEXT.split():
        at = TEXT.index(form, at)
        out.words.append((at, at + len(form)))
    return out


@pytest.mark.parametrize(("antecedent", "right"), [(0, True), (2, False)])
def test_a_link_is_right_where_gold_has_both_words_in_one_cluster(antecedent: int, right: bool, document: Document) -> None:
    assert links(Reads(antecedent), [document, document]) == [Link(0, HERS, 0.8, right), Link(1, HERS, 0.8, right)]  # type: ignore[arg-type]


def drawn(n: int = 12000) -> list[Link]:
    """Links of 40 documents, right as often as slope 0.5 and OFFSETS say."""
    rng = np.random.default_rng(3)
    share, kind = rng.uniform(0.02, 0.98, n), rng.integers(len(OFFSETS), size=n)
    p = 1 / (1 + np.exp(-0.5 * np.log(share / (1 - share)) - OFFSETS[kind]))
    return [Link(i % 40, int(k), float(s), bool(r)) for i, (k, s, r) in enumerate(zip(kind, share, rng.random(n) < p, strict=True))]


def test_the_curve_is_the_one_that_the_links_were_drawn_from() -> None:
    found = drawn()
    np.testing.assert_allclose(fit(found), [0.5, *OFFSETS], atol=0.2)
    row = cross_fit(found)
    assert row["ece"] < 0.025  # type: ignore[operator]
    assert row["raw"] > 0.06  # type: ignore[operator]
    assert row["answers"] == sum(n for _, _, n in row["bins"]) == 12000  # type: ignore[attr-defined]


def test_no_document_is_judged_by_a_curve_fitted_on_it() -> None:
    """Documents whose links are all right and documents whose links are all wrong: a curve that had seen them would know no better than half."""
    found = [Link(d, 0, 0.5, d == 0) for d in range(5) for _ in range(50)]
    row = cross_fit(found)
    assert row["ece"] == pytest.approx(0.2 * 0.99 + 0.8 * 0.25, abs=0.02)


def test_a_model_folder_gets_its_curve(document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decoder's own curve is taken out before links are measured, arrays beside it stay, and hashes follow."""
    np.savez(tmp_path / "pairs.npz", **{"rel.bias": np.ones(3, np.float32), "links": np.full(8, 9, np.float32)})
    (tmp_path / "manifest.json").write_text(json.dumps({"name": "made", "files": {"pairs.npz": ""}}))

    def load(folder: Path) -> Reads:
        with np.load(folder / "pairs.npz") as stored:
            assert stored["links"].tolist() == [1, *[0] * len(KINDS)]
        return Reads(0)

    monkeypatch.setattr("onrecord_training.linking.Encoder.load", load)
    monkeypatch.setattr("onrecord_training.linking.read_gum", lambda folder: [document] * 6)
    assert give(tmp_path, tmp_path)["answers"] == 6
    with np.load(tmp_path / "pairs.npz") as stored:
        assert stored["rel.bias"].tolist() == [1, 1, 1]
        assert stored["links"][1 + HERS] > 0.1, "all six were right"
    assert len(json.loads((tmp_path / "manifest.json").read_text())["files"]["pairs.npz"]) == 64
    monkeypatch.setattr("onrecord_training.linking.read_gum", lambda folder: [])
    with pytest.raises(ValueError, match="no link"):
        give(tmp_path, tmp_path)
