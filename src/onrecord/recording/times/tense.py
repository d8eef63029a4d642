"""Whether a time lies behind or ahead, by the verb that governs it: from parts of speech and heads where there are marks, else from the words around."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.draft import Draft
    from onrecord.recording.times.context import Direction

_FUTURE = re.compile(
    r"(?:\b(?:will|shall|won't|going to|gonna|set to|set for|due (?:to|on|for|in)?|is to|are to|to be|plans?(?: to)?|planned(?: to)?|planning|scheduled|expected|expects?|intends?|hopes? to"
    r"|upcoming|would|slated|about to|deadline|ahead of|expires?|ready to|vowed to|promised to|agreed to|ordered to|aims? to|must|should|can|may|by the end|by|until|coming|fall(?:s)? due|maturing"
    r"|mature|forecast|projected|predicted|redeem|begins?|starts?|resumes?|opens?|tomorrow|effective|holders of record|through|preparing|invited|payable)\b|['\u2019]ll\b)",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|began|came|went|took|made|gave|got|saw|met|held|left|won|lost|fell|rose|shot|hit|found|killed|sent|led|became|ran|kept|paid|sold|bought|broke|spoke|wrote"
    r"|brought|built|caught|chose|cut|drew|drove|felt|fought|flew|forgot|froze|grew|heard|hid|hung|hurt|knew|laid|lay|lent|lit|meant|overthrew|overtook|put|quit|read|rode|rang|sank|sat"
    r"|sought|shook|shown|slept|slid|split|spent|spread|stole|stood|stuck|struck|swept|swore|taught|thought|threw|tore|understood|underwent|withdrew|woke|wore|bore|beat|bent|blew|dealt|ate|undertook"
    r"|in the wake of|since|after|aftermath|following|has|have|been|[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
_NOT_PAST = re.compile(r"\b(?:need|speed|indeed|feed|seed|scheduled|expected|planned|slated|projected|forecast|proposed|set)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!St)(?<!Gen)(?<!Sen)(?<!Gov)(?<!Jan)(?<!Feb)(?<!Oct)(?<!Nov)(?<!Dec)(?<!Aug)(?<!Sept)\.(?=\s)|[;:!?\n\u201c\u201d\"]|,\s+(?:and|but|who|which|while|when|where|as|after|before|saying|said)\b|\b(?:that|who|which|because|while|although)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"(?:\b(?:said|told|announced|reported|added|wrote|warned|confirmed|claimed|denied|ruled|decided|predicted|declared|argued|insisted|testified|acknowledged|headed)(?:\s+\w+){0,3}\s+(?:on\s+|late\s+|early\s+)?)$",
    re.IGNORECASE,
)
_TELLING = re.compile(r"\b(?:said|told|announced|reported|added|warned|confirmed|denied)\s+(?:on\s+|late\s+|early\s+)$", re.IGNORECASE)
_TOLD = re.compile(r"\s+(?:said|told|announced|warned)\b")
_MEETS = frozenset(
    "meet leave arrive begin start open reopen close visit travel vote go return resume host depart fly face gather end expire".split()
)
_SINCE = re.compile(r"\bsince\s+(?:(?:late|early|mid)\s+)?$", re.IGNORECASE)
_HELD_UP = re.compile(r"\bhad been\s+(?:\w+\s+){1,4}$", re.IGNORECASE)  # "had been due to expire Friday": that Friday is over
_PAYABLE = re.compile(r"\b(?:payable|effective|due)\s+(?:on\s+)?$", re.IGNORECASE)
_SET = re.compile(r"\b(?:set|due|scheduled|slated|planned|expected)\s+(?:for|on|to\s+\w+(?:\s+on)?)\s+(?:late\s+|early\s+)?$", re.IGNORECASE)
_SOON = re.compile(r"\bas (?:early|soon) as\s+(?:(?:next|this)\s+)?$", re.IGNORECASE)
_DONE = re.compile(r"['\u2019]s\s+(?:[\w-]+\s+)?(?:ruling|decision|attacks?|announcement|declaration|killings?|bombings?|shootings?|resignation|arrests?|raids?|clash(?:es)?|verdict|crash|blasts?|shelling)\b", re.IGNORECASE)
_COMING = re.compile(r"\b(?:for|before|ahead of|until|by|after)\s+$", re.IGNORECASE)
_AUXILIARIES = frozenset({"will", "'ll", "\u2019ll", "shall", "wo", "would", "may", "might", "can", "could", "must", "should"})
_IF = frozenset({"if", "unless", "until", "once"})
_VERBAL = ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "MD")
_AHEAD = frozenset(
    "plan schedule expect slate set intend aim hope vow promise agree order prepare project forecast predict propose due want urge ask invite begin start".split()
)

_SET_FOR = frozenset("plan schedule expect slate set intend propose project forecast".split())  # "planned for Monday" looks ahead, "began on Monday" back


def direction(draft: Draft, start: int, end: int) -> Direction:
    """Where the time at characters `start` to `end` lies; none where nothing tells."""
    before = draft.text[max(0, start - 40) : start]
    if _SINCE.search(before) or _HELD_UP.search(before):
        return "past"
    if _SET.search(before) or _SOON.search(before) or _PAYABLE.search(before):
        return "future"
    if _DONE.match(draft.text, end, end + 40) and not _COMING.search(before):  # "Wednesday's ruling"
        return "past"
    if _TELLING.search(before) or _TOLD.match(draft.text, end):  # "said on Tuesday that", "on Tuesday said"
        return "past"
    if draft.marks.tokens:
        found = _by_heads(draft, start, end)
        if found != "none":
            return found
    return by_words(draft.text, start, end)


def by_words(text: str, start: int, end: int) -> Direction:
    """The direction that the nearest verb of the clause gives: before the time first, then after it."""
    before = _CLAUSE.split(text[max(0, start - 120) : start])[-1]
    if _REPORTED.search(before):
        return "past"
    behind = _last(before)
    if behind[0] != "none" and behind[1] < 40:
        return behind[0]
    after = _CLAUSE.split(text[end : end + 100])[0]
    ahead = _first(after)
    if ahead[0] != "none" and (behind[0] == "none" or ahead[1] < behind[1]):
        return ahead[0]
    return behind[0]


def _last(text: str) -> tuple[Direction, int]:
    """The direction of the last verb in `text` and how many characters lie after it."""
    future = [m.end() for m in _FUTURE.finditer(text)]
    past = [m.end() for m in _PAST.finditer(text) if not _NOT_PAST.fullmatch(m.group())]
    if not future and not past:
        return "none", len(text)
    last = max(future + past)
    return ("future" if future and (last in future or (past and future[-1] > past[-1] - 25)) else "past"), len(text) - last


def _first(text: str) -> tuple[Direction, int]:
    """The direction of the first verb in `text` and how many characters lie before it."""
    future = [m.start() for m in _FUTURE.finditer(text)]
    past = [m.start() for m in _PAST.finditer(text) if not _NOT_PAST.fullmatch(m.group())]
    if not future and not past:
        return "none", len(text)
    first = min(future + past)
    return ("future" if first in future else "past"), first


def _by_heads(draft: Draft, start: int, end: int) -> Direction:
    """The direction of the verb that the time hangs from, its auxiliaries and, for an infinitive or a participle, the verbs above it."""
    marks = draft.marks
    token = marks.head_of(start, end)
    for _ in range(8):
        if token is None or token < 0:
            return "none"
        if marks.tokens[token].xpos in _VERBAL or marks.tokens[token].upos == "VERB":
            break
        token = marks.tokens[token].head
    else:
        return "none"
    for _ in range(4):
        seen = marks.tokens[token]
        below = [marks.tokens[child] for child in marks.children[token]]
        helpers = {t.text.lower() for t in below if t.relation.startswith("aux")}
        if {"could", "be"} <= helpers and seen.xpos == "VBN":  # "could not be reached on Wednesday"
            return "past"
        if helpers & _AUXILIARIES and not helpers & {"have", "had"}:
            return "future"
        if seen.xpos == "VBD" or helpers & {"was", "were", "had", "did", "has", "have", "been"}:
            return "future" if seen.lemma in _SET_FOR else "past"
        if any(t.relation == "mark" and t.text.lower() in _IF for t in below) and (seen.xpos in ("VBZ", "VBP") or helpers & {"is", "are"}):
            return "future"
        if seen.xpos in ("VBN", "JJ") and seen.relation == "xcomp" and not helpers:
            token = seen.head
            continue
        if seen.xpos == "VBN" and seen.head >= 0 and not helpers:
            return "future" if seen.lemma in _AHEAD else "past"
        if seen.xpos in ("VBZ", "VBP"):
            return "future" if seen.lemma in _AHEAD or (draft.kind_at(start) == "body" and seen.lemma in _MEETS) else "none"
        if seen.xpos == "VBG" and helpers & {"is", "are", "'s", "'re", "am", "\u2019s", "\u2019re"}:
            return "future"
        infinitive = any(t.text.lower() == "to" and t.relation == "mark" for t in below)
        if seen.head < 0:
            return "future" if infinitive else "none"
        above = marks.tokens[seen.head]
        if infinitive:
            return "past" if above.lemma in ("manage", "fail", "begin", "start", "continue", "come", "go") and above.xpos == "VBD" else "future"
        token = seen.head
    return "none"
