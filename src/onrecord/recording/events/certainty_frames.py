"""How an event hangs from the word above it: the frame in which that word embeds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

CONDITIONAL = frozenset({"if", "unless", "lest", "assuming", "provided", "providing", "supposing"})
_NOMINAL = frozenset({"of", "for"})
_INVERTED = frozenset({"should", "were", "had"})


def link_of(scene: Scene, token: int) -> tuple[int, str]:
    """What this token hangs from (-1: nothing) and in which frame.

    A phrase with "of" or "for" right behind a noun belongs to that noun, whatever a parse that is torn by it has to say.
    """
    head = scene.tokens[token].head
    if head >= 0 and scene.is_a(token, "nsubj", "obj", "obl", "nmod"):
        for case in scene.kids(token, "case"):
            before = case - 1
            if scene.tokens[case].text.lower() in _NOMINAL and before >= 0 and before != head and scene.tokens[before].upos == "NOUN":
                return before, scene.tokens[case].text.lower()
    return head, frame_of(scene, token)


def is_infinitive(scene: Scene, token: int) -> bool:
    """Whether this is an infinitive with "to", taken for a preposition or not."""
    return scene.is_infinitive(token) or (
        scene.tokens[token].xpos == "VB" and any(scene.tokens[i].text.lower() == "to" for i in scene.kids(token, "mark", "case", "aux"))
    )


def adjoins(scene: Scene, token: int, head: int) -> bool:
    """Whether nothing but an adverb stands between this verb (with its "to") and the word above it on its left."""
    first = min([token, *(i for i in scene.kids(token, "mark", "aux", "advmod") if i < token)])
    return head < first and all(scene.tokens[i].upos in ("ADV", "PART", "ADP", "SCONJ") for i in range(head + 1, first))


def frame_of(scene: Scene, token: int) -> str:
    """The frame of this token under its head.

    xcomp, gerund, ccomp, obj, subj, condition, purpose, participle, relcl, clause (any other adverbial clause), conj, compound, poss, loose, a
    preposition in lower case, or root.
    """
    seen = scene.tokens[token]
    if seen.head < 0:
        return "root"
    main, _, sub = seen.relation.partition(":")
    mark = scene.case_of(token)
    if main in ("xcomp", "ccomp", "csubj", "advcl", "acl"):
        return _clause(scene, token, main, sub, mark)
    match main:
        case "obj" | "iobj":
            return "obj"
        case "nsubj":
            return "obj" if sub == "pass" or (seen.head >= 0 and scene.kids(seen.head, "aux:pass")) else "subj"
        case "nmod" | "obl":
            bare = not mark and not sub and token > seen.head and scene.tokens[seen.head].upos == "VERB"
            return "poss" if sub == "poss" else "obj" if bare else mark or main
        case "conj" | "compound":
            return main
        case _:
            return "loose"


def _clause(scene: Scene, token: int, main: str, sub: str, mark: str) -> str:
    seen = scene.tokens[token]
    nominal = scene.tokens[seen.head].upos in ("NOUN", "PROPN")
    if sub == "relcl":
        return "ccomp" if nominal and _is_whole(scene, token) else "relcl"
    if main == "advcl" and is_conditional(scene, token):
        return "condition"
    helpers = [scene.tokens[i].text.lower() for i in scene.kids(token, "aux")]
    gerund = (seen.xpos == "VBG" and not helpers and not scene.kids(token, "nsubj")) or helpers[:1] in (["having"], ["being"])
    if is_infinitive(scene, token):
        adjective = scene.tokens[seen.head].upos == "ADJ"
        return "purpose" if main == "advcl" and not adjective else "xcomp"
    if gerund and mark and mark not in ("that", "while", "when", "after", "before", "since", "by", "as"):
        return mark
    if main == "acl":
        return "ccomp" if mark == "that" or (nominal and scene.kids(token, "nsubj")) else "participle"
    if mark == "that" and scene.tokens[seen.head].upos in ("ADJ", "VERB"):
        return "ccomp"
    if main == "advcl":
        return "clause" if mark or not gerund else "participle"
    if main == "xcomp":
        return "gerund" if gerund else "xcomp"
    return "gerund" if gerund else "ccomp"


def _is_whole(scene: Scene, token: int) -> bool:
    """Whether a clause behind a noun lacks nothing ("an allegation he beat her"): subject and object its own, no relative pronoun."""
    own = [*scene.kids(token, "nsubj"), *scene.kids(token, "obj")]
    return len(own) > 1 and not any(scene.is_relative(k) for k in own) and not any(scene.is_relative(k) for k in scene.kids(token, "mark", "advmod", "obl"))


def is_conditional(scene: Scene, token: int) -> bool:
    """Whether this clause is a condition: "if …", "unless …", "should they …", "in case …"."""
    marks = scene.kids(token, "mark")
    words = [scene.tokens[i].text.lower() for i in marks]
    if any(word in CONDITIONAL for word in words):
        return not _concedes(scene, marks)
    phrase = scene.text[scene.tokens[min(scene.marks.subtree(token))].start : scene.tokens[token].start].lower()
    if phrase.startswith(("in case ", "in the event ", "on condition ", "provided ", "as long as ", "so long as ", "only if ")):
        return True
    first = next((i for i in scene.marks.subtree(token) if scene.tokens[i].upos != "PUNCT"), token)
    opens = scene.tokens[first]
    subjects = scene.kids(token, "nsubj")
    return opens.text.lower() in _INVERTED and opens.upos == "AUX" and first < token and bool(subjects) and first < subjects[0]


def _concedes(scene: Scene, marks: list[int]) -> bool:
    """Whether it is "as if" or "even if"."""
    return any(i > 0 and scene.tokens[i - 1].text.lower() in ("as", "even") for i in marks)
