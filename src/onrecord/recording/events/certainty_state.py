"""How sure an event is so far, on the way up from its word to the sentence's root."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record.items import Certainty, Polarity, When
    from onrecord.recording.statements.scene import Range

RANKS: dict[Certainty, int] = {"certain": 0, "probable": 1, "possible": 2, "unknown": 3}


@dataclass
class State:
    """What has been decided; `doubted`, `negated` and `ahead` are the words that did it.

    `otherwise` is when it lies should it have happened after all, `used` the negations already counted, `rules` what fired, innermost first,
    `reported` whether it is retold in indirect speech of the past, where "would" is what the speaker said with "will".
    """

    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    when: When | None = None
    otherwise: When | None = None
    condition: Range | None = None
    doubted: Range | None = None
    negated: Range | None = None
    ahead: Range | None = None
    rules: list[str] = field(default_factory=list)
    used: set[Range] = field(default_factory=set)
    reported: bool = False

    def lower(self, certainty: Certainty, cue: Range, rule: str) -> None:
        """No surer than this from here on."""
        if RANKS[certainty] > RANKS[self.certainty]:
            self.certainty, self.doubted = certainty, cue
            self.rules.append(rule)

    def negate(self, cue: Range, rule: str) -> None:
        """The opposite, by this word; a word counts once, however many it hangs from."""
        if cue in self.used:
            return
        self.used.add(cue)
        self.polarity = "negative" if self.polarity == "positive" else "positive"
        self.negated = self.negated or cue
        self.rules.append(rule)

    def lay(self, when: When | None, cue: Range | None = None) -> None:
        """Lies then, unless a word further down has said when."""
        if self.when is None and when is not None:
            self.when, self.ahead = when, cue

    def under(self, condition: Range | None, cue: Range | None) -> None:
        """Stands under this condition."""
        if condition is not None and self.condition is None:
            self.condition = condition
            self.rules.append("condition")
            if self.certainty in ("certain", "probable"):
                self.certainty, self.doubted = "possible", cue or self.doubted

    @property
    def cue(self) -> Range | None:
        """The word that decided: what negates, else what casts doubt, else what puts it ahead."""
        return (self.negated if self.polarity == "negative" else None) or self.doubted or self.negated or self.ahead

    @property
    def rule(self) -> str:
        """The rules that fired, innermost first."""
        return "+".join(dict.fromkeys(self.rules)) or "asserted"
