"""Reports with a parse written by hand: for tests of rules apart from the model. Invented text."""

from __future__ import annotations

from onrecord.record import Block, Origin, Report
from onrecord.record.items import Actor, Mention
from onrecord.recording.draft import Draft
from onrecord.understanding.marks import Attribution, Marks, Sentence, Token

_XPOS = {"VERB": "VBD", "AUX": "VBD", "NOUN": "NN", "PROPN": "NNP", "PRON": "PRP", "ADJ": "JJ", "ADV": "RB", "DET": "DT", "ADP": "IN", "PART": "TO", "SCONJ": "IN"}


def draft_of(*paragraphs: str, attributions: list[Attribution] | None = None) -> Draft:
    """A draft of body paragraphs, each of sentences a line, each token `form/UPOS/head/relation[/lemma[/XPOS]]`, heads counted from 1 in the line.

    A `_` after the form's first slash glues it to the token before: `,/_PUNCT/3/punct`.
    """
    text, blocks, tokens, sentences = "", [], [], []
    for paragraph in paragraphs:
        if text:
            text += "\n\n"
        block_start = len(text)
        for line in paragraph.strip().split("\n"):
            first = len(tokens)
            for item in line.split():
                form, upos, head, relation, *more = item.split("/")
                glued, upos = upos.startswith("_"), upos.lstrip("_")
                opening = tokens and tokens[-1].text in ('"', "“") and tokens[-1].relation == "open"
                if len(text) > block_start and not glued and not opening:
                    text += " "
                start = len(text)
                text += form
                lemma = more[0] if more else form.lower()
                xpos = more[1] if len(more) > 1 else _XPOS.get(upos, "")
                tokens.append(Token(start, len(text), form, lemma, upos, xpos, int(head) - 1 + first if head != "0" else -1, relation, len(sentences)))
            sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
        blocks.append(Block("body", block_start, len(text)))
    report = Report(
        id="r", text_sha256="", text=text, blocks=blocks, title=None, publisher=None, agency=None, byline=[], dateline=None, published=None, modified=None,
        chain=[], language="en", origin=Origin(None, "text/plain", "", None),
    )  # fmt: skip
    return Draft(report, Marks(tokens=tokens, sentences=sentences, attributions=attributions or []))


class Names:
    """A cast that knows each of these words as an actor of its own, by the head token of its mention."""

    def __init__(self, draft: Draft, kinds: dict[str, str]) -> None:
        self.draft = draft
        self.actors = [
            Actor(f"a{n}", name, kind, None, [], [], None, None, [Mention(i.start, i.end, i.text, "name") for i in draft.marks.tokens if i.text == name])  # type: ignore[arg-type]
            for n, (name, kind) in enumerate(kinds.items(), 1)
        ]
        self.by_id = {actor.id: actor for actor in self.actors}

    def of_token(self, i: int) -> list[str]:
        """The actor whose name this token is."""
        return [actor.id for actor in self.actors if actor.name == self.draft.marks.tokens[i].text]

    def at(self, start: int, end: int) -> list[str]:
        """The actor of the range's head."""
        head = self.draft.marks.head_of(start, end)
        return [] if head is None else self.of_token(head)
