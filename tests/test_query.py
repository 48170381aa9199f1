from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.errors import QueryError
from factcheck.search.distance import within
from factcheck.search.query import highlights
from factcheck.search.syntax import parse
from factcheck.search.tree import explain

EXPLAINED = [
    ("giam ngheo", "“giam” and “ngheo”"),
    ("«نرخ فقر»", "the phrase “نرخ فقر”"),
    ("“taux de pauvreté”", "the phrase “taux de pauvreté”"),
    ('"poor households"~3', "the words “poor households” near each other (at most 3 between two)"),
    ("rate OR taux", "either “rate” or “taux”"),
    ("poverty NOT target", "“poverty”, without “target”"),
    ("poverty -target", "“poverty”, without “target”"),
    ("a AND NOT b", "“a”, without “b”"),
    ("(rate OR taux) 2023", "(either “rate” or “taux”) and “2023”"),
    ("pov*", "words that begin with “pov”"),
    ("贫", "words that begin with “贫”"),
    ("pauvrete~", "words like “pauvrete” (at most 1 letter different)"),
    ("pauvrete~2", "words like “pauvrete” (at most 2 letters different)"),
    ("covid-19", "the phrase “covid-19”"),
    ("10:30", "the phrase “10:30”"),
    ("https://news.example/fr", "the phrase “https://news.example/fr”"),
    ("-5", "“-5”"),
    ("lang:fr taux", "“taux”, in French"),
    ("lang:Persian", "articles in Persian"),
    ("language:فارسی", "articles in Persian"),
    ("lang:pt-BR", "articles in Portuguese"),
    ("-lang:fr taux", "“taux”, not in French"),
    ("lang:(fa OR fr) 4.21", "(either in Persian or in French) and “4.21”"),
    ("source:baoquangninh", "articles from an outlet, file or site with “baoquangninh” in its name"),
    ("date:2023", "articles published from 2023-01-01 to 2023-12-31"),
    ("date:۲۰۲۳-۰۲", "articles published from 2023-02-01 to 2023-02-28"),
    ("date:2023-05-14", "articles of 2023-05-14"),
    ("date:2021..2023", "articles published from 2021-01-01 to 2023-12-31"),
    ("date:2023..2021", "articles published from 2021-01-01 to 2023-12-31"),
    ("date:2021..", "articles published from 2021-01-01 on"),
    ("date:<2021-06", "articles published until 2021-06-30"),
    ("l'économie", "the phrase “l'économie”"),
    ("… poverty ?", "“poverty”"),
    ("po*ty", "words of the form “po*ty”"),
    ("p?verty", "words of the form “p?verty”"),
    ("what?", "“what?”"),
    ("=Poverty", "“Poverty” exactly as written"),
    ('="Le taux" 2023', "“Le taux” exactly as written and “2023”"),
    ("value:4..6", "articles with a figure from 4 to 6"),
    ("value:۴٫۵", "articles with a figure of 4.5"),
    ("value:>1000000", "articles with a figure more than 1,000,000"),
    ('value:"≤ 2 triệu"', "articles with a figure of at most 2,000,000"),
    ("unit:% value:4", "articles with a figure in percent, of 4"),
    ("unit:درصد", "articles with a figure in percent"),
    ("unit:usd", "articles with a figure in USD"),
    ('about:"poverty rate" place:"Quang Ninh"', "articles with a figure about poverty rate, for Quang Ninh"),
    ("period:2021/2023", "articles with a figure of 2021/2023"),
    ("role:target", "articles with a figure that is a target"),
    ("is:flagged poverty", "“poverty”, with a figure that is flagged"),
    ("file:minutes.pdf", "articles in a file or folder with “minutes.pdf” in its name"),
]


@pytest.mark.parametrize(("query", "meaning"), EXPLAINED)
def test_a_query_is_explained_in_plain_words(query: str, meaning: str) -> None:
    assert explain(parse(query)) == meaning


REFUSED = [
    ("", "no word to search for"),
    ("  …  ", "no word to search for"),
    ("(poverty", "bracket ( at character 1 is not closed"),
    ("poverty) rate", "bracket ) at character 8 closes nothing"),
    ("rate ()", "brackets at character 7 are empty"),
    ("AND rate", "AND at character 1 needs a word before it"),
    ("rate OR", "OR at character 6 needs a word after it"),
    ("rate OR OR taux", "needs a word after it"),
    ("NOT", "needs a word after it"),
    ('"poor households', "quotation mark at character 1 is not closed"),
    ("author:smith", "no field “author:”"),
    ("lang: fr", "needs a value right after it"),
    ("lang:", "needs a value right after it"),
    ("lang:klingon", "not a language"),
    ("date:yesterday", "not a date"),
    ("date:2023-13", "not a date"),
    ("date:..", "not a date"),
    ("source:…", "needs a word"),
    ("source:vn*", "cannot be combined"),
    ("*b", "needs at least 2 letters"),
    ("value:many", "not a number"),
    ("value:..", "not a number"),
    ("unit:parsec", "not a unit"),
    ("role:boss", "not a role"),
    ("is:wrong", "There is no is:wrong"),
    ("period:soon", "not a date"),
    ("place:…", "needs a name"),
    ("about:…", "needs words"),
    ("unit:percent unit:USD", "cannot have two units"),
    ("place:Hanoi place:Hue", "cannot be for two places"),
    ("value:4*", "cannot be combined"),
    ("*", "* at character 1"),
    ("rate~9", "1 or 2 letters"),
    ("rate~10", "~ at character 5"),
    ("(" * 30 + "a" + ")" * 30, "too many brackets"),
    ("a* " * 40, "too many words with"),
    ("word " * 300, "too long"),
]


@pytest.mark.parametrize(("query", "message"), REFUSED)
def test_what_cannot_be_understood_is_said_in_plain_words(query: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(query)
    assert message in str(error.value)
    assert error.value.at is None or 0 <= error.value.at <= len(query)


def test_the_place_of_a_mistake_is_known() -> None:
    for query, at in (
        ("rate (poverty", 5),
        ("rate author:smith", 5),
        ("rate value:many", 11),
        ("rate lang:klingon", 10),
    ):
        with pytest.raises(QueryError) as error:
            parse(query)
        assert error.value.at == at, query


TEXT = "Le taux de pauvreté est tombé à 4,12 % ; نرخ فقر و الفقر، 贫困率 giảm nghèo: POVERTY, pauvretés."

MARKED = [
    ("pauvrete", ["pauvreté"]),
    ("pauvrete*", ["pauvreté", "pauvretés"]),
    ("pauvrete~", ["pauvreté", "pauvretés"]),
    ("فقر", ["فقر", "الفقر"]),
    ("4.12", ["4,12"]),
    ("贫困率", ["贫困率"]),
    ("率", ["率"]),
    ('"giam ngheo"', ["giảm nghèo"]),
    ('"giam poverty"', []),
    ('"giam poverty"~1', ["giảm", "POVERTY"]),
    ("poverty OR taux", ["taux", "POVERTY"]),
    ("poverty -taux", ["POVERTY"]),
    ("lang:fr", []),
    ("=pauvreté", ["pauvreté"]),
    ("=pauvrete", []),
    ("=POVERTY", ["POVERTY"]),
    ("p?uvre*", ["pauvreté", "pauvretés"]),
    ("value:4.12", []),
    ('"taux de" de', ["taux de"]),
]


@pytest.mark.parametrize(("query", "marked"), MARKED)
def test_highlights_are_spans_of_the_text_as_written(query: str, marked: list[str]) -> None:
    assert [TEXT[span.start : span.end] for span in highlights(query, TEXT)] == marked


PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "(", ")", '"', "*", "~", "~2", "-", "lang:", "date:", "source:", ":", "2023", "fr", "..", "«",
     "»", " ", "  ", "فقر", "giam", "贫困", "é", "\u200c", "'", ",", "<", "a*", "b~",
     "*b?c", "=", "=a", "value:", ">4", "4..6", "unit:%", "place:", "is:open", "about:", '"a b"~3', "\n", "\x00", "🙂"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES).map(" ".join)))
@example('"')
@example("lang:(")
@example("NOT(a)")
@example("a OR(b)")
@example('"~3')
def test_no_query_fails_in_any_other_way(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError as error:
        message = str(error)
        assert message.endswith(".")
    else:
        assert explain(tree)
        for span in highlights(query, TEXT):
            assert 0 <= span.start < span.end <= len(TEXT)


@given(st.text("ab", max_size=7), st.text("ab", max_size=7), st.integers(0, 3))
def test_distance_is_that_of_the_plain_definition(a: str, b: str, most: int) -> None:
    def distance(x: str, y: str) -> int:
        if not x or not y:
            return len(x or y)
        rest = distance(x[1:], y[1:])
        return rest if x[0] == y[0] else 1 + min(rest, distance(x[1:], y), distance(x, y[1:]))

    assert within(a, b, most) == (distance(a, b) <= most)
