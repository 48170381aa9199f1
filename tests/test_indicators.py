"""The list of what figures can be about is strict and names what is wrong."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from factcheck.claims import indicators
from factcheck.claims.indicators import catalogue, kind_of
from factcheck.errors import LanguageFileError
from factcheck.language.packs import pack, packs
from factcheck.model import Kind, Quantity

if TYPE_CHECKING:
    from pathlib import Path

# Of one kind, and of one word in some language, because the word means both: "vols" are flights and thefts, "إصابة" is
# an injury or a case of a disease, "停電" is said of an outage and of the homes that it leaves without power.
OF_ONE_WORD = {
    ("affected people", "injured people"),
    ("arrests", "cases"),
    ("arrests", "output"),
    ("budget", "loans"),
    ("cases", "injured people"),
    ("cases", "output"),
    ("cases", "patients"),
    ("damage", "losses"),
    ("deportations", "job losses"),
    ("deportations", "returnees"),
    ("electricity access", "power cuts"),
    ("employment rate", "hotel occupancy"),
    ("fares", "rent"),
    ("flights", "theft crimes"),
    ("foreign workers", "workers abroad"),
    ("homes built", "wildfires"),
    ("homes without power", "power cuts"),
    ("hotel occupancy", "reservoir level"),
    ("life expectancy", "median age"),
    ("output", "sales"),
    ("output", "yield"),
    ("prices", "sales"),
    ("prices", "spending"),
    ("school enrolment", "students"),
    ("seats", "traffic offences"),
    ("tax", "tax revenue"),
}


@pytest.mark.parametrize("tag", packs())
def test_a_phrase_names_one_indicator_of_a_kind(tag: str) -> None:
    known, seen = catalogue().indicators, defaultdict(list)
    for name, phrases in pack(tag).indicators.items():
        for phrase in phrases:
            seen[phrase.casefold()].append(name)
    twice = {
        (phrase, *sorted(pair))
        for phrase, names in seen.items()
        for pair in combinations(names, 2)
        if known[pair[0]].kinds & known[pair[1]].kinds and pair[0] != pair[1]
    }
    assert {found for found in twice if found[1:] not in OF_ONE_WORD} == set()


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
