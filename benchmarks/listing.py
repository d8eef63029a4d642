"""`python -m benchmarks.listing`: names against the consolidated list of the UN: own entries found, and proposals for names that are not on it.

`first`: each alias that the list calls good (a.k.a. and f.k.a. of entities, too) is asked for while the list is without it and without whatever is the
same when folded; its own entry comes first, at the threshold or above. `akin first`: of those alone that have two words (one for entities) like those
of another name of the entry: nothing that compares names can find the rest. `others`: of all, for how many another entry is proposed, alone or beside
its own: names from the same places, the hardest there are. `news`: names of persons and organizations of worldwide/dev that are not on the list by
strict equality, for which anything is proposed.
"""

from __future__ import annotations

import argparse
import sys
import time
from xml.etree import ElementTree as ET

from benchmarks.corpora import DATA
from benchmarks.naming import article
from onrecord.listing.alike import PAIR, STRICT, likeness
from onrecord.listing.matching import THRESHOLD, Found, Matcher
from onrecord.listing.names import name
from onrecord.listing.reading import read_list

LIST = DATA / "lists/un_consolidated_2015-03-27.xml"
LEVELS = tuple(n / 100 for n in range(60, 100, 2))
GOOD = {"good", "a.k.a.", "f.k.a."}
Asked = tuple[str, bool]


def aliases() -> list[tuple[str, str, bool]]:
    """The entry's number, one alias of good quality, and whether it is a person's."""
    out = []
    for element in ET.parse(LIST).getroot().iter():  # noqa: S314  a file of ours
        if element.tag not in ("INDIVIDUAL", "ENTITY"):
            continue
        number = " ".join((element.findtext("REFERENCE_NUMBER") or "").split())
        for alias in element.iter(f"{element.tag}_ALIAS"):
            if (alias.findtext("QUALITY") or "").strip().lower() in GOOD:
                names = (" ".join(part.split()) for part in (alias.findtext("ALIAS_NAME") or "").split(";"))
                out += [(number, each, element.tag == "INDIVIDUAL") for each in dict.fromkeys(names) if each]
    return out


def news() -> list[Asked]:
    """Names of persons and organizations of worldwide/dev, each once."""
    out: dict[Asked, None] = {}
    for path in sorted((DATA / "worldwide/dev").glob("*.tsv")):
        text, names, _ = article(path)
        for start, end, label in sorted(names):
            if label in ("PERSON", "ORGANIZATION"):
                out[" ".join(text[start:end].split()), label == "PERSON"] = None
    return list(out)


def akin(asked: str, others: list[str], *, person: bool) -> bool:
    """Whether another name of the entry has words like those of this one: two, or one for an entity or a name of one word."""
    words = name(asked, person=person).words
    for other in others:
        theirs = name(other, person=person).words
        alike = sum(any(likeness(a, b) >= (PAIR if person else STRICT) for b in theirs) for a in words)
        if alike >= (2 if person else 1):
            return True
    return False


def left_out(matcher: Matcher) -> list[tuple[str, bool, bool, bool, list[Found]]]:
    """For each good alias: the entry's number, whether it is a person's, akin, and what is found without it, lowest level first."""
    entries = {entry.id: entry for entry in matcher.listing.entries}
    out = []
    for number, alias, person in aliases():
        key = name(alias, person=person).key
        texts = [called.text for called in entries[number].names]
        same = {text for text in texts if name(text, person=person).key == key}
        others = [text for text in texts if text not in same]
        out.append((number, alias, person, akin(alias, others, person=person), matcher.find(alias, person=person, least=LEVELS[0], but=same)))
    return out


def main(arguments: list[str]) -> int:
    """Prints the table of thresholds, what it takes, and with --show the names for which anything is proposed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.listing", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="names of the news for which something is proposed, and aliases that are missed")
    given = parser.parse_args(arguments)
    begun = time.perf_counter()
    listing = read_list(LIST)
    matcher = Matcher(listing)
    print(f"{len(listing.entries)} entries, read and made ready in {time.perf_counter() - begun:.2f} s\n")
    asked = left_out(matcher)
    strict = {(name(called.text, person=person).key, person) for entry in listing.entries for called in entry.names for person in (True, False)}
    names = [each for each in news() if (name(each[0], person=each[1]).key, each[1]) not in strict]
    begun = time.perf_counter()
    proposed = [(text, person, matcher.find(text, person=person, least=LEVELS[0])) for text, person in names]
    took = time.perf_counter() - begun
    head = f"{'':>6}" + "".join(f"{who + ' ' + what:>20}" for who in ("persons", "entities") for what in ("first", "akin first", "others", "news"))
    print(head)
    for level in LEVELS:
        cells = []
        for person in (True, False):
            own = [each for each in asked if each[2] is person]
            near = [each for each in own if each[3]]
            of_news = [found for _, who, found in proposed if who is person]
            cells += [
                share([bool(f) and f[0].score >= level and f[0].entry.id == number for number, *_, f in own]),
                share([bool(f) and f[0].score >= level and f[0].entry.id == number for number, *_, f in near]),
                share([any(x.score >= level and x.entry.id != number for x in f) for number, *_, f in own]),
                share([any(x.score >= level for x in f) for f in of_news]),
            ]
        mark = " <" if abs(level - THRESHOLD) < 0.005 else ""
        print(f"{level:6.2f}" + "".join(f"{cell:>20}" for cell in cells) + mark)
    print(f"\n{len(names)} names of the news asked in {1000 * took:.0f} ms; largest list of proposals: {max(len(f) for *_, f in proposed)}")
    if given.show:
        for text, _, found in proposed:
            if found and found[0].score >= THRESHOLD - 0.1:
                print("news", text, "|", *(f"{f.name} {f.score} {f.reasons}" for f in found[:2]))
        for number, alias, _, near, found in asked:
            if near and not any(f.entry.id == number and f.score >= THRESHOLD for f in found):
                print("missed", number, alias, "|", *(f"{f.entry.id} {f.name} {f.score}" for f in found[:2]))
    return 0


def share(hits: list[bool]) -> str:
    """Hits of all, and in per cent."""
    return f"{sum(hits)}/{len(hits)} {100 * sum(hits) / max(1, len(hits)):.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
