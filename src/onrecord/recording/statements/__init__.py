"""Statements: who said what, found in the parse, in quotation marks and in the encoder's attributions."""

from onrecord.recording.statements.find import find

__all__ = ["find"]
