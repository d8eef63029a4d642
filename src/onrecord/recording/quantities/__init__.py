"""How many, how much: figures with their bounds and what they count."""

from onrecord.recording.quantities.find import find

__all__ = ["find"]
