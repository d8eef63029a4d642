"""A small store of each released format, as SQL; `python -m tests.keeping.formats` writes that of the present one where it is missing."""
