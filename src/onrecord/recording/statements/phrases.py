"""Attributions without a verb: "according to", "in X's view", "reportedly", and headlines with a colon or dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, cues
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.sources import source_range

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.scene import Range, Scene

_VIEW = frozenset({"view", "opinion", "eye", "estimate", "estimation", "word", "judgment", "judgement", "assessment", "reckoning"})
MEASURES = frozenset({"mean", "means", "need", "ability", "capacity", "size", "rank", "merit", "taste", "age", "strength", "wish"})  # "each according to its means"
_FIRST = frozenset({"my", "our", "your"})
_BEFORE = re.compile(r"^(?P<who>[^:\"“‘]{2,45}?)\s*:\s+(?P<what>\S.{12,})$", re.DOTALL)
_AFTER = re.compile(r"^(?P<what>.{12,}?)(?:\s+[-–—]+\s*|\s*:\s+)(?P<who>[^:\"“”]{2,40})$", re.DOTALL)


def from_phrases(scene: Scene) -> list[Candidate]:
    """Candidates for "according to", "per", "in X's view", and words such as "reportedly"."""
    out = []
    for i, token in enumerate(scene.tokens):
        if not scene.readable(i):
            continue
        lower = token.text.lower()
        if lower == "according" and i + 1 < len(scene.tokens) and scene.tokens[i + 1].text.lower() == "to":
            found = _according(scene, i, i + 1, token.head if not scene.is_a(i, "fixed") else -1)
        elif token.lemma in _VIEW and scene.case_of(i) in ("in", "to", "by") and _viewer(scene, i) and scene.is_a(i, "obl", "advmod", "nmod"):
            found = _view(scene, i)
        elif token.upos == "ADV" and (word := cues.cue(token.lemma, "ADV")) is not None and token.head >= 0:
            found = _adverb(scene, i)
            if found is not None:
                found.word, found.distance, found.act = word, word.distance, word.act
        else:
            found = None
        if found is not None:
            out.append(found)
    return out


def _according(scene: Scene, first: int, last: int, head: int) -> Candidate | None:
    """ "According to X" belongs to the clause that X's phrase modifies."""
    tokens = scene.tokens
    if scene.is_a(first, "case") and head >= 0:
        holder, clause = head, tokens[head].head
    else:
        below = scene.kids(first, "obl", "obj", "nmod") or scene.kids(first, "xcomp")
        clause = tokens[first].head
        found = below[0] if below else _next_phrase(scene, last, clause)
        if found is None:
            return None
        holder = found
    if clause < 0 or any(scene.case_of(i) == "to" for i in scene.kids(holder, "conj")) or (tokens[holder].lemma.lower() in MEASURES and scene.kids(holder, "nmod:poss")):
        return None
    aside = set(scene.marks.subtree(holder)) | set(scene.marks.subtree(first))
    clause = _whole(scene, clause, aside)
    kept = set(scene.marks.subtree(clause)) - aside
    source = source_range(scene, [holder, *scene.kids(holder, "conj")])
    pieces = scene.pieces(_without_marker(scene, clause, kept))
    if not pieces:
        return None
    cue = (tokens[first].start, tokens[last].end)
    return Candidate(
        anchor=first,
        cue=cue,
        source=source,
        content=pieces,
        act="say",
        rule="phrase.according",
        holders=[holder, *scene.kids(holder, "conj")],
        parse=0.85,
    )


def _next_phrase(scene: Scene, before: int, clause: int) -> int | None:
    """The head of the noun phrase that begins right after this token, where the parse has hung it from the clause."""
    at, tokens = before + 1, scene.tokens
    if at >= len(tokens) or tokens[at].sentence != tokens[before].sentence:
        return None
    while tokens[at].head > before and tokens[at].head != clause:
        at = tokens[at].head
    return at if tokens[at].upos in ("NOUN", "PROPN", "PRON") else None


def _whole(scene: Scene, clause: int, aside: set[int]) -> int:
    """The clause that the phrase comments on: at either end of a sentence the whole of it, otherwise the nearest finite one."""
    tokens = scene.tokens
    sentence = scene.marks.sentences[tokens[clause].sentence]
    inside = [i for i in range(sentence.first, sentence.last) if tokens[i].upos != "PUNCT"]
    if inside and (min(aside) <= inside[0] or max(aside) >= inside[-1]):
        top = clause
        for i in scene.ancestors(clause):
            if scene.is_a(top, "ccomp", "parataxis") and not any(j < min(aside) for j in (i,)):
                break
            top = i
        return top if not scene.is_a(top, "parataxis") else clause
    while (
        tokens[clause].upos not in ("VERB", "AUX")
        and not scene.kids(clause, "cop", "nsubj")
        and tokens[clause].head >= 0
        and tokens[clause].head not in aside
    ):
        clause = tokens[clause].head
    return clause


def _without_marker(scene: Scene, clause: int, kept: set[int]) -> set[int]:
    """Without the conjunction that joins the clause to what stands before it."""
    lead = {i for i in scene.kids(clause, "mark", "cc") if i in kept and i == min(kept)}
    return kept - lead - {i for i in scene.kids(clause, "nsubj", "obj") if scene.is_relative(i) and scene.is_a(clause, "acl")}


def _viewer(scene: Scene, noun: int) -> list[int]:
    """Whose view or words: a possessor, or an "of" phrase."""
    return scene.kids(noun, "nmod:poss") or [i for i in scene.kids(noun, "nmod") if scene.case_of(i) == "of"]


def _view(scene: Scene, noun: int) -> Candidate | None:
    """Reads "In X's view, ..."."""
    tokens = scene.tokens
    owner = _viewer(scene, noun)[0]
    clause = tokens[noun].head
    if clause < 0 or tokens[owner].text.lower() in _FIRST:
        return None
    aside = set(scene.marks.subtree(noun))
    pieces = scene.pieces(_without_marker(scene, clause, set(scene.marks.subtree(clause)) - aside))
    if not pieces:
        return None
    start = min(aside)
    act: Act = "say" if tokens[noun].lemma == "word" else "believe"
    return Candidate(
        anchor=noun, cue=(tokens[start].start, tokens[noun].end), source=source_range(scene, [owner]), content=pieces, act=act, rule="phrase.view",
        holders=[owner], parse=0.9 if act == "say" else 0.6,
    )  # fmt: skip


def _adverb(scene: Scene, adverb: int) -> Candidate | None:
    """ "For allegedly attempting to ...": the clause is somebody's word whom the text does not name."""
    clause = scene.tokens[adverb].head
    if scene.tokens[clause].upos not in ("VERB", "AUX", "ADJ", "NOUN") and not scene.kids(clause, "cop"):
        return None
    kept = {i for i in scene.marks.subtree(clause) if i != adverb}
    marker = set(scene.kids(clause, "mark")) if not scene.is_infinitive(clause) else set()
    relative = {i for i in scene.kids(clause, "nsubj", "obj") if scene.is_relative(i)}
    pieces = scene.pieces(kept - marker - relative)
    cue = (scene.tokens[adverb].start, scene.tokens[adverb].end)
    return Candidate(anchor=adverb, cue=cue, source=None, content=pieces, act="say", rule="phrase.adverb", parse=0.65) if pieces else None


def from_headlines(scene: Scene) -> list[Candidate]:
    """ "X: ..." and "... - X" in titles, where the short side names someone."""
    out = []
    for block in scene.draft.report.blocks:
        if block.kind != "title":
            continue
        line = scene.text[block.start : block.end]
        for pattern in (_BEFORE, _AFTER):
            found = pattern.match(line.strip())
            if found is None:
                continue
            shift = block.start + len(line) - len(line.lstrip())
            who = (shift + found.start("who"), shift + found.end("who"))
            what = (shift + found.start("what"), shift + found.end("what"))
            holder = scene.marks.head_of(*who)
            if holder is None or not _someone(scene, who) or (_is_place(scene, who) and not _tells(scene, what)):
                continue
            what = _after_label(scene, what)
            holders = [holder]
            out.append(
                Candidate(anchor=None, cue=None, source=who, content=[scene.trim(*what)], act="say", rule="headline", holders=holders, parse=0.6)
            )
            break
    return out


def _is_place(scene: Scene, who: Range) -> bool:
    """Whether these words are a country's or place's name, which may be no more than a rubric ("Afghanistan: Fatal attack on consulate")."""
    return any(n.label == "LOCATION" and n.start <= who[0] and who[1] <= n.end for n in scene.marks.names)


def _tells(scene: Scene, what: Range) -> bool:
    """Whether there is a finite verb in these words."""
    return any(scene.tokens[i].xpos in ("VBD", "VBZ", "VBP", "MD") for i in scene.marks.between(*what))


def _after_label(scene: Scene, what: Range) -> Range:
    """Without a rubric such as "Spotlight:" before what is said."""
    found = re.match(r"[A-Z][\w ]{2,20}:\s+", scene.text[what[0] : what[1]])
    return (what[0] + found.end(), what[1]) if found else what


def _someone(scene: Scene, who: Range) -> bool:
    """Whether these words name a person, body or kind of people rather than a rubric or an outlet."""
    head = scene.marks.head_of(*who)
    at = scene.tokens[head].start if head is not None else who[0]
    named = any(
        n.start < who[1] and n.end > who[0] and (n.label in ("PERSON", "ORGANIZATION", "NORP") or (n.label == "LOCATION" and n.start <= at < n.end))
        for n in scene.marks.names
    )
    if any(scene.tokens[i].upos in ("VERB", "AUX") and not scene.is_a(i, "amod", "compound") for i in scene.marks.between(*who)):
        return False  # "harbour closed, two ships adrift" tells something itself
    words = scene.text[who[0] : who[1]]
    plural = any(scene.tokens[i].xpos == "NNS" and actor_nouns.noun(scene.tokens[i].lemma) is not None for i in scene.marks.between(*who)) and words == words.lower()
    title = re.search(
        r"\b(reports?|minister|president|official|officials|police|experts?|report|study|poll|survey|analysts?|spokes\w+|chief|envoy|un|us|eu)\b",
        words.lower(),
    )
    return (named or plural or title is not None) and len(words.split()) <= 6
