"""Plain texts, clean ones and copied pages: what every line is and what it says of the report."""

from __future__ import annotations

import pytest

from tests.reading.reports import STORY, blocks, kind_of, read

TITLE = "Ports agree on a new timetable for the ferry"
CAPTION = "This file photo shows the ferry at its berth. (Xinhua-Yonhap)"


def test_title_byline_time_and_story() -> None:
    report = read(TITLE, "By Una Brekke", "Published : March 4, 2024 - 09:55", *STORY)
    assert blocks(report) == [
        ("title", TITLE), ("byline", "By Una Brekke"), ("published", "Published : March 4, 2024 - 09:55"), *(("body", p) for p in STORY),
    ]  # fmt: skip
    assert report.title is not None and report.title.value == TITLE
    assert [name.value for name in report.byline] == ["Una Brekke"]
    assert report.published is not None
    assert (report.published.value, report.published.from_) == ("2024-03-04T09:55", "text")


@pytest.mark.parametrize(
    ("site", "line", "value"),
    [
        ("The Korea Herald", "Published : March 4, 2024 - 09:55", "2024-03-04T09:55+09:00"),
        ("The Jerusalem Post", "Published: MARCH 4, 2024 09:55", "2024-03-04T09:55+02:00"),
        ("The Jerusalem Post", "Published: JULY 4, 2024 09:55", "2024-07-04T09:55+03:00"),
        ("The Korea Herald", "Published : March 4, 2024 - 09:55 GMT", "2024-03-04T09:55Z"),
    ],
)  # fmt: skip
def test_time_is_in_the_outlets_zone_unless_it_says_its_own(site: str, line: str, value: str) -> None:
    report = read(site, TITLE, line, *STORY)
    assert report.publisher is not None and report.publisher.value == site
    assert report.published is not None and report.published.value.replace("+00:00", "Z") == value


def test_options_say_what_a_bare_text_cannot() -> None:
    report = read(*STORY, published="2024-03-04T09:55", publisher="The Fjord Gazette", timezone="Europe/Oslo")
    assert report.published is not None and report.published.value == "2024-03-04T09:55+01:00"
    assert report.publisher is not None and (report.publisher.value, report.publisher.from_) == ("The Fjord Gazette", "option")


@pytest.mark.parametrize(
    "line",
    ["Link copied", "• Link copied", "Share on Facebook", "Facebook Twitter WhatsApp Email", "Copy link", "Print", "3 min read", "ADVERTISEMENT"],
)
def test_furniture_is_known(line: str) -> None:
    report = read(TITLE, "By Una Brekke", line, *STORY)
    assert kind_of(report, line) == "furniture"


def test_handle_in_another_script_is_furniture() -> None:
    assert kind_of(read("The Korea Herald", "달빛기자", TITLE, *STORY), "달빛기자") == "furniture"


def test_caption_printed_twice_is_one_caption() -> None:
    assert [b for b in blocks(read(TITLE, CAPTION, CAPTION, *STORY)) if b[1] == CAPTION] == [("caption", CAPTION), ("furniture", CAPTION)]


def test_caption_doubled_within_a_line() -> None:
    words = "This file photo shows the ferry at its berth in the outer harbour."
    kinds = [kind for kind, text in blocks(read(TITLE, f"{words} {words} (Reuters)", *STORY)) if "file photo" in text]
    assert sorted(kinds) == ["caption", "furniture"]


def test_short_answer_given_twice_is_no_furniture() -> None:
    report = read(*STORY, "Was it fog?", "Yes.", "Was it low water?", "Yes.", STORY[0])
    assert [kind for kind, text in blocks(report) if text == "Yes."] == ["body", "body"]


@pytest.mark.parametrize(
    ("opening", "house", "day"),
    [
        ("OSLO, March 4 (Reuters) - ", "Reuters", "2024-03-04"), ("OSLO (AP) — ", "AP", None), ("OSLO, Norway, March 4 (AFP) -- ", "AFP", "2024-03-04"),
        ("Oslo: ", None, None), ("OSLO – ", None, None),
    ],
)  # fmt: skip
def test_dateline(opening: str, house: str | None, day: str | None) -> None:
    report = read(opening + STORY[0], *STORY[1:], published="2024-03-05")
    assert blocks(report)[:2] == [("dateline", opening.strip()), ("body", STORY[0])]
    assert report.dateline is not None and report.dateline.date == day
    assert (report.agency and report.agency.value) == house


@pytest.mark.parametrize("opening", ["But: ", "Una Brekke — ", "Question: ", "The end – ", "EXCLUSIVE: "])
def test_no_dateline(opening: str) -> None:
    assert read(opening + STORY[0], *STORY[1:]).dateline is None


def test_house_in_brackets_opens_a_story() -> None:
    report = read(f"(Reuters) - {STORY[0]}", *STORY[1:])
    assert blocks(report)[:2] == [("credit", "(Reuters) -"), ("body", STORY[0])]
    assert report.agency is not None and report.agency.value == "Reuters"


@pytest.mark.parametrize("ending", ["(Yonhap)", "— AFP", "(Reporting by Una Brekke; Editing by Ole Dahl)", "Additional reporting by Reuters"])
def test_credit_line_at_the_end(ending: str) -> None:
    assert blocks(read(TITLE, *STORY, ending))[-1] == ("credit", ending)


def test_credit_at_the_end_of_the_last_paragraph() -> None:
    report = read(TITLE, *STORY[:-1], f"{STORY[-1]} (Yonhap)")
    assert blocks(report)[-2:] == [("body", STORY[-1]), ("credit", "(Yonhap)")]
    assert report.agency is not None and report.agency.value == "Yonhap"


def test_brackets_in_the_middle_are_no_credit() -> None:
    assert [kind for kind, _ in blocks(read(TITLE, STORY[0], f"{STORY[1]} (Yonhap)", STORY[2]))] == ["title", "body", "body", "body"]


def test_chain_names_houses_as_the_text_does() -> None:
    report = read("The Korea Herald", TITLE, "By Yonhap", *STORY)
    assert [(link.name, link.link) for link in report.chain] == [("The Korea Herald", "publishes"), ("Yonhap", "republishes")]
    alone = read(f"OSLO, March 4 (Reuters) - {STORY[0]}", *STORY[1:])
    assert [(link.name, link.link) for link in alone.chain] == [("Reuters", "publishes")]


def test_address_above_the_text_names_outlet_and_day() -> None:
    report = read("https://www.koreaherald.com/2024/03/04/ferry", *STORY)
    assert report.publisher is not None and report.publisher.value == "The Korea Herald"
    assert report.published is not None and report.published.value == "2024-03-04"


def test_same_text_from_another_place_is_another_report() -> None:
    one, two = read(*STORY), read(*STORY, publisher="The Fjord Gazette")
    assert one.text_sha256 == two.text_sha256
    assert one.id != two.id


def test_agency_that_no_table_has() -> None:
    report = read(TITLE, f"OSLO, March 4 (Northwire) -- {STORY[0]}", *STORY[1:], "(Northwire)")
    assert report.agency is not None and report.agency.value == "Northwire"
    assert blocks(report)[-1] == ("credit", "(Northwire)")
    assert [(link.name, link.link) for link in report.chain] == [("Northwire", "publishes")]


def test_outlet_that_no_table_has_stands_above_the_title() -> None:
    report = read("The Steppe Observer", TITLE, "By Una Brekke, Meridian Press", *STORY)
    assert blocks(report)[:2] == [("furniture", "The Steppe Observer"), ("title", TITLE)]
    assert report.publisher is not None and report.publisher.value == "The Steppe Observer"
    assert report.agency is not None and report.agency.value == "Meridian Press"
    assert [name.value for name in report.byline] == ["Una Brekke"]


def test_stage_direction_is_no_credit() -> None:
    assert kind_of(read(TITLE, *STORY[:2], "(Laughter)", STORY[2]), "(Laughter)") != "credit"
