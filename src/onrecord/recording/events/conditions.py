"""Conditions: under what circumstances an event is said to happen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.events.certainty_frames import is_conditional

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Range, Scene

_IN_CASE = re.compile(r"(?:in|under) (?:the )?(?:case|event) of\b|in the absence of\b|absent\b|barring\b", re.IGNORECASE)
_NAMED = re.compile(_IN_CASE.pattern + r"(?: \w+){0,3} $", re.IGNORECASE)
_INVERTED = re.compile(r"(?:Had|Should|Were) [^,]+(?=,)")
_NEAR = 40
_WHEN = frozenset({"if", "unless", "when", "once", "whenever"})


def condition_under(scene: Scene, token: int) -> Range | None:
    """The condition that hangs from this token: an if-clause or "in case of …"; null where there is none."""
    for kid in scene.marks.children[token]:
        if scene.is_a(kid, "advcl") and is_conditional(scene, kid):
            start, end = clause(scene, kid)
            comma = scene.text.find(",", end, scene.tokens[token].start)
            return (start, comma) if 0 < comma < end + _NEAR else (start, end)  # a parse may leave its last words out
        if scene.is_a(kid, "obl", "nmod", "advmod"):
            whole = clause(scene, kid)
            if _IN_CASE.match(scene.text[whole[0] : whole[1]]):
                return whole
    return None


def in_case_of(scene: Scene, token: int) -> Range | None:
    """The phrase "in case of …" where this noun is what it names, else null."""
    end = clause(scene, token)[1]
    sentence = scene.marks.sentences[scene.tokens[token].sentence]
    found = _NAMED.search(scene.text[sentence.start : scene.tokens[token].start])
    if found is None:
        return None
    comma = scene.text.find(",", scene.tokens[token].end, end)
    return sentence.start + found.start(), comma if comma > 0 else end


def condition_before(scene: Scene, token: int) -> Range | None:
    """The last if- or when-clause that begins before this token in its sentence and does not hold it: what a bare "would" leans on."""
    sentence = scene.marks.sentences[scene.tokens[token].sentence]
    above = {token, *scene.ancestors(token)}
    found = None
    for i in range(sentence.first, token):
        if i in above or not scene.is_a(i, "advcl"):
            continue
        words = {scene.tokens[k].text.lower() for k in scene.kids(i, "mark", "advmod")}
        if words & _WHEN or is_conditional(scene, i):
            found = clause(scene, i)
    if found is None and (inverted := _INVERTED.match(scene.text[sentence.start : scene.tokens[token].start])) is not None:
        return sentence.start, sentence.start + inverted.end()
    return found


def condition_around(scene: Scene, token: int) -> Range | None:
    """The condition that this verb closes ("if the shelling continues") though the parse has torn it: from its "if" to the next comma; else null."""
    sentence = scene.marks.sentences[scene.tokens[token].sentence]
    if scene.tokens[token].xpos not in ("VBZ", "VBP", "VBD", "VBN", "VB") or scene.is_infinitive(token):
        return None
    for i in range(token - 1, max(sentence.first, token - 8) - 1, -1):
        seen = scene.tokens[i]
        if seen.text.lower() in ("if", "unless") and seen.upos == "SCONJ":
            before = scene.tokens[i - 1] if i > sentence.first else None
            if before is not None and (before.upos in ("VERB", "ADJ") or before.text.lower() in ("as", "even")):
                return None
            end = next((scene.tokens[k].start for k in range(token, sentence.last) if scene.tokens[k].text in (",", ".", ";")), sentence.end)
            return scene.trim(seen.start, end)
        if seen.xpos in ("VBZ", "VBP", "VBD", "MD", "TO") or seen.upos == "PUNCT":
            return None
    return None


def clause(scene: Scene, token: int) -> Range:
    """The characters of what hangs from this token, without punctuation at the edges."""
    inside = scene.marks.subtree(token)
    start, end = scene.tokens[inside[0]].start, scene.tokens[inside[-1]].end
    comma = scene.text.rfind(",", scene.tokens[token].end, end)
    if comma > 0 and len(scene.text[comma + 1 : end].split()) < 3:  # a word of the next clause that the parse has drawn in
        end = comma
    return scene.trim(start, end)
