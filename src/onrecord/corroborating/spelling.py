"""One form for a word that is written in several ways: American and British spelling, figures, abbreviations, letter case, accents.

The form is made to be compared, not read ("labour" and "labor" are both "labor", and so "devour" is "devor"). Two different words may rarely have one
form; what is compared are runs of words, where that does no harm.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MONTHS = frozenset("january february march april may june july august september october november december".split())
"""Months in their one form: the words beside which a day may stand before or after."""

_SHORT = {
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august", "sep": "september",
    "sept": "september", "oct": "october", "nov": "november", "dec": "december", "gov": "governor", "sen": "senator", "rep": "representative",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain", "prof": "professor", "dr": "doctor",
    "pres": "president", "rev": "reverend", "vs": "v", "versus": "v", "dept": "department", "govt": "government", "int'l": "international",
    "million": "m", "mn": "m", "mln": "m", "billion": "bn", "bln": "bn", "trillion": "tn", "trn": "tn", "kilometre": "km", "kilometer": "km",
    "kilometres": "km", "kilometers": "km", "kms": "km", "kilogram": "kg", "kilogramme": "kg", "kilograms": "kg", "kilogrammes": "kg", "kgs": "kg",
    "percent": "%", "percentage": "%", "pct": "%", "&": "and", "ok": "okay", "mum": "mom", "tv": "television",
    "grey": "gray", "tyre": "tire", "tyres": "tires", "kerb": "curb", "plough": "plow", "ploughed": "plowed", "ploughs": "plows", "cheque": "check",
    "cheques": "checks", "storey": "story", "storeys": "stories", "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "aeroplane": "airplane", "aeroplanes": "airplanes", "aluminium": "aluminum",
    "pyjamas": "pajamas", "moustache": "mustache", "artefact": "artifact", "artefacts": "artifacts", "cosy": "cozy", "mould": "mold",
    "draught": "draft", "gaol": "jail", "judgement": "judgment", "acknowledgement": "acknowledgment", "ageing": "aging", "licence": "license",
    "licences": "licenses", "practise": "practice", "practised": "practiced", "whilst": "while", "amongst": "among", "amidst": "amid",
    "towards": "toward", "afterwards": "afterward", "backwards": "backward", "forwards": "forward", "learnt": "learned", "burnt": "burned",
    "spelt": "spelled", "spoilt": "spoiled", "dreamt": "dreamed", "leant": "leaned", "leapt": "leaped", "speciality": "specialty",
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "tsar": "czar", "fulfil": "fulfill", "enrol": "enroll",
    "instalment": "installment", "skilful": "skillful", "wilful": "willful", "carat": "karat", "yoghurt": "yogurt", "whisky": "whiskey",
}  # fmt: skip
_FIGURES = {
    word: str(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {word: str(10 * n) for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINALS = {word: str(n) for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_LEFT_OUT = frozenset("a an the that $ £ € dollar dollars pound pounds euro euros usd gbp eur".split())  # what an editor adds or takes away at will
_RULES = [
    (re.compile(pattern), by)
    for pattern, by in (
        (r"isation", "ization"), (r"is(e|ed|es|er|ers|ing|able)$", r"iz\1"), (r"ys(e|ed|es|er|ers|ing)$", r"yz\1"),  # organise, analyse
        (r"(?<=[a-z]{2})our", "or"),  # labour, neighbourhood
        (r"(?<=[bcdfghjklmnpqstvxz])re(d|s)?$", r"er\1"),  # centre, calibre, theatres
        (r"(?<=[a-z])ll(?=(ed|er|ers|ing|or|ors|ery|ist|ists|ment|ments|ful|fully|ous|ously)$)", "l"),  # travelled, jewellery
        (r"(?<=[aeiou])(pp|ss|tt|gg)(?=(ed|ing|er|ers)$)", lambda m: m[1][0]),  # kidnapped, focussed
        (r"ogue(s?)$", r"og\1"), (r"enc(e|es|eless)$", r"ens\1"), (r"amme(s|d|r|rs)?$", r"am\1"),  # dialogue, defence, programme
        (r"(?<=[a-z])oe(?=[dst])|^oe(?=[st])|(?<=[hnlp])ae(?=[mdos])|^ae(?=[sot])|(?<=an)ae", "e"),  # foetus, anaemia, paediatric
        (r"(?<=[a-z]{3})eable$", "able"),  # sizeable, saleable
        (r"(?<=[a-z]{2})xion$", "ction"),  # connexion
        (r"jewelery$", "jewelry"),
    )
]  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1 << 16)
def forms(token: str) -> tuple[str, ...]:
    """The words that `token` (a word, a figure or a sign, in any letter case) stands for, each in its one form; none where it tells nothing."""
    low = "".join(c for c in unicodedata.normalize("NFKD", token.casefold()) if not unicodedata.combining(c)).replace("’", "'")
    if low in _LEFT_OUT:
        return ()
    if low[:1].isdigit():
        return (low.rstrip("stndrh").replace(",", ""),)
    if "." in low:
        low = low.replace(".", "")  # U.S., a.m.
    if low in _SHORT:
        return tuple(_SHORT[low].split())
    if low in _FIGURES or low in _ORDINALS:
        return (_FIGURES.get(low) or _ORDINALS[low],)
    if "'" in low:
        if low.endswith("n't"):
            return (*forms(low[:-3]), "not")
        stem, _, ending = low.rpartition("'")
        if ending in ("s", ""):
            return forms(stem) if stem else ()
        if ending in ("re", "ve", "ll", "d", "m"):
            return (*forms(stem), {"re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}[ending])
        low = low.replace("'", "")  # O'Neill
    if len(low) > 4 and _LETTERS.match(low):
        for pattern, by in _RULES:
            low = pattern.sub(by, low)
    return (low,)
