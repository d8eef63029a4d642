"""States: names, short names, adjectives, capitals and seats to one actor for each state, where they stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns, cues, given_names
from onrecord.recording.actors import metonymy, order
from onrecord.recording.actors.phrase import Phrase

if TYPE_CHECKING:
    from onrecord.record.items import MentionForm
    from onrecord.recording.actors.gathering import Gathering
    from onrecord.recording.actors.ground import Ground
    from onrecord.recording.actors.knowledge import StateName

POINTS = frozenset({"north", "south", "east", "west"})
_FORMS: dict[str, MentionForm] = {
    "name": "name",
    "alias": "alias",
    "capital": "metonym",
    "seat": "metonym",
    "demonym": "demonym",
    "people": "demonym",
}
_DEEDS = frozenset({"war", "attack", "strike", "invasion", "embargo", "sanction", "missile", "offensive", "airstrike", "bombing", "policy", "aid", "launch", "ban", "assault", "raid",
                    "law", "operation", "drone", "rocket", "nuclear", "airspace", "position", "side", "aggression", "influence", "interference", "occupation", "blockade", "rule"})  # fmt: skip


def gather(gathering: Gathering, named: list[Phrase]) -> list[Phrase]:
    """Finds the states among the names; returns the names that are none."""
    ground, rest, meant = gathering.ground, [], []
    for phrase in named:
        state = _meant(gathering, phrase, named)
        if state is None:
            rest.append(phrase)
        else:
            meant.append((phrase, state))
    codes = list(dict.fromkeys(state.code for _, state in meant))
    short = _short_forms(ground, codes, {i for p in named for i in range(p.first, p.last)})
    covered = {phrase.last for phrase, _ in short}
    rest = [phrase for phrase in rest if not (phrase.last in covered and phrase.words.lower() in POINTS)]
    agents: dict[int, bool] = {}
    for phrase, state in sorted(meant + short, key=lambda pair: pair[0].start):
        gathering.behind.update(dict.fromkeys(range(phrase.first, phrase.last), state.code))
        if state.form in ("demonym", "people"):
            _adjective(gathering, phrase, state)
            continue
        stands, rule = metonymy.use(ground, phrase, state.form)
        before = _coordinated(ground, phrase)
        if before is not None and before in agents and stands != "neither":
            stands, rule = ("agent" if agents[before] else "place"), "coordinated with one that stands so"
        agents[phrase.last] = stands == "agent"
        if stands == "agent":
            gathering.hear(gathering.state(state.code), phrase, _FORMS[state.form], rule)
        elif stands == "place":
            gathering.literal.append(phrase)
        else:
            gathering.skipped.add(phrase.head)
    return rest


def _meant(gathering: Gathering, phrase: Phrase, named: list[Phrase]) -> StateName | None:
    """The state that the words name; where they may name several, the one that the report names elsewhere."""
    known = gathering.ground.known.states(phrase.words)
    if not known or (
        phrase.label == "PERSON" and any(p.label == "PERSON" and phrase.words in p.words.split() and p.words != phrase.words for p in named)
    ):
        return None
    if phrase.label == "PERSON" and known[0].form not in ("name", "alias", "seat"):
        before = _coordinated(gathering.ground, phrase)
        joined = before is not None and any(p.last == before and gathering.ground.known.states(p.words) for p in named)
        if not joined and (known[0].shared or given_names.gender(phrase.words.split()[0]) is not None):  # nobody of that name is known here
            return None
    elsewhere = {s.code for p in named if p.words != phrase.words for s in gathering.ground.known.states(p.words)[:1] if not s.shared}
    fits = [s for s in known if not s.shared or s.code in elsewhere]
    return next((s for s in fits if s.code in elsewhere), fits[0]) if fits else None


def _coordinated(ground: Ground, phrase: Phrase) -> int | None:
    """Where the name stands right after "and" or a comma that another name may end before: one past that name's last token, or null."""
    at = phrase.first - 1
    if at <= 0 or ground.tokens[at].text.lower() not in ("and", "or", ","):
        return None
    return at - 1 if ground.tokens[at].text.lower() == "and" and ground.tokens[at - 1].text == "," else at


def _short_forms(ground: Ground, codes: list[str], in_name: set[int]) -> list[tuple[Phrase, StateName]]:
    """ "The North" where the report speaks of a state whose name begins so; of several, the one spoken of last is meant."""
    from onrecord.recording.actors.knowledge import StateName as Named  # noqa: PLC0415

    names = {code: (ground.known.state(code) or "").split() for code in codes}
    out = []
    for i, token in enumerate(ground.tokens):
        low = token.text.lower()
        if low not in POINTS or not token.text[0].isupper() or not ground.readable(i) or i == 0 or ground.tokens[i - 1].text.lower() != "the":
            continue
        if token.relation in ("compound", "amod", "flat") and token.head > i and ground.tokens[token.head].upos == "PROPN":
            continue
        fits = [code for code in codes if len(names[code]) > 1 and names[code][0].lower() == low]
        if i in in_name and i + 1 in in_name and ground.tokens[i + 1].start == token.end + 1:
            continue  # "the South Korean …"
        if fits and (i not in in_name or ground.tokens[i].relation != "flat"):
            phrase = Phrase("name", i, i - 1, i + 1, ground.tokens[i - 1].start, token.end, token.text, "LOCATION")
            out.append((phrase, Named(fits[0], " ".join(names[fits[0]]), "alias")))
    return out


def _adjective(gathering: Gathering, phrase: Phrase, state: StateName) -> None:
    """An adjective of nationality is a mention of the state before its bodies, officials and deeds; as a noun it names the people."""
    ground, token = gathering.ground, gathering.ground.tokens[phrase.head]
    modified = (
        token.head
        if token.relation in ("amod", "compound", "nmod:desc", "nmod", "flat")
        and token.head > phrase.head
        and ground.reaches(phrase.head, token.head)
        else order.modified(ground, phrase)
    )
    if modified is not None:
        lemma = ground.lemma(modified)
        noun = actor_nouns.noun(lemma)
        if noun is None and modified > phrase.last:  # "Norwegian President Ada Lind" though the parse hangs it on the name
            noun = actor_nouns.noun(ground.lemma(phrase.last))
        if noun is not None:
            if noun.kind in ("government", "forces") or noun.sector in ("GOV", "MIL", "LEG", "SPY", "JUD", "COP"):
                gathering.hear(gathering.state(state.code), phrase, "demonym", "adjective before a body or officer of the state")
        elif ground.tokens[modified].upos == "NOUN" and (
            lemma in _DEEDS or cues.cue(lemma, "NOUN") is not None or lemma.endswith(("tion", "sion", "ment"))
        ):
            gathering.hear(gathering.state(state.code), phrase, "demonym", "adjective before a deed")
        return
    if token.upos in ("NOUN", "PROPN") and (ground.plural(phrase.head) or phrase.words.endswith(("s", "ese", "ish", "ch"))):
        people = next((e for e in gathering.actors.values() if e.kind == "people" and e.name == phrase.words), None)
        people = people or gathering.new(
            "people", phrase.words, country=state.code, sectors=["CVL"], many=True, named=True, head=phrase.words.lower()
        )
        gathering.hear(people, phrase, "name", "the people by the name of its nation")
        gathering.because(people, "country", "named after its nation", phrase)
