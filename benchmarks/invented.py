"""Invented reports with their records, as many as one likes: a world of states, people and outlets in which nothing is true. Seeded, so that runs compare.

Sizes are those of news: some 400 words, 10 statements, 5 events, 15 actors. Several reports tell one story; a part of them are copies of a wire, some are later
versions from the same outlet.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from onrecord.corroborating.signature import signature
from onrecord.keeping.protocol import Filed
from onrecord.record import (
    CODEBOOK,
    FORMAT,
    Actor,
    Block,
    Carrier,
    Dated,
    Event,
    Located,
    MadeBy,
    Mention,
    Model,
    Origin,
    Place,
    Reason,
    Record,
    Report,
    Role,
    Span,
    Stance,
    Stated,
    Statement,
    Time,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = ("CONSULT", "ACCUSE", "REQUEST", "ASSAULT", "COERCE", "SUPPORT", "AGREE", "PROTEST", "SANCTION", "AID")
_ACTS = ("say", "say", "say", "confirm", "deny", "accuse", "warn", "demand", "announce", "believe")
_CERTAIN = ("certain", "certain", "certain", "probable", "possible")
_OFFICES = ("president", "foreign minister", "spokesman", "general", "mayor", "union leader")
_FIRST_DAY = date(2031, 1, 1)
_STORY = 4  # reports that tell one story, as a mean
_MODEL = Model("invented", hashlib.sha256(b"invented").hexdigest())


@dataclass
class Story:
    """What the reports of one story share."""

    day: date
    states: list[int]
    people: list[str]
    place: str
    title: str
    types: list[str]
    wire: str | None = None
    told: int = 0


@dataclass
class _Page:
    """A report in the making: its text, and what was found in it."""

    text: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, words: str) -> Span:
        """Puts words at the end of the text, and gives their span."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return Span(start, self.length, words)


class World:
    """An invented world and the reports from it."""

    def __init__(self, seed: int = 1, *, states: int = 60, outlets: int = 200) -> None:
        self._draw = random.Random(seed)
        self._words = sorted({self._invented(1, 4) for _ in range(9000)})
        self._draw.shuffle(self._words)
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self._words))))
        self._states = [(f"X{chr(65 + n // 26)}{chr(65 + n % 26)}", self._invented(2, 3).title()) for n in range(states)]
        self._outlets = [f"The {self._invented(2, 3).title()} {self._draw.choice(('Courier', 'Post', 'Observer', 'Herald'))}" for _ in range(outlets)]
        self._given = [self._invented(1, 2).title() for _ in range(300)]
        self._surnames = [self._invented(2, 3).title() for _ in range(3000)]
        self._cities = [self._invented(2, 3).title() for _ in range(800)]
        self._stories: list[Story] = []

    def reports(self, count: int) -> Iterator[Filed]:
        """So many reports, in order of publication."""
        for number in range(count):
            yield self._report(number, _FIRST_DAY + timedelta(days=number // 300))

    def _report(self, number: int, today: date) -> Filed:
        draw = self._draw
        story = self._story(today)
        outlet = draw.choice(self._outlets)
        body = story.wire if story.wire is not None and draw.random() < 0.3 else None
        record = self._record(number, story, today, outlet)
        text = record.report.text
        if body is not None:  # a copy: the wire's paragraphs stand below a lead of the outlet's own
            text = f"{text}\n\n{body}"
            record = _with_text(record, text)
        elif story.wire is None:
            story.wire = "".join(text.split("\n\n", 2)[2:])
        story.told += 1
        return Filed(record, text.encode(), signature(text, record.report.blocks), {})

    def _story(self, today: date) -> Story:
        draw = self._draw
        going = [story for story in self._stories[-60:] if story.told < 2 * _STORY and (today - story.day).days < 4]
        if going and draw.random() > 1 / _STORY:
            return draw.choice(going)
        people = [f"{draw.choice(self._given)} {draw.choice(self._surnames)}" for _ in range(6)]
        title = " ".join(self._prose(9)).capitalize()
        story = Story(today, draw.sample(range(len(self._states)), 3), people, draw.choice(self._cities), title, draw.choices(_TYPES, k=3))
        self._stories = [*self._stories[-200:], story]
        return story

    def _record(self, number: int, story: Story, today: date, outlet: str) -> Record:  # noqa: PLR0915  a report from its head to its end
        draw, page = self._draw, _Page()
        title = page.write(story.title if draw.random() < 0.2 else " ".join(self._prose(8)).capitalize())
        page.write("\n\n")
        mentions: dict[str, list[Mention]] = {}
        statements: list[Statement] = []
        events: list[Event] = []
        reasons: dict[str, list[Reason]] = {}
        times: list[Time] = []
        places: list[Mention] = []
        cast = self._cast(story)

        def named(who: str, form: str = "name") -> Span:
            span = page.write(cast[who].name)
            mentions.setdefault(who, []).append(Mention(span.start, span.end, span.text, form))  # type: ignore[arg-type]
            return span

        for paragraph in range(10):
            speaker = draw.choice(list(cast)[3:])
            source = named(speaker)
            page.write(" ")
            cue = page.write("said")
            page.write(" that ")
            content = page.write(" ".join(self._prose(draw.randint(12, 26))))
            page.write(". ")
            key = _hash("s", number, cue.start)
            statements.append(_statement(f"s{len(statements) + 1}", key, speaker, source, cue, content, draw, today))
            reasons[f"s{len(statements)}.speakers"] = [Reason("subject of the cue", [source, cue], 0.9), Reason("the nearest name", [source], 0.7)]
            reasons[f"s{len(statements)}.act"] = [Reason("the cue's own", [cue])]
            if paragraph % 2:
                start = page.length
                actor, recipient = draw.sample(list(cast)[:6], 2)
                named(actor)
                page.write(" ")
                trigger = page.write(draw.choice(("blamed", "met", "attacked", "urged", "fined")))
                page.write(" ")
                named(recipient)
                page.write(" in ")
                where = page.write(story.place)
                places.append(Mention(where.start, where.end, where.text, "name"))
                page.write(" on ")
                at = page.write(story.day.isoformat())
                times.append(Time(f"t{len(times) + 1}", at.start, at.end, at.text, "date", at.text, at.text, "text"))
                page.write(" " + " ".join(self._prose(12)))
                evidence = Span(start, page.length, "".join(page.text)[start:])
                said = f"s{len(statements)}" if draw.random() < 0.7 else None
                events.append(_event(f"e{len(events) + 1}", _hash("e", number, trigger.start), actor, recipient, trigger, evidence, story, draw, said, times[-1]))
                for part in ("type", "actors", "time"):
                    reasons[f"e{len(events)}.{part}"] = [Reason(f"rule of {part}", [trigger, evidence], 0.8)]
                page.write(". ")
            page.write("\n\n")
        text = "".join(page.text).rstrip()
        actors = [a for a in (_seen(actor, mentions.get(actor.id)) for actor in cast.values()) if a is not None]
        there = {a.id for a in actors}
        actors = [_without(actor, there) for actor in actors]
        place = Place("p1", story.place, "city", self._states[story.states[0]][0], None, 10.0, 20.0, None, None, places)
        blocks = [Block("title", 0, title.end), Block("body", title.end + 2, len(text))]
        stamp = f"{today.isoformat()}T{draw.randrange(24):02}:{draw.randrange(60):02}+00:00"
        sha = hashlib.sha256(text.encode()).hexdigest()
        report = Report(
            _hash(text, outlet, stamp), sha, text, blocks, Stated(title.text, title, "text"), Stated(outlet, None, "metadata"), None, [], None,
            Stated(stamp, None, "metadata"), None, [Carrier(outlet, "publishes", None, "metadata")], "en",
            Origin(f"https://{outlet.split()[1].lower()}.example/{number}", "text/plain", sha, None),
        )  # fmt: skip
        return Record(FORMAT, MadeBy("0.1.0", _MODEL, CODEBOOK, {}), report, actors, [place], times, [], statements, events, reasons)

    def _cast(self, story: Story) -> dict[str, Actor]:
        out: list[Actor] = []
        for n in story.states:
            code, name = self._states[n]
            out.append(Actor(f"a{len(out) + 1}", name, "government", code, ["GOV"], [], None, None, []))
        for n, (code, name) in zip(story.states, [self._states[n] for n in story.states], strict=True):
            body = ("Foreign Ministry", "Coast Guard", "Parliament")[n % 3]
            out.append(Actor(f"a{len(out) + 1}", f"{name} {body}", "organization", code, ["GOV"], [], f"a{len(out) - 2}", None, []))
        for n, person in enumerate(story.people):
            of = f"a{1 + n % 3}"
            role = Role(_OFFICES[n % len(_OFFICES)], of, Span(0, 0, ""))
            out.append(Actor(f"a{len(out) + 1}", person, "person", self._states[story.states[n % 3]][0], ["GOV"], [role], None, None, []))
        for _ in range(3):
            name = f"{self._draw.choice(self._given)} {self._draw.choice(self._surnames)}"
            out.append(Actor(f"a{len(out) + 1}", name, "person", None, [], [], None, None, []))
        return {actor.id: actor for actor in out}

    def _prose(self, count: int) -> list[str]:
        return self._draw.choices(self._words, cum_weights=self._weights, k=count)

    def _invented(self, least: int, most: int) -> str:
        draw = self._draw
        return "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") + draw.choice(("", "", "n", "r", "l")) for _ in range(draw.randint(least, most)))


def _statement(  # noqa: PLR0917  one argument a field
    id_: str, key: str, speaker: str, source: Span, cue: Span, content: Span, draw: random.Random, today: date
) -> Statement:
    return Statement(
        id_, key, [speaker], source, cue, "named", None, [content], [], "indirect", draw.choice(_ACTS), "neutral", None, None, None, [],  # type: ignore[arg-type]
        Dated(today.isoformat(), None, "publication"), Located(), None, None, [], None, round(draw.uniform(0.5, 1), 3),
    )  # fmt: skip


def _event(  # noqa: PLR0913, PLR0917  one argument a field
    id_: str, key: str, actor: str, recipient: str, trigger: Span, evidence: Span, story: Story, draw: random.Random, said: str | None, at: Time
) -> Event:
    kind, certainty = draw.choice(story.types), draw.choice(_CERTAIN)
    stance = Stance(said, certainty, "positive" if draw.random() < 0.9 else "negative", None, None, 0.8)  # type: ignore[arg-type]
    return Event(
        id_, key, None, kind, None, [], kind, None, trigger, evidence, [actor], [recipient], Dated(at.value, at.id, "text"),  # type: ignore[arg-type]
        Located("p1", "text"), [], [stance], [said] if said else [], stance.certainty, stance.polarity, None, "past", draw.random() < 0.05, None,
        round(draw.uniform(0.5, 1), 3),
    )  # fmt: skip


def _seen(actor: Actor, mentions: list[Mention] | None) -> Actor | None:
    """The actor with its mentions; null where the report does not name it, unless it is a state, to which others belong."""
    if mentions is None and actor.kind == "person":
        return None
    return Actor(
        actor.id, actor.name, actor.kind, actor.country, actor.sectors, [], actor.part_of, actor.wikidata, mentions or [],
    )  # fmt: skip


def _without(actor: Actor, there: set[str]) -> Actor:
    return actor if actor.part_of is None or actor.part_of in there else Actor(actor.id, actor.name, actor.kind, actor.country, actor.sectors, [], None, None, actor.mentions)


def _with_text(record: Record, text: str) -> Record:
    """The record of a report whose text goes on."""
    from msgspec.structs import replace  # noqa: PLC0415  for copies alone

    sha = hashlib.sha256(text.encode()).hexdigest()
    old = record.report
    blocks = [*old.blocks, Block("body", len(old.text) + 2, len(text))]
    report = replace(old, id=_hash(text, old.id), text_sha256=sha, text=text, blocks=blocks, origin=replace(old.origin, sha256=sha))
    return replace(record, report=report)


def _hash(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]
