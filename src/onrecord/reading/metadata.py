"""What a page's head says of its report: JSON-LD, OpenGraph and the older meta names."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from onrecord.facts import outlets
from onrecord.reading import clock

if TYPE_CHECKING:
    from datetime import tzinfo

    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:Article|NewsArticle|Report|BlogPosting|LiveBlog|AnalysisNews|OpinionNews|BackgroundNews|ReviewNews|Story)\w*$")
_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
              "dcterms.created", "dc.created", "pubdate", "publishdate", "publish_date", "publication_date", "date", "article.published", "cxenseparse:recs:publishtime", "ptime")  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
)
_TITLES = ("og:title", "twitter:title", "parsely-title", "dc.title", "title")
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author", "og:article:author")
_SITES = ("og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "twitter:site")
_NAME_MOST = 80


@dataclass(frozen=True)
class Metadata:
    """A page's own statements about its report; times as the page writes them."""

    title: str | None = None
    publisher: str | None = None
    authors: list[str] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    address: str | None = None
    language: str | None = None


def read(tree: HtmlElement, location: str | None) -> Metadata:
    """What the head of a page says; `location` is where the page was had from, a path or URL."""
    article = _article(_json_ld(tree))
    meta = _meta(tree)
    address = _address(tree, meta, location)
    return Metadata(
        title=_text(article.get("headline")) or _first(meta, _TITLES),
        publisher=_publisher(article, meta, address),
        authors=_authors(article, meta),
        houses=[name for key in ("sourceOrganization", "provider", "creator", "author", "creditText") for name in _names(article.get(key))],
        organisations=_organisations(article.get("author")),
        published=_text(article.get("datePublished")) or _first(meta, _PUBLISHED),
        modified=_text(article.get("dateModified")) or _first(meta, _MODIFIED),
        address=address,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def moment(stated: str | None, zone: tzinfo | None) -> str | None:
    """A page's time as ISO 8601, in `zone` where it states no offset; null where it is none."""
    if not stated:
        return None
    text = stated.strip()
    try:
        parsed = datetime.fromisoformat(re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text))
    except ValueError:
        found = clock.first_stamp(text, zone=zone)
        return found.value if found is not None else None
    if not 1900 <= parsed.year <= 2100:
        return None
    if len(text) <= 10:
        return parsed.strftime("%Y-%m-%d")
    return clock.in_zone(parsed.isoformat(timespec="seconds" if parsed.second else "minutes"), zone)


def _address(tree: HtmlElement, meta: dict[str, list[str]], location: str | None) -> str | None:
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    for address in (location, *canonical, *meta.get("og:url", [])):
        if address and urlsplit(str(address)).scheme in ("http", "https"):
            return str(address)
    return None


def _publisher(article: dict[str, Any], meta: dict[str, list[str]], address: str | None) -> str | None:
    """The outlet of the page's address where it is known, else the name that the page gives itself."""
    house = outlets.of_domain(urlsplit(address).hostname or "") if address is not None else None
    if house is not None:
        return house.name
    for name in (*_names(article.get("publisher")), *(name for key in _SITES for name in meta.get(key, []))):
        clean = name.strip(" |-@")
        if clean and "://" not in clean and len(clean) <= _NAME_MOST:
            known = outlets.named(clean)
            return known.name if known is not None else clean
    return None


def _authors(article: dict[str, Any], meta: dict[str, list[str]]) -> list[str]:
    names = _names(article.get("author")) or [name for key in _AUTHORS for name in meta.get(key, [])]
    found: list[str] = []
    for name in names:
        for part in re.split(r"\s*(?:,|;|\band\b|&|\|)\s*", re.sub(r"^(?i:by)\s+", "", name.strip())):
            clean = " ".join(part.split())
            if (
                1 < len(clean) <= _NAME_MOST
                and "://" not in clean
                and "@" not in clean
                and clean.casefold() not in (known.casefold() for known in found)
            ):
                found.append(clean)
    return found


def _json_ld(tree: HtmlElement) -> list[dict[str, Any]]:
    """All objects of the page's JSON-LD, those within others too; a block that is no JSON is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script.text or "")
        try:
            queue: list[Any] = [json.loads(text, strict=False)]
        except (ValueError, RecursionError):
            continue
        while queue:
            item = queue.pop(0)
            if isinstance(item, dict):
                found.append(item)
                queue.extend(value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"))
            elif isinstance(item, list):
                queue.extend(item)
    return found


def _article(objects: list[dict[str, Any]]) -> dict[str, Any]:
    for item in objects:
        kinds = item.get("@type")
        if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            return item
    return {}


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.xpath("//meta[@content] | //*[@itemprop='datePublished' or @itemprop='dateModified']"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        content = element.get("content") or element.get("datetime") or ""
        if content.strip():
            found.setdefault(name.lower(), []).append(content.strip())
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[name][0] for name in names if name in meta), None)


def _names(value: Any) -> list[str]:  # noqa: ANN401  whatever the page's JSON has there
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    text = _text(value)
    return [text] if text is not None else []


def _organisations(value: Any) -> list[str]:  # noqa: ANN401  whatever the page's JSON has there
    """The authors that the page says are no people."""
    if isinstance(value, list):
        return [name for item in value for name in _organisations(item)]
    return _names(value) if isinstance(value, dict) and str(value.get("@type")).endswith("Organization") else []


def _text(value: Any) -> str | None:  # noqa: ANN401  whatever the page's JSON has there
    return " ".join(value.split()) if isinstance(value, str) and value.strip() else None
