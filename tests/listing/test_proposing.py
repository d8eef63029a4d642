"""Actors and lists: which names are tried, what a match says, what goes into the record and onto the page."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest
from rich.cells import cell_len

from onrecord.cli.terminal.page import console, show
from onrecord.errors import ListError
from onrecord.listing import Lists
from onrecord.record import Actor, Mention, Record, schema
from onrecord.understanding.weights import FOLDER
from tests.listing.invented import CSV, XML

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord import Reader
    from onrecord.record.items import ActorKind, MentionForm
    from tests.cli.conftest import Command

TEXT = "Mara Lindqvarn, the Norwegian minister, said she would go. Lindqvarn spoke for the Vostrava Liberation Front (VLF)."
STORY = (
    "GENEVA (Northwire) - Mara Lindqvarn, a spokeswoman for the ministry, said on Tuesday that she would not sign.\n\n"
    "Lindqvarn said the Vostrava Liberation Front had attacked a harbour.\n"
)
needs_model = pytest.mark.skipif(not (FOLDER / "model.onnx").exists(), reason="src/onrecord/model is absent")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "people.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "un.xml").write_text(XML, encoding="utf-8")
    return tmp_path / "people.csv", tmp_path / "un.xml"


@pytest.fixture
def lists(files: tuple[Path, Path]) -> Lists:
    return Lists(files)


def actor(kind: ActorKind, *words: str, forms: tuple[MentionForm, ...] = (), country: str | None = None) -> Actor:
    mentions = []
    for n, each in enumerate(words):
        start = TEXT.index(each)
        mentions.append(Mention(start, start + len(each), each, forms[n] if forms else "name"))
    return Actor("a1", words[0], kind, country, [], [], None, None, mentions)


def matched(lists: Lists, who: Actor) -> list[tuple[str, str]]:
    (out,), _ = lists.propose(TEXT, [who])
    return [(match.list_, match.entry) for match in out.matches]


def test_a_match_says_which_list_which_entry_and_why(lists: Lists) -> None:
    (out,), reasons = lists.propose(TEXT, [actor("person", "Mara Lindqvarn", "Lindqvarn", country="NOR")])
    (match,) = out.matches
    assert (match.list_, match.entry) == ("people.csv", "P-1")
    assert match.span is not None
    assert (match.span.start, match.span.text) == (0, "Mara Lindqvarn")
    assert "same country: NOR" in match.reasons
    assert set(msgspec.to_builtins(match)) == {"list", "entry", "name", "score", "reasons", "span"}
    (reason,) = reasons["a1.matches"]
    assert reason.score == match.score
    assert reason.rule.startswith("may be ")


def test_countries_speak_but_do_not_decide(lists: Lists) -> None:
    scores = set()
    for country in ("NOR", "CHL", None):
        (out,), _ = lists.propose(TEXT, [actor("person", "Mara Lindqvarn", country=country)])
        scores.add(out.matches[0].score)
        assert ("another country: CHL in the report, NOR in the list" in out.matches[0].reasons) == (country == "CHL")
    assert len(scores) == 1


@pytest.mark.parametrize("kind", ["government", "organization", "armed_group", "outlet", "people"])
def test_a_body_is_no_person(lists: Lists, kind: ActorKind) -> None:
    assert matched(lists, actor(kind, "Mara Lindqvarn")) == []


def test_a_person_is_no_body(lists: Lists) -> None:
    assert matched(lists, actor("person", "Vostrava Liberation Front")) == []
    assert matched(lists, actor("armed_group", "Vostrava Liberation Front")) == [("people.csv", "E-2")]
    assert matched(lists, actor("other", "Vostrava Liberation Front")) == [("people.csv", "E-2")]


def test_aliases_are_tried_pronouns_and_nominals_are_not(lists: Lists) -> None:
    front = actor("armed_group", "Norwegian minister", "VLF", forms=("nominal", "alias"))
    assert matched(lists, front) == [("people.csv", "E-2")]
    assert matched(lists, actor("armed_group", "Norwegian minister", "VLF", forms=("nominal", "nominal"))) == []


def test_a_part_of_a_fuller_name_is_not_tried_alone(tmp_path: Path) -> None:
    (tmp_path / "short.csv").write_text("name,kind\nLindqvarn,person\n", encoding="utf-8")
    short = Lists([tmp_path / "short.csv"])
    assert matched(short, actor("person", "Lindqvarn")) == [("short.csv", "line 2")]
    assert matched(short, actor("person", "Mara Lindqvarn", "Lindqvarn")) == []


def test_lists_of_one_name_are_told_apart_and_one_given_twice_counts_once(files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "people.csv").write_text("name\nMara Lindqvarn\n", encoding="utf-8")
    lists = Lists([files[0], files[0], tmp_path / "other" / "people.csv"])
    assert [each["name"] for each in lists.options] == ["people.csv", "people.csv#2"]
    assert [each[0] for each in matched(lists, actor("person", "Mara Lindqvarn"))] == ["people.csv#2", "people.csv"]


@needs_model
def test_without_a_list_matches_are_there_and_empty(reader: Reader) -> None:
    record = json.loads(reader.read_text(STORY).to_json())
    assert record["format"] == "onrecord/1.2"
    assert record["made_by"]["options"]["lists"] == []
    assert record["actors"]
    assert all(each["matches"] == [] for each in record["actors"])
    assert "matches" in schema()["$defs"]["Actor"]["properties"]


@needs_model
def test_records_of_the_format_before_are_read(reader: Reader) -> None:
    record = reader.read_text(STORY)
    old = json.loads(record.to_json())
    for each in old["actors"]:
        del each["matches"]
    assert Record.from_json(json.dumps(old)).actors == record.actors


@needs_model
def test_the_command_writes_matches_and_says_what_it_compared_with(command: Command, files: tuple[Path, Path], tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    ran = command("read", "--json", story, "--list", files[0], "--list", files[1])
    assert (ran.status, ran.err) == (0, "")
    record = Record.from_json(ran.out)
    found = {each.name: [match.entry for match in each.matches] for each in record.actors if each.matches}
    assert found == {"Mara Lindqvarn": ["P-1"], "Vostrava Liberation Front": ["E-2"]}
    assert record.made_by.options["lists"] == [{"name": file.name, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()} for file in files]
    assert Record.from_json(record.to_json()) == record
    bare = json.loads(record.to_json(text=False))
    assert all(set(match["span"]) == {"start", "end"} for each in bare["actors"] for match in each["matches"])


@needs_model
@pytest.mark.parametrize("width", [60, 120])
def test_the_page_shows_a_proposal_in_one_line(files: tuple[Path, Path], width: int) -> None:
    from onrecord.pipeline import Reader as Pipeline

    record = Pipeline(lists=files).read_text(STORY)
    to = console(file=io.StringIO())
    to.width = width
    show(record, to, name="story.txt", reasons=True)
    lines = to.file.getvalue().splitlines()  # type: ignore[attr-defined]
    (line,) = [line for line in lines if 'Mara Lindqvarn may be "' in line]
    assert line.startswith("a")
    assert max(cell_len(line) for line in lines) <= width
    assert any("proposal" in line.lower() for line in lines)
    assert any(".matches" in line for line in lines)


@needs_model
@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [("none.csv", None, "no such file or folder"), ("bad.csv", b"who\nMara\n", 'line 1: there is no column "name"'), ("bad.csv", b"", "the file is empty"),
     ("bad.xml", b"<CONSOLIDATED_LIST>", "line 1: the XML is malformed"), ("bad.csv", b"name\n\xff\xe5\n", "line 2: it is not UTF-8"),
     ("bad.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "line 1: entities are not allowed")],
)  # fmt: skip
def test_a_list_that_cannot_be_used_is_wrong_usage(command: Command, tmp_path: Path, name: str, data: bytes | None, reason: str) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = command("read", "--json", story, "--list", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    (line,) = [line for line in ran.err.splitlines() if "Error" in line]
    assert f"{tmp_path / name}: {reason}" in line
    assert "Traceback" not in ran.err


@needs_model
def test_without_a_list_nothing_of_it_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    line = f"import sys; from onrecord.cli.main import run; run(['read', '--json', {str(tmp_path)!r}]); print(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stderr.split()
    assert not {"rapidfuzz", "onrecord.listing"} & set(loaded)


@needs_model
def test_lists_have_no_place_in_conllu(command: Command, files: tuple[Path, Path]) -> None:
    ran = command("read", "--conllu", "story.txt", "--list", files[0])
    assert ran.status == 2
    assert "leave out --list" in ran.err


def test_the_reader_takes_paths(files: tuple[Path, Path]) -> None:
    from onrecord.pipeline import _loaded

    lists = Lists(files)
    assert _loaded(()) is None
    assert _loaded(lists) is lists
    one = _loaded(str(files[0]))
    assert one is not None
    assert one.options == lists.options[:1]
    with pytest.raises(ListError, match="no such file"):
        _loaded([files[0].parent / "none.csv"])
