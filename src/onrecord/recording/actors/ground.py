"""A report laid out for finding actors: which words are read, what function each has, what is quoted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.quotations import Quotation, find_quotations

if TYPE_CHECKING:
    from onrecord.recording.actors.knowledge import Knowledge
    from onrecord.recording.draft import Draft
    from onrecord.understanding.marks import Marks, Token

READ_IN = frozenset({"title", "heading", "caption", "body", "dateline"})
LEFT = ("det", "amod", "compound", "nmod:poss", "nmod:desc", "nummod", "det:predet")
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")


@dataclass(frozen=True, slots=True)
class Function:
    """What a noun does in its clause: its relation to `governor` (a token, -1 for none) and the preposition it hangs on ("" for none)."""

    relation: str
    governor: int
    preposition: str


@dataclass
class Ground:
    """One report: `draft` with parse helpers and the facts (`known`). Positions are token indices unless called characters."""

    draft: Draft
    known: Knowledge

    @property
    def marks(self) -> Marks:
        """What the encoder saw."""
        return self.draft.marks

    @property
    def tokens(self) -> list[Token]:
        """Its tokens."""
        return self.draft.marks.tokens

    @cached_property
    def kinds(self) -> list[str]:
        """For each token the kind of the block it stands in."""
        blocks, out, at = self.draft.report.blocks, [], 0
        if not blocks:
            return ["body"] * len(self.tokens)
        for token in self.tokens:
            while at + 1 < len(blocks) and token.start >= blocks[at + 1].start:
                at += 1
            out.append(str(blocks[at].kind))
        return out

    @cached_property
    def day(self) -> str | None:
        """The day that the report was published, else dated, ISO 8601, or null."""
        report = self.draft.report
        if report.published is not None:
            return report.published.value[:10]
        return report.dateline.date if report.dateline is not None else None

    def readable(self, i: int) -> bool:
        """Whether actors are looked for at this token."""
        return self.kinds[i] in READ_IN

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations, outermost ones only, in order."""
        return [q for q in find_quotations(self.draft.text, self.draft.paragraphs(READ_IN)) if q.depth == 0]

    @cached_property
    def quote(self) -> list[int]:
        """For each token the index of the quotation it stands in, -1 for none; scare quotes of up to three words do not count."""
        out, at = [-1] * len(self.tokens), 0
        for number, quotation in enumerate(self.quotations):
            while at < len(self.tokens) and self.tokens[at].start < quotation.start:
                at += 1
            inside = at
            while inside < len(self.tokens) and self.tokens[inside].end <= quotation.end:
                inside += 1
            if inside - at > 5:
                out[at:inside] = [number] * (inside - at)
        return out

    @cached_property
    def narrated(self) -> list[int]:
        """For each sentence how many before it are the reporter's at least in part: those wholly inside a quotation do not count."""
        out, count = [], 0
        for sentence in self.marks.sentences:
            out.append(count)
            first, last = self.quote[sentence.first], self.quote[sentence.last - 1]
            count += not (first >= 0 and first == last)
        return out

    def kids(self, i: int, *relations: str) -> list[int]:
        """The dependents of a token that have one of these relations (all where none is named)."""
        return [k for k in self.marks.children[i] if not relations or self.tokens[k].relation in relations]

    def case(self, i: int) -> str:
        """The preposition a noun hangs on, lower case, "according to" and the like joined; nothing where there is none."""
        for k in self.kids(i, "case"):
            if self.tokens[k].text not in ("'s", "’s", "'", "’"):
                return " ".join([self.tokens[k].text.lower(), *(self.tokens[f].text.lower() for f in self.kids(k, "fixed"))])
        return ""

    def first_of_chain(self, i: int) -> int:
        """The first of the nouns that are coordinated with this one, or itself."""
        seen = 0
        while self.tokens[i].relation == "conj" and self.tokens[i].head >= 0 and seen < 20:
            if self.tokens[self.tokens[i].head].upos in ("VERB", "AUX") and self.tokens[i].upos in ("VERB", "AUX"):
                break
            i, seen = self.tokens[i].head, seen + 1
        return i

    def function(self, i: int) -> Function:
        """What the noun at `i` does; a later conjunct does what the first does unless it has a preposition of its own."""
        first = self.first_of_chain(i)
        token = self.tokens[first]
        return Function(token.relation, token.head, self.case(i) or self.case(first))

    def is_subject(self, i: int) -> bool:
        """Whether the noun is the subject of a clause, passive ones included."""
        return self.tokens[self.first_of_chain(i)].relation in SUBJECTS

    def speaks(self, i: int) -> bool:
        """Whether the noun is the subject of a verb of speech or thought, or stands after "according to"."""
        function = self.function(i)
        if function.preposition == "according to":
            return True
        if function.governor < 0 or function.relation not in ("nsubj", "obl:agent"):
            return False
        verb = self.tokens[function.governor]
        return verb.upos in ("VERB", "AUX") and cues.cue(verb.lemma, "VERB") is not None

    def left_edge(self, head: int) -> int:
        """The first token of the noun phrase to the left of its head: determiners, adjectives, compounds, owners, titles, figures."""
        edge = head
        for k in self.kids(head, *LEFT):
            if k < head and self.reaches(k, head):
                low = min(self.marks.subtree(k))
                if low < edge and self.tokens[low].sentence == self.tokens[head].sentence:
                    edge = low
        return edge

    def reaches(self, k: int, head: int) -> bool:
        """Whether no verb stands between a dependent before its head and the head: where one does, the parse has torn the two apart."""
        return not any(self.tokens[i].upos in ("VERB", "AUX") and self.tokens[i].head not in range(k, head + 1) for i in range(k + 1, head))

    def joined(self, i: int) -> bool:
        """Whether the next token follows in the same sentence, or in the same line after no full stop where a sentence was cut too early."""
        here, after = self.tokens[i], self.tokens[i + 1]
        return here.sentence == after.sentence or (here.text[-1:].isalnum() and "\n" not in self.draft.text[here.end : after.start])

    def right_edge(self, head: int) -> int:
        """One past the last token of the flat name or compound that the head opens."""
        last = head + 1
        for k in self.kids(head, "flat", "goeswith"):
            last = max(last, max(self.marks.subtree(k)) + 1)
        return last

    def name_behind(self, head: int) -> list[int]:
        """The tokens of a person's name that stands right behind this noun with nothing between ("moderator Ana Soto"), whatever the parse makes of it."""
        last = head + 1
        while last < len(self.tokens) and self.tokens[last].upos == "PROPN" and self.joined(last - 1):
            last += 1
        if last == head + 1 or self.tokens[head].xpos != "NN":
            return []
        start, end = self.tokens[head + 1].start, self.tokens[last - 1].end
        return list(range(head + 1, last)) if any(n.label == "PERSON" and start <= n.start and n.end == end for n in self.draft.names_near(start, end)) else []

    def text(self, first: int, last: int) -> str:
        """The report's words from token `first` to `last` (exclusive)."""
        return self.draft.text[self.tokens[first].start : self.tokens[last - 1].end]

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.tokens[i].lemma.lower()

    def definite(self, head: int) -> bool:
        """Whether "the", "this", "that", "these" or "those" stands before the noun."""
        return any(self.tokens[k].text.lower() in ("the", "this", "that", "these", "those") for k in self.kids(head, "det"))

    def indefinite(self, head: int) -> bool:
        """Whether "a", "an", "another", "some" and the like stands before the noun."""
        return any(self.tokens[k].text.lower() in ("a", "an", "another", "some", "any", "every", "each") for k in self.kids(head, "det"))

    def plural(self, i: int) -> bool:
        """Whether the noun is plural by its part of speech."""
        return self.tokens[i].xpos in ("NNS", "NNPS")
