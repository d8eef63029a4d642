"""The commands that search and show a store, in this process, without a model."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from onrecord.cli.main import run
from onrecord.errors import UnknownError
from onrecord.keeping.opening import open_store
from onrecord.keeping.protocol import Filed
from onrecord.keeping.store import SqlStore
from onrecord.record import Record
from tests.cli.conftest import Ran
from tests.exporting.told import RECORD, REPORT, TEXT, claim
from tests.keeping.query.invented import filed, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Asked = Callable[..., Ran]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with six invented reports and, last, the one that was read by hand."""
    file = tmp_path_factory.mktemp("kept") / "store.sqlite"
    with open_store(file) as store:
        for seed in range(6):
            store.add(filed(record(seed)), link=False)
        store.add(Filed(RECORD, TEXT.encode(), b"", {}), link=False)
    return file


@pytest.fixture
def ask(kept: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Asked:
    """Runs `onrecord` on that store, 80 columns wide; it has one claim, the shelling."""

    def ledger(_store: SqlStore, name: str) -> object:
        if claim().id.startswith(name):
            return claim()
        message = f"{name}: no such claim in the store"
        raise UnknownError(message)

    monkeypatch.setattr(SqlStore, "claim", ledger, raising=False)
    monkeypatch.setenv("ONRECORD_STORE", str(kept))
    monkeypatch.setenv("COLUMNS", "80")

    def asked(*arguments: str) -> Ran:
        status = run(list(arguments))
        captured = capfd.readouterr()
        return Ran(status, captured.out, captured.err)

    return asked


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_find_prints_reports_with_what_was_found_in_them(ask: Asked) -> None:
    ran = ask("find", "speaker:Ana Dorn")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0].startswith("Borduria shells Sylvan port  The Harbour Gazette · 7 Mar 2031 09:00 +01:00 ·")
    assert "s1" in ran.out
    assert "Borduria's army shelled the port" in " ".join(ran.out.split())
    assert all(len(line) <= 80 and line == line.rstrip() for line in ran.out.splitlines())


def test_find_takes_minus_signs_and_quotation_marks_as_a_shell_leaves_them(ask: Asked) -> None:
    assert [row["local"] for row in lines(ask("find", "--json", "speaker:Ivo Kurtz", "-act:say").out)] == ["s2"]
    assert [row["local"] for row in lines(ask("find", "type:ASSAULT", "-polarity:negative", "actor:Army", "--json").out)] == ["e1"]
    assert [row["kind"] for row in lines(ask("find", "shelled the port", "--json", "--kind", "report").out)] == ["report"]


def test_find_shows_words_of_a_report_around_those_asked_for(ask: Asked) -> None:
    (row,) = lines(ask("find", "dockers", "--kind", "report", "--json").out)
    assert "three dockers" in str(row["words"])


def test_find_goes_on_where_a_page_ended(ask: Asked) -> None:
    whole = lines(ask("find", "--json", "--limit", "1000").out)
    first = ask("find", "--limit", "3")
    assert f"--after {whole[2]['cursor']}" in first.err
    assert lines(ask("find", "--json", "--limit", "2", "--after", str(whole[2]["cursor"])).out) == whole[3:5]


def test_find_writes_csv_with_a_header(ask: Asked) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("find", "act:deny", "speaker:Kurtz", "--csv").out)))
    assert [(row["who"], row["what"], row["words"]) for row in rows] == [("Ivo Kurtz", "deny", '"We shelled nobody,"')]


@pytest.mark.parametrize("verb", ["find", "claims", "sources"])
def test_nothing_found_is_no_failure(ask: Asked, verb: str) -> None:
    ran = ask(verb, "nowhere")
    assert (ran.status, ran.out) == (0, "")
    assert "found" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("find", "speeker:Kim"), ("claims", "origins:many"), ("sources", "("), ("find", "x", "--after", "y"), ("find", "--json", "--csv"), ("export", "--to", "csv"),
     ("export", "--to", "jsonl", "--query", "act:denies"), ("export", "--to", "jsonl", "--loss", "x"), ("export", "--to", "nothing"), ("timeline", "a,b,c")],
)  # fmt: skip
def test_what_cannot_be_meant_is_status_2(ask: Asked, arguments: tuple[str, ...]) -> None:
    ran = ask(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_what_is_not_there_is_status_1(ask: Asked, tmp_path: Path) -> None:
    for arguments in (("show", "ffffff"), ("show", f"{REPORT}#s9"), ("claim", "ffffff"), ("stats", "--store", str(tmp_path / "none"))):
        ran = ask(*arguments)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith("onrecord: ")
        assert "no such" in ran.err or "there is no store" in ran.err


def test_show_prints_the_page_that_read_prints(ask: Asked) -> None:
    ran = ask("show", REPORT[:8])
    assert all(part in ran.out for part in ("Borduria shells Sylvan port", "Statements", "Events", "PORT ANDERS, March 7"))
    assert "PORT ANDERS, March 7" not in ask("show", REPORT[:8], "--no-text").out
    assert Record.from_json(ask("show", REPORT, "--json").out) == RECORD


def test_show_prints_one_item_with_its_paragraph(ask: Asked) -> None:
    ran = ask("show", f"{REPORT[:8]}#s2")
    assert "We shelled nobody" in ran.out
    assert "s1" not in ran.out
    assert ask("show", f"{REPORT[:8]}:s2").out == ran.out
    assert lines(ask("show", f"{REPORT[:8]}#{'s2' * 16}", "--json").out)[0]["id"] == "s2"
    assert "text" not in lines(ask("show", f"{REPORT[:8]}#e1", "--json", "--no-text").out)[0]["trigger"]  # type: ignore[operator]


def test_a_ledger_is_a_page_of_80_columns(ask: Asked) -> None:
    ran = ask("claim", "c1c1c1")
    told = " ".join(ran.out.split())
    for part in (
        "“Borduria's army shelled the port of Sylvania on Thursday”", "Army → Sylvania", "contested · 2 independent origins, 1 outlet, 1 report", "affirmed and denied:",
        "first affirmed: Ana Dorn, 7 Mar 2031", "first denied: Ivo Kurtz, (published 7 Mar 2031 09:00 +01:00)", "mayor", "affirms", "denies",
        "The Harbour Gazette ← Northwire", "3 or more dockers", "about 5 killed", "contradicted", "heavy-weapons", "aerial", "Eva, 8 Mar 2031: same",
    ):  # fmt: skip
        assert part in told
    assert told.index("affirms") < told.index("denies")
    assert all(len(line) <= 80 for line in ran.out.splitlines())
    assert ask("show", "c1c1c1").out == ran.out
    assert json.loads(ask("claim", "c1c1c1", "--json").out)["standing"] == "contested"


def test_a_timeline_is_in_time_and_says_where_a_day_is_that_of_publication(ask: Asked) -> None:
    rows = lines(ask("timeline", "Ana Dorn", "--json").out)
    assert [(row["day"], row["basis"]) for row in rows] == [("2031-03-07", "text")]
    two = lines(ask("timeline", "Army, Sylvania", "--json").out)
    assert [(row["day"], row["what"]) for row in two] == [("2031-03-06", "ASSAULT")]
    of_claim = lines(ask("timeline", "c1c1c1", "--json").out)
    assert [(row["what"], row["basis"]) for row in of_claim] == [("affirms", "text"), ("denies", "publication")]
    assert "(7 Mar 2031)" in ask("timeline", "c1c1c1").out
    assert "ASSAULT" in ask("timeline", "army,sylvania", "--csv").out


def test_sources_count_who_is_quoted(ask: Asked) -> None:
    rows = {row["name"]: row for row in lines(ask("sources", "outlet:gazette", "published:2031", "--json").out)}
    assert {name: row["statements"] for name, row in rows.items()} == {"Ana Dorn": 1, "Ivo Kurtz": 1, "(anonymous)": 1}
    assert "Ivo Kurtz" in ask("sources", "published:2031").out
    assert ask("sources", "published:2031", "--csv").out.startswith("name,identity,country,statements,share")


def test_stats_count_what_is_kept(ask: Asked) -> None:
    counts = json.loads(ask("stats", "--json").out)
    assert counts["reports"] == 7
    assert counts["statements"] == len(lines(ask("find", "--kind", "statement", "--limit", "1000", "--json").out))
    assert "reports" in ask("stats").out


def test_export_writes_what_a_query_finds(ask: Asked, tmp_path: Path) -> None:
    ran = ask("export", "--to", "jsonl")
    assert [Record.from_json(line).report.id for line in ran.out.splitlines()][-1] == REPORT
    assert len(ran.out.splitlines()) == 7
    rows = list(csv.DictReader(io.StringIO(ask("export", "--to", "statements", "--query", "act:deny speaker:Kurtz", "--no-text").out)))
    assert [row["local"] for row in rows] == ["s2"]
    assert "content" not in rows[0]
    assert ask("export", "--to", "csv", "--out", str(tmp_path / "all")).status == 0
    assert len((tmp_path / "all" / "reports.csv").read_text().splitlines()) >= 8


def test_export_to_cameo_tells_what_is_lost(ask: Asked, tmp_path: Path) -> None:
    ran = ask("export", "--to", "cameo", "--query", "published:2031", "--loss", str(tmp_path / "loss.jsonl"))
    assert "194" in ran.out
    assert "events without a row: 1 negation" in ran.err
    assert {json.loads(line)["reason"] for line in (tmp_path / "loss.jsonl").read_text().splitlines()} >= {"negation", "denial", "party"}


def test_judgements_are_exported(ask: Asked, kept: Path) -> None:
    assert "nothing to export" in ask("export", "--to", "corrections").err
    with open_store(kept) as store:
        number = store.judge("correct", [(REPORT, "s1")], who="Eva", field="certainty", value="possible")
    rows = list(csv.DictReader(io.StringIO(ask("export", "--to", "corrections").out)))
    assert [(row["who"], row["value"], row["local"]) for row in rows] == [("Eva", '"possible"', "s1")]
    with open_store(kept) as store:
        store.undo(number, who="Eva")
    assert "nothing to export" in ask("export", "--to", "corrections").err
