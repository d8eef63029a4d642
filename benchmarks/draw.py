"""`python -m benchmarks.draw FOLDER [ROUND]`: a seeded draw of dev reports to label, a third of them with denials, conditions and unconfirmed claims.

The first round drew sixteen (half a for errors, half b unseen), the second twenty-four (c for errors, d, twice as large, unseen).

Writes one text a report to FOLDER, and `draw.json` (name, source, length, sha256, half). Reports that were labelled before or count as non-political are left out.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

from benchmarks.corpora import sha256, sources, text_of

HERE = Path(__file__).parent
ROUNDS: dict[str, tuple[int, dict[str, int], str]] = {  # seed; reports of each corpus, a third of each unsure where there are so many left; the halves they are dealt to, in turn
    "1": (20261125, {"worldwide": 7, "wikinews": 5, "polnear": 4}, "ab"),
    "2": (20261127, {"worldwide": 8, "wikinews": 12, "polnear": 4}, "cdd"),
}
WORDS = (180, 900)  # of a whole report; one of more than 420 words is cut at a paragraph
POLITICAL = re.compile(
    r"(?i)\b(president|minister|ministry|government|parliament|police|military|army|troops|court|protest\w*|sanction\w*|election|opposition|attack\w*|killed|arrest\w*"
    r"|talks|agreement|treaty|border|foreign|rebels?|militants?|security|united nations|senate|congress|party|lawmakers?)\b"
)
UNSURE = re.compile(
    r"(?i)\b(den(?:y|ied|ies|ying)|rejected|refused|refuted|dismissed|disputed|alleg\w+|claim(?:s|ed)|unconfirmed|reportedly|suspected|accus\w+|may|might|could|would|if|unless|whether|not)\b"
)


def main(folder: Path, round_: str = "1") -> None:
    """Draws, writes texts and the list."""
    folder.mkdir(parents=True, exist_ok=True)
    seed, wanted_of, halves = ROUNDS[round_]
    before = [HERE / "gold", *(f for f in HERE.glob("gold/half_?") if f.name[-1] < halves[0])]
    taken = {json.loads(p.read_text())["source"] for f in before for p in f.glob("*.json")} | {row["source"] for row in json.loads((HERE / "nonpolitical.json").read_text())}
    luck, rows = random.Random(seed), []
    for corpus, wanted in wanted_of.items():
        plain, unsure = [], []
        for source in sources(corpus):
            text = text_of(source)
            n = len(text.split())
            if source in taken or not WORDS[0] <= n <= WORDS[1] or len(POLITICAL.findall(text)) < n / 40:
                continue
            (unsure if len(UNSURE.findall(text)) >= n / 40 else plain).append(source)
        third = min(round(wanted / 3), len(unsure))
        for source in [*luck.sample(unsure, third), *luck.sample(plain, wanted - third)]:
            length = _cut(text_of(source))
            text = text_of(source, length)
            name = re.sub(r"\W+", "_", source.replace("wikinews/", "").replace("worldwide/raw_dev/", "").replace("/dev/text", "").replace(".csv#", "_").removesuffix(".txt"))
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            rows.append({"name": name, "source": source, "length": length, "sha256": sha256(text)})
    luck.shuffle(rows)
    for i, row in enumerate(rows):
        row["half"] = halves[i % len(halves)]
    (folder / "draw.json").write_text(json.dumps(rows, indent=1) + "\n")


def _cut(text: str) -> int:
    """Characters up to the last paragraph that ends within 420 words."""
    last = 0
    for m in re.finditer(r"\n\s*\n|\n|\Z", text):
        if len(text[: m.start()].split()) > 420 and last:
            break
        last = m.start()
    return last


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
