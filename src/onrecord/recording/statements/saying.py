"""When and where something was said, never when and where what it is about happened."""

from __future__ import annotations

import re
from calendar import day_name
from datetime import date
from typing import TYPE_CHECKING

from onrecord.record import Dated, Located
from onrecord.recording.statements.scene import overlap

if TYPE_CHECKING:
    from onrecord.record import Place, Statement, Time
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Range, Scene


def time_of(scene: Scene, candidate: Candidate, times: list[Time]) -> Dated:
    """The time expression that hangs from the cue (its verb, the verb it shares a subject with, or its occasion), outside the content."""
    best: Time | None = None
    for time in times:
        if time.kind in ("date", "time") and time.value is not None and _belongs(scene, candidate, time.start, time.end):
            best = time if best is None or _distance(candidate, time) < _distance(candidate, best) else best
    if best is not None:
        return Dated(value=best.value, ref=best.id, basis="text")
    return Dated()


def _distance(candidate: Candidate, time: Time) -> int:
    at = candidate.cue[0] if candidate.cue else candidate.start
    return abs(time.start - at)


def place_of(scene: Scene, candidate: Candidate, places: list[Place]) -> Located:
    """The place that hangs from the cue or its occasion, outside content and source; the innermost where several stand together."""
    for place in places:
        for mention in place.mentions:
            if _belongs(scene, candidate, mention.start, mention.end):
                return Located(ref=place.id, basis="text")
    return Located()


def _belongs(scene: Scene, candidate: Candidate, start: int, end: int) -> bool:
    """Whether these words stand in the cue's sentence, outside content and source, and hang from the cue's verb rather than from another's."""
    if candidate.anchor is None or overlap(candidate.content, [(start, end)]):
        return False
    if candidate.source is not None and overlap([candidate.source], [(start, end)]):
        return False
    head = scene.marks.head_of(start, end)
    if head is None or scene.tokens[head].sentence != scene.tokens[candidate.anchor].sentence:
        return False
    if _trails(scene, candidate, head):
        return True
    targets = {candidate.anchor}
    above = scene.tokens[candidate.anchor].head
    if above >= 0 and scene.tokens[above].upos == "VERB" and scene.is_a(candidate.anchor, "advcl", "conj", "xcomp", "obj", "obl"):
        inside = scene.tokens[above]
        if not overlap(candidate.content, [(inside.start, inside.end)]):
            targets.add(above)
    holders = set(candidate.holders)
    for i in (head, *scene.ancestors(head)):
        if i in targets:
            return True
        if i in holders or (i != head and scene.tokens[i].upos == "VERB"):
            return False
    return False


def day_between(scene: Scene, candidate: Candidate) -> Range | None:
    """The bare weekday between the object of the cue and what belongs to that object: "voiced its opposition Wednesday to the plan"."""
    if candidate.anchor is None:
        return None
    for i in scene.kids(candidate.anchor, "obj"):
        if i + 2 < len(scene.tokens) and scene.tokens[i + 1].text in day_name and scene.tokens[i + 2].upos in ("ADP", "SCONJ"):
            return scene.tokens[i + 1].start, scene.tokens[i + 1].end
    return None


def _trails(scene: Scene, candidate: Candidate, head: int) -> bool:
    """Whether the word follows the cue of a quotation that stands before it, with no verb between: "…," she told reporters at the ministry in Lima."""
    if candidate.anchor is None or head < candidate.anchor or candidate.end > scene.tokens[candidate.anchor].start:
        return False
    if not any(q.closed and candidate.content[-1] == (q.start, q.end) for q in scene.outer_near(candidate.content)):
        return False
    return not any(scene.tokens[i].upos in ("VERB", "AUX") for i in range(candidate.anchor + 1, head))


def inherit(scene: Scene, made: list[tuple[Candidate, Statement]], published: str | None) -> dict[str, tuple[Dated, Located, str]]:
    """By statement id the time and place that it has from the speaker's statement before it, or (time only) from the day of publication.

    Only speech in the simple past or present inherits; "has long argued" and nominal cues stay without a time. A day from publication is
    approximate (EDTF "~").
    """
    out: dict[str, tuple[Dated, Located, str]] = {}
    last: dict[str, tuple[Dated, Located]] = {}
    lead = _lead(scene, made, published)
    for candidate, statement in made:
        time, place, rule = statement.time, statement.place, ""
        before = next((last[s] for s in statement.speakers if s in last), None)
        if statement.within is None and time.basis == "none" and _day_of_news(scene, candidate):
            if before is not None and before[0].basis == "text":
                time, place, rule = before[0], before[1] if place.ref is None else place, "same speaker"
            elif lead is not None:
                time, rule = lead, "day of the lead"
            elif published is not None:
                time, rule = Dated(value=published[:10] + "~", ref=None, basis="publication"), "day of publication"
        if rule:
            out[statement.id] = (time, place, rule)
        if time.basis == "text" and statement.within is None:
            last.update(dict.fromkeys(statement.speakers, (time, place)))
    return out


def _lead(scene: Scene, made: list[tuple[Candidate, Statement]], published: str | None) -> Dated | None:
    """The day that the first statement in the first body paragraph names for itself, at most four days before publication."""
    first = next((n for n, (start, _) in enumerate(scene.paragraphs) if scene.draft.kind_at(start) == "body"), None)
    for candidate, statement in made:
        at = scene.paragraph_of(candidate.start)
        if (
            at is None
            or first is None
            or at != first
            or statement.time.basis != "text"
            or not re.fullmatch(r"\d{4}-\d\d-\d\d", statement.time.value or "")
        ):
            continue
        day = date.fromisoformat(str(statement.time.value))
        if published is not None and not 0 <= (date.fromisoformat(published[:10]) - day).days <= 4:
            return None
        return statement.time
    return None


def _day_of_news(scene: Scene, candidate: Candidate) -> bool:
    """Whether the cue tells of a single act of the news day: a verb of saying without "has" or "had", or a quotation that goes on."""
    if candidate.anchor is None:
        return candidate.carried is not None
    token = scene.tokens[candidate.anchor]
    if token.upos != "VERB" or candidate.word is None or candidate.word.kind not in ("speech", "writing", "claim"):
        return False
    auxiliaries = [scene.tokens[i].lemma.lower() for i in scene.kids(candidate.anchor, "aux")]
    return token.xpos in ("VBD", "VBZ", "VBG") and not auxiliaries
