"""Mentions: names (their edges set right), pronouns. What each stands for is decided elsewhere."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from onrecord.facts import actor_nouns, given_names
from onrecord.recording.actors import spelling
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.recording.actors.ground import Ground
    from onrecord.understanding.marks import Name, Token

_SURE = 0.4  # probability above which a name is looked for elsewhere
_ACRONYM = 5  # letters of what is no person's name in capitals
NAMED = frozenset({"PERSON", "ORGANIZATION", "LOCATION", "NORP", "FACILITY", "MISC"})
HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "madam", "prof", "gen", "col", "lt", "maj", "sgt", "capt", "adm",
                        "sen", "rep", "gov", "rev", "hon"})  # fmt: skip
THIRD = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f", "it": "n", "its": "n", "itself": "n",
         "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p"}  # fmt: skip
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_VERSUS = re.compile(r"\sv(?:s|ersus)?\.?\s")  # a case is nobody
_SEAT = re.compile(r"\([A-Z]-[A-Z][A-Za-z.]*\)?\Z")  # "(D-Wash.)": party and state of a member of Congress, who is named before it
_POSSESSIVE = ("'s", "’s", "'", "’")


def names(ground: Ground) -> list[Phrase]:
    """The names of the report in order, edges set right, classes made one for each spelling; also capitalised words that name a state."""
    whole = _repeated(ground, _whole(ground))
    found = spelling.states(ground, whole)
    taken = {i for phrase in found for i in range(phrase.first, phrase.last)}
    for name in whole:
        if name.label not in NAMED or _VERSUS.search(ground.draft.text, name.start, name.end) is not None:
            continue
        if _SEAT.match(ground.draft.text, name.start - 1, name.end) is not None:
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
    return _agreed(ground, _in_lists(ground, sorted(found, key=lambda p: p.first)))


def _in_lists(ground: Ground, found: list[Phrase]) -> list[Phrase]:
    """The names, where one word that ends a line after a comma, in a line that opens with a person's full name and has no verb, is the place he comes from."""
    text, opened, out = ground.draft.text, False, []
    begun = -1
    for phrase in found:
        line = text.rfind("\n", 0, phrase.start)
        if line != begun:
            begun, first = line, phrase
            opened = phrase.label == "PERSON" and " " in phrase.words
        ends = text[phrase.end : phrase.end + 1] in ("", "\n")
        listed = opened and ends and phrase is not first and " " not in phrase.words and text[phrase.start - 2 : phrase.start] == ", "
        if listed and phrase.label == "PERSON" and not any(t.upos in ("VERB", "AUX") for t in ground.tokens[first.last : phrase.first]):
            phrase = replace(phrase, label="LOCATION", score=1.0)  # noqa: PLW2901
        out.append(phrase)
    return out


def _whole(ground: Ground) -> list[Name]:
    """The encoder's names in order, those of persons made whole: two that touch are one, and a single one takes the capitalised word after it."""
    text = ground.draft.text
    out: list[Name] = []
    for name in sorted((_to_words(text, n) for n in ground.marks.names), key=lambda n: (n.start, -n.end)):
        if out and name.label == out[-1].label == "PERSON" and (name.start < out[-1].end or text[out[-1].end : name.start] == " "):
            out[-1] = msgspec.structs.replace(out[-1], end=max(name.end, out[-1].end))
        else:
            out.append(name)
    begins = {name.start for name in out}
    ends = {name.end for name in out}
    return [
        msgspec.structs.replace(n, start=_given(ground, n, ends), end=_surname(ground, n, begins)) if n.label == "PERSON" and " " not in text[n.start : n.end] else n
        for n in out
    ]


def _given(ground: Ground, name: Name, ends: set[int]) -> int:
    """Where a name of one word begins once the given name right before it is taken in."""
    inside = ground.marks.between(name.start, name.end)
    if not inside or inside[0] == 0 or not ground.joined(inside[0] - 1):
        return name.start
    before = ground.tokens[inside[0] - 1]
    plain = before.text[:1].isupper() and before.text[1:].islower() and before.end + 1 == name.start and before.end not in ends
    return before.start if plain and given_names.gender(before.text) is not None and not ground.known.states(before.text) else name.start


def _to_words(text: str, name: Name) -> Name:
    """The name of a person to the ends of its words, where it was cut inside one."""
    start, end = name.start, name.end
    while name.label == "PERSON" and start > 0 and text[start - 1].isalpha() and text[start].isalpha():
        start -= 1
    while name.label == "PERSON" and end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        end += 1
    return name if (start, end) == (name.start, name.end) else msgspec.structs.replace(name, start=start, end=end)


def _repeated(ground: Ground, names: list[Name]) -> list[Name]:
    """The names with those places added where a name of several words of an organization or person stands again unmarked."""
    text, out = ground.draft.text, list(names)
    for name in {text[n.start : n.end]: n for n in names if n.label in ("ORGANIZATION", "PERSON") and n.score > _SURE}.values():
        words, at = text[name.start : name.end], -1
        if " " not in words or "\n" in words:
            continue
        while (at := text.find(words, at + 1)) >= 0:
            end = at + len(words)
            if not any(n.start < end and at < n.end for n in out) and not text[end : end + 1].isalnum():
                out.append(msgspec.structs.replace(name, start=at, end=end, score=0.5))
    return sorted(out, key=lambda n: (n.start, -n.end))


def _surname(ground: Ground, name: Name, begins: set[int]) -> int:
    """Where a name of one word ends once the capitalised word right after it is taken in, unless that is another name or the line is a headline."""
    inside = ground.marks.between(name.start, name.end)
    after = inside[-1] + 1 if inside else len(ground.tokens)
    if after >= len(ground.tokens) or ground.kinds[after] not in ("body", "caption") or not ground.joined(after - 1):
        return name.end
    token = ground.tokens[after]
    lone = token.start != name.end + 1 or token.start in begins or not token.text[0].isupper() or token.text.isupper() or len(token.text) < 3
    lone = lone or (after + 1 < len(ground.tokens) and ground.joined(after) and ground.tokens[after + 1].text[0].isupper())
    return name.end if lone or ground.known.states(token.text) or actor_nouns.noun(token.text) is not None else token.end


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
    while last > first and (seen[last - 1].text in _POSSESSIVE or _no_end(seen[last - 1])) and seen[last - 1].text != ".":
        last -= 1
    while first < last and ((seen[first].upos in ("PUNCT", "DET", "ADP", "CCONJ") and given_names.gender(seen[first].text) is None) or seen[first].text.lower() in ("the", "a", "an")):
        first += 1
    if label == "PERSON":
        while last - first > 1 and before_name(ground, first):
            first += 1
    while label in ("LOCATION", "FACILITY") and first < last - 1 and ground.tokens[first].text.islower():
        first += 1
    if (
        first >= last
        or not ground.readable(first)
        or (last - first == 1 and len(seen[first].text) == 1)
        or not any(c.isupper() or c.isdigit() for c in ground.text(first, last))
    ):
        return None
    head = ground.marks.head_of(seen[first].start, seen[last - 1].end)
    head = first if head is None or not first <= head < last else head
    return Phrase("name", head, first, last, seen[first].start, seen[last - 1].end, " ".join(ground.text(first, last).split()), label, score)


def _no_end(token: Token) -> bool:
    """Whether no name ends in this word: a mark (not "-Sisi", whatever its tag), or a small word in lower case."""
    return (token.upos == "PUNCT" and not any(c.isalnum() for c in token.text)) or (token.upos in ("ADP", "CCONJ", "SCONJ") and token.text.islower())


def before_name(ground: Ground, i: int) -> bool:
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
        if i in taken or not token.text[0].isupper() or not ground.readable(i):
            continue
        if token.upos not in ("PROPN", "ADJ", "NOUN", "X") and (token.text not in last_words or len(token.text) < 4):
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
        if longest is None and (label := spelled.get(token.text) or last_words.get(token.text)) and (token.upos == "PROPN" or label == "PERSON"):
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


def _agreed(ground: Ground, found: list[Phrase]) -> list[Phrase]:
    """One class for all names of one spelling: the one with the greatest summed probability; a person's bare last name is a person's."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for phrase in found:
        votes[phrase.words][phrase.label] += phrase.score
    best = {words: max(sorted(labels), key=lambda label: labels[label]) for words, labels in votes.items()}
    full = {p.words.split()[-1] for p in found if best[p.words] == "PERSON" and " " in p.words}
    out = []
    for phrase in found:
        label = best[phrase.words]
        if (phrase.words in full and label in ("ORGANIZATION", "LOCATION", "MISC") and votes[phrase.words][label] < 2) or (
            label == "ORGANIZATION" and " " in phrase.words and ground.known.leader(phrase.words, None) is not None
        ):
            label = "PERSON"
        elif label == "PERSON" and 1 < len(phrase.words) <= _ACRONYM and phrase.words.isalpha() and phrase.words.isupper():
            label = "ORGANIZATION"
        out.append(replace(phrase, label=label))
    return out


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
