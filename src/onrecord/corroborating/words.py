"""A report's own words in one form, in order, and which of them stand within quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.corroborating.spelling import MONTHS, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record import Block

_OWN = frozenset({"body", "caption"})
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th)\b)?|[%$£€&“”„«»\"]")
_SINGLE = re.compile(r"(?<![\w’'])(?:[‘']|``)(?=\w)((?:[^‘’'“”\"]|(?<=\w)['’](?=\w)){12,}?)(?:''|[’'])(?![\w'’])")
_PREFIX = re.compile(r"\b(co|re|pre|anti|non|multi|semi|under|over|e|inter|counter|sub|mid|post)[-‐‑](?=[a-z])", re.IGNORECASE)
_JOINED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens and what has no width
_STOCK = re.compile(
    r"all rights reserved|may not be (?:published|reproduced|broadcast)|(?:contributed|contributing) to this (?:report|story|article)"
    r"|\b(?:sign up|subscribe|register)\b.{0,60}\b(?:newsletter|email|e-mail|alerts?|updates?)\b|newsletter|email address|privacy (?:policy|notice)"
    r"|terms (?:of|and) (?:use|service|conditions)|\bcookies?\b.{0,40}\b(?:use|accept|site|browser)|(?:follow|find|like) us on|click here"
    r"|share (?:this|on) |read more\b|related (?:articles?|stories)|©|\(c\)|copyright 2?|skip advertisement|advertisement$"
    r"|continue reading the main story|story continues below|image copyright|media playback|view (?:more|all) |thank you for (?:reading|subscribing)"
    r"|to your inbox|enable javascript|chat with us in|happening in the world as it unfolds|transcripts are created on|verb8tm"
    r"|authoritative record of npr|you have a story for|pay for your stories|\b(?:e-?mail|call|text|whatsapp) us (?:at|on)\b|visit our website"
    r"|paid post|hide caption|toggle caption|video you are trying to watch",
    re.IGNORECASE,
)  # fmt: skip
_POST = re.compile(r"\(@\w+\)|pic\.twitter\.com|https?://t\.co/|^A post shared by|\bpic\.x\.com")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z])|\n+")
_OF_POST = 6  # paragraphs that a post has at most, with the line that names its author
_LONG = 400  # characters of a sentence that says more than a stock phrase does


class Words(NamedTuple):
    """Words in one form, in order; `quoted` says of each whether it is cited: in quotation marks, after a colon that ends a paragraph, in a post."""

    forms: list[str]
    quoted: list[bool]


def words(text: str, blocks: Sequence[Block] | None = None) -> Words:
    """The words of `text` in one form, without stock phrases of outlets; with blocks, those of body and captions alone.

    Articles, "that" and signs and words of currency are left out, for editors add and drop them; a day is put after its month, "per cent" made one
    word.
    """
    found, quoted = list[str](), list[bool]()
    paragraphs = list(_paragraphs(text, blocks))
    for paragraph, cited in zip(paragraphs, _cited(paragraphs), strict=True):
        paragraph = _PREFIX.sub(r"\1", _SINGLE.sub(r"“\1”", _JOINED.sub("", paragraph)))  # noqa: PLW2901  one paragraph, made ready
        if _STOCK.search(paragraph):
            paragraph = " ".join(s for s in _SENTENCE.split(paragraph) if len(s) > _LONG or not _STOCK.search(s))  # noqa: PLW2901
        within = cited
        for match in _TOKEN.finditer(paragraph):
            sign = match[0]
            if sign in '“”„«»"':
                within = cited or _opens(paragraph, match.start(), sign)
                continue
            for form in forms(sign):
                found.append(form)
                quoted.append(within)
    _in_order(found, quoted)
    return Words(found, quoted)


def _paragraphs(text: str, blocks: Sequence[Block] | None) -> Iterator[str]:
    pieces = [text] if blocks is None else [text[b.start : b.end] for b in blocks if b.kind in _OWN]
    for piece in pieces:
        yield from (line for line in piece.split("\n") if line.strip())


def _cited(paragraphs: list[str]) -> list[bool]:
    """Of each paragraph whether it is cited as a whole: it is a post, or follows a colon, up to the end of a post.

    What follows a colon that ends a paragraph is one paragraph, or all up to the line that names the author of a post.
    """
    posts = [_POST.search(p) is not None for p in paragraphs]
    cited = list(posts)
    for i, paragraph in enumerate(paragraphs[:-1]):
        if paragraph.rstrip().endswith(":"):
            upto = next((j for j in range(i + 1, min(i + 1 + _OF_POST, len(posts))) if posts[j]), i + 1)
            cited[i + 1 : upto + 1] = [True] * (upto - i)
    return cited


def _opens(paragraph: str, at: int, mark: str) -> bool:
    """Whether a quotation opens at this mark: by its shape, for straight marks by what stands before and after it."""
    if mark != '"':
        return mark in "“„«"
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    return (not before or not (before.isalnum() or before in ".,!?…;:)'’")) and bool(after.strip())


def _in_order(found: list[str], quoted: list[bool]) -> None:
    """Puts a day after its month and makes "per cent" one word, in place."""
    gone = list[int]()
    for i, form in enumerate(found):
        if form in MONTHS and i:
            day = i - 2 if found[i - 1] == "of" and i > 1 else i - 1
            number = found[day]
            if number.isdigit() and 0 < int(number) < 32:
                if day < i - 1:
                    gone.append(i - 1)
                found[day], found[i] = form, number
        elif form == "cent" and i and found[i - 1] == "per":
            found[i] = "%"
            gone.append(i - 1)
    for i in reversed(gone):
        del found[i], quoted[i]
