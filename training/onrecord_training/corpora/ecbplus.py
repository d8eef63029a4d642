"""ECB+: which participants and events of a news text are the same, in the sentences its authors checked."""

from __future__ import annotations

import csv
from xml.etree import ElementTree as ET
from typing import TYPE_CHECKING, Iterator

from onrecord_training.corpora.document import Document, join

if TYPE_CHECKING:
    from pathlib import Path


def read_ecbplus(folder: Path) -> Iterator[Document]:
    """One document a file: words and sentences without trees, and clusters of mentions within it, each mention as its last word."""
    checked: dict[str, set[str]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf8") as rows:
        for row in csv.DictReader(rows):
            checked.setdefault(f"{row['Topic']}_{row['File']}.xml", set()).add(row["Sentence Number"])
    for file in sorted(folder.glob("*/*.xml")):
        root = ET.parse(file).getroot()  # noqa: S314  # a corpus on disk, not input
        document = _document(file.stem, root, checked.get(file.name, set()))
        if document.clusters:
            yield document


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
