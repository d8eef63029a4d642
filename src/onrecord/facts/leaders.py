"""Who held an office of state when (`resources/leaders.csv`): heads of state and government, and ministers as far as the sources reach."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

import msgspec

FORMER = 10
_SYNONYMS = {"premier": "prime minister", "king": "monarch", "queen": "monarch", "federal chancellor": "chancellor"}
_HEADS = ("supreme leader", "president", "monarch", "prime minister", "chancellor")


class Term(msgspec.Struct, frozen=True, array_like=True):
    """One term of office: the holder's `names` (fullest first), the state's code, the office in lower case (empty where the source names none).

    `start` and `end` are ISO 8601 dates as precise as the source (a year, a day), empty where they are open; `wikidata` may be empty.
    """

    names: list[str]
    country: str
    office: str
    start: str
    end: str
    wikidata: str

    def covers(self, day: str, *, years: int = 0) -> bool:
        """Whether the day (ISO 8601) lies in the term, or up to so many `years` after its end; a year covers all its days."""
        late = f"{int(self.end[:4]) + years:04d}{self.end[4:]}" if self.end else ""
        return self.start <= day[: len(self.start)] and (not late or day[: len(late)] <= late)


class _Tables(msgspec.Struct):
    """All terms, and the indices of those that each key leads to."""

    terms: list[Term]
    keys: dict[str, list[int]]


@cache
def _tables() -> _Tables:
    return msgspec.json.decode(files("onrecord").joinpath("data/leaders.json").read_bytes(), type=_Tables)


@cache
def _of(country: str) -> list[Term]:
    return [term for term in _tables().terms if term.office and term.country == country]


def called(name: str) -> list[Term]:
    """The terms of those who bear this full name."""
    tables = _tables()
    return [tables.terms[i] for i in tables.keys.get(key(name), [])] if " " in name.strip() else []


def holders(country: str, office: str, on: str) -> list[Term]:
    """The terms of the office ("president", "leader" for whoever leads) in the state that cover the day; several where the source leaves it open."""
    wanted = _plain(office)
    terms = [term for term in _of(country) if term.covers(on)]
    if wanted == "leader":
        held = {_plain(term.office) for term in terms}
        wanted = next((head for head in _HEADS if head in held), wanted)
    return [term for term in terms if _plain(term.office) == wanted]


def _plain(office: str) -> str:
    low = office.lower()
    return _SYNONYMS.get(low, low)


def key(name: str) -> str:
    """The name without accents, hyphens, points and letter case."""
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode()
    return " ".join(name.replace("-", " ").replace(".", " ").casefold().split())
