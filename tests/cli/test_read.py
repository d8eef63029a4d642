"""`onrecord read`: what goes where, in what order, under what name."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.record import Record

if TYPE_CHECKING:
    from tests.cli.conftest import Command

STORY = 'GENEVA (Northwire) - "We will not sign," Mara Lind, a spokeswoman for the ministry, said on Tuesday.\n\nShe said two ships had sailed.\n'
PAGE = (
    "<!doctype html><html><head><title>Ships sail</title></head><body><article><h1>Ships sail</h1>"
    "<p>Two ships sailed from the harbour on Tuesday morning, the ministry said in a statement to reporters.</p>"
    "<p>A spokeswoman, Mara Lind, said that the crews had been told to return within a week.</p></article></body></html>"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A report in a file."""
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def test_json_is_one_record_a_line_in_the_order_of_the_arguments(command: Command, tmp_path: Path) -> None:
    files = []
    for name in "cab":
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(f"{name.upper()}. {STORY}", encoding="utf-8")
    ran = command("read", "--json", "--jobs", 2, *files)
    assert ran.status == 0
    assert [Record.from_json(line).report.origin.location for line in ran.out.splitlines()] == [str(file) for file in files]


def test_folders_are_walked_in_sorted_order_and_what_is_left_out_is_counted(command: Command, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    ran = command("read", "--json", tmp_path)
    assert ran.status == 0
    locations = [json.loads(line)["report"]["origin"]["location"] for line in ran.out.splitlines()]
    assert [str(Path(location).relative_to(tmp_path)) for location in locations] == ["b.txt", "c.txt", "a/z.txt"]
    assert "2 hidden" in ran.err
    assert "1 neither text nor web pages" in ran.err


def test_text_and_page_are_told_by_content_not_by_name(command: Command, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "text.html").write_text(STORY, encoding="utf-8")
    ran = command("read", "--json", tmp_path)
    assert [json.loads(line)["report"]["origin"]["media_type"] for line in ran.out.splitlines()] == ["text/html", "text/plain"]


def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    ran = command("read", "--json", "-")
    assert ran.status == 0
    assert json.loads(ran.out)["report"]["origin"]["location"] is None


def test_out_names_files_after_reports_and_numbers_a_clash(command: Command, tmp_path: Path) -> None:
    for name in ("a/b/story.txt", "c/story.html", "d/Story.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    out = tmp_path / "records"
    ran = command("read", tmp_path / "a/b/story.txt", tmp_path / "c", tmp_path / "d", "--out", out)
    assert (ran.status, ran.out) == (0, "")
    assert sorted(file.name for file in out.iterdir()) == ["Story-3.json", "story-2.json", "story.json"]
    assert Record.from_json((out / "story.json").read_bytes()).report.origin.location == str(tmp_path / "a/b/story.txt")


def test_records_among_the_reports_are_not_read_again(command: Command, story: Path) -> None:
    for _ in range(2):
        assert command("read", story.parent, "--out", story.parent).status == 0
    assert sorted(file.name for file in story.parent.iterdir()) == ["story.json", "story.txt"]


def test_no_text_leaves_no_word_of_the_report(command: Command, story: Path) -> None:
    record = json.loads(command("read", "--json", "--no-text", story).out)
    assert "text" not in record["report"]
    assert record["statements"]
    assert all(set(span) == {"start", "end"} for statement in record["statements"] for span in statement["content"])


def test_what_is_told_is_in_the_record(command: Command, story: Path) -> None:
    options = ("--published", "2024-10-25T09:55", "--publisher", "The Harbour Gazette", "--timezone", "Asia/Seoul")
    record = Record.from_json(command("read", "--json", story, *options).out)
    assert record.report.published is not None
    assert record.report.published.value == "2024-10-25T09:55+09:00"
    assert record.report.publisher is not None
    assert record.report.publisher.value == "The Harbour Gazette"
    assert record.made_by.options == {"published": "2024-10-25T09:55", "publisher": "The Harbour Gazette", "timezone": "Asia/Seoul", "lists": []}


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_same_records_whatever_the_jobs(command: Command, tmp_path: Path, jobs: int) -> None:
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(f"{n} ships sailed. {STORY}", encoding="utf-8")
    assert command("read", "--json", "--jobs", jobs, tmp_path).out == command("read", "--json", "--jobs", 2, tmp_path).out


@pytest.mark.parametrize(
    "arguments",
    [(), ("--json",), ("x", "--nonsense"), ("x", "--jobs", "0"), ("x", "--max-bytes", "0"), ("x", "--json", "--conllu"), ("x", "--conllu", "--why"),
     ("x", "--published", "yesterday"), ("x", "--timezone", "Moon/Base")],
)  # fmt: skip
def test_wrong_usage_is_status_2(command: Command, arguments: tuple[str, ...]) -> None:
    ran = command("read", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_schema_and_version(command: Command) -> None:
    assert json.loads(command("schema").out)["title"] == "onrecord/1.2"
    version = command("--version").out
    assert version.startswith("onrecord ")
    assert "model " in version
    assert "PLOVER 2.0" in version
