"""What programs that people have make of the files: LibreOffice, poppler, Chromium. Those not installed are skipped."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest
from exported import CASES, FIGURES, IDS, exported

from factcheck.export.batch import Options
from factcheck.export.formats import write

if TYPE_CHECKING:
    from pathlib import Path

# These programs take seconds to start, so that `make test` does not wait for them.
WANTED = os.environ.get("FACTCHECK_PROGRAMS") == "1"
LATER = pytest.mark.skipif(not WANTED, reason="starting office programs is slow; FACTCHECK_PROGRAMS=1 asks for it")


def program(*names):
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed")
    return found


def run(*command, **options):
    return subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, timeout=120, **options
    ).stdout


def letters(text):
    """Return the letters and digits of a text: Qt's PDF holds presentation forms, and lines are broken.

    Words are looked for one by one: pdftotext puts digits and right-to-left words in the order of the page.
    """
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@LATER
def test_libreoffice_reads_the_sheet_and_the_document(tmp_path, home):
    office = program("soffice", "libreoffice")
    sheet, document = exported(tmp_path, "xlsx"), exported(tmp_path, "docx")
    profile = f"-env:UserInstallation={home.as_uri()}"
    made = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
    run(office, profile, "--headless", "--convert-to", made, "--outdir", tmp_path / "sheet", sheet)
    run(office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path, document)
    (out,) = (tmp_path / "sheet").glob("*.csv")
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["finding"] for row in rows] == IDS
    assert [row[f"{at}_text"] for row in rows for at in "ab"] == FIGURES
    text = (tmp_path / "out.txt").read_text("utf-8-sig")
    assert [figure for figure in FIGURES if figure not in text] == []
    assert [case.finding.explanation for case in CASES if case.finding.explanation not in text] == []


@LATER
def test_poppler_reads_the_pdf(tmp_path):
    from factcheck.desktop.pdf_report import write as pdf
    from factcheck.export.batch import Batch

    program("pdftotext")
    path = tmp_path / "out.pdf"
    assert write(Batch(CASES, options=Options()), "pdf", path, writer=pdf)
    text = letters(run("pdftotext", "-raw", path, "-").decode("utf-8"))
    assert [word for figure in FIGURES for word in figure.split() if letters(word) not in text] == []
    assert letters("نرخ فقر استان در سال") in text
    assert letters("Tỷ lệ hộ nghèo toàn tỉnh giảm còn") in text
    run("pdftoppm", "-r", "40", "-png", path, tmp_path / "page")
    assert len(list(tmp_path.glob("page*.png"))) == 2


@LATER
@pytest.mark.parametrize("tag", ["en", "fa"])
def test_chromium_draws_the_report_light_dark_and_on_paper(tmp_path, tag, home):
    browser = program("chromium", "chromium-browser", "google-chrome")
    page = exported(tmp_path, "html", Options(language=tag))
    base = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={home}"]
    sizes = {}
    for name, more in (("light", []), ("dark", ["--blink-settings=preferredColorScheme=0"])):
        run(*base, *more, "--window-size=1100,1400", f"--screenshot={tmp_path / name}.png", page.as_uri())
        sizes[name] = average(tmp_path / f"{name}.png")
    assert sizes["light"] > 200
    assert sizes["dark"] < 90
    run(*base, f"--print-to-pdf={tmp_path / 'paper.pdf'}", "--no-pdf-header-footer", page.as_uri())
    if shutil.which("pdftotext"):
        text = letters(run("pdftotext", "-raw", tmp_path / "paper.pdf", "-").decode("utf-8"))
        assert [word for figure in FIGURES for word in figure.split() if letters(word) not in text] == []
    narrow = run(*base, "--window-size=400,900", "--dump-dom", measured(tmp_path, page).as_uri()).decode("utf-8")
    assert 'data-clipped="0"' in narrow


def average(picture: Path) -> float:
    from PySide6.QtGui import QImage

    image = QImage(str(picture)).scaled(40, 40)
    return sum(image.pixelColor(x, y).lightness() for x in range(40) for y in range(40)) / 1600


def measured(tmp_path: Path, page: Path) -> Path:
    """Return a copy of a report that counts, by a script that the report itself would refuse, what is wider than it."""
    count = (
        "<script>onload=()=>{const w=document.documentElement.clientWidth;let n=0;"
        "for(const e of document.querySelectorAll('.pane,.text,.case,h1,h2,.note'))"
        "if(e.scrollWidth>e.clientWidth+1||e.getBoundingClientRect().right>w+1)n++;"
        "document.body.dataset.clipped=n}</script>"
    )
    text = page.read_text("utf-8")
    start = text.index("<meta http-equiv")
    text = text[:start] + text[text.index(">", start) + 1 :]
    made = tmp_path / "measured.html"
    made.write_text(text.replace("</head>", f"{count}</head>"), "utf-8")
    return made
