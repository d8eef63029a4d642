"""What a parse has torn: clauses with "that" at an insertion ("said that firms failing to pay, if any, face fines"), objects from their verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.understanding.decoding.trees import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

PERIODS = frozenset("second minute hour day night morning afternoon evening noon midnight week weekend month year decade century".split())
"""Nouns that say when without a preposition ("struck the next day")."""
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_TEMPORAL = frozenset({"before", "after", "until", "since"})
_QUOTES = frozenset("\"“‘'")
_OWNING, _BEFORE = frozenset({"'s", "’s", "'", "’"}), frozenset({"det", "amod", "compound", "nummod"})
_CONDITIONS = frozenset({"if", "unless"})
_BEHIND = frozenset({"obj", "iobj", "obl", "xcomp"})
_LOOSE = frozenset({"advcl", "ccomp", "xcomp", "acl"})


def mend(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], tags: tuple[list[str], list[str]], labels: list[str]) -> list[str]:
    """Mends one sentence in place and returns its Penn tags: `heads` are indices in it, -1 for the root; `relations` indices of `labels`, `tags` parts of speech and Penn tags."""
    upos, xpos = tags
    for i in [i for i, tag in enumerate(xpos) if tag == "NNS" and upos[i] == "VERB"]:
        xpos[i] = "VBZ"
    sew(forms, heads, relations, [tag in FINITE for tag in xpos], labels)
    part_conditions(forms, heads, relations, upos, labels)
    tie_objects(forms, heads, relations, upos, labels)
    bring_back(forms, heads, relations, tags, labels)
    activate(heads, relations, xpos, labels)
    own(forms, heads, relations, upos, labels)
    belong(forms, heads, relations, labels)
    return xpos


def sew(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], finite: Sequence[bool], labels: list[str]) -> None:
    """Makes, in place, the finite verb that is joined to the verb above such a clause without a conjunction the clause's own; "that" and what it marked hang from it.

    One sentence, as for `mend`. A clause with "that" has a finite verb, so that one without it is torn.
    """
    for that in [i for i, form in enumerate(forms) if form.lower() == "that" and labels[relations[i]] == "mark"]:
        inner = int(heads[that])
        if inner <= that or any(finite[that : inner + 1]) or labels[relations[inner]].partition(":")[0] not in _LOOSE:
            continue
        above = int(heads[inner])
        verb = next((f for f in range(inner + 1, len(forms)) if finite[f] and not _marked(f, heads, relations, labels)), -1)
        if verb < 0 or not 0 <= above < that or heads[verb] != above or labels[relations[verb]] != "conj" or any(heads[k] == verb and labels[relations[k]] == "cc" for k in range(len(forms))):
            continue
        heads[that], heads[inner], relations[verb], relations[inner] = verb, verb, labels.index("ccomp"), labels.index("csubj")
        for k in [k for k in range(verb + 1, len(forms)) if heads[k] == above and labels[relations[k]] in _BEHIND]:
            heads[k] = verb


def part_conditions(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], upos: Sequence[str], labels: list[str]) -> None:
    """Gives, in place, "if" right behind "that" the verb of its own clause where both hang from the clause after it ("that if they fire, we will …").

    One sentence, as for `mend`.
    """
    for that in range(len(forms) - 1):
        if forms[that].lower() != "that" or forms[that + 1].lower() not in _CONDITIONS or heads[that] != heads[that + 1] or heads[that] <= that:
            continue
        inner = [v for v in range(that + 2, int(heads[that])) if upos[v] == "VERB" and heads[v] == heads[that]]
        if inner and "," in forms[inner[0] : heads[that]]:
            heads[that + 1], relations[inner[0]] = inner[0], labels.index("advcl")


def tie_objects(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], upos: Sequence[str], labels: list[str]) -> None:
    """Makes, in place, a noun phrase right behind an active verb its object where it is called a phrase with a preposition and has none.

    One sentence, as for `mend`.
    """
    for i in [i for i, r in enumerate(relations.tolist()) if labels[r] == "obl" and upos[i] == "NOUN" and forms[i].lower() not in PERIODS]:
        verb = int(heads[i])
        if not 0 <= verb < i or upos[verb] != "VERB" or any(upos[k] not in _NOMINAL for k in range(verb + 1, i)):
            continue
        below = {labels[relations[k]] for k in range(len(forms)) if heads[k] == i}
        beside = {labels[relations[k]] for k in range(len(forms)) if heads[k] == verb}
        if below & {"det", "nmod:poss"} and not below & {"case", "mark"} and not beside & {"obj", "aux:pass", "nsubj:pass", "ccomp", "xcomp"}:
            relations[i] = labels.index("obj")


def activate(heads: NDArray[np.int64], relations: NDArray[np.int64], xpos: list[str], labels: list[str]) -> None:
    """Makes, in place, the subject of a verb that has an object and no auxiliary one that acts: a passive has "was" or the like.

    One sentence, as for `mend`.
    """
    for i in [i for i, r in enumerate(relations.tolist()) if labels[r] == "nsubj:pass"]:
        verb = int(heads[i])
        beside = {labels[relations[k]] for k in range(len(xpos)) if heads[k] == verb}
        if i < verb and xpos[verb] in ("VBN", "VBD") and "obj" in beside and not beside & {"aux", "aux:pass"} and labels[relations[verb]] != "acl":
            relations[i], xpos[verb] = labels.index("nsubj"), "VBD"


def own(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], upos: Sequence[str], labels: list[str]) -> None:
    """Makes, in place, who has "'s" the owner of the noun right behind it where both are called the same of one word ("the mayor's office said").

    One sentence, as for `mend`.
    """
    for case in [i for i, form in enumerate(forms) if form in _OWNING and labels[relations[i]] == "case"]:
        owner = int(heads[case])
        owned = case + 1
        while owned < len(forms) and (upos[owned] in ("ADJ", "NUM") or forms[owned] in _QUOTES) and heads[owned] > owned:
            owned += 1
        while owned + 1 < len(forms) and labels[relations[owned]] == "compound" and heads[owned] > owned:
            owned += 1
        if not 0 <= owner < case or owned >= len(forms) or upos[owned] not in ("NOUN", "PROPN"):
            continue
        if heads[owner] == owned or (heads[owned] == heads[owner] and relations[owned] == relations[owner] and heads[owner] >= 0):
            heads[owner], relations[owner] = owned, labels.index("nmod:poss")


def belong(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], labels: list[str]) -> None:
    """Gives, in place, an owner with "'s" the articles and adjectives right before it that hang from what is owned ("the Danish ministry's envoy").

    One sentence, as for `mend`.
    """
    for case in [i for i, form in enumerate(forms) if form in _OWNING and labels[relations[i]] == "case"]:
        owner = int(heads[case])
        owned = int(heads[owner]) if owner >= 0 else -1
        if owner != case - 1 or owned < case or labels[relations[owner]] != "nmod:poss":
            continue
        k = owner - 1
        while k >= 0 and labels[relations[k]] in _BEFORE and heads[k] in (owner, owned):
            heads[k] = owner
            k -= 1


def bring_back(forms: Sequence[str], heads: NDArray[np.int64], relations: NDArray[np.int64], tags: tuple[list[str], list[str]], labels: list[str]) -> None:
    """Gives, in place, a phrase right behind a verb to that verb and not to one beyond a comma, and a clause of time its subject ("before the truce took effect").

    One sentence, as for `mend`.
    """
    upos, xpos = tags
    for i in [i for i, r in enumerate(relations.tolist()) if labels[r] == "obl"]:
        verb = i + 1
        late = verb < len(forms) and xpos[verb] == "VBD" and heads[verb] == i and labels[relations[verb]] == "acl"
        if late and any(heads[k] == verb and labels[relations[k]] == "mark" and forms[k].lower() in _TEMPORAL for k in range(i)):
            heads[verb], heads[i], relations[verb], relations[i] = heads[i], verb, labels.index("advcl"), labels.index("nsubj")
            continue
        case = next((k for k in range(i) if heads[k] == i and labels[relations[k]] == "case"), -1)
        if case < 1:
            continue
        if upos[case - 1] == "VERB" and heads[i] > i and "," in forms[i : heads[i]] and not _below(case - 1, i, heads):
            heads[i] = case - 1
        if forms[case].lower() in _TEMPORAL and late:
            heads[verb], heads[i], heads[case] = heads[i], verb, verb
            relations[verb], relations[i], relations[case] = labels.index("advcl"), labels.index("nsubj"), labels.index("mark")


def _below(word: int, top: int, heads: NDArray[np.int64]) -> bool:
    """Whether the word hangs from `top`, however far down."""
    while word >= 0 and word != top:
        word = int(heads[word])
    return word == top


def _marked(verb: int, heads: NDArray[np.int64], relations: NDArray[np.int64], labels: list[str]) -> bool:
    """Whether the verb heads a clause of its own within."""
    return any(heads[k] == verb and labels[relations[k]] == "mark" for k in range(verb))
