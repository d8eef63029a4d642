"""Attributions that a cue verb or adjective makes: "said that", "promised to", "condemned", "is expected to", "was quoted as saying"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from onrecord.facts import actor_nouns, cues, predicates
from onrecord.recording.statements.asides import is_torn
from onrecord.recording.statements.beside import BELOW, below, beside
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.contents import Content, content_of
from onrecord.recording.statements.inverted import inverted
from onrecord.recording.statements.sources import EVIDENCE, holders_of_verb, source_range
from onrecord.recording.statements.unsaid import only_asked

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.record.items import Act
    from onrecord.recording.statements.scene import Range, Scene

_FIRST = frozenset({"i", "we", "you", "us", "me"})
_NOT_SAID = frozenset({"should", "must", "ought", "need"})
_WORDLESS = frozenset(
    {
        "comment",
        "say",
        "discuss",
        "elaborate",
        "answer",
        "respond",
        "speak",
        "identify",
        "confirm",
        "disclose",
        "specify",
        "provide",
        "give",
        "talk",
        "address",
    }
)
_NO = frozenset({"not", "n't", "never", "n’t", "neither", "nor", "no", "hardly"})
_ASKING: dict[str, Act] = {"call": "demand", "ask": "request", "tell": "order"}
_EVIDENT = frozenset({"suggest", "indicate", "confirm", "highlight", "underscore", "underline", "signal", "reveal", "imply", "hint", "reaffirm"})
_DONE = ("accuse", "condemn", "praise", "apologise", "threaten")  # who does not do it says nothing
_TOLD = 0.8  # how likely a cue a verb must be that mostly is none ("attack", "bash"), as the encoder sees it
_ONLY_QUOTING = frozenset({"continue", "begin", "start"})  # the march continued
_HELD = ("belief", "wish", "intention", "evaluation", "appearance")


def from_verbs(scene: Scene) -> list[Candidate]:
    """One candidate for each cue verb or adjective with something to attribute, in order."""
    out = []
    for i, token in enumerate(scene.tokens):
        word = cues.cue(token.lemma, token.upos)
        if word is None or word.pos not in ("verb", "adjective") or not scene.readable(i):
            continue
        if not word.frames and scene.marks.stated and scene.marks.stated[i] >= _TOLD:
            word = msgspec.structs.replace(word, frames=["o"])
        if scene.is_a(i, "case", "fixed", "mark", "compound", "aux", "cop", "flat") or (scene.is_a(i, "amod") and word.pos == "verb"):
            continue
        if is_torn(scene, i) or only_asked(scene, i):
            continue
        if token.xpos == "VBN" and scene.is_a(i, "acl") and word.takes("oa") and not scene.kids(i, "obl:agent"):
            continue
        if word.pos == "adjective" and not scene.kids(i, "cop") and not scene.is_a(i, "xcomp", "conj"):
            continue
        found = inverted(scene, i, word) or _read(scene, i, word)
        if found is not None:
            out.append(found)
    return out


def _read(scene: Scene, verb: int, word: Cue) -> Candidate | None:
    """The candidate that this verb makes, or null: for what was not said, or said of nothing."""
    holders = holders_of_verb(scene, verb)
    if holders and scene.tokens[holders[0]].text.lower() in _FIRST and not (scene.is_speech and scene.quoted_at(scene.tokens[verb].start, scene.tokens[verb].end) is None):
        return None
    if holders and _nobody(scene, holders[0]):
        return None
    denied = is_negated(scene, verb)
    content = content_of(scene, verb, word)
    if content is not None and content.told is None and word.takes("t"):
        content.told = _told_before(scene, verb, content)
    source = source_range(scene, holders)
    score, rule = 0.75, ""
    if content is None and word.takes("c") and word.kind in ("speech", "writing", "claim"):
        pieces = beside(scene, verb, source)
        content = Content(pieces, "c") if pieces else None
        if content is None and (pieces := below(scene, verb)):
            content, rule = Content(pieces, "c"), BELOW
        score = 0.7
    if content is None or (word.lemma in _ONLY_QUOTING and not _quotes(scene, content)):
        return None
    act: Act = word.act
    if content.preposition is not None:
        act = word.act_with(scene.tokens[content.preposition].text.lower()) or act
    elif content.frame == "oi" and word.lemma in ("call", "ask", "tell"):
        act = _ASKING[word.lemma]
    elif content.frame == "oa" and word.act == "say":
        act = "say"
    if denied or _withheld(scene, verb):
        if word.act in ("confirm", "deny", "say", "decline") and word.kind == "speech" and not _quotes(scene, content):
            if not _refuses(scene, verb, word):
                return None
            act = "decline"
        elif word.kind not in _HELD or word.act in _DONE:
            return None
        elif word.act == "support":
            act = "reject"
    if word.act in ("decline", "reject") and content.frame == "i":
        content, act = _about(scene, verb, content), _decline(scene, verb, word)
    if not _holds(scene, verb, word, content, holders):
        return None
    return Candidate(
        anchor=verb, cue=_cue_range(scene, verb, content), source=source, content=content.pieces, act=act, rule=rule or f"verb.{content.frame}", word=word,
        holders=holders, told=content.told, distance=word.distance, parse=score * _weight(word, content.frame),
    )  # fmt: skip


def _weight(word: Cue, frame: str) -> float:
    """How far the word and the frame vouch for an attribution: a clause complement does so nearly by itself."""
    least = 0.7 if frame == "c" else 0.45
    return least + (1 - least) * min(1.0, word.strength * 1.3)


def is_negated(scene: Scene, verb: int) -> bool:
    """Whether the verb itself is negated."""
    governed = verb
    while scene.is_a(governed, "conj") and not scene.kids(governed, "nsubj", "aux") and scene.tokens[governed].head >= 0:
        if any(scene.tokens[i].text.lower() in _NO for i in scene.kids(governed, "cc", "advmod")):
            return True
        governed = scene.tokens[governed].head
    return any(scene.tokens[i].text.lower() in _NO for i in (*scene.kids(verb, "advmod", "cc", "det"), *scene.kids(governed, "advmod", "cc:preconj")))


def _withheld(scene: Scene, verb: int) -> bool:
    """Whether it is only said that this should be said."""
    return any(scene.tokens[i].lemma.lower() in _NOT_SAID for i in scene.kids(verb, "aux")) and not scene.kids(verb, "nsubj:pass")


def is_said(scene: Scene, verb: int, word: Cue) -> bool:
    """Whether a verb of saying or wanting is not denied: "has not said", "no group claimed", "did not disclose" tell of no statement."""
    denied = is_negated(scene, verb) or any(_nobody(scene, s) for s in scene.kids(verb, "nsubj"))
    return not denied or (word.kind == "speech" and _refuses(scene, verb, word)) or (word.kind in _HELD and word.act not in _DONE)


def _nobody(scene: Scene, holder: int) -> bool:
    """Whether the words that should name who says it say that nobody does: "no group claimed", "none of them said"."""
    return any(scene.tokens[i].text.lower() in ("no", "nobody", "none", "neither") for i in (holder, *scene.kids(holder, "det")))


def _refuses(scene: Scene, verb: int, word: Cue) -> bool:
    """Whether not saying is reported as an act of its own: "would not say", "neither confirmed nor denied", "did not comment"."""
    would = any(scene.tokens[i].lemma.lower() in ("will", "would", "can", "could") for i in scene.kids(verb, "aux"))
    return would or word.act in ("confirm", "deny")


def _decline(scene: Scene, verb: int, word: Cue) -> Act:
    """Refusing to speak is declining, refusing to act rejecting."""
    below = [scene.tokens[i].lemma for i in scene.kids(verb, "xcomp")]
    return "decline" if below and below[0] in _WORDLESS else word.act


def _about(scene: Scene, verb: int, content: Content) -> Content:
    """For "declined to comment on the deal": the deal; the whole infinitive where nothing more is named."""
    for under in scene.kids(verb, "xcomp"):
        if scene.tokens[under].lemma in _WORDLESS:
            for kid in scene.kids(under, "obl", "obj", "ccomp"):
                pieces = scene.pieces(set(scene.marks.subtree(kid)) - set(scene.kids(kid, "case")))
                if pieces and scene.case_of(kid) not in ("to", "for", "in", "at", "when", "until"):
                    return Content(pieces, "i", told=content.told)
    return content


def _quotes(scene: Scene, content: Content) -> bool:
    return any(scene.quoted_at(*piece) is not None for piece in content.pieces)


def _holds(scene: Scene, verb: int, word: Cue, content: Content, holders: list[int]) -> bool:
    """Whether this use of the word attributes at all: somebody holds it, it is not an instruction, and its content is more than a pronoun."""
    tokens = scene.tokens
    words = [w for a, b in content.pieces for w in scene.text[a:b].split()]
    if len(words) == 1 and words[0].lower().strip("\"'“”") in (
        "it",
        "so",
        "this",
        "that",
        "what",
        "them",
        "him",
        "her",
        "himself",
        "which",
        "who",
        "me",
        "us",
        "you",
    ):
        return False
    if word.kind == "appearance":
        return False
    if not holders:
        if scene.quoted_at(tokens[verb].start, tokens[verb].end) is not None and not scene.is_passive(verb):
            return False
        passive = scene.is_passive(verb)
        said = scene.tokens[verb].relation.partition(":")[0] in ("parataxis", "root", "acl", "ccomp") and _quotes(scene, content)
        return (passive and content.frame in ("c", "s", "oa", "i", "oi")) or said
    if _happening(scene, holders[0]) and not _can_say(scene, holders[0]):
        return False
    if (word.lemma in _EVIDENT or (word.act == "support" and content.frame == "o")) and not _can_say(scene, holders[0]):
        return False
    if word.act == "support" and content.frame == "o" and scene.is_a(verb, "acl", "advcl") and any(tokens[k].text.lower() == "to" for k in scene.kids(verb, "mark")):
        return False  # what something is for
    if word.kind == "evidence":
        asked = re.match(r"(?:whether|if|how|what|why|who|when|where)\b", scene.text[content.pieces[0][0] :], re.IGNORECASE)
        return (content.frame == "c" and asked is None) or _documentary(scene, holders[0])
    return not (word.kind == "citing" and scene.is_a(verb, "advcl"))


def _can_say(scene: Scene, holder: int) -> bool:
    """Whether the holder is somebody or something written rather than a happening: "the unrest confirmed", "this suggests" are nobody's words."""
    token = scene.tokens[holder]
    if token.upos == "PRON":
        return token.text.lower() not in ("this", "that", "it", "which", "these", "those")
    known = actor_nouns.noun(token.lemma.lower()) is not None or actor_nouns.noun(token.text.lower()) is not None
    return token.upos != "NOUN" or known or _documentary(scene, holder) or bool(scene.kids(holder, "flat", "appos"))


def _documentary(scene: Scene, holder: int) -> bool:
    """Whether the holder is something that shows: a document, a study, pictures, figures."""
    names = [scene.tokens[holder].lemma.lower(), *(scene.tokens[i].lemma.lower() for i in scene.kids(holder, "compound"))]
    return any(cues.occasion(name) in ("statement", "document", "post") or name in EVIDENCE for name in names)


def _cue_range(scene: Scene, verb: int, content: Content) -> Range:
    """The attributing words: the verb with its particle, the preposition of its content, or the short name of the one told right after it."""
    tokens = scene.tokens
    low, high = verb, verb
    for kid in scene.kids(verb, "compound:prt"):
        high = max(high, kid) if kid <= verb + 2 else high
    if content.preposition is not None and 0 < content.preposition - high <= 3:
        high = content.preposition
    head = tokens[verb].head
    if (
        tokens[verb].lemma == "say"
        and tokens[verb].xpos == "VBG"
        and head >= 0
        and tokens[head].lemma in ("quote", "cite")
        and scene.is_passive(head)
    ):
        low = min(low, head)
    if content.told is not None and content.told not in content.tokens:
        phrase = scene.marks.subtree(content.told)
        if content.told > high and (phrase[0] == high + 1 or scene.tokens[content.told].start in _name_after(scene, high)) and len(phrase) <= 6:
            high = max(content.told, *(i for i in phrase if i not in content.tokens), _end_of_name(scene, content.told))
    return tokens[low].start, tokens[high].end


def _end_of_name(scene: Scene, told: int) -> int:
    """The last token of the name that the one told stands in, which the parse may have torn ("told Al Jazeera")."""
    token = scene.tokens[told]
    ends = [n.end for n in scene.draft.names_near(token.start, token.end) if n.start <= token.start < n.end]
    return scene.marks.between(token.start, max(ends))[-1] if ends else told


def _told_before(scene: Scene, verb: int, content: Content) -> int | None:
    """The one told whom the parse has taken into what was said: a name right behind the verb, before a clause with a subject of its own."""
    first = scene.tokens[verb + 1] if verb + 1 < len(scene.tokens) else None
    if first is None or not content.pieces or content.pieces[0][0] != first.start or content.frame != "c":
        return None
    last = _end_of_name(scene, verb + 1)
    names = [n for n in scene.draft.names_near(first.start, first.end) if n.start == first.start and n.label in ("PERSON", "ORGANIZATION")]
    after = scene.tokens[last + 1] if last + 1 < len(scene.tokens) else None
    if not names or after is None or after.upos not in ("DET", "PRON", "SCONJ") or after.text.lower() in ("who", "which"):
        return None
    content.tokens -= set(range(verb + 1, last + 1))
    return last


def _name_after(scene: Scene, verb: int) -> range:
    """The characters of the name that begins right behind the verb."""
    start = scene.tokens[verb + 1].start if verb + 1 < len(scene.tokens) else 0
    ends = [n.end for n in scene.draft.names_near(start, start + 1) if n.start == start]
    return range(start, max(ends, default=start))


def _happening(scene: Scene, holder: int) -> bool:
    """Whether the holder is something that happens ("these attacks", "queries"): it tells nothing."""
    token = scene.tokens[holder]
    return token.upos == "NOUN" and bool(predicates.of_noun(token.lemma.lower()))
