"""Which language a report is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.facts import function_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6000
_FEW = 40
_SHARE, _DIFFERENT = 0.3, 15  # English news has 0.35 to 0.45 and some forty in a report; no other language comes near both
_FEWER = 8  # different ones around a list of names
_LIKE_ENGLISH = ("pcm",)  # Nigerian Pidgin: short English texts are taken for it


def language_of(text: str, declared: str | None = None) -> str:
    """The primary BCP 47 tag of `text`, "und" where it has no letter; `declared` (a page's own) decides where the text is too short to tell."""
    letters = sum(c.isalpha() for c in text[:_SAMPLE])
    if letters == 0:
        return "und"
    if letters < _FEW:
        if declared:
            return declared.split("-")[0].split("_")[0].lower()
        if text.isascii():
            return "en"
    share, different = function_words.share(text[:_SAMPLE])
    if share >= _SHARE and different >= _DIFFERENT:  # plainly English: the identifier takes longer to load than the report to read
        return "en"
    guess = str(_identifier().classify(text[:_SAMPLE])[0])
    if guess != "en" and (rest := _without_names(text)):
        share, different = function_words.share(rest)
        return "en" if share >= _SHARE and different >= _FEWER else guess
    return guess


def _without_names(text: str) -> str:
    """The words in lower case where most of a text are not (a list of names tells no language); else nothing."""
    words = [word for word in text.split() if any(c.isalnum() for c in word)]
    low = [word for word in words if word.islower()]
    return " ".join(low) if 2 * len(low) < len(words) else ""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  a heavy import

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages([name for name in identifier.labels if name not in _LIKE_ENGLISH])
    return identifier
