"""The API described in OpenAPI 3.1, from the table of operations and the types they give."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord import __version__
from onrecord.showing.api.reading import Reading
from onrecord.showing.api.table import OPERATIONS, PREFIX, types
from onrecord.showing.failing import Problem

if TYPE_CHECKING:
    from onrecord.showing.api.operations import Operation

_REF = "#/components/schemas/{name}"
_PROBLEM = "application/problem+json"
_IN_PATH = re.compile(r"\{(\w+)(?::\w+)?\}")
_ALWAYS = {422: "A parameter or the body is not what is asked for."}
_WITH_BODY = {400: "The body cannot be read.", 413: "The body is too large.", 415: "The body is of another kind.", 429: "Too many tries; wait."}
_GUARDED = {401: "A token is needed.", 403: "The role does not suffice."}


@cache
def described(guarded: bool) -> bytes:  # noqa: FBT001  cached by it
    """The description as JSON; `guarded` where every operation but the open ones needs a token."""
    every = [*types(), Problem]
    schemas, components = msgspec.json.schema_components(every, ref_template=_REF)
    refs = dict(zip(map(_key, every), schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for operation in OPERATIONS:
        path = PREFIX + _IN_PATH.sub(r"{\1}", operation.path)
        paths.setdefault(path, {})[operation.method.lower()] = _operation(operation, refs, guarded=guarded)
    told: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "Onrecord", "version": __version__, "summary": "Who said what in the news, on whose word, who affirmed and who denied it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }  # fmt: skip
    return msgspec.json.encode(told)


def _operation(operation: Operation, refs: dict[str, Any], *, guarded: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [*_in_path(operation), *_in_query(operation)],
        "responses": _responses(operation, refs, guarded=guarded and not operation.open),
    }
    if operation.takes:
        text = {"type": "string", "minLength": 1}
        content = {media: {"schema": text if kind is None else refs[_key(kind)]} for media, kind in operation.takes.items()}
        told["requestBody"] = {"required": True, "content": content}
    if guarded and not operation.open:
        told["security"] = [{"token": []}]
    return told


def _responses(operation: Operation, refs: dict[str, Any], *, guarded: bool) -> dict[str, Any]:
    good: dict[str, Any] = {"description": operation.summary}
    if operation.media:
        good["content"] = {media: {"schema": _given(operation, media, refs)} for media in operation.media}
    if operation.method == "GET":
        good["headers"] = {"ETag": {"schema": {"type": "string"}}}
    out = {str(operation.status): good}
    if operation.method == "GET":
        out["304"] = {"description": "It is what If-None-Match names."}
    own = {**(_WITH_BODY if operation.takes else {}), **(_GUARDED if guarded else {})}
    statuses = {**_ALWAYS, **own, 403: "It may not be asked so.", **operation.says}
    for status, means in sorted(statuses.items()):
        said: dict[str, Any] = {"description": means}
        if status >= 400:
            said["content"] = {_PROBLEM: {"schema": refs[_key(Problem)]}}
        elif status == 202:
            said["content"] = {"application/json": {"schema": refs[_key(Reading)]}}
        elif operation.gives is not None:
            said = {**good, "description": means}
        out.setdefault(str(status), said)
    out["default"] = {"description": "Something else went wrong.", "content": {_PROBLEM: {"schema": refs[_key(Problem)]}}}
    return out


def _given(operation: Operation, media: str, refs: dict[str, Any]) -> dict[str, Any]:
    """The schema of an answer in one media type: the operation's type in JSON, else a JSON that is another's, else text."""
    if media == "application/json" and operation.gives is not None:
        return dict(refs[_key(operation.gives)])
    return {} if media.endswith("+json") else {"type": "string"}


def _in_path(operation: Operation) -> list[dict[str, Any]]:
    kinds = {"number": {"type": "integer", "minimum": 1, "maximum": 2**53}}
    text = {"type": "string", "minLength": 1}
    return [{"name": name, "in": "path", "required": True, "schema": kinds.get(name, text)} for name in _IN_PATH.findall(operation.path)]


def _in_query(operation: Operation) -> list[dict[str, Any]]:
    """Parameters as the struct has them; those that may be null may be left out."""
    _, components = msgspec.json.schema_components([operation.query], ref_template=_REF)
    out = []
    for name, schema in components[operation.query.__name__]["properties"].items():
        choices = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
        told = {**(choices[0] if len(choices) == 1 else {"anyOf": choices})}
        if "enum" in told:
            told["enum"] = [one for one in told["enum"] if one is not None]
        description = told.pop("description", None) or schema.get("description")
        if schema.get("default") is not None:
            told["default"] = schema["default"]
        out.append({"name": name, "in": "query", "required": False, "schema": told, **({"description": description} if description else {})})
    return out


def _key(kind: Any) -> str:  # noqa: ANN401  a type, generic or not
    return str(kind)
