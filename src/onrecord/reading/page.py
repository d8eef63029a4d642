"""A web page to the lines of its article: title, byline, date, captions, story and credit, in the order of the page.

trafilatura decides what the story is; around it stand what it drops: the captions, the credit line, the time and the furniture that lie
between the title and the last paragraph. Navigation, comments and related links are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import trafilatura
from lxml import html as lxml_html

from onrecord.errors import NoArticleError
from onrecord.reading import bylines, captions, clock, credits, furniture, metadata, segments
from onrecord.reading.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from onrecord.reading.segments import Segment
    from onrecord.record.report import BlockKind

_ASIDE = re.compile(
    r"\b(?:nav|navigation|navbar|menu|breadcrumbs?|comments?|commenting|disqus|related|recommend\w*|outbrain|taboola|teaser|most-?(?:read|popular)|popular|trending|sidebar|side-bar|"
    r"footer|masthead|promo\w*|more-(?:on|from|stories|news)|read-?more|read-?next|newsletter|signup|sign-up|subscri\w+|paywall|cookie|consent|gdpr|modal|popup|carousel|widget|"
    r"adv?ert\w*|ads?|sponsor\w*|banner|tags?|taglist|topics?|listing|complementary|search|login|toolbar|skip|author-?bio|bio|about-author|disclaimer|poll|quiz|ticker)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:share|sharing|social|sharebar|addthis|sharedaddy|follow|print|utility|tools?|buttons?|copy\w*|font-?size)\b", re.IGNORECASE
)
_CAPTION = re.compile(
    r"\b(?:figcaption|\w*caption\w*|wp-caption-text|photo-?credit|image-?credit|media-?credit|img-?desc\w*|photo-?desc\w*|cutline|legend)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\b(?:by-?line\w*|author\w*|writer\w*|reporter\w*|contributor\w*|article-?by|credit-?line|by)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:time|timestamp|date\w*|pub-?date|published|publish\w*|updated|modified|post(?:ed)?-?(?:on|date|meta)|entry-?(?:date|meta)|article-?(?:date|meta|time|info))\b",
    re.IGNORECASE,
)
_DECK = re.compile(
    r"\b(?:sub-?title\w*|sub-?head\w*|stand-?first|dek|deck|kicker|strap-?line|summary|article-?lead|description|intro|excerpt|sub-?headline\w*|secondary-?title)\b",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_KEY, _ABOVE, _BELOW, _FEW, _FEW_LETTERS, _TEASERS = 12, 30, 8, 20, 100, 3


def lines_of(page: str, location: str | None) -> tuple[str, list[Line], metadata.Metadata]:
    """The text of a page's article, its lines with what the page marks them as, and the page's metadata. Raises NoArticleError."""
    tree = segments.parse(page)
    if tree is None:
        message = "there is no article in the page: it has no elements"
        raise NoArticleError(message)
    about = metadata.read(tree, location)
    parts = segments.segments(tree)
    main = _main(tree, parts)
    if not main:
        message = "there is no article in the page"
        raise NoArticleError(message)
    chosen = _chosen(parts, main, about)
    text, lines = "", []
    for part, hint in chosen:
        start = len(text) + (2 if text else 0)
        text += ("\n\n" if text else "") + part.text
        lines.append(Line(start, len(text), part.text, hint))
    return text, lines, about


def _main(tree: HtmlElement, parts: Sequence[Segment]) -> set[int]:
    """Which segments are the story, as trafilatura sees it; empty where it sees none."""
    copy = lxml_html.fromstring(lxml_html.tostring(tree, encoding="unicode"))
    seen = trafilatura.extract(copy, include_comments=False, include_tables=True, include_formatting=False, deduplicate=False, favor_recall=False)
    if not seen or len(seen) < _FEW_LETTERS:
        copy = lxml_html.fromstring(lxml_html.tostring(tree, encoding="unicode"))
        seen = trafilatura.extract(copy, include_comments=False, favor_recall=True) or seen
    if not seen or len(seen) < _FEW_LETTERS:
        return set()
    keys = {_key(line) for line in seen.splitlines()}
    whole = "\n".join(_key(line) for line in seen.splitlines())
    return {
        i
        for i, part in enumerate(parts)
        if (part.key in keys and part.key)
        or (len(part.key) >= _KEY and (part.key in whole or any(key in part.key for key in keys if len(key) > 2 * _KEY)))
    }


def _key(line: str) -> str:
    return re.sub(r"\W+", "", line).casefold()


def _chosen(parts: Sequence[Segment], main: set[int], about: metadata.Metadata) -> list[tuple[Segment, BlockKind | None]]:
    title = _title(parts, main, about)
    body = sorted(i for i in main if i != title)
    body = [i for i in body if title is None or i > title or len(body) < 3] or body
    if not body:
        return [(parts[i], None) for i in sorted(main)]
    first, last = _core(parts, body)
    parents = {parts[i].path[-2:-1] for i in body}
    chosen: list[tuple[Segment, BlockKind | None]] = []
    start = title if title is not None and title < first else max(0, first - _BELOW)
    for i in range(start, min(len(parts), last + 1 + _BELOW)):
        part = parts[i]
        if i == title:
            chosen.append((part, "title"))
        elif i in main and first <= i <= last:
            chosen.append((part, _story_hint(part)))
        elif i < first:
            hint = _above(part, titled=title is not None, near=first - i <= _ABOVE)
            if hint is not None:
                chosen.append((part, hint))
        elif i <= last:
            kept = _within(part, parents, between=i - 1 in main and i + 1 in main)
            if kept is not None:
                chosen.append((part, kept[0]))
        elif _aside(part):
            continue
        elif credits.whole(part.text) is not None and not furniture.is_furniture(part.text):
            chosen.append((part, "credit"))
        elif _is_caption(part):
            chosen.append((part, "caption"))
    return _without_teasers(chosen, {id(part) for part in parts[start:first]})


def _without_teasers(chosen: list[tuple[Segment, BlockKind | None]], above: set[int]) -> list[tuple[Segment, BlockKind | None]]:
    """A row of headings above the story leads to other stories: it is left out from the first of them on, with their dates."""
    teasers = [i for i, (part, hint) in enumerate(chosen) if hint == "heading" and id(part) in above and _DECK.search(part.marks) is None]
    if len(teasers) < _TEASERS:
        return chosen
    return [
        (part, hint)
        for i, (part, hint) in enumerate(chosen)
        if i < teasers[0]
        or id(part) not in above
        or hint == "title"
        or (hint == "heading" and i not in teasers)
        or (hint in ("byline", "caption") and i > teasers[-1])
    ]


def _core(parts: Sequence[Segment], body: list[int]) -> tuple[int, int]:
    """The first and last segment of the story, strays far from the rest left out."""
    words = [len(parts[i].text.split()) for i in body]
    start, end = 0, len(body) - 1
    while start < end and body[start + 1] - body[start] > _ABOVE and sum(words[: start + 1]) < 0.1 * sum(words):
        start += 1
    while end > start and body[end] - body[end - 1] > _ABOVE and sum(words[end:]) < 0.1 * sum(words):
        end -= 1
    return body[start], body[end]


def _title(parts: Sequence[Segment], main: set[int], about: metadata.Metadata) -> int | None:
    """Where the page prints its title: the h1 or heading nearest to what its head states, above most of the story."""
    limit = sorted(main)[len(main) // 3]
    stated = _key(about.title or "")
    best: tuple[float, int] | None = None
    for i, part in enumerate(parts[: limit + 1]):
        if part.tag not in ("h1", "h2", "h3", "div", "p", "header", "section", "td") or len(part.text) > 300:
            continue
        key = part.key
        score = 0.0
        if stated and key and (key == stated or (len(key) > _KEY and (stated.startswith(key) or key.startswith(stated)))):
            score = 2.0
        if part.tag == "h1":
            score += 1.0 + (0.5 if not _aside(part) else 0.0)
        if score >= 1.0 and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best is not None else None


def _story_hint(part: Segment) -> BlockKind | None:
    if _is_caption(part):
        return "caption"
    if part.tag in _HEADINGS:
        return "heading"
    if furniture.is_furniture(part.text) or captions.is_credit_line(part.text) or credits.whole(part.text) is not None:
        return None
    return "body"


def _above(part: Segment, *, titled: bool, near: bool) -> BlockKind | None:
    """What a segment between title and story is, as far as the page or its words say; null leaves it out."""
    if not (titled or near) or _aside(part):
        return None
    if _is_caption(part):
        return "caption"
    if clock.stamps(part.text, zone=None) and (titled or _TIME.search(part.marks)):
        return "published"
    if bylines.authors(part.text) or (_BYLINE.search(part.marks) and bylines.authors(part.text, needs_by=False) and len(part.text.split()) <= 12):
        return "byline"
    if not titled:
        return None
    if furniture.is_furniture(part.text) or _SHARE.search(part.marks):
        return "furniture"
    if _DECK.search(part.marks) or part.tag in _HEADINGS:
        return "heading"
    return "caption" if captions.photo_credit(part.text) or captions.opens(part.text) else None


def _within(part: Segment, parents: set[tuple[int, ...]], *, between: bool) -> tuple[BlockKind | None] | None:
    """The hint of a segment that stands in the story but that trafilatura left out; null where it is no part of the article."""
    if _is_caption(part):
        return ("caption",)
    if _aside(part):
        return None
    if furniture.is_furniture(part.text) or _SHARE.search(part.marks):
        return ("furniture",) if len(part.text.split()) <= _FEW else None
    if part.path[-2:-1] not in parents or not between:
        return None
    if part.tag in _HEADINGS:
        return ("heading",)
    return ("body",) if part.tag in ("p", "blockquote", "li", "div") and re.search(r"[.!?]", part.text) else None


def _is_caption(part: Segment) -> bool:
    return _CAPTION.search(part.marks.rsplit("  ", 1)[-1]) is not None or part.tag == "figcaption"


def _aside(part: Segment) -> bool:
    return _ASIDE.search(part.marks) is not None
