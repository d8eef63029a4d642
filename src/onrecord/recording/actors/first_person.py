""" "I", "we", "our" inside what is said: the speaker, or for "we" the body that the speaker speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Actor, Mention, Statement
from onrecord.recording.actors.cast import Cast, heard
from onrecord.recording.actors.mentions import FIRST

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

_SINGLE = frozenset({"i", "me", "my", "mine", "myself"})


def first_person(draft: Draft, cast: Cast, statements: list[Statement]) -> Cast:
    """The cast with the first-person pronouns inside quotations and turns of interviews resolved; of nested statements the innermost decides."""
    heads, actors = dict(cast.heads), {actor.id: actor for actor in cast.actors}
    spoken = sorted(((q.end - q.start, q.start, q.end, s) for s in statements for q in (s.quoted or (s.content if s.form == "direct" else []))), key=lambda entry: entry[:3])
    for i, token in enumerate(draft.marks.tokens):
        low = token.text.lower()
        if low not in FIRST or token.text == "US" or token.upos not in ("PRON", "DET", "PROPN") or i in heads:
            continue
        statement = next((s for _, start, end, s in spoken if start <= token.start and token.end <= end), None)
        if statement is None or not statement.speakers:
            continue
        meant = _meant(actors, statement.speakers, single=low in _SINGLE)
        if not meant:
            continue
        heads[i] = meant
        for actor in meant:
            actors[actor] = heard(actors[actor], Mention(token.start, token.end, draft.text[token.start : token.end], "pronoun"))
            rule = "the speaker of the quotation" if actor in statement.speakers else "the body that the speaker speaks for"
            draft.because(actor, "mentions", rule, draft.span(token.start, token.end))
    return cast.with_actors(list(actors.values()), heads)


def _meant(actors: dict[str, Actor], speakers: list[str], *, single: bool) -> list[str]:
    """Whom the pronoun speaks of: nobody where one "I" has several speakers."""
    known = [s for s in speakers if s in actors]
    if single:
        return known if len(known) == 1 and actors[known[0]].kind == "person" else []
    return list(dict.fromkeys(_body(actors, s) for s in known))


def _body(actors: dict[str, Actor], speaker: str) -> str:
    """The body that a person's role belongs to, through a person spoken for to that person's body; else the speaker."""
    actor, seen = actors[speaker], {speaker}
    while actor.kind == "person":
        of = next((role.of for role in actor.roles if role.of in actors and role.of not in seen), None) or actor.part_of
        if of is None or of not in actors or of in seen:
            return speaker if actors[speaker].kind == "person" and actor.kind == "person" else actor.id
        seen.add(of)
        actor = actors[of]
    return actor.id
