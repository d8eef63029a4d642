"""How alike two names are, and why: word by word, in any order, by spelling and by sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from rapidfuzz.distance import Indel

from onrecord.listing.names import joined

if TYPE_CHECKING:
    from onrecord.listing.names import Name, Word
    from onrecord.listing.weights import Weights

PAIR = 0.8  # least likeness of two words of persons' names that may be one
STRICT = 0.86  # … of words of bodies' names: they are words of languages, and "national" is not "rational"
LONE = 0.72
"""The score of a name of one word that the list has as it is: the least at which anything is proposed."""
_OMITTED, _OMITTED_MORE, _INITIAL = 0.35, 0.7, 0.85
_AGAINST = 1.5
_ACRONYM, _WEAK, _COMMON = 0.85, 0.9, 0.3
_SOUND, _CONSONANT, _BEGINNING = 0.97, 0.94, 0.92
_SEEN: dict[tuple[str, str], float] = {}


class Likeness(msgspec.Struct, frozen=True):
    """A score, 0 to 1, and what speaks for and against it in a few words each."""

    score: float
    reasons: list[str]


def likeness(one: Word, other: Word) -> float:
    """How alike two words are, 0 to 1; short words must sound the same, and a consonant that differs counts more than a vowel."""
    if one.text == other.text:
        return 1.0
    key = (one.text, other.text)
    known = _SEEN.get(key)
    if known is None:
        if len(_SEEN) > 1 << 18:
            _SEEN.clear()
        known = _SEEN[key] = _likeness(one, other)
    return known


def _likeness(one: Word, other: Word) -> float:
    if one.sound == other.sound:
        return _SOUND
    if min(len(one.text), len(other.text)) <= 3:
        return 0.0
    alike: float = max(Indel.normalized_similarity(one.text, other.text), Indel.normalized_similarity(one.sound, other.sound))
    if one.skeleton != other.skeleton:
        alike *= _CONSONANT
    if one.sound[0] != other.sound[0]:
        alike *= _BEGINNING
    return min(alike, _SOUND)


def compare(asked: Name, listed: Name, weights: Weights, *, weak: bool = False) -> Likeness | None:
    """How alike a name of the report and one of the list are; null where too little is alike to say anything.

    Both must have been made as a person's or as a body's name. A person's name needs two words that are alike (or one and an initial), unless
    both names are one word.
    """
    person = asked.person
    pairs, left, missing = _paired(asked, listed, weights)
    whole = [(a, b, s) for a, b, s in pairs if not (a.initial or b.initial) and a.kind != "title"]
    if not whole:
        return None
    reasons: list[str] = []
    if len(pairs) == 1 and (person or asked.telling == listed.telling == 1):
        return _single(asked, listed, whole[0], weak=weak)
    told = [(word, weights.of(word, person=person)) for word in left if word.kind != "title"]
    untold = [(word, weights.of(word, person=person)) for word in missing if word.kind != "title"]
    if not person and (told or untold) and not any(a.kind is None for a, _, _ in whole):
        return None
    weighed = [(s * s, weights.of(a, person=person) + weights.of(b, person=person)) for a, b, s in pairs]
    gain, full = sum(s * w for s, w in weighed), sum(w for _, w in weighed)
    full += _cost(told, untold, person=person)
    score = gain / full if full else 0.0
    evidence = sum(weights.of(b, person=person) for _, b, _ in whole)
    if person and evidence < 1:
        score *= 1 - _COMMON * (1 - evidence)
        reasons.append("common names")
    if weak:
        score *= _WEAK
    return Likeness(min(1.0, score), [*_told(pairs, told, untold, asked, listed), *reasons, *(["low-quality alias"] if weak else [])])


def _cost(told: list[tuple[Word, float]], untold: list[tuple[Word, float]], *, person: bool) -> float:
    """What words without a partner weigh: one name too few on one side is usual with persons, other names on both sides are not."""
    if person and not (told and untold):
        weights = sorted((w for _, w in told or untold), reverse=False)
        return sum(w * (_OMITTED if n == 0 else _OMITTED_MORE) for n, w in enumerate(weights))
    against = 1.0 if person or not (told and untold) else _AGAINST
    return against * (sum(w for _, w in told) + sum(w for _, w in untold))


def _single(asked: Name, listed: Name, pair: tuple[Word, Word, float], *, weak: bool) -> Likeness | None:
    """Names of one word: a person's must stand in the list as it is, and scores the least there is."""
    a, b, alike = pair
    if asked.telling != 1 or listed.telling != 1 or alike < (1 if asked.person else _SOUND) or len(a.text) < 3:
        return None
    same = "same word" if a.text == b.text else f"{a.text} ~ {b.text}"
    if asked.person:
        return Likeness(LONE, [same, "one word alone", *(["low-quality alias"] if weak else [])])
    if asked.acronym:
        return Likeness(_ACRONYM, ["acronym"]) if a.text == b.text else None
    return Likeness((1.0 if a.kind is None else LONE) * (_WEAK if weak else 1.0) * alike * alike, [same, "one word alone"])


def _paired(asked: Name, listed: Name, weights: Weights) -> tuple[list[tuple[Word, Word, float]], list[Word], list[Word]]:
    """Words that are alike, best first, each once; then the words without a partner on either side, two of which may be one on the other."""
    person = asked.person
    least = PAIR if person else STRICT
    left, missing = list(asked.words), list(listed.words)
    scored = sorted(
        ((s, -i, -j) for i, a in enumerate(left) for j, b in enumerate(missing) if (s := _alike(a, b, person=person)) >= least),
        reverse=True,
    )
    pairs: list[tuple[Word, Word, float]] = []
    mine, theirs = set(range(len(left))), set(range(len(missing)))
    for s, i, j in scored:
        if -i in mine and -j in theirs:
            mine.remove(-i)
            theirs.remove(-j)
            pairs.append((left[-i], missing[-j], s))
    if mine and theirs:
        pairs += _joined(left, missing, mine, theirs, least)
        pairs += [(b, a, s) for a, b, s in _joined(missing, left, theirs, mine, least)]
    return pairs, [left[i] for i in sorted(mine)], [missing[j] for j in sorted(theirs)]


def _alike(a: Word, b: Word, *, person: bool) -> float:
    """As `likeness`; in persons' names an initial is like every word that begins with it."""
    if person and (a.initial or b.initial):
        return 1.0 if a.text == b.text else _INITIAL if a.text[0] == b.text[0] else 0.0
    if not person and min(len(a.text), len(b.text)) <= 3:
        return 1.0 if a.text == b.text else 0.0  # bodies' short words are acronyms
    return likeness(a, b)


def _joined(many: list[Word], few: list[Word], mine: set[int], theirs: set[int], least: float) -> list[tuple[Word, Word, float]]:
    """Two neighbours on one side that are one word on the other ("Jong nam" and "Jongnam")."""
    out = []
    for i in sorted(mine):
        if i not in mine or i + 1 not in mine:
            continue
        both = joined(many[i], many[i + 1])
        best = max(theirs, key=lambda j: likeness(both, few[j]), default=None)
        if best is not None and (s := likeness(both, few[best])) >= least + 0.05:
            mine -= {i, i + 1}
            theirs.discard(best)
            out.append((both, few[best], s))
    return out


def _told(
    pairs: list[tuple[Word, Word, float]], told: list[tuple[Word, float]], untold: list[tuple[Word, float]], asked: Name, listed: Name,
) -> list[str]:  # fmt: skip
    """The reasons in words."""
    out = []
    if all(s == 1 for _, _, s in pairs) and not told and not untold:
        same = [w.text for w in asked.words] == [w.text for w in listed.words]
        out.append("same name" if same else "same names in another order")
    else:
        out += [f"{a.text} ~ {b.text}" for a, b, s in pairs if s < 1 and not (a.initial or b.initial)]
        same_words = [a.text for a, b, s in pairs if s == 1]
        if same_words:
            out.insert(0, "same: " + " ".join(same_words))
    out += [f"initial: {a.text} for {b.text}" for a, b, s in pairs if s < 1 and (a.initial or b.initial)]
    if untold:
        out.append("not in the report: " + " ".join(word.text for word, _ in untold))
    if told:
        out.append("not in the list: " + " ".join(word.text for word, _ in told))
    return out
