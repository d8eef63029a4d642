"""What the API gives of what a store holds."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.record import Record
from onrecord.showing.api.table import OPERATIONS
from tests.showing.written import filed

if TYPE_CHECKING:
    from onrecord.keeping.store import SqlStore
    from tests.showing.client import Client


@pytest.fixture
def one(store: SqlStore) -> str:
    return store.add(filed("Ida said the harbour was closed by Norway", title="Harbour closed", location="https://courier.example/1")).id


def test_record_is_the_one_that_is_kept(desk: Client, store: SqlStore, one: str) -> None:
    assert Record.from_json(desk.get(f"/api/v1/records/{one}").body) == store.record(one)
    assert desk.get(f"/api/v1/records/{one[:8]}").status == 200


def test_lists_have_what_they_are_of(desk: Client, one: str) -> None:
    assert [item["kind"] for item in desk.get("/api/v1/statements").json()["items"]] == ["statement"]
    assert [item["what"] for item in desk.get("/api/v1/events?q=type:ACCUSE").json()["items"]] == ["ACCUSE"]
    assert desk.get("/api/v1/events?q=type:AID").json()["items"] == []
    assert {item["kind"] for item in desk.get("/api/v1/search?q=harbour").json()["items"]} == {"report", "statement", "event"}


def test_actors_places_outlets(desk: Client, one: str) -> None:
    rows = desk.get("/api/v1/actors?q=ida").json()["items"]
    assert [(row["name"], row["said"], row["did"]) for row in rows] == [("Ida", 1, 1)]
    found = desk.get(f"/api/v1/actors/{rows[0]['identity']}").json()
    assert [(d["actor"]["name"], d["recipient"]["name"], d["types"]) for d in found["dyads"]] == [("Ida", "Norway", {"ACCUSE": 1})]
    assert found["outlets"] == {"The Courier": 1}
    assert len(desk.get(f"/api/v1/actors/{rows[0]['identity']}/items").json()["items"]) == 2
    assert len(desk.get(f"/api/v1/actors/{rows[0]['identity']}/items?part=speaker").json()["items"]) == 1
    assert desk.get("/api/v1/outlets").json()["items"] == [{"outlet": "The Courier", "reports": 1, "statements": 1, "events": 1}]
    outlet = desk.get("/api/v1/outlets/The Courier").json()
    assert (outlet["first_day"], outlet["speakers"], outlet["half"], outlet["copies"]) == ("2025-03-04", 1, 1, 0)
    assert desk.get("/api/v1/places").json()["items"] == []


def test_figures_are_the_same_from_tallies_and_from_a_query(desk: Client, store: SqlStore, one: str) -> None:
    for n in range(5):
        store.add(filed(f"Ida said the harbour number {n} was closed by Norway"))
    for path in ("dyads", "series", "network", "map"):
        whole, asked = desk.get(f"/api/v1/explore/{path}").json(), desk.get(f"/api/v1/explore/{path}?q=certainty:certain").json()
        assert (whole.pop("counted"), asked.pop("counted")) == (None, {"items": 6, "all": True})
        assert whole == asked
    assert desk.get("/api/v1/explore/dyads").json()["dyads"][0]["types"] == {"ACCUSE": 6}
    assert [day["day"] for day in desk.get("/api/v1/explore/series?since=2025-03&until=2025-03").json()["days"]] == ["2025-03-03"]
    assert desk.get("/api/v1/explore/series?until=2025-02").json()["days"] == []


def test_figures_are_tables_too(desk: Client, one: str) -> None:
    answer = desk.get("/api/v1/explore/dyads?format=csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="dyads.csv"'
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[1][1::2] == ["Ida", "Norway", "1"] or rows[1][-1] == "1"


def test_judgements_are_given_listed_and_taken_back(desk: Client, one: str) -> None:
    told = desk.post("/api/v1/judgements", {"verdict": "correct", "items": [{"report": one, "key": "e1"}], "field": "type", "value": "REJECT"})
    assert told.status == 201
    number = told.json()["id"]
    assert told.headers["location"] == f"/api/v1/judgements/{number}"
    assert (told.json()["who"], told.json()["value"]) == ("local", "REJECT")
    assert [each["id"] for each in desk.get(f"/api/v1/judgements?report={one}").json()["items"]] == [number]
    assert desk.ask("DELETE", f"/api/v1/judgements/{number}").status == 204
    assert desk.ask("DELETE", f"/api/v1/judgements/{number}").status == 404
    assert desk.get(f"/api/v1/judgements/{number}").json()["undone"] is True


@pytest.mark.parametrize(("body", "status"), [
    (b"", 400), (b"{", 400), (b"\xff", 400), (b"[]", 422), (b"{}", 422), (b'{"verdict":"maybe","items":[]}', 422),
    (b'{"verdict":"accept","items":[{"report":"abcdef","key":"s1"}]}', 404), (b'{"verdict":"accept","items":[],"more":1}', 422),
])  # fmt: skip
def test_judgements_that_cannot_be_meant(desk: Client, body: bytes, status: int) -> None:
    assert desk.post("/api/v1/judgements", body, content_type="application/json").status == status


def test_report_in_the_formats_of_others(desk: Client, one: str) -> None:
    page = desk.get(f"/api/v1/records/{one}/annotations")
    assert page.headers["content-type"].startswith("application/ld+json")
    assert {item["motivation"] for item in page.json()["items"]} == {"describing", "classifying", "identifying"}
    assert desk.get(f"/api/v1/records/{one}/citation").text.startswith("@article{courier-2025-harbour-")
    assert desk.get(f"/api/v1/records/{one}/citation?format=csl").json()[0]["URL"] == "https://courier.example/1"
    table = list(csv.DictReader(io.StringIO(desk.get(f"/api/v1/records/{one}/tables/statements").text)))
    assert table[0]["report"] == one


def test_claims_and_their_ledger(desk: Client, one: str) -> None:
    rows = desk.get("/api/v1/claims").json()["items"]
    assert rows
    found = desk.get(f"/api/v1/claims/{rows[0]['id']}").json()
    assert found["id"] == rows[0]["id"]
    assert desk.get(f"/api/v1/claims/{rows[0]['id']}/ledger").json()["entries"] == found["entries"]


def test_documentation_names_every_path_and_no_other() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "serving.md").read_text(encoding="utf-8")
    table = page.partition("| path | |")[2].partition("\n\n")[0]
    told = set(re.findall(r"`(?:GET |POST |DELETE )?(/[^`]+)`", "\n".join(line.split(" | ")[0] for line in table.splitlines())))
    assert told == {operation.path for operation in OPERATIONS}
