"""What an engine does, and what every engine keeps of an article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from factcheck.language.names import skeleton
from factcheck.model import NOT_QUANTITIES, article_key
from factcheck.search.analysis import Postings, analyser, is_dense

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factcheck.model import Claim, Document, FigureFilter
    from factcheck.search.tree import Node

FACETS = ("language", "site", "month", "unit", "indicator")
GAP = 100  # places between title and text, so that no phrase spans both
TITLE = 3  # what a word in the title weighs
NAME = "\x1f"  # stands between the sound of a word and the word, in the field of sounds
_LONGEST_NAME = 24  # letters


@dataclass(frozen=True, slots=True)
class Found:
    """What an engine found: how many, document ids and scores of the page, and what stood for too many words."""

    total: int
    page: tuple[tuple[str, float], ...]
    capped: frozenset[str] = frozenset()


class Engine(Protocol):
    """A full-text engine in a folder of its own, for one thread. Every method may raise whatever damage causes."""

    name: str

    def add(self, documents: Iterable[Document], claims: Callable[[str], Iterable[Claim]]) -> None:
        """Index documents in the place of those with the same id. Raises DossierError."""

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Raises DossierError."""

    def find(self, tree: Node, limit: int, offset: int) -> Found:
        """Return a page of what a query finds, best first."""

    def facets(self, tree: Node) -> Mapping[str, Mapping[str, int]]:
        """Return how many of the articles found have which value, for each of `FACETS`."""

    def answers(self, wanted: FigureFilter) -> bool:
        """Return whether `find` itself knows the articles with such a figure; else the dossier is asked for them."""

    def documents(self) -> int:
        """Return how many documents are indexed."""

    def frequency(self, term: str) -> int:
        """Return how many articles have a term, about."""

    def starting_with(self, start: str) -> Sequence[tuple[str, int]]:
        """Return the terms that begin with a letter or more, with how many articles have each."""

    def sounding_like(self, sound: str) -> Sequence[str]:
        """Return the words of names that have a sound (`language.names.skeleton`)."""

    def languages(self) -> frozenset[str]:
        """Return the tags of the languages that articles are in."""

    def is_sound(self) -> bool:
        """Return whether all of the index can be read."""

    def close(self) -> None:
        """Let go of the files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of an article."""

    document: str
    key: int
    title: Postings
    text: Postings
    source: Postings
    file: Postings
    language: str
    day: int  # 20231120, 0 where unknown
    sounds: frozenset[str]
    traits: tuple[tuple[str, ...], ...]  # values of `FACETS`
    values: frozenset[float]  # that its figures state


def entry(document: Document, claims: Iterable[Claim]) -> Entry:
    """Return what is indexed of an article."""
    analyse, plain = analyser(document.language or "und"), analyser("und")
    title = analyse.postings(document.title)
    text = analyse.postings(document.text, title.end + GAP)
    language = document.language.split("-")[0].lower() or "und"
    values: set[float] = set()
    units: dict[str, None] = {}
    indicators: dict[str, None] = {}
    for claim in claims:
        if claim.kind in NOT_QUANTITIES:
            continue
        values.update(float(value) for value in claim.quantity.values)
        if claim.quantity.unit:
            units[claim.quantity.unit] = None
        if subject := claim.scope.indicator or claim.scope.noun:
            indicators[subject] = None
    month = f"{document.published:%Y-%m}" if document.published else ""
    traits = ((language,), (source_of(document),), (month,) if month else (), tuple(units), tuple(indicators))
    return Entry(
        document.id,
        article_key(document.id),
        title,
        text,
        plain.postings(f"{document.outlet}\n{document.path}\n{document.url or ''}"),
        plain.postings(document.path),
        language,
        int(f"{document.published:%Y%m%d}") if document.published else 0,
        frozenset(_sounds(title, text)),
        traits,
        frozenset(values),
    )


def source_of(document: Document) -> str:
    """Return where an article is from: the site of its web address, else its outlet, else the folder of its file."""
    host = ""
    if document.url:
        try:
            host = urlsplit(document.url).hostname or ""
        except ValueError:
            host = ""
    folder = PurePath(document.path.replace("\\", "/")).parent.name
    return host.removeprefix("www.") or " ".join(document.outlet.split()) or folder or "?"


def _sounds(*parts: Postings) -> Iterable[str]:
    """Return each word that may be a name, behind its sound."""
    words = {word for part in parts for _, word in part.places if word is not None}
    return filter(None, map(_sound, words))


@lru_cache(1 << 15)
def _sound(word: str) -> str:
    """Return a word that may be a name behind its sound, "" for others: names have a capital, or no letter has."""
    first = word[0]
    if not first.isalpha() or first.islower() or is_dense(word) or len(word) > _LONGEST_NAME:
        return ""
    sound = skeleton(word.lower())
    return sound and f"{sound}{NAME}{word.lower()}"
