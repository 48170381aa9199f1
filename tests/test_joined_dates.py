"""Dates that say one period together, and those beside each other that do not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.figures import read_figures
from factcheck.model import Kind

DAY = date(2024, 9, 10)


def dates(tag: str, text: str) -> list[str]:
    """Return the periods of the dates of a text from 10 September 2024, a year found for those without one."""
    return [str(f.period or "") for f in read_figures(text, tag, published=DAY) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "From 1 January to 30 June 2024, 900 boats were registered.", "2024/2024-06-30"),
        ("en", "The ferry ran from January 1 until June 30, 2024.", "2024/2024-06-30"),
        ("en", "Between May and August 2023, rain fell on 61 days.", "2023-05-01/2023-08-31"),
        ("en", "From November to March 2024 the pass was closed.", "2023-11-01/2024-03-31"),
        ("en", "From 4 May 2022 to 3 May 2023 the bridge was closed.", "2022-05-04/2023-05-03"),
        ("en", "January–June 2024 brought 900 boats.", "2024/2024-06-30"),
        ("en", "From March to May this year 900 boats came.", "2024-03-01/2024-05-31"),
        ("fr", "Du 1er janvier au 30 juin 2024, 900 bateaux sont venus.", "2024/2024-06-30"),
        ("fr", "Entre mai et août 2023, il a plu 61 jours.", "2023-05-01/2023-08-31"),
        ("fr", "De janvier à juin 2024, 900 bateaux sont venus.", "2024/2024-06-30"),
        ("de", "Vom 1. Januar bis zum 30. Juni 2024 kamen 900 Boote.", "2024/2024-06-30"),
        ("de", "Zwischen Mai und August 2023 regnete es an 61 Tagen.", "2023-05-01/2023-08-31"),
        ("de", "Von Januar bis Juni 2024 kamen 900 Boote.", "2024/2024-06-30"),
        ("es", "Del 1 de enero al 30 de junio de 2024 llegaron 900 barcos.", "2024/2024-06-30"),
        ("es", "Entre mayo y agosto de 2023 llovió 61 días.", "2023-05-01/2023-08-31"),
        ("it", "Dal 1° gennaio al 30 giugno 2024 sono arrivate 900 barche.", "2024/2024-06-30"),
        ("pt", "De janeiro a junho de 2024 chegaram 900 barcos.", "2024/2024-06-30"),
        ("nl", "Van 1 januari tot 30 juni 2024 kwamen 900 boten.", "2024/2024-06-30"),
        ("cs", "Od 1. ledna do 30. června 2024 připlulo 900 lodí.", "2024/2024-06-30"),
        ("fa", "از ۱ فروردین تا ۳۱ شهریور ۱۴۰۳ نهصد قایق آمد.", "2024-03-20/2024-09-21"),
        ("fa", "از مه تا اوت ۲۰۲۳ باران بارید.", "2023-05-01/2023-08-31"),
        ("ar", "من 1 يناير إلى 30 يونيو 2024 وصل 900 قارب.", "2024/2024-06-30"),
        ("vi", "Từ ngày 1/1 đến ngày 30/6/2024 có 900 thuyền cập bến.", "2024/2024-06-30"),
        ("vi", "Từ tháng 1 đến tháng 6 năm 2024 có 900 thuyền cập bến.", "2024/2024-06-30"),
        ("ms", "Dari 1 Januari hingga 30 Jun 2024, 900 bot tiba.", "2024/2024-06-30"),
        ("id", "Dari Januari hingga Juni 2024, 900 kapal tiba.", "2024/2024-06-30"),
        ("ru", "С 1 января по 30 июня 2024 года пришло 900 лодок.", "2024/2024-06-30"),
        ("ru", "С января по июнь 2024 года пришло 900 лодок.", "2024/2024-06-30"),
        ("zh", "2024年1月1日至6月30日，共有900艘船到港。", "2024/2024-06-30"),
        ("zh", "2024年1月至6月，共有900艘船到港。", "2024/2024-06-30"),
        ("ja", "2024年1月1日から6月30日までに900隻が入港した。", "2024/2024-06-30"),
        ("ko", "2024년 1월 1일부터 6월 30일까지 900척이 들어왔다.", "2024/2024-06-30"),
    ],
)
def test_from_one_day_to_another(tag: str, text: str, period: str) -> None:
    assert dates(tag, text) == [period]


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "In May this year 900 boats came.", "2024-05"),
        ("en", "In March last year 900 boats came.", "2023-03"),
        ("en", "On 5 May last year 900 boats came.", "2023-05-05"),
        ("en", "In the second quarter of this year 900 boats came.", "2024-04-01/2024-06-30"),
        ("fr", "En mai de cette année, 900 bateaux sont venus.", "2024-05"),
        ("fr", "En mars de l'année dernière, 900 bateaux sont venus.", "2023-03"),
        ("de", "Im Mai dieses Jahres kamen 900 Boote.", "2024-05"),
        ("de", "Im März vergangenen Jahres kamen 900 Boote.", "2023-03"),
        ("es", "En mayo de este año llegaron 900 barcos.", "2024-05"),
        ("es", "En marzo del año pasado llegaron 900 barcos.", "2023-03"),
        ("it", "A maggio di quest'anno sono arrivate 900 barche.", "2024-05"),
        ("pt", "Em março do ano passado chegaram 900 barcos.", "2023-03"),
        ("fa", "در اردیبهشت امسال ۹۰۰ قایق آمد.", "2024-04-20/2024-05-20"),
        ("fa", "در خرداد سال گذشته ۹۰۰ قایق آمد.", "2023-05-22/2023-06-21"),
        ("ar", "في مايو من هذا العام وصل 900 قارب.", "2024-05"),
        ("vi", "Trong tháng 5 năm nay có 900 thuyền cập bến.", "2024-05"),
        ("vi", "Trong tháng 3 năm ngoái có 900 thuyền cập bến.", "2023-03"),
        ("ms", "Pada Mei tahun ini, 900 bot tiba.", "2024-05"),
        ("ru", "В мае этого года пришло 900 лодок.", "2024-05"),
        ("ru", "В марте прошлого года пришло 900 лодок.", "2023-03"),
        ("zh", "今年5月，共有900艘船到港。", "2024-05"),
        ("zh", "去年3月，共有900艘船到港。", "2023-03"),
        ("ja", "昨年3月に900隻が入港した。", "2023-03"),
        ("ko", "올해 5월에 900척이 들어왔다.", "2024-05"),
        ("sv", "I maj i år kom 900 båtar.", "2024-05"),
    ],
)
def test_months_of_years_told_from_the_day(tag: str, text: str, period: str) -> None:
    assert dates(tag, text) == [period]


@pytest.mark.parametrize(
    ("tag", "text", "periods"),
    [
        ("en", "The rate may this year fall to 4 %.", ["2024"]),
        ("en", "Boats came in March and last year in June.", ["2024-03", "2023"]),
        ("en", "He arrived on 5 May. Last year he was ill.", ["2024-05-05", "2023"]),
        ("en", "It opened on 1 May 2023 and closed on 3 June 2023.", ["2023-05-01", "2023-06-03"]),
        ("en", "It opened on 1 January, and on 30 June 2024 it closed.", ["2024-01-01", "2024-06-30"]),
        ("en", "It shut on 1 January and 30 June 2024.", ["2024-01-01", "2024-06-30"]),
        ("en", "It grew in May 2024 to 5 million from 4 million in May 2023.", ["2024-05", "2023-05"]),
        ("fr", "Les 5 mai et 8 juin 2024, il a plu.", ["2024-05-05", "2024-06-08"]),
        ("de", "Am 5. Mai und am 8. Juni 2024 regnete es.", ["2024-05-05", "2024-06-08"]),
        ("es", "El 5 de mayo y el 8 de junio de 2024 llovió.", ["2024-05-05", "2024-06-08"]),
        ("ru", "5 мая и 8 июня 2024 года шёл дождь.", ["2024-05-05", "2024-06-08"]),
        ("fa", "در ۵ مه و ۸ ژوئن ۲۰۲۴ باران بارید.", ["2024-05-05", "2024-06-08"]),
        ("vi", "Ngày 5 tháng 5 và ngày 8 tháng 6 năm 2024 trời mưa.", ["2024-05-05", "2024-06-08"]),
        ("ms", "Pada 5 Mei dan 8 Jun 2024 hujan turun.", ["2024-05-05", "2024-06-08"]),
        ("zh", "2024年5月5日和6月8日下雨。", ["2024-05-05", "2024-06-08"]),
        ("vi", "Cách đây 5 năm trước có lũ.", ["2019"]),
        ("en", "Pumps may 5 times fail. May 5 was dry.", ["2024-05-05"]),
        ("fil", "Sa May 12 ang pulong at may 30 dadalo. May 12 sugatan.", ["2024-05-12"]),
    ],
)
def test_dates_that_stay_apart(tag: str, text: str, periods: list[str]) -> None:
    assert dates(tag, text) == periods


@settings(max_examples=50, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2029, 12, 31)), st.dates(date(1990, 1, 1), date(2029, 12, 31)))
def test_two_whole_days_make_their_range(one: date, other: date) -> None:
    text = f"From {one.day} {one:%B} {one.year} to {other.day} {other:%B} {other.year} it rained."
    found = [f.period for f in read_figures(text, "en") if f.kind is Kind.DATE and f.period]
    if one < other:
        assert [(p.start, p.end) for p in found] == [(one, other)]
    else:
        assert all(p.start and p.end and p.start <= p.end for p in found)


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "Inflation was 5% in March.", "2024-03"),
        ("en", "Inflation was 5% in December.", "2023-12"),
        ("en", "The vote is in October.", "2024-10"),
        ("en", "Prices rose in the first quarter.", "2024/2024-03-31"),
        ("en", "They may in march order leave.", None),
        ("fr", "L'inflation était de 5 % en mars.", "2024-03"),
        ("lt", "Infliacija vasarį siekė 5 proc.", "2024-02"),
        ("lt", "Kovo mėnesį infliacija siekė 5 proc.", "2024-03"),
        ("lv", "Inflācija martā bija 5 %.", "2024-03"),
        ("de", "Im April stiegen die Preise.", "2024-04"),
        ("ar", "بلغ التضخم 5% في مارس.", "2024-03"),
        ("fa", "تورم در فروردین ۵ درصد بود.", "2024-03-20/2024-04-19"),
        ("ms", "Inflasi 5 peratus pada Mac.", "2024-03"),
        ("ru", "Инфляция в апреле составила 5 %.", "2024-04"),
        ("tr", "Enflasyon mart ayında yüzde 5 oldu.", "2024-03"),
        ("hi", "महंगाई अप्रैल में 5 प्रतिशत रही।", "2024-04"),
        ("zh", "4月份物价上涨5%。", "2024-04"),
        ("ar", "قتل 5 أشخاص في شهر مارس.", "2024-03"),
        ("fa", "مردادماه ۳۰۰ خانه ساخته شد.", "2024-07-22/2024-08-21"),
        ("fi", "Inflaatio oli maaliskuussa 5 prosenttia.", "2024-03"),
        # A sea, a set, a news agency and a verb are none.
        ("es", "En el mar murieron 5 personas.", None),
        ("pt", "No mar morreram 5 pessoas.", None),
        ("it", "Nel set decisivo vinse 5 giochi.", None),
        ("fa", "به گزارش خبرگزاری مهر، ۵ نفر کشته شدند.", None),
        ("ar", "اللاعب الذي مارس 5 رياضات فاز.", None),
    ],
)
def test_a_month_without_a_year_is_that_near_the_day_of_the_article(tag: str, text: str, period: str | None) -> None:
    assert dates(tag, text) == ([period] if period else [])
