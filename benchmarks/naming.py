"""Names on worldwide/dev from running text: exact span and class, F1; a name that touches a token on which the annotators differ is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.system import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Range = tuple[int, int]
CLASSES = {"PERSON", "ORGANIZATION", "LOCATION", "NORP", "FACILITY", "DATE", "MONEY", "PRODUCT", "MISC"}
_CLOSING = set(".,:;?!)]%'’”") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "...", "''"}
_OPENING = ("(", "[", "$", "“", "‘")
_WRITTEN = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”"}


def naming() -> Iterator[Outcome]:
    """One outcome an article."""
    for path in sorted((DATA / "worldwide/dev").glob("*.tsv")):
        text, gold, doubtful = article(path)
        out = Outcome("names", path.name.removesuffix(".txt.tsv"))
        clear = [(n.start, n.end, n.label) for n in marks_of(text).names if n.label in CLASSES]
        found = {n for n in clear if not any(n[0] < b and a < n[1] for a, b in doubtful)}
        wanted = {n for n in gold if not any(n[0] < b and a < n[1] for a, b in doubtful)}
        out.right, out.found, out.wanted = len(found & wanted), len(found), len(wanted)
        for start, end, label in sorted(wanted - found):
            near = next((n for n in sorted(found - wanted) if n[0] < end and start < n[1]), None)
            out.miss(f"{start}", f"{text[start:end]} {label}", f"{text[near[0]:near[1]]} {near[2]}" if near else None)
        for start, end, label in sorted(found - wanted):
            if not any(start < n[1] and n[0] < end for n in wanted):
                out.miss(f"{start}+", None, f"{text[start:end]} {label}")
        yield out


def article(path: Path) -> tuple[str, set[tuple[int, int, str]], list[Range]]:
    """Text put together from its tokens, names, and the characters on which annotators differ. The first line, an address, is left out."""
    names: list[tuple[int, int, str]] = []
    doubtful: list[Range] = []
    text = ""
    last, opened, fresh = "O", False, True
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) < 2 or not fields[0]:
            text, last, fresh, opened = text.rstrip() + ("\n\n" if text else ""), "O", True, False
            continue
        if fields[0].startswith(("http://", "https://")) and not text:
            continue
        token = _WRITTEN.get(fields[0], fields[0])
        closes = token in _CLOSING or (token == '"' and opened)  # noqa: S105
        if not fresh and not closes and not text.endswith(_OPENING) and not (text.endswith('"') and opened):
            text += " "
        opened = not opened if token == '"' else opened  # noqa: S105
        fresh, start = False, len(text)
        text += token
        tag = fields[1]
        if any(other and other != tag for other in fields[2:]):
            doubtful.append((start, len(text)))
        if tag.startswith("I-") and last == tag[2:] and names:
            names[-1] = (names[-1][0], len(text), names[-1][2])
        elif tag != "O":
            names.append((start, len(text), tag[2:].upper()))
        last = tag[2:]
    return text.rstrip() + "\n", set(names), doubtful
