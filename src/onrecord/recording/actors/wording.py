"""The words of a noun phrase: which are its own, which its owner's, and what it is called by all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors.nouns import STAFFED

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Gathering
    from onrecord.recording.actors.owners import Owner
    from onrecord.recording.actors.phrase import Phrase

_PAST = ("former", "late", "outgoing", "ousted")
_BARE = frozenset({"DET", "NUM", "PUNCT"})
_LOOSE = frozenset({"other", "more", "many", "several", "some", "all", "both", "few", "such", "own", "same", "most", "new", "additional", "dozens", "hundreds", "thousands", "further", "various",
                    "least", "about", "around", "nearly", "almost", "over", "than", "up", "to", "only", "even", "just", "any", "no", "every", "each", "another"})  # fmt: skip


def past_name(gathering: Gathering, head: int) -> int:
    """One past the last token of the name that this token heads."""
    for entity in gathering.at(head):
        for phrase, _ in entity.mentions:
            if phrase.head == head:
                return phrase.last
    return gathering.ground.right_edge(head)


def first_own_word(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> int:
    """The first word of the phrase after article and owner."""
    ground, first = gathering.ground, phrase.first
    if belongs is not None and phrase.first <= belongs.token < phrase.head:
        first = max(first, past_name(gathering, belongs.token))
    while first < phrase.head and (
        ground.tokens[first].upos in ("DET", "PUNCT", "PART")
        or ground.tokens[first].text.lower() in ("'s", "’s", "its", "his", "her", "their", "our", "my")
    ):
        first += 1
    return min(first, phrase.head)


def with_complement(gathering: Gathering, phrase: Phrase) -> int:
    """One past the phrase with a complement that belongs to the title ("minister of defence", "chief of staff"), not with a body's name."""
    ground = gathering.ground
    for k in ground.kids(phrase.head, "nmod"):
        if k > phrase.head and ground.case(k) == "of" and k not in gathering.of and k not in gathering.behind:
            last = max(ground.marks.subtree(k)) + 1
            if last - phrase.head <= 6 and not any(t.text == "," for t in ground.tokens[phrase.head : last]):
                return last
    return phrase.last


def own_words(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> set[str]:
    """The words of the phrase that tell it from others of its kind, lower case; not articles, figures, the owner or the head."""
    ground = gathering.ground
    skip = range(phrase.first, first_own_word(gathering, phrase, belongs)) if belongs is not None else range(0)
    out = set()
    for i in range(phrase.first, phrase.head):
        token = ground.tokens[i]
        if (
            i not in skip
            and (token.upos in ("ADJ", "NOUN", "PROPN", "VERB") or token.text.lower() in _PAST)
            and token.text.lower() not in _LOOSE
            and i not in gathering.behind
        ):
            out.add(token.text.lower())
    return out


def full_name(gathering: Gathering, phrase: Phrase, belongs: Owner | None) -> str:
    """The phrase as a name: without article and figures, the owner by its full name ("Oslo's military" is "Norway's military")."""
    ground = gathering.ground
    first = first_own_word(gathering, phrase, belongs)
    while first < phrase.head and (ground.tokens[first].upos in _BARE or ground.tokens[first].text.lower() in _LOOSE):
        first += 1
    rest = _small(gathering, first, " ".join(ground.text(first, with_complement(gathering, phrase)).split()))
    if belongs is None:
        return rest
    token = ground.tokens[belongs.token]
    if belongs.entity is not None and belongs.entity.kind == "person" and phrase.words in STAFFED:
        return f"{belongs.entity.name}'s {rest}"
    if belongs.token < phrase.head and token.upos in ("ADJ", "PROPN", "NOUN") and token.relation != "nmod:poss":
        words = _owner_words(gathering, belongs)
        return f"{words} {rest}"
    whole = belongs.entity.name if belongs.entity is not None else gathering.ground.known.state(belongs.code or "")
    if belongs.token > phrase.head and whole and ground.case(belongs.token) == "from":
        return f"{rest} from {whole}"
    return f"{whole}'s {rest}" if whole else rest


def _small(gathering: Gathering, first: int, words: str) -> str:
    """The words as they are written within a sentence: one that is no name has a capital where it opens one ("Residents said")."""
    ground = gathering.ground
    token = ground.tokens[first]
    opens = first == ground.marks.sentences[token.sentence].first or not ground.joined(first - 1)
    noun = actor_nouns.noun(token.text)
    common = token.upos in ("NOUN", "ADJ") or (noun is not None and token.text.lower() != noun.noun)
    return token.text[0].lower() + words[1:] if opens and common and token.text[1:].islower() else words


def _owner_words(gathering: Gathering, belongs: Owner) -> str:
    """The adjective or name before the noun as the report has it."""
    if belongs.entity is not None:
        for phrase, form in belongs.entity.mentions:
            if phrase.head == belongs.token:
                return phrase.words if form != "metonym" else belongs.entity.name
    first = belongs.token
    while gathering.behind.get(first - 1) is not None and gathering.behind.get(first - 1) == gathering.behind.get(first):
        first -= 1
    return gathering.ground.text(first, belongs.token + 1)
