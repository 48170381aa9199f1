"""Dates that a sentence only compares with are the period of nothing but the base of the comparison."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.claims.extraction import extract
from factcheck.model import NOT_QUANTITIES, Document, Passage, PassageKind, Span


def periods(tag: str, *lines: str) -> list[str]:
    """Return the periods of the quantities of an article from 1 February 2024, sentence by sentence, "" where none."""
    text = " ".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    passages = tuple(
        Passage(Span(start, start + len(line)), PassageKind.SENTENCE, tag)
        for start, line in zip(starts, lines, strict=True)
    )
    made = Document("0" * 64, "a.txt", "", text, tag, date(2024, 2, 1), passages=passages)
    return [str(claim.scope.period or "") for claim in extract(made) if claim.kind not in NOT_QUANTITIES]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "312,000 cars were built, 4% fewer than in 2022."),
        ("en", "312,000 cars were built, 4% fewer than at the end of 2022."),
        ("en", "Exports came to 5 million tonnes, up 4% compared with the same period in 2022."),
        ("en", "Compared with 2022, exports rose 4% to 5 million tonnes."),
        ("en", "312,000 cars were built, 4% fewer than last year."),
        ("en", "Sales came to 312,000 cars, up 4% from 2022."),
        ("de", "312.000 Autos wurden gebaut, 4 Prozent mehr als im gleichen Zeitraum 2022."),
        ("ar", "تم تصنيع 312 ألف سيارة، بزيادة 4% مقارنة بالفترة نفسها من عام 2022."),
        ("vi", "312.000 xe được sản xuất, tăng 4% so với cùng kỳ năm 2022."),
        ("ru", "Выпущено 312 тысяч машин, на 4 % больше, чем за аналогичный период 2022 года."),
        ("zh", "共生产31.2万辆汽车，较去年同期增长4%。"),
        ("fr", "312 000 voitures ont été construites, soit 4 % de moins qu'en 2022."),
        ("fr", "312 000 voitures ont été construites, en baisse de 4 % par rapport à 2022."),
        ("de", "312.000 Autos wurden gebaut, 4 Prozent weniger als 2022."),
        ("de", "312.000 Autos wurden gebaut, ein Minus von 4 Prozent gegenüber 2022."),
        ("es", "Se fabricaron 312.000 coches, un 4 % menos que en 2022."),
        ("es", "Se fabricaron 312.000 coches, un 4 % menos respecto a 2022."),
        ("it", "Sono state prodotte 312.000 auto, il 4% in meno rispetto al 2022."),
        ("pt", "Foram produzidos 312.000 carros, menos 4% do que em 2022."),
        ("fa", "۳۱۲ هزار خودرو تولید شد که نسبت به سال ۲۰۲۲ حدود ۴ درصد کمتر است."),
        ("ar", "تم تصنيع 312 ألف سيارة، بانخفاض 4% مقارنة بعام 2022."),
        ("vi", "312.000 xe được sản xuất, giảm 4% so với năm 2022."),
        ("ms", "312,000 kereta dihasilkan, turun 4% berbanding tahun 2022."),
        ("id", "Sebanyak 312.000 mobil diproduksi, turun 4 persen dibandingkan tahun 2022."),
        ("ru", "Выпущено 312 тысяч машин, на 4 % меньше, чем в 2022 году."),
        ("ru", "Выпущено 312 тысяч машин, что на 4 % меньше по сравнению с 2022 годом."),
        ("pl", "Wyprodukowano 312 tysięcy aut, o 4 proc. mniej niż w 2022 roku."),
        ("sv", "312 000 bilar byggdes, 4 procent färre än 2022."),
        ("zh", "共生产31.2万辆汽车，比2022年下降4%。"),
        ("zh", "共生产31.2万辆汽车，与2022年相比下降4%。"),
        ("ja", "自動車は31万2000台で、2022年に比べ4%減少した。"),
        ("ko", "자동차 31만2000대가 생산돼 2022년보다 4% 줄었다."),
        ("hi", "312000 कारें बनीं, जो 2022 की तुलना में 4% कम है।"),
        ("tr", "312 bin araç üretildi, 2022 yılına göre yüzde 4 azaldı."),
        ("hu", "312 ezer autó készült, 2022-höz képest 4 százalékkal kevesebb."),
    ],
)
def test_a_date_compared_with_is_no_period(tag: str, sentence: str) -> None:
    assert periods(tag, sentence) == ["", ""]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "312,000 cars were built, up from 300,000 in 2022."),
        ("en", "312,000 cars were built, fewer than in 2022 (325,000)."),
        ("fr", "312 000 voitures ont été construites, contre 300 000 en 2022."),
        ("de", "312.000 Autos wurden gebaut, verglichen mit 300.000 im Jahr 2022."),
        ("es", "Se fabricaron 312.000 coches, frente a los 300.000 de 2022."),
        ("fa", "۳۱۲ هزار خودرو تولید شد، در مقایسه با ۳۰۰ هزار خودرو در سال ۲۰۲۲."),
        ("ar", "تم تصنيع 312 ألف سيارة، مقابل 300 ألف سيارة في عام 2022."),
        ("vi", "312.000 xe được sản xuất, so với 300.000 xe vào năm 2022."),
        ("ms", "312,000 kereta dihasilkan berbanding 300,000 pada 2022."),
        ("ru", "Выпущено 312 тысяч машин по сравнению с 300 тысячами в 2022 году."),
        ("da", "Der blev bygget 312.000 biler mod 300.000 i 2022."),
        ("zh", "共生产31.2万辆汽车，与2022年的30万辆相比有所增加。"),
    ],
)
def test_the_value_of_the_base_keeps_its_date(tag: str, sentence: str) -> None:
    assert periods(tag, sentence) == ["", "2022"]


@pytest.mark.parametrize(
    ("tag", "sentence", "expected"),
    [
        ("en", "In 2023, 312,000 cars were built, 4% fewer than in 2022.", ["2023", "2023"]),
        ("en", "312,000 cars were built in 2023, compared with 300,000 in 2022.", ["2023", "2022"]),
        ("en", "More than 300 people were killed in 2022 and 50 injured.", ["2022", "2022"]),
        ("en", "No later than 2025 the rate is to fall to 4 %.", ["2025"]),
        ("en", "312,000 cars were built, 4% fewer than expected in 2022.", ["2022", "2022"]),
        ("en", "5,000 people protested against the government in 2022.", ["2022"]),
        ("en", "The rate fell from 5 % to 4 % in 2022.", ["2022", "2022"]),
        ("en", "312,000 cars were built, 4% fewer than in 2021, when 325,000 were built.", ["", "", ""]),
        ("en", "Sales fell 4% from January to June 2023.", ["2023/2023-06-30"]),
        ("en", "A bridge older than 2010 was shut and 300 people were moved in 2023.", ["2023"]),
        ("fr", "En 2022, plus de 300 personnes ont été blessées.", ["2022"]),
        ("fr", "Une production de 300 000 voitures en 2022 a rapporté 4 milliards d'euros.", ["2022", "2022"]),
        ("de", "Als 2020 die Pandemie begann, verloren 300 Menschen ihre Arbeit.", ["2020"]),
        ("es", "En 2022 murieron más de 300 personas y 50 resultaron heridas.", ["2022", "2022"]),
        ("fa", "در سال ۲۰۲۲ بیش از ۳۰۰ نفر کشته شدند.", ["2022"]),
        ("ar", "في عام 2022 قتل أكثر من 300 شخص.", ["2022"]),
        ("vi", "Năm 2022 có hơn 300 người bị thương.", ["2022"]),
        ("ms", "Lebih daripada 300 orang cedera pada 2022.", ["2022"]),
        ("ru", "В 2022 году пострадали более 300 человек.", ["2022"]),
        ("zh", "2022年有超过300人受伤。", ["2022"]),
        ("ko", "2022년 실업률은 3.1%로 전년보다 0.4%포인트 하락했다.", ["2022", "2022"]),
        ("da", "Frem mod 2030 skal der bygges 300 boliger.", ["2030"]),
    ],
)
def test_other_dates_stay_what_they_are(tag: str, sentence: str, expected: list[str]) -> None:
    assert periods(tag, sentence) == expected


def test_a_date_compared_with_is_not_carried_on() -> None:
    first = "312,000 cars were built in 2023, 4% fewer than in 2022."
    assert periods("en", first, "Exports came to 90,000 cars.") == ["2023", "2023", "2023"]
    assert periods("en", "4% fewer cars were built than in 2022.", "Exports came to 90,000 cars.") == ["", ""]


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "The rate rose from 3% in 2020 to 4%."),
        ("fr", "Le taux est passé de 3 % en 2020 à 4 %."),
        ("de", "Die Quote stieg von 3 Prozent im Jahr 2020 auf 4 Prozent."),
        ("es", "La tasa subió del 3 % en 2020 al 4 %."),
        ("ar", "ارتفع المعدل من 3% عام 2020 إلى 4%."),
        ("vi", "Tỷ lệ này tăng từ 3% năm 2020 lên 4%."),
        ("ms", "Kadar itu naik daripada 3% pada 2020 kepada 4%."),
        ("ru", "Доля выросла с 3 % в 2020 году до 4 %."),
        ("tr", "Oran 2020'deki yüzde 3'ten yüzde 4'e yükseldi."),
        ("hi", "यह दर 2020 के 3 प्रतिशत से बढ़कर 4 प्रतिशत हो गई।"),
        ("ja", "割合は2020年の3%から4%に上昇した。"),
        ("zh", "该比例从2020年的3%升至4%。"),
    ],
)
def test_the_date_of_what_a_movement_began_with_is_not_that_of_its_end(tag: str, sentence: str) -> None:
    assert periods(tag, sentence) == ["2020", ""]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The rate rose to 4% from 3% in 2020.", ["", "2020"]),
        ("In 2023 the rate rose from 3% in 2020 to 4%.", ["2020", "2023"]),
        ("The rate rose from 3% in 2020 to 4% in 2023.", ["2020", "2023"]),
        ("Sales of 4 cars from 5 countries in 2020 came to 300 dollars.", ["2020", "2020", "2020"]),
    ],
)
def test_each_end_of_a_movement_has_its_own_date(sentence: str, expected: list[str]) -> None:
    assert periods("en", sentence) == expected


def test_where_dates_stand_before_their_figures_both_of_a_movement_keep_theirs() -> None:
    assert periods("hi", "मुद्रास्फीति 2020 में 5% से घटकर 2023 में 4% हो गई।") == ["2020", "2023"]
    assert periods("hi", "मुद्रास्फीति 5% से घटकर 2023 में 4% हो गई।")[1:] == ["2023"]


def test_a_year_of_another_calendar_before_a_level_is_no_beginning_of_a_movement() -> None:
    assert periods("fa", "نرخ بیکاری از ۵ درصد در سال ۱۳۹۹ به ۴ درصد رسید.") == ["2020-03-20/2021-03-20", ""]
