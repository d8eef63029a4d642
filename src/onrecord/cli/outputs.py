"""Where records go: one file a report, each written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from onrecord.errors import WritingError
from onrecord.opening import is_web

_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")
_LONGEST = 200  # bytes; file systems allow 255


class Folder:
    """The folder of `--out`. Raises WritingError where nothing can be written into it."""

    def __init__(self, path: Path, suffix: str) -> None:
        self.path, self._suffix = path, suffix
        self._taken: set[str] = set()
        try:
            path.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path):
                pass
        except OSError as error:
            reason = "it is no folder" if isinstance(error, FileExistsError) else _reason(error)
            message = f"{path}: nothing can be written there: {reason}"
            raise WritingError(message) from None

    def name_for(self, name: str) -> Path:
        """The file for the report called `name`: `a/b/story.txt` gives `story.json`; where that is taken in this run, a number tells them apart."""
        stem = _stem(name)
        number, chosen = 1, stem
        while chosen.casefold() in self._taken:
            number += 1
            chosen = f"{stem}-{number}"
        self._taken.add(chosen.casefold())
        return self.path / f"{chosen}{self._suffix}"

    def write(self, file: Path, data: bytes) -> None:
        """Puts `data` into `file` in one step, so that nobody ever finds half of it. Raises WritingError."""
        beside = self.path / f".onrecord-{os.getpid()}.part"
        try:
            beside.write_bytes(data)
            beside.replace(file)
        except OSError as error:
            message = f"{file}: it cannot be written: {_reason(error)}"
            raise WritingError(message) from None
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _stem(name: str) -> str:
    if is_web(name):
        parts = urlsplit(name)
        path = unquote(parts.path).rstrip("/")
        name = path.rsplit("/", 1)[-1] if path else parts.hostname or "page"
    elif name == "standard input":
        return "stdin"
    stem = Path(name).name
    stem = Path(stem).stem if Path(stem).suffix else stem
    stem = os.fsencode(_UNFIT.sub("-", stem).strip(" .-"))[:_LONGEST].decode("utf-8", "ignore")
    return stem or "report"


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
