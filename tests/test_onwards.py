"""What is counted since a year is not what is counted in it."""

import pytest

from factcheck.claims.extraction import extract
from factcheck.model import Kind
from factcheck.reading.files import from_text

# language, sentence; its first count is of 2020 and on
SINCE = [
    ("en", "Since 2020, the city has built 3,000 homes."),
    ("fr", "Depuis 2020, la ville a construit 3 000 logements."),
    ("de", "Seit 2020 hat die Stadt 3.000 Wohnungen gebaut."),
    ("es", "Desde 2020 la ciudad ha construido 3.000 viviendas."),
    ("pt", "Desde 2020, a cidade construiu 3.000 casas."),
    ("vi", "Từ năm 2020, thành phố đã xây 3.000 căn hộ."),
    ("id", "Sejak 2020, kota itu membangun 3.000 rumah."),
    ("zh", "自2020年以来，该市已建成3000套住房。"),
    ("ko", "2020년 이후 시는 주택 3,000채를 지었다."),
    ("tr", "2020'den beri kentte 3.000 konut inşa edildi."),
    ("hu", "2020 óta a város 3000 lakást épített."),
    ("hi", "2020 से शहर ने 3,000 घर बनाए हैं।"),
    ("sv", "Sedan 2020 har staden byggt 3 000 bostäder."),
    ("ar", "منذ 2020 بنت المدينة 3000 منزل."),
]
# years that have an end
IN = [
    ("en", "In 2020, the city built 3,000 homes.", 2020),
    ("en", "From 2020 to 2022, the city built 3,000 homes.", 2022),
    ("de", "Von 2020 bis 2022 baute die Stadt 3.000 Wohnungen.", 2022),
    ("ru", "С 2020 по 2022 год построено 3000 квартир.", 2022),
    ("vi", "Từ năm 2020 đến năm 2022, thành phố xây 3.000 căn hộ.", 2022),
    ("hi", "2020 में शहर ने 3,000 घर बनाए।", 2020),
    ("it", "Dal 2020 al 2022 la città ha costruito 3.000 case.", 2022),
    ("pl", "Od 2020 do 2022 roku miasto zbudowało 3000 mieszkań.", 2022),
]


def years(tag, sentence):
    """Return the first and the last year of what is counted."""
    claims = extract(from_text(sentence, path="a.txt", language=tag))
    period = next(claim.scope.period for claim in claims if claim.kind is Kind.COUNT)
    return period and period.years


@pytest.mark.parametrize(("tag", "sentence"), SINCE)
def test_what_is_counted_since_a_year_goes_on(tag, sentence):
    assert years(tag, sentence) == (2020, None)


@pytest.mark.parametrize(("tag", "sentence", "last"), IN)
def test_a_year_by_itself_and_two_have_an_end(tag, sentence, last):
    assert years(tag, sentence) == (2020, last)
