"""How a report stands to those that are there: later versions, corrections and kills of one outlet's story, copies of one origin."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.corroborating.copies import compare
from onrecord.corroborating.nominating import HOLDERS, NOMINATED
from onrecord.corroborating.versions import DAYS, Filing, Relation, moment, relate
from onrecord.keeping import schema
from onrecord.keeping.bulk import among, among_update, put_new, run
from onrecord.keeping.protocol import Added
from onrecord.keeping.rows import filing_of, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from onrecord.corroborating.copies import Overlap
    from onrecord.keeping.rows import Rows
    from onrecord.keeping.totals import Totals

_SHARED = 2  # anchors that a candidate shares at least, of 32
_TRIED = 40  # candidates of one origin that are compared before it is left
VERSIONS = ("supersedes", "corrects", "kills")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report of the store that may be a copy or a version."""

    seq: int
    id: str
    outlet: str | None
    page: str | None
    origin: int
    text_sha256: str
    shared: int


@dataclass(frozen=True, slots=True)
class Ties:
    """What a new report is to others: versions (with who is the later) and copies, with the reasons."""

    versions: list[tuple[Candidate, Relation]]
    copies: list[tuple[Candidate, list[str]]]


def ties(connection: Connection, seq: int, rows: Rows) -> Ties:
    """The reports that a new one is a version or a copy of."""
    versions: list[tuple[Candidate, Relation]] = []
    copies: list[tuple[Candidate, list[str]]] = []
    filing = _arrived(rows.filing, seq)
    joined: set[int] = set()
    tried: dict[int, int] = {}
    for candidate in _candidates(connection, seq, rows):
        if candidate.text_sha256 == rows.report["text_sha256"]:
            copies.append((candidate, ["it has the same text"]))
            joined.add(candidate.origin)
            continue
        same_house = _same(candidate.outlet, filing.outlet) or (filing.page is not None and candidate.page == filing.page)
        if not same_house and (candidate.origin in joined or tried.get(candidate.origin, 0) >= _TRIED):
            continue
        tried[candidate.origin] = tried.get(candidate.origin, 0) + 1
        overlap = _overlap(connection, candidate.seq, rows.reading[1])
        if overlap is None:
            continue
        relation = relate(_filed(connection, candidate.seq), filing, overlap) if same_house else None
        if relation is not None:
            versions.append((candidate, relation))
            joined.add(candidate.origin)
        elif overlap.copy and candidate.origin not in joined:
            copies.append((candidate, overlap.reasons))
            joined.add(candidate.origin)
    return Ties(versions, copies)


def tie(connection: Connection, seq: int, rows: Rows, found: Ties, totals: Totals) -> tuple[Added, set[int]]:
    """Keeps the ties of a new report, and brings stories and origins up to date; gives what became of it, and the others whose standing that changed."""
    related: list[tuple[int, str, int, str]] = []
    for candidate, relation in found.versions:
        later, earlier = (seq, candidate.seq) if relation.later == rows.id else (candidate.seq, seq)
        related.append((later, relation.kind, earlier, json.dumps(relation.reasons, ensure_ascii=False)))
    related += [(seq, "copies", other.seq, json.dumps(reasons, ensure_ascii=False)) for other, reasons in found.copies]
    put_new(connection, schema.relations, ("report", "kind", "other", "reasons"), related)
    touched: set[int] = set()
    if found.versions:
        touched |= settle_stories(connection, [seq])
    if related:
        touched |= join_origins(connection, [seq, *(candidate.seq for candidate, _ in (*found.versions, *found.copies))], totals)
    supersedes = [candidate.id for candidate, relation in found.versions if relation.later == rows.id]
    added = Added(rows.id, "superseding" if supersedes else "added", supersedes, [candidate.id for candidate, _ in found.copies])
    return added, touched - {seq}


def relate_anew(connection: Connection, seq: int, rows: Rows, totals: Totals) -> set[int]:
    """Tells the ties of a report again, whose text, title, outlet or date has changed; gives the others whose standing that changed."""
    story = reach(connection, [seq], VERSIONS)
    family = {row[0] for row in run(connection, "SELECT seq FROM reports WHERE origin = (SELECT origin FROM reports WHERE seq = ?)", seq)}
    run(connection, "DELETE FROM relations WHERE report = ? OR other = ?", seq, seq)
    touched = split_origins(connection, family, totals) | settle_stories(connection, story)
    return (touched | tie(connection, seq, rows, ties(connection, seq, rows), totals)[1]) - {seq}


def join_origins(connection: Connection, seqs: Iterable[int], totals: Totals) -> set[int]:
    """Makes one origin of those that the reports have, the earliest by publication of all that have them; gives the reports that got another."""
    origins = [row[0] for row in among(connection, "SELECT DISTINCT origin FROM reports WHERE seq IN :values", set(seqs))]
    members = among(connection, "SELECT seq, id, published, origin FROM reports WHERE origin IN :values", origins)
    earliest = min(members, key=_age)[0]
    among_update(connection, "UPDATE reports SET origin = ? WHERE origin IN :values", (earliest,), origins)
    totals.add("origins", 1 - len(origins))
    return {seq for seq, _, _, origin in members if origin != earliest}


def split_origins(connection: Connection, seqs: Iterable[int], totals: Totals) -> set[int]:
    """Tells the origins of reports anew, which were one, after one of them has gone; gives the reports that got another."""
    left = dict.fromkeys(seqs)
    before = dict(among(connection, "SELECT seq, origin FROM reports WHERE seq IN :values", left))
    after, touched = 0, set[int]()
    while left:
        group = reach(connection, [next(iter(left))], ("copies", *VERSIONS))
        for seq in group:
            left.pop(seq, None)
        members = among(connection, "SELECT seq, id, published FROM reports WHERE seq IN :values", group)
        earliest = min(members, key=_age)[0]
        among_update(connection, "UPDATE reports SET origin = ? WHERE seq IN :values", (earliest,), group)
        touched |= {seq for seq in group if before.get(seq) != earliest}
        after += 1
    totals.add("origins", after - len(set(before.values())))
    return touched


def settle_stories(connection: Connection, seqs: Iterable[int]) -> set[int]:
    """Says of each report in the stories of these which is the first version, and whether it is current, superseded or retracted.

    Gives the reports of which another status is said than before.
    """
    todo, touched = set(seqs), set[int]()
    while todo:
        story = reach(connection, [todo.pop()], VERSIONS)
        todo -= story
        filings = {seq: _filed(connection, seq) for seq in story}
        before = dict(among(connection, "SELECT seq, status FROM reports WHERE seq IN :values", story))
        edges = among(connection, "SELECT report, kind, other FROM relations WHERE kind <> 'copies' AND report IN :values", story)
        below: dict[int, set[int]] = {seq: set() for seq in story}
        for later, _, earlier in edges:
            below[later].add(earlier)
        killed: set[int] = set()
        falling = [earlier for _, kind, earlier in edges if kind == "kills"]
        while falling:
            seq = falling.pop()
            if seq not in killed:
                killed.add(seq)
                falling += below[seq]
        superseded = {earlier for _, _, earlier in edges}
        first = min(story, key=lambda seq: (moment(filings[seq]) or ("9999", ""), filings[seq].id))
        for seq in story:
            status = "retracted" if seq in killed else "superseded" if seq in superseded else "current"
            run(connection, "UPDATE reports SET story = ?, status = ? WHERE seq = ?", first, status, seq)
            if status != before[seq]:
                touched.add(seq)
    return touched


def reach(connection: Connection, seqs: Iterable[int], kinds: Iterable[str]) -> set[int]:
    """The reports that are connected with these by relations of such kinds, over any number of steps; themselves included."""
    wanted = set(kinds)
    seen = set(seqs)
    edge = set(seen)
    while edge:
        rows = among(connection, "SELECT kind, other FROM relations WHERE report IN :values", edge)
        rows += among(connection, "SELECT kind, report FROM relations WHERE other IN :values", edge)
        edge = {other for kind, other in rows if kind in wanted} - seen
        seen |= edge
    return seen


def _candidates(connection: Connection, seq: int, rows: Rows) -> list[Candidate]:
    """Reports that share anchors or the page with a new one, and those of its outlet that one of the two says it corrects or kills."""
    shared = Counter(_holders(connection, rows.anchors))
    enough = min(_SHARED, len(rows.anchors))
    found = {seq for seq, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:NOMINATED] if count >= enough}
    found |= {row[0] for row in run(connection, "SELECT seq FROM reports WHERE text_sha256 = ?", rows.report["text_sha256"])}
    if rows.filing.page is not None:
        found |= {row[0] for row in run(connection, "SELECT seq FROM reports WHERE page = ?", rows.filing.page)}
    if rows.filing.outlet is not None:
        day = rows.report["day"]
        near, values = (" AND (day IS NULL OR day BETWEEN ? AND ?)", (day - DAYS, day + DAYS)) if day is not None else ("", ())
        said = "" if rows.report["notice"] in ("kills", "corrects") else " AND notice IS NOT NULL"
        found |= {row[0] for row in run(connection, f"SELECT seq FROM reports WHERE outlet = ?{said}{near}", rows.filing.outlet, *values)}  # noqa: S608  names of ours
    found.discard(seq)
    columns = "SELECT seq, id, outlet, page, origin, text_sha256 FROM reports WHERE seq IN :values"
    there = among(connection, columns, found)
    out = [Candidate(seq_, id_, outlet, place, origin, sha, shared.get(seq_, 0)) for seq_, id_, outlet, place, origin, sha in there]
    return sorted(out, key=lambda candidate: (-candidate.shared, candidate.id))


def _holders(connection: Connection, anchors: list[int]) -> list[int]:
    """For each anchor the first reports that have it, one after the other."""
    if connection.dialect.name == "sqlite":
        first = f"SELECT json_group_array(report) FROM (SELECT report FROM anchors WHERE anchor = value LIMIT {HOLDERS})"  # noqa: S608  names of ours
        held = run(connection, f"SELECT ({first}) FROM json_each(?)", json.dumps(anchors))  # noqa: S608  names of ours
        return [seq for of_one in json.loads(f"[{','.join(row[0] for row in held)}]") for seq in of_one]
    select = (
        "SELECT report FROM unnest(?::bigint[]) AS wanted CROSS JOIN LATERAL"  # noqa: S608  names of ours
        f" (SELECT report FROM anchors WHERE anchor = wanted ORDER BY report LIMIT {HOLDERS}) AS held"
    )
    return [seq for (seq,) in run(connection, select, anchors)]


def _overlap(connection: Connection, seq: int, signed: bytes) -> Overlap | None:
    there = run(connection, "SELECT signature FROM readings WHERE report = ?", seq)
    try:
        return compare(there[0][0], signed)
    except ValueError:  # signed by another version of the detector
        return None


def _filed(connection: Connection, seq: int) -> Filing:
    """A report of the store as its versions are asked for."""
    row = run(connection, "SELECT record FROM readings WHERE report = ?", seq)[0]
    return filing_of(unpacked(row[0]).report, seq)


def _arrived(filing: Filing, seq: int) -> Filing:
    return Filing(filing.id, filing.outlet, filing.title, filing.opening, filing.published, filing.modified, filing.page, seq)


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold().strip() == other.casefold().strip()


def _age(row: tuple[Any, ...]) -> tuple[bool, str, str]:
    """Sorts (seq, id, published, …) by publication, those without a date last."""
    return (not row[2], row[2] or "", row[1])
