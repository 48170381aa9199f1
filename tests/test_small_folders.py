"""Small folders of short articles with contradictions and innocents planted: which figures are flagged."""

import pytest

from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.model import Relation
from factcheck.reading.files import from_text

# a folder's articles by language, and the pairs of figures that contradict each other: no others do
FOLDERS = {
    "a city, a province and a continent are not the country": (
        {
            "en": """Poverty in Vietnam keeps falling

The poverty rate in Vietnam stood at 2.93 percent in 2023. In Hanoi the poverty rate was 0.03 percent in 2023.""",
            "es": """La pobreza baja en Vietnam

La tasa de pobreza de Vietnam fue del 3,92 % en 2023. En Hanói la tasa de pobreza fue del 0,03 % en 2023.""",
            "fr": """Recul de la pauvreté au Vietnam

Le taux de pauvreté du Vietnam s'établissait à 2,93 % en 2023. À Dien Bien, il atteignait 26,6 % en 2023.""",
        },
        [("2.93 percent", "3,92 %"), ("3,92 %", "2,93 %")],
    ),
    "prices by the month and by the year": (
        {
            "en": """Turkish inflation slows

Consumer prices in Turkey rose 3.2 percent in April 2024 from the previous month. Annual inflation was 69.8 percent.""",
            "de": """Inflation in der Türkei steigt

Die Verbraucherpreise in der Türkei stiegen im April 2024 gegenüber dem Vormonat um 3,2 Prozent. Im Vergleich zum
Vorjahr lag die Inflation bei 68,9 Prozent.""",
            "ru": """Инфляция в Турции

Потребительские цены в Турции в апреле 2024 года выросли на 2,3 % по сравнению с предыдущим месяцем. Годовая инфляция
составила 69,8 %.""",
        },
        [
            ("3.2 percent", "2,3 %"),
            ("3,2 Prozent", "2,3 %"),
            ("69.8 percent", "68,9 Prozent"),
            ("68,9 Prozent", "69,8 %"),
        ],
    ),
    "a toll that grew from one day to another": (
        {
            "en": """Earthquake kills 12 in Nepal

KATHMANDU, 3 November 2023

A strong earthquake killed at least 12 people in Jajarkot in western Nepal on Friday night, police said.""",
            "de": """Viele Tote bei Erdbeben in Nepal

KATHMANDU, 5. November 2023

Bei dem schweren Erdbeben in Jajarkot im Westen Nepals sind mindestens 157 Menschen ums Leben gekommen.""",
            "fr": """Séisme meurtrier au Népal

KATMANDOU, 5 novembre 2023

Au moins 175 personnes ont été tuées dans le violent séisme qui a frappé Jajarkot, dans l'ouest du Népal.""",
        },
        [("157", "175")],
    ),
    "what is built since a year and in it": (
        {
            "en": """Housing in Rotterdam

Since 2020, Rotterdam has built 9,800 homes. In 2023 the city built 2,400 homes.""",
            "fr": """Logements à Rotterdam

En 2020, Rotterdam a construit 1 900 logements. En 2023, la ville a construit 4 200 logements.""",
            "es": """Viviendas en Róterdam

Desde 2020, Róterdam ha construido 9.800 viviendas. En 2023 construyó 2.400 viviendas.""",
        },
        [("2,400", "4 200"), ("4 200", "2.400")],
    ),
}


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_contradicts_in_a_small_folder_is_flagged_and_nothing_else(folder):
    texts, wanted = FOLDERS[folder]
    documents = [from_text(text, path=f"{tag}.txt", language=tag) for tag, text in texts.items()]
    by_id = {each.id: each for each in documents}
    order = {each.id: place for place, each in enumerate(documents)}
    found = find_discrepancies(documents, {each.id: extract(each) for each in documents})
    sides = [
        sorted((each.match.a, each.match.b), key=lambda claim: order[claim.document])
        for each in found
        if each.relation is Relation.DIFFER
    ]
    flagged = [
        tuple(by_id[claim.document].quote(claim.span).replace("\u00a0", " ") for claim in pair) for pair in sides
    ]
    assert sorted(flagged) == sorted(wanted)
