"""A claim's ledger as W3C Web Annotations: every entry and every figure on the very words of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.exporting.annotations import CONTEXT, annotation, described, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.record import Claim, Entry, Figure, Record


def claim_page(claim: Claim, records: Mapping[str, Record]) -> dict[str, Any]:
    """An annotation page of a claim; `records` has those of its reports by their ids, and entries of a report that is not among them are left out.

    An entry is tagged with its stance and the number of its origin ("origin 2"): annotations with one origin are one voice. Targets are those of
    `annotation_page`, so that both can be laid over one text.
    """
    items = [_entry(claim, number, entry, records[entry.report]) for number, entry in enumerate(claim.entries) if entry.report in records and entry.words]
    told = [(number, figure, claim.entries[figure.entry].report) for number, figure in enumerate(claim.figures)]
    items += [_figure(claim, number, figure, records[report]) for number, figure, report in told if report in records]
    label = claim.label.span.text
    return {"@context": CONTEXT, "id": f"urn:onrecord:claim:{claim.id}", "type": "AnnotationPage", "label": label, "items": items}


def _entry(claim: Claim, number: int, entry: Entry, record: Record) -> dict[str, Any]:
    who = ", ".join(party.name for party in entry.speakers) or f"{entry.outlet or 'the report'}, in its own voice"
    way = " <- ".join(f"{step.name} ({step.link})" for step in entry.chain)
    body = [tag(entry.stance), tag(f"origin {entry.origin + 1}"), described(f"{who}: {entry.stance}" + (f", by way of {way}" if way else ""))]
    return annotation(record, f"claim:{claim.id}:entry:{number + 1}", "assessing", body, entry.words)


def _figure(claim: Claim, number: int, figure: Figure, record: Record) -> dict[str, Any]:
    given = "?" if figure.value is None else f"{figure.value:g}"
    bounds = "" if figure.value is not None else f", from {figure.low if figure.low is not None else '?'} to {figure.high if figure.high is not None else '?'}"
    body = [tag(figure.counts), tag(figure.revision), described(f"{given} {figure.unit or figure.counts}{bounds}")]
    return annotation(record, f"claim:{claim.id}:figure:{number + 1}", "describing", body, [figure.words])
