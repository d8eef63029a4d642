"""Lines to blocks: what each line of a report is, in the order of the page: head, story, tail."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from onrecord.facts import outlets
from onrecord.reading import bylines, captions, clock, credits, datelines, furniture

if TYPE_CHECKING:
    from onrecord.reading.findings import Findings
    from onrecord.reading.lines import Line

_PARTS = re.compile(r"\s*(?:\||•|·|\s[-–—]\s|\t|\s{3,}|\s/\s)\s*")
_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?P<path>/\S*)?", re.IGNORECASE)
_URL_DAY = re.compile(r"/(?P<day>(?P<y>(?:19|20)\d\d)(?:(?P<sep>[-/])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>[0-2]?\d|3[01])|(?P<m2>0[1-9]|1[0-2])(?P<d2>[0-2]\d|3[01])))(?=/|[-_])")
_SUFFIX = re.compile(r"\s+(?:[-–—|:]+|·|»)\s+(?P<name>[^-–—|·»]{2,40})$")
_SUMMARY = re.compile(r"(?:story\s+highlights|key\s+(?:points|takeaways)|highlights|at\s+a\s+glance|in\s+brief|what\s+you\s+need\s+to\s+know)\b", re.IGNORECASE)
_TITLE_WORDS, _TITLE_LETTERS = 4, 18
_HEADING_WORDS = 14
_TAIL = 6
_DOMAINS = ("com", "org", "net")


def label(lines: list[Line], found: Findings) -> None:
    """Puts the blocks of `lines` and what they state into `found`; every line is in some block."""
    latin = _latin(found.text)
    seen: dict[str, int] = {}
    story = _story(lines)
    last = max((i for i, line in enumerate(lines) if _is_story(line)), default=-1)
    title = _title(lines, story)
    for i, line in enumerate(lines):
        again = seen.get(line.text)
        seen[line.text] = i
        if i == title:
            _label_title(line, found)
        elif again is not None and line.hint != "body" and (i < story or again == i - 1 or not lines[again].prose or captions.photo_credit(line.text)):
            found.line("furniture", line)
        elif not _label_marked(line, found, head=i < story or story == -1, tail=i > last, first=i == 0):
            _label_rest(lines, i, found, story=story, last=last, title=title, latin=latin)


def _story(lines: list[Line]) -> int:
    """Where the story itself begins: the first running text that is no caption, byline or furniture; -1 where there is none."""
    for i, line in enumerate(lines):
        if line.hint in ("title", "heading", "byline", "published", "caption", "furniture", "credit"):
            continue
        if _is_story(line) and captions.doubled(line.text) is None and not _caption_before_story(lines, i):
            return i
    return -1


def _is_story(line: Line) -> bool:
    return (
        line.hint not in ("title", "caption", "furniture", "byline", "published", "credit", "heading")
        and (line.prose or line.hint == "body")
        and not furniture.is_furniture(line.text)
        and not captions.opens(line.text)
        and not captions.photo_credit(line.text)
        and credits.whole(line.text) is None
        and not clock.stamps(line.text, zone=None)
        and not bylines.authors(line.text)
    )


def _caption_before_story(lines: list[Line], i: int) -> bool:
    """A paragraph above the story that ends with a house in brackets is a caption, where more paragraphs follow."""
    inside = captions.bracket(lines[i].text)
    if inside is None or outlets.named(inside) is None:
        return False
    return sum(_is_story(line) for line in lines[i + 1 : i + 4]) >= 2 and datelines.find(lines[i].text) is None  # noqa: PLR2004


def _title(lines: list[Line], story: int) -> int:
    """Which line is the title: the page's own, else the first line above the story that reads like one; -1 where none does."""
    hinted = [i for i, line in enumerate(lines) if line.hint == "title"]
    if hinted:
        return hinted[0]
    if story <= 0 or any(line.hint is not None for line in lines):
        return -1
    above = [i for i in range(story) if _may_be_title(lines[i])]
    full = [i for i in above if lines[i].words >= _TITLE_WORDS or len(lines[i].text) >= _TITLE_LETTERS]
    return (full or above[-1:] or [-1])[0]


def _may_be_title(line: Line) -> bool:
    text = line.text
    return (
        line.words >= 2  # noqa: PLR2004
        and not furniture.is_furniture(text)
        and not furniture.is_site_name(text)
        and _URL.fullmatch(text) is None
        and not clock.stamps(text, zone=None)
        and not _parts_known(text)
        and not bylines.authors(text)
        and not captions.is_credit_line(text)
        and not captions.opens(text)
        and not captions.photo_credit(text)
        and captions.doubled(text) is None
        and not captions.certain(text)
        and not _bracketed_house(line)
        and _SUMMARY.match(text) is None
        and not _named_byline(text)
    )


def _bracketed_house(line: Line) -> bool:
    """Whether running text ends with a house in brackets, as captions do."""
    inside = captions.bracket(line.text)
    return inside is not None and line.words > _HEADING_WORDS and outlets.named(inside) is not None


def _named_byline(text: str) -> bool:
    """Whether a line is a name and the house it writes for ("Name Surname, Outlet")."""
    authors = bylines.authors(text, needs_by=False)
    return len(authors) > 1 and any(author.house is not None for author in authors) and bylines.is_name(authors[0].name)


def _label_title(line: Line, found: Findings) -> None:
    """The title, the name of the site after it split off as furniture."""
    suffix = _SUFFIX.search(line.text)
    house = outlets.named(suffix["name"]) if suffix is not None else None
    if suffix is None or house is None:
        found.line("title", line)
        found.state_title(line.start, line.end)
        return
    cut = line.start + suffix.start()
    found.block("title", line.start, cut)
    found.state_title(line.start, cut)
    found.block("furniture", cut, line.end)
    name = line.start + suffix.start("name")
    if found.publisher is None:
        _state_publisher(house, name, line.end, found)


def _state_publisher(house: outlets.Outlet, start: int, end: int, found: Findings) -> None:
    from onrecord.record import Stated  # noqa: PLC0415

    span = found.span(start, end)
    found.publisher, found.publishing = Stated(span.text, span, "text"), house


def _label_marked(line: Line, found: Findings, *, head: bool, tail: bool, first: bool) -> bool:
    """Labels a line that says itself what it is; whether it does."""
    text = line.text
    if _label_address(line, found, first=first):
        return True
    if head and furniture.is_site_name(text) and line.hint is None:
        house = outlets.named(text.strip(" |-–—•·*"))
        if house is not None and found.publisher is None and house.kind != "agency":
            _state_publisher(house, line.start, line.end, found)
            found.line("furniture", line)
            return True
        if house is not None and house.kind == "agency":
            found.line("byline" if not first else "furniture", line)
            found.state_house(house, line.start, line.end, "byline")
            return True
    if line.hint == "caption":
        _label_caption(line, found)
        return True
    if line.hint in ("heading", "furniture"):
        found.line(line.hint, line)
        return True
    if _label_times(line, found, head=head) or _label_byline(line, found, head=head, tail=tail) or _label_parts(line, found, head=head):
        return True
    if captions.certain(text) or (captions.opens(text) and _label_picture(line, found, head=head)):
        if captions.certain(text):
            _label_caption(line, found)
        return True
    if furniture.is_furniture(text):
        _label_furniture(line, found)
        return True
    return _label_credit(line, found, tail=tail) or _label_picture(line, found, head=head)


def _label_furniture(line: Line, found: Findings) -> None:
    """Furniture; a notice of copyright names whose the report is."""
    holder = furniture.copyright_holder(line.text)
    named = credits.houses(line.text, *holder, "republishes") if holder is not None else []
    agencies = [house for house in named if house[2].kind == "agency"]
    found.line("credit" if agencies else "furniture", line)
    for start, end, house, _ in agencies or named:
        found.state_house(house, line.start + start, line.start + end, "credit")


def _label_address(line: Line, found: Findings, *, first: bool) -> bool:
    """An address alone on a line; at the top it is where the report was copied from, and names its outlet."""
    match = _URL.fullmatch(line.text)
    if match is None or (match["path"] is None and "://" not in line.text and not line.text.startswith("www.")):
        return False
    found.line("furniture", line)
    if first:
        house = outlets.of_domain(match["host"])
        if house is not None and found.publisher is None:
            _state_publisher(house, line.start + match.start("host"), line.start + match.end("host"), found)
            from onrecord.record import Stated  # noqa: PLC0415

            found.publisher = Stated(house.name, found.publisher.span if found.publisher is not None else None, "text")
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
    if len(stamps) == 1 and not stamps[0].labelled and "T" not in stamps[0].value and re.match(r"[A-Za-z]+day\b", line.text) and found.dateline is None and line.hint is None:
        year, month, day = (int(part) for part in stamps[0].value.split("-"))
        found.dateline, found.day = found.span(line.start, line.end), (year, month, day)
        found.line("dateline", line)
    else:
        found.line("published", line)
    return True


def _label_byline(line: Line, found: Findings, *, head: bool, tail: bool) -> bool:
    if not (head or tail or line.hint == "byline"):
        return False
    authors = bylines.authors(line.text, needs_by=line.hint != "byline" and not (head and _named_byline(line.text)))
    if not authors and line.hint != "byline" and re.match(r"(?i)by\s+(?:our|staff|a|the)?\s*\w*\s*(?:staff|correspondents?|reporters?|agenc\w+|bureau|desk|editor\w*)\b.{0,30}$", line.text) is None:
        return False
    found.line("byline", line)
    for author in authors:
        start, end = line.start + author.start, line.start + author.end
        if author.house is not None:
            found.state_house(author.house, start, end, "byline")
        else:
            found.state_author(start, end)
    return True


def _parts_known(text: str) -> bool:
    """Whether each part of a divided line ("Agency | Updated: …") is a name of a house, a byline, a time or furniture."""
    parts = [part for part in _PARTS.split(text) if part]
    return len(parts) > 1 and all(_part_known(part) for part in parts)


def _part_known(part: str) -> bool:
    return bool(outlets.named(part) or clock.stamps(part, zone=None) or bylines.authors(part) or furniture.is_furniture(part) or bylines.is_name(part))


def _label_parts(line: Line, found: Findings, *, head: bool) -> bool:
    """A divided line whose parts all say what they are; one of them must be a time, a house or a byline."""
    spans = _spans(line.text)
    if not head or len(spans) < 2 or line.words > 30 or not _parts_known(line.text):  # noqa: PLR2004
        return False
    if not any(clock.stamps(line.text[a:b], zone=None) or outlets.named(line.text[a:b]) or bylines.authors(line.text[a:b]) for a, b in spans):
        return False
    for a, b in spans:
        part, start, end = line.text[a:b], line.start + a, line.start + b
        stamps = clock.stamps(part, zone=found.zone, day_first=found.day_first)
        house, authors = outlets.named(part), bylines.authors(part)
        if stamps:
            for stamp in stamps:
                found.state_time(stamp.value, start + stamp.start, start + stamp.end, changed=stamp.changed)
            found.block("published", start, end)
        elif house is not None:
            found.state_house(house, start, end, "byline")
            found.block("byline", start, end)
        elif authors or (bylines.is_name(part) and not furniture.is_furniture(part)):
            for author in authors:
                if author.house is not None:
                    found.state_house(author.house, start + author.start, start + author.end, "byline")
                else:
                    found.state_author(start + author.start, start + author.end)
            if not authors:
                found.state_author(start, end)
            found.block("byline", start, end)
        else:
            found.block("furniture", start, end)
    return True


def _spans(text: str) -> list[tuple[int, int]]:
    """The parts of a divided line, each with the divider after it left to the next: what lies between parts is in the part before."""
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in _PARTS.finditer(text):
        if cut.start() > start:
            spans.append((start, cut.start()))
        start = cut.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _label_credit(line: Line, found: Findings, *, tail: bool) -> bool:
    credit = credits.whole(line.text)
    if credit is None or not (tail or line.hint == "credit" or credit.houses or credit.authors):
        return False
    if not tail and line.hint != "credit" and line.words <= 3 and credit.houses:  # noqa: PLR2004  a house alone between paragraphs took the picture
        found.line("caption", line)
        return True
    if not tail and line.hint != "credit" and line.words > 12 and not credit.houses:  # noqa: PLR2004
        return False
    found.line("credit", line)
    _state_credit(credit, line.start, found)
    return True


def _state_credit(credit: credits.Credit, at: int, found: Findings) -> None:
    for start, end, house, did in credit.houses:
        if did == "cites":
            found.state_cited(house, at + start, at + end)
        elif house.kind == "agency":
            found.state_house(house, at + start, at + end, "credit")
        elif found.publishing is None and end - start == len(found.text[at + credit.start : at + credit.end].strip()):
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
        _label_caption(line, found)
        return True
    return False


def _label_caption(line: Line, found: Findings) -> None:
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


def _label_rest(lines: list[Line], i: int, found: Findings, *, story: int, last: int, title: int, latin: bool) -> None:
    """Labels a line that does not say itself what it is: by where it stands."""
    line = lines[i]
    if line.hint == "body" or (story == -1 and title == -1) or story <= i <= last:
        if i > story and not line.prose and line.hint != "body" and _is_heading(lines, i):
            found.line("heading", line)
        else:
            _label_body(line, found, first=i <= story + 1, last=i == last)
        return
    if i < story or story == -1:
        if _caption_before_story(lines, i):
            _label_caption(line, found)
        elif furniture.is_foreign_handle(line.text, latin=latin) or i < title or title == -1 and line.words < _TITLE_WORDS:
            found.line("furniture", line)
        elif _beside_time(lines, i) and bylines.is_name(line.text):
            found.line("byline", line)
            found.state_author(line.start, line.end)
        else:
            found.line("heading" if line.words >= _TITLE_WORDS else "furniture", line)
        return
    found.line("body" if line.prose or line.words > _HEADING_WORDS else "furniture", line)


def _beside_time(lines: list[Line], i: int) -> bool:
    """Whether the line before or after is a time of publication."""
    return any(0 <= k < len(lines) and bool(clock.stamps(lines[k].text, zone=None)) for k in (i - 1, i + 1))


def _is_heading(lines: list[Line], i: int) -> bool:
    """A short line without a full stop, capitalised, with running text right after it."""
    text = lines[i].text
    if lines[i].words > _HEADING_WORDS or text[-1] in ",;:-–—" or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘"):
        return False
    return i + 1 < len(lines) and lines[i + 1].prose


def _label_body(line: Line, found: Findings, *, first: bool, last: bool) -> None:
    """A paragraph of the story, its dateline and its credit split off."""
    start, end = line.start, line.end
    if first and found.dateline is None:
        head = datelines.find(line.text)
        house = outlets.named(line.text[: head.end]) if head is not None else None
        if head is not None and house is not None:
            found.block("credit", start, start + head.stop)
            found.state_house(house, start, start + head.end, "credit")
            start += head.stop
        elif head is not None:
            found.dateline, found.day = found.span(start + head.start, start + head.end), head.day
            found.block("dateline", start, start + head.stop)
            if head.house is not None:
                for a, b, house, _ in credits.houses(line.text, head.house_start, head.house_start + len(head.house), "republishes"):
                    found.state_house(house, start + a, start + b, "dateline")
            start += head.stop
    credit = credits.trailing(found.text[start:end]) if last else None
    if credit is None:
        found.block("body", start, end)
        return
    found.block("body", start, start + credit.start)
    found.block("credit", start + credit.start, end)
    _state_credit(credit, start, found)


def _latin(text: str) -> bool:
    """Whether most letters are Latin."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return sum("LATIN" in unicodedata.name(c, "") for c in letters) * 2 > len(letters)
