"""What can be configured, from the code that asks for it: where the store lies, what a desk is told, what a reading is told."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from typing import TYPE_CHECKING

from onrecord.keeping import home
from onrecord.pipeline import Told
from onrecord.showing.settings import Settings
from reference.markdown import code, page, table, told

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = (
    "Made from the code that asks for it by `python -m reference`. There is nothing else to configure; options of commands stand in"
    " [command.md](command.md)."
)
_VARIABLE = re.compile(r"[A-Z][A-Z_]{5,}")


def text() -> str:
    """The page."""
    settings = [(code(field.name), code(str(field.type)), _default(field)) for field in dataclasses.fields(Settings) if field.init]
    readings = [(code(name), code(getattr(kind, "__forward_arg__", str(kind)))) for name, kind in Told.__annotations__.items()]
    return page(
        "Configuration", _LEAD, "## Where the store lies", told(home), table(("asked for", "environment"), _variables()),
        'The file has one key, `store`: a path or a URL, as `store = "reports.sqlite"`.', "## What a desk is told", told(Settings),
        table(("field", "type", "default"), settings), "## What a reading is told", told(Told), table(("field", "type"), readings),
    )  # fmt: skip


def _variables() -> Iterator[tuple[str, str]]:
    """What each function asks of the environment, by its docstring."""
    tree = ast.parse(inspect.getsource(home))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            constants = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            names = [value for value in constants if _VARIABLE.fullmatch(value)]
            names += [home.VARIABLE for one in ast.walk(node) if isinstance(one, ast.Name) and one.id == "VARIABLE"]
            yield (ast.get_docstring(node) or "").partition(" Raises ")[0], ", ".join(map(code, names))


def _default(field: dataclasses.Field[object]) -> str:
    return code(repr(field.default)) if field.default is not dataclasses.MISSING else ""
