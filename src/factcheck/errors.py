"""What can go wrong, and what the person can do about it.

::

    FactcheckError
    ├── UnreadableFileError   a file cannot be read as an article; it is skipped and listed
    ├── LanguageFileError     a language file is wrong; names the file and the key
    ├── DossierError          the dossier on disk cannot be opened or written
    ├── QueryError            a search query cannot be understood; says where
    ├── ModelError            a folder holds no model of meaning that can be read
    └── ExportError           an export cannot be written

Every message is one sentence for a journalist: what happened, and what to do.
"""


class FactcheckError(Exception):
    """The root of all errors that this program raises on purpose."""


class UnreadableFileError(FactcheckError):
    """A file that cannot be read as an article."""


class LanguageFileError(FactcheckError):
    """A language file with an unknown, missing or ill-typed key."""


class DossierError(FactcheckError):
    """A dossier that cannot be opened, read or written."""


class QueryError(FactcheckError):
    """A search query that cannot be understood; `at` is where in the query (code points from 0), None if nowhere."""

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.at = at


class ModelError(FactcheckError):
    """A folder that holds no model of meaning that can be read."""


class ExportError(FactcheckError):
    """An export that cannot be written."""
