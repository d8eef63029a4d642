"""Quotation marks of every shape, and damaged ones. All text invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.recording.statements.quotations import find_quotations, opens_with_mark

CASES = [
    ('"We go," he said. "We stay."', ['"We go,"', '"We stay."']),
    ("“We go,” he said, “and stay.”", ["“We go,”", "“and stay.”"]),
    ("He said “it is 'bad' news” now.", ["“it is 'bad' news”", "'bad'"]),
    ("'We stand,' said a statement of the miners' union.", ["'We stand,'"]),
    ("The 'free towns' pride themselves on the boys' toys.", ["'free towns'"]),
    ('""Doubled marks,"" he said.', ['""Doubled marks,""']),
    ("``Typed marks,'' he said.", ["``Typed marks,''"]),
    ('"One "two" three," he said.', ['"One "two" three,"']),
    ('We are fine," he said. "And well."', ['We are fine,"', '"And well."']),
    ("“Lost mark, he said. “Again.”", ["“Lost mark,", "“Again.”"]),
    ('He said," We like it".', ['" We like it"']),
    ("It is 6'2\" tall and the dog's tail isn't long.", []),
    ("„Tief“ und «haut»", ["„Tief“", "«haut»"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pairs(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])] == expected


def test_a_paragraph_that_does_not_close_is_open_to_its_end() -> None:
    text = '"First paragraph.\n\n"Second one," she said.'
    first, second = find_quotations(text, [(0, 17), (19, len(text))])
    assert (first.closed, text[first.start : first.end]) == (False, '"First paragraph.')
    assert (second.closed, text[second.start : second.end]) == (True, '"Second one,"')


def test_opens_with_mark_sees_past_blanks() -> None:
    assert opens_with_mark('  "So', 0, 5)
    assert not opens_with_mark("So be it", 0, 8)


@given(st.text(alphabet="ab .,\"'“”‘’`«»\n-0é中", max_size=60))
def test_any_text_gives_ordered_quotations_inside_it(text: str) -> None:
    found = find_quotations(text, [(0, len(text))])
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    for q in found:
        assert 0 <= q.start <= q.inner[0] <= q.inner[1] <= q.end <= len(text)
