"""British spelling from American and back, by rules with exceptions; names (a capital inside a sentence) are left as they are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_OUR = "arb ard arm behavi cand clam col demean endeav fav ferv flav harb hon hum lab misdemean neighb od parl ranc rig rum sav splend succ tum val vap vig".split()
_OUR_ENDS = "s|ed|ing|ings|er|ers|able|ably|ful|fully|less|ite|ites|hood|hoods|ly|al|ally|y"

_ISE = set(
    "advertise advise anise appraise apprise arise braise bruise chastise chemise circumcise clockwise comprise compromise concise cruise demise despise devise disenfranchise "
    "disguise enfranchise enterprise excise exercise expertise fundraise franchise guise improvise incise liaise likewise malaise marquise mayonnaise merchandise "
    "noise otherwise paradise poise porpoise practise praise precise premise promise raise reprise revise rise supervise surmise surprise televise tortoise treatise turquoise "
    "uprise valise wise counterclockwise anticlockwise lengthwise suprise sunrise moonrise highrise misadvise overpraise disfranchise".split()
)
_IZE = set("size prize seize capsize maize baize assize oversize outsize downsize upsize resize supersize midsize apprize undersize".split())
_ISE_ENDS = "e|es|ed|er|ers|ing|ation|ations|ational"

_DOUBLED = (
    "travel|cancel|label|level|model|fuel|signal|total|counsel|marvel|quarrel|channel|dial|duel|equal|initial|jewel|libel|panel|pedal|rival|shovel|snorkel|spiral|swivel|"
    "tunnel|unravel|chisel|funnel|grovel|pencil|revel|shrivel|stencil|bejewel|refuel|remodel|relabel|outrival"
)
_TRE = "cent|epicent|theat|amphitheat|kilomet|centimet|millimet|lit|millilit|fib|calib|sab|somb|spect|lust|lacklust|meag|scept"
_PAIRS = {  # British, American: stems to which any ending may be added
    "programme": "program", "aluminium": "aluminum", "tyre": "tire", "grey": "gray", "plough": "plow", "sceptic": "skeptic", "ageing": "aging", "artefact": "artifact",
    "mould": "mold", "moustache": "mustache", "sulphur": "sulfur", "sulphate": "sulfate", "jewellery": "jewelry", "marvellous": "marvelous", "woollen": "woolen", "cosy": "cozy",
    "aeroplane": "airplane", "manoeuvring": "maneuvering", "manoeuvre": "maneuver", "paediatric": "pediatric", "orthopaedic": "orthopedic", "gynaecolog": "gynecolog", "anaesthe": "anesthe", "anaemi": "anemi",
    "leukaemia": "leukemia", "haemorrhage": "hemorrhage", "haemoglobin": "hemoglobin", "foetus": "fetus", "foetal": "fetal", "oestrogen": "estrogen", "diarrhoea": "diarrhea",
    "encyclopaedia": "encyclopedia", "skilful": "skillful", "wilful": "willful", "instalment": "installment", "enrolment": "enrollment", "fulfilment": "fulfillment",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "defence": "defense", "offence": "offense", "pretence": "pretense", "catalogue": "catalog", "analogue": "analog",
    "speciality": "specialty", "furore": "furor", "pyjama": "pajama", "chequered": "checkered",
}
_WHOLE = {"enrol": "enroll", "enrols": "enrolls", "fulfil": "fulfill", "fulfils": "fulfills", "distil": "distill", "towards": "toward", "storey": "story"}
_ONE_WAY = {"learnt": "learned", "whilst": "while", "amongst": "among", "licence": "license", "licences": "licenses", "practise": "practice", "practised": "practiced", "practising": "practicing", "storeys": "stories"}
_NO_END = {"cosy": "", "cozy": "", "tire": "s", "tyre": "s", "mold": "s|y|ed|ing", "mould": "s|y|ed|ing", "program": "s", "programme": "s", "gray": "s|er|ing|ish", "grey": "s|er|ing|ish", "plow": "s|ed|ing", "plough": "s|ed|ing"}
_COMPUTING = re.compile(r"(?i)(computer|software|malware|PC|spyware|antivirus)\s+$")
_METRES = re.compile(r"(?i)(\d|\b(?:square|cubic|hundred|thousand|million|few|several|two|three|four|five|ten))[\s-]+$")
_WORD = re.compile(r"[A-Za-z]+")


def british(text: str) -> str:
    """The text in British spelling."""
    return _words(text, _to_british)


def american(text: str) -> str:
    """The text in American spelling."""
    return _words(text, _to_american)


def _words(text: str, rule: Callable[[str, str], str]) -> str:
    """Each word by the rule, capitals kept; a word with a capital that does not begin a sentence is a name and stays."""

    def one(match: re.Match[str]) -> str:
        word = match[0]
        before = text[max(0, match.start() - 24) : match.start()]
        if not word.islower() and not (word[0].isupper() and word[1:].islower() and re.search(r"(?:^|[.!?][\"'”’]?\s|\n\s*|[\"“‘])$", before)):
            return word
        new = rule(word.lower(), before)
        return new.capitalize() if word[0].isupper() else new

    return _WORD.sub(one, text)


def _to_british(word: str, before: str) -> str:
    """One word, in small letters, with what stands before it."""
    if word in ("meter", "meters") and _METRES.search(before):
        return word.replace("meter", "metre")
    if word.startswith("program") and _COMPUTING.search(before):
        return word
    if word in ("license", "licenses") and re.search(r"(?i)\b(a|the|his|her|its|their|your|my|of|driver's|driving|for|without|new|operating)\s$", before):
        return word.replace("license", "licence")
    if word == "story":
        return "storey" if before.endswith("-") else word
    return _british_anywhere(word)


@cache
def _british_anywhere(word: str) -> str:
    """One word that is spelt the same wherever it stands."""
    if m := re.fullmatch(rf"((?:un|dis|re|en|mis|be|multi|tri|water)?(?:{'|'.join(_OUR)}))or({_OUR_ENDS})?", word):
        return f"{m[1]}our{m[2] or ''}"
    if m := re.fullmatch(rf"([a-z]{{3,}})iz({_ISE_ENDS})", word):
        return word if m[1] + "ize" in _IZE else f"{m[1]}is{m[2]}"
    if m := re.fullmatch(r"(anal|paral|catal|electrol|dial|hydrol)yz(e|es|ed|er|ers|ing)", word):
        return f"{m[1]}ys{m[2]}"
    if m := re.fullmatch(rf"({_DOUBLED})(ed|ing|ings|er|ers|or|ors)", word):
        return f"{m[1]}l{m[2]}"
    if m := re.fullmatch(rf"({_TRE})er(s|ed|ing)?", word):
        return m[1] + {"ed": "red", "ing": "ring"}.get(m[2], "re" + (m[2] or ""))
    return _paired(word, _PAIRS | _WHOLE, back=True)


def _to_american(word: str, _before: str) -> str:
    """One word, in small letters."""
    return _american_anywhere(word)


@cache
def _american_anywhere(word: str) -> str:
    """One word that is spelt the same wherever it stands."""
    if m := re.fullmatch(rf"((?:un|dis|re|en|mis|be|multi|tri|water)?(?:{'|'.join(_OUR)}))our({_OUR_ENDS})?", word):
        return f"{m[1]}or{m[2] or ''}"
    if (m := re.fullmatch(rf"([a-z]{{3,}})is({_ISE_ENDS})", word)) and not {m[1] + "ise", re.sub(r"^(un|im|re|pre|non|over|under|mis|out)(?=[a-z]{3})", "", m[1]) + "ise"} & _ISE:
        return f"{m[1]}iz{m[2]}"
    if m := re.fullmatch(r"(anal|paral|catal|electrol|hydrol)ys(e|ed|er|ers|ing)", word):
        return f"{m[1]}yz{m[2]}"
    if m := re.fullmatch(rf"({_DOUBLED})l(ed|ing|ings|er|ers|or|ors)", word):
        return m[1] + m[2]
    if m := re.fullmatch(rf"({_TRE}|met)r(e|es|ed|ing)", word):
        return f"{m[1]}er" + {"e": "", "es": "s"}.get(m[2], m[2])
    if word in _ONE_WAY:
        return _ONE_WAY[word]
    return _paired(word, _PAIRS | _WHOLE, back=False)


def _paired(word: str, pairs: dict[str, str], *, back: bool) -> str:
    """A word that begins with one side of a pair, with the other side in its place; whole words first."""
    for one, other in pairs.items():
        old, new = (other, one) if back else (one, other)
        if not word.startswith(old):
            continue
        rest = word[len(old) :]
        ends = _NO_END.get(old, "[a-z]*" if one not in _WHOLE else "")
        if one in ("ageing", "furore", "manoeuvring") and rest:
            continue
        if one in ("catalogue", "analogue") and not re.fullmatch("s?", rest):
            continue
        if re.fullmatch(f"(?:{ends})?", rest):
            return new + rest
    return word
