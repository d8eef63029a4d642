"""Whether one report is a later version of another from the same outlet, corrects it or kills it: told from what both say of themselves."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

if TYPE_CHECKING:
    from onrecord.corroborating.copies import Overlap

Kind = Literal["supersedes", "corrects", "kills"]
NoticeKind = Literal["corrects", "kills", "updates"]

SHARE = 0.3
"""The least share of own words, the better way, that two versions of a story have in common."""
RUNS = 6
"""The fewest own runs that two versions share."""
ALIKE = 80.0
"""How alike two headlines are (0 to 100) that may stand over one story."""
DAYS = 14
"""After so many days a report under the same headline is another story, unless it stands on the same page."""
OPENING = 700
"""Characters of a report in which it says what it corrects."""

_DASH = r"\s*[-–—:|]+\s*"
_FLAGS = re.IGNORECASE | re.MULTILINE
_HEADLINES: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        "kills",
        re.compile(
            rf"^\W*(?:(?:mandatory|bulletin|urgent|editors?|advisory)\W+)*"
            rf"(?:kill(?:ed)?|withdrawn|withdrawal|retracted|retraction)(?:{_DASH}|\W*$)",
            re.IGNORECASE,
        ),
    ),
    (
        "corrects",
        re.compile(
            rf"^\W*(?:correct(?:ed|ion|ing)|corrected and (?:updated|refiled)|refile|clarification)(?:\s*\d+)?(?:{_DASH}|\W*$)",
            re.IGNORECASE,
        ),
    ),
    (
        "updates",
        re.compile(rf"^\W*(?:updated?|wrapup|(?:\d+(?:st|nd|rd|th)\s+)?(?:lead|ld|writethru))(?:\s*\d+)?{_DASH}", re.IGNORECASE),
    ),
)
_OPENINGS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    (
        "kills",
        re.compile(
            r"\b(?:this|the|our) (?:story|report|article|item|dispatch)\b[^.\n]{0,160}\b(?:has been|is|was) (?:withdrawn|retracted|killed)\b"
            r"|\bplease kill the (?:story|report|article|item)\b"
            r"|\b(?:withdraws|has withdrawn|retracts|has retracted) (?:its|the|this) (?:story|report|article)\b"
            r"|^\s*(?:kill|story withdrawn|article retracted)\b\W",
            _FLAGS,
        ),
    ),
    (
        "corrects",
        re.compile(
            r"\((?:[^()]{0,80}\b)?corrects\b[^()]*\)"
            r"|\bthis (?:version|story|report|article)(?: of [^.\n]{0,40})? (?:corrects|has been corrected|was corrected)\b"
            r"|^\s*corrections?\s*(?:[:-]|\(|$)|\ban earlier version of this (?:story|report|article)\b[^.\n]{0,120}"
            r"\b(?:incorrect|misstated|wrong|erroneous|misidentified|misspell)|^\s*corrects\b",
            _FLAGS,
        ),
    ),
    ("updates", re.compile(r"\((?:updates|adds|recasts|rewrites)\b[^()]*\)", _FLAGS)),
)
_HINT = re.compile("kill|withdr|retract|correct|earlier|updates|adds|recasts|rewrites")  # nothing is said without one of these
_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "ocid", "cmpid", "ref_", "smid")


class Notice(msgspec.Struct, frozen=True):
    """That a report says of itself that it corrects, kills or updates another, and the words that say so."""

    kind: NoticeKind
    words: str


class Filing(msgspec.Struct, frozen=True):
    """A report as its versions are asked for.

    `opening` are its first characters, title included; `page` as `page` gives it; `arrived` numbers reports as they came and decides where nothing
    else tells which of two is the later.
    """

    id: str
    outlet: str | None
    title: str | None
    opening: str
    published: str | None
    modified: str | None
    page: str | None
    arrived: int


class Relation(msgspec.Struct, frozen=True):
    """What a later report does to an earlier one, and why that is thought, in words."""

    later: str
    earlier: str
    kind: Kind
    reasons: list[str]


def notice(title: str | None, opening: str) -> Notice | None:
    """What a report says of itself in its headline, else in its first characters; null where it says nothing."""
    for kind, pattern in _HEADLINES:
        if title is not None and (match := pattern.match(title)):
            return Notice(kind, match[0].strip(" -–—:|"))
    if not _HINT.search(opening[:OPENING].lower()):
        return None
    for kind, pattern in _OPENINGS:
        if match := pattern.search(opening[:OPENING]):
            return Notice(kind, match[0].strip())
    return None


def bare_title(title: str) -> str:
    """A headline without what it says of its version: "UPDATE 2-Ministers meet" is "Ministers meet"."""
    for _, pattern in _HEADLINES:
        title = pattern.sub("", title, count=1)
    return title.strip()


def page(location: str | None) -> str | None:
    """A web address without scheme, "www.", fragment, and what only says where the reader came from; any other location as it is."""
    if location is None or not location.lower().startswith(("http://", "https://")):
        return location
    parts = urlsplit(location)
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)])
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{f'?{query}' if query else ''}"


def relate(one: Filing, other: Filing, overlap: Overlap) -> Relation | None:
    """What the later of two reports does to the earlier; null where they are no versions of one story. The order of the two does not matter."""
    earlier, later, why_later = _in_order(one, other)
    said, before = notice(later.title, later.opening), notice(earlier.title, earlier.opening)
    reasons = _together(earlier, later)
    if not reasons:
        return None
    reasons.append(why_later)
    same_page = earlier.page is not None and earlier.page == later.page
    shares = max(overlap.a_in_b, overlap.b_in_a)
    overlaps = shares >= SHARE and overlap.shared >= RUNS
    alike = _alike(earlier.title, later.title)
    if said is not None and said.kind == "kills" and (before is None or before.kind != "kills"):
        if alike or same_page or overlap.copy or _names(later.opening, earlier.title):
            return Relation(later.id, earlier.id, "kills", [f"it says “{said.words}”", *reasons])
        return None
    if not overlaps and not (alike and said is not None and said.kind == "corrects"):
        return None
    if not (alike or same_page or (said is not None and (overlap.copy or shares >= 0.5))):
        return None
    if overlaps:
        reasons.append(f"{shares:.0%} of one report's own words stand in the other")
    if said is not None and said.kind == "corrects":
        return Relation(later.id, earlier.id, "corrects", [f"it says “{said.words}”", *reasons])
    return Relation(later.id, earlier.id, "supersedes", reasons)


def moment(filing: Filing) -> tuple[str, str] | None:
    """When a report was last changed, else published: the day and the moment (UTC, empty where only the day is known), to sort by."""
    value = filing.modified or filing.published
    if not value or not re.match(r"\d{4}-\d\d-\d\d", value):
        return None
    if "T" not in value:
        return value[:10], ""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value[:10], ""
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    return at.date().isoformat(), at.isoformat()


def _in_order(one: Filing, other: Filing) -> tuple[Filing, Filing, str]:
    """The earlier, the later, and what tells so."""
    a, b = moment(one), moment(other)
    if a is not None and b is not None and a != b and (a[0] != b[0] or (a[1] and b[1])):
        return (one, other, "it is dated later") if a < b else (other, one, "it is dated later")
    noticed = [notice(each.title, each.opening) is not None for each in (one, other)]
    if noticed[0] != noticed[1]:
        return (one, other, "it says that it is the later") if noticed[1] else (other, one, "it says that it is the later")
    return (one, other, "it came later") if (one.arrived, one.id) < (other.arrived, other.id) else (other, one, "it came later")


def _together(earlier: Filing, later: Filing) -> list[str]:
    """Why two reports can be of one outlet and one story at all."""
    a, b = moment(earlier), moment(later)
    if earlier.page is not None and earlier.page == later.page:
        return ["it stands on the same page"]
    if not earlier.outlet or not later.outlet or earlier.outlet.casefold().strip() != later.outlet.casefold().strip():
        return []
    if a is not None and b is not None and abs((datetime.fromisoformat(a[0]) - datetime.fromisoformat(b[0])).days) > DAYS:
        return []
    return [f"both are by {later.outlet}"]


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two headlines may stand over one story."""
    from rapidfuzz import fuzz  # noqa: PLC0415  loaded when two reports are compared

    a, b = (bare_title(each or "").casefold() for each in (one, other))
    return bool(a and b) and max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)) >= ALIKE


def _names(opening: str, title: str | None) -> bool:
    """Whether a report names another by its headline."""
    bare = " ".join(bare_title(title or "").casefold().split())
    return len(bare) >= 12 and bare in " ".join(opening.casefold().split())
