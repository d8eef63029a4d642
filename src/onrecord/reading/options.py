"""What a reader is told beside the bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onrecord.errors import UsageError

MAX_BYTES = 10_000_000
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?")


@dataclass(frozen=True, kw_only=True)
class ReadingOptions:
    """What a bare text cannot tell.

    `published` is ISO 8601 (date, or date and time with or without offset), `publisher` a name, `timezone` an IANA name; `retrieved` is when the
    bytes were fetched, ISO 8601, and goes into the report's origin as it is. Raises UsageError where a value cannot be meant.
    """

    published: str | None = None
    publisher: str | None = None
    timezone: str | None = None
    max_bytes: int = MAX_BYTES
    retrieved: str | None = None

    def __post_init__(self) -> None:
        """Refuses what cannot be meant."""
        if self.published is not None and _ISO.fullmatch(self.published) is None:
            message = f"published must be ISO 8601, as 2021-03-05 or 2021-03-05T09:30+01:00, not {self.published!r}"
            raise UsageError(message)
        if self.timezone is not None and self.zone is None:
            message = f"timezone must be an IANA name, as Europe/Oslo, not {self.timezone!r}"
            raise UsageError(message)
        if self.max_bytes <= 0:
            message = f"max_bytes must be positive, not {self.max_bytes}"
            raise UsageError(message)

    @property
    def zone(self) -> ZoneInfo | None:
        """The zone of `timezone`; null where none is given or it is unknown."""
        if self.timezone is None:
            return None
        try:
            return ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
