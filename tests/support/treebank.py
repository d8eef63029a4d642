"""Marks as an encoder without faults would see them, from a CoNLL-U treebank: for rules that are tested apart from the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.understanding.marks import Antecedent, Marks, Name, Sentence, Token

if TYPE_CHECKING:
    from pathlib import Path

_NAMED = {"person": "PERSON", "organization": "ORGANIZATION", "place": "LOCATION", "time": "DATE", "object": "PRODUCT", "event": "MISC"}


def read_treebank(path: Path) -> tuple[str, Marks]:
    """The text and the gold marks of one CoNLL-U document; paragraphs stand a blank line apart."""
    text, tokens, sentences, entities = "", [], [], []
    opened: list[tuple[str, str, int, str]] = []
    for number, sentence in enumerate(path.read_text(encoding="utf8").strip().split("\n\n")):
        lines = sentence.split("\n")
        if text:
            text = text.rstrip() + ("\n\n" if any(line.startswith("# newpar") for line in lines) else " ")
        first, surface, spaced_after, surface_end = len(tokens), None, True, 0
        for line in lines:
            if line.startswith("#") or not line:
                continue
            index, form, lemma, upos, xpos, _, head, relation, _, misc = line.split("\t")
            if "." in index:
                continue
            spaced = "SpaceAfter=No" not in misc
            if "-" in index:
                surface, spaced_after, surface_end = (len(text), len(text) + len(form)), spaced, int(index.split("-")[1])
                continue
            inside = surface is not None
            start = len(text)
            text += form
            token = Token(start, len(text), form, lemma, upos, xpos, int(head) - 1 + first if head != "0" else -1, relation, number, surface)
            tokens.append(token)
            for piece in re.findall(r"\([^()]*\)?|[^()]*\)", (re.search(r"Entity=([^|]*)", misc) or ["", ""])[1]):
                if piece.startswith("("):
                    group, kind, *rest = piece.strip("()").split("-")
                    opened.append((group, kind, len(tokens) - 1, "-".join(rest)))
                if piece.endswith(")"):
                    group = piece.strip("()").split("-")[0]
                    at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == group), None)
                    if at is not None:
                        entities.append((*opened.pop(at), len(tokens) - 1))
            if not inside:
                text += " " if spaced else ""
            elif int(index) == surface_end:
                surface, text = None, text + (" " if spaced_after else "")
        sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
    marks = Marks(tokens=tokens, sentences=sentences)
    names, antecedents, last = [], [], {}
    for group, kind, first, _, end in sorted(entities, key=lambda e: (e[2], -e[4])):
        head = marks.head_of(tokens[first].start, tokens[end].end)
        if head is None:
            continue
        if tokens[head].upos == "PROPN" and kind in _NAMED and not any(n.start <= tokens[first].start < n.end for n in names):
            names.append(Name(tokens[first].start, tokens[end].end, _NAMED[kind], 1.0))
        if group in last:
            antecedents.append(Antecedent(head, last[group], 1.0))
        last[group] = head
    return text, Marks(tokens=tokens, sentences=sentences, names=names, antecedents=antecedents, certainty=[None] * len(tokens), types=[{}] * len(tokens))
