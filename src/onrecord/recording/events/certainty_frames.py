"""How an event hangs from the word above it: the frame in which that word embeds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.statements.scene import Scene

CONDITIONAL = frozenset({"if", "unless", "lest", "assuming", "provided", "providing", "supposing"})
_INVERTED = frozenset({"should", "were", "had"})


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
            return "obj" if sub == "pass" else "subj"
        case "nmod" | "obl":
            return "poss" if sub == "poss" else mark or main
        case "conj" | "compound":
            return main
        case _:
            return "loose"


def _clause(scene: Scene, token: int, main: str, sub: str, mark: str) -> str:
    seen = scene.tokens[token]
    nominal = scene.tokens[seen.head].upos in ("NOUN", "PROPN")
    if sub == "relcl":
        return "relcl"
    if main == "advcl" and is_conditional(scene, token):
        return "condition"
    gerund = seen.xpos == "VBG" and not scene.kids(token, "aux", "nsubj")
    if scene.is_infinitive(token):
        adjective = scene.tokens[seen.head].upos == "ADJ"
        return "purpose" if main == "advcl" and not adjective else "xcomp"
    if gerund and mark and mark not in ("that", "while", "when", "after", "before", "since", "by", "as"):
        return mark
    if main == "acl":
        return "ccomp" if mark == "that" or (nominal and scene.kids(token, "nsubj")) else "participle"
    if main == "advcl":
        return "clause" if mark or not gerund else "participle"
    if main == "xcomp":
        return "gerund" if gerund else "xcomp"
    return "gerund" if gerund else "ccomp"


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
