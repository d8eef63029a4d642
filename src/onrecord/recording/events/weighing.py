"""How likely it is that a word tells a political event of its type: the lexicon's strength, the encoder's own type, and who takes part."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from onrecord.recording.events import clauses
from onrecord.recording.events.seen import RULE
from onrecord.recording.events.speech import is_bare_promise

if TYPE_CHECKING:
    from onrecord.record import Actor, Statement
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

KEPT = 0.27
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "PTY", "IGO", "UNO", "UAF", "OPP", "NGO", "PRM", "PRE", "ISM", "IMG", "EUR"})
_ASKING = frozenset({"demand", "order", "request", "promise", "threaten", "ask", "agree"})
_CIVIL = frozenset({"SUPPORT", "COOPERATE", "AID", "CONSULT", "REQUEST", "AGREE", "CONCEDE", "REJECT", "RETREAT"})
_UNMISTAKABLE = 0.8
_TRUSTED, _DOUBT = 0.5, -2.0
"""From which strength an entry is only doubted by the encoder, not overruled, and how far: log odds."""
_DENSE = 3.0  # mentions of public bodies in 100 words that make a report wholly political
_AROUND = frozenset({"after", "before", "during", "following", "since", "amid", "until", "despite", "per", "ahead of", "in response to", "because of"})
_PLAIN = frozenset({"say", "tell", "add", "note", "write", "state", "according", "accord", "want", "think", "believe"})
NAMES = ("strength", "unlisted", "typed", "telling", "official", "nobody", "performed", "noun", "both", "asked", "repeated", "aside", "plain", "politics", "spare", "force", "again", "around", "phrase")
_WEIGHTS = (1.47, 0.10, 0.29, 0.21, 0.05, -0.29, 0.23, -0.11, 0.28, -0.75, -0.32, -0.09, -0.45, 1.76, -0.24, 0.28, -0.67, 0.15, 0.83)
_BIAS = -3.83


def features(scene: Scene, cast: Cast, found: Found, earlier: list[Found], by: Statement | None, politics: float) -> list[float]:
    """What is weighed, in the order of `NAMES`; `earlier` are the candidates before it, `by` the statement on whose word it stands.

    The lexicon's strength; whether the encoder alone sees it; the log odds that the encoder gives to the type, and to any type; whether a state, force, party or international body takes part; whether
    nobody does; whether a statement is the act; whether it is told by a noun; whether both sides are named; whether it is what is asked, promised or
    threatened; whether the paragraph has told of one of this type before; whether its noun stands aside (in a phrase
    of another noun or of circumstance); whether the act of speech is read from what is said alone; how political the report is; whether an act that
    private people also do (helping, meeting, praising, asking) is done by no public body; whether it tells of force or dissent in words that hardly mean anything else; whether the entry asks for more than one word.
    """
    token = scene.tokens[found.token]
    parties = [cast.by_id[i] for i in (*found.actors, *found.recipients) if i in cast.by_id]
    noun = token.upos in ("NOUN", "PROPN")
    paragraph = scene.paragraph_of(token.start)
    repeated = any(f.type == found.type and scene.paragraph_of(scene.tokens[f.token].start) == paragraph for f in earlier)
    aside = noun and clauses.light(scene, found.token) is None and scene.is_a(found.token, "nmod", "obl", "compound", "conj", "appos")
    return [
        found.score, float(found.rule.startswith(RULE)), *_seen(scene, found), float(any(official(a) for a in parties)), float(not parties),
        float(found.performed is not None), float(noun), float(bool(found.actors) and bool(found.recipients)),
        float(by is not None and by.act in _ASKING and found.performed is None and not is_bare_promise(scene, by)),
        float(repeated and found.performed is None), float(aside), float(found.performed is not None and token.lemma.lower() in _PLAIN),
        politics, float(found.type in _CIVIL and not any(official(a) for a in parties)), float(found.type not in _CIVIL and found.score >= _UNMISTAKABLE),
        float(noun and any(f.type == found.type and scene.tokens[f.token].lemma == token.lemma for f in earlier)), float(_around(scene, found.token)), float(_is_phrase(found)),
    ]  # fmt: skip


def _seen(scene: Scene, found: Found) -> tuple[float, float]:
    """Log odds that one of its words tells an event of its type, and one of any type, as the encoder sees it."""
    seen = [scene.marks.types[k] for k in {found.token, *found.used} if k < len(scene.marks.types) and scene.marks.types[k]]
    least = _DOUBT if found.score >= _TRUSTED else -math.inf
    own, any_ = (max((t.get(found.type, 0.0) for t in seen), default=0.0), max((1 - t.get("NONE", 0.0) for t in seen), default=0.0))
    return max(odds(own), least), max(odds(any_), least)


def _is_phrase(found: Found) -> bool:
    """Whether it is told by several words of an entry ("planted mines", "put on trial"): they mean fewer other things than one."""
    return found.performed is None and len(found.used) > 1 and not found.rule.startswith(RULE)


def odds(p: float) -> float:
    """Log odds of a probability, no surer than 1 in 200."""
    return math.log((p + 0.005) / (1 - p + 0.005))


def _around(scene: Scene, token: int) -> bool:
    """Whether it stands in a phrase or clause that says around what another thing happens ("after the protests", "before resigning")."""
    if scene.case_of(token) in _AROUND:
        return True
    return scene.is_a(token, "advcl") and any(scene.tokens[k].text.lower() in _AROUND for k in scene.kids(token, "mark"))


def politics_of(cast: Cast) -> float:
    """How political the report is, 0 to 1: by how often states, forces, parties and international bodies are spoken of."""
    mentions = sum(len(a.mentions) for a in cast.actors if official(a))
    return min(1.0, 100 * mentions / _DENSE / max(1, len(cast.marks.tokens)))


def weigh(values: list[float]) -> float:
    """Probability, 0 to 1, from the features: a logistic mix, fitted by `benchmarks/weighing.py` on labelled dev reports, those held out, invented clauses and reports that are not political."""
    score = _BIAS + sum(w * v for w, v in zip(_WEIGHTS, values, strict=True))
    return round(1 / (1 + math.exp(-score)), 3)


def official(actor: Actor) -> bool:
    """Whether the actor is a state, or belongs to one, to a party, a force or an international body."""
    return actor.kind in ("government", "armed_group") or bool(_OFFICIAL & set(actor.sectors))
