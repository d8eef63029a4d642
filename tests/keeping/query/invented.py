"""Small invented records with few words, names and days, so that queries of the same few meet often."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from random import Random
from typing import Any

from onrecord.keeping.protocol import Filed
from onrecord.record import (
    CODEBOOK,
    FORMAT,
    Actor,
    Block,
    Dated,
    Event,
    Located,
    MadeBy,
    Mention,
    Origin,
    Place,
    Record,
    Report,
    Span,
    Stance,
    Stated,
    Statement,
)

WORDS = "drone strike Müller's border talks U.S. truce ĐẶNG co-operation 3,000 droning the of Ministry".split()
NAMES = ["Kim Yong-hyun", "KIM Yong Hyun", "Anna Müller", "Ministry of Truce", "North Borduria", "Ministry of Border Talks"]
OUTLETS = ["The Harbour Gazette", "Harbour Times", "Northwire", None]
PLACES = [("Port Anders", "ISL"), ("Anders", "NOR"), ("Nowhere Bay", None)]
TIMES = ["2025-03-07", "2025-03", "2025", "2025-02-27/2025-03-02", "2024-12-31", "2024", "2026-01-01", None]
FIRST = date(2025, 2, 20)


def record(seed: int) -> Record:
    """A record drawn from a seed."""
    draw = Random(seed)
    words = [draw.choice(WORDS) for _ in range(draw.randint(6, 14))]
    text = " ".join(words)
    title = draw.choice([None, words[0] + " " + words[1], "Border talks at last"])
    actors = [_actor(n, name) for n, name in enumerate(draw.sample(NAMES, draw.randint(1, 4)), 1)]
    places = [Place(f"p{n}", *_place(*place)) for n, place in enumerate(draw.sample(PLACES, draw.randint(0, 2)), 1)]
    statements = [_statement(draw, n, text, actors, places) for n in range(1, draw.randint(0, 3) + 1)]
    events = [_event(draw, n, text, actors, places, statements) for n in range(1, draw.randint(0, 3) + 1)]
    return Record(FORMAT, MadeBy("0", None, CODEBOOK, {}), _report(draw, seed, text, title), actors, places, [], [], statements, events, {})


def filed(one: Record) -> Filed:
    """A record ready to be kept."""
    return Filed(one, one.report.text.encode(), b"", {})


def _report(draw: Random, seed: int, text: str, title: str | None) -> Report:
    outlet, agency = draw.choice(OUTLETS), draw.choice([None, "Northwire"])
    published = None if draw.random() < 0.2 else (FIRST + timedelta(draw.randint(0, 40))).isoformat()
    return Report(
        id=digits(f"report {seed}"), text_sha256=digits(text), text=text, blocks=[Block("body", 0, len(text))], title=_stated(title),
        publisher=_stated(outlet), agency=_stated(agency), byline=[], dateline=None, published=_stated(published), modified=None, chain=[], language="en",
        origin=Origin(f"{seed}.txt", "text/plain", digits(text), None),
    )  # fmt: skip


def _stated(value: str | None) -> Stated | None:
    return None if value is None else Stated(value, None, "option")


def _actor(n: int, name: str) -> Actor:
    kind = "person" if name.startswith(("Kim", "KIM", "Anna")) else "organization"
    return Actor(f"a{n}", name, kind, None, [], [], None, None, [Mention(0, 1, "x", "name")])  # type: ignore[arg-type]


def _place(name: str, country: str | None) -> tuple[Any, ...]:
    return (name, "city", country, None, None, None, None, None, [])


def _some(draw: Random, actors: list[Actor]) -> list[str]:
    return [actor.id for actor in draw.sample(actors, draw.randint(0, min(2, len(actors))))]


def _span(draw: Random, text: str) -> Span:
    start = draw.randrange(len(text) - 3)
    return Span.of(text, start, min(len(text), start + draw.randint(3, 40)))


def _where(draw: Random, places: list[Place]) -> Located:
    return Located(draw.choice(places).id, "text") if places and draw.random() < 0.7 else Located()


def _statement(draw: Random, n: int, text: str, actors: list[Actor], places: list[Place]) -> Statement:
    return Statement(
        id=f"s{n}", key=digits(f"s{n} {text}"), speakers=_some(draw, actors), source=None, cue=None, source_kind="named", reason=None,
        content=[_span(draw, text)], quoted=[], form=draw.choice(["direct", "mixed", "indirect"]), act=draw.choice(["say", "deny", "warn"]),
        distance="neutral", addressee=None, occasion=None, prompted_by=None, chain=[], time=Dated(draw.choice(TIMES)), place=_where(draw, places),
        within=None, continues=None, about=[], performs=None, confidence=round(draw.random(), 2),
    )  # fmt: skip


def _event(draw: Random, n: int, text: str, actors: list[Actor], places: list[Place], statements: list[Statement]) -> Event:
    by = draw.choice([None, *(statement.id for statement in statements)])
    stance = Stance(by, draw.choice(["certain", "possible"]), draw.choice(["positive", "negative"]), None, None, 1.0)
    kind, mode = draw.choice([("ASSAULT", "suicide-attack"), ("ASSAULT", None), ("CONSULT", "visit"), ("DENY", None)][:3])
    span = _span(draw, text)
    return Event(
        id=f"e{n}", key=digits(f"e{n} {text}"), same_as=None, type=kind, mode=mode, contexts=[], plover=kind, cameo=None, trigger=span, evidence=span,
        actors=_some(draw, actors), recipients=_some(draw, actors), time=Dated(draw.choice(TIMES)), place=_where(draw, places), quantities=[],
        stances=[stance], said_by=[by] if by is not None else [], certainty=stance.certainty, polarity=stance.polarity, condition=None, when="past",
        echo=False, performed_by=None, confidence=round(draw.random(), 2),
    )  # fmt: skip


def digits(text: str) -> str:
    """An identifier."""
    return hashlib.sha256(text.encode()).hexdigest()
