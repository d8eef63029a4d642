"""Statements and events against the labels of whole reports (`training/reports.jsonl`), of which every eighth is held out of training.

Agents who saw text and guidelines alone made the labels, each report by one of them. They say less than those of `gold/`: of a statement cue, speakers and
act, no content. `held.statements`: cues overlap (bare quotations, which have none, are left out). `held.speakers`, `held.acts`: of these, those with the right speaker, act (as F1 over all statements).
`held.events`, `held.certainty`, `held.parties`: as `labels.*` (see `labelled.py`).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from benchmarks.corpora import text_of
from benchmarks.gold import Labelled, StaleLabelError
from benchmarks.labelled import events, rules
from benchmarks.measure import Outcome
from benchmarks.system import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Item = dict[str, Any]
LABELS = Path(__file__).resolve().parents[1] / "training/reports.jsonl"
FIGURES = ("events", "certainty", "parties")


def held() -> Iterator[Outcome]:
    """All outcomes of the reports that were held out, as figures `held.*`."""
    for report in reports():
        record = msgspec.to_builtins(record_of(report.text))
        if record["report"]["text"] != report.text:
            continue  # characters that reading repairs would move all that follows
        found = rules().from_record(record)
        for outcome in (*_statements(report, found["statements"]), *(o for o in events(report, found["events"]) if o.figure in FIGURES)):
            outcome.figure = f"held.{outcome.figure}"
            yield outcome


def reports(part: int = 0) -> Iterator[Labelled]:
    """The reports held out; `part` 1 to 7: another eighth, which training may see. Raises StaleLabelError where a text has changed."""
    for number, line in enumerate(LABELS.read_text(encoding="utf-8").splitlines()):
        if number % 8 != part:
            continue
        report = json.loads(line)
        text = text_of(report["source"], report["length"])
        if hashlib.sha256(text.encode()).hexdigest()[:16] != report["sha256"]:
            message = f"{report['source']}: not the text that was labelled"
            raise StaleLabelError(message)
        yield Labelled(report["source"].removeprefix("worldwide/raw_train/"), report["source"], text, [_statement(s) for s in report["statements"]], [_event(e) for e in report["events"]])


def _statement(s: Item) -> Item:
    return {"cue_span": s["cue"], "bare": s["bare"], "act": s["act"], "speaker": [p["name"] for p in s["speakers"]], "spans": []}


def _event(e: Item) -> Item:
    named = {side: [p["name"] for p in e[side]] for side in ("actors", "recipients")}
    return {"type": e["type"], "also": None, "span": e["trigger"], "factuality": e["status"], "said_by": None, **named}


def _statements(report: Labelled, found: list[Item]) -> list[Outcome]:
    r, text = rules(), report.text
    gold, got = [s for s in report.statements if not s["bare"]], [s for s in r.together(found) if s["cue_span"]]
    matched = r.greedy(gold, got, lambda g, p: shared(g["cue_span"], p["cue_span"]) + 0.2 * bool(r.same(g["speaker"], p["speaker"])), 0.2001)
    partner = {id(g): p for g, p in matched}
    out = {k: Outcome(k, report.name, 0, len(got), len(gold)) for k in ("statements", "speakers", "acts")}
    for g in gold:
        p, key = partner.get(id(g)), str(g["cue_span"][0])
        if p is None:
            out["statements"].miss(key, _told(text, g), None)
            continue
        right = {"statements": True, "speakers": r.same(g["speaker"], p["speaker"]), "acts": r.ACT.get(g["act"], g["act"]) == r.ACT.get(p["act"], p["act"])}
        for k, good in right.items():
            out[k].right += bool(good)
            if not good:
                out[k].miss(key, _told(text, g), _told(text, p))
    taken = {id(p) for p in partner.values()}
    for p in got:
        if id(p) not in taken:
            out["statements"].miss(f"{p['cue_span'][0]}+", None, _told(text, p))
    return list(out.values())


def shared(a: Sequence[int], b: Sequence[int]) -> float:
    """Share of the shorter of two spans that they have in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, min(a[1] - a[0], b[1] - b[0]))


def _told(text: str, s: Item) -> str:
    start, end = s["cue_span"]
    return f"{' and '.join(x for x in s['speaker'] if x) or 'unknown'} {s['act']} …{text[max(0, start - 90) : start]}[{text[start:end]}]{text[end : end + 90]}…".replace("\n", " ")
