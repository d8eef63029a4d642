"""Annotations as the W3C's model has them, on the characters that were read."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.exporting.annotations import CONTEXT, annotation_page
from onrecord.exporting.claim_annotations import claim_page
from onrecord.record import Span
from tests.showing.pages.told import claim, entry, figure
from tests.showing.written import filed

TEXT = "Ida said that the harbour was closed, and that the harbour would stay closed by Norway"


def test_page_says_what_it_is() -> None:
    page = annotation_page(filed(TEXT).record)
    assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids) == 4
    assert all(item["type"] == "Annotation" and item["generator"]["type"] == "Software" for item in page["items"])


def test_each_item_has_its_motivation_its_body_and_its_place() -> None:
    record = filed(TEXT).record
    statement, event, ida, norway = annotation_page(record)["items"]
    assert [statement["motivation"], event["motivation"], ida["motivation"], norway["motivation"]] == [
        "describing", "classifying", "identifying", "identifying",
    ]  # fmt: skip
    assert [body["value"] for body in statement["body"]] == ["accuse", "indirect", "Ida (accuse)"]
    assert [body["value"] for body in event["body"]] == ["ACCUSE", "certain", "Ida ACCUSE Norway"]
    position, quote = norway["target"]["selector"]
    assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "Norway"
    assert (quote["prefix"], quote["suffix"]) == (TEXT[-38:-6], "")


def test_source_is_the_text_that_positions_count_in_and_scope_the_page() -> None:
    here, there = filed(TEXT).record, filed(TEXT, location="https://courier.example/1").record
    target = annotation_page(here)["items"][0]["target"]
    assert target["source"] == f"urn:onrecord:text:{here.report.text_sha256}" and "scope" not in target
    assert annotation_page(there)["items"][0]["target"]["scope"] == "https://courier.example/1"


def test_a_ledgers_words_are_annotated_with_stance_and_origin() -> None:
    one, two = filed(TEXT).record, filed(f"Pal denied that the {TEXT}", location="https://courier.example/2").record
    entries = [
        replace(entry(one.report.id, who="Ida"), words=[Span.of(one.report.text, 14, 25)]),
        replace(entry(two.report.id, "denies", agency="Northwire", origin=1), words=[Span.of(two.report.text, 0, 3)]),
        entry("f" * 32),
    ]
    told = claim(*entries, figures=[replace(figure(1, None, low=3), words=Span.of(two.report.text, 4, 10))])
    page = claim_page(told, {record.report.id: record for record in (one, two)})
    assert [[body["value"] for body in item["body"]] for item in page["items"]] == [
        ["affirms", "origin 1", "Ida: affirms, by way of Northwire (publishes)"],
        ["denies", "origin 2", "Northwire, in its own voice: denies, by way of Northwire (publishes) <- Northwire (republishes)"],
        ["killed", "first", "? killed, from 3 to ?"],
    ]
    assert len({item["id"] for item in page["items"]}) == 3
    for item, record in zip(page["items"], (one, two, two), strict=True):
        position, quote = item["target"]["selector"]
        assert record.report.text[position["start"] : position["end"]] == quote["exact"]
        assert item["target"]["source"] == f"urn:onrecord:text:{record.report.text_sha256}"
