"""Praise and blame in what is plainly said. Invented sentences, parsed by hand."""

from __future__ import annotations

import pytest

from onrecord.recording.statements import find
from tests.recording.statements.parsed import Names, draft_of

SAID = "Berrio/PROPN/2/nsubj said/VERB/0/root/say"
CLAIMED = "Berrio/PROPN/2/nsubj claimed/VERB/0/root/claim"


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        (f"{SAID} this/PRON/6/nsubj is/AUX/6/cop/be a/DET/6/det disgrace/NOUN/2/ccomp", "condemn"),
        (f"{SAID} this/PRON/7/nsubj is/AUX/7/cop/be not/PART/7/advmod a/DET/7/det disgrace/NOUN/2/ccomp", "say"),
        (f"{SAID} this/PRON/6/nsubj is/AUX/6/cop/be a/DET/6/det bridge/NOUN/2/ccomp", "say"),
        (f"{SAID} Lind/PROPN/7/nsubj was/AUX/7/cop/be an/DET/7/det excellent/ADJ/7/amod mayor/NOUN/2/ccomp", "praise"),
        (f"{SAID} reports/NOUN/5/nsubj/report/NNS were/AUX/5/cop/be false/ADJ/2/ccomp", "reject"),
        (f"{CLAIMED} guards/NOUN/4/nsubj/guard/NNS tortured/VERB/2/ccomp/torture miners/NOUN/4/obj/miner/NNS", "accuse"),
        (f"{CLAIMED} responsibility/NOUN/2/obj for/ADP/6/case the/DET/6/det attack/NOUN/3/nmod", "say"),
    ],
)
def test_what_is_called_good_or_bad_is_praised_or_condemned(clause: str, act: str) -> None:
    draft = draft_of(f"{clause} ./_PUNCT/2/punct")
    statement = find(draft, Names(draft, {"Berrio": "person"}), [], [])[0]  # type: ignore[arg-type]
    assert statement.act == act
