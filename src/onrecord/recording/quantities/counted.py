"""What a figure counts: the noun it stands before, and the verb or noun that governs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from onrecord.facts import counted
from onrecord.record.items import Counts

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

_MEASURES = frozenset(
    "km kilometer kilometers kilometre kilometres mile miles meter meters metre metres m feet foot ft inch inches cm mm hectare hectares acre acres ton tons tonne tonnes kg kilogram kilograms"
    " kilo kilos gram grams pounds pound ounce ounces barrel barrels litre litres liter liters gallon gallons degree degrees celsius fahrenheit mph kph knots megawatt megawatts mw kilowatt gw"
    " gigawatt gigawatts volts watts bpd cubic square light-years yards yard times occasions kilotons megatons terabytes gigabytes mb gb".split()
)
_PLURALS = frozenset(
    "people men women children police troops personnel staff cattle sheep aircraft crew servicemen policemen dead wounded injured killed missing hostages lives bodies members".split()
)
_STOP = frozenset(
    "the a an of in on at to for from by with as and or but nor that which who whom whose when where while after before since until because if than then so yet is are was were be been being has have had"
    " do does did will would can could may might must shall should not no per about into over under out up down off through during between among against across near around without within".split()
)
_SINGULAR_S = frozenset("is was has this his its us yes less news series across plus versus thus always was does".split())
_PARTICIPLES = frozenset("killed dead wounded injured missing arrested detained displaced homeless hospitalized hospitalised hurt infected".split())
_SUFFERERS = frozenset("dead wounded injured missing".split())
_GAP = re.compile(r"(?:[^\n,;:()\u2013\u2014\"\u201c\u201d]|(?<=\w),(?=\s\w+,?\s)){0,60}")
_WORDS = re.compile(r"[\s\u00a0]*([^\s,.;:!?()\"\u201c\u201d\u2014]+)([,.;:!?()\"\u201c\u201d\u2014]?)")
_LIST = frozenset(get_args(Counts))


def unit_of(draft: Draft, start: int, end: int) -> tuple[str | None, int]:
    """The noun that a figure at characters `start` to `end` counts (lower case), and where its phrase ends; null with `end` where there is none."""
    by_parse = _unit_by_heads(draft, start, end)
    return by_parse if by_parse is not None else _unit_by_words(draft.text, end)


def _unit_by_heads(draft: Draft, start: int, end: int) -> tuple[str | None, int] | None:
    """The noun whose `nummod` the figure is, or that it is a noun "of" ("dozens of people"); null where the parse does not tell."""
    tokens = draft.marks.tokens
    if not tokens:
        return None
    inside = draft.marks.between(start, end)
    for i in inside:
        token = tokens[i]
        if token.relation.startswith("nummod") and token.head not in inside and token.head >= 0:
            head = tokens[token.head]
            plain = head.upos in ("NOUN", "PROPN", "SYM") or head.text.lower() in _SUFFERERS
            if head.start >= end and plain and _GAP.fullmatch(draft.text, end, head.start):
                return _named(draft, end, head.start, head.text.lower()), head.end
        if token.upos in ("NOUN", "NUM") and token.head not in inside:
            for child in draft.marks.children[i]:
                below = tokens[child]
                if below.relation == "nmod" and below.start >= end and below.start - end < 60 and draft.text[end:].lstrip()[:3] == "of ":
                    return below.text.lower(), below.end
    return None


def _named(draft: Draft, end: int, start: int, unit: str) -> str | None:
    """The unit as it is called: square miles whole, "more" is none."""
    if unit == "more":
        return None
    square = re.search(r"\b(square|cubic)\s+$", draft.text[end:start], re.IGNORECASE)
    return f"{square[1].lower()} {unit}" if square else unit


def _unit_by_words(text: str, end: int) -> tuple[str | None, int]:
    """The first plural, people word or measure among the next words; adjectives and nationalities before it are skipped."""
    at, last = end, end
    skipped_of = False
    for step in range(6):
        m = _WORDS.match(text, at)
        if m is None or "\n" in text[at : m.start(1)]:
            break
        word = m[1]
        low = word.lower().removesuffix("'s").removesuffix("\u2019s")
        if low == "of" and step == 0:
            skipped_of, at = True, m.end(1)
            continue
        if (
            low in ("the", "its", "their", "his", "other", "more", "people's", "additional", "such", "these", "those")
            and step <= 2
            and (skipped_of or low in ("other", "more", "additional"))
        ):
            at = m.end(1)
            continue
        if low.strip("-") in _MEASURES:
            if low in ("square", "cubic"):
                nxt = _WORDS.match(text, m.end(1))
                if nxt is not None:
                    return f"{low} {nxt[1].lower()}", nxt.end(1)
            return low, m.end(1)
        if low in _STOP or (low in _PARTICIPLES and step == 0 and low not in ("dead", "wounded", "injured", "missing")):
            break
        if low in _PLURALS or (low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and low not in _SINGULAR_S and not word.isupper()):
            return low, m.end(1)
        last = m.end(1)
        if m[2]:
            break
        at = last
    return None, end


def is_measure(unit: str | None) -> bool:
    """Whether the unit measures (kilometres, tonnes) and does not count."""
    return unit is not None and unit.split()[-1] in _MEASURES


def counts_of(draft: Draft, start: int, end: int, unit: str | None, unit_end: int) -> tuple[Counts, str]:
    """What a figure counts and the rule that says so; `unit_end` is where its noun phrase ends."""
    text = draft.text
    known = counted.noun(unit.split()[-1]) if unit else None
    if unit in ("lives", "life") and not re.search(
        r"\b(?:lost|lose|losing|claim\w*|cost\w*|took|taken?|taking|killed)\W+(?:\w+\W+){0,3}$", text[max(0, start - 40) : start], re.IGNORECASE
    ):
        known = None
    if unit in ("rounds", "bombers", "victims", "shells", "mines", "jets") and known == "weapons":
        known = _checked(text, unit, unit_end)
    if unit == "vehicles" and re.search(r"\b(?:armou?red|combat|fighting)\s+\w*$", text[end:unit_end], re.IGNORECASE):
        known = "weapons"
    if known is None and (state := _STATE.search(text, end, unit_end)) is not None:
        return _counts(_STATES[state[1].lower()]), f"state: {state[1].lower()}"
    verb = _governing(draft, start, end, unit_end)
    if known in _LIST:
        if (
            known in ("participants", "displaced", "arrested", "casualties")
            and verb is not None
            and verb[0] in ("killed", "wounded", "arrested")
            and known != verb[0]
        ):
            return _counts(verb[0]), f"verb: {verb[1]}"
        return _counts(known or "other"), f"noun: {unit}"
    if verb is not None and not is_measure(unit):
        if verb[0] == "deployed" and known != "force":
            return "other", "no cue"
        return _counts(verb[0]), f"verb: {verb[1]}"
    return "other", "no cue"


def _counts(word: str) -> Counts:
    return word if word in _LIST else "other"  # type: ignore[return-value]


def _checked(text: str, unit: str, unit_end: int) -> str | None:
    """Whether an ambiguous word means weapons here."""
    after = text[unit_end : unit_end + 25].lower()
    if unit == "rounds":
        return "weapons" if re.match(r"\s+of\s+(?:\w+\s+)?(?:ammunition|mortar|artillery)", after) else None
    if unit == "bombers":
        return None if "suicide" in text[max(0, unit_end - 16) : unit_end].lower() else "weapons"
    if unit == "mines":
        return "weapons" if re.search(r"land|anti|naval|sea", text[max(0, unit_end - 22) : unit_end].lower()) else None
    if unit == "jets":
        return "weapons" if re.search(r"fighter|war|combat|f-|fire|jets", text[max(0, unit_end - 20) : unit_end].lower()) else None
    return "weapons"


_STATES = {"wounded": "wounded", "injured": "wounded", "dead": "killed", "detained": "arrested", "arrested": "arrested", "jailed": "arrested", "displaced": "displaced"}
_STATE = re.compile(rf"\b({'|'.join(_STATES)})\s+(?:[\w-]+\s+){{0,2}}[\w-]+$", re.IGNORECASE)
_TOOK_PART = re.compile(r"\s+(?:\w+\s+)?(?:(?:took|take|taken|taking)\s+part|turned\s+out|joined\s+(?:a|an|the|in)\s+(?:\w+\s+)?(?:march|protests?|rally|demonstrations?))\b")
_SUFFERED = re.compile(r"\b(deaths?|injur(?:y|ies)|wounding)\s+(?:of|to)\s+(?:(?:at least|some|about|around|up to|more than|over)\s+)?$", re.IGNORECASE)
_DESCRIBED = re.compile(r"\bof\s+(?:(?:those|people|the|all|some)\s+)+$", re.IGNORECASE)
_BREAK = re.compile(r"[;:\n\u2014\"\u201c\u201d]|\.(?=\s|$)")
_AFTER = re.compile(
    r"^(?:(?:\s+|,\s+)(?!(?:and|but|while|as|after|when|killing|wounding|injuring|leaving)\b)[\w'\u2019-]+(?:,\s+(?:including|among|mostly|most|many|some|all)\b[^,.;]{0,60},)?){0,7}?\s*"
    r"(?:(?:and|or)\s+(?:an?|one|his|her|their)\s+[\w-]+\s+(?:[\w-]+\s+)?(?:were|was|had|have|are|been|also|\s)*)?\b(?P<word>killed|dead|died|wounded|injured|hurt|homeless|arrested|detained|jailed|imprisoned|captured|hospitali[sz]ed|displaced|evacuated|fled|perished|drowned|executed|slain|murdered|deployed|dispatched"
    r"|stationed|sent|mobili[sz]ed|marched|rallied|protested|gathered|attended|demonstrated|participated|die|killings|deaths|massacred|beheaded)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"[A-Za-z]+")


def _governing(draft: Draft, start: int, end: int, unit_end: int) -> tuple[str, str] | None:
    """The counting verb that governs the figure: behind it in the clause ("12 people were killed"), else before it ("killed 12 people")."""
    text = draft.text
    ahead = _BREAK.split(text[unit_end : unit_end + 140])[0]
    ahead = re.split(r"\s(?=\d)|,\s+(?=(?:and|while|as|after|when|killing|wounding|injuring|leaving)\b)", ahead)[0]
    behind = _BREAK.split(text[max(0, start - 110) : start])[-1]
    behind = (
        re.split(r"\d[\d,.]*", behind)[-1]
        if not re.search(r"\b(?:killed|killing|wounded|wounding|injured|injuring|arrested)\b[^,]*$", behind)
        else behind
    )
    if _TOOK_PART.match(ahead):
        return "participants", "took part"
    if (noun := _SUFFERED.search(behind)) is not None:
        return ("killed" if noun[1].lower().startswith("death") else "wounded"), noun[1]
    later = _AFTER.match(ahead)
    if later is not None and _DESCRIBED.search(ahead[: later.start("word")]):  # "300 relatives of those killed gathered"
        later = _AFTER.match(ahead[: later.start("word")] + "-" * len(later["word"]) + ahead[later.end("word") :])
    before = None
    for m in _VERB.finditer(behind):
        found = counted.verb(m[0])
        if m[0].lower() == "jail" and re.search(r"\bin\s+$", behind[: m.start()]):
            continue
        if found is not None and (
            m[0].lower()
            not in ("claim", "claims", "claimed", "claiming", "mass", "leave", "left", "march", "station", "stations", "rally", "protest", "protests")
        ):
            before = found, m[0], len(behind) - m.end()
    if re.search(r"\btoll\b|\bnumber of (?:the )?(?:dead|deaths|killed|fatalities)\b", behind, re.IGNORECASE) and not later:
        return "killed", "toll"
    if unit_end == end and re.search(
        r"\b(?:crowds?|gathering|march|rally|procession)\s+of\s+(?:\w+\s+)?$", text[max(0, start - 40) : start], re.IGNORECASE
    ):
        return "participants", "crowd"
    if re.search(r"\b(?:lost|loss of|losing)\s+(?:\w+\s+){0,3}$", behind) and text[start:unit_end].lower().endswith("lives"):
        return "killed", "lost lives"
    if later is not None and (
        before is None
        or before[2] > 25
        or not ahead[: later.start("word")].strip()
        or re.search(r"\b(?:were|was|been|be|being|are|is|found|reported|confirmed|left|feared)\s+(?:\w+\s+)?$", later.group()[: -len(later["word"])])
    ):
        word = later["word"]
        found = counted.verb(word) or counted.noun(word)
        if found is not None:
            return found, word
    if before is not None and before[2] < 70:
        return before[0], before[1]
    return None
