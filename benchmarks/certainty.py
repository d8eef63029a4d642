"""`python -m benchmarks.certainty`: certainty and polarity on UW and UDS-IH2 dev, by rules, encoder and both, and the table `cases/certainty.csv`."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from benchmarks.corpora import DATA, text_of
from benchmarks.system import marks_of
from onrecord.reading import plain
from onrecord.recording.draft import Draft
from onrecord.recording.events.certainty import Sure, seen_as, sure_of
from onrecord.recording.events.certainty_walk import walk
from onrecord.recording.statements.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record.items import Certainty, Polarity, When

CASES = Path(__file__).resolve().parents[1] / "cases/certainty.csv"
GOLD = Path(__file__).parent / "gold"
CORPORA = ("UW", "UDS_IH2")
SENTENCES = 400
Class = Literal["yes", "open", "no"]
Means = Literal["rules", "encoder", "both"]
_CLOSING = re.compile(r" (?=[.,:;?!)\]%]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)")


class Item(NamedTuple):
    """One event of a corpus with the gold value (-3 to 3) and what each means makes of it."""

    sentence: str
    word: str
    gold: float
    answers: dict[Means, Class]
    rule: str


class Case(NamedTuple):
    """One row of the table; the event stands in braces in `marked`."""

    id: str
    marked: str
    certainty: Certainty
    polarity: Polarity
    when: When
    condition: str
    until: str
    phenomenon: str


def class_of(value: float) -> Class:
    """Certainly so, certainly not, or between."""
    return "yes" if value > 1 else "no" if value < -1 else "open"


def items(corpus: str) -> Iterator[Item]:
    """Events of up to 400 sentences of the corpus's dev part, evenly drawn."""
    lines = (DATA / "factuality" / corpus / "dev.jsonl").read_text(encoding="utf8").splitlines()
    for line in lines[:: max(1, len(lines) // SENTENCES)][:SENTENCES]:
        row = json.loads(line)
        text, places = readable(row["text"].replace(" amp ", " & ").split(" "))
        scene = scene_of(text)
        for target in row["targets"]:
            start, end = places[target["span1"][0]][0], places[target["span1"][1] - 1][1]
            token = scene.marks.head_of(start, end)
            if token is None:
                continue
            state = walk(scene, token)
            both, seen = sure_of(scene, token), seen_as(scene.marks.certainty[token])
            ahead = corpus == "UDS_IH2" and state.when == "future"  # its annotators were asked whether it has happened
            answers: dict[Means, Class] = {
                "rules": _class(state.certainty, state.polarity, ahead=ahead),
                "encoder": _class(*seen, ahead=False) if seen else "yes",
                "both": _class(both.certainty, both.polarity, ahead=ahead),
            }
            yield Item(text, text[start:end], float(target["label"]), answers, state.rule)


def _class(certainty: Certainty, polarity: Polarity, *, ahead: bool) -> Class:
    if certainty in ("possible", "unknown") or ahead:
        return "open"
    return "yes" if polarity == "positive" else "no"


def readable(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words with the blanks that print has between them, and where each stands."""
    text, places, opened = "", [], False
    for word in words:
        seen = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}.get(word, word)
        closing = bool(_CLOSING.match(" " + seen)) or (seen == '"' and opened)
        glued = text.endswith(("(", "$")) or (text.endswith('"') and opened)
        if text and not closing and not glued:
            text += " "
        if seen == '"':
            opened = not opened
        places.append((len(text), len(text) + len(seen)))
        text += seen
    return text, places


def scene_of(text: str) -> Scene:
    """A text of body blocks, as the encoder sees it."""
    return Scene(Draft(plain(text), marks_of(text)))


def score(found: list[Item], means: Means) -> tuple[float, float]:
    """Accuracy and macro-F1 over the three classes."""
    pairs = Counter((class_of(i.gold), i.answers[means]) for i in found)
    right = sum(n for (gold, answer), n in pairs.items() if gold == answer)
    f1 = []
    for name in ("yes", "open", "no"):
        both = sum(n for (gold, answer), n in pairs.items() if name == gold) + sum(n for (gold, answer), n in pairs.items() if name == answer)
        f1.append(2 * pairs[name, name] / both if both else 0.0)
    return right / len(found), sum(f1) / len(f1)


def table(path: Path = CASES) -> list[Case]:
    """The rows of the table."""
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    fields = ("id", "text", "certainty", "polarity", "when", "condition", "until", "phenomenon")
    return [Case(*(row[field] for field in fields)) for row in rows]  # type: ignore[arg-type]


def wrong(case: Case) -> dict[str, tuple[str, str]]:
    """The fields in which the case does not hold: wanted and found."""
    before, _, rest = case.marked.partition("{")
    word, _, after = rest.partition("}")
    scene = scene_of(before + word + after)
    token = scene.marks.head_of(len(before), len(before) + len(word))
    if token is None:
        return {"event": (word, "no token")}
    at = scene.text.find(case.until) if case.until else -1
    sure = sure_of(scene, token, until=scene.marks.at(at) if at >= 0 else None)
    condition = scene.text[slice(*sure.condition)] if sure.condition else ""
    found = {"certainty": sure.certainty, "polarity": sure.polarity, "when": sure.when, "condition": condition}
    return {field: (str(getattr(case, field)), value) for field, value in found.items() if getattr(case, field) != value}


def labelled() -> Iterator[tuple[str, str, str]]:
    """Events of our own labelled reports (`benchmarks/gold`): the label's factuality, what is decided, the words."""
    for file in sorted(GOLD.glob("*.json")):
        label = json.loads(file.read_text(encoding="utf8"))
        scene = scene_of(text_of(label["source"], label["length"]))
        for event in label["events"]:
            token = scene.marks.head_of(*event["span"])
            if token is not None:
                sure = sure_of(scene, token, until=_cue_of(scene, label["statements"], event))
                yield event["factuality"], _factuality(sure), scene.text[slice(*event["span"])]


def _cue_of(scene: Scene, statements: list[dict[str, Any]], event: dict[str, Any]) -> int | None:
    start, end = event["span"]
    for s in statements:
        if event["said_by"] and s["speaker"] == event["said_by"] and s["cue_span"] and any(a <= start and end <= b for a, b in s["spans"]):
            return scene.marks.head_of(*s["cue_span"])
    return None


def _factuality(sure: Sure) -> str:
    if sure.condition is not None:
        return "conditional"
    if sure.certainty == "unknown" or sure.certainty in ("possible", "probable"):
        return "denied" if sure.polarity == "negative" else "possible"
    return "denied" if sure.polarity == "negative" else "future" if sure.when == "future" else "certain"


def main(arguments: list[str]) -> int:
    """Prints the figures; with --errors also what went wrong."""
    show = "--errors" in arguments
    for corpus in CORPORA:
        found = list(items(corpus))
        print(f"{corpus} dev: {len(found)} events")
        for means in ("rules", "encoder", "both"):
            accuracy, f1 = score(found, means)
            print(f"  {means:8} accuracy {accuracy:.3f}  macro-F1 {f1:.3f}")
        if show:
            for i in found:
                if i.answers["both"] != class_of(i.gold):
                    print(f"    {i.gold:+.1f} {i.answers['rules']}/{i.answers['encoder']}/{i.answers['both']} [{i.word}] {i.rule}: {i.sentence}")
    pairs = list(labelled())
    print(f"labelled reports: {sum(gold == answer for gold, answer, _ in pairs)} of {len(pairs)} events")
    for gold, answer, words in pairs if show else []:
        if gold != answer:
            print(f"    {gold} {answer} [{words}]")
    rows = table()
    results = {case: wrong(case) for case in rows}
    whole = sum(not r for r in results.values())
    print(f"cases: {whole} of {len(rows)} hold whole")
    for field in ("certainty", "polarity", "when", "condition"):
        print(f"  {field:9} {sum(field not in r and 'event' not in r for r in results.values())} of {len(rows)}")
    for case, differences in results.items():
        if differences and show:
            print(f"    {case.id} {case.phenomenon}: {case.marked}  {differences}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
