"""Who a statement's speakers are and what kind of source they make, with the reason given for a missing name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.facts import cues
from onrecord.recording.statements.sources import EVIDENCE
from onrecord.recording.turns import RULE as TURN

if TYPE_CHECKING:
    from onrecord.record.items import SourceKind
    from onrecord.recording.actors.cast import Cast
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Range, Scene

_ANONYMITY = re.compile(
    r"(?:who |and |, )?(?:(?:spoke|speaking|talked|talking|agreed to speak|requested|requesting|asked|asking|insisted|insisting)[^.\"“”]{0,25}?"
    r"(?:\bon|\bunder|\bfor)?\s*(?:the )?(?:condition (?:of|that)|anonymity|not to be (?:named|identified)|to remain anonymous)|"
    r"(?:declined|refused|did not want|asked not|wished not|preferred not|wanted not|requested not) to be (?:named|identified|quoted)|"
    r"(?:on|under)(?: the)? condition of anonymity|not authori[sz]ed to (?:speak|comment|discuss|talk))[^.\"“”]*",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"\b(?:because|since|as|citing|due to)\b[^.\"“”]*$", re.IGNORECASE)
_UNNAMED = frozenset(
    {"source", "insider", "person", "people", "official", "diplomat", "aide", "officer", "adviser", "advisor", "someone", "individual"}
)
_PAPER = ("statement", "document", "post")


def speakers_of(scene: Scene, cast: Cast, candidate: Candidate) -> list[str]:
    """Actor ids of the speakers, in text order; for a carried statement those of the one it goes on from."""
    found: list[str] = []
    for holder in candidate.holders:
        found.extend(i for i in _bearer(scene, cast, candidate, holder) or cast.of_token(holder) if i not in found)
    if candidate.source is not None and not found:
        found.extend(i for i in cast.at(*candidate.source) if i not in found)
    if not found and candidate.source is not None:
        names = [i for i in scene.marks.between(*candidate.source) if scene.tokens[i].upos == "PROPN"]
        found = next((ids for i in reversed(names) if (ids := cast.of_token(i))), [])
    if not found and candidate.carried is not None and candidate.source is None:
        return speakers_of(scene, cast, candidate.carried)
    return found


def _bearer(scene: Scene, cast: Cast, candidate: Candidate, holder: int) -> list[str]:
    """The person whose name ends the source right behind the noun that heads it, whatever that noun is ("board chair NAME", "moderator NAME")."""
    if candidate.source is None or scene.tokens[holder].upos != "NOUN":
        return []
    for i in range(holder + 1, scene.marks.between(*candidate.source).stop):
        if (person := cast.person_at(i)) is not None:
            return [person]
        if scene.tokens[i].upos not in ("NOUN", "PROPN", "ADJ"):
            return []
    return []


def selves(scene: Scene, cast: Cast, candidate: Candidate, speakers: list[str]) -> frozenset[int]:
    """Subjects in what is said that stand for the speaker: itself, the body it belongs to, the state that it speaks for."""
    known = [cast.by_id[i] for i in speakers if i in cast.by_id]
    own = {*speakers, *(a.part_of for a in known if a.part_of), *(r.of for a in known for r in a.roles if r.of)}
    countries = {a.country for a in known if a.country and (a.part_of or a.roles or a.kind != "person")}
    out = set()
    for start, end in candidate.content:
        for i in scene.marks.between(start, end):
            if not scene.is_a(i, "nsubj"):
                continue
            if scene.tokens[i].upos == "PRON" and not cast.of_token(i) and scene.quoted_at(start, end) is None:
                out.add(i)
            for actor in cast.of_token(i):
                state = actor in cast.by_id and cast.by_id[actor].kind == "government" and cast.by_id[actor].country in countries
                if actor in own or state:
                    out.add(i)
    return frozenset(out)


def anonymity_of(scene: Scene, candidate: Candidate) -> Range | None:
    """The reporter's words that say that the source is not named, in the sentence of its cue."""
    if candidate.anchor is None:
        return None
    sentence = scene.marks.sentences[scene.tokens[candidate.anchor].sentence]
    found = _ANONYMITY.search(scene.text, sentence.start, sentence.end)
    if found is None or scene.quoted_at(found.start(), found.end()) is not None:
        return None
    start, end = found.start() + len(found[0]) - len(found[0].lstrip(" ,")), found.end()
    if candidate.cue is not None and start < candidate.cue[0] < end:  # "an officer, who spoke on condition of anonymity, told the paper that …"
        end = start + len(scene.text[start : candidate.cue[0]].rstrip(" ,"))
    return start, end


def reason_of(scene: Scene, candidate: Candidate) -> Range | None:
    """The words that say why the source is not named, in the sentence of its cue."""
    whole = anonymity_of(scene, candidate)
    if whole is None:
        return None
    because = _BECAUSE.search(scene.text[whole[0] : whole[1]])
    return scene.trim(whole[0] + because.start() if because else whole[0], whole[1])


def source_kind(scene: Scene, cast: Cast, candidate: Candidate, speakers: list[str], reason: Range | None) -> SourceKind:
    """What kind of source this is, judged by the head of its phrase and by the actor it names."""
    if candidate.carried is not None and not candidate.holders:
        carried = candidate.carried
        return source_kind(scene, cast, carried, speakers, reason_of(scene, carried))
    if not candidate.holders:
        return "unknown"
    if reason is not None:
        return "anonymous"
    head = scene.tokens[candidate.holders[0]]
    kinds = {cast.by_id[i].kind for i in speakers if i in cast.by_id}
    if "outlet" in kinds:
        return "outlet"
    if candidate.rule == TURN and ("person" in kinds or not speakers):
        return "named" if speakers else "unknown"
    if head.upos == "PROPN":
        return "named"
    if (cues.occasion(head.lemma) in _PAPER or head.lemma in EVIDENCE) and "person" not in kinds:
        return "document"
    named = any(cast.by_id[i].name[:1].isupper() and any(m.form == "name" for m in cast.by_id[i].mentions) for i in speakers if i in cast.by_id)
    if head.upos == "PRON":
        if not speakers and head.text.lower() == "it" and _of_paper(scene, candidate.holders[0]):
            return "document"
        return (
            "named" if named else "unknown" if not speakers else "collective" if head.text.lower() in ("they", "some", "many", "others") else "titled"
        )
    plural = head.xpos in ("NNS", "NNPS")
    if head.lemma in ("source", "insider") or (head.lemma in _UNNAMED and not named and (plural or _indefinite(scene, candidate.holders[0]))):
        return "anonymous"
    if named and kinds == {"person"}:
        return "titled"
    if plural or len(candidate.holders) > 1 or kinds & {"organization", "government", "armed_group", "people"}:
        return "collective"
    return "anonymous" if _indefinite(scene, candidate.holders[0]) and head.upos == "NOUN" else "titled"


def _indefinite(scene: Scene, head: int) -> bool:
    return any(
        scene.tokens[i].text.lower() in ("a", "an", "one", "another", "some", "several", "two", "three") for i in scene.kids(head, "det", "nummod")
    )


def _of_paper(scene: Scene, pronoun: int) -> bool:
    """Whether "it" goes on from a document: the subject of the sentence before is one ("The study is there. It says …")."""
    number = scene.tokens[pronoun].sentence
    if number == 0 or scene.paragraph_of(scene.tokens[pronoun].start) != scene.paragraph_of(scene.marks.sentences[number - 1].start):
        return False
    before = scene.marks.sentences[number - 1]
    root = next((i for i in range(before.first, before.last) if scene.tokens[i].head < 0), None)
    subjects = [scene.tokens[i].lemma.lower() for i in scene.kids(root, "nsubj")] if root is not None else []
    return any(cues.occasion(lemma) in _PAPER or lemma in EVIDENCE for lemma in subjects)
