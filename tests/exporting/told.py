"""One invented report read by hand, with something of everything that exports tell."""

from __future__ import annotations

from onrecord.exporting.chosen import Chosen
from onrecord.record import (
    CLAIM_FORMAT,
    CODEBOOK,
    FORMAT,
    Actor,
    Because,
    Block,
    Carrier,
    Claim,
    Dated,
    Disagreement,
    Entry,
    Event,
    Figure,
    ItemRef,
    Judged,
    Link,
    Located,
    MadeBy,
    Mention,
    Model,
    Origin,
    Parties,
    Party,
    Place,
    Quantity,
    Quote,
    Record,
    Report,
    Role,
    Span,
    Stance,
    Stated,
    Statement,
    Step,
    Voices,
    Window,
)

TITLE = "Borduria shells Sylvan port"
TEXT = f"""{TITLE}

PORT ANDERS, March 7 (Northwire) - Borduria's army shelled the port of Sylvania on Thursday, killing at least three dockers, Sylvan mayor Ana Dorn said.

"We shelled nobody," General Ivo Kurtz told Radio Anders. If the shelling goes on, Sylvania will expel Bordurian diplomats next week."""
REPORT, TEXT_SHA = "ab" * 16, "cd" * 32


def span(words: str) -> Span:
    start = TEXT.index(words, len(TITLE))
    return Span(start, start + len(words), words)


def actor(id_: str, name: str, kind: str, country: str | None, sectors: list[str], role: str | None = None, part_of: str | None = None) -> Actor:
    roles = [Role(role, None, span(role))] if role is not None else []
    return Actor(id_, name, kind, country, sectors, roles, part_of, None, [Mention(0, 1, "x", "name")])  # type: ignore[arg-type]


def statement(id_: str, speaker: str, source: str, cue: str, content: str, act: str, **other: object) -> Statement:
    plain = {
        "id": id_, "key": id_ * 16, "speakers": [speaker], "source": span(source), "cue": span(cue), "source_kind": "named", "reason": None,
        "content": [span(content)], "quoted": [], "form": "indirect", "act": act, "distance": "neutral", "addressee": None, "occasion": None,
        "prompted_by": None, "chain": [], "time": Dated("2031-03-07", None, "dateline"), "place": Located("p1", "dateline"), "within": None,
        "continues": None, "about": [], "performs": None, "confidence": 0.9,
    }  # fmt: skip
    return Statement(**(plain | other))  # type: ignore[arg-type]


def stance(by: str | None, polarity: str = "positive", certainty: str = "certain", condition: Span | None = None) -> Stance:
    return Stance(by, certainty, polarity, condition, None, 0.9)  # type: ignore[arg-type]


def event(id_: str, type_: str, trigger: str, evidence: str, stances: list[Stance], **other: object) -> Event:
    plain = {
        "id": id_, "key": id_ * 16, "same_as": None, "type": type_, "mode": None, "contexts": [], "plover": type_, "cameo": None, "trigger": span(trigger),
        "evidence": span(evidence), "actors": ["a1"], "recipients": ["a3"], "time": Dated("2031-03-06", None, "text"), "place": Located("p1", "text"),
        "quantities": [], "stances": stances, "said_by": [s.by for s in stances if s.by is not None], "certainty": stances[0].certainty,
        "polarity": stances[0].polarity, "condition": stances[0].condition, "when": "past", "echo": False, "performed_by": None, "confidence": 0.8,
    }  # fmt: skip
    return Event(**(plain | other))  # type: ignore[arg-type]


ACTORS = [
    actor("a1", "Army", "organization", "BRD", ["MIL"], part_of="a2"), actor("a2", "Borduria", "government", "BRD", ["GOV"]),
    actor("a3", "Sylvania", "government", "SYL", ["GOV"]), actor("a4", "Ana Dorn", "person", "SYL", [], role="mayor"),
    actor("a5", "Ivo Kurtz", "person", "BRD", ["MIL"], role="General"), actor("a6", "diplomats", "people", None, []),
]  # fmt: skip
STATEMENTS = [
    statement("s1", "a4", "Sylvan mayor Ana Dorn", "said", "Borduria's army shelled the port of Sylvania on Thursday", "say"),
    statement(
        "s2", "a5", "General Ivo Kurtz", "told", '"We shelled nobody,"', "deny", form="direct", quoted=[span("We shelled nobody,")], addressee=None,
        chain=[Link("Radio Anders", "cites", span("Radio Anders"))],
    ),
    statement("s3", "a4", "Ana Dorn", "said", "killing at least three dockers", "say", speakers=[], source_kind="anonymous"),
]  # fmt: skip
EVENTS = [
    event("e1", "ASSAULT", "shelled", "Borduria's army shelled the port of Sylvania on Thursday", [stance("s1")], mode="heavy-weapons", quantities=["q1"]),
    event("e2", "ASSAULT", "shelled nobody", "We shelled nobody", [stance("s2", "negative")], same_as="e1", actors=[], recipients=[], time=Dated()),
    event(
        "e3", "SANCTION", "expel", "Sylvania will expel Bordurian diplomats next week", [stance(None, condition=span("If the shelling goes on"))],
        mode="expel", actors=["a3"], recipients=["a6"], time=Dated("2031-03-10/2031-03-16", None, "text"), when="future",
    ),
    event("e4", "ASSAULT", "shelling", "If the shelling goes on", [stance(None, "negative")], actors=[], time=Dated()),
]  # fmt: skip
DEAD = span("at least three dockers")
RECORD = Record(
    FORMAT, MadeBy("0.1.0", Model("onrecord-1", "e" * 64), CODEBOOK, {}),
    Report(
        id=REPORT, text_sha256=TEXT_SHA, text=TEXT, blocks=[Block("body", 0, len(TEXT))], title=Stated(TITLE, None, "text"),
        publisher=Stated("The Harbour Gazette", None, "metadata"), agency=Stated("Northwire", None, "text"), byline=[], dateline=None,
        published=Stated("2031-03-07T09:00+01:00", None, "metadata"), modified=None,
        chain=[Carrier("The Harbour Gazette", "publishes", None, "metadata"), Carrier("Northwire", "republishes", None, "text")], language="en",
        origin=Origin("https://gazette.example/1", "text/html", "f" * 64, None),
    ),
    ACTORS, [Place("p1", "Port Anders", "city", "SYL", None, 10.5, -20.25, 7, None, [Mention(0, 1, "PORT ANDERS", "name")])], [],
    [Quantity("q1", DEAD.start, DEAD.end, DEAD.text, None, 3.0, None, False, "dockers", "killed", "total", None, None)],
    STATEMENTS, EVENTS, {},
)  # fmt: skip


def chosen(*keys: str, claims: dict[str, str] | None = None) -> Chosen:
    """The record; with local ids, those items of it alone."""
    return Chosen(RECORD, frozenset(key * 16 for key in keys) if keys else None, claims)


def claim() -> Claim:
    """The shelling, affirmed by the mayor, denied by the general."""
    steps = [Step("The Harbour Gazette", "publishes", None, "metadata"), Step("Northwire", "republishes", None, "text")]
    dorn, kurtz = Party("person:ana dorn", "Ana Dorn", "SYL"), Party("person:ivo kurtz", "Ivo Kurtz", "BRD")
    told = {"report": REPORT, "chain": steps, "published": "2031-03-07T09:00+01:00", "outlet": "The Harbour Gazette"}
    entries = [
        Entry(item="e1" * 16, speakers=[dorn], capacity="mayor", stance="affirms", said="2031-03-07", words=STATEMENTS[0].content, statement="s1" * 16, origin=0, **told),  # type: ignore[arg-type]
        Entry(item="e2" * 16, speakers=[kurtz], capacity="General", stance="denies", said=None, words=STATEMENTS[1].content, statement="s2" * 16, origin=1, **told),  # type: ignore[arg-type]
    ]
    figures = [
        Figure("killed", None, 3.0, None, False, "dockers", "dockers", "2031-03-07", 0, DEAD, "first"),
        Figure("killed", 5.0, 5.0, 5.0, True, None, None, None, 1, DEAD, "contradicted"),
    ]
    refs = [ItemRef(REPORT, "e1" * 16), ItemRef(REPORT, "e2" * 16)]
    return Claim(
        format=CLAIM_FORMAT, id="c1" * 16, kind="event", type="ASSAULT", mode="heavy-weapons", contexts=[],
        parties=Parties([Party("org:army@BRD", "Army", "BRD")], [Party("state:SYL", "Sylvania", "SYL")]), window=Window("2031-03-06", "2031-03-06"),
        place="Port Anders", disagreements=[Disagreement("mode", {"heavy-weapons": [refs[0]], "aerial": [refs[1]]})],
        label=Quote(REPORT, EVENTS[0].evidence), counts=Voices(1, 1, 2), entries=entries, figures=figures, standing="contested",
        because=Because("affirmed and denied", "one affirms, one denies"), first_affirmed=0, first_denied=1, last_changed="2031-03-07", members=refs,
        links=[], judged=[Judged("Eva", "2031-03-08", "same", refs)],
    )  # fmt: skip
