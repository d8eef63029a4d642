"""What tables hold, and that the documentation has their columns."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.exporting.corrections import CORRECTIONS, Judged
from onrecord.exporting.event_reports import EVENT_REPORTS
from onrecord.exporting.ledger import ENTRIES, FIGURES
from onrecord.exporting.plover import FIELDS, plover
from onrecord.exporting.registry import FORMATS
from onrecord.exporting.statements import STATEMENTS
from onrecord.exporting.tables import EVENTS
from tests.exporting.told import RECORD, REPORT, TITLE, chosen, claim

if TYPE_CHECKING:
    from onrecord.exporting.columns import Table

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "exporting.md").read_text(encoding="utf-8")
JUDGED = Judged(1, "Eva", "2031-03-08", "correct", REPORT, "s2" * 16, RECORD, field="speaker", value='"Ana Dorn"')
SUBJECTS = {"records": chosen(), "claims": claim(), "judgements": JUDGED}
TABLES = [(form.name, table) for form in FORMATS.values() for table in form.tables]


def section(form: str, table: Table) -> str:
    heads = [f"## `{form}`\n", f"## `{form}`: `{table.name}`\n"]
    head = next((head for head in heads if head in PAGE), "## `statements`\n" if table is STATEMENTS else "")
    return PAGE.partition(head)[2].partition("\n## ")[0]


@pytest.mark.parametrize(("form", "table"), TABLES, ids=lambda value: getattr(value, "name", value))
def test_documented_columns_are_those_written(form: str, table: Table) -> None:
    listed = re.findall(r"^\| `(\w+)` \| (\w+\*?) \| (.+?) \|$", section(form, table), flags=re.MULTILINE)
    assert listed == [(column.name, column.kind + "*" * column.words, column.means) for column in table.columns]


@pytest.mark.parametrize(("form", "table"), TABLES, ids=lambda value: getattr(value, "name", value))
def test_rows_have_the_columns_and_no_other(form: str, table: Table) -> None:
    rows = list(table.rows(SUBJECTS[FORMATS[form].of]))
    assert rows
    for row in rows:
        assert set(row) == {column.name for column in table.columns}


def test_every_format_is_documented_and_no_other() -> None:
    listed = dict(re.findall(r"^\| `([\w-]+)` \| \w+ \| (.+?) \|$", PAGE.partition("| format |")[2].partition("\n\n")[0], flags=re.MULTILINE))
    assert listed == {form.name: form.means for form in FORMATS.values()}


def test_plovers_fields_are_those_documented() -> None:
    named = re.findall(r"`(\w+)`", PAGE.partition("Fields are PLOVER's:\n\n")[2].partition("\n\n")[0])
    assert named == list(FIELDS) == list(next(plover(chosen())))


@pytest.mark.parametrize("form", [form for form in FORMATS.values() if form.of != "claims"], ids=lambda form: form.name)
def test_without_text_no_word_of_the_report_is_written(form: object) -> None:
    """Titles, names and offices may stay; what was said, done and cued may not."""
    found = FORMATS[form.name]  # type: ignore[attr-defined]
    subject = SUBJECTS[found.of]
    if found.lines is not None:
        written = b"\n".join(found.lines(subject, text=False)).decode()
    else:
        written = repr([line for table in found.tables for line in table.lines(subject, text=False)])
    written = written.replace(TITLE, "")
    for words in ("shelled", "killing", "nobody", "expel Bordurian", "If the", "told", "three"):
        assert words not in written
    assert "Ana Dorn" in written or found.of == "judgements" or found.name == "cameo"


def test_a_ledger_without_text_has_no_words() -> None:
    written = repr([line for table in (ENTRIES, FIGURES) for line in table.lines(claim(), text=False)])
    assert "shelled" not in written
    assert "three" not in written
    assert "Ivo Kurtz" in written


def test_statements_tell_who_spoke_in_what_capacity_and_where_each_part_stands() -> None:
    first, second, third = STATEMENTS.rows(chosen())
    text = RECORD.report.text
    assert (first["speakers"], first["roles"], first["countries"]) == (["Ana Dorn"], ["mayor"], ["SYL"])
    assert text[first["cue_start"] : first["cue_end"]] == "said"
    start, end = map(int, second["quoted_spans"][0].split("-"))
    assert text[start:end] == second["quoted"] == "We shelled nobody,"
    assert second["chain"] == ["The Harbour Gazette", "Northwire", "Radio Anders"]
    assert (third["speakers"], third["source_kind"]) == ([], "anonymous")


def test_a_query_leaves_out_what_it_does_not_find() -> None:
    assert [row["local"] for row in STATEMENTS.rows(chosen("s2"))] == ["s2"]
    assert [row["local"] for row in EVENTS.rows(chosen("e3"))] == ["e3"]
    assert [row["key"] for row in EVENT_REPORTS.rows(chosen("e2"))] == ["e1" * 16], "a later mention brings its happening"
    assert [row["onrecord"]["key"] for row in plover(chosen("e2"))] == ["e1" * 16]


def test_event_reports_take_mentions_together() -> None:
    shelling = next(iter(EVENT_REPORTS.rows(chosen(claims={"e1" * 16: "c1" * 16}))))
    assert (shelling["event"], shelling["mentions"]) == ("c1" * 16, 2)
    assert (shelling["affirmed_by"], shelling["denied_by"]) == (["Ana Dorn"], ["Ivo Kurtz"])
    assert (shelling["killed_low"], shelling["killed_high"]) == (3.0, None)
    assert (shelling["first_day"], shelling["latitude"]) == ("2031-03-06", 10.5)


def test_entries_and_figures_name_their_sources() -> None:
    affirmed, denied = ENTRIES.rows(claim())
    assert (affirmed["stance"], affirmed["first_affirmed"], affirmed["first_denied"]) == ("affirms", True, False)
    assert (denied["speakers"], denied["capacity"], denied["origin"], denied["first_denied"]) == (["Ivo Kurtz"], "General", 1, True)
    first, second = FIGURES.rows(claim())
    assert (first["low"], first["speakers"], second["revision"], second["value"]) == (3.0, ["Ana Dorn"], "contradicted", 5.0)


def test_a_correction_has_what_was_read_and_where() -> None:
    row = next(iter(CORRECTIONS.rows(JUDGED)))
    assert (row["read"], row["value"], row["kind"], row["local"]) == ("Ivo Kurtz", '"Ana Dorn"', "statement", "s2")
    assert RECORD.report.text[row["start"] : row["end"]] == row["words"]


def test_a_correction_of_a_report_that_is_gone_keeps_what_is_known() -> None:
    row = next(iter(CORRECTIONS.rows(Judged(2, "Eva", "2031", "reject", REPORT, "s9" * 16, None, orphaned=True))))
    assert (row["report"], row["key"], row["words"], row["orphaned"]) == (REPORT, "s9" * 16, None, True)
