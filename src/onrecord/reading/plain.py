"""A text as a report without reading it: every line a block of the body, its characters as they are."""

from __future__ import annotations

import hashlib

from onrecord.record import Block, Origin, Report, Stated


def plain(text: str, *, published: str | None = None) -> Report:
    """The report that is only `text`, in English; nothing is known about it but when it was `published` (ISO 8601), where that is given."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            blocks.append(Block("body", first, first + len(stripped)))
        start += len(line)
    stated = Stated(published, None, "metadata") if published else None
    return Report(digest, digest, text, blocks, None, None, None, [], None, stated, None, [], "en", Origin(None, "text/plain", digest, None))
