"""What stands around the articles that the project began with states nothing of theirs."""

import re
from pathlib import Path

import pytest

from factcheck.claims.extraction import extract
from factcheck.model import PassageKind
from factcheck.reading.files import from_text, read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
OWN = {PassageKind.SENTENCE, PassageKind.HEADING}
# Addresses, comment counts, picture names, advertising places, dates of publication run together with the paper's name.
AROUND = re.compile(r"https?://|\(0\)|\.jpg|\[[^\]]*2\]|\w03/11/2025")
OTHERS = ("Bài liên quan", "Tin mới", "Dalam topik yang sama", "Dalam kategori yang sama")  # behind it, other articles


def own_figures(document):
    return [document.quote(claim.span) for claim in extract(document) if document.passages[claim.passage].kind in OWN]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles of the competition are not here")
@pytest.mark.parametrize("number", range(5))
def test_only_the_article_states_figures(number):
    document = read(sorted(SEEDS.glob("*.txt"))[number])
    own = [one for one in document.passages if one.kind in OWN]
    assert own_figures(document)
    assert not [document.quote(one.span) for one in own if AROUND.search(document.quote(one.span))]
    begins = [found for label in OTHERS if (found := document.text.find(f"\n{label}")) > 0]
    assert all(one.span.end <= min(begins, default=len(document.text)) for one in own)
    stated = {document.passages[claim.passage].kind for claim in extract(document)}
    assert stated - OWN, "there are figures around the article, which are read and kept apart"


PAGES = [
    (
        "The poverty rate of the northern province fell to 4.21% at the end of 2023, the provincial office said.",
        ("Share 12", "Comments (37)", "photo-2024-11.jpg", "Source: https://daily.example/2025/poverty-48213.html",
         "Related news", "Floods damage 3,400 houses along the coast", "Exports rise by 12.5% in ten months"),
    ),
    (
        "Le taux de pauvreté de la province du nord est tombé à 4,21 % à la fin de 2023, a dit le bureau provincial.",
        ("Partager 12", "Commentaires (37)", "photo-2024-11.jpg", "Source : https://journal.example/2025/p48213.html",
         "À lire aussi", "Les inondations endommagent 3 400 maisons", "Les exportations gagnent 12,5 % en dix mois"),
    ),
    (
        "Tỷ lệ hộ nghèo của tỉnh miền Bắc đã giảm còn 4,21% vào cuối năm 2023, theo thông báo của văn phòng tỉnh.",
        ("Chia sẻ 12", "Bình luận (37)", "anh-2024-11.jpg", "Nguồn: https://bao.example/2025/ngheo48213.html",
         "Tin liên quan", "Lũ lụt làm hư hại 3.400 ngôi nhà ven biển", "Xuất khẩu tăng 12,5% trong mười tháng"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "around"), PAGES, ids=["en", "fr", "vi"])
def test_figures_around_an_article_are_not_its_own(sentence, around):
    alone = own_figures(from_text(sentence))
    assert alone
    assert own_figures(from_text("\n\n".join((sentence, *around)))) == alone
