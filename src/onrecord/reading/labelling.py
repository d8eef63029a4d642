"""Lines to blocks: what each line of a report is, in the order of the page: head, story, tail."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from onrecord.facts import outlets, states
from onrecord.reading import bylines, captions, clock, credits, datelines, furniture, houses, marked

if TYPE_CHECKING:
    from onrecord.reading.findings import Findings
    from onrecord.reading.lines import Line

_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?P<path>/\S*)?", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[-–—|:]+|·|»)\s+(?P<name>[^-–—|·»]{2,40})$")
_SUMMARY = re.compile(
    r"(?:story\s+highlights|key\s+(?:points|takeaways)|highlights|at\s+a\s+glance|in\s+brief|what\s+you\s+need\s+to\s+know)\b", re.IGNORECASE
)
_TITLE_WORDS, _TITLE_LETTERS = 4, 18
_HEADING_WORDS = 14
_CLAUSE_WORDS = 12
_HOUSE_FIRST = re.compile(r"\(\s*(?P<house>[^()\n]{2,40}?)\s*\)\s*(?:[-–—]+\s*)?(?=[\"'“‘A-Z])")


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
        elif again is not None and line.hint != "body" and _is_repeat(lines, i, again, story):
            found.line("furniture", line)
        elif not marked.label_marked(line, found, head=i < story or story == -1, tail=i > last, first=i == 0):
            _label_rest(lines, i, found, story=story, last=last, title=title, latin=latin)


def _is_repeat(lines: list[Line], i: int, again: int, story: int) -> bool:
    """Whether a line that stands above already is furniture the second time: not a short answer given twice ("Yes.")."""
    text = lines[i].text
    if i < story or again == i - 1 or captions.photo_credit(text):
        return True
    return not lines[again].prose and not text.endswith((".", "?", "!", '"', "”", "’"))


def _story(lines: list[Line]) -> int:
    """Where the story itself begins: the first running text that is no caption, byline or furniture; -1 where there is none."""
    for i, line in enumerate(lines):
        if line.hint in ("title", "heading", "byline", "published", "caption", "furniture", "credit"):
            continue
        if _is_story(line) and captions.doubled(line.text) is None and not _caption_before_story(lines, i):
            return _opened(lines, i)
    return -1


def _opened(lines: list[Line], story: int) -> int:
    """The first of the lines right above running text that a comma or semicolon leaves open: "The Council, / Recalling …, / 1. Condemns …;"."""
    while story > 1 and lines[story - 1].hint is None and lines[story - 1].text.endswith((",", ";")):
        story -= 1
    return story


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
    return sum(_is_story(line) for line in lines[i + 1 : i + 4]) >= 2 and datelines.find(lines[i].text) is None


def _title(lines: list[Line], story: int) -> int:
    """Which line is the title: the page's own, else the first line above the story that reads like one; -1 where none does."""
    hinted = [i for i, line in enumerate(lines) if line.hint == "title"]
    if hinted:
        return hinted[0]
    if story <= 0 or any(line.hint is not None for line in lines):
        return -1
    above = [i for i in range(story) if _may_be_title(lines[i])]
    full = [i for i in above if lines[i].words >= _TITLE_WORDS or len(lines[i].text) >= _TITLE_LETTERS]
    if len(full) > 1 and houses.by_form(lines[full[0]].text) is not None:
        return full[1]
    return (full or above[-1:] or [-1])[0]


def _may_be_title(line: Line) -> bool:
    text = line.text
    return (
        line.words >= 2
        and not furniture.is_furniture(text)
        and not furniture.is_site_name(text)
        and _URL.fullmatch(text) is None
        and not clock.stamps(text, zone=None)
        and not marked.parts_known(text)
        and not bylines.authors(text)
        and not captions.is_credit_line(text)
        and not captions.opens(text)
        and not captions.photo_credit(text)
        and captions.doubled(text) is None
        and not captions.certain(text)
        and not _bracketed_house(line)
        and _SUMMARY.match(text) is None
        and not marked.named_byline(text)
    )


def _bracketed_house(line: Line) -> bool:
    """Whether running text ends with a house in brackets, as captions do."""
    inside = captions.bracket(line.text)
    return inside is not None and line.words > _HEADING_WORDS and outlets.named(inside) is not None


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
        found.state_publisher(house, name, line.end)


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
        house = houses.by_form(line.text) if i < title and found.publisher is None else None
        if house is not None:
            found.state_publisher(house, line.start, line.end)
        if _caption_before_story(lines, i):
            marked.label_caption(line, found)
        elif furniture.is_foreign_handle(line.text, latin=latin) or i < title or (title == -1 and line.words < _TITLE_WORDS):
            found.line("furniture", line)
        elif _beside_time(lines, i) and bylines.is_name(line.text):
            found.line("byline", line)
            found.state_author(line.start, line.end)
        else:
            found.line("heading" if line.words >= _TITLE_WORDS else "furniture", line)
        return
    found.line("body" if line.prose or line.words > _HEADING_WORDS or _is_clause(line) else "furniture", line)


def _is_clause(line: Line) -> bool:
    """Whether a line without a full stop at the end of a story still reads as running text: long, with many small letters and a comma."""
    small = sum(word[0].islower() for word in line.text.split())
    return line.words >= _CLAUSE_WORDS and 3 * small > line.words and ", " in line.text


def _beside_time(lines: list[Line], i: int) -> bool:
    """Whether the line before or after is a time of publication."""
    return any(0 <= k < len(lines) and bool(clock.stamps(lines[k].text, zone=None)) for k in (i - 1, i + 1))


def _is_heading(lines: list[Line], i: int) -> bool:
    """A short line without a full stop, capitalised, with running text right after it."""
    text = lines[i].text
    if lines[i].words > _HEADING_WORDS or text[-1] in ".,;:-–—" or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘"):
        return False
    return i + 1 < len(lines) and lines[i + 1].prose


def _label_body(line: Line, found: Findings, *, first: bool, last: bool) -> None:
    """A paragraph of the story, its dateline and its credit split off."""
    start, end = line.start, line.end
    if first and found.dateline is None:
        start += _label_head(line, found)
    credit = credits.trailing(found.text[start:end]) if last else None
    if credit is None:
        found.block("body", start, end)
        return
    found.block("body", start, start + credit.start)
    found.block("credit", start + credit.start, end)
    marked.state_credit(credit, start, found)


def _label_head(line: Line, found: Findings) -> int:
    """Labels what a story's first paragraph opens with, its dateline or the house in brackets; how many characters that takes."""
    start = line.start
    head = datelines.find(line.text)
    if head is not None and _labels_turns(line.text[head.start : head.stop], found.text):
        return 0
    if head is None:
        opening = _HOUSE_FIRST.match(line.text)
        house = outlets.named(opening["house"]) if opening is not None else None
        if opening is None or house is None:
            return 0
        found.block("credit", start, start + opening.end())
        found.state_house(house, start + opening.start("house"), start + opening.end("house"), "dateline")
        return opening.end()
    house = outlets.named(line.text[: head.end])
    if house is not None:
        found.block("credit", start, start + head.stop)
        found.state_house(house, start, start + head.end, "credit")
        return head.stop
    found.dateline, found.day = found.span(start + head.start, start + head.end), head.day
    found.block("dateline", start, start + head.stop)
    if head.house is not None:
        at = head.house_start
        named = credits.houses(line.text, at, at + len(head.house), "republishes")
        alone = houses.by_place(head.house) if not named and head.day is not None and not states.named(head.house) else None
        for a, b, issuing, _ in named:
            found.state_house(issuing, start + a, start + b, "dateline")
        if alone is not None:
            found.state_house(alone, start + at, start + at + len(head.house), "dateline")
    return head.stop


def _latin(text: str) -> bool:
    """Whether most letters are Latin."""
    letters = [c for c in text[:4000] if c.isalpha()]
    return sum("LATIN" in unicodedata.name(c, "") for c in letters) * 2 > len(letters)


def _labels_turns(opening: str, text: str) -> bool:
    """Whether what looks like a dateline before a colon opens other lines too: whoever speaks there."""
    words = opening.strip()
    return words.endswith(":") and len(re.findall(rf"^{re.escape(words)}", text, re.MULTILINE)) > 1
