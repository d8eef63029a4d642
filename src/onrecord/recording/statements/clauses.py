"""What a clause that is plainly said does: it promises, announces, rejects, denies, demands or accuses by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns

if TYPE_CHECKING:
    from onrecord.record.items import Act
    from onrecord.recording.statements.candidate import Candidate
    from onrecord.recording.statements.scene import Scene

FIRST = frozenset({"i", "we"})
_NO = frozenset({"not", "n't", "n’t", "never"})
_HELPING = frozenset(
    {
        "help", "provide", "assist", "support", "ensure", "cooperate", "protect", "honor", "honour", "guarantee", "respect", "hesitate", "invest",
        "implement", "defend", "deliver", "aid", "fund", "welcome", "uphold",
    }
)  # fmt: skip
_HEEDING = frozenset(
    {
        "consider", "accept", "allow", "agree", "negotiate", "recognize", "recognise", "join", "sign", "comply", "permit", "tolerate", "cooperate",
        "participate", "surrender", "yield", "approve", "support", "attend", "bow",
    }
)  # fmt: skip
_GIVEN = frozenset({"willing", "ready", "prepared", "committed", "determined", "commit", "pledge", "promise"})
_PLANNED = frozenset({"plan", "intend", "aim", "decide"})
_OBLIGED = frozenset({"must", "ought", "should"})
_SHARE = frozenset({"involvement", "role", "part", "link", "tie", "connection", "hand"})
_ANSWERABLE = frozenset({"responsible", "guilty", "complicit", "behind", "blame", "involved", "involve"})
_WRONGS = frozenset(
    {
        "violate",
        "sabotage",
        "incite",
        "distort",
        "exploit",
        "mislead",
        "abuse",
        "fabricate",
        "conceal",
        "lie",
        "betray",
        "undermine",
        "destabilize",
        "destabilise",
    }
)
_CLAIMING = frozenset({"claim", "allege", "charge"})


def act_of_clause(scene: Scene, candidate: Candidate, selves: frozenset[int]) -> tuple[Act, str] | None:
    """The act that the first clause of what is said performs, and the rule that knows it; null where it only says something.

    `selves` are tokens that stand for the speaker or the state that speaks through it.
    """
    first = top_of(scene, candidate)
    if first is None:
        return None
    own = is_own(scene, first, selves)
    for top in (first, *(i for i in scene.kids(first, "conj") if own and not scene.kids(i, "nsubj"))):
        found = _act(scene, candidate, top, own)
        if found is not None:
            return found
    return None


def _act(scene: Scene, candidate: Candidate, top: int, own: bool) -> tuple[Act, str] | None:
    for rule, act in (
        ("commitment", _commits(scene, top, candidate.act) if own else None),
        ("refusal", _refuses(scene, top) if own else None),
        ("denial", _denies(scene, top) if own else None),
        ("opinion", _thinks(scene, top) if own else None),
        ("expectation", _expects(scene, top) if own else None),
        ("obligation", _obliges(scene, top)),
        ("blame", _blames(scene, candidate, top) if not own else None),
    ):
        if act is not None:
            return act, rule
    return None


def top_of(scene: Scene, candidate: Candidate) -> int | None:
    """The head of the first clause in the content."""
    inside = [i for start, end in candidate.content for i in scene.marks.between(start, end)]
    known = set(inside)
    return next((i for i in inside if scene.tokens[i].head not in known and scene.tokens[i].upos not in ("PUNCT", "CCONJ", "INTJ")), None)


def is_own(scene: Scene, top: int, selves: frozenset[int]) -> bool:
    """Whether the subject is the one who speaks: first person, or a word that stands for the speaker."""
    subjects = scene.kids(top, "nsubj")
    if not subjects:
        return False
    word = scene.tokens[subjects[0]].text.lower()
    return word in FIRST or subjects[0] in selves


def _words(scene: Scene, top: int, *relations: str) -> set[str]:
    return {scene.tokens[i].lemma.lower() for i in scene.kids(top, *relations)} | {scene.tokens[i].text.lower() for i in scene.kids(top, *relations)}


def is_negated(scene: Scene, top: int) -> bool:
    """Whether the head of the clause is negated."""
    return bool(_words(scene, top, "advmod") & _NO)


def _commits(scene: Scene, top: int, told: Act) -> Act | None:
    """ "We will" promises (what is announced stays so), "we plan to" announces."""
    token = scene.tokens[top]
    words = {token.lemma.lower(), token.text.lower(), *(_words(scene, top, "xcomp") if token.lemma in ("remain", "stand") else ())}
    if is_negated(scene, top):
        return "promise" if "hesitate" in words else None
    if words & _GIVEN:
        return "promise"
    if words & _PLANNED and any(scene.is_infinitive(i) for i in scene.kids(top, "xcomp")):
        return "announce"
    going = token.lemma == "go" and token.xpos == "VBG" and scene.kids(top, "xcomp")
    quoted = scene.quoted_at(token.start, token.end) is not None  # there "would … if" only supposes
    will = {"will", "shall", "’ll", "'ll"} & _words(scene, top, "aux") or ("would" in _words(scene, top, "aux") and (not quoted or not scene.kids(top, "advcl")))
    if token.upos != "VERB" or not (will or going) or "have" in _words(scene, top, "aux"):
        return None
    done = scene.kids(top, "xcomp")[0] if going or (token.lemma == "continue" and scene.kids(top, "xcomp")) else top
    if scene.tokens[done].lemma in _HELPING:
        return "promise"
    return None if scene.is_passive(top) else "announce" if told == "announce" else "promise"


def _refuses(scene: Scene, top: int) -> Act | None:
    """ "We will not accept", "we are not going to accept"."""
    going = scene.tokens[top].text.lower() == "going"
    done = scene.kids(top, "xcomp") if going else [top]
    held = going or _words(scene, top, "aux") & {"will", "would", "shall", "can", "could", "wo", "ca"}
    return "reject" if held and is_negated(scene, top) and any(scene.tokens[i].lemma in _HEEDING for i in done) else None


def _denies(scene: Scene, top: int) -> Act | None:
    """ "It had no involvement", "we were not involved"."""
    token = scene.tokens[top]
    if token.lemma == "have" and any(scene.tokens[i].lemma in _SHARE and "no" in _words(scene, i, "det") for i in scene.kids(top, "obj")):
        return "deny"
    if token.lemma == "have" and "nothing" in _words(scene, top, "obj") and any(scene.tokens[i].lemma == "do" for i in scene.kids(top, "xcomp")):
        return "deny"
    return "deny" if is_negated(scene, top) and {token.lemma, token.text.lower()} & (_ANSWERABLE | _WRONGS) else None


def _thinks(scene: Scene, top: int) -> Act | None:
    """ "I think that", "we believe": what is thought, not what is said."""
    if not any(scene.tokens[i].text.lower() in FIRST for i in scene.kids(top, "nsubj")):
        return None
    return "believe" if scene.tokens[top].lemma in ("think", "believe") and scene.kids(top, "ccomp") and not is_negated(scene, top) else None


def _expects(scene: Scene, top: int) -> Act | None:
    """ "We expect assurances from Iran", "I count on Turkey to act"."""
    lemma = scene.tokens[top].lemma
    if is_negated(scene, top):
        return None
    asked = any(scene.is_infinitive(i) for i in scene.kids(top, "xcomp", "advcl", "ccomp"))
    if lemma in ("expect", "want"):
        from_them = any(scene.case_of(i) in ("from", "of") for i in scene.kids(top, "obl"))
        wanted = lemma == "want" or any(scene.tokens[i].text.lower() in FIRST for i in scene.kids(top, "nsubj"))  # "he expects them to" foretells
        return "demand" if from_them or (wanted and scene.kids(top, "obj") and asked) else None
    return "request" if lemma in ("count", "appeal") and asked else None


def _obliges(scene: Scene, top: int) -> Act | None:
    """ "They must", "the council needs to": "it is time to": an obligation on somebody else."""
    token = scene.tokens[top]
    if token.lemma == "time" and scene.kids(top, "cop") and any(scene.is_infinitive(i) for i in scene.marks.children[top]):
        return None if is_negated(scene, top) else "demand"
    subjects = [scene.tokens[i].text.lower() for i in scene.kids(top, "nsubj")]
    must = bool(_words(scene, top, "aux") & _OBLIGED) and "have" not in _words(scene, top, "aux")
    needs = (
        (token.lemma == "need" or (token.lemma == "have" and not scene.kids(top, "obj")))
        and token.xpos in ("VBP", "VBZ", "VBD")
        and any(scene.is_infinitive(i) for i in scene.kids(top, "xcomp"))
    )
    return (
        "demand"
        if (must or needs) and subjects and subjects[0] not in ("i", "there", "we") and (subjects[0] != "it" or token.upos == "VERB")
        else None
    )


def _blames(scene: Scene, candidate: Candidate, top: int) -> Act | None:
    """Others are said to be answerable for something or to do wrong; what is only claimed of a body or person is an accusation."""
    token = scene.tokens[top]
    if is_negated(scene, top) or _words(scene, top, "aux") & {"may", "might", "could", "can", "would", "will"}:
        return None
    subjects = scene.kids(top, "nsubj")
    if subjects and _party(scene, subjects[0]) and {token.lemma, token.text.lower()} & (_ANSWERABLE | _WRONGS):
        return "accuse"
    agents = [i for i in scene.kids(top, "obl") if scene.tokens[i].relation == "obl:agent" or (scene.is_passive(top) and scene.case_of(i) == "by")]
    agents = agents or ([] if scene.is_passive(top) else subjects)
    claimed = candidate.word is not None and candidate.word.lemma in _CLAIMING and token.upos == "VERB"
    return "accuse" if claimed and any(_party(scene, i) for i in agents) else None


def _party(scene: Scene, token: int) -> bool:
    """Whether this is somebody: a name, or a noun for people or a body."""
    return scene.tokens[token].upos == "PROPN" or actor_nouns.noun(scene.tokens[token].lemma.lower()) is not None
