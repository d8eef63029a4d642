"""The prints of invented reports: the same for the same seed, other than the report, as much of it left as promised; and the figures of detectors that know all or nothing."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from benchmarks.reprints.edits import WAYS, edited
from benchmarks.reprints.house import is_american, quotes_turned, restyled, to_american, to_british
from benchmarks.reprints.pairs import JUDGED, Pair, judged
from benchmarks.reprints.reports import Report, apart, outlet
from benchmarks.reprints.rewriting import cut, headline, lead, synonyms, trimmed, turned
from benchmarks.reprints.scoring import main, score
from benchmarks.reprints.spelling import american, british
from benchmarks.reprints.story import Story, kept, sentences, words

STORY = """Ferry to Ostrell runs aground, 140 passengers taken off

A ferry with 140 passengers on board ran aground off the island of Ostrell on Monday, the harbor authority said.

"We heard a loud noise and then everything stood still," Mira Halvorsen, who travels to the island every week, told reporters. Two people were injured, according to the coast guard.

The ship, which was built in 1987, had left the port of Lindmark at 7:40 a.m. and was due to arrive an hour later. Nearly 60 percent of the passengers were students.

Mr. Jonas Brekke, the harbor master, said that the channel had not been dredged since March 5, 2014. "It was organized badly from the start," he said.

The company announced a new inquiry into the accident, but it declined to say when the results would be published. Officials expect the ferry to be towed to Lindmark by Thursday.

In 2011, another vessel of the company hit a pier, and the captain was fined $2.5 million for neglecting his duties.

The government of the province has demanded that services in the U.S. style be canceled during storms. Local labor leaders want a program for training crews.

However, the mayor of Ostrell rejected the plan, saying the island would be cut off for weeks in winter. Shops have already run out of bread and milk.
"""

OTHERS = [
    f"{title}\n\n" + "\n\n".join(f"{who} {what} number {n} in the {where} on a {day}, and nobody in the whole valley could say why it had taken {n + 3} long winters." for n in range(9))
    for title, who, what, where, day in (
        ("Beekeepers gather in Torvale", "Beekeepers", "counted hive", "orchard", "Friday"),
        ("Choir sings for rain", "Singers", "rehearsed hymn", "chapel", "Sunday"),
        ("Mill reopens after repair", "Millers", "ground sack", "mill", "Tuesday"),
        ("Chess club wins cup", "Players", "opened game", "library", "Saturday"),
        ("Old bridge painted", "Painters", "finished arch", "gorge", "Wednesday"),
    )
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(12))
def test_a_print_is_the_same_for_the_same_seed_other_than_the_report_and_as_much_as_promised(way: str, seed: int) -> None:
    made = edited(STORY, way, seed=seed, others=OTHERS)
    assert made == edited(STORY, way, seed=seed, others=OTHERS)
    assert made != STORY
    if way != "in a round-up":
        assert kept(STORY, made) >= WAYS[way].least


@pytest.mark.parametrize("way", WAYS)
def test_another_seed_may_give_another_print(way: str) -> None:
    assert len({edited(STORY, way, seed=seed, others=OTHERS) for seed in range(12)}) > (1 if way != "tail cut" else 2)


def share_of_paragraphs(made: str, text: str) -> float:
    """Words in paragraphs that stand in a text, out of all words of the print."""
    paragraphs = Story.of(made).paragraphs
    return sum(len(words(p)) for p in paragraphs if p in text) / sum(len(words(p)) for p in paragraphs)


@pytest.mark.parametrize("seed", range(12))
def test_a_round_up_is_for_a_quarter_to_two_fifths_the_story(seed: int) -> None:
    whole = " ".join(Story.of(STORY).paragraphs)
    assert 0.22 <= share_of_paragraphs(edited(STORY, "in a round-up", seed=seed, others=OTHERS), whole) <= 0.42


@pytest.mark.parametrize("seed", range(12))
def test_local_paragraphs_are_a_fifth_to_two_fifths(seed: int) -> None:
    assert 0.2 <= share_of_paragraphs(edited(STORY, "local paragraphs", seed=seed, others=OTHERS), " ".join(OTHERS)) <= 0.4


@pytest.mark.parametrize("seed", range(6))
def test_some_ways_leave_what_they_say_they_leave(seed: int) -> None:
    was = Story.of(STORY)
    title_only = Story.of(edited(STORY, "headline and credit", seed=seed, others=OTHERS))
    assert title_only.title != was.title and set(was.paragraphs) <= set(title_only.paragraphs) and len(title_only.paragraphs) == len(was.paragraphs) + 1
    tail = Story.of(edited(STORY, "tail cut", seed=seed, others=OTHERS))
    assert (len(tail.paragraphs) + 0.5) / len(was.paragraphs) >= 0.3 and tail.paragraphs == was.paragraphs[: len(tail.paragraphs)]
    order = Story.of(edited(STORY, "re-ordered", seed=seed, others=OTHERS))
    assert order.paragraphs[0] == was.paragraphs[0] and set(order.paragraphs) < set(was.paragraphs) and len(was.paragraphs) - len(order.paragraphs) in (1, 2)
    new = Story.of(edited(STORY, "lead rewritten", seed=seed, others=OTHERS))
    assert set(new.paragraphs[:2]).isdisjoint(was.paragraphs) and new.paragraphs[2:] == was.paragraphs[2:]
    assert re.findall(r"\d+", " ".join(new.paragraphs[:2])) == ["140"] and " two people " in f" {' '.join(new.paragraphs[:2])} ".lower()
    furniture = Story.of(edited(STORY, "furniture", seed=seed, others=OTHERS))
    assert [p for p in furniture.paragraphs if p in was.paragraphs] == list(was.paragraphs) and len(furniture.paragraphs) >= len(was.paragraphs) + 6


@pytest.mark.parametrize("seed", range(12))
def test_trimming_drops_a_fifth_to_three_tenths_of_the_sentences(seed: int) -> None:
    paragraphs = tuple(f"Sentence {n} stands alone here. Sentence {n + 100} stands beside it!" for n in range(0, 40, 2))
    left = set(words(" ".join(trimmed(paragraphs, Random(seed))))) - {"and"}
    numbers = [w for w in left if w.isdigit()]
    assert 28 <= len(numbers) <= 32 and "0" in numbers


BOTH = (
    "colour color;favourites favorites;neighbouring neighboring;labourer laborer;dishonourable dishonorable;organise organize;organisation organization;criticised criticized;"
    "unrecognised unrecognized;prioritising prioritizing;analysed analyzed;travelled traveled;modelling modeling;counsellors counselors;centre center;centred centered;theatres theaters;"
    "kilometres kilometers;fibre fiber;defence defense;offences offenses;programme program;aluminium aluminum;tyres tires;grey gray;sceptical skeptical;jewellery jewelry;ageing aging;"
    "fulfil fulfill;enrolment enrollment;instalments installments;paediatrician pediatrician;manoeuvring maneuvering;catalogue catalog;behavioural behavioral;cancelling canceling"
)


@pytest.mark.parametrize("pair", BOTH.split(";"))
def test_spelling_goes_both_ways(pair: str) -> None:
    here, there = pair.split()
    assert american(f"the {here} of") == f"the {there} of" and british(f"the {there} of") == f"the {here} of"
    assert american(here.capitalize()) == there.capitalize() and british(there) == british(here) == here


KEPT = (
    "four hour our your tour pour flour contour detour their size sized prize seize seized capsized downsizing citizen exercise exercised advise advisers supervised compromise promise promising "
    "uncompromising raised rising arising praise precise imprecise noise wise otherwise surprise surprisingly expertise franchise enterprise minister crises basis analyses tourist journal course court doctor "
    "actor error mirror governor parameter diameter thermometer rebelled compelled controlled humorous honorary laboratory vigorous glamorous entire satire retire tired programmer programmed story literal"
)


@pytest.mark.parametrize("word", KEPT.split())
def test_spelling_breaks_no_words(word: str) -> None:
    assert american(word) == british(word) == word


def test_spelling_leaves_names_and_looks_around_where_it_must() -> None:
    assert british("He saw Pearl Harbor and the Department of Defense.") == "He saw Pearl Harbor and the Department of Defense."
    assert american("Ms Balfour of the Labour Party. Labour is cheap.") == "Ms Balfour of the Labour Party. Labor is cheap."
    assert british("a computer program, a training program") == "a computer program, a training programme"
    assert british("300 meters from the gas meter") == "300 metres from the gas meter"
    assert british("his license, to license them") == "his licence, to license them"
    assert british("a ten-story house, a long story") == "a ten-storey house, a long story"
    assert american("practised whilst under licence") == "practiced while under license"


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("on March 5, 2014, at 7:40 p.m. in", "on 5 March 2014, at 7.40pm in"),
        ("about 60 percent of U.S. exports", "about 60 per cent of US exports"),
        ("worth $2.5 million by July 14", "worth $2.5m by 14 July"),
        ("U.N. envoy Sen. Hart", "UN envoy Senator Hart"),
    ],
)
def test_house_style_goes_both_ways(there: str, here: str) -> None:
    assert to_british(there) == here and to_american(here) == there


def test_dates_that_are_no_days_stay() -> None:
    assert to_british("In March 2014 and May 10,000 came") == "In March 2014 and May 10,000 came"
    assert to_american("in March 2014") == "in March 2014"


def test_quotation_marks_are_turned_and_apostrophes_left() -> None:
    assert quotes_turned('"It\'s over," he said.') == "‘It's over,’ he said."
    assert quotes_turned("“She said ‘no’ twice,” he said.") == "‘She said “no” twice,’ he said."
    assert quotes_turned("'It's our boat,' he said.") == "“It's our boat,” he said."


def test_house_style_drops_titles_and_stays_with_a_text_that_has_nothing_else() -> None:
    assert "Mr" not in restyled(STORY, Random(1)) and "harbour authority" in restyled(STORY, Random(1)) and is_american(STORY)
    assert restyled("Fog at sea\n\nNo ship sailed.\n", Random(1)) != "Fog at sea\n\nNo ship sailed.\n"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The bridge will be closed for two weeks, the mayor said on Monday.", "The mayor said on Monday that the bridge will be closed for two weeks."),
        ("The mayor said that the old bridge will be closed.", "The old bridge will be closed, the mayor said."),
        ("Two people were injured in the fire, according to the coast guard.", "According to the coast guard, two people were injured in the fire."),
        ('"We saw it burn," Anna Holt said.', 'Anna Holt said: "We saw it burn."'),
        ("After the storm of last week, many roads were blocked.", "Many roads were blocked, after the storm of last week."),
        ("Nothing moves.", "Nothing moves."),
    ],
)
def test_clauses_are_turned_round(sentence: str, wanted: str) -> None:
    assert turned(sentence) == wanted


def test_small_rewritings() -> None:
    assert cut("The ship, which was built in 1987, had left the port, he said.") == "The ship had left the port."
    assert cut("However, the mayor rejected the plan.") == "The mayor rejected the plan."
    assert synonyms('The meeting ended. "The meeting is over," she said.', Random(0), 1.0) == 'The gathering came to an end. "The meeting is over," she stated.'
    assert lead(("A quiet day passed without any news at all in Ostrell.",), Random(0)) == ("It has emerged that a quiet day passed without any news at all in Ostrell.",)
    assert headline(Story.of(STORY), Random(0)) != Story.of(STORY).title
    assert sentences('Mr. Holt of the U.S. said no. "Go!" he cried. It rained.') == ["Mr. Holt of the U.S. said no.", '"Go!" he cried.', "It rained."]


ASKED = [
    *(Pair("tail cut", f"r{n}", f"a{n}", f"a{n}x", copy=True, name=f"r{n}") for n in range(6)),
    *(Pair("judged copies", "event 1", f"b{n}", f"b{n}x", copy=True, name=f"e{n}") for n in range(4)),
    *(Pair("same event", "event 2", f"c{n}", f"d{n}", copy=False, name=f"s{n}") for n in range(5)),
    *(Pair("other event", f"o{n}", f"f{n}", f"g{n}", copy=False, name=f"o{n}") for n in range(15)),
]


def test_who_knows_all_is_perfect() -> None:
    found = score(lambda a, b: b.startswith(a), ASKED)
    assert {f.value for f in (found.precision, found.recall, found.f1, found.real_precision, found.real_recall, *found.recalls.values())} == {100.0}
    assert (found.precision.low, found.recall.high, found.wrong) == (100.0, 100.0, ())
    assert found.alarms.keys() == {"same event", "other event"} and not any(f.value for f in found.alarms.values())


def test_who_says_always_yes_or_always_no_is_found_out() -> None:
    yes = score(lambda a, b: True, ASKED)
    assert (yes.precision.value, yes.recall.value, yes.f1.value) == pytest.approx((100 * 10 / 30, 100.0, 50.0))
    assert (yes.real_precision.value, yes.real_recall.value) == pytest.approx((100 * 4 / 9, 100.0))
    assert {k: f.value for k, f in yes.alarms.items()} == {"same event": 100.0, "other event": 100.0}
    assert yes.counts == {"tail cut": (6, 6), "judged copies": (4, 4), "same event": (5, 5), "other event": (15, 15)} and len(yes.wrong) == 20
    no = score(lambda a, b: False, ASKED)
    assert (no.precision.value, no.recall.value, no.f1.value, len(no.wrong)) == (0.0, 0.0, 0.0, 10)


def test_recall_is_told_by_way() -> None:
    found = score(lambda a, b: a.startswith("a") and b != "a0x", ASKED)
    assert found.recalls["tail cut"].value == pytest.approx(100 * 5 / 6) and found.recalls["judged copies"].value == 0.0
    assert found.precision.value == 100.0 and found.recall.low < found.recall.value == 50.0 < found.recall.high


def test_the_table_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("benchmarks.reprints.scoring.pairs", lambda: ASKED)
    assert main(lambda a, b: True, ["--show", "1"]) == 0
    out = capsys.readouterr().out
    assert "tail cut" in out and "6 / 6" in out and out.count("alarm\t") == 2


def test_what_was_judged_holds_ids_and_verdicts_alone() -> None:
    rows = JUDGED.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "a,b,verdict,how" and len(judged()) == len(rows) - 1
    assert all(len(pair) == 2 and all(len(name) == 8 for name in pair) for pair in judged())
    assert set(Counter(judged().values())) == {"copy", "shared quotes only", "part"}


def test_reports_that_share_passages_are_kept_apart() -> None:
    long = STORY.split("\n", 1)[1]
    assert [r.id for r in apart([Report("a", STORY), Report("b", OTHERS[0]), Report("c", f"Other title\n{long}")])] == ["a", "b"]
    assert [outlet(d) for d in ("www.dailymail.co.uk", "edition.cnn.com", "europe.chinadaily.com.cn")] == ["dailymail.co.uk", "cnn.com", "chinadaily.com.cn"]
