"""Whether the name of a country, capital or seat stands for who governs there, for the place, or for neither: decided by its use in the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from onrecord.facts import abbreviations, actor_nouns, cues, gazetteer, predicates
from onrecord.recording.actors import order
from onrecord.recording.actors.uses import (
    ACTS,
    BETWEEN,
    COMPASS,
    DEVERBAL,
    GAMES,
    GROUND_NOUNS,
    HELD,
    INSIDE,
    LANDS,
    LIES,
    MOTION,
    MOVED,
    PLAYING,
    REACHED,
    SENDING,
    TOPIC_NOUNS,
    TOWARDS,
    TRADING,
    UNDERGOING,
)

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Function, Ground
    from onrecord.recording.actors.knowledge import StateForm
    from onrecord.recording.actors.phrase import Phrase

Use = Literal["agent", "place", "neither"]
_SCORE = re.compile(r"\b\d{1,3}\s?[-–]\s?\d{1,3}\b")
_LIES_IN = re.compile(r",\s+((?:[A-Z][\w.-]+\s?)+)")
_POINTS = re.compile(r"(?:%|\bper ?cent\b|\bpoints?\b)")


def use(ground: Ground, phrase: Phrase, form: StateForm | None) -> tuple[Use, str]:
    """What the name stands for and the rule that says so; `form` null for a place that is no country, capital or seat."""
    after = ground.draft.text[phrase.end : phrase.end + 16].lower().replace("–", "-")
    if ground.kinds[phrase.head] == "dateline":
        return "place", "stands in the dateline"
    if after.startswith(HELD):
        return "place", "what is based or born there"
    if after.startswith(MOVED):
        return "agent", "what it backs or leads"
    if form in ("capital", None) and _division(ground.draft.text[phrase.end : phrase.end + 40]):
        return "place", "stands before what it lies in"
    if _playing(ground, phrase):
        return "neither", "a team in a game"
    if form == "capital" and _trading(ground, phrase):
        return "neither", "a market, not a government"
    if re.match(r"-[A-Z]", ground.draft.text[phrase.end : phrase.end + 2]) or ground.draft.text[phrase.start - 1 : phrase.start] == "-":
        return "agent", "named in one with another"
    beside = ground.tokens[phrase.first - 1].text if phrase.first > 0 else ""
    if beside in COMPASS or any(ground.lemma(k) in COMPASS for k in ground.kids(phrase.head, "amod", "compound") if k < phrase.first):
        return "place", "a part of the country"
    return _by_function(ground, phrase, order.function(ground, phrase), form)


def _division(after: str) -> bool:
    """Whether ", X" behind a name is a first-level division of some state ("London, Ontario")."""
    found = _LIES_IN.match(after)
    if found is None:
        return False
    words = found[1].strip()
    return any(entry.kind == gazetteer.REGION and entry.own for entry in gazetteer.named(words)) or abbreviations.full(words) is not None


def _by_function(ground: Ground, phrase: Phrase, function: Function, form: StateForm | None) -> tuple[Use, str]:
    country, relation = form in ("name", "alias"), function.relation
    governor = ground.tokens[function.governor] if function.governor >= 0 else None
    lemma = governor.lemma.lower() if governor is not None else ""
    if relation in ("appos", "list", "nmod:unmarked") and governor is not None and governor.upos == "PROPN":
        return "place", "stands after a place as its country"
    if function.preposition:
        return _after_preposition(ground, function, lemma, form)
    if relation in ("nsubj", "nsubj:outer", "obl:agent", "nsubj:pass"):
        return _as_subject(ground, function, lemma, form)
    if relation == "nmod:poss":
        return _as_owner(ground, function, lemma, form)
    if relation in ("compound", "amod", "nmod:desc", "nmod"):
        return _as_modifier(ground, function, lemma, form)
    if relation == "obj" and lemma in LIES:
        return "place", "what lies beside it"
    if relation in ("obj", "iobj"):
        if any(k > phrase.head for k in ground.kids(function.governor, "xcomp")) and lemma not in REACHED:
            return "agent", "is to do something"
        if lemma in REACHED:
            return (
                ("agent", "attacked or seized")
                if country and lemma not in ("visit", "leave", "enter", "reach", "tour", "cross", "depart", "flee")
                else ("place", "is reached, left or hit")
            )
        if country or (form is not None and cues.cue(lemma, "VERB") is not None):
            return "agent", "object of an act"
        return "place", "object of no act between parties"
    if _heads_headline(ground, phrase):
        return "agent", "names the speaker of a headline"
    return ("agent", "a country unless used as a place") if country else ("place", "a city unless it acts")


def _after_preposition(ground: Ground, function: Function, lemma: str, form: StateForm | None) -> tuple[Use, str]:
    country, preposition = form in ("name", "alias"), function.preposition
    governor_is_noun = function.governor >= 0 and ground.tokens[function.governor].upos in ("NOUN", "PROPN", "PRON", "NUM")
    if preposition in ("such as", "including", "of") and lemma in LANDS:
        return "place", "one of the places named"
    if preposition == "with" and lemma in ("border", "frontier", "boundary"):
        return "place", "lies beyond the border"
    if form is None and preposition in TOWARDS | BETWEEN:
        return "place", "a place that is no state"
    if preposition in INSIDE:
        return "place", f"stands after “{preposition}”"
    if preposition in BETWEEN:
        return ("place", "a way between places") if lemma in MOTION | GROUND_NOUNS | {"distance", "train", "link"} else ("agent", "between parties")
    if preposition in TOWARDS:
        if lemma in MOTION:
            return "place", f"{lemma} {preposition}"
        if preposition == "from" and country and governor_is_noun and not _act(lemma):
            return "place", f"{lemma} from there"
        if lemma in SENDING and _living(ground, function.governor):
            return "place", f"{lemma} someone {preposition}"
        if (
            country
            or form == "seat"
            or lemma in ("ambassador", "envoy", "tie", "relation", "message", "appeal", "pressure", "support", "demand", "call", "say", "tell")
        ):
            return "agent", f"party to {lemma or preposition}"
        return ("agent", f"{lemma} {preposition}") if cues.cue(lemma, "NOUN") or cues.cue(lemma, "VERB") else ("place", f"{lemma} {preposition}")
    if preposition == "of":
        noun = actor_nouns.noun(lemma)
        if lemma in GROUND_NOUNS or (not country and noun is None and cues.cue(lemma, "NOUN") is None):
            return "place", "the ground it names"
        return "agent", "what belongs to it"
    if preposition == "on" and form == "capital" and lemma in ("attack", "strike", "assault", "march", "raid", "bombing", "advance"):
        return "place", "is attacked"
    if preposition in (
        "with",
        "against",
        "by",
        "according to",
        "on",
        "without",
        "on behalf of",
        "because of",
        "under",
        "about",
        "despite",
        "like",
        "than",
        "as",
    ):
        return ("agent", f"party after “{preposition}”") if form is not None else ("place", "a place that is no state")
    return ("agent", "a country unless used as a place") if country else ("place", "a city unless it acts")


def _as_subject(ground: Ground, function: Function, lemma: str, form: StateForm | None) -> tuple[Use, str]:
    verb = function.governor
    if lemma in LIES:
        return "place", "what lies there"
    if ground.kids(verb, "cop"):
        if form is None:
            return "place", "is said to be so"
        noun = ground.tokens[verb].upos in ("NOUN", "PROPN")
        if noun and (lemma in GROUND_NOUNS or actor_nouns.noun(lemma) is None) and form not in ("name", "alias", "seat"):
            return "place", "is said to be a place"
        return "agent", "is said to be so disposed"
    if lemma in UNDERGOING and function.relation == "nsubj":
        return "place", "where it happens"
    if function.relation == "nsubj:pass" and form == "capital" and lemma in REACHED:
        return "place", "is hit or reached"
    if form is None:
        spoken = cues.cue(lemma, "VERB")
        return ("agent", "says or decides") if spoken is not None and function.relation == "nsubj" else ("place", "a place that is no state")
    return "agent", "does something"


def _as_owner(ground: Ground, function: Function, lemma: str, form: StateForm | None) -> tuple[Use, str]:
    if lemma in GROUND_NOUNS:
        return "place", "owns ground, not acts"
    if form in ("name", "alias", "seat"):
        return "agent", "owns an act or a body"
    noun = actor_nouns.noun(lemma)
    if noun is not None and (
        noun.sector in ("GOV", "MIL", "SPY", "JUD", "LEG")
        or noun.kind in ("government", "forces")
        or noun.noun in ("spokesman", "spokesperson", "spokeswoman", "ally")
    ):
        return ("agent", "owns a body of state") if form is not None else ("place", "a place that is no state")
    if (
        form is not None
        and noun is None
        and (
            cues.cue(lemma, "NOUN") is not None
            or lemma.endswith(DEVERBAL)
            or lemma in ACTS
        )
    ):
        return "agent", "owns an act"
    return "place", "owns nothing that acts"


def _as_modifier(ground: Ground, function: Function, lemma: str, form: StateForm | None) -> tuple[Use, str]:
    noun = actor_nouns.noun(lemma)
    if form is None:
        return "place", "a place that is no state"
    if lemma in TOPIC_NOUNS or lemma in GROUND_NOUNS:
        return "place", "says where, not who"
    if noun is not None and (noun.kind in ("government", "forces") or noun.sector in ("GOV", "MIL", "SPY", "LEG")):
        return "agent", "modifies a body of state"
    if form == "capital":
        return ("agent", "modifies an act") if cues.cue(lemma, "NOUN") is not None or lemma in ACTS else ("place", "says where, not who")
    beside = (ground.lemma(k) for k in ground.kids(function.governor, "compound", "amod"))  # whose troops are dispatched
    if noun is None and not _act(lemma) and ground.tokens[function.governor].upos == "NOUN" and not any(actor_nouns.noun(word) for word in beside):
        return "place", "says where from, not who"
    return "agent", "a country that modifies"


def _act(lemma: str) -> bool:
    """Whether a noun names something that parties do or have towards each other."""
    return lemma in ACTS or cues.cue(lemma, "NOUN") is not None or bool(predicates.of_noun(lemma)) or lemma.endswith(DEVERBAL)


def _living(ground: Ground, verb: int) -> bool:
    """Whether what is sent are people: the verb's object or passive subject names someone who acts."""
    sent = ground.kids(verb, "obj", "nsubj:pass")
    return any(actor_nouns.noun(ground.tokens[k].lemma) is not None or ground.tokens[k].upos == "PRON" for k in sent)


def _heads_headline(ground: Ground, phrase: Phrase) -> bool:
    """Whether "X: …" opens a headline."""
    return ground.kinds[phrase.head] in ("title", "heading") and ground.draft.text[phrase.end : phrase.end + 1] == ":"


def _playing(ground: Ground, phrase: Phrase) -> bool:
    """Whether the name is a party to a game: a verb of play with a score or words of sport in the sentence."""
    function = ground.function(phrase.head)
    if function.governor < 0 or function.relation not in ("nsubj", "obj", "obl", "nmod:poss"):
        return False
    governor = ground.tokens[function.governor]
    if function.preposition in INSIDE or governor.lemma.lower() not in PLAYING | {
        "goal",
        "team",
        "side",
        "coach",
        "captain",
        "striker",
        "midfielder",
    }:
        return False
    sentence = ground.marks.sentences[governor.sentence]
    words = {t.lemma.lower() for t in ground.tokens[sentence.first : sentence.last]}
    return bool(words & GAMES) or _SCORE.search(ground.draft.text[sentence.start : sentence.end]) is not None


def _trading(ground: Ground, phrase: Phrase) -> bool:
    """Whether the name is a market: the subject of a verb of price with points or per cent."""
    function = ground.function(phrase.head)
    if function.governor < 0 or function.relation != "nsubj" or ground.lemma(function.governor) not in TRADING:
        return False
    sentence = ground.marks.sentences[ground.tokens[function.governor].sentence]
    return _POINTS.search(ground.draft.text[sentence.start : sentence.end]) is not None
