"""Lines that say themselves what they are: addresses, times, bylines, divided lines, share buttons, credits, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import outlets
from onrecord.reading import bylines, captions, clock, credits, furniture, houses

if TYPE_CHECKING:
    from onrecord.reading.findings import Findings
    from onrecord.reading.lines import Line
    from onrecord.record.report import BlockKind

_PARTS = re.compile(r"\s*(?:\||•|·|\s[-–—]\s|\t|\s{3,}|\s/\s)\s*")
_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?P<path>/\S*)?", re.IGNORECASE)
_URL_DAY = re.compile(
    r"/(?P<day>(?P<y>(?:19|20)\d\d)(?:(?P<sep>[-/])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-2]?\d|3[01])|(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-2]\d|3[01])))(?=/|[-_])"
)


def label_marked(line: Line, found: Findings, *, head: bool, tail: bool, first: bool) -> bool:
    """Labels a line that says itself what it is; whether it does."""
    text = line.text
    if _label_address(line, found, first=first):
        return True
    if head and furniture.is_site_name(text) and line.hint is None:
        house = outlets.named(text.strip(" |-–—•·*"))
        if house is not None and found.publisher is None and house.kind != "agency":
            found.state_publisher(house, line.start, line.end)
            found.line("furniture", line)
            return True
        if house is not None and house.kind == "agency":
            found.line("byline" if not first else "furniture", line)
            found.state_house(house, line.start, line.end, "byline")
            return True
    if line.hint == "caption":
        label_caption(line, found)
        return True
    if line.hint in ("heading", "furniture"):
        found.line(line.hint, line)
        return True
    if _label_times(line, found, head=head) or _label_byline(line, found, head=head, tail=tail) or _label_parts(line, found, head=head):
        return True
    if captions.certain(text) or (captions.opens(text) and _label_picture(line, found, head=head)):
        if captions.certain(text):
            label_caption(line, found)
        return True
    if furniture.is_furniture(text):
        _label_furniture(line, found)
        return True
    return _label_credit(line, found, tail=tail) or _label_picture(line, found, head=head)


def _label_address(line: Line, found: Findings, *, first: bool) -> bool:
    """An address alone on a line; at the top it is where the report was copied from, and names its outlet."""
    match = _URL.fullmatch(line.text)
    if match is None or (match["path"] is None and "://" not in line.text and not line.text.startswith("www.")):
        return False
    found.line("furniture", line)
    if first:
        house = outlets.of_domain(match["host"])
        if house is not None and found.publisher is None:
            found.state_publisher(house, line.start + match.start("host"), line.start + match.end("host"), name=house.name)
        day = _URL_DAY.search(line.text)
        if day is not None:
            value = f"{day['y']}-{int(day['m'] or day['m2']):02}-{int(day['d'] or day['d2']):02}"
            found.state_time(value, line.start + day.start("day"), line.start + day.end("day"), changed=False)
    return True


def _label_times(line: Line, found: Findings, *, head: bool) -> bool:
    stamps = clock.stamps(line.text, zone=found.zone, day_first=found.day_first)
    if not stamps or not (head or line.hint == "published" or any(stamp.labelled for stamp in stamps)):
        return False
    for stamp in stamps:
        found.state_time(stamp.value, line.start + stamp.start, line.start + stamp.end, changed=stamp.changed)
    if (
        len(stamps) == 1
        and not stamps[0].labelled
        and "T" not in stamps[0].value
        and re.match(r"[A-Za-z]+day\b", line.text)
        and found.dateline is None
        and line.hint is None
    ):
        year, month, day = (int(part) for part in stamps[0].value.split("-"))
        found.dateline, found.day = found.span(line.start, line.end), (year, month, day)
        found.line("dateline", line)
    else:
        found.line("published", line)
    return True


def _label_byline(line: Line, found: Findings, *, head: bool, tail: bool) -> bool:
    if not (head or tail or line.hint == "byline"):
        return False
    authors = bylines.authors(line.text, needs_by=line.hint != "byline" and not (head and named_byline(line.text)))
    if (
        not authors
        and line.hint != "byline"
        and re.match(
            r"(?i)by\s+(?:our|staff|a|the)?\s*\w*\s*(?:staff|correspondents?|reporters?|agenc\w+|bureau|desk|editor\w*)\b.{0,30}$", line.text
        )
        is None
    ):
        return False
    found.line("byline", line)
    for author in authors:
        start, end = line.start + author.start, line.start + author.end
        if author.house is not None:
            found.state_house(author.house, start, end, "byline")
        else:
            found.state_author(start, end)
    return True


def _label_parts(line: Line, found: Findings, *, head: bool) -> bool:
    """A divided line whose parts all say what they are; one of them must be a time, a house or a byline."""
    spans = _spans(line.text)
    if not head or len(spans) < 2 or line.words > 30 or not parts_known(line.text):
        return False
    if not any(clock.stamps(line.text[a:b], zone=None) or outlets.named(line.text[a:b]) or bylines.authors(line.text[a:b]) for a, b in spans):
        return False
    starts = [0, *(a for a, _ in spans[1:]), len(line.text)]
    for (a, b), left, right in zip(spans, starts, starts[1:], strict=False):
        found.block(_label_part(line.text[a:b], line.start + a, line.start + b, found), line.start + left, line.start + right)
    return True


def _label_part(part: str, start: int, end: int, found: Findings) -> BlockKind:
    """What one part of a divided line is; what it states goes into `found`."""
    stamps = clock.stamps(part, zone=found.zone, day_first=found.day_first)
    house, authors = outlets.named(part), bylines.authors(part)
    if stamps:
        for stamp in stamps:
            found.state_time(stamp.value, start + stamp.start, start + stamp.end, changed=stamp.changed)
        return "published"
    if house is not None:
        found.state_house(house, start, end, "byline")
        return "byline"
    for author in authors:
        if author.house is not None:
            found.state_house(author.house, start + author.start, start + author.end, "byline")
        else:
            found.state_author(start + author.start, start + author.end)
    if authors:
        return "byline"
    if bylines.is_name(part) and not furniture.is_furniture(part):
        found.state_author(start, end)
        return "byline"
    return "furniture"


def parts_known(text: str) -> bool:
    """Whether each part of a divided line ("Agency | Updated: …") is a name of a house, a byline, a time or furniture."""
    parts = [part for part in _PARTS.split(text) if part]
    return len(parts) > 1 and all(_part_known(part) for part in parts)


def _part_known(part: str) -> bool:
    return bool(
        outlets.named(part) or clock.stamps(part, zone=None) or bylines.authors(part) or furniture.is_furniture(part) or bylines.is_name(part)
    )


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the parts of a divided line stand, dividers left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in _PARTS.finditer(text):
        if cut.start() > start:
            spans.append((start, cut.start()))
        start = cut.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def named_byline(text: str) -> bool:
    """Whether a line is a name and the house it writes for ("Name Surname, Outlet")."""
    authors = bylines.authors(text, needs_by=False)
    return len(authors) > 1 and any(author.house is not None for author in authors) and bylines.is_name(authors[0].name)


def _label_furniture(line: Line, found: Findings) -> None:
    """Furniture; a notice of copyright names whose the report is."""
    holder = furniture.copyright_holder(line.text)
    named = credits.houses(line.text, *holder, "republishes") if holder is not None else []
    agencies = [house for house in named if house[2].kind == "agency"]
    found.line("credit" if agencies else "furniture", line)
    for start, end, house, _ in agencies or named:
        found.state_house(house, line.start + start, line.start + end, "credit")


def _label_credit(line: Line, found: Findings, *, tail: bool) -> bool:
    inside = line.text[1:-1].strip() if line.text.startswith("(") and line.text.endswith(")") else ""
    own = houses.by_form(inside)
    if own is None and inside and (inside in found.told or (found.agency is not None and found.agency.value == inside)):
        own = houses.by_place(inside)
    if own is not None and own.kind == "agency" and outlets.named(inside) is None:  # those of the table are left to the rules for credits
        found.line("credit", line)
        found.state_house(own, line.start + 1, line.end - 1, "credit")
        return True
    credit = credits.whole(line.text)
    if credit is None or not (tail or line.hint == "credit" or credit.houses or credit.authors):
        return False
    if not tail and line.hint != "credit" and line.words <= 3 and credit.houses:
        found.line("caption", line)
        return True
    if not tail and line.hint != "credit" and line.words > 12 and not credit.houses:
        return False
    found.line("credit", line)
    state_credit(credit, line.start, found)
    return True


def state_credit(credit: credits.Credit, at: int, found: Findings) -> None:
    """What a credit that begins at `at` says: whose report it is, whose material it used, who reported."""
    for start, end, house, did in credit.houses:
        if did == "cites":
            found.state_cited(house, at + start, at + end)
        elif house.kind == "agency" or (found.publishing is None and end - start == len(found.text[at + credit.start : at + credit.end].strip())):
            found.state_house(house, at + start, at + end, "credit")
        elif found.publishing != house:
            found.state_cited(house, at + start, at + end)
    for start, end, _ in credit.authors:
        found.state_author(at + start, at + end)


def _label_picture(line: Line, found: Findings, *, head: bool) -> bool:
    text = line.text
    if captions.is_credit_line(text):
        found.line("caption", line)
        return True
    second = captions.doubled(text)
    marked = captions.opens(text) or captions.photo_credit(text)
    if second is not None and not marked and not head:
        found.block("body", line.start, line.start + second)
        found.block("furniture", line.start + second, line.end)
        return True
    if second is not None or (marked and (line.prose or head or captions.photo_credit(text))):
        label_caption(line, found)
        return True
    return False


def label_caption(line: Line, found: Findings) -> None:
    """A caption, once: a second printing of it is furniture, the one that has its credit stays."""
    before = found.blocks[-1] if found.blocks else None
    if before is not None and before.kind == "caption":
        earlier = captions.without_credit(found.text[before.start : before.end])
        if earlier and earlier == captions.without_credit(line.text):
            found.line("furniture", line)
            return
    second = captions.doubled(line.text)
    if second is None:
        found.line("caption", line)
        return
    cut = line.start + second
    longer_after = len(line.text) - second > second + 1
    found.block("furniture" if longer_after else "caption", line.start, cut)
    found.block("caption" if longer_after else "furniture", cut, line.end)
