"""Verbs of saying that close a sentence before their subject, which the parse takes for their object: "…, reported Yonhap", "…, said the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.facts import actor_nouns
from onrecord.recording.statements.candidate import Candidate
from onrecord.recording.statements.sources import source_range

if TYPE_CHECKING:
    from onrecord.facts.cues import Cue
    from onrecord.recording.statements.scene import Scene

_SAYING = frozenset({"say", "report", "add", "write", "note", "explain", "announce", "claim", "reply", "warn", "state", "declare"})
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PUNCT")
_MARKS = frozenset({",", '"', "”", "“", "'", "’"})


def inverted(scene: Scene, verb: int, word: Cue) -> Candidate | None:
    """The candidate whose source stands behind the verb and whose content is the sentence before it; null where the verb is none of these."""
    tokens = scene.tokens
    sentence = scene.marks.sentences[tokens[verb].sentence]
    if (
        word.lemma not in _SAYING
        or tokens[verb].xpos not in ("VBD", "VBZ", "VBP")
        or verb <= sentence.first + 2
        or tokens[verb - 1].text not in _MARKS
    ):
        return None
    if scene.kids(verb, "nsubj", "cc", "ccomp", "aux", "mark") or scene.quoted_at(tokens[verb].start, tokens[verb].end) is not None:
        return None
    speaker = next(
        (i for i in scene.kids(verb, "obj", "obl", "dep") if i > verb and all(tokens[k].upos in _NOMINAL for k in range(verb + 1, i))), None
    )
    if speaker is None or not _somebody(scene, speaker):
        return None
    end = tokens[verb - 1].start if tokens[verb - 1].text == "," else tokens[verb - 1].end
    cue = (tokens[verb].start, tokens[verb].end)
    return Candidate(
        anchor=verb, cue=cue, source=source_range(scene, [speaker]), content=[scene.trim(tokens[sentence.first].start, end)], act=word.act, rule="verb.c", word=word, holders=[speaker],
        distance=word.distance, parse=0.7,
    )  # fmt: skip


def _somebody(scene: Scene, token: int) -> bool:
    """Whether this is a name or a noun for somebody."""
    return scene.tokens[token].upos == "PROPN" or actor_nouns.noun(scene.tokens[token].lemma.lower()) is not None
