"""Heads of parties to actors of the cast; where nobody is named who does it, whose forces or goods they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.events import clauses
from onrecord.recording.statements.taking import heads_of

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_MOVED = frozenset({"MOBILIZE", "AID", "RETREAT"})
_LISTING = frozenset({"including", "like", "such as", "such"})
_CLOSE = 7  # words
_NEAR = 14  # words
_HELPING = frozenset({"support", "help", "assist", "aid", "back", "defend", "protect", "reinforce", "bolster"})


def name_parties(scene: Scene, cast: Cast, found: Found, verbal: frozenset[int] = frozenset()) -> None:
    """Fills the actor ids of the event from the heads that its frame gave; `verbal` are the words of the report's acts of speech."""
    found.actors = actors_of(scene, cast, found.parties.actors)
    if found.parties.reciprocal and len(found.actors) == 1:
        found.actors = [*(i for i in _counterpart(scene, cast, found.parties.actors[0]) if i not in found.actors), *found.actors]
    found.recipients = [i for i in actors_of(scene, cast, found.parties.recipients) if i not in found.actors]
    if not found.actors and found.type in _MOVED and found.mode != "release":  # whose people are set free is not who frees them
        found.actors = [i for i in _owners(scene, cast, found) if i not in found.recipients]
    _take_part(scene, cast, found, verbal)
    if found.type == "AID":  # troops and arms are what is given, not who gets it
        found.recipients = [i for i in found.recipients if not _bare_forces(cast, i)]
    if not found.recipients and found.type in _MOVED:
        found.recipients = [i for i in _helped(scene, cast, found) if i not in found.actors]
    if found.type in _MOVED:
        found.actors = _states_of_forces(cast, found.actors)


def _take_part(scene: Scene, cast: Cast, found: Found, verbal: frozenset[int]) -> None:
    """Fills the sides that the frame left open with whom the encoder sees there; who speaks of a thing ("condemned the raid") does not do it."""
    words = {found.token, *found.used}
    if not found.actors:
        above = scene.tokens[found.token].head
        named = above in verbal and scene.tokens[found.token].upos == "NOUN"
        told = scene.is_a(found.token, "ccomp") and clauses.is_passive(scene, found.token)
        speaks = scene.kids(above, "nsubj") if named or told else []
        heads = [k for k in heads_of(scene, words, "ACTOR") if k not in speaks]
        found.actors = [i for i in actors_of(scene, cast, heads) if i not in found.recipients]
    if not found.recipients and not found.parties.reciprocal:
        found.recipients = [i for i in actors_of(scene, cast, heads_of(scene, words, "RECIPIENT")) if i not in found.actors]


def _owners(scene: Scene, cast: Cast, found: Found) -> list[str]:
    """Whose the troops, weapons or goods are that were sent, deployed or given: theirs is the act."""
    moved = [k for k in found.used if k != found.token and scene.tokens[k].upos in ("NOUN", "PROPN")]
    if scene.tokens[found.token].upos in ("VERB", "AUX"):
        subject = clauses.subject(scene, found.token)
        moved += [subject] if subject is not None and clauses.is_passive(scene, found.token) else clauses.objects(scene, found.token)
    for head in moved:
        for k in [*scene.kids(head, "nmod:poss"), *scene.kids(head, "compound", "amod"), *clauses.phrases(scene, head, "of", "from")]:
            if owner := _token(cast, k):
                return owner
        for i in cast.of_token(head):
            part_of = cast.by_id[i].part_of
            if part_of is not None:
                return [part_of]
    return []


def _helped(scene: Scene, cast: Cast, found: Found) -> list[str]:
    """Whom a purpose names soon after: "to support Chilean forces", "to help Iraq's army"."""
    sentence = scene.tokens[found.token].sentence
    for i in range(found.token + 1, min(found.token + _NEAR, len(scene.tokens))):
        token = scene.tokens[i]
        if token.sentence != sentence or (scene.is_a(i, "conj") and token.upos == "VERB"):
            break
        if token.upos == "VERB" and token.lemma.lower() in _HELPING and scene.tokens[i - 1].text.lower() == "to":
            for k in scene.kids(i, "obj") or [_next_noun(scene, i)]:
                if helped := _whole(cast, actors_of(scene, cast, clauses.heads(scene, k))):
                    return helped
    return []


def _next_noun(scene: Scene, verb: int) -> int:
    """The last noun of the first noun phrase after the verb, where the parse gives it no object."""
    k = verb + 1
    while k + 1 < len(scene.tokens) and scene.tokens[k + 1].upos in ("NOUN", "PROPN", "ADJ", "PART", "DET", "NUM") and scene.tokens[k + 1].text.lower() != "to":
        k += 1
    return k


def _whole(cast: Cast, ids: list[str]) -> list[str]:
    """Forces stand for whose they are."""
    return list(dict.fromkeys(cast.by_id[i].part_of or i for i in ids))


def _states_of_forces(cast: Cast, ids: list[str]) -> list[str]:
    """Unnamed forces ("its troops") act for the one they are part of."""
    out: list[str] = []
    for i in ids:
        whole = cast.by_id[i].part_of
        out.append(whole if whole is not None and _bare_forces(cast, i) else i)
    return list(dict.fromkeys(out))


def _bare_forces(cast: Cast, id_: str) -> bool:
    """Whether the actor is forces without a name of their own."""
    actor = cast.by_id[id_]
    return set(actor.sectors) <= {"MIL"} and actor.kind != "person" and all(m.form in ("nominal", "pronoun") for m in actor.mentions)


def actors_of(scene: Scene, cast: Cast, heads: list[int]) -> list[str]:
    """The actors that these heads speak of; a body or thing that is none speaks of whom it belongs to ("Iraqi air base")."""
    out: list[str] = []
    for head in heads:
        out += [i for i in _one(scene, cast, head) if i not in out]
    return out


def _one(scene: Scene, cast: Cast, head: int) -> list[str]:
    if (named := _instances(scene, cast, head)) and not cast.of_token(head):
        return named
    person = cast.person_at(head)
    found = cast.of_token(head) if person is None else [person]
    if found:
        return found
    for k in sorted(scene.kids(head, "appos", "flat"), key=lambda k: k < head):  # who is named behind a title first
        if cast.of_token(k):
            return cast.of_token(k)
    if head in cast.behind:
        return [cast.behind[head]]
    own = clauses.owner(scene, head)
    made = [a for k in scene.kids(head, "acl") for a in clauses.agents(scene, k)]  # "a list published by the union"
    for k in [*([own] if own is not None else []), *scene.kids(head, "compound", "amod"), *clauses.phrases(scene, head, "of", "in", "for", "by"), *made]:
        if near := _token(cast, k):
            return near[:1]
    return []


def _counterpart(scene: Scene, cast: Cast, head: int) -> list[str]:
    """The other of "Prime Minister Soto and her Peruvian counterpart, Juan Ruiz", where the parse has lost the first."""
    first = scene.marks.sentences[scene.tokens[head].sentence].first
    for k in range(head - 1, max(first, head - _CLOSE), -1):
        if scene.tokens[k].lemma.lower() == "counterpart":
            joined = next((i for i in range(k - 1, max(first, k - _CLOSE), -1) if scene.tokens[i].text.lower() == "and"), None)
            person = cast.person_at(joined - 1) if joined is not None else None
            return [person] if person is not None else []
    return []


def _instances(scene: Scene, cast: Cast, head: int) -> list[str]:
    """Who is listed as such ("countries including Chile and Peru", "partners such as Japan")."""
    if scene.tokens[head].upos != "NOUN":
        return []
    listed = [k for k in scene.kids(head, "nmod", "acl", "obl") if k > head and (scene.case_of(k) in _LISTING or scene.tokens[k].text.lower() == "including")]
    return list(dict.fromkeys(i for k in listed for h in [*clauses.heads(scene, k), *scene.kids(k, "obj")] for c in clauses.heads(scene, h) for i in _token(cast, c)))


def _token(cast: Cast, token: int) -> list[str]:
    """The actors that a word names, or the state behind it."""
    return cast.of_token(token) or ([cast.behind[token]] if token in cast.behind else [])
