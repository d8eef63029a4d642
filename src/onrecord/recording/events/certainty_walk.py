"""The way up: from the word of an event through what embeds it to the root, or to the cue on whose word it stands (after FactBank)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts.embedders import Embedder, embedder_of
from onrecord.recording.events.certainty_frames import adjoins, is_infinitive
from onrecord.recording.events.certainty_links import embedding, entry_of, is_definite, is_whether, is_word, link
from onrecord.recording.events.certainty_state import State
from onrecord.recording.events.certainty_tense import tense
from onrecord.recording.events.certainty_words import apply_words, modal_of, negation_of
from onrecord.recording.events.conditions import clause, condition_around, condition_before, condition_under, in_case_of

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Range, Scene

_AUXILIARIES = frozenset({"be", "have", "go", "use"})
_CLAUSAL = ("xcomp", "gerund", "ccomp")
_ASIDE = ("relcl", "clause", "condition", "loose")  # what stands in such a clause is taken for granted, not said, denied or asked with the rest
_SHORT = 16
_ASKING = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
# Negated, these leave the event open instead of turning it round.
_OPENED = frozenset({"claim", "request", "neutral"})
_NOT_EXCLUDED = frozenset({"rule out", "exclude", "doubt", "preclude"})
_DENYING = frozenset({"deny", "refute", "dispute", "rebut", "disavow", "denial"})


def walk(scene: Scene, token: int, *, until: int | None = None) -> State:
    """What the words from this token up to `until` (exclusive but for its own effect) or to the root make of the event."""
    state, node, inside, aside = State(), token, True, False
    state.reported = until is not None and tense(scene, until) == "past" and scene.quoted_at(scene.tokens[token].start, scene.tokens[token].end) is None
    apply_words(scene, node, state)
    if _is_imperative(scene, token):
        state.lower("possible", _range(scene, token), "request")
        state.lay("future")
    if _is_headline(scene, token) and _is_bare(scene, token):
        state.lay("future", _mark(scene, token))
        state.rules.append("future")
        return state
    seen = {token}
    while True:
        head, frame = link(scene, node)
        if head < 0 or head in seen:
            break
        if head == until:
            own = frame == "obj" and node == token and is_word(scene, node)  # an accusation denied was made all the same
            found = None if aside or own else entry_of(scene, head, node, frame)
            if found is not None and found.effect not in ("neutral", "implicative"):
                _embed(scene, head, found, frame, state, negated=False)
            state.lay(tense(scene, head) if frame == "obj" else None)
            return _settled(scene, token, state, asked=False)
        if frame == "condition":
            state.under(clause(scene, node), _mark(scene, node))
            modal = modal_of(scene, head)
            if state.when != "past" or (modal is not None and modal[0] != "will" and tense(scene, head) == "future"):
                state.when = "future"  # "would fall if they entered"
        elif inside and (case := in_case_of(scene, node)) is not None:
            state.under(case, None)
            state.lay("future")
            inside = False
        if inside:
            inside = _step(scene, token, node, head, frame, state)
            aside = not inside and frame in _ASIDE
        elif state.when is None:
            state.lay(tense(scene, head))
        node = head
        seen.add(node)
    if until is not None:
        _aside(scene, until, state)
    return _settled(scene, token, state, asked=inside and _is_question(scene, node))


def _aside(scene: Scene, until: int, state: State) -> None:
    """The effect of a cue that stands beside what is said ("…, the group alleged")."""
    found = embedder_of(scene.tokens[until].lemma, scene.tokens[until].text, "VERB", "ccomp")
    if found is not None and found.effect in ("claim", "hedge", "question"):
        state.lower(found.certainty, _range(scene, until), found.effect)


def _step(scene: Scene, token: int, node: int, head: int, frame: str, state: State) -> bool:
    """One step up on the way from `token`; whether what stands above still bears on the event."""
    if frame in (*_ASIDE, "poss") and not is_whether(scene, node):
        above = tense(scene, head)
        if frame == "clause" and (state.when is None or (state.when == "present" and above == "future")):
            state.when = above
        return False
    if frame == "conj":
        return _conjoined(scene, node, head, state)
    head, found = embedding(scene, head, node, frame)
    if found is not None and frame == "obj" and found.effect == "negative" and node == token and is_word(scene, node):
        state.lay(tense(scene, head))  # an accusation denied, an offer rejected was made all the same
        state.rules.append("factive")
        return False
    if found is None and frame == "purpose" and not (adjoins(scene, node, head) and scene.tokens[head].lemma in _AUXILIARIES):
        state.lower("possible", _mark(scene, node) or _range(scene, node), "purpose")
        state.lay("future")
        state.otherwise = tense(scene, head)
        return False
    if found is not None:
        negation = negation_of(scene, head)
        if not _embed(scene, head, found, frame, state, negated=negation is not None, adjective=scene.tokens[node].upos == "ADJ"):
            return False
        if state.certainty == "unknown":
            return False
        apply_words(scene, head, state)
        return True
    return _unlisted(scene, node, head, frame, state)


def _embed(scene: Scene, head: int, found: Embedder, frame: str, state: State, *, negated: bool, adjective: bool = False) -> bool:
    """Lets an embedding word bear on the event; whether what stands above it does so too."""
    cue = _range(scene, head)
    if found.effect == "factive":
        state.rules.append("factive")
        if frame not in ("ccomp", "xcomp"):
            state.lay("past")
        return False
    if negated and found.lemma in _NOT_EXCLUDED:
        state.lower("possible", cue, found.effect)
        state.lay("future")
        return False
    if negated and ((found.effect in _OPENED and found.pos != "noun") or found.lemma in _DENYING):
        if found.effect != "neutral":
            state.lower("unknown", cue, found.effect)
        return False
    if found.effect == "neutral":
        return False
    if found.effect == "question":
        state.lower("unknown", cue, "question")
        return False
    state.lower(found.certainty, cue, found.effect)
    if found.polarity == "negative":
        if found.certainty == "certain" and state.rules[-1:] == ["claim"] and frame in ("obj", "subj"):
            state.certainty, state.doubted = "certain", None  # who denies the accusation that it is so says that it is not
        state.negate(cue, found.effect)
    if found.ahead and not (frame == "xcomp" and found.effect == "hedge" and adjective):
        state.lay(found.ahead, cue)
    if found.effect == "future":
        state.rules.append("future")
    return True


def _is_headline(scene: Scene, token: int) -> bool:
    """Whether this is the infinitive of a headline: "Arlonia to send engineers"."""
    sentence = scene.marks.sentences[scene.tokens[token].sentence]
    within = range(sentence.first, sentence.last)
    opens = scene.tokens[token].xpos == "VB" and token > sentence.first and scene.tokens[token - 1].text.lower() == "to"
    return opens and not any(scene.tokens[i].xpos in ("VBZ", "VBD", "VBP", "MD") for i in within)


def _is_bare(scene: Scene, token: int) -> bool:
    """Whether no word above embeds this one."""
    head, frame = link(scene, token)
    return head < 0 or embedding(scene, head, token, frame)[1] is None


def _is_imperative(scene: Scene, token: int) -> bool:
    """Whether this is a command: a bare verb with neither subject nor auxiliary that opens its sentence or goes on from one that does."""
    seen = scene.tokens[token]
    if seen.xpos != "VB" or scene.kids(token, "nsubj", "aux", "csubj") or is_infinitive(scene, token):
        return False
    if scene.is_a(token, "conj"):
        return _is_imperative(scene, seen.head)
    return seen.relation == "root" or (scene.is_a(token, "ccomp", "parataxis") and not scene.kids(token, "mark"))


def _unlisted(scene: Scene, node: int, head: int, frame: str, state: State) -> bool:
    """A step up through a word that the table does not know."""
    seen, above = scene.tokens[node], scene.tokens[head]
    if frame in (*_CLAUSAL, "purpose") and above.lemma in _AUXILIARIES and is_infinitive(scene, node):
        return _be_to(scene, node, head, state)
    if frame == "xcomp" and is_infinitive(scene, node):
        state.lower("possible", _range(scene, head), "infinitive")
        state.otherwise = tense(scene, head)
        state.lay("future")
        apply_words(scene, head, state)
        return True
    if frame == "ccomp":
        return False
    if frame in ("xcomp", "gerund", "participle"):
        if frame == "participle" and above.upos in ("NOUN", "PROPN"):
            state.lay("past" if seen.xpos == "VBN" else None)
            return False
        apply_words(scene, head, state)
        return True
    if frame == "obj" and above.upos == "VERB" and not is_definite(scene, node):
        apply_words(scene, head, state)
        return True
    when = tense(scene, head)
    state.lay("past" if frame in ("after", "since", "following") and when != "future" else when)
    if frame == "subj" and (condition := condition_under(scene, head)) is not None and condition[1] - condition[0] < _SHORT:
        state.under(condition, None)  # "if confirmed, the deployment would be the largest"
    return False


def _be_to(scene: Scene, node: int, head: int, state: State) -> bool:
    """"Is to visit", "has to leave", "is going to strike", "used to trade"."""
    above, cue = scene.tokens[head], _range(scene, head)
    if above.lemma == "use":
        state.lay("past")
    elif above.lemma == "have":
        if "yet" in {scene.tokens[i].text.lower() for i in range(head, node)}:
            state.negate(cue, "negative")  # "have yet to agree"
            return False
        state.lower("possible", cue, "request")
        state.lay("future")
    else:
        state.lay("future", cue)
        state.rules.append("future")
    apply_words(scene, head, state)
    return True


def _conjoined(scene: Scene, node: int, head: int, state: State) -> bool:
    """From a later member of a coordination to the first: what stands before the first bears on both where the later has nothing of its own."""
    own = scene.kids(node, "nsubj", "aux", "cop") or scene.tokens[node].xpos in ("VBD", "VBZ", "VBP")
    joint = any(scene.tokens[i].text.lower() in ("or", "nor") for i in scene.kids(node, "cc"))
    if own:
        return True
    modal, negation = modal_of(scene, head), negation_of(scene, head)
    if modal is not None or negation is not None or scene.tokens[node].upos != "VERB" or joint:
        before = state.polarity
        apply_words(scene, head, state)
        if state.polarity != before and not joint and scene.tokens[node].xpos not in ("VB", "NN", "NNS"):
            state.polarity = before
    else:
        state.lay(tense(scene, head))
    return True


def _settled(scene: Scene, token: int, state: State, *, asked: bool) -> State:
    if asked:
        end = scene.marks.sentences[scene.tokens[token].sentence].end
        state.lower("unknown", (end - 1, end), "question")
    if state.condition is None and "condition" not in state.rules and (around := condition_around(scene, token)) is not None:
        state.under(around, (around[0], around[0] + len("if")))
        state.when = "future" if state.when != "past" else state.when
    if state.certainty == "possible" and state.condition is None and state.doubted is not None:
        word = scene.text[slice(*state.doubted)].lower()
        if word in ("would", "'d", "’d"):
            state.condition = condition_before(scene, token)
    return state


def _is_question(scene: Scene, root: int) -> bool:
    sentence = scene.marks.sentences[scene.tokens[root].sentence]
    if "?" not in scene.text[sentence.end - 2 : sentence.end]:
        return False
    return not any(scene.tokens[i].text.lower() in _ASKING for i in range(sentence.first, min(sentence.first + 4, sentence.last)))


def _mark(scene: Scene, node: int) -> Range | None:
    marks = scene.kids(node, "mark", "case")
    return _range(scene, marks[0]) if marks else None


def _range(scene: Scene, token: int) -> Range:
    return scene.tokens[token].start, scene.tokens[token].end
