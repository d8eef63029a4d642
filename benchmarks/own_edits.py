"""Development edits: what a desk does to a wire report, from light to heavy, made by rules with a fixed seed. For tuning; the blind test has its own.

A text comes as paragraphs, the first its title. Each edit gives the edited text; `EDITS` lists them in order, from a new headline to all at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

Paragraphs = list[str]

SPELT = dict(
    pair.split("/")
    for pair in (
        "organize/organise organized/organised organization/organisation organizations/organisations recognize/recognise recognized/recognised "
        "authorities/authorities labor/labour neighbor/neighbour neighbors/neighbours neighboring/neighbouring favor/favour favored/favoured honor/honour "
        "color/colour rumors/rumours harbor/harbour defense/defence offense/offence license/licence center/centre centers/centres theater/theatre "
        "meters/metres kilometers/kilometres traveled/travelled traveling/travelling canceled/cancelled program/programme programs/programmes analyze/analyse "
        "apologized/apologised criticized/criticised emphasized/emphasised mobilized/mobilised stabilize/stabilise gray/grey check/cheque tire/tyre "
        "skeptical/sceptical percent/per_cent toward/towards fueled/fuelled leveled/levelled counselor/counsellor modeling/modelling signaled/signalled "
        "behavior/behaviour endeavor/endeavour armored/armoured pediatric/paediatric anemia/anaemia maneuver/manoeuvre catalog/catalogue dialog/dialogue "
        "judgment/judgement aging/ageing U.S./US U.N./UN realize/realise realized/realised prioritize/prioritise nationalized/nationalised "
        "privatization/privatisation civilization/civilisation finalized/finalised authorized/authorised unauthorized/unauthorised"
    ).split()
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SENTENCE = re.compile(r"(?<=[.!?])[\"”’']*\s+(?=[\"“‘']?[A-Z0-9])")
TAIL = re.compile(r",? (?:which|who|where|while|although|after|as|amid|because|according to|adding that|including|with|despite) [^,.;]*(?=\.$)")
MIDDLE = re.compile(r", (?:[^,.;\"“”]{8,70}),")
SMALL = re.compile(
    r"\b(?:also|already|still|now|very|just|recently|reportedly|however,|meanwhile,|later|earlier|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) "
)


def headline(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """Another title, a byline and a dateline of the outlet's own."""
    return [other[0], f"By {draw.choice(['our staff', 'Agencies', 'Staff Reporter'])}", *text[1:]]


def cut(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """The tail goes: 30 to 70 % of the words are left."""
    return _first(text, draw.uniform(0.3, 0.7))


def _first(text: Paragraphs, share: float) -> Paragraphs:
    total = sum(len(p.split()) for p in text)
    kept, n = list[str](), 0
    for paragraph in text:
        kept.append(paragraph)
        n += len(paragraph.split())
        if n > share * total:
            words = paragraph.split()
            kept[-1] = " ".join(words[: max(8, len(words) - int(n - share * total))])
            break
    return kept


def lead(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """The first sentence written anew: half of its words, in another order, among words of another report."""
    first, *rest = SENTENCE.split(text[1]) if len(text) > 1 else [""]
    words, new = first.split(), SENTENCE.split(other[1])[0].split() if len(other) > 1 else []
    kept = draw.sample(words, len(words) // 2)
    mixed = [w for pair in zip(kept, new, strict=False) for w in pair]
    return [text[0], " ".join([*mixed, *rest]), *text[2:]]


def inserted(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """Paragraphs of the outlet's own between those of the wire, up to as many words again."""
    out, most, n = list(text), draw.uniform(0.3, 1.0) * sum(len(p.split()) for p in text), 0
    for paragraph in other[1:]:
        n += len(paragraph.split())
        if n > most:
            break
        out.insert(draw.randint(1, len(out)), paragraph)
    return out


def moved(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """Paragraphs in another order, cut at sentences and put together otherwise."""
    sentences = [s for p in text[1:] for s in SENTENCE.split(p)]
    pieces, at = [], 0
    while at < len(sentences):
        step = draw.randint(1, 3)
        pieces.append(" ".join(sentences[at : at + step]))
        at += step
    rest = pieces[1:]
    draw.shuffle(rest)
    return [text[0], *pieces[:1], *rest]


def spelt(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """The other side's spelling, dates and quotation marks."""
    table = SPELT if draw.random() < 0.5 else {v: k for k, v in SPELT.items()}
    straight = draw.random() < 0.5

    def word(match: re.Match[str]) -> str:
        found = table.get(match[0]) or table.get(match[0].lower(), match[0])
        return (found[0].upper() + found[1:] if match[0][0].isupper() else found).replace("_", " ")

    out = []
    for each in text:
        p = re.sub(r"\bU\.[SN]\.|[A-Za-z]+", word, each)
        p = re.sub(rf"\b({MONTHS}) (\d{{1,2}})(,)?\b", r"\2 \1", p) if draw.random() < 0.7 else re.sub(rf"\b(\d{{1,2}}) ({MONTHS})\b", r"\2 \1", p)
        p = (
            p.replace("“", '"').replace("”", '"').replace("’", "'")
            if straight
            else re.sub(r'"([^"]*)"', r"‘\1’", p).replace("“", "‘").replace("”", "’")
        )
        out.append(p.replace(" - ", " – ").replace("--", "—"))
    return out


def trimmed(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """Most sentences lose a clause, an adverb or what stands between commas; some go altogether."""
    out = [text[0]]
    for paragraph in text[1:]:
        sentences = []
        for each in SENTENCE.split(paragraph):
            if draw.random() < 0.12:
                continue
            sentence = SMALL.sub("", each) if draw.random() < 0.7 else each
            sentence = TAIL.sub("", sentence) if draw.random() < 0.6 else sentence
            sentence = MIDDLE.sub("", sentence, count=1) if draw.random() < 0.5 else sentence
            words = sentence.split()
            if len(words) > 12 and draw.random() < 0.3:
                del words[draw.randrange(2, len(words) - 2)]
            sentences.append(" ".join(words))
        if sentences:
            out.append(" ".join(sentences))
    return out


def everything(text: Paragraphs, other: Paragraphs, draw: random.Random) -> Paragraphs:
    """All of it at once; of the tail less goes, so that something is left."""
    text = _first(text, draw.uniform(0.5, 0.85))
    for edit in (trimmed, lead, moved, spelt, inserted, headline):
        text = edit(text, other, draw)
    return text


EDITS = {each.__name__: each for each in (headline, cut, lead, inserted, moved, spelt, trimmed, everything)}
