"""Killed at any moment, two writers at once, a pool of threads: every report is there wholly or not at all, and what was told is safe."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed

ROOT = Path(__file__).resolve().parents[2]


def adder(url: str, first: int, last: int, how: str = "all") -> subprocess.Popen[str]:
    """A process that adds, about to begin."""
    command = [sys.executable, "-m", "tests.keeping.adder", url, str(first), str(last), how]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("how", ["one", "all"])
def test_killed_at_any_moment_every_report_is_whole_or_absent(url: str, invented: list[Filed], how: str) -> None:
    draw = random.Random(how)
    told: set[str] = set()
    for _ in range(5):
        process = adder(url, 0, len(invented), how)
        time.sleep(draw.uniform(0.0, 0.9))
        process.kill()
        out, _ = process.communicate()
        told |= {line for line in out.splitlines() if len(line) == 32}
        with open_store(url) as store:
            there = {record.report.id for _, record in store.records()}
            assert told <= there
            assert store.check() == []
            assert store.stats().reports == len(there)
    with open_store(url) as store:
        outcomes = {added.id: added.outcome for added in store.add_all(invented)}
        assert all(outcomes[id_] == "known" for id_ in there)
        assert store.stats().reports == len(invented)
        assert {record.report.id: record for _, record in store.records()} == {filed.record.report.id: filed.record for filed in invented}
        assert store.check() == []


def test_two_processes_add_the_same_reports(url: str, invented: list[Filed]) -> None:
    processes = [adder(url, 0, 40, "one"), adder(url, 20, 60, "all")]
    for process in processes:
        _, error = process.communicate(timeout=300)
        assert (process.returncode, error) == (0, "")
    with open_store(url) as store:
        assert {record.report.id for _, record in store.records()} == {filed.record.report.id for filed in invented}
        assert store.check() == []


def test_eight_threads_share_a_store(url: str, invented: list[Filed]) -> None:
    with open_store(url) as store:

        def work(filed: Filed) -> str:
            added = store.add(filed)
            assert store.record(filed.record.report.id) == filed.record
            assert store.stats().reports >= 1
            return added.outcome

        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(work, [*invented, *invented[:20]]))
        assert outcomes.count("known") == 20
        assert store.stats().reports == len(invented)
        assert store.check() == []


def test_a_reader_sees_one_state_while_others_write(url: str, invented: list[Filed]) -> None:
    with open_store(url) as store, ThreadPoolExecutor(1) as pool:
        store.add(invented[0])
        writing = pool.submit(lambda: list(store.add_all(invented)))
        seen = []
        while not writing.done():
            with store._database.reading() as connection:
                counts = [connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in ("reports", "readings")]  # noqa: S608  names of ours
            assert counts[0] == counts[1]
            seen.append(counts[0])
        writing.result()
        assert seen == sorted(seen)
