"""Coreference on GUM dev from raw text, mentions predicted, singletons set aside on both sides: CoNLL F1.

A mention is right by its exact first and last character. The encoder links words that head mentions (`Marks.antecedents`); linked words make a cluster, and
`onrecord.understanding.phrases.mention` makes each the phrase it heads. Gold clusters are GUM's entities of two mentions and more, of every kind from
names to pronouns and clauses; a mention that two clusters share stays in the first. Each of `coref.muc`, `coref.b3` and `coref.ceaf` (phi4) is summed up over the
documents before its F1 is taken; `coref` is the mean of the three. `coref.heads` is the same by the mentions' head words (gold: by
the gold tree), so that what the phrases cost can be seen, `coref.mentions` the F1 of the mentions alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.clusters import Clusters, Counted, b_cubed, ceaf, muc
from benchmarks.gum import entities
from benchmarks.measure import Outcome
from benchmarks.parsing import trees
from benchmarks.propbank import head_of
from benchmarks.system import marks_of
from onrecord.understanding.phrases import mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.parsing import Tree
    from onrecord.understanding.marks import Marks

SCORES = {"muc": muc, "b3": b_cubed, "ceaf": ceaf}


@dataclass
class Grouped(Outcome):
    """The counts of some of the scores in one document; the figure is the mean of their F1."""

    counts: dict[str, Counted] = field(default_factory=dict)

    @staticmethod
    def value(outcomes: list[Outcome]) -> float:
        """Mean over the scores of the F1 over all documents."""
        rows = [o.counts for o in outcomes if isinstance(o, Grouped)]
        return sum(Counted(*map(sum, zip(*(row[k] for row in rows), strict=True))).f1 for k in rows[0]) / len(rows[0])


def coreference() -> Iterator[Outcome]:
    """All figures of every document."""
    for tree in trees("gum"):
        yield from compare_clusters(tree, marks_of(tree.text))


def compare_clusters(tree: Tree, marks: Marks) -> list[Outcome]:
    """The outcomes of one document."""
    gold_words = [mentions for mentions in entities(tree).values() if len(mentions) > 1]
    gold = _apart([[(tree.words[a].at[0], tree.words[b].at[1]) for a, b in mentions] for mentions in gold_words])
    gold_heads = _apart([[tree.words[head_of(tree, a, b)].at for a, b in mentions] for mentions in gold_words])
    linked = clusters_of(marks)
    found = _apart([[mention(marks, i) for i in words] for words in linked])
    found_heads = _apart([[(marks.tokens[i].start, marks.tokens[i].end) for i in words] for words in linked])
    wanted, got = frozenset().union(*gold), frozenset().union(*found)
    size = {"right": len(wanted & got), "found": len(got), "wanted": len(wanted)}
    counts = {k: score(gold, found) for k, score in SCORES.items()}
    out: list[Outcome] = [Grouped("coref", tree.name, **size, counts=counts)]
    out += [Grouped(f"coref.{k}", tree.name, **size, counts={k: counted}) for k, counted in counts.items()]
    out.append(Grouped("coref.heads", tree.name, **size, counts={k: score(gold_heads, found_heads) for k, score in SCORES.items()}))
    out.append(Outcome("coref.mentions", tree.name, **size))
    _differences(out[0], tree.text, gold, found)
    return out


def clusters_of(marks: Marks) -> list[list[int]]:
    """Tokens that are linked, directly or through others."""
    first: dict[int, int] = {}
    for link in marks.antecedents:  # in order of tokens: an antecedent has its cluster before it is asked for
        first.setdefault(link.antecedent, link.antecedent)
        first[link.token] = first[link.antecedent]
    out: dict[int, list[int]] = defaultdict(list)
    for token, opened in sorted(first.items()):
        out[opened].append(token)
    return list(out.values())


def _apart(clusters: list[list[tuple[int, int]]]) -> Clusters:
    """Clusters of two and more, no mention in two of them."""
    taken: set[tuple[int, int]] = set()
    out: Clusters = []
    for mentions in clusters:
        own = frozenset(mentions) - taken
        if len(own) > 1:
            taken |= own
            out.append(own)
    return out


def _differences(out: Outcome, text: str, gold: Clusters, found: Clusters) -> None:
    """Notes for every mention that has another nearest mention before it in its cluster than the gold says."""
    (before, after) = ({m: a for c in clusters for a, m in zip([None, *sorted(c)], sorted(c), strict=False)} for clusters in (gold, found))  # type: ignore[type-var]
    of = {m: c for c in found for m in c}
    for m in sorted({*before, *after}, key=str):
        a, b = before.get(m), after.get(m)
        if (m in before) == (m in after) and (a == b or (a and b and a in of.get(m, ()))):
            continue
        shown = [" ".join(text[slice(*x)].split()) if x else None for x in (m, a, b)]  # type: ignore[misc]
        sides = [f"{shown[0]} = {other or 'new'}" if m in side else None for side, other in ((before, shown[1]), (after, shown[2]))]
        out.miss(f"{m[0]}", *sides)  # type: ignore[index]
