"""What the events of a text say of two marked parties, and how that is weighed with what the encoder says.

An event votes for its reduced PLOVER type (CONCEDE and RETREAT are one: YIELD) by how its own parties lie to the marked ones, and for its plain type where that is another
and one of its parties is marked; one vote a type and place.
The weights were fitted by `benchmarks/pairing.py` on PLV's train part, to encoders that had not seen the pairs they were asked about.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.record import Actor, Record

Party = tuple[int, int] | None
PLACES = ("between them", "the other way", "by the actor", "to the recipient", "of one of them", "of others", "as worded")
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
ENCODER = 0.82
WEIGHTS = {"between them": 2.13, "the other way": 0.97, "by the actor": 1.93, "to the recipient": 1.11, "of one of them": 0.85, "of others": 0.87, "as worded": 1.21}


def votes(record: Record, actor: Party, recipient: Party) -> set[tuple[str, str]]:
    """(place, type) of every event in the record of the text; characters of the parties as in `record.report.text`."""
    heard = {a.id: a for a in record.actors}
    out = set()
    for event in record.events:
        doing, done_to = ([heard[a] for a in side if a in heard] for side in (event.actors, event.recipients))
        by, to = _named(doing, actor), _named(done_to, recipient)
        back, forth = _named(doing, recipient), _named(done_to, actor)
        place = (
            "between them" if by and to else "the other way" if back and forth else "by the actor" if by else "to the recipient" if to
            else "of one of them" if back or forth else "of others"
        )  # fmt: skip
        reduced, plain = YIELD.get(event.plover, event.plover), YIELD.get(event.type, event.type)
        out |= {(place, reduced)} | ({("as worded", plain)} if plain != reduced and (by or to) else set())
    return out


def weigh(encoder: Mapping[str, float], found: set[tuple[str, str]]) -> dict[str, float]:
    """The probability of each type: the encoder's, times what the events vote for."""
    scores = {name: ENCODER * math.log(max(p, 1e-9)) + sum(WEIGHTS[place] for place, voted in found if voted == name) for name, p in encoder.items()}
    top = max(scores.values())
    parts = {name: math.exp(score - top) for name, score in scores.items()}
    whole = sum(parts.values())
    return {name: part / whole for name, part in parts.items()}


def _named(actors: list[Actor], party: Party) -> bool:
    """Whether one of the actors is spoken of within the characters of the party."""
    return party is not None and any(m.start < party[1] and party[0] < m.end for a in actors for m in a.mentions)
