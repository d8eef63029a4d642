"""Words that a text lays down for somebody: "Ms Mara Lenk (“the applicant”)", "the Ministry of Health (hereinafter “the Ministry”)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.recording.actors.gathering import Entity, Gathering
    from onrecord.recording.actors.phrase import Phrase

_DEFINES = re.compile(r"\s*\(\s*(?:(?:here(?:in)?after|henceforth)(?: referred to as)?,?\s+)?(?P<mark>[\"“'‘])(?:the\s+)?(?P<word>[A-Za-z-]+)[\"”'’]\s*\)", re.IGNORECASE)


def gather(gathering: Gathering) -> None:
    """Notes for each word that brackets in quotation marks lay down behind a name whom it stands for from there on."""
    text = gathering.ground.draft.text
    if "(" not in text:
        return
    for entity in gathering.actors.values():
        for phrase, form in entity.mentions:
            found = _DEFINES.match(text, phrase.end) if form == "name" else None
            if found is not None:
                gathering.defined.setdefault(found["word"].lower(), (phrase.end, entity.id))


def meant(gathering: Gathering, phrase: Phrase) -> Entity | None:
    """Whom a definite noun of one word stands for by what the text laid down before it, or null."""
    start, entity = gathering.defined.get(phrase.words.lower(), (0, ""))
    ground = gathering.ground
    alone = all(i == phrase.head or ground.tokens[i].text.lower() == "the" for i in range(phrase.first, phrase.last))
    laid = bool(entity) and phrase.start > start and alone and ground.definite(phrase.head)
    return gathering.actors[entity] if laid else None
