"""Which words of the report express an event: the entries of the lexicon whose words, objects and requirements the clause fills, and what the encoder sees beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, predicates
from onrecord.recording.events import clauses
from onrecord.recording.events.draft import Found
from onrecord.recording.events.parties import Parties, parties_of
from onrecord.recording.events.seen import unlisted
from onrecord.recording.events.slots import fills
from onrecord.understanding.decoding.torn import PERIODS

if TYPE_CHECKING:
    from onrecord.facts.predicates import Entry
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.statements.scene import Range, Scene

READ_IN = frozenset({"body", "caption"})
_MANY = frozenset({"spree", "wave", "spate", "series", "campaign", "attempt", "operation", "bid", "effort", "process", "action"})
_PARTS = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "AUX": "verb"}
_LOOKUPS = {"VERB": predicates.of_verb, "NOUN": predicates.of_noun, "PROPN": predicates.of_noun, "ADJ": predicates.of_adj, "AUX": predicates.of_verb}


def find(scene: Scene, cast: Cast) -> list[Found]:
    """One for each word that fills an entry, by the entry that demands most and is likeliest; in order; then what the encoder alone sees. A noun that a verb's entry has used is not one."""
    found: list[Found] = []
    open_: list[int] = []
    sentence, words = -1, frozenset[str]()
    for i, token in enumerate(scene.tokens):
        if token.sentence != sentence:
            sentence, words = token.sentence, _words(scene, token.sentence)
        look = _LOOKUPS.get(token.upos)
        if look is None or scene.draft.kind_at(token.start) not in READ_IN or _in_name(scene, i) or _describes(scene, i):
            continue
        open_.append(i)
        whole = clauses.hyphenated(scene, i)
        best = _best(scene, cast, i, [e for e in (look(whole) if whole else []) or look(token.lemma) if _may_fit(e, words)])
        own = _own(scene, cast, i)
        if own is not None:
            best = own if best is None else replace(best, custom=own.custom)
        if best is not None:
            found.append(best)
    settled = _settled(scene, found)
    return sorted([*settled, *unlisted(scene, settled, open_)], key=lambda f: f.token)


def _words(scene: Scene, sentence: int) -> frozenset[str]:
    """The words of a sentence as they stand and by their base forms, lower case."""
    inside = scene.marks.sentences[sentence]
    tokens = scene.tokens[inside.first : inside.last]
    return frozenset(t.text.lower() for t in tokens) | frozenset(t.lemma.lower() for t in tokens)


def _may_fit(entry: Entry, words: frozenset[str]) -> bool:
    """Whether what the entry demands stands in the sentence at all: most entries of a common verb need no closer look."""
    return words.issuperset(entry.words) and (not entry.objects or not words.isdisjoint(entry.objects) or any("-" in o for o in entry.objects))


def _best(scene: Scene, cast: Cast, i: int, entries: list[Entry]) -> Found | None:
    """What the entry tells that demands most and is likeliest, of those that the clause fills."""
    best: tuple[tuple[int, float], Found] | None = None
    for entry in entries:
        used = _used(scene, i, entry)
        if used is None:
            continue
        parties = parties_of(scene, i, entry.frame, used)
        if not all(fills(scene, cast, i, r, used, parties) for r in entry.requires):
            continue
        rank = (entry.weight, entry.strength)
        if best is None or rank > best[0]:
            best = (rank, _found(scene, i, entry, used, parties))
    return best[1] if best is not None else None


def _own(scene: Scene, cast: Cast, i: int) -> Found | None:
    """What the word tells by the reader's own ontology."""
    own = scene.draft.own
    if own is None:
        return None
    for type_, entry in own.of(scene.tokens[i].lemma, _PARTS[scene.tokens[i].upos]):
        found = _best(scene, cast, i, [entry])
        if found is not None:
            return replace(found, custom=f"{own.name}:{type_}", rule=found.rule.replace("events.lexicon", f"events.ontology.{own.name}"))
    return None


def _in_name(scene: Scene, i: int) -> bool:
    """Whether the word is part of a name ("Peace Corps") or of what somebody is called ("opposition politicians"), not the head of an event's name."""
    token = scene.tokens[i]
    if token.upos in ("NOUN", "ADJ") and scene.is_a(i, "compound", "amod") and token.head > i and actor_nouns.noun(scene.tokens[token.head].lemma.lower()) is not None:
        return True
    if token.upos != "PROPN":
        return False
    return token.relation in ("compound", "flat", "amod", "nmod:poss") or any(n.start <= token.start and token.end <= n.end for n in scene.draft.names_near(token.start, token.end) if n.label in ("PERSON", "ORGANIZATION", "LOCATION", "FACILITY", "PRODUCT"))


def _describes(scene: Scene, i: int) -> bool:
    """Whether the word stands before a noun that it says more of: a participle ("the disputed region"), a noun of a compound ("riot gear")."""
    token = scene.tokens[i]
    if token.head <= i:
        return False
    if token.upos == "VERB":
        return scene.is_a(i, "amod")
    above = scene.tokens[token.head]
    return token.upos == "NOUN" and scene.is_a(i, "compound") and above.upos == "NOUN" and above.lemma.lower() not in _MANY


def _used(scene: Scene, i: int, entry: Entry) -> set[int] | None:
    """The tokens that fill the entry's further words and object, or null where one is missing."""
    used = {i, *(clauses.parts(scene, i) if "-" in entry.lemma else ())}
    anchors = [i]
    for word in entry.words:
        k = _word(scene, anchors, word, phrase=len(entry.words) > 1 or bool(entry.objects))
        if k is None:
            return None
        used.add(k)
        if scene.tokens[k].upos in ("NOUN", "PROPN", "VERB"):
            anchors.append(k)
        elif scene.tokens[k].upos in ("ADP", "SCONJ"):
            anchors.append(scene.tokens[k].head)  # what the next word may be: "into" and then "custody"
    if entry.objects:
        k = _object(scene, i, entry, used)
        if k is None:
            return None
        used.update(clauses.parts(scene, k))
    return used


def _word(scene: Scene, anchors: list[int], word: str, *, phrase: bool) -> int | None:
    """A dependent that is this word: particle, adverb, preposition of a phrase, part of a compound, object; also where the parse hangs it from the object before it."""
    verb = scene.tokens[anchors[0]].upos == "VERB"
    behind = [k for o in scene.kids(anchors[0], "obj", "iobj") for k in scene.kids(o, "amod", "nmod") if k > o] if verb else []
    for anchor in anchors:
        if anchor != anchors[0] and scene.tokens[anchor].text.lower() == word:
            return anchor
        for k in [*scene.marks.children[anchor], *(k for k in behind if anchor == anchors[0] and scene.is_a(k, "amod"))]:
            token = scene.tokens[k]
            if token.text.lower() == word or token.lemma.lower() == word:
                return k
            if scene.is_a(k, "obl", "nmod", "obj", "xcomp", "advcl", "ccomp", "advmod") and not _is_time(scene, k):
                for c in scene.kids(k, "case", "mark", "fixed", "advmod"):
                    if scene.tokens[c].text.lower() == word:
                        return c
    if len(anchors) == 1 and phrase:
        for k in behind:  # "put the minister on trial"
            for c in scene.kids(k, "case"):
                if scene.tokens[c].text.lower() == word:
                    return c
    first = anchors[0]
    head = scene.tokens[first].head
    if head >= 0 and scene.is_a(first, "obj", "obl", "nsubj") and scene.tokens[head].lemma.lower() == word:
        return head
    return None


def _is_time(scene: Scene, head: int) -> bool:
    """Whether the phrase tells when: "called on Tuesday" calls on nobody."""
    token = scene.tokens[head]
    return token.upos == "NUM" or token.lemma.lower() in PERIODS or any(n.label == "DATE" and n.start <= token.start and token.end <= n.end for n in scene.draft.names_near(token.start, token.end))


def _object(scene: Scene, i: int, entry: Entry, used: set[int]) -> int | None:
    """The token of the object, phrase or infinitive that is headed by one of the entry's objects."""
    wanted = entry.objects
    heads: list[int] = []
    if scene.tokens[i].upos in ("VERB", "AUX"):
        subject = clauses.subject(scene, i) if clauses.is_passive(scene, i) else None
        heads = [*scene.kids(i, "obj", "xcomp"), *([subject] if subject is not None else [])]
        if not scene.kids(i, "obj") and scene.is_a(i, "acl"):
            heads.append(scene.tokens[i].head)
        if not heads and not entry.words:  # "ties severed in 2016", "the talks resumed"
            heads += scene.kids(i, "nsubj")
        if not scene.kids(i, "obj"):  # behind a particle the parse may miss the object ("switched off its lights")
            heads += [k for k in scene.kids(i, "obl") if k > i and not scene.kids(k, "case") and not _is_time(scene, k)]
    for word in entry.words[-1:]:
        near = [*scene.kids(i, "obl", "nmod", "obj", "xcomp", "advcl", "ccomp"), *(k for o in scene.kids(i, "obj", "iobj") for k in scene.kids(o, "nmod") if k > o)]
        heads += [k for k in near if any(scene.tokens[c].text.lower() == word for c in scene.kids(k, "case", "mark"))]
    for u in used:
        if u != i and scene.tokens[u].upos in ("NOUN", "PROPN"):
            heads += scene.kids(u, "nmod", "compound")
    above = scene.tokens[i].head
    heads = [above if above >= 0 and scene.is_a(i, "acl") and scene.is_relative(k) else k for k in heads]
    for head in heads:
        for k in [c for h in clauses.heads(scene, head) for c in clauses.counted(scene, h)] if scene.tokens[head].upos != "VERB" else [head]:
            token = scene.tokens[k]
            if token.lemma.lower() in wanted or token.text.lower() in wanted or clauses.hyphenated(scene, k) in wanted:
                return k
        for k in scene.kids(head, "compound", "nmod", "amod", "acl"):
            if scene.tokens[k].lemma.lower() in wanted and scene.tokens[head].upos == "NOUN" and (k < head or scene.tokens[k].upos == "ADJ"):
                return k
    return None


def _found(scene: Scene, i: int, entry: Entry, used: set[int], parties: Parties) -> Found:
    words = " ".join((entry.lemma, *entry.words))
    rule = f"events.lexicon.{entry.pos}.{words}" + (f".{scene.tokens[max(used - {i}, default=i)].lemma.lower()}" if entry.objects else "")
    return Found(
        token=i, trigger=_trigger(scene, i, used), evidence=clauses.clause_range(scene, i), type=entry.type, mode=entry.mode, rule=rule, score=entry.strength,
        parties=parties, used=used, verbal=entry.verbal,
    )  # fmt: skip


def _trigger(scene: Scene, i: int, used: set[int]) -> Range:
    """The characters from the first to the last word that expresses the event, as far as at most two other words stand between; else the head word alone."""
    low = high = i
    for k in sorted(k for k in used if k > i):
        if k - high > 3 or scene.tokens[k].sentence != scene.tokens[i].sentence:
            break
        high = k
    for k in sorted((k for k in used if k < i), reverse=True):
        if low - k > 3 or scene.tokens[k].sentence != scene.tokens[i].sentence:
            break
        low = k
    return scene.tokens[low].start, scene.tokens[high].end


def _settled(scene: Scene, found: list[Found]) -> list[Found]:
    """Without the nouns and infinitives that are part of another's words: of "carried out an attack" the attack is told once."""
    by_token = {f.token: f for f in found}
    out = []
    for f in found:
        above = [g for g in found if g is not f and f.token in g.used]
        if above:
            continue
        light = clauses.light(scene, f.token) if scene.tokens[f.token].upos == "NOUN" else None
        if light is not None and light in by_token and by_token[light].score < f.score and not by_token[light].verbal:
            by_token[light].score = 0.0
        if light is not None:
            f.trigger = _trigger(scene, f.token, {*f.used, light})
        out.append(f)
    return [f for f in out if f.score > 0]
