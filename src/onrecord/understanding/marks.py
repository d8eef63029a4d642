"""What the encoder saw in a report: scores and spans, no decisions. All positions are characters of `report.text` or indices of tokens."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray  # noqa: TC004  msgspec reads the annotations of no field it does not encode


_EDGE = 1e-4  # a share is never nearer to 0 and 1


def log_odds(share: float) -> float:
    """The natural logarithm of share : rest, `share` held within a ten-thousandth of 0 and 1."""
    held = min(1 - _EDGE, max(_EDGE, share))
    return log(held / (1 - held))


class Token(msgspec.Struct, frozen=True, gc=False):
    """A syntactic word (Universal Dependencies). `head` is a token index, -1 for a root; words of one multiword token share `surface`."""

    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    sentence: int
    surface: tuple[int, int] | None = None


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Characters `start` to `end`, tokens `first` to `last` (exclusive)."""

    start: int
    end: int
    first: int
    last: int


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name: characters, class (PERSON ORGANIZATION LOCATION NORP FACILITY DATE MONEY PRODUCT MISC WEAPON QUANTITY), probability."""

    start: int
    end: int
    label: str
    score: float


class Attribution(msgspec.Struct, frozen=True):
    """One attribution as the encoder sees it: character ranges of source, cue and content (each may be empty or in pieces), probability."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]
    score: float


class Argument(msgspec.Struct, frozen=True, gc=False):
    """Token `head` heads the argument `role` (ARG0 ARG1 ARG2 TMP LOC NEG MOD) of the predicate at token `predicate`."""

    predicate: int
    role: str
    head: int
    score: float


class Party(msgspec.Struct, frozen=True, gc=False):
    """The word at `token` names who does (ACTOR) or undergoes (RECIPIENT) the event that the word at `predicate` tells, or who speaks (SPEAKER), if it attributes."""

    predicate: int
    side: str
    token: int
    score: float


class Antecedent(msgspec.Struct, frozen=True, gc=False):
    """The mention headed by token `token` speaks of the same thing as the one headed by the earlier token `antecedent`, as probably as `score` says."""

    token: int
    antecedent: int
    score: float


class Marks(msgspec.Struct, frozen=True, dict=True):
    """Everything the encoder saw in one report.

    `sourced` holds clauses said to be someone's word (`CONTENT`) and who that is (`SOURCE`), each by itself: `clauses.py` brings them together.
    `certainty` and `types` run parallel to `tokens`: a predicate's factuality from -3 (certainly not) to 3 (certainly so), null where none was
    scored, and its PLOVER type probabilities (empty where none was scored). `candidates` holds whom each third-person pronoun and definite noun may speak of, the likeliest first. `parties` holds who takes part in what words tell. `stated` (how likely a token is
    part of a cue), `statuses` and `acts` (rows of probabilities in the order of `classes`, an array for each piece of some tokens) are read by `cued`, `status` and `act`. `vectors` are those of the tokens, in pieces of some tokens each.
    """

    tokens: list[Token]
    sentences: list[Sentence]
    names: list[Name] = []
    sourced: list[Name] = []
    attributions: list[Attribution] = []
    arguments: list[Argument] = []
    antecedents: list[Antecedent] = []
    candidates: list[Antecedent] = []
    certainty: list[float | None] = []
    types: list[dict[str, float]] = []
    parties: list[Party] = []
    stated: list[float] = []
    statuses: tuple[NDArray[np.float32], ...] = ()
    acts: tuple[NDArray[np.float32], ...] = ()
    classes: dict[str, list[str]] = {}
    vectors: tuple[NDArray[np.int8], ...] = ()

    def status(self, token: int) -> dict[str, float]:
        """How the event told by the token stands: probabilities of certain, denied, possible, future, conditional; empty where the model does not say."""
        return dict(zip(self.classes["status"], self._statuses[token].tolist(), strict=True)) if self.statuses else {}

    def act(self, tokens: Sequence[int]) -> dict[str, float]:
        """What act the statement is whose cue these tokens are: probabilities; empty where the model does not say."""
        return dict(zip(self.classes["acts"], self._acts[list(tokens)].mean(0).tolist(), strict=True)) if self.acts and tokens else {}

    @cached_property
    def taking(self) -> dict[int, list[Party]]:
        """Parties by the token that tells or attributes."""
        out: dict[int, list[Party]] = {}
        for party in self.parties:
            out.setdefault(party.predicate, []).append(party)
        return out

    @cached_property
    def calling(self) -> dict[int, dict[int, float]]:
        """Of each third-person pronoun and definite noun the log odds of every earlier mention that it may speak of, by their tokens."""
        out: dict[int, dict[int, float]] = {}
        for a in self.candidates:
            out.setdefault(a.token, {})[a.antecedent] = log_odds(a.score)
        return out

    @cached_property
    def _statuses(self) -> NDArray[np.float32]:
        return np.concatenate(self.statuses)

    @cached_property
    def _acts(self) -> NDArray[np.float32]:
        return np.concatenate(self.acts)

    def vector(self, tokens: Sequence[int]) -> bytes:
        """What the encoder sees in these tokens together, one signed byte a dimension; empty where it saw nothing or the model has no vectors."""
        if not self.vectors or not tokens:
            return b""
        rows = self._vectors[list(tokens)].astype(np.float32).sum(0)
        size = float(np.sqrt(rows @ rows))
        return np.round(rows * (127 / size)).astype(np.int8).tobytes() if size else b""

    @cached_property
    def _vectors(self) -> NDArray[np.int8]:
        return np.concatenate(self.vectors)

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token its dependents, in order."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                out[token.head].append(i)
        return out

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def roles(self) -> dict[int, list[Argument]]:
        """Arguments by the token index of their predicate."""
        out: dict[int, list[Argument]] = {}
        for argument in self.arguments:
            out.setdefault(argument.predicate, []).append(argument)
        return out

    def at(self, position: int) -> int | None:
        """Index of the token that covers the character at `position`, or null."""
        i = bisect_right(self._starts, position) - 1
        return i if i >= 0 and position < self.tokens[i].end else None

    def between(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly or partly in characters `start` to `end`."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        last = first
        while last < len(self.tokens) and self.tokens[last].start < end:
            last += 1
        return range(first, last)

    def subtree(self, token: int) -> list[int]:
        """The token and all that hang from it, in order."""
        out, todo = [], [token]
        while todo:
            i = todo.pop()
            out.append(i)
            todo.extend(self.children[i])
        return sorted(out)

    def head_of(self, start: int, end: int) -> int | None:
        """The token within characters `start` to `end` whose head lies outside (the leftmost highest), or null."""
        inside = self.between(start, end)
        for i in inside:
            if self.tokens[i].head not in inside:
                return i
        return None
