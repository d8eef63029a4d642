"""Pronouns: whom "he", "she", "it", "they" speak of, by agreement, grammar and nearness; unresolved where none stands out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from onrecord.recording.actors import groups, likeliest
from onrecord.recording.actors.mentions import RELATIVE, THIRD

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

BACK = 4  # sentences looked back, those inside a quotation left out where neither the pronoun nor the mention stands in one
_FAR = 25  # sentences looked back with those inside quotations
NEED = {"m": 0.7, "f": 0.7, "n": 1.2, "p": 1.5}
MARGIN = 0.1
HINT = 1.0  # what the antecedent that the encoder links it to is worth, nearby, times how sure the link is
ODDS, TOP, FLOOR = 0.2, 3.0, -4.0  # what each unit of the log odds is worth that the encoder gives to a candidate, between FLOOR and TOP
NEAR = 2  # sentences within which the encoder's antecedent counts in full
_FLOOR = 0.7  # what it is worth, for the subject of a verb of speech, to have been the last to speak
_MUST = 0.5  # what is needed of the subject of a verb of speech
_UNLIKE = 1.5  # what a given name of the other gender takes
_CLOSE = 0.1  # the margin for the subject of a verb of speech, who must be somebody
_ROLE = 0.4  # by how much an unnamed person must be likelier than a named one
_JOINT = 0.5  # what it is worth that several were named together, for "they"
_REPORTED = 0.9  # what it is worth to be the one who says the clause that the pronoun stands in
_NEARNESS = (0.8, 0.8, 0.4, 0.15, 0.0)
_OF_WORDS = frozenset(
    {"say", "deny", "confirm", "know", "do", "believe", "mean", "announce", "admit", "repeat", "explain", "report", "put", "make", "think", "doubt", "describe"}
)  # fmt: skip
_POSSESSIVE = frozenset({"his", "her", "its", "their", "hers", "theirs"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


@dataclass(frozen=True, slots=True)
class Heard:
    """One mention of a candidate: its head token, sentence, quotation (-1 for none) and how it stands in its clause, `main` where that is the sentence's."""

    entity: str
    token: int
    sentence: int
    quote: int
    subject: bool
    speaks: bool
    object: bool
    title: bool
    main: bool
    members: tuple[str, ...] = ()  # of several heard together, "entity" their ids joined


def resolve(gathering: Gathering, pronouns: list[Phrase]) -> None:
    """Resolves the pronouns in order of the text; each one resolved is a mention for those after it."""
    ground = gathering.ground
    heard: list[Heard] = sorted((_heard(gathering, e.id, p) for e in gathering.actors.values() for p, _ in e.mentions), key=lambda h: h.token)
    heard = sorted([*heard, *(h for g in groups.groups(gathering) if (h := _together(gathering, g.token, g.members)) is not None)], key=lambda h: h.token)
    for entity in gathering.actors.values():
        entity.team = entity.kind == "government" and any(_plural_verb(gathering, p) for p, form in entity.mentions if form == "nominal")
    hints = {a.token: (a.antecedent, a.score) for a in ground.marks.antecedents}
    counts: dict[str, int] = {}
    at = 0
    for phrase in pronouns:
        while at < len(heard) and heard[at].token < phrase.head:
            counts[heard[at].entity] = counts.get(heard[at].entity, 0) + 1
            at += 1
        if phrase.words in RELATIVE:
            _relative(gathering, phrase)
            continue
        if phrase.words not in THIRD or (phrase.words == "it" and _what_is_said(gathering, phrase)):
            continue
        chosen, score, rule = _choose(gathering, phrase, heard[:at], counts, hints.get(phrase.head))
        for entity in chosen:
            gathering.hear(entity, phrase, "pronoun", rule, score=score)
        if len(chosen) > 1:
            joint = _together(gathering, phrase.head, tuple(e.id for e in chosen))
            if joint is not None:
                heard.insert(at, joint)
        elif chosen:
            near = any(h.entity == chosen[0].id and h.subject and h.sentence == ground.tokens[phrase.head].sentence for h in heard[:at])
            if THIRD[phrase.words] in "mf" and (near or phrase.words in ("he", "she")) and not chosen[0].gender:
                chosen[0].gender = THIRD[phrase.words]
            heard.insert(at, _heard(gathering, chosen[0].id, phrase))


def _plural_verb(gathering: Gathering, phrase: Phrase) -> bool:
    """Whether the mention is the subject of a plural verb ("the Government contend", "the Government were represented")."""
    ground = gathering.ground
    function = ground.function(phrase.head)
    if not function.relation.startswith("nsubj") or function.governor < 0:
        return False
    finite = [*ground.kids(function.governor, "aux", "aux:pass", "cop"), function.governor][0]
    return ground.tokens[finite].text.lower() in ("are", "were", "have") or (finite == function.governor and ground.tokens[finite].xpos == "VBP")


def _what_is_said(gathering: Gathering, phrase: Phrase) -> bool:
    """Whether "it" is what somebody says, knows or does ("denied it"), which is nobody."""
    function = gathering.ground.function(phrase.head)
    return function.relation == "obj" and function.governor >= 0 and gathering.ground.lemma(function.governor) in _OF_WORDS


def _heard(gathering: Gathering, entity: str, phrase: Phrase) -> Heard:
    ground = gathering.ground
    function = ground.function(phrase.head)
    return Heard(
        entity, phrase.head, ground.tokens[phrase.head].sentence, ground.quote[phrase.head], function.relation in ("nsubj", "nsubj:pass", "nsubj:outer"),
        ground.speaks(phrase.head), function.relation in ("obj", "iobj"), ground.kinds[phrase.head] in ("title", "heading", "dateline"),
        function.governor >= 0 and ground.tokens[function.governor].relation == "root",
    )  # fmt: skip


def _together(gathering: Gathering, head: int, members: tuple[str, ...]) -> Heard | None:
    """Several heard together, where the first of them stands; null where only a word of quantity does."""
    one = next((p for e in members for p, _ in gathering.actors[e].mentions if p.head == head), None)
    if one is None:
        return None
    return replace(_heard(gathering, "+".join(members), one), members=members)


def _relative(gathering: Gathering, phrase: Phrase) -> None:
    """ "Who", "which", "that" speak of the noun whose relative clause they open."""
    ground, i = gathering.ground, gathering.ground.tokens[phrase.head].head
    for _ in range(6):
        if i < 0 or ground.tokens[i].relation in ("acl:relcl", "acl"):
            break
        i = ground.tokens[i].head
    if i >= 0 and ground.tokens[i].relation in ("acl:relcl", "acl") and ground.tokens[i].head >= 0 and ground.tokens[i].head < phrase.head:
        for entity in gathering.at(ground.tokens[i].head):
            gathering.hear(entity, phrase, "pronoun", "opens a relative clause of it")
    if phrase.head not in gathering.of and phrase.words == "who":
        at = phrase.head - (2 if ground.tokens[phrase.head - 1].text == "," else 1)
        for entity in list(gathering.actors.values()):
            if entity.kind in ("person", "people", "armed_group") and any(p.last == at + 1 and form != "pronoun" for p, form in entity.mentions):
                gathering.hear(entity, phrase, "pronoun", "stands right after it")
                return
        for entity in gathering.at(_above(gathering, at)):
            gathering.hear(entity, phrase, "pronoun", "stands right after its phrase")


def _above(gathering: Gathering, i: int) -> int:
    """The first word above a noun at the end of a phrase that speaks of somebody ("one lawmaker familiar with the talks, who": lawmaker), or the noun."""
    tokens = gathering.ground.tokens
    up = i
    while up not in gathering.of and 0 <= tokens[up].head < up and tokens[up].upos != "VERB" and tokens[up].head > i - 12:
        up = tokens[up].head
    return up


def _choose(
    gathering: Gathering, phrase: Phrase, heard: list[Heard], counts: dict[str, int], hint: tuple[int, float] | None
) -> tuple[list[Entity], float | None, str]:
    """The candidate that stands out (of "they" it may be several named together), its score, and the rule."""
    ground, kind = gathering.ground, THIRD[phrase.words]
    here = ground.tokens[phrase.head].sentence
    hinted = set(gathering.of.get(hint[0], [])) if hint is not None else set()
    if hint is not None and not hinted and kind in "np" and hint[1] > 0.6 and ground.tokens[hint[0]].upos != "PRON":
        return [], None, ""
    odds = {e: min(v, TOP) - FLOOR for e, v in likeliest.odds(gathering, phrase.head).items()}
    barred = _barred(gathering, phrase)
    best: dict[str, float] = {}
    answers = kind in "mf" and ground.quote[phrase.head] < 0 and ground.speaks(phrase.head)
    floor = not answers  # whether the one who spoke last has been come by
    for mention in reversed(heard):
        if here - mention.sentence > _FAR:
            break
        back = _back(gathering, phrase, mention)
        if back > BACK:
            continue
        score = _score(gathering, phrase, mention, back)
        if mention.members:
            if kind != "p" or barred & set(mention.members):
                continue
            score += _JOINT
        else:
            entity = gathering.actors[mention.entity]
            if mention.entity in barred or not _agrees(entity, kind, phrase):
                continue
            score += 0.15 * log(1 + counts.get(mention.entity, 0)) + _gender_bonus(entity, kind)
        if not floor and mention.speaks and mention.main and mention.quote < 0:
            score, floor = score + _FLOOR, True
        if mention.entity in hinted and hint is not None:
            score += (HINT if here - ground.tokens[hint[0]].sentence <= NEAR else 0.5) * hint[1]
        score += (kind != "p") * ODDS * sum(odds.get(e, 0.0) for e in mention.entity.split("+")) / (1 + mention.entity.count("+"))
        best[mention.entity] = max(best.get(mention.entity, -9.0), score)
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    if answers:
        ranked = _named_first(gathering, ranked)
    if not ranked or ranked[0][1] < (_MUST if answers else NEED[kind]):
        return [], None, ""
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < (_CLOSE if answers else MARGIN):
        return [], None, ""
    rule = "the only one it can be" if len(ranked) == 1 else "nearest that agrees, by grammar"
    return [gathering.actors[i] for i in ranked[0][0].split("+")], round(min(1.0, ranked[0][1] / 3), 3), rule


def _named_first(gathering: Gathering, ranked: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The ranking without the unnamed where somebody named is about as good: a role beside a name is mostly the bearer's."""
    top = next((score for i, score in ranked if gathering.actors[i].named), None)
    near = top is not None and ranked[0][1] - top <= _ROLE
    return [pair for pair in ranked if gathering.actors[pair[0]].named] if near else ranked


def _agrees(entity: Entity, kind: str, phrase: Phrase) -> bool:
    """Whether number, gender and being a person allow it."""
    if kind in "mf":
        return entity.kind == "person" and not entity.many and entity.gender in ("", kind)
    if kind == "n":
        return entity.kind in ("government", "organization", "outlet", "armed_group") and not entity.many
    return entity.many or entity.kind in ("people", "armed_group", "organization", "outlet") or entity.team


def _gender_bonus(entity: Entity, kind: str) -> float:
    """What a known gender is worth, told or guessed."""
    if kind in "mf":
        return 0.6 if entity.gender == kind else 0.4 if entity.guessed == kind else -_UNLIKE if entity.guessed else 0.0
    if kind == "p":
        return 0.5 if entity.many else 0.0
    return 0.2 if entity.kind == "government" else 0.1


def _back(gathering: Gathering, phrase: Phrase, mention: Heard) -> int:
    """How many sentences lie between the two; from the reporter's words to the reporter's words over a quotation those inside it do not count."""
    ground = gathering.ground
    here = ground.tokens[phrase.head].sentence
    if ground.quote[phrase.head] < 0 and mention.quote < 0:
        return ground.narrated[here] - ground.narrated[mention.sentence]
    return here - mention.sentence


def _score(gathering: Gathering, phrase: Phrase, mention: Heard, back: int) -> float:
    """How near and how prominent the mention is, as seen from the pronoun, `back` sentences further on."""
    ground = gathering.ground
    score = _NEARNESS[back] - (0.6 if mention.title and ground.kinds[phrase.head] == "body" else 0.0)
    score += 0.6 if mention.subject else 0.2 if mention.object else 0.0
    quote = ground.quote[phrase.head]
    if mention.speaks and mention.quote < 0:
        score += 0.4 if quote < 0 else -0.4
        if quote < 0 and ground.speaks(phrase.head):
            score += (0.9 if back <= 1 else 0.6) if mention.main else 0.3
    elif mention.main and mention.subject and mention.quote < 0 and quote < 0 and back == 1 and ground.speaks(phrase.head):
        score += 1.0  # "The service gave another account. It said …"
    if mention.quote >= 0 and quote != mention.quote:
        score -= 0.7 if quote < 0 else 0.3
    if quote >= 0 and mention.quote == quote:
        score += 0.3
    if phrase.words in _POSSESSIVE and mention.token in ground.kids(ground.first_of_chain(ground.tokens[phrase.head].head), "nmod:poss"):
        score += 1.0  # "Chile's arms and its troops"
    if ground.tokens[phrase.head].sentence == mention.sentence:
        score += 0.3 if phrase.words in _POSSESSIVE and mention.subject else 0.0
        score += _REPORTED if _reported_by(gathering, phrase.head, mention.token) else 0.0
    return score - 0.002 * min(100, phrase.head - mention.token)


def _reported_by(gathering: Gathering, pronoun: int, speaker: int) -> bool:
    """Whether the pronoun stands outside quotation marks in what the mention is the subject of saying, nobody else between ("Lind said he …")."""
    ground = gathering.ground
    if ground.quote[pronoun] >= 0 or not ground.speaks(speaker):
        return False
    verb, i = ground.function(speaker).governor, pronoun
    for _ in range(12):
        i = ground.tokens[i].head
        if i < 0 or any(k != pronoun and ground.speaks(k) for k in ground.kids(i, "nsubj")):
            return False
        if ground.tokens[i].relation in ("ccomp", "xcomp", "advcl", "parataxis") and ground.tokens[i].head == verb:
            return True
    return False


def _barred(gathering: Gathering, phrase: Phrase) -> set[str]:
    """Who the pronoun cannot be: a fellow argument of its verb ("he told him"), its own possession, the one who speaks the quotation it stands in."""
    ground = gathering.ground
    token = ground.tokens[phrase.head]
    out: set[str] = set()
    if token.relation != "nmod:poss" and phrase.words not in _REFLEXIVE and token.head >= 0:
        for k in ground.kids(token.head, "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"):
            if k != phrase.head and not (token.relation.startswith("nsubj") and ground.tokens[k].relation == token.relation):  # no verb has two subjects
                out.update(gathering.of.get(k, []))
    if token.relation == "nmod:poss" and token.head >= 0:
        out.update(gathering.of.get(token.head, []))
    quote = ground.quote[phrase.head]
    if quote >= 0:
        out.update(speakers(gathering, quote))
    return out


def speakers(gathering: Gathering, quote: int) -> list[str]:
    """Who speaks a quotation, as far as its own sentence says: the subject of the verb of speech next to it, outside the marks."""
    ground, quotation = gathering.ground, gathering.ground.quotations[quote]
    inside = ground.marks.between(quotation.start, quotation.end)
    if not len(inside):
        return []
    for sentence in dict.fromkeys((ground.tokens[inside[0]].sentence, ground.tokens[inside[-1]].sentence)):
        bounds = ground.marks.sentences[sentence]
        for i in range(bounds.first, bounds.last):
            if ground.quote[i] < 0 and ground.speaks(i) and gathering.of.get(i):
                return gathering.of[i]
    return []
