"""Places that passages name, with and without capitals."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import read_figures
from factcheck.claims.lines import read_line
from factcheck.claims.mentions import Names
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.places import read_places


def places(tag: str, text: str, names: Names | None = None) -> list[str | None]:
    phrases = phrases_of(tag)
    line = read_line(text, 0, len(text), read_figures(text, tag), phrases.cutter, phrases.abbreviations)
    return [p.name for p in read_places(text, tag, line, phrases.tables(line), names or Names())]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "Rice output in Long Xuyen came to 700 tonnes.", ["Long Xuyen"]),
        ("en", "Long Xuyen welcomed 700 visitors.", ["Long Xuyen"]),
        ("en", "Mombasa: the year in figures", ["Mombasa"]),
        ("en", "Farmers said in March that 4% of it was lost.", []),
        ("en", "Prices in Germany and the Meru district rose 4%.", ["Germany", "Meru"]),
        ("en", "Prices rose 4% in the Meru district Wednesday.", ["Meru"]),
        ("et", "Taifuun Yagi tappis Vietnamis 233 inimest.", ["Vietnam"]),
        ("et", "Tormis Boris hukkus Poolas seitse inimest.", ["Poland"]),
        ("fr", "Le district de Cam Lo comptait 40 ménages.", ["Cam Lo"]),
        ("vi", "Nông dân Trà Vinh thu hoạch 500 tấn lúa.", ["Trà Vinh"]),
        ("ms", "Pada tahun 2020, Kota Bharu menerima 500 pelawat.", ["Kota Bharu"]),
        ("ar", "بلغ معدل الفقر في تاي نينه 4٪.", ["تاي نينه"]),
        ("ar", "استقبلت تاي نينه 400 زائر.", ["تاي نينه"]),
        ("ar", "كانت نسبة 4 في المائة من الأسر في لاو كاي فقيرة.", ["Lao Cai"]),
        ("fa", "نرخ فقر در تای نین ۴٪ بود.", ["تای نین"]),
        ("fa", "تای نین در سال ۲۰۲۰ هنوز ۴۰۰ خانوار فقیر داشت.", ["تای نین"]),
        ("fa", "کتابخانه‌های تای نین ۴۰۰ کتاب امانت دادند.", ["تای نین"]),
        ("fa", "نرخ فقر باید در این دوره ۴٪ کم شود.", []),
        ("fa", "برنامه فقط ۵ درصد را پیش‌بینی کرده بود.", []),
        ("ar", "تشير التقديرات إلى زيادة بقيمة 4 ملايين دولار في مبادرة جديدة.", []),
        ("ar", "بلغ الفقر في المقاطعة ومن الميزانية 4٪.", []),
        ("vi", "Toàn tỉnh Trà Vinh còn 200 hộ nghèo.", ["Trà Vinh"]),
        ("en", "Watch the Full Report On Trade Now", []),
        ("en", "CNN said in FBI files 40 agents were named.", []),
        ("en", "A cyclone hit Long Xuyen and killed 12 people.", ["Long Xuyen"]),
        ("fr", "Un cyclone a frappé Long Xuyen, faisant 12 morts.", ["Long Xuyen"]),
        ("es", "Un ciclón azotó Long Xuyen y mató a 12 personas.", ["Long Xuyen"]),
        ("ru", "В Тверской области родилось 4000 детей.", ["Твер"]),
        ("ru", "Безработица в Туле составила 4%.", ["Tula"]),
        ("tr", "Selde Rize'de 37 kişi öldü.", ["Rize"]),
        ("tr", "Kazada Bolu'da 3 kişi öldü.", ["Bolu"]),
        ("ms", "Pelabuhan Klang mengendalikan 400 kontena.", ["Klang"]),
        ("fa", "دزدان به ۴۰ خانه در تای دستبرد زدند.", ["تای"]),
        ("ar", "كان 40 مريضا ينتظرون العلاج.", []),
        ("fa", "در این حادثه دست‌کم ۱۲ نفر کشته شدند.", []),
        ("ja", "事故で少なくとも12人が死亡した。", []),
        ("bn", "বন্যায় আনুমানিক ১২ জনের মৃত্যু হয়েছে।", []),
        ("en", "Annual inflation was 4%.", []),
        ("en", "In 2023, Kisumu exports came to 700 tonnes.", ["Kisumu"]),
        ("de", "Jährliche Inflation lag bei 4 Prozent.", []),
        ("pl", "Roczna inflacja wyniosła 4 procent.", []),
        ("tr", "Aylık enflasyon yüzde 4 oldu.", []),
    ],
)
def test_places(tag: str, text: str, expected: list[str | None]) -> None:
    assert places(tag, text) == expected


def test_the_whole_province_is_a_place_without_a_name() -> None:
    assert places("vi", "Tỷ lệ hộ nghèo toàn tỉnh là 4%.") == [None]


def test_a_name_once_surely_read_is_known_where_nothing_leads_to_it() -> None:
    names = Names()
    assert places("en", "The district of Tan Lac is poor.", names) == ["Tan Lac"]
    assert places("en", "Help reached 500 people, said Tan Lac officials.", names) == ["Tan Lac"]


@pytest.mark.parametrize(
    ("tag", "text", "place"),
    [
        ("en", "In China, 40% were poor.", "China"),
        ("fr", "En Chine, 40 % étaient pauvres.", "China"),
        ("vi", "Tại Trung Quốc, 40% số hộ nghèo.", "China"),
        ("ar", "في الصين بلغ الفقر 40٪.", "China"),
        ("fa", "در چین نرخ فقر ۴۰٪ بود.", "China"),
        ("ms", "Di China, kadar kemiskinan ialah 40%.", "China"),
        ("en", "Inflation in the US was 4.2 percent.", "United States"),
        ("en", "UK GDP grew by 1.2 percent.", "United Kingdom"),
        ("es", "La inflación en EE. UU. fue del 4,2 %.", "United States"),
        ("he", 'שיעור האבטלה בארה"ב היה 4.2 אחוז.', "United States"),
        ("ja", "米国の失業率は4.2%。", "United States"),
        ("ko", "지난해 EU의 물가상승률은 4.2%였다.", "European Union"),
        ("ru", "Инфляция в ЕС составила 4,2 процента.", "European Union"),
        ("vi", "Lạm phát ở Anh là 4,2%.", "United Kingdom"),
        ("vi", "Mỹ có 5.000 người nhiễm.", "United States"),
        ("tr", "Geçen yıl Çin ekonomisi yüzde 5 büyüdü.", "China"),
        ("fi", "Inflaatio USA:ssa oli 4 prosenttia.", "United States"),
        ("sv", "Inflationen i EU:s länder var 4 procent.", "European Union"),
        ("fa", "نرخ بیکاری در هند ۴ درصد بود.", "India"),
        ("th", "อัตราการว่างงานในไทยอยู่ที่ 4.2%", "Thailand"),
        ("ar", "بلغ معدل التضخم في ميانمار 4 في المئة.", "Myanmar (Burma)"),
        ("en", "Inflation in Burma was 4 percent.", "Myanmar (Burma)"),
        ("en", "Inflation in Turkey was 4 percent.", "Türkiye"),
        ("de", "Die Inflation in der Türkei lag bei 4 Prozent.", "Türkiye"),
    ],
)
def test_well_known_places_have_one_name_in_all_languages(tag: str, text: str, place: str) -> None:
    assert places(tag, text) == [place]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Us and them: 40% agree."),
        ("en", "PLEASE HELP US FIND 40 MISSING PEOPLE"),
        ("vi", "Anh Nam có 5 triệu đồng."),
        ("vi", "Ông Nguyễn Đức nói có 300 người chết."),
    ],
)
def test_short_words_are_no_places_because_some_place_has_their_letters(tag: str, text: str) -> None:
    known = {"United States", "United Kingdom", "Germany"}
    assert known.isdisjoint(places(tag, text))


def test_a_name_with_a_colon_leads_what_follows() -> None:
    text = "Tra Vinh: 40 farms were sold."
    line = read_line(text, 0, len(text), read_figures(text, "en"))
    (mention,) = read_places(text, "en", line, phrases_of("en").tables(line), Names())
    assert mention.leads
