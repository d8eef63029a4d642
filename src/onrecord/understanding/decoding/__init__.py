"""Scores to marks, one module a head."""
