"""The HTTP API, from its table of operations and the description that a desk gives of itself."""

from __future__ import annotations

import json
from typing import Any

from onrecord.showing.api.openapi import described
from onrecord.showing.api.table import OPERATIONS, PREFIX
from onrecord.showing.security.access import needed
from reference.markdown import code, page, table

_LEAD = (
    "Made from the desk's table of operations by `python -m reference`; `/api/v1/openapi.json` says the same in OpenAPI 3.1. Lists, errors, cursors,"
    " ETags and tokens: [serving.md](../serving.md#the-api)."
)


def text() -> str:
    """The page: every operation, then every type that one gives or takes."""
    told = json.loads(described(guarded=True))
    parts = [_operation(told, operation.method, PREFIX + operation.path.replace(":path", "")) for operation in OPERATIONS]
    kinds = [_type(name, schema) for name, schema in sorted(told["components"]["schemas"].items())]
    return page("HTTP API", _LEAD, *parts, "## Types", *kinds)


def _operation(told: dict[str, Any], method: str, path: str) -> str:
    operation = told["paths"][path][method.lower()]
    rows = [(code(one["name"]), one["in"], _shape(one["schema"]), _meaning(one)) for one in operation["parameters"]]
    good = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    gives = ", ".join(f"{_shape(content.get('schema', {}))} ({code(media)})" for media, content in good.get("content", {}).items()) or "nothing"
    takes = ", ".join(code(media) for media in operation.get("requestBody", {}).get("content", {}))
    role = needed(method, path)
    who = f"Needs the role {role}." if role else "Open to all."
    line = f"Gives {gives}.{f' Takes {takes}.' if takes else ''} {who}"
    return "\n\n".join([f"## {method} {path}", f"{operation['summary']}.", line, table(("parameter", "in", "type", "meaning"), rows)])


def _meaning(parameter: dict[str, Any]) -> str:
    default = parameter["schema"].get("default")
    return f"{parameter.get('description', '')}{'' if default in (None, '') else f' Default {code(str(default))}.'}".strip()


def _type(name: str, schema: dict[str, Any]) -> str:
    required = set(schema.get("required", ()))
    rows = [(code(field), _shape(one), "" if field in required else "may be left out") for field, one in schema.get("properties", {}).items()]
    return "\n\n".join(part for part in (f"### {name}", schema.get("description", ""), table(("field", "type", ""), rows)) if part)


def _shape(schema: dict[str, Any]) -> str:
    """A schema in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_shape(one) for one in schema["anyOf"]))
    if "enum" in schema:
        return " or ".join(code("null" if one is None else str(one)) for one in schema["enum"])
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {_shape(schema.get('items', {}))}"
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"object of {_shape(schema['additionalProperties'])}"
    return str(kind)
