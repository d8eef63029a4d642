"""The quantities of a report: every figure that counts or measures, with bounds, unit, what it counts and as of when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.record import Quantity, Time
from onrecord.recording.quantities.counted import counts_of, is_measure, unit_of
from onrecord.recording.quantities.exclude import is_quantity
from onrecord.recording.quantities.figures import FIGURE, Change, Figure, figure
from onrecord.recording.quantities.money import currency_after, currency_inside

if TYPE_CHECKING:
    from onrecord.record.items import Counts
    from onrecord.recording.draft import Draft

_UNREAD = ("furniture", "published", "byline", "credit", "dateline")
_PERCENT = re.compile(r"\s?(?:%|percent(?:age points?)?|per\s?cent|pc\b|percentage[\s-]points?)(?!\w)", re.IGNORECASE)
_MORE = re.compile(r"^\s+(?:more|others?|additional|further|extra|new)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:\b(?:a |the )?total(?:l?ing)?(?: \w+){0,3}? (?:of|to|at|is|was|stands at|stood at|rose to|reached)|\b(?:death |casualty )?toll (?:\w+ ){0,4}?(?:to|at|of|is|was|reached|above|past)|\bbringing (?:\w+ ){1,6}to|\btotall?ing"
    r"|\b(?:the )?(?:overall |total )?number of (?:\w+ ){1,5}(?:to|at|is|was|reached|stands at))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_HUMAN = ("killed", "wounded", "casualties", "arrested", "deployed", "displaced", "participants")
_FELLED = ("killed", "dead", "wounded", "injured", "missing")
_CROWDS = ("participants", "displaced", "killed", "wounded", "arrested")
_HANDED = re.compile(r"\b(?:hand|turn|took|take|taken|taking)\w*\s+$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|,? and|,? as well as|,? along with|,? plus)\s+(?:the\s+)?", re.IGNORECASE)
_INCLUDING = re.compile(r",?\s+(?:\([^)]{0,20}\)\s*)?(?:including|among them|of whom|among whom|of which|of them)\s+(?:were\s+)?", re.IGNORECASE)
_IN_ALL = re.compile(r"^[^.;]{0,40}?\b(?:in total|in all|altogether|so far|overall|to date)\b", re.IGNORECASE)


def find(draft: Draft, times: list[Time]) -> list[Quantity]:
    """All quantities of the report's title, captions and body, in order, with provisional ids; numbers inside `times` are not quantities. `of` is left open."""
    out: list[Quantity] = []
    blocks = [(b.start, b.end) for b in draft.report.blocks if b.kind not in _UNREAD] if draft.report.blocks else [(0, len(draft.text))]
    for start, end in blocks:
        at = start
        while (m := FIGURE.search(draft.text, at, end)) is not None:
            found = figure(m)
            at = max(m.start() + 1, found.end if found is not None else m.end())
            made = _quantity(draft, found, times, f"q{len(out) + 1}") if found is not None else None
            if made is not None:
                out.append(made)
                at = max(at, made.end)
    return _shared(draft, out)


def _shared(draft: Draft, found: list[Quantity]) -> list[Quantity]:
    """ "Five soldiers, two policemen … were killed", "arrested 14 people, including three women": a figure without a cue counts what its neighbour does."""
    out = list(found)
    for i in reversed(range(len(out) - 1)):
        gap = draft.text[out[i].end : out[i + 1].start]
        if _open(draft, out[i]) and _by_verb(draft, out[i + 1]) and _LISTED.fullmatch(gap):
            out[i] = _like(draft, out[i], out[i + 1])
    for i in range(1, len(out)):
        gap = draft.text[out[i - 1].end : out[i].start]
        if _open(draft, out[i]) and _by_verb(draft, out[i - 1]) and (_LISTED.fullmatch(gap) or _INCLUDING.fullmatch(gap)):
            out[i] = _like(draft, out[i], out[i - 1])
    return out


def _open(draft: Draft, q: Quantity) -> bool:
    """Whether nothing said what it counts."""
    return q.counts == "other" and q.unit != "%" and draft.reasons[f"{q.id}.counts"][0].rule == "no cue"


def _by_verb(draft: Draft, q: Quantity) -> bool:
    """Whether what it counts was told by a verb, which others beside it share (a noun, as in "41 arrests", counts for itself)."""
    rule = draft.reasons[f"{q.id}.counts"][0].rule
    return q.counts in _HUMAN and (not rule.startswith("noun") or rule.endswith(_FELLED))


def _like(draft: Draft, q: Quantity, other: Quantity) -> Quantity:
    draft.reasons[f"{q.id}.counts"] = []
    draft.because(q.id, "counts", "as the figure beside it", draft.span(other.start, other.end))
    return msgspec.structs.replace(q, counts=other.counts)


def _quantity(draft: Draft, f: Figure, times: list[Time], id_: str) -> Quantity | None:
    """The quantity that a figure is, or null; its reasons are given."""
    text = draft.text
    inside = currency_inside(text[f.number_start : f.end])
    percent = _PERCENT.match(text, f.end)
    after = currency_after(text, f.end, f.value if f.value is not None else f.low) if inside is None and percent is None else None
    money = inside is not None or after is not None
    if not is_quantity(draft, f, times, money or percent is not None):
        return None
    unit: str | None
    counts: Counts
    end = f.end
    if money:
        unit, counts, rule = (inside, "money", "currency symbol") if after is None else (after[0], "money", "currency word")
        end = after[1] if after is not None else f.end
    elif percent is not None or f.share:
        unit, counts, rule = "%", "other", "share"
        end = percent.end() if percent is not None else f.end
        if percent is not None and "point" in percent[0].lower():
            unit = "percentage points"
    else:
        unit, end = unit_of(draft, f.number_start, f.end)
        counts, rule = counts_of(draft, f.number_start, f.end, unit, end)
        if unit is None and (_of_name(draft, f) or (counts not in _CROWDS and _unlikely(text, f))):
            return None
        if is_measure(unit):
            counts, rule = "other", "measure"
    change = _change(text, f, end)
    f = _unhanded(text, f)
    more = _MORE.match(text[f.end : f.end + 14]) if unit is None and change == "increment" else None
    end = end if more is None else max(end, f.end + more.end())
    start = f.start
    span = draft.span(start, end)
    draft.because(id_, "value", f.rule, draft.span(f.start, f.end))
    draft.because(id_, "counts", rule, span)
    if change is not None:
        draft.because(id_, "change", change, span)
    return Quantity(id_, start, end, span.text, f.value, f.low, f.high, f.approximate, unit, counts, change, _as_of(text, times, start, end), None)


def _unhanded(text: str, f: Figure) -> Figure:
    """The figure without an "over" that belongs to its verb ("handed over 80 rifles")."""
    if f.rule == "lower bound" and text[f.start : f.number_start].lower().strip() == "over" and _HANDED.search(text[max(0, f.start - 14) : f.start]):
        return msgspec.structs.replace(f, start=f.number_start, high=f.value, rule="number")
    return f


def _of_name(draft: Draft, f: Figure) -> bool:
    """Whether a bare number goes on a name ("the Nikkei 225"): a capital stands before it, and no verb of counting follows."""
    before = re.search(r"(?<![.!?\n]\s)(?:(?<=\s)|(?<=&))[A-Z][\w&]*\s$", draft.text[max(0, f.number_start - 24) : f.number_start])
    follows = re.match(r"\s+(?:\w+\s+){0,3}?(?:\w+ed|died|hurt|dead)\b", draft.text[f.end : f.end + 40])
    return f.start == f.number_start and before is not None and follows is None and f.value is not None and f.value < 5000


def _unlikely(text: str, f: Figure) -> bool:
    """A figure without a noun counts only under a verb of counting, after a toll, or as a large number."""
    before, after = text[max(0, f.start - 60) : f.start], text[f.end : f.end + 40]
    if re.search(
        r"\b(?:kill\w*|wound\w*|injur\w*|arrest\w*|detain\w*|dead|deaths?|toll|total|number|displac\w*|least|rose|risen|fell|increased?)\b",
        before + " " + after,
        re.IGNORECASE,
    ):
        return (
            f.value is not None and f.value == 1 and not re.search(r"\b(?:killed|wounded|injured|killing|wounding|injuring|least)\b", before + after)
        )
    return f.value is None or f.value < 100 or float(f.value) == 2000


def _change(text: str, f: Figure, end: int) -> Change | None:
    """Whether the figure adds to another or sums up."""
    if f.change is not None:
        return f.change
    if _MORE.match(text[f.end : f.end + 14]) and not re.match(r"\s+(?:more|less)\s+than", text[f.end : f.end + 12]):
        return "increment"
    if re.search(r"\b(?:others?|more)$", text[f.start : end]):
        return "increment"
    if _TOTAL.search(text[max(0, f.start - 70) : f.start]) or _IN_ALL.match(text[end : end + 50].split(",", maxsplit=1)[0]):
        return "total"
    return None


def _as_of(text: str, times: list[Time], start: int, end: int) -> str | None:
    """The time that the sentence gives the figure's state for: "as of Tuesday", "by Friday evening" after a total."""
    left = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    rights = [p for p in (text.find(". ", end), text.find("\n", end)) if p >= 0]
    right = min(rights) if rights else len(text)
    for time in times:
        if (
            left <= time.start
            and time.end <= right
            and time.value is not None
            and re.search(r"\bas of\s+(?:late\s+|early\s+)?$", text[max(0, time.start - 14) : time.start], re.IGNORECASE)
        ):
            return time.value
    return None
