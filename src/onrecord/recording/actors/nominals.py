"""Noun phrases: which name an actor already found ("the ministry", "the president"), which make a new one ("analysts", "a spokesman")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors import appositions, bearers, behind, collective, defined, groups, home, likeliest, owners, roles, wording
from onrecord.recording.actors.nouns import STAFFED, quantified

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.ground import Ground
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

def gather(gathering: Gathering, phrases: list[Phrase]) -> None:
    """Reads all noun phrases: first those tied to a name by grammar, then the rest in order of the text."""
    appositions.bodies(gathering, phrases)
    rest = [phrase for phrase in phrases if phrase.head not in gathering.skipped and phrase.head not in gathering.of and not _tied(gathering, phrase)]
    for phrase in rest:
        _read(gathering, phrase)
    ground = gathering.ground
    for i in range(len(ground.tokens)):
        counted = quantified(ground, i) if i not in gathering.of else None
        if counted is not None and counted in gathering.of:
            gathering.of[i] = list(gathering.of[counted])


def _tied(gathering: Gathering, phrase: Phrase) -> bool:
    """Whether grammar ties the phrase to a named actor: apposition either way, or "X is the …"; then it is a role of that actor."""
    ground, token = gathering.ground, gathering.ground.tokens[phrase.head]
    chain = ground.first_of_chain(phrase.head)
    named, rule = None, ""
    if ground.tokens[chain].relation == "appos":
        named, rule = gathering.one(ground.tokens[chain].head), "apposition"
    if named is None:
        beside = [*ground.kids(phrase.head, "appos", "flat"), *ground.name_behind(phrase.head)]
        named = next((e for k in beside if (e := gathering.one(k)) is not None and _fits(ground, e, phrase)), None)
        named = named or behind.bearer(gathering, phrase)
        rule = "apposition"
    if named is None and ground.kids(phrase.head, "cop") and not ground.kids(phrase.head, "advmod:neg"):
        named = next((e for k in ground.kids(phrase.head, "nsubj") if (e := gathering.one(k)) is not None), None)
        rule = "said to be so"
        if named is not None and (named.kind != "person" or any(ground.lemma(k) in ("not", "n't", "no") for k in ground.kids(phrase.head))):
            return False
    if named is None or not _fits(ground, named, phrase) or (token.xpos in ("NNS", "NNPS") and named.kind == "person"):
        return False
    if rule == "apposition":
        gathering.hear(named, phrase, "nominal", rule)
    else:
        gathering.of.setdefault(phrase.head, [named.id])
    belongs = owners.owner(gathering, phrase.head)
    first = wording.first_own_word(gathering, phrase, belongs)
    if named.kind == "person":
        roles.add(gathering, named, first, wording.with_complement(gathering, phrase), owners.own(gathering, belongs) if belongs else None, rule)
    elif belongs is not None and named.country is None:
        named.country = belongs.country
        gathering.because(named, "country", "apposition names its state", phrase)
        whole = owners.own(gathering, belongs)
        if named.part_of is None and whole is not None and whole is not named:
            named.part_of = whole.id
    return True


def _fits(ground: Ground, entity: Entity, phrase: Phrase) -> bool:
    """Whether the noun can be said of an actor of this kind."""
    noun = actor_nouns.noun(phrase.words)
    if noun is None:  # "moderator NAME", "its skipper, NAME,"
        beside = {phrase.last, *(ground.kids(phrase.head, "appos") if phrase.label != "title" else ())}
        return entity.kind == "person" and any(p.first in beside for p, form in entity.mentions if form == "name")
    return (noun.kind in ("person", "armed")) == (entity.kind == "person")


def _read(gathering: Gathering, phrase: Phrase) -> None:
    """Finds or makes the actor that the phrase speaks of."""
    ground = gathering.ground
    if phrase.head in gathering.of or phrase.head in gathering.behind:
        return
    if (laid := defined.meant(gathering, phrase)) is not None:
        gathering.hear(laid, phrase, "nominal", "the word that the text lays down for it")
        return
    noun = actor_nouns.noun(phrase.words)
    belongs = owners.owner(gathering, phrase.head)
    if belongs is not None and any(ground.tokens[i].upos == "CCONJ" for i in range(belongs.token, phrase.first)):
        belongs = None
    if noun is not None and noun.kind == "government":
        _government(gathering, phrase, belongs)
    elif (noun is not None and noun.kind not in ("person", "armed")) or phrase.words in STAFFED:
        collective.body(gathering, phrase, belongs)
    elif ground.plural(phrase.head):
        together = groups.called(gathering, phrase)
        for entity in together:
            gathering.hear(entity, phrase, "nominal", "those named together before")
        if not together:
            _plural(gathering, phrase, belongs)
    else:
        _person(gathering, phrase, belongs)


def _government(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> None:
    """ "The Syrian government", "Kim's regime": the state; without an owner the state that the report is about, else an actor of its own."""
    ground = gathering.ground
    if any(ground.tokens[k].upos == "NOUN" and actor_nouns.noun(ground.lemma(k)) is None for k in ground.kids(phrase.head, "compound")):
        return  # "the sanctions regime" is nobody
    code = belongs.country if belongs is not None else None
    if code is not None and (belongs is None or belongs.entity is None or belongs.entity.kind in ("government", "person")):
        gathering.hear(gathering.state(code), phrase, "nominal", "the government of that state")
        return
    if phrase.words == "authority" and belongs is None and not ground.definite(phrase.head):
        _authorities(gathering, phrase)
        return
    code = gathering.home or (next(iter(gathering.states)) if len(gathering.states) == 1 and phrase.words == "government" else None)
    owned = (
        belongs is not None
        and not belongs.pronoun
        and (belongs.entity is None or belongs.entity.kind != "person" or belongs.entity.country is not None)
    )
    own = wording.own_words(gathering, phrase, belongs)
    if code is not None and not owned and not ground.indefinite(phrase.head) and home.national(own, phrase.words) and not _proper(gathering, phrase):
        gathering.hear(gathering.state(code), phrase, "nominal", "the government of the state that the report is about")
        return
    collective.body(gathering, phrase, belongs)


def _authorities(gathering: Gathering, phrase: Phrase) -> None:
    """ "Authorities said", who may be a town's: an actor of their own, in the state that the report is about and part of it where it acts."""
    if collective.named_so(gathering, phrase, None) is not None:
        return
    entity = collective.body(gathering, phrase, None)
    if entity.country is None and gathering.home is not None:
        entity.country, entity.part_of = gathering.home, gathering.states.get(gathering.home)
        gathering.because(entity, "country", "the state that the report is about", phrase)


def _proper(gathering: Gathering, phrase: Phrase) -> bool:
    """Whether a capitalised word of its own tells whose the government is ("the Baathist regime"), though it names no state."""
    ground = gathering.ground
    opens = ground.marks.sentences[ground.tokens[phrase.head].sentence].first
    led = {i for i in range(phrase.first, phrase.head) if (e := gathering.one(i)) is not None and e.kind == "person"}  # "the Boric administration"
    return any(i > opens and ground.tokens[i].text[:1].isupper() and i not in led for i in range(phrase.first + 1, phrase.head))


def _plural(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> None:
    """Unnamed persons in the plural: the same as before where noun, owner and adjectives agree."""
    own, country = wording.own_words(gathering, phrase, belongs), belongs.country if belongs is not None else None
    for entity in reversed(gathering.actors.values()):
        if entity.head == phrase.words and entity.many and not entity.named and (country is None or country == entity.country):
            words = {w.lower() for w in entity.name.split()}
            if own <= words and (
                own or country or gathering.ground.definite(phrase.head) or entity.name.lower() == gathering.ground.tokens[phrase.head].text.lower()
            ):
                gathering.hear(entity, phrase, "nominal", "same noun, same owner")
                return
    collective.make(gathering, phrase, belongs)


def _person(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> None:
    """An unnamed person: the bearer of that role where the phrase is definite, the one in office, or someone new."""
    ground = gathering.ground
    definite = ground.definite(phrase.head) or (belongs is not None and not ground.indefinite(phrase.head))
    if definite:
        found, rule = bearers.find(gathering, phrase, belongs)
        if found is not None:
            gathering.hear(found, phrase, "nominal", rule)
            return
        if (found := likeliest.person(gathering, phrase, belongs)) is not None:
            gathering.hear(found, phrase, "nominal", "the likeliest by the encoder")
            return
    else:
        own = wording.own_words(gathering, phrase, belongs)
        if (later := bearers.named_later(gathering, phrase, own, belongs)) is not None:
            gathering.hear(later[1], phrase, "nominal", "the one of that kind who is named later")
            return
        if (soon := bearers.named_next(gathering, phrase, own)) is not None:
            gathering.hear(soon, phrase, "nominal", "the one whom the next noun of that kind names")
            return
    collective.make(gathering, phrase, belongs)
