"""Statements and events against our own labels, by the rules of ../shared/gold/score.py, and events seen where there should be none.

Figures of `labels` (the reports that are for tuning) and of `half_b` (opened later: eight reports that rules were not tuned on until then) bear the same names.

`labels.statements`: contents share half of their characters. `labels.speakers`: of these, those with the right speaker (as F1 over all
statements). `labels.acts`, `labels.forms` likewise. `labels.unknown` (a rate, less is better): of statements that are found and
whose label names a speaker, those that name none. `labels.events`: triggers overlap or stand in one sentence, and the type is right (plain or
reduced, CONCEDE and RETREAT alike). `labels.certainty`, `labels.said_by`: of these, with the right factuality, on the right word; `labels.parties`:
actors and recipients of events that are right.
"""

from __future__ import annotations

import bisect
import importlib.util
import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from benchmarks.corpora import SHARED
from benchmarks.gold import labelled, nonpolitical
from benchmarks.measure import Outcome
from benchmarks.system import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from benchmarks.gold import Labelled

Item = dict[str, Any]
_NOBODY = frozenset({"unknown", "he", "she", "it", "they", "i", "we", "who", "which", "that", "this", "those", "one"})


def labels(name: str = "labels", *folders: Path) -> Iterator[Outcome]:
    """All outcomes of every labelled report of these folders (of none named, of those for tuning), as figures `name.*`."""
    for report in labelled(*folders):
        record = record_of(report.text)
        if record.report.text != report.text:
            message = f"{report.name}: reading changed the text, offsets cannot be compared"
            raise ValueError(message)
        found = rules().from_record(msgspec.to_builtins(record))
        for outcome in (*statements(report, found["statements"]), *events(report, found["events"])):
            yield replace(outcome, figure=f"{name}.{outcome.figure}")


def event_rate() -> Iterator[Outcome]:
    """Events on non-political reports: `right` events, `found` words; the figure is events per 100 words."""
    for source, text in nonpolitical():
        record = record_of(text)
        seen = [e for e in record.events if e.same_as is None]
        out = Outcome("nonpolitical", source, len(seen), len(text.split()), 0)
        for e in seen:
            out.miss(f"{e.trigger.start}+", None, f"{e.type} {e.trigger.text}")
        yield out


def statements(report: Labelled, found: list[Item]) -> list[Outcome]:
    """Outcomes of the statements of one report."""
    r = rules()
    gold, got = r.together(report.statements), r.together(found)

    def likeness(g: Item, p: Item) -> float:
        shared = r.iou(g["chars"], p["chars"])
        cue = bool(g.get("cue_span") and p.get("cue_span") and r.chars([g["cue_span"]]) & r.chars([p["cue_span"]]))
        return float(shared + 0.2 * r.same(g["speaker"], p["speaker"]) + 0.1 * cue) if shared >= 0.5 else 0.0

    matched = r.greedy(gold, got, likeness, 0.5)
    out = {k: Outcome(f"{k}", report.name, 0, len(got), len(gold)) for k in ("statements", "speakers", "forms", "acts")}
    unknown = Outcome("unknown", report.name)
    partner = {id(g): p for g, p in matched}
    for g in gold:
        p, key = partner.get(id(g)), str(g["spans"][0][0])
        if p is None:
            out["statements"].miss(key, _statement(report.text, g), None)
            continue
        out["statements"].right += 1
        if _names_somebody(g):
            unknown.found += 1
            if not _names_somebody(p):
                unknown.right += 1
                unknown.miss(key, _statement(report.text, g), _statement(report.text, p))
        right = {
            "speakers": r.same(g["speaker"], p["speaker"]), "forms": g["form"] == p["form"],
            "acts": r.ACT.get(g["act"], g["act"]) == r.ACT.get(p["act"], p["act"]),
        }  # fmt: skip
        for k, good in right.items():
            out[k].right += bool(good)
            if not good:
                out[k].miss(key, _statement(report.text, g), _statement(report.text, p))
    taken = {id(p) for _, p in matched}
    for p in got:
        if id(p) not in taken:
            out["statements"].miss(f"{min(p['chars'], default=0)}+", None, _statement(report.text, p))
    return [*out.values(), unknown]


def _names_somebody(s: Item) -> bool:
    """Whether a statement says whose it is: not "unknown", and no pronoun that nobody was found for."""
    return any((x or "unknown").lower() not in _NOBODY for x in s["speaker"])


def events(report: Labelled, found: list[Item]) -> list[Outcome]:
    """Outcomes of the events of one report; headlines have none."""
    r, text = rules(), report.text
    top, starts = r.headline(text), _sentence_starts(text)
    gold, got = ([e for e in items if e["span"][0] >= top] for items in (report.events, found))
    matched = r.greedy(gold, got, lambda g, p: _likeness(g, p, starts), 1)
    good = sum(bool(_types(g) & _types(p)) for g, p in matched)
    events_out = Outcome("events", report.name, good, len(got), len(gold))
    certainty, word = (Outcome(f"{k}", report.name, 0, good, good) for k in ("certainty", "said_by"))
    parties = Outcome("parties", report.name)
    partner, taken = {id(g): p for g, p in matched}, {id(p) for _, p in matched}
    for g in gold:
        p, key = partner.get(id(g)), str(g["span"][0])
        if p is None or not _types(g) & _types(p):
            events_out.miss(key, _event(text, g), _event(text, p) if p else None)
            continue
        certainties = p["factuality"] if isinstance(p["factuality"], tuple) else (p["factuality"],)
        right = {id(certainty): g["factuality"] in certainties, id(word): bool(r.same(g["said_by"], p["said_by"]))}
        hits, wanted, seen = _parties(g, p)
        certainty.right, word.right = certainty.right + right[id(certainty)], word.right + right[id(word)]
        parties.right, parties.wanted, parties.found = parties.right + hits, parties.wanted + wanted, parties.found + seen
        for out, holds in ((certainty, right[id(certainty)]), (word, right[id(word)]), (parties, 2 * hits == wanted + seen)):
            if not holds:
                out.miss(key, _event(text, g), _event(text, p))
    for p in got:
        if id(p) not in taken:
            events_out.miss(f"{p['span'][0]}+", None, _event(text, p))
    return [events_out, certainty, parties, word]


def _types(e: Item) -> set[str]:
    """Plain and reduced type, CONCEDE and RETREAT alike."""
    return {rules().YIELD.get(t, t) for t in (e["type"], e.get("also")) if t}


def _parties(g: Item, p: Item) -> tuple[int, int, int]:
    """Parties in common, of the gold, of the found; for reciprocal events whoever is named first."""
    pool = g["type"] in ("AGREE", "CONSULT", "COOPERATE") or any(len(e["actors"]) > 1 and not e["recipients"] for e in (g, p))
    hits = wanted = seen = 0
    for side in (("actors", "recipients"),) if pool else (("actors",), ("recipients",)):
        a, b = (list(dict.fromkeys(x for s in side for x in e[s])) if pool else [x for s in side for x in e[s]] for e in (g, p))
        wanted, seen = wanted + len(a), seen + len(b)
        for x in sorted(a, key=lambda x: x not in b):
            hit = x if x in b else next((y for y in sorted(b) if rules().same_name(x, y)), None)
            if hit is not None:
                b.remove(hit)
                hits += 1
    return hits, wanted, seen


def _likeness(g: Item, p: Item, starts: list[int]) -> float:
    """Overlap and type, type in one sentence, overlap; then parties, then the plain type, then distance. 0 where they are not alike."""
    overlap = max(g["span"][0], p["span"][0]) < min(g["span"][1], p["span"][1])
    right = bool(_types(g) & _types(p))
    one_sentence = bisect.bisect_right(starts, g["span"][0]) == bisect.bisect_right(starts, p["span"][0])
    tier = 3 if overlap and right else 2 if right and one_sentence else 1 if overlap else 0
    if not tier:
        return 0.0
    hits, wanted, seen = _parties(g, p)
    near = abs(int(g["span"][0]) - int(p["span"][0]))
    return tier + hits / max(1, wanted + seen) + 0.2 * bool(g["type"] == p["type"]) + 0.2 / (1 + near / 20)


@cache
def rules() -> ModuleType:
    """../shared/gold/score.py: one and the same party, how statements pair."""
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "gold/score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "gold/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sentence_starts(text: str) -> list[int]:
    """Starts of sentences as score.py sees them."""
    ends = re.finditer(r"\n+|(?<!\b[A-Z])(?<!\b[a-z])[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])", text)
    return [0] + [m.end() for m in ends if not re.search(rf"\b(?:{rules().ABBREVIATED})$", text[max(0, m.start() - 6) : m.start()])]


def _statement(text: str, s: Item) -> str:
    spans = s.get("spans") or []
    cue = text[slice(*s["cue_span"])] if s.get("cue_span") else "–"
    return f"{' and '.join(x for x in s['speaker'] if x) or 'unknown'} [{cue}] {s['act']}/{s['form']}: {' … '.join(text[a:b] for a, b in spans)}"


def _event(text: str, e: Item) -> str:
    return f"{e['type']} “{text[slice(*e['span'])]}” {e['actors']} > {e['recipients']} {e['factuality']} on {e['said_by']}"
