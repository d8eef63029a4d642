"""Words, sentences, parts of speech and dependencies from raw text, against UD treebanks: the CoNLL 2018 measure by characters.

Gold and predicted words are the same word where they cover the same characters; `tokens` are surface tokens ("don't" is one), `words`
syntactic ones. UPOS counts words that are the same and have the same tag; LAS words that are the same, whose heads are the same word (or both the root) and whose relation is the same but for its subtype. Each is an F1
over gold and predicted words; sentences are the same where first and last character are. A gold word whose form is not what the text
has there (a handful of contractions) cannot be found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.corpora import DATA
from benchmarks.measure import Outcome
from benchmarks.system import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.understanding.marks import Marks

Range = tuple[int, int]
LAYERS = ("tokens", "words", "sentences", "upos", "las")


@dataclass(frozen=True)
class Word:
    """A syntactic word: characters, form, tag, the word it hangs from (-1: root), relation, what stands in the last column."""

    at: Range
    form: str
    upos: str
    head: int
    relation: str
    misc: str = ""


@dataclass
class Tree:
    """A document: its raw text, surface tokens, words and sentences."""

    name: str
    text: str = ""
    tokens: list[Range] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    sentences: list[Range] = field(default_factory=list)


def trees(corpus: str) -> Iterator[Tree]:
    """The dev documents of `ewt` or `gum`; GUM's Reddit documents, whose words are blanked out, are left out."""
    files = [DATA / "ewt/en_ewt-ud-dev.conllu"] if corpus == "ewt" else sorted((DATA / "gum/dev").glob("*.conllu"))
    files = [path for path in files if "_reddit_" not in path.name]
    for path in files:
        document: list[str] = []
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            if block.startswith("# newdoc") and document:
                yield _tree(document)
                document = []
            document.append(block)
        yield _tree(document)


def parsing(corpus: str) -> Iterator[Outcome]:
    """Outcomes of the four layers for every dev document of a corpus."""
    for tree in trees(corpus):
        yield from compare_trees(tree, marks_of(tree.text), corpus)


def compare_trees(tree: Tree, marks: Marks, corpus: str) -> list[Outcome]:
    """One outcome a layer: `ewt.words` and so on."""
    out = {layer: Outcome(f"{corpus}.{layer}", tree.name) for layer in LAYERS}
    gold = {word.at: i for i, word in enumerate(tree.words)}
    found = {(t.start, t.end): i for i, t in enumerate(marks.tokens)}
    for layer in ("words", "upos", "las"):
        out[layer].wanted, out[layer].found = len(tree.words), len(marks.tokens)
    for at, i in gold.items():
        word, key = tree.words[i], f"{at[0]}"
        if at not in found:
            out["words"].miss(key, word.form, None)
            continue
        token = marks.tokens[found[at]]
        out["words"].right += 1
        if token.upos == word.upos:
            out["upos"].right += 1
        else:
            out["upos"].miss(key, f"{word.form} {word.upos}", token.upos)
        head = tree.words[word.head].at if word.head >= 0 else None
        got = (marks.tokens[token.head].start, marks.tokens[token.head].end) if token.head >= 0 else None
        if head == got and word.relation == token.relation.partition(":")[0]:
            out["las"].right += 1
        else:
            shown = [tree.text[slice(*x)] if x else "ROOT" for x in (head, got)]
            out["las"].miss(key, f"{word.form} {word.relation} < {shown[0]}", f"{token.relation} < {shown[1]}")
    for at in sorted(found.keys() - gold.keys()):
        out["words"].miss(f"{at[0]}+", None, tree.text[slice(*at)])
    surfaces, got_surfaces = set(tree.tokens), {t.surface or (t.start, t.end) for t in marks.tokens}
    out["tokens"].wanted, out["tokens"].found, out["tokens"].right = len(surfaces), len(got_surfaces), len(surfaces & got_surfaces)
    for sign, ranges in (("", surfaces - got_surfaces), ("+", got_surfaces - surfaces)):
        for at in sorted(ranges):
            shown = tree.text[slice(*at)]
            out["tokens"].miss(f"{at[0]}{sign}", None if sign else shown, shown if sign else None)
    wanted, got_sentences = set(tree.sentences), {(s.start, s.end) for s in marks.sentences}
    out["sentences"].wanted, out["sentences"].found, out["sentences"].right = len(wanted), len(got_sentences), len(wanted & got_sentences)
    for at in sorted(wanted - got_sentences):
        out["sentences"].miss(f"{at[0]}", tree.text[slice(*at)], None)
    for at in sorted(got_sentences - wanted):
        out["sentences"].miss(f"{at[0]}+", None, tree.text[slice(*at)])
    return list(out.values())


def _tree(blocks: list[str]) -> Tree:
    """Text and words of the sentences of one document; paragraphs stand a blank line apart, contractions have their words' characters."""
    tree = Tree(blocks[0].split("\n", 1)[0].rpartition(" ")[2])
    for block in blocks:
        lines = block.split("\n")
        if tree.text:
            tree.text = tree.text.rstrip() + ("\n\n" if any(line.startswith("# newpar") for line in lines) else " ")
        first, inside, spaced_after, surface_end = len(tree.words), 0, True, 0
        for line in lines:
            if line.startswith("#") or "." in line.split("\t", 1)[0]:
                continue
            index, form, _, upos, _, _, head, relation, _, misc = line.split("\t")
            spaced = "SpaceAfter=No" not in misc
            if "-" in index:
                inside, spaced_after = int(index.split("-")[1]), spaced
                surface_start, surface_end = len(tree.text), len(tree.text) + len(form)
                tree.text += form
                tree.tokens.append((surface_start, surface_end))
                at = surface_start
                continue
            if int(index) <= inside:
                place = (at, at + len(form)) if tree.text[at : at + len(form)] == form else (at, at)
                at += len(form)
                if int(index) == inside:
                    place = (place[0], surface_end) if place[1] > place[0] and at == surface_end else place
                    tree.text += " " if spaced_after else ""
            else:
                place = (len(tree.text), len(tree.text) + len(form))
                tree.text += form + (" " if spaced else "")
                tree.tokens.append(place)
            tree.words.append(Word(place, form, upos, first + int(head) - 1 if head != "0" else -1, relation.partition(":")[0], misc))
        tree.sentences.append((tree.words[first].at[0], len(tree.text.rstrip())))
    return tree
