"""Predicates and classes of nouns: `resources/predicates.csv` and `classes.csv` to `src/onrecord/data/predicates.json`."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOT_CLASSES = {"any", "none", "infinitive", "owned", "place", "politician"}


def compile(resources: Path, out: Path) -> None:
    """Writes both tables as one JSON file; a phrase is split into its head and the further words it needs."""
    classes: dict[str, dict[str, list[str]]] = {}
    for row in _rows(resources / "classes.csv"):
        classes.setdefault(row["class"], {"noun": [], "kind": [], "sector": []})[row["by"]].append(row["value"])
    entries = [_entry(row, classes) for row in _rows(resources / "predicates.csv")]
    out.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in entries)
    text = '{"entries": [\n' + lines + '\n],\n"classes": ' + json.dumps(classes, ensure_ascii=False, sort_keys=True) + "}\n"
    (out / "predicates.json").write_text(text, encoding="utf8")


def _entry(row: dict[str, str], classes: dict[str, dict[str, list[str]]]) -> dict[str, object]:
    head, words = _split(row["lemma"], row["pos"])
    actors, mark, recipients = _frame(row["frame"])
    return {
        "lemma": head,
        "pos": row["pos"],
        "words": words,
        "objects": row["objects"].split(),
        "type": row["type"],
        "mode": row["mode"] or None,
        "frame": row["frame"],
        "actors": list(dict.fromkeys(actors + recipients)) if mark == "+" else actors,
        "recipients": [] if mark == "+" else recipients,
        "requires": [_requirement(text, classes) for text in row["requires"].split()],
        "strength": float(row["strength"]),
        "verbal": row["verbal"] == "yes",
    }


def _split(phrase: str, pos: str) -> tuple[str, list[str]]:
    """The head of the phrase and its other words: first of a verb's, last of a noun's, unless a preposition stands within that."""
    words = phrase.split()
    if pos != "noun" or len(words) == 1:
        return words[0], words[1:]
    for i, word in enumerate(words):
        if word in ("of", "from"):
            return words[i - 1], words[: i - 1] + words[i:]
    return words[-1], words[:-1]


def _frame(frame: str) -> tuple[list[str], str, list[str]]:
    """Where the actors are, how the two sides are joined (`>` to a recipient, `+` with a party), where the others are."""
    mark = "+" if "+" in frame else ">" if ">" in frame else ""
    left, _, right = frame.partition(mark) if mark else (frame, "", "")
    return [x for x in left.split("|") if x], mark, [x for x in right.split("|") if x]


def _requirement(text: str, classes: dict[str, dict[str, list[str]]]) -> dict[str, object]:
    place, _, names = text.lstrip("!").partition(":")
    unknown = [name for name in names.split("/") if name not in classes and name not in NOT_CLASSES]
    if unknown:
        message = f"no such class of nouns in classes.csv: {', '.join(unknown)} ({text})"
        raise ValueError(message)
    return {"slot": place, "classes": names.split("/"), "negative": text.startswith("!")}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.DictReader(file))
