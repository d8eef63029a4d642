"""What holds for every test: hypothesis judges results, not the speed of a busy machine; data beside the repository is used where it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Generator

    from onrecord import Reader

SHARED = Path(__file__).resolve().parents[2] / "shared"
ABSENT = "../shared is absent"

settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and corpora beside the repository; what asks for it is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(ABSENT)
    return SHARED


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The pipeline with the shipped weights, loaded once."""
    from onrecord import Reader as Pipeline

    return Pipeline()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that says that ../shared is absent where it is present has failed: nobody would notice that it no longer runs."""
    report = yield
    if report.skipped and SHARED.is_dir() and ABSENT in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped as if ../shared were absent, but {SHARED} is there"
    return report
