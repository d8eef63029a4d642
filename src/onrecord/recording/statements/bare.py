"""What stands without a cue: quotations that go on from a speaker, paragraphs of one long quotation, free indirect speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from onrecord.facts import cues
from onrecord.recording.nearby import Nearby
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.extents import ends_quoted, is_speech, tidy
from onrecord.recording.statements.quotations import opens_with_mark
from onrecord.recording.statements.scene import overlap, size
from onrecord.recording.statements.sources import holders_of_verb, source_range

if TYPE_CHECKING:
    from onrecord.recording.statements.quotations import Quotation
    from onrecord.recording.statements.scene import Range, Scene

_QUESTION = re.compile(r"^(?:Q|Question|REPORTER)\s*[:.]\s", re.IGNORECASE)
_DASHED = re.compile(r"\s*[-–—―]+\s*(?P<who>[A-Z][\w.’' ,-]{1,60}?)\s*$")
_LABEL = re.compile(r"(?:^|\n)(?P<who>[A-Z][\w.’' -]{0,40}?)\s*:\s*$")


Homes: TypeAlias = "dict[int | None, list[Candidate]]"  # candidates by the paragraph that they begin in, each list in order of position


def attach_bare(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Candidates with every speech-like quotation that none of them has: added to its statement, or as a statement that continues one."""
    out = sorted(candidates, key=lambda c: c.start)
    homes: Homes = {}
    by_place: Nearby[Candidate] = Nearby()
    for candidate in out:
        homes.setdefault(scene.paragraph_of(candidate.start), []).append(candidate)
        by_place.add(candidate, candidate.content)
    for quotation in scene.outer:
        inner = quotation.inner
        told = (c for c in by_place.at([inner]) if c.cue is None or not quotation.covers(*c.cue))
        if any(overlap(c.content, [inner]) > 0.5 * (inner[1] - inner[0]) for c in told) or not is_speech(scene, quotation):
            continue
        same = _same_paragraph(scene, homes, quotation)
        if same is not None and _adjoins(scene, same, quotation):
            same.content = tidy(scene, [*same.content, (quotation.start, quotation.end)])
            by_place.add(same, [(quotation.start, quotation.end)])
            continue
        if (next_ := _right_behind(scene, homes, quotation)) is not None:
            next_.content = tidy(scene, [(quotation.start, quotation.end), *next_.content])
            by_place.add(next_, [(quotation.start, quotation.end)])
            continue
        found = _alone(scene, homes, quotation, same)
        if found is not None:
            out.append(found)
            here = homes.setdefault(scene.paragraph_of(found.start), [])
            here.append(found)
            here.sort(key=lambda c: c.start)
            by_place.add(found, found.content)
    return sorted(out, key=lambda c: c.start)


def _same_paragraph(scene: Scene, homes: Homes, quotation: Quotation) -> Candidate | None:
    """The nearest candidate before the quotation in its paragraph that is not spoken inside another's quotation."""
    home = scene.paragraph_of(quotation.start)
    before = [
        c for c in homes.get(home, [])
        if max(c.end, c.cue[1] if c.cue else 0) <= quotation.start and (c.cue is None or scene.quoted_at(*c.cue) is None)
    ]  # fmt: skip
    return max(before, key=lambda c: (max(c.end, c.cue[1] if c.cue else 0), size(c.content)), default=None)


def _right_behind(scene: Scene, homes: Homes, quotation: Quotation) -> Candidate | None:
    """The statement whose speaker and cue stand between the quotation and the words it has, with nothing before them ("…," NAME said, "…")."""
    if scene.text[quotation.inner[1] - 1] != ",":
        return None
    for candidate in homes.get(scene.paragraph_of(quotation.start), []):
        if candidate.cue is None or candidate.start <= quotation.end or not ends_quoted(scene, candidate):
            continue
        begins = min(candidate.cue[0], candidate.source[0] if candidate.source else candidate.cue[0])
        if 0 <= begins - quotation.end <= 1 and candidate.cue[1] <= candidate.start:
            return candidate
    return None


def _adjoins(scene: Scene, candidate: Candidate, quotation: Quotation) -> bool:
    """Whether the quotation goes on right after this quoted statement and its cue: one act in two pieces."""
    last = max(candidate.end, candidate.cue[1] if candidate.cue else 0, candidate.source[1] if candidate.source else 0)
    between = scene.text[last : quotation.start]
    return ends_quoted(scene, candidate) and len(re.findall(r"[.!?][\"”’]*\s", between)) <= 1 and len(between.split()) <= 25


def _alone(scene: Scene, homes: Homes, quotation: Quotation, same: Candidate | None) -> Candidate | None:
    """A statement of its own: introduced by a label or by the sentence before, or carried over from the paragraph before."""
    content = tidy(scene, [(quotation.start, quotation.end)])
    if not content:
        return None
    home = scene.paragraph_of(quotation.start)
    start = scene.paragraphs[home][0] if home is not None else 0
    label = _LABEL.search(scene.text[start : quotation.start])
    if label is not None and (head := scene.marks.head_of(start + label.start("who"), start + label.end("who"))) is not None:
        who = (start + label.start("who"), start + label.end("who"))
        return Candidate(None, None, who, content, "say", "bare.label", holders=[head], parse=0.6)
    if home is not None and (dash := _DASHED.match(scene.text, quotation.end, scene.paragraphs[home][1])) is not None:
        head = scene.marks.head_of(*dash.span("who"))
        if head is not None:
            return Candidate(None, None, dash.span("who"), content, "say", "bare.dash", holders=[head], parse=0.6)
    if same is not None and (same.holders or same.carried):
        return Candidate(None, None, None, content, "say", "bare.after", carried=same.carried or same, parse=0.55)
    if same is None and (introducer := _subject_before(scene, quotation, start)):
        return Candidate(None, None, None, content, "say", "bare.subject", holders=introducer, parse=0.45)
    if home and same is None and (found := _announced(scene, home, content)) is not None:
        return found
    if same is None and not quotation.closed and (after := _goes_on(scene, homes, home)) is not None:
        found = Candidate(None, None, None, content, "say", "bare.continued", carried=after.carried or after, parse=0.8)
        after.continues = found
        return found
    before = _paragraph_before(scene, homes, home)
    if before is None:
        return None
    runs_on = any(not q.closed and overlap(before.content, [(q.start, q.end)]) for q in scene.outer_near(before.content))
    opened = opens_with_mark(scene.text, *scene.paragraphs[home]) if home is not None else False
    carried = before.carried or before
    found = Candidate(
        None, None, None, content, "say", "bare.continues" if runs_on else "bare.carried", carried=carried, parse=0.8 if runs_on else 0.6
    )
    if runs_on or opened:
        found.continues = before
    return found


def _announced(scene: Scene, home: int, content: list[Range]) -> Candidate | None:
    """A quotation that the paragraph before leads up to with a colon: its last verb is the cue."""
    start, end = scene.paragraphs[home - 1]
    if not scene.text[start:end].rstrip().endswith(":"):
        return None
    last = max((s for s in scene.marks.sentences if start <= s.start < end), key=lambda s: s.start, default=None)
    root = next((i for i in range(last.first, last.last) if scene.tokens[i].head < 0), None) if last else None
    if root is None:
        return None
    holders = holders_of_verb(scene, root)
    token = scene.tokens[root]
    word = cues.cue(token.lemma, token.upos)
    cue = (token.start, token.end) if word else None
    return Candidate(
        root, cue, source_range(scene, holders), content, word.act if word else "say", "bare.announced", word=word, holders=holders, parse=0.7
    )


def _goes_on(scene: Scene, homes: Homes, home: int | None) -> Candidate | None:
    """The statement of the next paragraph, where that opens with a mark, says whose its first words are, and so whose the open quotation before it is."""
    if home is None or home + 1 >= len(scene.paragraphs) or not opens_with_mark(scene.text, *scene.paragraphs[home + 1]):
        return None
    start = scene.paragraphs[home + 1][0]
    first = min(homes.get(home + 1, []), key=lambda c: c.start, default=None)
    quoted = first is not None and first.cue is not None and first.start <= start + 1 < first.cue[0] and scene.quoted_at(*first.cue) is None
    return first if first is not None and first.holders and quoted else None


def _paragraph_before(scene: Scene, homes: Homes, home: int | None) -> Candidate | None:
    """The last statement of the paragraph before, or of the one before that where it has none; not one spoken inside a quotation."""
    if home is None:
        return None
    for back in (1, 2):
        if home - back < 0 or scene.draft.kind_at(scene.paragraphs[home - back][0]) != "body":
            return None
        there = [c for c in homes.get(home - back, []) if (c.cue is None or scene.quoted_at(*c.cue) is None)]
        outermost = [
            c for c in there if not any(o is not c and o.start <= c.start and c.end <= o.end and size(o.content) > size(c.content) for o in there)
        ]
        if outermost:
            return max(outermost, key=lambda c: (ends_quoted(scene, c), c.end))
        if back == 1 and not opens_with_mark(scene.text, *scene.paragraphs[home - 1]):
            return None
    return None


def _subject_before(scene: Scene, quotation: Quotation, start: int) -> list[int]:
    """Holder of the sentence that leads up to the quotation in its paragraph: its subject, where that can speak."""
    sentences = [s for s in scene.marks.sentences if start <= s.start and s.end <= quotation.start + 1]
    if not sentences:
        return []
    root = next((i for i in range(sentences[-1].first, sentences[-1].last) if scene.tokens[i].head < 0), None)
    if root is None:
        return []
    holders = holders_of_verb(scene, root)
    return holders if holders and scene.tokens[holders[0]].upos in ("PROPN", "PRON", "NOUN") and source_range(scene, holders) else []


def free_indirect(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Sentences without a cue whose tense is shifted back between sentences of one speaker: still that speaker's words."""
    out = list(candidates)
    by_place: Nearby[Candidate] = Nearby()
    for candidate in out:
        by_place.add(candidate, [(candidate.start, candidate.end)])
    previous: Candidate | None = None
    for number, sentence in enumerate(scene.marks.sentences):
        if scene.draft.kind_at(sentence.start) != "body":
            previous = None
            continue
        here = [c for c in by_place.at([(sentence.start, sentence.end)]) if c.start < sentence.end and c.end > sentence.start and (c.cue is None or scene.quoted_at(*c.cue) is None)]
        if here:
            widest = max(here, key=lambda c: size(c.content))
            previous = widest if size(widest.content) > 0.35 * (sentence.end - sentence.start) else None
            continue
        if previous is None or not _shifted(scene, number) or not _reported(previous):
            previous = None
            continue
        content = tidy(scene, [(sentence.start, sentence.end)])
        if content:
            found = Candidate(None, None, None, content, "say", "free", carried=previous.carried or previous, parse=0.5)
            out.append(found)
            by_place.add(found, content)
            previous = found
    return sorted(out, key=lambda c: c.start)


def _reported(candidate: Candidate) -> bool:
    """Whether free speech can follow this: something said by somebody, not an attitude or plan."""
    return candidate.rule == "free" or bool(
        (candidate.holders or candidate.carried) and (candidate.word is None or candidate.word.kind in ("speech", "claim", "writing"))
    )


def _shifted(scene: Scene, number: int) -> bool:
    """Whether the main verb of this sentence is back-shifted: "had gone", "would go"."""
    sentence = scene.marks.sentences[number]
    root = next((i for i in range(sentence.first, sentence.last) if scene.tokens[i].head < 0), None)
    if root is None:
        return False
    auxiliaries = [scene.tokens[i].text.lower() for i in scene.kids(root, "aux", "aux:pass", "cop")]
    return ("had" in auxiliaries and scene.tokens[root].xpos == "VBN") or "would" in auxiliaries
