"""Gathers `base_forms.csv` and `lemmas.csv` from counts of words in EWT and GUM (train) and from simplemma's English dictionary.

python resources/gathering/lemmas.py DATA RESOURCES      with simplemma installed; DATA holds ewt/ and gum/
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from onrecord.facts.lemmas import INFLECTED, PLAIN, PREFIXES, Tables, _plural, _short, _without, _without_s

if TYPE_CHECKING:
    from collections.abc import Iterator

BANK, DICTIONARY = "EWT 2.x and GUM, train parts: counts of words (CC BY-SA 4.0, CC BY 4.0)", "simplemma 2.0.0 (MIT)"
OPEN = ("NOUN", "VERB", "ADJ", "ADV")
LEFT_OUT = ("PROPN", "PUNCT", "SYM", "X", "NUM", "INTJ")
WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?|'[a-z]+|n't")
NEVER = {"VERB": ("s", "er", "est"), "NOUN": ("ed", "ing", "er", "est"), "ADJ": ()}  # endings of irregular forms of another part of speech
Counts = Counter[tuple[str, str, str, str]]  # of form, part of speech, tag, lemma
Often = Counter[tuple[str, str]]  # of part of speech, lemma
Row = tuple[str, str, str, str, str]  # form, part of speech, tag, lemma, source


def counted(data: Path) -> Counts:
    """How often each (form, part of speech, tag, lemma) stands in the train parts; blanked words and misspellings are left out."""
    counts: Counts = Counter()
    for path in [data / "ewt/en_ewt-ud-train.conllu", *sorted((data / "gum/train").glob("*.conllu"))]:
        for line in path.read_text(encoding="utf8").splitlines():
            cells = line.split("\t")
            if len(cells) != 10 or not cells[0].isdigit() or "_" in cells[1] or ("Typo=Yes" in cells[5] and cells[3] not in ("AUX", "PART")):
                continue
            if WORD.fullmatch(cells[2]):
                counts[cells[1].replace("’", "'"), cells[3], cells[4], cells[2].replace("’", "'")] += 1
    return counts


def bases_of(counts: Counts, dictionary: dict[str, str]) -> dict[str, dict[str, str]]:
    """Source of every base form, by part of speech."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, upos, xpos, lemma), n in counts.items():
        if upos not in LEFT_OUT and xpos not in ("NNP", "NNPS"):
            seen[upos][lemma] += n
    found: dict[str, dict[str, str]] = {upos: {} for upos in seen}
    for upos, words in seen.items():
        for word, n in words.items():
            low = word.lower()
            doubtful = upos == "VERB" and n < 3 and low not in dictionary  # slips of the annotators: fre, flead
            if not doubtful and (word == low or n > words[low]):
                found[upos][word] = BANK
    endings: dict[str, set[str]] = defaultdict(set)
    for form, lemma in dictionary.items():
        for ending in ("ed", "ing", "er", "est"):
            if form != lemma and lemma in _without(form, ending):
                endings[lemma].add(ending)
        if form != lemma and lemma in _without_s(form):
            endings[lemma].add("s")
    for lemma, its in endings.items():
        if its & {"ing", "ed"} and "s" in its:
            if not any(lemma.startswith(p) and {"ing", "s"} <= endings.get(lemma[len(p) :], set()) for p in PREFIXES):  # the rules take prefixes off
                found["VERB"].setdefault(lemma, DICTIONARY)
        elif "s" in its and lemma.isascii() and not _rare_ie(lemma, dictionary) and _plural(lemma + "s", "NNS") != lemma:
            found["NOUN"].setdefault(lemma, DICTIONARY)
        if {"er", "est"} <= its:
            found["ADJ"].setdefault(lemma, DICTIONARY)
    verbs = found["VERB"]
    for word in [word for word, source in verbs.items() if source == DICTIONARY]:  # cancell, determin, sweare: rare spellings beside common verbs
        other = word + "e" if not word.endswith("e") else word[:-1]
        if (word[-1] == word[-2] and verbs.get(word[:-1]) == BANK) or (verbs.get(other) == BANK and not _short(min(word, other, key=len))):
            del verbs[word]
    nouns = found["NOUN"]
    for word in [word for word, source in nouns.items() if source == DICTIONARY and word.endswith("se") and nouns.get(word[:-1]) == BANK]:  # lense
        del nouns[word]
    return found


def _rare_ie(lemma: str, dictionary: dict[str, str]) -> bool:
    """Whether a common word in -y has the same plural: maladie."""
    return lemma.endswith("ie") and lemma[:-2] + "y" in dictionary


def irregular(counts: Counts, dictionary: dict[str, str], tables: Tables) -> Iterator[Row]:
    """Rows where the rules say nothing or something else."""
    often: Counter[tuple[str, str]] = Counter()
    for (_, upos, _, lemma), n in counts.items():
        often[upos, lemma] += n
    known: set[tuple[str, str, str]] = set()
    yield from _of_treebanks(counts, often, dictionary, tables, known)
    yield from _of_dictionary(often, dictionary, tables, known)
    yield from _of_prefixed(often, dictionary, tables, known)


def _of_treebanks(counts: Counts, often: Often, dictionary: dict[str, str], tables: Tables, known: set[tuple[str, str, str]]) -> Iterator[Row]:
    """What the treebanks have; `known` is filled with what they decide."""
    by_tag: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for (form, upos, xpos, lemma), n in counts.items():
        if upos not in LEFT_OUT and xpos not in ("NNP", "NNPS"):
            by_tag[form.lower(), upos, xpos][lemma] += n
    for (form, upos, xpos), lemmas in sorted(by_tag.items()):
        (lemma, n), *rest = lemmas.most_common(2)
        if rest and rest[0][1] == n:
            continue
        other = dictionary.get(form, form)
        against = often[upos, other] > often[upos, lemma] or other == tables.lemma(form, upos, xpos)
        if other not in (form, lemma) and (n < 3 or (n < 4 and against)):  # a word or two against the dictionary, three against it and the rest
            continue
        if n == 1 and upos in OPEN and other == form != lemma:
            continue
        known.add((form, upos, xpos))
        plain = upos in OPEN and xpos in PLAIN[upos]
        if lemma.lower() == form and (plain or n < 2):
            continue
        ruled = tables.lemma(form, upos, xpos)
        rare = n < 4 and ruled not in (None, form) and often[upos, ruled] > 9 and dictionary.get(form) != lemma  # "bases": too seldom to tell
        if ruled != lemma and (n > 1 or (upos in OPEN and not plain)) and not rare:
            yield form, upos, xpos, lemma, BANK
            other = {"VBD": "VBN", "VBN": "VBD"}.get(xpos)
            if upos == "VERB" and other and lemma != form and (form, upos, other) not in by_tag:
                known.add((form, upos, other))
                yield form, upos, other, lemma, BANK


def _of_dictionary(often: Often, dictionary: dict[str, str], tables: Tables, known: set[tuple[str, str, str]]) -> Iterator[Row]:
    """What the dictionary adds, which has no parts of speech: the lemma's, as far as the form's ending allows it."""
    for form, lemma in sorted(dictionary.items()):
        if _left_out(form, lemma, dictionary):
            continue
        plain_noun = dictionary.get(lemma) == lemma and form[:1] == lemma[:1] and not any(often[upos, lemma] for upos in ("VERB", "ADJ", "ADV"))
        for upos in ("NOUN", "VERB", "ADJ"):
            tags = INFLECTED[upos]
            past = any((form, upos, tag) in known for tag in ("VBD", "VBN"))
            unknown = [tag for tag in tags if (form, upos, tag) not in known and not (past and tag in ("VBZ", "VBG"))]
            if not unknown or not (tables.lists(lemma, upos) or (upos == "NOUN" and plain_noun)) or (tables.lists(form, upos) and upos != "VERB"):
                continue
            if form.endswith(NEVER[upos]) or (upos == "ADJ" and not form.endswith(("er", "est"))):
                continue
            if upos == "NOUN" and often[upos, lemma] < often["VERB", lemma]:
                continue
            ruled = {tables.lemma(form, upos, tag) for tag in unknown} - {form, None}
            if any(often[upos, word] > often[upos, lemma] for word in ruled):
                continue
            if not any(tables.lemma(form, upos, tag) == lemma for tag in tags) and not any((form, upos, tag) in known for tag in PLAIN[upos]):
                for tag in [""] if len(unknown) == len(tags) else unknown:
                    yield form, upos, tag, lemma, DICTIONARY


def _left_out(form: str, lemma: str, dictionary: dict[str, str]) -> bool:
    """Entries that say nothing, or name as lemma what is none."""
    return form == lemma or not form.isascii() or dictionary.get(lemma, lemma) != lemma or _rare_ie(lemma, dictionary)


def _of_prefixed(often: Often, dictionary: dict[str, str], tables: Tables, known: set[tuple[str, str, str]]) -> Iterator[Row]:
    """Pasts that the dictionary holds to be base forms, by what it knows of their compounds: rewound, so wound too."""
    for form, lemma in sorted(dictionary.items()):
        if _left_out(form, lemma, dictionary):
            continue
        prefix = next((p for p in (*PREFIXES, "for", "be") if form.startswith(p) and lemma.startswith(p)), "")
        inner, base = form[len(prefix) :], lemma[len(prefix) :]
        if not prefix or form.endswith(("s", "ed", "ing")) or inner not in dictionary or not tables.lists(base, "VERB"):
            continue
        if often["VERB", base] or tables.lists(inner, "VERB"):
            for tag in ("VBD", "VBN"):
                if (inner, "VERB", tag) not in known and inner != base:
                    yield inner, "VERB", tag, base, DICTIONARY + ", by its prefixed form"


def main(data: Path, resources: Path) -> None:
    """Writes both tables."""
    whole = DefaultDictionaryFactory().get_dictionary("en")
    dictionary = {form: lemma for form, lemma in whole.items() if re.fullmatch(r"[a-zé]{2,18}", form) and re.fullmatch(r"[a-zé]{2,16}", lemma)}
    counts = counted(data)
    found = bases_of(counts, dictionary)
    words: dict[str, dict[str, str]] = defaultdict(dict)
    for upos, bases in found.items():
        for word, source in bases.items():
            words[word][upos] = source
    with (resources / "base_forms.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("base", "upos", "source"))
        writer.writerows((word, " ".join(sorted(by)), "; ".join(sorted(set(by.values())))) for word, by in sorted(words.items()))
    tables = Tables({upos: sorted(bases) for upos, bases in found.items()}, {})
    rows: dict[tuple[str, str, str], tuple[str, str]] = {}
    for form, upos, xpos, lemma, source in sorted(irregular(counts, dictionary, tables), key=lambda row: "prefixed" in row[4]):
        if (form, upos, "") not in rows:  # treebank and dictionary before what a prefixed form tells
            rows.setdefault((form, upos, xpos), (lemma, source))
    with (resources / "lemmas.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("form", "upos", "xpos", "lemma", "source"))
        writer.writerows((*key, *value) for key, value in sorted(rows.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
