"""Whether a stretch that looks like a time is one: years that count things, "may" and "march" the verbs, names that hold a month."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.times.meanings import Calendar, Clock, Expression, Length, Modified, Part, Relative, Vague, Weekday

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft

_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|during|from|to|through|between|and|or|last|next|this|early|late|mid|for|before|after|around|about|every|each|the|a|an|its|his|their|that|"
    r"beginning|ending|ended|starting|on|as|until|throughout|past|coming)\s+|[(,\u2013-]\s?|mid-|['\u2019]s\s+|^\s*)$",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(
    r"^(?:['\u2019]s\b|\s*[,.;:)]|\s+(?:and|or|to|through|until|last|this|of|when|after|at|with|as|elections?|vote|deadline|summit|meeting|attack|bombing)\b|\s*$)"
)
_VERB_MARCH = re.compile(r"^\s+(?:on|for|against|to|through|in|of|from|by|into|across|past|toward|towards|along)\s+(?:the\b|[A-Z])")
_COUNTED = re.compile(
    r"^\s+(?:people|troops|soldiers|men|women|children|civilians|refugees|police|officers|dollars|euros|pounds|yuan|won|yen|rubles|roubles|shares|tons|tonnes|meters|metres|feet|miles|km|"
    r"kilometers|kilometres|kg|hectares|acres|barrels|homes|houses|jobs|votes|members|workers|employees|megawatts|points|square|percent|mph|hours|or so people)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|before|after|during|between|and|or|early|late|mid|the|for|through|around|about|circa|last|that|a|an|its|his|her|their|as|on|back|autumn|fall|"
    r"spring|summer|winter|fiscal|calendar|year|due|at|when|into|with|than|over|our|season|throughout|beyond|pre|post|expected|ended|ending)[\s-]+|[(\u2013/]\s?|,\s|-\s?|['\u2019]s\s+|^\W*|[\"\u201c]|\n\s*)$",
    re.IGNORECASE,
)
_OLD_YEAR = re.compile(
    r"\b(?:(?:in|since|year|AD|until|till|circa)|(?:born|died|built|founded|written|painted|made)\s+(?:around|about|before|after))\s+$", re.IGNORECASE
)
_MONEY = re.compile(
    r"(?:[$\u20ac\u00a3\u00a5#\u20a9]|\bNo\.|\bnumber|\bRs\.?|\bUS\$|\bflight|\bresolution|\broute|\broom|\bhighway|\bover|\bnearly|\bsome|\balmost|\bthan|\bleast)\s*$",
    re.IGNORECASE,
)
_NOWADAYS = re.compile(r"['\u2019]s (?:world|youth|society|generation|economy|children|young)\b")  # of our days, not of this day
_PERSON_WORDS = frozenset({"April", "May", "June", "August", "Summer"})


def is_time(draft: Draft, expression: Expression) -> bool:
    """Whether the expression is a time where it stands."""
    text = draft.text
    words = text[expression.start : expression.end]
    before, after = text[max(0, expression.start - 30) : expression.start], text[expression.end : expression.end + 40]
    meaning = expression.meaning
    if _in_name(draft, expression):
        return False
    if (
        before.endswith("-")
        and not re.search(r"\b(?:mid|late|early|post|pre|then|to|from|mid-to-late)-$", before, re.IGNORECASE)
        and not re.search(r"\d\s?-$", before)
    ):
        return False
    if after[:1] in ("-", "\u2011") and re.match(r"[-\u2011](?:based|born|style|class|only|to-|\d)", after):
        return isinstance(meaning, Calendar) and after[1:5] == "born"
    if isinstance(meaning, Calendar) and meaning.month and not meaning.day and not meaning.year:
        return _is_month(draft, expression, words, before, after)
    if isinstance(meaning, Calendar) and meaning.year and not meaning.month and words[:1].isdigit():
        return _is_year(draft, expression, meaning.year, before, after)
    if (
        isinstance(meaning, Relative)
        and words.istitle()
        and re.search(r"(?:\b[A-Z]\w+|[\"\u201c'`\u2018])\s*$", before)
        and not re.search(r"[.!?]\W*$", before)
    ):
        return bool(re.match(r"[,.]?\s+[a-z]", after)) and before.rstrip()[-1:] in "\"\u201c'`\u2018" and " " not in words
    if isinstance(meaning, Length):
        token = draft.marks.at(expression.start)
        if words.lower().startswith("last ") and token is not None and draft.marks.tokens[token].upos == "VERB":
            return False
        return _is_length(words, before, after)
    if isinstance(meaning, Weekday) and words.endswith("."):
        return before[-1:] in ("", " ", "(", "\n")
    if isinstance(meaning, Clock) and ":" in words and not meaning.half and not meaning.zone and meaning.day is None:
        return not re.search(r"\b(?:Psalm|Matthew|Mark|Luke|John|Genesis|won|beat|record|verse|score|lost|odds|ratio)\s+(?:\w+\s+)?$", before)
    if isinstance(meaning, Part) and meaning.unit != "season" and words.lower().startswith(("last", "final")) and not meaning.year:
        return "of" in after[:4]
    if (
        isinstance(meaning, Part)
        and meaning.unit == "half"
        and re.match(r"\s+of\s+(?:the|a|an|his|her|their|our)\s+(?!\w*\s*(?:year|decade|century|month)\b)", after)
    ):
        return False
    if meaning == Relative("day", 0) and _NOWADAYS.match(after):
        return False
    if isinstance(meaning, Vague) and words.lower() in ("now", "soon"):
        return not after.startswith("-")
    return True


def _in_name(draft: Draft, expression: Expression) -> bool:
    """Whether a day of the week is part of a name that goes on with a capital, or that a capital begins ("the Sunday Tribune")."""
    if not isinstance(expression.meaning, Weekday):
        return False
    text = draft.text
    return any(
        name.label in ("ORGANIZATION", "PRODUCT", "MISC", "FACILITY", "PERSON")
        and name.start <= expression.start
        and expression.end <= name.end
        and (bool(re.match(r"\s+[A-Z]", text[expression.end : name.end])) or bool(re.search(r"[A-Z]\w*\s+$", text[name.start : expression.start])))
        for name in draft.marks.names
    )


def stands(text: str, expression: Expression) -> bool:
    """Whether the expression stands by itself: a bare "night" does only as part of "Friday night" or after "in the"."""
    inner = expression.meaning.meaning if isinstance(expression.meaning, Modified) else expression.meaning
    if isinstance(inner, Clock) and inner.hour is None and inner.day is None:
        words = text[expression.start : expression.end].lower()
        before, after = text[max(0, expression.start - 12) : expression.start], text[expression.end : expression.end + 20]
        if words in ("overnight", "lunchtime"):
            return True
        return (
            words.startswith(("the", "this"))
            and bool(re.search(r"\b(?:in|during|by|later in|early in)\s+$", before))
            and not re.match(r"\s+(?:of|sky|air)\b", after)
        )
    return True


def _is_month(draft: Draft, expression: Expression, words: str, before: str, after: str) -> bool:
    """Months are names: not "march" the verb, not "May" before a verb, not April the woman."""
    name = words.rsplit(maxsplit=1)[-1]
    if words != name:
        return True
    token = draft.marks.at(expression.start)
    if token is not None and draft.marks.tokens[token].xpos == "MD":
        return False
    if any(n.label in ("PERSON", "ORGANIZATION", "PRODUCT") and n.start < expression.end and expression.start < n.end for n in draft.marks.names):
        return False
    placed = bool(_BEFORE_MONTH.search(before))
    if name in ("May", "MAY"):
        return (
            placed
            and not re.match(r"\s+(?:be|have|not|also|well|yet|soon|said|told|has|was|is|'s (?:government|party))\b", after)
            and (before.strip() != "" or bool(_AFTER_MONTH.match(after)))
        )
    if name in ("March", "MARCH"):
        return (placed and not _VERB_MARCH.match(after) and not re.search(r"\b(?:the|a|an)\s+$", before)) or bool(
            _AFTER_MONTH.match(after) and re.search(r"\b(?:in|since|by|of|last|until)\s+$", before)
        )
    if name in _PERSON_WORDS and re.match(r"\s+[A-Z][a-z]+", after):
        return bool(re.search(r"\b(?:in|since|by|until|last|during|the|an?|next|this)\s+$", before))
    return placed or bool(_AFTER_MONTH.match(after))


def _is_year(draft: Draft, expression: Expression, year: int, before: str, after: str) -> bool:
    """Four digits that do not count anything."""
    if _MONEY.search(before) or _COUNTED.match(after) or not 1000 < year < 2200:
        return False
    if re.match(r"\s?(?:[%\u20ac\u00b0]|percent|per cent|million|billion|thousand|m\b|km|kg|ft)", after):
        return False
    if year < 1500:
        return bool(_OLD_YEAR.search(before)) and not re.match(r"\s+[a-z]+s\b", after)
    token = draft.marks.at(expression.start)
    if token is not None and 0 < token < len(draft.marks.tokens) - 1:
        words = draft.marks.tokens
        counted = words[words[token].head].xpos == "NNS" if words[token].relation == "nummod" else False
        taken = words[token - 1].upos == "VERB" and words[token + 1].xpos == "NNS" and words[token + 1].head == token - 1
        if (counted or taken) and not re.search(r"\b(?:the|in|of|its|his|their)\s+$", before):
            return False
    return bool(_YEAR_BEFORE.search(before)) or 1900 <= year <= 2100


def _is_length(words: str, before: str, after: str) -> bool:
    """Durations, but not the "second" of an order, "one day" of no day, or "a second man"."""
    low = words.lower()
    if (
        "second" in low
        and re.search(r"\b(?:a|the|one|second)\s+second$|^(?:a|the|\w+)[\s-]second$", low)
        and not re.match(r"\s+(?:later|ago|after)", after)
    ):
        return False
    if low == "minutes" and re.search(r"\b[Tt]he\s+$", before) and after.startswith(" of"):
        return False
    if re.match(r"-\w", words[-4:]) and words.istitle() and re.match(r"\s+[A-Z]", after):
        return False
    if re.match(r"(?:the )?(?:hundred|hundreds|thousand)\b", low) and "of" not in low:
        return False
    if low in ("one day", "some day", "a day", "some days") and not re.search(r"\b(?:for|in|than|within|about|nearly|of|just)\s+$", before):
        return low == "a day" and False
    if low in ("a minute", "a second", "days", "minutes", "hours"):
        return bool(re.search(r"\b(?:for|in|within|of|after|the|by|took|lasted|last)\s+$", before)) or bool(
            re.match(r"\s+(?:later|before|after|of|ago)\b", after)
        )
    if (
        "quarter" in low
        and (low.startswith(("three", "about three", "a quarter", "one")) or re.search(r"\d{4}", low))
        and re.match(r"\s+(?:of|to|the|a|\w+ed)\b|\s*$|-", after + " ")
    ):
        return False
    if re.match(r"(?:the )?(?:1[5-9]|20)\d\d\s", low) or (low in ("60 minutes", "48 hours") and words.istitle()):
        return False
    return not re.match(r"\s?%|-(?:track|time)\b", after)
