"""What is gathered is what a plain walk over the records gives, in each database."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from onrecord.corroborating.identity import identities
from onrecord.errors import QueryError, UnknownError
from onrecord.keeping.bulk import run
from onrecord.showing.gathering import actors, dyads, judgements, moved, outlets, places, reports, series, speaking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore
    from onrecord.record import Event, Record


@pytest.fixture
def full(store: SqlStore, invented: list[Filed]) -> SqlStore:
    list(store.add_all(invented[:40], link=False))
    return store


@pytest.fixture(scope="session")
def records(invented: list[Filed]) -> list[Record]:
    return [filed.record for filed in invented[:40]]


def events(records: list[Record]) -> Iterator[tuple[Event, dict[str, str]]]:
    for record in records:
        who = {local: line[0] for local, line in identities(record).items()}
        yield from ((event, who) for event in record.events if event.same_as is None)


def plain_dyads(records: list[Record]) -> Counter[tuple[str, str, str]]:
    out: Counter[tuple[str, str, str]] = Counter()
    for event, who in events(records):
        pairs = {(who[a], who[b]) for a in event.actors for b in event.recipients}
        out.update((a, b, event.type) for a, b in pairs if a != b)
    return out


def test_dyads(full: SqlStore, records: list[Record]) -> None:
    plain = plain_dyads(records)
    for found in (dyads.matrix(full, most=10_000), dyads.matrix(full, "kind:event", most=10_000)):
        assert Counter({(d.actor.identity, d.recipient.identity, code): n for d in found.dyads for code, n in d.types.items()}) == plain
    small = dyads.matrix(full, most=5)
    names = {actor.identity for actor in small.actors}
    assert len(names) == 5
    assert all(d.actor.identity in names and d.recipient.identity in names and d.items == sum(d.types.values()) for d in small.dyads)
    (code, _), *_ = Counter({code: n for (_, _, code), n in plain.items()}).most_common(1)
    typed = dyads.matrix(full, type=code, most=10_000)
    assert {(d.actor.identity, d.recipient.identity): d.types[code] for d in typed.dyads} == {(a, b): n for (a, b, t), n in plain.items() if t == code}
    assert typed.dyads == dyads.matrix(full, "kind:event", type=code, most=10_000).dyads


def test_network(full: SqlStore, records: list[Record]) -> None:
    plain: Counter[tuple[str, str]] = Counter()
    for record in records:
        who = {local: line[0] for local, line in identities(record).items()}
        said = {statement.id: [who[a] for a in statement.speakers] for statement in record.statements}
        for event in record.events:
            if event.same_as is None:
                speakers = {name for by in event.said_by for name in said[by]}
                plain.update({(s, who[p]) for s in speakers for p in [*event.actors, *event.recipients] if s != who[p]})
    for found in (speaking.network(full, most=10_000), speaking.network(full, "kind:event", most=10_000)):
        assert Counter({(tie.speaker.identity, tie.about.identity): tie.items for tie in found.ties}) == plain


def test_series(full: SqlStore) -> None:
    for kind in ("event", "statement"):
        whole, asked = series.series(full, kind=kind), series.series(full, f"kind:{kind}", kind=kind)  # type: ignore[arg-type]
        assert whole.days == asked.days and whole.days
        assert asked.counted is not None and asked.counted.all
        assert [day.day for day in whole.days] == sorted(day.day for day in whole.days)


def test_map_and_places(full: SqlStore) -> None:
    rows = places.places(full, limit=500)
    assert rows and rows == sorted(rows, key=lambda row: -row.items)
    assert sum(row.items for row in rows) == sum(sum(places.place(full, row.site).types.values()) for row in rows)
    assert [row.site for row in places.places(full, rows[0].name)][:1] == [rows[0].site]
    hits = places.items_at(full, rows[0].site, limit=200)
    assert len(hits) >= rows[0].items and {hit.place for hit in hits} == {rows[0].name}
    asked = places.map_of(full, "kind:event", most=500)
    assert {place.site: place.types for place in asked.places} == {
        row.site: types for row in rows if (types := {code: n for code, n in places.place(full, row.site).types.items() if code != "say"})
    }
    with pytest.raises(UnknownError):
        places.place(full, "nowhere@")


def test_actors(full: SqlStore, records: list[Record]) -> None:
    said: Counter[str] = Counter()
    for record in records:
        who = {local: line[0] for local, line in identities(record).items()}
        for statement in record.statements:
            said.update({who[a] for a in statement.speakers})
    rows = actors.actors(full, limit=2000)
    assert {row.identity: row.said for row in rows if row.said} == dict(said)
    assert rows[3:6] == actors.actors(full, limit=3, after=3)
    name = rows[0].name
    for query in (name, name.upper(), name[:3], name.split(maxsplit=1)[0], name[:-1]):
        assert rows[0].identity in {row.identity for row in actors.actors(full, query, limit=200)}, query
    assert actors.actors(full, "nobody of this name") == []
    page = actors.actor(full, rows[0].identity)
    assert page.actor == rows[0]
    hits = actors.items_of(full, rows[0].identity, limit=500)
    assert [hit.cursor for hit in hits] == sorted((hit.cursor for hit in hits), key=int, reverse=True)
    assert actors.items_of(full, rows[0].identity, limit=3, before=int(hits[2].cursor)) == hits[3:6]
    assert len(actors.items_of(full, rows[0].identity, part="speaker", limit=500)) == rows[0].said
    with pytest.raises(UnknownError):
        actors.actor(full, "state:QQQ")


def test_outlets(full: SqlStore, records: list[Record]) -> None:
    plain = Counter(record.report.publisher.value for record in records if record.report.publisher is not None)
    rows = outlets.outlets(full, limit=500)
    assert {row.outlet: row.reports for row in rows} == dict(plain)
    page = outlets.outlet(full, rows[0].outlet)
    assert page.outlet == rows[0] and page.first_day is not None and page.last_day is not None
    assert 0 < page.half <= page.speakers and page.quoted[0].statements == max(one.statements for one in page.quoted)
    with pytest.raises(UnknownError):
        outlets.outlet(full, "The Nowhere Post")


def test_claims_that_moved(store: SqlStore, invented: list[Filed]) -> None:
    list(store.add_all(invented))
    told = [row for row in store.claims(limit=10_000) if row.moved in moved.MOVES]
    assert {row.id for row in moved.moved(store, limit=10_000)} == {row.id for row in told}
    few = moved.moved(store, limit=3)
    assert [(row.changed, row.id) for row in few] == sorted(((row.changed, row.id) for row in told), reverse=True)[:3]


def test_reports_and_judgements(full: SqlStore, records: list[Record]) -> None:
    report = records[0].report.id
    assert reports.record_json(full, report) == full.record(report).to_json()
    numbers = [full.judge("accept", [(report, item.key)], who="ida") for item in records[0].statements[:3]]
    full.judge("accept", [(records[1].report.id, records[1].statements[0].key)], who="olav")
    assert [one.id for one in judgements.judgements(full, report=report)] == numbers[::-1]
    assert [one.id for one in judgements.judgements(full, limit=2, before=numbers[2])] == numbers[1::-1]


def test_a_wire_counts_once_and_what_an_outlet_adds_still(store: SqlStore, invented: list[Filed]) -> None:
    list(store.add_all(invented[:40]))
    with store.database.reading() as connection:
        select = "SELECT items.id, claim, origin, seq, type, first_day FROM items JOIN reports ON seq = items.report WHERE kind = 'event' AND same_as IS NULL AND NOT echo ORDER BY items.id"
        rows = run(connection, select)
    kept = {(claim, origin): (kind, day) for _, claim, origin, _, kind, day in reversed(rows)}
    assert 0 < len(kept) < len(rows)
    assert any(seq != origin and (claim, origin) not in {(c, o) for _, c, o, s, *_ in rows if s == o} for _, claim, origin, seq, *_ in rows)
    found = series.series(store, once=True)
    assert sum(day.items for day in found.days) == len(kept)
    assert found.counted is not None and found.counted.all
    assert sum(dyad.items for dyad in dyads.matrix(store, once=True, most=10_000).dyads) < sum(dyad.items for dyad in dyads.matrix(store, most=10_000).dyads)
    assert sum(tie.items for tie in speaking.network(store, once=True, most=10_000).ties) < sum(tie.items for tie in speaking.network(store, most=10_000).ties)
    assert sum(place.items for place in places.map_of(store, "kind:event", once=True).places) < sum(place.items for place in places.map_of(store, "kind:event").places)


def test_a_wire_of_items_in_no_claim_counts_in_the_first_report_alone(full: SqlStore) -> None:
    with full.database.reading() as connection:
        wanted = run(connection, "SELECT count(*) FROM items JOIN reports ON seq = items.report WHERE kind = 'event' AND same_as IS NULL AND NOT echo AND origin = seq")[0][0]
    assert sum(day.items for day in series.series(full, once=True).days) == wanted


def test_queries_that_mean_nothing_are_told(full: SqlStore) -> None:
    for ask in (dyads.matrix, speaking.network, series.series, places.map_of):
        with pytest.raises(QueryError):
            ask(full, "type:WAR")
