"""Fields of a record in words for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Actor, Dated, Located, Record, Span, Stance, Statement

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")
_DOUBTS = {"~": "about", "?": "perhaps", "%": "perhaps about"}
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_CONTROLS[0x1F] = _CONTROLS[0x0C] = _CONTROLS[0x0B] = _CONTROLS[0x85] = " "


def safe(words: str) -> str:
    """`words` with each character that steers a terminal (escapes, controls, changes of direction) replaced by one that does not; length is kept."""
    return words.translate(_CONTROLS)


def flat(words: str) -> str:
    """`words` in one line, safe for a terminal."""
    return " ".join(safe(words).split())


def date(value: str | None) -> str:
    """EDTF or ISO 8601 in words: `2021-03-04` is "24 Oct 2024", `2022/..` "since 2022"; what has no such words stays as it is."""
    if value is None:
        return ""
    first, slash, last = value.partition("/")
    if slash:
        if last in ("..", ""):
            return f"since {date(first)}"
        return f"until {date(last)}" if first in ("..", "") else f"{date(first)} to {date(last)}"
    match = _DATE.fullmatch(value.rstrip("~?%"))
    if match is None:
        return value
    if value[-1] in _DOUBTS:
        return f"{_DOUBTS[value[-1]]} {date(value[:-1])}"
    year, month, day, clock, offset = match.groups()
    if month is not None and not 1 <= int(month) <= 12:  # EDTF counts seasons and quarters from 21
        return value
    parts = [str(int(day)) if day else "", MONTHS[int(month)] if month else "", year, clock or "", (offset or "").replace("Z", "UTC")]
    return " ".join(part for part in parts if part)


class Names:
    """What the ids of a record are called."""

    def __init__(self, record: Record) -> None:
        self.actors: dict[str, Actor] = {actor.id: actor for actor in record.actors}
        self.places = {place.id: place.name for place in record.places}
        self.quantities = {quantity.id: flat(quantity.text) for quantity in record.quantities}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in record.statements}

    def actor(self, id_: str) -> str:
        """An actor's name."""
        return flat(self.actors[id_].name)

    def parties(self, ids: list[str]) -> str:
        """Several actors' names."""
        return ", ".join(self.actor(id_) for id_ in ids)

    def role(self, id_: str) -> str:
        """An actor's first role, and whose it is where the title does not say so; else what it is part of."""
        actor = self.actors[id_]
        if not actor.roles:
            return self.actor(actor.part_of) if actor.part_of is not None else ""
        role = actor.roles[0]
        title = flat(role.title)
        of = self.actor(role.of) if role.of is not None else ""
        return title if not of or of.lower() in title.lower() else f"{title}, {of}"

    def place(self, located: Located) -> str:
        """A place's name."""
        return flat(self.places[located.ref]) if located.ref is not None else ""

    def when(self, dated: Dated) -> str:
        """A time in words."""
        return date(dated.value)

    def voice(self, stance: Stance) -> str:
        """On whose word a stance stands: the speakers of its statement, or the report itself."""
        if stance.by is None:
            return "the report"
        return self.speakers(self.statements[stance.by])

    def speakers(self, statement: Statement) -> str:
        """Who says a statement: the speakers, else the words for the source, else that it is nobody named."""
        if statement.speakers:
            return self.parties(statement.speakers)
        return flat(statement.source.text) if statement.source is not None else "unnamed"


def around(span: Span, inner: Span, most: int) -> tuple[str, str, str]:
    """Words before `inner` in `span`, `inner`, and words after it, each in one line; cut at words to about `most` characters together."""
    if not span.start <= inner.start <= inner.end <= span.end:
        return "", flat(inner.text), ""
    before, after = span.text[: inner.start - span.start], span.text[inner.end - span.start :]
    room = max(0, most - len(inner.text))
    left, right = room // 2, room - room // 2
    left, right = max(left, room - len(after)), max(right, room - len(before))
    return _tail(before, left), flat(inner.text), _top(after, right)


def _tail(words: str, most: int) -> str:
    space = " " if words[-1:].isspace() else ""
    if len(words) > most:
        cut = words[len(words) - most :]
        words = "… " + (cut.partition(" ")[2] if " " in cut else "")
    return flat(words) + space


def _top(words: str, most: int) -> str:
    space = " " if words[:1].isspace() else ""
    if len(words) > most:
        words = words[:most].rpartition(" ")[0] + " …"
    return space + flat(words)


def sure(stance: Stance) -> str:
    """How sure a stance is, denial included."""
    if stance.polarity == "positive":
        return stance.certainty
    return {"certain": "certainly not", "probable": "probably not", "possible": "possibly not"}.get(stance.certainty, "denied")
