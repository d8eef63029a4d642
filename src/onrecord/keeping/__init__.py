"""Keeping: reports, their records and the claims made of them, in SQLite or PostgreSQL."""
