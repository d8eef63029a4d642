"""How likely it is that a candidate is a statement: what parse, encoder and quotation marks say, what its words are, who holds them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.statements.extents import ends_quoted
from onrecord.recording.statements.sources import EVIDENCE

if TYPE_CHECKING:
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

KEPT = 0.45
_SAYING = frozenset({"speech", "writing", "claim"})
_HELD = frozenset({"belief", "wish", "intention", "evaluation", "appearance"})
NAMES = (
    "parse", "seen", "both", "encoder alone", "parse alone", "strength", "quoted", "clause", "infinitive", "object", "phrase", "noun", "saying", "held",
    "named", "person", "thing", "nobody", "short", "title", "inside",
)  # fmt: skip
_WEIGHTS = (5.34, 4.74, -2.96, 0.0, 0.0, 0.0, 0.26, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -0.29, 0.0, 0.0, 0.0)
_BIAS = -2.86


def features(scene: Scene, candidate: Candidate) -> list[float]:
    """What is weighed, in the order of `NAMES`.

    What the parse's rule and the encoder give it, that both see it, or one alone; how often the cue word is one; whether there is a quotation in it;
    whether a clause, infinitive, object or phrase is its content; whether the cue is a noun, a word of saying, or of what is thought, wished or felt;
    whether it is held by a name, by a pronoun or a noun for people and bodies, by a thing, by nobody; whether the content has at most two words;
    whether it stands in a title; whether it is spoken within a quotation.
    """
    word, frame = candidate.word, candidate.rule.partition(".")[2]
    head = scene.tokens[candidate.holders[0]] if candidate.holders else None
    known = head is not None and (actor_nouns.noun(head.lemma.lower()) is not None or actor_nouns.noun(head.text.lower()) is not None)
    person = head is not None and head.upos != "PROPN" and (known or (head.upos == "PRON" and head.text.lower() not in ("it", "this", "that", "which")))
    words = sum(len(scene.text[a:b].split()) for a, b in candidate.content)
    both = candidate.parse > 0 and candidate.seen > 0
    return [
        candidate.parse, candidate.seen, float(both), float(candidate.parse == 0), float(candidate.seen == 0), word.strength if word else 0.0,
        float(ends_quoted(scene, candidate)), float(frame == "c"), float(frame == "i"), float(frame in ("o", "oi", "oa", "op")), float(frame == "p"),
        float(candidate.rule.startswith("noun") or (word is not None and word.pos == "noun")), float(word is not None and word.kind in _SAYING),
        float(word is not None and word.kind in _HELD), float(head is not None and head.upos == "PROPN"), float(person),
        float(head is not None and head.upos == "NOUN" and not known and head.lemma not in EVIDENCE), float(head is None and candidate.carried is None),
        float(words <= 2), float(scene.draft.kind_at(candidate.start) == "title"), float(candidate.cue is not None and scene.quoted_at(*candidate.cue) is not None),
    ]  # fmt: skip


def weigh(values: list[float]) -> float:
    """Probability, 0 to 1, from the features: a logistic mix, fitted on labelled reports and PolNeAR by `benchmarks/trusting.py`."""
    score = _BIAS + sum(w * v for w, v in zip(_WEIGHTS, values, strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


def confidence(scene: Scene, candidate: Candidate) -> float:
    """Probability, 0 to 1, that the candidate is a statement."""
    return weigh(features(scene, candidate))
