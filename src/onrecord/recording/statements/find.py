"""The way to a report's statements: see candidates, merge, settle their extents, add what has no cue, then fill in the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.record import Dated, Located, Statement
from onrecord.recording.statements.acts import act_of
from onrecord.recording.statements.bare import attach_bare, free_indirect
from onrecord.recording.statements.beside import BELOW
from onrecord.recording.statements.choosing import choose
from onrecord.recording.statements.confidence import KEPT, confidence
from onrecord.recording.statements.extents import settle
from onrecord.recording.statements.holding import hold
from onrecord.recording.statements.merge import merge
from onrecord.recording.statements.nesting import nest
from onrecord.recording.statements.nouns import from_nouns
from onrecord.recording.statements.occasions import addressee_of, chain_of, occasion_of, prompt_of
from onrecord.recording.statements.phrases import from_headlines, from_phrases
from onrecord.recording.statements.saying import inherit, place_of, time_of
from onrecord.recording.statements.scene import Scene, overlap
from onrecord.recording.statements.speakers import reason_of, selves, source_kind, speakers_of
from onrecord.recording.statements.transcripts import with_turns
from onrecord.recording.statements.verbs import from_verbs
from onrecord.recording.turns import RULE as TURN

if TYPE_CHECKING:
    from onrecord.record import Place, Span, Time
    from onrecord.record.items import Form
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.recording.statements.candidate import Candidate


def find(draft: Draft, cast: Cast, times: list[Time], places: list[Place]) -> list[Statement]:
    """All statements of the report in order of position, ids provisional ("s1" ...), keys empty, `about` and `performs` unfilled."""
    scene = Scene(draft)
    candidates = see(scene)
    ids = {id(candidate): f"s{number}" for number, candidate in enumerate(candidates, 1)}
    made = [(c, _statement(scene, cast, times, places, c, ids)) for c in candidates]
    later = inherit(scene, made, draft.report.published.value if draft.report.published else None)
    out = []
    for candidate, statement in made:
        if statement.id in later:
            time, place, rule = later[statement.id]
            draft.because(statement.id, "time", f"statements.time.{rule}")
            statement = _with(statement, time, place)  # noqa: PLW2901
        _explain(draft, candidate, statement)
        out.append(statement)
    return out


def see(scene: Scene) -> list[Candidate]:
    """The candidates that are kept, settled, nested and in order of position."""
    parsed = [*from_verbs(scene), *from_nouns(scene), *from_phrases(scene), *from_headlines(scene)]
    candidates = settle(scene, with_turns(scene, merge(scene, parsed)))
    for c in candidates:
        hold(scene, c)
    candidates = [c for c in candidates if confidence(scene, c) >= KEPT]
    candidates = free_indirect(scene, attach_bare(scene, candidates))
    candidates.sort(key=lambda c: (c.start, -c.end))
    nest(candidates)
    return candidates


def _statement(scene: Scene, cast: Cast, times: list[Time], places: list[Place], candidate: Candidate, ids: dict[int, str]) -> Statement:
    draft = scene.draft
    speakers, reason = speakers_of(scene, cast, candidate), reason_of(scene, candidate)
    act = choose(scene, candidate, *act_of(scene, candidate, selves(scene, cast, candidate, speakers)))
    content = [draft.span(*piece) for piece in candidate.content]
    quoted = _quoted(scene, candidate)
    return Statement(
        id=ids[id(candidate)], key="", speakers=speakers,
        source=draft.span(*candidate.source) if candidate.source else None, cue=draft.span(*candidate.cue) if candidate.cue else None,
        source_kind=source_kind(scene, cast, candidate, speakers, reason), reason=draft.span(*reason) if reason else None,
        content=content, quoted=quoted, form=_form(scene, candidate), act=act, distance=candidate.distance,
        addressee=addressee_of(cast, candidate, speakers), occasion=occasion_of(scene, candidate),
        prompted_by=draft.span(*prompt) if (prompt := prompt_of(scene, candidate)) else None, chain=chain_of(scene, cast, candidate),
        time=time_of(scene, candidate, times), place=place_of(scene, candidate, places),
        within=ids.get(id(candidate.within)) if candidate.within else None, continues=ids.get(id(candidate.continues)) if candidate.continues else None,
        about=[], performs=None, confidence=confidence(scene, candidate),
    )  # fmt: skip


def _quoted(scene: Scene, candidate: Candidate) -> list[Span]:
    """What stood inside quotation marks in the content, marks excluded; of nested quotations the outermost that the content enters whole."""
    out: list[Span] = []
    for start, end in candidate.content:
        whole = [q for q in scene.quotations_near([(start, end)]) if start <= q.start and q.end <= end]
        for quotation in whole:
            if not any(other is not quotation and other.covers(quotation.start, quotation.end) for other in whole):
                out.append(scene.draft.span(*quotation.inner))  # noqa: PERF401
        if not whole and (around := scene.quoted_at(start, end)) is not None:
            low, high = max(start, around.inner[0]), min(end, around.inner[1])
            if low < high:
                out.append(scene.draft.span(low, high))
    return sorted(out)


def _form(scene: Scene, candidate: Candidate) -> Form:
    """Direct where all words of the content stand in marks, make a turn or a paragraph set apart, mixed where some do; for a cue within a quotation only marks within that count."""
    if candidate.rule in (TURN, BELOW):
        return "direct"
    inside = outside = 0
    around = scene.quoted_at(*candidate.cue) if candidate.cue is not None else None
    marks = scene.outer_near(candidate.content) if around is None else [q for q in scene.quotations_near(candidate.content) if q is not around and around.covers(q.start, q.end)]
    for start, end in candidate.content:
        for i in scene.marks.between(start, end):
            token = scene.tokens[i]
            if token.upos != "PUNCT" and any(c.isalnum() for c in token.text):
                marked = overlap([(token.start, token.end)], [q.inner for q in marks]) > 0
                inside, outside = inside + marked, outside + (not marked)
    return "indirect" if not inside else "mixed" if outside else "direct"


def _with(statement: Statement, time: Dated, place: Located) -> Statement:
    return msgspec.structs.replace(statement, time=time, place=place)


def _explain(draft: Draft, candidate: Candidate, statement: Statement) -> None:
    """Notes the reasons of what was decided."""
    cue = [statement.cue] if statement.cue else []
    draft.because(statement.id, "content", f"statements.{candidate.rule}", *cue, *statement.content, score=statement.confidence)
    if candidate.seen:
        draft.because(statement.id, "content", "statements.encoder", *cue, score=candidate.seen)
    speaker = "statements.carried" if candidate.carried and not candidate.holders else "statements.source"
    draft.because(
        statement.id,
        "speakers",
        speaker if statement.speakers or statement.source else "statements.unnamed",
        *([statement.source] if statement.source else []),
    )
    draft.because(statement.id, "act", f"statements.act.{statement.act}", *cue)
    if statement.occasion:
        draft.because(statement.id, "occasion", f"statements.occasion.{statement.occasion.kind}", statement.occasion.span)
    if statement.time.basis == "text" and f"{statement.id}.time" not in draft.reasons:
        draft.because(statement.id, "time", "statements.time.at cue", *cue)
