"""The closed classes of time words, and the pattern pieces made of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from onrecord.recording.quantities.numerals import NUMBER, ORDINALS, SMALL, TENS

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}


def _cased(words: list[str]) -> str:
    """The words as names are written, or all in capitals."""
    return "(?-i:" + "|".join(f"{word.capitalize()}|{word.upper()}" for word in sorted(words, key=len, reverse=True)) + ")"


DIGIT_HINTS = tuple("0123456789")
MONTH_HINTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR_HINTS = ("nineteen", "eighteen", "seventeen", "thousand")
MONTH = rf"(?:{_cased(list(_NAMES))}|(?:{_cased([*_SHORT, 'sept'])})\b\.?)"
MONTH_NAME = _cased(list(_NAMES))
WEEKDAY = rf"(?:{_cased(list(_DAYS))}|(?:{_cased(list(_SHORT_DAYS))})\.(?=,?\s))"
WEEKDAY_ANY = rf"(?:{_cased(list(_DAYS))}|(?:{_cased(list(_SHORT_DAYS))})\b\.?)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d\w%]|[.,:]\d)"
YEAR = r"(?:1\d\d\d|20\d\d|21\d\d)(?![\d\w%]|[.,:]\d)"
UNIT = r"(?:second|minute|hour|day|week|fortnight|weekend|month|quarter|year|decade|century|centurie|millennium)"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{'|'.join(TENS)})-(?:{'|'.join(list(ORDINALS)[:9])})|{'|'.join(ORDINALS)}|thirtieth)"
SOME = r"(?:an?\s+few|a\s+couple(?:\s+of)?|an?|several|few|many|some|dozens\s+of|hundreds\s+of|thousands\s+of|a\s+number\s+of|half\s+an?|half-a)"
COUNT = rf"(?:{NUMBER}|{SOME})"
SMALL_COUNT = rf"(?:\d+(?:\.\d+)?|{SMALL}|{SOME})"
SPELLED_YEAR = (
    r"(?:(?:nineteen|eighteen|seventeen)(?:\s+|-)(?:hundred|(?:oh|o'|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?))|two\s+thousand(?:\s+(?:and\s+)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?(?!\s+(?!(?:has|is|was|as)\b)[a-z]+s\b))(?!\w)"
)


class WordPattern(msgspec.Struct, frozen=True, dict=True):
    """A pattern of whole words, case aside, compiled when a text first needs it; `hints`: where none of them stands in a text, it cannot match."""

    source: str
    hints: tuple[str, ...] = ()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        spaced = self.source.replace(" ?", r"\s*").replace(" ", r"\s+")
        return re.compile(rf"(?<![\w$€£¥#@])(?<!\d[.,])(?:{spaced})(?!\w)", re.IGNORECASE)

    def matches(self, text: str, start: int, folded: str) -> Iterator[re.Match[str]]:
        """The matches from character `start` of `text`, whose part from there on is `folded` when its case is folded."""
        if self.hints and not any(hint in folded for hint in self.hints):
            return iter(())
        return self.compiled.finditer(text, start)


def pattern(text: str, *hints: str) -> WordPattern:
    """A pattern of whole words, case aside; a space stands for any white space; `hints` are in small letters."""
    return WordPattern(text, hints)


def month(word: str) -> int:
    """The number of a month's name or abbreviation."""
    return _SHORT.index(word.strip(".").lower()[:3]) + 1


def weekday(word: str) -> int:
    """The number of a weekday's name or abbreviation, Monday 0."""
    return _SHORT_DAYS[word.strip(".").lower()[:3]]
