"""A store with the two bundled stories and the claims of their gold ledgers, for pages to be looked at: what a desk shows does not wait for linking."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from pathlib import Path
from typing import Any

import onrecord
from onrecord.corroborating.identity import identities
from onrecord.corroborating.standing import standing
from onrecord.corroborating.told import Told
from onrecord.keeping import claim_rows
from onrecord.keeping.bulk import run
from onrecord.keeping.opening import open_store
from onrecord.keeping.protocol import Filed
from onrecord.keeping.store import SqlStore, now
from onrecord.record import CLAIM_FORMAT, Claim, Entry, Figure, ItemRef, Parties, Party, Quote, Record, Span, Voices, Window

STORIES = Path(__file__).parents[2] / "samples" / "stories"


def story_store(path: Path) -> SqlStore:
    """The store, with records read anew."""
    store = open_store(path)
    for story in ("trawler", "border"):
        told = json.loads((STORIES / story / "ledger.json").read_text())
        records = {r["report"]: _read(STORIES / story / r["report"], r) for r in told["reports"]}
        for name, record in records.items():
            store.add(Filed(record, (STORIES / story / name).read_bytes(), b"", {}), link=False)
        for gold in told["claims"]:
            keep(store, claim_of(gold, records))
    return store


def _read(path: Path, told: dict[str, Any]) -> Record:
    return onrecord.read(path, published=told["published"], publisher=told["outlet"])


def claim_of(gold: dict[str, Any], records: dict[str, Record]) -> Claim:
    """A gold claim as the format has it."""
    origins: dict[str, int] = {}
    entries = [_entry(e, records[e["report"]], origins) for e in gold["entries"]]
    members = sorted({ItemRef(e.report, e.item) for e in entries})
    first = entries[0]
    events = [_item(records[e["report"]], e["words"], kind="events") for e in gold["entries"]] if gold["kind"] == "event" else []
    event, record = next(((x, records[e["report"]]) for x, e in zip(events, gold["entries"], strict=False) if x is not None), (None, None))
    who = (lambda ids: [Party(identities(record)[a][0], next(x.name for x in record.actors if x.id == a)) for a in ids]) if record is not None else None
    parties = Parties(who(event.actors), who(event.recipients)) if event is not None else Parties([], [])
    stands, because = standing(entries)
    days = sorted(e.said for e in entries if e.said)
    figures = [_figure(f, entries, gold["entries"], records) for f in gold["figures"]]
    return Claim(
        CLAIM_FORMAT, hashlib.sha256(gold["id"].encode()).hexdigest()[:32], gold["kind"], gold["type"], None, [], parties, Window(days[0] if days else None, days[-1] if days else None), None, [],
        Quote(first.report, first.words[0]), Voices(**gold["counts"]), entries, figures, stands, because, gold["first_affirmed"], gold["first_denied"],
        max((e.published or "" for e in entries), default=None), members, [], [],
    )  # fmt: skip


def keep(store: SqlStore, claim: Claim) -> None:
    """Puts a claim into the store as linking would."""
    moved = "denial" if claim.first_denied is not None else "figure" if len(claim.figures) > 1 else "corroborated" if claim.standing == "corroborated" else "new"
    with store.database.writing() as connection:
        run(connection, "INSERT INTO claims (id, kind, label, reports, outlets, origins, standing, changed) VALUES (?, ?, '', 1, 1, 1, 'reported', ?)", claim.id, claim.kind, now())
        claim_rows.summarise(connection, claim, moved=moved, at=f"{claim.last_changed[:10]}T12:00:00+00:00")
        run(connection, "UPDATE claims SET ledger = ? WHERE id = ?", zlib.compress(claim.to_json()), claim.id)
        for ref in claim.members:
            run(connection, "UPDATE items SET claim = ? WHERE key = ? AND report = (SELECT seq FROM reports WHERE id = ?)", claim.id, ref.key, ref.report)


def _item(record: Record, words: str, kind: str | None = None) -> Any:
    start, end = _place(record, words).start, _place(record, words).end
    pools = {"events": [(e, [e.evidence]) for e in record.events], "statements": [(s, s.content) for s in record.statements]}
    scored = [(sum(max(0, min(end, x.end) - max(start, x.start)) for x in spans), item) for name, pool in pools.items() if kind in (None, name) for item, spans in pool]
    best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def _place(record: Record, words: str) -> Span:
    text = record.report.text
    at = text.find(words)
    if at < 0:
        found = re.search(r"\s+".join(map(re.escape, words.split())), text)
        at, words = (found.start(), found[0]) if found else (0, text[:20])
    return Span(at, at + len(words), words)


def _entry(gold: dict[str, Any], record: Record, origins: dict[str, int]) -> Entry:
    told = Told(record, record.report.id)
    item = _item(record, gold["words"])
    parties = {a.name: Party(identities(record)[a.id][0], a.name, a.country) for a in record.actors}
    speakers = [parties.get(name, Party(f"unnamed:{name}", name)) for name in gold["speakers"]]
    return Entry(
        record.report.id, item.key if item is not None else "none", speakers, None, gold["stance"], told.chain(None), gold["said"], told.published,
        [_place(record, gold["words"])], None, told.outlet, origins.setdefault(gold["origin"], len(origins)),
    )  # fmt: skip


def _figure(gold: dict[str, Any], entries: list[Entry], golds: list[dict[str, Any]], records: dict[str, Record]) -> Figure:
    entry = next((i for i, e in enumerate(golds) if e["report"] == gold["report"] and (gold["source"] is None or gold["source"] in e["speakers"])), 0)
    low = gold["low"] if gold["low"] is not None else gold["value"] if gold["high"] is None else None
    high = gold["high"] if gold["high"] is not None else gold["value"]
    words = _place(records[gold["report"]], gold["words"])
    return Figure(gold["counts"], gold["value"], low, high, gold["approximate"], gold.get("unit"), gold.get("of"), gold.get("as_of"), entry, words, gold["revision"])
