"""What kind of place a name says it is by its own words and those beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import regions

if TYPE_CHECKING:
    from onrecord.record.items import PlaceKind
    from onrecord.recording.places.gathering import Named

WATER = frozenset({"sea", "ocean", "river", "lake", "bay", "gulf", "strait", "straits", "channel", "canal", "creek", "lagoon", "fjord", "sound", "reservoir", "delta", "atlantic",
                   "pacific", "mediterranean", "baltic", "adriatic", "caribbean", "aegean"})  # fmt: skip
SITE = frozenset({"airport", "base", "airfield", "airbase", "station", "hospital", "university", "school", "college", "street", "road", "avenue", "square", "bridge", "stadium",
                  "park", "palace", "prison", "jail", "camp", "church", "mosque", "temple", "cathedral", "museum", "hotel", "mall", "market", "building", "tower", "hall", "house",
                  "center", "centre", "plant", "dam", "port", "harbor", "harbour", "crossing", "cemetery", "mine", "mountain", "mount", "mt", "peak", "volcano", "highway", "fort",
                  "compound", "theatre", "theater", "library", "barracks", "shrine", "zoo", "court", "clinic", "refinery", "checkpoint"})  # fmt: skip
REGION = frozenset({"province", "region", "state", "oblast", "county", "district", "governorate", "prefecture", "territory", "peninsula", "island", "islands", "desert", "valley",
                    "mountains", "hills", "coast", "strip", "bank", "plateau", "basin", "archipelago", "forest", "highlands", "canton", "department", "republic",
                    "autonomous", "heights", "municipality", "krai", "voivodeship", "isles", "cape", "range", "emirate"})  # fmt: skip
CITY = frozenset({"city", "town", "village", "township", "settlement", "hamlet", "suburb", "neighbourhood", "neighborhood", "capital", "borough"})
_OPENING_SITE = frozenset({"mount", "mt", "camp"})
_SHORT = frozenset({"atlantic", "pacific", "mediterranean", "baltic", "adriatic", "caribbean", "aegean"})


def told(name: Named) -> tuple[PlaceKind | None, str]:
    """The kind that the words tell and the rule that says so, or null."""
    words = [word.strip(".,'").lower() for word in name.words.replace("-", " ").split()]
    if len(words) > 1 or words[0] in _SHORT:
        if words[0] in WATER or words[-1] in WATER:
            return "water", f"the name says “{words[0] if words[0] in WATER else words[-1]}”"
        if words[-1] in SITE or words[0] in _OPENING_SITE:
            return "site", f"the name says “{words[-1] if words[-1] in SITE else words[0]}”"
        if words[0] in REGION or words[-1] in REGION:
            return "region", f"the name says “{words[0] if words[0] in REGION else words[-1]}”"
    if regions.named(name.words):
        return "region", "a part of the world"
    if name.label == "FACILITY":
        return "site", "named as a building or site"
    for word, side in ((name.after, "after"), (name.before, "before")):
        if word in REGION and not (side == "before" and word in ("coast", "bank", "state")):
            return "region", f"“{word}” {side} the name"
        if word in CITY and side == "before":
            return "city", f"“{word}” before the name"
        if word in WATER and side == "after":
            return "water", f"“{word}” after the name"
    return None, ""
