"""Whole reports read for statements and events: our own labels by offsets (`training/reports.jsonl`, `more_reports.jsonl`, `third_reports.jsonl`), laid over texts under ../shared that are checked by hash."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Iterator

from onrecord_training.corpora.document import Document, Range, Told
from onrecord_training.corpora.texts import text_of

LABELS = Path(__file__).parents[2] / "reports.jsonl"
MORE, THIRD = LABELS.with_name("more_reports.jsonl"), LABELS.with_name("third_reports.jsonl")
_WORD = re.compile(r"[\w.&-]*\w")
_BEHIND = re.compile(r"\s*(?:,|\(|\b(?:of|for|in|at|from|to|on|with|by|who|which|that|and|or)\b)")
_NOTHING = frozenset({"the", "a", "an", "his", "her", "their", "its", "s"})
_END = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!Gov)(?<!Sen)(?<!Rep)[.!?][\"”’']{0,2}\s+(?=[\"“‘']?[A-Z])")


def read_reports(data: Path, corpora: tuple[str, ...], *, dev: bool, file: Path = LABELS) -> Iterator[Document]:
    """One document for each text of these corpora (first part of the source's name); every eighth of all texts is for dev.

    Raises ValueError where a text is not the one that was labelled.
    """
    for number, line in enumerate(file.read_text(encoding="utf8").splitlines()):
        report = json.loads(line)
        if report["source"].partition("/")[0] in corpora and (number % 8 == 0) == dev:
            document = _document(data, report)
            yield replace(document, alike=None) if dev else document  # coreference is measured on GUM, where every mention is known


def read_more(data: Path, file: Path) -> Iterator[Document]:
    """One document for each text, or part of one (from `start` on), of a later reading, all of them for training. Raises ValueError as `read_reports`."""
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
        alike=_alike(text, [p for s in report["statements"] for p in s["speakers"]] + [p for e in report["events"] for p in (*e["actors"], *e["recipients"])]),
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


def _alike(text: str, parties: list[dict[str, Any]]) -> list[list[Range]]:
    """The words that may head each actor's mentions: where it was labelled, and where else the text has its names letter for letter."""
    of: dict[str, set[Range]] = {}
    called: dict[str, set[str]] = {}
    for party in parties:
        name = re.sub(r"^(?:the|an?) ", "", party["name"].casefold())
        spans = of.setdefault(name, set())
        words = {party["name"]}
        if party["span"] is not None:
            spans.add(tuple(party["span"]))
            words.add(text[slice(*party["span"])])
        for w in words:
            if re.search(r"[A-Z]", w[1:] if " " in w else w):
                called.setdefault(w, set()).add(name)
    taken = sorted((range(*span) for spans in of.values() for span in spans), key=len, reverse=True)
    for w in sorted((w for w, names in called.items() if len(names) == 1), key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(w)}(?!\w)", text):
            if not any(r.start < found.end() and found.start() < r.stop for r in taken):
                of[next(iter(called[w]))].add(found.span())
                taken.append(range(*found.span()))
    return [[w for span in sorted(spans) for w in heads(text, span)] for _, spans in sorted(of.items()) if spans]


def heads(text: str, span: Range) -> list[Range]:
    """The words of a phrase that a parse may take for its head: the last before a preposition or comma, and where that ends a name, the name's first word and the title before it."""
    start, end = span
    cut = _BEHIND.search(text, start + 1, end)
    words = [m.span() for m in _WORD.finditer(text, start, cut.start() if cut else end)] or [span]
    out = [words[-1]]
    at = len(words) - 1
    while at > 0 and text[words[at][0]].isupper() and text[words[at - 1][0]].isupper() and text[slice(*words[at - 1])].casefold() not in _NOTHING:
        at -= 1
    if at < len(words) - 1:
        out.append(words[at])
    if at > 0 and text[words[at][0]].isupper() and text[slice(*words[at - 1])].casefold() not in _NOTHING:
        out.append(words[at - 1])
    return sorted(set(out))
