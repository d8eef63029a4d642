"""Every reader on a corpus of a few made-up lines in its own format."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from conftest import LABELS

from onrecord.understanding.decoding.words import lemma
from onrecord.understanding.pieces import Piecer
from onrecord_training.corpora.document import Document, Told, join
from onrecord_training.corpora.ecbplus import read_ecbplus
from onrecord_training.corpora.events import add_certainty, read_certainty, read_plv, read_stories, read_triggers
from onrecord_training.corpora.news import read_polnear, read_re3d, read_wikigold, read_worldwide
from onrecord_training.corpora.propbank import add_propbank
from onrecord_training.corpora.reports import heads, read_more, read_reports, sentences
from onrecord_training.corpora.texts import text_of
from onrecord_training.corpora.treebank import read_gum
from onrecord_training.features import Featurizer
from onrecord_training.labels import collect, lemma_script


def texts(document: Document, places: list) -> list[str]:  # type: ignore[type-arg]
    return [document.text[p[0] : p[1]] for p in places]


def test_words_of_a_treebank_stand_where_they_are_read(treebank: Document, piecer: Piecer) -> None:
    assert treebank.text.rstrip() == "Ada didn't go.\nTroops moved."
    (window,) = Featurizer(piecer, LABELS).windows(treebank)
    assert window["tok"].tolist() == [1, 1, 2, 0, 0, 1, 1, 1, 1, 1]
    assert np.flatnonzero(window["sent"] == 1).tolist() == [0, 7]
    heads = {int(i): int(h) for i, h in enumerate(window["head"]) if h >= 0}
    assert heads == {0: 5, 1: 5, 2: 5, 5: 5, 6: 5, 7: 8, 8: 8, 9: 8}
    assert np.flatnonzero(window["cluster"] == 1).tolist() == [0, 7]
    assert window["args"].tolist() == [[5, 0, 1], [5, 2, 6], [8, 7, 1]]
    assert window["sourced"].tolist() == [1, 0, 0, 0, 0, 0, 0, 3, 4, 4]


def test_labels_are_those_that_occur_more_than_once(treebank: Document) -> None:
    found = collect([treebank])
    assert found["upos"] == ["VERB", "PUNCT"]
    assert set(found["relation"]) == {"nsubj", "root", "punct"}


def test_lemma_scripts_rebuild_lemmas() -> None:
    for form, wanted in (("Troops", "troop"), ("did", "do"), ("n't", "not"), ("Seoul", "Seoul"), ("was", "be"), ("better", "good"), ("U.S.", "U.S.")):
        assert lemma(form, lemma_script(form, wanted)) == wanted


def test_marked_pairs_and_attributions_become_labels(piecer: Piecer) -> None:
    text = "Ada said troops moved."
    document = Document(
        "made", text, attributions=[([(0, 3)], [(4, 8)], [(9, 22)])], actor=(0, 3), recipient=(9, 15), pair="AID", names=[(0, 3, "PERSON")], masked=[(9, 15)]
    )
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert window["parts"].tolist() == [1, 3, 5, 6, 6]
    assert window["cue"].tolist() == [1, -100, 1, 1, 1]
    assert window["mark"].tolist() == [1, 0, 2, 0, 0]
    assert window["names"].tolist() == [1, 0, -100, 0, 0]
    assert window["pair"] == 1


def test_joined_tokens_are_found_again() -> None:
    text, places = join(["``", "No", ",", "''", "she", "said", "(", "twice", ")", "."])
    assert text == '"No," she said (twice).'
    assert [text[a:b] for a, b in places] == ['"', "No", ",", '"', "she", "said", "(", "twice", ")", "."]


def test_gum_gives_clusters_and_whose_word_a_clause_is(tmp_path: Path) -> None:
    block = """# newdoc id = GUM_news_made
1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tDiscourse=attribution-positive:1->2:0:sem-atsrc-1-_+lex-indwd-2-_|Entity=(1-person-new-)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tshe\tshe\tPRON\tPRP\t_\t4\tnsubj\t_\tDiscourse=ROOT:2:0|Entity=(1-person-giv-)
4\tmoved\tmove\tVERB\tVBD\t_\t2\tccomp\t_\t_
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_"""
    (tmp_path / "GUM_news_made.conllu").write_text(block)
    (tmp_path / "GUM_fiction_made.conllu").write_text(block.replace("news", "fiction"))
    (tmp_path / "GUM_reddit_made.conllu").write_text(block.replace("news", "reddit").replace("Ada\tAda", "_\t_").replace("said", "_").replace("she", "_").replace("moved", "_").replace(".\t.", "_\t_"))
    (document,) = read_gum(tmp_path, leave_out=("fiction",))
    assert document.clusters == [[0, 2]]
    assert document.sourced == [([0], (2, 4))]


def test_propbank_is_laid_over_the_same_words(tmp_path: Path, treebank: Document) -> None:
    treebank.name, treebank.predicates, treebank.arguments = "blog-made-up", None, []
    folder = tmp_path / "blog" / "00"
    folder.mkdir(parents=True)
    head = "blog/00/made-up.xml"
    rows = [
        [("Ada", "(ARG0*)"), ("did", "*"), ("n't", "(ARGM-NEG*)"), ("go", "(V*)"), (".", "*")],
        [("Troops", "(ARG0*)"), ("moved", "(V*)"), (".", "*")],
    ]
    lines = [["\t".join([head, str(n), str(i), "[WORD]", "X", "*", "-", "-", tag]) for i, (_, tag) in enumerate(sentence)] for n, sentence in enumerate(rows)]
    (folder / "made-up.gold_skel").write_text("\n\n".join("\n".join(sentence) for sentence in lines))
    assert add_propbank([treebank], tmp_path) == 2
    assert treebank.predicates == [3, 6]
    assert treebank.arguments == [(3, 0, "ARG0"), (3, 2, "NEG"), (6, 5, "ARG0")]


def test_certainty_is_laid_over_the_treebank_or_stands_by_itself(tmp_path: Path, treebank: Document) -> None:
    treebank.certainty = []
    file = tmp_path / "UDS" / "train.jsonl"
    file.parent.mkdir()
    rows = [{"text": "Troops moved .", "targets": [{"span1": [1, 2], "label": 3.0}]}, {"text": "Nobody moved .", "targets": [{"span1": [1, 2], "label": -3.0}]}]
    file.write_text("\n".join(map(json.dumps, rows)))
    (apart,) = add_certainty([treebank], file)
    assert [(treebank.text[a:b], v) for a, b, v in treebank.certainty] == [("moved", 3.0)]
    assert (apart.text, texts(apart, apart.certainty)) == ("Nobody moved.", ["moved"])
    assert next(iter(read_certainty(file, scale=1))).certainty_scale == 1


def test_polnear(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text/a.txt").write_text("Ada said troops moved.")
    (tmp_path / "text/b.txt").write_text("Nobody annotated this.")
    (tmp_path / "attributions/a_x.ann").write_text(
        "T1\tAttribution 0 3\tAda\nT2\tAttribution 4 8\tsaid\nT3\tAttribution 9 15;16 21\ttroops moved\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )
    (document,) = read_polnear(tmp_path)
    assert document.attributions == [([(0, 3)], [(4, 8)], [(9, 15), (16, 21)])]


def test_worldwide_masks_what_annotators_differ_on(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("Ada\tB-Person\nByron\tI-Person\nin\tO\nAccra\tB-Location\tB-Location\nHouse\tO\tB-Facility\n\n")
    (document,) = read_worldwide(tmp_path)
    assert [(document.text[a:b], c) for a, b, c in document.names or []] == [("Ada Byron", "PERSON"), ("Accra", "LOCATION")]
    assert texts(document, document.masked) == ["House"]


def test_wikigold_masks_other_names(tmp_path: Path) -> None:
    (tmp_path / "w.txt").write_text("Ada I-PER\nByron I-PER\nspoke O\nFrench I-MISC\n\nAccra I-LOC\n")
    first, second = read_wikigold(tmp_path / "w.txt")
    assert [(first.text[a:b], c) for a, b, c in first.names or []] == [("Ada Byron", "PERSON")]
    assert texts(first, first.masked) == ["French"]
    assert [c for *_, c in second.names or []] == ["LOCATION"]


def test_re3d_by_publisher(tmp_path: Path) -> None:
    for part in ("CENTCOM", "BBC_Online"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "documents.json").write_text(json.dumps({"_id": "1", "text": "Two tanks moved."}))
        rows = [{"documentId": "1", "type": "MilitaryPlatform", "begin": 4, "end": 9}, {"documentId": "1", "type": "Person", "begin": 0, "end": 3}]
        (tmp_path / part / "entities.json").write_text("\n".join(map(json.dumps, rows)))
    (document,) = read_re3d(tmp_path, leave_out=("BBC_Online",))
    assert document.name.startswith("CENTCOM")
    assert document.arms == [(4, 9, "WEAPON")]


def test_plv_keeps_both_parties(tmp_path: Path) -> None:
    (tmp_path / "p.tsv").write_text("sentence_id\tmarked_sentence\tgold_root\n4\t<s>Ada</s> aided <t>troops</t>.\tAID\n")
    (document,) = read_plv(tmp_path / "p.tsv")
    assert document.text == "Ada aided troops."
    assert (document.actor, document.recipient, document.pair) == ((0, 3), (10, 16), "AID")


def test_stories_and_triggers(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("text,label\nTroops shelled Ada.,ASSAULT\n")
    (story,) = read_stories(tmp_path / "s.csv")
    assert story.story == "ASSAULT"
    tokens = ["Troops", "shelled", "Ada", "."]
    rams = {"doc_key": "r", "sentences": [tokens], "evt_triggers": [[1, 1, [["conflict.attack.shelling", 1.0]]], [2, 2, [["life.marry", 1.0]]]]}
    (tmp_path / "r.jsonlines").write_text(json.dumps(rams))
    (document,) = read_triggers(tmp_path / "r.jsonlines")
    assert [(document.text[a:b], c) for a, b, c in document.triggers or []] == [("shelled", "ASSAULT")]
    wiki = {"doc_id": "w", "tokens": tokens, "event_mentions": [{"trigger": {"start": 1, "end": 2}, "event_type": "Conflict.Attack.DetonateExplode"}]}
    (tmp_path / "w.jsonl").write_text(json.dumps(wiki))
    (document,) = read_triggers(tmp_path / "w.jsonl")
    assert [(document.text[a:b], c) for a, b, c in document.triggers or []] == [("shelled", "ASSAULT")]


def test_ecbplus_keeps_to_the_checked_sentences(tmp_path: Path, piecer: Piecer) -> None:
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n1,1ecb,0\n")
    (tmp_path / "1").mkdir()
    tokens = "".join(f'<token t_id="{i}" sentence="{i // 4}" number="{i}">{w}</token>' for i, w in enumerate("Ada said Ada moved . Troops moved .".split(), 0))
    (tmp_path / "1/1_1ecb.xml").write_text(
        f'<Document>{tokens}<Markables><PER m_id="1"><token_anchor t_id="0"/></PER><PER m_id="2"><token_anchor t_id="2"/></PER><PER m_id="3"><token_anchor t_id="5"/></PER><PER m_id="9"/>'
        '</Markables><Relations><CROSS_DOC_COREF r_id="7" note="X"><source m_id="1"/><source m_id="2"/><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF></Relations></Document>'
    )
    (document,) = read_ecbplus(tmp_path)
    assert document.clusters == [[0, 2]]
    assert texts(document, document.unchecked) == [".", "Troops", "moved", "."]
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert window["cluster"].tolist() == [1, 0, 1, 0, -100, -100, -100, -100]
    assert (window["head"] == -100).all()


def test_whole_reports_are_told_by_offsets(tmp_path: Path, piecer: Piecer) -> None:
    text = "Ada said troops shelled Ada.\n"
    (tmp_path / "made").mkdir()
    (tmp_path / "made/a.txt").write_text("https://example.org/a\n\n" + text)
    named = [{"span": [0, 3], "name": "Ada"}, {"span": None, "name": "the army"}]
    row = {
        "source": "made/a.txt", "length": 28, "sha256": hashlib.sha256(text.encode()).hexdigest()[:16],
        "statements": [{"cue": [4, 8], "bare": False, "act": "deny", "speakers": named}, {"cue": [9, 15], "bare": True, "act": "say", "speakers": []}],
        "events": [{"trigger": [16, 23], "type": "ASSAULT", "status": "denied", "actors": [{"span": [9, 15], "name": "troops"}], "recipients": [{"span": [24, 27], "name": "Ada"}]}],
    }  # fmt: skip
    (tmp_path / "labels.jsonl").write_text(json.dumps(row) + "\n")
    (document,) = read_reports(tmp_path, ("made",), dev=True, file=tmp_path / "labels.jsonl")
    assert list(read_reports(tmp_path, ("made",), dev=False, file=tmp_path / "labels.jsonl")) == [], "the first of eight is for dev"
    assert document.told == [Told((16, 23), "ASSAULT", "denied", [(9, 15)], [(24, 27)])]
    assert document.cues == [((4, 8), "deny", [(0, 3)])], "a bare quotation has no cue, an unnamed party no words"
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert window["etype"].tolist() == [0, 0, 0, 1, 0, 0]
    assert window["status"].tolist() == [-100, -100, -100, 1, -100, -100]
    assert window["stated"].tolist() == [0, 1, 0, 0, 0, 0]
    assert window["act"].tolist() == [-100, 1, -100, -100, -100, -100]
    assert sorted(window["parties"].tolist()) == [[1, 0, 3], [3, 2, 1], [3, 4, 2]]
    story = "Ministers met\n\nOSLO --  Early on. " + text
    (tmp_path / "made/b.json").write_text(json.dumps({"text": story}))
    (tmp_path / "made/more.jsonl").write_text(json.dumps(row | {"source": "made/b.json", "start": story.index("Ada")}))
    (part,) = read_more(tmp_path, tmp_path / "made/more.jsonl")
    assert (part.text, part.told) == (text, document.told), "a part of a text is read from its start on"
    (tmp_path / "made/a.txt").write_text("Ada said nothing at all of it.\n")
    with pytest.raises(ValueError, match="not the text that was labelled"):
        list(read_reports(tmp_path, ("made",), dev=True, file=tmp_path / "labels.jsonl"))


def test_words_of_one_actor_are_one_cluster_wherever_its_names_stand(tmp_path: Path, piecer: Piecer) -> None:
    text = "Ada said so. The army of Ada left. Ada stayed.\n"
    (tmp_path / "made").mkdir()
    (tmp_path / "made/lines.jsonl").write_text(json.dumps({"text": "none"}) + "\n" + json.dumps({"text": text}) + "\n")
    row = {
        "source": "made/lines.jsonl#1", "length": len(text), "sha256": hashlib.sha256(text.encode()).hexdigest()[:16], "events": [],
        "statements": [
            {"cue": [4, 8], "bare": False, "act": "say", "speakers": [{"span": [0, 3], "name": "Ada"}]},
            {"cue": [29, 33], "bare": False, "act": "say", "speakers": [{"span": [13, 28], "name": "Ada's army"}]},
        ],
    }  # fmt: skip
    (tmp_path / "labels.jsonl").write_text(json.dumps(row) + "\n")
    (document,) = read_more(tmp_path, tmp_path / "labels.jsonl")
    assert next(read_reports(tmp_path, ("made",), dev=True, file=tmp_path / "labels.jsonl")).alike is None, "coreference is not measured on them"
    assert document.alike is not None
    assert [texts(document, cluster) for cluster in document.alike] == [["Ada", "Ada"], ["army"]], "the name within another's words is its own only where it stands free"
    (window,) = Featurizer(piecer, LABELS).windows(document)
    assert set(window["cluster"].tolist()) == {-100, 1, 2}


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the Sea Defence Ministry", ["Sea", "Ministry"]), ("spokesman Ada Brenn", ["spokesman", "Ada", "Brenn"]), ("the head of the army", ["head"]),
        ("he", ["he"]), ("President Brenn of Oslo", ["President", "Brenn"]), ("The Committee", ["Committee"]), ("officials, who", ["officials"]),
    ],
)  # fmt: skip
def test_heads_of_a_phrase_without_a_parse(phrase: str, words: list[str]) -> None:
    text = f"So {phrase} left"
    assert [text[a:b] for a, b in heads(text, (3, 3 + len(phrase)))] == words


def test_a_passage_in_tokens_is_put_together(tmp_path: Path) -> None:
    (tmp_path / "t.jsonlines").write_text(json.dumps({"sentences": [["Ada", "'s", "pre", "-", "war", "plan", "failed", "."], ["So", "what", "?"]]}) + "\n")
    assert text_of(tmp_path, "t.jsonlines#0") == "Ada's pre-war plan failed. So what?"


def test_sentences_end_at_stops_and_lines() -> None:
    text = "Gov. Ada left. “We go.” She said so\nThe end"
    assert [text[a:b].strip() for a, b in sentences(text)] == ["Gov. Ada left.", "“We go.”", "She said so", "The end"]
