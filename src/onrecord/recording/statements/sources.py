"""Who holds a cue word: its subject, the one it controls, its agent, or the owner of a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, cues

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Range, Scene

_OBJECT_CONTROL = frozenset(
    {"tell", "ask", "urge", "order", "allow", "force", "lead", "prompt", "cause", "persuade", "invite", "make", "let", "see", "hear"}
)
EVIDENCE = frozenset(
    {
        "poll",
        "survey",
        "footage",
        "data",
        "figure",
        "record",
        "image",
        "photo",
        "transcript",
        "law",
        "bill",
        "ruling",
        "article",
        "story",
        "paper",
        "investigation",
        "inquiry",
        "research",
        "finding",
        "picture",
        "map",
    }
)
FELT = frozenset({"concern", "worry", "convince", "commit", "determine", "oppose", "please", "prepare", "disappoint", "alarm", "outrage", "sadden"})
_BEFORE_CLAUSE = frozenset({"as", "while", "after", "because", "since", "when"})
_SHORT = 4  # letters of a title that a full stop ends
_OWNS = ("'s ", "’s ", "' ", "’ ")
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")
_NOT_HOLDERS = frozenset({"it", "there", "what", "this", "that", "these", "those"})


def holders_of_verb(scene: Scene, verb: int, depth: int = 0) -> list[int]:
    """Head tokens of the source of a verb (or adjective with a copula): empty where the text names none."""
    if depth > 6:
        return []
    tokens = scene.tokens
    if scene.is_passive(verb):
        agents = [i for i in scene.kids(verb, "obl") if tokens[i].relation == "obl:agent" or scene.case_of(i) == "by"]
        if agents:
            return _with_conjuncts(scene, agents[0])
        felt = scene.kids(verb, "nsubj:pass", "nsubj") if tokens[verb].lemma in FELT else []
        return _named(scene, verb, felt[0]) if felt else []
    subjects = [i for i in scene.kids(verb, "nsubj") if tokens[i].upos in _NOMINAL]
    beside = _subject_beside(scene, verb)
    if subjects:
        subject = max([i for i in subjects if i < verb] or subjects[:1])
        return beside if subject in beside else _named(scene, verb, subject)
    if beside:
        return beside
    head = tokens[verb].head
    if verb in scene.operative:
        return scene.operative[verb]
    if head < 0:
        return []
    relation = tokens[verb].relation.partition(":")[0]
    if relation == "conj" and tokens[head].upos in ("VERB", "ADJ", "AUX", "NOUN"):
        found = holders_of_verb(scene, head, depth + 1)
        return (_nearer(scene, verb, head) or found) if found and _speechless(scene, found[0]) else found
    if relation in ("xcomp", "advcl", "ccomp", "parataxis", "dep"):
        return _controlled(scene, verb, head, depth)
    if relation == "acl" and tokens[verb].relation != "acl:relcl":
        return _owner_in_clause(scene, head, depth)
    if relation == "amod":
        return []
    return []


def _speechless(scene: Scene, holder: int) -> bool:
    """Whether this is a thing that says nothing ("ties", "the attack"): a common noun that names nobody and nothing written."""
    token = scene.tokens[holder]
    known = actor_nouns.noun(token.lemma.lower()) is not None or actor_nouns.noun(token.text.lower()) is not None
    return token.upos == "NOUN" and not known and token.lemma.lower() not in EVIDENCE and cues.occasion(token.lemma.lower()) is None


def _nearer(scene: Scene, verb: int, head: int) -> list[int]:
    """Whoever is the subject of the last clause between a verb and the one that the parse has joined it to ("ties hit a low after NAME questioned … and accused")."""
    for between in range(verb - 1, head, -1):
        told = scene.tokens[between].upos in ("VERB", "AUX") and not scene.is_a(between, "ccomp", "acl", "csubj")
        for subject in scene.kids(between, "nsubj") if told else []:
            if subject > head and scene.tokens[subject].upos in ("PROPN", "PRON", "NOUN") and not _speechless(scene, subject) and not scene.is_relative(subject):
                return _with_conjuncts(scene, subject)
    return []


def first_of_verb(scene: Scene, verb: int) -> int:
    """The first of the auxiliaries and adverbs that stand right before the verb, whatever the parse makes of them, or the verb itself."""
    while verb > 0 and scene.tokens[verb - 1].upos in ("AUX", "ADV") and scene.tokens[verb - 1].sentence == scene.tokens[verb].sentence:
        verb -= 1
    return verb


def _subject_beside(scene: Scene, verb: int) -> list[int]:
    """For "as Oslo and Lima have confirmed" where the parse has taken "as Oslo" for a phrase of its own: the nouns between "as" and the finite verb."""
    tokens = scene.tokens
    first = first_of_verb(scene, verb)
    at = first - 1
    finite = any(tokens[i].upos == "AUX" for i in range(first, verb)) or tokens[verb].xpos in ("VBD", "VBZ", "VBP")
    if not finite:
        return []
    heads: list[int] = []
    fresh = True
    while at >= 0 and tokens[at].upos in ("PROPN", "NOUN", "ADJ", "DET", "CCONJ", "PRON"):
        if tokens[at].upos == "CCONJ":
            fresh = True
        elif fresh and tokens[at].upos in ("PROPN", "NOUN", "PRON"):
            heads.insert(0, at)
            fresh = False
        at -= 1
    return heads if heads and at >= 0 and tokens[at].text.lower() in _BEFORE_CLAUSE else []


def _named(scene: Scene, verb: int, subject: int) -> list[int]:
    """The subject itself, or what its relative pronoun stands for; nobody for "it" without a person behind it."""
    if scene.is_relative(subject):
        top = next((i for i in (verb, *scene.ancestors(verb)) if scene.tokens[i].relation == "acl:relcl"), None)
        if top is not None and scene.tokens[top].head >= 0:
            return _with_conjuncts(scene, scene.tokens[top].head)
        noun = _noun_before(scene, subject) if scene.tokens[subject].text.lower() == "who" else None
        return _with_conjuncts(scene, noun) if noun is not None and not _speechless(scene, noun) else []
    if any(scene.tokens[k].text.lower() in ("whom", "which") for k in scene.kids(subject, "nmod")) and (noun := _noun_before(scene, subject)) is not None:
        return _with_conjuncts(scene, noun)
    return _with_conjuncts(scene, subject)


def _noun_before(scene: Scene, subject: int) -> int | None:
    """For "members of the families, many of whom say": the head of the noun phrase that ends before the comma."""
    at = min(scene.marks.subtree(subject)) - 1
    if at < 1 or scene.tokens[at].text != "," or scene.tokens[at - 1].upos not in ("NOUN", "PROPN", "PRON"):
        return None
    noun = at - 1
    while scene.is_a(noun, "nmod", "flat", "appos", "conj") and 0 <= scene.tokens[noun].head < noun:
        noun = scene.tokens[noun].head
    return noun


def _with_conjuncts(scene: Scene, head: int) -> list[int]:
    """A noun and those joined to it, where a conjunction stands between the first and the last."""
    joined = [i for i in scene.kids(head, "conj") if scene.tokens[i].upos in _NOMINAL]
    if joined and not any(scene.tokens[i].upos == "CCONJ" or scene.tokens[i].text in ("&", "/") for i in range(head, joined[-1])):
        return [head]
    return [head, *joined]


def _controlled(scene: Scene, verb: int, head: int, depth: int) -> list[int]:
    """The understood subject of a clause that has none of its own."""
    tokens = scene.tokens
    if tokens[head].lemma in _OBJECT_CONTROL and tokens[verb].relation == "xcomp":
        objects = scene.kids(head, "obj", "iobj")
        if objects:
            return _with_conjuncts(scene, objects[0])
    if scene.is_passive(head):
        subjects = scene.kids(head, "nsubj:pass", "nsubj")
        if subjects:
            return _named(scene, head, subjects[0])
    if tokens[head].upos in ("VERB", "ADJ", "AUX", "NOUN", "PROPN"):
        return holders_of_verb(scene, head, depth + 1)
    return []


def _owner_in_clause(scene: Scene, noun: int, depth: int) -> list[int]:
    """Who stands behind a noun that a participle describes: the subject whose object it is, its owner, or the noun itself."""
    owners = owners_of_noun(scene, noun, depth=depth + 1)
    return owners or [noun]


def owners_of_noun(scene: Scene, noun: int, *, depth: int = 0) -> list[int]:
    """Head tokens of the source of a noun such as "claim": possessor, "by" or "from" phrase, compound, or subject of the verb it is object of."""
    tokens = scene.tokens
    if depth > 6:
        return []
    for kid in scene.kids(noun, "nmod:poss"):
        return _with_conjuncts(scene, kid)
    for kid in scene.kids(noun, "nmod", "obl"):
        if scene.case_of(kid) in ("by", "from", "among"):
            return _with_conjuncts(scene, kid)
    head = tokens[noun].head
    relation = tokens[noun].relation.partition(":")[0]
    if (
        relation == "nmod"
        and head >= 0
        and tokens[head].upos == "NOUN"
        and scene.case_of(noun) == "of"
        and tokens[head].lemma in ("series", "number", "string")
    ):
        return owners_of_noun(scene, head, depth=depth + 1)
    if relation in ("obj", "obl") and head >= 0 and tokens[head].upos == "VERB":
        found = holders_of_verb(scene, head, depth + 1)
        if found and relation == "obj":
            return found
    for kid in reversed(scene.kids(noun, "compound", "amod")):
        if tokens[kid].upos == "PROPN" or (tokens[kid].text[:1].isupper() and kid > scene.marks.sentences[tokens[noun].sentence].first):
            return [kid]
        if tokens[kid].relation == "compound" and tokens[kid].lemma in (
            "government",
            "police",
            "opposition",
            "army",
            "military",
            "rebel",
            "state",
            "ministry",
        ):
            return [kid]
    return []


def source_range(scene: Scene, holders: list[int]) -> Range | None:
    """The words that name the source, one stretch from the first holder to the last; null for none or for an empty pronoun."""
    if not holders:
        return None
    if len(holders) == 1 and scene.tokens[holders[0]].text.lower() in _NOT_HOLDERS - {"it", "this", "those"}:
        return None
    phrases = [_with_name(scene, scene.phrase(i)) for i in holders]
    start, end = phrases[0]
    for low, high in phrases[1:]:
        if low <= end + 60:
            start, end = min(start, low), max(end, high)
    return start, end


def _with_name(scene: Scene, phrase: Range) -> Range:
    """The phrase with the name that it runs into or begins within, whatever the parse has torn: "Ms" with "Downes", "Rep" with ". Cummings", "wife" with "Scott's"."""
    start, end = phrase
    for name in scene.draft.names_near(max(0, start - 4), end + 3):
        between = scene.text[end : name.start]
        short = between == ". " and len(scene.text[start:end].split()[-1]) <= _SHORT and scene.text[start].isupper()
        if name.label == "PERSON" and name.end > end and (start <= name.start <= end + 1 or short):
            end = name.end
        if name.label == "ORGANIZATION" and start <= name.start < end < name.end:
            end = name.end
        bare = name.end + 1 == start and " " not in scene.text[start:end] and scene.text[start:end].islower() and name.label == "ORGANIZATION"
        if name.start < start and (bare or name.end > start or scene.text[name.end : start] in _OWNS):
            start = name.start
    return start, end
