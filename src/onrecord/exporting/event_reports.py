"""The event-report table: one row an event a report, so that one sees which reports tell an event, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.exporting.chosen import flat, window
from onrecord.exporting.columns import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.exporting.chosen import Chosen
    from onrecord.record import Event, Quantity

_COUNTED = ("killed", "wounded", "arrested")


def _rows(chosen: Chosen) -> Iterator[dict[str, Any]]:
    quantities = {quantity.id: quantity for quantity in chosen.record.quantities}
    for first, mentions in chosen.happenings():
        told = _best(mentions)
        place, (start, end) = chosen.place(told.place), window(told.time)
        stances = [stance for mention in mentions for stance in mention.stances]
        counts = _counts([quantities[id_] for mention in mentions for id_ in mention.quantities])
        yield {
            "event": chosen.claims.get(first.key, first.key), "report": chosen.record.report.id, "key": first.key, "outlet": chosen.outlet,
            "published": chosen.published, "title": chosen.title, "type": first.type, "mode": first.mode, "plover": first.plover,
            "actors": chosen.names(dict.fromkeys(id_ for mention in mentions for id_ in mention.actors)),
            "recipients": chosen.names(dict.fromkeys(id_ for mention in mentions for id_ in mention.recipients)), "first_day": start, "last_day": end,
            "place": place.name if place is not None else None, "country": place.country if place is not None else None,
            "latitude": place.latitude if place is not None else None, "longitude": place.longitude if place is not None else None,
            "affirmed_by": chosen.voices(stance for stance in stances if stance.polarity == "positive"),
            "denied_by": chosen.voices(stance for stance in stances if stance.polarity == "negative"), "certainty": first.certainty,
            "polarity": first.polarity, **counts, "mentions": len(mentions), "confidence": first.confidence, "evidence": flat(first.evidence.text),
        }  # fmt: skip


def _best(mentions: list[Event]) -> Event:
    """The first mention that tells when and where, else when or where, else the first."""
    return max(mentions, key=lambda event: (event.time.value is not None) + (event.place.ref is not None))


def _counts(quantities: list[Quantity]) -> dict[str, float | None]:
    """Lowest and highest figure that the report gives for those killed, wounded and arrested."""
    out: dict[str, float | None] = {}
    for counted in _COUNTED:
        given = [quantity for quantity in quantities if quantity.counts == counted]
        low = [value for quantity in given if (value := quantity.low if quantity.low is not None else quantity.value) is not None]
        high = [value for quantity in given if (value := quantity.high if quantity.high is not None else quantity.value) is not None]
        out |= {f"{counted}_low": min(low, default=None), f"{counted}_high": max(high, default=None)}
    return out


EVENT_REPORTS = Table(
    "event_reports",
    columns(
        "event text: the claim it is a member of, its own key where it is in none",
        "report text: the report's id",
        "key text: key of its first mention in the report",
        "outlet text: who published the report",
        "published text: when, ISO 8601",
        "title text: the report's title",
        "type text: PLOVER type as worded",
        "mode text: PLOVER mode",
        "plover text: the type after PLOVER's reduction",
        "actors list: who did it",
        "recipients list: to whom",
        "first_day text: first day it may have been",
        "last_day text: last day it may have been",
        "place text: where",
        "country text: the state of that place, ISO 3166",
        "latitude number: degrees",
        "longitude number: degrees",
        "affirmed_by list: on whose word it stands; the report for its own voice",
        "denied_by list: who denies it",
        "certainty text: of the first stance",
        "polarity text: of the first stance",
        "killed_low number: lowest figure",
        "killed_high number: highest figure",
        "wounded_low number: lowest figure",
        "wounded_high number: highest figure",
        "arrested_low number: lowest figure",
        "arrested_high number: highest figure",
        "mentions whole: how often the report tells it",
        "confidence number: probability that trigger and type of the first mention are right",
        "evidence text*: the clause of the first mention",
    ),
    _rows,
)  # fmt: skip
