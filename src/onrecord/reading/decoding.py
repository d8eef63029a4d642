"""Bytes to characters: what kind of bytes they are, in what encoding, by content alone."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Literal

from charset_normalizer import from_bytes

from onrecord.errors import BinaryError, EmptyError

MediaType = Literal["text/plain", "text/html"]

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SIGNATURES = (
    (b"%PDF-", "a PDF document"), (b"PK\x03\x04", "a zip archive or office document"), (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"), (b"\x1f\x8b", "a gzip archive"), (b"RIFF", "a RIFF file (image, sound or film)"), (b"\x00\x00\x01\x00", "an icon"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"7z\xbc\xaf", "a 7-zip archive"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
    (b"ID3", "a sound file"), (b"OggS", "a sound file"), (b"{\\rtf", "an RTF document"), (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"), (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip
_ASCII_SIGNATURES = (b"BZh", b"MZ", b"ID3", b"OggS", b"RIFF")
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|article|main|div|p|h1|meta|title|section|span|table|script)\b", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LEGACY = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "iso8859-1": "cp1252",
           "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932"}  # fmt: skip
_SNIFFED = 4096
_MOSTLY = 0.9


def decode(data: bytes) -> tuple[str, MediaType]:
    r"""The characters of `data`, NFC with \n line ends, and whether they are a page or plain text.

    Raises EmptyError where there is nothing but white space and BinaryError where it is no text at all.
    """
    if not data.strip():
        message = "the file is empty"
        raise EmptyError(message)
    text = normalised(_characters(data))
    if not text.strip():
        message = "there is nothing but white space in it"
        raise EmptyError(message)
    if len(_CONTROLS.findall(text)) * 50 > len(text):
        message = "it is neither text nor a web page: too many control characters"
        raise BinaryError(message)
    return text, media_type(text)


def normalised(text: str) -> str:
    r"""`text` in NFC with \n line ends; lone surrogates, which no encoding can carry, become U+FFFD."""
    clean = text.encode("utf-8", "replace_surrogate").decode("utf-8") if _has_surrogates(text) else text
    return unicodedata.normalize("NFC", clean.replace("\r\n", "\n").replace("\r", "\n"))


def media_type(text: str) -> MediaType:
    """Whether `text` is a web page, judged by its beginning and by how much of it is markup."""
    start = text[:_SNIFFED].lstrip("\ufeff \t\n\r")
    if re.match(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body)\b", start, re.IGNORECASE | re.DOTALL):
        return "text/html"
    if start.startswith("<") and len(_MARKUP.findall(text[: 4 * _SNIFFED])) >= 2:
        return "text/html"
    return "text/html" if len(_MARKUP.findall(start)) >= 5 and re.search(r"</(?:p|div|html|body|article)>", text) else "text/plain"


def _characters(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    _refuse_signatures(data)
    wide = _wide(data)
    if wide is not None:
        return data.decode(wide, "replace")
    if b"\x00" in data:
        message = "it is neither text nor a web page: it has null bytes"
        raise BinaryError(message)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _other(data)


def _refuse_signatures(data: bytes) -> None:
    for signature, what in _SIGNATURES:
        ascii_only = signature in _ASCII_SIGNATURES
        if data.startswith(signature) and not (ascii_only and _is_utf8(data)):
            message = f"it is {what}, neither text nor a web page"
            raise BinaryError(message)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in data


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the beginning is null."""
    start = data[:_SNIFFED]
    half = len(start) // 2
    if half < 4:
        return None
    if start[1::2].count(0) > _MOSTLY * half and start[::2].count(0) == 0:
        return "utf-16-le"
    if start[::2].count(0) > _MOSTLY * half and start[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _other(data: bytes) -> str:
    """Not UTF-8: what the page declares, or UTF-8 with stray bytes of another encoding, or what the bytes look like."""
    if _mostly_utf8(data):
        return data.decode("utf-8", "stray_cp1252")
    declared = _XML_ENCODING.match(data) or _META_CHARSET.search(data[: 2 * _SNIFFED])
    if declared is not None:
        text = _try(data, declared[1].decode("ascii").lower())
        if text is not None:
            return text
    best = from_bytes(data).best()
    if best is not None:
        text = _try(data, best.encoding)
        if text is not None:
            return text
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data)
    if controls * 50 > len(data):
        message = "it is neither text nor a web page: too many control characters"
        raise BinaryError(message)
    return data.decode("cp1252", "replace")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(_LEGACY.get(encoding, encoding), "strict")
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether at least as many characters beyond ASCII are well-formed UTF-8 as are not."""
    text = data.decode("utf-8", "replace")
    good = sum(ord(c) > 127 and c != "\ufffd" for c in text)
    return good > 0 and good >= text.count("\ufffd")


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _stray(error: UnicodeError) -> tuple[str, int]:
    """One byte that is not UTF-8 read as Windows-1252, U+FFFD where that has none for it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


def _replace_surrogate(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "\ufffd".encode() * (error.end - error.start), error.end


codecs.register_error("stray_cp1252", _stray)
codecs.register_error("replace_surrogate", _replace_surrogate)
