"""What a query means, and what is said of one that means nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import QueryError
from onrecord.keeping.query.fields import claim_fields, find_fields
from onrecord.keeping.query.parsing import parse
from onrecord.keeping.query.terms import EVERYTHING, And, Begins, Coded, Days, Named, Not, Number, Or, Term, Words


def day(year: int, month: int, of: int) -> int:
    return date(year, month, of).toordinal()


DRONE, STRIKE = Words(("drone",)), Words(("strike",))


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("", EVERYTHING),
        ("   ", EVERYTHING),
        ("drone", DRONE),
        ("Müller's", Words(("mullers",))),
        ("drone-strike", Words(("drone", "strike"))),
        ('"drone strike"', Words(("drone", "strike"))),
        ("“drone strike”", Words(("drone", "strike"))),
        ("dron*", Words(("dron",), beginning=True)),
        ("drone strike", And((DRONE, STRIKE))),
        ("drone AND strike", And((DRONE, STRIKE))),
        ("drone OR strike", Or((DRONE, STRIKE))),
        ('"OR"', Words(("or",))),
        ("or", Words(("or",))),
        ("-drone", Not(DRONE)),
        ("NOT drone", Not(DRONE)),
        ("-(-drone)", DRONE),
        ("-status:current", Coded("status", ("superseded", "retracted"))),
        ("strike -drone OR strike", Or((And((STRIKE, Not(DRONE))), STRIKE))),
        ("strike -(drone OR strike)", And((STRIKE, Not(Or((DRONE, STRIKE)))))),
        ("(drone strike) strike", And((And((DRONE, STRIKE)), STRIKE))),
        ('speaker:"Kim Yong-hyun"', Named("speaker", ("kim", "yong", "hyun"))),
        ("SPEAKER:Kim", Named("speaker", ("kim",))),
        ("-by:Kim", Not(Named("by", ("kim",)))),
        ("act:deny,REJECT", Coded("act", ("deny", "reject"))),
        ("type:assault", Coded("type", ("ASSAULT",))),
        ("mode:suicide-attack", Coded("mode", ("suicide-attack",))),
        ("country:isl", Coded("country", ("ISL",))),
        ("country:iceland", Coded("country", ("ISL",))),
        ('country:"South Korean, Norwegian"', Coded("country", ("KOR", "NOR"))),
        ("since:2025", Days("time", day(2025, 1, 1), None)),
        ("until:2025-02", Days("time", None, day(2025, 2, 28))),
        ("since:2025-03 until:2025-04", Days("time", day(2025, 3, 1), day(2025, 4, 30))),
        ("since:2025-03-07 drone until:2025-03-07", And((DRONE, Days("time", day(2025, 3, 7), day(2025, 3, 7))))),
        ("when:2025-03..2025-04", Days("time", day(2025, 3, 1), day(2025, 4, 30))),
        ("published:..2024-12", Days("published", None, day(2024, 12, 31))),
        ("confidence:>0.7", Number("confidence", ">", 0.7)),
        ("confidence:1", Number("confidence", "=", 1.0)),
        ("report:ABCDEF", Begins("report", "abcdef")),
        ("10:30", Words(("10", "30"))),
    ],
)
def test_a_query_is_read_as_it_is_meant(query: str, term: Term) -> None:
    assert parse(query, find_fields()) == term


def test_claims_have_fields_of_their_own() -> None:
    assert parse("origins:>=2 denied:yes", claim_fields()) == And((Number("origins", ">=", 2.0), Coded("denied", ("yes",))))
    assert parse("speaker:Kim", claim_fields()) == Named("speaker", ("kim",))


@pytest.mark.parametrize(
    ("query", "at", "told"),
    [
        ("drone speeker:Kim", 7, 'no field "speeker" (did you mean speaker?)'),
        ("act:denies", 5, 'act: cannot be "denies" (did you mean deny?); it is one of say, confirm, deny'),
        ("country:Icelnd", 9, 'no country is called "Icelnd" (did you mean Iceland?)'),
        ("confidence:high", 12, '"high" is no number'),
        ("since:yesterday", 7, "2025, 2025-03 or 2025-03-07"),
        ("since:2025-02-30", 7, '"2025-02-30" is no day'),
        ("since:0000", 7, '"0000" is no day'),
        ("when:2025-04..2025-03", 6, "ends before it begins"),
        ("when:..", 6, "a day at one end"),
        ("report:abc", 8, "six digits"),
        ("speaker: Kim", 9, "without a space"),
        ('speaker:""', 9, "a name is expected"),
        ('drone "strike', 7, "quotation mark is not closed"),
        ("(drone", 1, "parenthesis is not closed"),
        ("drone)", 6, "parenthesis was not opened"),
        ("drone OR", 9, "a word, a field or a parenthesis is expected after OR"),
        ("OR drone", 1, "expected at the beginning"),
        ("()", 2, "a word, a field"),
        ("drone -", 8, "a word, a field"),
        ("--drone", 2, "one minus sign"),
        ("drone …", 7, "a letter or figure"),
        ("a*", 1, "2 letters are expected before the asterisk"),
        ("(" * 21 + "drone" + ")" * 21, 21, "at most 20 deep"),
        ("drone " * 101, 601, "at most 100"),
    ],
)
def test_what_cannot_be_meant_is_told(query: str, at: int, told: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(query, find_fields())
    assert f"character {at}:" in str(raised.value)
    assert told in str(raised.value)


@given(st.text(alphabet='abc: "“”()-*.,>=0123é\n', max_size=40))
def test_any_text_is_read_or_refused(query: str) -> None:
    try:
        parse(query, find_fields())
    except QueryError as error:
        assert "character" in str(error)


@given(st.text(max_size=60))
def test_any_words_in_quotation_marks_are_words(words: str) -> None:
    bare = words.replace('"', "")
    try:
        term = parse(f'"{bare}"', find_fields())
    except QueryError as error:
        assert "letter or figure" in str(error) or "asterisk" in str(error)
    else:
        assert isinstance(term, Words)
