"""The rules by which the official CoNLL-18 evaluation takes a file, written anew and stricter: whoever passes here is taken there."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATION = re.compile(r"[a-z]+(:[a-z]+)*")
NER = re.compile(r"[BI]-[A-Z]+")


@dataclass(frozen=True)
class Row:
    """One word or range line: number, its first and last word (equal for a word), and the ten columns."""

    number: int
    first: int
    last: int
    columns: list[str]

    @property
    def misc(self) -> dict[str, str]:
        """The last column."""
        return dict(part.split("=", 1) for part in self.columns[9].split("|")) if self.columns[9] != "_" else {}


def validate(source: str, text: str) -> list[list[Row]]:
    """The sentences of a file, all rules held; `text` is the report's, of which each character that is no white space must stand in a token."""
    assert source.endswith("\n\n"), "a sentence ends with an empty line"
    assert "\r" not in source
    sentences, ids = [], set()
    for chunk in source[:-2].split("\n\n"):
        lines = chunk.split("\n")
        comments = [line for line in lines if line.startswith("#")]
        assert lines[: len(comments)] == comments, "comments come first"
        (sent_id,) = [line.removeprefix("# sent_id = ") for line in comments if line.startswith("# sent_id = ")]
        (said,) = [line.removeprefix("# text = ") for line in comments if line.startswith("# text = ")]
        assert sent_id not in ids
        ids.add(sent_id)
        rows = [_row(n, line) for n, line in enumerate(lines[len(comments) :])]
        _numbers(rows)
        _tree([row for row in rows if row.first == row.last and "-" not in row.columns[0]])
        assert said == _spelled(rows), "# text is what the forms spell"
        sentences.append(rows)
    _covers(sentences, text)
    return sentences


def _row(number: int, line: str) -> Row:
    columns = line.split("\t")
    assert len(columns) == 10, line
    assert all(columns), "no column is empty"
    assert all(c == c.strip() for c in columns)
    assert all(" " not in column for column in (columns[0], *columns[3:])), "spaces stand in forms and lemmas only"
    match = re.fullmatch(r"([1-9]\d*)(?:-([1-9]\d*))?", columns[0])
    assert match is not None, columns[0]
    if match[2] is not None:
        assert columns[2:9] == ["_"] * 7, "a range has a form and MISC only"
        return Row(number, int(match[1]), int(match[2]), columns)
    assert columns[3] in UPOS
    assert RELATION.fullmatch(columns[7]), columns[7]
    assert columns[6].isdigit()
    row = Row(number, int(match[1]), int(match[1]), columns)
    assert "NER" not in row.misc or NER.fullmatch(row.misc["NER"])
    return row


def _numbers(rows: list[Row]) -> None:
    """Words count from 1; a range stands right before its first word, has two words at least, and overlaps no other."""
    expected, inside = 1, 0
    for row in rows:
        if "-" in row.columns[0]:
            assert row.first == expected > inside
            assert row.last > row.first
            inside = row.last
        else:
            assert row.first == expected
            expected += 1
    assert expected > inside


def _tree(words: list[Row]) -> None:
    heads = [int(word.columns[6]) for word in words]
    assert all(0 <= head <= len(words) for head in heads)
    assert [word.columns[7] == "root" for word in words] == [head == 0 for head in heads]
    assert heads.count(0) == 1
    for start in range(1, len(words) + 1):
        at, steps = start, 0
        while at:
            at, steps = heads[at - 1], steps + 1
            assert steps <= len(words), "a circle"


def _tokens(rows: list[Row]) -> list[Row]:
    """Surface tokens: ranges, and the words outside them."""
    out, until = [], 0
    for row in rows:
        if "-" in row.columns[0]:
            out.append(row)
            until = row.last
        elif row.first > until:
            out.append(row)
    return out


def _spelled(rows: list[Row]) -> str:
    tokens = _tokens(rows)
    return "".join(t.columns[1] + ("" if t.misc.get("SpaceAfter") == "No" or n == len(tokens) - 1 else " ") for n, t in enumerate(tokens))


def _covers(sentences: list[list[Row]], text: str) -> None:
    """Tokens in order spell the text's characters, and each says where it stands."""
    at = 0
    for token in (token for rows in sentences for token in _tokens(rows)):
        start, end = map(int, token.misc["TokenRange"].split(":"))
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        assert token.columns[1] == " ".join(text[start:end].split())
        assert (token.misc.get("SpaceAfter") == "No") == (end < len(text) and not text[end].isspace())
        at = end
    assert not text[at:].strip()
    characters = "".join(c for rows in sentences for t in _tokens(rows) for c in t.columns[1] if unicodedata.category(c) != "Zs")
    assert characters == "".join(text.split()), "as the evaluation compares them"
