"""PLV (marked pairs), NGEC's machine-written stories, RAMS and WikiEvents (triggers), UDS-IH2 and UW (certainty)."""

from __future__ import annotations

import csv
import io
import json
import re
from bisect import bisect_left
from pathlib import Path
from typing import Iterator

from onrecord_training.corpora.document import Document, Range, join

# Trigger classes whose PLOVER type is beyond doubt; every other class is left out of the loss.
TRIGGERS = (
    (r"conflict\.attack|life\.die\.deathcausedbyviolent|life\.injure\.injurycausedbyviolent|justice\.judicialconsequences\.execute", "ASSAULT"),
    (r"conflict\.demonstrate", "PROTEST"),
    (r"conflict\.yield|justice\.releaseparole|personnel\.endposition\.quitretire", "RETREAT"),
    (r"contact\.(discussion|negotiate|contact|collaborate)\.meet", "CONSULT"),
    (r"contact\.threatencoerce", "THREATEN"),
    (r"contact\.requestadvise|contact\.requestcommand|contact\.commandorder", "REQUEST"),
    (r"transaction\.\w+\.giftgrantprovideaid", "AID"),
    (r"embargosanction|justice\.judicialconsequences\.convict|justice\.convict|justice\.sentence", "SANCTION"),
    (r"justice\.arrestjaildetain|prevententry|preventexit", "COERCE"),
    (r"justice\.(investigate|chargeindict|initiatejudicialprocess)", "ACCUSE"),
    (r"government\.agreements\.acceptagreement", "AGREE"),
    (r"accidentcrash|nonviolentdeath|createmanufacture|purchase|disaster|winelection|hiring|illness|manufacture", "NONE"),
)  # fmt: skip


def _plover(event_type: str) -> str | None:
    return next((label for pattern, label in TRIGGERS if re.search(pattern, event_type.lower())), None)


def read_plv(file: Path) -> Iterator[Document]:
    """A sentence with its actor and recipient marked, and the PLOVER root between them."""
    for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf8"), newline=""), delimiter="\t"):
        marked, text, places = row["marked_sentence"], "", {}
        for piece in re.split(r"(</?[st]>)", marked):
            if piece in ("<s>", "<t>"):
                places[piece[1]] = (len(text), len(text))
            elif piece in ("</s>", "</t>"):
                places[piece[2]] = (places[piece[2]][0], len(text))
            else:
                text += piece
        yield Document(name=row["sentence_id"], text=text, actor=places.get("s"), recipient=places.get("t"), pair=row["gold_root"])


def read_stories(file: Path) -> Iterator[Document]:
    """Machine-written stories with one PLOVER type each: weak supervision only."""
    for number, row in enumerate(csv.DictReader(io.StringIO(file.read_text(encoding="utf8"), newline=""))):
        yield Document(name=f"story-{number}", text=row["text"].strip()[:1500], story=row["label"])


def read_triggers(file: Path) -> Iterator[Document]:
    """Event triggers of RAMS (`.jsonlines`) or WikiEvents (`.jsonl`) whose class maps to a PLOVER type."""
    for line in file.read_text(encoding="utf8").splitlines():
        d = json.loads(line)
        tokens = [t for s in d["sentences"] for t in s] if file.suffix == ".jsonlines" else d["tokens"]
        text, places = join(tokens)
        found = (
            [(t[0], t[1], t[2][0][0]) for t in d["evt_triggers"]]
            if file.suffix == ".jsonlines"
            else [(e["trigger"]["start"], e["trigger"]["end"] - 1, e["event_type"]) for e in d["event_mentions"]]
        )
        triggers = [(places[a][0], places[b][1], label) for a, b, kind in found if (label := _plover(kind))]
        if triggers:
            yield Document(name=d.get("doc_key") or d["doc_id"], text=text, triggers=triggers)


def add_certainty(documents: list[Document], file: Path) -> list[Document]:
    """Lays UDS-IH2, made on EWT's sentences, over EWT's documents; returns the sentences that were not found there, as texts of their own."""
    places: dict[str, list[tuple[Document, list[Range]]]] = {}
    for document in documents:
        starts = [s for s, _ in document.words]
        for s, e in document.sentences:
            words = document.words[bisect_left(starts, s) : bisect_left(starts, e)]
            places.setdefault(" ".join(document.text[a:b] for a, b in words), []).append((document, words))
    apart = []
    for sentence, line in zip(read_certainty(file, scale=0), file.read_text(encoding="utf8").splitlines(), strict=True):
        d = json.loads(line)
        found = places.get(d["text"]) or places.get(d["text"].replace(" amp ", " & "))
        if not found:
            apart.append(sentence)
            continue
        for document, words in found:
            document.certainty += [(words[t["span1"][0]][0], words[t["span1"][1] - 1][1], float(t["label"])) for t in d["targets"]]
    return apart


def read_certainty(file: Path, *, scale: int) -> Iterator[Document]:
    """How sure the writer is that the event at each predicate happened, -3 to 3; `scale` tells UDS-IH2 (0) from UW (1)."""
    for number, line in enumerate(file.read_text(encoding="utf8").splitlines()):
        d = json.loads(line)
        text, places = join(d["text"].replace(" amp ", " & ").split(" "))
        targets = [(places[t["span1"][0]][0], places[t["span1"][1] - 1][1], float(t["label"])) for t in d["targets"]]
        yield Document(name=f"{file.parent.name}-{number}", text=text, certainty=targets, certainty_scale=scale)
