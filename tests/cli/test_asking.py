"""What a shell leaves of a query is put together again."""

from __future__ import annotations

import pytest

from onrecord.cli.asking import query_of


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (("drone", "strike"), "drone strike"),
        (("drone strike",), '"drone strike"'),
        (("speaker:Kim Yong-hyun", "act:deny"), 'speaker:"Kim Yong-hyun" act:deny'),
        (("-speaker:Kim Yong-hyun",), '-speaker:"Kim Yong-hyun"'),
        ((" -act:deny",), "-act:deny"),
        (('speaker:"Kim Yong-hyun" act:deny',), 'speaker:"Kim Yong-hyun" act:deny'),
        (("speaker:Kim act:deny",), "speaker:Kim act:deny"),
        (("drone OR strike",), "drone OR strike"),
        (("(drone", "OR", "strike)"), "(drone OR strike)"),
        ((), ""),
    ],
)
def test_a_query_is_put_together_again(arguments: tuple[str, ...], query: str) -> None:
    assert query_of(arguments) == query
