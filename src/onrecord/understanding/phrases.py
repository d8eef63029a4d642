"""From the word that heads it to the whole phrase, by the predicted tree: arguments of predicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.understanding.marks import Argument, Marks

Range = tuple[int, int]
_OUTSIDE = ("parataxis", "discourse", "vocative", "dislocated", "reparandum", "list")
_OF_CLAUSE = ("nsubj", "csubj", "expl", "cop", "aux", "mark", "cc", "punct", "advcl", *_OUTSIDE)
_BARE = ("case", "mark", "cc", "punct", "cop", "aux", "nsubj", "csubj", "expl", *_OUTSIDE)
_BESIDE = (*(r for r in _BARE if r != "punct"), "conj", "appos", "advcl")
_OPENER = {")": "(", "]": "[", "}": "{", "”": "“", '"': '"', "''": "``"}


def argument(marks: Marks, a: Argument) -> Range:
    """Characters of the phrase that an argument's head stands for.

    A phrase that holds its own predicate is cut around it: what a copula says of its subject, the noun before its relative clause.
    """
    inside = trimmed(marks, _around(_phrase(marks, a), a.head), a.head)
    return marks.tokens[inside[0]].start, marks.tokens[inside[-1]].end


def trimmed(marks: Marks, inside: list[int], head: int) -> list[int]:
    """Without conjunctions and punctuation at the edges; what closes something that opened inside stays."""
    tokens = marks.tokens
    first, last = 0, len(inside)
    while inside[first] != head and (tokens[inside[first]].relation == "cc" or _loose(marks, inside[first:last], opening=True)):
        first += 1
    while inside[last - 1] != head and _loose(marks, inside[first:last], opening=False):
        last -= 1
    return inside[first:last]


def _loose(marks: Marks, inside: list[int], *, opening: bool) -> bool:
    """Whether the mark at an edge of the tokens belongs to nothing among them."""
    token = marks.tokens[inside[0 if opening else -1]]
    if token.upos != "PUNCT":
        return False
    forms = [marks.tokens[i].text for i in inside]
    if opening:
        return not any(_OPENER.get(form) == token.text for form in forms[1:])
    return token.text not in _OPENER or _OPENER[token.text] not in forms[:-1]


def _phrase(marks: Marks, a: Argument) -> list[int]:
    """Tokens of the phrase, in order."""
    if a.role in ("MOD", "NEG"):
        return [a.head]
    way = _way_down(marks, a.head, a.predicate)
    if way is None:
        clause = _small_clause(marks, a)
        return sorted({*marks.subtree(a.head), *(marks.subtree(clause) if clause is not None else ())})
    if marks.tokens[way].relation.partition(":")[0] in ("cop", "aux"):
        kept = _predicative(marks, a, way)
    else:
        kept = [k for k in marks.children[a.head] if (k < way if way > a.head else k > way) and not _is(marks, k, _BARE)]
    return sorted({a.head, *(i for k in kept for i in marks.subtree(k))})


def _predicative(marks: Marks, a: Argument, copula: int) -> list[int]:
    """What of the dependents of a nominal clause's head belongs to what its copula says, and not to the clause."""
    head, tokens = marks.tokens[a.head], marks.tokens
    if a.head < copula:
        return [k for k in marks.children[a.head] if k < copula and not _is(marks, k, _BARE)]
    others = {other.head for other in marks.roles.get(a.predicate, [])}
    after = [k for k in marks.children[a.head] if k > copula and k not in others]
    marked = [k for k in after if tokens[k].relation == "mark" and k < a.head]
    if marked:
        return [k for k in after if k >= marked[0] and not _is(marks, k, ("punct", *_OUTSIDE))]
    kept = []
    for k in after:
        complement = tokens[k].relation.startswith("advcl") and head.upos == "ADJ" and k > a.head and not _clausal(marks, k)
        if (_is(marks, k, _OF_CLAUSE) and not complement) or (tokens[k].relation == "conj" and _clausal(marks, k)):
            continue
        if tokens[k].relation == "advmod" and head.upos not in ("ADJ", "ADV") and k < a.head:
            continue
        kept.append(k)
    return kept


def _way_down(marks: Marks, above: int, below: int) -> int | None:
    """The child of `above` under which `below` hangs, or null where it does not."""
    at = below
    while at >= 0 and marks.tokens[at].head != above:
        at = marks.tokens[at].head
    return at if at >= 0 else None


def _small_clause(marks: Marks, a: Argument) -> int | None:
    """The clause whose subject is the object, where both are one argument ("let me know"): it is none of its own."""
    if a.role != "ARG1" or marks.tokens[a.head].relation != "obj":
        return None
    others = {other.head for other in marks.roles.get(a.predicate, [])}
    clauses = [k for k in marks.children[a.predicate] if k > a.head and marks.tokens[k].relation == "xcomp"]
    return clauses[0] if clauses and not others.intersection(marks.subtree(clauses[0])) else None


def _clausal(marks: Marks, token: int) -> bool:
    """Whether a clause with a subject or an auxiliary of its own hangs there."""
    return any(_is(marks, k, ("nsubj", "csubj", "expl", "cop", "aux")) for k in marks.children[token])


def _is(marks: Marks, token: int, relations: tuple[str, ...]) -> bool:
    return marks.tokens[token].relation.partition(":")[0] in relations


def _around(inside: list[int], head: int) -> list[int]:
    """Those of the tokens that stand in one stretch with `head`."""
    known = set(inside)
    first = last = head
    while first - 1 in known:
        first -= 1
    while last + 1 in known:
        last += 1
    return list(range(first, last + 1))


def mention(marks: Marks, head: int) -> Range:
    """Characters of the mention that a token heads: a noun with its determiners, modifiers and relative clauses; a verb's clause."""
    tokens = marks.tokens
    if tokens[head].upos in ("VERB", "AUX"):
        kept = [k for k in marks.children[head] if not _is(marks, k, ("cc", "conj", *_OUTSIDE))]
    else:
        kept = [k for k in marks.children[head] if not _is(marks, k, _BESIDE) or (k > head and tokens[k].relation == "case")]
        kept = [k for k in kept if not (k < head and tokens[k].relation == "advmod" and k == min(kept))]
    inside = _around(sorted({head, *(i for k in kept for i in marks.subtree(k))}), head)
    inside = trimmed(marks, inside, head)
    if inside[0] < head < inside[-1] and _OPENER.get(tokens[inside[-1]].text) == tokens[inside[0]].text:
        inside = inside[1:-1]
    return tokens[inside[0]].start, tokens[inside[-1]].end
