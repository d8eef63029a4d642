"""The day a report speaks from: its publication, counted where it was filed; else its dateline's date."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.facts import zones
from onrecord.recording.times.words import MONTH, pattern

if TYPE_CHECKING:
    from onrecord.record import Report

Basis = Literal["publication", "dateline", "none"]
_EAST = timezone(timedelta(hours=9))  # the easternmost zone that much news comes from
_SLASHED = re.compile(r"\d[/-]\d{1,2}[/-]\d")
_DAY_FIRST = pattern(rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? (?:19|20)\d\d")
_MONTH_FIRST = pattern(rf"{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d")


class Anchor(msgspec.Struct, frozen=True):
    """The day, the time of day where it is known ("HH:MM"), and what both rest on; no day with basis none. `turned`: whether further east the next day has begun."""

    day: date | None
    clock: str | None
    basis: Basis
    turned: bool = False


def anchor_of(report: Report) -> Anchor:
    """The anchor of a report: published, in the dateline place's zone where that is known and the value has an offset; else the dateline's date."""
    moment = _moment(report.published.value) if report.published else None
    if moment is not None:
        day, at = moment
        if at is not None and at.tzinfo is not None and report.dateline is not None:
            zone = next((z for z in map(zones.of_place, _places(report.dateline.span.text)) if z), None)
            local = zones.in_zone(at, zone) if zone else None
            at = at if local is None else local
            day = at.date()
        told = report.published is not None and report.published.span is not None
        by_dateline = told and report.dateline is not None and report.published is not None and report.published.span == report.dateline.span
        east = at.astimezone(_EAST).date() if at is not None and at.tzinfo is not None else None
        return Anchor(day, at.strftime("%H:%M") if at is not None else None, "dateline" if by_dateline else "publication", east is not None and east > day)
    filed = _moment(report.dateline.date) if report.dateline and report.dateline.date else None
    return Anchor(filed[0], None, "dateline") if filed is not None else Anchor(None, None, "none")


def day_first(report: Report) -> bool:
    """Whether 3/4/2024 is the third of April here: by how the text writes its other dates, else by the outlet's country."""
    text = report.text
    if _SLASHED.search(text) is None:
        return False
    days, months = len(_DAY_FIRST.compiled.findall(text)), len(_MONTH_FIRST.compiled.findall(text))
    for first, second in re.findall(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])", text):
        days, months = days + 3 * (int(first) > 12), months + 3 * (int(second) > 12)
    if days != months:
        return days > months
    offset = re.search(r"([+-]\d\d):?\d\d$", report.published.value) if report.published and "T" in report.published.value else None
    return offset is not None and not -10 <= int(offset[1]) <= -4


def _moment(value: str) -> tuple[date, datetime | None] | None:
    """Day and time of an ISO 8601 value; a value that stops before the day has none."""
    text = value.strip().replace("Z", "+00:00")
    try:
        if len(text) == 10:
            return date.fromisoformat(text), None
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.date(), moment


def _places(dateline: str) -> list[str]:
    """The names a dateline may start with: "OSLO, March 5 (NTB)" gives OSLO, "UNITED NATIONS/GENEVA" both."""
    head = re.split(r"[,(\u2013\u2014]|\s[-_]{1,2}\s|\s-", dateline.strip(), maxsplit=1)[0]
    return [part.strip().removesuffix(" City") for part in head.split("/") if part.strip()]
