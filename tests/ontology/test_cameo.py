"""The crosswalk: all codes of the published file, every correction with its reason, and a way back for every type and mode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import ontology
from onrecord.ontology.cameo import rows
from onrecord.ontology.plover import codebook

PUBLISHED = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "gazetteers" / "plover" / "CAMEO2PLOVER-2021.txt"
CUES = {f"{cue:02d}" for cue in range(3, 21)}


def test_rows_are_unique_and_in_plover() -> None:
    contexts = {row.context for row in codebook().contexts}
    assert len({row.cameo for row in rows()}) == len(rows()) == 261
    for row in rows():
        assert row.mode is None or ontology.is_mode(row.type, row.mode), row
        assert set(row.contexts) <= contexts, row


def test_every_difference_has_a_reason() -> None:
    for row in rows():
        same = (row.type, row.mode or "", " ".join(row.contexts)) == (row.source_type, row.source_mode, row.source_contexts)
        assert row.corrected or same, row
        assert bool(row.why) == row.corrected, row


@pytest.mark.skipif(not PUBLISHED.parents[3].exists(), reason="../shared is absent")
def test_all_codes_of_the_published_file_are_there() -> None:
    published = set(re.findall(r"^(\d{3,4}):", PUBLISHED.read_text(encoding="utf8"), flags=re.MULTILINE))
    assert len(published) == 256
    assert {row.cameo for row in rows() if row.source_line} == published


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("163", ("SANCTION", "discontinue")),
        ("116", ("SANCTION", "convict")),
        ("055", ("CONCEDE", None)),
        ("1712", ("ASSAULT", "destroy")),
        ("186", ("ASSAULT", "targeted")),
        ("0874", ("RETREAT", "withdraw")),
        ("1952", ("ASSAULT", "drone")),
        ("201", ("COERCE", "deport")),
    ],
)
def test_corrections(code: str, wanted: tuple[str, str | None]) -> None:
    row = ontology.of_cameo(code)
    assert row is not None
    assert (row.type, row.mode) == wanted
    assert row.corrected


def test_statements_are_no_events() -> None:
    assert ontology.of_cameo("012") is None


def test_every_type_and_mode_has_a_way_back_to_a_known_code() -> None:
    known = {row.cameo for row in rows()} | CUES
    for name in ontology.types():
        for mode in (None, *(row.mode for row in ontology.modes(name))):
            assert ontology.cameo(name, mode) in known


@pytest.mark.parametrize(
    ("plover", "wanted"),
    [
        (("AGREE", None, ["economic"]), "0311"),
        (("CONSULT", "visit", ["diplomatic"]), "042"),
        (("ASSAULT", "drone", ["military"]), "1952"),
        (("REQUEST", "assist", ["health", "military"]), "1012"),
        (("AGREE", "visit", []), "03"),
        (("SANCTION", "discontinue", []), "163"),
    ],
)
def test_the_most_specific_code(plover: tuple[object, ...], wanted: str) -> None:
    assert ontology.cameo(*plover) == wanted  # type: ignore[arg-type]


def test_what_a_code_cannot_tell_is_said() -> None:
    code = ontology.back("PROTEST", "strike")
    assert code is not None
    assert code.loss == "CAMEO joins strike and boycott"
