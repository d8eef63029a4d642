"""`python -m benchmarks.sampling TABLE`: the seeded draw of a hundred sentences for a table of `cases/drawn`, printed to be read and labelled.

Sentences come from the dev texts of worldwide, wikinews and polnear, at most one of each report, by patterns that know nothing of Onrecord's rules. What is printed
is the row without its labels (source, characters of sentence and item, hash of the sentence) and the sentence, which is kept nowhere.
"""

from __future__ import annotations

import itertools
import random
import re
import sys

from benchmarks.corpora import sha256, sources, text_of

SEED = 20261127
WANTED = {"worldwide": 55, "wikinews": 25, "polnear": 20}
HASH = 12
_SENTENCE = re.compile(r"(?<=[.!?\"”])\s+(?=[\"“A-Z])|\n+")
_NUMBER = (
    r"\b\d[\d,.]*\d\b|\b\d\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|dozens|hundreds|thousands)\b"
)
PATTERNS = {
    "times": r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow|tonight|(?:last|next|this) (?:week|month|year|weekend|night|summer)"
    r"|\w+ (?:days|weeks|months|years) (?:ago|later)|(?:January|February|March|April|June|July|August|September|October|November|December)(?: \d{1,2})?(?:,? \d{4})?|(?:in|since) (?:19|20)\d\d)\b",
    "quantities": rf"(?i:{_NUMBER})(?= (?:\w+ ){{0,3}}(?:people|soldiers|civilians|troops|protesters|men|women|children|officers|refugees|migrants|missiles|drones|killed|dead|wounded|injured"
    r"|arrested|detained|deaths|cases|million|billion|percent|years|students|workers|villagers|militants|police|passengers))",
    "certainty": r"\b(?:attack(?:ed|s)?|kill(?:ed|ing)?|arrest(?:ed|s)?|met|meet(?:ing)?|sign(?:ed)?|withdr[ae]w(?:al)?|deploy(?:ed|ment)?|releas(?:ed|e)|negotiat(?:e|ed|ions)|impos(?:ed?|ing)"
    r"|protest(?:ed|s)?|resign(?:ed|ation)?|fir(?:ed|ing)|bomb(?:ed|ing)|invad(?:ed|e)|seiz(?:ed|e)|strikes?|ban(?:ned)?|suspend(?:ed)?|send|sent)\b",
    "places": r"(?<=\b(?:in|at) )(?:[A-Z][a-zé]+)(?: [A-Z][a-zé]+)?\b|(?<=\b(?:to|of) )(?:[A-Z][a-zé]+)(?: [A-Z][a-zé]+)?\b|(?<=\b(?:from|near) )(?:[A-Z][a-zé]+)(?: [A-Z][a-zé]+)?\b",
    "types": r"\b(?:accus\w+|condemn\w+|agre\w+|met|talks|visit\w*|prais\w+|welcom\w+|support\w*|help\w*|releas\w+|withdr\w+|resign\w*|demand\w*|call\w* (?:for|on)|urg\w+|reject\w*|den(?:y|ied)"
    r"|oppos\w+|threat\w+|warn\w*|protest\w*|rall(?:y|ied)|sanction\w*|bann?\w*|deploy\w*|arrest\w*|detain\w*|seiz\w+|attack\w*|kill\w*|fir(?:ed|ing)|strik\w+|order\w*|investigat\w+|su(?:ed|ing)|provid\w+|sent)\b",
}


def draw(table: str) -> list[tuple[str, int, int, int, int, str, str]]:
    """Source, characters of sentence and item, hash and sentence of each drawn row, in the order of the draw."""
    luck, out = random.Random(f"{SEED} {table}"), []
    pattern = re.compile(PATTERNS[table])
    for corpus, wanted in WANTED.items():
        names, got = sorted(sources(corpus)), 0
        luck.shuffle(names)
        for source in names:
            if got == wanted:
                break
            text = text_of(source)
            cuts = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
            found = []
            for start, after in itertools.pairwise(cuts):
                sentence = text[start:after].rstrip()
                if 40 <= len(sentence) <= 260 and sentence[-1:] in '.!?"”' and (item := pattern.search(sentence)) is not None:
                    found.append((start, start + len(sentence), start + item.start(), start + item.end()))
            if found:
                start, end, first, last = luck.choice(found)
                out.append((source, start, end, first, last, sha256(text[start:end])[:HASH], text[start:end]))
                got += 1
    return out


def main(table: str) -> None:
    """Prints the rows and their sentences."""
    for n, (source, start, end, first, last, hashed, sentence) in enumerate(draw(table), 1):
        print(n, source, start, end, first, last, hashed, sep=",")
        print("   ", sentence[: first - start] + "{" + sentence[first - start : last - start] + "}" + sentence[last - start :].replace("\n", " "))


if __name__ == "__main__":
    main(sys.argv[1])
