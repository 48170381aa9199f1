"""Which places a sentence names, for a figure of another language's sentence."""

import pytest

from factcheck.matching.places import mentions
from factcheck.reading.files import from_text


@pytest.mark.parametrize(
    ("tag", "sentence", "place", "named"),
    [
        ("fr", "Le chômage en Allemagne était de 5 %.", "Germany", True),
        ("zh", "去年德国的失业率为5%。", "Germany", True),
        ("ar", "بلغ معدل البطالة في ألمانيا 5٪.", "Germany", True),
        ("ru", "Безработица в Германии составила 5 %.", "Germany", True),
        ("fr", "Le chômage en Autriche était de 5 %.", "Germany", False),
        ("fa", "نرخ فقر در کوانگ نین ۴٪ بود.", "Quảng Ninh", True),
        ("vi", "Nông dân Phú Thọ thu hoạch 300 tấn lúa.", "Ninh Thuan", False),  # farmers
        ("vi", "Nông dân Ninh Thuận thu hoạch 300 tấn lúa.", "Ninh Thuan", True),
    ],
)
def test_a_place_is_known_by_the_name_of_the_sentence_s_language(tag, sentence, place, named):
    assert mentions(from_text(sentence, path="a.txt", language=tag), 0, place) is named
