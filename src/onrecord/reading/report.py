"""Bytes or text to a Report: decode, find the lines, name the blocks, state what page and text say of themselves."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from zoneinfo import ZoneInfo

from onrecord.errors import EmptyError, TooLargeError
from onrecord.facts import outlets
from onrecord.reading import clock, datelines, houses, metadata
from onrecord.reading.decoding import MediaType, decode, normalised
from onrecord.reading.findings import Findings
from onrecord.reading.labelling import label
from onrecord.reading.language import language_of
from onrecord.reading.lines import Line, lines_of
from onrecord.reading.options import ReadingOptions
from onrecord.record import Carrier, Dateline, Origin, Report, Stated

if TYPE_CHECKING:
    from datetime import tzinfo

_DEFAULT = ReadingOptions()
_MONTH_FIRST = frozenset(("USA", "PHL", "CAN"))
_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "ocid", "cmpid", "ref_", "smid")


def read_bytes(data: bytes, *, location: str | None = None, options: ReadingOptions = _DEFAULT) -> Report:
    """The report that `data` is; `location` is the path or URL it was had from and is not opened.

    Raises EmptyError, TooLargeError, BinaryError or NoArticleError, each saying what is wrong without naming the location.
    """
    if len(data) > options.max_bytes:
        message = f"it has {len(data)} bytes, over the limit of {options.max_bytes}"
        raise TooLargeError(message)
    text, media_type = decode(data)
    origin = Origin(location, media_type, hashlib.sha256(data).hexdigest(), options.retrieved)
    return _report(text, media_type, origin, options)


def read_text(text: str, *, location: str | None = None, options: ReadingOptions = _DEFAULT) -> Report:
    """The report that a plain text is; nothing in it is taken for markup. Raises EmptyError and TooLargeError as `read_bytes` does."""
    clean = normalised(text)
    if not clean.strip():
        message = "the text is empty"
        raise EmptyError(message)
    data = clean.encode("utf-8")
    if len(data) > options.max_bytes:
        message = f"it has {len(data)} bytes, over the limit of {options.max_bytes}"
        raise TooLargeError(message)
    origin = Origin(location, "text/plain", hashlib.sha256(data).hexdigest(), options.retrieved)
    return _report(clean, "text/plain", origin, options)


def _report(source: str, media_type: MediaType, origin: Origin, options: ReadingOptions) -> Report:
    about: metadata.Metadata
    lines: list[Line]
    if media_type == "text/html":
        from onrecord.reading.page import lines_of as lines_of_page  # noqa: PLC0415  trafilatura is a heavy import

        text, lines, about = lines_of_page(source, origin.location)
        text = normalised(text)
    else:
        text, lines, about = source, lines_of(source), metadata.Metadata(address=_web(origin.location))
    found = _findings(text, lines, about, options)
    publisher, house = _publisher(found, about, options)
    zone = _zone(options, house)
    published = _published(found, about, options, zone)
    dateline = None
    if found.dateline is not None:
        day = datelines.edtf(found.day, published.value if published is not None else None) if found.day is not None else None
        dateline = Dateline(None, day, found.dateline)
    if published is None and dateline is not None and dateline.date is not None and found.day is not None and found.day[0] is not None:
        published = Stated(dateline.date, dateline.span, "text")
    agency, issuing = _agency(found, about)
    modified = _modified(found, about, zone)
    address = _canonical(about.address)
    publisher_name = publisher.value if publisher is not None else ""
    published_value = published.value if published is not None else ""
    identity = f"{text}\x1f{publisher_name}\x1f{published_value}\x1f{address}"
    return Report(
        id=hashlib.sha256(identity.encode("utf-8")).hexdigest()[:32],
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        text=text,
        blocks=sorted(found.blocks, key=lambda block: block.start),
        title=_title(found, about),
        publisher=publisher,
        agency=agency,
        byline=_byline(found, about),
        dateline=dateline,
        published=published,
        modified=modified,
        chain=_chain(found, publisher, house, agency, issuing),
        language=language_of(
            "\n".join(text[b.start : b.end] for b in found.blocks if b.kind in ("body", "title", "caption", "heading")), about.language
        ),
        origin=origin,
    )


def _findings(text: str, lines: list[Line], about: metadata.Metadata, options: ReadingOptions) -> Findings:
    """What the lines say; where they name an outlet whose zone or day order counts, they are read again in the light of it."""
    told = tuple(about.organisations)
    found = Findings(text, told=told)
    label(lines, found)
    _, house = _publisher(found, about, options)
    zone = _zone(options, house)
    month_first = house is not None and house.country in _MONTH_FIRST
    if zone is None and not month_first:
        return found
    again = Findings(text, zone=zone, day_first=not month_first, told=told)
    label(lines, again)
    return again


def _zone(options: ReadingOptions, house: outlets.Outlet | None) -> tzinfo | None:
    """The zone of the page's times: the one given, else the outlet's."""
    return options.zone or (ZoneInfo(house.timezone) if house is not None and house.timezone else None)


def _publisher(found: Findings, about: metadata.Metadata, options: ReadingOptions) -> tuple[Stated | None, outlets.Outlet | None]:
    """Who publishes: as told, as the page's head or address says, as its text does."""
    if options.publisher is not None:
        return Stated(options.publisher, None, "option"), outlets.named(options.publisher)
    name = about.publisher
    if name is None and about.address is not None:
        house = outlets.of_domain(urlsplit(about.address).hostname or "")
        name = house.name if house is not None else None
    if name is not None:
        return Stated(name, found.publisher.span if found.publisher is not None else None, "metadata"), outlets.named(name)
    return found.publisher, found.publishing


def _published(found: Findings, about: metadata.Metadata, options: ReadingOptions, zone: tzinfo | None) -> Stated | None:
    if options.published is not None:
        return Stated(clock.in_zone(options.published, zone), None, "option")
    return _stated_time(found.published, metadata.moment(about.published, zone))


def _modified(found: Findings, about: metadata.Metadata, zone: tzinfo | None) -> Stated | None:
    return _stated_time(found.modified, metadata.moment(about.modified, zone))


def _stated_time(in_text: Stated | None, in_head: str | None) -> Stated | None:
    """The time that the page's head states, with the words of the text that say the same day; else the text's."""
    if in_head is None:
        return in_text
    same_day = in_text is not None and in_text.value[:10] == in_head[:10]
    if in_text is not None and same_day and "T" not in in_head and "T" in in_text.value:
        return in_text
    return Stated(in_head, in_text.span if in_text is not None and same_day else None, "metadata")


def _title(found: Findings, about: metadata.Metadata) -> Stated | None:
    if found.title is not None or about.title is None:
        return found.title
    return Stated(about.title, None, "metadata")


def _agency(found: Findings, about: metadata.Metadata) -> tuple[Stated | None, outlets.Outlet | None]:
    """The agency that the text names as whose report it is, else the one that the page's head does."""
    if found.agency is not None:
        return found.agency, found.issuing
    for name in (*about.houses, *about.authors):
        house = outlets.agency(name)
        if house is not None:
            return Stated(name, None, "metadata"), house
    for name in about.organisations:
        house = houses.by_place(name) if name != about.publisher else None
        if house is not None:
            return Stated(name, None, "metadata"), house
    return None, None


def _byline(found: Findings, about: metadata.Metadata) -> list[Stated]:
    """The people who wrote it, as the text names them, else as the page's head does; houses are not among them."""
    people = [author for author in found.byline if author.value not in about.organisations]
    if people:
        return people
    named: list[Stated] = []
    for name in about.authors:
        if houses.by_form(name) is None and name not in about.organisations:
            at = found.text.find(name)
            named.append(Stated(name, found.span(at, at + len(name)) if at != -1 else None, "metadata"))
    return named


def _chain(
    found: Findings, publisher: Stated | None, house: outlets.Outlet | None, agency: Stated | None, issuing: outlets.Outlet | None
) -> list[Carrier]:
    """Who publishes, whose report it republishes, whose material it uses, outermost first, as the text names them; an agency alone publishes."""
    links: list[Carrier] = []
    known: set[str] = set()
    if publisher is not None:
        name = house.name if house is not None and publisher.from_ != "text" else publisher.value
        links.append(Carrier(name, "publishes", publisher.span, "text" if publisher.from_ == "text" else "metadata"))
        known |= {name, house.name if house is not None else name}
    if agency is not None and issuing is not None and (house is None or house.name != issuing.name):
        name = issuing.name if agency.from_ != "text" else agency.value
        links.append(Carrier(name, "republishes" if links else "publishes", agency.span, found.agency_from if agency.from_ == "text" else "metadata"))
        known |= {name, issuing.name}
    return links + [link for link in found.cited if link.name not in known]


def _web(location: str | None) -> str | None:
    return location if location is not None and urlsplit(location).scheme in ("http", "https") else None


def _canonical(address: str | None) -> str:
    """A web address without what does not tell pages apart; empty where there is none."""
    if address is None:
        return ""
    parts = urlsplit(address)
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not key.lower().startswith(_TRACKING)])
    return urlunsplit(("https", (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/"), query, ""))
