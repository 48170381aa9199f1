"""The window's own numbers and days: in the digits of its language, and in their order in lines of either direction."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QWidget
from sheets import sheets

from factcheck.desktop import fonts
from factcheck.desktop.actions import PAGES
from factcheck.desktop.case_table import COLUMNS, cell
from factcheck.desktop.correction_dialog import number, written
from factcheck.desktop.facts_sheet import FactsSheet
from factcheck.desktop.isolates import plain
from factcheck.desktop.messages import told
from factcheck.desktop.numbers import count, day, percent, short, year
from factcheck.desktop.preferences import Preferences
from factcheck.desktop.theme import Look
from factcheck.desktop.translation import ENGLISH, install
from factcheck.desktop.window import Window
from factcheck.dossier.known_facts import facts, set_fact

# keys, names of formats and licences, a number of the worker's
NAMES = re.compile(r"\+\d|\bF\d+\b|UTF-8|Apache 2\.0|PySide6|License 1\.1|LGPL 3|\b\d+\.\d+\.\d+\S*|^7$")


@pytest.fixture(autouse=True)
def english_again(qapp):
    yield
    install(qapp, ENGLISH)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en", ["1,234", "38\u00a0%", "0.4\u00a0%", "2023-05-14", "2023", "1,500", "524B"]),
        ("fr", ["1\u202f234", "38\u00a0%", "0,4\u00a0%", "2023-05-14", "2023", "1\u202f500", "524\u00a0Md"]),
        ("vi", ["1.234", "38%", "0,4%", "2023-05-14", "2023", "1.500", "524\u00a0T"]),
        ("ms", ["1,234", "38%", "0.4%", "2023-05-14", "2023", "1,500", "524B"]),
        ("ar", ["1,234", "38%", "0.4%", "2023-05-14", "2023", "1,500", "524 مليار"]),
        ("fa", ["۱٬۲۳۴", "۳۸٪", "۰٫۴٪", "۲۰۲۳-۰۵-۱۴", "۲۰۲۳", "۱٬۵۰۰", "۵۲۴ میلیارد"]),
    ],
)
def test_as_cldr_writes_them(qapp, tag, told):
    install(qapp, tag)
    made = [
        count(1234),
        percent(0.384),
        percent(0.004),
        day(date(2023, 5, 14)),
        year(2023.0),
        short(1500),
        short(524e9),
    ]
    assert [plain(one) for one in made] == told


def drawn(line, *, right=True):
    """Return the letters of a line, from right to left or not, in the order in which they stand from the left edge."""
    layout, option = QTextLayout(line, fonts.interface()), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    runs = ((layout.glyphRuns(at, 1), letter) for at, letter in enumerate(line) if plain(letter))
    return "".join(letter for _, letter in sorted((run[0].positions()[0].x(), letter) for run, letter in runs))


@pytest.mark.parametrize("before", ["", "اطمینان ", "نرخ · "])
def test_in_a_line_from_right_to_left_a_number_keeps_its_order(qapp, before):
    install(qapp, "fa")
    assert "۲۰۲۳-۰۵" in drawn(f"{before}{day('2023-05')} · خبر")
    assert "٪۳۸" in drawn(f"{before}{percent(0.38)}، خبر")  # read from the right: the number, then its sign
    install(qapp, "ar")
    assert "38%" in drawn(f"{before}{percent(0.38)}، خبر")
    assert "2023-05" in drawn(f"{before}{day('2023-05')} · خبر")


def test_a_day_is_corrected_in_either_digits(qapp, window):
    install(qapp, "fa")
    window.go_to("library")
    document = window.dossier.document(documents(window)[0])
    sheet = FactsSheet(window, document, facts(window.dossier, document.id), writable=True)
    assert sheet.said == {}
    for typed in ("۲۰۲۴-۰۳-۳۱", "2024-03-31"):
        sheet.fields["published"].setText(typed)
        assert sheet.said == {"published": typed}
        assert set_fact(window.dossier, document.id, "published", typed, "Linh")
        known = next(fact for fact in facts(window.dossier, document.id) if fact.name == "published")
        assert known.value == "2024-03-31"
        assert FactsSheet(window, document, [known], writable=True).fields["published"].text() == "۲۰۲۴-۰۳-۳۱"
        set_fact(window.dossier, document.id, "published", None, "Linh")


def test_what_is_drawn_from_left_to_right_is_read_in_the_order_of_its_language(qapp):
    install(qapp, "fa")
    assert drawn(short(4e11), right=False) == drawn("۴۰۰ میلیارد")
    install(qapp, "fr")
    assert drawn(short(4e11), right=False) == "400\u00a0Md"


def test_a_count_in_a_sentence(qapp):
    install(qapp, "fa")
    assert QCoreApplication.translate("Window", "%n article(s)", "", 1234).startswith("۱٬۲۳۴ ")
    assert "۱۲" in told("The PDF has 1200 pages, at most 12 are read; split it into parts.")
    assert "2024.txt" in told("There is no copy 2024.txt. Choose another file.")  # names stay as they are


def test_a_value_is_read_as_it_is_written(qapp):
    for tag in ("fa", "ar", "fr", "en"):
        install(qapp, tag)
        value = number("1234.5") if tag in {"en", "ar"} else number("1234,5" if tag == "fr" else "۱۲۳۴٫۵")
        assert number(written(value)) == value
    install(qapp, "fa")
    assert written(number("۱۲۳۴٫۵")) == "۱٬۲۳۴٫۵"


def said(top):
    """Yield what a widget and all in it say."""
    for widget in (top, *top.findChildren(QWidget)):
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QMenu):
            continue  # keys and former searches
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())


def test_the_persian_window_counts_in_persian_digits_and_quotes_as_written(qtbot, qapp, dossier_folder, folder):
    install(qapp, "fa")
    window = Window(Look("light"), Preferences(folder / "window.ini"))
    qtbot.addWidget(window)
    window.show()
    assert window.desk.open(dossier_folder)
    quotes = [d.text[c.span.start : c.span.end] for d in map(window.dossier.document, documents(window)) for c in
              window.dossier.claims(d.id)]  # fmt: skip

    def own(text):
        for quote in sorted(quotes, key=len, reverse=True):
            text = text.replace(" ".join(quote.split()), "")
        return NAMES.sub("", re.sub(r"\S*/\S*", "", text))

    heard = set()
    for page in PAGES:
        window.go_to(page)
        window.repaint()
        heard.update(map(own, said(window)))
    for dialog in sheets(window):
        heard.update(map(own, said(dialog)))
        dialog.reject()
    for case in window.dossier.cases():
        heard.update(own(cell(case, column)) for column in COLUMNS)
    assert {text for text in heard if re.search("[0-9]", text)} == set()
    assert any(re.search("[۰-۹]", text) for text in heard)
    texts = " ".join(plain(cell(case, "reported")) for case in window.dossier.cases())
    assert "4,2 %" in texts
    assert "۲٫۴٪" in texts
    window.close()


def documents(window):
    return [row.document for row in window.dossier.library()]
