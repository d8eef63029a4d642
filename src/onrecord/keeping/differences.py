"""Two readings of one report: which items are the same, and in what they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from onrecord.keeping.protocol import Change
from onrecord.keeping.rows import span_of, words_of
from onrecord.record import Event, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Record

    Item = Statement | Event

LEAST = 0.3
"""The least share of their common extent that two items overlap in, to be one that has moved."""


def pairs(old: Record, new: Record) -> dict[str, str]:
    """The new key of each item of the old reading that is still there: by the same key, else by the words it overlaps with.

    Where the text itself is another one, items are the same that have the same words.
    """
    out: dict[str, str] = {}
    for before, after in ((old.statements, new.statements), (old.events, new.events)):
        left = {item.key: item for item in after}
        for item in before:
            if item.key in left:
                out[item.key] = item.key
                del left[item.key]
        missing = [item for item in before if item.key not in out]
        if old.report.text_sha256 != new.report.text_sha256:
            by_words: dict[str, str] = {}
            for found in left.values():
                by_words.setdefault(words_of(found), found.key)
            out |= {item.key: by_words.pop(words) for item in missing if (words := words_of(item)) in by_words}
            continue
        scored = sorted(
            ((-overlap(span_of(item), span_of(other)), item.key, other.key) for item in missing for other in left.values()),
        )
        taken: set[str] = set()
        for score, key, other_key in scored:
            if -score >= LEAST and key not in out and other_key not in taken:
                out[key] = other_key
                taken.add(other_key)
    return out


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Which share of their common extent two spans have both (0 to 1)."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def differences(old: Record, new: Record, same: dict[str, str]) -> list[Change]:
    """What the new reading changed, item by item: the old one's in order, then what is new."""
    out: list[Change] = []
    kinds: tuple[tuple[Literal["statement", "event"], Iterable[Item], Iterable[Item]], ...] = (
        ("statement", old.statements, new.statements),
        ("event", old.events, new.events),
    )
    names_before, names_after = _names(old), _names(new)
    for kind, before, after in kinds:
        found = {item.key: item for item in after}
        for item in before:
            key = same.get(item.key)
            if key is None:
                out.append(Change("gone", kind, item.key, words_of(item)))
                continue
            was, now = told(item, names_before), told(found[key], names_after)
            fields = {name: (was[name], now[name]) for name in was if was[name] != now[name]}
            if key != item.key:
                out.append(Change("moved", kind, key, words_of(found[key]), fields))
            elif fields:
                out.append(Change("changed", kind, key, words_of(found[key]), fields))
        old_ones = set(same.values())
        out += [Change("new", kind, item.key, words_of(item)) for item in after if item.key not in old_ones]
    return out


def told(item: Item, names: dict[str, str]) -> dict[str, Any]:
    """What an item says, in values that two readings can be compared by: local ids are given as the names behind them."""

    def called(ids: Iterable[str]) -> list[str]:
        return [names.get(id_, id_) for id_ in ids]

    shared = {
        "words": words_of(item),
        "time": item.time.value,
        "place": names.get(item.place.ref) if item.place.ref is not None else None,
    }
    if isinstance(item, Event):
        return {
            **shared, "type": item.type, "mode": item.mode, "contexts": item.contexts, "plover": item.plover, "actors": called(item.actors),
            "recipients": called(item.recipients), "trigger": item.trigger.text, "said_by": called(item.said_by), "certainty": item.certainty,
            "polarity": item.polarity, "when": item.when, "echo": item.echo,
        }  # fmt: skip
    return {
        **shared, "speakers": called(item.speakers), "source": item.source.text if item.source else None, "cue": item.cue.text if item.cue else None,
        "source_kind": item.source_kind, "form": item.form, "act": item.act, "distance": item.distance,
        "addressee": names.get(item.addressee) if item.addressee is not None else None, "occasion": item.occasion.kind if item.occasion else None,
    }  # fmt: skip


def _names(record: Record) -> dict[str, str]:
    """What stands behind a local id: the name of an actor or place, the words of a statement."""
    names = {thing.id: thing.name for things in (record.actors, record.places) for thing in things}
    return names | {statement.id: words_of(statement) for statement in record.statements}
