"""Variants of a report: everything that can be looked up or remembered is exchanged, everything that must be understood stays.

A variant is a set of words for fixed roles (who sends troops, to whom, who says so). The original report's own words, found in its text, give
the template at test time; nothing of the report is kept here but its names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True)
class State:
    """A state by its names. `short` as it stands before 's ("the North"), `acronym` bare, `tag` as a headline has it; null: not used."""

    code: str
    name: str
    demonym: str
    capital: str
    short: str | None = None
    acronym: str | None = None
    official: str | None = None
    tag: str | None = None
    article: bool = True


@dataclass(frozen=True)
class Person:
    """A person by full name; the last word is the family name."""

    name: str
    female: bool

    @property
    def family(self) -> str:
        return self.name.split()[-1]

    @property
    def pronouns(self) -> tuple[str, str]:
        """Subject and possessive."""
        return ("she", "her") if self.female else ("he", "his")


@dataclass(frozen=True)
class Variant:
    """Who stands in which role, and when it was published (`offset`: of the outlet's zone on that day)."""

    key: str
    publisher: str
    handle: str
    agency: str
    published: date
    clock: str
    offset: str
    days_before: int
    sender: State
    receiver: State
    victim: State
    witnesses: tuple[State, State]
    first: Person
    chief: Person
    second: Person
    office: str
    office_country: str
    leader: Person
    city: str
    sent: str
    losses: str

    @property
    def said_on(self) -> date:
        """The day that the weekday in the first sentence means."""
        return self.published - timedelta(days=self.days_before)

    @property
    def weekday(self) -> str:
        return self.said_on.strftime("%A")

    @property
    def stamp(self) -> str:
        """The line under the title, without its time."""
        month = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()[self.published.month - 1]
        return f"{month} {self.published.day}, {self.published.year}"

    @property
    def names_of_sender(self) -> list[str]:
        """Every way in which this variant's text names the sender."""
        s = self.sender
        return [x for x in (s.name, s.demonym, s.tag, s.short, s.acronym, s.official, s.capital) if x]

    @property
    def capitals(self) -> list[str]:
        """The capitals that stand for governments in the text."""
        return [self.sender.capital, self.receiver.capital, *(w.capital for w in self.witnesses)]

    @property
    def sent_value(self) -> int:
        return int(self.sent.replace(",", ""))

    @property
    def losses_value(self) -> int:
        return int(self.losses.replace(",", ""))


def pairs(v: Variant) -> list[tuple[str, str]]:
    """Slots and the words that fill them in `v`, longest and most particular first."""
    s = v.sender
    short = s.short or s.capital
    name = f"the {s.name}" if s.name.startswith(("United", "Democratic", "Central")) else s.name
    the_acronym = (("the " if s.article else "") + s.acronym) if s.acronym else s.name
    first, second, leader = v.first.pronouns, v.second.pronouns, v.leader.pronouns
    return [
        ("{publisher}", v.publisher), ("{handle}", v.handle), ("{agency}", v.agency), ("{stamp}", v.stamp), ("{clock}", v.clock),
        ("{weekday}", v.weekday),
        ("{official}", s.official or ""), ("{demonym}", s.demonym), ("{name}", name), ("{short}", short),
        ("{the acronym}", the_acronym), ("{acronym}", s.acronym or s.demonym), ("{tag}", s.tag or s.demonym), ("{capital}", s.capital),
        ("{receiver demonym}", v.receiver.demonym), ("{receiver}", v.receiver.name), ("{receiver capital}", v.receiver.capital),
        ("{victim}", v.victim.name), ("{witness 1}", v.witnesses[0].capital), ("{witness 2}", v.witnesses[1].capital),
        ("{first}", v.first.name), ("{first family}", v.first.family), ("{chief}", v.chief.name), ("{second}", v.second.name),
        ("{second family}", v.second.family), ("{leader}", v.leader.name), ("{leader family}", v.leader.family), ("{office}", v.office),
        ("{city}", v.city), ("{sent}", v.sent), ("{losses}", v.losses),
        ("{first he}", first[0]), ("{first He}", first[0].capitalize()), ("{second he}", second[0]), ("{second He}", second[0].capitalize()),
        ("{leader he}", leader[0]), ("{leader his}", leader[1]),
    ]  # fmt: skip


def template(text: str, original: Variant) -> str:
    """`text` with the words of the original's roles replaced by slots. Raises ValueError where a role's word is not in it."""
    out = text
    out = re.sub(rf"\b{original.leader.pronouns[0]} is now", "{leader he} is now", out)
    out = re.sub(rf"\b{original.leader.pronouns[1]}\b", "{leader his}", out)
    pronoun_slots = {"{first he}", "{first He}", "{second he}", "{second He}", "{leader he}", "{leader his}"}
    for slot, words in sorted(pairs(original), key=lambda pair: (pair[0] in pronoun_slots, -len(pair[1]))):
        if slot in ("{leader he}", "{leader his}"):
            continue
        found = out.replace(words, slot) if slot == "{the acronym}" else re.sub(rf"(?<![\w{{]){re.escape(words)}(?![\w}}])", slot, out)
        if found == out:
            message = f"{slot}: {words!r} does not stand in the report"
            raise ValueError(message)
        out = found
    return out


def text_of(v: Variant, from_template: str) -> str:
    """The report as it would read with the words of `v`."""
    out = from_template
    if v.sender.acronym is None:
        out = re.sub(r", using the acronym[^\"”.]*?\{official\}\.", ".", out)
    words = dict(pairs(v))
    out = re.sub(r"\{[^{}]+\}", lambda m: words[m[0]], out)
    return re.sub(r"(^|[.!?][\"”]? |\n)the (?=[A-Z])", lambda m: m[1] + "The ", out)


def later(v: Variant, **changes: object) -> Variant:
    """`v` with some roles filled otherwise."""
    return replace(v, **changes)  # type: ignore[arg-type]
