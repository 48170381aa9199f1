"""The sample dossier through the whole way: its manifest is the ground truth."""

import tomllib
from pathlib import Path

import pytest

from factcheck.checking import check
from factcheck.export.formats import render
from factcheck.model import Case, Relation, Skipped
from factcheck.resources import sample_dossier

MANIFEST = tomllib.loads((sample_dossier() / "manifest.toml").read_text("utf-8"))
WRONG = {(each["file"], each["text"]): each for each in MANIFEST["misquotation"]}


@pytest.fixture(scope="module")
def cases():
    happened = list(check(None, [sample_dossier()], processes=1))
    assert not [each for each in happened if isinstance(each, Skipped)]
    return [each for each in happened if isinstance(each, Case)]


def test_several_processes_write_the_same_bytes(cases):
    again = [each for each in check(None, [sample_dossier()], processes=2) if isinstance(each, Case)]
    assert render(again, (), "csv") == render(cases, (), "csv")


def sides(case):
    """Return (file, the figure as written) of both sides."""
    match = case.finding.match
    return [(Path(d.path).name, d.quote(c.span)) for c, d in ((match.a, case.a), (match.b, case.b))]


def misquoted(case):
    """Return the misquotations that a case flags."""
    return [key for side in sides(case) for key in WRONG if side[0] == key[0] and key[1] in side[1]]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda key: f"{key[0]}: {key[1]}")
def test_every_misquotation_is_flagged(cases, wrong):
    flagged = [case for case in cases if case.finding.relation is Relation.DIFFER and wrong in misquoted(case)]
    assert flagged[0].finding.type == WRONG[wrong]["type"]


def test_at_most_one_false_flag_stands_above_the_lowest_true_one(cases):
    flags = [misquoted(case) for case in cases if case.finding.relation is Relation.DIFFER]
    first = {wrong: min(n for n, found in enumerate(flags) if wrong in found) for wrong in WRONG}
    false = [n for n, found in enumerate(flags) if not found]
    assert sum(n < max(first.values()) for n in false) <= 1


def test_a_level_of_one_thing_is_not_set_beside_a_change_of_another(cases):
    checked = [case.finding for case in cases if case.finding.relation is Relation.CHECK]
    apart = [(found.match.a, found.match.b) for found in checked if found.gap]
    assert len(apart) > 10
    for a, b in apart:
        both = a.scope.indicator and b.scope.indicator
        assert not both or common(a.scope.indicator, b.scope.indicator) or a.role is b.role, (a, b)


def common(one, other):
    """Return whether an indicator is the other one, or a narrower one ("road deaths", "deaths")."""
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def test_nearly_all_agreements_of_the_manifest_are_found(cases):
    agreeing = [sides(case) for case in cases if case.finding.relation is Relation.AGREE]
    wanted = [{(each[side]["file"], each[side]["text"]) for side in "ab"} for each in MANIFEST["agreement"]]
    missed = [pair for pair in wanted if not any(_is(pair, found) for found in agreeing)]
    assert len(missed) <= 2, missed


def _is(pair, found):
    return all(any(side[0] == file and text in side[1] for side in found) for file, text in pair)
