"""What is the article and what is the page around it."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with_its_length
from factcheck.model import PassageKind
from factcheck.reading.cleaning import passages
from factcheck.reading.files import from_text, read

S, H, R, B = PassageKind.SENTENCE, PassageKind.HEADING, PassageKind.RELATED, PassageKind.BOILERPLATE

PARAGRAPH = "The poverty rate fell to 4.21% at the end of 2023, the province says."
ARTICLE = f"Poverty falls\n\n{PARAGRAPH}\n\n"

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


def shown(text, tag="en"):
    return [(text[one.span.start : one.span.end], one.kind) for one in passages(text, tag)]


# fmt: off
FURNITURE = [
    "Comment (0)", "Comments (12)", "Komen (0)", "نظر (0)", "نظر (۰)", "تعليق (0)", "Bình luận (3)", "Commentaires (0)",
    "No data", "Tiada data", "• Click để copy", "[إعلان 2]", "رابط المصدر", "Facebook Twitter Email Print",
    "Share Facebook X Copy link", "شارك فيسبوك واتساب نسخ الرابط", "qn2.jpg", "https://paper.example/a/b.html",
    "Source: https://paper.example/a.html", "Nguồn: Báo X", "Source\u00a0: https://journal.example",
    "Sumber: https://akhbar.example", "منبع: https://x.example", "المصدر: وكالة", "Tin, ảnh: NGUYỄN ANH", "By Jane Doe",
    "Par Jean Dupont", "Tags: poverty, Vietnam", "03/11/2025", "Thứ Hai, 03/11/2025, 08:15 (GMT+7)", "3 November 2025",
    "The DailyThe Daily03/11/2025", "Updated: 3 November 2025", "Photo: A Name", "Ảnh minh họa", "Toàn cảnh hội nghị.",
    "© 2025 The Daily. All rights reserved.", "***", "12",
]
# fmt: on


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_the_page(line):
    text = f"Poverty falls\n{line}\n{PARAGRAPH}\n{line}"
    kinds = [kind for quote, kind in shown(text) if quote == line]
    assert kinds == [B, B]


OWN = [
    "By 2025 the province wants to have no poor households left.",
    "Published on Monday, the report says that poverty fell to 4% in 2023.",
    "Share prices fell by 3% on Monday, and the bank lost a tenth of its value.",
    "Photo shops have closed: of 120 there were 80 left.",
    "Vietnam.vn reported that 4,000 households were supported.",
]


@pytest.mark.parametrize("line", OWN)
def test_sentences_that_begin_like_furniture(line):
    assert (line, S) in shown(f"Poverty falls\n\n{line}\n\n{PARAGRAPH}")


def test_headings():
    text = f"Poverty falls\n\n{PARAGRAPH}\n\nA village of 300 people\n\n{PARAGRAPH} {PARAGRAPH}"
    assert [kind for _, kind in shown(text)] == [H, S, H, S, S]


def test_a_question_as_title():
    assert shown(f"Why does poverty fall?\n\n{PARAGRAPH}")[0] == ("Why does poverty fall?", H)


def test_name_under_the_article():
    text = f"{ARTICLE}Lam Anh\n\nSource: https://a.example"
    assert [kind for _, kind in shown(text)] == [H, S, B, B]


def test_last_line_with_a_figure_is_not_lost():
    assert shown(f"{ARTICLE}In all 218 poor households")[-1] == ("In all 218 poor households", S)


def test_photo_credit_at_the_end_of_a_paragraph():
    text = f"{ARTICLE}{PARAGRAPH} Foto: Minh Duc"
    assert shown(text)[-2:] == [(PARAGRAPH, S), ("Foto: Minh Duc", B)]


def test_list_of_other_articles_behind_the_article():
    text = (
        f"{ARTICLE}Source: https://a.example\n\nRelated news\n\nA fine of 432 million\nA fine of 432 million\n\n"
        "The shop had told nobody of its site.\n\nIt was closed.\n\nPolitics\nHoliday lasts nine days this year"
    )
    assert [kind for _, kind in shown(text)][2:] == [B, B, R, R, R, R, B, R]


def test_list_of_other_articles_in_the_middle():
    text = f"{ARTICLE}Read also\n\nA fine of 432 million for a shop\n\n{PARAGRAPH}\n\nIt will go on. So it is."
    assert [kind for _, kind in shown(text)] == [H, S, B, R, S, S, S]


def test_pointer_to_one_other_article():
    text = f"{ARTICLE}Read also: A fine of 432 million\n\n{PARAGRAPH}"
    assert [kind for _, kind in shown(text)] == [H, S, R, S]


def test_links_above_the_title():
    text = f"- A neighbour does well with 300 projects\n- Credit helps the poor to live\n{ARTICLE}"
    assert [kind for _, kind in shown(text)] == [R, R, H, S]


def test_lists_in_the_article_are_its_own():
    text = f"{ARTICLE}- Huong Hoa: 145 households\n- Dakrong: 62 households\n\n{PARAGRAPH}"
    assert [kind for _, kind in shown(text)] == [H, S, S, S, S]


def test_picture_described_twice():
    text = f"{ARTICLE}The delegates are listening.\n\nThe delegates are listening.\n\n{PARAGRAPH}"
    assert [kind for _, kind in shown(text)] == [H, S, B, B, S]


@pytest.mark.parametrize("text", ["Poverty rate 4.21 %", "Ninh Thuan 4.21 %\nQuang Ninh 0.03 %"])
def test_a_few_words_are_no_headings(text):
    assert {kind for _, kind in shown(text)} == {S}


def test_lines_broken_at_a_fixed_width():
    text = (
        "Poverty falls\n\nThe poverty rate in the province of Ninh Thuan fell to 4.21\n"
        "percent at the end of the year 2023, which is better than it had\nbeen planned. "
        "In the district of Bac Ai it fell by 6.36 percent a\nyear, and nobody was left behind "
        "there.\n\nThe next paragraph is also one that had been broken at a width of\nsome seventy "
        "letters by a mail program."
    )
    quotes = [quote for quote, _ in shown(text)]
    assert quotes[0] == "Poverty falls"
    assert quotes[1].endswith("planned.")
    assert "4.21\npercent" in quotes[1]
    assert len(quotes) == 4


def test_line_ends_stay_as_they_are():
    text = f"Poverty falls\r\n\r\n{PARAGRAPH}\r\n"
    document = from_text(text)
    assert document.text == text
    assert [document.quote(one.span) for one in document.passages] == ["Poverty falls", PARAGRAPH]


def test_language_of_a_passage():
    vietnamese = "Tỷ lệ hộ nghèo của tỉnh giảm còn bốn phần trăm vào cuối năm 2023, theo báo cáo của tỉnh."
    text = f"{ARTICLE}{PARAGRAPH} {PARAGRAPH} {PARAGRAPH}\n\n{vietnamese}\n\nNo data"
    assert [one.language for one in from_text(text).passages] == ["en", "en", "en", "en", "en", "vi", "en"]


# fmt: off
PIECES = [
    "\n", "\r\n", "\n\n", " ", "Read also", "Comment (0)", "Foto: A", "Share", "x.jpg", PARAGRAPH, "Lam Anh",
    "- item of a list", "Source: https://a.example", "۱۲ درصد.", "第一。第二。", "\u2028", "\ufeff", "3/11/2025", ":",
    "A. B. C", "\u00a0", "\x0c",
]
# fmt: on


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30).map("".join))
def test_passages_cover_all_that_is_not_blank(text):
    found = passages(text, "en")
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    covered = {i for one in found for i in range(one.span.start, one.span.end)}
    assert all(text[i].isspace() for i in set(range(len(text))) - covered)
    assert all(text[one.span.start : one.span.end].strip() for one in found)


@pytest.mark.parametrize("piece", ["a", "é", ".", "photo: ", "1/1/", "Share ", "( ", "https://"])
def test_a_long_line_is_read_in_linear_time(piece):
    assert grows_with_its_length(from_text, piece * (1_000_000 // len(piece)))


HARD_LINES = [
    ("000", "لام آنه", [B]),
    ("000", "نظر (0)", [B]),
    ("000", "منبع:", [B]),
    ("000", "نمایندگان شرکت کننده", [B]),
    ("000", "تا پایان سال ۲۰۲۳", [S]),
    ("001", "- ", [R, R]),
    ("001", "[إعلان 2]", [B]),
    ("001", "رابط المصدر", [B]),
    ("001", "تعليق (0)", [B]),
    ("002", "Vietnam.vn", [B]),
    ("002", "Quang Ninh - model", [H]),
    ("002", "Báo Đại biểu", [B]),
    ("002", "qn2.jpg", [B]),
    ("002", "Menjelang akhir tahun 2024", [S]),
    ("002", "Foto: Minh Duc", [B]),
    ("002", "Jangan biarkan", [H]),
    ("002", "Komen (0)", [B]),
    ("002", "No data", [B, B]),
    ("002", "Dalam kategori", [B]),
    ("002", "Sesat di hutan", [R]),
    ("002", "Warisan", [B]),
    ("002", "'Banjir besar'", [R]),
    ("002", "produk", [B]),
    ("003", "Français De 2020", [S]),
    ("003", "M. Tran Minh Dien", [S]),
    ("003", "Turquoise", [B]),
    ("003", "Comment (0)", [B]),
    ("003", "Efforts durables", [H]),
    ("004", "• Click để copy", [B]),
    ("004", "Các đại biểu dự", [B, B]),
    ("004", "Toàn cảnh", [B, B]),
    ("004", "Tin, ảnh:", [B]),
    ("004", "Bài liên quan", [B]),
    ("004", "Tin mới", [B]),
    ("004", "Gia Lai: Xử phạt", [R, R]),
    ("004", "Ngày 20-9", [R]),
    ("004", "Hội nghị diễn ra", [S]),
    ("004", "Liên hợp quốc", [S]),
]


@pytest.fixture(scope="module")
def documents():
    return {path.name[:3]: read(path) for path in sorted(SEEDS.glob("*.txt"))}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the five real articles beside the project")
class TestRealArticles:
    """Looked through by eye; these are the lines that are hard."""

    def of(self, document, beginning):
        return [one.kind for one in document.passages if document.quote(one.span).startswith(beginning)]

    def test_languages(self, documents):
        assert [one.language for one in documents.values()] == ["fa", "ar", "ms", "fr", "vi"]
        assert all(p.language == one.language for one in documents.values() for p in one.passages)

    @pytest.mark.parametrize(("name", "beginning", "kinds"), HARD_LINES)
    def test_hard_lines(self, documents, name, beginning, kinds):
        assert self.of(documents[name], beginning) == kinds

    def test_everything_after_the_label_is_of_other_articles(self, documents):
        document = documents["004"]
        after = list(itertools.dropwhile(lambda one: document.quote(one.span) != "Tin mới", document.passages))
        assert {one.kind for one in after[1:]} == {R}
        assert len(after) == 20
