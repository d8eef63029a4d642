"""The consolidated list of the UN Security Council: its XML to entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat

from onrecord.errors import ListError
from onrecord.facts import states
from onrecord.listing.entries import Called, Entry

if TYPE_CHECKING:
    from onrecord.listing.entries import EntryKind

ROOT = "CONSOLIDATED_LIST"
_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_BORN = re.compile(r",?\s+born (?:in|on|\d).*$")  # "…, born in 1965" stands in some aliases
_KINDS: dict[str, EntryKind] = {"INDIVIDUAL": "person", "ENTITY": "entity"}


def entries(data: bytes) -> list[Entry]:
    """The individuals and entities in the file's order. Raises ListError where it is malformed, declares entities, or is another kind of XML."""
    root = _tree(data)
    if root.tag != ROOT:
        message = f"it is XML, but no consolidated list of the UN: its root is <{root.tag}>, not <{ROOT}>"
        raise ListError(message)
    out = [_entry(element, _KINDS[element.tag]) for element in root.iter() if element.tag in _KINDS]
    return [entry for entry in out if entry.names]


def _tree(data: bytes) -> Element:
    """The XML as a tree; a declaration of an entity is refused where it stands, before anything is made of it."""
    builder, parser = TreeBuilder(), expat.ParserCreate()

    def refuse(name: str, *_rest: object) -> None:
        message = f"line {parser.CurrentLineNumber}: entities are not allowed ({name})"
        raise ListError(message)

    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat's "this is all"
        return builder.close()
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        message = f"line {error.lineno}: the XML is malformed: {reason}"
        raise ListError(message) from None
    except (ParseError, LookupError, ValueError) as error:  # an encoding that Python does not know
        message = f"line {parser.CurrentLineNumber}: the XML cannot be read: {error}"
        raise ListError(message) from None


def _entry(element: Element, kind: EntryKind) -> Entry:
    parts = [_text(element, part) for part in _PARTS]
    names = [Called(name, own=True) for name in _several(" ".join(part for part in parts if part))]
    names += [Called(name) for name in _several(_text(element, "NAME_ORIGINAL_SCRIPT"))]
    for alias in element.iter(f"{element.tag}_ALIAS"):
        weak = _text(alias, "QUALITY").lower() == "low"
        names += [Called(name, weak=weak) for name in _several(_text(alias, "ALIAS_NAME"))]
    seen: set[str] = set()
    kept: list[Called] = []
    for name in names:
        if name.text not in seen:
            seen.add(name.text)
            kept.append(name)
    countries = {naming.code for value in element.findall("NATIONALITY/VALUE") for naming in states.named(" ".join((value.text or "").split()))}
    return Entry(_text(element, "REFERENCE_NUMBER") or _text(element, "DATAID"), kind, kept, sorted(countries))


def _several(names: str) -> list[str]:
    """The names between semicolons, without what a name of this list may say of a birth."""
    return [name for part in names.split(";") if (name := _BORN.sub("", part.strip()))]


def _text(element: Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())
