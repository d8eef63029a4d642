"""`import onrecord` costs next to nothing: what is heavy is loaded when it is used."""

from __future__ import annotations

import subprocess
import sys

MOST_MS = 100
HEAVY = ("numpy", "onnxruntime", "trafilatura", "lxml", "rich", "click", "tokenizers", "py3langid", "charset_normalizer", "sqlalchemy", "alembic")


def milliseconds() -> float:
    """Processor time of the import in a fresh process: what it costs, however busy the machine is."""
    code = "from time import process_time as now; start = now(); import onrecord; print(1000 * (now() - start))"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def test_import_takes_under_a_tenth_of_a_second() -> None:
    assert min(milliseconds() for _ in range(3)) < MOST_MS


def test_import_loads_nothing_heavy() -> None:
    code = f"import sys, onrecord; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []


def test_version_needs_nothing_heavy() -> None:
    code = f"import sys, onrecord; onrecord.__version__, dir(onrecord); print(*[name for name in {HEAVY!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == []
