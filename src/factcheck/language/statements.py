"""Whole statements in plain words: what a figure says, why two do not fit, what speaks for putting them together.

"Poverty rate, Ninh Thuan, 2021 to 2023: fell by 1.46 % a year": for someone who cannot read the article's language.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.language.wording import (
    ENGLISH,
    describe,
    listed,
    moment,
    moments,
    named,
    place_name,
    show,
    subject,
    when,
    wording,
)
from factcheck.language.writing import count
from factcheck.model import NOT_QUANTITIES, UNDATED, Kind, Relation, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.model import Claim, Finding, Reason

PARTING = {  # the field in which two claims part -> the type of their finding
    "place": "another place",
    "period": "another period",
    "group": "another group",
    "role": "another role",
    "indicator": "another indicator",
    "noun": "another thing counted",
    "direction": "another direction",
    "per": "another base",
    "unit": "another unit",
    UNDATED: "no time said",
}
_THOUSAND = Decimal(1000)
_SAME = {"indicator": "indicators", "noun": "nouns", "group": "groups"}


def sentence(claim: Claim, language: str = ENGLISH) -> str:
    """Return all that a claim says: what it is about, the period, and what it states of it."""
    say, scope = wording(language), claim.scope
    parts = subject(claim, language)
    if scope.period and claim.kind is not Kind.DATE:
        parts.append(when(scope.period, language))
    amount = moment(claim, language)
    if claim.kind is Kind.DATE and scope.period:
        amount = when(scope.period, language)
    if scope.per:
        amount += f" {named('per', scope.per, language)}"
    form = "level"
    if claim.role is Role.CHANGE:
        form = claim.direction.value if claim.direction else "change"
    elif claim.role is Role.TARGET:
        form = f"target_{claim.direction.value}" if claim.direction else "target"
    return say.tables["said"][form].format(what=listed(parts, language), x=amount)


def explain(finding: Finding, language: str = ENGLISH) -> str:
    """Return why a finding is one: "Poverty rate, Ninh Thuan, 2023: 4.12 % beside 4.21 %: two digits are swapped".

    What is stored with the finding is English; the other languages are told from the finding's data.
    """
    say = wording(language)
    if say.tag == ENGLISH:
        return finding.explanation
    a, b = finding.match.a, finding.match.b
    if {a.kind, b.kind} & NOT_QUANTITIES:
        x, y = moments(a, b, language)
    else:
        x, y = show(a.quantity, language), show(b.quantity, language)
    what = max(describe(a, language), describe(b, language), key=len)
    return say.tables["why"]["beside"].format(what=what, x=x, y=y, why=why(finding, language))


def why(finding: Finding, language: str = ENGLISH) -> str:
    """Return why two figures do or do not fit, and no more: "two digits are swapped", "another place: A beside B".

    What does not add up in one article is told with its numbers in English, in which it is stored.
    """
    reasons, match = wording(language).tables["why"], finding.match
    a, b = match.a, match.b
    if a.document == b.document and wording(language).tag == ENGLISH:
        return finding.explanation.removeprefix(f"{describe(a)}: ")
    if finding.relation is Relation.CHECK:
        measured = not {a.kind, b.kind} & NOT_QUANTITIES
        fields = (*match.conflicts, "unit") if measured and finding.gap is None else match.conflicts
        return parted(fields, a, b, language)
    kind = finding.type if finding.type in reasons else "equal" if finding.relation is Relation.AGREE else "plain"
    values = zip(a.quantity.values, b.quantity.values, strict=False)
    one, other = next(((m, n) for m, n in values if m != n), (None, None))
    return slip(kind, one, other, language)


def parted(fields: Iterable[str], a: Claim, b: Claim, language: str = ENGLISH) -> str:
    """Return in what two claims part, by the names of `PARTING`: "another place: A beside B; another group: ..."."""
    say = wording(language)
    told = []
    for name in fields:
        if name == UNDATED:
            told.append(say.tables["reasons"][UNDATED])
            continue
        x, y = (_part(name, claim, language) or say["unsaid"] for claim in (a, b))
        both = say.tables["reasons"]["other"].format(x=x, y=y)
        told.append(say.tables["said"]["level"].format(what=say.tables["types"][PARTING[name]], x=both))
    return "; ".join(told)


def slip(kind: str, x: Decimal | None = None, y: Decimal | None = None, language: str = ENGLISH) -> str:
    """Return how the type of a finding (`Finding.type`) is said as the reason why two values do or do not fit.

    `x` and `y` are the values that differ; large ones that are a thousand or a million times each other are said to be
    confused magnitude words. Raises KeyError for a type that no wording knows.
    """
    factor = max(abs(x / y), abs(y / x)) if x and y else Decimal(0)
    if kind == "scale" and x and y and factor in {_THOUSAND, _THOUSAND**2} and max(abs(x), abs(y)) >= _THOUSAND**2:
        kind = "scale word"
    return wording(language).tables["why"][kind].format(factor=count(round(factor), language))


def kind_of(finding: Finding, language: str = ENGLISH) -> str:
    """Return a finding's type in words, "" where it says no more than that the figures do not fit."""
    return wording(language).tables["types"].get(finding.type, finding.type)


def told(reason: Reason, finding: Finding, language: str = ENGLISH) -> str:
    """Return what a reason goes by; what is stored is English."""
    say = wording(language)
    if say.tag == ENGLISH:
        return reason.detail
    details, (a, b) = say.tables["reasons"], (finding.match.a, finding.match.b)
    if reason.name == "figure":
        x, y = (moment(claim, language) for claim in (a, b))
        return details["same" if x == y else "figure"].format(x=x, y=y)
    if reason.name in details:
        return details[reason.name]
    name = reason.name.removeprefix("other ")
    x, y = (_part(name, claim, language) for claim in (a, b))
    if not (x or y):
        return reason.detail
    unsaid = say["unsaid"]
    return details["same" if name == reason.name else "other"].format(x=x or y or unsaid, y=y or unsaid)


def _part(name: str, claim: Claim, language: str) -> str:
    """Return one field of a claim in words, "" where it is not said."""
    scope, say = claim.scope, wording(language)
    parts: dict[str, Callable[[], str]] = {
        "place": lambda: place_name(scope.place, language) if scope.place else "",
        "period": lambda: when(scope.period, language) if scope.period else "",
        "role": lambda: say.tables["roles"][claim.role.value],
        "direction": lambda: say.tables["moves"][claim.direction.value] if claim.direction else "",
        "per": lambda: named("per", scope.per, language) if scope.per else "",
        "unit": lambda: show(claim.quantity, language),
    }
    if name in parts:
        return parts[name]()
    value = getattr(scope, name, None) if name in _SAME else None
    return named(_SAME[name], value, language) if value else ""
