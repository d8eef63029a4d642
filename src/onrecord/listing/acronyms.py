"""Acronyms and brackets in names: "Harbour Works Organization (HWO)"."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)(?:[)\]]|$)")
_CAPITALS = re.compile(r"[A-Z][A-Z&.-]{1,7}")


def without_brackets(text: str) -> str:
    """The name without what stands in brackets; as it is where nothing else is there."""
    return _BRACKETS.sub("", text).strip() or text.strip()


def acronyms(text: str) -> list[str]:
    """Words in brackets that are made of the initials of the words before them."""
    inner = [found.strip() for found in _BRACKETS.findall(text)]
    if not inner:
        return []
    initials = "".join(word[0] for word in re.findall(r"\w+", without_brackets(text))).upper()
    return [found for found in inner if _CAPITALS.fullmatch(found) and _within(re.sub(r"\W", "", found), initials)]


def _within(letters: str, initials: str) -> bool:
    """Whether the letters stand in this order among the initials, the first one first."""
    rest = iter(initials)
    return letters[:1] == initials[:1] and all(letter in rest for letter in letters)
