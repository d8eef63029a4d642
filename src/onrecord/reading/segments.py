"""A page's visible text, cut at its block elements, in document order, without recursion however deep the page is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main "
    "menu nav ol p pre section summary table tbody tfoot thead tr ul time amp-img option".split()
)
_HIDDEN = frozenset(
    "script style noscript template svg math iframe object embed applet canvas video audio select option textarea button input head title meta link map".split()
)
_STYLE_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DEPTH = 200
_PARSED_DEPTH = 1000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li".split())
_ATTRIBUTES = ("class", "id", "itemprop", "rel", "role", "data-testid", "data-component", "aria-label")


@dataclass(frozen=True)
class Segment:
    """One stretch of visible text with white space collapsed; `element` is the block element it stands in, `marks` its own and nearby attributes."""

    text: str
    element: HtmlElement
    tag: str
    marks: str
    path: tuple[int, ...]

    @property
    def key(self) -> str:
        """Its letters and figures alone, by which it is found again in another rendering of the page."""
        return re.sub(r"\W+", "", self.text).casefold()


def parse(page: str) -> HtmlElement | None:
    """The page as a tree no deeper than its elements can be walked by any library; null where there is no element in it."""
    parser = lxml_html.HTMLParser(huge_tree=True, recover=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(_shallow(re.sub(r"^\s*<\?xml[^>]*\?>", "", page)).encode("utf-8"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _flatten(tree)
    return tree


def segments(tree: HtmlElement) -> list[Segment]:
    """The visible text of a page."""
    found: list[Segment] = []
    pieces: list[str] = []
    stack: list[tuple[HtmlElement, str]] = []
    hidden = 0
    breaks = 0
    nearby: list[str] = []

    def flush() -> None:
        text = " ".join("".join(pieces).split())
        pieces.clear()
        if text and stack:
            element, tag = stack[-1]
            found.append(Segment(text, element, tag, " ".join(nearby[-4:]), tuple(id(e) for e, _ in stack[-6:])))

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in _BLOCKS
        if event == "start":
            if hidden or tag in _HIDDEN or _is_hidden(element):
                hidden += 1
                continue
            nearby.append(_marks(element, tag))
            if tag in ("td", "th"):
                pieces.append(" ")
            if tag == "br":
                breaks += 1
                pieces.append(" ")
                if breaks > 1:
                    flush()
            elif block:
                flush()
                stack.append((element, tag))
            breaks = _put(element.text, pieces, breaks)
        else:
            if hidden:
                hidden -= 1
            else:
                nearby.pop()
                if block:
                    flush()
                    stack.pop()
            if not hidden:
                breaks = _put(element.tail, pieces, breaks)
    flush()
    return found


def _put(text: str | None, pieces: list[str], breaks: int) -> int:
    """Adds a text to the stretch; any of it that is not white space ends a row of line breaks."""
    if text is None:
        return breaks
    pieces.append(text)
    return breaks if not text.strip() else 0


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or _STYLE_HIDDEN.search(element.get("style") or "") is not None


def _marks(element: HtmlElement, tag: str) -> str:
    values = [element.get(name) for name in _ATTRIBUTES]
    return tag + " " + " ".join(value for value in values if value)


def _flatten(tree: HtmlElement) -> None:
    """Takes elements below a depth that no page needs out of the tree, their text and children kept in place."""
    depth, deep = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth > _DEPTH and isinstance(element.tag, str):
            deep.append(element)
    for element in reversed(deep):
        element.drop_tag()


def _shallow(page: str) -> str:
    """The page without the tags that open below the depth at which the parser gives up (it drops all that follows there)."""
    if page.count("<") < _PARSED_DEPTH or _deepest(page) < _PARSED_DEPTH:
        return page
    opened: list[tuple[str, bool]] = []

    def keep(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name in _VOID or match[3].endswith("/"):
            return match[0]
        if not match[1]:
            opened.append((name, len(opened) < _DEPTH))
            return match[0] if opened[-1][1] else " "
        if opened and opened[-1][0] == name:
            return match[0] if opened.pop()[1] else " "
        return match[0] if len(opened) < _DEPTH else " "

    return _TAG.sub(keep, page)


def _deepest(page: str) -> int:
    depth = most = 0
    for match in _TAG.finditer(page):
        if match[2].lower() not in _VOID and not match[3].endswith("/"):
            depth = max(0, depth - 1) if match[1] else depth + 1
            most = max(most, depth)
    return most
