"""Persons: full names, short names, honorifics. Two people with one surname stay two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, given_names
from onrecord.recording.actors.mentions import HONORIFICS

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

_HIS, _HERS = frozenset({"mr", "sir", "lord"}), frozenset({"mrs", "ms", "miss", "dame", "lady", "madam"})
_ARTICLE = re.compile(r"^(?:al|el|as|ad|ash|ar)-(?=\w{3})")
_LONG = 4  # letters from which a word may be spelt in several ways
_SOUNDS = tuple(
    (re.compile(sound), spelling)
    for sound, spelling in (
        (r"sk(?:yy|iy|ii|yi|ij|y)$", "ski"), (r"(?<=[bdgk])h(?=[aeiou])", ""), (r"ou|oo", "u"), (r"(?<=\w\w)ee", "i"), (r"q(?!u)", "k"), (r"uha", "oha"),
        (r"(.)\1", r"\1"),
    )
)  # fmt: skip
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "jnr", "snr"})


def gather(gathering: Gathering, named: list[Phrase]) -> None:
    """One actor for each person named, full names before short ones, so that a name cut short in a headline finds its bearer."""
    persons = [p for p in named if p.label == "PERSON"]
    bearers: dict[str, tuple[Entity, list[list[str]]]] = {}
    by_word: dict[str, set[str]] = {}  # ids of those in whose spellings a word stands: two spellings of one person share one
    for phrase in sorted(persons, key=lambda p: (len(_words(p.words)) < 2, p.start)):
        words = [_spelt(word) for word in _words(phrase.words)]
        gender = _by_title(gathering, phrase)
        akin = {i for word in words for i in by_word.get(word, ())}
        entity = _bearer(gathering, phrase, words, gender, [bearers[i] for i in sorted(akin, key=lambda i: int(i[1:]))])
        if entity is None:
            entity = gathering.new("person", phrase.words, named=True)
            bearers[entity.id] = (entity, [])
        bearers[entity.id][1].append(words)
        for word in words:
            by_word.setdefault(word, set()).add(entity.id)
        if len(phrase.words) > len(entity.name) and len(words) >= len(_words(entity.name)):
            entity.name = phrase.words
        if gender and not entity.gender:
            entity.gender = gender
            gathering.because(entity, "gender", "by the word before the name", phrase)
        full = len(words) > 1 or entity.name == phrase.words
        gathering.hear(entity, phrase, "name", "full name" if full else "short name of the last one so called")
    for entity, _ in bearers.values():
        entity.guessed = _guess(_words(entity.name))
        entity.mentions.sort(key=lambda pair: pair[0].start)


def _words(name: str) -> list[str]:
    """The words of the name in lower case, without honorifics, initials' points and suffixes."""
    words = [w.strip(".,'’\"").lower().removesuffix("'s").removesuffix("’s") for w in name.replace("’s", "'s").split()]
    kept = [w for w in words if w and w not in _SUFFIXES and w not in HONORIFICS]
    return kept or words


def _spelt(word: str) -> str:
    """One spelling for those in which a name is written in Latin letters: "el-Sissi" and "Al-Sisi", "Gadhafi" and "Gaddafi", "Zelenskyy" and "Zelensky"."""
    bare = _ARTICLE.sub("", word)
    if len(bare) < _LONG:
        return bare
    for sound, spelling in _SOUNDS:
        bare = sound.sub(spelling, bare)
    return bare


def _bearer(gathering: Gathering, phrase: Phrase, words: list[str], gender: str, bearers: list[tuple[Entity, list[list[str]]]]) -> Entity | None:
    """The person already found who bears this name; of several, the one who was a subject last before it, else the one named last, else the first."""
    fits = [
        entity
        for entity, spellings in bearers
        if any(_same(words, known) for known in spellings) and not (gender and entity.gender and gender != entity.gender)
    ]
    if not fits:
        return None
    if len(fits) > 1 and gender:
        fits = [e for e in fits if e.gender == gender or _guess(_words(e.name)) == gender] or fits
    before = [(gathering.ground.is_subject(p.head), p.start, entity) for entity in fits for p, _ in entity.mentions if p.start < phrase.start]
    return max(before, key=lambda entry: entry[:2])[2] if before else fits[0]


def _same(words: list[str], known: list[str]) -> bool:
    """Whether two spellings may be one person's: the same, a part of the other (surname, given name), or alike but for middle names and initials."""
    if words == known:
        return True
    short, long = sorted((words, known), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0]) or (len(long) > 2 and short[0] in long and len(short[0]) > 3)
    if long[-len(short) :] == short or long[: len(short)] == short:
        return True
    if short[-1] == long[-1]:
        return short[0] == long[0] or (1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0])
    return sorted(short) == sorted(long)


def _by_title(gathering: Gathering, phrase: Phrase) -> str:
    """The gender that honorifics and titles before the name tell, or nothing."""
    ground = gathering.ground
    for i in range(max(0, phrase.first - 4), phrase.first):
        low = ground.tokens[i].text.lower().rstrip(".")
        if ground.tokens[i].head in range(phrase.first, phrase.last) or i == phrase.first - 1:
            if low in _HIS:
                return "m"
            if low in _HERS:
                return "f"
            noun = actor_nouns.noun(low)
            if noun is not None and noun.gender and ground.tokens[i].relation in ("nmod:desc", "flat", "compound"):
                return noun.gender
    return ""


def _guess(words: list[str]) -> str:
    """The gender that the given name suggests, or nothing; a bare surname suggests nothing."""
    if len(words) < 2:
        return ""
    return given_names.gender(words[0]) or ""


def known(gathering: Gathering, entity: Entity, day: str | None) -> None:
    """Country, sector and identity of one who held a leading office of a state by the table of offices."""
    holder = gathering.ground.known.leader(entity.name, day)
    if holder is None:
        return
    if entity.country is None:
        entity.country = holder.country
        gathering.because(entity, "country", "held office there")
    if entity.country == holder.country:
        entity.wikidata = entity.wikidata or holder.wikidata
        if "GOV" not in entity.sectors:
            entity.sectors = ["GOV", *entity.sectors]
            gathering.because(entity, "sectors", "held a leading office of the state")
