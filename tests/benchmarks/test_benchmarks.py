"""The benchmarks measure what they say: gold against itself is perfect, and a fault of one kind costs the figure of that kind."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from benchmarks import gate as gating
from benchmarks.corpora import DATA
from benchmarks.gold import labelled, nonpolitical
from benchmarks.labelled import events, statements
from benchmarks.measure import Figure, Outcome, f1, figure, pairs
from benchmarks.parsing import compare_trees, trees
from benchmarks.polnear import Attributed, score, score_words
from onrecord.understanding.marks import Marks, Sentence, Token

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.parsing import Tree

with_data = pytest.mark.skipif(not DATA.exists(), reason="../shared is absent")


def marks_of(tree: Tree) -> Marks:
    """Gold marks of a tree."""
    tokens = [Token(*w.at, w.form, w.form, w.upos, "", w.head, w.relation, 0) for w in tree.words]
    return Marks(tokens=tokens, sentences=[Sentence(*s, 0, 0) for s in tree.sentences])


def test_f1_counts_all_documents_together() -> None:
    assert f1([Outcome("x", "a", 1, 2, 2), Outcome("x", "b", 3, 3, 3)]) == 80.0


def test_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    rows = [Outcome("x", str(i), i % 3, 3, 3) for i in range(30)]
    once = figure(rows)
    assert once == figure(rows)
    assert once.low < once.value < once.high


def test_pairs_take_the_likeliest_first_and_each_once() -> None:
    assert pairs([(0, 0, 0.6), (0, 1, 0.9), (1, 1, 0.8)]) == [(0, 1)]
    assert pairs([(0, 0, 0.6), (1, 1, 0.8)]) == [(1, 1), (0, 0)]


@with_data
def test_gold_trees_against_themselves_are_perfect_and_a_wrong_head_costs_las_alone() -> None:
    tree = next(trees("ewt"))
    marks = marks_of(tree)
    assert {o.figure: f1([o]) for o in compare_trees(tree, marks, "ewt")} == {
        "ewt.tokens": 100, "ewt.words": 100, "ewt.sentences": 100, "ewt.upos": 100, "ewt.las": 100,
    }  # fmt: skip
    wrong = [msgspec.structs.replace(marks.tokens[0], head=len(marks.tokens) - 1), *marks.tokens[1:]]
    found = {o.figure: o for o in compare_trees(tree, Marks(tokens=wrong, sentences=marks.sentences), "ewt")}
    assert found["ewt.las"].right == found["ewt.upos"].right - 1 == len(tree.words) - 1
    assert [w.key.rpartition(":")[2] for w in found["ewt.las"].wrong] == [str(tree.words[0].at[0])]


@with_data
def test_raw_text_of_a_treebank_holds_every_word() -> None:
    for tree in trees("gum"):
        assert all(tree.text[slice(*w.at)] == w.form for w in tree.words)


@with_data
def test_labels_against_themselves_are_perfect() -> None:
    for report in labelled():
        for outcome in [*statements(report, report.statements), *events(report, report.events)]:
            wanted = 0 if outcome.figure == "unknown" else outcome.found
            assert outcome.right == outcome.wanted == wanted, (report.name, outcome.figure, outcome.wrong)


@with_data
def test_a_wrong_speaker_costs_the_speaker_and_not_the_statement() -> None:
    report = next(r for r in labelled() if r.name == "iran_times_9")
    changed = [s | {"speaker": "Zzyzx Qwerty"} if i == 3 else s for i, s in enumerate(report.statements)]
    found = {o.figure: o for o in statements(report, changed)}
    assert found["statements"].right == len(report.statements)
    assert found["speakers"].right == len(report.statements) - 1


@with_data
def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    report = labelled()[0]
    stale = {"source": report.source, "length": len(report.text) - 40, "sha256": "0" * 64, "statements": [], "events": []}
    (tmp_path / "x.json").write_text(json.dumps(stale))
    with pytest.raises(ValueError, match="not the text that was labelled"):
        labelled(tmp_path)


@with_data
def test_there_are_twenty_reports_without_politics() -> None:
    assert len({source for source, _ in nonpolitical()}) == 20


def test_attribution_needs_source_and_cue_as_well_as_content() -> None:
    text = "Anna Berg said the bridge was open."
    gold = [Attributed(frozenset(range(15, 34)), frozenset(range(9)), frozenset(range(10, 14)))]
    same = {o.figure.rpartition(".")[2]: o.right for o in score("a", text, gold, gold, "marks")}
    assert same == {"content": 1, "attribution": 1}
    no_source = [gold[0]._replace(source=frozenset())]
    assert {o.figure.rpartition(".")[2]: o.right for o in score("a", text, gold, no_source, "marks")} == {"content": 1, "attribution": 0}


def test_floor_never_falls_and_ceiling_never_rises() -> None:
    better, worse = Figure(80.0, 78.0, 82.0, 9, 99), Figure(70.0, 68.0, 72.0, 9, 99)
    assert gating._floor("names", better, 75.0) > 75.0
    assert gating._floor("names", worse, 75.0) == 75.0
    assert gating._floor("nonpolitical", better, 75.0) == 75.0
    assert gating._holds("names", worse, 75.0) is False
    assert gating._holds("nonpolitical", replace(worse, value=74.0), 75.0) is True


def test_sources_and_cues_are_paired_whatever_they_go_with() -> None:
    text = "Lind said no. Berg denied it."
    lind, berg = frozenset(range(4)), frozenset(range(14, 18))
    gold = [Attributed(frozenset({10}), lind, frozenset(range(5, 9))), Attributed(frozenset({26}), berg, frozenset(range(19, 25)))]
    found = [
        Attributed(frozenset({26}), lind, frozenset()), Attributed(frozenset({10}), frozenset(range(14, 16)), frozenset(range(5, 9))),
        Attributed(frozenset({11}), frozenset({20}), frozenset({21}), inner=True),
    ]  # fmt: skip
    sources, cues = (score_words("x", text, gold, found, part) for part in ("sources", "cues"))
    assert (sources.right, sources.found, sources.wanted) == (2, 2, 2)
    assert (cues.right, cues.found, cues.wanted) == (1, 1, 2)


@with_data
def test_a_statement_that_names_nobody_is_counted_where_its_label_names_somebody() -> None:
    report = next(r for r in labelled() if r.statements)
    of = next(o for o in statements(report, report.statements) if o.figure == "unknown")
    named = of.found
    assert (named > 0, of.right) == (True, 0)
    lost = [{**s, "speaker": ["he"]} for s in report.statements]
    assert next(o for o in statements(report, lost) if o.figure == "unknown").right == named
