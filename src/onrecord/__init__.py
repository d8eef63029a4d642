"""Onrecord reads a report and writes its record: every statement, every event, and on whose word it stands."""

__version__ = "0.1.0"
