"""Marks to Record: decisions, each with its reason."""
