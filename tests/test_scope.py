"""What figures are about, from sentences as newsrooms write them, in six languages."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.figures import Figure, read_figures
from factcheck.claims.indicators import catalogue
from factcheck.claims.scope import attach
from factcheck.language.packs import pack, packs
from factcheck.model import NOT_QUANTITIES, Claim, Document, Kind, Passage, PassageKind, Quantity, Span


def document(tag: str, *lines: str, title: str = "") -> Document:
    text = "\n".join(lines)
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(Span(at, at + len(line)), PassageKind.SENTENCE, tag))
        at += len(line) + 1
    return Document("d" * 64, "a.txt", title, text, tag, passages=tuple(passages))


def claims_of(made: Document) -> list[Claim]:
    figures = {i: read_figures(made.text, p.language, p.span.start, p.span.end) for i, p in enumerate(made.passages)}
    return [claim for claim in attach(made, figures) if claim.kind not in NOT_QUANTITIES]


# Language, sentence, and for each quantity: role, direction, indicator, group, place, period, per.
SENTENCES = [
    ("en", "The poverty rate in Hoa Binh fell to 4.21% at the end of 2023.",
     [("level", "down", "poverty rate", None, "Hoa Binh", "2023", None)]),
    ("en", "Unemployment in Kisumu fell by 1.5% in 2022.",
     [("change", "down", "unemployment rate", None, "Kisumu", "2022", None)]),
    ("en", "Son La plans to cut the poverty rate by 3% a year.",
     [("target", "down", "poverty rate", None, "Son La", None, "year")]),
    ("en", "Turnout was 61% among women and 58% among men.",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("en", "Consumer prices in Kenya rose 4.6% in 2023.",
     [("level", None, "inflation", None, "Kenya", "2023", None)]),
    ("en", "Floods killed 37 people in Tanga in 2021.",
     [("level", None, "flood deaths", None, "Tanga", "2021", None)]),
    ("en", "In Oran, food prices rose 8.1%, while rents fell 1.5%.",
     [("level", None, "food inflation", None, "Oran", None, None),
      ("change", "down", "rent", None, "Oran", None, None)]),
    ("en", "The government plans to spend 9 million dollars, up 4.2% from a year earlier.",
     [("target", None, "spending", None, None, None, None), ("change", "up", "spending", None, None, None, None)]),
    ("en", "Literacy is 61.8%, and among women 51.5%.",
     [("level", None, "literacy rate", None, None, None, None),
      ("level", None, "literacy rate", "women", None, None, None)]),
    ("en", "Exports rose 9.5% in volume and 33.6% in value.",
     [("change", "up", "exports", None, None, None, None), ("change", "up", "exports", None, None, None, None)]),
    ("de", "Die Exporte stiegen um 5 % und die Importe 3 %.",
     [("change", "up", "exports", None, None, None, None), ("change", "up", "imports", None, None, None, None)]),
    ("en", "The rate was 5%; in Oran it was 7%.",
     [("level", None, None, None, None, None, None), ("level", None, None, None, "Oran", None, None)]),
    ("en", "In Kenya, 360,000 people have diabetes.",
     [("level", None, "diabetes rate", None, "Kenya", None, None)]),
    ("fr", "En 2022, le taux de chômage à Bouaké a diminué de 1,7 % chaque mois.",
     [("change", "down", "unemployment rate", None, "Bouaké", "2022", "month")]),
    ("fr", "La province s'efforce de réduire le taux de pauvreté de 3 % par an parmi les minorités ethniques.",
     [("target", "down", "poverty rate", "ethnic minorities", None, None, "year")]),
    ("fr", "Les exportations de café de Dakar ont atteint 5 200 tonnes en 2020.",
     [("level", None, "coffee exports", None, "Dakar", "2020", None)]),
    ("vi", "Năm 2022, tỷ lệ hộ nghèo dân tộc thiểu số của Sơn La giảm 3%/năm.",
     [("change", "down", "poverty rate", "ethnic minorities", "Sơn La", "2022", "year")]),
    ("vi", "Cần Giờ phấn đấu đưa tỷ lệ hộ nghèo xuống còn 1,2% vào năm 2025.",
     [("target", "down", "poverty rate", None, "Cần Giờ", "2025", None)]),
    ("ms", "Kadar pengangguran di Kelantan menurun kepada 4.1% pada tahun 2023.",
     [("level", "down", "unemployment rate", None, "Kelantan", "2023", None)]),
    ("ms", "Banjir mengorbankan 12 orang di Kota Bharu pada tahun 2021.",
     [("level", None, "flood deaths", None, "Kota Bharu", "2021", None)]),
    ("fa", "نرخ فقر در استان سمنان شمالی ۱.۴۶٪ در سال کاهش یافته است.",
     [("change", "down", "poverty rate", None, "سمنان شمالی", None, "year")]),
    ("fa", "نرخ فقر در مناطق اقلیت‌های قومی ۴.۸٪ در سال کاهش یافته که از برنامه تعیین‌شده (کاهش ۳٪ در سال) فراتر رفته است.",  # noqa: E501
     [("change", "down", "poverty rate", "ethnic minorities", None, None, "year"),
      ("target", "down", "poverty rate", "ethnic minorities", None, None, "year")]),
    ("ar", "انخفض معدل البطالة في أسوان إلى ٦٫٢٪ عام ٢٠٢٢.",
     [("level", "down", "unemployment rate", None, "Aswan", "2022", None)]),
    ("ar", "تهدف الأقصر إلى خفض معدل الفقر إلى ١٠٪ بحلول عام ٢٠٢٥.",
     [("target", "down", "poverty rate", None, "الأقصر", "2025", None)]),
]  # fmt: skip


# The same for the other languages, in their families: no spaces, particles, case endings, compounds, several figures.
FAMILIES = [
    ("zh", "2023年底，广宁省贫困率降至4.21%。",
     [("level", "down", "poverty rate", None, "Quang Ninh", "2023", None)]),
    ("zh", "2022年，河北省失业率下降了1.5个百分点。",
     [("change", "down", "unemployment rate", None, "Hebei", "2022", None)]),
    ("zh", "云南省计划到2025年将贫困率降到3%。",
     [("target", "down", "poverty rate", None, "Yunnan", "2025", None)]),
    ("zh", "2023年肯尼亚消费价格上涨4.6%。",
     [("level", None, "inflation", None, "Kenya", "2023", None)]),
    ("zh", "女性投票率为61%，男性为58%。",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("ja", "2023年末、大分県の失業率は2.4%に低下した。",
     [("level", "down", "unemployment rate", None, "Oita", "2023", None)]),
    ("ja", "長野県は2025年までに貧困率を3%に引き下げる計画だ。",
     [("target", "down", "poverty rate", None, "Nagano", "2025", None)]),
    ("ja", "ケニアの物価は2023年に4.6%上昇した。",
     [("level", None, "inflation", None, "Kenya", "2023", None)]),
    ("ja", "失業率は低下し、4%を割り込んだ。", [("level", "down", "unemployment rate", None, None, None, None)]),
    ("zh", "失业率跌破4%。", [("level", "down", "unemployment rate", None, None, None, None)]),
    ("fr", "Moins de 5 % des enfants de moins de 5 ans souffrent de malnutrition.",
     [("level", None, "malnutrition rate", "under five", None, None, None),
      ("level", None, None, None, None, None, None)]),
    ("ru", "Его приговорили к двум годам тюрьмы.", [("level", None, "prison sentence", None, None, None, None)]),
    ("es", "Fue condenado a 5 años de prisión.", [("level", None, "prison sentence", None, None, None, None)]),
    ("ar", "حكم عليه بالسجن 5 سنوات.", [("level", None, "prison sentence", None, None, None, None)]),
    ("de", "Die Regierung gibt 500 Millionen Euro für die betroffenen Gebiete aus.",
     [("level", None, None, None, None, None, None)]),
    ("th", "ในปี 2566 อัตราความยากจนในจังหวัดเชียงรายลดลงเหลือ 4.2%",
     [("level", "down", "poverty rate", None, "Chiang Rai", "2023", None)]),
    ("th", "น้ำท่วมคร่าชีวิตผู้คน 37 คนในจังหวัดสงขลา",
     [("level", None, "flood deaths", None, "Songkhla", None, None)]),
    ("th", "อัตราการว่างงานในเคนยาอยู่ที่ 5.5 เปอร์เซ็นต์ในปี 2021",
     [("level", None, "unemployment rate", None, "Kenya", "2021", None)]),
    ("ko", "2023년 말 강원도의 빈곤율은 4.2%로 하락했다.",
     [("level", "down", "poverty rate", None, "Gangwon", "2023", None)]),
    ("ko", "홍수로 전라남도에서 37명이 숨졌다.",
     [("level", None, "flood deaths", None, "South Jeolla", None, None)]),
    ("ko", "케냐의 실업률은 2022년에 5.5%였다.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("ko", "부산시는 2025년까지 실업률을 3%로 낮출 계획이다.",
     [("target", "down", "unemployment rate", None, "Busan", "2025", None)]),
    ("hi", "2023 के अंत में बिहार की गरीबी दर घटकर 4.2 प्रतिशत रह गई।",
     [("level", "down", "poverty rate", None, "Bihar", "2023", None)]),
    ("hi", "बाढ़ में असम में 37 लोगों की मौत हो गई। केन्या में बेरोजगारी दर 5.5% थी।",
     [("level", None, "flood deaths", None, "Assam", None, None),
      ("level", None, "unemployment rate", None, "Kenya", None, None)]),
    ("hi", "केरल सरकार ने 2025 तक गरीबी दर को 3% तक लाने का लक्ष्य रखा है।",
     [("target", None, "poverty rate", None, "Kerala", "2025", None)]),
    ("bn", "২০২৩ সালের শেষে সিলেটে দারিদ্র্যের হার কমে ৪.২ শতাংশে দাঁড়িয়েছে।",
     [("level", "down", "poverty rate", None, "Sylhet", "2023", None)]),
    ("ru", "В конце 2023 года уровень бедности в Тверской области снизился до 4,2%.",
     [("level", "down", "poverty rate", None, "Твер", "2023", None)]),
    ("ru", "В Кении безработица в 2022 году составила 5,5 процента.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("ru", "Татарстан планирует снизить уровень бедности до 3% к 2025 году.",
     [("target", "down", "poverty rate", None, "Татарстан", "2025", None)]),
    ("de", "Ende 2023 sank die Armutsquote in Hessen auf 4,2 Prozent.",
     [("level", "down", "poverty rate", None, "Hesse", "2023", None)]),
    ("de", "Die Arbeitslosenquote in Kenia lag 2022 bei 5,5 Prozent.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("de", "Bayern will die Armutsquote bis 2025 auf 3 Prozent senken.",
     [("target", "down", "poverty rate", None, "Bavaria", "2025", None)]),
    ("tr", "2023 sonunda Antalya'da yoksulluk oranı yüzde 4,2'ye geriledi.",
     [("level", "down", "poverty rate", None, "Antalya", "2023", None)]),
    ("tr", "Kenya'da işsizlik oranı 2022'de yüzde 5,5 oldu.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("tr", "Selde Rize'de 37 kişi hayatını kaybetti.",
     [("level", None, "flood deaths", None, "Rize", None, None)]),
    ("tr", "İzmir 2025'e kadar yoksulluk oranını yüzde 3'e düşürmeyi hedefliyor.",
     [("target", "down", "poverty rate", None, "Izmir", "2025", None)]),
    ("fi", "Köyhyysaste laski Lapissa 4,2 prosenttiin vuoden 2023 lopussa.",
     [("level", "down", "poverty rate", None, "Lapland", "2023", None)]),
    ("fi", "Keniassa työttömyysaste oli 5,5 prosenttia vuonna 2022.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("hu", "A szegénységi ráta 2023 végére 4,2 százalékra csökkent Pest megyében.",
     [("level", "down", "poverty rate", None, "Pest", "2023", None)]),
    ("hu", "Kenyában a munkanélküliségi ráta 2022-ben 5,5 százalék volt.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("pl", "W powodzi w Opolu zginęło 37 osób.",
     [("level", None, "flood deaths", None, "Opolu", None, None)]),
    ("cs", "Koncem roku 2023 klesla míra chudoby v Brně na 4,2 procenta.",
     [("level", "down", "poverty rate", None, "Brno", "2023", None)]),
    ("uk", "Наприкінці 2023 року рівень бідності у Львові знизився до 4,2%.",
     [("level", "down", "poverty rate", None, "Lviv", "2023", None)]),
    ("uk", "Через повінь в Одесі загинули 37 людей.",
     [("level", None, "flood deaths", None, "Odesa", None, None)]),
    ("es", "A finales de 2023, la tasa de pobreza en Jalisco bajó al 4,2 %.",
     [("level", "down", "poverty rate", None, "Jalisco", "2023", None)]),
    ("pt", "No final de 2023, a taxa de pobreza no Ceará caiu para 4,2%.",
     [("level", "down", "poverty rate", None, "Ceará", "2023", None)]),
    ("it", "Alla fine del 2023 il tasso di povertà in Calabria è sceso al 4,2%.",
     [("level", "down", "poverty rate", None, "Calabria", "2023", None)]),
    ("id", "Pada akhir 2023, tingkat kemiskinan di Jawa Barat turun menjadi 4,2 persen.",
     [("level", "down", "poverty rate", None, "West Java", "2023", None)]),
    ("ur", "2023 کے آخر میں پنجاب میں غربت کی شرح کم ہو کر 4.2 فیصد رہ گئی۔",
     [("level", "down", "poverty rate", None, "Punjab", "2023", None)]),
    ("he", "בסוף 2023 ירד שיעור העוני בחיפה ל-4.2 אחוז.",
     [("level", "down", "poverty rate", None, "Haifa", "2023", None)]),
    ("el", "Στα τέλη του 2023 το ποσοστό φτώχειας στην Κρήτη μειώθηκε στο 4,2%.",
     [("level", "down", "poverty rate", None, "Crete", "2023", None)]),
    ("sw", "Mwishoni mwa 2023, kiwango cha umaskini mkoani Dodoma kilipungua hadi asilimia 4.2.",
     [("level", "down", "poverty rate", None, "Dodoma", "2023", None)]),
    ("ro", "La sfârșitul anului 2023, rata sărăciei în Cluj a scăzut la 4,2%.",
     [("level", "down", "poverty rate", None, "Cluj-Napoca", "2023", None)]),
    ("nl", "Eind 2023 daalde het armoedecijfer in Utrecht naar 4,2 procent.",
     [("level", "down", "poverty rate", None, "Utrecht", "2023", None)]),
    ("sv", "I slutet av 2023 sjönk fattigdomen i Skåne till 4,2 procent.",
     [("level", "down", "poverty rate", None, "Scania", "2023", None)]),
    ("zh", "2023年，湖南省农村贫困率为4.2%，城镇为1.8%。",
     [("level", None, "poverty rate", "rural", "Hunan", "2023", None),
      ("level", None, "poverty rate", "urban", "Hunan", "2023", None)]),
    ("zh", "山东省去年出口大豆12万吨，进口小麦8万吨。",
     [("level", None, "soybeans exports", None, "Shandong", None, None),
      ("level", None, "wheat imports", None, "Shandong", None, None)]),
    ("zh", "全国失业率由5.5%降至5.1%。",
     [("level", None, "unemployment rate", None, "whole country", None, None),
      ("level", "down", "unemployment rate", None, "whole country", None, None)]),
    ("zh", "肯尼亚接待游客210万人次。",
     [("level", None, "visitors", None, "Kenya", None, None)]),
    ("zh", "浙江省2022年粮食产量为621万吨，比上年增长2.3%。",
     [("level", None, "food output", None, "Zhejiang", "2022", None),
      ("change", "up", "food output", None, "Zhejiang", "2022", None)]),
    ("ja", "2022年の北海道の失業率は3.2%で、前年より0.3ポイント低下した。",
     [("level", None, "unemployment rate", None, "Hokkaido", "2022", None),
      ("change", "down", "unemployment rate", None, "Hokkaido", "2022", None)]),
    ("ja", "大阪府は2030年までに再生可能エネルギーの割合を40%に引き上げる目標だ。",
     [("target", "up", "renewable share", None, "Osaka", "2030", None)]),
    ("ja", "ベトナムのコーヒー輸出量は160万トンに達した。",
     [("level", None, "coffee exports", None, "Vietnam", None, None)]),
    ("ja", "投票率は女性が61%、男性が58%だった。",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("ko", "2022년 경기도의 실업률은 3.1%로 전년보다 0.4%포인트 하락했다.",
     [("level", "down", "unemployment rate", None, "Gyeonggi", "2022", None),
      ("change", "down", "unemployment rate", None, "Gyeonggi", "2022", None)]),
    ("ko", "제주도를 찾은 관광객은 2023년에 1300만 명이었다.",
     [("level", None, "visitors", None, "Jeju", "2023", None)]),
    ("ko", "서울시는 2030년까지 온실가스 배출량을 40% 줄일 계획이다.",
     [("target", "down", "emissions", None, "Seoul", "2030", None)]),
    ("ko", "베트남의 커피 수출량은 160만 톤에 달했다.",
     [("level", None, "coffee exports", None, "Vietnam", None, None)]),
    ("ko", "투표율은 여성이 61%, 남성이 58%였다.",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("th", "ในปี 2565 อัตราการว่างงานในจังหวัดขอนแก่นอยู่ที่ 1.2%",
     [("level", None, "unemployment rate", None, "Khon Kaen", "2022", None)]),
    ("th", "แผ่นดินไหวทำให้มีผู้เสียชีวิต 37 คนและบาดเจ็บ 112 คนในเมียนมา",
     [("level", None, "earthquake deaths", None, "Myanmar (Burma)", None, None),
      ("level", None, "injured people", None, "Myanmar (Burma)", None, None)]),
    ("th", "นักท่องเที่ยวต่างชาติเดินทางมาภูเก็ต 3.5 ล้านคนในปี 2566",
     [("level", None, "visitors", "foreign visitors", "Phuket", "2023", None)]),
    ("th", "เวียดนามส่งออกกาแฟ 1.6 ล้านตันในปี 2564",
     [("level", None, "coffee exports", None, "Vietnam", "2021", None)]),
    ("ru", "В 2022 году безработица в Самарской области составила 3,1%, а в Пермском крае — 4,2%.",
     [("level", None, "unemployment rate", None, "Самар", "2022", None),
      ("level", None, "unemployment rate", None, "Перм", "2022", None)]),
    ("ru", "При землетрясении в Турции погибли 50 тысяч человек и 100 тысяч пострадали.",
     [("level", None, "earthquake deaths", None, "Türkiye", None, None),
      ("level", None, "injured people", None, "Türkiye", None, None)]),
    ("ru", "Экспорт пшеницы из России достиг 45 млн тонн в 2021 году.",
     [("level", None, "wheat exports", None, "Russia", "2021", None)]),
    ("ru", "Явка среди женщин составила 61%, среди мужчин — 58%.",
     [("level", None, "turnout", "women", None, None, None), ("level", None, "turnout", "men", None, None, None)]),
    ("uk", "У 2022 році рівень безробіття в Харкові становив 9,1%.",
     [("level", None, "unemployment rate", None, "Kharkiv", "2022", None)]),
    ("uk", "Внаслідок пожежі в Одесі загинули 16 людей.",
     [("level", None, "fire deaths", None, "Odesa", None, None)]),
    ("pl", "W wypadkach drogowych w Krakowie zginęło 16 osób.",
     [("level", None, "road deaths", None, "Krakow", None, None)]),
    ("cs", "V roce 2022 činila nezaměstnanost v Ostravě 5,5 procenta.",
     [("level", None, "unemployment rate", None, "Ostrava", "2022", None)]),
    ("cs", "Při povodních v Olomouci zahynulo 16 lidí.",
     [("level", None, "flood deaths", None, "Olomouc", None, None)]),
    ("sk", "BRATISLAVA - Miera nezamestnanosti na Slovensku klesla na 5,1 percenta.",
     [("level", "down", "unemployment rate", None, "Slovakia", None, None)]),
    ("cs", "PRAHA – Míra nezaměstnanosti ve Francii klesla na 5,1 procenta.",
     [("level", "down", "unemployment rate", None, "France", None, None)]),
    ("de", "BERLIN - Die Arbeitslosenquote in Frankreich sank auf 5,1 Prozent.",
     [("level", "down", "unemployment rate", None, "France", None, None)]),
    ("sk", "Pri povodniach v Snine zahynulo 16 ľudí.",
     [("level", None, "flood deaths", None, "Snine", None, None)]),
    ("sk", "Nezamestnanosť žien v Žilinskom kraji stúpla v roku 2022 o 0,4 percentuálneho bodu.",
     [("change", "up", "unemployment rate", "women", "Žilina Region", "2022", None)]),
    ("fi", "Vuonna 2022 työttömyysaste Tampereella oli 9,1 prosenttia.",
     [("level", None, "unemployment rate", None, "Tampere", "2022", None)]),
    ("fi", "Tulvissa kuoli 37 ihmistä Pakistanissa.",
     [("level", None, "flood deaths", None, "Pakistan", None, None)]),
    ("fi", "Nairobissa inflaatio nousi 7,9 prosenttiin vuonna 2023.",
     [("level", "up", "inflation", None, "Nairobi", "2023", None)]),
    ("hu", "2022-ben a munkanélküliségi ráta Debrecenben 4,5 százalék volt.",
     [("level", None, "unemployment rate", None, "Debrecen", "2022", None)]),
    ("hu", "Az áradásokban 37 ember halt meg Pakisztánban.",
     [("level", None, "flood deaths", None, "Pakistan", None, None)]),
    ("hu", "Budapest népessége 2 százalékkal csökkent.",
     [("change", "down", "population", None, "Budapest", None, None)]),
    ("tr", "2022'de Bursa'da işsizlik oranı yüzde 9,1 oldu.",
     [("level", None, "unemployment rate", None, "Bursa", "2022", None)]),
    ("tr", "Konya 2025'e kadar yoksulluk oranını yüzde 3'e düşürmeyi planlıyor.",
     [("target", "down", "poverty rate", None, "Konya", "2025", None)]),
    ("tr", "Kenya'nın kahve ihracatı 45 bin tona ulaştı.",
     [("level", None, "coffee exports", None, "Kenya", None, None)]),
    ("hi", "2022 में केरल में बेरोजगारी दर 5.5 प्रतिशत थी।",
     [("level", None, "unemployment rate", None, "Kerala", "2022", None)]),
    ("hi", "भूकंप में नेपाल में 37 लोगों की मौत हुई और 112 घायल हुए।",
     [("level", None, "earthquake deaths", None, "Nepal", None, None),
      ("level", None, "injured people", None, "Nepal", None, None)]),
    ("hi", "राजस्थान ने 2025 तक गरीबी दर 3% तक घटाने का लक्ष्य रखा है।",
     [("target", "down", "poverty rate", None, "Rajasthan", "2025", None)]),
    ("fi", "Työttömyysaste nousi Oulussa 7 prosentista 9 prosenttiin.",
     [("level", None, "unemployment rate", None, "Oulu", None, None),
      ("level", "up", "unemployment rate", None, "Oulu", None, None)]),
    ("fi", "Vienti laski 5 prosenttia 3 miljardiin euroon.",
     [("change", "down", "exports", None, None, None, None), ("level", "down", "exports", None, None, None, None)]),
    ("hu", "A munkanélküliségi ráta 7 százalékról 9 százalékra nőtt.",
     [("level", None, "unemployment rate", None, None, None, None),
      ("level", "up", "unemployment rate", None, None, None, None)]),
    ("hu", "Az export 3 százalékkal 12 milliárd euróra nőtt.",
     [("change", "up", "exports", None, None, None, None), ("level", "up", "exports", None, None, None, None)]),
    ("ta", "2023ஆம் ஆண்டில் பீகாரில் வறுமை விகிதம் 4.2 சதவீதமாகக் குறைந்தது.",
     [("level", "down", "poverty rate", None, "Bihar", "2023", None)]),
    ("ta", "2022-ல் கென்யாவின் வேலையின்மை விகிதம் 5.5 சதவீதமாக இருந்தது.",
     [("level", None, "unemployment rate", None, "Kenya", "2022", None)]),
    ("ta", "பாகிஸ்தானில் வெள்ளத்தில் சிக்கி 37 பேர் உயிரிழந்துள்ளனர்.",
     [("level", None, "flood deaths", None, "Pakistan", None, None)]),
    ("ta", "மதுரை மாநகராட்சி வேலையின்மை விகிதத்தை 3 சதவீதமாகக் குறைக்கத் திட்டமிட்டுள்ளது.",
     [("target", "down", "unemployment rate", None, "Madurai", None, None)]),
    ("ta", "மகப்பேறு இறப்பு விகிதம் ஒரு லட்சம் பிறப்புகளுக்கு 54 ஆகக் குறைந்துள்ளது.",
     [("level", "down", "maternal mortality", None, None, None, "100,000")]),
    ("bn", "২০২২ সালে খুলনায় বেকারত্বের হার ছিল ৫.৫ শতাংশ।",
     [("level", None, "unemployment rate", None, "Khulna", "2022", None)]),
    ("ur", "2022 میں سندھ میں بے روزگاری کی شرح 5.5 فیصد تھی۔",
     [("level", None, "unemployment rate", None, "Sindh", "2022", None)]),
    ("ur", "زلزلے میں پشاور میں 37 افراد ہلاک ہوئے۔",
     [("level", None, "earthquake deaths", None, "Peshawar", None, None)]),
    ("de", "2022 lag die Arbeitslosenquote in Köln bei 8,1 Prozent, in Bonn bei 5,2 Prozent.",
     [("level", None, "unemployment rate", None, "Cologne", "2022", None),
      ("level", None, "unemployment rate", None, "Bonn", "2022", None)]),
    ("de", "Das Hochwasser kostete im Landkreis Ahrweiler 37 Menschen das Leben.",
     [("level", None, "flood deaths", None, "Ahrweiler", None, None)]),
    ("de", "Die Stadt Leipzig will die Armutsquote bis 2030 auf 10 Prozent senken.",
     [("target", "down", "poverty rate", None, "Leipzig", "2030", None)]),
    ("de", "Kaffeeexporte aus Vietnam stiegen 2021 auf 1,6 Millionen Tonnen.",
     [("level", "up", "coffee exports", None, "Vietnam", "2021", None)]),
    ("nl", "In 2022 bedroeg de werkloosheid in Rotterdam 5,1 procent.",
     [("level", None, "unemployment rate", None, "Rotterdam", "2022", None)]),
    ("sv", "År 2022 var arbetslösheten i Malmö 9,1 procent.",
     [("level", None, "unemployment rate", None, "Malmö", "2022", None)]),
    ("da", "I 2022 var arbejdsløsheden i Aarhus 4,1 procent.",
     [("level", None, "unemployment rate", None, "Aarhus", "2022", None)]),
    ("no", "I 2022 var arbeidsledigheten i Bergen 3,1 prosent.",
     [("level", None, "unemployment rate", None, "Bergen", "2022", None)]),
    ("es", "En 2022 la tasa de desempleo en Sevilla fue del 18,1 %, y en Bilbao, del 9,2 %.",
     [("level", None, "unemployment rate", None, "Seville", "2022", None),
      ("level", None, "unemployment rate", None, "Bilbao", "2022", None)]),
    ("es", "Jalisco prevé reducir la tasa de pobreza al 3 % para 2025.",
     [("target", "down", "poverty rate", None, "Jalisco", "2025", None)]),
    ("pt", "Em 2022, a taxa de desemprego na Bahia foi de 15,1%.",
     [("level", None, "unemployment rate", None, "Bahia", "2022", None)]),
    ("pt", "As enchentes mataram 37 pessoas em Petrópolis.",
     [("level", None, "flood deaths", None, "Petrópolis", None, None)]),
    ("it", "Nel 2022 il tasso di disoccupazione in Puglia era del 12,1%.",
     [("level", None, "unemployment rate", None, "Puglia", "2022", None)]),
    ("ro", "În 2022, rata șomajului la Iași a fost de 4,1%.",
     [("level", None, "unemployment rate", None, "Iasi", "2022", None)]),
    ("el", "Το 2022 η ανεργία στη Θεσσαλονίκη ήταν 12,1%.",
     [("level", None, "unemployment rate", None, "Thessaloniki", "2022", None)]),
    ("he", "בשנת 2022 עמד שיעור האבטלה בחיפה על 4.1 אחוז.",
     [("level", None, "unemployment rate", None, "Haifa", "2022", None)]),
    ("id", "Pada 2022, tingkat pengangguran di Bandung mencapai 9,1 persen.",
     [("level", None, "unemployment rate", None, "Bandung", "2022", None)]),
    ("id", "Gempa bumi menewaskan 37 orang dan melukai 112 orang di Cianjur.",
     [("level", None, "earthquake deaths", None, "Cianjur", None, None),
      ("level", None, "injured people", None, "Cianjur", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "sentence", "expected"), [*SENTENCES, *FAMILIES], ids=lambda v: v if isinstance(v, str) else ""
)
def test_what_a_sentence_says_of_its_figures(tag: str, sentence: str, expected: list[tuple[str | None, ...]]) -> None:
    made = [
        (c.role.value, c.direction.value if c.direction else None, s.indicator, s.group, s.place,
         str(s.period)[:4] if s.period else None, s.per)
        for c in claims_of(document(tag, sentence)) for s in [c.scope]
    ]  # fmt: skip
    assert made == expected


def test_the_same_indicator_has_one_id_in_every_language() -> None:
    sentences = {
        "en": "Dengue cases in Nha Be: 4,321.",
        "fr": "À Bouaké, 4 321 cas de dengue ont été signalés.",
        "vi": "Nhà Bè ghi nhận 4.321 ca sốt xuất huyết.",
        "ms": "Sebanyak 4,321 kes denggi dicatatkan di Klang.",
        "fa": "۴۳۲۱ مورد تب دنگی در بندرعباس ثبت شد.",
        "ar": "تم تسجيل ٤٣٢١ إصابة بحمى الضنك في أسوان.",
    }
    found = {tag: [c.scope.indicator for c in claims_of(document(tag, text))] for tag, text in sentences.items()}
    assert found == {tag: ["dengue cases"] for tag in sentences}


def test_a_period_carries_over_within_a_paragraph_and_the_first_place_throughout() -> None:
    text = "In 2021, the district of Tan Lac had 900 farmers. The poverty rate was 4.1%.\nUnemployment was 2%."
    ends = [m.end() for m in re.finditer(r"\.(?=\s|$)", text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    passages = tuple(Passage(Span(a, b), PassageKind.SENTENCE, "en") for a, b in zip(starts, ends, strict=True))
    made = claims_of(Document("d" * 64, "a.txt", "", text, "en", passages=passages))
    assert [(c.scope.place, str(c.scope.period) if c.scope.period else None) for c in made] == [
        ("Tan Lac", "2021"), ("Tan Lac", "2021"), ("Tan Lac", None),
    ]  # fmt: skip


def test_a_place_that_is_carried_over_says_so() -> None:
    made = claims_of(document("en", "In 2023, unemployment in Kenya was 4%.", "In 2022, unemployment was 5%."))
    said = [(claim.scope.place, claim.scope.carried) for claim in made if claim.kind is Kind.PERCENT]
    assert said == [("Kenya", ()), ("Kenya", ("place",))]


def test_the_title_gives_the_place_of_sentences_without_one() -> None:
    (claim,) = claims_of(document("vi", "Tỷ lệ hộ nghèo toàn tỉnh là 4%.", title="Sơn La: một năm qua những con số"))
    assert claim.scope.place == "Sơn La"


@pytest.mark.parametrize(
    ("tag", "lines", "expected"),
    [
        ("vi", ("Trà Vinh: Toàn tỉnh còn 218 hộ nghèo.",), ["Trà Vinh"]),
        ("vi", ("Cả nước: Tỷ lệ thất nghiệp là 2,3%.",), ["Vietnam"]),
        ("en", ("Nationwide, unemployment was 4%.", "Growth in Kenya was 5%."), ["Kenya", "Kenya"]),
        ("en", ("Nationwide, unemployment was 4%.",), ["whole country"]),
        ("fr", ("Le taux de chômage de la province de Kribi, sur la côte du Cameroun, était de 4 %.",), ["Kribi"]),
        ("fr", ("Dans le district de Cam Lo, dans la province de Quang Tri, la pauvreté est de 4 %.",), ["Cam Lo"]),
        ("en", ("Cam Lo district has 145 farmers with 40 households, and Gio Linh district has 62 schools.",),
         ["Cam Lo", "Cam Lo", "Gio Linh"]),
        ("ms", ("Banjir meragut 40 nyawa di selatan Punta Baroya, Mexico dan mencederakan 12 orang.",),
         ["Mexico", "Mexico"]),
        ("en", ("Malta has the highest birth rate of all members in the EU, at 9.2 percent.",), ["Malta"]),
        ("en", ("Unemployment in Bulgaria, the EU's poorest member, was 4 percent.",), ["Bulgaria"]),
        ("en", ("Iran said the EU unemployment rate was 6 percent.",), ["European Union"]),
        ("fr", ("En France, l'inflation a atteint 4 %, contre 2,2 % dans l'UE.",), ["France", "European Union"]),
    ],
)  # fmt: skip
def test_the_place_of_a_figure(tag: str, lines: tuple[str, ...], expected: list[str]) -> None:
    assert [claim.scope.place for claim in claims_of(document(tag, *lines))] == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("fa", "نرخ فقر ۶ درصد کاهش یافت، در حالی که برنامه فقط ۵ درصد را پیش‌بینی کرده بود.", ["change", "target"]),
        ("vi", "Tỷ lệ hộ nghèo phải giảm trên 3%/năm, còn tỷ lệ hộ cận nghèo giảm 4%/năm.", ["target", "target"]),
        ("fr", "La pauvreté a diminué de 4,8 % par an, alors que le plan fixait une baisse de 3 % par an.",
         ["change", "target"]),
        ("en", "She vowed to meet three of them within 20 minutes.", ["level", "level"]),
    ],
)  # fmt: skip
def test_plans_make_targets_of_what_is_measured(tag: str, text: str, expected: list[str]) -> None:
    made = claims_of(document(tag, text))
    assert [claim.role.value for claim in made] == expected
    assert len({claim.scope.indicator for claim in made}) <= 2


def test_what_a_plan_says_is_of_the_indicator_before() -> None:
    made = claims_of(document("en", "The poverty rate fell by 4.8% a year; the plan was 3% a year."))
    assert [(claim.scope.indicator, claim.role.value) for claim in made] == [
        ("poverty rate", "change"), ("poverty rate", "target"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "They sold the 281-store chain."),
        ("en", "The magnitude 7.5 quake left many injured."),
        ("vi", "Tỷ lệ này giảm bình quân 40 lần."),
        ("fa", "۲ نفر در مورد آن نظر دادند."),
    ],
)
def test_loose_words_name_no_indicator_of_something_else(tag: str, text: str) -> None:
    made = {claim.scope.indicator for claim in claims_of(document(tag, text))}
    assert made <= {None, "magnitude"}


def test_the_date_of_each_of_two_figures() -> None:
    text = "Poverty has fallen by 7% a year since 2020, and the district aims to bring unemployment to 5% by 2025."
    assert [str(claim.scope.period)[:4] for claim in claims_of(document("en", text))] == ["2020", "2025"]


def test_what_is_counted_is_an_id_or_the_word_as_written() -> None:
    made = claims_of(document("en", "They sent 5 groups and 7 people and 14 carillons."))
    assert [claim.scope.noun for claim in made] == ["groups", "people", "carillons"]


@pytest.mark.parametrize("tag", packs())
def test_language_files_name_known_ids_only(tag: str) -> None:
    known, ids = pack(tag), catalogue()
    assert set(known.indicators) <= set(ids.indicators)
    assert set(known.subjects) <= set(ids.subjects)
    assert set(known.nouns) <= ids.nouns
    assert set(known.groups) <= ids.groups
    assert set(known.per) <= ids.per


@given(st.text(alphabet="abc QZé0123456789.,;:()%«»- هخانوارفقرنتđạ\n", max_size=80), st.sampled_from(packs()))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_claim_for_each_figure(text: str, tag: str) -> None:
    figures = [
        Figure(Span(m.start(), m.end()), Quantity(Decimal(m[0]), Decimal(m[0])), Kind.COUNT)
        for m in re.finditer(r"[0-9]+", text)
    ]
    made = Document("d" * 64, "", "", text, tag, passages=(Passage(Span(0, len(text)), PassageKind.SENTENCE, tag),))
    assert [claim.span for claim in attach(made, {0: figures})] == [figure.span for figure in figures]
