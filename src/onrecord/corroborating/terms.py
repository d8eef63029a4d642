"""The terms of a text: its words in one form, singular, and which of them are names by their capital letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.corroborating.spelling import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_BEGINS = re.compile(r"(?:^|[.!?:;…“\"‘(\[–—-])\s*$")  # before a word that begins a sentence, whose capital tells nothing


class Term(NamedTuple):
    """A word in the form in which it is counted, and whether it is written as a name."""

    form: str
    name: bool


def terms(text: str) -> Iterator[Term]:
    """The terms of `text`, in order. Words that begin a sentence are taken for no names."""
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        name = token[0].isupper() and not _BEGINS.search(text[max(0, start - 4) : start]) and start > 0
        for form in forms(token):
            yield Term(_singular(form), name)


def _singular(form: str) -> str:
    if len(form) > 4 and form.endswith("ies"):
        return form[:-3] + "y"
    if len(form) > 3 and form[-1] == "s" and form[-2] not in "suiy":
        return form[:-1]
    return form
