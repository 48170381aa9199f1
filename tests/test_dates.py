"""Dates, periods and clock times in the words and orders of each language."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.calendars import in_gregorian
from factcheck.claims.figures import read_figures
from factcheck.model import Kind, Period


def dates(text: str, tag: str) -> list[str]:
    """Return the periods of the dates in a text, "" for those without a year."""
    return [str(f.period or "") for f in read_figures(text, tag) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "on May 5, 2021", ["2021-05-05"]),
        ("en", "on 12 June 2020", ["2020-06-12"]),
        ("en", "on 30th September", [""]),
        ("en", "5/12/2023", ["2023-05-12"]),
        ("en", "30/12/2023", ["2023-12-30"]),
        ("en", "2021-03-04", ["2021-03-04"]),
        ("vi", "xung đột vào thế kỷ 19", ["1801/1900"]),
        ("fr", "au XIXe siècle, en 1850", ["1801/1900", "1850"]),
        ("en", "in the 1990s", ["1990/1999"]),
        ("en", "in 2021/22", ["2021/2022"]),
        ("en", "from 2010 to 2015", ["2010/2015"]),
        ("en", "in 1870.", ["1870"]),
        ("en", "September 2018", ["2018-09"]),
        ("vi", "Sáng 14-4", [""]),
        ("vi", "từ 13 - 19/9/2024", ["2024-09-13/2024-09-19"]),
        ("vi", "ngày 14 tháng 9 năm 2023", ["2023-09-14"]),
        ("vi", "tháng 9/2023", ["2023-09"]),
        ("vi", "tháng 9", [""]),
        ("vi", "giai đoạn 2016-2020", ["2016/2020"]),
        ("vi", "từ năm 2016 đến năm 2020", ["2016/2020"]),
        ("vi", "quý II năm 2023", ["2023-04-01/2023-06-30"]),
        ("fr", "le 1er mai 2024", ["2024-05-01"]),
        ("fr", "du 13 au 19 septembre 2024", ["2024-09-13/2024-09-19"]),
        ("fr", "dans les années 1990", ["1990/1999"]),
        ("fr", "d'ici 2025", ["2025"]),
        ("ms", "03/11/2025", ["2025-11-03"]),
        ("ms", "3 Mei 2024", ["2024-05-03"]),
        ("ar", "١٥ يناير ٢٠٢٠", ["2020-01-15"]),
        ("ar", "15 كانون الثاني 2020", ["2020-01-15"]),
        ("ar", "للفترة ٢٠٢٢-٢٠٢٥", ["2022/2025"]),
        ("ar", "عام 1445 هـ", ["2023-07-19/2024-07-07"]),
        ("fa", "۲۵ شهریور ۱۴۰۲", ["2023-09-16"]),
        ("fa", "سال ۱۴۰۲", ["2023-03-21/2024-03-19"]),
        ("ne", "२०८१ असार १५ गते", ["2024-06-29"]),
        ("ne", "२०७९ मंसिर ४ को निर्वाचन", ["2022-11-20"]),
        ("ne", "२०८१/०४/१५", ["2024-07-30"]),
        ("ne", "असार १५ गते", [""]),
        ("ne", "असोजसम्म २ लाख ४० हजार जना", []),
        ("ne", "२०७२ सालको भूकम्प", ["2015-04-14/2016-04-12"]),
        ("ne", "वि.सं. २०१७ मा", ["1960-04-13/1961-04-12"]),
        ("ne", "सन् २०४५ सम्म", ["2045"]),
        ("ne", "सन् २०१९ देखि २०२३ सम्म", ["2019/2023"]),
        ("ne", "आर्थिक वर्ष २०८१/८२ मा", ["2024/2025"]),
        ("ne", "आव ०८१/८२ मा", ["2024/2025"]),
        ("ne", "आव ०८०/०८१ को बजेट", ["2023/2024"]),
        ("mr", "१२ मार्च २०२४ रोजी", ["2024-03-12"]),
        ("mr", "२०२३-२४ या आर्थिक वर्षात", ["2023/2024"]),
        ("fa", "(۲۰۲۱-۲۰۲۳)", ["2021/2023"]),
        ("fa", "۱۲ مه ۲۰۲۰", ["2020-05-12"]),
        ("zh", "2023年9月14日", ["2023-09-14"]),
        ("zh", "9月", [""]),
        ("ko", "2023년 9월 14일", ["2023-09-14"]),
        ("de", "am 5. Mai 2020", ["2020-05-05"]),
        ("es", "5 de mayo de 2020", ["2020-05-05"]),
        ("ru", "в 2017 году", ["2017"]),
        ("ru", "5 мая 2020 года", ["2020-05-05"]),
    ],
)
def test_dates(tag: str, text: str, wanted: list[str]) -> None:
    assert dates(text, tag) == wanted


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "2,015 people"),
        ("en", "more than 2000 people"),
        ("en", "2015%"),
        ("fr", "2 015 personnes"),
        ("vi", "2.015 người"),
    ],
)
def test_numbers_like_years_that_are_none(tag: str, text: str) -> None:
    assert dates(text, tag) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "10:30"), ("en", "3 p.m."), ("fr", "10 h 30"), ("fr", "à 15 heures"), ("vi", "lúc 10 giờ"),
        ("ms", "pukul 10.30"), ("ar", "الساعة 10:30"), ("fa", "ساعت ۱۰:۳۰"),
    ],
)  # fmt: skip
def test_clock_times(tag: str, text: str) -> None:
    assert [f.kind for f in read_figures(text, tag)] == [Kind.TIME]


def test_the_years_of_a_period_are_its_quantity() -> None:
    (figure,) = read_figures("in 2021-2025", "en")
    assert (figure.quantity.low, figure.quantity.high) == (2021, 2025)


@pytest.mark.parametrize(
    ("calendar", "day", "wanted"),
    [
        ("persian", "1304-01-11", "1925-03-31"),
        ("persian", "1375-01-01", "1996-03-20"),
        ("persian", "1399-12-30", "2021-03-20"),
        ("persian", "1402-06-31", "2023-09-22"),
        ("persian", "1403-01-01", "2024-03-20"),
        ("persian", "1403-12-30", "2025-03-20"),
        ("persian", "1404-07-01", "2025-09-23"),
        ("islamic", "1356-01-01", "1937-03-14"),
        ("islamic", "1445-01-01", "2023-07-19"),
        ("islamic", "1445-12-30", "2024-07-07"),
        ("islamic", "1446-09-01", "2025-03-01"),
        ("buddhist", "2567-02-29", "2024-02-29"),
        ("bikram", "2000-01-01", "1943-04-14"),
        ("bikram", "2007-11-07", "1951-02-18"),
        ("bikram", "2058-02-19", "2001-06-01"),
        ("bikram", "2072-01-12", "2015-04-25"),
        ("bikram", "2072-06-03", "2015-09-20"),
        ("bikram", "2079-08-04", "2022-11-20"),
        ("bikram", "2081-12-31", "2025-04-13"),
    ],
)
def test_days_of_other_calendars(calendar: str, day: str, wanted: str) -> None:
    assert in_gregorian(calendar, *map(int, day.split("-"))) == Period(
        date.fromisoformat(wanted), date.fromisoformat(wanted)
    )


@pytest.mark.parametrize("calendar", ["persian", "islamic"])
@pytest.mark.parametrize("year", range(1300, 1500, 7))
def test_years_and_months_of_other_calendars_follow_one_another(calendar: str, year: int) -> None:
    whole, after = in_gregorian(calendar, year, None, None), in_gregorian(calendar, year + 1, None, None)
    months = [in_gregorian(calendar, year, month, None) for month in range(1, 13)]
    assert (months[0].start, months[-1].end) == (whole.start, whole.end)
    assert whole.end + timedelta(days=1) == after.start
    assert all(a.end + timedelta(days=1) == b.start for a, b in pairwise(months))
    assert {(each.end - each.start).days + 1 for each in months} <= {29, 30, 31}


@pytest.mark.parametrize(
    ("calendar", "wanted"),
    [
        ("gregorian", "2023-02-30"), ("persian", "1402-12-30"), ("persian", "1402-07-31"), ("islamic", "1444-02-30"),
        ("islamic", "1444-12-30"), ("persian", "1402-13-01"), ("persian", "0000-01-01"),
    ],
)  # fmt: skip
def test_days_that_no_calendar_has(calendar: str, wanted: str) -> None:
    year, month, day = (int(part) for part in wanted.split("-"))
    assert in_gregorian(calendar, year, month, day) is None


def test_buddhist_years() -> None:
    assert str(in_gregorian("buddhist", 2566, None, None)) == "2023"


@settings(max_examples=150, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.sampled_from(["ar", "en", "fa", "fr", "ms", "vi", "de", "es", "zh", "ko"]),
)
def test_long_dates_as_babel_writes_them(day: date, tag: str) -> None:
    (figure,) = read_figures(format_date(day, "long", locale=tag), tag)
    assert (figure.kind, figure.period) == (Kind.DATE, Period(day, day))


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "It rose 5% last year.", "2023"),
        ("en", "It rose 5% last month.", "2024-01"),
        ("en", "It rose 5% last quarter.", "2023-10-01/2023"),
        ("vi", "Năm ngoái tăng 5%.", "2023"),
        ("fa", "سال گذشته ۵ درصد رشد کرد.", "2022-03-21/2023-03-20"),
    ],
)
def test_periods_told_from_the_day_of_the_article(tag: str, text: str, period: str) -> None:
    found = [f for f in read_figures(text, tag, published=date(2024, 2, 10)) if f.kind is Kind.DATE]
    assert [str(f.period) for f in found] == [period]
    assert not [f for f in read_figures(text, tag) if f.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [("en", "on June 12", 612), ("fa", "11 ژوئن", 611), ("en", "5-7 May", 505), ("cs", "15. 6.", 615)],
)
def test_dates_without_a_year_have_a_value(tag: str, text: str, value: int) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.kind, figure.quantity.low, figure.quantity.unit) == (Kind.DATE, value, "month-day")
    assert figure.period is None


@pytest.mark.parametrize(
    ("tag", "text", "minutes"),
    [
        ("en", "7:30 p.m.", 1170),
        ("en", "12 a.m.", 0),
        ("vi", "5.30 chiều", 1050),
        ("fa", "5.03 بعد از ظهر", 1023),
        ("ar", "الساعة 7.50 صباحًا", 470),
        ("zh", "上午10点30分", 630),
        ("ja", "午後2時", 840),
        ("fr", "15h30", 930),
    ],
)
def test_times_are_minutes_since_midnight(tag: str, text: str, minutes: int) -> None:
    (figure,) = read_figures(text, tag)
    assert (figure.kind, figure.quantity.low, figure.quantity.unit) == (Kind.TIME, minutes, "time-of-day")


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("ar", "في 14 سبتمبر 2023", "2023-09-14"),
        ("ar", "في الربع الثاني من عام 2023", "2023-04-01/2023-06-30"),
        ("bn", "১৪ সেপ্টেম্বর ২০২৩ তারিখে", "2023-09-14"),
        ("ta", "2023 செப்டம்பர் 14-ஆம் தேதி", "2023-09-14"),
        ("ta", "14 செப்டம்பர் 2023 அன்று", "2023-09-14"),
        ("ta", "2023ஆம் ஆண்டு மார்ச் மாதத்தில்", "2023-03"),
        ("ta", "2022-23ஆம் நிதியாண்டில்", "2022/2023"),
        ("ta", "2023ஆம் ஆண்டின் இரண்டாம் காலாண்டில்", "2023-04-01/2023-06-30"),
        ("ta", "1990-களில்", "1990/1999"),
        ("ta", "21-ம் நூற்றாண்டில்", "2001/2100"),
        ("bn", "১৯৯০-এর দশকে", "1990/1999"),
        ("bn", "২০২৩ সালের দ্বিতীয় প্রান্তিকে", "2023-04-01/2023-06-30"),
        ("cs", "14. září 2023", "2023-09-14"),
        ("cs", "v 90. letech", "1990/1999"),
        ("cs", "ve 2. čtvrtletí 2023", "2023-04-01/2023-06-30"),
        ("sk", "dňa 14. septembra 2023", "2023-09-14"),
        ("sk", "na začiatku 90. rokov", "1990/1999"),
        ("sk", "v druhom štvrťroku 2023", "2023-04-01/2023-06-30"),
        ("sk", "v prvom polroku 2023", "2023/2023-06-30"),
        ("sk", "v školskom roku 2022/2023", "2022/2023"),
        ("da", "den 14. september 2023", "2023-09-14"),
        ("da", "i 1990'erne", "1990/1999"),
        ("da", "i 2. kvartal 2023", "2023-04-01/2023-06-30"),
        ("de", "am 14. September 2023", "2023-09-14"),
        ("de", "in den 1990er Jahren", "1990/1999"),
        ("de", "im 2. Quartal 2023", "2023-04-01/2023-06-30"),
        ("el", "στις 14 Σεπτεμβρίου 2023", "2023-09-14"),
        ("el", "τη δεκαετία του 1990", "1990/1999"),
        ("el", "το β' τρίμηνο του 2023", "2023-04-01/2023-06-30"),
        ("en", "on 14 September 2023", "2023-09-14"),
        ("en", "in the 1990s", "1990/1999"),
        ("en", "in the second quarter of 2023", "2023-04-01/2023-06-30"),
        ("es", "el 14 de septiembre de 2023", "2023-09-14"),
        ("es", "en la década de 1990", "1990/1999"),
        ("es", "en el segundo trimestre de 2023", "2023-04-01/2023-06-30"),
        ("fa", "در ۲۳ شهریور ۱۴۰۲", "2023-09-14"),
        ("fa", "در دهه ۱۹۹۰", "1990/1999"),
        ("fi", "14. syyskuuta 2023", "2023-09-14"),
        ("fi", "1990-luvulla", "1990/1999"),
        ("fi", "vuoden 2023 toisella neljänneksellä", "2023-04-01/2023-06-30"),
        ("fr", "le 14 septembre 2023", "2023-09-14"),
        ("fr", "dans les années 1990", "1990/1999"),
        ("fr", "au deuxième trimestre 2023", "2023-04-01/2023-06-30"),
        ("he", "ב-14 בספטמבר 2023", "2023-09-14"),
        ("he", "ברבעון השני של 2023", "2023-04-01/2023-06-30"),
        ("hi", "14 सितंबर 2023 को", "2023-09-14"),
        ("hi", "1990 के दशक में", "1990/1999"),
        ("hi", "2023 की दूसरी तिमाही में", "2023-04-01/2023-06-30"),
        ("fil", "noong ika-14 ng Setyembre 2023", "2023-09-14"),
        ("fil", "noong Setyembre 14, 2023", "2023-09-14"),
        ("fil", "noong May 9, 2022", "2022-05-09"),
        ("fil", "noong dekada 90", "1990/1999"),
        ("fil", "noong 1990s", "1990/1999"),
        ("fil", "sa ikalawang quarter ng 2023", "2023-04-01/2023-06-30"),
        ("hu", "2023. szeptember 14-én", "2023-09-14"),
        ("hu", "az 1990-es években", "1990/1999"),
        ("hu", "2023 második negyedévében", "2023-04-01/2023-06-30"),
        ("id", "pada 14 September 2023", "2023-09-14"),
        ("id", "pada 1990-an", "1990/1999"),
        ("id", "pada kuartal II 2023", "2023-04-01/2023-06-30"),
        ("it", "il 14 settembre 2023", "2023-09-14"),
        ("it", "negli anni 1990", "1990/1999"),
        ("it", "nel secondo trimestre del 2023", "2023-04-01/2023-06-30"),
        ("ja", "2023年9月14日に", "2023-09-14"),
        ("ja", "1990年代に", "1990/1999"),
        ("ja", "2023年第2四半期に", "2023-04-01/2023-06-30"),
        ("ko", "2023년 9월 14일", "2023-09-14"),
        ("ko", "1990년대에", "1990/1999"),
        ("ko", "2023년 2분기에", "2023-04-01/2023-06-30"),
        ("ms", "pada 14 September 2023", "2023-09-14"),
        ("ms", "pada tahun 1990-an", "1990/1999"),
        ("ms", "pada suku kedua 2023", "2023-04-01/2023-06-30"),
        ("nl", "op 14 september 2023", "2023-09-14"),
        ("nl", "in de jaren 90", "1990/1999"),
        ("nl", "in het tweede kwartaal van 2023", "2023-04-01/2023-06-30"),
        ("no", "14. september 2023", "2023-09-14"),
        ("no", "på 1990-tallet", "1990/1999"),
        ("no", "i 2. kvartal 2023", "2023-04-01/2023-06-30"),
        ("pl", "14 września 2023 r.", "2023-09-14"),
        ("pl", "w latach 90.", "1990/1999"),
        ("pl", "w II kwartale 2023 r.", "2023-04-01/2023-06-30"),
        ("pt", "em 14 de setembro de 2023", "2023-09-14"),
        ("pt", "na década de 1990", "1990/1999"),
        ("pt", "no segundo trimestre de 2023", "2023-04-01/2023-06-30"),
        ("ro", "pe 14 septembrie 2023", "2023-09-14"),
        ("ro", "în anii 1990", "1990/1999"),
        ("ro", "în trimestrul II 2023", "2023-04-01/2023-06-30"),
        ("ru", "14 сентября 2023 года", "2023-09-14"),
        ("ru", "в 1990-х годах", "1990/1999"),
        ("ru", "во II квартале 2023 года", "2023-04-01/2023-06-30"),
        ("sv", "den 14 september 2023", "2023-09-14"),
        ("sv", "på 1990-talet", "1990/1999"),
        ("sv", "på 1700-talet", "1700/1799"),
        ("no", "på 1700-tallet", "1700/1799"),
        ("da", "i 1700-tallet", "1700/1799"),
        ("fi", "1700-luvulla", "1700/1799"),
        ("en", "in the 1700s", "1700/1799"),
        ("en", "in the 2000s", "2000/2009"),
        ("hu", "2023 májusában 5", "2023-05"),
        ("hu", "2023. május 5", "2023-05-05"),
        ("hu", "2024 szeptemberében", "2024-09"),
        ("tr", "2023 yılının Mayıs ayında", "2023-05"),
        ("tr", "2023'ün Mayıs ayında", "2023-05"),
        ("bn", "২০২৩ সালের মে মাসে", "2023-05"),
        ("ar", "أيار (مايو) 2023", "2023-05"),
        ("fa", "اردیبهشت‌ماه سال ۱۴۰۲", "2023-04-21/2023-05-21"),
        ("ru", "в 2023-м", "2023"),
        ("sv", "andra kvartalet 2023", "2023-04-01/2023-06-30"),
        ("sw", "tarehe 14 Septemba 2023", "2023-09-14"),
        ("sw", "miaka ya 1990", "1990/1999"),
        ("sw", "robo ya pili ya 2023", "2023-04-01/2023-06-30"),
        ("th", "วันที่ 14 กันยายน 2566", "2023-09-14"),
        ("th", "ในทศวรรษ 1990", "1990/1999"),
        ("th", "ไตรมาส 2 ปี 2566", "2023-04-01/2023-06-30"),
        ("tr", "14 Eylül 2023'te", "2023-09-14"),
        ("tr", "1990'larda", "1990/1999"),
        ("tr", "2023'ün ikinci çeyreğinde", "2023-04-01/2023-06-30"),
        ("hr", "14. rujna 2023.", "2023-09-14"),
        ("sr", "14. septembra 2023. godine", "2023-09-14"),
        ("sr", "14. септембра 2023. године", "2023-09-14"),
        ("sr", "u drugom kvartalu 2023.", "2023-04-01/2023-06-30"),
        ("sr", "у школској 2022/2023. години", "2022/2023"),
        ("sr", "у 20. веку", "1901/2000"),
        ("hr", "od siječnja do ožujka 2024.", "2024/2024-03-31"),
        ("hr", "u drugom tromjesečju 2023.", "2023-04-01/2023-06-30"),
        ("hr", "u prvom polugodištu 2023. godine", "2023/2023-06-30"),
        ("hr", "u školskoj godini 2022./2023.", "2022/2023"),
        ("hr", "80-ih godina", "1980/1989"),
        ("hr", "u 20. stoljeću", "1901/2000"),
        ("bg", "на 14 септември 2023 г.", "2023-09-14"),
        ("bg", "през 90-те години", "1990/1999"),
        ("bg", "второто тримесечие на 2023 г.", "2023-04-01/2023-06-30"),
        ("bg", "през 2023-та", "2023"),
        ("bg", "до края на 2030-а", "2030"),
        ("ca", "el 14 de setembre del 2023", "2023-09-14"),
        ("ca", "el 14 de setembre de 2023", "2023-09-14"),
        ("ca", "l'11 de setembre de 1714", "1714-09-11"),
        ("ca", "l'1 d'octubre del 2017", "2017-10-01"),
        ("ca", "als anys noranta", "1990/1999"),
        ("ca", "el segon trimestre del 2023", "2023-04-01/2023-06-30"),
        ("lt", "2023 m. rugsėjo 14 d.", "2023-09-14"),
        ("lt", "2023-iųjų rugsėjį", "2023-09"),
        ("lt", "2024 m. kovo 5–7 d.", "2024-03-05/2024-03-07"),
        ("lt", "antrąjį 2023 m. ketvirtį", "2023-04-01/2023-06-30"),
        ("lt", "2023 m. balandžio–birželio mėn.", "2023-04-01/2023-06-30"),
        ("lv", "2023. gada 14. septembrī", "2023-09-14"),
        ("lv", "2024. gada 5.–7. martā", "2024-03-05/2024-03-07"),
        ("lv", "2021.–2023. gadā", "2021/2023"),
        ("lv", "2023. gada otrajā ceturksnī", "2023-04-01/2023-06-30"),
        ("af", "op 14 September 2023", "2023-09-14"),
        ("af", "in die 1990's", "1990/1999"),
        ("af", "die tweede kwartaal van 2023", "2023-04-01/2023-06-30"),
        ("af", "in die 2022/23-boekjaar", "2022/2023"),
        ("uk", "14 вересня 2023 року", "2023-09-14"),
        ("uk", "у 1990-х роках", "1990/1999"),
        ("uk", "у II кварталі 2023 року", "2023-04-01/2023-06-30"),
        ("ur", "14 ستمبر 2023 کو", "2023-09-14"),
        ("ur", "1990 کی دہائی میں", "1990/1999"),
        ("ur", "2023 کی دوسری سہ ماہی میں", "2023-04-01/2023-06-30"),
        ("vi", "ngày 14 tháng 9 năm 2023", "2023-09-14"),
        ("vi", "trong thập niên 1990", "1990/1999"),
        ("vi", "trong quý II năm 2023", "2023-04-01/2023-06-30"),
        ("zh", "2023年9月14日", "2023-09-14"),
        ("zh", "2023年第二季度", "2023-04-01/2023-06-30"),
        ("fa", "در سه‌ماهه دوم ۱۴۰۲", "2023-06-22/2023-09-22"),
        ("zh", "90年代", "1990/1999"),
        ("en", "the 30th of September 2020", "2020-09-30"),
        ("ar", "في 30 من سبتمبر 2020", "2020-09-30"),
    ],
)
def test_days_decades_and_quarters_in_every_language(tag: str, text: str, period: str) -> None:
    assert dates(text, tag) == [period]


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("ar", "ارتفعت الأسعار العام الماضي", "2023"),
        ("ar", "ارتفعت الأسعار الشهر الماضي", "2024-01"),
        ("bn", "গত বছর দাম বেড়েছে", "2023"),
        ("bn", "গত মাসে দাম বেড়েছে", "2024-01"),
        ("ta", "கடந்த ஆண்டைவிட விலை உயர்ந்தது", "2023"),
        ("ta", "கடந்த மாதத்தில் விலை உயர்ந்தது", "2024-01"),
        ("ta", "5 ஆண்டுகளுக்கு முன்பு விலை உயர்ந்தது", "2019"),
        ("cs", "Ceny loni vzrostly", "2023"),
        ("cs", "Ceny minulý měsíc vzrostly", "2024-01"),
        ("sk", "Ceny vlani vzrástli", "2023"),
        ("sk", "Ceny v minulom mesiaci vzrástli", "2024-01"),
        ("da", "Priserne steg sidste år", "2023"),
        ("da", "Priserne steg sidste måned", "2024-01"),
        ("de", "Die Preise stiegen im vergangenen Jahr", "2023"),
        ("de", "Die Preise stiegen im vergangenen Monat", "2024-01"),
        ("el", "Οι τιμές αυξήθηκαν πέρυσι", "2023"),
        ("el", "Οι τιμές αυξήθηκαν τον περασμένο μήνα", "2024-01"),
        ("en", "Prices rose last year", "2023"),
        ("en", "Prices rose last month", "2024-01"),
        ("es", "Los precios subieron el año pasado", "2023"),
        ("es", "Los precios subieron el mes pasado", "2024-01"),
        ("fa", "قیمت‌ها ماه گذشته بالا رفت", "2024-01"),
        ("fi", "Hinnat nousivat viime vuonna", "2023"),
        ("fi", "Hinnat nousivat viime kuussa", "2024-01"),
        ("fr", "Les prix ont augmenté l'an dernier", "2023"),
        ("fr", "Les prix ont augmenté le mois dernier", "2024-01"),
        ("he", "המחירים עלו בשנה שעברה", "2023"),
        ("he", "המחירים עלו בחודש שעבר", "2024-01"),
        ("hi", "पिछले साल कीमतें बढ़ीं", "2023"),
        ("hi", "पिछले महीने कीमतें बढ़ीं", "2024-01"),
        ("hu", "Az árak tavaly emelkedtek", "2023"),
        ("hu", "Az árak a múlt hónapban emelkedtek", "2024-01"),
        ("id", "Harga naik tahun lalu", "2023"),
        ("id", "Harga naik bulan lalu", "2024-01"),
        ("it", "I prezzi sono aumentati l'anno scorso", "2023"),
        ("it", "I prezzi sono aumentati il mese scorso", "2024-01"),
        ("ja", "昨年は値上がりした", "2023"),
        ("ja", "先月は値上がりした", "2024-01"),
        ("ko", "지난해 물가가 올랐다", "2023"),
        ("ko", "지난달 물가가 올랐다", "2024-01"),
        ("ms", "Harga naik tahun lalu", "2023"),
        ("ms", "Harga naik bulan lalu", "2024-01"),
        ("nl", "De prijzen stegen vorig jaar", "2023"),
        ("nl", "De prijzen stegen vorige maand", "2024-01"),
        ("no", "Prisene steg i fjor", "2023"),
        ("no", "Prisene steg forrige måned", "2024-01"),
        ("pl", "Ceny wzrosły w ubiegłym roku", "2023"),
        ("pl", "Ceny wzrosły w ubiegłym miesiącu", "2024-01"),
        ("pt", "Os preços subiram no ano passado", "2023"),
        ("pt", "Os preços subiram no mês passado", "2024-01"),
        ("ro", "Prețurile au crescut anul trecut", "2023"),
        ("ro", "Prețurile au crescut luna trecută", "2024-01"),
        ("ru", "Цены выросли в прошлом году", "2023"),
        ("ru", "Цены выросли в прошлом месяце", "2024-01"),
        ("sv", "Priserna steg förra året", "2023"),
        ("sv", "Priserna steg förra månaden", "2024-01"),
        ("sw", "Bei zilipanda mwaka jana", "2023"),
        ("sw", "Bei zilipanda mwezi uliopita", "2024-01"),
        ("th", "ราคาสูงขึ้นเมื่อปีที่แล้ว", "2023"),
        ("th", "ราคาสูงขึ้นเมื่อเดือนที่แล้ว", "2024-01"),
        ("tr", "Fiyatlar geçen yıl arttı", "2023"),
        ("tr", "Fiyatlar geçen ay arttı", "2024-01"),
        ("hr", "Cijene su lani porasle", "2023"),
        ("sr", "Cene su prošle godine porasle", "2023"),
        ("sr", "Цене су прошлог месеца порасле", "2024-01"),
        ("hr", "Cijene su prošli mjesec porasle", "2024-01"),
        ("fil", "Tumaas ang presyo noong nakaraang taon", "2023"),
        ("fil", "Tumaas ang presyo noong nakaraang buwan", "2024-01"),
        ("bg", "Цените нараснаха миналата година", "2023"),
        ("bg", "Цените нараснаха миналия месец", "2024-01"),
        ("ca", "Els preus van pujar l'any passat", "2023"),
        ("ca", "Els preus han pujat enguany", "2024"),
        ("ca", "Els preus van pujar el mes passat", "2024-01"),
        ("lt", "Kainos pernai išaugo", "2023"),
        ("lt", "Kainos praėjusį mėnesį išaugo", "2024-01"),
        ("lv", "Cenas pērn pieauga", "2023"),
        ("lv", "Cenas pagājušajā mēnesī pieauga", "2024-01"),
        ("af", "Pryse het verlede jaar gestyg", "2023"),
        ("af", "Pryse het vanjaar gestyg", "2024"),
        ("af", "Pryse het verlede maand gestyg", "2024-01"),
        ("uk", "Ціни зросли минулого року", "2023"),
        ("uk", "Ціни зросли минулого місяця", "2024-01"),
        ("mr", "गेल्या वर्षी किमती वाढल्या", "2023"),
        ("mr", "गेल्या महिन्यात किमती वाढल्या", "2024-01"),
        ("ne", "गत वर्ष मूल्य बढ्यो", "2022-04-14/2023-04-13"),
        ("ne", "गत महिना मूल्य बढ्यो", "2024-01"),
        ("ur", "گزشتہ سال قیمتیں بڑھیں", "2023"),
        ("ur", "گزشتہ ماہ قیمتیں بڑھیں", "2024-01"),
        ("vi", "Giá tăng trong năm ngoái", "2023"),
        ("vi", "Giá tăng trong tháng trước", "2024-01"),
        ("zh", "去年价格上涨", "2023"),
        ("zh", "上个月价格上涨", "2024-01"),
    ],
)
def test_last_year_and_last_month_in_every_language(tag: str, text: str, period: str) -> None:
    (found,) = read_figures(text, tag, published=date(2024, 2, 10))
    assert (found.kind, str(found.period)) == (Kind.DATE, period)


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "They met two weeks ago", "2024-01-22/2024-01-28"),
        ("en", "She left 3 days ago", "2024-02-07"),
        ("de", "Vor vier Monaten stieg der Preis", "2023-10"),
        ("fr", "Il y a dix ans, le pont fermait", "2014"),
        ("es", "Hace cinco años abrió", "2019"),
        ("it", "Due mesi fa ha chiuso", "2023-12"),
        ("pt", "Dois anos atrás caiu", "2022"),
        ("mr", "दोन वर्षांपूर्वी पूल कोसळला", "2022"),
        ("ne", "दुई वर्षअघि पुल भत्कियो", "2021-04-14/2022-04-13"),
        ("nl", "Zes jaar geleden kwam hij", "2018"),
        ("ru", "Три года назад", "2021"),
        ("hr", "Most je pao prije dvije godine", "2022"),
        ("hr", "Kiša je pala prošli utorak", "2024-02-06"),
        ("fil", "Dalawang taon na ang nakalilipas nang gumuho ang tulay", "2022"),
        ("fil", "Umulan noong Miyerkules", "2024-02-07"),
        ("bg", "Преди две години мостът падна", "2022"),
        ("bg", "Миналата сряда заваля", "2024-02-07"),
        ("ca", "Fa cinc anys va obrir", "2019"),
        ("ca", "Dimecres passat va ploure", "2024-02-07"),
        ("pl", "Trzy lata temu", "2021"),
        ("sv", "För tre år sedan", "2021"),
        ("fi", "Kolme vuotta sitten", "2021"),
        ("hu", "Három évvel ezelőtt", "2021"),
        ("sw", "miaka 3 iliyopita", "2021"),
        ("tr", "Üç yıl önce", "2021"),
        ("vi", "từ 5 năm trước", "2019"),
        ("zh", "5年前建成", "2019"),
        ("th", "เมื่อ 5 ปีที่แล้ว", "2019"),
        ("id", "Lima tahun lalu ia pergi", "2019"),
        ("ms", "5 tahun yang lalu", "2019"),
        ("ur", "5 سال قبل", "2019"),
        ("en", "He resigned last Tuesday", "2024-02-06"),
        ("en", "Talks begin next Saturday", "2024-02-17"),
        ("de", "Letzten Samstag kam er", "2024-02-03"),
        ("ru", "в прошлую среду", "2024-02-07"),
        ("pl", "w ubiegłą środę", "2024-02-07"),
        ("sv", "I fredags kom han", "2024-02-09"),
    ],
)
def test_so_long_ago_and_the_last_of_a_weekday(tag: str, text: str, period: str) -> None:
    (found,) = read_figures(text, tag, published=date(2024, 2, 10))  # a Saturday
    assert (found.kind, str(found.period)) == (Kind.DATE, period)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("th", "ในช่วง 5 ปีที่ผ่านมา"),
        ("sw", "katika miaka 5 iliyopita"),
        ("ms", "Dalam tempoh 5 tahun lalu"),
        ("id", "selama 5 tahun yang lalu"),
        ("vi", "Trong 5 năm qua"),
        ("fa", "طی ۵ سال پیش"),
        ("fa", "در ۵ سال گذشته"),
        ("ja", "過去5年間で"),
        ("ko", "지난 5년간"),
        ("hi", "पिछले 5 साल में"),
        ("ar", "خلال 5 سنوات الماضية"),
    ],
)
def test_what_lasted_so_long_until_now_is_no_day(tag: str, text: str) -> None:
    (found,) = read_figures(text, tag, published=date(2024, 2, 10))
    assert (found.kind, found.quantity.exact, found.quantity.unit) == (Kind.MEASURE, 5, "duration-year")


@pytest.mark.parametrize("text", ["more than two weeks", "about two years ago", "two and a half years ago", "2 weeks"])
def test_what_is_no_certain_day_stays_a_length_of_time(text: str) -> None:
    (found,) = read_figures(text, "en", published=date(2024, 2, 10))
    assert found.kind is Kind.MEASURE


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "in H1 2022", ["2022/2022-06-30"]),
        ("en", "the second half of 2022", ["2022-07-01/2022"]),
        ("de", "im zweiten Halbjahr 2022", ["2022-07-01/2022"]),
        ("fr", "au second semestre 2022", ["2022-07-01/2022"]),
        ("ru", "в первом полугодии 2022 года", ["2022/2022-06-30"]),
        ("fr", "au T3 2023", ["2023-07-01/2023-09-30"]),
        ("es", "en el 3T 2023", ["2023-07-01/2023-09-30"]),
        ("it", "A metà 2021 il ponte", ["", "2021"]),
        ("en", "2 half-brothers", []),
        ("fr", "3 t de sable", []),
    ],
)
def test_halves_of_years_and_quarters_in_a_letter(tag: str, text: str, wanted: list[str]) -> None:
    assert dates(text, tag) == wanted


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("text", ["last year", "next year", "last month", "next quarter", "last Tuesday", "9 days ago"])
def test_what_is_told_from_the_first_or_the_last_day_of_all_is_no_error(published, text):
    assert len(read_figures(text, "en", published=published)) <= 1


@pytest.mark.parametrize("published", [date.min, date.min + timedelta(200), date.max - timedelta(200), date.max])
@pytest.mark.parametrize(
    ("tag", "text"), [("en", "In March, 300 died, on 14 May 20."), ("fa", "در مهر ۳۰۰ نفر و ۵ اسفند ۲۰ نفر.")]
)
def test_months_without_a_year_near_the_first_or_the_last_day_of_all_are_no_error(published, tag, text):
    assert [f.quantity.exact for f in read_figures(text, tag, published=published) if f.kind is Kind.COUNT] == [300, 20]


@pytest.mark.parametrize(
    ("tag", "text", "part", "value"),
    [
        ("sv", "Ett 20-tal personer skadades.", "20", 20),
        ("id", "Sebanyak 20-an orang hadir.", "20", 20),
        ("ms", "Seramai 30-an orang hadir.", "30", 30),
    ],
)
def test_tens_that_count_are_no_decade(tag: str, text: str, part: str, value: int) -> None:
    (found,) = read_figures(text, tag)
    assert (text[found.span.start : found.span.end], found.kind) == (part, Kind.COUNT)
    assert found.quantity.exact == value
    assert found.quantity.approximate


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("id", "Pada tahun 1980-an kota itu kecil.", "1980/1989"),
        ("id", "Pada era 90-an kota itu kecil.", "1990/1999"),
        ("ms", "Pada tahun 80-an bandar itu kecil.", "1980/1989"),
        ("sv", "På 60-talet var staden liten.", "1960/1969"),
    ],
)
def test_tens_of_years_are_a_decade(tag: str, text: str, period: str) -> None:
    assert dates(text, tag) == [period]
