"""A name as it is compared: letters folded, particles dropped, compound names made one word, each word with its sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from onrecord.facts import given_names, name_words, states
from onrecord.facts.name_words import NameWord

WordKind = NameWord | None
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "a", "ĸ": "k"},
)  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘`´ʻʼʽʾʿˈ′“”\"]")
_POSSESSIVE = re.compile(r"(?<=\w\w)['’]s\b")
_DOTS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NO_LETTER = re.compile(r"[\W\d_]")
_WORD = re.compile(r"[^\W_]+")
_SUN = {"ar": "r", "as": "s", "ash": "s", "at": "t", "ad": "d", "an": "n", "az": "z"}  # "az-Zawari": the article before its own consonant
_SERVANT = re.compile(r"abd|abd[aeou]l|abd[eu][rsdzn]")
_ARTICLES = frozenset({"al", "el", "ul", "ol", "ud", "ad", "ed", "il"})
_FATHER = {"abu": "abu", "abou": "abu", "aboo": "abu", "abul": "abu", "abil": "abu", "umm": "umm", "um": "umm", "oum": "umm"}
_FAITH = frozenset({"din", "deen", "dine", "eddin", "eddine", "uddin", "addin", "aldin", "uldin"})
_GOD = frozenset({"ullah", "allah", "ollah"})
_OFFICES = frozenset({"general", "president", "minister", "king", "prince"})  # in a body's name they are words like others, and tell little
_SPELLINGS = (
    ("ph", "f"), ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("dzh", "j"), ("dh", "d"), ("th", "t"), ("zh", "j"),
    ("dj", "j"), ("ck", "k"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
_ENDING = re.compile(r"(?<=[oue])(?:ff?|w|v)$")  # "-ov", "-ow", "-off", "-ev"
_SOFT = re.compile(r"c(?=[eiy])")
_HARD = re.compile(r"c(?!h)")
_BRIGHT = re.compile(r"a?[eiy]+")
_DARK = re.compile(r"a?[ou]+")
_TWICE = re.compile(r"(.)\1+")
_CONFUSED = str.maketrans({"g": "k", "d": "t", "z": "s", "f": "v", "a": "", "i": "", "u": "", "h": ""})


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word of a name: folded, as it sounds, its consonants (`skeleton`), and what kind of word it is."""

    text: str
    sound: str
    skeleton: str
    kind: WordKind

    @property
    def initial(self) -> bool:
        """Whether it is one letter that stands for a word."""
        return len(self.text) == 1


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name in words, particles left out; `acronym` where it is one word in capitals."""

    text: str
    words: tuple[Word, ...]
    person: bool
    acronym: bool

    @property
    def key(self) -> str:
        """The words in order, folded: equal for names that are strictly the same."""
        return " ".join(word.text for word in self.words)

    @property
    def telling(self) -> int:
        """How many words there are beside titles."""
        return sum(word.kind != "title" for word in self.words)


def folded(text: str) -> str:
    """Small letters without accents, apostrophes or dots of abbreviations: "Sa‘d Ø. al-Łódź" is "sad o al-lodz"."""
    if text.isascii() and text.isalpha():
        return text.lower()
    bare = _POSSESSIVE.sub("", unicodedata.normalize("NFC", text))
    bare = _APOSTROPHES.sub("", _DOTS.sub(lambda m: m[0].replace(".", ""), bare))
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare.casefold()) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


def name(text: str, *, person: bool) -> Name:
    """The words of a name; what particles, titles and compounds are depends on whether it is a person's."""
    words = _WORD.findall(folded(text))
    plain = _compounds(words)
    kept = [(word, _kind(plain, n, person=person)) for n, word in enumerate(plain)]
    telling = [(word, kind) for word, kind in kept if kind != "particle"] or kept
    letters = _NO_LETTER.sub("", text) if len(words) == 1 else ""
    acronym = len(words) == 1 and letters.isupper() and 2 <= len(letters) <= 6 and letters.isascii()
    return Name(text, tuple(word_of(word, kind) for word, kind in telling), person, acronym)


@lru_cache(1 << 16)
def word_of(text: str, kind: WordKind = None) -> Word:
    """A folded word with its sound and skeleton."""
    sound = _sound(text)
    return Word(text, sound, _TWICE.sub(r"\1", sound.translate(_CONFUSED)) or sound, kind)


def joined(one: Word, other: Word) -> Word:
    """Two words as one: "Jong" and "nam" as "Jongnam"."""
    sound, skeleton = one.sound + other.sound, one.skeleton + other.skeleton
    return Word(one.text + other.text, _TWICE.sub(r"\1", sound), _TWICE.sub(r"\1", skeleton), None)


def _sound(text: str) -> str:
    """One spelling for many: "Mohammed" and "Muhamed", "Qasim" and "Kasim", "-ov" and "-ow" sound alike."""
    if text[-1] in "fvw":
        text = _ENDING.sub("v", text)
    for spelt, sound in _SPELLINGS:
        if spelt in text:
            text = text.replace(spelt, sound)
    if "c" in text:
        text = _HARD.sub("k", _SOFT.sub("s", text))
    text = _TWICE.sub(r"\1", _DARK.sub("u", _BRIGHT.sub("i", text.replace("w", "v").replace("aa", "a"))))
    return text[:-1] if text[-1] == "h" and len(text) > 2 else text


def _kind(words: list[str], n: int, *, person: bool) -> WordKind:
    word = words[n]
    following = words[n + 1] if n + 1 < len(words) else ""
    kind = name_words.kind(word)
    if not person:
        if kind is None and states.named(word.title()):
            return "generic"
        return "generic" if kind == "title" and word in _OFFICES else None if kind == "title" else kind
    if kind == "particle":
        assimilated = word not in _SUN or following.startswith(_SUN[word])
        return kind if len(word) > 1 and assimilated and (following or n) else None
    return kind if kind == "title" and following else None


def _compounds(words: list[str]) -> list[str]:
    """ "Abd al-Karim" and "Abu Omar" as one word each; "Saif al-Din" and "Khair Ullah" too."""
    out: list[str] = []
    n = 0
    while n < len(words):
        word = words[n]
        after = n + 1
        while after < len(words) - 1 and words[after] in _ARTICLES:
            after += 1
        if after < len(words) and len(words[after]) > 1 and (_SERVANT.fullmatch(word) or word in _FATHER):
            out.append(_FATHER.get(word, "abdul") + words[after])
            n = after + 1
        elif out and (word in _FAITH or word in _GOD):
            while len(out) > 1 and out[-1] in _ARTICLES:
                out.pop()
            out[-1] += "uddin" if word in _FAITH else "ullah"
            n += 1
        else:
            out.append(word)
            n += 1
    return out


def given(word: Word) -> bool:
    """Whether a word is known as a given name."""
    return given_names.gender(word.text) is not None
