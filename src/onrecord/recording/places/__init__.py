"""Places spoken of as places: found, gathered under one name each, and looked up where the report's own words say which is meant."""

from onrecord.recording.places.find import dateline_place, find

__all__ = ["dateline_place", "find"]
