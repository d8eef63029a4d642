"""Texts too long to be written by hand, put together from invented parts by a seeded draw: many quotations, many names."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

Layout = Literal["casualties", "delegation", "running"]

_GIVEN = (
    "Anders Mirela Tobias Ilona Henrik Danika Ruben Sofia Jonas Petra Emil Klara Stefan Alma Viktor Nadia Lukas Irena Oskar Marta Felix Elsa Adrian Vera "
    "Simon Julia Martin Lena Marek Ada"
).split()
_ONSETS, _MIDDLES, _ENDS = "Bar Dor Fen Gal Hal Kor Lem Mor Nes Pol Rad Sel Tor Ved Wil".split(), "an ov el ish am ed".split(), "berg sky mar dell ten ius".split()
_POSTS = (
    "harbour master", "deputy mayor", "union leader", "opposition lawmaker", "head teacher", "hospital director", "police spokeswoman", "village doctor",
    "bus driver", "tram driver", "shop owner", "retired engineer", "bishop", "fire chief", "town librarian", "crane operator", "student leader", "rescue diver",
    "local historian", "ferry captain",
)  # fmt: skip
_TOWNS = ("Varnholm", "Tessin", "Ostermund", "Halvik", "Brennau", "Lowmark")
_WHO = (
    "the harbour", "the old bridge", "our school", "the night ferry", "the town council", "the water company", "this hospital", "the fish market", "the coal depot",
    "the tram line", "the new quarry", "our library",
)  # fmt: skip
_DOES = (
    "needs", "cannot do without", "has lost", "is waiting for", "deserves", "will never get", "has asked for", "was promised", "should have had", "must pay for",
)  # fmt: skip
_WHAT = ("a second crane", "a better roof", "more light at night", "a doctor on Sundays", "a new pump", "thirty more workers", "an honest answer", "a warmer winter", "the money for repairs")
_MORE = (
    "Nobody has told us why", "It is too late to turn back", "We have written four letters", "My neighbours think the same", "That is the whole story",
    "Everyone here knows it", "You only have to look out of the window", "The figures are on the table", "There is no second plan", "I have seen it for years",
)  # fmt: skip
_UNDER: dict[Layout, str] = {
    "casualties": "The names of those who died in the Varnholm flood\n\nThese are the names of the people who died when the river Ostra rose in the night of the "
    "storm. They are printed with their age and the town that they came from.\n\n",
    "delegation": "List of participants, Assembly of Coastal States\n\nThe following took part in the session in the town hall of Tessin.\n\n",
    "running": "Those who signed the Tessin letter\n\nThe open letter for a wider harbour lay in the town hall of Tessin for a month.\n\n",
}
_BELOW = "\n\nThe town has put up a board with all the names beside the door of the church on the harbour.\n"
_ORDERS = ("after", "after", "before", "between", "inside", "before", "long", "after", "between", "long before")
_MARKS = (("“", "”"), ('"', '"'))


@dataclass
class Quoted:
    """One quotation as it was put into the report: who said it, its sentences, each in one paragraph's marks, and how the cue stands to it."""

    speaker: str
    order: str
    said: list[str] = field(default_factory=list)


def names(count: int, seed: int = 7) -> list[str]:
    """So many invented names of people; the first 90 have surnames that no other of those has."""
    draw = Random(seed)
    last = [a + b + c for a in _ONSETS for b in _MIDDLES for c in _ENDS]
    draw.shuffle(last)
    return [f"{draw.choice(_GIVEN)} {last[number % len(last)]}" for number in range(count)]


def quotations(count: int, seed: int = 3) -> tuple[str, list[Quoted]]:
    """A report of so many quotations by twenty people, and what stands in it."""
    draw = Random(seed)
    people = names(len(_POSTS))
    thoughts = [f"{a} {b} {c}" for a in _WHO for b in _DOES for c in _WHAT]
    draw.shuffle(thoughts)
    paragraphs = ["What the people of Varnholm say about their town", "Twenty people from Varnholm and the villages around it spoke to The Harbour Courier this week."]
    made: list[Quoted] = []
    for number in range(count):
        who = people[number % len(people)]
        if number < len(people):
            quoted = Quoted(who, ("before", "first")[number % 2])
            name = f"{who}, the {_POSTS[number]}" + ("," if quoted.order == "before" else "")
        else:
            quoted, name = Quoted(who, _ORDERS[number % len(_ORDERS)]), draw.choice((who, who.split()[-1]))
        paragraphs += _told(quoted, name, thoughts[number], draw)
        made.append(quoted)
    return "\n\n".join(paragraphs) + "\n", made


def _told(quoted: Quoted, name: str, thought: str, draw: Random) -> list[str]:
    """The paragraphs of one quotation; what stands in its marks is noted in `quoted`."""
    left, right = draw.choice(_MARKS)
    first, more, last = thought[0].upper() + thought[1:], *draw.sample(_MORE, 2)
    verb = draw.choice(("said", "said", "added", "told the paper"))
    match quoted.order:
        case "first":
            quoted.said = [first]
            return [f"{left}{first},{right} said {name}."]
        case "after":
            quoted.said = [first]
            return [f"{left}{first},{right} {name} {verb}."]
        case "before":
            quoted.said = [f"{first}. {more}"]
            return [f"{name} {verb}: {left}{first}. {more}.{right}"]
        case "between":
            quoted.said = [first, more]
            return [f"{left}{first},{right} {name} {verb}. {left}{more}.{right}"]
        case "inside":
            quoted.said = ["I can tell you", f"that {thought}"]
            return [f"{left}I can tell you,{right} {name} {verb}, {left}that {thought}.{right}"]
        case "long":
            quoted.said = [f"{first}. {more}", last]
            return [f"{left}{first}. {more}.", f"{left}{last},{right} {name} {verb}."]
        case _:
            quoted.said = [f"{first}. {more}", last]
            return [f"{name} {verb}: {left}{first}. {more}.", f"{left}{last}.{right}"]


def listed(count: int, layout: Layout, seed: int = 11) -> str:
    """A list of so many names, as the dead, as a delegation or as one running text are printed, with a line or two above and below."""
    draw = Random(seed)
    people = names(count, seed)
    match layout:
        case "casualties":
            lines = [f"{n}. {who}, {draw.randint(18, 88)}, {draw.choice(_TOWNS)}" for n, who in enumerate(people, 1)]
            return _UNDER["casualties"] + "\n".join(lines) + _BELOW
        case "delegation":
            lines = [f"{draw.choice(('Mr', 'Ms', 'Dr'))} {who}, {draw.choice(_POSTS)}, {draw.choice(_TOWNS)}" for who in people]
            return _UNDER["delegation"] + "\n\n".join(lines) + _BELOW
        case _:
            return _UNDER["running"] + "The letter was signed by " + ", ".join(people[:-1]) + f" and {people[-1]}." + _BELOW
