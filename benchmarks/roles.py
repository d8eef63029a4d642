"""Arguments of given predicates on PropBank's EWT dev part, from raw text: ARG0 ARG1 ARG2 TMP LOC NEG MOD, F1.

Predicates are given by their characters, whatever the encoder's own head for them says; words, sentences and trees are predicted. All
predicates count, light verbs and auxiliaries too, in the sentences that have as many words in EWT as in the skeletons; of an argument in pieces
(C-ARG1) the first piece is the argument, and what only points at one (R-ARG1) is none. `roles.heads`: role and the argument's head word
(gold: the word of the gold span whose head lies outside it in the gold tree) are exact. `roles.spans`: role and characters are exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Outcome
from benchmarks.propbank import annotated
from benchmarks.system import marks_of
from onrecord.understanding.phrases import argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.parsing import Tree
    from benchmarks.propbank import Predicate
    from onrecord.understanding.marks import Marks

Range = tuple[int, int]
Item = tuple[Range, str, Range]


def roles() -> Iterator[Outcome]:
    """`roles.heads` and `roles.spans` of every document."""
    for tree, predicates in annotated():
        if predicates:
            yield from compare_roles(tree, predicates, marks_of(tree.text, predicates=[p.at for p in predicates]))


def compare_roles(tree: Tree, predicates: list[Predicate], marks: Marks) -> list[Outcome]:
    """The two outcomes of one document; `marks` hold the arguments of the given predicates."""
    given = {i: p.at for p in predicates if (i := marks.at(p.at[0])) is not None}
    found = [(given[a.predicate], a.role, argument(marks, a), (marks.tokens[a.head].start, marks.tokens[a.head].end)) for a in marks.arguments if a.predicate in given]
    wanted = [(p.at, role, span, head) for p in predicates for role, span, head in p.arguments]
    heads = _counted("roles.heads", tree, [(p, role, head) for p, role, _, head in wanted], [(p, role, head) for p, role, _, head in found])
    spans = _counted("roles.spans", tree, [(p, role, span) for p, role, span, _ in wanted], [(p, role, span) for p, role, span, _ in found])
    return [heads, spans]


def _counted(figure: str, tree: Tree, wanted: list[Item], found: list[Item]) -> Outcome:
    gold, got = set(wanted), set(found)
    out = Outcome(figure, tree.name, len(gold & got), len(got), len(gold))
    left = sorted(got - gold)
    for item in sorted(gold - got):
        near = next((f for f in left if f[0] == item[0] and (f[1] == item[1] or f[2] == item[2])), None)
        if near:
            left.remove(near)
        out.miss(f"{item[2][0]}", _shown(tree, item), _shown(tree, near) if near else None)
    for item in left:
        out.miss(f"{item[2][0]}+", None, _shown(tree, item))
    return out


def _shown(tree: Tree, item: Item) -> str:
    return f"{tree.text[slice(*item[0])]} {item[1]}: {' '.join(tree.text[slice(*item[2])].split())}"
