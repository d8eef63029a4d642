"""`python -m benchmarks.copies [--show]`: copies told from independent reports, on development edits and on reports of one event.

Copies: 300 texts of wikinews and worldwide/raw_train (every second file, so that others may draw from the rest) edited eight ways (`own_edits.py`), each
against its original; `siblings`, two edits of one text against each other; `in a round-up`, a trimmed text in the middle of four others. `anchors` is the
share that have an anchor in common. Independent: every two reports of one event of news_cluster (development two thirds). Most of those that are called
copies there are copies, for outlets print one agency or press release: `INDEPENDENT` names those that were judged to be none, by the author of the
detector, from the passages in common of pairs with a containment of 0.10 to 0.62 (those above were not read).
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import random
import re
import sys
import time

from benchmarks.corpora import DATA
from benchmarks.own_edits import EDITS, Paragraphs
from onrecord.corroborating.copies import Overlap, compare
from onrecord.corroborating.signature import anchors, signature

COUNT = 300
INDEPENDENT = frozenset(
    {
        ("0046d5ff", "4a6824d7"),  # one sentence of background
        ("108638b8", "7433ca33"),  # two companies' written answers
        ("2ae4755e", "d390bd40"),  # figures of a spacecraft and the words of one speaker
        ("b548ea66", "d83fb078"),  # a post, quoted without marks
    }
)
"""Pairs of reports of news_cluster (first eight digits of their ids, the lower first) that are called copies and were judged to be none."""


def texts() -> list[Paragraphs]:
    """Title and paragraphs of every second text, of 120 to 2,500 words and four paragraphs or more, in an order drawn once."""
    found = []
    for year in (2019, 2020):
        with (DATA / f"wikinews/wikinews_{year}.csv").open(encoding="utf-8", newline="") as file:
            found += [[row["title"], *row["text"].splitlines()] for row in list(csv.DictReader(file))[1::2]]
    for path in sorted((DATA / "worldwide/raw_train").glob("*.txt"))[1::2]:
        found.append(re.sub(r"\Ahttps?://\S+\s*", "", path.read_text(encoding="utf-8")).splitlines())
    out = []
    for lines in found:
        paragraphs = [line.strip() for line in lines if line.strip()]
        if paragraphs and len(paragraphs[0].split()) > 20:  # no title
            paragraphs.insert(0, " ".join(paragraphs[0].split()[:9]))
        if len(paragraphs) > 4 and 120 <= sum(len(p.split()) for p in paragraphs) < 2500:
            out.append(paragraphs)
    random.Random(7).shuffle(out)
    return out


def edited(given: list[Paragraphs], *, count: int = COUNT) -> dict[str, list[tuple[bytes, bytes]]]:
    """Signatures of an original and its copy, by the kind of edit."""
    chosen = given[:count]
    originals = [_signed(text) for text in chosen]
    pairs: dict[str, list[tuple[bytes, bytes]]] = {}
    for name, edit in EDITS.items():
        made = [
            [edit(text, given[(i + step) % len(given)], random.Random(f"{name} {i} {step}")) for step in (153, 161)] for i, text in enumerate(chosen)
        ]
        pairs[name] = [(original, _signed(one)) for original, (one, _) in zip(originals, made, strict=True)]
        if name in ("cut", "everything"):
            pairs[f"{name}, siblings"] = [(_signed(one), _signed(other)) for one, other in made]
        if name == "trimmed":
            rest = [[given[(i + 17 + 5 * k) % len(given)] for k in range(4)] for i in range(len(made))]
            pairs["in a round-up"] = [
                (original, _signed([*a, *b, *one, *c, *d])) for original, (one, _), (a, b, c, d) in zip(originals, made, rest, strict=True)
            ]
    return pairs


def of_one_event() -> list[tuple[str, str, Overlap]]:
    """Every two reports of one event, by the first eight digits of their ids."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "news_cluster").glob("*.json"))]
    signed = [(each["newsCluster"]["EventId"], f"{each['dId'][:8]} {each['source_domain']} {each['title']}", signature(each["text"])) for each in read]
    return [(a[1], b[1], compare(a[2], b[2])) for a, b in itertools.combinations(signed, 2) if a[0] == b[0]]


def _signed(text: Paragraphs) -> bytes:
    return signature("\n".join(text))


def main(arguments: list[str]) -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="pairs of reports of one event that are called copies, the doubtful first")
    given = parser.parse_args(arguments)
    read = texts()
    begun = time.process_time()
    sizes = [len(_signed(text)) for text in read]
    took, words = time.process_time() - begun, sum(len(p.split()) for text in read for p in text)
    print(f"{len(read)} texts, {words / took:,.0f} words a second of processor time, {sum(sizes) / len(sizes):.0f} bytes a signature\n")
    print(f"{'':22}{'recall':>8}{'anchors':>9}")
    right = wanted = 0
    for name, pairs in edited(read).items():
        hits = sum(compare(a, b).copy for a, b in pairs)
        print(f"{name:22}{hits / len(pairs):8.3f}{sum(not set(anchors(a)).isdisjoint(anchors(b)) for a, b in pairs) / len(pairs):9.3f}")
        if name in EDITS:
            right, wanted = right + hits, wanted + len(pairs)
    found = sorted((each for each in of_one_event()), key=lambda each: each[2].score)
    called = [each for each in found if each[2].copy]
    wrong = [each for each in called if tuple(sorted((each[0][:8], each[1][:8]))) in INDEPENDENT]
    print(f"\neight edits together: recall {right / wanted:.3f} ({right} of {wanted})")
    print(f"{len(found)} pairs of one event: {len(called)} called copies, {len(wrong)} of them are none; {len(found) - len(called)} called independent")
    print(f"precision, edits and pairs of one event together: {(right + len(called) - len(wrong)) / (right + len(called)):.3f}; the edits alone against the wrong pairs: {right / (right + len(wrong)):.3f}")
    if given.show:
        for a, b, o in called:
            print(f"{o.score:.2f} a in b {o.a_in_b:.2f} b in a {o.b_in_a:.2f} quotes {o.quotes:.2f} runs {o.shared} longest {o.longest} | {a} | {b}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
