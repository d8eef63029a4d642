"""Base forms of English words: irregular forms by table, regular ones by rule (`resources/lemmas.csv`, `resources/base_forms.csv`)."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = {"NOUN": ("NN",), "VERB": ("VB", "VBP", "MD"), "AUX": ("VB", "VBP"), "ADJ": ("JJ",), "ADV": ("RB",)}
_VERBAL = ("VBZ", "VBD", "VBN", "VBG")
INFLECTED = {"NOUN": ("NNS",), "VERB": _VERBAL, "AUX": _VERBAL, "ADJ": ("JJR", "JJS"), "ADV": ("RBR", "RBS")}
PREFIXES = ("over", "under", "counter", "inter", "super", "trans", "fore", "mis", "out", "pre", "dis", "un", "re", "de", "co", "up")
_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


class Tables(msgspec.Struct, frozen=True):
    """Base forms, sorted, by part of speech; lemmas of irregular and ambiguous forms by part of speech, or by it and the Penn tag (`VERB/VBD`)."""

    bases: dict[str, list[str]]
    irregular: dict[str, dict[str, str]]

    def lemma(self, form: str, upos: str, xpos: str) -> str | None:
        """The base form of `form`, or null where neither table nor rule knows it; a proper noun is its own."""
        if upos == "PROPN":
            return form
        if xpos in ("NNP", "NNPS") and form[:1].isupper():  # a word of a name: United, Breaking
            base = self.lemma(form.lower(), upos, "VBG" if form.endswith("ing") else "VBN") if upos == "VERB" else None
            return form if base is None else base.capitalize()
        low = form.lower().replace("’", "'")
        listed = self._listed(low, upos, xpos)
        if listed is not None:
            return listed
        if upos == "NOUN" and len(form) > 2 and form[:-1].isupper() and (form[-1] == "s" or xpos == "NN"):
            return form[:-1] if form[-1] == "s" else self._own(form, low, upos)
        if upos not in PLAIN:
            return self._own(form, low, upos) or (low if upos in ("INTJ", "NUM") and form.isalpha() and form[1:].islower() else None)
        if xpos in PLAIN[upos]:
            lowered = low if form == low or (upos != "ADJ" and form[1:].islower()) else None
            return self._own(form, low, upos) or self._elsewhere(low, upos) or self._regular(low, upos, "") or lowered
        if xpos in INFLECTED[upos]:
            return self._regular(low, upos, xpos) or self._own(form, low, upos) or _plural(low, xpos)
        return self._own(form, low, upos) or self._elsewhere(low, upos) or self._regular(low, upos, "")

    def knows(self, word: str, upos: str) -> bool:
        """Whether `word` is a known base form of this part of speech."""
        return self.lists(word, upos) or (upos in ("NOUN", "AUX") and self.lists(word, "VERB"))

    def has(self, low: str, upos: str) -> bool:
        """Whether `low` is a known form of this part of speech: a base form, a listed one, or one made of a base form by rule."""
        if self.lists(low, upos) or any(low in forms for tag, forms in self.irregular.items() if tag.partition("/")[0] == upos):
            return True
        return any(self.lists(word, upos) for word in _candidates(low, upos, ""))

    def lists(self, word: str, upos: str) -> bool:
        """Whether `word` stands among the base forms of just this part of speech."""
        words = self.bases.get(upos, [])
        at = bisect_left(words, word)
        return at < len(words) and words[at] == word

    def _own(self, form: str, low: str, upos: str) -> str | None:
        """The form itself where it is a base form: as it is written (American, TV), or lowered."""
        if upos == "NOUN" and len(form) == 1 and form.isupper():
            return form
        return next((word for word in (form, low) if self.knows(word, upos)), None)

    def _listed(self, low: str, upos: str, xpos: str) -> str | None:
        found = self.irregular.get(f"{upos}/{xpos}", {}).get(low)
        if found is None and xpos not in PLAIN.get(upos, ()):
            found = self.irregular.get(upos, {}).get(low)
        return found

    def _elsewhere(self, low: str, upos: str) -> str | None:
        """The lemma under another tag, for a form that this tag cannot have."""
        tags = ("MD", "VBP", *INFLECTED[upos]) if upos == "AUX" else INFLECTED[upos]
        return next((found for tag in tags if (found := self._listed(low, upos, tag)) is not None), None)

    def _regular(self, low: str, upos: str, xpos: str) -> str | None:
        """The best known base that the rules for this tag (all of the part of speech where the tag is empty) make of the form."""
        candidates = list(_candidates(low, upos, xpos))
        for word in candidates:
            if self.lists(word, upos):
                return word
        for word in candidates:
            if self.knows(word, upos):
                return word
        return self._by_its_end(low, upos, xpos)

    def _by_its_end(self, low: str, upos: str, xpos: str) -> str | None:
        """The same for what stands after a hyphen or a prefix: re-elected, overcharged."""
        head, hyphen, last = low.rpartition("-")
        if not hyphen:
            head = next((prefix for prefix in PREFIXES if low.startswith(prefix) and len(low) > len(prefix) + 3), "")
            last = low[len(head) :]
        if not head or not last:
            return None
        found = self._listed(last, upos, xpos) or next((word for word in _candidates(last, upos, xpos) if self.knows(word, upos)), None)
        return None if found is None else head + hyphen + found


def _candidates(low: str, upos: str, xpos: str) -> Iterator[str]:
    """What the form may be made of by the regular rules, likeliest first."""
    if upos == "NOUN" and xpos in ("", "NNS"):
        yield from _without_s(low)
        if low.endswith("ves"):
            yield low[:-3] + "f"
            yield low[:-3] + "fe"
    elif upos in ("VERB", "AUX"):
        if xpos in ("", "VBZ"):
            yield from _without_s(low)
        if xpos in ("", "VBD", "VBN"):
            yield from _without(low, "ed")
        if xpos in ("", "VBG"):
            yield from _without(low, "ing")
            if low.endswith("in'"):
                yield from _without(low[:-1] + "g", "ing")
    elif upos in ("ADJ", "ADV"):
        if xpos in ("", "JJR", "RBR"):
            yield from _without(low, "er")
        if xpos in ("", "JJS", "RBS"):
            yield from _without(low, "est")


def _without_s(low: str) -> Iterator[str]:
    """Plurals and third persons: carries, passes, takes."""
    if not low.endswith("s") or low.endswith("ss") or len(low) < 3:
        return
    if low.endswith("ies"):
        yield low[:-3] + "y"
    if low.endswith("es") and low[:-2].endswith(_HISSING):
        if not low[:-2].endswith(("s", "z")) or low[:-2].endswith(("ss", "zz")):
            yield low[:-2]
        else:
            yield low[:-1]
            yield low[:-2]
    yield low[:-1].removesuffix("'")
    if low.endswith("es"):
        yield low[:-2]
        if low.endswith(("sses", "zzes")):
            yield low[:-3]
    if low.endswith("'s"):
        yield low[:-2]


def _without(low: str, ending: str) -> Iterator[str]:
    """Forms in -ed, -ing, -er and -est: carried, dying, planned, hoped, added."""
    if not low.endswith(ending) or len(low) < len(ending) + 2:
        return
    stem = low[: -len(ending)]
    if ending == "ing" and stem.endswith("y") and len(stem) < 4:
        yield stem[:-1] + "ie"
    if ending != "ing" and stem.endswith("i"):
        yield stem[:-1] + "y"
    if stem.endswith("ick") and len(stem) > 5:
        yield stem[:-1]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem
        yield stem[:-1]
    elif _short(stem) or (ending == "ed" and stem.endswith("e")):
        yield stem + "e"
        yield stem
    else:
        yield stem
        yield stem + "e"


def _plural(low: str, xpos: str) -> str | None:
    """The singular of an unlisted plural whose ending leaves no choice."""
    if xpos == "NNS" and low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    if xpos == "NNS" and low.endswith("s") and low[:-1].isalpha() and len(low) > 3:
        if low.endswith("ies") and len(low) > 5:
            return low[:-3] + "y"
        if low[-2] not in "aeiousxzh":
            return low[:-1]
    return None


def _short(stem: str) -> bool:
    """Whether the stem would have doubled its last consonant had it not ended in e: hop(e), not rain or visit."""
    return (
        len(stem) > 2
        and stem[-1] not in "aeiouwxy"
        and stem[-2] in _VOWELS
        and stem[-3] not in _VOWELS
        and sum(letter in "aeiouy" for letter in stem) == 1
    )


class _Stored(msgspec.Struct, frozen=True):
    bases: dict[str, str]
    irregular: dict[str, dict[str, str]]


@cache
def tables() -> Tables:
    """The compiled tables."""
    stored = msgspec.json.decode(files("onrecord").joinpath("data/lemmas.json").read_bytes(), type=_Stored)
    return Tables({upos: words.split(" ") for upos, words in stored.bases.items()}, stored.irregular)


@lru_cache(20_000)
def lemma(form: str, upos: str, xpos: str) -> str | None:
    """The base form of `form` with these tags, or null where it is not known; a proper noun keeps its form."""
    return tables().lemma(form, upos, xpos)


def is_base(word: str, upos: str) -> bool:
    """Whether `word` is a known base form of this part of speech."""
    return tables().knows(word, upos)


def has(low: str, upos: str) -> bool:
    """Whether the form, lower case, is a known one of this part of speech (Universal Dependencies)."""
    return tables().has(low, upos)
