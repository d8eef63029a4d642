"""The person whose name stands behind a title and all that hangs on it: "minister of state for parliamentary affairs V Rao", "the president of the League, Ana Soto,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

_FAR = 16  # tokens between a title and its bearer
_PARTS = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "CCONJ", "NUM")


def bearer(gathering: Gathering, phrase: Phrase) -> Entity | None:
    """Who bears the title that heads the phrase by his name behind its complement, nothing but which stands between; null where it is not plain."""
    ground, noun = gathering.ground, actor_nouns.noun(phrase.words)
    if noun is None or noun.kind != "person" or not noun.title or ground.plural(phrase.head):
        return None
    depth = 0
    for i in range(phrase.head + 1, min(len(ground.tokens), phrase.head + _FAR)):
        if not ground.joined(i - 1):
            return None
        token = ground.tokens[i]
        entity = gathering.one(i) if depth == 0 else None
        name = next((p for p, form in entity.mentions if form == "name" and p.head == i), None) if entity is not None and entity.kind == "person" else None
        if name is not None:
            return entity if name.first > phrase.head + 1 and _ends(gathering, name.first, name.last) else None
        depth += (token.text == "(") - (token.text == ")")
        person = actor_nouns.noun(token.text)
        if person is not None and person.kind == "person":
            return None
        if depth == 0 and token.text not in (")", ",") and token.upos not in _PARTS:
            return None
    return None


def _ends(gathering: Gathering, first: int, last: int) -> bool:
    """Whether the name stands there as the bearer's: right behind a noun, or behind a comma and before another or the end of the sentence."""
    ground = gathering.ground
    before = ground.tokens[first - 1]
    after = ground.tokens[last].text if last < len(ground.tokens) else "."
    if before.text == ",":
        return after == "." or (after == "," and ground.tokens[last + 1].upos != "PROPN")
    return before.upos in ("NOUN", "PROPN") or before.text == ")"
