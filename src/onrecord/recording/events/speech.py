"""Acts of speech as events: whom the speaker accuses, asks, refuses, threatens or backs; the statement that is the act performs the event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.events import clauses
from onrecord.recording.events.blaming import blamed
from onrecord.recording.events.draft import Found
from onrecord.recording.events.naming import actors_of
from onrecord.recording.events.parties import Parties
from onrecord.recording.events.seen import RULE as SEEN
from onrecord.recording.events.triggers import READ_IN

if TYPE_CHECKING:
    from onrecord.record import Span, Statement
    from onrecord.record.items import Act, PloverType
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.statements.scene import Range, Scene

_ACTS: dict[Act, tuple[PloverType, str | None, float]] = {
    "accuse": ("ACCUSE", "allege", 0.75), "condemn": ("ACCUSE", "disapprove", 0.75), "demand": ("REQUEST", None, 0.6), "order": ("REQUEST", None, 0.5),
    "request": ("REQUEST", None, 0.55), "deny": ("REJECT", None, 0.6), "reject": ("REJECT", None, 0.6), "threaten": ("THREATEN", None, 0.6),
    "support": ("SUPPORT", None, 0.5), "praise": ("SUPPORT", None, 0.5), "promise": ("AGREE", None, 0.4), "agree": ("AGREE", None, 0.35),
    "apologise": ("CONCEDE", None, 0.5),
}  # fmt: skip
_PLAIN = ("say", "announce")
_KIND = frozenset({"praise", "promise"})  # of these what is said tells less than of blame and demands
_AIMED = frozenset({"accuse", "condemn", "praise", "promise", "request"})
_BLAMED = 0.6
_READ, _AIMLESS = 0.6, 0.6  # what is left of the score
_MEANING = frozenset({"seek", "try", "attempt", "intend", "hope", "wish"})
_LONGEST = 3  # words before the head of what is said
_SHARED = frozenset({"agree", "apologise"})  # what is agreed on may speak of anybody
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_ADDRESSED = frozenset({"REQUEST", "THREATEN", "AGREE", "CONCEDE"})


def spoken(scene: Scene, cast: Cast, statements: list[Statement], found: list[Found]) -> list[Found]:
    """`found` with the statements that are acts: an event already read from a statement's cue is performed by it, the others are added."""
    out = list(found)
    by_token = {f.token: f for f in out}
    for statement in statements:
        if statement.cue is None or scene.draft.kind_at(statement.cue.start) not in READ_IN:
            continue
        inside = set(scene.marks.between(statement.cue.start, statement.cue.end))
        same = next((by_token[i] for i in sorted(inside) if i in by_token and by_token[i].verbal), None)
        token = _cue_token(scene, statement)
        same = same or next((f for f in out if f.verbal and f.performed is None and token in f.used), None)
        if same is not None:
            if set(statement.speakers) & set(same.recipients) and clauses.is_passive(scene, same.token):
                continue  # "charged with murder": the one it is done to has said nothing
            same.performed = statement
            _complete(scene, cast, same, statement)
            continue
        if token is None or token in by_token or _tells_no_act(scene, token):
            continue
        if (whom := blamed(scene, cast, statement)):
            guessed = _guessed(scene, statement, token, out, "ACCUSE")
            event = Found(
                token=token, trigger=_expressing(scene, statement, token), evidence=clauses.clause_range(scene, token), type="ACCUSE", mode="disapprove",
                rule="events.speech.blame", score=_BLAMED * statement.confidence, parties=Parties([], []), used={token, *guessed}, verbal=True, performed=statement,
                actors=list(statement.speakers), recipients=whom,
            )  # fmt: skip
            out = [*(f for f in out if f.token not in guessed), event]
            by_token[token] = event
            continue
        if statement.act not in _ACTS:
            continue
        if is_bare_promise(scene, statement) and any(_head(scene, c) in by_token for c in statement.content):
            continue  # what he will do is told by the words for it
        type_, mode, score = _ACTS[statement.act]
        if (told := _told_within(scene, statement, token, [f for f in out if f.type == type_ and f.performed is None])) is not None:
            told.performed = statement
            _complete(scene, cast, told, statement)
            continue
        event = Found(
            token=token, trigger=_expressing(scene, statement, token), evidence=clauses.clause_range(scene, token), type=type_, mode=mode,
            rule=f"events.speech.{statement.act}", score=score * statement.confidence, parties=Parties([], []), used={token}, verbal=True, performed=statement,
        )  # fmt: skip
        _complete(scene, cast, event, statement)
        if statement.act in _KIND and not _is_named(scene, statement, token):
            event.score *= _READ
        if statement.act in _AIMED and not event.recipients:
            event.score *= _AIMLESS
        out.append(event)
        by_token[token] = event
    return sorted(out, key=lambda f: f.token)


def _is_named(scene: Scene, statement: Statement, cue: int) -> bool:
    """Whether the cue itself names the act ("praised"), which is else read from what is said."""
    word = cues.cue(scene.tokens[cue].lemma, scene.tokens[cue].upos)
    return word is not None and word.act == statement.act


def _guessed(scene: Scene, statement: Statement, cue: int, found: list[Found], type_: PloverType) -> set[int]:
    """The words in which the encoder alone sees this very act where the statement expresses it."""
    start, end = _expressing(scene, statement, cue)
    return {f.token for f in found if f.type == type_ and f.rule.startswith(SEEN) and start <= scene.tokens[f.token].start < end}


def _told_within(scene: Scene, statement: Statement, cue: int, found: list[Found]) -> Found | None:
    """The event of this very act that one of its words tells already: the object of the cue ("announced their support"), the verb of what is said ("we urge")."""
    expressed = _expressing(scene, statement, cue)
    for f in found:
        token = scene.tokens[f.token]
        if (f.verbal and expressed[0] <= token.start < expressed[1]) or (token.upos == "NOUN" and token.head == cue and scene.is_a(f.token, "obj")):
            return f
    return None


def _tells_no_act(scene: Scene, cue: int) -> bool:
    """Whether the cue is an adverb ("allegedly") or says what the speaker means to do himself ("seeks to reinstate")."""
    token = scene.tokens[cue]
    return token.upos == "ADV" or (token.lemma.lower() in _MEANING and not scene.kids(cue, "obj") and any(scene.is_infinitive(k) for k in scene.kids(cue, "xcomp", "advcl", "ccomp")))


def is_bare_promise(scene: Scene, statement: Statement) -> bool:
    """Whether a promise is read from "will" alone: the cue is one of plain saying."""
    token = _cue_token(scene, statement)
    word = cues.cue(scene.tokens[token].lemma, scene.tokens[token].upos) if token is not None else None
    return statement.act == "promise" and word is not None and word.act in _PLAIN


def _head(scene: Scene, piece: Span) -> int | None:
    return scene.marks.head_of(piece.start, piece.end)


def _cue_token(scene: Scene, statement: Statement) -> int | None:
    """The word of the cue that carries its meaning."""
    if statement.cue is None:
        return None
    inside = scene.marks.between(statement.cue.start, statement.cue.end)
    head = scene.marks.head_of(statement.cue.start, statement.cue.end)
    return head if head is not None else next(iter(inside), None)


def _expressing(scene: Scene, statement: Statement, cue: int) -> Range:
    """The words that express the act: the cue; where that only says ("said"), the head of what is said with its auxiliaries and negation."""
    whole = (scene.tokens[cue].start, scene.tokens[cue].end) if statement.cue is None else (statement.cue.start, statement.cue.end)
    word = cues.cue(scene.tokens[cue].lemma, scene.tokens[cue].upos)
    if word is not None and word.act not in _PLAIN:
        return whole
    for piece in statement.content:
        head = scene.marks.head_of(piece.start, piece.end)
        if head is None or not (scene.kids(head, "nsubj", "nsubj:pass", "csubj") or scene.tokens[head].upos == "VERB"):
            continue
        first = head
        while first - 1 >= 0 and head - first < _LONGEST and scene.tokens[first - 1].head == head and scene.is_a(first - 1, "aux", "cop", "advmod") and scene.tokens[first - 1].start >= piece.start:
            first -= 1
        return scene.tokens[first].start, scene.tokens[head].end
    return whole


def _complete(scene: Scene, cast: Cast, event: Found, statement: Statement) -> None:
    """The speakers are the actors; who is spoken to, or of, the recipients, where the clause itself has named none."""
    owned = scene.tokens[event.token].upos == "NOUN" and any(scene.is_a(k, "nmod:poss") and scene.tokens[k].upos != "PRON" for k in event.parties.actors)
    if not owned and not (set(statement.speakers) and set(statement.speakers) < set(event.actors)):  # the clause may name more of them
        event.actors = list(statement.speakers) or event.actors
    known = actors_of(scene, cast, event.parties.recipients)
    if known:
        event.recipients = [i for i in known if i not in event.actors]
        return
    if event.type in _ADDRESSED and statement.addressee is not None and statement.addressee not in event.actors and not _of_press(cast, statement.addressee):
        event.recipients = [statement.addressee]
        return
    event.recipients = [i for i in target(scene, cast, event.token, statement) if i not in event.actors]


def _of_press(cast: Cast, id_: str) -> bool:
    """Whether the actor is an outlet or a reporter, who is told of a demand and not asked."""
    actor = cast.by_id.get(id_)
    return actor is not None and (actor.kind == "outlet" or "JRN" in actor.sectors)


def target(scene: Scene, cast: Cast, token: int, statement: Statement) -> list[str]:
    """Whom the act is about: its object, else the one whose deed or words the content is, else the subject of what is said."""
    for k in scene.kids(token, "obj", "iobj"):
        if found := _belonging(scene, cast, k):
            return found
    for piece in statement.content:
        head = scene.marks.head_of(piece.start, piece.end)
        if head is None:
            continue
        if scene.tokens[head].upos in ("NOUN", "PROPN", "PRON", "NUM"):
            if found := _belonging(scene, cast, head):
                return found
            continue
        for k in [*(clauses.agents(scene, head) if clauses.is_passive(scene, head) else []), *scene.kids(head, "nsubj")]:
            if scene.tokens[k].text.lower() not in _FIRST and (found := _belonging(scene, cast, k)):
                return found
    return [] if statement.act in _SHARED else _mentioned(scene, cast, statement)


def _mentioned(scene: Scene, cast: Cast, statement: Statement) -> list[str]:
    """The first actor that is spoken of in the content and is neither the speaker nor whom the speaker belongs to."""
    speakers = [cast.by_id[i] for i in statement.speakers if i in cast.by_id]
    own = {*statement.speakers, *(a.part_of for a in speakers), *(r.of for a in speakers for r in a.roles)}
    for piece in statement.content:
        for i in scene.marks.between(piece.start, piece.end):
            for actor in cast.of_token(i) if scene.tokens[i].upos in ("NOUN", "PROPN") else []:
                if actor not in own and actor in cast.by_id and cast.by_id[actor].country not in {a.country for a in speakers if a.country and a.kind == "government"}:
                    return [actor]
    return []


def _belonging(scene: Scene, cast: Cast, head: int) -> list[str]:
    """The actors that the noun names, or whose it is: after "by", as owner, as adjective, in the phrase that follows."""
    out: list[str] = []
    for h in clauses.heads(scene, head):
        found = cast.of_token(h)
        if not found:
            near = [*clauses.phrases(scene, h, "by"), *scene.kids(h, "nmod:poss"), *scene.kids(h, "compound", "amod"), *clauses.phrases(scene, h, "from", "of", "against", "on", "with", "for", "in")]
            found = next((f for k in near if (f := cast.of_token(k) or ([cast.behind[k]] if k in cast.behind else []))), [])
        out += [i for i in found if i not in out]
    return out
