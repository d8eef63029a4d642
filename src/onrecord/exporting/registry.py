"""All formats of `onrecord export`, in one table that a reader can see."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.exporting.cameo import DYADS
from onrecord.exporting.columns import Table
from onrecord.exporting.corrections import CORRECTIONS
from onrecord.exporting.event_reports import EVENT_REPORTS
from onrecord.exporting.ledger import ENTRIES, FIGURES
from onrecord.exporting.lines import Lines, plover_lines, record_lines
from onrecord.exporting.statements import STATEMENTS
from onrecord.exporting.tables import ACTORS, EVENTS, REPORTS

Subject = Literal["records", "claims", "judgements"]


class Format(msgspec.Struct, frozen=True):
    """A format: what it is made of, its tables (a file each) or else its lines of JSON, and what a table's cells are parted by."""

    name: str
    means: str
    of: Subject
    tables: tuple[Table, ...] = ()
    lines: Lines | None = None
    delimiter: str = ","

    @property
    def suffix(self) -> str:
        """How its files end."""
        return ".jsonl" if self.lines is not None else ".tsv" if self.delimiter == "\t" else ".csv"


FORMATS = {
    found.name: found
    for found in (
        Format("jsonl", "whole records, as `onrecord read --json` writes them", "records", lines=record_lines),
        Format("csv", "reports, statements, events and actors, a table each", "records", tables=(REPORTS, STATEMENTS, EVENTS, ACTORS)),
        Format("plover", "PLOVER 2.0, an object an event", "records", lines=plover_lines),
        Format("cameo", "CAMEO dyads, with a report of what is lost", "records", tables=(DYADS,), delimiter="\t"),
        Format("event-report", "a row an event a report", "records", tables=(EVENT_REPORTS,)),
        Format("statements", "a row a statement, with the place of each part in the text", "records", tables=(STATEMENTS,)),
        Format("ledger", "a row an entry of a claim, and a row a figure", "claims", tables=(ENTRIES, FIGURES)),
        Format("corrections", "people's judgements, as training data", "judgements", tables=(CORRECTIONS,)),
    )
}
