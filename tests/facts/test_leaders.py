"""Terms of office: who held what on a day."""

from __future__ import annotations

from onrecord.facts.leaders import Term, called, holders

YEARS = Term(["Ada Invented"], "ZZZ", "president", "2012", "2018-05-07", "")


def test_a_term_covers_its_days_as_precisely_as_its_source() -> None:
    assert YEARS.covers("2012-01-01")
    assert YEARS.covers("2018-05-07")
    assert not YEARS.covers("2018-05-08")
    assert not YEARS.covers("2011-12-31")


def test_a_term_reaches_some_years_past_its_end() -> None:
    assert YEARS.covers("2020-01-01", years=10)
    assert not YEARS.covers("2028-06-01", years=10)


def test_a_name_is_found_without_accents_and_hyphens_but_only_in_full() -> None:
    assert {term.country for term in called("Recep Tayyip Erdogan")} == {"TUR"}
    assert {term.country for term in called("Kim Jong Un")} == {"PRK"}
    assert called("Kim") == []


def test_who_leads_is_the_head_of_whatever_kind() -> None:
    assert [term.names[0] for term in holders("PRK", "leader", "2024-01-01")] == ["Kim Jong-un"]
    assert holders("PRK", "president", "2024-01-01") == []
