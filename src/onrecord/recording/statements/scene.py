"""A report laid out for finding statements: paragraphs, quotations, and the parse as character ranges."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.recording.nearby import Nearby
from onrecord.recording.orator import orator
from onrecord.recording.statements.operative import subjects
from onrecord.recording.statements.quotations import Quotation, find_quotations
from onrecord.recording.turns import turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.draft import Draft
    from onrecord.recording.turns import Turn
    from onrecord.understanding.marks import Marks, Token

Range = tuple[int, int]
READ_IN = ("title", "caption", "body")
_EDGE = " \t\n,;:–—-…"
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})


@dataclass
class Scene:
    """One report: `draft` with parse helpers. All ranges are characters of its text, end exclusive."""

    draft: Draft

    @property
    def text(self) -> str:
        """The report's text."""
        return self.draft.text

    @property
    def marks(self) -> Marks:
        """What the encoder saw."""
        return self.draft.marks

    @property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self.draft.marks.tokens

    @cached_property
    def paragraphs(self) -> list[Range]:
        """The blocks in which statements are read, in order; a body block with blank lines inside counts as several."""
        return self.draft.paragraphs(READ_IN)

    def paragraph_of(self, position: int) -> int | None:
        """Index of the paragraph that covers this character, or null."""
        i = bisect_right(self._paragraph_starts, position) - 1
        return i if i >= 0 and position < self.paragraphs[i][1] else None

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """All quotations, outer before inner."""
        return find_quotations(self.text, self.paragraphs)

    @cached_property
    def outer(self) -> list[Quotation]:
        """Quotations that lie in no other."""
        return [q for q in self.quotations if q.depth == 0]

    def quoted_at(self, start: int, end: int) -> Quotation | None:
        """The outer quotation that these characters lie within, or null."""
        return next((q for q in self.outer_near([(start, end)]) if q.covers(start, end)), None)

    @cached_property
    def _by_place(self) -> Nearby[Quotation]:
        out: Nearby[Quotation] = Nearby()
        for quotation in self.quotations:
            out.add(quotation, [(quotation.start, quotation.end)])
        return out

    def quotations_near(self, ranges: list[Range]) -> list[Quotation]:
        """The quotations that these characters touch, and some close by, in order."""
        return list(self._by_place.at(ranges))

    def outer_near(self, ranges: list[Range]) -> list[Quotation]:
        """Of these the ones that lie in no other."""
        return [q for q in self.quotations_near(ranges) if q.depth == 0]

    @cached_property
    def is_speech(self) -> bool:
        """Whether the whole text is somebody's speech."""
        return orator(self.draft) is not None

    @cached_property
    def operative(self) -> dict[int, list[int]]:
        """Holders of verbs whose subject stands in a paragraph above."""
        return subjects(self.text, self.marks, self.paragraphs)

    @cached_property
    def turns(self) -> list[Turn]:
        """The turns of an interview, in order."""
        return turns(self.draft)

    @cached_property
    def _turn_of(self) -> Nearby[Range]:
        out: Nearby[Range] = Nearby()
        for turn in self.turns:
            for piece in turn.paragraphs:
                out.add(piece, [piece])
        return out

    def spoken_at(self, start: int, end: int) -> bool:
        """Whether these characters are somebody's own words: within a quotation, or in a turn of an interview."""
        return self.quoted_at(start, end) is not None or any(a <= start and end <= b for a, b in self._turn_of.at([(start, end)]))

    def readable(self, token: int) -> bool:
        """Whether this token stands in a block where statements are read."""
        return self.draft.kind_at(self.tokens[token].start) in READ_IN

    def kids(self, token: int, *relations: str) -> list[int]:
        """Dependents with one of these relations, subtypes included (`nsubj` finds `nsubj:pass`)."""
        return [i for i in self.marks.children[token] if self.is_a(i, *relations)]

    def is_a(self, token: int, *relations: str) -> bool:
        """Whether this token's relation, or its main type, is one of these."""
        relation = self.tokens[token].relation
        return relation in relations or relation.partition(":")[0] in relations

    def case_of(self, token: int) -> str:
        """The preposition or subordinator of this dependent, lower case; empty where it has none."""
        marked = self.kids(token, "case", "mark")
        return self.tokens[marked[0]].text.lower() if marked else ""

    def is_infinitive(self, token: int) -> bool:
        """Whether this clause is introduced by "to"."""
        return any(self.tokens[i].text.lower() == "to" and self.tokens[i].upos != "ADP" for i in self.kids(token, "mark"))

    def is_passive(self, token: int) -> bool:
        """Whether this verb is in the passive; one with "has" and no form of "be" is not, whatever the parse calls its subject."""
        helpers = [self.tokens[i].lemma for i in self.kids(token, "aux")]
        if "have" in helpers and not {"be", "get"} & set(helpers):
            return False
        return bool(self.kids(token, "nsubj:pass", "aux:pass", "csubj:pass")) or (
            self.tokens[token].xpos == "VBN" and self.tokens[token].relation == "acl" and not self.kids(token, "aux", "obj")
        )

    def ancestors(self, token: int) -> Iterable[int]:
        """Heads above this token, nearest first."""
        seen = {token}
        while (token := self.tokens[token].head) >= 0 and token not in seen:
            seen.add(token)
            yield token

    def pieces(self, tokens: Iterable[int]) -> list[Range]:
        """Ranges of these tokens' unbroken runs, trimmed of punctuation at their edges, white space and empty ones left out."""
        runs: list[list[int]] = []
        for i in sorted(set(tokens)):
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        spans = (self.trim(self.tokens[run[0]].start, self.tokens[run[-1]].end) for run in runs)
        return [span for span in spans if span[0] < span[1] and any(c.isalnum() for c in self.text[span[0] : span[1]])]

    def trim(self, start: int, end: int) -> Range:
        """The range without commas, dashes and blanks at its edges, and without a full stop that a sentence has put there."""
        while start < end and (self.text[start] in _EDGE or self.text[start] == "."):
            start += 1
        while start < end and (self.text[end - 1] in _EDGE or (self.text[end - 1] == "." and self._ends_sentence(start, end))):
            end -= 1
        return start, end

    def _ends_sentence(self, start: int, end: int) -> bool:
        """Whether the full stop before `end` is a sentence's own, not an abbreviation's."""
        word = self.text[start : end - 1].rsplit(None, 1)[-1:] or [""]
        return not ("." in word[0] or (len(word[0]) == 1 and word[0].isupper()))

    def phrase(self, head: int) -> Range:
        """The noun phrase headed by this token as one would quote it: no preposition before it, no relative clause or aside after it."""
        keep = {head}
        name = self.tokens[head].upos == "PROPN"
        for kid in self.marks.children[head]:
            token = self.tokens[kid]
            if self.is_a(kid, "case", "punct", "parataxis", "dep", "acl", "advcl", "cop", "mark", "aux", "ccomp", "nsubj"):
                continue
            if self.is_a(kid, "appos") and (name or token.upos == "NUM"):
                continue
            if self.is_a(kid, "conj") and token.upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
                continue
            if self.is_a(kid, "cc") and not self._joins_noun(head, kid):
                continue
            keep.update(self.marks.subtree(kid))
        low, high = self._run_around(head, keep)
        return self.trim(self.tokens[low].start, self.tokens[high].end)

    def _joins_noun(self, head: int, cc: int) -> bool:
        return any(i > cc and self.tokens[i].upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM") for i in self.kids(head, "conj"))

    def _run_around(self, head: int, keep: set[int]) -> tuple[int, int]:
        """First and last token of the unbroken run around the head; punctuation between kept tokens does not break it."""
        low = high = head
        while low - 1 in keep or (low - 2 in keep and low - 1 >= 0 and self.tokens[low - 1].upos == "PUNCT"):
            low -= 1
        while high + 1 in keep or (high + 2 in keep and self.tokens[high + 1].upos == "PUNCT"):
            high += 1
        return low, high

    def is_relative(self, token: int) -> bool:
        """Whether this token is a relative pronoun."""
        return self.tokens[token].text.lower() in _RELATIVE and self.tokens[token].upos in ("PRON", "DET", "SCONJ")


def union(ranges: Iterable[Range], *, gap: int = 1) -> list[Range]:
    """Ranges in order, those joined that overlap or lie at most `gap` characters apart."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def without(ranges: list[Range], cut: Range | None) -> list[Range]:
    """Ranges less the characters of `cut`."""
    if cut is None:
        return ranges
    out: list[Range] = []
    for start, end in ranges:
        out.extend(piece for piece in ((start, min(end, cut[0])), (max(start, cut[1]), end)) if piece[0] < piece[1])
    return out


def overlap(left: list[Range], right: list[Range]) -> int:
    """How many characters the two have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def size(ranges: list[Range]) -> int:
    """How many characters they cover."""
    return sum(end - start for start, end in ranges)


def iou(left: list[Range], right: list[Range]) -> float:
    """Intersection over union of their characters."""
    common = overlap(left, right)
    return common / max(1, size(left) + size(right) - common)
