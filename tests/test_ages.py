"""Of what age people are, which is a range wherever it is said as one, and no figure that another one is parted by."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.claims.extraction import extract
from factcheck.reading.files import from_text

# Language, and a sentence on the unemployment of people from 15 to 24 years, which is 14.2 %.
SENTENCES = [
    ("en", "Unemployment among people aged 15 to 24 was 14.2%."),
    ("en", "Unemployment among those aged 15-24 was 14.2%."),
    ("en", "Unemployment among 15- to 24-year-olds was 14.2%."),
    ("en", "Unemployment among people between the ages of 15 and 24 was 14.2%."),
    ("en", "Unemployment among those aged between 15 and 24 was 14.2%."),
    ("fr", "Le chômage des jeunes de 15 à 24 ans atteignait 14,2 %."),
    ("es", "El desempleo entre los jóvenes de 15 a 24 años subió al 14,2 %."),
    ("it", "La disoccupazione tra i 15 e i 24 anni era del 14,2%."),
    ("pt", "O desemprego entre jovens de 15 a 24 anos foi de 14,2%."),
    ("de", "Die Arbeitslosigkeit unter den 15- bis 24-Jährigen lag bei 14,2 Prozent."),
    ("nl", "De werkloosheid onder 15- tot 24-jarigen was 14,2 procent."),
    ("sv", "Arbetslösheten i åldern 15–24 var 14,2 procent."),
    ("da", "Ledigheden for unge i alderen 15 til 24 var 14,2 procent."),
    ("no", "Ledigheten blant 15- til 24-åringer var 14,2 prosent."),
    ("fi", "15–24-vuotiaiden työttömyysaste oli 14,2 prosenttia."),
    ("hu", "A 15 és 24 év közöttiek munkanélküliségi rátája 14,2 százalék volt."),
    ("pl", "Stopa bezrobocia wśród osób w wieku 15–24 lat wyniosła 14,2 proc."),
    ("cs", "Nezaměstnanost mladých ve věku 15 až 24 let činila 14,2 procenta."),
    ("sk", "Nezamestnanosť mladých vo veku 15 až 24 rokov bola 14,2 percenta."),
    ("ru", "Безработица среди молодежи в возрасте от 15 до 24 лет составила 14,2%."),
    ("uk", "Безробіття серед молоді віком від 15 до 24 років становило 14,2%."),
    ("bg", "Безработицата сред младежите на възраст от 15 до 24 години е 14,2%."),
    ("hr", "Nezaposlenost mladih u dobi od 15 do 24 godine iznosila je 14,2 posto."),
    ("sr", "Незапосленост младих узраста од 15 до 24 године износила је 14,2 одсто."),
    ("ro", "Rata șomajului în rândul tinerilor cu vârste între 15 și 24 de ani a fost de 14,2%."),
    ("el", "Η ανεργία στους νέους ηλικίας 15 έως 24 ετών ήταν 14,2%."),
    ("tr", "15-24 yaş grubunda işsizlik oranı yüzde 14,2 oldu."),
    ("ar", "بلغ معدل البطالة بين الشباب الذين تتراوح أعمارهم بين 15 و24 عاما 14.2 في المئة."),
    ("fa", "نرخ بیکاری جوانان ۱۵ تا ۲۴ ساله ۱۴٫۲ درصد بود."),
    ("ur", "15 سے 24 سال کی عمر کے نوجوانوں میں بے روزگاری کی شرح 14.2 فیصد رہی۔"),
    ("hi", "15 से 24 वर्ष की आयु के युवाओं में बेरोजगारी दर 14.2 प्रतिशत रही।"),
    ("bn", "১৫ থেকে ২৪ বছর বয়সীদের মধ্যে বেকারত্বের হার ছিল ১৪.২ শতাংশ।"),
    ("ta", "15 முதல் 24 வயதுக்குட்பட்டவர்களிடையே வேலையின்மை விகிதம் 14.2 சதவீதமாக இருந்தது."),
    ("th", "อัตราการว่างงานของเยาวชนอายุ 15-24 ปี อยู่ที่ 14.2%"),
    ("vi", "Tỷ lệ thất nghiệp của thanh niên từ 15 đến 24 tuổi là 14,2%."),
    ("id", "Tingkat pengangguran penduduk usia 15-24 tahun mencapai 14,2 persen."),
    ("ms", "Kadar pengangguran belia berumur 15 hingga 24 tahun ialah 14.2 peratus."),
    ("fil", "Umabot sa 14.2 porsiyento ang unemployment rate sa mga kabataang edad 15 hanggang 24."),
    ("sw", "Kiwango cha ukosefu wa ajira kwa vijana wenye umri wa miaka 15 hadi 24 kilikuwa asilimia 14.2."),
    ("zh", "15至24岁青年失业率为14.2%。"),
    ("ja", "15~24歳の失業率は14.2%だった。"),
    ("ko", "15\u223c24세 청년 실업률은 14.2%였다."),
    ("he", "שיעור האבטלה בקרב בני 15 עד 24 היה 14.2 אחוז."),
    ("ca", "L'atur entre els joves de 15 a 24 anys va ser del 14,2 %."),
    ("lt", "15–24 metų jaunimo nedarbo lygis siekė 14,2 proc."),
    ("lv", "Bezdarba līmenis jauniešiem vecumā no 15 līdz 24 gadiem bija 14,2%."),
    ("af", "Werkloosheid onder mense tussen 15 en 24 jaar was 14,2%."),
]


@pytest.mark.parametrize(("tag", "text"), SENTENCES)
def test_a_range_of_ages_says_of_whom_a_rate_is(tag: str, text: str) -> None:
    told = {(c.quantity.low, c.quantity.high, c.quantity.unit): c for c in extract(from_text(text, language=tag))}
    rate = Decimal("14.2")
    assert told.keys() == {(15, 24, "duration-year"), (rate, rate, "percent")}
    assert told[rate, rate, "percent"].scope.indicator in {"unemployment rate", "youth unemployment"}


MONTHS = [  # a drop of 3.3 % in nine months, told before it
    ("en", "Electricity consumption in the first nine months fell by 3.3 percent."),
    ("hr", "Potrošnja struje u prvih devet mjeseci smanjila se za 3,3 posto."),
    ("sl", "Poraba elektrike se je v prvih devetih mesecih zmanjšala za 3,3 odstotka."),
]


@pytest.mark.parametrize(("tag", "text"), MONTHS)
def test_the_months_in_which_it_was_measured_part_no_figure_from_what_it_is_of(tag: str, text: str) -> None:
    told = {c.quantity.low: c.scope.indicator for c in extract(from_text(text, language=tag))}
    assert told[Decimal("3.3")] == "electricity consumption"
