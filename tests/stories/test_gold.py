"""The gold ledgers of `samples/stories` agree with their reports and with the rules they were labelled by; nothing of Onrecord is run here."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

STORIES = Path(__file__).resolve().parents[2] / "samples" / "stories"
STANCES = {"affirms", "denies", "doubts", "possible", "predicts", "declines", "retracts"}
STANDINGS = {"reported", "corroborated", "contested", "denied", "retracted"}
REVISIONS = {"first", "up", "down", "narrowed", "corrected", "contradicted"}
COUNTS = {"killed", "wounded", "casualties", "arrested", "deployed", "displaced", "participants", "weapons", "money", "other"}
TYPES = set("AGREE CONSULT SUPPORT COOPERATE AID CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT RETREAT".split())
BY_CAPITAL = {"Iceland": "Reykjavik", "Norway": "Oslo", "Uzbekistan": "Tashkent", "Kazakhstan": "Astana", "Mozambique": "Maputo"}
ENTRY = {"report", "words", "speakers", "stance", "said", "origin"}
FIGURE = {"report", "words", "counts", "value", "low", "high", "approximate", "of", "source", "revision"}
CLAIM = {"id", "kind", "type", "what", "entries", "figures", "counts", "standing", "first_affirmed", "first_denied"}


@cache
def ledger(story: str) -> dict[str, Any]:
    return json.loads((STORIES / story / "ledger.json").read_text(encoding="utf-8"))


@cache
def visible(story: str, name: str) -> str:
    text = (STORIES / story / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        text = re.sub(r"<(script|style|head)\b.*?</\1>", " ", text, flags=re.DOTALL)
        text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
    return text


@cache
def reports(story: str) -> dict[str, dict[str, Any]]:
    return {report["report"]: report for report in ledger(story)["reports"]}


NAMES = ("trawler", "border", "dam")
CLAIMS = [pytest.param(name, claim, id=f"{name}-{claim['id']}") for name in NAMES for claim in ledger(name)["claims"]]
REPORTS = [pytest.param(name, report, id=f"{name}-{report}") for name in NAMES for report in reports(name)]


def standing(story: str, claim: dict[str, Any]) -> str:
    """The rule of the guidelines: each origin's latest stance; a reprint's own voice is the wire's."""
    reprints = {copy for _, copy, how in ledger(story)["copies"] if "reprint" in how}
    heard: dict[str, list[str]] = {}
    for entry in claim["entries"]:
        if entry["speakers"] or entry["report"] not in reprints:
            heard.setdefault(entry["origin"], []).append(entry["stance"])
    affirm = sum(stances[-1] == "affirms" for stances in heard.values())
    deny = any(stances[-1] == "denies" for stances in heard.values())
    if not affirm and any(stances[-1] == "retracts" and "affirms" in stances for stances in heard.values()):
        return "retracted"
    if deny:
        return "contested" if affirm else "denied"
    return "corroborated" if affirm >= 2 else "reported"


@pytest.mark.parametrize("story", NAMES)
def test_ledger_lists_each_report_in_the_order_of_publication(story: str) -> None:
    files = sorted(path.name for path in (STORIES / story).iterdir() if path.suffix in {".txt", ".html"})
    assert list(reports(story)) == files
    published = [date.fromisoformat(report["published"]) for report in reports(story).values()]
    assert published == sorted(published)


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_report_is_invented_and_as_long_as_a_wire_story(story: str, name: str) -> None:
    assert "This report is invented." in visible(story, name)
    assert 120 <= len(visible(story, name).split()) <= 350


@pytest.mark.parametrize(("story", "name"), REPORTS)
def test_readme_names_the_report(story: str, name: str) -> None:
    assert f"| `{story}/{name}` |" in (STORIES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("story", "claim"), CLAIMS)
def test_words_occur_and_values_are_allowed(story: str, claim: dict[str, Any]) -> None:
    assert set(claim) == CLAIM and claim["kind"] in {"event", "statement"} and claim["type"] in TYPES | {None}
    assert claim["entries"]
    for entry in claim["entries"]:
        assert set(entry) == ENTRY and entry["stance"] in STANCES and entry["origin"]
        assert entry["words"] in visible(story, entry["report"])
        for speaker in entry["speakers"]:
            text = visible(story, entry["report"]).casefold()
            assert speaker.casefold() in text or BY_CAPITAL[speaker].casefold() in text
    for figure in claim["figures"]:
        assert set(figure) == FIGURE and figure["revision"] in REVISIONS and figure["counts"] in COUNTS
        assert figure["words"] in visible(story, figure["report"])
        assert figure["report"] in {entry["report"] for entry in claim["entries"]}
        assert figure["source"] is None or figure["source"] in {speaker for entry in claim["entries"] for speaker in entry["speakers"]}


@pytest.mark.parametrize(("story", "claim"), CLAIMS)
def test_entries_stand_in_time_order_one_for_each_speaker_of_a_report(story: str, claim: dict[str, Any]) -> None:
    times = [(date.fromisoformat(entry["said"]), reports(story)[entry["report"]]["published"]) for entry in claim["entries"]]
    assert times == sorted(times)
    assert all(said <= date.fromisoformat(published) for said, published in times)
    voices = [(entry["report"], *entry["speakers"]) for entry in claim["entries"]]
    assert len(voices) == len(set(voices))


@pytest.mark.parametrize(("story", "claim"), CLAIMS)
def test_counts_are_those_of_the_entries(story: str, claim: dict[str, Any]) -> None:
    entries = claim["entries"]
    assert claim["counts"] == {
        "reports": len({entry["report"] for entry in entries}),
        "outlets": len({reports(story)[entry["report"]]["outlet"] for entry in entries}),
        "origins": len({entry["origin"] for entry in entries}),
    }
    for key, stance in (("first_affirmed", "affirms"), ("first_denied", "denies")):
        assert claim[key] == next((i for i, entry in enumerate(entries) if entry["stance"] == stance), None)


@pytest.mark.parametrize(("story", "claim"), CLAIMS)
def test_standing_follows_from_the_documented_rule(story: str, claim: dict[str, Any]) -> None:
    assert claim["standing"] in STANDINGS
    assert claim["standing"] == standing(story, claim)


@pytest.mark.parametrize(("story", "claim"), CLAIMS)
def test_the_first_figure_of_a_count_is_marked_first_and_no_other(story: str, claim: dict[str, Any]) -> None:
    seen: set[str] = set()
    for figure in claim["figures"]:
        assert (figure["revision"] == "first") == (figure["counts"] not in seen)
        seen.add(figure["counts"])


@pytest.mark.parametrize("story", NAMES)
def test_own_voice_of_a_copy_has_the_origin_of_what_it_copies(story: str) -> None:
    for original, copy, how in ledger(story)["copies"]:
        assert original in reports(story) and copy in reports(story)
        assert how in {"named reprint", "unnamed reprint", "corrected version"}
        for claim in ledger(story)["claims"]:
            origins = {report: {e["origin"] for e in claim["entries"] if e["report"] == report and not e["speakers"]} for report in (original, copy)}
            assert not origins[original] or not origins[copy] or origins[original] == origins[copy] or how == "corrected version"


@pytest.mark.parametrize("story", NAMES)
def test_what_must_stay_apart_is_two_claims(story: str) -> None:
    ids = [claim["id"] for claim in ledger(story)["claims"]]
    assert len(ids) == len(set(ids))
    for one, other, why in ledger(story)["not_same"]:
        assert one in ids and other in ids and one != other and why


def test_stories_hold_each_hard_thing() -> None:
    stances = {entry["stance"] for name in NAMES for claim in ledger(name)["claims"] for entry in claim["entries"]}
    standings = {claim["standing"] for name in NAMES for claim in ledger(name)["claims"]}
    revisions = {figure["revision"] for name in NAMES for claim in ledger(name)["claims"] for figure in claim["figures"]}
    assert stances == STANCES and standings == STANDINGS
    assert revisions >= REVISIONS - {"down"}
