"""Attribution by clause on GUM dev (eRST), from raw text through the encoder's marks: content clause with its source token, F1.

Wanted is every relation `attribution-positive` whose source is signalled (`sem-atsrc`). Its content is what the relation points at
(`benchmarks.gum.attributed`): the clause is the unit that heads it, the rest of the content hangs from that clause. Annotators of eRST and of
PolNeAR set the end of a content differently, so the rest counts neither for nor against: a found content is right where, letters and digits
alone and the rest left out on both sides, it shares half of its characters with the clause (intersection over union).
The source token is the word that heads the source in the gold tree; where the source is signalled in several stretches (a pronoun and the name it
stands for) the head of any will do; it must lie in the found source. Contents and clauses are paired once each, those with the right source
first. Found is every attribution that has a content and a source; one whose content is that of an `attribution-negative` is not counted.

`erst.content`: the content is right; `erst.attribution`: and so is the source. `erst.trees.content`, `erst.trees.attribution`: the same for the clauses
that the predicted trees give (`onrecord.understanding.clauses`) in the place of the encoder's attributions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.gum import attributed
from benchmarks.measure import Outcome, pairs
from benchmarks.parsing import trees
from benchmarks.propbank import head_of
from benchmarks.system import marks_of
from onrecord.understanding.clauses import governed, sourced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.gum import Attributed
    from benchmarks.parsing import Tree
    from onrecord.understanding.marks import Attribution

Characters = frozenset[int]


class Clause(NamedTuple):
    """Characters of a clause and of all that was attributed with it; of the words that may stand for its source."""

    clause: Characters
    unit: Characters
    sources: list[Characters]
    positive: bool


class Found(NamedTuple):
    """Characters of a found content and its source."""

    content: Characters
    source: Characters


def clauses() -> Iterator[Outcome]:
    """The four figures of every document."""
    for tree in trees("gum"):
        gold = [_gold(tree, a) for a in attributed(tree)]
        marks = marks_of(tree.text)
        yield from score(tree.name, tree.text, gold, found_in(tree.text, sourced(marks)))
        yield from score(tree.name, tree.text, gold, found_in(tree.text, governed(marks)), figure="erst.trees")


def found_in(text: str, attributions: list[Attribution]) -> list[Found]:
    """Attributions that have a content and a source."""
    found = [Found(_letters(text, a.content), frozenset(i for s, e in a.source for i in range(s, e))) for a in attributions]
    return [f for f in found if f.content and f.source]


def score(name: str, text: str, gold: list[Clause], found: list[Found], *, figure: str = "erst") -> list[Outcome]:
    """The two outcomes of one document."""
    wanted = [g for g in gold if g.positive]
    denied = [g for g in gold if not g.positive]
    likeness = {(i, j): x for i, g in enumerate(wanted) for j, f in enumerate(found) if (x := alike(g, f)) >= 0.5}
    chosen = pairs([(i, j, x + _sourced(wanted[i], found[j])) for (i, j), x in likeness.items()])
    partner, paired = dict(chosen), {j for _, j in chosen}
    left = [f for j, f in enumerate(found) if j not in paired and not any(alike(g, f) >= 0.5 for g in denied)]
    content = Outcome(f"{figure}.content", name, len(chosen), len(chosen) + len(left), len(wanted))
    whole = Outcome(f"{figure}.attribution", name, 0, len(chosen) + len(left), len(wanted))
    for i, g in enumerate(wanted):
        f = found[partner[i]] if i in partner else None
        right = f is not None and _sourced(g, f)
        whole.right += right
        shown = f"{' / '.join(_shown(text, s) for s in g.sources)}: {_shown(text, g.clause)}"
        if f is None:
            content.miss(f"{min(g.clause)}", shown, None)
        if not right:
            whole.miss(f"{min(g.clause)}", shown, f"{_shown(text, f.source)}: {_shown(text, f.content)}" if f else None)
    for f in left:
        for out in (content, whole):
            out.miss(f"{min(f.content)}+", None, f"{_shown(text, f.source)}: {_shown(text, f.content)}")
    return [content, whole]


def alike(gold: Clause, found: Found) -> float:
    """Intersection over union of clause and found content, the rest of what was attributed left out."""
    both = len(gold.clause & found.content)
    return both / len(gold.clause | (found.content - gold.unit)) if both else 0.0


def _sourced(gold: Clause, found: Found) -> bool:
    return any(source <= found.source for source in gold.sources)


def _gold(tree: Tree, a: Attributed) -> Clause:
    clause, unit = (_letters(tree.text, [tree.words[i].at for i in words]) for words in (a.clause, a.unit))
    heads = [tree.words[head_of(tree, words[0], words[-1])].at for words in a.sources]
    return Clause(clause, unit, [frozenset(range(*at)) for at in heads], a.positive)


def _letters(text: str, ranges: list[tuple[int, int]]) -> Characters:
    return frozenset(i for s, e in ranges for i in range(s, e) if text[i].isalnum())


def _shown(text: str, characters: Characters) -> str:
    return " ".join(text[min(characters) : max(characters) + 1].split()) if characters else "–"
