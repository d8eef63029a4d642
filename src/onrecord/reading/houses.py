"""Outlets and agencies that no table has, known by their form and by where their names stand."""

from __future__ import annotations

import re

from onrecord.facts import outlets

_FORM = re.compile(
    r"(?:The\s+)?(?:[A-Z][\w'’-]+\s+){1,4}"
    r"(?:(?P<agency>Press|Agency|Newswire|Wire|Wire Service|News Service|Press Service)"
    r"|News|Times|Post|Herald|Tribune|Gazette|Courier|Observer|Chronicle|Journal|Telegraph|Daily|Examiner|Inquirer|Radio|Television)"
)
_ONE_NAME = re.compile(r"(?:[A-Z][\w&'’-]+)(?:\s+[A-Z][\w&'’-]+){0,3}")


def by_form(name: str) -> outlets.Outlet | None:
    """The house that goes by this name: one of the table's, else one whose name has the form of such names ("… Press", "The … Observer")."""
    known = outlets.named(name)
    if known is not None:
        return known
    match = _FORM.fullmatch(name.strip())
    return None if match is None else _unlisted(name, "outlet" if match["agency"] is None else "agency")


def by_place(name: str) -> outlets.Outlet | None:
    """The agency of this name where it stands as only an agency's does: in the brackets of a dateline, as an organisation that wrote a page."""
    known = outlets.named(name)
    return known if known is not None or _ONE_NAME.fullmatch(name.strip()) is None else _unlisted(name, "agency")


def _unlisted(name: str, kind: outlets.OutletKind) -> outlets.Outlet:
    return outlets.Outlet(name=name.strip(), aliases=[], domains=[], country=None, timezone="", kind=kind, state=False)
