"""Whatever a text holds, it stays a text: no formula, no markup, no broken file. See bench/export_fuzz.py for many."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.export.batch import Batch
from factcheck.export.formats import write
from factcheck.export.named import OWN_FORMATS
from factcheck.model import Case, Relation, Skipped, Span, Verdict
from samples import article, finding, pair, review

if TYPE_CHECKING:
    from pathlib import Path

PERSIAN, FRENCH, DIFFERING = pair()
csv.field_size_limit(10_000_000)  # of the reader; files have no such limit
ODD = "<>&\"'=+-@\t\r\n;,|*_`[]()#!\\\u202e\u2066\u2069\u200f\x00\x0b\x1f\x7f\x85\u2028\ud800\ufeff\uffff"
WORDS = ("=HYPERLINK(1)", "<script>", "]]>", "<r>x</r>", "_x000A_", "\r\n", "–->", "{{", "%s", "javascript:", "ب", "١")
TEXT = st.lists(
    st.one_of(st.text(st.characters(), max_size=8), st.text(ODD, max_size=4), st.sampled_from(WORDS)), max_size=4
).map("".join)


@st.composite
def cases(draw):
    """Return a case whose every text is somebody else's."""
    said, title, note, why, url, reason, name = (draw(TEXT) for _ in range(7))
    document = replace(
        article("en", f"Title\n{said}4.21{said}"), title=title, url=draw(st.sampled_from([url, f"https://x/{url}"])),
        path=f"/home/editor/{name}", language=draw(st.sampled_from(["fa", "en", "und"])),
    )  # fmt: skip
    start = document.text.rindex("4.21")
    claim = replace(DIFFERING.match.a, document=document.id, span=Span(start, start + 4), passage=0)
    made = finding(claim, DIFFERING.match.b, draw(st.sampled_from(Relation)), type=title, explanation=why)
    judged = replace(review(made, draw(st.sampled_from(Verdict)), note), reason=reason, reviewer=name)
    return Case(made, document, FRENCH, draw(st.sampled_from([judged, None])))


class Tags(HTMLParser):
    """Collects the elements of a page, and those that are open at its end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in {"meta", "path", "img", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def look(folder: Path, made: list[Case], forms=OWN_FORMATS) -> None:
    """Export cases in every format and read each file back."""
    skipped = [Skipped(case.a.path, case.finding.explanation) for case in made[:2]]
    articles = [(case.a, ()) for case in made[:2]]
    for form in forms:
        path = folder / f"out.{form}"
        assert write(Batch(made, skipped, articles), form, path)
        LOOKS[form](path, made)


def look_at_csv(path, made):
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
    assert [row["finding"] for row in rows][: len(made)] == [case.finding.id for case in made]
    numbers = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
    for row in rows:
        assert not [v for v in row.values() if v[:1] in set("=+-@\t\r") and not numbers.fullmatch(v)]


def look_at_xlsx(path, made):
    book = openpyxl.load_workbook(path)
    rows = list(book["Findings"].iter_rows())
    assert [row[-1].value for row in rows[1:]] == [case.finding.id for case in made]
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]


def look_at_json(path, made):
    read = json.loads(path.read_text("utf-8"))["findings"]
    assert [one["finding"] for one in read] == [case.finding.id for case in made]
    assert [one["note"] for one in read] == [storable(case.review.note) if case.review else "" for case in made]


def look_at_lines(path, made):
    lines = [json.loads(line) for line in path.read_bytes().decode().split("\n")[:-1]]
    assert [line["finding"] for line in lines if line["record"] == "finding"] == [case.finding.id for case in made]


def look_at_html(path, _made):
    page = Tags(path.read_bytes().decode())
    assert page.open == []
    assert not {"script", "iframe", "link", "r"} & page.seen


def look_at_docx(path, made):
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            ET.fromstring(archive.read(name))
        text = archive.read("word/document.xml").decode("utf-8")
    assert text.count('w:val="Heading1"') == len(made) + 2
    assert not [link for link in re.findall(r'w:instr="([^"]*)"', text) if "javascript" in link.split("//")[0]]


def look_at_markdown(path, made):
    text = path.read_text("utf-8")
    assert len(re.findall(r"^## \d+\. ", text, re.MULTILINE)) == len(made)
    assert not re.search(r"(?<!\\)<", text)


def look_at_graph(path, _made):
    assert isinstance(json.loads(path.read_text("utf-8")), dict)


def look_at_sarif(path, made):
    (run,) = json.loads(path.read_text("utf-8"))["runs"]
    assert len(run["results"]) == len(made)
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    assert all(re.fullmatch("[!-~]+", uri) for uri in uris)


LOOKS = {
    "csv": look_at_csv, "xlsx": look_at_xlsx, "json": look_at_json, "jsonl": look_at_lines, "html": look_at_html,
    "docx": look_at_docx, "markdown": look_at_markdown, "claimreview": look_at_graph, "annotations": look_at_graph,
    "sarif": look_at_sarif,
}  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(cases(), min_size=1, max_size=3))
def test_no_text_breaks_a_format(tmp_path, made):
    look(tmp_path, made)


def test_a_note_of_a_million_characters(tmp_path):
    note = "=1+1\n<b>نوت</b> " * 62_500
    case = Case(DIFFERING, PERSIAN, FRENCH, review(DIFFERING, Verdict.CONFIRMED, note))
    look(tmp_path, [case])
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["findings"][0]["note"] == note
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["Findings"]["H2"].value
    assert len(cell) == 32_767
    assert cell.endswith(" …")
