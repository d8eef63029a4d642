"""Puts the parse's candidates and the encoder's attributions together: one candidate for each act."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.nearby import Nearby
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.clauses import FIRST
from onrecord.recording.statements.phrases import MEASURES
from onrecord.recording.statements.scene import iou, overlap, size, union
from onrecord.recording.statements.sharing import nearest, shared_out
from onrecord.recording.statements.sources import first_of_verb, holders_of_verb, source_range
from onrecord.recording.statements.unsaid import only_asked
from onrecord.recording.statements.verbs import is_said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.facts.cues import Cue
    from onrecord.record.items import Act
    from onrecord.recording.statements.scene import Range, Scene
    from onrecord.understanding.marks import Attribution

LEAST = 0.25
SHELLS = frozenset({"express", "voice", "reiterate", "repeat", "reaffirm", "renew", "issue", "make", "offer", "stress", "raise"})
_RESTING = frozenset({"cite", "quote"})
_SAME = 0.75
_ASIDE = re.compile(r",?\s*(?:which|who|whose|where|as|while|after)\b")  # behind an object: the reporter goes on
_EMPTY = frozenset({"that", "it", "which", "what", "this", "so", "who", "him", "her", "them", "themselves", "itself"})


def merge(scene: Scene, parsed: list[Candidate]) -> list[Candidate]:
    """Parsed candidates, each with what the encoder thinks of it, and those that only the encoder saw, in order of position."""
    out = _distinct(parsed)
    by_place: Nearby[Candidate] = Nearby()
    for candidate in out:
        by_place.add(candidate, _marked(candidate))
    for attribution in scene.marks.attributions:
        if attribution.score < LEAST or _measures(scene, attribution) or _leans(scene, attribution):
            continue
        for cue, content in shared_out(scene, attribution):
            own = cue == union(attribution.cue, gap=2)
            source = nearest(scene, attribution.source, cue or content) if own else []
            match = _match(by_place.at(cue or content), cue, content)
            if match is not None:
                _agree(scene, match, attribution.score, source, content)
            elif (found := _alone(scene, cue, source, content, attribution.score)) is not None:
                out.append(found)
                by_place.add(found, _marked(found))
    return sorted(_without_shells(scene, _distinct(out)), key=lambda c: (c.start, -c.end))


def _measures(scene: Scene, attribution: Attribution) -> bool:
    """Whether its source is what something goes by, not who says it ("each according to its means")."""
    source = [i for start, end in attribution.source for i in scene.marks.between(start, end)]
    said = any(scene.text[start:end].lower().startswith("according") for start, end in attribution.cue)
    return said and bool(source) and scene.tokens[source[-1]].lemma.lower() in MEASURES and any(scene.is_a(i, "nmod:poss") for i in source)


def _leans(scene: Scene, attribution: Attribution) -> bool:
    """Whether its cue names what another saying rests on ("citing a leaked memo, the paper reported"): a link of that saying's chain."""
    cue = [i for start, end in attribution.cue for i in scene.marks.between(start, end)]
    said = [i for start, end in attribution.content for i in scene.marks.between(start, end)]
    clause = any(scene.tokens[i].upos in ("VERB", "AUX") and not scene.is_a(i, "amod") for i in said)
    return not clause and len(cue) == 1 and scene.tokens[cue[0]].lemma.lower() in _RESTING and scene.tokens[cue[0]].xpos == "VBG"


def _marked(candidate: Candidate) -> list[Range]:
    """The characters by which an attribution of the encoder is known to be this candidate: its cue, or its content where it has none."""
    return [candidate.cue] if candidate.cue is not None else candidate.content


def _without_shells(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Without "expressed [its opposition to the plan]" where "opposition to [the plan]" is there: one act, whose cue is both words."""
    shells = []
    verbs: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.anchor is not None and candidate.cue is not None and scene.tokens[candidate.anchor].lemma in SHELLS:
            verbs.setdefault(candidate.anchor, []).append(candidate)
    for noun in candidates:
        if noun.anchor is None or noun.word is None or noun.word.pos != "noun":
            continue
        at = (scene.tokens[noun.anchor].start, scene.tokens[noun.anchor].end)
        for verb in verbs.get(scene.tokens[noun.anchor].head, []):
            if (
                verb.cue
                and _carries(scene, verb.anchor, noun.anchor)
                and overlap(verb.content, [at])
                and iou(verb.content, noun.content) >= 0.4
            ):
                shells.append(verb)
                noun.holders, noun.source = (verb.holders, verb.source) if verb.holders else (noun.holders, noun.source)
                if noun.cue is not None and noun.cue[0] - verb.cue[1] <= 40:
                    noun.cue = (verb.cue[0], noun.cue[1])
                noun.parse, noun.seen = max(noun.parse, verb.parse), max(noun.seen, verb.seen)
    return [c for c in candidates if not any(c is s for s in shells)]


def _carries(scene: Scene, verb: int | None, noun: int) -> bool:
    """Whether the noun is what the verb has as its object, or the first phrase after a verb without one."""
    if verb is None or scene.tokens[noun].head != verb or noun < verb:
        return False
    return scene.is_a(noun, "obj") or (not scene.kids(verb, "obj") and noun - verb <= 4)


def _match(candidates: Iterable[Candidate], cue: list[Range], content: list[Range]) -> Candidate | None:
    """The candidate with this cue, of several the one whose content fits best; without cue the one with this content."""
    if cue:
        same = [c for c in candidates if c.cue is not None and overlap([c.cue], cue)]
    else:
        same = [c for c in candidates if c.cue is None and iou(c.content, content) >= 0.5]
    return max(same, key=lambda c: iou(c.content, content), default=None)


def _agree(scene: Scene, candidate: Candidate, score: float, source: list[Range], content: list[Range]) -> None:
    """Takes from the encoder what the parse lacks: a source, or a content that the parse has missed by far."""
    candidate.seen = max(candidate.seen, score)
    common = overlap(candidate.content, content)
    if common / max(1, size(candidate.content)) < 0.5 or common / max(1, size(content)) < 0.5:
        direct = any(scene.quoted_at(*piece) for piece in candidate.content)
        if score >= 0.5 and not direct and not _follows(candidate, content) and not _keeps(scene, candidate, content) and candidate.act != "decline":  # what is declined is what it was about, without the declining
            candidate.content = content
    if source and (candidate.source is None or not overlap([candidate.source], source)):
        holders = _heads(scene, source)
        if holders and (candidate.source is None or (score >= 0.6 and not _stands_beside(scene, candidate))):
            candidate.holders, candidate.source = holders, source_range(scene, holders) or source[0]


def _follows(candidate: Candidate, content: list[Range]) -> bool:
    """Whether the parse's content follows its cue, but for a "that", and the encoder's begins further on."""
    near = candidate.cue is not None and bool(candidate.content) and 0 < candidate.content[0][0] - candidate.cue[1] <= len(" that ")
    return near and content[0][0] > candidate.content[0][0] + len(" that ")


def _keeps(scene: Scene, candidate: Candidate, content: list[Range]) -> bool:
    """Whether the parse's clause or infinitive stands as it is: the encoder's stops within it, or runs on over a verb of saying that the parse has joined to the cue."""
    start, end = candidate.start, candidate.end
    if candidate.rule == "verb.o" and content[0][0] == start and _ASIDE.match(scene.text, end):
        return True
    if candidate.anchor is None or not candidate.rule.endswith((".c", ".i")):
        return False
    if len(candidate.content) == 1 and start <= content[0][0] <= start + len("that ") and content[0][1] < end:
        return True
    joined = [scene.tokens[i] for i in scene.kids(candidate.anchor, "conj") if (word := cues.cue(scene.tokens[i].lemma, scene.tokens[i].upos)) is not None and word.pos == "verb"]
    return any(overlap([(t.start, t.end)], content) for t in joined)


def _stands_beside(scene: Scene, candidate: Candidate) -> bool:
    """Whether the parse's source ends right where the cue or its auxiliaries begin: no other can be nearer."""
    if candidate.source is None or candidate.anchor is None:
        return False
    first = first_of_verb(scene, candidate.anchor)
    return 0 <= scene.tokens[first].start - candidate.source[1] <= 1


def _alone(scene: Scene, cue: list[Range], sources: list[Range], content: list[Range], score: float) -> Candidate | None:
    """A candidate for what only the encoder saw; null where its cue is denied."""
    anchor, word = _cue_word(scene, cue)
    if scene.paragraph_of(content[0][0]) is None or (
        anchor is not None and word is not None and word.pos == "verb" and not is_said(scene, anchor, word)
    ):
        return None
    if anchor is not None and only_asked(scene, anchor):
        return None
    holders = _heads(scene, sources)
    if word is None and anchor is not None and scene.tokens[anchor].upos == "VERB" and scene.is_passive(anchor) and not _is_agent(scene, anchor, holders):
        return None  # "the lawsuit was filed in court" is nobody's word
    if not holders and anchor is not None and scene.tokens[anchor].upos == "VERB":
        holders = holders_of_verb(scene, anchor)
    if not holders and anchor is None:
        return None
    if word is not None and word.kind == "appearance":
        return None
    if not holders and not sources and anchor is not None and scene.is_passive(anchor) and not scene.kids(anchor, "ccomp", "xcomp", "csubj", "advcl"):
        return None  # "9,000 cars are expected on the bridge" is nobody's word
    if holders and scene.tokens[holders[0]].text.lower() in FIRST and cue and scene.spoken_at(*cue[0]):  # "I think", said by the one who speaks
        return None
    source = source_range(scene, holders) or (sources[0] if sources else None)
    content = [_whole(scene, piece) for piece in content]
    text = [scene.text[a:b].strip().lower() for a, b in content]
    if all(piece in _EMPTY for piece in text):
        return None
    return Candidate(
        anchor=anchor, cue=max(cue, key=lambda r: r[1] - r[0]) if cue else None, source=source, content=content, act=_act(scene, cue, word),
        rule="encoder", word=word, holders=holders, distance=word.distance if word else "neutral", seen=score,
    )  # fmt: skip


def _is_agent(scene: Scene, verb: int, holders: list[int]) -> bool:
    """Whether one of these is by whom a verb in the passive is done, or its subject."""
    return any(scene.tokens[i].relation == "obl:agent" or scene.case_of(i) == "by" or scene.is_a(i, "nsubj") for i in holders)


def _whole(scene: Scene, piece: Range) -> Range:
    """The piece with what describes its last noun and stands right behind it: "Saturday's meeting" with "held by police chiefs"."""
    inside = scene.marks.between(*piece)
    if not inside:
        return piece
    last = scene.tokens[inside[-1]]
    if last.upos not in ("NOUN", "PROPN"):
        return piece
    end = piece[1]
    for kid in scene.kids(inside[-1], "acl", "nmod"):
        under = scene.marks.subtree(kid)
        if under[0] == inside[-1] + 1 and scene.tokens[kid].relation != "acl:relcl" and len(under) == under[-1] - under[0] + 1:
            end = scene.tokens[under[-1]].end
    return piece[0], end


def _act(scene: Scene, cue: list[Range], word: Cue | None) -> Act:
    """The act of the cue word, with the preposition that the cue holds: "called for"."""
    if word is None:
        return "say"
    inside = [scene.tokens[i].text.lower() for a, b in cue for i in scene.marks.between(a, b) if scene.tokens[i].upos == "ADP"]
    return next((act for preposition in inside if (act := word.act_with(preposition)) is not None), word.act)


def _cue_word(scene: Scene, cue: list[Range]) -> tuple[int | None, Cue | None]:
    """The token of the cue that is a cue word (verbs first), else its first verb, noun or adjective."""
    inside = [i for a, b in cue for i in scene.marks.between(a, b)]
    known = [(i, word) for i in inside if (word := cues.cue(scene.tokens[i].lemma, scene.tokens[i].upos)) is not None]
    if known:
        return max(known, key=lambda pair: (pair[1].pos == "verb", pair[1].strength))
    plain = [i for i in inside if scene.tokens[i].upos in ("VERB", "NOUN", "ADJ")] or inside
    return (plain[0], None) if plain else (None, None)


def _heads(scene: Scene, ranges: list[Range]) -> list[int]:
    """Head tokens of the noun phrases in these ranges."""
    out: list[int] = []
    for start, end in union(ranges, gap=2):
        head = scene.marks.head_of(start, end)
        if head is not None and scene.is_relative(head):
            above = next((i for i in scene.ancestors(head) if scene.tokens[i].relation == "acl:relcl"), None)
            head = scene.tokens[above].head if above is not None and scene.tokens[above].head >= 0 else head
        if head is not None:
            out.append(head)
            out.extend(i for i in scene.kids(head, "conj") if scene.tokens[i].end <= end)
    return out


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates without those that repeat another: same anchor, or nearly the same content on the same word of the same source."""
    out: list[Candidate] = []
    by_place: Nearby[tuple[int, Candidate]] = Nearby()
    anchored: dict[int, tuple[int, Candidate]] = {}
    for candidate in sorted(candidates, key=lambda c: -(c.parse + c.seen)):
        near = [(n, c) for n, c in by_place.at(candidate.content) if _twins(c, candidate)][:1]
        if candidate.anchor in anchored:
            near.append(anchored[candidate.anchor])
        twin = min(near, key=lambda pair: pair[0])[1] if near else None
        if twin is None:
            by_place.add((len(out), candidate), candidate.content)
            if candidate.anchor is not None:
                anchored[candidate.anchor] = (len(out), candidate)
            out.append(candidate)
        elif twin.cue is not None and candidate.cue is not None and twin.act == candidate.act == "decline":
            twin.cue = (min(twin.cue[0], candidate.cue[0]), max(twin.cue[1], candidate.cue[1]))
    return out


def _twins(one: Candidate, other: Candidate) -> bool:
    if one.anchor is not None and one.anchor == other.anchor:
        return True
    if one.cue is not None and other.cue is not None and overlap([one.cue], [other.cue]):
        return iou(one.content, other.content) > 0.5
    return iou(one.content, other.content) > _SAME and one.source == other.source
