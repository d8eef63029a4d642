"""Spans: the characters that a field was read from."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters `start` to `end` of a report's text, in Unicode code points; `text == report.text[start:end]`, always."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, report_text: str, start: int, end: int) -> Span:
        """The span of `report_text` from `start` to `end`. Raises ValueError where that is not a range within the text."""
        if not 0 <= start <= end <= len(report_text):
            message = f"span {start}:{end} lies outside a text of {len(report_text)} characters"
            raise ValueError(message)
        return cls(start, end, report_text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end
