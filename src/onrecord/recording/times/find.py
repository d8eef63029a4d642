"""The times of a report: expressions found by grammar, read in order, each with its value and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import Time
from onrecord.recording.times import admit, lex_calendar, lex_clock, lex_lengths, lex_relative
from onrecord.recording.times.anchor import anchor_of, day_first
from onrecord.recording.times.compose import joined, ranged
from onrecord.recording.times.context import Context, Value
from onrecord.recording.times.meanings import Away, Clock, Expression, Meaning, Modified
from onrecord.recording.times.resolve import resolve
from onrecord.recording.times.tense import direction

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

_RULES = (*lex_calendar.RULES, *lex_relative.RULES, *lex_clock.RULES, *lex_lengths.RULES)
_UNREAD = ("furniture", "published")


def find(draft: Draft) -> list[Time]:
    """All time expressions of the report's title, dateline, captions and body, in order, with provisional ids.

    A date that counts from the anchor has basis publication (or dateline), one that stands on its own basis text; what cannot be counted has no value.
    """
    out: list[Time] = []
    for number, (expression, value) in enumerate(read(draft), start=1):
        span = draft.span(expression.start, expression.end)
        id_ = f"t{number}"
        out.append(Time(id_, span.start, span.end, span.text, value.kind, value.value, value.timex3, value.basis))
        draft.because(id_, "value", expression.rule, span)
    return out


def read(draft: Draft, *, intervals: bool = True) -> list[tuple[Expression, Value]]:
    """Every time expression with its value; without `intervals`, the ends of "between … and …" and the like each for itself (as TIMEX3 marks them)."""
    context = Context(anchor_of(draft.report))
    first = day_first(draft.report)
    out: list[tuple[Expression, Value]] = []
    blocks = [(b.start, b.end) for b in draft.report.blocks if b.kind not in _UNREAD] if draft.report.blocks else [(0, len(draft.text))]
    for start, end in blocks:
        for expression in expressions(draft, start, end, days_first=first, intervals=intervals):
            context.direction = direction(draft, expression.start, expression.end)
            if expression.start == start and isinstance(expression.meaning, Clock):  # a time stamp: of the day of publication, whatever was told before
                context.narrative = None
            value = resolve(expression.meaning, context)
            out.append((expression, value))
            context.tell(value, compared=_compares(expression.meaning))
    return out


def _compares(meaning: Meaning) -> bool:
    """Whether it names a time only to compare with: "a year earlier", "the year-ago quarter"."""
    return (isinstance(meaning, Away) and meaning.length.amounts == (("year", 1.0),)) or (isinstance(meaning, Modified) and meaning.how == "SAME")


def expressions(draft: Draft, start: int, end: int, *, days_first: bool = False, intervals: bool = True) -> list[Expression]:
    """The time expressions between two characters: the longest at each place, neighbours joined."""
    text = draft.text[:end]
    folded = text[start:].casefold()
    found: list[tuple[int, int, int, Expression]] = []
    for order, rule in enumerate(_RULES):
        for match in rule.pattern.matches(text, start, folded):
            meaning = rule.build(match, days_first)
            if meaning is not None:
                found.append((match.start(), -match.end(), order, Expression(match.start(), match.end(), meaning, rule.name)))
    found.sort(key=lambda f: f[:3])
    chosen: list[Expression] = []
    for _, _, _, expression in found:
        if (not chosen or expression.start >= chosen[-1].end) and admit.is_time(draft, expression):
            chosen.append(expression)
    whole = [e for e in joined(text, chosen) if admit.stands(text, e)]
    return ranged(text, whole) if intervals else whole
