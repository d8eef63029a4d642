"""The ways in which another newsroom prints a report, light to heavy, each the same for the same seed.

`edited(text, way, seed=…, others=…)` gives the print. `others` are reports on other events, from which paragraphs may be taken. `Way.least` is the share of
the original's words (`story.kept`) that an edit keeps at least; of what a round-up takes over, it says how much of the page that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from benchmarks.reprints.house import restyled, to_british
from benchmarks.reprints.rewriting import headline, lead, reworded, trimmed
from benchmarks.reprints.story import Story, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CREDITS = (
    "By Staff Reporter", "By Agencies", "From correspondents", "By our foreign desk", "(AFP)", "Reuters", "By The Associated Press", "Source: Xinhua", "Newsroom | 3 min read",
    "With inputs from agencies", "By Anna Marsh and wire reports", "ONLINE DESK", "Updated: 14:05", "The Associated Press contributed to this report.", "Additional reporting by agencies",
)  # fmt: skip
_FURNITURE = (
    "Share this article", "Share on Facebook Share on Twitter Share by email", "Read more: {title}", "ALSO READ: {title}", "Advertisement", "Advertisement Continue reading the main story",
    "Sign up for our daily newsletter and get the top stories in your inbox every morning.", "Scroll down for video", "Watch: {title}", "File photo. Image: Getty Images", "Related: {title}",
    "Photo: A general view of the city centre (AFP via Getty Images)", "Hide Caption 3 of 12", "Join our Telegram channel for breaking news", "Story continues below", "Most read in World",
    "Follow us on Instagram", "Listen to this article 4 min", "RECOMMENDED {title}", "Comments (12)", "This story was first published at 9:41 and has been updated.",
    "Support independent journalism: subscribe from 1 a week.", "Trending now", "Tap to unmute", "We may earn commission from links on this page.",
)  # fmt: skip
_END = ("Copyright. All rights reserved.", "Do you have a story? Email the newsdesk.", "Related topics", "More on this story", "Get our app for alerts.")


def credited(text: str, luck: Random, _others: Sequence[str]) -> str:
    """A new headline and a line of credit, nothing else."""
    story = Story.of(text)
    line = luck.choice(_CREDITS)
    body = (*story.paragraphs, line) if line.endswith(".") or line.startswith("Additional") else (line, *story.paragraphs)
    return str(Story(headline(story, luck), body))


def shortened(text: str, luck: Random, _others: Sequence[str]) -> str:
    """The first 30 to 70 % of the paragraphs."""
    story = Story.of(text).broken()
    return str(Story(story.title, _first(story, luck.uniform(0.3, 0.7))))


def led_anew(text: str, luck: Random, _others: Sequence[str]) -> str:
    """The first one or two paragraphs in other words and in another order."""
    story = Story.of(text)
    return str(Story(story.title, lead(story.paragraphs, luck)))


def reordered(text: str, luck: Random, _others: Sequence[str]) -> str:
    """The lead as it was, the other paragraphs in another order, one or two of them gone."""
    story = Story.of(text).broken()
    return str(Story(story.title, _shuffled(story.paragraphs, luck, luck.randint(1, 2))))


def localised(text: str, luck: Random, others: Sequence[str]) -> str:
    """Background from another report between the paragraphs, one or two together: 20 to 40 % of the whole."""
    story = Story.of(text).broken()
    size = _size(story.paragraphs)
    foreign = _foreign(luck, others, wanted=size * luck.uniform(0.28, 0.6), most=size * 0.66)
    return str(Story(story.title, _between(story.paragraphs, foreign, luck)))


def house_style(text: str, luck: Random, _others: Sequence[str]) -> str:
    """The style of a paper on the other side of the ocean."""
    return restyled(text, luck)


def tightened(text: str, luck: Random, _others: Sequence[str]) -> str:
    """Sentences cut, joined, split and left out."""
    story = Story.of(text)
    return str(Story(story.title, trimmed(story.paragraphs, luck)))


def reworked(text: str, luck: Random, others: Sequence[str]) -> str:
    """All at once: the first 40 %, new headline and lead, British print, another order, a paragraph from elsewhere."""
    story = Story.of(text).broken()
    top = _first(story, 0.4)
    top = _shuffled(lead(top, luck), luck, 0)
    foreign = _foreign(luck, others, wanted=1, most=max(45, 0.5 * _size(top)))[:1]
    return to_british(str(Story(headline(story, luck), _between(top, foreign, luck))))


def retold(text: str, luck: Random, _others: Sequence[str]) -> str:
    """Every sentence gone over: about half turned round, a third of the words that have one replaced by a synonym, tails cut, some sentences left out; new headline."""
    story = Story.of(text)
    return str(Story(headline(story, luck), reworded(trimmed(story.paragraphs, luck), luck)))


def rounded_up(text: str, luck: Random, others: Sequence[str]) -> str:
    """Four to eight paragraphs of the story, in their order, as 25 to 40 % of a page of other stories, each under a line of its own."""
    story = Story.of(text).broken()
    taken = tuple(p for p in story.paragraphs if len(p.split()) > 7)[: luck.randint(4, 8)]
    wanted = _size(taken) / luck.uniform(0.27, 0.38) - _size(taken)
    pool = [Story.of(each).broken() for each in luck.sample(list(others), len(others))]
    items: list[tuple[str, ...]] = []
    for other in pool:
        room = wanted - sum(map(_size, items))
        if room < 15:
            break
        item = [f"* {other.title}"]
        for paragraph in other.paragraphs[: luck.randint(3, 7)]:
            if _size((*item, paragraph)) <= room + 25:
                item.append(paragraph)
        if len(item) > 1:
            items.append(tuple(item))
    items.insert(luck.randint(0, len(items)), (f"* {headline(story, luck)}", *taken))
    return str(Story(luck.choice(["World in brief", "News round-up: what you need to know", "Morning briefing", "Around the region this week"]), tuple(p for item in items for p in item)))


def furnished(text: str, luck: Random, others: Sequence[str]) -> str:
    """Share buttons, captions, links to other stories and the like strewn between the paragraphs."""
    story = Story.of(text)
    out = list(story.paragraphs)
    titles = [Story.of(each).title for each in others] or ["All the latest"]
    for line in luck.sample(_FURNITURE, min(len(_FURNITURE), max(4, len(out) // 2 + 2))):
        out.insert(luck.randint(0, len(out)), line.format(title=luck.choice(titles)))
    return str(Story(story.title, (*out, *luck.sample(_END, 2))))


@dataclass(frozen=True)
class Way:
    """One way of printing: its name, what it does, the least share of words that it keeps, and whether it counts as heavy."""

    name: str
    make: Callable[[str, Random, Sequence[str]], str]
    least: float
    heavy: bool = False


WAYS = {
    way.name: way
    for way in (
        Way("headline and credit", credited, 1.0),
        Way("tail cut", shortened, 0.2),
        Way("lead rewritten", led_anew, 0.6),
        Way("re-ordered", reordered, 0.5),
        Way("local paragraphs", localised, 1.0),
        Way("house style", house_style, 0.85),
        Way("sentences trimmed", tightened, 0.45, heavy=True),
        Way("heavy", reworked, 0.2, heavy=True),
        Way("retold", retold, 0.35, heavy=True),
        Way("in a round-up", rounded_up, 0.22, heavy=True),
        Way("furniture", furnished, 1.0),
    )
}


def edited(text: str, way: str, *, seed: int, others: Sequence[str]) -> str:
    """What another newsroom printed of the report: always the same for the same seed."""
    return WAYS[way].make(text, Random(f"{seed} {way}"), others)


def _size(paragraphs: Sequence[str]) -> int:
    return sum(len(words(p)) for p in paragraphs)


def _first(story: Story, share: float) -> tuple[str, ...]:
    """The first paragraphs: this share of them, two at least, and more where they are short lines."""
    paragraphs = story.paragraphs
    n = max(2, round(share * len(paragraphs)))
    while n < len(paragraphs) - 1 and _size(paragraphs[:n]) < 0.25 * _size(paragraphs):
        n += 1
    return paragraphs[: max(1, min(n, len(paragraphs) - 1))]


def _shuffled(paragraphs: tuple[str, ...], luck: Random, dropped: int) -> tuple[str, ...]:
    """The first paragraph, then the others in another order without so many of them, unless fewer than three would be left."""
    rest = list(paragraphs[1:])
    for _ in range(min(dropped, len(rest) - 2)):
        rest.pop(luck.randrange(len(rest)))
    was = list(rest)
    while len(rest) > 1 and rest == was:
        luck.shuffle(rest)
        if len(set(rest)) == 1:
            break
    return (*paragraphs[:1], *rest)


def _foreign(luck: Random, others: Sequence[str], *, wanted: float, most: float) -> list[str]:
    """Paragraphs of one other report, or of several where one does not do, until there are as many words as wanted and never more than `most`."""
    out: list[str] = []
    for text in luck.sample(list(others), len(others)):
        for paragraph in Story.of(text).broken().paragraphs[1:]:
            if _size(out) >= wanted:
                return out
            if len(paragraph.split()) >= 12 and _size([*out, paragraph]) <= most:
                out.append(paragraph)
    return out


def _between(paragraphs: tuple[str, ...], foreign: list[str], luck: Random) -> tuple[str, ...]:
    """Foreign paragraphs, one or two together, between those of the story, never before its first."""
    out = list(paragraphs)
    left = list(foreign)
    while left:
        n = luck.randint(1, 2)
        at = luck.randint(1, len(out))
        out[at:at] = left[:n]
        left = left[n:]
    return tuple(out)
