"""The entries of a ledger: one for each source's word in each report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.corroborating.wording import fold
from onrecord.record import Entry, Party

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.corroborating.told import Told
    from onrecord.record import Event, Span, Stance, Statement
    from onrecord.record.claim import EntryStance

_ACTS: dict[str, EntryStance] = {
    "decline": "declines", "retract": "retracts", "deny": "denies", "reject": "denies", "promise": "predicts", "threaten": "predicts",
}  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|no|none|nothing|nobody|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|would|(?:is|are|was|were) (?:to|going to|expected to|due to|set to)|plans? to|intends? to)\b|['’]ll\b", re.IGNORECASE)
_MAYBE = re.compile(r"\b(?:may|might|could|possibly|perhaps)\b", re.IGNORECASE)
_OPENING = 60  # characters of a content within which "not" or "will" is of its main clause
_ASKING = ("ask", "demand", "request", "order")
"""Acts that want something done or known and put nothing forward."""


def entries(told: Told, keys: Iterable[str]) -> list[Entry]:
    """What one report's items with these keys say, in order of the text; `origin` is -1 until the voices are counted.

    One source has one entry for each stance: where it says the same twice, the entry has the words of both.
    """
    wanted = set(keys)
    found: list[Entry] = []
    for event in told.events(wanted):
        for stance in event.stances:
            entry = _of_event(told, event, stance)
            if entry is not None:
                found.append(entry)
    found += [_of_statement(told, statement) for statement in told.record.statements if statement.key in wanted]
    return _joined(found)


def _of_event(told: Told, event: Event, stance: Stance) -> Entry | None:
    by = None if stance.by is None else told.statements.get(stance.by)
    if by is None and stance.by is not None:  # a record that was changed by hand
        return None
    kind = _stance(event, stance, by)
    if kind is None:
        return None
    if told.status == "retracted" and by is None:
        kind = "retracts"
    return _entry(told, event.key, by, kind, [event.evidence])


def _stance(event: Event, stance: Stance, by: Statement | None) -> EntryStance | None:
    """What the source does with the event; null where it puts nothing forward."""
    act = None if by is None else by.act
    if act in ("decline", "retract"):
        return _ACTS[act]
    if act in _ASKING and stance.certainty == "unknown":
        return None
    if stance.polarity == "negative":
        return "denies" if stance.certainty in ("certain", "probable") else "doubts"
    if event.when == "future" or stance.condition is not None:
        return "predicts"
    if stance.certainty in ("certain", "probable"):
        return "affirms"
    return "possible" if stance.certainty == "possible" else None


def _of_statement(told: Told, statement: Statement) -> Entry:
    kind = _ACTS.get(statement.act, "affirms")
    opening = statement.content[0].text[:_OPENING]
    if kind == "affirms" and _AHEAD.search(opening):
        kind = "predicts"
    elif kind == "affirms" and _NOT.search(opening):
        kind = "denies"  # who says that it is not so denies that it is
    elif kind == "affirms" and (statement.distance == "alleged" or _MAYBE.search(opening)):
        kind = "possible"
    return _entry(told, statement.key, statement, kind, statement.content)


def _entry(told: Told, key: str, by: Statement | None, kind: EntryStance, words: list[Span]) -> Entry:
    speakers = [] if by is None else _speakers(told, by)
    return Entry(
        report=told.record.report.id, item=key, speakers=speakers, capacity=None if by is None else _capacity(told, by), stance=kind,
        chain=told.chain(by), said=_said(told, by), published=told.published, words=words, statement=None if by is None else by.key,
        outlet=told.outlet, origin=-1,
    )  # fmt: skip


def _speakers(told: Told, by: Statement) -> list[Party]:
    """Those who say it; a source that is not named stands under its own words, one of this report alone."""
    if by.speakers:
        return told.parties(by.speakers)
    name = by.source.text if by.source is not None else "a source that is not named"
    return [Party(f"unnamed:{fold(name)}@{told.record.report.id}", name)]


def _capacity(told: Told, by: Statement) -> str | None:
    """In what function the speakers speak, as the report states it."""
    titles = []
    for speaker in by.speakers:
        for role in told.actors[speaker].roles:
            of = "" if role.of is None or role.of not in told.actors else told.actors[role.of].name
            titles.append(f"{role.title}, {of}" if of and fold(of) not in fold(role.title) else role.title)
            break
    return "; ".join(titles) or None


def _said(told: Told, by: Statement | None) -> str | None:
    """The day of saying; where nothing tells, that of publication."""
    if by is not None and by.time.value is not None:
        return by.time.value
    return None if told.published is None else told.published[:10]


def _joined(found: list[Entry]) -> list[Entry]:
    """One entry for each source and stance, with all its words."""
    out: dict[tuple[object, ...], Entry] = {}
    for entry in found:
        key = (tuple(p.identity for p in entry.speakers), entry.stance)
        first = out.get(key)
        words = entry.words if first is None else [*first.words, *(w for w in entry.words if not any(w.overlaps(o) for o in first.words))]
        out[key] = replace(entry if first is None else first, words=sorted(words))
    return sorted(out.values(), key=lambda e: e.words[0].start if e.words else 0)
