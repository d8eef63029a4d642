"""What can go wrong, as a tree one can see. Each message says what and where; none needs a traceback to be understood.

OnrecordError
├── UsageError          an option or argument that cannot be meant
│   ├── ListError       a list of names that cannot be used
│   └── QueryError      a query that cannot be understood
├── ReadingError        a report that cannot be read
│   ├── MissingError    no such file or folder
│   ├── EmptyError      nothing in it
│   ├── TooLargeError   over the size limit
│   ├── BinaryError     neither text nor a page
│   ├── NoArticleError  a page without an article
│   └── FetchError      a web address that could not be fetched
├── KeepingError        a store that cannot be used
│   ├── NewerError      it was written by a newer version
│   ├── DamagedError    the file is no store, or is damaged
│   ├── ReadOnlyError   it may be read and not written
│   ├── FullError       no room is left for it
│   └── BusyError       another writer held it for too long
├── UnknownError        no such report, item or claim
├── WritingError        a file that cannot be written
├── ModelError          the weights are missing or are not what their manifest says
└── BrokenRecordError   a fault of Onrecord's own: a record that does not quote its report; it is never written
"""

from __future__ import annotations


class OnrecordError(Exception):
    """Whatever Onrecord raises on purpose."""


class UsageError(OnrecordError):
    """An option or argument that cannot be meant."""


class ListError(UsageError):
    """A list of names that cannot be used: the file is missing, is no list, or has something wrong in it; the message says where."""


class OntologyError(UsageError):
    """An ontology of one's own cannot be used: the file, and what is wrong in it."""


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


class FetchError(ReadingError):
    """A web address that could not be fetched: no connection, no such page, or nothing that is a report."""


class KeepingError(OnrecordError):
    """A store that cannot be opened, read or written; nothing that was kept before is lost."""


class NewerError(KeepingError):
    """A store that was written by a newer version of Onrecord."""


class DamagedError(KeepingError):
    """A file that is no store, or one that is damaged."""


class ReadOnlyError(KeepingError):
    """A store that may be read and not written."""


class FullError(KeepingError):
    """No room is left for what was to be kept."""


class BusyError(KeepingError):
    """Another writer held the store for too long."""


class UnknownError(OnrecordError):
    """No such report, item or claim in the store, or an identifier that several of them begin with."""


class QueryError(UsageError):
    """A query that cannot be understood; the message says at which character and what was expected."""


class WritingError(OnrecordError):
    """A file or folder that cannot be written."""


class ModelError(OnrecordError):
    """Weights that are missing or are not what their manifest says."""


class BrokenRecordError(OnrecordError):
    """A record that contradicts itself or does not quote its report: a fault of Onrecord, please report it."""


class NotEnglishWarning(UserWarning):
    """A report in another language than English: its record has the report alone."""
