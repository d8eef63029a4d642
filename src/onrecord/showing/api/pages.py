"""Pages of lists, and the opaque cursors that lead from one to the next."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

import msgspec

from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")

Limit = Annotated[int, msgspec.Meta(ge=1, le=200, description="The most items of a page.")]
Query = Annotated[str, msgspec.Meta(max_length=2000, description="What is asked for, in the query language (docs/find.md).")]
After = Annotated[str, msgspec.Meta(max_length=500, description="The `next` of the page before.")]


class Page(msgspec.Struct, Generic[Item], frozen=True):
    """Some of a list; `next` leads to those after them and is null at the end."""

    items: list[Item]
    next: str | None


class Listing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of a list."""

    q: Query = ""
    limit: Limit = 50
    after: After | None = None


def cursor(of: str, value: str) -> str:
    """A cursor of one list."""
    return base64.urlsafe_b64encode(f"{of} {value}".encode()).decode().rstrip("=")


def position(of: str, after: str | None) -> str | None:
    """What a cursor of this list stands for. Raises Refused where it is another's or none at all."""
    if after is None:
        return None
    try:
        had, _, value = base64.b64decode(after.encode("ascii") + b"=" * (-len(after) % 4), altchars=b"-_", validate=True).decode().partition(" ")
    except (binascii.Error, ValueError):
        had, value = "", ""
    if had != of or not value:
        raise Refused(422, "after: it is no cursor of this list; take `next` of the page before")
    return value


def page(of: str, found: Sequence[Item], limit: int, at: Any) -> Page[Item]:  # noqa: ANN401  a function of an item
    """A page of what was found, one more than `limit` where there is more; `at` gives where an item stands."""
    items = list(found[:limit])
    return Page(items, cursor(of, at(items[-1])) if len(found) > limit else None)
