"""What the forms show that is not done yet: `open.list` names the tests, each of which is expected to fail until it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

OPEN = frozenset(Path(__file__).with_name("open.list").read_text(encoding="utf-8").split("\n"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is open; a timing may pass, the rest must leave the list once it passes."""
    for item in items:
        if item.nodeid in OPEN:
            item.add_marker(pytest.mark.xfail(strict="time" not in item.name, reason="open, see tests/forms/open.list"))
