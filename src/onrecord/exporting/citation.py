"""A report as literature cites it: BibTeX, and CSL-JSON for everything else."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Record, Report

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}  # fmt: skip
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_WORD = re.compile(r"[a-z0-9]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(record: Record) -> str:
    """An entry of BibTeX (`@article`, the outlet as its journal), as BibTeX and biblatex read it; UTF-8."""
    report = record.report
    date = _date(report)
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in _authors(report)) or None,
        "title": f"{{{_escaped(report.title.value)}}}" if report.title is not None else None,
        "journal": _escaped(report.publisher.value) if report.publisher is not None else None,
        "year": f"{date[0]}" if date else None,
        "month": _MONTHS[date[1] - 1] if len(date) > 1 else None,
        "day": f"{date[2]}" if len(date) > 2 else None,
        "url": _url(report),
        "urldate": report.origin.retrieved[:10] if report.origin.retrieved is not None else None,
        "note": _escaped(f"{report.agency.value}") if report.agency is not None else None,
        "language": _escaped(report.language),
    }
    lines = [f"  {name} = {value if name == 'month' else '{' + value + '}'}," for name, value in fields.items() if value is not None]
    return "\n".join([f"@article{{{key(report)},", *lines, "}", ""])


def csl(record: Record) -> list[dict[str, Any]]:
    """The same as CSL-JSON: a list of one item, `article-newspaper`."""
    report = record.report
    date = _date(report)
    item: dict[str, Any] = {
        "id": key(report), "type": "article-newspaper", "title": report.title.value if report.title is not None else None,
        "author": [{"literal": name} for name in _authors(report)] or None,
        "container-title": report.publisher.value if report.publisher is not None else None,
        "publisher": report.agency.value if report.agency is not None else None, "issued": {"date-parts": [list(date)]} if date else None,
        "URL": _url(report), "language": report.language,
        "accessed": {"date-parts": [[int(part) for part in report.origin.retrieved[:10].split("-")]]} if report.origin.retrieved is not None else None,
    }  # fmt: skip
    return [{name: value for name, value in item.items() if value is not None}]


def bibliography(records: Iterable[Record]) -> str:
    """Entries of BibTeX for several reports, one after the other."""
    return "\n".join(bibtex(record) for record in records)


def key(report: Report) -> str:
    """What an entry is called: outlet, year, a word of the title, the beginning of the report's id; letters and digits alone."""
    outlet = report.publisher or report.agency
    words = [*_words(outlet.value if outlet is not None else "")[-1:], *(str(part) for part in _date(report)[:1])]
    title = [word for word in _words(report.title.value if report.title is not None else "") if len(word) > 3][:1]
    return "-".join([*words, *title, report.id[:6]])


def _authors(report: Report) -> list[str]:
    return [flat for stated in report.byline if (flat := " ".join(stated.value.split()))] or ([report.agency.value] if report.agency is not None else [])


def _date(report: Report) -> tuple[int, ...]:
    """Year, month and day of publication, as far as they are told."""
    found = _DAY.match(report.published.value) if report.published is not None else None
    parts = [int(part) for part in found.groups() if part is not None] if found else []
    return tuple(parts if len(parts) < 2 or 1 <= parts[1] <= 12 else parts[:1])


def _url(report: Report) -> str | None:
    """The report's web address, percent-encoded where an entry could be broken by it."""
    location = report.origin.location
    if location is None or not location.startswith(("http://", "https://")):
        return None
    return re.sub(r"[\s{}\\\x00-\x1f\x7f]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), location)


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in " ".join(text.split()))


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(plain.lower())
