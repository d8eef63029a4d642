"""A query read by descent: `either` is joined by OR, `all` by nothing (or AND), `one` is a term, a negation or parentheses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.keeping.query.terms import EVERYTHING, And, Coded, Days, Not, Or, Term, Words
from onrecord.keeping.query.tokens import Token, tokens, wrong
from onrecord.keeping.query.values import near, term
from onrecord.keeping.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.keeping.query.fields import Field

DEEPEST, MOST = 20, 100
_LEAST_BEGINNING = 2


def parse(query: str, fields: Mapping[str, Field]) -> Term:
    """The tree of a query in these fields; an empty one asks for everything. Raises QueryError, which says where and what was expected."""
    read = tokens(query)
    if len(read) > MOST:
        raise wrong(read[MOST].at, f"a query has at most {MOST} words and signs")
    if read[0].kind == "end":
        return EVERYTHING
    parser = _Parser(read, fields)
    found = parser.either(0)
    if parser.next.kind != "end":
        raise wrong(parser.next.at, "this parenthesis was not opened")
    return found


class _Parser:
    def __init__(self, read: list[Token], fields: Mapping[str, Field]) -> None:
        self._read, self._at, self._fields = read, 0, fields

    @property
    def next(self) -> Token:
        return self._read[self._at]

    def _take(self) -> Token:
        self._at += 1
        return self._read[self._at - 1]

    def either(self, depth: int) -> Term:
        terms = [self._all(depth)]
        while self.next.kind == "or":
            self._take()
            terms.append(self._all(depth))
        return terms[0] if len(terms) == 1 else Or(tuple(terms))

    def _all(self, depth: int) -> Term:
        terms = [self._one(depth)]
        while self.next.kind not in ("or", "close", "end"):
            if self.next.kind == "and":
                self._take()
            terms.append(self._one(depth))
        return _joined(terms)

    def _one(self, depth: int) -> Term:
        token = self._take()
        if token.kind in ("minus", "not"):
            if self.next.kind in ("minus", "not"):
                raise wrong(self.next.at, "one minus sign is enough")
            return self._denied(self._one(depth))
        if token.kind == "open":
            return self._inside(token, depth + 1)
        if token.kind == "field":
            return self._field(token)
        if token.kind in ("word", "phrase"):
            return _words(token)
        after = f"after {self._read[self._at - 2].text}" if self._at > 1 else "at the beginning"
        raise wrong(token.at, f"a word, a field or a parenthesis is expected {after}")

    def _denied(self, term: Term) -> Term:
        """The opposite of a term; every report has one status, so another than this is one of the others."""
        if isinstance(term, Not):
            return term.term
        if isinstance(term, Coded) and term.field == "status":
            return Coded("status", tuple(code for code in self._fields["status"].codes if code not in term.codes))
        return Not(term)

    def _inside(self, opened: Token, depth: int) -> Term:
        if depth > DEEPEST:
            raise wrong(opened.at, f"parentheses stand at most {DEEPEST} deep")
        found = self.either(depth)
        if self._take().kind != "close":
            raise wrong(opened.at, "this parenthesis is not closed")
        return found

    def _field(self, token: Token) -> Term:
        field = self._fields.get(token.text)
        if field is None:
            meant = near(token.text, list(self._fields))
            listed = ", ".join(self._fields)
            raise wrong(token.at, f'there is no field "{token.text}"{meant}; the fields are {listed}. Words with a colon are put in quotation marks')
        return term(field, token)


def _words(token: Token) -> Term:
    beginning = token.text.endswith("*")
    spelt = tuple(words(token.text))
    if not spelt:
        raise wrong(token.at, "a word with a letter or figure in it is expected")
    if beginning and len(spelt[-1]) < _LEAST_BEGINNING:
        raise wrong(token.at, f"{_LEAST_BEGINNING} letters are expected before the asterisk, or more")
    return Words(spelt, beginning)


def _joined(terms: list[Term]) -> Term:
    """All of them, a `since` and an `until` made one."""
    open_end = [t for t in terms if isinstance(t, Days) and t.field == "time" and t.last is None]
    open_start = [t for t in terms if isinstance(t, Days) and t.field == "time" and t.first is None]
    if open_end and open_start:
        first, last = max(t.first or 0 for t in open_end), min(t.last or 0 for t in open_start)
        if first <= last:
            terms = [t for t in terms if t not in open_end and t not in open_start] + [Days("time", first, last)]
    return terms[0] if len(terms) == 1 else And(tuple(terms))
