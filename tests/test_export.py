from __future__ import annotations

import csv
import html
import io
import json
import os
import re
import stat
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import ExportError
from factcheck.export.atomic import writing
from factcheck.export.batch import Batch, Options
from factcheck.export.csv_file import COLUMNS, cell
from factcheck.export.formats import export, render, write
from factcheck.export.named import OWN_FORMATS
from factcheck.export.report_words import words
from factcheck.export.rows import common_folder, context, relative, row
from factcheck.model import Case, Kind, Period, Quantity, Relation, Scope, Skipped, Span, Verdict
from samples import article, claim, finding, pair, review

if TYPE_CHECKING:
    from collections.abc import Sequence

PERSIAN, FRENCH, DIFFERING = pair()
NOTE = 'Called the office:\n=4.21 %, they said; "swapped" <digits>.'
CASE = Case(DIFFERING, PERSIAN, FRENCH, review(DIFFERING, Verdict.CONFIRMED, NOTE))
SKIPPED = [Skipped("/home/editor/articles/scan.pdf", "/home/editor/articles/scan.pdf holds no text.")]


def other_case() -> Case:
    english, malay = article("en"), article("ms")
    made = finding(claim(english, "4.21 per cent", "4.21"), claim(malay, "4.21 peratus", "4.21"), Relation.AGREE)
    return Case(made, english, malay)


def exported(tmp_path: Path, form: str, cases: Sequence[Case] = (CASE,)) -> bytes:
    output = tmp_path / f"out.{form}"
    export(cases, SKIPPED, form, output)
    return output.read_bytes()


def read_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and text; void elements are not closed."""

    VOID = frozenset({"meta", "path", "img"})

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(data.decode("utf-8"))
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def test_a_row_holds_both_sides_and_the_decision() -> None:
    fields = row(CASE, common_folder([PERSIAN.path, FRENCH.path]))
    assert list(fields)[:8] == ["a", "b", "score", "relation", "type", "explanation", "gap", "reasons"]
    assert fields["a"] == {
        "path": f"fa/{Path(PERSIAN.path).name}",
        "start": 55,
        "end": 65,
        "text": "۴٫۲۱ درصد"[:10],
        "sentence": "نرخ فقر استان در سال ۲۰۲۳ به ۴٫۲۱ درصد رسید.",
        "sentence_start": PERSIAN.text.index("نرخ"),
        "sentence_end": PERSIAN.text.index("رسید.") + 5,
        "before": "",
        "after": "خانوار‌های فقیر وام می‌گیرند.",
        "language": "fa",
        "title": "کاهش فقر در کوانگ نین",
        "url": "https://news.example/fa/poverty",
        "published": "2023-11-20",
        "document": PERSIAN.id,
        "about": fields["a"]["about"],
        "shown": "4.21 %",
        "unit": "percent",
        "value": 4.21,
        "low": 4.21,
        "high": 4.21,
        "approximate": False,
        "kind": "percent",
        "role": "level",
        "direction": None,
        "indicator": "poverty-rate",
        "noun": None,
        "group": None,
        "place": "Quang Ninh",
        "period": "2023",
        "per": "year",
    } | {"start": fields["a"]["start"], "end": fields["a"]["end"]}
    assert PERSIAN.text[fields["a"]["start"] : fields["a"]["end"]] == fields["a"]["text"]
    assert fields["verdict"] == "confirmed"
    assert fields["when"] == "2023-11-21T09:00:00+00:00"
    assert fields["reasons"][0] == {"name": "names", "detail": "Quang Ninh = کوانگ نین", "weight": 2.5}


def test_what_a_person_reads_is_in_the_language_chosen(tmp_path: Path) -> None:
    french = Options(language="fr")
    write(Batch([CASE], options=french), "csv", tmp_path / "a.csv")
    write(Batch([CASE], options=french), "json", tmp_path / "a.json")
    (line,) = read_csv((tmp_path / "a.csv").read_bytes())
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    found = data["findings"][0]
    assert data["language"] == "fr"
    assert line["explanation"] == found["explanation"] == words("fr").explain(CASE.finding) != CASE.finding.explanation
    assert line["a_shown"] == found["a"]["shown"] == words("fr").amount(DIFFERING.match.a)
    assert "2023" in found["reasons"][1]["detail"]
    assert found["relation"] == "differ"  # what programs read stays as it is


@pytest.mark.parametrize("form", ["html", "markdown", "docx"])
def test_a_persian_report_counts_in_persian_digits_and_quotes_as_written(tmp_path: Path, form: str) -> None:
    output = tmp_path / "report"
    write(Batch([CASE, other_case()], options=Options(language="fa")), form, output)
    if form == "html":
        text = Page(output.read_bytes()).text
    elif form == "docx":
        with zipfile.ZipFile(output) as archive:
            text = re.sub("<[^>]+>", "", archive.read("word/document.xml").decode().replace("</w:p>", "\n"))
    else:
        text = output.read_text("utf-8")
    for told in ("۲ یافته", "۹۰٪", "۲٫۱٪", "۲۰۲۳-۱۱-۲۰", "۴٫۱۲ درصد", "۲۱ نوامبر ۲۰۲۳، ۰۹:۰۰"):
        assert told in text
    said = re.sub(r"\S*(?:https?:|\.txt)\S*", "", html.unescape(text.replace("\\", ""))).replace("=4.21 %", "")
    for quoted in ("4,12 %", "2023.", "4.21 per cent", "2023;", "16,700", "4.21 peratus"):
        assert quoted in said
        said = said.replace(quoted, "")
    assert re.findall(r"\S*[0-9]\S*", said.replace("factcheck", "")) == []


def test_what_a_figure_amounts_to_is_told_where_it_is_not_what_stands_there(tmp_path: Path) -> None:
    text = "The vote\nThe vote of 14 May 2023 cost 16,700 dollars, said two ministers."
    document, say = article("en", text), words("en")
    day = Period(date(2023, 5, 14), date(2023, 5, 14))
    year, dollars, people = (Quantity(Decimal(value), Decimal(value)) for value in (2023, 16_700, 2))
    voted = claim(document, "14 May 2023", "2023", quantity=year, kind=Kind.DATE, scope=Scope(period=day))
    cost = claim(document, "16,700", quantity=dollars, kind=Kind.COUNT)
    two = claim(document, "two", "2", quantity=people, kind=Kind.COUNT)
    assert [say.meaning(each, document) for each in (voted, cost, two)] == ["2023-05-14", "", "2"]
    write(Batch([Case(finding(voted, cost), document, document)]), "csv", tmp_path / "a.csv")
    (line,) = read_csv((tmp_path / "a.csv").read_bytes())
    assert (line["a_shown"], line["b_shown"]) == ("2023-05-14", "16,700")


def test_what_a_figure_amounts_to_runs_from_right_to_left_in_a_persian_document(tmp_path: Path) -> None:
    write(Batch([CASE], options=Options(language="fa")), "docx", tmp_path / "a.docx")
    body = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    runs = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>([^<]*)</w:t></w:r>", body)
    at = next(number for number, (_, said) in enumerate(runs) if said.startswith("\u200f۴٫۱۲"))
    assert runs[at - 1][1] == "= "
    assert "<w:rtl/>" in runs[at][0]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_further_source_names_the_finding_that_leads_its_case(tmp_path: Path, form: str) -> None:
    first = other_case()
    further = replace(CASE, finding=replace(DIFFERING, under=first.finding.id))
    strayed = replace(CASE, finding=replace(DIFFERING, under="of a finding that is not exported"))
    write(Batch([first, further, strayed]), form, tmp_path / "out")
    told = html.unescape((tmp_path / "out").read_text("utf-8"))
    assert told.count("a further source against the same figure") == 2
    assert told.count("a further source against the same figure (No. 1)") == 1


def test_the_report_tells_how_many_cases_its_conflicts_make(tmp_path: Path) -> None:
    further = replace(CASE, finding=replace(DIFFERING, under=other_case().finding.id))
    lead = replace(other_case(), finding=replace(other_case().finding, relation=Relation.DIFFER))
    write(Batch([lead, further]), "html", tmp_path / "a.html")
    assert "2 <small>1 case</small>" in (tmp_path / "a.html").read_text("utf-8")
    write(Batch([CASE, other_case()]), "html", tmp_path / "b.html")
    assert "<small>" not in (tmp_path / "b.html").read_text("utf-8").partition("</header>")[0]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Trade, كلنتن\u200e, 2024-12-12"), ("fa", "تجارت، Kelantan\u200f، ۲۰۲۴")],
)
def test_a_number_keeps_its_side_after_a_name_of_the_other_direction(language: str, told: str) -> None:
    say = words(language)
    assert say._apart(told.replace("\u200e", "").replace("\u200f", "")) == told


def test_an_article_that_states_its_figure_twice_is_no_further_source(tmp_path: Path) -> None:
    again = replace(CASE, finding=replace(DIFFERING, under=DIFFERING.id))
    write(Batch([CASE, again]), "markdown", tmp_path / "out")
    assert "a further source" not in (tmp_path / "out").read_text("utf-8")


def test_what_programs_read_stays_in_plain_digits(tmp_path: Path) -> None:
    persian = Options(language="fa")
    write(Batch([CASE], options=persian), "csv", tmp_path / "a.csv")
    write(Batch([CASE], options=persian), "json", tmp_path / "a.json")
    (line,) = read_csv((tmp_path / "a.csv").read_bytes())
    side = json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"][0]["a"]
    assert (line["a_value"], line["a_low"], line["a_published"]) == ("4.21", "4.21", "2023-11-20")
    assert (side["value"], side["published"]) == (4.21, "2023-11-20")
    assert line["a_shown"] == side["shown"] == "۴٫۲۱ درصد"


def test_open_values_and_huge_ones_are_numbers_json_knows() -> None:

    open_ended = replace(DIFFERING.match.a, quantity=Quantity(Decimal(180), None))
    huge = replace(DIFFERING.match.b, quantity=Quantity(Decimal("524E9"), Decimal("524E9"), "VND"))
    fields = row(replace(CASE, finding=replace(DIFFERING, match=replace(DIFFERING.match, a=open_ended, b=huge))))
    assert [fields["a"][name] for name in ("value", "low", "high")] == [None, 180, None]
    assert json.dumps(fields["b"]["value"]) == "524000000000"


def test_a_claim_whose_sentence_is_unknown_is_quoted_with_what_is_around_it() -> None:
    lost = replace(DIFFERING.match.a, passage=99)
    fields = row(replace(CASE, finding=replace(DIFFERING, match=replace(DIFFERING.match, a=lost))))
    assert "۴٫۲۱ درصد" in fields["a"]["sentence"]
    assert context(lost, PERSIAN) == ("", "")
    assert context(DIFFERING.match.a, PERSIAN) == ("", "خانوار‌های فقیر وام می‌گیرند.")


def test_long_neighbours_are_cut_between_words() -> None:
    long = article("en", f"Title\n{'early ' * 100}.\nThe rate was 4.21 per cent.\n{'later ' * 100}.")
    before, after = context(claim(long, "4.21 per cent", "4.21"), long)
    assert before.startswith("… early early")
    assert after.endswith("later later …")


PATHS = [
    ("/home/editor/a/fa/1.txt", "/home/editor/a", "fa/1.txt"),
    ("/home/editor/a/1.txt", "/elsewhere", "1.txt"),
    ("C:\\Users\\Editor\\a\\fa\\1.txt", "C:\\Users\\Editor\\a", "fa/1.txt"),
    ("\\\\server\\share\\1.txt", "", "1.txt"),
    ("fa/1.txt", "", "fa/1.txt"),
    ("../secret/1.txt", "", "1.txt"),
    ("", "", ""),
]


@pytest.mark.parametrize(("path", "folder", "shown"), PATHS)
def test_paths_tell_nothing_of_the_machine(path: str, folder: str, shown: str) -> None:
    assert relative(path, folder) in {shown, shown or "."}


def test_the_common_folder() -> None:
    assert common_folder(["/a/b/fa/1.txt", "/a/b/fr/1.txt", "inner.txt"]) == "/a/b"
    assert common_folder(["C:\\a\\1.txt", "C:\\a\\fr\\1.txt"]) == "C:\\a"
    assert common_folder(["C:\\a\\1.txt", "D:\\a\\1.txt"]) == ""
    assert common_folder(["C:\\a\\1.txt", "/a/1.txt"]) == ""
    assert common_folder([]) == ""


def test_json_is_a_list_in_the_order_given(tmp_path: Path) -> None:
    other = other_case()
    read = json.loads(exported(tmp_path, "json", [CASE, other]))["findings"]
    assert [one["finding"] for one in read] == [DIFFERING.id, other.finding.id]
    assert read[0]["note"] == NOTE
    assert json.loads(exported(tmp_path, "json", []))["findings"] == []


def test_csv_is_read_back_by_a_csv_reader(tmp_path: Path) -> None:
    data = exported(tmp_path, "csv", [CASE, other_case()])
    assert data.startswith(b"\xef\xbb\xbfrelation,type,")
    assert b"\r\n" in data
    first, second, skipped = read_csv(data)
    assert tuple(first) == COLUMNS
    assert first["a_text"] == "۴٫۲۱ درصد"
    assert first["a_value"] == "4.21"
    assert first["note"] == NOTE
    assert first["reasons"] == "names: Quang Ninh = کوانگ نین; period: 2023"
    assert second["verdict"] == "open"
    assert (skipped["relation"], skipped["a_path"]) == ("not read", "scan.pdf")


CELLS = [
    ("=1+1", "'=1+1"),
    ("+84 123", "'+84 123"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    (" =1", "' =1"),
    ("＝1", "'＝1"),
    ("-4.2", "-4.2"),
    ("-4,2", "-4,2"),
    ("+3", "+3"),
    ("-4.2 %", "'-4.2 %"),
    (-1.5, "-1.5"),
    (1e-7, "1e-07"),
    (None, ""),
    (True, "yes"),
    ("4.21 %", "4.21 %"),
]


@pytest.mark.parametrize(("value", "shown"), CELLS)
def test_no_cell_is_a_formula(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_the_report_shows_both_sides_with_the_figures_marked(tmp_path: Path) -> None:
    page = Page(exported(tmp_path, "html", [CASE, other_case()]))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("article") == 2
    assert tags.count("mark") == 4
    panes = [attributes for tag, attributes in page.elements if tag == "section" and "pane" in str(attributes["class"])]
    assert [pane["dir"] for pane in panes] == ["rtl", "ltr", "ltr", "ltr"]
    for shown in ("۴٫۲۱ درصد", "4,12 %", "Conflict", "Agrees", "Confirmed", "by Noor", NOTE, "1 file not read"):
        assert shown in page.text


def test_the_report_loads_nothing_and_runs_nothing(tmp_path: Path) -> None:
    page = Page(exported(tmp_path, "html"))
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {
        tag for tag, _ in page.elements
    }
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style"}]
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "https://news.example/"))
    style = exported(tmp_path, "html").decode().partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_an_address_that_could_run_code_is_no_link(tmp_path: Path) -> None:
    case = replace(CASE, a=replace(PERSIAN, url="javascript:alert(1)"))
    page = Page(exported(tmp_path, "html", [case]))
    assert "javascript:alert(1)" in page.text
    assert not [1 for _, attributes in page.elements if "javascript" in str(attributes.get("href"))]


def test_no_export_names_the_folders_of_the_machine(tmp_path: Path) -> None:
    for form in OWN_FORMATS:
        assert b"/home/editor" not in exported(tmp_path, form, [CASE, other_case()])


def test_an_empty_selection_gives_a_file_too(tmp_path: Path) -> None:
    assert "No findings were selected" in Page(exported(tmp_path, "html", [])).text
    assert [one["relation"] for one in read_csv(exported(tmp_path, "csv", []))] == ["not read"]


ODD = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'=+-@\t\r\n;,\u202e\u2066\u2069\u200f\x00\x0b\ud800\ufeff")),
    max_size=40,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD, ODD, ODD, ODD)
def test_no_text_breaks_out(tmp_path: Path, text: str, title: str, note: str, explanation: str) -> None:
    document = replace(article("en", f"Title\n{text}4.21{text}"), title=title, url=title, path=note)
    start = document.text.rindex("4.21")
    said = replace(DIFFERING.match.a, document=document.id, span=Span(start, start + 4), passage=0)
    match = replace(DIFFERING.match, a=said)
    made = replace(DIFFERING, match=match, explanation=explanation, type=title)
    case = Case(made, document, FRENCH, review(made, note=note))
    cases = [case, CASE]
    read = json.loads(exported(tmp_path, "json", cases))["findings"]
    assert len(read) == 2
    assert read[0]["note"] == note.encode("utf-8", "replace").decode()
    rows = read_csv(exported(tmp_path, "csv", cases))
    assert [one["finding"] for one in rows] == [made.id, DIFFERING.id, ""]
    assert not [value for one in rows for value in one.values() if value.startswith(("=", "@", "\t", "\r"))]
    page = Page(exported(tmp_path, "html", cases))
    assert [tag for tag, _ in page.elements].count("article") == 2
    assert not {"script", "img"} & {tag for tag, _ in page.elements}


def test_what_is_printed_is_what_is_written(tmp_path: Path) -> None:
    for form in ("csv", "json"):
        assert render([CASE], SKIPPED, form).encode() == exported(tmp_path, form).removeprefix(b"\xef\xbb\xbf")
    assert render([CASE], SKIPPED, "html").startswith("<!DOCTYPE html>")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Choose one of html, pdf, docx"):
        export([CASE], [], "doc", tmp_path / "out.doc")


@pytest.mark.parametrize("form", OWN_FORMATS)
def test_what_cannot_be_written_is_said_and_the_old_file_stays(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ExportError, match="folder does not exist"):
        export([CASE], [], form, tmp_path / "missing" / "out")
    with pytest.raises(ExportError, match="It is a folder"):
        export([CASE], [], form, tmp_path)
    old = tmp_path / "old"
    old.write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="disk is full"):
        export([CASE], [], form, old)
    assert old.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with ThreadPoolExecutor() as other:
        told = other.submit((tmp_path / "pipe").read_text, "utf-8")
        with writing(tmp_path / "pipe") as file:
            file.write("۴٫۲۱ %")
        assert told.result() == "۴٫۲۱ %"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_an_error_in_mid_write_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("old", "utf-8")
    with pytest.raises(KeyError), writing(old) as file:  # noqa: PT012
        file.write("half")
        raise KeyError
    assert old.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these permissions nor such links")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    export([CASE], [], "json", link)
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


KILLED = """
import sys
from pathlib import Path
from factcheck.export.atomic import writing
with writing(Path(sys.argv[1])) as file:
    while True:
        file.write("half " * 1000)
        print("writing", flush=True)
"""


def test_killed_in_mid_write_the_old_file_is_whole(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_text("old", "utf-8")
    with subprocess.Popen([sys.executable, "-c", KILLED, str(old)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.01)
        process.kill()
    assert old.read_text("utf-8") == "old"
