"""What has been found in a report's text so far: its blocks, and what they say of the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.record import Block, Carrier, Span, Stated

if TYPE_CHECKING:
    from datetime import tzinfo

    from onrecord.facts.outlets import Outlet
    from onrecord.reading.lines import Line
    from onrecord.record.report import BlockKind, ChainFrom


@dataclass
class Findings:
    """One report's blocks and statements about itself, collected line by line; each is kept as it was found first.

    `told` are houses that the page's head names.
    """

    text: str
    zone: tzinfo | None = None
    day_first: bool = True
    told: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    title: Stated | None = None
    publisher: Stated | None = None
    publishing: Outlet | None = None
    agency: Stated | None = None
    issuing: Outlet | None = None
    agency_from: ChainFrom = "text"
    byline: list[Stated] = field(default_factory=list)
    dateline: Span | None = None
    day: tuple[int | None, int, int] | None = None
    published: Stated | None = None
    modified: Stated | None = None
    cited: list[Carrier] = field(default_factory=list)

    def span(self, start: int, end: int) -> Span:
        """The span of the text from `start` to `end`."""
        return Span.of(self.text, start, end)

    def block(self, kind: BlockKind, start: int, end: int) -> None:
        """Notes a block, white space at its ends left out; nothing where there is nothing but white space."""
        raw = self.text[start:end]
        left = len(raw) - len(raw.lstrip())
        body = raw.strip()
        if body:
            self.blocks.append(Block(kind, start + left, start + left + len(body)))

    def line(self, kind: BlockKind, line: Line) -> None:
        """Notes a whole line as one block."""
        self.block(kind, line.start, line.end)

    def state_title(self, start: int, end: int) -> None:
        """The title, where none is known yet."""
        if self.title is None:
            span = self.span(start, end)
            self.title = Stated(" ".join(span.text.split()), span, "text")

    def state_author(self, start: int, end: int) -> None:
        """One more author, each once."""
        span = self.span(start, end)
        name = _cased(" ".join(span.text.split()))
        if all(known.value.casefold() != name.casefold() for known in self.byline):
            self.byline.append(Stated(name, span, "text"))

    def state_house(self, house: Outlet, start: int, end: int, source: Literal["byline", "credit", "dateline", "text"]) -> None:
        """An outlet or agency that the text names as whose report it is: an agency's where it is one, else the publisher."""
        stated = Stated(self.span(start, end).text, self.span(start, end), "text")
        if house.kind == "agency":
            if self.agency is None:
                self.agency, self.issuing, self.agency_from = stated, house, source
        elif house.kind != "photo" and self.publisher is None:
            self.publisher, self.publishing = stated, house

    def state_publisher(self, house: Outlet, start: int, end: int, *, name: str | None = None) -> None:
        """The outlet that the text names as the publisher, by the words there or by `name`."""
        span = self.span(start, end)
        self.publisher, self.publishing = Stated(name if name is not None else span.text, span, "text"), house

    def state_cited(self, house: Outlet, start: int, end: int) -> None:
        """A house whose material a credit line says was used."""
        if house.kind != "photo" and all(link.name != house.name for link in self.cited):
            self.cited.append(Carrier(house.name, "cites", self.span(start, end), "credit"))

    def state_time(self, value: str, start: int, end: int, *, changed: bool) -> None:
        """When it was published, or changed; the first of each."""
        stated = Stated(value, self.span(start, end), "text")
        if changed and self.modified is None:
            self.modified = stated
        elif not changed and self.published is None:
            self.published = stated


def _cased(name: str) -> str:
    """A name in capitals throughout as names are written, initials kept."""
    if not name.isupper() or len(name.split()) < 2:
        return name
    return " ".join(word if "." in word or len(word) <= 2 else word.title() for word in name.split())
