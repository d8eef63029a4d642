"""All pages of the reference."""

from __future__ import annotations

from reference import api, command, configuration, formats, functions


def pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    return {
        "command.md": command.text(), "api.md": api.text(), "python.md": functions.text(), "formats.md": formats.text(),
        "configuration.md": configuration.text(),
    }  # fmt: skip
