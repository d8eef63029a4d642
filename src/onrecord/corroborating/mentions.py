"""Which events and statements of a report are told of in claims, and under which mention an event stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.corroborating.wording import stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.record import Event, Record, Span, Statement

ON_WORDS = ("say", "confirm", "deny", "admit", "decline", "retract", "believe")
"""Acts that are a stance on what is said: that somebody denies a thing is no happening beside the thing."""
_OWN = ("body", "heading", "credit")  # blocks whose words are put forward; a title or a caption only says again what the body says
_HELD_OUT = ("warn", "threaten", "promise", "announce")  # acts that happen and also say what is to come
_UNNAMED = re.compile(
    r"\b(?:(?:asked|requested|spoke|speaking|talked)\b.{0,30}\b(?:not (?:to )?be(?:ing)? (?:named|identified)|anonym\w+)|(?:on|under|granted) (?:the )?(?:condition of )?anonymity"
    r"|not (?:be(?:ing)? )?(?:named|identified)\b.{0,30}\bbecause|(?:not|un)\s?-?authori[sz]ed to)\b", re.IGNORECASE,
)  # fmt: skip
_CLAUSE = re.compile(r"^(?:,\s*)?(?:and|but|as|while|that)\b", re.IGNORECASE)
_SUPPOSES = re.compile(r"(?:if|unless|once|until|provided|as long as)\b", re.IGNORECASE)
_FEWEST = 4  # words of a clause that says something
_BEFORE = 90  # characters before an event within which a source may say why he is not named
_LOSSES = frozenset("kill wound injure die hurt".split())


def told_under(record: Record) -> dict[str, Event]:
    """For each event of which claims are made, by its id, the mention that it stands under: the first of the same happening in the body.

    Left out are what only a title or a caption tells, what lies within a condition ("if the shelling goes on"), why a source is not named, and
    stances on words (`ON_WORDS`). Who was hurt by an attack stands with the attack where one clause tells both.
    """
    acts = {statement.id: statement.act for statement in record.statements}
    heads: dict[str, Event] = {}
    under: dict[str, Event] = {}
    for event in record.events:
        if (
            put_forward(record, event.trigger)
            and acts.get(event.performed_by or "") not in ON_WORDS
            and not _supposed(event)
            and not _unnamed(record, event)
        ):
            under[event.id] = heads.setdefault(event.same_as or event.id, event)
    attacks = {id_: attack for id_, event in under.items() if event.id == id_ and (attack := _attack(event, under)) is not None}
    return {id_: attacks.get(event.id, event) for id_, event in under.items()}


def put_forward(record: Record, span: Span) -> bool:
    """Whether words of a report are put forward in its body; where it has none, all are."""
    blocks = record.report.blocks
    if not any(block.kind == "body" for block in blocks):
        return True
    return next((block.kind in _OWN for block in blocks if block.start <= span.start < block.end), True)


def standing_alone(record: Record, statement: Statement, under: Mapping[str, Event]) -> bool:
    """Whether a statement is an item of claims beside the events in it: it is in the body, says something, and tells no event or something before one."""
    if not statement.content or not put_forward(record, statement.content[0]) or _wraps(record, statement):
        return False
    performed = statement.performs is not None and statement.act not in _HELD_OUT
    told = {*statement.about, *([statement.performs] if performed and statement.performs is not None else [])} & under.keys()
    return not told or bool(besides(record, statement, under))


def besides(record: Record, statement: Statement, under: Mapping[str, Event]) -> list[Span]:
    """What a statement says before the first event in it, in a clause of its own: "inspectors had found 40 tonnes" before "and that he would be charged"."""
    first = statement.content[0]
    inside = [event.evidence for event in record.events if event.id in under and first.start <= event.trigger.start < first.end]
    upto = min((span.start for span in inside), default=first.end)
    piece = record.report.text[first.start : upto]
    if statement.form == "direct" or upto == first.end or not _CLAUSE.search(record.report.text[upto : upto + 12]) or len(piece.split()) < _FEWEST:
        return []
    end = first.start + len(piece.rstrip(" ,;"))
    return [type(first).of(record.report.text, first.start, end)]


def _supposed(event: Event) -> bool:
    """Whether the event lies in the condition of every stance on it: nobody says that it is so."""
    return bool(event.stances) and all(stance.condition is not None and _within(event, stance.condition) for stance in event.stances)


def _within(event: Event, condition: Span) -> bool:
    """Whether the event is in the if-clause itself: the condition may span the whole sentence ("If catch is found, the owners could be fined")."""
    inside = condition.start <= event.trigger.start < condition.end and _SUPPOSES.match(condition.text) is not None
    return inside and "," not in condition.text[: event.trigger.start - condition.start]


def _unnamed(record: Record, event: Event) -> bool:
    """Whether the event only tells why a source is not named."""
    text, start = record.report.text, event.trigger.start
    line = text.rfind(".", 0, start) + 1
    near = text[max(line, start - _BEFORE) : event.trigger.end]
    found = list(_UNNAMED.finditer(near))
    return bool(found) and '"' not in near[found[-1].end() :] and ", said" not in near[found[-1].end() :]


def _attack(event: Event, under: Mapping[str, Event]) -> Event | None:
    """The attack by which those were hurt of whom the event tells: told in one clause with it, by the same or by nobody named."""
    if event.type != "ASSAULT" or stem(event.trigger.text.split()[0]) not in _LOSSES:
        return None
    for other in under.values():
        by_the_same = not event.actors or not other.actors or set(event.actors) <= set(other.actors)
        attack = other.id != event.id and other.type == "ASSAULT" and stem(other.trigger.text.split()[0]) not in _LOSSES
        if attack and by_the_same and other.evidence.covers(event.evidence):
            return other
    return None


def _wraps(record: Record, statement: Statement) -> bool:
    """Whether a statement only holds another of the same speakers, which is the stance: "she said she could neither confirm nor deny the report"."""
    span = statement.content[0]
    return statement.act == "say" and any(
        other.act in ("decline", "deny", "confirm") and other.id != statement.id and other.speakers == statement.speakers and other.content
        and span.start <= other.content[0].start and other.content[-1].end <= span.end
        for other in record.statements
    )  # fmt: skip
