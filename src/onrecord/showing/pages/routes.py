"""All pages, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from onrecord.showing.pages import claim, explore, front, named_pages, parting, reading, report, review, saving

if TYPE_CHECKING:
    from starlette.routing import BaseRoute


def pages() -> list[BaseRoute]:
    """The routes of the pages."""
    return [
        Route("/", front.front, name="front"),
        Route("/search", front.search),
        Route("/search.csv", saving.found),
        Route("/complete", front.complete),
        Route("/reports", front.reports),
        Route("/reports/{report}", report.report),
        Route("/reports/{report}/statements/{key}", report.item),
        Route("/reports/{report}/events/{key}", report.item),
        Route("/claims", claim.claims),
        Route("/claims.csv", saving.claims),
        Route("/claims/{claim}", claim.claim),
        Route("/claims/{claim}/{table}.csv", saving.ledger),
        Route("/claims/{claim}/part", parting.part, methods=["POST"]),
        Route("/claims/{claim}/unite", parting.unite, methods=["POST"]),
        Route("/claims/{claim}/undo", parting.undo, methods=["POST"]),
        Route("/actors/{identity:path}", named_pages.actor),
        Route("/places/{name:path}", named_pages.place),
        Route("/outlets.csv", saving.outlets),
        Route("/outlets", named_pages.outlet_list),
        Route("/outlets/{name:path}", named_pages.outlet),
        Route("/explore", explore.explore),
        Route("/explore/numbers.json", explore.numbers),
        Route("/read", reading.read, methods=["GET", "POST"]),
        Route("/read/{jobs}", reading.progress),
        Route("/read/{jobs}/progress", reading.fragment),
        Route("/read/{job}/keep", reading.keep, methods=["POST"]),
        Route("/judgements.csv", saving.judgements),
        Route("/review", review.review),
        Route("/review/card", review.card),
        Route("/judge", review.judge, methods=["POST"]),
        Route("/undo", review.undo, methods=["POST"]),
    ]
