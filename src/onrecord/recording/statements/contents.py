"""What a cue word attributes: its clause, infinitive, object or phrase, by the frames that the word has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.recording.statements.asides import asides, is_dated, is_torn, told_beside
from onrecord.recording.statements.described import antecedent, grounds, passive_object

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.recording.statements.scene import Range, Scene

_EMPTY = frozenset({"which", "who", "whom", "that", "where", "when", "why", "how", "and", "but", "or"})
_PREDICATED = ("xcomp", "obl", "advcl", "obj")


@dataclass
class Content:
    """Pieces of content, the frame that gave them, the preposition that belongs to the cue, the one told."""

    pieces: list[Range]
    frame: str
    preposition: int | None = None
    told: int | None = None
    tokens: set[int] = field(default_factory=set)


def content_of(scene: Scene, cue: int, word: Cue) -> Content | None:
    """The content of a verb, noun or adjective by the first of its frames that the sentence fills, or null."""
    told = _told(scene, cue, word)
    for frame, taken in (
        ("c", _clause(scene, cue, word)),
        ("oi", _object_and(scene, cue, word, "oi")),
        ("oa", _object_and(scene, cue, word, "oa")),
        ("op", _object_and(scene, cue, word, "op")),
        ("i", _infinitive(scene, cue, word)),
        ("s", _subject(scene, cue, word)),
    ):
        if taken:
            return _made(scene, frame, taken, told, cue)
    phrase = _phrase(scene, cue, word)
    if phrase is not None:
        return phrase
    if word.takes("o", "op"):
        objects = [i for i in scene.kids(cue, "obj") if i != told]
        if objects and scene.is_relative(objects[0]) and objects[0] < cue:
            return _made(scene, "o", antecedent(scene, cue), None, cue)
        if objects and not (word.act == "deny" and scene.kids(cue, "iobj")):
            held_up = grounds(scene, cue, objects[0]) if word.kind == "evaluation" and word.pos == "verb" else set()
            return _made(scene, "o", (set(scene.marks.subtree(objects[0])) - asides(scene, objects[0])) | held_up, None, cue)
        if not objects and scene.is_passive(cue):
            return _made(scene, "o", passive_object(scene, cue), None, cue)
    return None


def _made(scene: Scene, frame: str, tokens: set[int], told: int | None, cue: int) -> Content | None:
    kept = {i for i in tokens if i != cue}
    kept |= {i + 1 for i in kept if scene.tokens[i].upos == "DET" and i + 1 not in kept and i + 2 in kept and i + 1 != cue}  # "the Wednesday shelling"
    pieces = [p for p in scene.pieces(kept) if scene.text[p[0] : p[1]].lower() not in _EMPTY]
    return Content(pieces, frame, told=told, tokens=kept) if pieces else None


def _told(scene: Scene, cue: int, word: Cue) -> int | None:
    """The one addressed: an indirect object, the object of a verb of telling, or a "to" phrase with a person in it."""
    indirect = scene.kids(cue, "iobj")
    if indirect:
        return indirect[0]
    if word.takes("t"):
        objects = scene.kids(cue, "obj")
        if objects and scene.tokens[objects[0]].upos in ("NOUN", "PROPN", "PRON"):
            return objects[0]
        if scene.is_passive(cue):
            subjects = scene.kids(cue, "nsubj:pass", "nsubj")
            if subjects:
                return subjects[0]
    if word.takes("c"):
        for kid in scene.kids(cue, "obl"):
            if scene.case_of(kid) == "to" and scene.tokens[kid].upos in ("PROPN", "PRON", "NOUN"):
                return kid
    return None


def _clause(scene: Scene, cue: int, word: Cue) -> set[int]:
    """Tokens of the clause said: a complement, a parataxis after or around the cue, or the clause that an "as X said" comments on."""
    if not word.takes("c"):
        return set()
    tokens, noun = scene.tokens, word.pos == "noun"
    taken: set[int] = set()
    for kid in scene.kids(cue, "ccomp", *(("acl",) if noun else ())):
        if noun and not _that_clause(scene, kid):
            continue
        if scene.kids(cue, "obj") and any(scene.is_relative(i) and scene.tokens[i].text.lower() != "that" for i in scene.kids(kid, "nsubj", "obj")):
            continue
        taken |= _clause_tokens(scene, kid) - told_beside(scene, cue, kid)
    if not noun and not taken and word.takes("o"):
        for kid in scene.kids(cue, "xcomp"):
            taken |= set(scene.marks.subtree(kid)) if tokens[kid].xpos == "VBG" and kid > cue else set()
    if taken:
        if not noun and cue + 1 < len(tokens) and tokens[cue + 1].text.lower() == "that" and min(taken) > cue + 2:  # what the parse has hung on the cue stands after its "that"
            taken |= set(range(cue + 2, min(taken)))
        torn = {i for kid in scene.kids(cue, "conj") if is_torn(scene, kid) for i in scene.marks.subtree(kid)}
        return taken | torn | antecedent(scene, cue)
    if noun:
        return set()
    for kid in scene.kids(cue, "parataxis"):
        if tokens[kid].upos in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") and _introduced(scene, cue, kid):
            taken |= _clause_tokens(scene, kid)
    for kid in scene.kids(cue, "advcl", "csubj", "obj", "xcomp"):
        if (
            not taken
            and scene.is_a(kid, "advcl", "xcomp")
            and any(tokens[i].text.lower() in ("that", "if", "whether") for i in scene.kids(kid, "mark")[:1])
        ):
            if tokens[scene.kids(kid, "mark")[0]].text.lower() == "that" or word.act == "ask":
                taken |= _clause_tokens(scene, kid)
        elif not taken and scene.is_a(kid, "csubj") and scene.is_passive(cue):
            taken |= _clause_tokens(scene, kid)
    head = tokens[cue].head
    if not taken and head >= 0 and not scene.kids(cue, "obj"):
        comment = tokens[cue].relation.partition(":")[0] == "parataxis"
        as_said = scene.is_a(cue, "advcl") and any(tokens[i].text.lower() == "as" for i in scene.kids(cue, "mark", "advmod"))
        trailing = word.kind in ("speech", "writing") and _comments_after(scene, cue, head)
        if (comment and tokens[head].upos != "PUNCT") or as_said or trailing:
            host = head
            while (
                (comment or trailing)
                and cue > host
                and scene.is_a(host, "ccomp", "conj", "xcomp")
                and tokens[host].head >= 0
                and not _spoken(scene, host)
            ):
                host = tokens[host].head
            taken = set(scene.marks.subtree(host)) - set(scene.marks.subtree(cue))
    return taken


def _comments_after(scene: Scene, cue: int, head: int) -> bool:
    """Whether a verb with its own subject, without a conjunction, closes the sentence behind a comma: "..., a rights group said"."""
    tokens = scene.tokens
    subjects = scene.kids(cue, "nsubj")
    if not scene.is_a(cue, "advcl", "conj") or cue < head or not subjects or scene.kids(cue, "mark", "cc", "obj", "ccomp", "xcomp"):
        return False
    first = min(scene.marks.subtree(cue))
    first = next((i for i in scene.marks.subtree(cue) if tokens[i].upos != "PUNCT"), first)
    return tokens[first - 1].text in (",", ',"', "”", '"') and not tokens[first].text.lower().startswith("wh")


def _spoken(scene: Scene, clause: int) -> bool:
    """Whether this clause hangs from a cue of its own by a colon or quotation: then a comment on it belongs to it alone."""
    return scene.tokens[clause].relation == "parataxis"


def _introduced(scene: Scene, cue: int, kid: int) -> bool:
    """Whether what stands between cue and clause is a colon, comma or quotation mark, not a dash or semicolon."""
    low, high = sorted((scene.tokens[cue].end, scene.tokens[min(scene.marks.subtree(kid))].start))
    if scene.tokens[min(scene.marks.subtree(kid))].start < scene.tokens[cue].start:
        return True
    between = scene.text[low:high]
    return ":" in between or any(c in between for c in "\"“‘,'") or scene.quoted_at(scene.tokens[kid].start, scene.tokens[kid].end) is not None


def _that_clause(scene: Scene, kid: int) -> bool:
    """Whether a clause on a noun says what the noun holds ("claim that ..."), rather than describing it ("claim that was made")."""
    marked = any(scene.tokens[i].text.lower() in ("that", "whether") for i in scene.kids(kid, "mark"))
    return marked or (scene.tokens[kid].relation == "ccomp")


def _clause_tokens(scene: Scene, kid: int) -> set[int]:
    """The clause without its complementiser "that"."""
    tokens = set(scene.marks.subtree(kid))
    for i in scene.kids(kid, "mark"):
        if scene.tokens[i].text.lower() == "that" and scene.tokens[kid].head < i:
            tokens = {t for t in tokens if t >= i}
        if scene.tokens[i].text.lower() == "that" and i == min((t for t in tokens if scene.tokens[t].upos != "PUNCT"), default=-1):
            tokens.discard(i)
    return tokens


def _infinitive(scene: Scene, cue: int, word: Cue) -> set[int]:
    """Tokens of "to lift sanctions" after "promised"."""
    if not word.takes("i"):
        return set()
    for kid in scene.kids(cue, "xcomp", "acl", "ccomp", "advcl"):
        complement = scene.is_a(kid, "xcomp", "ccomp") or (word.act in ("agree", "promise") and not scene.kids(cue, "obj", "xcomp", "ccomp"))
        if scene.is_infinitive(kid) and kid > cue and (word.pos != "verb" or complement):
            return set(scene.marks.subtree(kid)) | _left_behind(scene, cue, kid)
    return set()


def _left_behind(scene: Scene, cue: int, infinitive: int) -> set[int]:
    """Objects and phrases after a bare infinitive that hang from the cue instead: they are its own."""
    if any(i > infinitive for i in scene.kids(infinitive, "obj", "obl", "xcomp", "ccomp")):
        return set()
    low = max(scene.marks.subtree(infinitive))
    out: set[int] = set()
    for kid in scene.kids(cue, "obj", "obl", "xcomp"):
        if kid > low and min(scene.marks.subtree(kid)) <= low + 2 + len(out) and scene.tokens[min(scene.marks.subtree(kid)) - 1].upos != "PUNCT":
            out |= set(scene.marks.subtree(kid))
    return out


def _object_and(scene: Scene, cue: int, word: Cue, frame: str) -> set[int]:
    """Tokens of an object with what is asked of it (oi), what it is held to be (oa) or what it is blamed for (op)."""
    if not word.takes(frame):  # type: ignore[arg-type]
        return set()
    objects = scene.kids(cue, "obj", "iobj") or [i for i in scene.kids(cue, "obl") if frame == "oi" and scene.case_of(i) in ("on", "upon", "for")]
    subjects = scene.kids(cue, "nsubj:pass") if scene.is_passive(cue) else []
    seconds = [kid for kid in scene.kids(cue, *_PREDICATED) if _completes(scene, cue, kid, word, frame)]
    if not seconds:
        return set()
    if not objects and not subjects:
        return set()
    taken = set()
    for second in seconds[:1]:
        taken |= set(scene.marks.subtree(second))
        if frame == "oa" or (subjects and not objects):
            taken -= {i for i in scene.kids(second, "case", "mark") if scene.tokens[i].text.lower() == "as" and not objects}
    for target in (objects or subjects)[:1]:
        if scene.is_relative(target):
            continue
        cases = set(scene.kids(target, "case")) if scene.is_a(target, "obl") else set()
        taken |= set(scene.marks.subtree(target)) - cases
    return taken


def _completes(scene: Scene, cue: int, kid: int, word: Cue, frame: str) -> bool:
    """Whether this dependent is the second half of the frame: an infinitive, an "as" phrase or predicate, a phrase with the word's preposition."""
    case = scene.case_of(kid)
    if frame == "oi":
        return scene.is_infinitive(kid) and scene.is_a(kid, "xcomp", "advcl", "ccomp")
    if frame == "oa":
        return kid > cue and (case == "as" or (scene.is_a(kid, "xcomp") and not scene.is_infinitive(kid) and not case))
    return case in word.prepositions and not scene.is_a(kid, "xcomp")


def _subject(scene: Scene, cue: int, word: Cue) -> set[int]:
    """Tokens of "X is expected to leave": the subject and the infinitive, the cue left out."""
    if not word.takes("s") or not scene.is_passive(cue):
        return set()
    subjects = scene.kids(cue, "nsubj:pass", "nsubj")
    rest = [i for i in scene.kids(cue, "xcomp", "ccomp") if i > cue]
    if not subjects or not rest:
        return set()
    taken = set(scene.marks.subtree(rest[0]))
    return taken if scene.is_relative(subjects[0]) else taken | set(scene.marks.subtree(subjects[0]))


def _phrase(scene: Scene, cue: int, word: Cue) -> Content | None:
    """Content behind a preposition that the word takes ("called for", "concern about"); the preposition belongs to the cue."""
    if not word.takes("p"):
        return None
    for kid in scene.kids(cue, "obl", "nmod", "advcl", "acl", "xcomp"):
        case = scene.case_of(kid)
        marked = scene.kids(kid, "case", "mark")
        if not case or kid < cue or word.act_with(case) is None or is_dated(scene, kid):
            continue
        tokens = set(scene.marks.subtree(kid)) - set(scene.marks.subtree(marked[0]))
        follow = [i for i in scene.kids(cue, "xcomp", "advcl", "acl") if i != kid and i > kid and scene.is_infinitive(i)]
        if follow and word.pos == "verb":
            tokens |= set(scene.marks.subtree(follow[0]))
        pieces = scene.pieces(tokens)
        if pieces:
            return Content(pieces, "p", preposition=marked[0], tokens=tokens)
    return None
