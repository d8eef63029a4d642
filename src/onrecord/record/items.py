"""What was read in a report: actors, places, times, quantities, statements, events (`record.md`)."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.spans import Span

ActorKind = Literal["person", "government", "organization", "armed_group", "people", "outlet", "other"]
MentionForm = Literal["name", "alias", "demonym", "metonym", "nominal", "pronoun"]
PlaceKind = Literal["country", "region", "city", "water", "site"]
TimeKind = Literal["date", "time", "duration", "set"]
Counts = Literal["killed", "wounded", "casualties", "arrested", "deployed", "displaced", "participants", "weapons", "money", "other"]
SourceKind = Literal["named", "titled", "collective", "document", "anonymous", "outlet", "unknown"]
Form = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "say", "confirm", "deny", "admit", "decline", "accuse", "condemn", "warn", "threaten", "demand", "order", "request", "promise", "agree",
    "reject", "support", "praise", "apologise", "announce", "believe", "ask", "retract",
]  # fmt: skip
Distance = Literal["neutral", "claimed", "alleged"]
OccasionKind = Literal["briefing", "interview", "statement", "speech", "document", "post", "meeting", "call", "broadcast"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",
    "COERCE", "ASSAULT", "RETREAT",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["positive", "negative"]
When = Literal["past", "present", "future"]


class Mention(msgspec.Struct, frozen=True):
    """Where an actor or a place is spoken of, and by what kind of words."""

    start: int
    end: int
    text: str
    form: MentionForm


class Role(msgspec.Struct, frozen=True):
    """An office or function as the report states it; `of` is the id of the actor it belongs to."""

    title: str
    of: str | None
    span: Span


class Match(msgspec.Struct, frozen=True):
    """A proposal: the entry of a list that an actor may be, the list's name that is like the actor's, how alike they are (0 to 1) and why.

    `list_` ("list" in JSON) is the file's name, `entry` the entry's id in it, `span` the mention whose words were compared (null where they stand
    nowhere in the text).
    """

    list_: str = msgspec.field(name="list")
    entry: str
    name: str
    score: float
    reasons: list[str]
    span: Span | None = None


class Actor(msgspec.Struct, frozen=True):
    """One who acts or speaks; `country` is ISO 3166 alpha-3, `sectors` PLOVER codes, `part_of` an actor id; `matches` are empty without a list."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: list[str]
    roles: list[Role]
    part_of: str | None
    wikidata: str | None
    mentions: list[Mention]
    matches: list[Match] = []


class Place(msgspec.Struct, frozen=True):
    """A place spoken of as a place; coordinates in degrees, `geonames` an id, `within` a place id."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames: int | None
    within: str | None
    mentions: list[Mention]


class Time(msgspec.Struct, frozen=True):
    """An expression of time. `value` is EDTF (ISO 8601 for a duration, R-form for a set), `timex3` the TIMEX3 value."""

    id: str
    start: int
    end: int
    text: str
    kind: TimeKind
    value: str | None
    timex3: str | None
    basis: Literal["text", "dateline", "publication", "none"]


class Quantity(msgspec.Struct, frozen=True):
    """A figure with its bounds; `high` null means open. `of` is an actor id; `unit` ISO 4217 for money, "%" for shares."""

    id: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    counts: Counts
    change: Literal["total", "increment"] | None
    as_of: str | None
    of: str | None


class Occasion(msgspec.Struct, frozen=True):
    """On what occasion something was said."""

    kind: OccasionKind
    span: Span


class Link(msgspec.Struct, frozen=True):
    """One link of a statement's chain of transmission, as far as the text adds to the report's own."""

    name: str
    link: Literal["cites", "quotes", "relays"]
    span: Span | None
    from_: Literal["byline", "credit", "dateline", "metadata", "text"] = msgspec.field(name="from", default="text")


class Dated(msgspec.Struct, frozen=True):
    """A time and what it rests on; `ref` is a time id."""

    value: str | None = None
    ref: str | None = None
    basis: Literal["text", "dateline", "publication", "none"] = "none"


class Located(msgspec.Struct, frozen=True):
    """A place and what it rests on; `ref` is a place id."""

    ref: str | None = None
    basis: Literal["text", "dateline", "none"] = "none"


class Statement(msgspec.Struct, frozen=True):
    """One act of attribution: who said what, how, on what occasion."""

    id: str
    key: str
    speakers: list[str]
    source: Span | None
    cue: Span | None
    source_kind: SourceKind
    reason: Span | None
    content: list[Span]
    quoted: list[Span]
    form: Form
    act: Act
    distance: Distance
    addressee: str | None
    occasion: Occasion | None
    prompted_by: Span | None
    chain: list[Link]
    time: Dated
    place: Located
    within: str | None
    continues: str | None
    about: list[str]
    performs: str | None
    confidence: float


class Stance(msgspec.Struct, frozen=True):
    """How sure the event is on one source's word; `by` is a statement id, null for the report's own voice."""

    by: str | None
    certainty: Certainty
    polarity: Polarity
    condition: Span | None
    cue: Span | None
    confidence: float


class Event(msgspec.Struct, frozen=True):
    """One event mention, coded in PLOVER: the plain `type` as worded and the type after PLOVER's own reduction."""

    id: str
    key: str
    same_as: str | None
    type: PloverType
    mode: str | None
    contexts: list[str]
    plover: PloverType
    cameo: str | None
    trigger: Span
    evidence: Span
    actors: list[str]
    recipients: list[str]
    time: Dated
    place: Located
    quantities: list[str]
    stances: list[Stance]
    said_by: list[str]
    certainty: Certainty
    polarity: Polarity
    condition: Span | None
    when: When
    echo: bool
    performed_by: str | None
    confidence: float
    custom: str | None = None
    """The type of an ontology of one's own, as NAME:TYPE; null where none was asked for or it has none for this."""


class Reason(msgspec.Struct, frozen=True):
    """Why a decision was made: a named rule, the words it saw, its score (0 to 1) where it has one."""

    rule: str
    spans: list[Span]
    score: float | None = None
