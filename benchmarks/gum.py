"""What GUM's last column holds: who is the same as whom, and whose word a clause is."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.parsing import Tree

Range = tuple[int, int]
Mention = tuple[int, int]
_ATTRIBUTION = re.compile(r"attribution-(positive|negative):(\d+)->(\d+):(\d+):([^;]*)")


def entities(tree: Tree) -> dict[str, list[Mention]]:
    """Mentions of every entity, by its number: first and last word (inclusive)."""
    out: dict[str, list[Mention]] = defaultdict(list)
    opened: list[tuple[str, int]] = []
    for i, word in enumerate(tree.words):
        value = _field(word.misc, "Entity")
        for piece in re.findall(r"\([^()]*\)?|[^()]*\)", value):
            entity = piece.strip("()").split("-")[0]
            if piece.startswith("("):
                opened.append((entity, i))
            if piece.endswith(")"):
                at = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == entity), None)
                if at is not None:
                    out[entity].append((opened.pop(at)[1], i))
    return out


@dataclass(frozen=True)
class Attributed:
    """The words of one attributed clause, of all that was attributed with it, and of its source, by the stretches that its tokens come in."""

    clause: list[int]
    unit: list[int]
    sources: list[list[int]]
    positive: bool


def attributed(tree: Tree) -> list[Attributed]:
    """Every attribution whose source is signalled.

    An elementary unit begins at the word that bears its number and ends before the next. The relation names the unit that heads its content
    and how many attachments to that unit lie nearer: these, with all below them, make up the content. The clause is that unit, with
    the pieces in which it goes on after an insertion (`same-unit`).
    """
    unit_of: list[int] = []
    below: dict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    found: list[tuple[str, int, int, int, str]] = []
    unit = 0
    for word in tree.words:
        value = _field(word.misc, "Discourse")
        if opens := re.match(r"[\w-]+:(\d+)(?:->(\d+):(\d+))?", value):
            unit = int(opens[1])
            if opens[2]:
                below[int(opens[2])].append((unit, int(opens[3]), value.startswith("same-unit")))
        found += [(kind, int(a), int(b), int(nearer), signals) for kind, a, b, nearer, signals in _ATTRIBUTION.findall(value)]
        unit_of.append(unit)

    def all_under(number: int) -> set[int]:
        return {number}.union(*(all_under(n) for n, *_ in below[number]))

    out = []
    for kind, speech, head, nearer, signals in found:
        sources = _stretches(signals)
        if not sources:
            continue
        clause = {head}.union(n for n, _, same in below[head] if same)
        whole = clause.union(*(all_under(n) for n, distance, same in below[head] if same or (n != speech and distance < nearer)))
        members = [[i for i, n in enumerate(unit_of) if n in units] for units in (clause, whole)]
        out.append(Attributed(*members, sources, kind == "positive"))
    return out


def _stretches(signals: str) -> list[list[int]]:
    """Word numbers (from 0) of a source signalled as `sem-atsrc-279-280,282-gold`, one list a stretch."""
    given = re.search(r"sem-atsrc-([\d,-]+)", signals)
    out = []
    for piece in given[1].strip("-").split(",") if given else ():
        first, _, last = piece.partition("-")
        out.append(list(range(int(first) - 1, int(last or first))))
    return out


def _field(misc: str, name: str) -> str:
    return next((part.removeprefix(f"{name}=") for part in misc.split("|") if part.startswith(f"{name}=")), "")
