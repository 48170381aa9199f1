"""What holds digits but states no quantity: addresses, file names, codes, versions, phone numbers, clock times."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.expressions import standing
from factcheck.model import Kind, Period, Quantity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

NOTHING = Quantity(None, None)  # of what states no quantity


@dataclass(slots=True)
class Mark:
    """A stretch of a plain text and what it was read as; `period` is set for dates, with the years as the quantity."""

    start: int
    end: int
    kind: Kind
    quantity: Quantity = NOTHING
    period: Period | None = None


_CASED = "a-z\u00df-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1eff"
_ENDING = r"\.(?:jpe?g|png|gif|pdf|docx?|xlsx?|html?|mp[34]|csv|txt|zip|webp)(?!\w)"
_GAP = " \u00a0\u202f"  # between the groups of a number to call
_ADDRESS, _FILE, _OF_FILE, _VERSION, _FEET, _TIED, _PHONE, _BLOCKS, _CODE, _LETTERED = standing(
    "marks",
    r"(?:https?://|www\.)[^\s<>\"«»]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+",
    rf"(?<![\w./-])[\w./-]{{0,128}}{_ENDING}",
    _ENDING,
    r"(?<![\w.])v?[0-9]{1,3}(?:\.[0-9]{1,3}){2,3}(?![\w]|[.,][0-9])",
    r"(?<![0-9.,'′\"])([3-8])\s?['′]\s?([0-9]|1[01])\s?(?:[\"″]|'')(?![0-9])",  # 5'11"
    rf"[0-9](?:(?<=[{_CASED}][0-9])|(?<=[{_CASED}]-[0-9]))",  # a digit that letters lead to
    rf"(?<![0-9a-z_+])(?:\+[0-9]{{1,3}}(?:[{_GAP}.\-/]?\(?[0-9]{{1,5}}\)?){{2,6}}"
    rf"|(?<![0-9][.,'{_GAP}])0[0-9]{{1,4}}(?:[{_GAP}.\-][0-9]{{1,5}}){{2,4}}|(?<![0-9][.,'{_GAP}])0[0-9]{{1,4}}[-{_GAP}][0-9]{{6,8}}"
    rf"|(?:\+?[0-9]{{1,3}}[{_GAP}-]?)?\([0-9]{{2,5}}\)[{_GAP}]?[0-9]{{2,4}}(?:[{_GAP}-][0-9]{{2,4}}){{1,3}}"
    rf"|(?<![0-9][.,'{_GAP}\-])(?:[0-9]{{1,3}}-)?[0-9]{{3}}-[0-9]{{3}}-[0-9]{{4}})(?![/0-9_a-z]|-[0-9])",
    rf"(?<![0-9_{_CASED}.,/-])[0-9]{{1,4}}(?:-[0-9]{{1,4}}){{2,4}}(?![\w/-]|[.,][0-9])",  # 永田町1-7-1
    rf"(?<![0-9_{_CASED}])(?:[0-9]{{1,5}}/[0-9]{{2,4}}/[{_CASED}][\w-]{{0,64}}|[0-9]{{1,64}}[{_CASED}]{{1,64}}[0-9]\w{{0,64}}|[0-9]{{12,64}}(?![.,]?\w)"
    rf"|[0-9]{{1,8}}(?:-[0-9]{{1,8}}){{3,8}}(?![0-9_{_CASED}])"  # "978-3-16-148410-0"
    rf"|(?<![0-9][^\w])0[0-9]{{2,64}}(?![0-9_{_CASED}.,:/-]))",
    rf"(?<![0-9_{_CASED}-])([{_CASED}]{{1,64}}+)(-?)(?=[0-9])([0-9]+(?:[-.]?[0-9{_CASED}]+){{0,8}})(?![0-9_{_CASED}])",
)
_DIALLED = re.compile("[+(]|[0-9]+")
_EXPONENT = re.compile(r"[0-9]+e[0-9]{1,2}")  # behind a decimal mark: "6.02e23"
_INCHES = 12  # of a foot
_METRES = re.compile("[0-9]m[0-9]{1,2}")
_OF_YEAR = re.compile("(?:19|20)[0-9]{2}")  # "mid-2018"
_CLOCK = re.compile("[0-9]{1,2}h[0-5][0-9]")
_DIGIT, _DIGITS = re.compile("[0-9]"), re.compile("[0-9]+")
_DOTTED = re.compile(r"[0-9]\.[0-9]")
_CALLED = 7  # digits that a number to call has more of
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def digits_of(text: str) -> list[tuple[int, int]]:
    """Return where the numbers in digits of a plain text stand."""
    return [m.span() for m in _DIGITS.finditer(text)]


def read_marks(text: str, known: Collection[str], digits: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the addresses, file names, codes, versions and phone numbers of a plain text, in no order.

    `known` are the words that may be written together with a number without naming something ("rm50", "usd5");
    `digits` are those of the text (`digits_of`).
    """
    if not digits:
        return []
    first, last = digits[0][0], digits[-1][1]
    found = []
    if "://" in text or "www." in text or "@" in text:
        found += [Mark(*m.span(), Kind.URL) for m in _ADDRESS.finditer(text) if _DIGIT.search(m[0])]
    if _OF_FILE.search(text):
        found += [Mark(*m.span(), Kind.ID) for m in _FILE.finditer(text) if _DIGIT.search(m[0])]
    if _DOTTED.search(text, first, last):
        found += [Mark(*m.span(), Kind.VERSION) for m in _VERSION.finditer(text) if not _GROUPED.fullmatch(m[0])]
    if last - first > _CALLED and sum(end - start for start, end in digits) > _CALLED:
        found += [
            Mark(*m.span(), Kind.PHONE, called(m[0])) for m in _phones(text) if sum(c.isdigit() for c in m[0]) > _CALLED
        ]
    if text.count("-") > 1:
        found += [Mark(*m.span(), Kind.ID) for m in _BLOCKS.finditer(text)]
    if "'" in text or "′" in text:
        found += [Mark(*m.span(), Kind.MEASURE, _inches(m[1], m[2])) for m in _FEET.finditer(text)]
    after = 0
    for start, _ in digits:  # as `finditer` would, but all codes begin with a digit
        if start >= after and (m := _CODE.match(text, start)):
            after = m.end()
            if text[start - 1 : start] in {".", ","} and _EXPONENT.fullmatch(m[0]):
                continue
            if not (_CLOCK.fullmatch(m[0]) or _METRES.fullmatch(m[0])) and m[0].lstrip("0123456789") not in known:
                found.append(Mark(start, after, Kind.ID))
    if [start for start, _ in digits if _TIED.match(text, start)]:
        found += [
            Mark(*m.span(), Kind.ID)
            for m in _LETTERED.finditer(text)
            if m[1] not in known and m[0] not in known and not (m[2] and _OF_YEAR.fullmatch(m[3]))
        ]
    return found


def _phones(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_PHONE.finditer` does: all that it finds begins with one of these signs or a number."""
    after = 0
    for begun in _DIALLED.finditer(text):
        if begun.start() >= after and (m := _PHONE.match(text, begun.start())):
            after = m.end()
            yield m


def _inches(feet: str, inches: str) -> Quantity:
    value = Decimal(int(feet) * _INCHES + int(inches))
    return Quantity(value, value, "length-inch")


def called(text: str) -> Quantity:
    """Return the digits of a number to call as one number."""
    value = Decimal("".join(_DIGIT.findall(text)))
    return Quantity(value, value)


_FIRST = {Kind.URL: 0, Kind.DATE: 1, Kind.TIME: 1}


class Row:
    """Marks in order that do not overlap: the one that came first stays."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self._ends: list[int] = []

    def add(self, mark: Mark) -> None:
        """Add a mark where it has room."""
        at = bisect(self._ends, mark.start)
        if at == len(self.marks) or self.marks[at].start >= mark.end:
            self.marks.insert(at, mark)
            self._ends.insert(at, mark.end)


def in_order(marks: list[Mark]) -> list[Mark]:
    """Return the marks by their place; of those that overlap addresses and dates stay, then the earliest, longest."""
    if len(marks) < 2:
        return marks
    row = Row()
    for mark in sorted(marks, key=lambda m: (_FIRST.get(m.kind, 2), m.start, -m.end)):
        row.add(mark)
    return row.marks
