"""House style: dates, per cent, quotation marks, abbreviations, dashes, titles before names, from American to British print and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.reprints.spelling import american, british

if TYPE_CHECKING:
    from random import Random

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = {m[:3] + ".": m for m in _MONTHS if m not in ("May", "March", "June", "July", "April")} | {"Sept.": "September"}
_MONTH = "|".join(_MONTHS)
_AMERICAN_DATE = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:, (\d{{4}})\b|(?![\d,]*\d|%|:\d))")
_BRITISH_DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH})\b(?:,? (\d{{4}})\b)?")
_INITIALS = {"U.S.": "US", "U.N.": "UN", "U.K.": "UK", "E.U.": "EU", "U.A.E.": "UAE", "D.C.": "DC", "a.m.": "am", "p.m.": "pm"}
_RANKS = {"Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative", "Gen.": "General", "Lt.": "Lieutenant", "Col.": "Colonel", "Sgt.": "Sergeant", "Capt.": "Captain"}
_TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Madam|Hon|Rev|Eng|Engr|Sir|Chief|Alhaji)\.? (?=[A-Z])")
_AMERICAN_MARKS = re.compile(r"\b(?:U\.S\.|percent|\w+(?:ization|ized|izing)|color|center|defense|program|neighbor\w*|labor|behavior|(?:January|March|June|July|August|October) \d{1,2})(?!\w)")
_BRITISH_MARKS = re.compile(r"\b(?:per cent|\w{3,}(?:isation|ised|ising)|colour|centre|defence|programme|neighbour\w*|labour|behaviour|Mr [A-Z]\w+|\d{1,2} (?:January|March|June|July|August|October))(?!\w)")


def is_american(text: str) -> bool:
    """Whether more in the text looks American than British; where nothing tells, yes."""
    return len(_AMERICAN_MARKS.findall(text)) >= len(_BRITISH_MARKS.findall(text))


def restyled(text: str, luck: Random) -> str:
    """The text in the house style of a paper on the other side of the ocean: spelling, dates, marks, abbreviations, no titles, other dashes."""
    was = text
    text = to_british(text) if is_american(text) else to_american(text)
    text = _TITLES.sub("", text)
    text = quotes_turned(text)
    text = curled(text) if luck.random() < 0.5 else straightened(text)
    text = dashed(text, luck.choice([" – ", " - ", "—", " -- "]))
    title, line, rest = text.partition("\n")
    return text if text != was else re.sub(r"\b[a-z]{3,}\b", lambda m: m[0].capitalize(), title) + line + rest  # headlines in capitals


def to_british(text: str) -> str:
    """Spelling, dates, per cent, times, initials and ranks of a British paper."""
    for short, month in _SHORT.items():
        text = re.sub(rf"\b{re.escape(short)} (?=\d)", month + " ", text)
    text = _AMERICAN_DATE.sub(lambda m: f"{int(m[2])} {m[1]}" + (f" {m[3]}" if m[3] else ""), text)
    text = re.sub(r"\bpercent\b|(?<=\d) ?%", lambda m: "per cent" if m[0] == "percent" else " per cent", text)
    text = re.sub(r"\b(\d{1,2}):(\d\d) ?([ap])\.?m\b\.?", r"\1.\2\3m", text)
    for dotted, plain in _INITIALS.items():
        text = re.sub(rf"(?<![\w.]){re.escape(dotted)}(?=[\"”’]*\s*$)", plain + ".", text, flags=re.MULTILINE)
        text = re.sub(rf"(?<![\w.]){re.escape(dotted)}", plain, text)
    for short, rank in _RANKS.items():
        text = re.sub(rf"\b{re.escape(short)} (?=[A-Z])", rank + " ", text)
    text = re.sub(r"([$£€]\d[\d.,]*) (m|b)illion\b", lambda m: f"{m[1]}{m[2]}{'n' * (m[2] == 'b')}", text)
    return british(text)


def to_american(text: str) -> str:
    """Spelling, dates, percent, times, initials and ranks of an American paper."""
    text = _BRITISH_DATE.sub(lambda m: f"{m[2]} {int(m[1])}" + (f", {m[3]}" if m[3] else ""), text)
    text = re.sub(r"\bper cent\b|(?<=\d) ?%", lambda m: "percent" if m[0] == "per cent" else " percent", text)
    text = re.sub(r"\b(\d{1,2})[.:](\d\d) ?([ap])m\b", r"\1:\2 \3.m.", text)
    for dotted, plain in _INITIALS.items():
        if plain.isupper() and plain != "UAE":
            text = re.sub(rf"\b{plain}\b(?![.-])", dotted, text)
    for short, rank in _RANKS.items():
        text = re.sub(rf"\b{rank} (?=[A-Z])", short + " ", text)
    text = re.sub(r"([$£€]\d[\d.,]*) ?(m|bn)\b", lambda m: f"{m[1]} {'million' if m[2] == 'm' else 'billion'}", text)
    return american(text)


def quotes_turned(text: str) -> str:
    """Double quotation marks to single ones, those within to double; or single to double where the text has no double ones."""
    if not re.search('["“”]', text):
        inner = r"[^'‘’\n]*(?:(?<=\w)['’](?=\w)[^'‘’\n]*)*"
        return re.sub(rf"(?<![\w])['‘](?=\S)({inner})['’](?!\w)", r"“\1”", text)

    def turned(match: re.Match[str]) -> str:
        within = re.sub(r"(?<!\w)['‘]([^'‘’\n]+)['’](?!\w)", r"“\1”", match[1])
        return f"‘{within}’"

    text = re.sub(r"[\"“]([^\"“”\n]*)[\"”]", turned, text)
    return re.sub(r"^[\"“](?=\w)", "‘", text, flags=re.MULTILINE)  # a paragraph whose quotation goes on in the next


def straightened(text: str) -> str:
    """Straight quotation marks and apostrophes."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curled(text: str) -> str:
    """Curly quotation marks and apostrophes."""
    text = re.sub(r"(?<![\w.,!?])\"(?=\S)", "“", text).replace('"', "”")
    return re.sub(r"(?<![\w.,!?])'(?=\S)", "‘", text).replace("'", "’")


def dashed(text: str, dash: str) -> str:
    """All dashes between words in one form."""
    return re.sub(r"[ \t]*(?:—|–(?!\d)|--)[ \t]*|[ \t]+-[ \t]+", dash, text)
