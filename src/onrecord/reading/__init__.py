"""Bytes to Report: encoding, text or page, and what every block of it is."""

from onrecord.reading.options import ReadingOptions
from onrecord.reading.plain import plain
from onrecord.reading.report import read_bytes, read_text

__all__ = ["ReadingOptions", "plain", "read_bytes", "read_text"]
