"""Speed and memory: one report cold from the shell, many warm, and the most memory that takes; then the pace of the encoder (`pace.py`)."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpora import sources, text_of
from benchmarks.pace import pace

COLD_SECONDS, WARM_PER_SECOND, MEGABYTES = 2.0, 4.0, 700.0


def speed(*, reports: int = 40, long: bool = False) -> int:
    """Prints the figures against what is asked, `long` texts too; 1 where one is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(about(500), encoding="utf-8")
        cold = min(_cold(path) for _ in range(3))
    command = [sys.executable, "-m", "benchmarks", "warm", str(reports)]
    done = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    per_second, megabytes = float(done[0]), float(done[1])
    rows = [
        ("cold, a report of 500 words", f"{cold:.2f} s", cold <= COLD_SECONDS),
        ("warm", f"{per_second:.1f} reports/s", per_second >= WARM_PER_SECOND),
        ("memory at most", f"{megabytes:.0f} MB", megabytes <= MEGABYTES),
    ]  # fmt: skip
    for what, value, good in rows:
        print(f"{what:30} {value:>16}  {'' if good else 'MISSED'}")
    return int(not all(good for *_, good in rows)) | pace(long=long)


def warm(reports: int) -> int:
    """Reads that many dev reports in one process; prints reports a second and the most memory used, in MB."""
    from benchmarks.system import record_of  # noqa: PLC0415

    texts = [text_of(source) for corpus in ("wikinews", "worldwide") for source in sources(corpus)[: (reports + 1) // 2]][:reports]
    record_of(texts[0])
    begun = time.monotonic()
    for text in texts:
        record_of(text)
    print(len(texts) / (time.monotonic() - begun), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return 0


def about(words: int) -> str:
    """The dev report whose length is nearest to so many words."""
    texts = (text_of(source) for source in sources("wikinews"))
    return min(texts, key=lambda text: abs(len(text.split()) - words))


def _cold(path: Path) -> float:
    begun = time.monotonic()
    subprocess.run([sys.executable, "-m", "onrecord", "read", str(path), "--json"], check=True, capture_output=True)
    return time.monotonic() - begun
