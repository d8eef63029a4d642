"""Background: anniversaries, retrospectives and what lies a year or more before the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Dated
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_RECALLING = re.compile(
    r"\b(?:anniversar(?:y|ies)|commemorat\w+|in memory of|memorial|centenar\w+|years? (?:ago|earlier|after|since)|decades? (?:ago|earlier)|(?:was|were) (?:founded|established)|"
    r"history of|historic\w*|century|veterans?|during (?:the|his|her) (?:cold war|dictatorship|occupation|war of))\b", re.IGNORECASE,
)  # fmt: skip


def is_echo(scene: Scene, found: Found, time: Dated, published: str | None) -> tuple[bool, str]:
    """Whether the event is retold rather than reported, and by what rule: its time lies a year or more back, or its clause recalls."""
    value = (time.value or "").split("/")[0].rstrip("~?")
    if published is not None and re.match(r"\d{4}", value) and int(value[:4]) <= int(published[:4]) - 1 and not _recent(value, published):
        return True, "events.echo.year"
    start, end = found.evidence
    if value == "" and _RECALLING.search(scene.text, start, end):
        return True, "events.echo.words"
    return False, ""


def _recent(value: str, published: str) -> bool:
    """Whether a month or day of the year before lies less than a year back."""
    return len(value) > 4 and value[:7] > f"{int(published[:4]) - 1}{published[4:7]}"
