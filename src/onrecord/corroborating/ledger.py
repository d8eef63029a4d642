"""The ledger of a claim: its members' words in time, how it stands, and how its figures moved."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, cast

from onrecord.corroborating.days import days, iso
from onrecord.corroborating.entries import entries
from onrecord.corroborating.figures import figures
from onrecord.corroborating.standing import standing
from onrecord.corroborating.voices import count, numbered
from onrecord.record import CLAIM_FORMAT, Claim, Disagreement, Event, ItemRef, Membership, Parties, Party, Quote, Span, Statement, Window

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.corroborating.index import Group, Pair
    from onrecord.corroborating.told import Told
    from onrecord.record import Entry, Judged
    from onrecord.record.items import PloverType

_NONE = Window(None, None)
_LATE = "9999"
_BEFORE = re.compile(r"(?:(?:and|but|or|while|as)\s+)?(?:that\s+)?", re.IGNORECASE)


def ledger(group: Group, told: Mapping[str, Told], pairs: Sequence[Pair] = (), judged: Sequence[Judged] = ()) -> Claim:
    """The claim that a group of items makes; `told` has each member's report by its id, `pairs` and `judged` are why they are together."""
    members: dict[str, list[str]] = {}
    for ref in group.members:
        members.setdefault(ref.report, []).append(ref.key)
    items = [(ref, told[ref.report].items[ref.key]) for ref in group.members]
    found = numbered(_in_time([e for report, keys in members.items() for e in entries(told[report], keys)]), told)
    stands, because = standing(found)
    events = [(ref, item) for ref, item in items if isinstance(item, Event)]
    first_ref, first = min(items, key=lambda pair: (told[pair[0].report].published or _LATE, pair[0]))
    return Claim(
        format=CLAIM_FORMAT, id=group.id, kind="event" if events else "statement", type=cast("PloverType | None", _most([e.type for _, e in events])),
        mode=_most([e.mode for _, e in events if e.mode is not None]), contexts=sorted({c for _, e in events for c in e.contexts}),
        parties=Parties(_parties(told, events, "actors"), _parties(told, events, "recipients")), window=_window(items),
        place=_most([name for ref, item in items if (name := _place(told[ref.report], item)) is not None]), disagreements=_disagreements(told, items),
        label=Quote(first_ref.report, _label(told[first_ref.report], first)), counts=count(found), entries=found,
        figures=figures(found, told, members), standing=stands, because=because, first_affirmed=_first(found, "affirms"),
        first_denied=_first(found, "denies"), last_changed=max((e.published or e.said or "" for e in found), default="") or None,
        members=sorted(group.members), links=_links(group, pairs), judged=list(judged),
    )  # fmt: skip


def _label(told: Told, item: Event | Statement) -> Span:
    """The words that the claim is called by: the event's clause or the first piece of the content, without an "and that" before it."""
    span = item.evidence if isinstance(item, Event) else item.content[0]
    before = _BEFORE.match(span.text)
    return Span.of(told.record.report.text, span.start + before.end(), span.end) if before and before.end() < len(span.text) else span


def _in_time(found: list[Entry]) -> list[Entry]:
    """Entries by the day of saying, then by publication, then as the text has them."""

    def when(entry: Entry) -> tuple[str, str, str, int]:
        said = days(entry.said)
        published = entry.published or _LATE
        return (iso(said[0]) or published if said else published[:10], published, entry.report, entry.words[0].start if entry.words else 0)

    return sorted(found, key=when)


def _most(values: Sequence[str | None]) -> str | None:
    """The value that most members have; of several the one that comes first."""
    return Counter(v for v in values if v is not None).most_common(1)[0][0] if any(values) else None


def _first(found: Sequence[Entry], stance: str) -> int | None:
    return next((i for i, entry in enumerate(found) if entry.stance == stance), None)


def _parties(told: Mapping[str, Told], events: Sequence[tuple[ItemRef, Event]], side: str) -> list[Party]:
    """Everyone on one side, each once, under the fullest of their names."""
    fullest: dict[str, Party] = {}
    for ref, event in events:
        for party in told[ref.report].parties(getattr(event, side)):
            known = fullest.get(party.identity)
            if known is None or len(party.name) > len(known.name):
                fullest[party.identity] = party
    return list(fullest.values())


def _window(items: Sequence[tuple[ItemRef, Event | Statement]]) -> Window:
    """The days that all members allow; where they allow none together, from the first to the last."""
    known = [found for _, item in items if (found := days(item.time.value)) is not None]
    if not known:
        return _NONE
    first, last = max(a for a, _ in known), min(b for _, b in known)
    if first > last:
        first, last = min(a for a, _ in known), max(b for _, b in known)
    return Window(iso(first), iso(last))


def _place(told: Told, item: Event | Statement) -> str | None:
    return None if item.place.ref is None else next(p.name for p in told.record.places if p.id == item.place.ref)


def _disagreements(told: Mapping[str, Told], items: Sequence[tuple[ItemRef, Event | Statement]]) -> list[Disagreement]:
    """The fields on which members that have one differ."""
    out = []
    for field in ("type", "mode", "place", "time"):
        values: dict[str, list[ItemRef]] = {}
        for ref, item in items:
            value = _place(told[ref.report], item) if field == "place" else item.time.value if field == "time" else getattr(item, field, None)
            if value is not None:
                values.setdefault(value, []).append(ref)
        if len(values) > 1:
            out.append(Disagreement(field, values))
    return out


def _links(group: Group, pairs: Sequence[Pair]) -> list[Membership]:
    """Each member with the other member that it is nearest to, and why."""
    best: dict[ItemRef, Pair] = {}
    inside = set(group.members)
    for pair in pairs:
        if pair.a in inside and pair.b in inside:
            for ref in (pair.a, pair.b):
                if ref not in best or pair.score > best[ref].score:
                    best[ref] = pair
    return [Membership(ref, best[ref].score, best[ref].reasons) for ref in sorted(best)]
