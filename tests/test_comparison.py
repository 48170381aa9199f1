"""Whether two matched figures fit, and what is wrong if not."""

from dataclasses import replace

import pytest

from factcheck.claims.extraction import extract
from factcheck.comparison import compare
from factcheck.model import Claim, Kind, Match, PassageKind, Relation
from factcheck.reading.files import from_text
from samples import article, claim


def first(text: str, language: str, kind: Kind | None = None) -> Claim:
    document = from_text(text, language=language)
    return next(c for c in extract(document) if kind is None or c.kind is kind)


@pytest.mark.parametrize(
    ("left", "right", "relation", "kind"),
    [
        (("The rate was 4.21%.", "en"), ("Le taux était de 4,21 %.", "fr"), "agree", "equal"),
        (("The rate was 4.21%.", "en"), ("Tỷ lệ là 4,12%.", "vi"), "differ", "digits swapped"),
        (("The rate was 4.21%.", "en"), ("Le taux était de 4,2 %.", "fr"), "agree", "rounded"),
        (("It cost 524 billion VND.", "en"), ("Jumlahnya 52.4 bilion VND.", "ms"), "differ", "scale"),
        (("more than 524 billion VND", "en"), ("526 tỷ đồng", "vi"), "agree", "within bound"),
        (("more than 180 models", "en"), ("hơn 108 mô hình", "vi"), "differ", "digits swapped"),
        (("a cut of 4 to 5 percent", "en"), ("giảm 4,5%", "vi"), "agree", "within range"),
        (("There were 218 households.", "en"), ("Il y avait 219 ménages.", "fr"), "differ", "digit slipped"),
        (("There were 218 households.", "en"), ("Il y avait 2 180 ménages.", "fr"), "differ", "scale"),
        (("It fell 3 percent.", "en"), ("Jumlahnya RM3.", "ms"), "check", "another unit"),
        (("It is 10 miles long.", "en"), ("Elle fait 16 km.", "fr"), "agree", "converted"),
        (("It is 10 miles long.", "en"), ("Elle fait 61 km.", "fr"), "differ", "plain"),
        (("up to £120 million", "en"), ("jusqu'à 96 millions £", "fr"), "differ", "plain"),
        (("up to £120 million", "en"), ("153 millions £", "fr"), "differ", "bound"),
        (("more than 200 people", "en"), ("250 personnes", "fr"), "differ", "digit slipped"),
        (("about 130 miles", "en"), ("131 miles", "en"), "agree", "about"),
        (("about 131 miles", "en"), ("130 miles", "en"), "differ", "digit slipped"),
        (("It was 26 degrés.", "fr"), ("80 độ", "vi"), "agree", "converted"),
        (("It was 26 degrés.", "fr"), ("62 độ", "vi"), "differ", "digits swapped"),
        (("more than 500 people", "en"), ("500 personnes", "fr"), "agree", "within bound"),
        (("more than 500 people", "en"), ("460 personnes", "fr"), "differ", "bound"),
        (("fewer than 500 people", "en"), ("plus de 500 personnes", "fr"), "agree", "within bound"),
        (("fewer than 500 people", "en"), ("plus de 760 personnes", "fr"), "differ", "bound"),
        (("The rate was 4.25%.", "en"), ("Le taux était de 4,3 %.", "fr"), "agree", "rounded"),
        (("The rate was 4.21%.", "en"), ("Le taux était de 4,3 %.", "fr"), "differ", "rounding"),
        (("The rate was 4.21%.", "en"), ("Le taux était de 4,4 %.", "fr"), "differ", "plain"),
        (("Exports rose by 3.5%.", "en"), ("Les exportations ont baissé de 3,5 %.", "fr"), "differ", "direction"),
        (("Exports rose by 3.5%.", "en"), ("Les exportations ont augmenté de 3,5 %.", "fr"), "agree", "equal"),
        (("It fell 3 percent.", "en"), ("Il a baissé de 3 points de pourcentage.", "fr"), "check", "another unit"),
        (("It cost 3 million euros.", "en"), ("3 millions de dollars", "fr"), "check", "another unit"),
        (("It cost $3 million.", "en-CA"), ("3 millions de dollars américains", "fr"), "agree", "equal"),
        (("It cost $3 million.", "en-CA"), ("6 millions de dollars américains", "fr"), "differ", "digit slipped"),
        (("It cost $3 million.", "en-CA"), ("It cost $3 million.", "en-AU"), "agree", "equal"),
        (("It cost A$3 million.", "en"), ("3 millions de dollars américains", "fr"), "check", "another unit"),
        (("It cost $3 million.", "en-CA"), ("3 millions d'euros", "fr"), "check", "another unit"),
        (("call 0800 555 111", "en"), ("appelez le 0800 555 111", "fr"), "agree", "equal"),
        (("call +44 20 7946 0958", "en"), ("appelez le 020 7946 0958", "fr"), "agree", "equal"),
        (("call 0800 555 111", "en"), ("appelez le 0800 555 117", "fr"), "differ", "digit slipped"),
    ],
)
def test_a_match_becomes_a_finding(left, right, relation, kind):
    found = compare(Match(first(*left), first(*right), 0.9))
    assert (str(found.relation), found.type) == (relation, kind)
    assert found.explanation


@pytest.mark.parametrize(
    ("left", "right", "kind", "told"),
    [
        (("It cost 524 billion VND.", "en"), ("524 triệu đồng", "vi"), "scale", "million and billion are confused"),
        (("It cost 3 billion euros.", "en"), ("3 millions d'euros", "fr"), "scale", "million and billion are confused"),
        (("There were 2180 households.", "en"), ("Il y avait 218 ménages.", "fr"), "scale", "10 times"),
        (("on 3 May 2021", "en"), ("le 5 mars 2021", "fr"), "day and month", "exchanged"),
        (("on 3 May", "en"), ("le 5 mars", "fr"), "day and month", "exchanged"),
        (("on 3 May 2021", "en"), ("le 4 mars 2021", "fr"), "date", "do not fit"),
        (("There were 218 households.", "en"), ("Il y avait 28 ménages.", "fr"), "digit missing", "a digit more"),
        (("There were 218 households.", "en"), ("Il y avait 740 ménages.", "fr"), "plain", "do not fit"),
    ],
)
def test_what_is_wrong_is_said(left, right, kind, told):
    found = compare(Match(first(*left), first(*right), 0.9))
    assert (found.relation, found.type) == (Relation.DIFFER, kind)
    assert told in found.explanation


@pytest.mark.parametrize(
    ("left", "right", "field"),
    [
        (("It fell 3 percent.", "en"), ("un recul de 3 points de pourcentage", "fr"), "another unit"),
        (("It cost 3 million euros.", "en"), ("3 millions de dollars", "fr"), "another unit"),
    ],
)
def test_currencies_and_points_are_named_and_not_converted(left, right, field):
    found = compare(Match(first(*left), first(*right), 0.9))
    assert (found.relation, found.type) == (Relation.CHECK, field)


def test_scopes_that_part_are_to_be_checked_and_the_reader_is_told_why():
    document = article("en")
    here = claim(document, "4.21")
    there = replace(here, scope=replace(here.scope, place="Phu Tho"))
    found = compare(Match(here, there, 0.9, conflicts=("place",)))
    assert found.relation is Relation.CHECK
    assert found.type == "another place"
    assert "Quang Ninh" in found.explanation
    assert "Phu Tho" in found.explanation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (("in 2017", "en"), ("en 2017", "fr"), "agree"),
        (("in 2017", "en"), ("en 2071", "fr"), "differ"),
        (("in July 2017", "en"), ("en 2017", "fr"), "agree"),
    ],
)
def test_dates_are_compared_as_periods(left, right, relation):
    found = compare(Match(first(*left, Kind.DATE), first(*right, Kind.DATE), 0.9))
    assert str(found.relation) == relation


@pytest.mark.parametrize(("other", "relation"), [("a 3-1 defeat", Relation.AGREE), ("a 4-1 defeat", Relation.DIFFER)])
def test_a_score_that_is_read_as_a_range_is_the_same_score(other, relation):
    score, lost = first("They won 3-1.", "en", Kind.SCORE), first(f"It was {other}.", "en", Kind.SCORE)
    as_range = replace(lost, kind=Kind.COUNT, quantity=replace(lost.quantity, unit=None))
    assert compare(Match(score, as_range, 1.0)).relation is relation


def test_a_finding_has_one_name_in_either_order():
    document = article("en")
    a, b = claim(document, "4.21"), claim(document, "16,700")
    assert compare(Match(a, b, 0.5)).id == compare(Match(b, a, 0.5)).id
    assert document.passages[0].kind is PassageKind.HEADING
