"""Python, from the public names of the package, the verbs of a store and the tree of errors."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

import msgspec

import onrecord
from onrecord import errors
from onrecord.keeping import protocol
from reference.markdown import page, struct, table, told

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = "Made from signatures and docstrings by `python -m reference`. How they are used together: [python.md](../python.md)."
_OBJECT = re.compile(r"<(?:\w+\.)*(\w+) object at 0x[0-9a-f]+>")
_ROWS = (protocol.Filed, protocol.Added, protocol.Hit, protocol.ClaimRow, protocol.Judgement, protocol.Change, protocol.Stats)


def text() -> str:
    """The page."""
    named = [(name, getattr(onrecord, name)) for name in onrecord.__all__ if not name.startswith("__")]
    raised = [(f"`{one.__name__}`", f"`{one.__base__.__name__}`", told(one)) for one in _errors()]
    return page(
        "Python", _LEAD, "## onrecord", *(_named(f"onrecord.{name}", one) for name, one in named), "## A store", told(protocol.Store),
        *(_function(f"Store.{name}", verb) for name, verb in _verbs()), "## What a store gives and takes", *(struct(one) for one in _ROWS),
        "## Errors", table(("error", "is a", "when"), raised),
    )  # fmt: skip


def _named(name: str, one: Any) -> str:  # noqa: ANN401  a class or function
    if inspect.isclass(one) and issubclass(one, msgspec.Struct):
        return struct(one)
    if inspect.isclass(one) and issubclass(one, BaseException):
        return ""
    if inspect.isclass(one):
        methods = [(method, getattr(one, method)) for method in vars(one) if not method.startswith("_") and callable(getattr(one, method))]
        return "\n\n".join([_function(name, one), *(_function(f"{one.__name__}.{method}", found) for method, found in methods)])
    return _function(name, one)


def _function(name: str, one: Any) -> str:  # noqa: ANN401  whatever can be called
    return f"### {name}\n\n    {name.rpartition('.')[2]}{_signature(one)}\n\n{told(one)}"


def _signature(one: Any) -> str:  # noqa: ANN401  whatever can be called
    """The signature with types as they are written, without `self`."""
    found = inspect.signature(one)
    kept = [parameter for parameter in found.parameters.values() if parameter.name != "self"]
    return _OBJECT.sub(r"\1()", str(found.replace(parameters=kept)).replace("'", ""))


def _verbs() -> Iterator[tuple[str, Any]]:
    return ((name, verb) for name, verb in vars(protocol.Store).items() if inspect.isfunction(verb) and not name.startswith("_"))


def _errors() -> list[type]:
    return [one for one in vars(errors).values() if inspect.isclass(one) and one.__module__ == errors.__name__]
