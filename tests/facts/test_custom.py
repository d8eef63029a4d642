"""Types of one's own: a file of invented types is read, codes events, and is refused with a reason where it cannot be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli.main import onrecord as command
from onrecord.errors import OntologyError
from onrecord.facts.custom import load

EVASION = Path(__file__).resolve().parents[2] / "samples/ontologies/sanctions_evasion.toml"
SHORT = 'name = "x"\n[[type]]\nname = "{name}"\nplover = "{plover}"\n[[type.predicate]]\nlemma = "reflag"\n{more}\n'


@pytest.fixture(scope="module")
def reader() -> onrecord.Reader:
    return onrecord.Reader(ontology=EVASION)


def test_every_example_of_the_sample_comes_out(reader: onrecord.Reader) -> None:
    own = load(EVASION)
    assert len(own.examples) >= 6
    assert [e.text for e in own.failing(reader.read_text)] == []


def test_an_event_has_both_types_and_its_parties(reader: onrecord.Reader) -> None:
    record = reader.read_text("HARLIN, March 5, 2021 - Kelland reflagged three tankers on Monday, officials in Harlin said.")
    event = next(e for e in record.events if e.custom is not None)
    names = {a.id: a.name for a in record.actors}
    assert (event.custom, event.type, event.trigger.text) == ("sanctions-evasion:CONCEAL", "COERCE", "reflagged")
    assert [names[i] for i in event.actors] == ["Kelland"]
    assert record.reasons[f"{event.id}.type"][0].rule == "events.ontology.sanctions-evasion.verb.reflag"
    assert record.made_by.options["ontology"]["name"] == "sanctions-evasion"


def test_what_plover_codes_keeps_its_type(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(SHORT.format(name="RAID", plover="ASSAULT", more="").replace("reflag", "arrest"), encoding="utf-8")
    event = next(e for e in onrecord.Reader(ontology=file).read_text("Police arrested six men in Oslo on Friday.").events if e.custom)
    assert (event.type, event.mode, event.custom) == ("COERCE", "arrest", "x:RAID")


def test_without_a_file_nothing_is_custom() -> None:
    assert all(e.custom is None for e in onrecord.Reader().read_text("Kelland reflagged three tankers. Police in Oslo arrested six men.").events)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("name = ", "no TOML"),
        ('name = "x"', "no predicates"),
        (SHORT.format(name="ASSAULT", plover="ASSAULT", more=""), "unlike those of PLOVER"),
        (SHORT.format(name="EVADE", plover="WAR", more=""), "no type of PLOVER"),
        (SHORT.format(name="EVADE", plover="COERCE", more="requires = 'obj:spoon'"), "no class spoon"),
        (SHORT.format(name="EVADE", plover="COERCE", more="strength = 3"), "at most 1"),
        (SHORT.format(name="EVADE", plover="COERCE", more="colour = 'red'"), "colour"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_file_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=reason) as error:
        load(file)
    assert str(file) in str(error.value)


def test_the_command_reads_the_file_before_any_report(tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("Kelland reflagged three tankers on Monday.", encoding="utf-8")
    assert CliRunner().invoke(command, ["read", "--ontology", str(tmp_path / "none.toml"), str(report)]).exit_code == 2
    out = CliRunner().invoke(command, ["read", "--json", "--ontology", str(EVASION), str(report)])
    assert '"custom":"sanctions-evasion:CONCEAL"' in out.output
