"""Tolls, of which news tells in few words in every language: who died, who was hurt, and where."""

from __future__ import annotations

from collections import defaultdict

import pytest

from factcheck.claims.extraction import extract
from factcheck.model import NOT_QUANTITIES
from factcheck.reading.files import from_text

DEAD, HURT = 120, 345

# Language, and a sentence with 120 dead and, if it tells of any, 345 injured.
SOMEWHERE = [
    ("en", "The quake struck at dawn, killing 120 people and injuring 345."),
    ("en", "The blast killed 120 and wounded 345 others."),
    ("fr", "Le séisme a frappé à l'aube, tuant 120 personnes et en blessant 345."),
    ("fr", "L'explosion a tué 120 personnes et blessé 345 autres."),
    ("es", "El sismo mató a 120 personas e hirió a 345."),
    ("es", "La explosión causó la muerte de 120 personas y dejó 345 heridos."),
    ("es", "El terremoto golpeó al amanecer, matando a 120 personas e hiriendo a 345."),
    ("it", "Il terremoto ha causato 120 morti e 345 feriti."),
    ("pt", "O terremoto deixou 120 mortos e feriu outras 345 pessoas."),
    ("pt", "O sismo matou 120 pessoas, ferindo 345."),
    ("pt", "A explosão deixou 120 mortos e 345 feridos."),
    ("de", "Das Beben tötete 120 Menschen und verletzte 345."),
    ("de", "Bei der Explosion kamen 120 Menschen ums Leben, 345 wurden verletzt."),
    ("nl", "De aardbeving doodde 120 mensen en verwondde er 345."),
    ("nl", "Bij de explosie kwamen 120 mensen om het leven en raakten 345 gewond."),
    ("id", "Ledakan itu menewaskan 120 orang dan melukai 345 orang."),
    ("id", "Akibat gempa, 120 orang meninggal dunia dan 345 luka-luka."),
    ("ms", "Letupan itu membunuh 120 orang dan mencederakan 345."),
    ("ms", "Akibat gempa bumi, 120 orang maut dan 345 cedera."),
    ("ar", "ضرب الزلزال المدينة مما أدى إلى مقتل 120 شخصا وجرح 345 آخرين."),
    ("ar", "أدى الانفجار إلى سقوط 120 قتيلا و345 جريحا."),
    ("fa", "این زمین\u200cلرزه به کشته شدن ۱۲۰ نفر و زخمی شدن ۳۴۵ نفر انجامید."),
    ("fa", "در این انفجار ۱۲۰ تن جان باختند و ۳۴۵ تن مجروح شدند."),
    ("vi", "Vụ nổ khiến 120 người chết, 345 người bị thương."),
    ("vi", "Động đất làm 120 người thiệt mạng và 345 người khác bị thương."),
    ("hi", "भूकंप में 120 लोग मारे गए और 345 घायल हुए।"),
    ("hi", "भूकंप से 120 लोगों की मौत हो गई और 345 लोग घायल हो गए।"),
    ("hi", "धमाके में 120 लोगों की जान चली गई, 345 जख्मी।"),
    ("mr", "भूकंपात १२० जणांचा मृत्यू झाला, तर ३४५ जण जखमी झाले."),
    ("mr", "स्फोटात १२० ठार, ३४५ जखमी."),
    ("mr", "भूकंपाने १२० जणांचा बळी घेतला असून ३४५ जण जखमी आहेत."),
    ("ne", "भूकम्पमा परी १२० जनाको मृत्यु भएको छ भने ३४५ जना घाइते भएका छन्।"),
    ("ne", "विस्फोटमा १२० जनाको ज्यान गएको छ, ३४५ घाइते।"),
    ("ne", "विस्फोटमा परी १२० जना मारिए, ३४५ जना घाइते भए।"),
    ("ur", "زلزلے میں 120 افراد جاں بحق اور 345 زخمی ہوئے۔"),
    ("ur", "دھماکے میں 120 افراد مارے گئے جبکہ 345 زخمی ہوئے۔"),
    ("bn", "ভূমিকম্পে ১২০ জন মারা গেছেন এবং ৩৪৫ জন আহত হয়েছেন।"),
    ("bn", "বিস্ফোরণে ১২০ জনের মৃত্যু হয়েছে, আহত ৩৪৫ জন।"),
    ("tr", "Depremde 120 kişi hayatını kaybetti, 345 kişi yaralandı."),
    ("tr", "Patlamada 120 kişi öldü, 345'i yaralandı."),
    ("ru", "В результате взрыва погибли 120 человек, ещё 345 ранены."),
    ("ru", "Землетрясение унесло жизни 120 человек, пострадали 345."),
    ("uk", "Унаслідок вибуху загинули 120 людей, ще 345 поранені."),
    ("zh", "爆炸造成120人遇难、345人受伤。"),
    ("zh", "地震已致120人死亡345人受伤。"),
    ("ja", "爆発で120人が死亡、345人がけがをした。"),
    ("ja", "地震で120人が亡くなり、345人が負傷した。"),
    ("ko", "폭발로 120명이 사망하고 345명이 부상했다."),
    ("ko", "지진으로 120명이 목숨을 잃고 345명이 다쳤다."),
    ("th", "เหตุระเบิดทำให้มีผู้เสียชีวิต 120 ราย และบาดเจ็บ 345 ราย"),
    ("sw", "Mlipuko huo uliua watu 120 na kujeruhi wengine 345."),
    ("sw", "Watu 120 wamefariki na wengine 345 kujeruhiwa kufuatia tetemeko la ardhi."),
    ("pl", "W wybuchu zginęło 120 osób, a 345 zostało rannych."),
    ("pl", "Trzęsienie ziemi zabiło 120 osób i raniło 345."),
    ("cs", "Zemětřesení si vyžádalo 120 mrtvých a 345 zraněných."),
    ("cs", "Výbuch zabil 120 lidí a zranil 345."),
    ("ro", "Cutremurul a ucis 120 de oameni și a rănit 345."),
    ("el", "Ο σεισμός σκότωσε 120 ανθρώπους και τραυμάτισε 345."),
    ("hu", "A földrengésben 120 ember meghalt és 345 megsérült."),
    ("sv", "Jordbävningen dödade 120 människor och skadade 345."),
    ("fi", "Maanjäristyksessä kuoli 120 ihmistä ja loukkaantui 345."),
    ("da", "Jordskælvet dræbte 120 mennesker og sårede 345."),
    ("no", "Jordskjelvet drepte 120 mennesker og skadet 345."),
    ("bg", "При земетресението загинаха 120 души, а 345 бяха ранени."),
    ("lt", "Per žemės drebėjimą žuvo 120 žmonių, dar 345 buvo sužeisti."),
    ("lt", "Sprogimas nusinešė 120 žmonių gyvybes ir sužeidė 345."),
    ("lv", "Zemestrīcē gāja bojā 120 cilvēki, vēl 345 tika ievainoti."),
    ("lv", "Sprādzienā nogalināti 120 cilvēki un ievainoti 345."),
    ("et", "Maavärin tappis 120 inimest ja vigastas 345."),
    ("et", "Plahvatuses hukkus 120 inimest ja vigastada sai 345."),
    ("et", "Rünnakus sai surma 120 inimest, haavata sai 345."),
    ("az", "Zəlzələ 120 nəfərin ölümünə, 345 nəfərin yaralanmasına səbəb olub."),
    ("az", "Partlayışda 120 nəfər həlak olub, 345 nəfər yaralanıb."),
    ("az", "Partlayış nəticəsində 120 nəfər ölüb, 345-i xəsarət alıb."),
    ("he", "ברעידת האדמה נהרגו 120 בני אדם ו-345 נפצעו."),
    ("sl", "V potresu je umrlo 120 ljudi, 345 je poškodovanih."),
    ("sl", "Eksplozija je terjala 120 smrtnih žrtev, poškodovanih pa je bilo 345 ljudi."),
    ("sl", "Ubitih je bilo 120 ljudi, še 345 pa ranjenih."),
    ("mk", "Во земјотресот загинаа 120 лица, а 345 се повредени."),
    ("mk", "Експлозијата усмрти 120 луѓе и рани 345."),
    ("mk", "Загинати се 120 лица, а 345 се повредени."),
]
IN_TURKEY = [
    ("en", "An earthquake in Turkey killed 120 people and injured 345."),
    ("en", "At least 120 people were killed in an earthquake in Turkey, officials said."),
    ("fr", "Un séisme en Turquie a fait 120 morts et 345 blessés."),
    ("fr", "Au moins 120 personnes ont été tuées dans un séisme en Turquie."),
    ("ar", "أسفر زلزال في تركيا عن مقتل 120 شخصا وإصابة 345."),
    ("ar", "قتل 120 شخصا على الأقل في زلزال ضرب تركيا."),
    ("fa", "زلزله در ترکیه ۱۲۰ کشته و ۳۴۵ زخمی بر جا گذاشت."),
    ("fa", "دست\u200cکم ۱۲۰ نفر در زلزله ترکیه کشته شدند."),
    ("ms", "Gempa bumi di Turki mengorbankan 120 orang dan mencederakan 345."),
    ("ms", "Sekurang-kurangnya 120 orang terbunuh dalam gempa bumi di Turki."),
    ("vi", "Trận động đất ở Thổ Nhĩ Kỳ làm 120 người chết và 345 người bị thương."),
    ("vi", "Ít nhất 120 người thiệt mạng trong trận động đất ở Thổ Nhĩ Kỳ."),
    ("es", "Un terremoto en Turquía dejó 120 muertos y 345 heridos."),
    ("es", "Al menos 120 personas murieron en un terremoto en Turquía."),
    ("de", "Ein Erdbeben in der Türkei hat 120 Menschen getötet und 345 verletzt."),
    ("de", "Mindestens 120 Tote bei Erdbeben in der Türkei."),
    ("id", "Gempa di Turki menewaskan 120 orang dan melukai 345 lainnya."),
    ("id", "Sedikitnya 120 orang tewas akibat gempa di Turki."),
    ("et", "Türgis hukkus maavärinas 120 inimest ja vigastada sai 345."),
    ("et", "Maavärin Türgis nõudis vähemalt 120 inimelu."),
    ("az", "Türkiyədə baş verən zəlzələdə 120 nəfər ölüb, 345 nəfər yaralanıb."),
    ("az", "Türkiyədəki zəlzələ nəticəsində azı 120 nəfər həyatını itirib."),
    ("tr", "Türkiye'de meydana gelen depremde 120 kişi öldü, 345 kişi yaralandı."),
    ("ru", "При землетрясении в Турции погибли 120 человек, 345 пострадали."),
    ("zh", "土耳其地震造成120人死亡，345人受伤。"),
    ("ja", "トルコの地震で120人が死亡し、345人が負傷した。"),
    ("ko", "튀르키예 지진으로 120명이 숨지고 345명이 다쳤다."),
    ("hi", "तुर्की में भूकंप से 120 लोगों की मौत हो गई और 345 घायल हो गए।"),
    ("mr", "तुर्कस्तानात झालेल्या भूकंपात १२० जणांचा मृत्यू झाला, तर ३४५ जण जखमी झाले."),
    ("ne", "टर्कीमा गएको भूकम्पमा परी १२० जनाको मृत्यु भएको छ भने ३४५ जना घाइते भएका छन्।"),
    ("ur", "ترکی میں زلزلے سے 120 افراد ہلاک اور 345 زخمی ہو گئے۔"),
    ("pt", "Um terremoto na Turquia matou 120 pessoas e feriu 345."),
    ("it", "Un terremoto in Turchia ha ucciso 120 persone e ne ha ferite 345."),
    ("sw", "Tetemeko la ardhi nchini Uturuki limeua watu 120 na kujeruhi 345."),
    ("uk", "Унаслідок землетрусу в Туреччині загинули 120 людей, 345 поранені."),
    ("pl", "W trzęsieniu ziemi w Turcji zginęło 120 osób, a 345 zostało rannych."),
    ("th", "แผ่นดินไหวในตุรกีทำให้มีผู้เสียชีวิต 120 คน บาดเจ็บ 345 คน"),
    ("bn", "তুরস্কে ভূমিকম্পে ১২০ জন নিহত ও ৩৪৫ জন আহত হয়েছেন।"),
    ("he", "120 בני אדם נהרגו ו-345 נפצעו ברעידת אדמה בטורקיה."),
    ("ta", "துருக்கியில் ஏற்பட்ட நிலநடுக்கத்தில் 120 பேர் உயிரிழந்தனர், 345 பேர் காயமடைந்தனர்."),
    ("fil", "Patay ang 120 katao at sugatan ang 345 sa lindol sa Turkey."),
    ("hr", "U potresu u Turskoj poginulo je 120 ljudi, a 345 ih je ozlijeđeno."),
    ("ca", "Un terratrèmol a Turquia ha deixat 120 morts i 345 ferits."),
    ("lt", "Per žemės drebėjimą Turkijoje žuvo 120 žmonių, 345 sužeista."),
    ("lt", "Mažiausiai 120 žmonių žuvo Turkiją sukrėtus žemės drebėjimui."),
    ("lv", "Zemestrīcē Turcijā bojā gājuši 120 cilvēki, 345 ievainoti."),
    ("lv", "Vismaz 120 cilvēki gāja bojā Turciju satricinājušā zemestrīcē."),
    ("nl", "Een aardbeving in Turkije heeft 120 doden en 345 gewonden geëist."),
    ("el", "Σεισμός στην Τουρκία προκάλεσε 120 νεκρούς και 345 τραυματίες."),
    ("sl", "V potresu v Turčiji je umrlo 120 ljudi, 345 pa jih je bilo poškodovanih."),
    ("sl", "Potres v Turčiji je zahteval najmanj 120 življenj."),
    ("mk", "Во земјотрес во Турција загинаа 120 лица, а 345 се повредени."),
    ("mk", "Најмалку 120 луѓе го загубија животот во земјотрес во Турција."),
]


@pytest.mark.parametrize(
    ("tag", "text", "place"),
    [(*each, None) for each in SOMEWHERE] + [(*each, "Türkiye") for each in IN_TURKEY],
)
def test_the_dead_and_the_injured_of_an_event(tag: str, text: str, place: str | None) -> None:
    told = defaultdict(set)
    for claim in extract(from_text(text, language=tag)):
        told[str(claim.quantity.low or claim.quantity.high)].add((claim.scope.indicator, claim.scope.place))
    ((dead, where),) = told[str(DEAD)]
    assert dead is not None
    assert dead.endswith("deaths")
    assert where == place
    assert told.get(str(HURT), {("injured people", place)}) == {("injured people", place)}
    assert (str(HURT) in told) == (str(HURT) in text or any(many in text for many in ("۳۴۵", "৩৪৫", "३४५")))


COVID = [  # nine died of it
    ("en", "Nine patients died of COVID-19."),
    ("fr", "Neuf patients sont morts du Covid-19."),
    ("de", "Neun Patienten starben an Covid-19."),
    ("bg", "От ковид-19 починаха девет пациенти."),
    ("hr", "Od bolesti COVID-19 umrlo je devet osoba."),
    ("sl", "Za covidom-19 je umrlo devet bolnikov."),
    ("sl", "Za covid-19 je umrlo devet bolnikov."),
    ("mk", "Од ковид-19 починаа девет пациенти."),
]


@pytest.mark.parametrize(("tag", "text"), COVID)
def test_a_disease_whose_name_holds_digits_is_what_people_died_of(tag: str, text: str) -> None:
    (claim,) = [each for each in extract(from_text(text, language=tag)) if each.kind not in NOT_QUANTITIES]
    assert (claim.quantity.exact, claim.scope.indicator) == (9, "covid-19 deaths")
