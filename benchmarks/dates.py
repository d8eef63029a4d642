"""Dates of GUM dev (TEI `<date>` of its last column) against the times of the whole pipeline, with the text's own date of creation as publication.

`times.dates`: a share, of the marked dates; `times.dates.values`: of those where some time with a value (no duration) overlaps. One is right when a time that overlaps it has the same first and last day (`when`, `from` and `to`), for a week at most two days
off (theirs begin on Sunday or Monday); where the corpus gives bounds (`notBefore`, `notAfter`), when it lies within them. A month or day without a year (`--09`) is right without a year.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import onrecord
from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.parsing import trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.parsing import Tree

Range = tuple[str, str]
_SEASONS = {"21": ("03", "05-31"), "22": ("06", "08-31"), "23": ("09", "11-30"), "24": ("12", "02-28")}
_TAG = re.compile(r"<(/?)(\w+)((?:\s[^<>]*?)?)(/?)>")


def dates() -> Iterator[Outcome]:
    """The outcome of every dev document that has a marked date."""
    reader = onrecord.Reader()
    for tree in trees("gum"):
        wanted = list(marked(tree))
        if not wanted:
            continue
        times = reader.read_text(tree.text, published=_created(tree.name)).times
        out, valued = Outcome("times.dates", tree.name, 0, len(wanted), len(wanted)), Outcome("times.dates.values", tree.name)
        for start, end, attributes in wanted:
            here = [t for t in times if t.start < end and start < t.end]
            found = [value for t in here if t.value is not None for value in (t.value, *(t.value.split("/") if "/" in t.value else ()))]
            good = any(agrees(value, attributes) for value in [*found, *([f"{found[0]}/{found[-1]}"] if len(found) > 1 else [])])
            out.right += good
            if any(t.value is not None and t.kind != "duration" for t in here):
                valued.found, valued.wanted, valued.right = valued.found + 1, valued.wanted + 1, valued.right + good
            if not good:
                out.miss(str(start), f"{tree.text[start:end]} {attributes}", "; ".join(f"{t.text} {t.value}" for t in here) or None)
        yield from (out, valued)


def marked(tree: Tree) -> Iterator[tuple[int, int, dict[str, str]]]:
    """First and last character and the attributes of each date that the corpus marks."""
    opened: list[tuple[int, dict[str, str]]] = []
    for word in tree.words:
        closing = 0
        for shut, name, inner, _ in _TAG.findall(word.misc.partition("XML=")[2]):
            if name != "date":
                continue
            if shut:
                closing += 1
            else:
                opened.append((word.at[0], dict(re.findall(r"(\w+):::\"([^\"]*)\"", inner))))
        for _ in range(closing):
            start, attributes = opened.pop()
            yield start, word.at[1], attributes


def agrees(value: str, wanted: dict[str, str]) -> bool:
    """Whether an EDTF value means what the attributes say."""
    found = stretch(value)
    if found is None:
        return False
    if "when" in wanted or ("from" in wanted and "to" in wanted):
        gold = stretch(wanted["when"] if "when" in wanted else f"{wanted['from']}/{wanted['to']}")
        return gold is not None and (found == gold or (_week(gold) and _week(found) and _apart(found[0], gold[0]) <= 2))
    first, last = (stretch(wanted[k]) if k in wanted else None for k in ("notBefore" if "notBefore" in wanted else "from", "notAfter" if "notAfter" in wanted else "to"))
    return (first is None or first[0] <= found[0] or found[0] == "") and (last is None or found[1] <= last[1])


def stretch(value: str) -> Range | None:
    """First and last day of a date or interval, `XX` for what is left open; null for what is no date."""
    ends = [_days(end) for end in value.replace("~", "").replace("?", "").replace("%", "").split("/")]
    if any(e is None for e in ends):
        return None
    first, last = ends[0], ends[-1]
    return None if first is None or last is None else (first[0], last[1])


def _days(text: str) -> Range | None:
    if text == "..":
        return "", "~"
    text = re.sub(r"-(\d)(?=-|$)", r"-0\1", re.sub(r"^--", "XXXX-", text))[:10]
    m = re.fullmatch(r"(\d{4}|XXXX|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d|XX))?", text)
    if m is None:
        return None
    year, month, day = m.groups()
    if "X" in year and year != "XXXX":
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if month in _SEASONS:  # of the north, as both have them
        first, last = _SEASONS[month]
        return f"{year}-{first}-01", f"{year}-{last}"
    if month is None or not 1 <= int(month) <= 12:
        return (f"{year}-01-01", f"{year}-12-31") if month is None else None
    if day is None or day == "XX":
        return f"{year}-{month}-01", f"{year}-{month}-{31 if year == 'XXXX' else calendar.monthrange(int(year), int(month))[1]}"
    return text, text


def _week(days: Range) -> bool:
    return "X" not in days[0] + days[1] and "" not in days and "~" not in days and 5 <= _apart(*days) <= 7


def _apart(first: str, last: str) -> int:
    return abs(date.fromisoformat(first) - date.fromisoformat(last)) // timedelta(days=1)


def _created(name: str) -> str | None:
    """When the text was made, by the corpus's own header, where that is a day."""
    head = (DATA / f"gum/dev/{name}.conllu").read_text(encoding="utf-8")[:4000]
    found = re.search(r"^# meta::dateCreated = (\d{4}-\d\d-\d\d)$", head, re.MULTILINE)
    return found[1] if found else None
