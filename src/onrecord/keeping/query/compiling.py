"""A tree of terms for a database: an expression that the index answers, and conditions on what it gives where the index cannot tell.

What the index is asked may be wider than the query, never narrower; `rest` makes up for it. Most queries need none: words, names, codes and days
are all in the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec
from sqlalchemy import ColumnElement, and_, column, exists, false, literal_column, not_, or_, select, table, text, true

from onrecord.keeping import schema
from onrecord.keeping.calendar_marks import EARLIEST, LATEST, asked
from onrecord.keeping.marks import LETTERS, PARTS, SIGN, TENTHS, mark, named, tenth
from onrecord.keeping.query.notation import Fts5, Notation, Tsquery
from onrecord.keeping.query.terms import And, Begins, Coded, Days, Named, Not, Number, Or, Term, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

MANY = 500  # identities of one name that the index is asked for one by one
_NONE = SIGN + "none"  # no row has it
_ROLES = {field: part for part, field in PARTS.items()}
words = table("words", column("rowid"), column("id"), column("folded"), column("body"))
Condition = ColumnElement[bool]


class Compiled(msgspec.Struct, frozen=True):
    """What the index is asked (null: it cannot tell), and what must hold of the rows it gives (null: nothing more)."""

    index: str | None
    rest: Condition | None


class Compiler:
    """Terms for one database; `row` is the number of a row as an expression of SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.sqlite = connection.dialect.name == "sqlite"
        self.notation: Notation = Fts5() if self.sqlite else Tsquery()
        self.row: ColumnElement[int] = literal_column("words.rowid" if self.sqlite else "words.id")
        self._parameters = 0

    def compiled(self, term: Term) -> Compiled:
        """A term for index and rest. Of a conjunction each term goes to the one that can tell; any other term goes whole to both, if need be."""
        if isinstance(term, And):
            return self._all(term.terms)
        index = self.index(term)
        return Compiled(index, None if index is not None and self._exact(term) else self.condition(term))

    def everything(self) -> str:
        """What every row has."""
        return self.notation.any([self._mark("kind", kind) for kind in ("report", "statement", "event")])

    def asked(self, compiled: Compiled) -> Condition:
        """The condition by which the index is walked."""
        if compiled.index is None and not self.sqlite:
            return true()
        self._parameters += 1
        name = f"asked_{self._parameters}"
        match = f"words.words MATCH :{name}" if self.sqlite else f"words.body @@ CAST(:{name} AS tsquery)"
        return cast("Condition", text(match).bindparams(**{name: compiled.index or self.everything()}))

    def _all(self, terms: Sequence[Term]) -> Compiled:
        parts = [self.compiled(term) for term in terms if not isinstance(term, Not)]
        denied = [term.term for term in terms if isinstance(term, Not)]
        inside = [part.index for part in parts if part.index is not None]
        excluded = [index for term in denied if self._exact(term) and (index := self.index(term)) is not None]
        rest = [part.rest for part in parts if part.rest is not None] + [not_(self.condition(term)) for term in denied if not self._exact(term)]
        index = self.notation.all(inside or [self.everything()], excluded) if inside or excluded else None
        return Compiled(index, and_(*rest) if rest else None)

    def _exact(self, term: Term) -> bool:
        """Whether the index alone answers this."""
        if isinstance(term, Words):
            return len(term.words) == 1 or self.notation.tells_phrases
        if isinstance(term, Named):
            return term.field not in _ROLES or len(self._identities(term)) <= MANY
        if isinstance(term, Coded):
            return term.field in LETTERS
        if isinstance(term, Not):
            return self._exact(term.term)
        if isinstance(term, And | Or):
            return all(self._exact(inner) for inner in term.terms)
        return isinstance(term, Days)

    def index(self, term: Term) -> str | None:
        """What the index is asked for a term: all rows of which it holds, perhaps others; null where that would be everything."""
        if isinstance(term, And):
            return self._all(term.terms).index
        if isinstance(term, Or):
            parts = [self.index(inner) for inner in term.terms]
            known = [part for part in parts if part is not None]
            return self.notation.any(known) if len(known) == len(parts) else None
        if isinstance(term, Not):
            inner = self.index(term.term) if self._exact(term.term) else None
            return None if inner is None else self.notation.all([self.everything()], [inner])
        return self._leaf(term)

    def _leaf(self, term: Words | Named | Coded | Begins | Days | Number) -> str | None:
        if isinstance(term, Words):
            return self.notation.words(term.words, beginning=term.beginning)
        if isinstance(term, Named):
            return self._name(term)
        if isinstance(term, Coded) and term.field in LETTERS:
            return self.notation.any([self._mark(term.field, code) for code in term.codes])
        if isinstance(term, Days):
            nodes = asked(EARLIEST if term.first is None else term.first, LATEST if term.last is None else term.last)
            return self.notation.any([self.notation.run([SIGN + LETTERS[term.field] + node]) for node in nodes])
        if isinstance(term, Number) and term.field in LETTERS:
            return self._tenths(term)
        return None

    def _name(self, term: Named) -> str | None:
        if term.field not in _ROLES:
            return self.notation.run(named(term.field, " ".join(term.words)))
        identities = self._identities(term)
        if len(identities) > MANY:
            return None
        return self.notation.any([self._mark(term.field, identity) for identity in identities] or [self.notation.run([_NONE])])

    def _tenths(self, term: Number) -> str:
        at = tenth(term.value) if term.value < 1 else TENTHS - 1
        first, last = (0, at) if term.how in ("<", "<=") else (at, at if term.how == "=" else TENTHS - 1)
        return self.notation.any([self._mark("confidence", n) for n in range(first, last + 1)])

    def _mark(self, field: str, value: object) -> str:
        return self.notation.run([mark(field, value)])

    def _identities(self, term: Named) -> list[int]:
        """The actors across reports of whom one spelling has the words of a name, at most one more than MANY."""
        spellings = table("spellings", column("word"), column("identity"), column("name"))
        phrase = " ".join(term.words)
        longest = max(term.words, key=len)
        held = (literal_column("' '").concat(spellings.c.name).concat(literal_column("' '"))).contains(f" {phrase} ", autoescape=True)
        query = select(spellings.c.identity).distinct().where(spellings.c.word == longest, held).order_by(spellings.c.identity).limit(MANY + 1)
        return list(self._connection.execute(query).scalars())

    def condition(self, term: Term) -> Condition:
        """A term as a condition on a row of the index joined with its item and its report."""
        if isinstance(term, And):
            return and_(true(), *(self.condition(inner) for inner in term.terms))
        if isinstance(term, Or):
            return or_(false(), *(self.condition(inner) for inner in term.terms))
        if isinstance(term, Not):
            return not_(self.condition(term.term))
        if isinstance(term, Words) and not self._exact(term):
            return self._phrase(term)
        if isinstance(term, Named) and not self._exact(term):
            return self._plays(term)
        if isinstance(term, Begins | Coded | Number) and term.field in _COLUMNS:
            return _COLUMNS[term.field](term)
        return self._held(self._leaf(term) or "")

    def _held(self, index: str) -> Condition:
        self._parameters += 1
        name = f"index_{self._parameters}"
        if self.sqlite:
            return self.row.in_(text(f"SELECT rowid FROM words WHERE words.words MATCH :{name}").bindparams(**{name: index}).columns(column("rowid")))  # noqa: S608
        return literal_column("words.body").op("@@", is_comparison=True)(text(f"CAST(:{name} AS tsquery)").bindparams(**{name: index}))

    def _phrase(self, term: Words) -> Condition:
        """Words that follow each other, where the index tells only that all are there."""
        phrase = " " + " ".join(term.words) + ("" if term.beginning else " ")
        spaced = literal_column("' '").concat(words.c.folded).concat(literal_column("' '"))
        return and_(self._held(self._leaf(term) or ""), spaced.contains(phrase, autoescape=True))

    def _plays(self, term: Named) -> Condition:
        """A part played by one of too many actors to name."""
        spellings = table("spellings", column("word"), column("identity"), column("name"))
        held = (literal_column("' '").concat(spellings.c.name).concat(literal_column("' '"))).contains(f" {' '.join(term.words)} ", autoescape=True)
        spelt = select(spellings.c.identity).where(spellings.c.word == max(term.words, key=len), held)
        roles = schema.roles.c
        return exists().where(roles.item == self.row, roles.part == _ROLES[term.field], roles.identity.in_(spelt))


def _claim(term: Begins | Coded | Number) -> Condition:
    return schema.items.c.claim.is_not(None) & begins(schema.items.c.claim, term)


def begins(identifier: ColumnElement[str], term: Begins | Coded | Number) -> Condition:
    """An identifier that begins with these digits, as a range that an index of the database answers."""
    digits = term.digits if isinstance(term, Begins) else ""
    return and_(identifier >= digits, identifier < digits + "g")


def _standing(term: Begins | Coded | Number) -> Condition:
    codes = term.codes if isinstance(term, Coded) else ()
    claims = schema.claims.c
    return exists().where(claims.id == schema.items.c.claim, claims.standing.in_(codes))


def _status(term: Begins | Coded | Number) -> Condition:
    return schema.reports.c.status.in_(term.codes if isinstance(term, Coded) else ())


def _report(term: Begins | Coded | Number) -> Condition:
    return begins(schema.reports.c.id, term)


def _confidence(term: Begins | Coded | Number) -> Condition:
    if not isinstance(term, Number):
        return false()
    confidence = schema.items.c.confidence
    return confidence.is_not(None) & compared(confidence, term)


def compared(number: ColumnElement[float], term: Number) -> Condition:
    """A number that compares so with another."""
    how: dict[str, Condition] = {
        ">": number > term.value, ">=": number >= term.value, "<": number < term.value, "<=": number <= term.value, "=": number == term.value,
    }  # fmt: skip
    return how[term.how]


_COLUMNS: dict[str, Callable[[Begins | Coded | Number], Condition]] = {
    "claim": _claim, "standing": _standing, "status": _status, "report": _report, "confidence": _confidence,
}  # fmt: skip
