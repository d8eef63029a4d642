"""What all requests to one desk share: its store, its settings, its templates, its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from starlette.responses import HTMLResponse

from onrecord.showing.accounts.roles import LOCAL
from onrecord.showing.accounts.sessions import signing_key
from onrecord.showing.readings import Readings
from onrecord.showing.security.cookies import Cookies
from onrecord.showing.security.limits import Limit
from onrecord.showing.templating import environment

if TYPE_CHECKING:
    from starlette.requests import Request

    from onrecord.keeping.store import SqlStore
    from onrecord.showing.accounts.roles import Who
    from onrecord.showing.settings import Settings


class Desk:
    """One store on one desk. `logins` and `reads` say how often they may be tried."""

    def __init__(self, store: SqlStore, settings: Settings) -> None:
        self.store, self.settings = store, settings
        self.templates = environment()
        self.cookies = Cookies(signing_key(store.database), settings)
        self.logins = Limit(10, 300)
        self.reads = Limit(60, 60)
        self.readings = Readings(store, waiting=settings.waiting, largest=settings.largest)

    def page(self, request: Request, template: str, shown: dict[str, Any] | None = None, *, status: int = 200) -> HTMLResponse:
        """The page that a template makes of what is shown.

        Every template also knows `desk`, `request`, `path`, `who` (null before a login), `csrf` (for the field `csrf` of forms and for htmx' header
        X-CSRF-Token), `asset` and `version`.
        """
        session = getattr(request.state, "session", None)
        told = {
            "desk": self, "request": request, "path": request.url.path, "who": who_of(request),
            "csrf": self.cookies.word(session) if session is not None else "", **(shown or {}),
        }  # fmt: skip
        return HTMLResponse(self.templates.get_template(template).render(told), status_code=status)


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    return cast("Desk", request.app.state.desk)


def who_of(request: Request) -> Who | None:
    """Who asks."""
    return cast("Who | None", getattr(request.state, "who", None))


def name_of(request: Request) -> str:
    """The name under which what the asker says is kept: that of whoever sits at the machine where nobody logs in."""
    who = who_of(request)
    return who.name if who is not None else LOCAL


def address_of(request: Request) -> str | None:
    """Where a request comes from."""
    return request.client.host if request.client is not None else None
