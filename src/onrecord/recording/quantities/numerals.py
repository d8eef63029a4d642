"""Numbers as English news writes them: digits with scales, words, halves, and how many an indefinite number word is at least."""

from __future__ import annotations

import re

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12, "lakh": 10**5, "crore": 10**7}
SHORT_SCALES = {"m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "b": 10**9, "tn": 10**12, "trn": 10**12, "k": 10**3}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20,
}  # fmt: skip
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_TEN = "|".join(TENS)
_SCALE = "|".join(SCALES)
SMALL = rf"(?:(?:{_TEN})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine)(?!\w))?|{_UNIT})"
_HALF = r"(?:\s+and\s+(?:a\s+half|a\s+quarter|one[\s-]half))"
DIGITS = r"(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+(?:\.\d+)?)(?:\s?[½¼¾⅓⅔]|\s\d/\d(?!\d))?|[½¼¾⅓⅔]"
_GROUP = rf"(?:(?:{SMALL}|an?)\s+hundred(?:\s+(?:and\s+)?{SMALL})?|{SMALL}(?:-hundred)?)"
_BIG = r"(?:thousand|million|billion|trillion|dozen|lakh|crore)(?!\w)"
WORDS = (
    rf"(?:half\s+an?\s+(?:{_SCALE})|(?:a|one)\s+(?:quarter|half)\s+(?:of\s+)?an?\s+(?:{_SCALE})"
    rf"|{_GROUP}(?!\w)(?:(?:[\s-]{_BIG})+(?:,?\s+(?:and\s+)?{_GROUP}(?!\w)(?:[\s-]{_BIG})*)*)?|an?\s+(?:{_SCALE}))(?!\w)"
)
NUMBER = rf"(?:(?:(?:{DIGITS})(?:{_HALF})?(?:[\s-](?:{_SCALE})(?!\w))*|{WORDS})(?:{_HALF}(?:\s+(?:{_SCALE})(?!\w))?)?)"
_TOKEN = re.compile(rf"{DIGITS}|[a-z]+|\d/\d", re.IGNORECASE)


def number(text: str) -> float | None:
    """The value of a number written in digits, words or both ("2.5 million", "two and a half million", "a hundred and twenty"), or null."""
    words = _TOKEN.findall(text.lower().replace("-", " "))
    total, group, seen = 0.0, 0.0, False
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        if word[0].isdigit() or word[0] in FRACTIONS:
            group += _digits(word)
        elif word in UNITS or word in TENS:
            group += UNITS.get(word, TENS.get(word, 0))
        elif word in ("half", "quarter"):
            group += 0.5 if word == "half" else 0.25
            after = words[i + 1 :]
            if before in ("a", "one") and not total and group in (0.5, 1.5, 0.25, 1.25) and any(w in SCALES for w in after):
                group %= 1
        elif word in SCALES or (word in SHORT_SCALES and i):
            scale = SCALES.get(word, SHORT_SCALES.get(word, 1))
            if scale == 10**2 or (scale == 12 and not total):
                group = (group or 1) * scale
            else:
                total, group = total + (group or 1 if not total or group else 0) * scale, 0.0
        elif word not in ("a", "an", "and", "of"):
            return None
        seen = seen or word not in ("a", "an", "and", "of")
    return round(total + group, 6) if seen else None


def ordinal(text: str) -> int | None:
    """The value of an ordinal ("third", "twenty-first", "20th"), or null."""
    word = text.lower().strip()
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    if digits:
        return int(digits[1])
    if word in ORDINALS:
        return ORDINALS[word]
    ten, _, unit = word.replace("-", " ").partition(" ")
    if ten in TENS and unit in ORDINALS and ORDINALS[unit] < 10:
        return TENS[ten] + ORDINALS[unit]
    if word.endswith("ieth") and word[:-4] + "y" in TENS:
        return TENS[word[:-4] + "y"]
    return None


def _digits(word: str) -> float:
    """The value of digits with thousands separators, a vulgar fraction or both."""
    value = 0.0
    fraction = re.search(r"\s?([½¼¾⅓⅔])|\s(\d)/(\d)", word)
    if fraction:
        value = FRACTIONS[fraction[1]] if fraction[1] else int(fraction[2]) / max(1, int(fraction[3]))
        word = word[: fraction.start()]
    plain = re.sub(r"[,\s\u00a0\u202f]", "", word)
    return value + (float(plain) if plain else 0.0)
