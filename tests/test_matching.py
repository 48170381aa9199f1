"""Both ways to matches, on articles written for the tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.comparison import compare
from factcheck.matching import statements
from factcheck.matching.evidence import reasons
from factcheck.matching.pairing import match, match_passages
from factcheck.model import Relation
from factcheck.reading.files import from_text

PATH = os.pathsep.join([str(Path(__file__).parent), *sys.path])

FLOOD = {
    "flood.en.txt": """Flood in Hoi An leaves thousands without homes

The Thu Bon river rose to 5.62 metres in Hoi An on Thursday, the highest level since 1964.
At least 37 people died and 12,400 houses stood under water, said Nguyen Van Son, who heads the city.
The army sent 1,850 soldiers and 46 boats.
Schools will stay closed until Monday.""",
    "flood.fr.txt": """Inondations à Hoi An : des milliers de sans-abri

L'armée a dépêché 1 850 soldats et 46 bateaux.
Selon Nguyen Van Son, le maire de la ville, au moins 37 personnes ont péri et 12 400 maisons sont sous les eaux.
Jeudi, le fleuve Thu Bon a atteint 5,62 mètres à Hoi An, un niveau inédit depuis 1964.
Les écoles resteront fermées jusqu'à lundi.""",
    "flood.ms.txt": """Banjir di Hoi An, ribuan hilang tempat tinggal

Nguyen Van Son, ketua bandar itu, berkata sekurang-kurangnya 73 orang maut dan 12,400 rumah ditenggelami air.
Sungai Thu Bon naik hingga 5.62 meter di Hoi An pada hari Khamis, paras tertinggi sejak 1964.
Tentera menghantar 1,850 askar dan 46 bot.
Sekolah akan terus ditutup hingga Isnin.""",
    "festival.en.txt": """Lantern festival opens in Hue

The festival in Hue drew 73 artists from 12 countries on Saturday.
Tickets cost 4 dollars, and 9,300 were sold by noon, said Le Thi Hoa of the tourist office.""",
    "festival.fr.txt": """Le festival des lanternes s'ouvre à Hue

Les billets coûtent 4 dollars ; 9 300 étaient vendus à midi, selon Le Thi Hoa, de l'office du tourisme.
Samedi, le festival de Hue a réuni 73 artistes de 12 pays.""",
}


def dossier(texts):
    documents = [from_text(text, path=path, language=path.split(".")[1]) for path, text in texts.items()]
    return documents, {document.id: extract(document) for document in documents}


def quotes(documents, finding):
    by_id = {document.id: document for document in documents}
    return {by_id[c.document].quote(c.span) for c in (finding.match.a, finding.match.b)}


def test_a_miscounted_toll_is_found_in_retold_news_and_nothing_else_is_flagged():
    documents, claims = dossier(FLOOD)
    findings = find_discrepancies(documents, claims)
    differing = [quotes(documents, finding) for finding in findings if finding.relation is Relation.DIFFER]
    assert differing
    assert all(pair == {"37", "73"} or pair <= {"37 people", "73", "37", "73 orang"} for pair in differing), differing
    agreeing = [quotes(documents, finding) for finding in findings if finding.relation is Relation.AGREE]
    assert len(agreeing) >= 8


def test_reasons_are_said_with_their_weights():
    documents, claims = dossier(FLOOD)
    best = match(documents, claims)[0]
    assert 0.9 < best.score <= 1
    assert best.reasons
    assert all(reason.detail and reason.weight for reason in best.reasons)
    assert [abs(reason.weight) for reason in best.reasons] == sorted(
        (abs(reason.weight) for reason in best.reasons), reverse=True
    )


def test_the_order_of_the_articles_does_not_matter():
    documents, claims = dossier(FLOOD)
    assert find_discrepancies(documents, claims) == find_discrepancies(documents[::-1], claims)


def test_the_same_input_gives_the_same_output_whatever_the_order_of_hashes():
    program = (
        "import hashlib, test_matching as t; from factcheck.checking import find_discrepancies;"
        "found = find_discrepancies(*t.dossier(t.FLOOD | t.STATED));"
        "print(hashlib.sha256(repr(found).encode()).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": PATH},
            check=True, capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(made) == 1


STATED = {
    "a.en.txt": "At the end of 2023, the poverty rate in Quang Ninh stood at 4.21%.",
    "b.fr.txt": "Fin 2023, le taux de pauvreté à Quang Ninh s'établissait à 4,12 %.",
    "c.vi.txt": "Cuối năm 2022, tỷ lệ hộ nghèo của Quảng Ninh là 5,80%.",
    "d.fa.txt": "در پایان سال ۲۰۲۳ نرخ فقر در لائو کای ۹٫۳۰٪ بود.",
    "e.ms.txt": "Quang Ninh menyasarkan untuk menurunkan kadar kemiskinan kepada 3.5% menjelang 2023.",
}


def test_all_findings_about_an_article_are_found_where_only_these_are_asked_for():
    documents, claims = dossier(FLOOD | STATED)

    def about(document, findings):
        return [each for each in findings if document.id in {each.match.a.document, each.match.b.document}]

    everything = find_discrepancies(documents, claims)
    for document in documents:
        assert find_discrepancies(documents, claims, about={document.id}) == about(document, everything)


def test_the_same_indicator_place_and_year_meet_without_any_retelling():
    documents, claims = dossier(STATED)
    findings = find_discrepancies(documents, claims)
    differing = [quotes(documents, finding) for finding in findings if finding.relation is Relation.DIFFER]
    assert differing == [{"4.21%", "4,12 %"}]


@pytest.mark.parametrize(
    ("left", "right", "relations"),
    [
        ("In 2019, 37 people died.", "En 2019, 37 personnes sont mortes.", ["agree", "agree"]),
        ("In 2019, 37 people died.", "En 2019, 73 personnes sont mortes.", ["agree", "differ"]),
        ("Between 10 and 20 million tonnes were sold.", "De 10 à 20 millions de tonnes ont été vendues.", ["agree"]),
        ("The road is 10 miles long.", "La route fait 16 kilomètres.", ["agree"]),
        ("No figure at all.", "Aucun chiffre ici.", []),
        ("They closed in the 1930s.", "Elles ont fermé en 1903.", ["differ"]),
        ("It opens on 29 March.", "Elle ouvre le 92 mars.", ["differ"]),
        ("It opens on 29 March.", "Elle a 247 chambres.", []),
        ("They met on 30 May 2005.", "Ils se sont vus le 30 mai 20050.", ["agree", "differ"]),
        ("Adults of 18 to 29 years.", "Des adultes de 180 à 29 ans.", ["differ", "agree"]),
        ("It runs along 130 miles.", "Elle longe 209 km (310 miles) de côte.", ["agree", "differ"]),
        ("38% believe it, 30% do not.", "38 % le croient, 38 % non.", ["agree", "differ"]),
        ("In 20 years it grew.", "Durant les deux dernières décennies, elle a crû.", []),
        ("Simpson, 20, was held.", "Simpson, 2 ans, a été arrêté.", ["differ"]),
        ("The bonus is 500 euros.", "La prime est de 500 dollars.", ["check"]),
        ("It was cut by 0.5 percentage points.", "Il a été abaissé de 0,5 %.", ["check"]),
        ("It was 104°F in the shade.", "Il faisait 40 °C à l'ombre.", ["agree"]),
        ("It was 104°F in the shade.", "Il faisait 45 °C à l'ombre.", ["differ"]),
        ("Call the hotline on 0800 555 111.", "Appelez le 0800 555 111.", ["agree"]),
        ("Call the hotline on 0800 555 111.", "Appelez le 0800 5550 111.", ["differ"]),
        ("Call the hotline on 0800 555 111.", "Appelez le 01 42 68 53 00.", []),
        ("Call 101 at any time.", "Appelez le 104 à toute heure.", ["differ"]),
        ("Sales rose 6.6% and food fell 3%.", "Les ventes ont crû de 2,6 %, baissé de 3 %.", ["differ", "agree"]),
    ],
)  # fmt: skip
def test_two_passages_that_say_the_same(left, right, relations):
    from factcheck.comparison import compare

    a, b = from_text(left, language="en"), from_text(right, language="fr")
    found = [str(compare(each).relation) for each in match_passages(a, extract(a), b, extract(b))]
    assert found == relations


NUMBERS_OF_PEOPLE = {
    "a.en.txt": "In the second quarter of 2018 there were 40,000 people in all.",
    "b.vi.txt": "Trong quý 2 năm 2018, cả hai người cùng xuất hiện.",
}


def test_a_number_of_people_of_no_place_contradicts_nothing():
    documents, claims = dossier(NUMBERS_OF_PEOPLE)
    assert not [each for each in find_discrepancies(documents, claims) if each.relation is Relation.DIFFER]


def test_what_counts_for_next_to_nothing_is_no_reason():
    made = reasons("event", {"alone": 1.0, "unit": 1.0, "figures": 2.0, "likeness": 0.01}, str)
    assert [reason.name for reason in made] == ["figures", "unit"]


@pytest.mark.parametrize(
    "text", ["", "Nothing was counted.", "It was in 2023.", "The code of it is 99999999999999999999."]
)
@pytest.mark.parametrize("size", [1, 2])
def test_articles_without_a_figure_to_compare_are_no_error(text, size):
    documents, claims = dossier({f"{number}.en.txt": f"{text} {'So it is. ' * number}" for number in range(size)})
    assert all(finding.relation is Relation.AGREE for finding in find_discrepancies(documents, claims))


def test_numbers_with_more_digits_than_python_reckons_with_are_no_error():
    many = "9,999,999,999,999,999,999,999,999,999"
    texts = {"a.en.txt": "Some 5 people left Hanoi in 1997.", "b.en.txt": f"Some {many} million people left Hanoi."}
    documents, claims = dossier(texts)
    a, b = documents
    found = [compare(each) for each in match_passages(a, claims[a.id], b, claims[b.id])]
    assert [str(each.match.a.quantity.exact) for each in found] == ["5"]


def test_a_full_drawer_is_compared_in_pieces_as_it_is_at_once(monkeypatch):
    texts = [f"The unemployment rate in Quang Ninh was {4 + n % 3} percent in 2023." for n in range(9)]
    documents = [from_text(text, language="en") for text in texts]
    claims = {document.id: extract(document) for document in documents}
    at_once = match(documents, claims)
    assert len(at_once) > 2
    monkeypatch.setattr(statements, "_PAIRS", 4)
    assert match(documents, claims) == at_once
    pieces = [*statements._pieces(9)]
    assert [place for piece in pieces for place in piece] == [*range(9)]
    assert [statements._pairs(9, piece) for piece in pieces] == [8, 7, 6, 5, 4, 5, 1]
