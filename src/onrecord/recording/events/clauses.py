"""Who stands where in a clause: subjects (carried ones too), objects, prepositional phrases and owners of a verb or an event noun, as token heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

_OBJECT_CONTROL = frozenset({
    "order", "urge", "ask", "tell", "force", "allow", "persuade", "require", "instruct", "compel", "pressure", "encourage", "call", "request", "invite", "warn", "permit",
    "enable", "help", "press", "push", "lead", "cause", "want", "expect", "accuse", "suspect", "convict", "charge", "believe", "say", "allege", "prompt", "spur", "induce", "convince", "command", "pay",
})  # fmt: skip
_ANSWERED = frozenset({
    "arrest", "detain", "jail", "imprison", "hold", "fine", "sentence", "try", "prosecute", "indict", "summon", "sue", "blame", "criticise", "criticize", "condemn", "denounce", "praise",
    "thank", "hail", "punish", "sanction", "expel", "dismiss", "fire", "suspend", "pardon", "ban", "prevent", "bar", "stop", "investigate", "question", "acquit", "clear", "rebuke", "slam",
})  # fmt: skip
_LIGHT = frozenset({"carry", "conduct", "launch", "make", "take", "hold", "stage", "give", "provide", "impose", "issue", "mount", "commit", "have", "face", "begin", "start", "continue",
                    "suffer", "undergo", "end", "stop", "resume", "plan", "announce", "order", "send", "lead", "organise", "organize", "do", "perform", "undertake", "wage", "pay",
                    "hand", "lodge", "deliver", "file", "present"})  # fmt: skip
_UNDERGOING = frozenset({"suffer", "undergo", "face", "receive", "get", "see", "draw"})
_AMOUNTS = frozenset({"third", "quarter", "most", "rest", "dozen", "score", "hundred", "thousand", "million", "number", "series", "part", "lot", "group", "pair", "couple", "handful", "string", "round", "spate", "flurry", "wave", "barrage", "majority", "half"})
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")


def heads(scene: Scene, first: int) -> list[int]:
    """A noun and the nouns coordinated with it, where a conjunction stands between the first and the last."""
    out, todo = [first], [first]
    while todo:
        for k in scene.kids(todo.pop(), "conj"):
            if scene.tokens[k].upos in _NOMINAL and k not in out:
                out.append(k)
                todo.append(k)
    out.sort()
    return out if any(scene.tokens[i].upos == "CCONJ" or scene.tokens[i].text in ("&", "/") for i in range(out[0], out[-1])) else [first]


def subject(scene: Scene, verb: int, *, depth: int = 0) -> int | None:
    """The head of who does (or, in the passive, undergoes) what the verb says: its own subject, a relative pronoun's noun, or the one carried into it."""
    if depth > 6:
        return None
    subjects = scene.kids(verb, "nsubj", "csubj")
    if subjects:
        k = max((i for i in subjects if i < verb), default=subjects[0])  # of two that a torn parse gives, the nearer one
        return _meant_by(scene, k, scene.tokens[verb].head) if scene.is_relative(k) and scene.is_a(verb, "acl") else k
    if (near := _beside(scene, verb)) is not None:
        return near
    relation, head = scene.tokens[verb].relation, scene.tokens[verb].head
    if head < 0:
        return None
    if relation.startswith("conj"):
        return subject(scene, head, depth=depth + 1) if scene.tokens[head].upos in ("VERB", "AUX", "ADJ") else head if relation == "acl" else None
    if relation.startswith("xcomp"):
        controlled = [k for k in scene.kids(head, "obj", "iobj") if k != verb]
        if controlled and scene.tokens[head].lemma in _OBJECT_CONTROL:
            return controlled[0]
        return subject(scene, head, depth=depth + 1)
    if relation.startswith("acl"):
        if scene.tokens[head].upos in ("NOUN", "PROPN", "PRON") and (relation == "acl:relcl" or scene.tokens[verb].xpos in ("VBG", "VBN")):
            return head
        return owner(scene, head)
    if relation.startswith(("advcl", "ccomp", "parataxis")) and scene.tokens[verb].xpos in ("VBG", "VB", "VBN"):
        told = scene.kids(head, "obj", "iobj")
        if relation.startswith("advcl") and told and (scene.tokens[head].lemma in _OBJECT_CONTROL or _blamed(scene, verb)):
            return told[0]
        return subject(scene, head, depth=depth + 1)
    return None


def _meant_by(scene: Scene, pronoun: int, noun: int) -> int:
    """Whom a relative pronoun speaks of: of "a member of the council, which …" the council, of "the party of the lawyers who …" the lawyers, whatever the parse says."""
    word, k = scene.tokens[pronoun].text.lower(), pronoun - 1
    while k > noun and scene.tokens[k].text in (",", "–", "—", "-"):
        k -= 1
    if k <= noun or scene.tokens[k].upos not in ("NOUN", "PROPN") or word not in ("which", "who"):
        return noun
    return k if _is_person(scene, noun) == (word == "which") and _is_person(scene, k) == (word == "who") else noun


def _is_person(scene: Scene, noun: int) -> bool:
    """Whether the noun, or the name, is of persons."""
    token = scene.tokens[noun]
    known = actor_nouns.noun(token.lemma)
    if known is not None:
        return known.kind in ("person", "armed", "people")
    return any(n.label == "PERSON" and n.start <= token.start and token.end <= n.end for n in scene.draft.names_near(token.start, token.end))


def _blamed(scene: Scene, verb: int) -> bool:
    """Whether the clause says for what somebody is arrested, fined, praised: "for assaulting his wife" is told of the one it is done to."""
    return scene.tokens[verb].xpos == "VBG" and scene.tokens[scene.tokens[verb].head].lemma in _ANSWERED and scene.case_of(verb) in ("for", "of", "over", "on suspicion of", "from")


def _beside(scene: Scene, verb: int) -> int | None:
    """The noun right before a finite verb, where a torn parse has made it the subject of a verb further on."""
    if scene.tokens[verb].xpos not in ("VBD", "VBZ", "VBP", "VB"):
        return None
    k = verb - 1
    while k > 0 and scene.tokens[k].upos in ("AUX", "ADV"):
        k -= 1
    return k if k >= 0 and scene.is_a(k, "nsubj") and scene.tokens[k].head > verb and not scene.is_relative(k) else None


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the verb's subject undergoes it: a passive with auxiliary, or a past participle that follows the noun it describes."""
    if scene.is_passive(verb):
        return True
    token = scene.tokens[verb]
    if token.xpos not in ("VBN", "VBD"):
        return False
    if token.relation.startswith("conj") and token.head >= 0 and token.xpos == "VBN" and not scene.kids(verb, "aux", "nsubj"):
        return is_passive(scene, token.head) and not scene.kids(verb, "obj")
    if token.relation.startswith("conj") and token.head >= 0 and not scene.kids(verb, "aux", "obj") and _is_bare_number(scene, verb):
        return is_passive(scene, token.head)  # "three had been killed and nine wounded"
    return token.xpos == "VBN" and token.relation.startswith(("acl", "advcl")) and not scene.kids(verb, "aux", "obj")


def _is_bare_number(scene: Scene, verb: int) -> bool:
    """Whether the verb's subject is a figure alone, as the parse has it or as it stands before it."""
    subjects = scene.kids(verb, "nsubj")
    return all(scene.tokens[k].upos == "NUM" for k in subjects or [verb - 1])


def agents(scene: Scene, word: int) -> list[int]:
    """Nouns after "by" that hang on a passive verb or an event noun."""
    return [k for k in scene.kids(word, "obl", "nmod") if scene.case_of(k) == "by"]


def objects(scene: Scene, verb: int) -> list[int]:
    """Direct objects, a relative pronoun's noun in its place."""
    above = scene.tokens[verb].head if scene.is_a(verb, "acl") else -1
    found = [above if above >= 0 and scene.is_relative(k) else k for k in scene.kids(verb, "obj")]
    if not found and not scene.is_passive(verb) and scene.kids(verb, "aux"):  # "has executed four activists": what stands behind the verb is no second subject
        subjects = scene.kids(verb, "nsubj")
        found = [k for k in subjects if k > verb and any(first < verb for first in subjects)]
    return found or scene.kids(verb, "iobj") or ([above] if _omits_relative(scene, verb, above) else [])


def _omits_relative(scene: Scene, verb: int, above: int) -> bool:
    """Whether the noun above is what this clause with a subject of its own and no relative pronoun does something to ("the men it had held")."""
    if above < 0 or scene.tokens[verb].relation != "acl:relcl" or scene.tokens[above].upos not in ("NOUN", "PROPN") or scene.kids(verb, "ccomp", "xcomp"):
        return False
    subjects = [k for k in scene.kids(verb, "nsubj") if above < k < verb]
    between = range(above + 1, subjects[0]) if subjects else range(0)
    return bool(subjects) and not scene.is_relative(subjects[0]) and all(scene.tokens[i].upos in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM") and not scene.is_relative(i) for i in between)


def counted(scene: Scene, head: int) -> list[int]:
    """The noun itself and, where it only says how many, the one counted ("hundreds of mines", "one of its boats")."""
    token = scene.tokens[head]
    if token.upos in ("NUM", "DET", "PRON") or token.lemma.lower() in _AMOUNTS:
        return [head, *(k for k in scene.kids(head, "nmod") if scene.case_of(k) == "of")]
    return [head]


def phrases(scene: Scene, word: int, *prepositions: str) -> list[int]:
    """Nouns that hang on the word with one of these prepositions, in order."""
    return [k for k in scene.kids(word, "obl", "nmod", "obj", "iobj", "advcl", "ccomp") if preposition_of(scene, k) in prepositions and scene.tokens[k].upos in _NOMINAL]


def preposition_of(scene: Scene, noun: int) -> str:
    """The preposition of a noun, also where the parse has hung it on another word of a name ("to Papua New Guinea")."""
    found = scene.case_of(noun)
    return found or next((c for k in scene.kids(noun, "compound", "flat", "amod") if k < noun and (c := scene.case_of(k))), "")


def owner(scene: Scene, noun: int) -> int | None:
    """Whose the event noun is: its possessor, or an adjective or name before it ("Turkish airstrikes", "police brutality")."""
    for k in scene.kids(noun, "nmod:poss"):
        return k
    if (possessor := _written_possessor(scene, noun)) is not None:
        return possessor
    for k in scene.kids(noun, "compound", "amod", "nmod"):
        if k < noun and scene.tokens[k].upos in ("PROPN", "ADJ", "NOUN") and not scene.kids(k, "case"):
            return k
    return None


def _written_possessor(scene: Scene, noun: int) -> int | None:
    """The word before an apostrophe that stands before the noun and its adjectives, whatever the parse makes of it."""
    k = noun - 1
    while k > 1 and scene.tokens[k].upos in ("ADJ", "NOUN", "ADV", "NUM", "PROPN") and scene.tokens[k].sentence == scene.tokens[noun].sentence and noun - k < 5:
        k -= 1
    return k - 1 if k > 0 and scene.tokens[k].text in ("'s", "’s", "'", "’") and scene.tokens[k].upos == "PART" else None


def parts(scene: Scene, last: int) -> range:
    """The tokens of the word that ends with this one: itself, and what hyphens join to it ("sit-in")."""
    first = last
    while first > 0 and scene.tokens[first - 1].end == scene.tokens[first].start and (scene.tokens[first - 1].text.endswith("-") or scene.tokens[first].text == "-"):
        first -= 1
    return range(first, last + 1)


def hyphenated(scene: Scene, last: int) -> str:
    """The word with hyphens that ends with this token ("sit-ins" as "sit-in"), lower case; empty where none does."""
    first = parts(scene, last)[0]
    return "" if first == last else scene.text[scene.tokens[first].start : scene.tokens[last].start].lower() + scene.tokens[last].lemma.lower()


def light(scene: Scene, noun: int) -> int | None:
    """The verb that carries the event noun ("carried out an attack", "talks were held"), or null."""
    token = scene.tokens[noun]
    if token.head < 0 or scene.tokens[token.head].upos != "VERB":
        return None
    verb = token.head
    if token.relation in ("obj", "nsubj:pass") and scene.tokens[verb].lemma in _LIGHT:
        return verb
    return None


def undergoes(scene: Scene, verb: int) -> bool:
    """Whether the subject of this light verb is the one it is done to ("suffered an attack", "drew criticism")."""
    return scene.tokens[verb].lemma in _UNDERGOING


def clause_range(scene: Scene, token: int) -> tuple[int, int]:
    """Characters of the clause that carries the word: from its nearest clause head, without what is coordinated or parenthetical."""
    head = token
    while not scene.is_a(head, "root", "ccomp", "advcl", "acl", "parataxis", "csubj") and scene.tokens[head].head >= 0:
        if scene.is_a(head, "conj") and scene.tokens[head].upos in ("VERB", "AUX"):
            break
        head = scene.tokens[head].head
    kept = {head}
    for k in scene.marks.children[head]:
        if scene.is_a(k, "conj", "parataxis", "cc", "dep") and not k < token < head:
            continue
        if scene.is_a(k, "punct"):
            continue
        kept.update(scene.marks.subtree(k))
    kept.update(scene.marks.subtree(token))
    low, high = min(kept), max(kept)
    return scene.trim(scene.tokens[low].start, scene.tokens[high].end)
