"""UD English EWT and GUM: words, sentences, parts of speech, lemmas, dependencies; from GUM also who is the same as whom and whose word a clause is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Container, Iterator

from onrecord_training.corpora.document import Document
from onrecord_training.corpora.erst import add_attributions


def read_ewt(file: Path) -> Iterator[Document]:
    """The documents of one EWT file (`en_ewt-ud-*.conllu`), with `sent_ids` kept in `Document.name` order for the layers on EWT."""
    document: list[str] = []
    for block in file.read_text(encoding="utf8").strip().split("\n\n"):
        if block.startswith("# newdoc") and document:
            yield _document(document)
            document = []
        document.append(block)
    yield _document(document)


def read_gum(folder: Path, *, leave_out: Container[str] = ()) -> Iterator[Document]:
    """One document a file, with coreference: clusters of mentions, each as the word that heads it; `leave_out` names genres.

    Reddit's texts are published without their words (every form is `_`) and are always left out.
    """
    for file in sorted(folder.glob("*.conllu")):
        if file.stem.split("_")[1] in leave_out:
            continue
        document = _document(file.read_text(encoding="utf8").strip().split("\n\n"), of_gum=True)
        if document.text.strip("_ \n"):
            yield document


def _document(blocks: list[str], *, of_gum: bool = False) -> Document:
    name = re.search(r"# newdoc id = (\S+)", blocks[0])
    out = Document(name=name[1] if name else "", text="")
    opened: list[tuple[str, int]] = []
    mentions: list[tuple[str, int, int]] = []
    discourse: list[tuple[int, str]] = []
    for block in blocks:
        lines = block.split("\n")
        if out.text:
            out.text = out.text.rstrip() + ("\n" if any(line.startswith("# newpar") for line in lines) else " ")
        first, inside_until, spaced_after = len(out.words), 0, True
        for line in lines:
            if not line or line.startswith("#"):
                continue
            index, form, lemma, upos, xpos, _, head, relation, _, misc = line.split("\t")
            if "." in index:
                continue
            spaced = "SpaceAfter=No" not in misc
            if "-" in index:
                inside_until, spaced_after = int(index.split("-")[1]), spaced
                out.surfaces.append((len(out.text), len(out.text) + len(form)))
                continue
            start = len(out.text)
            out.text += form
            out.words.append((start, len(out.text)))
            out.upos.append(upos)
            out.xpos.append(xpos)
            out.lemmas.append(lemma)
            out.heads.append(first + int(head) - 1 if head != "0" else -1)
            out.relations.append(relation)
            if of_gum:
                _entities(misc, len(out.words) - 1, opened, mentions)
                discourse += [(len(out.words) - 1, found) for found in re.findall(r"(?:^|\|)Discourse=([^|]*)", misc)]
            if int(index) > inside_until:
                out.surfaces.append((start, len(out.text)))
                out.text += " " if spaced else ""
            elif int(index) == inside_until:
                out.text += " " if spaced_after else ""
        out.sentences.append((out.words[first][0], out.words[-1][1]))
    if of_gum:
        add_attributions(out, discourse)
        clusters: dict[str, set[int]] = {}
        for group, start, end in mentions:
            clusters.setdefault(group, set()).add(head_of(out, start, end))
        out.clusters = [sorted(c) for c in clusters.values() if len(c) > 1]
    return out


def head_of(document: Document, first: int, last: int) -> int:
    """The word of `first` to `last` (inclusive) whose head lies outside."""
    return next((i for i in range(first, last + 1) if not first <= document.heads[i] <= last), first)


def _entities(misc: str, word: int, opened: list[tuple[str, int]], mentions: list[tuple[str, int, int]]) -> None:
    """Adds the mentions that close at this word; GUM writes `(group-type-…` to open, `group)` to close, `(group-type-…)` for both."""
    entity = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
    for piece in re.findall(r"\([^()]*\)?|[^()]*\)", entity[1] if entity else ""):
        group = piece.strip("()").split("-")[0]
        if piece.startswith("("):
            opened.append((group, word))
        if piece.endswith(")"):
            at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == group), None)
            if at is not None:
                mentions.append((group, opened.pop(at)[1], word))
