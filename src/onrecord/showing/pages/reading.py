"""The page that reads: texts and files in, progress, the records as they appear, and keeping them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from anyio import to_thread
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from onrecord.opening import Opened
from onrecord.showing.desk import address_of, desk_of, who_of
from onrecord.showing.failing import Refused
from onrecord.showing.pages.marking import paragraphs
from onrecord.showing.pages.named import Named

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.responses import Response

    from onrecord.showing.accounts.roles import Who

MOST = 20
_TOLD = ("published", "publisher", "timezone")


async def read(request: Request) -> Response:
    """The form at `/read`; what is handed in goes on its way."""
    desk = desk_of(request)
    if request.method != "POST":
        return desk.page(request, "read.html", {"wrong": None})
    who = _who(request)
    async with request.form(max_files=MOST, max_fields=16) as form:
        keep = form.get("keep") == "yes"
        told = {name: str(form.get(name, "")).strip() or None for name in _TOLD}
        sources = await _sources(form)
    if not sources:
        return desk.page(request, "read.html", {"wrong": "There is nothing to read: paste a text, choose files, or give an address."}, status=422)
    if any(isinstance(source, str) for source in sources) and not desk.settings.fetches:
        raise Refused(403, "this desk fetches no addresses")
    desk.reads.take(who.session or address_of(request) or who.name)
    jobs = [desk.readings.submit(source, who=who, address=address_of(request), keep=keep, **told) for source in sources]
    return RedirectResponse(f"/read/{','.join(job.id for job in jobs)}", 303)


def progress(request: Request) -> Response:
    """The page at `/read/{jobs}`: how far each text is, and its record once it is there."""
    return desk_of(request).page(request, "reading.html", _shown(request))


def fragment(request: Request) -> Response:
    """The same without the sheet around it, for htmx to ask again."""
    return desk_of(request).page(request, "parts/jobs.html", _shown(request))


async def keep(request: Request) -> Response:
    """Keeps what was read."""
    desk, who = desk_of(request), _who(request)
    job = desk.readings.job(request.path_params["job"], who)
    added = await to_thread.run_sync(lambda: desk.readings.keep(job, who=who, address=address_of(request)))
    return RedirectResponse(f"/reports/{added.id}", 303)


def _shown(request: Request) -> dict[str, Any]:
    desk, who = desk_of(request), _who(request)
    jobs = [desk.readings.job(number, who) for number in request.path_params["jobs"].split(",")[:MOST]]
    views = [
        {"job": job, "ahead": desk.readings.ahead(job), "record": job.record, "named": Named(job.record) if job.record else None,
         "paragraphs": paragraphs(job.record) if job.record else []}
        for job in jobs
    ]  # fmt: skip
    read = [job for job in jobs if job.record is not None]
    done = [(f"/api/v1/read/{job.id}", f"JSON of no. {n}" if len(read) > 1 else "JSON") for n, job in enumerate(read, 1)]
    waiting = any(not job.finished.is_set() for job in jobs)
    return {"done": done, "jobs": request.path_params["jobs"], "views": views, "waiting": waiting, "claims": {}}


async def _sources(form: FormData) -> list[Opened | str]:
    """What was handed in: a pasted text, files, an address."""
    found: list[Opened | str] = []
    text, url = str(form.get("text", "")).strip(), str(form.get("url", "")).strip()
    if text:
        found.append(Opened(text.replace("\r\n", "\n").encode("utf-8", "replace"), None))
    files = [(await one.read(), one.filename or None) for one in form.getlist("files") if isinstance(one, UploadFile)]
    found += [Opened(data, name) for data, name in files if data]
    if url:
        found.append(url)
    return found


def _who(request: Request) -> Who:
    return cast("Who", who_of(request))
