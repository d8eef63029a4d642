"""Actors against lists of names: what is on a list, how names are compared, which entries an actor may be. It proposes and decides nothing."""

from onrecord.listing.proposing import Lists

__all__ = ["Lists"]
