"""What does not add up inside one article, and what only looks as if it did not."""

import pytest

from factcheck.arithmetic import check_article
from factcheck.checking import find_discrepancies
from factcheck.claims.extraction import extract
from factcheck.export.formats import export
from factcheck.export.named import OWN_FORMATS
from factcheck.model import Case, Relation
from factcheck.reading.files import from_text

WRONG = [
    ("en", "The fire killed 12 people: 7 men and 4 women.", "parts", "7 + 4 = 11, not 12"),
    (
        "en",
        "The bus carried 30 passengers (18 women and 14 men) when it left the road.",
        "parts",
        "18 + 14 = 32, not 30",
    ),
    ("fr", "L'incendie a tué 12 personnes : 7 hommes et 4 femmes.", "parts", "7 + 4 = 11, not 12"),
    ("vi", "Vụ cháy làm 12 người chết: 7 người đàn ông và 4 phụ nữ.", "parts", "7 + 4 = 11, not 12"),
    ("ms", "Kebakaran itu mengorbankan 12 orang: 7 lelaki dan 4 wanita.", "parts", "7 + 4 = 11, not 12"),
    ("ar", "أدى الحريق إلى مقتل 12 شخصا: 7 رجال و4 نساء.", "parts", "7 + 4 = 11, not 12"),
    ("fa", "در این آتش‌سوزی ۱۲ نفر جان باختند: ۷ مرد و ۴ زن.", "parts", "7 + 4 = 11, not 12"),
    (
        "en",
        "The programme costs 90 million dollars: 50 million dollars from the state and 60 million dollars from donors.",
        "parts",
        "50 million + 60 million = 110 million, not 90 million",
    ),
    (
        "en",
        "Rice output rose 30 % from 200 tonnes to 250 tonnes.",
        "change",
        "from 200 metric tons to 250 metric tons is 25 %, not 30 %",
    ),
    (
        "fr",
        "La production de riz a augmenté de 30 %, passant de 200 tonnes à 250 tonnes.",
        "change",
        "from 200 metric tons to 250 metric tons is 25 %, not 30 %",
    ),
    (
        "vi",
        "Sản lượng lúa tăng 30% từ 200 tấn lên 250 tấn.",
        "change",
        "from 200 metric tons to 250 metric tons is 25 %, not 30 %",
    ),
    (
        "en",
        "The number of visitors fell by 40% from 8,000 to 6,000.",
        "change",
        "from 8,000 to 6,000 is 25 %, not 40 %",
    ),
    (
        "en",
        "Candidate Minh took 48 % of the vote, Hoa 37 % and Nam 21 %.",
        "shares",
        "48 + 37 + 21 = 106 %, more than the whole",
    ),
    (
        "en",
        """Poverty rate in Quang Ninh at 4.21 % in 2023

        Work goes on in the villages.
        In 2023 the poverty rate in Quang Ninh stood at 4.12 %, said the province.""",
        "stated twice",
        "4.21 % beside 4.12 % in the same article",
    ),
    (
        "fr",
        """Quang Ninh : le taux de pauvreté à 4,21 % en 2023

        Le travail continue dans les villages.
        En 2023, le taux de pauvreté à Quang Ninh était de 4,12 %, selon la province.""",
        "stated twice",
        "4.21 % beside 4.12 % in the same article",
    ),
    ("en", "Of 2,000 homes, 1,200 (65%) stood under water.", "share", "1,200 of 2,000 is 60 %, not 65 %"),
    ("fr", "Sur 2 000 maisons, 1 200 (65 %) étaient inondées.", "share", "1,200 of 2,000 is 60 %, not 65 %"),
    ("vi", "Trong 2.000 hộ, 1.240 hộ (26%) bị ngập.", "share", "1,240 of 2,000 is 62 %, not 26 %"),
]
RIGHT = [
    ("en", "Of 2,000 homes, 1,200 (60%) stood under water."),
    ("en", "Of 2,000 homes, 1,200 (20%) stood under water."),
    ("en", "The fire killed 12 people: 7 men and 5 women."),
    ("en", "The fire killed 12 people, including 7 men and 4 women."),
    ("en", "The fire killed 12 people: among them were 7 men and 4 women."),
    ("en", "The fire killed about 12 people: 7 men and 4 women."),
    ("en", "The club has 40 members: 3 doctors and 2 teachers."),
    ("en", "The fire killed 12 people (34 were injured and 4 are missing)."),
    ("en", "Of the 12 people, two spoke: “7 men and 4 women came in.”"),
    ("en", "The three were 12, 14 and 15 years old; 5 schools and 2 shops closed."),
    ("en", "They won 3 games: 21 to 15 and 21 to 18."),
    ("en", "The plan costs 12.3 million dollars: 7.1 million dollars for roads and 5.3 million dollars for schools."),
    ("fr", "L'incendie a tué 12 personnes, dont 7 hommes et 4 femmes."),
    ("en", "Rice output rose 25 % from 200 tonnes to 250 tonnes."),
    ("en", "Rice output rose 24 % from 201 tonnes to 250 tonnes."),
    ("en", "Rice output rose 5 % a year from 200 tonnes to 250 tonnes."),
    ("fr", "La production a augmenté de 30 %, et se situe entre 200 tonnes et 250 tonnes."),
    ("vi", "Sản lượng lúa tăng 25% từ 200 tấn lên 250 tấn."),
    ("en", "Shares rose 30 % while 200 people moved from the city to 250 villages."),
    ("en", "The unemployment rate fell from 8 % to 6 %, and prices rose 4 %."),
    ("en", "Candidate Minh took 48 % of the vote, Hoa 31 % and Nam 21 %."),
    ("en", "Candidate Minh took 48 % of the vote in Hue, 37 % in Hanoi and 21 % in Da Nang."),
    ("en", "Candidate Minh took 48 % of the vote, up from 37 % in the first round and 21 % in the polls."),
    ("en", "Some 60 % of women, 55 % of men and 40 % of children can swim."),
    (
        "en",
        "In 2022 the poverty rate in Quang Ninh stood at 4.9 %.\nIn 2023 the poverty rate in Quang Ninh was 4.1 %.",
    ),
    (
        "en",
        "In 2023 the poverty rate in Quang Ninh stood at 4.9 %.\nIn 2023 the poverty rate in Phu Tho stood at 4.1 %.",
    ),
    (
        "en",
        "In 2023 the poverty rate in Quang Ninh stood at 4.21 %.\nIn 2023 the poverty rate in Quang Ninh was 4.2 %.",
    ),
    ("en", "In 2023 the poverty rate in Quang Ninh fell from 4.9 % to 4.1 %.\nIn 2023 the rate there was 4.9 %."),
    ("en", ""),
]


def found(language, text):
    document = from_text(text, path="a.txt", language=language)
    return document, check_article(document, extract(document))


@pytest.mark.parametrize(("language", "text", "kind", "said"), WRONG)
def test_what_does_not_add_up_is_told_in_plain_words(language, text, kind, said):
    document, findings = found(language, text)
    assert [(each.type, each.explanation.rpartition(": ")[2]) for each in findings] == [(kind, said)]
    (finding,) = findings
    assert finding.relation is Relation.DIFFER
    assert finding.match.a.document == finding.match.b.document == document.id
    assert finding.match.a.span != finding.match.b.span
    assert 0 < finding.gap <= 1


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_what_adds_up_or_need_not_is_left_alone(language, text):
    assert [each.explanation for each in found(language, text)[1]] == []


def test_they_come_in_the_same_list_as_all_other_findings():
    document = from_text(WRONG[0][1], path="a.txt", language="en")
    (finding,) = find_discrepancies([document], {document.id: extract(document)})
    assert finding.type == "parts"


@pytest.mark.parametrize("form", OWN_FORMATS)
def test_every_export_copes_with_two_sides_of_one_article(form, tmp_path):
    document, (finding,) = found(*WRONG[0][:2])
    export([Case(finding, document, document)], [], form, tmp_path / "result")
    assert (tmp_path / "result").stat().st_size > 0
