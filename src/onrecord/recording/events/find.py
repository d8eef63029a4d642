"""The way to a report's events: words of the lexicon and acts of speech, their parties, weighed; then time, place, figures, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.ontology import cameo, contexts, reduce, reduce_mode
from onrecord.record import Event
from onrecord.recording.events import echoes, triggers
from onrecord.recording.events.answers import answer, is_answered
from onrecord.recording.events.carrying import carry
from onrecord.recording.events.meant import mean
from onrecord.recording.events.naming import name_parties
from onrecord.recording.events.once import once
from onrecord.recording.events.refusals import refuse
from onrecord.recording.events.same import link
from onrecord.recording.events.settings import place_of, quantities_of, time_of
from onrecord.recording.events.speech import spoken
from onrecord.recording.events.stances import standing, up_to_cue
from onrecord.recording.events.weighing import KEPT, features, politics_of, weigh
from onrecord.recording.nearby import Nearby
from onrecord.recording.statements.scene import Scene

if TYPE_CHECKING:
    from onrecord.record import Place, Quantity, Statement, Time
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.draft import Draft
    from onrecord.recording.events.draft import Found


def find(draft: Draft, cast: Cast, times: list[Time], places: list[Place], quantities: list[Quantity], statements: list[Statement]) -> list[Event]:
    """All event mentions of the report's body and captions in order of position, ids provisional ("e1" …), keys empty."""
    scene = Scene(draft)
    kept = [f for f in see(scene, cast, statements) if f.weight >= KEPT]
    around = _Around(scene, times, places, quantities, statements)
    return link(draft, [_event(scene, f, f"e{number}", *around.of(f)) for number, f in enumerate(kept, 1)])


class _Around:
    """Times, places, figures and cues by where they stand: an event has those of its own sentence alone."""

    def __init__(self, scene: Scene, times: list[Time], places: list[Place], quantities: list[Quantity], statements: list[Statement]) -> None:
        self._scene = scene
        self._times: Nearby[Time] = Nearby()
        self._places: Nearby[Place] = Nearby()
        self._quantities: Nearby[Quantity] = Nearby()
        self._cues: Nearby[Statement] = Nearby()
        for t in times:
            self._times.add(t, [(t.start, t.end)])
        for p in places:
            self._places.add(p, [(m.start, m.end) for m in p.mentions])
        for q in quantities:
            self._quantities.add(q, [(q.start, q.end)])
        for s in statements:
            self._cues.add(s, [(s.cue.start, s.cue.end)] if s.cue is not None else [])

    def of(self, found: Found) -> tuple[list[Time], list[Place], list[Quantity], list[Statement]]:
        """What stands in the sentence of this event, or close by."""
        sentence = self._scene.marks.sentences[self._scene.tokens[found.token].sentence]
        here = [(min(sentence.start, found.evidence[0]), max(sentence.end, found.evidence[1]))]
        return list(self._times.at(here)), list(self._places.at(here)), list(self._quantities.at(here)), list(self._cues.at(here))


def see(scene: Scene, cast: Cast, statements: list[Statement]) -> list[Found]:
    """All that may be an event, with parties and weight, in order of position."""
    found = triggers.find(scene, cast)
    verbal = frozenset(f.token for f in found if f.verbal)
    for f in found:
        name_parties(scene, cast, f, verbal)
    found = once(scene, mean(scene, cast, carry(scene, cast, spoken(scene, cast, statements, found))))
    said, politics = {s.id: s for s in statements}, politics_of(cast)
    by_place: Nearby[Statement] = Nearby()
    for s in statements:
        by_place.add(s, [*((c.start, c.end) for c in s.content), *up_to_cue(s)])
    for n, f in enumerate(found):
        near = list(by_place.at([(scene.tokens[f.token].start, scene.tokens[f.token].end)]))
        f.stances, f.sure = standing(scene, f, near)
        refuse(scene, f)
        f.features = features(scene, cast, f, found[:n], said.get(f.stances[0].by or ""), politics)
        f.weight = 0.0 if _idle(scene, f) else max(f.score if f.custom is not None else 0.0, weigh(f.features), KEPT if is_answered(scene, f, near, found[:n]) else 0.0)
    answer(scene, found, statements)
    return found


def _idle(scene: Scene, found: Found) -> bool:
    """Whether a threat is only spoken of: a noun with nobody who threatens or is threatened ("the warrant bears no date")."""
    return found.type == "THREATEN" and scene.tokens[found.token].upos == "NOUN" and not found.actors and not found.recipients


def _event(scene: Scene, found: Found, id_: str, times: list[Time], places: list[Place], quantities: list[Quantity], statements: list[Statement]) -> Event:
    draft = scene.draft
    first, sure = found.stances[0], found.sure
    time, place = time_of(scene, found, times, statements), place_of(scene, found, places, statements)
    if found.performed is not None and time.value is None:
        time = found.performed.time
    if found.performed is not None and place.ref is None:
        place = found.performed.place
    published = draft.report.published.value if draft.report.published is not None else None
    echo, why = echoes.is_echo(scene, found, time, published)
    about = contexts(_paragraph(scene, found))
    conditional = first.condition is not None
    plover = reduce(found.type, when=sure.when, polarity=first.polarity, conditional=conditional)
    mode = reduce_mode(found.type, found.mode, when=sure.when, polarity=first.polarity, conditional=conditional)
    event = Event(
        id=id_, key="", same_as=None, type=found.type, mode=found.mode, contexts=about, plover=plover, cameo=cameo(plover, mode, about),
        trigger=draft.span(*found.trigger), evidence=draft.span(*found.evidence), actors=found.actors, recipients=[i for i in found.recipients if i not in found.actors],
        time=time, place=place, quantities=quantities_of(scene, found, found.type, quantities), stances=found.stances,
        said_by=[s.by for s in found.stances if s.by is not None], certainty=first.certainty, polarity=first.polarity, condition=first.condition,
        when=sure.when, echo=echo, performed_by=found.performed.id if found.performed is not None else None, confidence=found.weight, custom=found.custom,
    )  # fmt: skip
    _explain(draft, event, found, sure.rule, why)
    return event


def _paragraph(scene: Scene, found: Found) -> list[str]:
    """The words of the paragraph that the event stands in: what its contexts are read from."""
    at = scene.paragraph_of(found.trigger[0])
    start, end = scene.paragraphs[at] if at is not None else found.evidence
    return [scene.tokens[i].text for i in scene.marks.between(start, end)]


def _explain(draft: Draft, event: Event, found: Found, certainty: str, echo: str) -> None:
    """Notes the reasons of what was decided."""
    spans = [draft.span(draft.marks.tokens[i].start, draft.marks.tokens[i].end) for i in sorted(found.used)]
    draft.because(event.id, "type", found.rule, *spans, score=event.confidence)
    for side, heads, ids in (("actors", found.parties.actors, event.actors), ("recipients", found.parties.recipients, event.recipients)):
        if ids:
            words = [draft.span(draft.marks.tokens[k].start, draft.marks.tokens[k].end) for k in sorted(heads)]
            draft.because(event.id, side, "events.parties." + ("frame" if heads else "statement" if found.performed is not None else "carried"), *words)
    draft.because(event.id, "certainty", f"events.certainty.{certainty}", *([event.stances[0].cue] if event.stances[0].cue is not None else []))
    if event.time.basis == "text":
        draft.because(event.id, "time", "events.time.clause")
    if event.place.basis == "text":
        draft.because(event.id, "place", "events.place.clause")
    if echo:
        draft.because(event.id, "echo", echo, event.evidence)
