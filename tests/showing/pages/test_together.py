"""The page of a claim says why its items are together, and takes a reader's word that they are not, or that another claim is the same."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from benchmarks.invented import World
from onrecord.keeping.opening import open_store
from onrecord.showing.pages.looking.together import Together, together
from tests.showing.client import Answer, Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from onrecord.keeping.store import SqlStore


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of invented reports with its claims."""
    path = tmp_path_factory.mktemp("linked") / "store.sqlite"
    with open_store(path) as store:
        list(store.add_all(World(1).reports(24)))
    return path


@pytest.fixture
def store(linked: Path, tmp_path: Path) -> Iterator[SqlStore]:
    copy = tmp_path / "store.sqlite"
    with open_store(linked) as whole:
        whole.backup(copy)
    with open_store(copy) as opened:
        yield opened


@pytest.fixture
def claim(store: SqlStore) -> str:
    """A claim with items of several reports that others are near to."""
    several = [row.id for row in store.claims("reports:>1", limit=50)]
    return next(one for one in several if len(together(store, one).near) > 0 and len(together(store, one).members) > 2)


def asked(desk: Client, claim: str, what: str, **fields: str) -> Answer:
    return desk.form(f"/claims/{claim}/{what}", {"csrf": desk.word(f"/claims/{claim}"), **fields})


def there(store: SqlStore, report: str, key: str) -> str:
    return store.memberships(report)[key]


def test_each_item_has_the_nearest_of_its_claim_with_the_reasons(store: SqlStore, claim: str) -> None:
    found = together(store, claim)
    assert [one.known_by for one in found.members] == [True, *[False] * (len(found.members) - 1)]
    members = set(store.claim(claim).members)
    assert {one.item.ref for one in found.members} == members
    links = {link.to: link for link in store.claim(claim).links}
    for one in found.members:
        assert one.nearest is not None
        assert one.nearest.ref in members - {one.item.ref}
        assert (one.score, sorted(one.reasons, key=str)) == (links[one.item.ref].score, sorted(links[one.item.ref].reasons, key=str))


def test_what_is_near_and_kept_apart_is_named_with_the_words_of_both(store: SqlStore, claim: str) -> None:
    near = together(store, claim).near
    assert [one.score for one in near] == sorted((one.score for one in near), reverse=True)
    for one in near:
        assert one.here.claim == claim
        assert one.there.claim == one.claim != claim
        assert one.reasons


def test_an_item_of_something_else_leaves_the_claim_and_comes_back(store: SqlStore, claim: str) -> None:
    desk = Client(store)
    first, *_, last = together(store, claim).members
    answer = asked(desk, claim, "part", report=last.item.report, key=last.item.key)
    assert (answer.status, answer.headers["location"]) == (303, f"/claims/{claim}#together-h")
    assert there(store, first.item.report, first.item.key) == claim != there(store, last.item.report, last.item.key)
    page = desk.get(f"/claims/{claim}").text
    assert "Something else</b>: “" in page
    numbers = re.search(r'name="numbers" value="([\d,]+)"', page)
    assert numbers
    assert asked(desk, claim, "undo", numbers=numbers[1]).status == 303
    assert there(store, last.item.report, last.item.key) == claim
    assert together(store, claim).said == []


def test_two_claims_become_one_by_an_address_and_are_two_again(store: SqlStore, claim: str) -> None:
    desk = Client(store)
    other = together(store, claim).near[0].claim
    members = {*store.claim(claim).members, *store.claim(other).members}
    answer = asked(desk, claim, "unite", other=f"http://localhost:8017/claims/{other}/")
    assert answer.status == 303
    made = answer.headers["location"].partition("#")[0].rpartition("/")[2]
    assert set(store.claim(made).members) == members
    said = together(store, made).said
    assert [(one.verdict, one.words) for one in said] == [("same", None)] or len(members) == 2
    assert asked(desk, made, "undo", numbers=",".join(map(str, said[0].numbers))).status == 303
    assert {*store.claim(claim).members} < members


@pytest.mark.parametrize(("what", "fields", "status"), [
    ("part", {"report": "x", "key": "y"}, 404), ("unite", {"other": "ffffffff"}, 404), ("unite", {"other": " "}, 422), ("undo", {"numbers": "1,x"}, 422),
    ("undo", {"numbers": "999999"}, 404), ("undo", {"numbers": ""}, 422),
])  # fmt: skip
def test_what_cannot_be_said_is_refused(store: SqlStore, claim: str, what: str, fields: dict[str, str], status: int) -> None:
    assert asked(Client(store), claim, what, **fields).status == status


def test_the_item_that_a_claim_is_known_by_cannot_leave_it(store: SqlStore, claim: str) -> None:
    first = together(store, claim).members[0].item
    assert asked(Client(store), claim, "part", report=first.report, key=first.key).status == 422
    assert asked(Client(store), claim, "unite", other=claim).status == 422


def test_a_claim_is_had_as_annotations_and_its_reports_as_citations(store: SqlStore, claim: str) -> None:
    desk, told = Client(store), store.claim(claim)
    page = desk.get(f"/api/v1/claims/{claim}/annotations").json()
    words = [item["target"] for item in page["items"]]
    quoted = [one["selector"][1]["exact"] for target in words for one in (target if isinstance(target, list) else [target])]
    assert quoted[: len(told.entries)] == [span.text for entry in told.entries for span in entry.words][: len(told.entries)]
    bibtex, csl = (desk.get(f"/api/v1/claims/{claim}/citation?format={form}") for form in ("bibtex", "csl"))
    assert bibtex.text.count("@article{") == len(csl.json()) == told.counts.reports > 1
    for link in ("annotations", "citation?format=bibtex", "citation?format=csl"):
        assert f'href="/api/v1/claims/{claim}/{link}"' in desk.get(f"/claims/{claim}").text


@pytest.mark.parametrize(("page", "links"), [
    ("/", ["JSON", "CSV"]), ("/outlets", ["JSON", "CSV"]), ("/explore", ["Matrix as JSON", "Map as CSV"]), ("/review", ["Judgements as JSON", "Judgements as CSV, for training"]),
    ("/claims", ["JSON", "CSV"]), ("/reports", ["JSON", "CSV"]), ("/search?q=the", ["JSON", "CSV"]),
])  # fmt: skip
def test_each_page_can_be_taken_along(store: SqlStore, page: str, links: list[str]) -> None:
    desk = Client(store)
    have = desk.get(page).text.partition('<nav class="have"')[2].partition("</nav>")[0]
    found = {name: unescape(address) for address, name in re.findall(r'<a href="([^"]+)">([^<]+)</a>', have)}
    assert set(links) <= set(found)
    for address in found.values():
        answer = desk.get(address)
        assert answer.status == 200
        assert answer.headers["content-type"].startswith(("application/json", "text/csv"))


def test_judgements_are_had_as_they_are_exported(store: SqlStore, claim: str) -> None:
    first, *_, last = together(store, claim).members
    store.judge("different", [(first.item.report, first.item.key), (last.item.report, last.item.key)], who="ida")
    lines = Client(store).get("/judgements.csv").text.splitlines()
    assert len(lines) == 2
    assert ",ida,different," in lines[1]


def test_nothing_is_said_without_the_word_against_forgery(store: SqlStore, claim: str) -> None:
    desk = Client(store)
    other = together(store, claim).near[0].claim
    assert desk.form(f"/claims/{claim}/unite", {"other": other}).status == 403
    assert isinstance(together(store, claim), Together)
    assert together(store, claim).said == []
