"""What is to be exported, and how: findings that may be too many to hold, what was not read, and the choices."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factcheck.export.rows import common_folder
from factcheck.export.unread import unread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from factcheck.export.unread import Unread
    from factcheck.model import Case, Claim, Document, Skipped

_PAGE = 2000  # cases held at a time; an article that many of them are about is read once a page


class Paths(StrEnum):
    """How much of the files' paths is told."""

    SHORT = "short"  # below the folder that all have in common; nothing of the machine's own folders
    FULL = "full"  # as they are on this machine
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of the person who exports.

    `texts`: with sentences and their context, not the figures alone; `notes`: with notes and reviewers' names.
    `language`: the tag of the report's own words. `heading` and `logo` (a PNG, JPEG or SVG file) head the report.
    `right_to_left`: sheets begin at the right. `author`, `author_url` and `url` (of the published fact check) are
    what a ClaimReview needs of its publisher; one without them is marked as a draft. `made`: the time of the export.
    """

    texts: bool = True
    notes: bool = True
    paths: Paths = Paths.SHORT
    language: str = "en"
    heading: str = ""
    logo: Path | None = None
    right_to_left: bool = False
    author: str = ""
    author_url: str = ""
    url: str = ""
    made: datetime = field(default_factory=lambda: datetime.now(UTC))


class Cases(Protocol):
    """Findings with their documents; they can be gone through more than once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Case]: ...


class Paged:
    """Cases that are fetched a page at a time, so that any number of them takes the same memory."""

    def __init__(self, total: int, page: Callable[[int, int], Sequence[Case]]) -> None:
        """Take the number of cases, and what returns those from an offset on, up to a limit."""
        self._total, self._page = total, page

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[Case]:
        for offset in range(0, self._total, _PAGE):
            yield from self._page(offset, min(_PAGE, self._total - offset))


class Joined:
    """Several lots of cases, one after another."""

    def __init__(self, lots: Sequence[Cases]) -> None:
        self._lots = lots

    def __len__(self) -> int:
        return sum(len(lot) for lot in self._lots)

    def __iter__(self) -> Iterator[Case]:
        for lot in self._lots:
            yield from lot


class Entry(NamedTuple):
    """A case with its number from 1 on, and that of the one that it stands under; 0 is none before it.

    `further` tells that it adds a source to that one: an article may also state its figure twice.
    """

    number: int
    case: Case
    lead: int = 0
    further: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """One export.

    `articles` (gone through more than once) are those whose figures without a claim are listed. `folder` is the one
    that short paths are below; found out from the paths where it is not given. `step` is told of every finding that is
    done, and with 0 of other work in between.
    """

    cases: Cases
    skipped: Sequence[Skipped] = ()
    articles: Iterable[tuple[Document, Sequence[Claim]]] = ()
    options: Options = field(default_factory=Options)
    folder: str | None = None
    step: Callable[[int], None] = lambda _: None

    def ready(self) -> Batch:
        """Return the batch with its folder known."""
        if self.folder is not None:
            return self
        paths = {document.path for case in self.cases for document in (case.a, case.b)}
        return replace(self, folder=common_folder([*paths, *(one.path for one in self.skipped)]))

    def numbered(self) -> Iterator[tuple[int, Case]]:
        """Yield the cases with their numbers from 1 on; each is a step of the export's progress."""
        for number, case in enumerate(self.cases, 1):
            self.step(1)
            yield number, case

    def entries(self) -> Iterator[Entry]:
        """Yield the cases as a report has them."""
        leads: dict[str, tuple[int, set[str]]] = {}
        for number, case in self.numbered():
            sources = {case.a.id, case.b.id}
            if case.finding.under:
                lead, its = leads.get(case.finding.under, (0, set()))
                yield Entry(number, case, lead, further=not sources <= its)
            else:
                leads[case.finding.id] = number, sources
                yield Entry(number, case)

    def unread(self) -> Iterator[Unread]:
        """Yield the figures that were not read."""
        for document, claims in self.articles:
            self.step(0)
            yield from unread(document, claims)
