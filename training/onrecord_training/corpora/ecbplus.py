"""ECB+: which participants and events of news texts are the same, in the sentences its authors checked."""

from __future__ import annotations

import csv
from xml.etree import ElementTree as ET
from typing import TYPE_CHECKING, Iterator, NamedTuple

from onrecord_training.corpora.document import Document, join

if TYPE_CHECKING:
    from pathlib import Path


class Happening(NamedTuple):
    """An event mention: its text's name and topic, the text, its characters, and the event it is a mention of, over all texts."""

    document: str
    topic: int
    text: str
    start: int
    end: int
    cluster: str


def read_ecbplus(folder: Path) -> Iterator[Document]:
    """One document a file: words and sentences without trees, and clusters of mentions within it, each mention as its last word."""
    for name, root, checked in _files(folder):
        document = _document(name, root, checked)
        if document.clusters:
            yield document


def read_happenings(folder: Path) -> Iterator[Happening]:
    """The event mentions of all files, each sentence a line of its text; a mention that is in no cluster is one by itself."""
    for name, root, checked in _files(folder):
        tokens = root.findall("token")
        text, words = "", []
        for i, token in enumerate(tokens):
            if i:
                text += " " if token.get("sentence") == tokens[i - 1].get("sentence") else "\n"
            words.append((len(text), len(text) + len(token.text or "")))
            text += token.text or ""
        place = {t.get("t_id"): i for i, t in enumerate(tokens)}
        of = {s.get("m_id"): r.get("note") or f"{name}:{r.get('r_id')}" for r in root.find("Relations") or () for s in r.findall("source")}
        for m in root.find("Markables") or ():
            anchors = [place[a.get("t_id")] for a in m.findall("token_anchor")]
            if anchors and m.tag.startswith(("ACTION", "NEG_ACTION")) and tokens[anchors[0]].get("sentence") in checked:
                cluster = of.get(m.get("m_id")) or f"{name}:{m.get('m_id')}"
                yield Happening(name, int(name.split("_")[0]), text, words[anchors[0]][0], words[anchors[-1]][1], cluster)


def _files(folder: Path) -> Iterator[tuple[str, ET.Element, set[str]]]:
    """Name, content and checked sentences of each file."""
    checked: dict[str, set[str]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf8") as rows:
        for row in csv.DictReader(rows):
            checked.setdefault(f"{row['Topic']}_{row['File']}.xml", set()).add(row["Sentence Number"])
    for file in sorted(folder.glob("*/*.xml")):
        yield file.stem, ET.parse(file).getroot(), checked.get(file.name, set())  # noqa: S314  # a corpus on disk, not input


def _document(name: str, root: ET.Element, checked: set[str]) -> Document:
    tokens = root.findall("token")
    text, words = join([t.text or "" for t in tokens])
    place = {t.get("t_id"): i for i, t in enumerate(tokens)}
    sentences: dict[str, list[int]] = {}
    for i, t in enumerate(tokens):
        sentences.setdefault(t.get("sentence", ""), []).append(i)
    mentions = {
        m.get("m_id"): place[anchors[-1].get("t_id")]
        for m in root.find("Markables") or ()
        if (anchors := m.findall("token_anchor")) and tokens[place[anchors[-1].get("t_id")]].get("sentence") in checked
    }
    clusters: dict[str, set[int]] = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        if target is None:
            continue
        same = {mentions[s.get("m_id")] for s in relation.findall("source") if s.get("m_id") in mentions}
        clusters.setdefault(relation.get("note") or relation.get("r_id") or "", set()).update(same)
    return Document(
        name=name, text=text, words=words, sentences=[(words[s[0]][0], words[s[-1]][1]) for s in sentences.values()],
        clusters=[sorted(c) for c in clusters.values() if len(c) > 1], unchecked=[words[i] for k, s in sentences.items() if k not in checked for i in s],
    )  # fmt: skip
