"""What stands after a field, as a term; what cannot be meant is told with what was expected and what comes near."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from onrecord.facts import states
from onrecord.keeping.query.terms import Begins, Coded, Days, Named, Number, Term
from onrecord.keeping.query.tokens import wrong
from onrecord.keeping.words import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.keeping.query.fields import Field, Takes
    from onrecord.keeping.query.terms import Compared
    from onrecord.keeping.query.tokens import Token

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_NUMBER = re.compile(r"(>=|<=|>|<|=)?(\d+(?:\.\d+)?)")
_DIGITS = re.compile(r"[0-9a-f]{6,64}")
_COUNTRY_FORMS = ("name", "alias", "demonym", "people")
_NEAR = 0.8
_TIMES = {"since": "time", "until": "time", "when": "time", "published": "published"}


def term(field: Field, token: Token) -> Term:
    """The term that a field and its value make. Raises QueryError."""
    return _READERS[field.takes](field, token)


def near(text: str, known: Sequence[str]) -> str:
    """ " (did you mean …?)" where a known word comes near."""
    by_small = {word.casefold(): word for word in known}
    found = process.extractOne(text.casefold(), list(by_small), scorer=JaroWinkler.similarity, score_cutoff=_NEAR)
    return f" (did you mean {by_small[found[0]]}?)" if found is not None else ""


def _name(field: Field, token: Token) -> Term:
    spelt = tuple(words(token.value))
    if not spelt:
        raise wrong(token.value_at, f"a name is expected after {field.name}:")
    return Named(field.name, spelt)


def _code(field: Field, token: Token) -> Term:
    by_small = {code.casefold(): code for code in field.codes}
    chosen = []
    for value in token.value.split(","):
        code = by_small.get(value.strip().casefold())
        if code is None:
            listed = ", ".join(field.codes)
            meant = near(value.strip(), field.codes)
            raise wrong(token.value_at, f'{field.name}: cannot be "{value.strip()}"{meant}; it is one of {listed}')
        chosen.append(code)
    return Coded(field.name, tuple(dict.fromkeys(chosen)))


def _country(field: Field, token: Token) -> Term:
    codes: list[str] = []
    for value in token.value.split(","):
        found = _codes_of(value.strip())
        if not found:
            names = [name for code in states.codes() if (name := states.name(code)) is not None]
            expected = "a code of three letters (ISO 3166), a name or an adjective is expected, as ISL, Iceland, Icelandic"
            raise wrong(token.value_at, f'no country is called "{value.strip()}"{near(value.strip(), names)}; {expected}')
        codes += found
    return Coded(field.name, tuple(dict.fromkeys(codes)))


def _codes_of(value: str) -> list[str]:
    if value.upper() in states.codes():
        return [value.upper()]
    for spelt in (value, value.title(), value.upper()):
        found = [naming.code for naming in states.named(spelt) if naming.form in _COUNTRY_FORMS]
        if found:
            return found
    return []


def _digits(field: Field, token: Token) -> Term:
    digits = token.value.casefold()
    if _DIGITS.fullmatch(digits) is None:
        raise wrong(token.value_at, f"{field.name}: takes an identifier, or its beginning of six digits (0-9, a-f) or more")
    return Begins(field.name, digits)


def _since(field: Field, token: Token) -> Term:
    return Days("time", _date(token, token.value)[0], None)


def _until(field: Field, token: Token) -> Term:
    return Days("time", None, _date(token, token.value)[1])


def _days(field: Field, token: Token) -> Term:
    first, dots, last = token.value.partition("..")
    if not dots:
        return Days(_TIMES[field.name], *_date(token, first))
    start = _date(token, first)[0] if first else None
    end = _date(token, last)[1] if last else None
    if start is None and end is None:
        raise wrong(token.value_at, "a range needs a day at one end at least, as 2025-03..2025-04")
    if start is not None and end is not None and start > end:
        raise wrong(token.value_at, f"the range {token.value} ends before it begins")
    return Days(_TIMES[field.name], start, end)


def _date(token: Token, value: str) -> tuple[int, int]:
    """First and last day of a year, a month or a day."""
    match = _DATE.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError  # noqa: TRY301  said below, as for a day that the calendar does not have
        year, month, day = (int(part) if part else None for part in match.groups())
        return _span(year or 0, month, day)
    except ValueError:
        raise wrong(token.value_at, f'"{value}" is no day; a year, month or day is expected, as 2025, 2025-03 or 2025-03-07') from None


def _span(year: int, month: int | None, day: int | None) -> tuple[int, int]:
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    first = date(year, month, day or 1)
    if day is not None:
        return first.toordinal(), first.toordinal()
    return first.toordinal(), ((first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)).toordinal()


def _number(field: Field, token: Token) -> Term:
    match = _NUMBER.fullmatch(token.value.strip())
    if match is None:
        raise wrong(token.value_at, f'"{token.value}" is no number; {field.name}: takes one, after >, >=, <, <= or nothing, as {field.name}:>=2')
    return Number(field.name, cast("Compared", match[1] or "="), float(match[2]))


_READERS: dict[Takes, Callable[[Field, Token], Term]] = {
    "name": _name, "code": _code, "country": _country, "digits": _digits, "since": _since, "until": _until, "days": _days, "number": _number,
}  # fmt: skip
