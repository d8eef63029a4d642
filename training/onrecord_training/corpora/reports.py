"""Whole reports read for statements and events: our own labels by offsets (`training/reports.jsonl`, `more_reports.jsonl`), laid over texts under ../shared that are checked by hash."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from pathlib import Path
from typing import Any, Iterator

from onrecord_training.corpora.document import Document, Range, Told
from onrecord_training.corpora.texts import text_of

LABELS = Path(__file__).parents[2] / "reports.jsonl"
MORE = LABELS.with_name("more_reports.jsonl")
_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!Gov)(?<!Sen)(?<!Rep)[.!?][\"”’']{0,2}\s+(?=[\"“‘']?[A-Z])")


def read_reports(data: Path, corpora: tuple[str, ...], *, dev: bool, file: Path = LABELS) -> Iterator[Document]:
    """One document for each text of these corpora (first part of the source's name); every eighth of all texts is for dev.

    Raises ValueError where a text is not the one that was labelled.
    """
    for number, line in enumerate(file.read_text(encoding="utf8").splitlines()):
        report = json.loads(line)
        if report["source"].partition("/")[0] in corpora and (number % 8 == 0) == dev:
            yield _document(data, report)


def read_more(data: Path, file: Path = MORE) -> Iterator[Document]:
    """One document for each text, or part of one (from `start` on), of the second reading, all of them for training. Raises ValueError as `read_reports`."""
    for line in file.read_text(encoding="utf8").splitlines():
        yield _document(data, json.loads(line))


def _document(data: Path, report: dict[str, Any]) -> Document:
    start = report.get("start", 0)
    text = text_of(data, report["source"])[start : start + report["length"]].rstrip() + "\n"
    if hashlib.sha256(text.encode()).hexdigest()[:16] != report["sha256"]:
        message = f"{report['source']}: not the text that was labelled"
        raise ValueError(message)
    return Document(
        name=report["source"], text=text, sentences=sentences(text),
        told=[Told(tuple(e["trigger"]), e["type"], e["status"], _named(e["actors"]), _named(e["recipients"])) for e in report["events"]],
        cues=[(tuple(s["cue"]), s["act"], _named(s["speakers"])) for s in report["statements"] if not s["bare"]],
    )  # fmt: skip


def sentences(text: str) -> list[Range]:
    """Sentences by their stops and lines: rough, for what takes part in an event is looked for no further."""
    out: list[Range] = []
    for line in re.finditer(r"[^\n]+", text):
        starts = [line.start(), *(line.start() + m.end() for m in _END.finditer(line.group())), line.end()]
        out += [(a, b) for a, b in itertools.pairwise(starts) if text[a:b].strip()]
    return out


def _named(parties: list[dict[str, Any]]) -> list[Range]:
    return [tuple(p["span"]) for p in parties if p["span"] is not None]
