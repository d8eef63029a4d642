"""Web pages: what their heads say, what stands around a story, how deep they may be."""

from __future__ import annotations

import pytest

from onrecord.errors import NoArticleError
from onrecord.reading import read_bytes
from tests.reading.reports import STORY, blocks, kind_of, page, read_page, story

LD = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ports agree on a new timetable for the ferry",
    "datePublished": "2024-03-04T09:55:00+01:00", "dateModified": "2024-03-04T12:10:00+01:00",
    "author": [{"@type": "Person", "name": "Una Brekke"}, {"@type": "Organization", "name": "Reuters"}],
    "publisher": {"@type": "Organization", "name": "The Fjord Gazette"},
}  # fmt: skip
PHOTO = '<figure><img src="f.jpg"><figcaption>The ferry at its berth on Monday. Photo: Ole Dahl</figcaption></figure>'


def test_json_ld_says_who_when_and_whose() -> None:
    report = read_page(story(), ld=LD)
    assert report.title is not None and report.title.value == LD["headline"]
    assert report.title.span is not None and report.title.from_ == "text"
    assert report.publisher is not None and (report.publisher.value, report.publisher.from_) == ("The Fjord Gazette", "metadata")
    assert report.published is not None and report.published.value == "2024-03-04T09:55+01:00"
    assert report.modified is not None and report.modified.value == "2024-03-04T12:10+01:00"
    assert [name.value for name in report.byline] == ["Una Brekke"]
    assert report.agency is not None and report.agency.value == "Reuters"
    assert [(link.name, link.link) for link in report.chain] == [("The Fjord Gazette", "publishes"), ("Reuters", "republishes")]


def test_json_ld_in_a_graph() -> None:
    report = read_page(story(), ld={"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, LD]})
    assert report.published is not None and report.published.value == "2024-03-04T09:55+01:00"


def test_broken_json_ld_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:site_name" content="The Fjord Gazette">'
    report = read_page(story(), head=head)
    assert report.publisher is not None and report.publisher.value == "The Fjord Gazette"


def test_open_graph() -> None:
    head = (
        '<meta property="og:site_name" content="The Fjord Gazette"><meta property="og:title" content="Ports agree on a new timetable for the ferry">'
        '<meta property="article:published_time" content="2024-03-04T08:55:00Z"><meta name="author" content="By Una Brekke and Ole Dahl">'
    )
    report = read_page(story(), head=head)
    assert report.publisher is not None and report.publisher.value == "The Fjord Gazette"
    assert report.published is not None and report.published.value.replace("+00:00", "Z") == "2024-03-04T08:55Z"
    assert [name.value for name in report.byline] == ["Una Brekke", "Ole Dahl"]


def test_time_without_offset_is_in_the_zone_of_the_address() -> None:
    head = '<meta property="article:published_time" content="2024-03-04T09:55:00">'
    report = read_page(story(), head=head, location="https://www.koreaherald.com/article/1")
    assert report.publisher is not None and report.publisher.value == "The Korea Herald"
    assert report.published is not None and report.published.value == "2024-03-04T09:55+09:00"


def test_caption_byline_credit_and_share_row() -> None:
    above = f'<div class="byline">By Una Brekke</div><div class="share-bar"><span>Share</span> <span>Tweet</span></div>{PHOTO}'
    found = blocks(read_page(story(above=above, within=PHOTO, below="<p>(Reporting by Una Brekke; Editing by Ole Dahl)</p>")))
    captions = [kind for kind, text in found if text.startswith("The ferry at its berth")]
    assert found[0][0] == "title"
    assert ("byline", "By Una Brekke") in found
    assert captions == ["caption", "furniture"]
    assert all(kind == "furniture" for kind, text in found if "Tweet" in text)
    assert found[-1] == ("credit", "(Reporting by Una Brekke; Editing by Ole Dahl)")


def test_navigation_comments_and_footer_are_left_out() -> None:
    below = '<section class="comments"><h2>Comments</h2><p>What a long and windy timetable that is, dear harbour master.</p></section>'
    text = read_page(story(below=below)).text
    assert all(words not in text for words in ("Sport", "windy", "privacy"))


def test_row_of_other_stories_is_left_out() -> None:
    row = "".join(f'<li><h3><a href="/{n}">Another story about the sea, number {n}</a></h3></li>' for n in range(5))
    report = read_page(story(above=f"<ul>{row}</ul>"))
    assert "Another story" not in report.text
    assert kind_of(report, STORY[0]) == "body"


def test_paragraphs_keep_a_blank_line_between() -> None:
    assert f"{STORY[0]}\n\n{STORY[1]}" in read_page(story()).text


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote"])
def test_ten_thousand_elements_deep(tag: str) -> None:
    deep = f"<{tag}>" * 10_000 + story() + f"</{tag}>" * 10_000
    assert STORY[1] in read_bytes(page(deep)).text


def test_elements_never_closed() -> None:
    try:
        report = read_bytes(page("<div><i>" * 5_000 + story()))
    except NoArticleError:
        return
    assert STORY[1] in report.text
