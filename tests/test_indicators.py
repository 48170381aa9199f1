"""The list of what figures can be about is strict and names what is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck.claims import indicators
from factcheck.claims.indicators import catalogue, kind_of
from factcheck.errors import LanguageFileError
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from pathlib import Path


def test_the_list_is_broad_and_joined_up() -> None:
    known = catalogue()
    assert len(known.indicators) >= 200
    assert known.indicators["poor households"].share == "poverty rate"
    assert known.subjects["rice"] in known.indicators["output"].of


def test_what_an_indicator_counts() -> None:
    known = catalogue()
    deaths = known.indicators["deaths"]
    assert known.counts(deaths, "children")
    assert not known.counts(deaths, "houses")
    assert not known.counts(known.indicators["accidents"], "people")
    assert known.indicators["revenue"].same == "sales"


@pytest.mark.parametrize(
    ("unit", "kind", "expected"),
    [
        ("percent", Kind.PERCENT, "percent"),
        ("VND", Kind.MONEY, "money"),
        ("mass-metric-ton", Kind.MEASURE, "mass"),
        (None, Kind.COUNT, "count"),
    ],
)
def test_kind_of(unit: str | None, kind: Kind, expected: str) -> None:
    assert kind_of(Quantity(Decimal(1), Decimal(1), unit), kind) == expected


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('[indicators]\nx = { kinds = ["colour"] }', "colour"),
        ('[indicators]\nx = { kins = ["count"] }', "indicators.x.kins"),
        ('[indicators]\nx = { kinds = ["count"], share = "y" }', "indicators.x.share"),
        ("[things]", "things"),
        ("indicators = ", "not valid TOML"),
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, named: str) -> None:
    (tmp_path / "indicators.toml").write_text(text, "utf-8")
    monkeypatch.setattr(indicators, "resource", lambda name: tmp_path / name)
    monkeypatch.setattr(indicators, "compiled", lambda _name, _tag, build: build())
    with pytest.raises(LanguageFileError, match=named):
        catalogue.__wrapped__()
