"""Actors in the making: who has been found so far, and which word speaks of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.record import Mention

if TYPE_CHECKING:
    from onrecord.record import Role
    from onrecord.record.items import ActorKind, MentionForm
    from onrecord.recording.actors.ground import Ground
    from onrecord.recording.actors.phrase import Phrase


@dataclass
class Entity:
    """One actor while it is still being gathered. `head` is the lemma of a nominal's head; `gender` m, f, or nothing; `many` whether it is plural, `team` whether its verbs are."""

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    sectors: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    part_of: str | None = None
    wikidata: str | None = None
    head: str = ""
    gender: str = ""
    guessed: str = ""
    many: bool = False
    team: bool = False
    named: bool = False
    mentions: list[tuple[Phrase, MentionForm]] = field(default_factory=list)


@dataclass
class Gathering:
    """All actors so far, by id in order of finding; `of` maps the head token of each mention to whom it speaks of; `home` is the state it is about.

    `defined` has, for a word that the text lays down ("the applicant"), where it does so and the id of whom it stands for.
    """

    ground: Ground
    actors: dict[str, Entity] = field(default_factory=dict)
    of: dict[int, list[str]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    literal: list[Phrase] = field(default_factory=list)
    behind: dict[int, str] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    defined: dict[str, tuple[int, str]] = field(default_factory=dict)
    home: str | None = None

    def new(self, kind: ActorKind, name: str, **more: object) -> Entity:
        """A new actor."""
        entity = Entity(f"a{len(self.actors) + 1}", kind, name)
        for key, value in more.items():
            setattr(entity, key, value)
        self.actors[entity.id] = entity
        return entity

    def hear(self, entity: Entity, phrase: Phrase, form: MentionForm, rule: str, *, score: float | None = None) -> None:
        """Notes a mention of the actor, with the rule that said so; the same characters are noted once."""
        if all((p.start, p.end) != (phrase.start, phrase.end) for p, _ in entity.mentions):
            entity.mentions.append((phrase, form))
            self.because(entity, "mentions", rule, phrase, score=score)
        known = self.of.setdefault(phrase.head, [])
        if entity.id not in known:
            known.append(entity.id)

    def because(self, entity: Entity, decided: str, rule: str, *phrases: Phrase, score: float | None = None) -> None:
        """Notes a reason for a field of the actor."""
        draft = self.ground.draft
        draft.because(entity.id, decided, rule, *(draft.span(p.start, p.end) for p in phrases), score=score)

    def at(self, token: int) -> list[Entity]:
        """The actors that the mention headed by this token speaks of."""
        return [self.actors[i] for i in self.of.get(token, [])]

    def one(self, token: int) -> Entity | None:
        """The only actor that the mention headed by this token speaks of, or null."""
        found = self.at(token)
        return found[0] if len(found) == 1 else None

    def state(self, code: str) -> Entity:
        """The actor that this state is, made where it is not there yet."""
        if code not in self.states:
            name = self.ground.known.state(code) or code
            entity = self.new("government", name, country=code, sectors=["GOV"], named=True)
            self.ground.draft.because(entity.id, "country", "a state is its own country")
            self.states[code] = entity.id
        return self.actors[self.states[code]]

    def mention(self, phrase: Phrase, form: MentionForm) -> Mention:
        """The mention as the record has it."""
        return Mention(phrase.start, phrase.end, self.ground.draft.text[phrase.start : phrase.end], form)
