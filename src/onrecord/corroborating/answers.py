"""Answers to questions: what was asked, and whether the reply says yes or no to it, leaves it open, or says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.record import Span

if TYPE_CHECKING:
    from onrecord.record import Record, Statement
    from onrecord.record.claim import EntryStance

_ASKER = re.compile(r"^(?:questions?|q|reporters?|journalists?|moderator)\b\W*(?:from\b.*)?$", re.IGNORECASE)
_SILENT = re.compile(
    r"\bno comment\b|\bneither confirm(?:ed)? nor den(?:y|ied)\b|(?:\b(?:not|unable to|declined? to|refused? to)|n['’]t)\s(?:going to |be able to )?(?:comment|confirm or deny"
    r"|discuss|speculate|answer)\b|\brefer you to\b|(?:\bnot|n['’]t) (?:yet )?know(?:n)?\b|\bno information (?:on|about)\b", re.IGNORECASE,
)  # fmt: skip
_OPEN = re.compile(
    r"(?:\b(?:not|no longer|cannot)|n['’]t)\s(?:yet )?(?:be )?rul(?:e|ed|ing)\b.{0,20}\bout\b|\bnothing (?:is|was) (?:off the table|ruled out|excluded)\b|(?:\b(?:not|no longer)|n['’]t) exclud",
    re.IGNORECASE,
)  # fmt: skip
_SHORT = re.compile(
    r"\W*(?:(?P<yes>yes|correct|exactly|indeed|absolutely|of course)|(?P<no>no|never|not at all)|(?:that|this|it)(?: is|['’]s)(?P<untrue> not)? (?:true|right|correct|so|the case)"
    r"|(?:I|we|he|she|it|they|that|this|there|you) (?:do|does|did|is|are|am|was|were|will|would|have|has|had|can|could)(?P<not>\s?n['’]t|\snot)?)\s*[.,;:!–—]",
    re.IGNORECASE,
)  # fmt: skip
_FALSE = re.compile(
    r"\b(?:that|this|it|(?:that|this) (?:claim|report|accusation|allegation|story)) (?:is|was) (?:false|untrue|wrong|nonsense|baseless|a lie|not true)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:deny|denies|denied|dispute|reject)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]*[.!?]+[\"”’']*\s*|[^.!?]+$")
_REPLIED = 3  # sentences of an answer that are taken for the reply


class Reply(NamedTuple):
    """What a statement replies to, where those words stand in a statement of their own (its key), how it replies, and in which words."""

    asked: Span
    question: str | None
    stance: EntryStance
    words: list[Span]


def replies(record: Record) -> dict[str, Reply]:
    """Statements that say yes, no or nothing to a question before them, by their ids; an answer that only tells something of its own is none."""
    out = {}
    for statement, asked, question in _answered(record):
        text = record.report.text[statement.content[0].start : statement.content[-1].end]
        stance = _stance(statement, text, asked.text)
        if stance is not None:
            out[statement.id] = Reply(asked, question, stance, _words(record, statement, stance))
    return out


def stance_of(text: str) -> EntryStance | None:
    """What words do with what was asked or said, where they only do that: decline to speak of it or leave it open; null for all others."""
    if _SILENT.search(text):
        return "declines"
    return "possible" if _OPEN.search(text) else None


def _answered(record: Record) -> list[tuple[Statement, Span, str | None]]:
    """Statements that follow a question, the words of the question, and the key of the statement that asks it."""
    found: list[tuple[Statement, Span, str | None]] = []
    asked: tuple[Span, str] | None = None
    for statement in sorted((s for s in record.statements if s.content), key=lambda s: (s.content[0].start, -s.content[-1].end)):
        if statement.source is not None and _ASKER.match(statement.source.text) and not statement.speakers:
            asked = (_hull(record, statement), statement.key)
        elif asked is not None and statement.content[0].start >= asked[0].end:
            found.append((statement, *asked))
            asked = None
        elif statement.prompted_by is not None and statement.act != "ask":
            found.append((statement, statement.prompted_by, None))
    return found


def _stance(statement: Statement, text: str, asked: str) -> EntryStance | None:
    if statement.act == "decline":
        return "declines"
    opening = "".join(_SENTENCE.findall(text)[:_REPLIED])
    known = stance_of(opening)
    if known is not None:
        return known
    match = _SHORT.match(text)
    if match is None:
        return "denies" if _FALSE.search(opening) else None
    no = any(match[name] for name in ("no", "untrue", "not"))
    if _DENIAL.search(_SENTENCE.findall(asked)[-1]):
        no = not no
    return "denies" if no else "affirms"


def _words(record: Record, statement: Statement, stance: EntryStance) -> list[Span]:
    """The sentences of the reply: the one that declines or leaves open, else the first ones."""
    text, start = record.report.text, statement.content[0].start
    if statement.act == "decline":
        return [_hull(record, statement, cue=True)]
    sentences = list(_SENTENCE.finditer(text[start : statement.content[-1].end]))[:_REPLIED]
    telling = [m for m in sentences if stance_of(m[0]) == stance] or sentences
    return [Span.of(text, start + telling[0].start(), start + len(text[start : start + telling[-1].end()][0:].rstrip()))]


def _hull(record: Record, statement: Statement, *, cue: bool = False) -> Span:
    spans = [*statement.content, *([statement.cue] if cue and statement.cue is not None else [])]
    return Span.of(record.report.text, min(s.start for s in spans), max(s.end for s in spans))
