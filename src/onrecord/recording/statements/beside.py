"""Quotations beside a cue that the parse did not connect with it, and paragraphs set apart below one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.statements.scene import union

BELOW = "verb.below"
"""The rule of a statement whose content is a paragraph set apart."""
_LEAD = 8  # words between a cue and the colon that ends its line
_LEAST = 4  # words of what is set apart

if TYPE_CHECKING:
    from onrecord.recording.statements.quotations import Quotation
    from onrecord.recording.statements.scene import Range, Scene


def beside(scene: Scene, cue: int, source: Range | None) -> list[Range]:
    """Quotations that stand next to a cue and its source with only a comma or colon between: what the parse did not connect."""
    token = scene.tokens[cue]
    sentence = scene.marks.sentences[token.sentence]
    edges = [(token.start, token.end), *([source] if source else [])]
    low, high = min(a for a, _ in edges), max(b for _, b in edges)
    found: list[Quotation] = []
    for quotation in scene.outer_near([(sentence.start - 3, sentence.end + 1)]):
        before = quotation.end <= low and quotation.end >= sentence.start - 2 and not _words(scene.text[quotation.end : low])
        after = quotation.start >= high and quotation.start <= sentence.end and len(_words(scene.text[high : quotation.start])) <= 8
        if (before or (after and _leads_in(scene.text[high : quotation.start]))) and _speech(scene.text, quotation):
            found.append(quotation)
    return union((q.start, q.end) for q in found)


def below(scene: Scene, cue: int) -> list[Range]:
    """The paragraph under a line that ends in the cue and a colon, where no quotation marks stand ("The governor added:"): what was said, set apart."""
    text, token = scene.text, scene.tokens[cue]
    here = scene.paragraph_of(token.start)
    if here is None or here + 1 >= len(scene.paragraphs) or scene.quoted_at(token.start, token.end) is not None:
        return []
    line = text[token.end : scene.paragraphs[here][1]].rstrip()
    piece = scene.trim(*scene.paragraphs[here + 1])
    said = text[slice(*piece)]
    if not line.endswith(":") or len(_words(line)) > _LEAD or len(_words(said)) < _LEAST:
        return []
    apart = bool(scene.outer_near([piece])) or said.endswith(":") or said[0] in "-•*–—"
    return [] if apart else [piece]


def _words(between: str) -> list[str]:
    return [word for word in between.split() if any(c.isalnum() for c in word)]


def _leads_in(between: str) -> bool:
    """Whether these words end as an introduction does: with a colon or comma."""
    return between.rstrip().endswith((":", ",")) or not between.strip()


def _speech(text: str, quotation: Quotation) -> bool:
    """Whether this is long enough, or closed as a sentence is, to be speech rather than a word held with tongs."""
    inner = text[slice(*quotation.inner)].strip()
    return len(inner.split()) >= 4 or inner[-1:] in ",.!?"
