"""Claims as two tables: an entry a row, who said what of it and when; and the figures that were given, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.exporting.chosen import flat, quoted
from onrecord.exporting.columns import Table, columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Claim


def _entries(claim: Claim) -> Iterator[dict[str, Any]]:
    for number, entry in enumerate(claim.entries):
        yield {
            "claim": claim.id, "kind": claim.kind, "type": claim.type, "mode": claim.mode, "actors": [party.name for party in claim.parties.actors],
            "recipients": [party.name for party in claim.parties.recipients], "from": claim.window.from_, "to": claim.window.to, "place": claim.place,
            "standing": claim.standing, "because": claim.because.rule, "reports": claim.counts.reports, "outlets": claim.counts.outlets,
            "origins": claim.counts.origins, "entry": number, "report": entry.report, "item": entry.item, "outlet": entry.outlet,
            "published": entry.published, "said": entry.said, "speakers": [party.name for party in entry.speakers],
            "identities": [party.identity for party in entry.speakers], "capacity": entry.capacity, "stance": entry.stance,
            "chain": [step.name for step in entry.chain], "origin": entry.origin, "first_affirmed": number == claim.first_affirmed,
            "first_denied": number == claim.first_denied, "spans": [f"{span.start}-{span.end}" for span in entry.words],
            "words": quoted(entry.words), "label": flat(claim.label.span.text),
        }  # fmt: skip


def _figures(claim: Claim) -> Iterator[dict[str, Any]]:
    for number, figure in enumerate(claim.figures):
        entry = claim.entries[figure.entry]
        yield {
            "claim": claim.id, "type": claim.type, "number": number, "counts": figure.counts, "value": figure.value, "low": figure.low,
            "high": figure.high,
            "approximate": figure.approximate, "unit": figure.unit, "of": figure.of, "as_of": figure.as_of, "revision": figure.revision,
            "entry": figure.entry, "report": entry.report, "outlet": entry.outlet, "published": entry.published, "said": entry.said,
            "speakers": [party.name for party in entry.speakers], "origin": entry.origin, "start": figure.words.start, "end": figure.words.end,
            "words": flat(figure.words.text),
        }  # fmt: skip


ENTRIES = Table(
    "entries",
    columns(
        "claim text: the claim's id",
        "kind text: event or statement",
        "type text: PLOVER type",
        "mode text: PLOVER mode",
        "actors list: who does it, as far as the members agree",
        "recipients list: to whom",
        "from text: first day",
        "to text: last day",
        "place text: where",
        "standing text: how the claim stands",
        "because text: the rule that gave the standing",
        "reports whole: how many speak of it",
        "outlets whole: how many outlets",
        "origins whole: how many independent origins",
        "entry whole: the entry's number, from 0, in time",
        "report text: the report's id",
        "item text: key of the event or statement",
        "outlet text: who published the report",
        "published text: when, ISO 8601",
        "said text: when it was said, EDTF",
        "speakers list: who said it; empty for the report's own voice",
        "identities list: the same across reports, one for each speaker",
        "capacity text: the speaker's role as the report states it",
        "stance text: affirms, denies, doubts, possible, predicts, declines or retracts",
        "chain list: the way the word came, outermost first",
        "origin whole: entries with one number are one voice",
        "first_affirmed flag: nobody affirmed it before",
        "first_denied flag: nobody denied it before",
        "spans list: start-end of the words in that report's text",
        "words text*: the very words",
        "label text*: words that tell the claim",
    ),
    _entries,
)  # fmt: skip
FIGURES = Table(
    "figures",
    columns(
        "claim text: the claim's id",
        "type text: PLOVER type",
        "number whole: the figure's number, from 0, in time",
        "counts text: what is counted",
        "value number: the figure",
        "low number: at least",
        "high number: at most; empty is open",
        "approximate flag: about, some",
        "unit text: ISO 4217 for money, % for shares",
        "of text: whom or what it counts",
        "as_of text: as of when, EDTF",
        "revision text: first, up, down, narrowed, corrected or contradicted",
        "entry whole: on which entry's word",
        "report text: the report's id",
        "outlet text: who published the report",
        "published text: when, ISO 8601",
        "said text: when it was said, EDTF",
        "speakers list: who gave it",
        "origin whole: figures with one number are one voice's",
        "start whole: first character in that report's text",
        "end whole: one past the last",
        "words text*: the very words",
    ),
    _figures,
)  # fmt: skip
