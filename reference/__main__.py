"""Writes docs/reference anew: `python -m reference`."""

from __future__ import annotations

from pathlib import Path

from reference.pages import pages

FOLDER = Path(__file__).parents[1] / "docs" / "reference"

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
