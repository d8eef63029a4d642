"""The labels of an interview's turns: "LENK:" is Mara Lenk, "MERIDIAN PRESS:" the agency, "A:" whoever was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.actors.mentions import before_name
from onrecord.recording.actors.phrase import Phrase
from onrecord.recording.turns import ANSWERS, ASKED, turns

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.ground import Ground
    from onrecord.recording.turns import Turn

_LETTERS = ASKED | ANSWERS


def with_labels(ground: Ground, found: list[Phrase]) -> list[Phrase]:
    """The names, with each label of a turn as one: of the class and in the spelling of a name in the text that it repeats, else a person's."""
    opened = [turn for turn in turns(ground.draft) if turn.label not in _LETTERS]
    if not opened:
        return found
    places = [turn.who for turn in opened]
    kept = [p for p in found if not any(start < p.end and p.start < end for start, end in places)]
    whole = {p.words.casefold(): p for p in reversed(kept)}
    last = {p.words.split()[-1].casefold(): p for p in reversed(kept) if p.label == "PERSON"}
    named = {turn.label: _named(ground, turn, whole, last) for turn in opened}
    made = [_phrase(ground, turn, *known) for turn in opened if (known := named[turn.label]) is not None]
    return sorted([*kept, *(phrase for phrase in made if phrase is not None)], key=lambda p: p.first)


def _named(ground: Ground, turn: Turn, whole: dict[str, Phrase], last: dict[str, Phrase]) -> tuple[str, str] | None:
    """Words and class of a label: those of the name that it repeats; null for a common noun ("MODERATOR")."""
    words = ground.draft.text[slice(*turn.who)]
    if turn.label in whole:
        return whole[turn.label].words, whole[turn.label].label
    surname = turn.label.split()[-1]
    if surname in last:
        return (last[surname].words.split()[-1] if " " not in words else words), "PERSON"
    noun = actor_nouns.noun(surname)
    if noun is not None:
        return None
    return words, "PERSON"


def _phrase(ground: Ground, turn: Turn, words: str, label: str) -> Phrase | None:
    inside = list(ground.marks.between(*turn.who))
    while len(inside) > 1 and before_name(ground, inside[0]):
        inside = inside[1:]
    if not inside:
        return None
    start, end = ground.tokens[inside[0]].start, turn.who[1]
    head = ground.marks.head_of(start, end)
    own = ground.draft.text[start:end] if words == ground.draft.text[slice(*turn.who)] else words
    return Phrase("name", inside[-1] if head is None else head, inside[0], inside[-1] + 1, start, end, own, label)


def answerers(gathering: Gathering) -> None:
    """Lets "A:" stand for the one person whom the title names, or, where it names none, whom the text names before the first turn."""
    ground = gathering.ground
    opened = turns(ground.draft)
    answers = [turn for turn in opened if turn.label in ANSWERS]
    asked = _asked(gathering, opened[0].who[0]) if answers else None
    if asked is None:
        return
    for turn in answers:
        head = ground.marks.head_of(*turn.who)
        if head is not None:
            gathering.of[head] = [asked.id]


def _asked(gathering: Gathering, before: int) -> Entity | None:
    people = [e for e in gathering.actors.values() if e.kind == "person" and e.named]
    kinds = gathering.ground.kinds
    for seen in ([e for e in people if any(kinds[p.head] == "title" for p, _ in e.mentions)], [e for e in people if any(p.start < before for p, _ in e.mentions)]):
        if seen:
            return seen[0] if len(seen) == 1 else None
    return None
