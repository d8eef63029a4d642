"""What people may do: readers look and have texts read, reviewers judge and keep too, admins see who did what."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


class Who(msgspec.Struct, frozen=True):
    """Who asks: a name, a role, and how that is known. `session` tells one browser from another (the cookie's own identifier)."""

    name: str
    role: Role
    via: Literal["local", "session", "token"]
    session: str | None = None

    def may(self, role: Role) -> bool:
        """Whether this role is theirs or below it."""
        return ROLES.index(self.role) >= ROLES.index(role)


LOCAL = "local"
"""The name under which somebody works at a desk without users, which only this machine can reach."""


def local(session: str | None) -> Who:
    """The one reviewer of a desk without users."""
    return Who(LOCAL, "reviewer", "local", session)
