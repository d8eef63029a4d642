"""Who says what, from raw text through the shipped model. Invented wire reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from onrecord import Reader

_CASES = [
    # sentences inside a quotation do not put the one before it further away
    (("Mr Tove Lind told reporters that the harbour was closed. He said that the crews wanted their wages.\n\n"
     '"We are being patient. Our letters were not answered. Captain Oskar Brenn never comes. He signs nothing. The men are tired. That is why they stopped work," he said.'),
     '"We are being patient.', ["Tove Lind"]),
    # the one who spoke last, not the one spoken of most
    (('Tove Lind insisted that the treaty must be published. Lind added that the envoy had no objection. "I am not aware of that," Oskar Brenn replied. '
     "He said he had met the envoy on Monday."), "he had met", ["Oskar Brenn"]),
    # called by what he is
    ('Tove Lind said on Tuesday that the committee had met. "We should be prepared," Lind told the chamber.\n\nThe lawmaker said that the army had briefed them.',
     "the army had", ["Tove Lind"]),
    # an office that one person holds is not whoever spoke last
    ("Tove Lind said on Tuesday that the committee had met.\n\nThe mayor said that the bridge would stay closed.", "the bridge", ["mayor"]),
    # a body called by what it is
    ("Skyway Air said that the flight had turned back.\n\nThe airline said that nobody was hurt.", "nobody was", ["Skyway Air"]),
    # a title that no table has, with the name right behind it
    ("Debate moderator Tove Lind asked the candidates to be brief.", "the candidates", ["Tove Lind"]),
    # the verb before its subject at the end of a sentence
    ("In the capital, Prime Minister Oskar Brenn met farmers and said afterwards that prices would fall, reported Meridian, the state news agency.", "In the capital", ["Meridian"]),
    # a thing that cannot speak
    ("Relations between the two towns soured after Tove Lind questioned the border and accused the council of lying.", "the council of", ["Tove Lind"]),
    # two with one surname: the one who was a subject
    ('Former governor Oskar Brenn criticised the tax during a stop for his wife Tove Brenn.\n\n"It makes no sense," Brenn said.', '"It makes', ["Oskar Brenn"]),
    # who is asked does not ask
    ("Asked about the plan, Mr Oskar Brenn said he knew nothing of it.", "the plan", []),
    # those who work for a candidate are not the candidate
    ("Peru denied that its boats had fired, while Chile said it would recall its ambassador.", "it would recall", ["Chile"]),
    ("The Brenn campaign criticised Tove Lind on Friday. Mr Brenn's campaign said it was ready for a debate.", "it was ready", ["Brenn's campaign"]),
    # a name behind all that hangs on its title
    ("The minister of state for parliamentary affairs Tomas Rao promised a vote on the bill.", "a vote", ["Tomas Rao"]),
    ("The president of the League for the Defence of Fishermen, Tove Lind, said that the port was closed.", "the port", ["Tove Lind"]),
    ("Oslo has no word of the ships, said a foreign ministry spokesman, Oskar Brenn. He left the room.", "Oslo has", ["Oskar Brenn"]),
    # who they are whose phrase goes on before "who"
    ('"It was not convincing," said one lawmaker familiar with the talks, who added that the vote would fail.', "the vote", ["lawmaker"]),
    # a plain noun that opens a sentence is no name
    ("Residents said they had heard shots. Police closed the road.", "they had", ["residents"]),
    # authorities of nobody in particular
    ("A bus fell into a river in Peru on Monday. Authorities said they had found two bodies.", "they had", ["authorities"]),
    # a given name that is mostly a woman's does not bar the only one it can be
    ("Nana Kwame Osei has urged the chiefs to talk.\n\nHe said the talks must go on.", "the talks", ["Nana Kwame Osei"]),
    # what stands below a line that leads to it
    ("The governor added:\n\nIt is typical of the minister. She knows nothing of the port.\n\nThe port is closed.", "It is typical of the minister. She knows", ["governor"]),
    # what he is held to be
    ("Oskar Brenn blasted Tove Lind as a disgrace on Monday.", "Tove Lind as a disgrace", ["Oskar Brenn"]),
    # a verb that mostly is no word of saying, where the encoder is sure
    ("Tove Lind attacked the minister's plan as a betrayal of the port.", "the minister's plan as a betrayal", ["Tove Lind"]),
    # said of what a participle describes
    ("It is the second day of the strike declared by the Harbour Union.", "the second day of the strike", ["Harbour Union"]),
    # party and state in brackets are nobody
    ('"It is over," Rep. Oskar Brenn (D-Wash.) said.', '"It is over', ["Oskar Brenn"]),
    # one person, two spellings
    ('Muammar Qadhari said the war was over.\n\n"I will stay," Qaddari said on Friday.', '"I will stay', ["Muammar Qadhari"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "begins", "speakers"), _CASES)
def test_the_speaker_is_found(reader: Reader, text: str, begins: str, speakers: list[str]) -> None:
    record = reader.read_text(text)
    names = {actor.id: actor.name for actor in record.actors}
    found = [[names[i] for i in s.speakers] for s in record.statements if s.content[0].text.startswith(begins)]
    assert speakers in found, [(s.content[0].text, [names[i] for i in s.speakers]) for s in record.statements]


def test_local_authorities_spoken_of_twice_are_one_actor(reader: Reader) -> None:
    record = reader.read_text("A bus fell into a river in Peru on Monday. Local authorities said two people died.\n\nLocal authorities said later that the road in Peru was open.")
    assert [len(a.mentions) for a in record.actors if a.name == "local authorities"] == [2]


def test_what_others_are_asked_to_say_nobody_has_said(reader: Reader) -> None:
    record = reader.read_text(
        "The union urged residents to take to the streets and demand the mayor's resignation.\n\nThe council's failure to condemn the raid angered residents."
    )
    assert [(s.cue.text, s.act) for s in record.statements if s.cue and s.cue.text in ("demand", "condemn")] == []


def test_a_cue_is_not_taken_for_what_the_next_sentence_says(reader: Reader) -> None:
    record = reader.read_text(
        "Further charges may follow, police said. Officers arrested the man near the harbour an hour after the fire, according to police."
    )
    said = {s.cue.text: s.content[0].text for s in record.statements if s.cue}
    assert said["said"] == "Further charges may follow"


def test_a_place_before_a_colon_in_a_title_says_nothing(reader: Reader) -> None:
    record = reader.read_text("Afghanistan: Fatal attack on consulate in Mazar\n\nA bomber rammed a gate on Monday, officials said.")
    assert [s.content[0].text for s in record.statements if s.content[0].start < 40] == []
