"""What can go wrong, as a tree one can see. Each message says what and where; none needs a traceback to be understood.

OnrecordError
├── UsageError          an option or argument that cannot be meant
├── ReadingError        a report that cannot be read
│   ├── MissingError    no such file or folder
│   ├── EmptyError      nothing in it
│   ├── TooLargeError   over the size limit
│   ├── BinaryError     neither text nor a page
│   └── NoArticleError  a page without an article
└── ModelError          the weights are missing or are not what their manifest says
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Whatever Onrecord raises on purpose."""


class UsageError(OnrecordError):
    """An option or argument that cannot be meant."""


class ReadingError(OnrecordError):
    """A report that cannot be read."""


class MissingError(ReadingError):
    """No such file or folder, or no permission to read it."""


class EmptyError(ReadingError):
    """A report with nothing in it."""


class TooLargeError(ReadingError):
    """A report over the size limit."""


class BinaryError(ReadingError):
    """Bytes that are neither text nor a web page."""


class NoArticleError(ReadingError):
    """A web page in which no article was found."""


class ModelError(OnrecordError):
    """Weights that are missing or are not what their manifest says."""
