"""Short forms of the states of the US that news style has ("Va.", "N.Y.") and the post's: from a package of PyPI to `resources/abbreviations.csv`.

pip download --no-deps -d PACKAGES us==4.0.0
python resources/gathering/abbreviations.py PACKAGES
"""

from __future__ import annotations

import csv
import re
import sys
import zipfile
from pathlib import Path

OUT = Path(__file__).parents[1] / "abbreviations.csv"
STATE = re.compile(r'"name": "([^"]+)",\s+"abbr": "([A-Z]{2})",\s+"is_territory": False,\s+"is_obsolete": False,[^{}]*?"ap_abbr": (?:"([^"]+)"|None)')
SOURCE = "us 4.0.0 (BSD-3-Clause)"


def main(packages: Path) -> None:
    """Reads the package and writes the table anew."""
    text = zipfile.ZipFile(packages / "us-4.0.0-py3-none-any.whl").read("us/states.py").decode()
    rows = set()
    for name, post, news in STATE.findall(text):
        rows.add((post, name, "post", SOURCE))
        if news.endswith("."):
            rows.add((news, name, "news", SOURCE))
    with OUT.open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["words", "name", "form", "source"])
        writer.writerows(sorted(rows, key=lambda row: (row[1], row[2], row[0])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
