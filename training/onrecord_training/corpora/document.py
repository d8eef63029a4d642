"""One annotated text, whatever corpus it came from: characters, and the layers that its annotators made."""

from __future__ import annotations

from dataclasses import dataclass, field

Range = tuple[int, int]


@dataclass(frozen=True)
class Told:
    """An event that the text tells: its words, PLOVER type, how it stands (certain, denied, possible, future, conditional), and the words that name who does it and to whom in its sentence."""

    words: Range
    type: str
    status: str
    actors: list[Range]
    recipients: list[Range]


@dataclass
class Document:
    """Text and annotation layers; all ranges are characters of `text`, all word numbers indices of `words`. An empty layer is one nobody annotated."""

    name: str
    text: str
    words: list[Range] = field(default_factory=list)
    surfaces: list[Range] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    clusters: list[list[int]] | None = None
    unchecked: list[Range] = field(default_factory=list)  # words of which nobody said whether they are the same as others
    alike: list[list[Range]] | None = None  # words that speak of one actor, for each actor; of the other words nobody said of whom they speak
    predicates: list[int] | None = None
    arguments: list[tuple[int, int, str]] = field(default_factory=list)
    names: list[tuple[int, int, str]] | None = None
    masked: list[Range] = field(default_factory=list)
    arms: list[tuple[int, int, str]] | None = None
    attributions: list[tuple[list[Range], list[Range], list[Range]]] | None = None
    sourced: list[tuple[list[int], tuple[int, int]]] | None = None  # (source words, first and last word of the content unit)
    certainty: list[tuple[int, int, float]] = field(default_factory=list)
    certainty_scale: int = 0
    triggers: list[tuple[int, int, str]] | None = None
    told: list[Told] | None = None  # every event of the text
    cues: list[tuple[Range, str, list[Range]]] = field(default_factory=list)  # a statement's cue, what act it is, and the words that name who speaks in its sentence
    acts: list[tuple[list[Range], str]] = field(default_factory=list)  # content of a plainly cued statement, and what act it is
    actor: Range | None = None
    recipient: Range | None = None
    pair: str | None = None
    story: str | None = None


def join(tokens: list[str]) -> tuple[str, list[Range]]:
    """A readable text of tokens that lost their spacing, and where each token stands in it."""
    text, places, open_quote = "", [], False
    for i, token in enumerate(tokens):
        token = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"', "-LSB-": "[", "-RSB-": "]"}.get(token, token)
        closing = token in {".", ",", ":", ";", "?", "!", ")", "]", "%", "'s", "'", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s", "’", "”", "...", "n’t"}
        if token == '"':
            closing, open_quote = open_quote, not open_quote
            after_open = False
        else:
            after_open = i > 0 and (text.endswith(("(", "[", "$", "“", "‘")) or (text.endswith('"') and open_quote))
        if text and not closing and not after_open:
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places
