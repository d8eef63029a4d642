"""The entries of a ledger: one for each source's word in each report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.corroborating.answers import stance_of
from onrecord.corroborating.mentions import besides
from onrecord.corroborating.wording import fold
from onrecord.record import Entry, Party, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.corroborating.told import Told
    from onrecord.record import Event, Stance, Statement
    from onrecord.record.claim import EntryStance

_ACTS: dict[str, EntryStance] = {
    "decline": "declines", "retract": "retracts", "deny": "denies", "reject": "denies", "promise": "predicts", "threaten": "predicts",
}  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|no|none|nothing|nobody|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were) (?:to|going to|expected to|due to|set to)|plans? to|intends? to)\b|['’]ll\b", re.IGNORECASE
)
_MAYBE = re.compile(r"\b(?:may|might|could|possibly|perhaps)\b", re.IGNORECASE)
_OPENING = 60  # characters of a content within which "not" or "will" is of its main clause
_ASKING = ("ask", "demand", "request", "order")
"""Acts that want something done or known and put nothing forward."""
_ASIDE = re.compile(r"(?:as|while)\b(?! if\b)", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the|its|his|her|their)\s+(?:newly |recently )?$", re.IGNORECASE)
_NOUNS = re.compile(r"(?:[ -][^\W\d_]+){1,3}")
_PARTICIPLE = re.compile(r"^[^\W\d_]+(?:ed|en|t)$")
_ARTICLED = 16  # characters before a participle within which its article stands
_FACING = re.compile(r"fac(?:e|es|ed|ing)\b", re.IGNORECASE)
_CHARGED = re.compile(r"(?:re-?)?(?:charg|indict|arraign|prosecut|tr(?:y|ied)\b|sue)", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:with(?:drew|draws?|drawn)|retract(?:s|ed)|recant(?:s|ed)|t(?:ook|akes?|aken) back|walked back|disavow(?:s|ed))\b[^.;\n]*$", re.IGNORECASE
)
_CORRECTION = re.compile(r"\W*(?:correct(?:s|ed|ion)|clarification|editor['’]?s['’]? note)\b", re.IGNORECASE)
_BACK = 60  # characters before a cue within which it may stand that something is taken back
_SAYING = 320  # characters of a stretch that one saying takes at most


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
    kind = _stance(told, event, stance, by)
    if kind is None:
        return None
    if told.status == "retracted" and by is None:
        kind = "retracts"
    if by is not None and by.form == "indirect" and (phrase := _attribute(told, event)) is not None:
        return _entry(told, event.key, None, "affirms", [phrase])  # a noun by which the reporter names what somebody spoke of
    if (
        by is not None
        and kind == "affirms"
        and by.form == "indirect"
        and _ASIDE.match(event.evidence.text)
        and event.evidence.start > by.content[0].start
    ):
        by = None  # a clause by which the reporter places what somebody said
    return _entry(told, event.key, by, kind, [event.evidence] if by is None or _holds(by, event.trigger) else [saying(told, by)])


def _stance(told: Told, event: Event, stance: Stance, by: Statement | None) -> EntryStance | None:
    """What the source does with the event; null where it puts nothing forward."""
    act = None if by is None else by.act
    if act in ("decline", "retract"):
        return _ACTS[act]
    if act in _ASKING and stance.certainty == "unknown":
        return None
    if by is not None and taken_back(told, by):
        return "retracts"
    if by is None and event.performed_by is not None and event.when != "future" and stance.polarity == "positive":
        return "affirms"  # that somebody threatened is told as done, whatever he threatened with
    if stance.polarity == "negative":
        return "denies" if stance.certainty in ("certain", "probable") else "doubts"
    if event.when == "future" or stance.condition is not None or _FACING.match(event.trigger.text):
        return "predicts"
    if by is None and event.type == "ACCUSE" and event.mode == "allege" and not event.actors and not _CHARGED.match(event.trigger.text):
        return "possible"  # an accusation of which nobody says whose it is
    if stance.certainty in ("certain", "probable") or (by is not None and by.distance == "claimed" and stance.certainty == "possible"):
        return "affirms"
    return "possible" if stance.certainty == "possible" else None


def _attribute(told: Told, event: Event) -> Span | None:
    """The phrase in which an event is only the attribute of a noun ("a detained Norwegian trawler"), null where it is more than that."""
    text, trigger = told.record.report.text, event.trigger
    before, after = _ARTICLE.search(text, max(0, trigger.start - _ARTICLED), trigger.start), _NOUNS.match(text, trigger.end)
    if before is None or after is None or not _PARTICIPLE.search(trigger.text):
        return None
    return Span.of(text, before.start(), after.end())


def _of_statement(told: Told, statement: Statement) -> Entry:
    reply = told.replies.get(statement.id)
    if reply is not None:
        return _entry(told, statement.key, statement, reply.stance, reply.words)
    content = besides(told.record, statement, told.under) or statement.content
    kind = _ACTS.get(statement.act, "affirms")
    opening = content[0].text[:_OPENING]
    if corrects(told, statement):
        return _entry(told, statement.key, None, "retracts", content)
    if kind == "affirms" and taken_back(told, statement):
        kind = "retracts"
    elif kind == "affirms" and (open_ := stance_of(opening)) is not None:
        kind = open_
    elif kind == "affirms" and _AHEAD.search(opening):
        kind = "predicts"
    elif kind == "affirms" and _NOT.search(opening):
        kind = "denies"  # who says that it is not so denies that it is
    elif kind == "affirms" and (statement.distance == "alleged" or _MAYBE.search(opening)):
        kind = "possible"
    return _entry(told, statement.key, statement, kind, content)


def saying(told: Told, by: Statement) -> Span:
    """The words with which a statement is made: its cue and what it has of its content, in one stretch where they stand near each other."""
    spans = [*by.content, *([by.cue] if by.cue is not None else []), *([by.source] if by.source is not None else [])]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Span.of(told.record.report.text, start, end) if end - start <= _SAYING else by.content[0]


def taken_back(told: Told, by: Statement) -> bool:
    """Whether a statement takes back what its content says: "withdrew its report that", "took back its statement that"."""
    if by.cue is None or by.act not in ("say", "admit", "announce"):
        return False
    return _TAKEN_BACK.search(told.record.report.text[max(0, by.cue.start - _BACK) : by.cue.end]) is not None


def corrects(told: Told, by: Statement) -> bool:
    """Whether a statement is a correction note about what the report's own outlet has printed."""
    text, start = told.record.report.text, by.content[0].start
    line = text[text.rfind("\n", 0, start) + 1 : start]
    own = not by.speakers or (told.outlet is not None and any(fold(told.actors[a].name) in fold(told.outlet) for a in by.speakers))
    return own and _CORRECTION.match(line) is not None


def _holds(by: Statement, span: Span) -> bool:
    return any(content.covers(span) for content in by.content)


def _entry(told: Told, key: str, by: Statement | None, kind: EntryStance, words: list[Span]) -> Entry:
    by = None if by is None else _speaking(told, by)
    speakers = [] if by is None else _speakers(told, by)
    return Entry(
        report=told.record.report.id, item=key, speakers=speakers, capacity=None if by is None else _capacity(told, by), stance=kind,
        chain=told.chain(by), said=_said(told, by), published=told.published, words=words, statement=None if by is None else by.key,
        outlet=told.outlet, origin=-1,
    )  # fmt: skip


def _speaking(told: Told, by: Statement) -> Statement | None:
    """The statement on whose word it stands: of one that names nobody ("are expected to march, their union said") that around it, else the report's own voice."""
    if by.speakers or by.source is not None:
        return by
    around = [
        s
        for s in told.record.statements
        if s.id != by.id and s.content and by.content and s.content[0].start <= by.content[0].start and by.content[-1].end <= s.content[-1].end
    ]
    return min((s for s in around if s.speakers or s.source is not None), key=lambda s: s.content[-1].end - s.content[0].start, default=None)


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
