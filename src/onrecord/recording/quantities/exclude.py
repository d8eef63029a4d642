"""Numbers that are no quantities: names, models, resolutions, scores, phone numbers, ordinals, list numbers, "one" the pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Time
    from onrecord.recording.draft import Draft
    from onrecord.recording.quantities.figures import Figure

_NAMED = re.compile(
    r"\b(?:[Rr]esolutions?|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Nn]o\.?|[Nn]umbers?|[Ff]lights?|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]ages?|[Cc]hannel|[Tt]ype|[Gg]rade|[Pp]hase|[Ll]evel|[Ll]evels|[Cc]lause|[Pp]art"
    r"|[Vv]olume|[Ii]ssue|[Ee]pisode|[Ss]eason|[Tt]itle|[Ff]igure|[Tt]able|[Uu]nit|[Cc]lass|[Bb]oeing|[Aa]irbus|[Gg]roup of|[Bb]ig|[Aa]ge|[Aa]ges? of|[Aa]ged|[Ww]indows|[Ii]Phone|[Vv]ersion|[Mm]ark|[Cc]ategory|[Pp]ier|[Gg]ate"
    r"|[Aa]pollo|[Ss]oyuz|[Bb]ill|[Aa]ct|[Ll]aw|[Aa]mendment|[Zz]one|[Dd]istrict|[Ww]ard|[Ff]ormula|[Tt]op|[Rr]anked|[Rr]ank|[Tt]el|[Pp]hone|[Ff]ax|[Ss]cored?|[Ss]tage|[Dd]ivision|[Ss]eries|[Cc]ode|[Pp]roposition"
    r"|[Oo]peration|[Pp]rotocol|[Ss]tation|[Ll]ine|[Tt]erminal|[Cc]hromosome|[Aa]ntibody|[Cc]ell|[Cc]ovid|[Ss]ars-cov)\s*(?:\([A-Za-z]\)\s*)?[#-]?\s*$"
)
_SCORE = re.compile(
    r"\b(?:won|win|beat|beating|lost|lose|defeated|defeat|score\w*|victory|draw|drew|led|lead|voted?|vote of|tied|tie)\b", re.IGNORECASE
)
_PRONOUN = re.compile(
    r"^\s*(?:of\b|another\b|'s|\u2019s|who\b|that\b|which\b|is\b|was\b|day\b|night\b|thing\b|way\b|side\b|hand\b|point\b|[,.;:)]|can\b|could\b|would\b|will\b|should\b|has\b|had\b|must\b|in\b|at\b|to\b|and\b|or\b|for\b|by\b"
    r"|with\b|on\b|from\b|as\b|after\b|when\b|where\b|more\b|reason\b|step\b|place\b|party\b|country\b|nation\b|area\b|time\b|moment\b|example\b|single\b|major\b|big\b|key\b|such\b|last\b|final\b|official\b|source\b)"
)
_ADDRESS = re.compile(
    r"\s+(?:[A-Z][\w.'\u2019-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Square|Way|Court|Place|Terrace|Row|Crescent|Highway)\b"
)
_CALLED = re.compile(r"\b(?:call\w*|dial\w*|phon\w*|rang|ring|rings)\s+$", re.IGNORECASE)
_ORDER = re.compile(r"\b(?:first|last|next|top|past|other|these|those|any|no)\s+$", re.IGNORECASE)


def is_quantity(draft: Draft, figure: Figure, times: list[Time], money: bool) -> bool:
    """Whether a figure is one that counts or measures something."""
    text = draft.text
    start, end = figure.number_start, figure.end
    words = text[start:end]
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if any(t.start < end and start < t.end for t in times):
        return False
    if money or figure.share:
        return True
    if re.match(r"[-\u2010\u2011\u2013](?!(?:odd|plus|strong|dollar|percent|per)\b)[A-Za-z]", after) or re.search(
        r"[A-Za-z][-\u2011]$|[#@/\\]$|\w$", before
    ):
        return False
    if re.match(r"(?:st|nd|rd|th)\b|[:/]\d|\.\d", after) or re.search(r"\d[.:/]$", before):
        return False
    if _NAMED.search(before) and not re.match(r"\s*(?:%|percent|per cent|million|people)", after):
        return False
    if re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after):
        return False
    if re.search(r"\(?\+?\d[\d\s()-]{5,}$", before) or re.match(r"[\s-]\d{3,}", after):
        return False
    if (words.isdigit() and _ADDRESS.match(after)) or (len(words) == 3 and words.isdigit() and _CALLED.search(before)):
        return False
    if re.match(r"\s+(?:B\.?C\b|A\.?D\b|BCE\b)", after) or re.search(r"\b(?:A\.D\.|AD|BC)\s*$", before):
        return False
    if re.match(r"\s*[+=\u00d7]\s*\d", after) or re.search(r"\d\s*[+=\u00d7]\s*$", before):
        return False
    if _score(words, before, after):
        return False
    if _named(draft, start, end):
        return False
    low = words.lower()
    if low == "one":
        return not _PRONOUN.match(after) and not re.search(
            r"\b(?:no|any|every|each|this|that|the|which|some|another|number|day)\s+$", before, re.IGNORECASE
        )
    if low in ("several", "multiple", "a couple", "a handful"):
        return True
    return not (low.isalpha() and figure.value is not None and figure.value < 4 and _ORDER.search(before))


def _score(words: str, before: str, after: str) -> bool:
    """ "3-1", "a 52-48 vote": two small numbers and a dash among words of winning."""
    return bool(re.fullmatch(r"\d{1,3}\s?[-\u2013]\s?\d{1,3}", words)) and bool(_SCORE.search(before) or _SCORE.search(after))


def _named(draft: Draft, start: int, end: int) -> bool:
    """Whether the number lies within a name."""
    return any(
        n.start <= start
        and end <= n.end
        and (n.start < start or end < n.end)
        and n.label in ("PERSON", "ORGANIZATION", "FACILITY", "PRODUCT", "MISC", "WEAPON", "LOCATION")
        for n in draft.marks.names
    )
