"""How an index is asked: the query language of FTS5, and that of tsquery."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


class Notation(Protocol):
    """Expressions of an index as strings. `tells_phrases` says whether it knows that words follow each other."""

    tells_phrases: bool

    def words(self, spelt: Sequence[str], *, beginning: bool) -> str:
        """These words, following each other where the index tells; the last one begun where `beginning`."""
        ...

    def run(self, marks: Sequence[str]) -> str:
        """These marks, following each other."""
        ...

    def any(self, parts: Sequence[str]) -> str:
        """One of these."""
        ...

    def all(self, parts: Sequence[str], excluded: Sequence[str]) -> str:
        """All of `parts`, of which there is one at least, and none of `excluded`."""
        ...


class Fts5:
    """SQLite's."""

    tells_phrases = True

    def words(self, spelt: Sequence[str], *, beginning: bool) -> str:
        """A string, with an asterisk where its last word is begun."""
        return f'"{" ".join(spelt)}"{" *" if beginning else ""}'

    def run(self, marks: Sequence[str]) -> str:
        """A string."""
        return f'"{" ".join(marks)}"'

    def any(self, parts: Sequence[str]) -> str:
        """Joined by OR."""
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def all(self, parts: Sequence[str], excluded: Sequence[str]) -> str:
        """Joined by AND; NOT has something on its left always."""
        joined = parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"
        return f"({joined} NOT {self.any(excluded)})" if excluded else joined


class Tsquery:
    """PostgreSQL's; its index has the words without their places, the marks with them."""

    tells_phrases = False

    def words(self, spelt: Sequence[str], *, beginning: bool) -> str:
        """All of the words."""
        return self.all([f"'{word}'{':*' if beginning and n == len(spelt) else ''}" for n, word in enumerate(spelt, 1)], ())

    def run(self, marks: Sequence[str]) -> str:
        """Joined by <->."""
        return "(" + " <-> ".join(f"'{mark}'" for mark in marks) + ")"

    def any(self, parts: Sequence[str]) -> str:
        """Joined by |."""
        return parts[0] if len(parts) == 1 else f"({' | '.join(parts)})"

    def all(self, parts: Sequence[str], excluded: Sequence[str]) -> str:
        """Joined by &; each excluded one denied."""
        return "(" + " & ".join([*parts, *(f"!{part}" for part in excluded)]) + ")"
