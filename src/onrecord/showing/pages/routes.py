"""All pages, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from onrecord.showing.pages.front import front

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def pages() -> list[BaseRoute]:
    """The routes of the pages."""
    return [Route("/", front, name="front")]
