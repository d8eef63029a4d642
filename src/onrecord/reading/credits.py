"""Credit lines: the house a story was had from, those who reported, edited or contributed, at its end or beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.facts import outlets

Credited = Literal["republishes", "cites", "author", "other"]

_TRAILING = re.compile(r"\s*[(\[]\s*(?P<who>[^()\[\]\n]{2,80}?)\s*[)\]]\s*\.?$")
_DASHED = re.compile(r"(?:(?<=[.!?\"”’)])\s*|\n)[-–—/]{1,2}\s*(?P<who>(?:[A-Z][\w.&'’/-]*)(?:\s+[\w.&'’/-]+){0,5})\s*\.?$")
_FROM = re.compile(
    r"(?:[-–—*(\[]+\s*)?(?:(?:with\s+)?(?:additional\s+)?(?:files?|inputs?|reports?|reporting|information|material|contributions?|agency\s+inputs?|assistance)\s+(?:from|by)"
    r"|(?:additional\s+reporting|reporting|writing|written|compiled|edited|editing|translated|translation|contributed|prepared|report|reported|produced|photos?|photography|story|posted|typed|collected|fact[- ]check(?:ed|ing)?|graphics?|video)\s+by"
    r"|sources?|via|courtesy(?:\s+of)?|credit|agency|origin(?:al(?:ly)?)?\s+(?:source|published\s+(?:in|by|on|at))|first\s+published\s+(?:in|by)|republished\s+from|this\s+(?:article|story|report|piece|post)\s+(?:was|is|has\s+been)\s+(?:(?:first|originally)\s+)?"
    r"(?:written|published|produced|provided|translated|compiled|republished|reported|posted|generated|auto-generated|sourced|supplied|edited|created|adapted|contributed|syndicated)\b(?:\s+(?:by|in|on|at|from))?)\s*[:：]?\s+(?P<who>\S.{1,300})",
    re.IGNORECASE | re.DOTALL,
)
_CONTRIBUTED = re.compile(
    r"[(\[*—–-]*\s*(?P<who>[^.]{2,250}?)\s+(?:also\s+)?contributed\s+(?:to\s+(?:this|the)\s+(?:report|story|article)|reporting|research)\b.{0,80}", re.IGNORECASE | re.DOTALL
)  # fmt: skip
_NOT_EDITED = re.compile(
    r"[(\[*—–-]*\s*(?:except\s+for\s+the\s+headline,?\s+)?this\s+(?:story|article|report|copy|content|news)\s+(?:has\s+not\s+been|was\s+not|is\s+not)\s+(?:edited|created|modified|altered|written)\b.{0,250}"
    r"|[(\[*—–-]*\s*(?:this\s+(?:story|article|report)\s+)?(?:is|was|has\s+been)?\s*(?:auto-?generated|published|sourced|generated)\s+(?:directly\s+)?from\s+an?\s+(?:\w+\s+)?(?:syndicated|agency|wire|news\s*wire)\b.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_INITIALS = re.compile(r"(?:[a-z]{2,4}(?:\s*[/,]\s*[a-z]{2,4})*)\s*\((?P<who>[^()]{2,60})\)")
_CITES = re.compile(r"\b(?:inputs?|files?|additional|contribut\w+|assistance|information|material|reports\s+from|with\s+report)", re.IGNORECASE)
_WHO_CUT = re.compile(r"\s*(?:[;,/|&]|\band\b|\bin\b|\bat\b|\bby\b|\bfor\b|\bfrom\b|\bvia\b|\bnews\s+feed\b|\bwriters?\b|\breporters?\b|\bcorrespondents?\b|\s[-–—]\s)\s*", re.IGNORECASE)
_AGENCIES = re.compile(r"(?:news\s+)?(?:agenc(?:y|ies)|wires?|wire\s+services?)(?:\s+inputs?)?", re.IGNORECASE)
_REPORTER = re.compile(r"(?:additional\s+)?(?:reporting|writing|written|reported|report|story|compiled)\s+by\s+(?P<names>[^;.|)]+)", re.IGNORECASE)
_PHOTO = re.compile(r"\s*(?:photos?|photography|graphics?|video|credit)\b", re.IGNORECASE)
_SHORT = 40


@dataclass(frozen=True)
class Credit:
    """A credit, `start` and `end` in the line; `houses` the outlets and agencies it names, each with its place and what it did."""

    start: int
    end: int
    houses: list[tuple[int, int, outlets.Outlet, Credited]]
    authors: list[tuple[int, int, str]]


def whole(line: str) -> Credit | None:
    """The credit that a whole line is, or null."""
    for pattern in (_NOT_EDITED, _CONTRIBUTED, _FROM):
        match = pattern.fullmatch(line)
        if match is None:
            continue
        who = match.groupdict().get("who")
        start = match.start("who") if who is not None else 0
        did: Credited = "cites" if pattern is _CONTRIBUTED or _CITES.search(line[:start]) is not None else "republishes"
        names = houses(line, start, len(line), did)
        if pattern is _FROM and not names and not _credits_people(line, match):
            continue
        return Credit(0, len(line), names, _reporters(line))
    initials = _INITIALS.fullmatch(line)
    if initials is not None:
        return Credit(0, len(line), houses(line, initials.start("who"), initials.end("who"), "cites"), [])
    bare = line.strip(" -–—/()[].*•")
    at = line.find(bare) if bare else -1
    if bare and len(bare) <= _SHORT:
        if _AGENCIES.fullmatch(bare) is not None:
            return Credit(0, len(line), [], [])
        names = houses(line, at, at + len(bare), "republishes")
        if names and sum(end - start for start, end, _, _ in names) >= len(re.sub(r"[\s/,&-]|and|The|the", "", bare)) - 2 * len(names):
            return Credit(0, len(line), names, [])
    return None


def trailing(paragraph: str) -> Credit | None:
    """The credit that a story's last paragraph ends with ("… (Agency)", "… — Agency"), or null."""
    for pattern in (_TRAILING, _DASHED):
        match = pattern.search(paragraph)
        if match is None or match.start() == 0:
            continue
        inner = whole(match["who"])
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        if inner is not None and paragraph[: match.start()].rstrip()[-1:] in ".!?\"”’')…":
            shift = match.start("who")
            moved = [(s + shift, e + shift, house, did) for s, e, house, did in inner.houses]
            return Credit(start, len(paragraph), moved, [(s + shift, e + shift, name) for s, e, name in inner.authors])
    return None


def houses(line: str, start: int, end: int, did: Credited) -> list[tuple[int, int, outlets.Outlet, Credited]]:
    """The outlets and agencies named between `start` and `end`."""
    found: list[tuple[int, int, outlets.Outlet, Credited]] = []
    position = start
    for cut in [*_WHO_CUT.finditer(line, start, end), None]:
        stop = end if cut is None else cut.start()
        raw = line[position:stop]
        name = raw.strip(" ()[].:*-–—/")
        house = outlets.named(name) if name else None
        if house is not None:
            at = position + raw.find(name)
            found.append((at, at + len(name), house, did))
        position = stop if cut is None else cut.end()
    return found


def _credits_people(line: str, match: re.Match[str]) -> bool:
    """Whether a "Reporting by …" line without a house reads as a credit: capitalised names, no sentence."""
    who = match["who"]
    if _AGENCIES.search(who) is not None:
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", who) if word.lower() not in ("and", "in", "by", "for", "editing", "writing", "reporting", "additional", "at", "of", "the")]
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals >= 0.8 * len(words) and re.match(r"(?i)sources?\b|via\b|agency\b|credit\b", line) is None


def _reporters(line: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for match in _REPORTER.finditer(line):
        position = match.start("names")
        for part in re.split(r"(\s*(?:,|\band\b|&)\s*|\s+in\s+.*)", match["names"]):
            name = part.strip(" .()")
            if len(name.split()) >= 2 and name[0].isupper() and outlets.named(name) is None and not part.strip().startswith("in "):
                at = position + part.find(name)
                found.append((at, at + len(name), name))
            position += len(part)
    return [] if _PHOTO.match(line) is not None else found
