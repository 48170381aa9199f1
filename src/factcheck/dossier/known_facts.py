"""What is known of an article, for a person to look at and to change: each fact with where it is from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from factcheck.dossier.as_told import NAMES
from factcheck.dossier.corrections import Correction
from factcheck.errors import DossierError
from factcheck.language.folding import fold
from factcheck.language.packs import base_of

if TYPE_CHECKING:
    from factcheck.dossier.store import Dossier
    from factcheck.model import Document

SAVED = "saved"  # the day of the file, which is known besides and cannot be changed


class KnownFact(NamedTuple):
    """A fact: `name` is one of `as_told.NAMES` or `SAVED`; days are ISO dates, `value` is "" where it is not known.

    `origin` is one of `reading.origin.ORDER`, "person" where somebody says so, "file" for `SAVED`, or "". `read` is
    what the program read itself: other than `value` only where a person says otherwise.
    """

    name: str
    value: str
    origin: str
    read: str


def facts(dossier: Dossier, document: str) -> list[KnownFact]:
    """Return what is known of an article, by its id, in the order of `NAMES`; the day of its file comes last.

    Raises DossierError.
    """
    article = dossier.document(document)
    read = dossier.files.as_read(document)
    origins = dict(article.origins)
    found = [KnownFact(name, _value(article, name), origins.get(name, ""), _value(read, name)) for name in NAMES]
    if article.saved is not None:
        day = article.saved.isoformat()
        found.append(KnownFact(SAVED, day, "file", day))
    return found


def set_fact(dossier: Dossier, document: str, name: str, value: str | None, who: str) -> bool:
    """Let a person's value stand for a fact of an article; return whether that changes anything.

    "" says that the article has none, None lets what was read count again. It is logged with the corrections, whose
    `undo` and `redo` take it back, and kept when the article is read again. The next check reads the figures anew by
    what is told, and compares them. Raises DossierError if the value cannot be one of this fact; the message says why.
    """
    said = _checked(name, value)
    article = dossier.document(document)
    told = dossier.corrections.told(document)
    if said == told.get(name) or (name not in told and said == _value(article, name)):
        return False
    dossier.corrections.keep([Correction((document,), fact=name, value=said, reviewer=who)])
    return True


def _value(document: Document, name: str) -> str:
    value = getattr(document, name)
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _checked(name: str, value: str | None) -> str | None:
    """Return a value as it is kept. Raises DossierError."""
    if name not in NAMES:
        raise DossierError(f"{name} cannot be changed.")
    said = " ".join(value.split()) if value is not None else None
    if not said:
        return None if name in {"title", "language"} else said
    if name == "published":
        try:
            return date.fromisoformat(fold(said)).isoformat()  # in the digits of any script
        except ValueError:
            raise DossierError("Write the day as year, month and day: 2024-03-31.") from None
    if name == "url" and not said.lower().startswith(("http://", "https://")):
        raise DossierError("Write the whole address, beginning with https:// or http://.")
    if name == "language" and base_of(said) == "und":
        raise DossierError(f"The language {said} is not known. Choose one from the list.")
    return said
