"""The fields of the language, each with what may stand after it; `docs/find.md` has the same table, by test."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

import msgspec

from onrecord.ontology.plover import codebook
from onrecord.record import claim, items

Takes = Literal["name", "code", "country", "digits", "since", "until", "days", "number"]


class Field(msgspec.Struct, frozen=True):
    """A field: what it is asked of, what it takes, and the codes it knows (for `code`)."""

    name: str
    of: str
    takes: Takes
    means: str
    codes: tuple[str, ...] = ()


def _codes(kind: object) -> tuple[str, ...]:
    return get_args(kind)


@cache
def find_fields() -> dict[str, Field]:
    """What can be asked of reports, statements and events."""
    modes = tuple(sorted({mode.mode for mode in codebook().modes}))
    return _named(
        Field("kind", "all", "code", "what is looked for", ("report", "statement", "event")),
        Field("speaker", "statements", "name", "who said it"),
        Field("act", "statements", "code", "the act of saying", _codes(items.Act)),
        Field("form", "statements", "code", "the form of the words", _codes(items.Form)),
        Field("actor", "events", "name", "who did it"),
        Field("recipient", "events", "name", "to whom it was done"),
        Field("by", "events", "name", "on whose word it stands"),
        Field("type", "events", "code", "the type of event, PLOVER", _codes(items.PloverType)),
        Field("mode", "events", "code", "the mode of event, PLOVER", modes),
        Field("certainty", "events", "code", "how sure it is, by its first stance", _codes(items.Certainty)),
        Field("polarity", "events", "code", "affirmed or denied, by its first stance", _codes(items.Polarity)),
        Field("place", "statements, events", "name", "where it was said or took place"),
        Field("country", "statements, events", "country", "the state of that place"),
        Field("confidence", "statements, events", "number", "how sure the reading is, 0 to 1"),
        Field("claim", "statements, events", "digits", "the claim it is a member of"),
        Field("standing", "statements, events", "code", "how that claim stands", _codes(claim.Standing)),
        Field("since", "all", "since", "said, happened or (a report) published on this day or later"),
        Field("until", "all", "until", "said, happened or (a report) published on this day or earlier"),
        Field("when", "all", "days", "said, happened or (a report) published within these days"),
        Field("published", "all", "days", "the report was published within these days"),
        Field("outlet", "all", "name", "who published the report"),
        Field("agency", "all", "name", "the agency whose report it is"),
        Field("report", "all", "digits", "the report, by its identifier or six or more digits of it"),
        Field("status", "all", "code", "the report is the current version, an earlier one, or taken back", ("current", "superseded", "retracted")),
    )


@cache
def claim_fields() -> dict[str, Field]:
    """What can be asked of claims: fields of their own, and all that can be asked of a statement or event, of which one member is enough."""
    own = _named(
        Field("kind", "claims", "code", "what the claim is about", _codes(claim.ClaimKind)),
        Field("type", "claims", "code", "the type of event, PLOVER", _codes(items.PloverType)),
        Field("standing", "claims", "code", "how it stands", _codes(claim.Standing)),
        Field("claim", "claims", "digits", "its identifier or the beginning of it"),
        Field("since", "claims", "since", "it happened or was said on this day or later"),
        Field("until", "claims", "until", "it happened or was said on this day or earlier"),
        Field("when", "claims", "days", "it happened or was said within these days"),
        Field("reports", "claims", "number", "how many reports speak of it"),
        Field("outlets", "claims", "number", "how many outlets"),
        Field("origins", "claims", "number", "how many independent origins"),
        Field("denied", "claims", "code", "whether somebody denied it", ("yes", "no")),
        Field("moved", "claims", "code", "what moved last", ("new", "denial", "figure", "corroborated", "voice", "standing")),
    )
    return {**find_fields(), **own}


def _named(*fields: Field) -> dict[str, Field]:
    return {field.name: field for field in fields}
