"""The one cookie: a signed identifier of a browser's session; and the word against forgery that goes with it."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from itsdangerous import BadSignature, Signer

from onrecord.showing.accounts.sessions import LASTS

if TYPE_CHECKING:
    from onrecord.showing.settings import Settings

_BYTES = 32


class Cookies:
    """Writes and reads the cookie of one desk; desks at different ports have different ones."""

    def __init__(self, key: str, settings: Settings) -> None:
        self._signer = Signer(key, salt="onrecord.session", digest_method=hashlib.sha256)
        self._key = hashlib.sha256(f"forgery {key}".encode()).digest()
        self._https = settings.https
        self.name = "__Host-onrecord" if settings.https else f"onrecord-{settings.port}"

    def session(self, value: str | None) -> str | None:
        """The session of a cookie, null where there is none or it was not signed here."""
        if not value:
            return None
        try:
            return self._signer.unsign(value).decode()
        except (BadSignature, UnicodeError):
            return None

    def header(self, session: str) -> str:
        """What Set-Cookie says: no script reads it, no other site sends it with a form."""
        value = self._signer.sign(session).decode()
        secure = "; Secure" if self._https else ""
        return f"{self.name}={value}; Path=/; Max-Age={int(LASTS.total_seconds())}; HttpOnly; SameSite=Lax{secure}"

    def word(self, session: str) -> str:
        """A word that only pages of this session know; written differently each time, for compressed pages would give it away."""
        mask = secrets.token_bytes(_BYTES)
        return base64.urlsafe_b64encode(mask + _either(mask, self._mac(session))).decode()

    def right(self, session: str, word: str | None) -> bool:
        """Whether this is a word of the session."""
        try:
            had = base64.urlsafe_b64decode((word or "").encode())
        except (binascii.Error, UnicodeError, ValueError):
            return False
        return len(had) == 2 * _BYTES and hmac.compare_digest(_either(had[:_BYTES], had[_BYTES:]), self._mac(session))

    def _mac(self, session: str) -> bytes:
        return hmac.new(self._key, session.encode(), hashlib.sha256).digest()


def _either(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
