"""One piece of news in many languages (`news/*.toml`): its figures are read alike, wherever they are written."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.claims.extraction import extract
from factcheck.model import NOT_QUANTITIES
from factcheck.reading.files import from_text

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.model import Claim

PUBLISHED = date(2024, 11, 20)  # of all this news
ASKED = {"role": "level", "place": "", "per": ""}  # what is asked for where the table does not say; "" is nothing said
THEMES = {
    name: topic
    for path in sorted((Path(__file__).parent / "news").glob("*.toml"))
    for name, topic in tomllib.loads(path.read_text("utf-8")).items()
}
NEWS = [(name, tag, text) for name, topic in THEMES.items() for tag, text in topic["texts"].items()]


@pytest.mark.parametrize(("topic", "tag", "text"), NEWS, ids=[f"{name}-{tag}" for name, tag, _ in NEWS])
def test_figures_are_read_alike_in_all_languages(topic: str, tag: str, text: str) -> None:
    document = replace(from_text(text, language=tag), published=PUBLISHED)
    told = {_value(claim): claim for claim in extract(document) if claim.kind not in NOT_QUANTITIES}
    figures = {figure["value"]: {**ASKED, **figure} for figure in THEMES[topic]["figures"]}
    assert told.keys() == figures.keys()
    wrong = {value: _otherwise(told[value], wanted) for value, wanted in figures.items()}
    assert {value: each for value, each in wrong.items() if each} == {}


def _otherwise(claim: Claim, wanted: dict[str, Any]) -> dict[str, str]:
    """Return what is said of a figure that is not wanted, by what it is; a list holds several that may be."""
    said = {
        "unit": claim.quantity.unit or "",
        "indicator": claim.scope.indicator or "",
        "role": claim.role.value,
        "direction": claim.direction.value if claim.direction else "",
        "place": claim.scope.place or "",
        "period": str(claim.scope.period or ""),
        "per": claim.scope.per or "",
    }
    return {name: got for name, got in said.items() if name in wanted and got != wanted[name] and got not in
            (wanted[name] if isinstance(wanted[name], list) else ())}  # fmt: skip


def _value(claim: Claim) -> str:
    low, high = claim.quantity.low, claim.quantity.high
    return _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")
