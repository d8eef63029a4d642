"""What the forms show that is not done yet: `open.list` names the tests, each of which must fail until it is mended and then leave the list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.forms.looking import HERE, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord import Reader

OPEN = frozenset((HERE / "open.list").read_text(encoding="utf-8").split("\n"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is open."""
    for item in items:
        if item.nodeid in OPEN:
            item.add_marker(pytest.mark.xfail(strict=True, reason="open, see tests/forms/open.list"))


@cache
def _look(reader: Reader, name: str) -> Look:
    return Look(reader.read(HERE / name))


@pytest.fixture(scope="session")
def look(reader: Reader) -> Callable[[str], Look]:
    """The record of a text of this folder, read once."""
    return lambda name: _look(reader, name)
