"""Support that is said, and support that something is for."""

from __future__ import annotations

import pytest

import onrecord


@pytest.fixture(scope="module")
def reader() -> onrecord.Reader:
    return onrecord.Reader()


def _acts(reader: onrecord.Reader, text: str) -> list[str]:
    return [s.act for s in reader.read_text(text, published="2025-03-05T12:00:00+00:00").statements]


def test_a_government_that_supports_says_so(reader: onrecord.Reader) -> None:
    assert "support" in _acts(reader, "The Norwegian government supported the Danish proposal on fishing quotas.")


@pytest.mark.parametrize(
    "text",
    [
        "The scheme supports young families in the valley.",
        "The council opened three offices to support young families in the valley.",
    ],
)
def test_what_something_is_for_is_nobodys_word(reader: onrecord.Reader, text: str) -> None:
    assert "support" not in _acts(reader, text)
