"""What the API can be asked: each operation a line of a table, from which routes and OpenAPI are both made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from onrecord.showing.failing import Refused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from onrecord.showing.accounts.roles import Who
    from onrecord.showing.api.answers import Answer
    from onrecord.showing.desk import Desk

Method = Literal["GET", "POST", "DELETE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call of an operation: the desk, who calls, what the path and the query say, and the body with what it is."""

    desk: Desk
    who: Who
    address: str | None
    path: dict[str, str]
    query: Any
    body: bytes = b""
    media: str = ""
    prefer: str = ""


class Empty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """No parameters at all."""


@dataclass(frozen=True)
class Operation:
    """One thing that can be asked. `does` runs in a thread and gives the answer, what the answer is to be waited for with, or raises.

    `query` is the struct of its parameters, `gives` the type of its answer (null: `media` that is no JSON), `takes` the media types of its body with
    their types (null: text); `says` the statuses beside 200 and those that every operation has, each with what it means.
    """

    method: Method
    path: str
    name: str
    summary: str
    does: Callable[[Call], Answer | Callable[[], Awaitable[Answer]]]
    query: type[msgspec.Struct] = Empty
    gives: Any = None
    media: Sequence[str] = ("application/json",)
    takes: Mapping[str, Any] = field(default_factory=dict)
    says: Mapping[int, str] = field(default_factory=dict)
    status: int = 200
    open: bool = False


def parameters(pairs: list[tuple[str, str]], kind: type[msgspec.Struct]) -> Any:  # noqa: ANN401  one of `kind`
    """The parameters of a query. Raises Refused (422), which says which one is wrong and how."""
    told: dict[str, str] = {}
    for name, value in pairs:
        if name in told:
            raise Refused(422, f"{name}: given twice")
        told[name] = value
    fields = {one.encode_name for one in msgspec.structs.fields(kind)}
    for name in told:
        if name not in fields:
            known = ", ".join(sorted(fields)) or "none"
            raise Refused(422, f"{name}: no such parameter; there are: {known}")
    try:
        made = msgspec.convert(told, kind, strict=False)
    except msgspec.ValidationError as error:
        raise Refused(422, str(error)) from None
    for one in msgspec.structs.fields(kind):
        if one.encode_name in told and getattr(made, one.name) is None:  # "null", which is a word here
            raise Refused(422, f"{one.encode_name}: null is no value; leave the parameter out")
    return made


def body(call: Call, kind: Any) -> Any:  # noqa: ANN401  one of `kind`
    """The JSON body of a call. Raises Refused: 400 where it is no JSON, 415 where it says it is something else, 422 where it is not of `kind`."""
    if call.media != "application/json":
        raise Refused(415, "the body must be application/json", headers={"accept-post": "application/json"})
    try:
        return msgspec.json.decode(call.body, type=kind)
    except msgspec.ValidationError as error:
        raise Refused(422, str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refused(400, f"the body is no JSON: {error}") from None
