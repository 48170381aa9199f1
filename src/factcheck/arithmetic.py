"""What does not add up inside one article: findings whose two sides are of the same document.

Only what a reader can check in the article's own sentences is flagged, and only where next to nothing else can be
meant: a figure stated twice with two values, shares of a whole beyond 100 %, parts that do not make their total, a
change that is not the one from the first level to the second, a share that is not the one of its count in the whole.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.language.common import common_words
from factcheck.language.folding import fold
from factcheck.language.packs import pack
from factcheck.language.scripts import UNSPACED
from factcheck.language.wording import describe, number, show
from factcheck.model import NOT_QUANTITIES, Finding, Kind, Match, PassageKind, Reason, Relation, Role
from factcheck.quantities import fit
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Claim, Document, Quantity, Span

_SCORE = 0.9  # of a hundred such findings on news, about so many are right
_ALIKE = 0.5  # of the words of the shorter of two sentences that state the same figure
_SHARE = "share of vote"  # the indicator whose values in one sentence are surely parts of one whole
_LEAST_SHARES = 3
_LEAST_PARTS = 2
_WHOLE = Decimal("100.5")  # shares are rounded
_NO_WHOLE = Decimal(150)  # so much together is no slip: these are no shares of one whole
_OFF = Decimal("0.25")  # of the total: parts that are further off are not all parts, or parts of something else
_REACH = 60  # characters from a total to its colon or bracket, and between two parts
_CUE = 24  # characters before a figure in which "from" or "to" is looked for
_NEXT = 16  # and between two levels that "from" and "to" join
_NEAR_SHARE = Decimal(10)  # percent points: a share that is further off is of another whole
_ROUNDED = Decimal("0.5")  # percent points that a writer may leave out of a change

_OPENED = re.compile(r"[:：(（]")
_CLOSED = re.compile(r"[)）;；؛]")
_QUOTED = re.compile(r"\s*[\"“”„«»「『]")
_WORD = re.compile(r"[^\W\d_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")


def check_article(document: Document, claims: Sequence[Claim]) -> list[Finding]:
    """Return what does not add up in an article, in the order of the text; `claims` are its claims, in order."""
    by_passage: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if document.passages[claim.passage].kind in {PassageKind.SENTENCE, PassageKind.HEADING}:
            by_passage[claim.passage].append(claim)
    made = list(_stated_twice(document, by_passage))
    for index, here in by_passage.items():
        span = document.passages[index].span
        made += _shares(document, span, here)
        made += _parts(document, span, here)
        made += _change(document, span, here)
        made += _share_of(document, here)
    return sorted(made, key=lambda finding: (finding.match.a.span, finding.match.b.span, finding.type))


def _finding(a: Claim, b: Claim, kind: str, gap: Decimal, said: str) -> Finding:
    """Return a finding whose sides are two figures of one article."""
    reason = Reason("sources", "both in one article", 1.0)
    explanation = f"{describe(a)}: {said}"
    return Finding(
        Match(a, b, _SCORE, (reason,)), Relation.DIFFER, kind, round(float(min(gap, Decimal(1))), 4), explanation
    )


def _plain(claim: Claim) -> bool:
    """Return whether a claim states one exact value."""
    quantity = claim.quantity
    return quantity.exact is not None and not quantity.approximate and claim.kind not in NOT_QUANTITIES


# ---- the same figure twice


def _stated_twice(document: Document, by_passage: Mapping[int, Sequence[Claim]]) -> Iterator[Finding]:
    """Yield figures that two sentences with much the same words state with two values."""
    drawers: dict[object, list[Claim]] = defaultdict(list)
    for here in by_passage.values():
        keys = [_subject(claim) for claim in here]
        for claim, key in zip(here, keys, strict=True):
            # two figures of one subject in a sentence are before and after, or of two things
            if key is not None and keys.count(key) == 1:
                drawers[key].append(claim)
    for drawer in drawers.values():
        values = {claim.quantity.exact for claim in drawer}
        if len(values) != 2:
            continue
        a = drawer[0]
        for b in drawer[1:]:
            if fit(a.quantity, b.quantity).fits or not _alike(document, a, b):
                continue
            gap = Decimal(str(fit(a.quantity, b.quantity).gap))
            said = f"{show(a.quantity)} beside {show(b.quantity)} in the same article"
            yield _finding(a, b, "stated twice", gap, said)
            break


def _subject(claim: Claim) -> object:
    """Return what two statements of the same figure must share; None for claims that do not say enough."""
    scope = claim.scope
    if scope.indicator is None or scope.period is None or not _plain(claim):
        return None
    about = scope.indicator, scope.noun, scope.group, scope.place, scope.period, scope.per
    return (*about, claim.role, claim.direction, claim.kind, claim.quantity.unit)


def _alike(document: Document, a: Claim, b: Claim) -> bool:
    left, right = (_words(document, document.passages[claim.passage].span) for claim in (a, b))
    return bool(left and right) and len(left & right) >= _ALIKE * min(len(left), len(right))


def _words(document: Document, span: Span) -> set[str]:
    common = common_words(document.language)
    words: set[str] = set()
    for word in _WORD.findall(fold(document.quote(span))):
        if _UNSPACED.search(word):
            words |= {word[i : i + 2] for i in range(max(1, len(word) - 1))}
        elif word not in common:
            words.add(word)
    return words


# ---- shares of a whole


def _shares(document: Document, sentence: Span, here: Sequence[Claim]) -> Iterator[Finding]:
    """Yield shares of one vote that are together more than the whole; those without words of their own go along."""
    shares = [c for c in here if c.quantity.unit == "percent" and c.scope.indicator in {None, _SHARE}]
    values = _values(shares)
    total = sum(values, Decimal(0))
    if len(set(values)) < max(_LEAST_SHARES, len(shares)) or not _WHOLE < total < _NO_WHOLE:
        return
    if shares[0].scope.indicator is None or not all(_plain(c) and c.role is Role.LEVEL for c in shares):
        return
    # other times, places and groups have a whole of their own
    if any(c.kind is Kind.DATE for c in here) or any(c.scope.group for c in shares):
        return
    if len({c.scope.place for c in shares} - {None}) > 1 or len({c.scope.period for c in shares} - {None}) > 1:
        return
    roles = pack(document.passages[here[0].passage].language).roles
    if any(_follows(document, sentence, c, (*roles.start, *roles.to)) for c in shares):
        return
    yield _finding(shares[0], shares[-1], "shares", (total - 100) / total, f"{_sum(values)} %, more than the whole")


def _values(claims: Sequence[Claim]) -> list[Decimal]:
    return [claim.quantity.exact for claim in claims if claim.quantity.exact is not None]


def _sum(values: Sequence[Decimal]) -> str:
    return f"{' + '.join(number(value) for value in values)} = {number(sum(values, Decimal(0)))}"


# ---- parts and their total


def _parts(document: Document, sentence: Span, here: Sequence[Claim]) -> Iterator[Finding]:
    """Yield totals whose parts, listed behind a colon or in a bracket, do not make them."""
    if len(here) <= _LEAST_PARTS:
        return
    partly = _partly(document.passages[here[0].passage].language)
    if partly is None or partly.search(fold(document.quote(sentence))):
        return
    for at, total in enumerate(here[:-_LEAST_PARTS]):
        between = document.text[total.span.end : here[at + 1].span.start]
        opened = list(_OPENED.finditer(between))
        if len(opened) != 1 or len(between) > _REACH:
            continue
        start = total.span.end + opened[0].end()
        if _QUOTED.match(document.text, start):
            continue
        closed = _CLOSED.search(document.text, start, sentence.end)
        end = closed.start() if closed else sentence.end
        parts = [claim for claim in here[at + 1 :] if claim.span.end <= end]
        value = total.quantity.exact
        if value is None or len(parts) < _LEAST_PARTS or not all(_is_part(part, total) for part in parts):
            continue
        gaps = [two.span.start - one.span.end for one, two in pairwise(parts)]
        values = _values(parts)
        together = sum(values, Decimal(0))
        off = abs(together - value)
        # parts that are rounded may be off by half of their last digit each
        slack = sum((_coarse(claim.quantity) / 2 for claim in (total, *parts)), Decimal(0))
        if max(gaps) > _REACH or off <= slack or off > max(Decimal(1), value * _OFF):
            continue
        yield _finding(total, parts[0], "parts", off / max(together, value), f"{_sum(values)}, not {number(value)}")


def _is_part(part: Claim, total: Claim) -> bool:
    """Return whether a figure may be a part of a total: it counts the same, or people of some sort, or says nothing."""
    if not (_plain(part) and _plain(total)) or part.kind is not total.kind or part.quantity.unit != total.quantity.unit:
        return False
    if part.kind not in {Kind.COUNT, Kind.MONEY, Kind.MEASURE} or part.role is not total.role:
        return False
    if part.scope.per != total.scope.per or part.quantity.exact == total.quantity.exact:
        return False
    one, other = part.scope.noun, total.scope.noun
    same = one is None or one == other or {one, other} <= _persons()
    subjects = part.scope.indicator, total.scope.indicator
    return same and (None in subjects or subjects[0] == subjects[1])


@cache
def _persons() -> frozenset[str]:
    table = tomllib.loads(resource("indicators.toml").read_text("utf-8"))
    return frozenset(table["nouns"]["persons"])


def _coarse(quantity: Quantity) -> Decimal:
    """Return the value of the last digit as written; 0 for whole numbers, which are counted and not rounded."""
    value = quantity.exact
    return quantity.precision if quantity.precision != 1 and value is not None else Decimal(0)


@cache
def _partly(language: str) -> re.Pattern[str] | None:
    """Return the expression of the words that make parts of what is listed only some of them; whole words if it can be.

    None for a language of which no such words are known.
    """
    phrases = map(fold, pack(language).text.partly)
    quoted = [word if _UNSPACED.search(word) else rf"(?<!\w){word}(?!\w)" for word in map(re.escape, phrases)]
    return re.compile("|".join(quoted)) if quoted else None


# ---- from one level to another


def _change(document: Document, sentence: Span, here: Sequence[Claim]) -> Iterator[Finding]:
    """Yield changes in per cent that are not those between the two levels that the same sentence names."""
    stated = [claim for claim in here if claim.kind not in NOT_QUANTITIES]
    changes = [c for c in stated if c.kind is Kind.PERCENT and c.quantity.unit == "percent" and c.role is Role.CHANGE]
    levels = [c for c in stated if c not in changes]
    if len(changes) != 1 or len(levels) != 2 or not all(_plain(c) for c in stated) or changes[0].scope.per:
        return
    language = document.passages[here[0].passage].language
    roles = pack(language).roles
    starts = [c for c in levels if _follows(document, sentence, c, roles.start)]
    ends = [c for c in levels if _follows(document, sentence, c, roles.to) and c not in starts]
    if levels[1].span.start - levels[0].span.end <= _NEXT and _follows(document, sentence, levels[0], _from(language)):
        starts = [levels[0]]
    if len(starts) != 1 or len(ends) != 1 or starts == ends or not _same_measure(*levels):
        return
    (change,), (first,), (last,) = changes, starts, ends
    before, after, percent = (c.quantity.exact or Decimal(0) for c in (first, last, change))
    if before <= 0 or after <= 0 or percent <= 0:
        return
    half_before, half_after = first.quantity.precision / 2, last.quantity.precision / 2
    if half_before >= before:
        return
    edges = [((after + x * half_after) / (before + y * half_before) - 1) * 100 for x in (-1, 0, 1) for y in (-1, 0, 1)]
    slack = change.quantity.precision / 2 + _ROUNDED
    sizes = [abs(edge) for edge in edges]
    if min(sizes) - slack <= percent <= max(sizes) + slack:
        return
    exact = abs(after / before - 1) * 100
    said = (
        f"from {show(first.quantity)} to {show(last.quantity)} is {number(round(exact, 1))} %, not {number(percent)} %"
    )
    yield _finding(change, last, "change", abs(exact - percent) / max(exact, percent), said)


# ---- a share of a whole, and its count


def _share_of(document: Document, here: Sequence[Claim]) -> Iterator[Finding]:
    """Yield shares in brackets that are not those of the two counts of the sentence: "1,200 of 2,000 homes (65 %)".

    The share may be of another whole that the sentence does not name: only what is close to the right one, or one slip
    from it, is flagged.
    """
    stated = [claim for claim in here if claim.kind not in NOT_QUANTITIES]
    shares = [c for c in stated if c.quantity.unit == "percent" and _in_brackets(document, c)]
    counts = [c for c in stated if c.kind is Kind.COUNT]
    if len(stated) != 3 or len(shares) != 1 or len(counts) != 2 or not all(map(_plain, stated)):
        return
    nouns = {c.scope.noun for c in counts} - {None}
    if len(nouns) > 1 or any(c.role is not Role.LEVEL or c.direction for c in stated):
        return
    part, whole = sorted(counts, key=lambda c: c.quantity.exact or Decimal(0))
    few, many, percent = (claim.quantity.exact or Decimal(0) for claim in (part, whole, shares[0]))
    if few <= 0 or percent <= 0 or few == many:
        return
    right = few / many * 100
    slack = shares[0].quantity.precision / 2 + right * (_coarse(part.quantity) / few + _coarse(whole.quantity) / many)
    if min(abs(right - percent), abs(100 - right - percent)) <= slack:
        return
    shown = round(right, max(0, -int(shares[0].quantity.precision.normalize().as_tuple().exponent)))
    if abs(right - percent) <= _NEAR_SHARE or sorted(str(shown)) == sorted(str(percent)):
        said = f"{number(few)} of {number(many)} is {number(shown)} %, not {number(percent)} %"
        yield _finding(shares[0], part, "share", abs(right - percent) / max(right, percent), said)


def _in_brackets(document: Document, claim: Claim) -> bool:
    start, end = claim.span.start, claim.span.end
    before, after = document.text[max(0, start - 2) : start].strip()[-1:], document.text[end : end + 2].strip()[:1]
    return before in {"(", "（"} and after in {")", "）"}


@cache
def _from(language: str) -> tuple[str, ...]:
    """Return the words that begin "from ... to" and never "between ... and"."""
    found = pack(language)
    ends = {*found.roles.to, *found.bounds.to}
    others = {pair[0] for pair in found.bounds.between if pair[1] not in ends}
    return tuple(pair[0] for pair in found.bounds.between if pair[0] not in others)


def _same_measure(a: Claim, b: Claim) -> bool:
    if a.kind is not b.kind or a.quantity.unit != b.quantity.unit or a.kind is Kind.PERCENT:
        return False
    return None in {a.scope.noun, b.scope.noun} or a.scope.noun == b.scope.noun


def _follows(document: Document, sentence: Span, claim: Claim, words: Sequence[str]) -> bool:
    """Return whether one of the words stands just before a figure."""
    before = fold(document.text[max(sentence.start, claim.span.start - _CUE) : claim.span.start]).strip()
    return any(before == word or before.endswith(f" {word}") for word in map(fold, words))
