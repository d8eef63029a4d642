"""Who takes part in what a word tells, as the encoder sees it: heads of phrases, by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.statements.scene import Scene

SURE = 0.75
_NOMINAL = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET")


def shares(scene: Scene, words: Iterable[int], side: str) -> dict[int, float]:
    """How likely each word names a party of this side (ACTOR, RECIPIENT, SPEAKER) to what `words` tell: the most that one of them says."""
    out: dict[int, float] = {}
    for w in words:
        for party in scene.marks.taking.get(w, ()):
            if party.side == side:
                out[party.token] = max(out.get(party.token, 0.0), party.score)
    return out


def heads_of(scene: Scene, words: Iterable[int], side: str, least: float = SURE) -> list[int]:
    """The words that head the phrases which `words` have on this side, in text order."""
    named = {k for k, p in shares(scene, words, side).items() if p >= least}
    return sorted(k for k in named if (scene.tokens[k].head not in named or scene.is_a(k, "conj")) and scene.tokens[k].upos in _NOMINAL)
