"""The names of places in a report and what stands around each: compass words, nouns of kind, the place it is said to lie in."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.facts import abbreviations, gazetteer, regions, states
from onrecord.record import Mention

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft

COMPASS = frozenset(
    f"{point}{end}" for point in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest") for end in ("", "ern")
) | {"central"}
_HEAD = re.compile(r"[,(\u2013\u2014]|\s[-_]{1,2}\s|\s-|\.\s*$")
_INSIDE = re.compile(r"^(?:,\s*|\s*\(|\s+in\s+|\s+of\s+)(?:(?:in|the|" + "|".join(sorted(COMPASS)) + r")\s+){0,3}$", re.IGNORECASE)
_BEFORE = re.compile(r"([A-Za-z]+)\s+(?:of\s+)?(?:the\s+)?$")
_AFTER = re.compile(r"^(?:'s|’s)?\s+([A-Za-z]+)")


@dataclass
class Named:
    """One name of a place as the report uses it: `words` without article; `part` a compass word before it; nouns right before and after it.

    `full` is the name itself where the words only shorten it ("Va."), `division` the state whose first-level division it must be, or empty.
    """

    words: str
    label: str
    part: str
    before: str
    after: str
    mention: Mention
    inside: Named | None = None
    full: str = ""
    division: str = ""

    def __post_init__(self) -> None:
        self.full = self.full or self.words


@dataclass
class Group:
    """All mentions of one place. `key` is its name without accents and case, or a state's code with the part of it that is meant."""

    key: str
    state: str | None
    named: list[Named] = field(default_factory=list)


def names(draft: Draft, cast: Cast) -> list[Named]:
    """Every name used as a place, in order, the dateline's first places included."""
    labels = {(name.start, name.end): name.label for name in draft.marks.names}
    found = {(m.start, m.end): m for m in [*_filed(draft), *cast.literal]}
    out: list[Named] = []
    for (start, end), mention in sorted(found.items()):
        if out and start < out[-1].mention.end:
            continue
        out += [_named(draft, piece, _label(draft, labels, start, end)) for piece in _pieces(draft, mention)]
    return out


def _pieces(draft: Draft, mention: Mention) -> list[Mention]:
    """The name, or where it is that of a place and of what it lies in ("Dresden, Germany"), both."""
    small, comma, large = mention.text.rpartition(", ")
    if not comma or not (states.named(large) or any(e.kind != gazetteer.CITY for e in gazetteer.named(large)) or abbreviations.full(large)):
        return [mention]
    at = mention.start + len(small) + len(comma)
    first = Mention(mention.start, mention.start + len(small), small, mention.form)
    return [*_pieces(draft, first), Mention(at, mention.end, draft.text[at : mention.end], mention.form)]


def hold(draft: Draft, named: list[Named]) -> None:
    """Tells each name that is said to lie in the next one so."""
    for before, after in itertools.pairwise(named):
        between = draft.text[before.mention.end : after.mention.start]
        if _INSIDE.match(between) and _holds(before, after):
            before.inside = after


def _filed(draft: Draft) -> list[Mention]:
    """The place or places that the dateline opens with."""
    dateline = draft.report.dateline
    if dateline is None:
        return []
    head = _HEAD.split(dateline.span.text, maxsplit=1)[0]
    out, at = [], dateline.span.start
    for piece in re.split(r"(/| and )", head):
        name = piece.strip(" /")
        if name and name != "and" and name[0].isupper():
            start = at + piece.index(name)
            out.append(Mention(start, start + len(name), draft.text[start : start + len(name)], "name"))
        at += len(piece)
    return out


def _label(draft: Draft, labels: dict[tuple[int, int], str], start: int, end: int) -> str:
    """The class that the encoder gave the name, or one that it overlaps."""
    if (start, end) in labels:
        return labels[start, end]
    return next((name.label for name in draft.names_near(start, end) if name.start < end and start < name.end), "LOCATION")


def _named(draft: Draft, mention: Mention, label: str) -> Named:
    words = re.sub(r"^(?:the|The|THE)\s+|['’]s$", "", " ".join(mention.text.split()))
    before = _BEFORE.search(draft.text[max(0, mention.start - 24) : mention.start])
    if before is not None and before[1].lower() in COMPASS and before[1][0].isupper() and regions.named(f"{before[1]} {words}"):
        start = mention.start - len(before[0])
        words, mention = f"{before[1]} {words}", Mention(start, mention.end, draft.text[start : mention.end], "name")
    part, start = "", mention.start
    first, _, rest = words.partition(" ")
    own = states.named(words) or regions.named(words) or any(e.own and e.kind == gazetteer.REGION for e in gazetteer.named(words))
    if first.lower() in COMPASS and rest and (first.islower() or (states.named(rest) and not own)):
        part, words = first.lower(), rest
    elif before := _BEFORE.search(draft.text[max(0, start - 24) : start]):
        word = before[1].lower()
        part = word if word in COMPASS and " of " not in before[0] else ""
    before_noun = _BEFORE.search(draft.text[max(0, start - 24) : start])
    after_noun = _AFTER.match(draft.text[mention.end : mention.end + 24])
    return Named(words, label, part, before_noun[1].lower() if before_noun else "", after_noun[1].lower() if after_noun else "", mention)


def _holds(small: Named, large: Named) -> bool:
    """Whether the second may hold the first: it is a state, or a region or state's part that the gazetteer knows."""
    if not large.division and states.named(large.full) and states.named(large.full)[0].form in ("name", "alias"):
        return not (states.named(small.full) and states.named(small.full)[0].form in ("name", "alias"))
    wide = [entry for entry in gazetteer.named(large.full) if entry.kind != gazetteer.CITY]
    return bool(wide) and not (_beside(small, wide) and not large.division)


def _beside(small: Named, wide: list[gazetteer.Entry]) -> bool:
    """Whether both are divisions of one state, as in a list of them, and the first is no capital."""
    own = {entry.country for entry in gazetteer.named(small.full) if entry.kind == gazetteer.REGION and entry.own}
    return any(entry.country in own for entry in wide) and not any(s.form == "capital" for s in states.named(small.full))


def groups(named: list[Named]) -> list[Group]:
    """The names gathered: those of one state are one place, a part of it another; other names are one place for each spelling."""
    out: dict[str, Group] = {}
    for name in named:
        meant = next((s for s in states.named(name.full) if s.form in ("name", "alias") and not s.shared and not name.division), None)
        key = f"{meant.code}/{name.part}" if meant is not None else gazetteer.key(name.full)
        out.setdefault(key, Group(key, meant.code if meant is not None else None)).named.append(name)
    return list(out.values())
