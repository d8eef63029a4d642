"""Rows of the index as people see them: what a table shows of a report, a statement, an event."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.corroborating.days import iso
from onrecord.keeping.bulk import among
from onrecord.keeping.fulltext import BITS, LAST, seq_of
from onrecord.keeping.protocol import Hit
from onrecord.keeping.query.terms import And, Or, Term, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

_AROUND = 90  # characters of a report's text that are shown on either side of a word
_SPACE = re.compile(r"\s+")
_ITEMS = (
    "SELECT id, report, key, kind, local, words, type, act, certainty, polarity, place, first_day, last_day, claim, confidence "
    "FROM items WHERE id IN :values"
)
_REPORTS = "SELECT seq, id, title, outlet, published, day FROM reports WHERE seq IN :values"
_TEXTS = "SELECT report, record FROM readings WHERE report IN :values"
_ROLES = (
    "SELECT roles.item, roles.part, actors.local, actors.name, roles.identity FROM items JOIN roles ON roles.item = items.id "
    "JOIN actors ON actors.report = items.report AND actors.identity = roles.identity WHERE items.id IN :values"
)


class _Report(msgspec.Struct):
    text: str


class _Text(msgspec.Struct):
    report: _Report


_DECODER = msgspec.json.Decoder(_Text)


def hits(connection: Connection, rows: Sequence[int], term: Term, *, whole: bool = False) -> list[Hit]:
    """The hits of these rows, in their order; where `whole`, a cursor leads on after the report."""
    own = [row for row in rows if row & LAST == LAST]
    reports = {seq: line for seq, *line in among(connection, _REPORTS, sorted({seq_of(row) for row in rows}))}
    texts = dict(among(connection, _TEXTS, [seq_of(row) for row in own]))
    items = {line[0]: line[1:] for line in among(connection, _ITEMS, [row for row in rows if row & LAST != LAST])}
    names = _names(connection, items)
    out = []
    for row in rows:
        seq = seq_of(row)
        if seq not in reports:
            continue
        cursor = str(seq << BITS if whole else row)
        if row in items:
            out.append(_item(items[row], reports[seq], names.get(row, {}), cursor))
        elif seq in texts:
            out.append(_of_report(reports[seq], _excerpt(texts[seq], term), cursor))
    return out


def _item(item: Sequence[Any], report: Sequence[Any], names: dict[str, list[str]], cursor: str) -> Hit:
    _, key, kind, local, words, type_, act, certainty, polarity, place, first, last, claim, confidence = item
    who, whom = ("speaker", "addressee") if kind == "statement" else ("actor", "recipient")
    return Hit(
        report=report[0], key=key, kind=kind, local=local, title=report[1], outlet=report[2], published=report[3], words=words,
        who=names.get(who, []), whom=names.get(whom, []), what=type_ or act, certainty=certainty, place=place, said_by=names.get("word", []),
        claim=claim, confidence=confidence, cursor=cursor, when=_days(first, last), polarity=polarity,
    )  # fmt: skip


def _of_report(report: Sequence[Any], words: str, cursor: str) -> Hit:
    return Hit(
        report=report[0], key=report[0], kind="report", local=None, title=report[1], outlet=report[2], published=report[3], words=words, who=[],
        whom=[], what=None, certainty=None, place=None, said_by=[], claim=None, confidence=None, cursor=cursor, when=iso(report[4]), polarity=None,
    )  # fmt: skip


def _days(first: int | None, last: int | None) -> str | None:
    return iso(first) if first == last else f"{iso(first)}/{iso(last)}"


def _names(connection: Connection, items: dict[int, Any]) -> dict[int, dict[str, list[str]]]:
    """Names by item and part, in the order in which the report first names them, each actor once."""
    out: dict[int, dict[str, list[str]]] = {}
    seen = set()
    for item, part, _, name, identity in sorted(among(connection, _ROLES, items), key=lambda line: (line[0], int(line[2][1:]))):
        if (item, part, identity) not in seen:
            seen.add((item, part, identity))
            out.setdefault(item, {}).setdefault(part, []).append(name)
    return out


def _excerpt(record: bytes, term: Term) -> str:
    """Words of a report around the first that was asked for, or its first words, in one line."""
    text = _DECODER.decode(zlib.decompress(record)).report.text
    places = [found.start() for word in _asked(term) if (found := re.search(rf"\b{word}", text, re.IGNORECASE))]
    at = min(places, default=0)
    start, end = max(0, at - _AROUND), at + _AROUND
    words = _SPACE.sub(" ", text[start:end]).strip()
    return ("… " if start else "") + (words.partition(" ")[2] if start else words) + (" …" if end < len(text) else "")


def _asked(term: Term) -> Iterator[str]:
    """The first word of every phrase that is wanted."""
    if isinstance(term, Words):
        yield term.words[0]
    elif isinstance(term, And | Or):
        for inner in term.terms:
            yield from _asked(inner)
