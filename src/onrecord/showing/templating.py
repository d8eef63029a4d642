"""Templates: everything that is put into a page is escaped, and nothing that is missing passes in silence."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.showing.pages import exports, filters

STATIC = Path(__file__).parent / "pages" / "static"


def environment() -> Environment:
    """The environment of all templates; names that are not defined are errors."""
    made = Environment(
        loader=PackageLoader("onrecord.showing.pages", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals |= {"asset": asset, "version": __version__}
    made.filters |= {**filters.FILTERS, **exports.FILTERS}
    made.tests["unzoned"] = filters.unzoned
    made.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": True}
    return made


@cache
def asset(name: str) -> str:
    """The address of a file under `static/`: it changes with the file, so that browsers may keep it for ever."""
    data = (STATIC / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(data).hexdigest()[:12]}"
