"""A report as literature cites it."""

from __future__ import annotations

import msgspec

from onrecord.exporting.citation import bibtex, csl, key
from onrecord.record import Stated
from tests.showing.written import filed

TEXT = "Ida said that the harbour was closed by Norway"


def test_entry_has_what_the_report_tells() -> None:
    record = filed(TEXT, title="100% of {boats} & nets", outlet="The Fjord Gazette", location="https://fjord.example/a_b?c={d}", byline="Ida Berg").record
    assert bibtex(record) == (
        f"@article{{gazette-2025-boats-{record.report.id[:6]},\n"
        "  author = {{Ida Berg}},\n"
        "  title = {{100\\% of \\{boats\\} \\& nets}},\n"
        "  journal = {The Fjord Gazette},\n"
        "  year = {2025},\n"
        "  month = mar,\n"
        "  day = {4},\n"
        "  url = {https://fjord.example/a_b?c=%7Bd%7D},\n"
        "  language = {en},\n"
        "}\n"
    )


def test_csl_has_the_same() -> None:
    record = filed(TEXT, title="Harbour closed", location="https://courier.example/1", byline="Ida Berg").record
    assert csl(record) == [{
        "id": key(record.report), "type": "article-newspaper", "title": "Harbour closed", "author": [{"literal": "Ida Berg"}],
        "container-title": "The Courier", "issued": {"date-parts": [[2025, 3, 4]]}, "URL": "https://courier.example/1", "language": "en",
    }]  # fmt: skip


def test_what_the_report_does_not_tell_is_left_out() -> None:
    record = filed(TEXT).record
    bare = msgspec.structs.replace(record, report=msgspec.structs.replace(record.report, publisher=None, published=Stated("2025", None, "text")))
    assert bibtex(bare) == f"@article{{2025-{record.report.id[:6]},\n  year = {{2025}},\n  language = {{en}},\n}}\n"
    (item,) = csl(bare)
    assert set(item) == {"id", "type", "issued", "language"}
    assert item["issued"] == {"date-parts": [[2025]]}


def test_agency_is_the_author_of_a_report_without_a_byline() -> None:
    record = filed(TEXT).record
    wire = msgspec.structs.replace(record, report=msgspec.structs.replace(record.report, agency=Stated("Northwire", None, "text")))
    assert csl(wire)[0]["author"] == [{"literal": "Northwire"}]
    assert "author = {{Northwire}}" in bibtex(wire)
