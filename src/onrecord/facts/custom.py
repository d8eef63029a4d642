"""An ontology of one's own: further types of events with their predicates and examples, read from a TOML file (`docs/ontology.md`)."""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from onrecord.errors import OntologyError
from onrecord.facts import predicates
from onrecord.facts.predicates import Entry, NounClass, Part, Requirement
from onrecord.record.items import PloverType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.record import Record

BUILT_IN = frozenset({"any", "none", "infinitive", "owned", "place", "politician"})
_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_BRACES = re.compile(r"\{(.+?)\}")
_ASKED: dict[str, type] = {"lemma": str, "part": str, "objects": list, "frame": str, "requires": str, "strength": float}


class Example(msgspec.Struct, frozen=True):
    """A sentence with the word of the event in braces; `holds` is false where it looks like one of the type and is none."""

    type: str
    text: str
    holds: bool

    @property
    def plain(self) -> str:
        """The sentence without braces."""
        return _BRACES.sub(r"\1", self.text)

    @property
    def at(self) -> tuple[int, int]:
        """The characters of the event's word in the plain sentence; all of it where nothing stands in braces."""
        found = _BRACES.search(self.text)
        return (0, len(self.text)) if found is None else (found.start(), found.start() + len(found[1]))


class Own(msgspec.Struct, frozen=True, dict=True):
    """A read ontology: name, hash of its file, for each type the PLOVER type it is a kind of, predicates, classes of nouns, examples."""

    name: str
    sha256: str
    types: dict[str, PloverType]
    entries: list[tuple[str, Entry]]
    classes: dict[str, NounClass]
    examples: list[Example]

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[tuple[str, Entry]]]:
        out: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
        for type_, entry in sorted(self.entries, key=lambda pair: (-pair[1].weight, -pair[1].strength)):
            out.setdefault((entry.lemma, entry.pos), []).append((type_, entry))
        return out

    def of(self, lemma: str, part: str) -> list[tuple[str, Entry]]:
        """The types and predicates headed by this lemma, those that demand most first."""
        return self._index.get((lemma.lower(), part), [])

    def in_class(self, name: str, noun: str) -> bool:
        """Whether the noun is of a class of this ontology."""
        return name in self.classes and noun.lower() in self.classes[name].noun

    def failing(self, read: Callable[[str], Record]) -> Iterator[Example]:
        """The examples that do not come out as they should when their sentences are read."""
        for example in self.examples:
            start, end = example.at
            events = [e for e in read(example.plain).events if e.custom == f"{self.name}:{example.type}"]
            if any(e.trigger.start < end and start < e.trigger.end for e in events) != example.holds:
                yield example


def load(source: str | PathLike[str]) -> Own:
    """The ontology in a file. Raises OntologyError, which names the file and what is wrong in it."""
    path = Path(fspath(source))
    try:
        data = path.read_bytes()
        return _own(tomllib.loads(data.decode("utf-8")), hashlib.sha256(data).hexdigest())
    except OSError as error:
        message = f"{path}: {error.strerror}"
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: no TOML: {error}"
    except OntologyError as error:
        message = f"{path}: {error}"
    raise OntologyError(message)


def _own(data: dict[str, Any], sha256: str) -> Own:
    name = _text(data, "name", "the ontology")
    classes = {k: NounClass(frozenset(map(str.lower, _words(v))), frozenset(), frozenset()) for k, v in data.get("classes", {}).items()}
    types: dict[str, PloverType] = {}
    entries: list[tuple[str, Entry]] = []
    examples: list[Example] = []
    for item in data.get("type", []):
        type_ = _text(item, "name", "a type")
        plover = _text(item, "plover", type_)
        if _NAME.fullmatch(type_) is None or type_ in get_args(PloverType) or type_ in types:
            _wrong(f"{type_}: a type's name is in capitals, unlike those of PLOVER, and stands once")
        if plover not in get_args(PloverType):
            _wrong(f"{type_}: {plover} is no type of PLOVER")
        types[type_] = plover  # type: ignore[assignment]
        entries += [(type_, _entry(row, plover, type_, classes)) for row in item.get("predicate", [])]
        examples += [Example(type_, _text(row, "text", type_), bool(row.get("holds", True))) for row in item.get("example", [])]
    if not entries:
        _wrong("it has no predicates")
    return Own(name, sha256, types, entries, classes, examples)


def _entry(row: dict[str, Any], plover: str, type_: str, classes: dict[str, NounClass]) -> Entry:
    for key, value in row.items():
        if key not in _ASKED or not isinstance(value, (int, float) if _ASKED[key] is float else _ASKED[key]):
            _wrong(f"{type_}: {key} = {value!r} is nothing that a predicate has")
    words, part = _text(row, "lemma", type_).lower().split(), row.get("part", "verb")
    strength = float(row.get("strength", 0.7))
    if part not in get_args(Part) or not 0 < strength <= 1:
        _wrong(f"{type_}: {words[0]}: part is verb, noun or adj, strength above 0 and at most 1")
    head, rest = (words[-1], words[:-1]) if part == "noun" else (words[0], words[1:])
    frame = row.get("frame", "subj>obj" if part == "verb" else "poss|by|of>on|against|to")
    mark = "+" if "+" in frame else ">"
    left, _, right = frame.partition(mark)
    actors, recipients = (tuple(x for x in side.split("|") if x) for side in (left, right))
    return Entry(
        lemma=head, pos=part, words=tuple(rest), objects=tuple(map(str.lower, _words(row.get("objects", [])))), type=plover, mode=None, frame=frame,  # type: ignore[arg-type]
        actors=tuple(dict.fromkeys(actors + recipients)) if mark == "+" else actors, recipients=() if mark == "+" else recipients,
        requires=tuple(_requirement(text, type_, classes) for text in row.get("requires", "").split()), strength=strength, verbal=False,
    )  # fmt: skip


def _requirement(text: str, type_: str, classes: dict[str, NounClass]) -> Requirement:
    slot, _, names = text.lstrip("!").partition(":")
    for name in names.split("/"):
        if name not in classes and name not in BUILT_IN and not predicates.is_class(name):
            _wrong(f"{type_}: {text}: there is no class {name}")
    return Requirement(slot, tuple(names.split("/")), text.startswith("!"))


def _words(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        _wrong(f"{value!r} is no list of words")
    return value  # type: ignore[return-value]


def _text(item: dict[str, Any], key: str, where: str) -> str:
    value = item.get(key)
    if not isinstance(value, str) or not value.strip():
        _wrong(f"{where}: {key} is missing")
    return value  # type: ignore[return-value]


def _wrong(message: str) -> None:
    raise OntologyError(message)
