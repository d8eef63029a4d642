"""PolNeAR (attribution), Worldwide newswire, WikiGold and re3d (names)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Container, Iterator

from onrecord_training.corpora.document import Document, Range, join

WORLDWIDE = {"Person": "PERSON", "Organization": "ORGANIZATION", "Location": "LOCATION", "NORP": "NORP", "Facility": "FACILITY", "Date": "DATE", "Money": "MONEY", "Product": "PRODUCT", "Misc": "MISC"}
WIKIGOLD = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "LOCATION"}
RE3D = {"Weapon": "WEAPON", "MilitaryPlatform": "WEAPON", "Quantity": "QUANTITY"}


def read_polnear(folder: Path) -> Iterator[Document]:
    """Source, cue and content of every attribution, in brat's stand-off form."""
    for file in sorted((folder / "text").glob("*.txt")):
        text = file.read_bytes().decode("utf8")
        annotated = next((folder / "attributions").glob(f"{file.stem}*.ann"), None)
        if annotated is None:
            continue
        spans: dict[str, list[Range]] = {}
        out = []
        stand_off = annotated.read_text(encoding="utf8")
        for name, ranges in re.findall(r"^(T\d+)\t\w+ ([\d ;]+)\t", stand_off, re.MULTILINE):
            spans[name] = [(int(a), int(b)) for a, b in (r.split() for r in ranges.split(";"))]
        for event in re.findall(r"^E\d+\t(.*)$", stand_off, re.MULTILINE):
            parts: dict[str, list[Range]] = {"Source": [], "Cue": [], "Content": []}
            for argument in event.split():
                role, _, identifier = argument.partition(":")
                role = role.rstrip("0123456789")
                if role in parts:
                    parts[role] += spans.get(identifier, [])
            out.append((sorted(parts["Source"]), sorted(parts["Cue"]), sorted(parts["Content"])))
        yield Document(name=file.stem, text=text, attributions=out)


def read_worldwide(folder: Path) -> Iterator[Document]:
    """Names of nine classes; a token on which the annotators differ is masked."""
    for file in sorted(folder.glob("*.tsv")):
        lines = [line.split("\t") for line in file.read_text(encoding="utf8").split("\n")]
        for start in range(0, len(lines), 600):
            yield _tagged(f"{file.stem}-{start}", lines[start : start + 600])


def _tagged(name: str, lines: list[list[str]]) -> Document:
    tokens, tags, masks, breaks = [], [], [], set()
    for fields in lines:
        if len(fields) < 2 or not fields[0]:
            breaks.add(len(tokens))
            continue
        tokens.append(fields[0])
        tags.append(fields[1])
        masks.append(any(other and other != fields[1] for other in fields[2:]))
    text, places = join(tokens)
    names: list[tuple[int, int, str]] = []
    last = "O"
    for (start, end), tag in zip(places, tags, strict=True):
        label = WORLDWIDE.get(tag[2:], tag[2:]) if tag != "O" else "O"
        if tag.startswith("I-") and last == tag[2:] and names:
            names[-1] = (names[-1][0], end, names[-1][2])
        elif label != "O":
            names.append((start, end, label))
        last = tag[2:]
    return Document(name=name, text=text, names=names, masked=[p for p, m in zip(places, masks, strict=True) if m])


def read_wikigold(file: Path) -> Iterator[Document]:
    """Persons, organisations and locations; miscellaneous names are masked, since their kinds are told apart elsewhere."""
    for number, block in enumerate(re.split(r"\n\s*\n", file.read_text(encoding="utf8").strip())):
        rows = [line.split() for line in block.split("\n") if line.strip()]
        text, places = join([row[0] for row in rows])
        names, masked, last = [], [], "O"
        for (start, end), row in zip(places, rows, strict=True):
            tag = row[-1]
            if tag.endswith("MISC"):
                masked.append((start, end))
            elif tag != "O" and tag == last:
                names[-1] = (names[-1][0], end, names[-1][2])
            elif tag != "O":
                names.append((start, end, WIKIGOLD[tag[2:]]))
            last = tag
        yield Document(name=f"wikigold-{number}", text=text, names=names, masked=masked)


def read_re3d(folder: Path, *, leave_out: Container[str]) -> Iterator[Document]:
    """Weapons and quantities in defence reports; `leave_out` names folders (one a publisher)."""
    for part in sorted(p for p in folder.iterdir() if p.is_dir() and p.name not in leave_out):
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (part / "entities.json").read_text(encoding="utf8").splitlines():
            e = json.loads(line)
            if e["type"] in RE3D:
                entities.setdefault(e["documentId"], []).append((e["begin"], e["end"], RE3D[e["type"]]))
        for line in (part / "documents.json").read_text(encoding="utf8").splitlines():
            d = json.loads(line)
            yield Document(name=f"{part.name}-{d['_id']}", text=d["text"], arms=sorted(entities.get(d["_id"], [])))
