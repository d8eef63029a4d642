"""Where everything can be had for programs and other desks: the links under each page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Callable

API = "/api/v1"
Links = list[tuple[str, str]]


def of_report(report: str) -> Links:
    """A report: its record, its tables, its evidence as annotations, how to cite it."""
    at = f"{API}/records/{report}"
    return [
        (at, "JSON"), (f"{at}/tables/statements", "Statements as CSV"), (f"{at}/tables/events", "Events as CSV"),
        (f"{at}/annotations", "Web Annotation"), (f"{at}/citation?format=bibtex", "BibTeX"), (f"{at}/citation?format=csl", "CSL"),
    ]  # fmt: skip


def of_claim(claim: str) -> Links:
    """A claim: its ledger, the words of it as annotations, how to cite its reports."""
    at = f"{API}/claims/{claim}"
    return [
        (at, "JSON"), (f"/claims/{claim}/entries.csv", "Entries as CSV"), (f"/claims/{claim}/figures.csv", "Figures as CSV"),
        (f"{at}/annotations", "Web Annotation"), (f"{at}/citation?format=bibtex", "BibTeX"), (f"{at}/citation?format=csl", "CSL"),
    ]  # fmt: skip


def of_search(query: str) -> Links:
    """Whatever a query finds."""
    asked = urlencode({"q": query})
    return [(f"{API}/search?{asked}", "JSON"), (f"/search.csv?{asked}", "CSV")]


def of_claims(query: str) -> Links:
    """The claims that pass a filter."""
    asked = urlencode({"q": query})
    return [(f"{API}/claims?{asked}", "JSON"), (f"/claims.csv?{asked}", "CSV")]


def of_name(at: str, field: str, name: str) -> Links:
    """Something with a name: what the API has of it at `at`, and all items that have it in `field`."""
    asked = urlencode({"q": f'{field}:"{name.replace(chr(34), " ")}"'})
    return [(f"{API}/{at}", "JSON"), (f"/search.csv?{asked}", "CSV")]


def explored(figure: str, query: str, *, once: bool = False, form: str = "csv") -> str:
    """The numbers behind a figure of the Explore page, as CSV or JSON."""
    return f"{API}/explore/{quote(figure)}?{urlencode({'q': query, **({'once': 'true'} if once else {}), 'format': form})}"


FILTERS: dict[str, Callable[[str], Links]] = {
    "report_exports": of_report, "claim_exports": of_claim, "find_exports": of_search, "claims_exports": of_claims,
}  # fmt: skip
