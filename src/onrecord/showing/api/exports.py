"""One report in the formats of others: tables, annotations, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from onrecord.exporting.annotations import MEDIA, annotation_page
from onrecord.exporting.chosen import Chosen
from onrecord.exporting.citation import bibtex, csl
from onrecord.exporting.registry import FORMATS
from onrecord.showing.api.answers import Answer
from onrecord.showing.api.sheets import saved, sheet
from onrecord.showing.failing import Refused

if TYPE_CHECKING:
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
    asked: Cited = call.query
    record = call.desk.store.record(call.path["id"])
    if asked.format == "csl":
        return Answer(msgspec.json.encode(csl(record)), "application/vnd.citationstyles.csl+json", headers=saved(f"{record.report.id}.csl.json"))
    return Answer(bibtex(record).encode(), "application/x-bibtex; charset=utf-8", headers=saved(f"{record.report.id}.bib"))
