"""Who did what to whom, coded in PLOVER: words and acts of speech to events, on whose word, how sure, when, where, how many."""

from onrecord.recording.events.find import find
from onrecord.recording.events.tie import tie

__all__ = ["find", "tie"]
