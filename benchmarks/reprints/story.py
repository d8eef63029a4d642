"""A report as title, paragraphs and sentences, and how much of one is in another."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_STOPS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Gov|Sen|Rep|St|No|vs|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Md|Hon|Rev|Eng|approx|[A-Z])|\b[A-Za-z]\.[A-Za-z])\.[\"'”’)]*$"
)


@dataclass(frozen=True)
class Story:
    """A title and paragraphs, none of them empty."""

    title: str
    paragraphs: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Story:
        """The first line is the title, each further line a paragraph."""
        title, *paragraphs = [line for line in (" ".join(line.split()) for line in text.splitlines()) if line] or [""]
        return cls(title, tuple(paragraphs))

    def broken(self) -> Story:
        """The same with long paragraphs broken at sentences, as papers with narrow columns print them, where there are fewer than eight."""
        if len(self.paragraphs) >= 8:
            return self
        out: list[str] = []
        for paragraph in self.paragraphs:
            each = sentences(paragraph)
            out += [" ".join(each[i : i + 2]) for i in range(0, len(each), 2)] if len(each) > 2 else [paragraph]
        return Story(self.title, tuple(out))

    def __str__(self) -> str:
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, quotation marks at their end with them."""
    out, start = [], 0
    for m in re.finditer(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])", paragraph):
        if not _STOPS.search(paragraph[start : m.end()].rstrip()):
            out.append(paragraph[start : m.end()].strip())
            start = m.end()
    rest = paragraph[start:].strip()
    return [*out, rest] if rest else out


def words(text: str) -> list[str]:
    """Words and numbers in small letters."""
    return re.findall(r"\w+", text.lower())


def kept(original: str, edited: str) -> float:
    """Share of the original's words, each as often as it stands there, that the edited text has, too; titles left out."""
    mine, theirs = (Counter(words(" ".join(Story.of(text).paragraphs))) for text in (original, edited))
    return sum((mine & theirs).values()) / max(1, sum(mine.values()))
