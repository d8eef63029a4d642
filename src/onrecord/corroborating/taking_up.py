"""Statements that take up what was said just before without saying it again: "the accusation was denied", "she confirmed the boarding", "no comment"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.corroborating.mentions import standing_alone
from onrecord.corroborating.wording import stem, stems
from onrecord.record import Because, Event, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.corroborating.answers import Reply
    from onrecord.record import Record

ACTS = ("confirm", "deny", "decline", "admit", "reject", "retract", "believe", "say")
_POINTING = re.compile(
    r"^(?:any |no )?(?:comment(?: (?:on|about) )?)?(?:on |about )?(?:it|that|this|so|them|these|those|both(?: \w+)?|either|"
    r"(?:the|this|that|these|those|such|its|his|her|their|an?) )?(?P<noun>[\w'-]+)?(?: of [\w' -]+)?$", re.IGNORECASE,
)  # fmt: skip
_NONE = re.compile(r"^there (?:is|are|was|were|had been) (?:none|nothing|no such [\w-]+)$", re.IGNORECASE)
_SAYINGS = frozenset("report reports accusation accusations allegation allegations claim claims charge charges count counts news story suggestion "
                     "suggestions account accounts statement comment assertion cause reason finding findings".split())  # fmt: skip
_CHARGES = frozenset("accusation accusations allegation allegations charge charges count counts".split())
_LONGEST = 7  # words of a content that only points
_REACH = 700  # characters back to what is taken up


def taken_up(record: Record, under: Mapping[str, Event], replied: Mapping[str, Reply]) -> Iterator[tuple[str, str, Because]]:
    """Pairs of keys, a statement's and that of the item of the same report that it takes up, and why.

    What is asked is taken up by the answer (`replied`, of `answers.replies`). A content that is a pointing word or a noun alone takes up the nearest item
    before it: for a noun of saying ("the report") what somebody else said, for another noun ("the boarding") the event that the same word names.
    `under` is `mentions.told_under` of the record.
    """
    items = sorted(_before(record, under), key=lambda pair: pair[0])
    for statement in record.statements:
        reply = replied.get(statement.id)
        if reply is not None:
            inside = [item for at, item in items if reply.asked.start <= at < reply.asked.end and item.key != statement.key]
            if inside:
                yield statement.key, inside[-1].key, Because("taken_up", "it answers the question")
                continue
        if statement.act not in ACTS or statement.about or not statement.content:
            continue
        found = _pointed(statement, items)
        if found is not None:
            yield statement.key, found[0].key, Because("taken_up", found[1])


def _pointed(statement: Statement, items: Sequence[tuple[int, Event | Statement]]) -> tuple[Event | Statement, str] | None:
    text = " ".join(span.text for span in statement.content).strip(' .,"“”')
    start = min(
        span.start for span in (*statement.content, *([statement.cue] if statement.cue else []), *([statement.source] if statement.source else []))
    )
    match = _POINTING.match(text) or _NONE.match(text)
    if match is None or len(text.split()) > _LONGEST:
        return None
    noun = (match["noun"] or "").lower() if match.re is _POINTING else ""
    near = [item for at, item in items if start - _REACH <= at < start and item.key != statement.key]
    if noun and noun not in _SAYINGS:
        return next(((item, f"“{text}” names it again") for item in reversed(near) if _names(item, noun)), None)
    if noun in _CHARGES:
        charge = next((item for item in reversed(near) if isinstance(item, Event) and item.type == "ACCUSE"), None)
        if charge is not None:
            return charge, f"“{text}” answers what he is accused of"
    others = [item for item in near if isinstance(item, Event) or not set(item.speakers) & set(statement.speakers)]
    return (others[-1], f"“{text}” points back to it") if others else None


def _names(item: Event | Statement, noun: str) -> bool:
    """Whether the noun is the word of an event's trigger, or one made from it: boarding, boarded; agreement, agreed."""
    words = stems(item.trigger.text) if isinstance(item, Event) else stems(" ".join(span.text for span in item.content))
    one = stem(noun)
    return any(one == word or (len(word) > 3 and (one.startswith(word) or word.startswith(one[: max(4, len(one) - 4)]))) for word in words)


def _before(record: Record, under: Mapping[str, Event]) -> Iterator[tuple[int, Event | Statement]]:
    """Events of which claims are made, and statements that stand beside them, each with where it begins."""
    acts = {statement.id: statement.act for statement in record.statements}
    for event in record.events:
        if event.id in under and acts.get(event.performed_by or "") not in ACTS:
            yield event.trigger.start, under[event.id]
    for statement in record.statements:
        if statement.act != "ask" and standing_alone(record, statement, under):
            yield statement.content[0].start, statement
