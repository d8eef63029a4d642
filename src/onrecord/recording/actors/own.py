"""Of whom a figure tells: whose troops, whose casualties, who met in such numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from onrecord.record import Quantity
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.understanding.marks import Marks

_SUFFERED = frozenset({"killed", "wounded", "casualties", "displaced"})
_CLAUSE = 9  # words of a relative clause looked at
_HAVING = frozenset({"have", "experience", "suffer", "sustain", "lose", "report", "record", "take", "see"})


def own(draft: Draft, quantities: list[Quantity], cast: Cast) -> list[Quantity]:
    """The quantities with `of` filled where the words tell whom the figure belongs to."""
    out = []
    for quantity in quantities:
        of, rule = _of(draft.marks, quantity, cast)
        if of is not None:
            draft.because(quantity.id, "of", rule, draft.span(quantity.start, quantity.end))
            quantity = msgspec.structs.replace(quantity, of=of)  # noqa: PLW2901
        out.append(quantity)
    return out


def _of(marks: Marks, quantity: Quantity, cast: Cast) -> tuple[str | None, str]:
    head = marks.head_of(quantity.start, quantity.end)
    if head is None:
        return None, ""
    while (
        marks.tokens[head].relation in ("nummod", "compound", "amod", "nmod:desc", "advmod")
        and marks.tokens[head].head >= 0
        and marks.tokens[head].upos in ("NUM", "ADJ", "ADV", "SYM")
    ):
        head = marks.tokens[head].head
    if quantity.counts in _SUFFERED and (sufferer := _sufferer(marks, head, cast)) is not None:
        return sufferer, "who suffered them"
    for noun in (head, *(k for k in marks.children[head] if marks.tokens[k].relation == "nmod" and k > head)):
        for k in marks.children[noun]:
            if marks.tokens[k].relation in ("amod", "compound", "nmod:poss") and k < noun and _close(marks, k, noun) and (found := cast.of_token(k)):
                return found[0], "whose they are said to be"
        for actor in cast.of_token(noun):
            whole = cast.by_id[actor].part_of
            if whole is not None:
                return whole, "what they are part of"
            return actor, "those counted"
    for k in marks.children[head]:
        if marks.tokens[k].relation == "nmod" and (found := cast.of_token(k)):
            return found[0], "of whom"
    sufferer = _sufferer(marks, head, cast)
    return (sufferer, "who suffered them") if sufferer is not None else (None, "")


def _close(marks: Marks, k: int, noun: int) -> bool:
    """Whether only words of one noun phrase stand between a word and the noun that it belongs to."""
    return all(marks.tokens[i].upos not in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON") for i in range(k + 1, noun))


def _sufferer(marks: Marks, head: int, cast: Cast) -> str | None:
    """Who is said to have had them: "casualties that Chile has experienced", "the army lost 300 men"."""
    verbs = [k for k in marks.children[head] if marks.tokens[k].relation == "acl:relcl"]
    verb = marks.tokens[head].head
    if verb >= 0 and marks.tokens[head].relation == "obj":
        verbs.append(verb)
    for v in verbs:
        subject = next((s for s in marks.children[v] if marks.tokens[s].relation == "nsubj" and s != head), None)
        if subject is not None and marks.tokens[v].lemma in _HAVING and (found := cast.of_token(subject)):
            return found[0]
    return _in_order(marks, head, cast)


def _in_order(marks: Marks, head: int, cast: Cast) -> str | None:
    """ "Casualties that Chile has experienced" by the order of its words, where the parse has torn the clause off."""
    seen, relative = marks.tokens, head + 1
    if relative >= len(seen) or seen[relative].text.lower() not in ("that", "which"):
        return None
    found: str | None = None
    for i in range(relative + 1, min(len(seen), relative + _CLAUSE)):
        if seen[i].sentence != seen[head].sentence or (seen[i].upos == "PUNCT" and seen[i].text != "-"):
            return None
        if found is not None and seen[i].lemma in _HAVING and seen[i].upos == "VERB":
            return found
        if found is None and (actors := cast.of_token(i)):
            found = actors[0]
    return None
