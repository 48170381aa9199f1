"""Sentences end where a reader says they do, in every script, and in linear time."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with_its_length
from factcheck.reading.sentences import LONGEST, ends_sentence, split

SENTENCES = [
    ("fr", ["M. Tran habite à Thu Ngac.", "Il a deux enfants."]),
    ("fr", ["Le taux a baissé de 1,7 % par an...", "Mme. Ha s’en réjouit."]),
    ("fr", ["«\u00a0Nous avons réussi.\u00a0»", "La suite en 2025."]),
    ("fr", ["M.\u00a0Tran parle, etc.", "Les autres écoutent."]),
    ("vi", ["Tại TP. Hồ Chí Minh, GS. Nguyễn Văn A phát biểu.", "Hội nghị kết thúc."]),
    ("vi", ["Tổng vốn là 1.250.000 đồng.", "Tỷ lệ giảm 1,5%/năm."]),
    ("vi", ["Có tổ hỗ trợ vốn, xóa nhà tạm.. của tỉnh Điện Biên."]),
    ("vi", ["Kết quả rất đáng mừng.", "Liên hợp quốc đánh giá cao."]),
    ("en", ['"Why us?" he asked.', "Nobody knew."]),
    ("en", ["The rate fell to 4.21% in 2023.", "Officials were pleased."]),
    ("en", ["J. K. Rowling gave $4.5 million.", "The U.S. gave more."]),
    ("en", ["He left at 5 p.m.", "The train, said Mr. No, was late."]),
    ("bg", ["Струва 500 лв.", "Според кмета през 2023 г. България посрещна 12 млн. туристи."]),
    ("en", ["Dr. Lee met Gen. Giap at 5 p.m. on Monday.", "They talked."]),
    ("en", ["Is it true?!", "Yes (it is.)", "So be it."]),
    ("ms", ["Dr. Ahmad tiba.", "Banjir melebihi tahun 1964 sebanyak 0.14 m."]),
    ("ar", ["بلغ المعدل ٤.٢١٪ في نهاية العام.", "وقال د. محمد إن ذلك جيد!", "هل هذا صحيح؟", "نعم."]),
    ("fa", ["نرخ فقر ۴.۲۱٪ است.", "آیا این درست است؟", "بله."]),
    ("ur", ["شرح کم ہوئی۔", "یہ اچھا ہے۔"]),
    ("zh", ["贫困率降到4.21%。", "他说：“很好！”", "真的吗？"]),
    ("hi", ["दर घटी।", "यह अच्छा है।"]),
    ("de", ["Am 3. Oktober sank sie.", "Im Jahr 2020.", "Das war alles."]),
    ("de", ["Das kostet z. B. 300 Euro.", "Mehr nicht."]),
    ("de", ["Nach dem Ende des 1. Weltkriegs starben 300 Menschen.", "In der 2. Bundesliga spielen 18 Vereine."]),
    ("de", ["Er wurde 3.", "Im Finale kamen 300 Zuschauer."]),
    ("cs", ["Bylo jich 15.", "Policie je vyšetřuje."]),
    ("cs", ["Firma 15. 6. 2023 otevřela oddělení.", "Policie je vyšetřuje."]),
    ("hr", ["Od 1. 1. 2023. do 31. 12. 2024. poginulo je 37 ljudi.", "Bilo ih je 15.", "2023. ih je bilo više."]),
    ("sl", ["Podjetje je 15. 6. 2023 odprlo oddelek.", "Rok je 15. 6.", "Potem bo prepozno."]),
    ("de", ["Am 3. 10. 2023 kam er.", "Es waren 15.", "2024 waren es 20."]),
    ("es", ["En EE. UU. hubo 300 casos.", "Por p. ej. Juan lo dijo."]),
    ("no", ["Plan B.", "Uten tall."]),
    ("und", ["Abc.", "Def."]),
    ("en", ["1. Households", ""]),
    ("lt", ["Nedarbas siekė 6,9 proc.", "Užimtumas Lietuvoje buvo 73,4 proc.", "Jis augo."]),
    ("lt", ["Skurdo riziką patyrė 20,6 proc. Lietuvos gyventojų.", "Eksportas siekė 2,9 mlrd. Eur."]),
]


@pytest.mark.parametrize(("tag", "sentences"), SENTENCES)
def test_sentences(tag, sentences):
    sentences = [sentence for sentence in sentences if sentence]
    glue = "" if tag == "zh" else " "
    text = glue.join(sentences)
    assert [text[span.start : span.end] for span in split(text, tag)] == sentences


def test_space_that_does_not_break_ends_a_sentence_too():
    text = "Đây là thành tích được đánh giá rất cao.\u00a0Liên hợp quốc coi đó là điểm sáng."
    assert len(list(split(text, "vi"))) == 2


@pytest.mark.parametrize(("line", "ends"), [("It fell.", True), ("It fell.”)", True), ("Poverty falls", False),
                                            ("هل هذا صحيح؟", True), ("Fin. »", True), ("", False)])  # fmt: skip
def test_ends_sentence(line, ends):
    assert ends_sentence(line) is ends


@given(
    st.text(alphabet=st.sampled_from("aAé. .!?…。؟»”)\u00a0 \t1م،TP"), max_size=200),
    st.sampled_from(["en", "vi", "ar"]),
)
def test_sentences_cover_the_text_in_order(text, tag):
    spans = list(split(text, tag))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(text[i].isspace() for i in set(range(len(text))) - covered)
    assert all(span.start < span.end for span in spans)


@pytest.mark.parametrize("piece", ["a", ".", "a.", "A. ", ". ", '."', "M. ", "1. a", ").("])
def test_a_long_line_is_read_in_linear_time(piece):
    text = piece * (400_000 // len(piece))
    spans = list(split(text, "fr"))
    assert grows_with_its_length(lambda part: list(split(part, "fr")), text)
    assert max(span.end - span.start for span in spans) <= LONGEST
