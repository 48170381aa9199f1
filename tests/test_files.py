"""Files become documents; what cannot be read says so, and what to do."""

import hashlib
import os
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.files import find, from_each, from_text, read
from factcheck.reading.formats import encodings, limits
from factcheck.reading.origin import LONGEST_TITLE, read_date

FRENCH = "Le taux de pauvreté de la province est tombé à 4,21 % à la fin de l’année ; c’est mieux que prévu.\r\n"
VIETNAMESE = "Tỷ lệ hộ nghèo của tỉnh đã giảm còn 4,21% vào cuối năm 2023, kết quả của nhiều chính sách.\n"
ARABIC = "بلغ معدل الفقر في المقاطعة ٤٫٢١ في المئة في نهاية العام، وهو أقل من الهدف الذي كان قد حدد من قبل.\n"
PERSIAN = "نرخ فقر در این استان تا پایان سال به ۴ درصد رسید که از هدف برنامه هم بهتر است.\n"
RUSSIAN = "Уровень бедности в провинции снизился до четырёх процентов, что лучше, чем было намечено планом.\n"
CHINESE = "到年底，该省的贫困率下降到4.21%，比计划的要好。政府表示将继续帮助贫困家庭发展生产和就业。\n"
TURKISH = "İldeki yoksulluk oranı yıl sonunda yüzde dörde düştü ve bu, planlanandan daha iyi, dedi yetkililer.\n"


def as_1258(text):
    """Vietnamese in windows-1258: letters composed, tones as marks behind them."""
    out = ""
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone)) + tone
    return out


def by_table(text, name):
    codes = {char: code for code, char in enumerate(encodings._TABLES[name])}
    return bytes(codes[char] for char in text)


ENCODED = [
    (FRENCH, FRENCH.encode()),
    (FRENCH, b"\xef\xbb\xbf" + FRENCH.encode()),
    (ARABIC, ARABIC.encode("utf-16")),
    (VIETNAMESE, b"\xfe\xff" + VIETNAMESE.encode("utf-16-be")),
    (FRENCH, FRENCH.encode("utf-16-le")),
    (PERSIAN, b"\xff\xfe\x00\x00" + PERSIAN.encode("utf-32-le")),
    (FRENCH, FRENCH.encode("cp1252")),
    (
        FRENCH.replace("’", "'") + "Le cœur du bœuf.",
        (FRENCH.replace("’", "'") + "Le cœur du bœuf.").encode("iso8859_15"),
    ),
    (ARABIC.replace("٤٫٢١", "4.21"), ARABIC.replace("٤٫٢١", "4.21").encode("cp1256")),
    (ARABIC.replace("٤٫٢١", "4.21"), ARABIC.replace("٤٫٢١", "4.21").encode("iso8859_6")),
    (PERSIAN.replace("۴", "4").replace("ی", "ي"), PERSIAN.replace("۴", "4").replace("ی", "ي").encode("cp1256")),
    (as_1258(VIETNAMESE), as_1258(VIETNAMESE).encode("cp1258")),
    (VIETNAMESE, by_table(VIETNAMESE, "viscii")),
    (VIETNAMESE, by_table(VIETNAMESE, "tcvn")),
    (RUSSIAN, RUSSIAN.encode("cp1251")),
    (RUSSIAN, RUSSIAN.encode("koi8_r")),
    (CHINESE, CHINESE.encode("gb18030")),
    (TURKISH, TURKISH.encode("cp1254")),
]


@pytest.mark.parametrize(("text", "data"), ENCODED, ids=range(len(ENCODED)))
def test_encodings(tmp_path, text, data):
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    document = read(path)
    assert document.text == text
    assert document.id == hashlib.sha256(data).hexdigest()
    assert document.path == str(path)


def test_vietnamese_tables_are_complete():
    letters = {unicodedata.normalize("NFC", base + mark + tone) for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in ("",)
               for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")} | set("đĐ")  # fmt: skip
    for name in ("viscii", "tcvn"):
        assert letters <= set(encodings._TABLES[name]), name
        assert len(encodings._TABLES[name]) == 256


UNREADABLE = [
    (b"", "a.txt", "empty"),
    (b"\xef\xbb\xbf", "a.txt", "empty"),
    (b" \r\n\t\n ", "a.txt", "empty"),
    (bytes(range(256)) * 20, "a.txt", "not a text file"),
    (b"\x00\x01\x02\x03" * 100, "a", "not a text file"),
    (b"\x7fELF\x02\x01\x01\x00" + bytes(500), "a.txt", "not a text file"),
    (b"\x01\x02\x03\x04\x05abc" * 100, "a.txt", "not a text file"),
    (os.urandom(1) + b"\x81\x9d\x8f" * 300, "a.txt", "cannot be told"),
    (FRENCH.encode().decode("cp1252", "replace").encode(), "a.txt", "garbled"),
    ((VIETNAMESE * 3).encode().decode("latin-1").encode(), "a.txt", "garbled"),
    ((ARABIC * 2).encode().decode("cp1256").encode(), "a.txt", "garbled"),
    (FRENCH.encode("ascii", "replace").replace(b"?", "\ufffd".encode()), "a.txt", "garbled"),
    ((VIETNAMESE * 3).encode()[:-30] + b"\xff" + VIETNAMESE.encode(), "a.txt", "damaged at byte"),
    (b"\xff\xfea\x00b", "a.txt", "damaged at byte"),
    (b"%PDF-1.7 ...", "a.pdf", "PDF"),
    (b"%PDF-1.7 ...", "a.txt", "PDF"),
    (b"PK\x03\x04...", "a.docx", "Word"),
    (b"PK\x03\x04...", "a.zip", "archive"),
    (b"<!DOCTYPE html><p></p>", "a.html", "no text"),
    (b"{\\rtf1 }", "a.rtf", "no text"),
    (b"{\\rtf1", "a.txt", "no text"),
    (b"\x1f\x8b...", "a.tar.gz", "damaged"),
    (b"<rss><channel></channel></rss>", "a.xml", "no entries"),
    (b"<?xml version='1.0'?><root/>", "a.xml", "XML"),
    (b"a,b\n", "a.csv", "no rows"),
    (b"[1, 2]", "a.JSON", "no articles"),
    (b"{1}\n{2}", "a.jsonl", "line 1"),
    (b"no mail", "a.mbox", "No mail"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "old Office"),
    (b"PK\x03\x04...", "a.pptx", "presentation"),
    (b"text", "a.srt", "subtitle"),
]


@pytest.mark.parametrize(
    ("data", "name", "reason"), UNREADABLE, ids=[f"{i}-{r}" for i, (_, _, r) in enumerate(UNREADABLE)]
)
def test_unreadable(tmp_path, data, name, reason):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=reason) as caught:
        read(path)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert ";" in message  # what happened; what to do


def test_huge(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(limits.FILE + 1)
    with pytest.raises(UnreadableFileError, match="too large"):
        read(path)


def test_folder_missing_and_odd_names(tmp_path):
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFileError, match="folder"):
        read(tmp_path / "folder.txt")
    with pytest.raises(UnreadableFileError, match="not there"):
        read(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFileError, match=r"cannot be read|not there"):
        read(tmp_path / "a\x00b.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes in folders nor such permissions")
def test_pipes_loops_and_permissions(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFileError, match="pipe"):
        read(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(tmp_path / "loop.txt")


def test_permission_denied(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text(FRENCH, "utf-8")

    def denied(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(UnreadableFileError, match="not allowed"):
        read(path)


def test_override_of_the_language(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FRENCH, "utf-8")
    document = read(path, language="vi")
    assert document.language == "vi"
    assert {one.language for one in document.passages} == {"vi"}
    assert {one.language for one in from_text(FRENCH, language="ar").passages} == {"ar"}


@pytest.mark.parametrize("text", ["", "   \n", "\U0001f600", "1", "\ud800 broken", "\x00", "\ufeff"])
def test_any_text_makes_a_document(text):
    document = from_text(text, path="p")
    assert document.text == text
    assert document.path == "p"


def test_find(tmp_path):
    for name in ("b.txt", "a.md", ".hidden.txt", "Thumbs.db", "~$a.docx", "manifest.toml", "c.pdf", "notes", "a.txt~"):
        (tmp_path / name).write_text("x", "utf-8")
    for name in ("sub/inner.txt", ".git/config.txt", "__MACOSX/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = list(find([tmp_path, tmp_path / "b.txt", tmp_path / "manifest.toml", tmp_path / "gone.txt"]))
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["a.md", "b.txt", "c.pdf", "notes", "sub/inner.txt", "manifest.toml", "gone.txt"]


def test_the_index_of_a_dossier_among_the_articles_is_left_out(tmp_path):
    for name in ("index/whoosh-1/words.trm", "dossier.sqlite3", "sent.factcheck-copy", "pasted/a.txt", "b/index/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert [path.name for path in find([tmp_path])] == ["c.txt", "a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_find_does_not_run_in_circles(tmp_path):
    (tmp_path / "a.txt").write_text("x", "utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    assert [path.name for path in find([tmp_path])] == ["a.txt", "itself.txt"], "of which reading says why it cannot"


def test_what_cannot_be_looked_at_is_named_and_reading_says_why():
    name = Path("n" * 300)
    assert list(find([name])) == [name]
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        read(name)


PAGE = "Poverty falls\n\n{date}\n\nThe poverty rate fell to 4.21% in 2023, see https://other.example/x.\n\nSource: https://a.example/b.html.\n"


def test_title_address_and_day():
    document = from_text(PAGE.format(date="Published on 3 November 2025"))
    assert document.title == "Poverty falls"
    assert document.url == "https://a.example/b.html"
    assert document.published == date(2025, 11, 3)
    assert document.passages[1].kind is PassageKind.BOILERPLATE


@pytest.mark.parametrize(
    ("sources", "address"),
    [
        ("Source: https://a.example/1.html\n\nShare this\n\nhttps://social.example/us\n", "https://a.example/1.html"),
        ("Source: https://a.example/1.html\nhttps://b.example/2.html\n", None),
        ("Source: https://a.example/1.html\n\nSource: https://b.example/2.html\n", None),
        ("Source: https://a.example/1.html\n\nSource: https://a.example/1.html\n", "https://a.example/1.html"),
    ],
)
def test_a_digest_has_none_of_the_addresses_it_lists(sources, address):
    text = f"Poverty this week\n\nThe poverty rate of the province fell to 4.21% in 2023.\n\n{sources}"
    assert from_text(text).url == address


def test_title_is_cut_at_a_word():
    title = from_text("Word after word " * 30 + "ends here.").title
    assert len(title) <= LONGEST_TITLE + 1
    assert title.endswith(("Word…", "after…", "word…"))


DAYS = [
    ("03/11/2025", "ms", date(2025, 11, 3)),
    ("03/11/2025", "vi", date(2025, 11, 3)),
    ("03/11/2025", "fr", date(2025, 11, 3)),
    ("03/11/2025", "en", None),  # 3 November in London, 11 March in New York
    ("13/11/2025", "en", date(2025, 11, 13)),
    ("11/13/2025", "en", date(2025, 11, 13)),
    ("2025-11-03", "en", date(2025, 11, 3)),
    ("3 novembre 2025", "fr", date(2025, 11, 3)),
    ("1er novembre 2025", "fr", date(2025, 11, 1)),
    ("november 3, 2025", "en", date(2025, 11, 3)),
    ("2025 m. lapkricio 3 d.", "lt", date(2025, 11, 3)),
    ("2025. gada 3. novembri", "lv", date(2025, 11, 3)),
    ("2025. november 3.", "hu", date(2025, 11, 3)),
    ("2025年11月3日", "zh", date(2025, 11, 3)),
    ("31/02/2025", "vi", None),
    ("03/11/1425", "fa", None),
    ("14-4", "vi", None),
]


@pytest.mark.parametrize(("tag", "day"), [("lt", "2024 m. kovo 12 d."), ("hr", "12. ožujka 2024.")])
def test_a_day_that_ends_in_a_full_stop_is_no_sentence(tag, day):
    document = from_text(f"Nedarbas\n\n{day}\n\nNedarbo lygis siekė 6,4 %.\n", language=tag)
    assert document.published == date(2024, 3, 12)
    assert [each.kind.value for each in document.passages] == ["heading", "boilerplate", "sentence"]


@pytest.mark.parametrize(("line", "tag", "day"), DAYS)
def test_days(line, tag, day):
    assert read_date(line, tag) == day


def test_large_text(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (limits.TEXT + 1))
    with pytest.raises(UnreadableFileError, match="too large"):
        read(path)


def test_pictures_of_a_saved_page_are_left_out(tmp_path):
    for name in ("a.html", "a_files/b.html", "a-Dateien/c.html", "a_2/d.html", "other_files/e.html", "b.htm"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert [path.name for path in find([tmp_path])] == ["a.html", "d.html", "b.htm", "e.html"]


def test_together_texts_are_the_documents_that_each_is_alone():
    texts = [("Prices rose by 4 % in 2023.\n\nPhoto: A. Name", "en"), ("", "en"), ("Es sind 4,2 %.", None)]
    assert from_each(texts) == [from_text(text, language=language) for text, language in texts]
