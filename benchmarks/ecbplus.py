"""Gold event mentions of ECB+ as linking sees them: each text read by the encoder, each mention made a profile."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from benchmarks.corpora import DATA
from benchmarks.system import reader
from onrecord.corroborating.index import Profile
from onrecord.corroborating.wording import fold, stem, stems
from onrecord.reading.report import read_text
from onrecord.record import ItemRef

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from onrecord.understanding.marks import Marks

NAMES = ("PERSON", "ORGANIZATION", "LOCATION", "NORP", "FACILITY")


class Mention(NamedTuple):
    """A mention, the event it is of (over all texts), and the story that its text tells."""

    profile: Profile
    cluster: str
    story: str


def mentions(topics: Collection[int]) -> list[Mention]:
    """All checked event mentions of these topics, in order of the files."""
    folder = DATA / "ecbplus"
    checked: dict[str, set[str]] = {}
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf8") as rows:
        for row in csv.DictReader(rows):
            checked.setdefault(f"{row['Topic']}_{row['File']}", set()).add(row["Sentence Number"])
    files = sorted(file for file in folder.glob("*/*.xml") if int(file.stem.split("_")[0]) in topics)
    return [mention for file in files for mention in _of_file(file, checked.get(file.stem, set()))]


def _of_file(file: Path, checked: set[str]) -> Iterator[Mention]:
    root = ET.parse(file).getroot()  # noqa: S314  a corpus on disk
    tokens = root.findall("token")
    text, words = "", []
    for i, token in enumerate(tokens):
        if i:
            text += " " if token.get("sentence") == tokens[i - 1].get("sentence") else "\n"
        words.append((len(text), len(text) + len(token.text or "")))
        text += token.text or ""
    place = {t.get("t_id"): i for i, t in enumerate(tokens)}
    of = {s.get("m_id"): r.get("note") or f"{file.stem}:{r.get('r_id')}" for r in root.find("Relations") or () for s in r.findall("source")}
    report = read_text(text)
    marks = reader()._marks(report)  # noqa: SLF001  the encoder alone
    scene = list(dict.fromkeys(fold(report.text[n.start : n.end]) for n in marks.names if n.label in NAMES))
    story = file.stem.split("_")[0] + ("+" if file.stem.endswith("plus") else "")
    for m in root.find("Markables") or ():
        anchors = [place[a.get("t_id")] for a in m.findall("token_anchor")]
        if not anchors or not m.tag.startswith(("ACTION", "NEG_ACTION")) or tokens[anchors[0]].get("sentence") not in checked:
            continue
        start, end = words[anchors[0]][0], words[anchors[-1]][1]
        head = marks.head_of(start, end)
        if head is not None:
            ref = ItemRef(file.stem, m.get("m_id") or "")
            yield Mention(_profile(marks, report.text, ref, head, start, end, scene), of.get(m.get("m_id")) or f"{file.stem}:{ref.key}", story)


def _profile(marks: Marks, text: str, ref: ItemRef, head: int, start: int, end: int, scene: list[str]) -> Profile:
    sentence = marks.sentences[marks.tokens[head].sentence]

    def told(*roles: str) -> list[list[str]]:
        out = []
        for argument in marks.roles.get(head, []):
            if argument.role in roles:
                own = stem(marks.tokens[argument.head].text)
                out.append([own, *(w for w in stems(" ".join(marks.tokens[i].text for i in marks.subtree(argument.head))) if w != own)])
        return out

    return Profile(
        ref=ref, kind="event", type=None, mode=None, actors=told("ARG0"), recipients=told("ARG1", "ARG2"), speakers=[], places=told("LOC"), days=None,
        published=None, figures=[], words=list(dict.fromkeys([stem(marks.tokens[head].lemma), *stems(text[sentence.start : sentence.end])])), scene=scene,
        vector=marks.vector(marks.between(start, end)),
    )  # fmt: skip
