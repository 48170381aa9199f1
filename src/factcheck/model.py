"""The nouns: frozen data that every room passes on.

Positions are half-open spans of Unicode code points in `Document.text`, which is never rewritten. Everything here
pickles, so that the work on one document can run in another process.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


class PassageKind(StrEnum):
    """What a passage is to the article."""

    SENTENCE = "sentence"
    HEADING = "heading"
    RELATED = "related"  # a headline or lead of another article, listed below this one
    BOILERPLATE = "boilerplate"  # navigation, share bars, comment counts, source lines


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or line of a document; `language` is a tag such as "fa"."""

    span: Span
    kind: PassageKind
    language: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article: its text as read, and what is known of it.

    `id` is the hexadecimal SHA-256 of the article's bytes: of the file, of the file in an archive, of the mail or row;
    `path` then goes on behind "#": "mails.zip#june.mbox#3". `passages` are in order and do not overlap. `origins` are
    pairs of a field and where its value is from: "json-ld", "date line" (`reading.origin` has the order of trust).
    """

    id: str
    path: str
    title: str
    text: str
    language: str
    published: date | None = None
    url: str | None = None
    passages: tuple[Passage, ...] = ()
    author: str = ""
    outlet: str = ""  # the paper, agency or site
    origins: tuple[tuple[str, str], ...] = ()
    saved: date | None = None  # when its file was last changed, which does not tell when it was published

    def quote(self, span: Span) -> str:
        """Return the text of a span, as written."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value or an interval.

    `low == high`: exact. One of them `None`: open ("more than 180" is low=180, high=None). `unit` is "percent",
    "percentage point", "times", an ISO 4217 code, a CLDR unit id such as "length-meter", or None for a bare count.
    `precision` is the value of the last digit as written (0.01 for "4.21", 1000000 for "3 million"). `assumed`: the
    text says "$" or "rupees" only, and the unit is that of the document's country or language.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    precision: Decimal = Decimal(1)
    approximate: bool = False
    assumed: bool = False

    @property
    def exact(self) -> Decimal | None:
        """Return the value if it is a single one, else None."""
        return self.low if self.low == self.high else None

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Return the one or two values that the text states, ascending."""
        if self.low is None or self.high is None:
            return tuple(v for v in (self.low, self.high) if v is not None)
        return (self.low,) if self.low == self.high else (self.low, self.high)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; None is open (from 2020 on: start only)."""

    start: date | None
    end: date | None

    @classmethod
    def of_year(cls, first: int, last: int | None = None) -> Period:
        """Return the period of one calendar year, or of the years first to last."""
        return cls(date(first, 1, 1), date(last or first, 12, 31))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """Return the period of one calendar month."""
        following = date(year + month // 12, month % 12 + 1, 1)
        return cls(date(year, month, 1), following - timedelta(days=1))

    @property
    def years(self) -> tuple[int | None, int | None]:
        """Return the first and the last year, None where open."""
        return (self.start.year if self.start else None, self.end.year if self.end else None)

    def __str__(self) -> str:
        """Return the period as a reader writes it: 2023, 2023-05, 2023-05-14, 2021/2023, 2020/."""
        if self.start and self.start == self.end:
            return self.start.isoformat()
        first, last = self._edge(self.start, 1, 1), self._edge(self.end, 12, 31)
        if self.start and self.end and self == Period.of_month(self.start.year, self.start.month):
            return f"{self.start:%Y-%m}"
        return first if first == last else f"{first}/{last}"

    @staticmethod
    def _edge(day: date | None, month: int, of_month: int) -> str:
        if day is None:
            return ""
        return str(day.year) if (day.month, day.day) == (month, of_month) else day.isoformat()


class Kind(StrEnum):
    """What a figure is. Those in `NOT_QUANTITIES` are recognised so as not to be taken for quantities."""

    COUNT = "count"
    PERCENT = "percent"  # percent and percentage points; the unit tells which
    MONEY = "money"
    MEASURE = "measure"  # length, area, mass, time span ...
    MULTIPLE = "multiple"  # 1.5 times, doubled
    ORDINAL = "ordinal"
    DATE = "date"  # a date, a year or a period
    TIME = "time"  # a time of day
    SCORE = "score"
    PHONE = "phone"
    ID = "id"  # numbers that name something: sections of law, grades, grouped codes
    URL = "url"
    VERSION = "version"


NOT_QUANTITIES = frozenset({Kind.DATE, Kind.TIME, Kind.SCORE, Kind.PHONE, Kind.ID, Kind.URL, Kind.VERSION})


class Role(StrEnum):
    """What the text says of the figure."""

    LEVEL = "level"  # the rate stood at 4.2 %
    CHANGE = "change"  # it fell by 1.4 % a year
    TARGET = "target"  # it is planned to fall by 3 %


class Direction(StrEnum):
    """Which way a figure moves."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is about, as far as the text says.

    `indicator`, `noun` and `group` are ids of `resources/indicators.toml`; `noun` may also be the counted word as
    written, where no id is known. `place` is the name as written. `per` is "year", "month", "person" ... `carried`
    names the fields ("place") that the figure's own sentence does not say, but what stands before it.
    """

    indicator: str | None = None
    noun: str | None = None
    group: str | None = None
    place: str | None = None
    period: Period | None = None
    per: str | None = None
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in a document, and what it is about.

    `document` is the document's id, `span` the figure itself ("4.2 %", "524 bilion VND"), `passage` the index in
    `Document.passages`.
    """

    document: str
    span: Span
    passage: int
    quantity: Quantity
    kind: Kind
    role: Role = Role.LEVEL
    direction: Direction | None = None
    scope: Scope = field(default_factory=Scope)

    @property
    def id(self) -> str:
        """Return a name for the claim that is the same on every machine."""
        return f"{self.document[:16]}:{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence that two claims speak of the same thing (`weight` > 0) or do not (< 0).

    `name` is one of a few words ("names", "words", "figures", "indicator", "place", "period", "unit", "role",
    "group", "noun", "sources"); `detail` is short and for the reader ("Quang Ninh = کوانگ نین").
    """

    name: str
    detail: str
    weight: float


UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims that may speak of the same thing; `score` from 0 to 1 says how likely they do.

    `conflicts` names the fields of scope that are known to be others ("place", "period", "role", "group" ...); it is
    `UNDATED` where neither claim says of which time it is, and the figures of a place may well be of two.
    """

    a: Claim
    b: Claim
    score: float
    reasons: tuple[Reason, ...] = ()
    conflicts: tuple[str, ...] = ()


class Relation(StrEnum):
    """How two figures stand to each other."""

    AGREE = "agree"  # equal, rounded, converted, within a bound or range
    DIFFER = "differ"  # the same claim, and the figures do not fit
    CHECK = "check"  # the same kind of claim, but something of its scope is another or unknown


@dataclass(frozen=True, slots=True)
class Finding:
    """A match and what comparing its figures gave.

    `type` is "equal", "rounded", "within bound", "converted", "digits swapped", "digit slipped", "scale", "unit",
    "another place", "another period" ...; `gap` is |a-b| / max(|a|,|b|) from 0 to 1, None where it has no meaning.
    `under` is the id of the finding that leads a case (see `checking.leads`): one misquotation that several sources
    contradict is one case, led by its likeliest pair, with a further pair for each further witness; "" for the lead.
    """

    match: Match
    relation: Relation
    type: str
    gap: float | None
    explanation: str
    under: str = ""

    @property
    def id(self) -> str:
        """Return a name for the finding that is the same on every machine and in either order of its sides."""
        both = "|".join(sorted((self.match.a.id, self.match.b.id)))
        return hashlib.sha256(both.encode()).hexdigest()[:16]


class Verdict(StrEnum):
    """What the journalist decided; no review at all means open."""

    OPEN = "open"  # taken back
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Review:
    """One decision on one finding (`finding` is its id); later ones of the same finding replace earlier ones."""

    finding: str
    verdict: Verdict
    note: str
    reviewer: str
    when: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A finding with all that a reader or an export needs: both documents, and the review if there is one.

    `further` is the number of articles besides these two in the findings that stand under this one.
    """

    finding: Finding
    a: Document
    b: Document
    review: Review | None = None
    further: int = 0

    @property
    def verdict(self) -> Verdict:
        """Return the verdict in force."""
        return self.review.verdict if self.review else Verdict.OPEN


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why, in words for the person."""

    path: str
    reason: str


def article_key(document: str) -> int:
    """Return the number by which search and the dossier's tables know a document: 60 bits of its id."""
    try:
        return int(document[:15], 16)
    except ValueError:
        return int(hashlib.sha256(document.encode()).hexdigest()[:15], 16)


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """What one and the same figure of an article must be; an empty filter asks for nothing.

    `low` to `high` hold one of the values that the figure states; `about` are sets of ids (indicator, noun or group)
    or folded counted words, one of each set; `places` are folded names; the figure's period and `period` share a day;
    `relations` and `verdicts` are those of a finding about the figure.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    units: frozenset[str] = frozenset()
    about: tuple[frozenset[str], ...] = ()
    places: frozenset[str] | None = None
    period: Period | None = None
    roles: frozenset[str] = frozenset()
    relations: frozenset[Relation] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
