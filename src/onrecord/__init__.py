"""Onrecord reads a report and writes its record: every statement, every event, and on whose word it stands.

    import onrecord

    record = onrecord.read("story.txt", published="2021-03-05")
    for statement in record.statements:
        print(statement.speakers, statement.act, [span.text for span in statement.content])

`read` and `read_text` load the model at their first call and keep it. For many reports, or for options that hold for all of them, make a `Reader`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Unpack

    from onrecord.errors import NotEnglishWarning, OnrecordError, ReadingError
    from onrecord.keeping.opening import open_store
    from onrecord.opening import Source
    from onrecord.pipeline import Failure, PairCode, Reader, Told
    from onrecord.record import Record, schema

__version__ = "0.1.0"
__all__ = [
    "Failure", "NotEnglishWarning", "OnrecordError", "PairCode", "Reader", "ReadingError", "Record", "__version__", "code_pair", "open_store",
    "read", "read_text", "schema",
]  # fmt: skip

_HOMES = {
    "Failure": "pipeline", "PairCode": "pipeline", "Reader": "pipeline", "Record": "record", "schema": "record", "NotEnglishWarning": "errors",
    "OnrecordError": "errors", "ReadingError": "errors", "open_store": "keeping.opening",
}  # fmt: skip


def read(source: Source, **told: Unpack[Told]) -> Record:
    """The record of a report: a path, a web address, or a file opened in binary mode.

    `published` (ISO 8601), `publisher` and `timezone` (an IANA name) say what a bare text cannot; `max_bytes` is the limit, 10 MB by default.
    The network is used for a web address alone. A report that is not in English gives a NotEnglishWarning and a record without items.
    Raises ReadingError (no such file, empty, too large, binary, no article) and UsageError (an option that cannot be meant).
    """
    return _reader().read(source, **told)


def read_text(text: str, **told: Unpack[Told]) -> Record:
    """The record of a report given as plain text; options and errors as for `read`."""
    return _reader().read_text(text, **told)


def code_pair(text: str, *, actor: tuple[int, int] | None = None, recipient: tuple[int, int] | None = None) -> PairCode:
    """The reduced PLOVER type between two parties of `text`, each the characters (start, end) that name it; None for one that is missing.

    This is how the field evaluates event coders: the parties are given and the type is asked for; CONCEDE and RETREAT are one type there, YIELD.
    """
    return _reader().code_pair(text, actor=actor, recipient=recipient)


def _reader() -> Reader:
    """The reader that the functions of this module share."""
    from onrecord.pipeline import shared_reader  # noqa: PLC0415  heavy, and needed at the first call alone

    return shared_reader()


def __getattr__(name: str) -> Any:  # noqa: ANN401  classes and functions
    """Loads what is heavy at its first use."""
    if name not in _HOMES:
        message = f"module 'onrecord' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415  not needed for `import onrecord`

    return getattr(import_module(f"onrecord.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names, those not yet loaded included."""
    return sorted(__all__)
