"""What act a statement is: by its cue, and for plain saying by what is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.clauses import FIRST, act_of_clause, is_own
from onrecord.recording.statements.judging import act_of_judgment

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

_PLAIN = ("say", "announce")
_SHOWING = frozenset({"show", "signal", "indicate", "demonstrate", "declare", "convey", "express", "voice"})
_PERFORMED = (
    "demand",
    "condemn",
    "promise",
    "reject",
    "support",
    "deny",
    "request",
    "threaten",
    "praise",
    "apologise",
    "accuse",
    "warn",
    "agree",
    "confirm",
)


def act_of(scene: Scene, candidate: Candidate, selves: frozenset[int] = frozenset()) -> tuple[Act, str]:
    """The act and the rule that gave it."""
    if candidate.act not in _PLAIN:
        return candidate.act, "cue"
    if candidate.act == "say" and (judged := act_of_judgment(scene, candidate)) is not None:
        return judged
    if candidate.rule == "verb.oa":
        return candidate.act, "cue"
    if (named := _of_noun(scene, candidate)) is not None:
        return named, "noun"
    performed = _performed(scene, candidate, selves)
    if performed is not None:
        return performed, "performative"
    said = act_of_clause(scene, candidate, selves)
    if said is not None and not (candidate.act == "announce" and said[0] in ("announce", "accuse")):
        return said
    if re.search(r"\?[\"”’']?$", scene.text[candidate.start : candidate.end]) and candidate.rule != "headline" and _whole_question(scene, candidate):
        return "ask", "question"
    return candidate.act, "cue"


def _of_noun(scene: Scene, candidate: Candidate) -> Act | None:
    """The act of the cue noun that a verb of saying has as its object: "stressed its support for", "expressed sympathy with", "showing support for"."""
    if candidate.rule not in ("verb.o", "encoder") or candidate.anchor is None or candidate.act == "announce":
        return None
    if candidate.rule == "encoder" and scene.tokens[candidate.anchor].lemma not in _SHOWING:
        return None
    for i in scene.kids(candidate.anchor, "obj"):
        word = cues.cue(scene.tokens[i].lemma, scene.tokens[i].upos)
        if word is not None and word.pos == "noun" and word.act not in _PLAIN:
            return word.act
    return None


def _whole_question(scene: Scene, candidate: Candidate) -> bool:
    """Whether all that is said is one question."""
    said = "".join(scene.text[a:b] for a, b in candidate.content)
    return len(re.findall(r"[.!?](?:\s|[\"”’]|$)", said)) == 1


def _performed(scene: Scene, candidate: Candidate, selves: frozenset[int]) -> Act | None:
    """The act that the content performs in the first person: "we demand", "I am sorry", "we are opposed to"."""
    for start, end in candidate.content:
        for i in scene.marks.between(start, end):
            token = scene.tokens[i]
            if token.upos not in ("VERB", "ADJ") or (
                token.head >= 0 and token.head in scene.marks.between(start, end) and not scene.is_a(i, "ccomp", "conj", "parataxis", "root")
            ):
                continue
            word = cues.cue(token.lemma, token.upos)
            if not set(_subjects(scene, i)) & FIRST and (token.xpos not in ("VBP", "VBZ") or scene.quoted_at(token.start, token.end) is None):
                continue
            if word is not None and word.kind == "wish" and not (scene.kids(i, "obj") and scene.kids(i, "xcomp")):
                continue
            if word is None or word.act not in _PERFORMED or not is_own(scene, i, selves) or (scene.kids(i, "aux") and _not_now(scene, i)):
                continue
            return word.act
    return None


def _subjects(scene: Scene, verb: int) -> list[str]:
    return [scene.tokens[k].text.lower() for k in scene.kids(verb, "nsubj")]


def _not_now(scene: Scene, verb: int) -> bool:
    """Whether an auxiliary or negation keeps the verb from being performed here and now."""
    held = {"do", "will", "must", "have", "be", "would"}
    negated = any(scene.tokens[i].text.lower() in ("not", "n't", "n’t", "never") for i in scene.kids(verb, "advmod"))
    return negated or any(scene.tokens[i].lemma.lower() not in held for i in scene.kids(verb, "aux"))
