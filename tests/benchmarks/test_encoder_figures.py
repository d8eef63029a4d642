"""What the encoder is measured by: gold against itself is perfect or as near as trees allow, and a fault costs the figure of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.coreference import compare_clusters
from benchmarks.corpora import DATA
from benchmarks.erst import Clause, Found, alike, score
from benchmarks.factuality import Correlated
from benchmarks.gum import attributed, entities
from benchmarks.measure import f1, figure
from benchmarks.parsing import Tree, Word, trees
from benchmarks.polnear import score_parts
from benchmarks.propbank import annotated, head_of
from benchmarks.roles import compare_roles
from benchmarks.table import NEEDED, ROWS
from benchmarks.tasks import TASKS
from onrecord.understanding.marks import Antecedent, Argument, Marks, Token

if TYPE_CHECKING:
    from benchmarks.propbank import Predicate

with_data = pytest.mark.skipif(not DATA.exists(), reason="../shared is absent")


def marks_of(tree: Tree, **layers: list[Argument] | list[Antecedent]) -> Marks:
    """Gold trees and what else is given."""
    return Marks(tokens=[Token(*w.at, w.form, w.form, w.upos, "", w.head, w.relation, 0) for w in tree.words], sentences=[], **layers)  # type: ignore[arg-type]


def gold_arguments(tree: Tree, predicates: list[Predicate]) -> list[Argument]:
    at = {w.at: i for i, w in enumerate(tree.words)}
    return [Argument(at[p.at], role, at[head], 1.0) for p in predicates for role, _, head in p.arguments]


@with_data
def test_gold_heads_are_perfect_and_their_phrases_nearly_so() -> None:
    heads, spans = [], []
    for tree, predicates in annotated():
        if predicates:
            a, b = compare_roles(tree, predicates, marks_of(tree, arguments=gold_arguments(tree, predicates)))
            heads.append(a)
            spans.append(b)
    assert sum(o.wanted for o in heads) > 7000
    assert f1(heads) == 100
    assert f1(spans) > 96


@with_data
def test_a_wrong_role_costs_both_figures_one_item() -> None:
    tree, predicates = next((t, p) for t, p in annotated() if sum(len(x.arguments) for x in p) > 5)
    arguments = gold_arguments(tree, predicates)
    other = "ARG2" if arguments[0].role != "ARG2" else "LOC"
    arguments[0] = Argument(arguments[0].predicate, other, arguments[0].head, 1.0)
    heads, spans = compare_roles(tree, predicates, marks_of(tree, arguments=arguments))
    assert heads.right == heads.wanted - 1
    assert spans.right <= spans.wanted - 1


@with_data
def test_gold_clusters_are_perfect_by_their_heads() -> None:
    tree = next(t for t in trees("gum") if t.name == "GUM_news_iodine")
    links, last = [], {}
    mentions = sorted((head_of(tree, a, b), e) for e, spans in entities(tree).items() if len(spans) > 1 for a, b in spans)
    for head, entity in mentions:
        if entity in last and last[entity] != head:
            links.append(Antecedent(head, last[entity], 1.0))
        last[entity] = head
    found = {o.figure: o for o in compare_clusters(tree, marks_of(tree, antecedents=links))}
    assert found["coref.heads"].value([found["coref.heads"]]) > 97  # two mentions of one head count once
    assert found["coref"].value([found["coref"]]) > 85
    nothing = {o.figure: o for o in compare_clusters(tree, marks_of(tree))}
    assert nothing["coref"].value([nothing["coref"]]) == 0


@with_data
def test_every_attribution_of_gum_has_a_clause_within_its_content() -> None:
    found = [a for tree in trees("gum") for a in attributed(tree)]
    assert sum(a.positive for a in found) > 200
    assert all(a.clause and set(a.clause) <= set(a.unit) for a in found)
    iodine = next(t for t in trees("gum") if t.name == "GUM_news_iodine")
    shown = [[" ".join(iodine.words[i].form for i in words) for words in (a.sources[0], a.clause, a.unit)] for a in attributed(iodine)]
    assert next(s for s in shown if s[0] == "WHO")[1].startswith("Iodine deficiency is the world")


def test_the_rest_of_a_content_counts_neither_way() -> None:
    gold = Clause(frozenset(range(10, 20)), frozenset(range(10, 60)), [frozenset(range(3))], positive=True)
    assert alike(gold, Found(frozenset(range(10, 20)), frozenset())) == 1
    assert alike(gold, Found(frozenset(range(10, 60)), frozenset())) == 1
    assert alike(gold, Found(frozenset(range(30, 60)), frozenset())) == 0
    assert alike(gold, Found(frozenset(range(20)), frozenset())) == 0.5


def test_a_clause_needs_its_source_and_a_denied_one_is_not_counted() -> None:
    text = "She said it rains. He never said it snows."
    said = Clause(frozenset(range(9, 17)), frozenset(range(9, 17)), [frozenset(range(3))], positive=True)
    denied = Clause(frozenset(range(33, 41)), frozenset(range(33, 41)), [frozenset(range(19, 21))], positive=False)
    found = [Found(said.clause, frozenset(range(3))), Found(denied.clause, frozenset(range(19, 21)))]
    assert [(o.right, o.found, o.wanted) for o in score("a", text, [said, denied], found)] == [(1, 1, 1), (1, 1, 1)]
    found[0] = Found(said.clause, frozenset(range(19, 21)))
    assert [(o.right, o.found, o.wanted) for o in score("a", text, [said, denied], found)] == [(1, 1, 1), (0, 1, 1)]


def test_parts_count_tokens() -> None:
    out = score_parts("a", "Anna Berg said yes.", [([(0, 9)], [(10, 14)], [(15, 18)])], [([(0, 4)], [(10, 14)], [(10, 19)])])
    assert [(o.right, o.found, o.wanted) for o in out] == [(1, 1, 2), (1, 1, 1), (1, 3, 1)]


def test_correlation_and_macro_f1_have_intervals_too() -> None:
    rows = [Correlated("x", str(i), 1, 1, 1, values=[(i, i + (i % 3))]) for i in range(20)]
    assert 95 < figure(rows).value < 100  # type: ignore[arg-type]
    assert figure(rows).low < figure(rows).high  # type: ignore[arg-type]


def test_the_table_asks_only_for_what_is_measured() -> None:
    assert set(NEEDED) <= {task.name for task in TASKS}
    assert all(any(row.figure == name or row.figure.startswith(f"{name}.") for name in (*NEEDED, "folds")) for row in ROWS)


def test_the_head_of_words_is_the_one_that_hangs_outside() -> None:
    tree = Tree("a", words=[Word((0, 1), "a", "DET", 1, "det"), Word((1, 2), "b", "NOUN", 2, "nsubj"), Word((2, 3), "c", "VERB", -1, "root")])
    assert (head_of(tree, 0, 1), head_of(tree, 0, 0)) == (1, 0)
