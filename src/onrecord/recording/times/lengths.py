"""Durations: "three days", "a four-month ordeal", "two and a half years", with their ISO 8601 and TIMEX3 values."""

from __future__ import annotations

import re

from onrecord.recording.quantities.numerals import number
from onrecord.recording.times.meanings import Length
from onrecord.recording.times.words import COUNT, UNIT

_OPEN = re.compile(r"^(?:a few|few|several|many|some|dozens of|hundreds of|thousands of|a number of|the)$", re.IGNORECASE)
_PIECE = re.compile(rf"(?:(?P<count>{COUNT})[\s-]+)?(?:(?:more|additional|straight|consecutive|full|whole|long|trading|calendar|working|business)[\s-]+)*"
                    rf"(?P<unit>{UNIT})s?\b(?P<half> and a half)?", re.IGNORECASE)  # fmt: skip
_CODE = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "E", "century": "C", "centurie": "C", "millennium": "L",
}  # fmt: skip
_ISO = {"weekend": ("day", 2), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000)}
_LESSER = {"year": ("month", 12), "day": ("hour", 24), "hour": ("minute", 60), "minute": ("second", 60), "week": ("day", 7), "decade": ("year", 10)}


def length(text: str) -> Length | None:
    """The duration that a phrase names, or null; "a few" and the like leave the number open."""
    amounts: list[tuple[str, float | None]] = []
    for m in _PIECE.finditer(text):
        unit = m["unit"].lower().replace("centurie", "century")
        amount = _amount(m["count"] or "")
        if m["half"] and amount is not None:
            amount += 0.5
        if unit == "fortnight":
            unit, amount = "week", None if amount is None else amount * 2
        if amount is not None and amount != int(amount) and unit in _LESSER:
            lesser, size = _LESSER[unit]
            amounts += [(unit, float(int(amount)))] if amount >= 1 else []
            amounts.append((lesser, float(round(amount % 1 * size))))
        else:
            amounts.append((unit, amount))
    return Length(tuple(amounts)) if amounts else None


def _amount(text: str) -> float | None:
    words = " ".join(text.lower().replace("-", " ").split())
    if not words or _OPEN.match(words):
        return None
    if words in ("a couple of", "a couple"):
        return 2.0
    if words in ("a", "an"):
        return 1.0
    if words in ("half a", "half an"):
        return 0.5
    return number(words)


def timex3(duration: Length) -> str:
    """Its TIMEX3 value, X for a number left open: P3D, PT1H30M, PXW."""
    return _written(duration, _CODE)


def iso(duration: Length) -> str | None:
    """Its ISO 8601 value, null where the number is left open."""
    if any(amount is None for _, amount in duration.amounts):
        return None
    plain = [(_ISO[unit][0], (amount or 0) * _ISO[unit][1]) if unit in _ISO else (unit, amount) for unit, amount in duration.amounts]
    return _written(Length(tuple(plain)), _CODE)


def _written(duration: Length, code: dict[str, str]) -> str:
    day, clock = "", ""
    for unit, amount in duration.amounts:
        figure = "X" if amount is None else f"{amount:g}" if amount < 10**6 else str(int(amount))
        sign = code[unit]
        if sign.startswith("T"):
            clock += figure + sign[1:]
        else:
            day += figure + sign
    return f"P{day}" + (f"T{clock}" if clock else "")
