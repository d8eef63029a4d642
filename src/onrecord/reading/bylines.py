"""Who wrote a report: "By …" lines, people and houses told apart, each with its place in the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.facts import outlets
from onrecord.reading import houses

_BY = re.compile(
    r"(?P<by>(?:story\s+|written\s+|reported\s+|report\s+|posted\s+|published\s+|words\s+|text\s+|analysis\s+|review\s+|opinion\s+|compiled\s+|translated\s+|edited\s+)?by|"
    r"author|reporter|writer|from)\s*[:|]?\s+(?=\S)",
    re.IGNORECASE,
)  # fmt: skip
_ROLE = (
    r"(?:(?:senior|chief|special|staff|foreign|political|diplomatic|defen[cs]e|business|economics?|sports?|science|health|crime|royal|deputy|associate|assistant|executive|"
    r"contributing|managing|digital|political|national|international|regional|bureau|our|own|us|uk|world|news|court|education|environment|security|technology|parliamentary)\s+)*"
    r"(?:reporters?|correspondents?|writers?|editors?|bureau(?:\s+chief)?|staff|journalists?|columnists?|contributors?|producers?|analysts?|desk|team|agenc(?:y|ies)|news\s?desk|newsroom|service|wire)"
)
_ROLE_ONLY = re.compile(rf"(?:the\s+)?(?:\w+\s+)?{_ROLE}(?:\s+(?:in|for|at|of)\s+[\w .'’-]+)?", re.IGNORECASE)
_NAME_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*|(?:de|del|della|der|den|di|da|do|dos|du|la|le|el|al|bin|ibn|van|von|ten|ter|y|e|abu|bint|st)\b|(?:al|el)-[\w'’-]+)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}")
_CUT = re.compile(
    r"\s*(?:,|;|\||/|•|·|\s[-–—]\s|\s+and\s+|\s+with\s+|\s+&\s+|\s+in\s+(?=[A-Z])|\s+at\s+(?=[A-Z])|\s+for\s+(?=[A-Z])|\s+of\s+(?=[A-Z]))\s*",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?:in|at|from)\s+$|\bin\b|\bat\b", re.IGNORECASE)
_MOST = 130
_NAME_WORDS = (2, 5)


@dataclass(frozen=True)
class Author:
    """A name in a byline, `start` and `end` in the line; `house` where it is an outlet's or an agency's."""

    start: int
    end: int
    name: str
    house: outlets.Outlet | None


def authors(line: str, *, needs_by: bool = True) -> list[Author]:
    """Those who a byline names, in order; none where the line is no byline.

    Without `needs_by` a bare name line ("Name Surname, Outlet") counts too, as where a page marks it as the byline.
    """
    if len(line) > _MOST:
        return []
    by = _BY.match(line)
    if by is None and needs_by:
        return []
    start = 0 if by is None else by.end()
    if by is not None and by["by"].lower() == "from" and outlets.named(line[start:]) is None:
        return []
    return _named(line, start)


def house(line: str) -> outlets.Outlet | None:
    """The one outlet or agency that a byline names, or null."""
    return next((author.house for author in authors(line) if author.house is not None), None)


def is_name(line: str) -> bool:
    """Whether a line could be a person's name and nothing else."""
    words = line.split()
    return (
        _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1]
        and _NAME.fullmatch(line) is not None
        and outlets.named(line) is None
        and not (line.isupper() and len(words) > 3)
    )


def _named(line: str, start: int) -> list[Author]:
    found: list[Author] = []
    position, after = start, ""
    for cut in [*_CUT.finditer(line, start), None]:
        end = len(line) if cut is None else cut.start()
        part = _part(line, position, end)
        if part is not None:
            place = bool(found) and re.search(r"\b(?:in|at|of)\b", after, re.IGNORECASE) is not None
            if not place or part.house is not None:
                if part.house is None and not _looks_named(part.name, known=bool(found), separator=after):
                    return found if found and "," in after else []
                if _ROLE_ONLY.fullmatch(part.name) is None and not _place_after(part, found, after):
                    found.append(part)
        if cut is not None:
            position, after = cut.end(), cut.group()
    return found


def _place_after(part: Author, found: list[Author], separator: str) -> bool:
    """A single word after a comma, or what follows a house, is where the author is, not who ("Name Surname, Oslo"; "ANI | New Delhi")."""
    if part.house is not None or not found or "and" in separator.lower() or "&" in separator:
        return False
    return len(part.name.split()) == 1 or found[-1].house is not None


def _part(line: str, start: int, end: int) -> Author | None:
    raw = line[start:end]
    left = len(raw) - len(raw.lstrip(" \t\xa0(["))
    name = raw.strip(" \t\xa0()[].:*")
    if not name:
        return None
    return Author(start + left, start + left + len(name), name, houses.by_form(name))


def _looks_named(name: str, *, known: bool, separator: str) -> bool:
    if _ROLE_ONLY.fullmatch(name) is not None or _NAME.fullmatch(name) is not None:
        return True
    return known and ("," in separator or "|" in separator)
