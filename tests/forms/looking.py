"""How the tests of this folder look at a record: names for ids, turns of a transcript, the time that a reading takes."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING, Any

from onrecord import NotEnglishWarning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord import Reader, Record
    from onrecord.record import Statement

HERE = Path(__file__).resolve().parent
TEXTS = sorted(path.name for path in HERE.glob("*.txt"))
LABEL = re.compile(r"[\"“]?(?P<who>Q|A|[A-Z][\w ]{2,20}): (?=\S)")


class Look:
    """A record with its actors' names at hand."""

    def __init__(self, record: Record) -> None:
        self.record, self.text, self.statements = record, record.report.text, record.statements
        self.names = {actor.id: actor.name for actor in record.actors}
        self.by_id = {statement.id: statement for statement in record.statements}

    def who(self, statement: Statement) -> list[str]:
        return [self.names[i] for i in statement.speakers]

    def said(self, statement: Statement) -> str:
        return " ".join(piece.text for piece in statement.content)

    def having(self, words: str) -> Statement:
        """The outermost statement whose content has these words."""
        found = [s for s in self.statements if words in self.said(s)]
        assert found, f"no statement has {words!r}"
        return max(found, key=lambda s: len(self.said(s)))

    def brief(self, statement: Statement) -> str:
        return f"{statement.id} {self.who(statement)} {statement.source and statement.source.text!r} {statement.form} {statement.act}: {self.said(statement)!r}"

    def shown(self, wrong: Iterator[Statement]) -> list[str]:
        return [self.brief(statement) for statement in wrong]


def spans_of(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  what JSON holds
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from spans_of(part)


def seconds(reader: Reader, text: str) -> float:
    """Processor time of the thread that reads: the lesser of two, whatever else the machine does."""
    taken = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotEnglishWarning)
        for _ in range(2):
            begun = thread_time()
            reader.read_text(text)
            taken.append(thread_time() - begun)
    return min(taken)


def turns(text: str) -> list[tuple[str, list[str]]]:
    """Label and paragraphs of each turn of a transcript, labels and outer marks off."""
    out: list[tuple[str, list[str]]] = []
    for paragraph in text.split("\n\n")[1:]:  # the title has no turn
        label = LABEL.match(paragraph)
        if label is not None:
            out.append((label["who"], []))
        if out:
            out[-1][1].append(paragraph[label.end() if label is not None else 0 :].strip().strip('"“”'))
    return out


def at_turn(seen: Look, paragraph: str) -> list[Statement]:
    """Statements that are not spoken within another and whose content opens inside this paragraph of a turn."""
    start = seen.text.index(paragraph)
    return [s for s in seen.statements if s.within is None and start - 1 <= s.content[0].start < start + len(paragraph)]
