"""The claims of some records at once, without a store: linked, their origins found, their ledgers written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.corroborating.ledger import ledger
from onrecord.corroborating.linking import groups, link
from onrecord.corroborating.memory import MemoryIndex
from onrecord.corroborating.origins import Printed, origins
from onrecord.corroborating.profile import profiles
from onrecord.corroborating.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.record import Claim, ItemRef, Record


def claims(reports: Iterable[tuple[Record, bytes, Mapping[str, bytes]]]) -> list[Claim]:
    """The claims of records with the signatures and vectors that were read beside them, the earliest first; the order of the records does not matter."""
    given = list(reports)
    index = MemoryIndex()
    for record, _, vectors in given:
        index.report = record.report.id
        link(index, profiles(record, vectors))
    heard = told([(record, signature) for record, signature, _ in given])
    out = []
    seen: set[ItemRef] = set()
    for ref in sorted(index.profiles):
        if ref not in seen:
            component = index.component([ref])
            seen.update(profile.ref for profile in component.profiles)
            out += [ledger(group, heard, component.pairs, component.judged) for group in groups(component)]
    return sorted(out, key=lambda claim: (claim.entries[0].published if claim.entries else None) or "~")


def told(given: Iterable[tuple[Record, bytes]]) -> dict[str, Told]:
    """Each report with the origin that it shares with its copies."""
    records = {record.report.id: (record, signature) for record, signature in given}
    printed = [
        Printed(
            id=id_, signature=signature, agency=None if record.report.agency is None else record.report.agency.value,
            publisher=None if record.report.publisher is None else record.report.publisher.value,
            published=None if record.report.published is None else record.report.published.value,
        )
        for id_, (record, signature) in records.items()
    ]  # fmt: skip
    agencies = {each.id: each.agency for each in printed}
    out = {}
    for voice in origins(printed, by=("copy", "agency")):
        wire = next((agencies[id_] for id_ in voice.members if agencies[id_] is not None), None)
        out |= {id_: Told(records[id_][0], voice.earliest, wire=wire) for id_ in voice.members}
    return out
