"""A report's own words in one form, in order, and which of them stand within quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.corroborating.spelling import MONTHS, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record import Block

_OWN = frozenset({"body", "caption"})
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\d+(?:[.,:]\d+)*|[%$£€&“”„«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])(?:[‘']|``)(?=\w)((?:[^‘’'“”\"]|(?<=\w)['’](?=\w)){12,}?)(?:''|[’'])(?![\w'’])")
_PREFIX = re.compile(r"\b(co|re|pre|anti|non|multi|semi|under|over|e|inter|counter|sub|mid|post)[-‐‑](?=[a-z])", re.IGNORECASE)  # noqa: RUF001
_JOINED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and what has no width
_STOCK = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|broadcast)|(?:contributed|contributing) to this (?:report|story|article)"
    r"|\b(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletter|email|e-mail|alerts?|updates?)\b|newsletter|email address|privacy (?:policy|notice)"
    r"|terms (?:of|and) (?:use|service|conditions)|\bcookies?\b.{0,40}\b(?:use|accept|site|browser)|(?:follow|find|like) us on|click here"
    r"|share (?:this|on) |read more\b|related (?:articles?|stories)|©|\(c\)|copyright 2?|skip advertisement|advertisement$|continue reading the main story"
    r"|story continues below|image copyright|media playback|view (?:more|all) |thank you for (?:reading|subscribing)|to your inbox|enable javascript",
    re.IGNORECASE,
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])|\n+")
_LONG = 400  # characters of a sentence that says more than a stock phrase does


class Words(NamedTuple):
    """Words in one form, in order; `quoted` says of each whether it stands within quotation marks; `opens` of each whether a paragraph begins there."""

    forms: list[str]
    quoted: list[bool]


def words(text: str, blocks: Sequence[Block] | None = None) -> Words:
    """The words of `text` in one form, without stock phrases of outlets; with blocks, those of body and captions alone.

    Articles, "that" and signs and words of currency are left out, for editors add and drop them; a day is put after its month, "per cent" made one
    word.
    """
    found, quoted = list[str](), list[bool]()
    for paragraph in _paragraphs(text, blocks):
        paragraph = _PREFIX.sub(r"\1", _SINGLE.sub(r"“\1”", _JOINED.sub("", paragraph)))  # noqa: PLW2901  one paragraph, made ready
        if _STOCK.search(paragraph):
            paragraph = " ".join(s for s in _SENTENCE.split(paragraph) if len(s) > _LONG or not _STOCK.search(s))  # noqa: PLW2901
        within = False
        for match in _TOKEN.finditer(paragraph):
            token = match[0]
            if token in "“”„«»\"":
                within = _opens(paragraph, match.start(), token)
                continue
            for form in forms(token):
                found.append(form)
                quoted.append(within)
    _in_order(found, quoted)
    return Words(found, quoted)


def _paragraphs(text: str, blocks: Sequence[Block] | None) -> Iterator[str]:
    pieces = [text] if blocks is None else [text[b.start : b.end] for b in blocks if b.kind in _OWN]
    for piece in pieces:
        yield from (line for line in piece.split("\n") if line.strip())


def _opens(paragraph: str, at: int, mark: str) -> bool:
    """Whether a quotation opens at this mark: by its shape, for straight marks by what stands before and after it."""
    if mark != '"':
        return mark in "“„«"
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in ".,!?…;:)'’")) and bool(after.strip())


def _in_order(found: list[str], quoted: list[bool]) -> None:
    """Puts a day after its month and makes "per cent" and "twenty five" one word, in place."""
    gone = list[int]()
    for i, form in enumerate(found):
        if form in MONTHS and i:
            day = i - 2 if found[i - 1] == "of" and i > 1 else i - 1
            number = found[day].removesuffix("th")
            if number.isdigit() and 0 < int(number) < 32:
                if day < i - 1:
                    gone.append(i - 1)
                found[day], found[i] = form, number
        elif form == "cent" and i and found[i - 1] == "per":
            found[i] = "%"
            gone.append(i - 1)
        elif form in ("st", "nd", "rd", "th") and i and found[i - 1].isdigit():
            gone.append(i)
    for i in reversed(gone):
        del found[i], quoted[i]
