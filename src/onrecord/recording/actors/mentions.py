"""Mentions: names (their edges set right), noun phrases for those who act, pronouns. What each stands for is decided elsewhere."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, cues
from onrecord.recording.actors import spelling
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Ground

NAMED = frozenset({"PERSON", "ORGANIZATION", "LOCATION", "NORP", "FACILITY", "MISC"})
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam", "prof", "gen", "col", "lt", "maj", "sgt", "capt", "adm",
                        "sen", "rep", "gov", "rev", "hon"})  # fmt: skip
THIRD = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f", "it": "n", "its": "n", "itself": "n",
         "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p"}  # fmt: skip
AGENTIVE = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "eer", "person", "ite", "goer", "people")
_TELLING = frozenset({"say", "tell", "add", "ask", "explain", "argue", "think", "believe", "complain", "reply", "insist", "hope", "recall", "claim"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_POSSESSIVE = ("'s", "’s", "'", "’")
_QUANTIFIERS = frozenset({"dozens", "hundreds", "thousands", "millions", "scores", "tens", "number", "group", "majority", "handful", "lot", "all", "some",
                          "many", "most", "several", "none", "both", "one", "two", "three", "part", "members", "member", "half", "couple"})  # fmt: skip


def names(ground: Ground) -> list[Phrase]:
    """The names of the report in order, edges set right, classes made one for each spelling; also capitalised words that name a state."""
    found = spelling.states(ground)
    taken = {i for phrase in found for i in range(phrase.first, phrase.last)}
    for name in sorted(ground.marks.names, key=lambda n: (n.start, -n.end)):
        if name.label not in NAMED:
            continue
        tokens = [i for i in ground.marks.between(name.start, name.end) if i not in taken]
        if len(tokens) == 1 and name.label != "NORP" and _only_title(ground, tokens[0]):
            continue
        for first, last in _parts(ground, tokens):
            phrase = _name(ground, first, last, name.label, name.score)
            if phrase is not None:
                found.append(phrase)
                taken.update(range(phrase.first, phrase.last))
    found += _unmarked(ground, taken, found)
    return _agreed(sorted(found, key=lambda p: p.first))


def _only_title(ground: Ground, i: int) -> bool:
    """Whether the name is no more than a title for a person ("Prosecutor", "Minister"): a noun, no name."""
    noun = actor_nouns.noun(ground.tokens[i].text)
    return noun is not None and noun.kind == "person" and noun.title and bool(noun.sector) and ground.tokens[i].text[1:].islower()


def _parts(ground: Ground, tokens: list[int]) -> list[tuple[int, int]]:
    """The name in one or more parts: cut at sentence ends, and where a possessive parts a state or capital from what is its own."""
    if not tokens:
        return []
    seen, out, first = ground.tokens, [], tokens[0]
    for before, after in itertools.pairwise(tokens):
        if after != before + 1 or not ground.joined(before):
            out.append((first, before + 1))
            first = after
        elif seen[after].text in _POSSESSIVE and ground.known.states(ground.text(first, after)):
            out.append((first, after))
            first = after + 1
    if first <= tokens[-1]:
        out.append((first, tokens[-1] + 1))
    return out


def _name(ground: Ground, first: int, last: int, label: str, score: float) -> Phrase | None:
    """The name without article, possessive, marks; a person's also without titles and adjectives of nationality before it."""
    seen = ground.tokens
    while last > first and (seen[last - 1].text in _POSSESSIVE or seen[last - 1].upos in ("PUNCT", "ADP", "CCONJ")) and seen[last - 1].text != ".":
        last -= 1
    while first < last and (seen[first].upos in ("PUNCT", "DET", "ADP", "CCONJ") or seen[first].text.lower() in ("the", "a", "an")):
        first += 1
    if label == "PERSON":
        while last - first > 1 and _before_name(ground, first):
            first += 1
    while label in ("LOCATION", "FACILITY") and first < last - 1 and ground.tokens[first].text.islower():
        first += 1
    if first >= last or not ground.readable(first) or not any(c.isupper() or c.isdigit() for c in ground.text(first, last)):
        return None
    head = ground.marks.head_of(seen[first].start, seen[last - 1].end)
    head = first if head is None or not first <= head < last else head
    return Phrase("name", head, first, last, seen[first].start, seen[last - 1].end, " ".join(ground.text(first, last).split()), label, score)


def _before_name(ground: Ground, i: int) -> bool:
    """Whether the word at `i` is a title or the like rather than part of a person's name."""
    text = ground.tokens[i].text
    low = text.lower().rstrip(".")
    noun = actor_nouns.noun(low)
    if low in HONORIFICS or text in _POSSESSIVE:
        return True
    return (
        (noun is not None and noun.title)
        or low in ("prime", "vice", "deputy", "former", "chief", "foreign", "defence", "defense")
        or (any(s.form == "demonym" for s in ground.known.states(text)) and ground.tokens[i + 1].upos in ("NOUN", "PROPN") and _title_near(ground, i))
    )


def _title_near(ground: Ground, i: int) -> bool:
    """Whether one of the next three words is a title noun."""
    return any((noun := actor_nouns.noun(t.text)) is not None and noun.title for t in ground.tokens[i + 1 : i + 4])


def _unmarked(ground: Ground, taken: set[int], found: list[Phrase]) -> list[Phrase]:
    """Capitalised words outside all names that name a state, or repeat a name found elsewhere."""
    spelled = {p.words: p.label for p in found if p.label in ("PERSON", "ORGANIZATION")}
    last_words = {p.words.split()[-1]: "PERSON" for p in found if p.label == "PERSON"}
    out = []
    for i, token in enumerate(ground.tokens):
        if i in taken or not token.text[0].isupper() or token.upos not in ("PROPN", "ADJ", "NOUN", "X") or not ground.readable(i):
            continue
        longest = None
        for last in range(min(len(ground.tokens), i + 4), i, -1):
            if any(j in taken for j in range(i, last)) or ground.tokens[last - 1].sentence != token.sentence:
                continue
            words = ground.text(i, last)
            known = ground.known.states(words)
            if known:
                longest = (last, "NORP" if known[0].form in ("demonym", "people") else "LOCATION")
                break
        if longest is None and token.upos == "PROPN" and (known_body := _body_end(ground, i, taken)) is not None:
            longest = (known_body, "ORGANIZATION")
        if longest is None and token.upos == "PROPN" and (label := spelled.get(token.text) or last_words.get(token.text)):
            longest = (i + 1, label)
        if longest is not None:
            phrase = _name(ground, i, longest[0], longest[1], 0.5)
            if phrase is not None:
                out.append(phrase)
                taken.update(range(phrase.first, phrase.last))
    return out


def _body_end(ground: Ground, first: int, taken: set[int]) -> int | None:
    """One past the longest name of a known organization that begins here outside all names, or null."""
    for last in range(min(len(ground.tokens), first + 4), first, -1):
        inside = range(first, last)
        if ground.tokens[last - 1].sentence != ground.tokens[first].sentence or any(
            j in taken or not ground.tokens[j].text[0].isupper() for j in inside
        ):
            continue
        noun = actor_nouns.noun(ground.tokens[last - 1].text)
        if (noun is None or noun.kind not in ("person", "outlet")) and ground.known.body(ground.text(first, last)) is not None:
            return last
    return None


def _agreed(found: list[Phrase]) -> list[Phrase]:
    """One class for all names of one spelling: the one with the greatest summed probability; a person's bare last name is a person's."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for phrase in found:
        votes[phrase.words][phrase.label] += phrase.score
    best = {words: max(sorted(labels), key=lambda label: labels[label]) for words, labels in votes.items()}
    full = {p.words.split()[-1] for p in found if best[p.words] == "PERSON" and " " in p.words}
    out = []
    for phrase in found:
        label = best[phrase.words]
        if phrase.words in full and label in ("ORGANIZATION", "LOCATION", "MISC") and votes[phrase.words][label] < 2:
            label = "PERSON"
        out.append(replace(phrase, label=label))
    return out


def nominals(ground: Ground, named: list[Phrase]) -> list[Phrase]:
    """Noun phrases whose head names someone who acts, and subjects of verbs of speech that no name heads; their own left modifiers belong to them."""
    in_name = {i for p in named for i in range(p.first, p.last)}
    out = []
    for i, token in enumerate(ground.tokens):
        if i in in_name or not ground.readable(i) or token.upos not in ("NOUN", "PROPN", "ADJ"):
            continue
        if token.relation in ("compound", "nmod:desc", "flat", "amod", "fixed", "goeswith") and token.head > i:
            continue
        if _before_another(ground, i, in_name):
            continue
        known = actor_nouns.noun(token.lemma) or actor_nouns.noun(token.text)
        if token.upos == "ADJ" and (known is None or not (ground.definite(i) or ground.is_subject(i))):
            continue
        if known is None and not (token.upos == "NOUN" and ground.speaks(i) and _agent(ground, i) and not _thing_that_speaks(ground, i)):
            continue
        if token.lemma.lower() == "opposition" and ground.kids(i, "nmod:poss"):
            continue  # "its opposition" is an act
        first = ground.left_edge(i)
        while first > 0 and _before_another(ground, first - 1, in_name):
            first = min(first - 1, ground.left_edge(first - 1))
        out.append(Phrase("nominal", i, first, i + 1, ground.tokens[first].start, token.end, _noun(ground, i)))
    return out


def _before_another(ground: Ground, i: int, in_name: set[int]) -> bool:
    """Whether the noun stands right before another that names someone who acts ("police officers", "opposition politicians"): both are one phrase."""
    if i + 1 >= len(ground.tokens) or i in in_name or i + 1 in in_name or ground.tokens[i].sentence != ground.tokens[i + 1].sentence:
        return False
    here, after = actor_nouns.noun(ground.tokens[i].text), actor_nouns.noun(ground.tokens[i + 1].text)
    return here is not None and after is not None and ground.tokens[i].upos == ground.tokens[i + 1].upos == "NOUN"


def _noun(ground: Ground, i: int) -> str:
    """The noun's lemma, lower case, as the table of nouns spells it."""
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


_THINGS = frozenset({"report", "photo", "photograph", "picture", "study", "poll", "survey", "document", "text", "article", "story", "paper", "book", "letter", "data", "figure", "evidence", "law", "bill", "rule",
                     "plan", "policy", "map", "sign", "way", "thing", "reason", "fact", "result", "number", "time", "day", "year", "week", "month", "move", "war", "attack",
                     "case", "decision", "deal", "agreement", "resolution", "history", "life", "idea", "image", "video", "footage", "record", "source", "file", "measure",
                     "change", "rate", "level", "event", "situation", "incident", "investigation", "analysis", "test", "search", "website", "site", "page", "headline"}) - {"source"}  # fmt: skip


def pronouns(ground: Ground) -> list[Phrase]:
    """Personal and possessive pronouns of all persons, and "who", "which", "that" where they open a relative clause."""
    out = []
    for i, token in enumerate(ground.tokens):
        low = token.text.lower()
        if not ground.readable(i) or token.upos not in ("PRON", "DET"):
            continue
        relative = low in RELATIVE and token.xpos in ("WP", "WP$", "WDT")
        if (low in THIRD and token.relation != "expl") or (low in FIRST and token.text != "US") or relative:
            out.append(Phrase("pronoun", i, i, i + 1, token.start, token.end, low))
    return out


def quantified(ground: Ground, head: int) -> int | None:
    """The counted noun after a word of quantity ("hundreds of people": people), or null."""
    if ground.tokens[head].text.lower() not in _QUANTIFIERS and ground.tokens[head].upos != "NUM":
        return None
    return next((k for k in ground.kids(head, "nmod") if ground.case(k) == "of"), None)
