"""Captions of pictures: known by how they begin, by the photo credit they end with, by being printed twice."""

from __future__ import annotations

import re

from onrecord.facts import outlets

_OPENING = re.compile(
    r"(?:\(?(?:file|handout|undated|archive|combination|composite)\)?\s*(?:photo(?:graph)?|picture|image|pic|-|–|—|:)"
    r"|(?:this|an?|the|in\s+(?:this|an?))\s+(?:(?:file|undated|handout|combination|composite|archive|aerial|satellite|screen|video|image|recent|combo|photo|still|frame|pool|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept?|oct|nov|dec|\d{1,2},?|\d{4},?)\.?\s+)*"
    r"(?:photo(?:graph)?|picture|image|screen\s?(?:shot|grab)|video\s+grab|still|illustration|combination|pic|frame\s?grab)\b(?:,|\s+(?:taken|made|shows?|released|provided|dated|from|obtained|by|of|illustration|is|was|and|on|combination|grab))"
    r"|(?:photo(?:graph)?|picture|image|pictured|caption|photos?\s+show|pic)\s*(?::|\||\s[-–—]\s)\s*\S"
    r"|FILE\s*[-–—:]|file\s+photo\b|representat(?:ive|ional)\s+(?:image|photo)|stock\s+(?:photo|image))",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"(?:enlarge\s+this\s+image|toggle\s+caption|(?:image|media|picture|photo)\s+(?:copyright|caption|source|credit)\b|hide\s+caption|file\s+photo\b)"
    r"|.{10,600}\b(?:hide|toggle)\s+caption\b",
    re.IGNORECASE | re.DOTALL,
)
_SEEN = re.compile(r"\b(?:is|are|was|were)\s+(?:seen|pictured|shown)\b.{0,160}\b(?:photo|picture|image|file|undated|screengrab)\b", re.IGNORECASE | re.DOTALL)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]\n]{2,70})[)\]]\s*\.?$")
_PHOTO_WORD = re.compile(
    r"\b(?:photos?|photograph(?:er|s|y)?|file|pic|image|images|courtesy|handout|supplied|pool|screen\s?(?:grab|shot|capture)|via|getty|shutterstock|istock|alamy|unsplash|wikimedia|flickr|instagram|twitter|facebook|"
    r"video|captured|provided|stringer|illustration|graphic|bloomberg|representational)\b",
    re.IGNORECASE,
)
_LINE_CREDIT = re.compile(
    r"(?:(?:file\s+)?(?:photo|picture|image|photograph|photography|illustration|graphic|video|pic|cover\s+image|photo\s+credit|image\s+credit|picture\s+credit|image\s+source|credits?|photo\s+source|"
    r"photo\s+courtesy|image\s+courtesy)s?(?:\s*(?::|by|of|credit|\||©)|\s+courtesy\s+of)\s*.{2,70}|(?:reuters|afp|epa|ap(?:\s+photo)?|getty(?:\s+images)?|xinhua|yonhap|file|epa-efe)\s*[/|]\s*.{2,50}|.{2,50}/\s*(?:reuters|afp|epa|ap|getty(?:\s+images)?|shutterstock|bloomberg|epa-efe)(?:\s*/.{2,30}|\s+via\s+.{2,40})?|.{2,50}\s+via\s+(?:getty(?:\s+images)?|reuters|afp|ap|epa|shutterstock|imago|flickr|wikimedia.{0,10})\.?|(?:©\s*)?getty\s+images|shutterstock|istock)\.?",
    re.IGNORECASE,
)  # fmt: skip
_TAIL_CREDIT = re.compile(r"(?:\s|[.|])\s*(?:(?:photo|photograph|image|picture|pic)s?(?:\s*(?::|by|credit:?|courtesy:?|\|))|©|credit:)\s*[^.]{2,60}\.?$|\s[—–-]{1,2}\s?(?:reuters|afp|bernama|ap|epa|file)\s*(?:pic|photo|file\s+pic|file|image)s?\.?$|\.\s*(?:reuters|afp|ap|epa)\s*/\s*[^.]{2,40}$|\.\s?(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+){1,3}\s*/\s*(?-i:[A-Z])[\w .'’-]{2,30}$", re.IGNORECASE)  # fmt: skip
_WARNING = re.compile(r"warning|watch|note", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*[-/–|,;·•]\s*|\s+via\s+|\s+and\s+", re.IGNORECASE)
_SAME = 20
_LONG = 80


def opens(text: str) -> bool:
    """Whether a line begins or reads as a caption does ("This file photo shows …")."""
    return _OPENING.match(text) is not None or _SEEN.search(text) is not None


def certain(text: str) -> bool:
    """Whether a line has the words that pages print with pictures alone ("Image copyright …", "… Hide Caption")."""
    return _CERTAIN.match(text) is not None


def photo_credit(text: str) -> bool:
    """Whether a line ends with the credit of a photo: a bracket naming two houses ("Xinhua-Agency"), a photographer or "file photo"."""
    if _TAIL_CREDIT.search(text) is not None:
        return True
    inside = bracket(text)
    if inside is None or _WARNING.match(inside) is not None:
        return False
    parts = [part for part in _SEPARATED.split(inside) if part]
    houses = sum(outlets.named(part) is not None for part in parts)
    return (_PHOTO_WORD.search(inside) is not None and len(inside.split()) <= 8) or (len(parts) > 1 and houses > 0)


def bracket(text: str) -> str | None:
    """What stands in the bracket that a line ends with, or null."""
    found = _BRACKET.search(text)
    return None if found is None else found[1].strip()


def is_credit_line(text: str) -> bool:
    """Whether a whole line is the credit of a photo ("REUTERS/Name", "Photo: Name")."""
    bare = text.strip(" ()[]")
    return len(bare) <= _LONG and _LINE_CREDIT.fullmatch(bare) is not None


def without_credit(text: str) -> str:
    """A caption's own words: its photo credit and the white space around it left out."""
    return " ".join(_BRACKET.sub("", text).split()).rstrip(" .")


def doubled(text: str) -> int | None:
    """Where the second printing of a line printed twice in itself begins, or null."""
    if len(text) < 2 * _SAME:
        return None
    second = text.find(text[:_SAME], _SAME)
    while second != -1:
        first, again = without_credit(text[:second]), without_credit(text[second:])
        if first == again:
            return second
        second = text.find(text[:_SAME], second + 1)
    return None
