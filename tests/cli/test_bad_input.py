"""What cannot be read: one line on stderr that names it and says why, no traceback, and everything else is read."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from onrecord.understanding.weights import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command, Ran

STORY = '"We will not sign," Mara Lind, a spokeswoman for the ministry, told reporters in Geneva on Tuesday.\n\nShe said two ships had sailed.\n'
FRENCH = "Le président a annoncé mardi que la réunion aurait lieu demain à Paris, selon un porte-parole du ministère des affaires étrangères.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A report that can be read."""
    file = tmp_path / "good.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def refused(ran: Ran, name: object, reason: str, *, others: int = 1) -> None:
    """One line names the file and says why; the others are written."""
    lines = [line for line in ran.err.splitlines() if str(name) in line]
    assert len(lines) == 1
    assert lines[0].startswith("onrecord: ")
    assert reason in lines[0]
    assert "Traceback" not in ran.err
    assert ran.status == 1
    assert len(ran.out.splitlines()) == others


def test_missing_file(command: Command, good: Path) -> None:
    refused(command("read", "--json", good.parent / "nowhere.txt", good), "nowhere.txt", "no such file")


def test_folder_without_reports(command: Command, good: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / ".hidden").write_text(STORY, encoding="utf-8")
    (empty / "image").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    refused(command("read", "--json", empty, good), empty, "no reports in it")


def test_empty_file(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"  \n\n")
    refused(command("read", "--json", tmp_path / "empty.txt", good), "empty.txt", "empty")


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7\n%\xe2\xe3", bytes(range(256)) * 40, b"PK\x03\x04abc"])
def test_binary(command: Command, good: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "binary.txt").write_bytes(data)
    refused(command("read", "--json", tmp_path / "binary.txt", good), "binary.txt", "neither text nor a web page")


def test_over_the_limit(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text(STORY * 20, encoding="utf-8")
    refused(command("read", "--json", "--max-bytes", 1000, tmp_path / "large.txt", good), "large.txt", "over the limit of 1000")


def test_standard_input_over_the_limit(command: Command, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with good.open("rb") as opened:
        monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": opened}))
        refused(command("read", "--json", "--max-bytes", 20, "-"), "standard input", "over the limit of 20", others=0)


@pytest.mark.parametrize("stray", [b"caf\xe9 \x93quoted\x94", b"caf\xc3\xa9 and caf\xe9", "Zürich".encode("utf-16")])
def test_invalid_utf8_and_mixed_encodings_are_read(command: Command, tmp_path: Path, stray: bytes) -> None:
    file = tmp_path / "stray.txt"
    file.write_bytes(stray if stray.startswith(b"\xff\xfe") else STORY.encode() + stray)
    ran = command("read", "--json", file)
    assert ran.status == 0
    text = json.loads(ran.out)["report"]["text"]
    assert "café" in text or "Zürich" in text


def test_page_without_an_article(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<!doctype html><html><head><title></title></head><body><nav><a href='/'>Home</a></nav></body></html>")
    refused(command("read", "--json", tmp_path / "page.html", good), "page.html", "article")


def test_page_ten_thousand_elements_deep(command: Command, good: Path, tmp_path: Path) -> None:
    deep = "<div>" * 10_000 + "<p>Two ships sailed on Tuesday.</p>" + "</div>" * 10_000
    (tmp_path / "deep.html").write_text(f"<!doctype html><html><body>{deep}</body></html>")
    ran = command("read", "--json", tmp_path / "deep.html", good)
    assert "Traceback" not in ran.err
    assert "a fault of Onrecord" not in ran.err
    assert ran.status == (0 if len(ran.out.splitlines()) == 2 else 1)


def test_not_english(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    ran = command("read", "--json", tmp_path / "french.txt", good)
    assert ran.status == 0
    assert "french.txt: the language is fr, not English" in ran.err
    record = json.loads(ran.out.splitlines()[0])
    assert record["report"]["text"] == FRENCH
    assert [record[kind] for kind in ("actors", "places", "times", "quantities", "statements", "events")] == [[]] * 6


def test_null_bytes(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "null.txt").write_bytes(STORY.encode().replace(b" ", b"\x00", 3))
    refused(command("read", "--json", tmp_path / "null.txt", good), "null.txt", "null bytes")


def test_a_name_with_a_null_byte(command: Command, good: Path) -> None:
    refused(command("read", "--json", "a\x00b", good), "a", "null byte")


def test_a_name_that_steers_terminals_does_not(command: Command, tmp_path: Path) -> None:
    ran = command("read", "--json", tmp_path / "\x1b[31mred\nonrecord: fine")
    assert len(ran.err.splitlines()) == 1
    assert "\x1b" not in ran.err


def test_unwritable_out(command: Command, good: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        ran = command("read", good, "--out", out)
        assert (ran.status, ran.out) == (2, "")
        assert f"{out}: nothing can be written there" in ran.err


def test_a_file_that_cannot_be_written_does_not_stop_the_others(command: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "out" / "a.json").mkdir(parents=True)
    ran = command("read", tmp_path / "a.txt", tmp_path / "b.txt", "--out", tmp_path / "out")
    assert ran.status == 1
    assert "a.json: it cannot be written" in ran.err
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["a.json", "b.json"]


def started(*arguments: object) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    if not (FOLDER / "model.onnx").exists():
        pytest.skip("src/onrecord/model is absent")
    line = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_heard)  # noqa: PLW1509  no other thread forks here


def _heard() -> None:
    """Ctrl-C reaches the process, even where the tests themselves run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_broken_pipe(tmp_path: Path) -> None:
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(STORY * 10, encoding="utf-8")
    with started("read", "--json", tmp_path) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b"onrecord: nobody reads the output any more; stopped\n"
        assert process.wait(30) == 1


def test_interrupt_leaves_whole_files_only(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for n in range(200):
        (reports / f"{n:03}.txt").write_text(STORY * 20, encoding="utf-8")
    process = started("read", reports, "--out", tmp_path / "out")
    until = time.monotonic() + 100
    while time.monotonic() < until and not list((tmp_path / "out").glob("*.json")):
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"interrupted" in err
    assert b"Traceback" not in err
    files = list((tmp_path / "out").iterdir())
    assert 0 < len(files) < 200
    assert all(json.loads(file.read_bytes())["format"] == "onrecord/1.2" for file in files)
