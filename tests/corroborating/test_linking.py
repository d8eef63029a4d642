"""Claims are the same whatever the order in which reports came; a person's word outranks a score; identifiers lead on."""

from __future__ import annotations

from itertools import pairwise, product
from math import log

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.corroborating.blocks import blocks
from onrecord.corroborating.features import FEATURES, Compared
from onrecord.corroborating.index import Profile
from onrecord.corroborating.likeness import Likeness, likeness
from onrecord.corroborating.linking import link, regroup
from onrecord.corroborating.sides import Sides
from onrecord.corroborating.weights import BIAS, EVENT
from onrecord.record import Because, ItemRef, Judged
from tests.support.memory import MemoryIndex

WORDS = "detain trawler crew captain harbour march protest arrest release talk".split()
DAY = 739_314


def profile(report: str, key: str = "k", **fields: object) -> Profile:
    told: dict[str, object] = {
        "kind": "event", "type": "COERCE", "mode": "arrest", "actors": [["org:coast guard@ISL", "state:ISL"]], "recipients": [["state:NOR"]],
        "speakers": [], "places": [], "days": (DAY, DAY), "published": DAY, "figures": [], "words": ["detain", "trawler", "coast", "guard"],
        "scene": ["state:ISL", "state:NOR", "person:pal sundby"], "vector": bytes(range(1, 65)),
    } | fields  # fmt: skip
    made = Profile(ref=ItemRef(report, key), **told)  # type: ignore[arg-type]
    return Profile(**{name: getattr(made, name) for name in made.__struct_fields__ if name != "keys"}, keys=sorted(blocks(made)))


def linked(*reports: list[Profile]) -> MemoryIndex:
    index = MemoryIndex()
    for items in reports:
        index.report = items[0].ref.report
        link(index, items)
    return index


def partition(index: MemoryIndex) -> set[tuple[str, frozenset[ItemRef]]]:
    return {(claim, frozenset(ref for ref, other in index.claims.items() if other == claim)) for claim in index.claims.values()}


def test_reports_of_one_happening_are_one_claim_with_the_reasons() -> None:
    index = linked([profile("a")], [profile("b")])
    assert len(set(index.claims.values())) == 1
    (pair,) = index.pairs.values()
    assert pair.score > 0.9
    assert {"same_days", "alike", "rare_trigger"} <= {reason.rule for reason in pair.reasons}


def test_another_day_and_other_people_are_another_claim() -> None:
    other = profile(
        "b", days=(DAY + 3, DAY + 3), published=DAY + 3, actors=[["role:police@NOR", "state:NOR"]], recipients=[["org:union", "state:NOR"]],
        words=["arrest", "demonstrator", "march"], vector=bytes(range(64, 0, -1)), scene=["state:NOR", "org:union"],
    )  # fmt: skip
    assert len(set(linked([profile("a")], [other]).claims.values())) == 2


def test_the_score_is_the_same_both_ways_and_its_reasons_add_up() -> None:
    a, b = profile("a"), profile("b", mode=None, days=None, published=DAY + 5)
    one, other = Likeness([a], [b]), Likeness([b], [a])
    assert one.probability(0) == other.probability(0) == likeness(a, b)
    assert one.reasons(0) == other.reasons(0)
    told = one.reasons(0)
    assert all(abs(x.weight) >= abs(y.weight) for x, y in pairwise(told))
    score = one.probability(0)
    missing = len(FEATURES) - len(told)  # each of less than a tenth
    assert abs(EVENT[BIAS] + sum(reason.weight for reason in told) - log(score / (1 - score))) < 0.1 * missing + 0.005 * len(told)


def test_who_was_killed_parts_two_attacks() -> None:
    killed: dict[str, object] = {"type": "ASSAULT", "mode": None, "actors": [], "words": ["kill", "village"]}
    women = profile("a", recipients=[["role:women@a"]], figures=[("killed", 2.0, 2.0)], **killed)
    men = profile("b", recipients=[["role:servicemen@UZB", "state:UZB"]], figures=[("killed", 2.0, 2.0)], **killed)
    people = profile("c", recipients=[["role:people@c"]], figures=[("killed", 2.0, 2.0)], **killed)
    found = Compared(Sides([women] * 3, [men, people, women]))
    assert found["other_victims"].tolist() == [1.0, 0.0, 0.0]
    assert likeness(women, people) > likeness(women, men)


def test_who_is_freed_was_held_but_the_two_are_not_one() -> None:
    held, again = profile("a", type="COERCE", mode="arrest"), profile("b", type="COERCE", mode="arrest")
    freed, fined = profile("c", type="RETREAT", mode="release"), profile("d", type="ACCUSE", mode=None)
    assert Compared(Sides([held, freed, held, held], [freed, held, again, fined]))["undoing"].tolist() == [1.0, 1.0, 0.0, 0.0]
    assert likeness(held, freed) < likeness(held, fined)


def test_what_is_done_to_strangers_is_seldom_one() -> None:
    crew, ship, marchers, nobody = (
        profile(name, recipients=who) for name, who in zip("abcd", ([["role:crew@a"]], [["state:NOR"]], [["role:marchers@c"]], []), strict=True)
    )
    same = profile("e", recipients=[["role:crew@e"]])
    found = Compared(Sides([crew, crew, crew, crew], [ship, marchers, nobody, same]))
    assert found["strangers"].tolist() == [1.0, 1.0, 0.0, 0.0]


def test_a_noun_is_the_same_people_unless_of_another_state() -> None:
    ours, theirs, some = ([["role:soldiers@KAZ", "state:KAZ"]], [["role:soldiers@UZB", "state:UZB"]], [["role:soldiers@r"]])
    a, b, c, d = (profile(name, recipients=who) for name, who in zip("abcd", (ours, some, theirs, some), strict=True))
    sides = Sides([a, a, b, b], [c, d, c, d])
    assert sides.parties("recipients", "recipients").tolist() == [0.0, 0.5, 0.5, 1.0]


def items() -> st.SearchStrategy[list[list[Profile]]]:
    one = st.builds(
        lambda word, days, who, vector: {"words": [word, "crew", "guard"], "days": (DAY + days, DAY + days), "recipients": [[who]], "vector": vector},
        st.sampled_from(WORDS), st.integers(0, 4), st.sampled_from(["state:NOR", "state:ISL", "org:union"]),
        st.sampled_from([bytes(range(1, 65)), bytes(range(64, 0, -1)), bytes([9] * 64)]),
    )  # fmt: skip
    reports = st.lists(st.lists(one, min_size=1, max_size=3), min_size=2, max_size=6)
    return reports.map(
        lambda all_: [[profile(f"r{i}", f"k{j}", published=DAY + i % 3, **fields) for j, fields in enumerate(told)] for i, told in enumerate(all_)]
    )


@given(items())
@settings(max_examples=40, deadline=None)
def test_a_pair_has_the_same_odds_in_whatever_company(reports: list[list[Profile]]) -> None:
    every = [each for items in reports for each in items]
    pairs = list(product(every, every))
    together, turned, back = (Likeness(*zip(*of, strict=True)).odds for of in (pairs, [(b, a) for a, b in pairs], pairs[::-1]))
    assert (together == turned).all()
    assert (back[::-1] == together).all()
    assert all(Likeness([a], [b]).odds[0] == odds for (a, b), odds in list(zip(pairs, together, strict=True))[:: len(every) + 1])


@given(items(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_claims_do_not_depend_on_the_order_of_arrival(reports: list[list[Profile]], luck: object) -> None:
    shuffled = list(reports)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    assert partition(linked(*reports)) == partition(linked(*shuffled))


def test_an_earlier_report_that_comes_later_gives_the_claim_its_name_and_the_old_one_leads_there() -> None:
    index = linked([profile("b", published=DAY + 1)])
    (old,) = set(index.claims.values())
    index.report = "a"
    link(index, [profile("a")])
    (new,) = set(index.claims.values())
    assert new != old
    assert index.redirects == {old: new}


def test_a_person_outranks_the_score_both_ways() -> None:
    index = linked([profile("a")], [profile("b")], [profile("c")])
    a, b, c = (ItemRef(report, "k") for report in "abc")
    index.judge(Judged("ann", "2031-01-01", "different", [a, b]))
    regroup(index, [a, b])
    assert index.claims[a] != index.claims[b]
    index.judge(Judged("ann", "2031-01-02", "same", [a, b]))
    regroup(index, [a, b])
    assert index.claims[a] == index.claims[b] == index.claims[c]


def test_what_takes_up_another_item_goes_where_that_goes() -> None:
    said = profile("a", "s", kind="statement", type=None, mode=None, words=["report"], takes_up=("k", Because("taken_up", "it points back")))
    index = linked([profile("b")], [profile("a"), said], [profile("c")])
    assert len(set(index.claims.values())) == 1
