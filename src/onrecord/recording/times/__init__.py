"""What the report says of when: time expressions and their values."""

from onrecord.recording.times.find import find, read

__all__ = ["find", "read"]
