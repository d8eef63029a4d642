"""What a page says of itself and not of the news: share buttons, prompts, navigation. Rules for pages in general, none for one site."""

from __future__ import annotations

import re
from functools import cache

from onrecord.facts import outlets

_NETWORKS = (
    r"(?:facebook|twitter|x|whats\s?app|telegram|linkedin|linked\s?in|instagram|youtube|tiktok|reddit|pinterest|tumblr|messenger|viber|line|kakao(?:talk|story)?|"
    r"band|weibo|wechat|flipboard|google(?:\s?\+|\s?plus|\s?news)?|pocket|mail|e-?mail|sms|print|rss|threads|bluesky|mastodon|snapchat|naver|url)"
)
_ROW = re.compile(rf"(?:(?:share|on|via|to|this|by|us|and|or|more|tweet|post|pin|like|follow|copy|link|save|comments?|\d+|[•|/,·&+:-])\s*|{_NETWORKS}\b\s*)+[.!]?", re.IGNORECASE)
_NETWORK = re.compile(rf"\b{_NETWORKS}\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:"
    r"(?:copy|share|get)\s+(?:the\s+|this\s+)?(?:link|url|article(?:\s+link)?)|(?:link|url)\s+copied!?(?:\s+to\s+clipboard)?|copied(?:\s+to\s+clipboard)?"
    r"|shares?|share\s+(?:this|now|it|article|story|page|save|on|via|options|full\s+article)(?:\s+(?:this|on|via|with|article|story|page|post|news)\b.*)?|shared?\s+\d+|\d+(?:\.\d+)?k?\s+shares?"
    r"|tweet(?:\s+this)?|retweet|like(?:\s+this)?|loading\s*(?:\.\.\.|…)?|save|saved|bookmark(?:\s+this)?|print(?:\s+this)?(?:\s+(?:article|page|friendly.*))?|e-?mail(?:\s+this)?(?:\s+(?:article|to a friend))?|comments?"
    r"|\d+\s+(?:comments?|views?|replies|likes?|min(?:ute)?s?(?:\s+read)?)|(?:no|add|post|leave|view|read|show|hide|join|see)(?:\s+(?:a|all|the|your|more))?\s+(?:comments?|conversation|discussion)"
    r"|(?:estimated\s+)?(?:reading|read)\s+time:?\s*(?:\d+\s*min\S*)?|(?:a\s+)?\d+\s*-?\s*min(?:ute)?s?\.?\s+read"
    r"|(?:font|text)\s*(?:-?\s*size)?:?\s*(?:[+-]|increase|decrease|small|medium|large|a\s+a)*|a\s*[-+]?\s*a(?:\s*[-+]?\s*a)?[+-]?|(?:increase|decrease)\s+font(?:\s+size)?"
    r"|advertise?ments?|ad|ads|sponsored(?:\s+content)?|promoted(?:\s+content)?|paid\s+content|(?:story|article|content|text)\s+continues\s+(?:below|after)(?:\s+(?:this\s+)?ad\S*)?|continue\s+reading\b.*"
    r"|(?:advertisement\s*[-–—.:]?\s*)(?:scroll\s+to\s+continue|story\s+continues\s+below|continue\s+reading\b.*|remove\s+ads?.*)?|photos?|videos?|audio|keep\s+up\s+with\s+this\s+story\b.*|skip\s+(?:to|ad|past|advertisement)\b.*|scroll\s+(?:down|to)\b.*|(?:swipe|tap|click)\s+(?:left|right|here|to)\b.*"
    r"|read\s+(?:more|also|next|full(?:\s+(?:story|article))?|the\s+full\s+(?:story|article))(?:\s+(?:on|about|from|here|in)\b.*|\s*[>»…]*)?|see\s+(?:also|more)|(?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in).*)|more\s+(?:on|from|stories|news|in|like\s+this|about)\b.{0,60}"
    r"|related(?:\s+(?:articles?|stor(?:y|ies)|news|posts?|content|topics?|coverage|links?|video|tags?|read(?:s|ing)?))?:?|recommended(?:\s+(?:for\s+you|stories|reading|articles?))?|most\s+(?:read|popular|viewed|shared)(?:\s+.{0,30})?|trending(?:\s+now)?|top\s+stories|latest(?:\s+(?:news|stories|updates?))?|editor'?s'?\s+(?:picks?|choice|note:?)|must\s+reads?|popular\s+(?:now|stories)|also\s+(?:read|see|watch):?|don'?t\s+miss"
    r"|(?:photo|picture|image)s?\s*gallery|(?:view|open|enlarge|expand|launch|show|hide|toggle|close|see)\s+(?:(?:the|full|larger?|all|this|image|in)\s+)*(?:gallery|image|images|photos?|pictures?|captions?|slideshow|fullscreen|full\s+screen|menu|map|screen|version|list)\b.{0,30}"
    r"|(?:play|watch|replay|pause|mute|unmute|listen)(?:\s+(?:the|this|now|live|audio|video|article|to(?:\s+(?:this|the))?(?:\s+(?:article|story))?))*(?:\s*[-–:(].{0,20})?|video(?:\s+player)?(?:\s+loading)?|video\s+caption|media\s+caption|image\s+(?:caption|source|copyright)|media\s+playback\s+is\s+(?:not\s+supported|unsupported)\b.*|(?:your\s+browser|this\s+browser|javascript)\b.{0,90}(?:support|enable|disabled).*"
    r"|home|menu|search|log\s?in|sign\s?(?:in|up|out)|register|subscribe(?:\s+(?:now|today|here|to\s.{0,60}))?|subscribers?\s+only|next|previous|prev|back(?:\s+to\s+top)?|top|cancel|close|ok|accept|submit|send|reply|report|edit|delete|undo|view|all|more|news|opinion|world|sports?|business|politics|national|international|local|asia|africa|europe|americas|middle\s+east|breaking(?:\s+news)?|exclusive|live|updated?|new|premium|analysis|commentary|feature|editorial|headlines?|nation|world\s+news|national\s+news|home\s+news|top\s+news|latest\s+news|english|front\s+page"
    r"|(?:follow|like|join|find|connect\s+with)\s+(?:us|me|him|her|them|@\w+|our|the\s+author|\w+(?:\s\w+)?)\s+(?:on|at|via|in|for|telegram|whatsapp|channel)\b.{0,80}|follow(?:ing)?(?:\s+@?\w+)?|(?:sign\s+up|subscribe|register)\s+(?:for|to|here|now|with)\b.{0,140}|get\s+(?:the\s+)?(?:latest|all|our|breaking|news|unlimited)\b.{0,120}(?:newsletter|inbox|app|alerts?|delivered|e-?mail|subscri\w+|news|updates)\b.{0,60}|(?:download|get|install)\s+(?:the|our)\b.{0,50}\bapp\b.{0,60}|newsletters?|(?:daily|weekly|morning|evening)?\s*(?:e-?mail\s+)?newsletter\b.{0,60}|(?:enter\s+)?(?:your\s+)?e-?mail(?:\s+address)?(?:\s+(?:is\s+invalid|cannot\s+be\s+used.*|required))?|(?:please\s+)?enter\s+(?:a\s+valid|your)\s+e-?mail\b.*|thank\s+you\s+for\s+(?:subscribing|signing|registering|your\s+(?:subscription|feedback)|reading)\b.*"
    r"|tags?:?(?:\s.*)?|topics?:(?:\s.*)?|keywords?:(?:\s.*)?|filed\s+under\b.*|categor(?:y|ies):(?:\s.*)?|section:(?:\s.*)?|in\s+this\s+(?:article|story):?"
    r"|(?:©|\(c\)|copyright)\b.*|©.*|.{0,80}all\s+rights?\s+reserved\.?.*|(?:this\s+material|no\s+part|reproduction)\b.{0,90}(?:published|reproduced|reproduction|prohibited|redistributed|permission).*|terms\s+(?:of|and)\b.{0,60}|privacy\s+policy.*|cookie(?:s)?\s+(?:policy|settings).*|contact(?:\s+us)?(?:\s+at)?:?\s*\S*@?\S*|about\s+us|disclaimer(?::.{0,40})?|advertise(?:\s+with\s+us)?"
    r"|end|\(end\)|-?\s*ends?\s*-|###?|xxx+|(?:---+|\*\*\*+|___+|===+|\*\s\*\s\*)|ends|enditem|item"
    r")\s*[.:|>»→▶►!]*",
    re.IGNORECASE | re.DOTALL,
)
_LEAD_IN = re.compile(
    r"(?:read\s+(?:more|also|next|related)|also\s+read|see\s+also|related(?:\s+(?:article|story|stories|news|coverage|video|post|reading|content|link))?s?|recommended|more\s+on\s+this|watch(?:\s+(?:also|live|now|more))?|"
    r"must\s+read|don'?t\s+miss|listen|explore(?:\s+more)?|click\s+here|continue\s+reading|subscribe|follow|story\s+continues|next\s+read|just\s+in|editor'?s\s+pick|more)\s*(?:[:|»>►▶]|\s[-–—]\s)\s*\S.{0,200}",
    re.IGNORECASE | re.DOTALL,
)
_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+(?:\s*[|/,]?\s*@\w+)?|(?:e-?mail|twitter|tel|phone|fax|follow|contact)\s*:?\s*(?:@?[\w.+-]+(?:@[\w.-]+)?)|@\w{2,30}(?:\s*[|,]?\s*@\w{2,30})*)[.]?", re.IGNORECASE)
_CRUMBS = re.compile(r"[^.!?\n]{1,60}(?:\s*[>»›]\s*[^.!?\n]{1,60})+")
_HANDLE = re.compile(r"[^\W\d_]+(?:[ .][^\W\d_]+){0,3}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?\s*,?\s*(?:by\s+)?(?P<who>[^.|,\n]{2,60})", re.IGNORECASE)
_SIGN_UP = re.compile(r"enter your e-?mail address|e-?mail address is invalid|sign up to our newsletter", re.IGNORECASE)
_SYMBOLS = re.compile(r"[\W_]+")
_PROMPT_WORDS = 30
_HANDLE_LETTERS = 24


@cache
def _is_furniture(text: str) -> bool:
    bare = re.sub(r"^[\s•·*\-–—|>»▶►✕×☰#]+|[\s•·*|]+$", "", text)
    if not bare or _SYMBOLS.fullmatch(bare):
        return True
    if _ADDRESS.fullmatch(bare) or _CRUMBS.fullmatch(bare):
        return True
    words = len(bare.split())
    if words <= 2 * _PROMPT_WORDS and _SIGN_UP.search(bare) is not None:
        return True
    if words <= _PROMPT_WORDS and (_WHOLE.fullmatch(bare) or _LEAD_IN.fullmatch(bare)):
        return True
    return _ROW.fullmatch(bare) is not None and (words > 1 or _NETWORK.fullmatch(bare) is not None) and len(bare) > 1


def is_furniture(text: str) -> bool:
    """Whether a line is page furniture whatever stands around it: a share row, a prompt, a bare address, a rule."""
    return _is_furniture(text)


def copyright_holder(text: str) -> tuple[int, int] | None:
    """Where a notice of copyright names its holder, or null where a line is no such notice."""
    match = _COPYRIGHT.search(text)
    return None if match is None else match.span("who")


def is_site_name(text: str) -> bool:
    """Whether a line is nothing but the name of an outlet."""
    bare = text.strip(" |-–—•·*")
    return len(bare) > 1 and outlets.named(bare) is not None


def is_foreign_handle(text: str, *, latin: bool) -> bool:
    """Whether a line is a short name in a script that the report (`latin`: it is in Latin letters) is not in."""
    if not latin or len(text) > _HANDLE_LETTERS or _HANDLE.fullmatch(text.strip()) is None:
        return False
    return not any("LATIN" in name for name in _scripts(text))


def _scripts(text: str) -> set[str]:
    import unicodedata  # noqa: PLC0415  needed here alone

    return {unicodedata.name(c, "?").split(" ")[0] for c in text if c.isalpha()}
