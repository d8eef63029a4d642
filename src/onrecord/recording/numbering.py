"""Provisional ids to final ones: items by first appearance, every reference with them, keys, and the proof that spans quote the report."""

from __future__ import annotations

import hashlib
import re
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from onrecord.errors import BrokenRecordError
from onrecord.record import FORMAT, Actor, Event, MadeBy, Place, Quantity, Record, Report, Span, Statement, Time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.recording.draft import Draft

Item = TypeVar("Item", Actor, Place, Time, Quantity, Statement, Event)
Struct = TypeVar("Struct", bound=msgspec.Struct)
_LAST = 1 << 60
_REFERENCES = frozenset(
    ("id", "part_of", "of", "speakers", "addressee", "within", "continues", "about", "performs", "ref", "quantities", "said_by", "by", "same_as",
     "performed_by", "actors", "recipients"),
)  # fmt: skip
_KINDS = "aptqse"


def number(  # noqa: PLR0913  one list for each kind of item
    draft: Draft,
    actors: list[Actor],
    places: list[Place],
    times: list[Time],
    quantities: list[Quantity],
    statements: list[Statement],
    events: list[Event],
    *,
    made_by: MadeBy,
    filed_from: str | None = None,
) -> Record:
    """The record with final ids and keys; `filed_from` is the provisional id of the dateline's place.

    Raises BrokenRecordError where an item refers to one that is not there, an id is given twice, or a span does not quote the report.
    """
    kept = _spoken_of(actors, (places, quantities, statements, events))
    ids: dict[str, str] = {}
    actors, places = _order(kept, "a", ids, lambda a: _first(a.mentions)), _order(places, "p", ids, lambda p: _first(p.mentions))
    times, quantities = _order(times, "t", ids, lambda t: (t.start, t.end)), _order(quantities, "q", ids, lambda q: (q.start, q.end))
    statements = _order(statements, "s", ids, _of_statement)
    events = _order(events, "e", ids, lambda e: (e.trigger.start, e.trigger.end))
    sha = draft.report.text_sha256
    statements = _with_keys("statement", _all(statements, ids), sha, lambda s: ([s.cue] if s.cue else []) + s.content)
    events = _with_keys("event", _all(events, ids), sha, lambda e: [e.trigger, e.evidence])
    record = Record(
        format=FORMAT, made_by=made_by, report=_filed(draft.report, ids.get(filed_from) if filed_from is not None else None),
        actors=_all(actors, ids), places=_all(places, ids), times=_all(times, ids), quantities=_all(quantities, ids), statements=statements,
        events=events, reasons=_reasons(draft, ids),
    )  # fmt: skip
    check(record)
    return record


def check(record: Record) -> None:
    """Raises BrokenRecordError at the first span or mention of the record that does not quote its report."""
    for where, value in _spans(record, "record"):
        if not 0 <= value.start <= value.end or record.report.text[value.start : value.end] != value.text:
            message = f"{where} {value.start}:{value.end} does not quote the report"
            raise BrokenRecordError(message)
    for block in record.report.blocks:
        if not 0 <= block.start <= block.end <= len(record.report.text):
            message = f"block {block.start}:{block.end} lies outside the text"
            raise BrokenRecordError(message)


def _spoken_of(actors: list[Actor], others: Iterable[list[Any]]) -> list[Actor]:
    """The actors that are named, and those called by a noun or pronoun alone to which something in the record refers."""
    known = {actor.id: actor for actor in actors}
    needed = {actor.id for actor in actors if any(m.form not in ("nominal", "pronoun") for m in actor.mentions)}
    todo = [*needed, *(i for items in others for item in items for i in _mentioned(item))]
    seen: set[str] = set()
    while todo:
        id_ = todo.pop()
        if id_ not in seen and id_ in known:
            seen.add(id_)
            todo.extend(_mentioned(known[id_]))
    return [actor for actor in actors if actor.id in seen]


def _mentioned(value: object) -> list[str]:
    """All ids that an item refers to, its own left out."""
    out: list[str] = []
    for name in getattr(value, "__struct_fields__", ()):
        field = getattr(value, name)
        if name in _REFERENCES and name != "id":
            out += [field] if isinstance(field, str) else [i for i in field or [] if isinstance(i, str)]
        out += [i for part in (field if isinstance(field, list) else [field]) for i in _mentioned(part)]
    return out


def _order(items: list[Item], letter: str, ids: dict[str, str], where: Callable[[Item], tuple[int, int]]) -> list[Item]:
    """The items by position, their new ids added to `ids`."""
    ordered = sorted(items, key=where)
    for count, item in enumerate(ordered, 1):
        if item.id in ids:
            message = f"two items have the id {item.id}"
            raise BrokenRecordError(message)
        ids[item.id] = f"{letter}{count}"
    return ordered


def _first(mentions: list[Any]) -> tuple[int, int]:
    return min(((m.start, m.end) for m in mentions), default=(_LAST, _LAST))


def _of_statement(statement: Statement) -> tuple[int, int]:
    """Where a statement begins; of two that begin together the wider one comes first."""
    spans = [*statement.content, *([statement.cue] if statement.cue else []), *([statement.source] if statement.source else [])]
    return min((s.start for s in spans), default=_LAST), -max((s.end for s in spans), default=_LAST)


def _all(items: list[Item], ids: dict[str, str]) -> list[Item]:
    return [_renamed(item, ids) for item in items]


def _renamed(value: Struct, ids: dict[str, str]) -> Struct:
    """`value` with every id in it replaced by the one that `ids` gives."""
    changed: dict[str, Any] = {}
    for name in value.__struct_fields__:
        field = getattr(value, name)
        if name in _REFERENCES and field is not None:
            changed[name] = _renamed_ids(field, ids, f"{type(value).__name__.lower()} {getattr(value, 'id', '')} {name}")
            field = changed[name]
        if isinstance(field, msgspec.Struct):
            changed[name] = _renamed(field, ids)
        elif isinstance(field, list) and any(isinstance(part, msgspec.Struct) for part in field):
            changed[name] = [_renamed(part, ids) for part in field]
    return msgspec.structs.replace(value, **changed) if changed else value


def _renamed_ids(field: str | list[str], ids: dict[str, str], where: str) -> str | list[str]:
    try:
        if isinstance(field, str):
            return ids[field]
        return [ids[i] for i in field]
    except KeyError as error:
        message = f"{where} refers to {error}, which is not in the record"
        raise BrokenRecordError(message) from None


def _with_keys(kind: str, items: list[Any], sha: str, spans: Callable[[Any], list[Span]]) -> list[Any]:
    """The items with keys: of the first of their spans that no item before them has; where all are taken, a number tells them apart."""
    taken: set[str] = set()
    out = []
    for item in items:
        hashes = [_hash(kind, span.start, span.end, sha) for span in spans(item)]
        more = (_hash(kind, *((spans(item)[0].start, spans(item)[0].end) if hashes else (0, 0)), sha, n) for n in range(2, len(items) + 3))
        key = next(h for h in chain(hashes, more) if h not in taken)
        taken.add(key)
        out.append(msgspec.structs.replace(item, key=key))
    return out


def _hash(*parts: str | int) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]


def _filed(report: Report, place: str | None) -> Report:
    if report.dateline is None:
        return report
    return msgspec.structs.replace(report, dateline=msgspec.structs.replace(report.dateline, place=place))


def _reasons(draft: Draft, ids: dict[str, str]) -> dict[str, Any]:
    """The reasons under the new ids, in the record's order; those of items that are not in the record are left out."""
    out: dict[str, Any] = {}
    for key, reasons in draft.reasons.items():
        id_, _, field = key.partition(".")
        provisional = re.fullmatch(r"[a-z]\w*\d+", id_) is not None
        if reasons and (id_ in ids or not provisional):
            out[f"{ids.get(id_, id_)}.{field}"] = reasons
    return dict(sorted(out.items(), key=lambda entry: _place_of(entry[0])))


def _place_of(key: str) -> tuple[int, int, str]:
    id_, _, field = key.partition(".")
    known = id_[:1] in _KINDS and id_[1:].isdigit()
    return (_KINDS.index(id_[0]), int(id_[1:]), field) if known else (-1, 0, key)


def _spans(value: object, where: str) -> Iterable[tuple[str, Any]]:
    """Everything in `value`, at whatever depth, that has a start, an end and a text."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _spans(part, f"{where}.{key}")
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from _spans(part, f"{where}[{i}]")
    elif isinstance(value, msgspec.Struct):
        fields = value.__struct_fields__
        if "start" in fields and "end" in fields and "text" in fields:
            yield where, value
        for name in fields:
            part = getattr(value, name)
            if isinstance(part, msgspec.Struct | list | dict):
                yield from _spans(part, f"{where}.{name}")
