"""A query cut into what it is written with: parentheses, minus signs, words, quoted words, and fields with their values."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from onrecord.errors import QueryError

Kind = Literal["open", "close", "minus", "or", "and", "not", "word", "phrase", "field", "end"]
_FIELD = re.compile(r"([A-Za-z_]+):")
_BARE = re.compile(r"[^\s()\"“”]+")
_QUOTES = {'"': '"', "“": "”", "”": "”"}
_JOINERS: dict[str, Kind] = {"OR": "or", "AND": "and", "NOT": "not"}
_SIGNS: dict[str, Kind] = {"(": "open", ")": "close"}


class Token(msgspec.Struct, frozen=True):
    """One of them: `text` its words or the field's name, `at` its first character (from 1), `value` and `value_at` what stands after a field."""

    kind: Kind
    text: str
    at: int
    value: str = ""
    value_at: int = 0
    quoted: bool = False


def wrong(at: int, message: str) -> QueryError:
    """What is wrong with a query, and at which character."""
    return QueryError(f"in the query, character {at}: {message}")


def tokens(query: str) -> list[Token]:
    """The tokens of a query, an `end` after them. Raises QueryError for a quotation mark that is not closed and a field without a value."""
    out, at = [], 0
    while at < len(query):
        if query[at].isspace():
            at += 1
            continue
        token, at = _token(query, at)
        out.append(token)
    return [*out, Token("end", "", len(query) + 1)]


def _token(query: str, at: int) -> tuple[Token, int]:
    """The token that begins here, and where it ends."""
    first = query[at]
    if first in _SIGNS:
        return Token(_SIGNS[first], first, at + 1), at + 1
    if first == "-":
        return Token("minus", first, at + 1), at + 1
    if first in _QUOTES:
        text, end = _quoted(query, at)
        return Token("phrase", text, at + 1, quoted=True), end
    field = _FIELD.match(query, at)
    if field is not None:
        value, end, quoted = _value(query, field.end(), field[1])
        return Token("field", field[1].lower(), at + 1, value, field.end() + 1, quoted), end
    bare = _BARE.match(query, at)
    text = bare[0] if bare is not None else first
    return Token(_JOINERS.get(text, "word"), text, at + 1), at + len(text)


def _value(query: str, at: int, field: str) -> tuple[str, int, bool]:
    if at < len(query) and query[at] in _QUOTES:
        text, end = _quoted(query, at)
        return text, end, True
    bare = _BARE.match(query, at)
    if bare is None:
        raise wrong(at + 1, f"a value is expected after {field}:, without a space, in quotation marks where it has several words")
    return bare[0], bare.end(), False


def _quoted(query: str, at: int) -> tuple[str, int]:
    closing = _QUOTES[query[at]]
    end = query.find(closing, at + 1)
    if end < 0:
        raise wrong(at + 1, "this quotation mark is not closed")
    return query[at + 1 : end], end + 1
