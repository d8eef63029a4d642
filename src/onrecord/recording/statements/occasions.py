"""On what occasion something was said, to whom, in answer to what, and through whose hands it came."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.record import Link, Occasion
from onrecord.recording.statements.scene import overlap

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Range, Scene

_ASKED = re.compile(
    r"\b(?:was |were |is )?(?:responding|replying|answering|reacting|responded|replied|answered|reacted|in (?:response|reply|answer)) (?:to )?(?:an? |the |reporters?[’'] |another )*"
    r"(?:questions?|queries|query|inquiry|inquiries)(?: (?:by|from) [^.,\"]{2,40}?)? (?:about|on|over|regarding|concerning|as to|whether|of) (?P<what>[^.\"“”]+)",
    re.IGNORECASE,
)
_WHEN_ASKED = re.compile(
    r"\b(?:when |if |as )?asked (?:by [^,.]{2,30} )?(?P<what>(?:about|on|whether|if|why|how|what|when|where|who) [^,.\"“”]+)", re.IGNORECASE
)


def occasion_of(scene: Scene, candidate: Candidate) -> Occasion | None:
    """The occasion named at the cue: "in a statement", "told a press briefing at ...", "wrote on Twitter"; the phrase is its span."""
    for head in _adjuncts(scene, candidate):
        kind = cues.occasion(scene.tokens[head].lemma.lower()) or cues.occasion(scene.tokens[head].text.lower())
        if kind is None:
            kind = next(
                (
                    k
                    for i in scene.kids(head, "compound", "nmod")
                    if (k := cues.occasion(scene.tokens[i].lemma.lower())) in ("post", "call", "broadcast")
                ),
                None,
            )
        if kind is None:
            continue
        tokens = [i for i in scene.marks.subtree(head) if not overlap([(scene.tokens[i].start, scene.tokens[i].end)], candidate.content)]
        lead = set(scene.kids(head, "case"))
        kept = [i for i in tokens if i not in lead]
        if not kept:
            continue
        start, end = scene.trim(scene.tokens[kept[0]].start, scene.tokens[kept[-1]].end)
        return Occasion(kind=kind, span=scene.draft.span(start, end))
    return None


def _adjuncts(scene: Scene, candidate: Candidate) -> list[int]:
    """Heads of what hangs from the cue beside its source and content; for a document as source that document."""
    out: list[int] = []
    if candidate.anchor is not None:
        anchors = [candidate.anchor]
        head = scene.tokens[candidate.anchor].head
        if head >= 0 and scene.is_a(candidate.anchor, "conj", "advcl", "xcomp") and scene.tokens[head].upos == "VERB":
            anchors.append(head)
        for anchor in anchors:
            for kid in scene.kids(anchor, "obl", "obj", "iobj", "nmod"):
                token = scene.tokens[kid]
                if not overlap([(token.start, token.end)], candidate.content) and kid not in candidate.holders:
                    out.append(kid)
                    out.extend(
                        i for i in scene.kids(kid, "nmod", "conj") if not overlap([(scene.tokens[i].start, scene.tokens[i].end)], candidate.content)
                    )
    out.extend(i for i in candidate.holders if cues.occasion(scene.tokens[i].lemma.lower()) in ("statement", "document", "post"))
    return out


def addressee_of(cast: Cast, candidate: Candidate, speakers: list[str]) -> str | None:
    """The actor addressed, where it is one that the report knows and not who speaks."""
    if candidate.told is None:
        return None
    return next((a for a in cast.of_token(candidate.told) if a not in speakers), None)


def prompt_of(scene: Scene, candidate: Candidate) -> Range | None:
    """The question answered: in the sentence of the cue ("asked whether ..., she said") or in the one after the cue's ("He was responding to ...")."""
    anchor = candidate.anchor if candidate.anchor is not None else scene.marks.at(candidate.start)
    if anchor is None:
        return None
    number = scene.tokens[anchor].sentence
    sentence = scene.marks.sentences[number]
    for pattern in (_WHEN_ASKED, _ASKED):
        found = pattern.search(scene.text, sentence.start, sentence.end)
        if found is not None and not overlap([found.span("what")], candidate.content):
            return scene.trim(*found.span("what"))
    if candidate.within is None and number + 1 < len(scene.marks.sentences):
        after = scene.marks.sentences[number + 1]
        found = _ASKED.search(scene.text, after.start, after.end)
        if found is not None and found.start() - after.start < 40 and not re.search(r"\b(?:said|told)\b", scene.text[after.start : found.start()]):
            return scene.trim(*found.span("what"))
    return None


def chain_of(scene: Scene, cast: Cast, candidate: Candidate) -> list[Link]:
    """What the text adds to the way this came: the outlet told, the outlet whose report it stands in, the paper cited."""
    out: list[Link] = []
    if candidate.told is not None and (name := _outlet(scene, cast, candidate.told)) is not None:
        span = scene.draft.span(*scene.phrase(candidate.told))
        out.append(Link(name=name, link="relays", span=span))
    outer = candidate.within
    while outer is not None:
        for holder in outer.holders[:1]:
            if (name := _outlet(scene, cast, holder)) is not None and outer.source is not None:
                out.append(Link(name=name, link="relays", span=scene.draft.span(*outer.source)))  # noqa: PERF401
        outer = outer.within
    if candidate.anchor is not None:
        for kid in scene.kids(candidate.anchor, "advcl", "obl"):
            token = scene.tokens[kid]
            if token.lemma in ("cite", "quote") and not overlap([(token.start, token.end)], candidate.content):
                for target in scene.kids(kid, "obj"):
                    span = scene.draft.span(*scene.phrase(target))
                    out.append(Link(name=span.text, link="cites" if token.lemma == "cite" else "quotes", span=span))
            elif scene.case_of(kid) == "by" and scene.is_passive(candidate.anchor) and (name := _outlet(scene, cast, kid)) is not None:
                out.append(Link(name=name, link="quotes", span=scene.draft.span(*scene.phrase(kid))))
    return out


def _outlet(scene: Scene, cast: Cast, head: int) -> str | None:
    """The name of the outlet that this token heads, or null where it is none."""
    for actor in cast.of_token(head):
        if cast.by_id[actor].kind == "outlet":
            return cast.by_id[actor].name
    return None
