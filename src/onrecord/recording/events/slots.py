"""What fills the slot of a predicate, and whether it is of the class that the lexicon requires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, predicates
from onrecord.recording.events import clauses

if TYPE_CHECKING:
    from onrecord.facts.actor_nouns import NounKind
    from onrecord.facts.predicates import Requirement
    from onrecord.record import Actor
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.parties import Parties
    from onrecord.recording.statements.scene import Scene

_KINDS: dict[NounKind, str] = {"person": "person", "armed": "person", "body": "organization", "government": "government", "armed_body": "armed_group", "people": "people"}
_POLITICS = frozenset({"GOV", "LEG", "PTY", "ELI", "OPP"})
_SEEKING = frozenset({"candidate", "nominee", "contender", "frontrunner", "front-runner", "politician", "lawmaker", "speaker", "mp"})


def fills(scene: Scene, cast: Cast, token: int, requirement: Requirement, used: set[int], parties: Parties) -> bool:
    """Whether the slot is filled as required (or, for a negative requirement, is not)."""
    heads = slot_heads(scene, token, requirement.slot, used, parties)
    good = any(_is(scene, cast, token, heads, name) for name in requirement.classes)
    return good != requirement.negative


def slot_heads(scene: Scene, token: int, slot: str, used: set[int], parties: Parties) -> list[int]:
    """Heads of what stands in the slot of the predicate at `token`, coordinated ones included."""
    verbal = scene.tokens[token].upos in ("VERB", "AUX")
    passive = verbal and clauses.is_passive(scene, token)
    found: list[int] = []
    if slot == "clause":
        return scene.kids(token, "ccomp", "xcomp")
    if slot == "subj":
        if not verbal:
            return parties.actors
        subject = clauses.subject(scene, token)
        found = clauses.agents(scene, token) if passive else [] if subject is None else [subject]
    elif slot == "obj":
        if not verbal:
            return parties.recipients
        subject = clauses.subject(scene, token) if passive else None
        found = ([] if subject is None else [subject]) if passive else clauses.objects(scene, token)
    elif slot == "poss":
        own = clauses.owner(scene, token)
        found = [] if own is None else [own]
    else:
        nouns = [u for u in sorted(used) if u != token and verbal and scene.tokens[u].upos in ("NOUN", "PROPN")]
        found = [k for word in (token, *nouns) for k in clauses.phrases(scene, word, slot)]
    return [c for k in found if k not in used for h in clauses.heads(scene, k) for c in clauses.counted(scene, h)]


def _is(scene: Scene, cast: Cast, token: int, heads: list[int], name: str) -> bool:
    if name == "any":
        return bool(heads)
    if name == "none":
        return not heads
    if name == "infinitive":
        return any(scene.is_infinitive(k) for k in scene.kids(token, "xcomp", "ccomp", "advcl", "acl"))
    return any(_of_class(scene, cast, head, name) for head in heads)


def _has_article(scene: Scene, head: int) -> bool:
    """Whether it is a name of one word with an article, as those of ships are ("the Havdis")."""
    return scene.tokens[head].upos == "PROPN" and head > 0 and scene.tokens[head - 1].text.lower() == "the"


def _of_class(scene: Scene, cast: Cast, head: int, name: str) -> bool:
    actors = [cast.by_id[i] for i in cast.of_token(head) if i in cast.by_id]
    span = (scene.tokens[head].start, scene.tokens[head].end)
    if name == "place":
        return cast.is_place(*span) or any(n.label in ("LOCATION", "FACILITY") and n.start <= span[0] and span[1] <= n.end for n in scene.marks.names)
    if name == "owned":
        owners = [*scene.kids(head, "nmod:poss", "compound", "amod"), *clauses.phrases(scene, head, "of", "by", "from")]
        return bool(actors) or head in cast.behind or any(cast.of_token(k) or k in cast.behind for k in owners)
    if name == "actor" and (actors or head in cast.behind):
        return True
    if name == "politician":
        return any(a.kind == "person" and _in_politics(a) for a in actors)
    lemma = scene.tokens[head].lemma
    if scene.draft.own is not None and scene.draft.own.in_class(name, lemma):
        return True
    if name == "vessel" and not any(a.sectors or a.kind not in ("organization", "other") for a in actors) and _has_article(scene, head):
        return True
    if any(predicates.in_class(name, lemma, kind=a.kind, sectors=a.sectors) for a in actors):
        return True
    # a role names its bearer: "the minister", "Kim, the defence minister"
    titles = [w for a in actors for r in a.roles for w in r.title.lower().split()[-1:]]
    return any(_named(name, word) for word in (lemma, *titles))


def _in_politics(actor: Actor) -> bool:
    """Whether a person holds, held or seeks an office, or sits for a party."""
    titles = {word for role in actor.roles for word in role.title.lower().split()}
    return bool(_POLITICS & set(actor.sectors)) or bool(titles & _SEEKING) or any(predicates.in_class("officials", word) for word in titles)


def _named(name: str, word: str) -> bool:
    """Whether the word is of the class, or is a noun for such actors ("surgeons" are persons, "the navy" is armed)."""
    if predicates.in_class(name, word):
        return True
    known = actor_nouns.noun(word)
    return known is not None and predicates.in_class(name, word, kind=_KINDS.get(known.kind), sectors=(known.sector,))
