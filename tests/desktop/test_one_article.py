"""A finding inside one article is compared like any other: both panes show the same text, each its own figure."""

from factcheck.checking import check
from factcheck.desktop.compare_page import ComparePage
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier

TEXT = "Fire in Hue\n\nThe fire killed 12 people: 7 men and 4 women.\nThe hall had stood for years.\n"


def test_both_panes_show_the_article(window, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with Dossier(tmp_path / "one") as dossier:
        list(check(dossier, [tmp_path / "a.txt"]))
        (case,) = dossier.cases(Selection())
        assert case.a == case.b
        (row,) = dossier.library()
        assert row.differ == 1
        page = window.findChild(ComparePage)
        page.show_case(dossier, case)
        assert "7 + 4 = 11, not 12" in page._explanation.text()
        assert [pane.reader.toPlainText() for pane in page.panes] == [page.panes[0].reader.toPlainText()] * 2
        assert page.quotation().count("7 men and 4 women") == 2
        page.swap()
        page.show_case(None, None)
