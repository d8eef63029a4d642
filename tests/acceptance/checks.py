"""What the record must say, item by item: each check gives the points on which a record fails, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.acceptance.looking import (
    actor,
    block_at,
    called,
    countries,
    covers,
    events_at,
    id_of,
    mentions_at,
    person,
    places_of,
    state,
    statements_at,
    touches,
    where,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.record import Record
    from tests.acceptance.variants import Variant


class Points:
    """Collects what fails."""

    def __init__(self) -> None:
        self.failed: list[str] = []

    def expect(self, what: str, found: object, wanted: object) -> None:
        if found != wanted:
            self.failed.append(f"{what}: {found!r}, not {wanted!r}")

    def hold(self, what: str, truth: object) -> None:
        if not truth:
            self.failed.append(what)


def report(record: Record, v: Variant) -> list[str]:
    """1. Publisher, agency, title, published with its offset; the chain."""
    p, r = Points(), record.report
    title = next(line for line in r.text.splitlines() if line.startswith("UN voices"))
    p.expect("publisher", r.publisher and r.publisher.value, v.publisher)
    p.expect("agency", r.agency and r.agency.value, v.agency)
    p.expect("title", r.title and r.title.value, title)
    p.expect("published", r.published and r.published.value, f"{v.published}T{v.clock}{v.offset}")
    p.expect("chain", [c.name for c in r.chain][:2], [v.publisher, v.agency])
    p.expect("chain's links", [c.link for c in r.chain][:2], ["publishes", "republishes"])
    return p.failed


def furniture(record: Record, v: Variant) -> list[str]:
    """2. Handle and "Link copied" are furniture, the caption stands once, the last words are the credit."""
    p = Points()
    p.expect("handle", block_at(record, where(record, v.handle)[0]), "furniture")
    p.expect("share button", block_at(record, where(record, "Link copied")[0]), "furniture")
    kinds = [block_at(record, start) for start in places_of(record, "This file photo")]
    p.expect("caption, twice printed", kinds, ["caption", "furniture"])
    end = len(record.report.text.rstrip())
    p.expect("credit line", block_at(record, end - 2), "credit")
    p.expect("body's last sentence", block_at(record, where(record, "We are talking")[0]), "body")
    return p.failed


def people(record: Record, v: Variant) -> list[str]:
    """3. The two who speak, their offices, those they speak for, and every "he" and "she"."""
    p = Points()
    first, chief, second = (person(record, x.name) for x in (v.first, v.chief, v.second))
    for who, found in ((v.first, first), (v.chief, chief), (v.second, second)):
        p.expect(f"{who.name}'s kind", found and found.kind, "person")
    roles = [r for r in first.roles if r.title.lower().startswith("deputy spokesperson")] if first else []
    p.hold(f"{v.first.name} has the role of deputy spokesperson", roles)
    p.expect("whose spokesperson", [r.of for r in roles][:1], [id_of(chief)])
    roles = [r for r in second.roles if "deputy press secretary" in r.title] if second else []
    p.hold(f"{v.second.name} has the role of deputy press secretary", roles)
    office = actor(record, roles[0].of) if roles else None
    called_office = {_bare(x) for x in (office.name, *(m.text for m in office.mentions))} if office else set()
    p.hold(f"press secretary of {v.office}, not {called_office}", _bare(v.office) in called_office)
    p.expect(f"{v.second.name}'s country", second and second.country, v.office_country)
    for at, whose in _pronouns(record, v):
        wanted = {"first": v.first, "second": v.second, "leader": v.leader}[whose].name
        named = {a.name for a, m in mentions_at(record, at) if m.form == "pronoun"}
        p.expect(f"pronoun at {at[0]}", named, {wanted})
    return p.failed


def states(record: Record, v: Variant) -> list[str]:
    """4. Each state is one actor under all its names, its capital included; capitals are no places, places are."""
    p = Points()
    sender = state(record, v.sender.code)
    p.hold(f"{v.sender.name} is a government", sender is not None)
    said = {_bare(m.text) for m in sender.mentions} if sender else set()
    for words in v.names_of_sender:
        p.hold(f"{v.sender.name} called {words!r}", _bare(words) in said or not places_of(record, words))
        p.hold(f"{words!r} is only {v.sender.name}", all(a.country == v.sender.code for a in called(record, words)))
    receiver = state(record, v.receiver.code)
    for words in (v.receiver.name, v.receiver.demonym, v.receiver.capital):
        p.hold(f"{v.receiver.name} called {words!r}", receiver is not None and receiver in called(record, words))
    for witness in v.witnesses:
        found = state(record, witness.code)
        forms = {m.form for m in found.mentions if m.text == witness.capital} if found else set()
        p.expect(f"{witness.capital} stands for {witness.name}", forms, {"metonym"})
    placed = {m.text for place in record.places for m in place.mentions}
    p.expect("capitals taken for places", sorted(set(v.capitals) & placed), [])
    p.hold(f"{v.city} is a city", any(x.kind == "city" and x.name == v.city for x in record.places))
    p.hold(f"{v.victim.name} is a place", any(x.country == v.victim.code and x.kind == "country" for x in record.places))
    eastern = where(record, f"eastern {v.receiver.name}")
    there = [x for x in record.places if any(touches(m, eastern) for m in x.mentions)]
    p.hold(f"eastern {v.receiver.name} is a place", any(x.country == v.receiver.code for x in there))
    return p.failed


def times(record: Record, v: Variant) -> list[str]:
    """5. The weekday is a day, "earlier this month" a month."""
    p = Points()
    for words, value in ((v.weekday, f"{v.said_on}"), ("earlier this month", f"{v.published:%Y-%m}")):
        at = where(record, words)
        p.expect(words, [t.value for t in record.times if touches(t, at)], [value])
    return p.failed


def statements(record: Record, v: Variant) -> list[str]:
    """6. Who said what, in which form, on what occasion, in answer to what."""
    p = Points()
    acronym = v.sender.acronym or v.sender.demonym
    first, second = {id_of(person(record, v.first.name))}, {id_of(person(record, v.second.name))}
    witness = id_of(state(record, v.witnesses[0].code))
    wanted = [
        ("opposition", "further militarization", 1, {"reject", "condemn"}, "mixed", None),
        ("confirmation", f"some {v.sent}", 0, {"confirm"}, "indirect", None),
        ("direct quotation", "We are opposed", 0, {"reject", "say"}, "direct", first),
        ("violations", "any violations of", 0, None, "mixed", first),
        ("belief", "provision of arms", 0, {"believe"}, "indirect", {witness}),
        ("failure", "strategic objectives", 0, None, "mixed", second),
        ("what exactly", f"What exactly {acronym} troops", 0, None, "direct", second),
        ("its continuation", "But I think", 0, None, "direct", second),
        ("warning", "co-belligerents", 0, {"warn"}, "mixed", second),
        ("awareness", "We are aware", 0, None, "direct", second),
        ("desperation", "desperation", 0, None, "mixed", second),
        ("so desperate", "so desperate", 0, None, "direct", second),
        ("losses", f"over {v.losses}", 0, None, "direct", second),
    ]
    for what, words, nth, acts, form, speakers in wanted:
        found = statements_at(record, where(record, words, nth))
        p.hold(f"{what}: no statement", found)
        fits = [s for s in found if s.form == form and (acts is None or s.act in acts) and (speakers is None or set(s.speakers) == speakers)]
        seen = [(s.form, s.act, [a.name for i in s.speakers if (a := actor(record, i))]) for s in found]
        p.hold(f"{what}: {form}, {acts or 'any act'}, not {seen}", fits or not found)
    for s in statements_at(record, where(record, f"some {v.sent}"))[:1]:
        p.expect("who confirmed", countries(record, s.speakers), sorted(w.code for w in v.witnesses))
    for s in statements_at(record, where(record, "further militarization", 1))[:1]:
        p.hold("quoted words of the opposition", covers(s.quoted, where(record, "further militarization", 1)))
        p.hold("the Secretariat opposes", any("Secretariat" in a.name for i in s.speakers if (a := actor(record, i))))
    for s in [s for s in statements_at(record, where(record, "We are opposed")) if s.form == "direct"][:1]:
        p.expect("occasion", s.occasion and s.occasion.kind, "briefing")
        p.expect("day of the briefing", s.time.value, f"{v.said_on}")
        place = next((x.name for x in record.places if x.id == s.place.ref), None)
        p.expect("place of the briefing", place, v.city)
        p.hold("the question answered", touches(s.prompted_by, where(record, "position on the potential deployment")))
    for s in [s for s in statements_at(record, where(record, "co-belligerents")) if s.act == "warn"][:1]:
        p.hold("the warning holds its condition", covers(s.content, where(record, "enter into combat")))
    return p.failed


def events(record: Record, v: Variant) -> list[str]:
    """7. Who did what to whom, how sure, on whose word."""
    p = Points()
    sender, receiver = id_of(state(record, v.sender.code)), id_of(state(record, v.receiver.code))
    sent = [e for e in events_at(record, where(record, "were sent")) if e.type in {"MOBILIZE", "AID"}]
    p.hold("troops sent: no MOBILIZE or AID", sent)
    for e in sent[:1]:
        p.hold(f"troops sent by {v.sender.name}, not {_names(record, e.actors)}", sender in e.actors)
        p.hold(f"troops sent to {v.receiver.name}, not {_names(record, e.recipients)}", receiver in e.recipients)
        p.expect("mode of the sending", e.mode, "troops" if e.type == "MOBILIZE" else e.mode)
        p.expect("month of the sending", e.time.value, f"{v.published:%Y-%m}")
        p.expect("certainty of the sending", (e.certainty, e.polarity, e.condition), ("certain", "positive", None))
        p.expect("how many", [q.value for q in record.quantities if q.id in e.quantities], [float(v.sent_value)])
        p.expect("on whose word", _word(record, e.said_by), sorted(w.code for w in v.witnesses))
    deployed = events_at(record, where(record, "could be deployed"))
    p.expect("the deployment feared", [e.certainty for e in deployed][:1], ["possible"])
    combat = events_at(record, where(record, "enter into combat"))
    p.hold("entering into combat, in a condition", combat and combat[0].condition is not None)
    arms = [e for e in events_at(record, where(record, "provision of arms")) if e.type == "AID"]
    p.hold("provision of arms: no AID", arms)
    for e in arms[:1]:
        p.hold(f"arms from {v.sender.name}, not {_names(record, e.actors)}", sender in e.actors)
        p.hold(f"arms to {v.receiver.name}, not {_names(record, e.recipients)}", receiver in e.recipients)
        p.expect("arms on whose word", _word(record, e.said_by), [v.witnesses[0].code])
    opposed = [e for e in events_at(record, where(record, "expressed its opposition")) if e.type in {"REJECT", "ACCUSE"}]
    p.hold("the Secretariat's opposition: no REJECT or ACCUSE", opposed)
    for e in opposed[:1]:
        said = [s.id for s in statements_at(record, where(record, "further militarization", 1))]
        p.hold("the opposition is performed by its statement", e.performed_by in said)
        p.hold("its own statement is not who said it", e.performed_by not in e.said_by)
        p.hold("the Secretariat acts", any("Secretariat" in name for name in _names(record, e.actors)))
    return p.failed


def quantities(record: Record, v: Variant) -> list[str]:
    """8. Some is about, over is at least; whose figures they are."""
    p = Points()
    at = where(record, v.sent)
    found = [q for q in record.quantities if touches(q, at)]
    p.expect("about how many were sent", [(q.value, q.approximate, q.counts) for q in found], [(float(v.sent_value), True, "deployed")])
    p.expect("whose troops", [q.of for q in found], [id_of(state(record, v.sender.code))])
    at = where(record, v.losses)
    found = [q for q in record.quantities if touches(q, at)]
    low = float(v.losses_value)
    p.expect("at least how many casualties", [(q.value, q.low, q.high, q.counts) for q in found], [(low, low, None, "casualties")])
    p.expect("whose casualties", [q.of for q in found], [id_of(state(record, v.receiver.code))])
    speakers = [s.speakers for s in statements_at(record, at)]
    p.expect("on whose word", speakers, [[id_of(person(record, v.second.name))]])
    return p.failed


def _pronouns(record: Record, v: Variant) -> list[tuple[tuple[int, int], str]]:
    """Each subject pronoun of the body and who it stands for, by the words around it."""
    out: list[tuple[tuple[int, int], str]] = []
    around = [
        (v.first.pronouns[0], "{} told a press briefing at", "first"), (v.first.pronouns[0], "{} was responding", "first"),
        (v.second.pronouns[0], "{} told a press briefing, using", "second"), (v.second.pronouns[0], "{} told a press briefing.", "second"),
        (v.second.pronouns[0], "{} said would be", "second"), (v.second.pronouns[0], '" {} said.', "second"),
        (v.second.pronouns[0], "{} reiterated", "second"), (v.leader.pronouns[0], "{} is now willing", "leader"),
    ]  # fmt: skip
    for pronoun, pattern, whose in around:
        for written in (pronoun, pronoun.capitalize()):
            words, ahead = pattern.format(written), pattern.index("{}")
            start = record.report.text.find(words)
            while start >= 0:
                out.append(((start + ahead, start + ahead + len(pronoun)), whose))
                start = record.report.text.find(words, start + 1)
    return out


def _bare(words: str) -> str:
    return words.removeprefix("the ").removeprefix("The ").removesuffix("'s")


def _names(record: Record, ids: list[str]) -> list[str]:
    return [a.name for i in ids if (a := actor(record, i)) is not None]


def _word(record: Record, statement_ids: list[str]) -> list[str | None]:
    """Countries of those on whose word something stands, sorted."""
    return countries(record, [i for s in record.statements if s.id in statement_ids for i in s.speakers])


CHECKS: dict[str, Callable[[Record, Variant], list[str]]] = {
    "report": report, "furniture": furniture, "people": people, "states": states, "times": times, "statements": statements, "events": events,
    "quantities": quantities,
}  # fmt: skip
