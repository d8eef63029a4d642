"""Invented sentences and the events that must be read in them, through the shipped encoder: type, who, to whom, how sure, on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.recording.events.same import link

if TYPE_CHECKING:
    from onrecord import Reader
    from onrecord.record import Event, Record

# sentence, word that tells it, type, mode (… for any), actors, recipients
READ = [
    ("Kenyan police arrested 40 protesters in Nairobi on Monday.", "arrested", "COERCE", "arrest", ["police"], ["protesters"]),
    ("Forty protesters were arrested by Kenyan police on Monday.", "arrested", "COERCE", "arrest", ["police"], ["protesters"]),
    ("Chile condemned Peru for the raid on the border post.", "condemned", "ACCUSE", "disapprove", ["Chile"], ["Peru"]),
    ("The army shelled rebel positions near Tabara, killing three people.", "shelled", "ASSAULT", "heavy-weapons", ["army"], []),
    ("Russia and China held talks in Geneva on Tuesday.", "talks", "CONSULT", None, ["Russia", "China"], []),
    ("Turkey imposed sanctions on Syria.", "sanctions", "SANCTION", "discontinue", ["Turkey"], ["Syria"]),
    ("France sent 200 soldiers to Mali last week.", "sent", "MOBILIZE", "troops", ["France"], ["Mali"]),
    ("Norway gave Ukraine 50 million euros in aid.", "gave", "AID", None, ["Norway"], ["Ukraine"]),
    ("The rebels released two hostages on Friday.", "released", "RETREAT", "release", ["rebels"], ["hostages"]),
    ("Brazil urged Venezuela to free the prisoners.", "urged", "REQUEST", ..., ["Brazil"], ["Venezuela"]),
    ("Iran rejected the demand of the United States.", "rejected", "REJECT", ..., ["Iran"], ["United States"]),
    ("Thousands of workers marched through Lima on Friday.", "marched", "PROTEST", "demo", ["workers"], []),
    ("Peruvian engineers planted hundreds of anti-personnel mines along the river.", "planted", "ASSAULT", "explosives", ["engineers"], []),
    ("Peru and Chile signed a ceasefire in Lima on Thursday.", "signed", "AGREE", None, ["Peru", "Chile"], []),
    ("Chile released four Peruvian soldiers it had held since Monday.", "held", "COERCE", "arrest", ["Chile"], ["soldiers"]),
    ("Chile ordered two battalions to the border.", "ordered", "MOBILIZE", "troops", ["Chile"], []),
    ("Police arrested the mayor of Harlin for beating a reporter.", "beating", "ASSAULT", "beat", ["mayor"], ["reporter"]),
    ("Chilean President Ana Soto and her Peruvian counterpart, Juan Ruiz, met on Friday.", "met", "CONSULT", None, ["Ana Soto", "Juan Ruiz"], []),
    ("Peru's invasion of Chile began on Monday. Norway condemned the invasion.", "condemned", "ACCUSE", "disapprove", ["Norway"], ["Peru"]),
    ("Myanmar's military junta has executed four democracy activists, it said on Monday.", "executed", "ASSAULT", "targeted", ["Myanmar"], ["activists"]),
    ("About 20 deputies of Peru continued an open-ended sit-in in parliament.", "continued", "PROTEST", "demo", ["deputies"], []),
    ("President Juan Ruiz attacked Senator Ana Soto for her vote on Friday.", "attacked", "ACCUSE", "disapprove", ["Juan Ruiz"], ["Ana Soto"]),
    ("The Green Party of Chile nominated Ana Soto for president.", "nominated", "SUPPORT", None, ["Green Party"], ["Ana Soto"]),
    ("The Supreme Court of Peru found the decree of President Juan Ruiz unlawful.", "found", "SANCTION", "convict", ["Supreme Court"], []),
    ("Chile will not tolerate the raids, its government said.", "tolerate", "REJECT", None, ["Chile"], []),
    ("President Juan Ruiz said he spoke over the phone with President Ana Soto.", "spoke", "CONSULT", "phone", ["Juan Ruiz", "Ana Soto"], []),
    ("Police put the former minister of Peru, Ana Soto, on trial.", "put", "ACCUSE", "allege", ["police"], ["Ana Soto"]),
    ("Japan held joint exercises with countries including Norway and Chile.", "exercises", "COOPERATE", None, ["Japan", "Norway", "Chile"], []),
]  # fmt: skip

_LEAD = "OSLO, 5 March (Northwire) - It was a long week for diplomats in several capitals. Here is what was known late on Friday, country by country."
_REST = "The agency will update this report. It was written by two of its staff in Oslo, and it is invented."

# sentence, word, certainty, polarity, when
SURE = [
    ("Kenyan police arrested 40 protesters on Monday.", "arrested", "certain", "positive", "past"),
    ("Turkey may impose sanctions on Syria.", "sanctions", "possible", "positive", "future"),
    ("France will send 200 soldiers to Mali next week.", "send", "certain", "positive", "future"),
    ("The army did not attack the village, the ministry said.", "attack", "certain", "negative", "past"),
    ("Russia denied that its forces attacked the convoy.", "attacked", "certain", "negative", "past"),
    ("Russia denied accusations that its forces attacked the convoy.", "attacked", "certain", "negative", "past"),
    ("The ministry said that 22 people, not six, were arrested.", "arrested", "certain", "positive", "past"),
    ("Trade unions in Peru announced protests in three cities.", "announced", "certain", "positive", "future"),
    ("Peru hopes to visit Chile for talks with President Ana Soto.", "visit", "unknown", "positive", "future"),
    ("Chile will not tolerate the raids, its government said.", "tolerate", "certain", "positive", "present"),
    ("Russia denied that its forces attacked the convoy before the ceasefire took effect.", "ceasefire", "certain", "positive", "past"),
]  # fmt: skip


def _told(text: str) -> str:
    """The sentence as it would stand in a report: the encoder has learned from reports, not from single sentences."""
    return f"{_LEAD}\n\n{text}\n\n{_REST}"


def _event(record: Record, word: str) -> Event:
    at = record.report.text.index(word)
    found = [e for e in record.events if e.trigger.start < at + len(word) and at < e.trigger.end]
    assert found, [(e.type, e.trigger.text) for e in record.events]
    return found[0]


def _named(record: Record, ids: list[str]) -> str:
    return " | ".join(a.name for i in ids for a in record.actors if a.id == i)


@pytest.mark.parametrize(("text", "word", "type_", "mode", "actors", "recipients"), READ, ids=[row[1] + " " + row[0][:20] for row in READ])
def test_who_did_what_to_whom(reader: Reader, text: str, word: str, type_: str, mode: object, actors: list[str], recipients: list[str]) -> None:
    """Type, mode and parties by the clause."""
    record = reader.read_text(_told(text))
    event = _event(record, word)
    assert event.type == type_
    assert mode is ... or event.mode == mode
    for wanted, ids in ((actors, event.actors), (recipients, event.recipients)):
        assert all(name in _named(record, ids) for name in wanted), (_named(record, event.actors), _named(record, event.recipients))


@pytest.mark.parametrize(("text", "word", "certainty", "polarity", "when"), SURE, ids=[row[0][:24] for row in SURE])
def test_how_sure(reader: Reader, text: str, word: str, certainty: str, polarity: str, when: str) -> None:
    """Certainty, polarity and time by modals, negation and the cue."""
    event = _event(reader.read_text(_told(text)), word)
    assert (event.certainty, event.polarity, event.when) == (certainty, polarity, when)


def test_on_whose_word(reader: Reader) -> None:
    """An event inside what is said stands on that word; the report's own voice is null; an act of speech is performed by its statement."""
    record = reader.read_text(_told("Rebels attacked the village of Tabara, the army said. Chile condemned the attack."))
    attack, condemned = _event(record, "attacked"), _event(record, "condemned")
    assert [_named(record, s.speakers) for s in record.statements if s.id in attack.said_by] == ["army"]
    assert condemned.said_by == []
    assert condemned.stances[0].by is None
    performing = next(s for s in record.statements if s.id == condemned.performed_by)
    assert performing.performs == condemned.id
    assert condemned.id not in performing.about


def test_confirmed_by_one_and_denied_by_another(reader: Reader) -> None:
    """One event on two words has two stances, and the first decides for readers of tables."""
    record = reader.read_text(_told("Chile said that its police had arrested the envoy of Peru. Peru denied that Chilean police had arrested its envoy."))
    arrests = [e for e in record.events if e.type == "COERCE"]
    assert [(e.certainty, e.polarity) for e in arrests] == [("certain", "positive"), ("certain", "negative")]
    for event in arrests:
        assert event.said_by == [s.by for s in event.stances]
        assert (event.certainty, event.polarity) == (event.stances[0].certainty, event.stances[0].polarity)


def test_about_names_the_events_told(reader: Reader) -> None:
    """`about` holds the events whose trigger lies in the content, and nothing else."""
    record = reader.read_text(_told("Rebels attacked the village of Tabara on Friday, the defence ministry of Chad said."))
    statement = next(s for s in record.statements if s.about)
    for e in record.events:
        inside = any(c.start <= e.trigger.start and e.trigger.end <= c.end for c in statement.content)
        assert (e.id in statement.about) == (inside and e.performed_by != statement.id)


def test_future_reduces(reader: Reader) -> None:
    """Aid that lies ahead is AGREE after PLOVER's reduction; the plain type stays beside it."""
    event = _event(reader.read_text(_told("Norway will give Ukraine 50 million euros in military aid next month.")), "give")
    assert (event.type, event.plover, event.when) == ("AID", "AGREE", "future")


def test_time_place_and_figures_of_the_event(reader: Reader) -> None:
    """They hang from the event's clause; the day of the saying is not the day of the event."""
    record = reader.read_text(_told("Kenyan police arrested 40 protesters in Nairobi on 3 March 2021, the interior ministry of Kenya said on 5 March 2021."))
    event = _event(record, "arrested")
    assert event.time.value == "2021-03-03"
    assert next(p.name for p in record.places if p.id == event.place.ref) == "Nairobi"
    assert [q.value for q in record.quantities if q.id in event.quantities] == [40.0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Talks about the disputed region of Tabara went on between Chile and Peru.", "disputed"),
        ("A law of Chile would let its police extradite suspects to Peru.", "extradite"),
        ("Chile has a law about people accused of crimes in Peru.", "accused"),
        ("Police in riot gear stood outside the parliament of Chile.", "riot"),
    ],
)
def test_words_that_only_describe_tell_nothing(reader: Reader, text: str, word: str) -> None:
    """What stands before a noun, what a law allows, and what is true of anybody are no events."""
    record = reader.read_text(_told(text))
    at = record.report.text.index(word)
    assert [e for e in record.events if e.trigger.start <= at < e.trigger.end] == []


def test_what_is_agreed_to_is_told_once(reader: Reader) -> None:
    """The agreement is the event, not what it is about as well; nor what a visit was spent with."""
    record = reader.read_text(_told("Chile and Peru agreed to hold talks in Lima. President Ana Soto met President Juan Ruiz and discussed trade."))
    assert [e.type for e in record.events] == ["AGREE", "CONSULT"]


def test_blame_in_plain_words(reader: Reader) -> None:
    """A quotation that opens with somebody else and says ill of him accuses him; one that says good does not."""
    blame = reader.read_text(_told("“President Juan Ruiz treats the law with contempt,” said Senator Ana Soto of Chile."))
    assert [(e.type, _named(blame, e.actors), _named(blame, e.recipients)) for e in blame.events] == [("ACCUSE", "Ana Soto", "Juan Ruiz")]
    plain = reader.read_text(_told("“President Juan Ruiz treats the law with care,” said Senator Ana Soto of Chile."))
    assert [e for e in plain.events if e.type == "ACCUSE"] == []


def test_nothing_political_gives_nothing(reader: Reader) -> None:
    """Sport and weather are silent, in words that mean something else elsewhere."""
    text = "The visitors attacked from the left flank and shot twice in the first half. Heavy rain struck the pitch at noon. The coach met the players."
    assert reader.read_text(text).events == []


def test_told_twice_is_linked(reader: Reader) -> None:
    """The second mention of one happening points at the first; linking again changes nothing."""
    record = reader.read_text(_told("Turkey attacked the Syrian town of Afrin on Monday.\n\nThe Turkish attack on Syria began at dawn on Monday, the army of Syria said."))
    again = [e for e in record.events if e.type == "ASSAULT"]
    assert len(again) >= 2
    assert again[1].same_as == again[0].id

    class Silent:
        def because(self, *_: object) -> None: ...

    fresh = [e for e in record.events if e.same_as is None]
    assert [e.same_as for e in link(Silent(), fresh)] == [None] * len(fresh)  # type: ignore[arg-type]


def _stands_on(record: Record, event: Event) -> list[tuple[str, str, str]]:
    said = {s.id: s for s in record.statements}
    return [(_named(record, said[s.by].speakers) if s.by else "", s.certainty, s.polarity) for s in event.stances]


def test_who_denies_the_accusation_takes_a_stand_on_what_was_told_before(reader: Reader) -> None:
    record = reader.read_text(_told('Peruvian guns shelled the town of Harlin on Monday, Chile said. The accusation was denied by Peru. "They were silent," it said.'))
    stances = _stands_on(record, _event(record, "shelled"))
    assert ("Chile", "certain", "positive") in stances
    assert ("Peru", "certain", "negative") in stances


def test_a_report_that_is_denied_in_the_passive_is_denied_by_the_one_named(reader: Reader) -> None:
    record = reader.read_text(_told("A report by Chile's news agency that guns shelled a water station on Tuesday was denied by Peru's Defence Ministry."))
    assert ("certain", "negative") in [stance[1:] for stance in _stands_on(record, _event(record, "shelled"))]


def test_an_act_done_by_saying_so_is_the_reports_word_and_a_past_deed_is_the_speakers(reader: Reader) -> None:
    record = reader.read_text(_told("Chile said that it had summoned the ambassador of Peru. The minister of Norway said that she condemned the raid."))
    assert [by for by, _, _ in _stands_on(record, _event(record, "summoned"))] == ["Chile"]
    assert [by for by, _, _ in _stands_on(record, _event(record, "condemned"))] == [""]


def test_killed_and_wounded_in_one_breath_are_one_event_and_else_they_are_not_mixed(reader: Reader) -> None:
    record = reader.read_text(_told("Nine Chilean soldiers had been killed and 31 wounded since Monday, the army said."))
    figures = {q.id: q.text for q in record.quantities}
    assert [figures[i] for i in _event(record, "killed").quantities] == ["Nine Chilean soldiers", "31 wounded"]
    record = reader.read_text(_told("Shells killed nine soldiers of Chile, among them two who had been wounded on Monday."))
    figures = {q.id: q.text for q in record.quantities}
    assert [figures[i] for i in _event(record, "killed").quantities] == ["nine soldiers"]


def test_a_day_without_a_year_is_kept_open(reader: Reader) -> None:
    record = reader.read_text("Kenyan police arrested 40 protesters in Nairobi on March 4.")
    assert _event(record, "arrested").time.value == "XXXX-03-04"
