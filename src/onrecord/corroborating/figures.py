"""How the figures of a claim moved: each value with its bounds, who gave it, and how it stands to those before. Nothing is averaged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from onrecord.corroborating.counting import OF_PEOPLE, counted
from onrecord.corroborating.mentions import besides
from onrecord.corroborating.wording import stem
from onrecord.record import Figure, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.corroborating.told import Told
    from onrecord.record import Entry, Quantity
    from onrecord.record.claim import Revision

_OPEN = float("inf")
_NOT = re.compile(
    r"[^.;\n]{0,45}?,? not (?:the )?(?:\d|\w+teen\b|\w+ty\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)", re.IGNORECASE
)
_CORRECT = re.compile(r"\b(?:correct(?:s|ed|ing|ion)?\b|revised|recount|miscount|mistaken)", re.IGNORECASE)
_AFTER = 20  # characters after a figure within which its sentence may say that it is corrected


class _Given(NamedTuple):
    """A figure, the state whose it is where that is known, what side gives it (its origin), and whether it is told as a correction."""

    figure: Figure
    state: str | None
    side: int
    corrects: bool


def figures(found: Sequence[Entry], told: Mapping[str, Told], members: Mapping[str, Sequence[str]]) -> list[Figure]:
    """The figures that the members carry, in the order of the entries that give them.

    A series is what is counted, its unit, and the state whose it is, where a figure names one ("three of its soldiers"). Within a series a value is
    `first`, or it is `up`, `down` or `narrowed` against the last one of the same side, `corrected` where it is told as a correction ("22, not six"),
    `contradicted` where another side's value cannot be the same; a value that only repeats what was said is left out.
    """
    given = sorted(
        (g for report, keys in members.items() for g in _given(found, told[report], keys)), key=lambda g: (g.figure.entry, g.figure.words.start)
    )
    kept: list[_Given] = []
    for each in given:
        revision = _revision(each, [k for k in kept if _one_series(k, each)])
        if revision is not None:
            kept.append(each._replace(figure=replace(each.figure, revision=revision)))
    return [each.figure for each in kept]


def _one_series(a: _Given, b: _Given) -> bool:
    if a.figure.counts != b.figure.counts or (a.state is not None and b.state is not None and a.state != b.state):
        return False
    return a.figure.counts in OF_PEOPLE or stem(a.figure.unit or "") == stem(b.figure.unit or "")


def _given(found: Sequence[Entry], told: Told, keys: Sequence[str]) -> Iterator[_Given]:
    quantities = {q.id: q for q in told.record.quantities}
    seen = set()
    for key, ids in _carried(told, keys):
        for id_ in ids:
            quantity = quantities[id_]
            if id_ in seen or counted(quantity) in (None, "other:") or told.record.report.text[: quantity.start].endswith(("not ", "not the ")):
                continue
            seen.add(id_)
            entry = _entry(found, told, key, quantity)
            if entry is not None:
                yield _figure(found, told, quantity, entry)


def _carried(told: Told, keys: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The quantities that each member carries: those of its event, but of the innermost clause alone, and those in the words of its statement."""
    for event in told.events(keys):
        yield event.key, event.quantities
    for statement in told.record.statements:
        if statement.key in keys and statement.id not in told.replies:
            spans = besides(told.record, statement, told.under) or statement.content
            yield statement.key, [q.id for q in told.record.quantities if any(c.start <= q.start and q.end <= c.end for c in spans)]


def _figure(found: Sequence[Entry], told: Told, quantity: Quantity, entry: int) -> _Given:
    of = None if quantity.of is None else told.actors[quantity.of].name
    state = None if quantity.of is None else next((name for name in told.who[quantity.of] if name.startswith("state:")), None)
    figure = Figure(
        counts=quantity.counts, value=quantity.value, low=quantity.low, high=quantity.high, approximate=quantity.approximate, unit=quantity.unit, of=of,
        as_of=quantity.as_of, entry=entry, words=_words(told, quantity), revision="first",
    )  # fmt: skip
    return _Given(figure, state, found[entry].origin, bool(told.corrects) or _corrected(told, quantity, found[entry]))


def _corrected(told: Told, quantity: Quantity, entry: Entry) -> bool:
    """Whether a figure is told as a correction of another: "22 people, not six"; "the correct number is seven"."""
    text = told.record.report.text
    sentence = max((text.rfind(mark, 0, quantity.start) for mark in (". ", "\n")), default=-1)
    return (
        _NOT.match(text, quantity.end) is not None
        or _CORRECT.search(text, max(0, sentence), quantity.end + _AFTER) is not None
        or entry.stance == "retracts"
    )


def _words(told: Told, quantity: Quantity) -> Span:
    return Span.of(told.record.report.text, quantity.start, quantity.end)


def _entry(found: Sequence[Entry], told: Told, key: str, quantity: Quantity) -> int | None:
    """The entry on whose word the figure stands: that of the innermost statement that has it in its content, else one of the member itself."""
    report = told.record.report.id
    mine = [i for i, e in enumerate(found) if e.report == report]
    within = [i for i in mine if any(w.start <= quantity.start and quantity.end <= w.end for w in found[i].words)]
    holding = [s for s in told.record.statements if any(c.start <= quantity.start and quantity.end <= c.end for c in s.content)]
    if holding:
        inner = min(holding, key=lambda s: sum(c.end - c.start for c in s.content)).key
        within = [i for i in mine if found[i].statement == inner] or within
    return next(iter(within or [i for i in mine if found[i].item == key] or mine), None)


def _revision(each: _Given, before: list[_Given]) -> Revision | None:
    """How a figure stands to those of its series; null where it repeats one of them."""
    if not before:
        return "first"
    own = [k for k in before if k.side == each.side]
    if any(_same(each.figure, k.figure) for k in (own[-1:] or before)):
        return None
    if each.corrects:
        return "corrected"
    if own:
        return _moved(each.figure, own[-1].figure)
    return "contradicted" if _apart(each.figure, before[-1].figure) else _moved(each.figure, before[-1].figure)


def _moved(now: Figure, then: Figure) -> Revision:
    if (then.approximate or then.low != then.high) and not _apart(now, then) and now.low == now.high and not now.approximate:
        return "narrowed"
    return "up" if _size(now) >= _size(then) else "down"


def _same(a: Figure, b: Figure) -> bool:
    return (a.value, a.low, a.high) == (b.value, b.low, b.high)


def _apart(a: Figure, b: Figure) -> bool:
    """Whether no number is within the bounds of both."""
    (a_low, a_high), (b_low, b_high) = _bounds(a), _bounds(b)
    return a_high < b_low or b_high < a_low


def _bounds(figure: Figure) -> tuple[float, float]:
    if figure.low is None and figure.high is None and figure.value is not None:
        slack = 0.1 * figure.value if figure.approximate else 0.0
        return figure.value - slack, figure.value + slack
    return (figure.low if figure.low is not None else -_OPEN), (figure.high if figure.high is not None else _OPEN)


def _size(figure: Figure) -> float:
    return next((v for v in (figure.value, figure.low, figure.high) if v is not None), 0.0)
