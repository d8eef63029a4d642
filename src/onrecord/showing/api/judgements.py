"""What people say of items: the list, a new one, one taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from onrecord.showing.accounts.audit import note
from onrecord.showing.api.answers import Answer, json
from onrecord.showing.api.operations import body
from onrecord.showing.api.pages import After, Limit, page, position
from onrecord.showing.failing import Refused
from onrecord.showing.gathering.judgements import Judgement, judgement, judgements

if TYPE_CHECKING:
    from onrecord.showing.api.operations import Call

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Number = Annotated[int, msgspec.Meta(ge=1, le=2**62)]


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parameters of the list of judgements."""

    report: Annotated[str, msgspec.Meta(max_length=200, description="On items of this report alone.")] | None = None
    limit: Limit = 50
    after: After | None = None


class Item(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An item of a report, by its key or its id in the report ("s1")."""

    report: Name
    key: Name


class Verdict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word on one item (accept, reject, or correct a field with a value) or on two (same, different, unsure)."""

    verdict: Literal["same", "different", "unsure", "accept", "reject", "correct"]
    items: Annotated[list[Item], msgspec.Meta(min_length=1, max_length=2)]
    field: Literal["span", "speaker", "type", "certainty"] | None = None
    value: Any = None


def listed(call: Call) -> Answer:
    """Judgements, newest first, those taken back among them."""
    asked: Judged = call.query
    before = position("judgements", asked.after)
    if before is not None and not before.isdecimal():
        raise Refused(422, "after: it is no cursor of this list")
    found = judgements(call.desk.store, report=asked.report, before=int(before) if before else None, limit=asked.limit + 1)
    return json(page("judgements", found, asked.limit, lambda one: str(one.id)))


def judge(call: Call) -> Answer:
    """Keeps a judgement under the caller's name."""
    told: Verdict = body(call, Verdict)
    items = [(item.report, item.key) for item in told.items]
    number = call.desk.store.judge(told.verdict, items, who=call.who.name, field=told.field, value=told.value)
    _noted(call, "judge", number)
    return json(judgement(call.desk.store, number), status=201, headers={"location": f"/api/v1/judgements/{number}"})


def one(call: Call) -> Answer:
    """One judgement."""
    return json(judgement(call.desk.store, _number(call)))


def undo(call: Call) -> Answer:
    """Takes a judgement back; it stays in the list, marked as undone."""
    number = _number(call)
    if judgement(call.desk.store, number).undone:
        raise Refused(404, f"{number}: this judgement was taken back before")
    call.desk.store.undo(number, who=call.who.name)
    _noted(call, "undo", number)
    return Answer(b"", status=204)


def _number(call: Call) -> int:
    told = call.path["number"]
    if not (told.isascii() and told.isdecimal() and len(told) < 19):
        raise Refused(404, f"{told}: no such judgement in the store")
    return int(told)


def _noted(call: Call, what: str, number: int) -> None:
    with call.desk.store.database.writing() as connection:
        note(connection, what, who=call.who.name, address=call.address, detail={"judgement": number})


__all__ = ["Item", "Judged", "Judgement", "Verdict", "judge", "listed", "one", "undo"]
