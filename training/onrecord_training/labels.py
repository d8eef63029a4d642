"""The classes of every head, in the order of its outputs; fixed once from the training corpora and shipped with the weights."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord_training.corpora.document import Document

NAMES = ["PERSON", "ORGANIZATION", "LOCATION", "NORP", "FACILITY", "DATE", "MONEY", "PRODUCT", "MISC"]
ARMS = ["WEAPON", "QUANTITY"]
PARTS = ["SOURCE", "CUE", "CONTENT"]
SOURCED = ["SOURCE", "CONTENT"]
ROLES = ["NONE", "ARG0", "ARG1", "ARG2", "TMP", "LOC", "NEG", "MOD"]
TYPES = ["NONE", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT"]
ACTS = ["say", "announce", "believe", "ask", "confirm", "deny", "accuse", "condemn", "reject", "warn", "threaten", "demand", "request", "promise", "agree", "support", "praise", "apologise"]
STATUS = ["certain", "denied", "possible", "future", "conditional"]
PARTIES = ["NONE", "ACTOR", "RECIPIENT", "SPEAKER"]
PAIRS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"]


def tagged(classes: list[str]) -> list[str]:
    """The outputs of a tagger: O, then B- and I- of every class."""
    return ["O", *(f"{prefix}-{c}" for c in classes for prefix in "BI")]


def collect(documents: list[Document]) -> dict[str, Any]:
    """The label sets, those of the treebanks by frequency."""
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("upos", "xpos", "lemma", "relation")}
    for d in documents:
        counts["upos"].update(d.upos)
        counts["xpos"].update(d.xpos)
        counts["relation"].update(d.relations)
        counts["lemma"].update(lemma_script(d.text[s:e], lemma) for (s, e), lemma in zip(d.words, d.lemmas, strict=False))
    out: dict[str, Any] = {k: [label for label, n in c.most_common(300) if n > 1] for k, c in counts.items()}
    return {**out, "names": tagged(NAMES), "arms": tagged(ARMS), "parts": tagged(PARTS), "sourced": tagged(SOURCED), "roles": ROLES, "types": TYPES, "acts": ACTS, "status": STATUS, "parties": PARTIES, "pairs": PAIRS}


def lemma_script(form: str, lemma: str) -> str:
    """How the lemma is made of the form: `c` or `l` (case kept or lowered), how many last letters go, what is put in their place."""
    kept = form if lemma[:1] == form[:1] and not (lemma.islower() and not form.islower()) else form.lower()
    common = 0
    while common < min(len(kept), len(lemma)) and kept[common] == lemma[common]:
        common += 1
    return f"{'c' if kept is form and not form.islower() else 'l'}{len(kept) - common}{lemma[common:]}"
