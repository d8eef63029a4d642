"""What a figure counts beside a noun or under a verb (`resources/counted.csv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

IRREGULAR = {
    "sent": "send", "slain": "slay", "slew": "slay", "fled": "flee", "hurt": "hurt", "men": "man", "women": "woman", "children": "child", "people": "person",
    "lives": "life", "bodies": "body", "servicemen": "serviceman", "policemen": "policeman", "dead": "dead", "injured": "injured", "wounded": "wounded",
    "dying": "die", "died": "die", "dies": "die", "mercenaries": "mercenary",
}  # fmt: skip


class _Tables(msgspec.Struct, frozen=True):
    noun: dict[str, str]
    verb: dict[str, str]


@cache
def _tables() -> _Tables:
    return msgspec.json.decode(files("onrecord").joinpath("data/counted.json").read_bytes(), type=_Tables)


def noun(word: str) -> str | None:
    """What a figure before this noun (any number) counts: a `Counts` value, "force" for people under arms, or null."""
    low = word.lower()
    table = _tables().noun
    for form in (low, IRREGULAR.get(low, ""), low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y"):
        if form in table:
            return table[form]
    return None


def verb(word: str) -> str | None:
    """What a figure under this verb (any form) counts, or null."""
    low = word.lower()
    table = _tables().verb
    forms = [low, IRREGULAR.get(low, ""), low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y"]
    for ending in ("ed", "ing", "d"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 2:  # "did" is no form of "die"
            forms += [stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else "", stem.removesuffix("i") + "y"]
    return next((table[form] for form in forms if form and form in table), None)
