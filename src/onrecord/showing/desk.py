"""What all requests to one desk share: its store, its settings, its templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from starlette.responses import HTMLResponse

from onrecord.showing.templating import environment

if TYPE_CHECKING:
    from starlette.requests import Request

    from onrecord.keeping.store import SqlStore
    from onrecord.showing.settings import Settings


class Desk:
    """One store on one desk."""

    def __init__(self, store: SqlStore, settings: Settings) -> None:
        self.store, self.settings = store, settings
        self.templates = environment()

    def page(self, request: Request, template: str, shown: dict[str, Any] | None = None, *, status: int = 200) -> HTMLResponse:
        """The page that a template makes of what is shown; each page also knows `request`, `desk`, `path` and what else is told in docs/serving.md."""
        told = {"request": request, "desk": self, "path": request.url.path, **(shown or {})}
        return HTMLResponse(self.templates.get_template(template).render(told), status_code=status)

    def fragment(self, request: Request, template: str, shown: dict[str, Any] | None = None) -> HTMLResponse:
        """A part of a page, for htmx."""
        return self.page(request, template, shown)


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    return cast("Desk", request.app.state.desk)
