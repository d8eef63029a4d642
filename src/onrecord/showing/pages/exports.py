"""Where everything can be had for programs and other desks: the links under each page."""

from __future__ import annotations

from urllib.parse import quote, urlencode

Links = list[tuple[str, str]]


def of_report(report: str) -> Links:
    """A report: its record, its tables, its evidence as annotations, how to cite it."""
    return [
        (f"/api/v1/records/{report}", "JSON"), (f"/export/reports/{report}.csv", "CSV"), (f"/export/reports/{report}.annotations.json", "Web Annotation"),
        (f"/export/reports/{report}.bib", "BibTeX"), (f"/export/reports/{report}.csl.json", "CSL"),
    ]  # fmt: skip


def of_claim(claim: str) -> Links:
    """A claim: its ledger."""
    return [
        (f"/api/v1/claims/{claim}", "JSON"), (f"/export/claims/{claim}.csv", "CSV"), (f"/export/claims/{claim}.annotations.json", "Web Annotation"),
        (f"/export/claims/{claim}.bib", "BibTeX"),
    ]  # fmt: skip


def of_search(query: str) -> Links:
    """Whatever a query finds."""
    asked = urlencode({"q": query})
    return [(f"/api/v1/search?{asked}", "JSON"), (f"/export/search.csv?{asked}", "CSV")]


def of_claims(query: str) -> Links:
    """The claims that pass a filter."""
    asked = urlencode({"q": query})
    return [(f"/api/v1/claims?{asked}", "JSON"), (f"/export/claims.csv?{asked}", "CSV")]


def of_name(field: str, name: str) -> Links:
    """All that is said by, of or at something with a name."""
    return of_search(f'{field}:"{name}"')


def explored(figure: str, query: str) -> str:
    """The numbers behind a figure of the Explore page as CSV."""
    return f"/explore/{quote(figure)}.csv{'?' + query if query else ''}"


FILTERS = {"report_exports": of_report, "claim_exports": of_claim, "find_exports": of_search, "claims_exports": of_claims}
