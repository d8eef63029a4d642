"""What an index of words holds of a row beside its words: its fields, each as one word that no text has.

A mark is a character of the private use area, a letter for the field, and the value. With them one index answers every query, in any combination,
newest first, and stops when it has enough: `speaker:`, `act:` and a word of the text are intersected as three words are.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from onrecord.keeping.calendar_marks import filed
from onrecord.keeping.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SIGN, JOIN = "\ue000", "\ue001"
LETTERS = {
    "kind": "k", "speaker": "s", "actor": "a", "recipient": "r", "by": "b", "act": "t", "form": "f", "type": "e", "mode": "m", "place": "p",
    "country": "c", "outlet": "o", "agency": "g", "certainty": "u", "polarity": "n", "time": "d", "published": "h", "confidence": "q",
}  # fmt: skip
PARTS = {"speaker": "speaker", "actor": "actor", "recipient": "recipient", "word": "by"}  # of `roles`, as fields
TENTHS = 10
_CODED = ("kind", "act", "form", "type", "mode", "certainty", "polarity", "country")


@lru_cache(1 << 16)
def mark(field: str, value: object) -> str:
    """The mark of a field with a value."""
    return SIGN + LETTERS[field] + JOIN.join(words(str(value)))


def of_report(report: Mapping[str, Any]) -> list[str]:
    """The marks of a report's own row; `report` is its row in `reports`."""
    own = [mark("kind", "report"), *_shared(report)]
    if report["day"] is not None:
        own += [SIGN + LETTERS["time"] + day for day in filed(report["day"], report["day"])]
    return own


def of_item(item: Mapping[str, Any], report: Mapping[str, Any], roles: Iterable[tuple[str, int]]) -> list[str]:
    """The marks of a statement or event: its row in `items`, that of its report, and the parts that identities play in it."""
    out = [mark(field, item[field]) for field in _CODED if item[field] is not None]
    out += [mark(PARTS[part], identity) for part, identity in roles if part in PARTS]
    out += named("place", item["place"])
    if item["first_day"] is not None:
        out += [SIGN + LETTERS["time"] + day for day in filed(item["first_day"], item["last_day"])]
    out.append(mark("confidence", tenth(item["confidence"])))
    return [*out, *_shared(report)]


def _shared(report: Mapping[str, Any]) -> Iterator[str]:
    """What holds for a report and for all that is in it."""
    yield from named("outlet", report["outlet"])
    yield from named("agency", report["agency"])
    if report["day"] is not None:
        yield from (SIGN + LETTERS["published"] + day for day in filed(report["day"], report["day"]))


@lru_cache(1 << 14)
def named(field: str, name: str | None) -> tuple[str, ...]:
    """A mark for each word of a name, in order."""
    return tuple(SIGN + LETTERS[field] + word for word in words(name or ""))


def tenth(value: float) -> int:
    """In which tenth of 0 to 1 a confidence lies."""
    return min(TENTHS - 1, int(value * TENTHS))
