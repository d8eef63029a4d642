"""The live server keeps to what the API says of itself, whatever is asked of it: schemathesis, a few examples an operation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.invented import World
from onrecord.keeping.opening import open_store
from tests.showing.serving import served

SETTINGS = """
[checks.positive_data_acceptance]
# A query can be a string and yet none of the language, a cursor of another list, an id of nothing.
expected-statuses = ["2xx", "401", "403", "404", "409", "422", "429"]
"""


def test_server_keeps_to_its_description(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("schemathesis")
    if not program.exists():
        pytest.fail("schemathesis is not installed: make")
    store = tmp_path / "store.sqlite"
    with open_store(store) as opened:
        list(opened.add_all(World(3).reports(20)))
    (tmp_path / "schemathesis.toml").write_text(SETTINGS, encoding="utf-8")
    with served("--store", str(store), "--no-fetch") as (address, process):
        run = subprocess.run(
            [
                program, "run", f"{address}/api/v1/openapi.json", "--max-examples", "3", "--phases", "examples,coverage,fuzzing", "--continue-on-failure",
                "--generation-deterministic", "--suppress-health-check", "all", "--no-color",
            ],
            cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert process.poll() is None
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
