"""Noun phrases that may name someone who acts: by their noun, or because they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, cues
from onrecord.recording.actors.groups import STATES
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Container

    from onrecord.recording.actors.ground import Ground

AGENTIVE = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "eer", "person", "ite", "goer", "people")
STAFFED = frozenset({"campaign", "camp"})
_TELLING = frozenset({"say", "tell", "add", "ask", "explain", "argue", "think", "believe", "complain", "reply", "insist", "hope", "recall", "claim"})
_QUANTIFIERS = frozenset({"dozens", "hundreds", "thousands", "millions", "scores", "tens", "number", "group", "majority", "handful", "lot", "all", "some",
                          "many", "most", "several", "none", "both", "one", "two", "three", "part", "members", "member", "half", "couple", "cent", "percent", "percentage", "third", "quarter"})  # fmt: skip
_THINGS = frozenset({"report", "photo", "photograph", "picture", "study", "poll", "survey", "document", "text", "article", "story", "paper", "book", "letter", "data", "figure", "evidence", "law", "bill", "rule",
                     "plan", "policy", "map", "sign", "way", "thing", "reason", "fact", "result", "number", "time", "day", "year", "week", "month", "move", "war", "attack",
                     "case", "decision", "deal", "agreement", "resolution", "history", "life", "idea", "image", "video", "footage", "record", "source", "file", "measure",
                     "change", "rate", "level", "event", "situation", "incident", "investigation", "analysis", "test", "search", "website", "site", "page", "headline"}) - {"source"}  # fmt: skip


def nominals(ground: Ground, named: list[Phrase], defined: Container[str] = ()) -> list[Phrase]:
    """Noun phrases whose head names someone who acts, and subjects of verbs of speech that no name heads; their own left modifiers belong to them; words `defined` by the text, too."""
    in_name = {i for p in named for i in range(p.first, p.last)}
    persons = {i for p in named if p.label == "PERSON" for i in range(p.first, p.last)}
    out = []
    for i, token in enumerate(ground.tokens):
        if i in in_name or not ground.readable(i) or token.upos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if token.relation in ("compound", "nmod:desc", "flat", "amod", "fixed", "goeswith") and token.head > i:
            continue
        if _before_another(ground, i, in_name) or (token.lemma.lower() == "station" and not _on_air(ground, i)):
            continue
        known = actor_nouns.noun(token.lemma) or actor_nouns.noun(token.text)
        if token.upos == "ADJ" and (known is None or not (ground.definite(i) or ground.is_subject(i))):
            continue
        if any(ground.tokens[k].text.lower() == "no" for k in ground.kids(i, "det")):
            continue  # "no judge" is nobody
        if known is None and token.lemma.lower() not in defined and not _both_sides(ground, i) and not _of_a_candidate(ground, i, persons) and not (token.upos == "NOUN" and ground.speaks(i) and _agent(ground, i) and not _thing_that_speaks(ground, i)):
            continue
        if token.lemma.lower() == "opposition" and ground.kids(i, "nmod:poss"):
            continue  # "its opposition" is an act
        first = ground.left_edge(i)
        while first > 0 and _before_another(ground, first - 1, in_name):
            first = min(first - 1, ground.left_edge(first - 1))
        first = _after_and(ground, first, i)
        while first < i and ground.tokens[first].upos in ("CCONJ", "PUNCT"):
            first += 1
        out.append(Phrase("nominal", i, first, i + 1, ground.tokens[first].start, token.end, _noun(ground, i)))
    return out


def _both_sides(ground: Ground, i: int) -> bool:
    """Whether these are two states or sides spoken of before: "the two countries", "both sides"."""
    counted = {ground.tokens[k].text.lower() for k in ground.kids(i, "nummod", "det", "det:predet")}
    return ground.lemma(i) in STATES and bool(counted & {"two", "both"})


def _of_a_candidate(ground: Ground, i: int, persons: set[int]) -> bool:
    """Whether these are the people who work for somebody's election: "the Lind campaign", "Ana Soto's camp", "her campaign"."""
    owners = [k for k in ground.kids(i, "nmod:poss", "compound") if k in persons or ground.tokens[k].text.lower() in ("his", "her")]
    return ground.lemma(i) in STAFFED and bool(owners) and (ground.is_subject(i) or ground.tokens[i].relation in ("nmod:poss", "obl:agent"))


def _on_air(ground: Ground, i: int) -> bool:
    """Whether a station is one that broadcasts."""
    return i > 0 and ground.tokens[i - 1].text.lower() in ("tv", "radio", "television", "news", "broadcast", "cable")


def _after_and(ground: Ground, first: int, head: int) -> int:
    """The first word after "and" where two noun phrases were taken for one ("campus security and local police")."""
    for i in range(head - 1, first, -1):
        if ground.tokens[i].text.lower() in ("and", "or") and ground.tokens[i - 1].upos in ("NOUN", "PROPN"):
            return i + 1
    return first


def _before_another(ground: Ground, i: int, in_name: set[int]) -> bool:
    """Whether the noun stands right before another that names someone who acts ("police officers", "opposition politicians"): both are one phrase."""
    if i + 1 >= len(ground.tokens) or i in in_name or i + 1 in in_name or ground.tokens[i].sentence != ground.tokens[i + 1].sentence:
        return False
    here, after = actor_nouns.noun(ground.tokens[i].text), actor_nouns.noun(ground.tokens[i + 1].text)
    return here is not None and after is not None and ground.tokens[i].upos == ground.tokens[i + 1].upos == "NOUN"


def _noun(ground: Ground, i: int) -> str:
    """The noun's lemma, lower case, as the table of nouns spells it."""
    if i > 0 and (force := actor_nouns.noun(f"{ground.tokens[i - 1].text} {ground.tokens[i].text}")) is not None:
        return force.noun
    known = actor_nouns.noun(ground.tokens[i].lemma) or actor_nouns.noun(ground.tokens[i].text)
    return known.noun if known is not None else ground.lemma(i)


def _agent(ground: Ground, i: int) -> bool:
    """Whether the noun is formed like one for a person, or is the subject of telling rather than of showing ("confirm", "suggest")."""
    if ground.lemma(i).endswith(AGENTIVE):
        return True
    verb = ground.function(i).governor
    return verb >= 0 and ground.lemma(verb) in _TELLING


def _thing_that_speaks(ground: Ground, i: int) -> bool:
    """Whether the noun is a document, an occasion or a quantity: such speak, but are nobody."""
    if _abstract(ground.lemma(i)):
        return True
    return (
        ground.lemma(i) in _THINGS
        or ground.tokens[i].text.lower() in _QUANTIFIERS
        or cues.occasion(ground.lemma(i)) is not None
        or cues.cue(ground.lemma(i), "NOUN") is not None
    )


def _abstract(lemma: str) -> bool:
    """Whether the noun's ending makes it an abstract one ("development", "readiness")."""
    return lemma.endswith(("ment", "tion", "sion", "ness", "ity", "ism", "ance", "ence", "ship"))


def quantified(ground: Ground, head: int) -> int | None:
    """The counted noun after a word of quantity ("hundreds of people": people), or null."""
    if ground.tokens[head].text.lower() not in _QUANTIFIERS and ground.tokens[head].upos != "NUM":
        return None
    return next((k for k in ground.kids(head, "nmod") if ground.case(k) == "of"), None)
