"""Wording a headline, a lead or a sentence anew: attribution moved, clauses turned round, synonyms, tails cut, sentences joined and split; numbers stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.reprints.story import Story, sentences

if TYPE_CHECKING:
    from random import Random

_SYNONYMS = {
    "said": "stated", "announced": "declared", "injured": "hurt", "wounded": "injured", "nearly": "almost",
    "almost": "close to", "about two": "around two", "about three": "some three", "more than": "over", "at least": "no fewer than", "began": "started", "started": "began",
    "ended": "came to an end", "large": "sizeable", "major": "significant", "significant": "major", "helped": "assisted", "government": "authorities",
    "officials": "authorities", "authorities": "officials", "country": "nation", "nation": "country", "meeting": "gathering", "talks": "discussions", "agreement": "deal", "deal": "agreement",
    "decision": "ruling", "decided": "resolved", "attack": "assault", "attacks": "assaults", "arrested": "detained", "detained": "taken into custody",
    "demanded": "called for", "called for": "urged", "urged": "called on", "residents": "locals", "citizens": "nationals", "children": "youngsters", "students": "pupils",
    "several": "a number of", "many": "numerous", "also": "in addition", "because of": "owing to", "due to": "because of", "despite": "in spite of",
    "following": "after", "after": "following", "across": "throughout", "throughout": "across", "amid": "against the background of", "increase": "rise", "increased": "rose",
    "reduce": "cut", "reduced": "cut", "fell": "dropped", "company": "firm", "firm": "company", "workers": "employees",
    "employees": "staff", "leader": "head", "spokesman": "spokesperson", "spokeswoman": "spokesperson", "lawmakers": "members of parliament", "victory": "win", "won": "secured",
    "new": "fresh", "current": "present", "next": "coming", "shows": "indicates", "showed": "indicated", "important": "key", "held": "staged",
    "received": "got", "gave": "handed", "opened": "launched", "launched": "started", "allow": "permit", "allowed": "permitted", "ban": "prohibition", "banned": "prohibited", "crash": "accident",
    "area": "region", "region": "area", "military": "armed forces", "troops": "soldiers", "soldiers": "troops",
    "destroyed": "wrecked", "damage": "destruction", "warned": "cautioned", "planned": "scheduled", "noted": "observed",
    "statement": "communiqué", "according to": "as stated by", "during": "in the course of", "before": "ahead of", "within": "inside",
}  # fmt: skip
_ANY = re.compile(r"\b(" + "|".join(sorted(_SYNONYMS, key=len, reverse=True)) + r")\b")
_SMALL = set(
    "the a an in on at it its this that these those there he she they we his her their more some several many two three four five six seven eight nine ten at least about around "
    "police officials authorities residents one after while when as following during despite since before amid for with both another most no all if although".split()
)
_VERB = r"(?:said|says|announced|reported|confirmed|stated|added|told reporters)"
_WHEN = r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| yesterday| today)?"
_LINK = "after|while|when|as|following|amid|despite|during|before|since"
_DATELINE = re.compile(r"^(?:[A-Z][A-Z .,'’-]{2,40}(?:\([A-Za-z]+\))?|[A-Z][\w ,./]{2,40}\(\w+\)) ?[—–-]+ ?|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ \d+, \d{4}\s*")


def lowered(clause: str) -> str:
    """A clause that begins a sentence no longer: its first word small, if it is a small word."""
    first = clause.split(" ", 1)[0]
    return clause[:1].lower() + clause[1:] if first.lower() in _SMALL else clause


def raised(clause: str) -> str:
    """A clause that now begins a sentence."""
    clause = clause.strip()
    at = 1 if clause[:1] in "\"'“‘" else 0
    return clause[:at] + clause[at : at + 1].upper() + clause[at + 1 :]


def headline(story: Story, luck: Random) -> str:
    """Another title for the story: the old one turned round, or the first clause of the lead without its articles."""
    lead = _DATELINE.sub("", sentences(story.paragraphs[0])[0]) if story.paragraphs else story.title
    if not lead and len(story.paragraphs) > 1:
        lead = sentences(story.paragraphs[1])[0]
    clause = re.split(rf",|;| – | — | (?:which|who|{_LINK}|that)\b", re.sub(r"^(?:On|In|At|After|As|While|When) [^,]{3,60}, ", "", lead))[0]
    clause = clause if len(clause.split()) > 5 else lead
    brief = [w for w in clause.split() if w.lower() not in {"the", "a", "an", "has", "have", "been"}][: luck.randint(8, 12)]
    out = [raised(" ".join(brief).rstrip(".,"))] if len(brief) > 3 else []
    if m := re.fullmatch(r"(.{8,}?)(?:: |, says? | – | - )(.{4,})", story.title):
        out.append(f"{raised(m[2])}: {m[1]}")
    out.append(raised(synonyms(re.sub(r"\b(?:[Tt]he|[Aa]n?) ", "", story.title), luck)))
    out = [each for each in out if each.lower() != story.title.lower()] or [f"Update: {story.title}"]
    return luck.choice(out)


def synonyms(text: str, luck: Random, share: float = 0.75) -> str:
    """Words of the text outside quotations by others that newsrooms use for them."""
    parts = re.split('(["“][^"“”]*["”])', text)
    swap = lambda m: _SYNONYMS[m[1]] if luck.random() < share else m[1]  # noqa: E731
    return "".join(part if i % 2 else _ANY.sub(swap, part) for i, part in enumerate(parts))


def turned(sentence: str) -> str:
    """The sentence with its attribution at the other end, or its clauses in the other order; as it was where neither is to be seen."""
    if m := re.fullmatch(r"([\"“].{10,}?)[,]([\"”]) ([^\"“”,]{3,90}?) (" + _VERB + rf")({_WHEN})\.", sentence):
        return f"{raised(m[3])} {m[4]}{m[5]}: {m[1]}.{m[2]}"
    if m := re.fullmatch(rf"([^\"“”]{{20,}}), ([^,\"“”]{{2,80}}?) ({_VERB})({_WHEN})\.", sentence):
        return f"{raised(m[2])} {m[3]}{m[4]} that {lowered(m[1])}."
    if m := re.fullmatch(r"(.{20,}), according to ([^\"“”]{3,100})\.", sentence):
        return f"According to {m[2]}, {lowered(m[1])}."
    if m := re.fullmatch(r"According to ([^,]{3,80}), (.{20,})\.", sentence):
        return f"{raised(m[2])}, according to {m[1]}."
    if m := re.fullmatch(rf"([^,\"“”]{{2,90}}?) ({_VERB})({_WHEN}) that ([^\"“”]{{20,}})\.", sentence):
        return f"{raised(m[4])}, {lowered(m[1])} {m[2]}{m[3]}."
    if m := re.fullmatch(rf"((?:On|In|At|For|With|Under|{'|'.join(w.capitalize() for w in _LINK.split('|'))})\b[^,\"“”]{{3,90}}), (?!\w+ \d)(.{{20,}})\.", sentence):
        return f"{raised(m[2])}, {lowered(m[1]) if m[1].split()[0].lower() in _SMALL else m[1][0].lower() + m[1][1:]}."
    if m := re.fullmatch(rf"([^\"“”]{{30,}}?),? ({_LINK}) ([^,\"“”]{{12,}})\.", sentence):
        return f"{raised(m[2])} {m[3]}, {lowered(m[1])}."
    if m := re.fullmatch(r"(.{12,}?) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)( .{8,}|)\.", sentence):
        return f"{raised(m[2])}, {lowered(m[1])}{m[3]}."
    return sentence


def lead(paragraphs: tuple[str, ...], luck: Random) -> tuple[str, ...]:
    """The paragraphs with the first two worded anew; the second may come first."""
    wanted = [i for i, p in enumerate(paragraphs[:3]) if len(p.split()) > 7][:2]
    out = list(paragraphs)
    for i in wanted:
        new = [synonyms(turned(each), luck) for each in sentences(_DATELINE.sub("", out[i]))]
        if len(new) > 1 and luck.random() < 0.3:
            new[0], new[1] = new[1], new[0]
        said = " ".join(new)
        out[i] = said if said != out[i] else f"It has emerged that {lowered(said)}"
    if len(wanted) == 2 and luck.random() < 0.3:
        i, j = wanted
        out[i], out[j] = out[j], out[i]
    return tuple(out)


def reworded(paragraphs: tuple[str, ...], luck: Random) -> tuple[str, ...]:
    """The lead worded anew, and of the other sentences half turned round and a third of the synonyms put in."""
    top, rest = lead(paragraphs, luck)[:3], paragraphs[3:]
    return (*top, *(" ".join(synonyms(turned(s) if luck.random() < 0.5 else s, luck, 0.35) for s in sentences(p)) for p in rest))


_CUTS = (
    (r", (?:which|who|whose|where|when) [^,\"“”]{5,140},", ""),
    (r", (?:which|who|whose|where|adding that|saying that|noting that) [^,\"“”]{5,140}\.$", "."),
    (r" \([^()]{2,80}\)", ""),
    (r"^(?:However|Meanwhile|Moreover|Furthermore|Also|Earlier|In addition|In fact|As a result|For example|Additionally|Nevertheless|Last \w+|(?:On|In) (?:\w+day|\w+ \d+|\d{4}|recent \w+)), ", ""),
    (r", (?:he|she|they|[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}|the \w+(?: \w+)?) (?:said|added|noted|explained|continued|told reporters)" + _WHEN + r"\.$", "."),
    (r",([\"”]) (?:he|she|they|[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3}) (?:said|added|noted|explained|continued)" + _WHEN + r"\.$", r".\1"),
    (r", (?:however|meanwhile|for example|of course|too|in turn),? ", " "),
)


def cut(sentence: str) -> str:
    """A sentence without relative clauses, brackets, adverbials before the comma, and the attribution behind it."""
    for pattern, into in _CUTS:
        shorter = re.sub(pattern, into, sentence)
        if len(shorter.split()) > 3:
            sentence = raised(shorter)
    return sentence


def trimmed(paragraphs: tuple[str, ...], luck: Random) -> tuple[str, ...]:
    """The paragraphs with 20 to 30 % of their sentences gone (never the first), the rest cut, short ones joined, long ones split."""
    every = [(i, j) for i, p in enumerate(paragraphs) for j, _ in enumerate(sentences(p))]
    gone = set(luck.sample(every[1:], min(len(every) - 1, max(1, round(luck.uniform(0.2, 0.3) * len(every))))))
    out = []
    for i, paragraph in enumerate(paragraphs):
        left = [cut(each) for j, each in enumerate(sentences(paragraph)) if (i, j) not in gone]
        new: list[str] = []
        for each in left:
            m = re.fullmatch(r"([^\"“”]{40,}), (and|but) ((?:the|he|she|they|it|there|this|a|an|his|her|their) [^\"“”]{25,}\.)", each)
            if m and luck.random() < 0.7:
                new += [f"{m[1]}.", raised(m[3]) if m[2] == "and" else f"But {m[3]}"]
            elif new and len((new[-1] + each).split()) < 30 and not re.search('["“”?!]', new[-1] + each) and luck.random() < 0.5:
                new[-1] = f"{new[-1].rstrip('.')}{luck.choice([', and', ';'])} {lowered(each)}"
            else:
                new.append(each)
        if new:
            out.append(" ".join(new))
    return tuple(out)
