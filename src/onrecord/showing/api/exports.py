"""One report, and the reports of one claim, in the formats of others: tables, annotations, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.exporting.annotations import MEDIA, annotation_page
from onrecord.exporting.chosen import Chosen
from onrecord.exporting.citation import bibliography, csl
from onrecord.exporting.claim_annotations import claim_page
from onrecord.exporting.registry import FORMATS
from onrecord.showing.api.answers import Answer
from onrecord.showing.api.sheets import saved, sheet
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from onrecord.record import Claim, Record
    from onrecord.showing.api.operations import Call

TABLES = {table.name: table for table in FORMATS["csv"].tables}


class Cited(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a report is cited."""

    format: Literal["bibtex", "csl"] = "bibtex"


def table(call: Call) -> Answer:
    """A table of a report as CSV: reports, statements, events or actors."""
    told = TABLES.get(call.path["table"])
    if told is None:
        raise Refused(404, f"there is no such table; there are {', '.join(TABLES)}")
    store, report = call.desk.store, call.path["id"]
    chosen = Chosen(store.record(report), claims=store.memberships(report))
    return sheet(f"{chosen.record.report.id}-{told.name}", [column.name for column in told.columns], told.lines(chosen, text=True))


def annotated(call: Call) -> Answer:
    """What was read in a report as Web Annotations."""
    record = call.desk.store.record(call.path["id"])
    return Answer(msgspec.json.encode(annotation_page(record)), MEDIA, headers=saved(f"{record.report.id}-annotations.jsonld"))


def cited(call: Call) -> Answer:
    """A report as BibTeX or CSL-JSON."""
    record = call.desk.store.record(call.path["id"])
    return _cited(call, record.report.id, [record])


def claim_annotated(call: Call) -> Answer:
    """A claim's ledger as Web Annotations."""
    claim = call.desk.store.claim(call.path["id"])
    page = claim_page(claim, {record.report.id: record for record in _records(call, claim)})
    return Answer(msgspec.json.encode(page), MEDIA, headers=saved(f"{claim.id}-annotations.jsonld"))


def claim_cited(call: Call) -> Answer:
    """The reports of a claim as BibTeX or CSL-JSON, in the order of the ledger."""
    claim = call.desk.store.claim(call.path["id"])
    return _cited(call, claim.id, _records(call, claim))


def _records(call: Call, claim: Claim) -> list[Record]:
    """The records of a claim's reports, each once: those with entries in the ledger's order, then those without."""
    reports = dict.fromkeys([*(entry.report for entry in claim.entries), *(ref.report for ref in claim.members)])
    return [call.desk.store.record(report) for report in reports]


def _cited(call: Call, name: str, records: list[Record]) -> Answer:
    asked: Cited = call.query
    if asked.format == "csl":
        told = [entry for record in records for entry in csl(record)]
        return Answer(msgspec.json.encode(told), "application/vnd.citationstyles.csl+json", headers=saved(f"{name}.csl.json"))
    return Answer(bibliography(records).encode(), "application/x-bibtex; charset=utf-8", headers=saved(f"{name}.bib"))
