"""Parties that another event of the report names: whose deed is condemned or welcomed, whom an attack killed, who was accused before he denied it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.recording.events import clauses

if TYPE_CHECKING:
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.events.draft import Found
    from onrecord.recording.statements.scene import Scene

_JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
_NAMELESS = frozenset({"operation", "incident", "violence", "crackdown", "action"})
_FAR = 150  # words
_HARMING = frozenset({"kill", "wound", "injure", "hurt", "maim"})
_AIMED = frozenset({"target", "hit", "strike", "aim"})
_WORDS_SAID = frozenset({"accusation", "allegation", "criticism", "charge", "claim"})
_DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut"})


def mean(scene: Scene, cast: Cast, found: list[Found]) -> list[Found]:
    """`found` with what others of them tell of their parties; without those that only name again what another event tells."""
    by_token = {f.token: f for f in found}
    gone: set[int] = set()
    for f in found:
        if f.type in _JUDGING and f.verbal and not f.recipients:
            f.recipients = [i for i in _judged(scene, cast, f, by_token) if i not in f.actors]
        if f.type == "ASSAULT":
            _harm(scene, f, by_token, gone)
            _join(scene, f, by_token, gone)
        if _is_denied_word(scene, f) or _is_same_protest(scene, f, by_token):
            gone.add(f.token)
    return [f for f in found if f.token not in gone]


def _judged(scene: Scene, cast: Cast, found: Found, by_token: dict[int, Found]) -> list[str]:
    """The actors of the event that this act judges ("denounced the invasion", "the arrests were condemned")."""
    verb = found.token
    if scene.tokens[verb].upos not in ("VERB", "AUX"):
        return []
    subject = clauses.subject(scene, verb) if clauses.is_passive(scene, verb) else None
    for k in [*clauses.objects(scene, verb), *([subject] if subject is not None else [])]:
        for h in clauses.heads(scene, k):
            if h in by_token and h != verb and by_token[h].actors:
                return by_token[h].actors
            if scene.tokens[h].lemma.lower() in _NAMELESS and any(scene.tokens[d].text.lower() in ("the", "this") for d in scene.kids(h, "det")):
                return _last_deed(scene, verb, by_token)
    return []


def _last_deed(scene: Scene, verb: int, by_token: dict[int, Found]) -> list[str]:
    """Who did the last act of force told before ("the operation", "the incident")."""
    for i in range(verb - 1, max(-1, verb - _FAR), -1):
        if i in by_token and by_token[i].type in ("ASSAULT", "COERCE") and by_token[i].actors:
            return by_token[i].actors
    return []


def _harm(scene: Scene, found: Found, by_token: dict[int, Found], gone: set[int]) -> None:
    """An attack and those it killed are one event: "the strike that killed the general", "the attack killed nine", "missiles targeting troops"."""
    if scene.tokens[found.token].lemma.lower() in _HARMING and scene.tokens[found.token].upos == "VERB" and not clauses.is_passive(scene, found.token):
        subject = clauses.subject(scene, found.token)
        attack = by_token.get(subject) if subject is not None else None
        if attack is not None and attack.type == "ASSAULT" and attack is not found and scene.tokens[attack.token].upos == "NOUN":
            attack.recipients = attack.recipients or [i for i in found.recipients if i not in attack.actors]
            attack.actors = attack.actors or [i for i in found.actors if i not in attack.recipients]
            if scene.is_a(found.token, "acl"):
                gone.add(found.token)
    for u in sorted({*found.used, found.token}):
        for k in scene.kids(u, "acl", "advcl"):
            aimed = by_token.get(k)
            if aimed is not None and k != found.token and scene.tokens[k].lemma.lower() in _AIMED and scene.tokens[k].xpos == "VBG":
                found.recipients = found.recipients or [i for i in aimed.recipients if i not in found.actors]
                gone.add(k)


def _join(scene: Scene, found: Found, by_token: dict[int, Found], gone: set[int]) -> None:
    """Those killed and those wounded in one breath are one event ("were killed and nine wounded"), which is told of both."""
    above = by_token.get(scene.tokens[found.token].head)
    words = {scene.tokens[f.token].lemma.lower() for f in (found, above) if f is not None}
    if above is None or above.type != "ASSAULT" or not scene.is_a(found.token, "conj") or len(words) < 2 or not words <= _HARMING:
        return
    above.used.add(found.token)
    above.recipients = above.recipients or found.recipients
    above.actors = above.actors or found.actors
    above.evidence = min(above.evidence[0], found.evidence[0]), max(above.evidence[1], found.evidence[1])
    gone.add(found.token)


def _is_same_protest(scene: Scene, found: Found, by_token: dict[int, Found]) -> bool:
    """Whether it says what for another act of its kind was done ("summoned the ambassador to protest the arrests")."""
    above = by_token.get(scene.tokens[found.token].head)
    return above is not None and found.type == "ACCUSE" == above.type and scene.is_infinitive(found.token) and scene.is_a(found.token, "advcl", "xcomp") and above.verbal


def _is_denied_word(scene: Scene, found: Found) -> bool:
    """Whether it is a bare "the accusation" that is denied: the denial is the event, the accusation was told before."""
    token = scene.tokens[found.token]
    if token.upos != "NOUN" or token.lemma.lower() not in _WORDS_SAID or found.actors or token.head < 0 or scene.kids(found.token, "acl"):
        return False
    return scene.is_a(found.token, "obj", "nsubj") and scene.tokens[token.head].lemma.lower() in _DENYING
