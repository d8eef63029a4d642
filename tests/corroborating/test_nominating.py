from __future__ import annotations

from collections import defaultdict

from onrecord.corroborating.nominating import HOLDERS, NOMINATED, nominate
from onrecord.corroborating.signature import anchors, signature
from tests.corroborating.invented import BRITISH, INDEPENDENT, OTHER, WIRE

STOCK = "This page is brought to you by the friends of the Quay and its many readers in every part of the island and beyond the sea."


def store(texts: dict[str, str]) -> dict[int, list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for id_, text in texts.items():
        for anchor in anchors(signature(text)):
            held[anchor].append(id_)
    return held


def test_a_copy_is_nominated_first() -> None:
    held = store({"wire": WIRE, "own": INDEPENDENT, "other": OTHER})
    assert nominate(signature(BRITISH), lambda anchor: held[anchor])[0] == "wire"


def test_phrases_of_very_many_reports_neither_cost_nor_hide_a_copy() -> None:
    words = OTHER.split()
    texts = {f"page {n:03}": " ".join(words[n % 90 : n % 90 + 30][::-1]) + f" {n}\n{STOCK}" for n in range(400)}
    held = store({**texts, "wire": f"{WIRE}\n{STOCK}"})
    asked: list[int] = []

    def holders(anchor: int) -> list[str]:
        asked.append(anchor)
        return held[anchor]

    found = nominate(signature(f"{BRITISH}\n{STOCK}"), holders)
    assert found[0] == "wire"
    assert len(found) <= NOMINATED
    assert len(asked) <= 48
    assert any(len(held[anchor]) > HOLDERS for anchor in asked)


def test_nothing_is_nominated_for_what_has_no_anchors() -> None:
    assert nominate(signature(""), lambda anchor: ["never"]) == []
