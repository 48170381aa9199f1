"""Every format is opened by a reader that we did not write, and tells the same findings."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import jsonschema
import openpyxl
import pytest
from docx.oxml.ns import qn
from exported import CASES, DIFFERING, FIGURES, FRENCH, IDS, NOTE, PERSIAN, exported
from pyld import jsonld

from factcheck.errors import ExportError
from factcheck.export.batch import Options, Paths
from factcheck.export.csv_file import COLUMNS
from factcheck.export.named import OWN_FORMATS
from factcheck.export.report_words import report_languages, words
from factcheck.resources import resource

SCHEMA = json.loads((resource("schemas") / "findings.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
# Small pictures: one pixel, or nothing but a size.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f00010401005f"
    "e5c34b0000000049454e44ae426082"
)


def sheet_rows(path, name="Findings"):
    rows = list(openpyxl.load_workbook(path)[name].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_csv_by_the_csv_module(tmp_path):
    with exported(tmp_path, "csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert [row["finding"] for row in rows] == [*IDS, "", ""]
    assert [row[f"{at}_text"] for row in rows[:3] for at in "ab"] == FIGURES
    assert [row["type"] for row in rows[3:]] == ["file", "figure"]
    assert rows[0]["note"] == NOTE
    assert rows[4]["a_text"] == "۱۲"


def test_xlsx_by_openpyxl(tmp_path):
    path = exported(tmp_path, "xlsx")
    rows = sheet_rows(path)
    assert [row["finding"] for row in rows] == IDS
    assert [row[f"{at}_text"] for row in rows for at in "ab"] == FIGURES
    first = rows[0]
    assert first["note"] == NOTE
    assert (first["a_value"], first["gap"], first["a_approximate"]) == (4.21, 0.021, False)
    assert first["a_published"] == datetime(2023, 11, 20)  # noqa: DTZ001  cells know no time zones
    assert first["when"] == datetime(2023, 11, 21, 9, 0)  # noqa: DTZ001
    sheet = openpyxl.load_workbook(path)["Findings"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(4, len(COLUMNS)).coordinate}"
    link = sheet.cell(2, COLUMNS.index("a_url") + 1)
    assert link.hyperlink.target == PERSIAN.url
    assert sheet.cell(2, COLUMNS.index("a_sentence") + 1).alignment.readingOrder == 2
    assert sheet.cell(2, COLUMNS.index("b_sentence") + 1).alignment.readingOrder == 1
    assert not sheet.sheet_view.rightToLeft
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d", "b", "inlineStr"}
    assert [row["type"] for row in sheet_rows(path, "Not read")] == ["file", "figure"]


def test_a_sheet_goes_to_the_right_on_request(tmp_path):
    sheet = openpyxl.load_workbook(exported(tmp_path, "xlsx", Options(right_to_left=True)))["Findings"]
    assert sheet.sheet_view.rightToLeft


def test_a_sheet_holds_as_many_rows_as_excel_does_and_another_the_rest(tmp_path, monkeypatch):
    monkeypatch.setattr("factcheck.export.xlsx_file._MOST_ROWS", 2)
    path = exported(tmp_path, "xlsx")
    assert openpyxl.load_workbook(path).sheetnames == ["Findings", "Findings 2", "Not read"]
    assert [row["finding"] for row in sheet_rows(path) + sheet_rows(path, "Findings 2")] == IDS


def test_json_by_its_schema(tmp_path):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    read = json.loads(exported(tmp_path, "json").read_text("utf-8"))
    VALIDATOR.validate(read)
    assert [one["finding"] for one in read["findings"]] == IDS
    assert [one[at]["text"] for one in read["findings"] for at in "ab"] == FIGURES
    assert read["files_not_read"] == [{"path": "scan.pdf", "reason": "scan.pdf holds no text."}]
    assert read["figures_not_read"][0]["text"] == "۱۲"
    wrong = {**read, "findings": [{**read["findings"][0], "relation": "odd"}]}
    assert not VALIDATOR.is_valid(wrong)


def test_the_schema_names_every_field_and_no_other(tmp_path):
    read = json.loads(exported(tmp_path, "json").read_text("utf-8"))["findings"][0]
    assert set(SCHEMA["$defs"]["finding"]["properties"]) == set(read)
    assert set(SCHEMA["$defs"]["side"]["properties"]) == set(read["a"])
    described = [one for part in ("finding", "side") for one in SCHEMA["$defs"][part]["properties"].values()]
    assert all("description" in one or "$ref" in one for one in described)


def test_json_lines_by_the_schema_of_a_line(tmp_path):
    lines = [json.loads(line) for line in exported(tmp_path, "jsonl").read_text("utf-8").split("\n")[:-1]]
    validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]})
    for line in lines:
        validator.validate(line)
    assert [line["record"] for line in lines] == ["head", "finding", "finding", "finding", "file", "figure"]
    assert [line["finding"] for line in lines[1:4]] == IDS


def test_docx_by_python_docx(tmp_path):
    document = docx.Document(str(exported(tmp_path, "docx", Options(heading="Poverty & figures"))))
    assert document.core_properties.title == "Poverty & figures"
    tables = document.tables
    assert len(tables) == 5
    cells = [cell.text for table in tables[:3] for cell in table.rows[1].cells]
    assert [text.split("\n")[0] for text in cells] == FIGURES
    titles = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert titles[0].startswith("1. Conflict: ")
    notes = [p for p in document.paragraphs if p.style.name == "Note"]
    assert [p.text for p in notes[:3]] == NOTE.split("\n")


def test_docx_gives_each_run_its_direction(tmp_path):
    document = docx.Document(str(exported(tmp_path, "docx")))
    persian, french = document.tables[0].rows[2].cells
    sentence = persian.paragraphs[0]
    assert sentence.text == "نرخ فقر استان در سال ۲۰۲۳ به ۴٫۲۱ درصد رسید."
    assert sentence._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "1"
    assert all(run._r.rPr is not None and run._r.rPr.find(qn("w:rtl")) is not None for run in sentence.runs)
    marked = [run.text for run in sentence.runs if run.bold]
    assert marked == ["۴٫۲۱ درصد"]
    assert french.paragraphs[0]._p.pPr.find(qn("w:bidi")).get(qn("w:val")) == "0"
    assert not [run for run in french.paragraphs[0].runs if run._r.rPr is not None and run._r.rPr.find(qn("w:rtl"))]


def test_docx_shows_the_logo(tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(PNG)
    document = docx.Document(str(exported(tmp_path, "docx", Options(logo=logo))))
    assert len(document.inline_shapes) == 1
    page = exported(tmp_path, "html", Options(logo=logo)).read_text("utf-8")
    assert 'src="data:image/png;base64,' in page
    logo.write_bytes(b"<script>")
    with pytest.raises(ExportError, match="PNG, JPEG or SVG"):
        exported(tmp_path, "html", Options(logo=logo))


CONTEXT = {"@context": {"@vocab": "https://schema.org/", "id": "@id"}}


def test_claim_review_by_a_json_ld_processor(tmp_path):
    read = json.loads(exported(tmp_path, "claimreview").read_text("utf-8"))
    assert read["@context"] == "https://schema.org"
    loader = {
        "documentLoader": lambda _url, _options=None: {"document": CONTEXT, "documentUrl": "", "contextUrl": None}
    }
    nodes = jsonld.expand(read, loader)
    by_type = {}
    for node in nodes:
        by_type.setdefault(node["@type"][0].removeprefix("https://schema.org/"), []).append(node)
    assert len(by_type["Claim"]) == 6
    assert len(by_type["ClaimReview"]) == 2  # a person ruled on two
    text = "https://schema.org/text"
    assert any("۴٫۲۱ درصد" in node[text][0]["@value"] for node in by_type["Claim"])
    quads = jsonld.to_rdf(read, loader)
    assert len(quads["@default"]) > 40


def test_a_claim_review_without_author_and_address_is_a_draft_and_nothing_is_made_up(tmp_path):
    graph = json.loads(exported(tmp_path, "claimreview").read_text("utf-8"))["@graph"]
    confirmed, dismissed = [node for node in graph if node["@type"] == "ClaimReview"]
    assert confirmed["creativeWorkStatus"] == "Draft: author and url missing"
    assert confirmed["reviewRating"] == {"@type": "Rating", "alternateName": "The figures contradict each other"}
    assert not {"author", "url", "datePublished"} & set(confirmed)
    assert len(confirmed["claimReviewed"]) <= 75
    assert dismissed["reviewRating"]["alternateName"] == "No contradiction"
    assert [node["appearance"]["url"] for node in graph[:2]] == [PERSIAN.url, FRENCH.url]
    assert not [node for node in graph if node["@type"] == "Claim" and "author" in node]
    options = Options(author="Newsroom", author_url="https://news.example", url="https://news.example/check")
    graph = json.loads(exported(tmp_path, "claimreview", options).read_text("utf-8"))["@graph"]
    finished = next(node for node in graph if node["@type"] == "ClaimReview")
    assert "creativeWorkStatus" not in finished
    assert {"claimReviewed", "reviewRating", "url", "author", "itemReviewed"} <= set(finished)


def test_web_annotations_find_their_figure_by_quotation_and_by_position(tmp_path):
    page = json.loads(exported(tmp_path, "annotations").read_text("utf-8"))
    assert (page["type"], page["@context"]) == ("AnnotationPage", "http://www.w3.org/ns/anno.jsonld")
    documents = [document for case in CASES for document in (case.a, case.b)]
    for note, document, figure in zip(page["items"], documents, FIGURES, strict=True):
        quoted, position = note["target"]["selector"]
        assert document.text[position["start"] : position["end"]] == quoted["exact"] == figure
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in document.text
        assert note["target"]["source"]["id"] == document.url
    bodies = page["items"][0]["body"]
    assert [body["value"] for body in bodies if body["type"] == "TextualBody"] == [
        DIFFERING.explanation, "differ", "confirmed", NOTE,
    ]  # fmt: skip
    assert bodies[2]["source"] == page["items"][1]["id"]


# The parts of the SARIF 2.1.0 schema that we write, in our words: what must be there, and what may.
MESSAGE = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
PLACE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": MESSAGE,
        "physicalLocation": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "startLine": {"type": "integer", "minimum": 1},
                        "startColumn": {"type": "integer", "minimum": 1},
                        "charOffset": {"type": "integer", "minimum": -1},
                        "charLength": {"type": "integer", "minimum": 0},
                        "snippet": {"type": "object", "properties": {"text": {"type": "string"}}},
                    },
                },
            },
        },
    },
}
RESULT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": -1},
        "kind": {"enum": ["notApplicable", "pass", "fail", "review", "open", "informational"]},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "locations": {"type": "array", "items": PLACE},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": PLACE},
        "rank": {"type": "number", "minimum": -1, "maximum": 100},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
            },
        },
    },
}


def test_sarif_by_the_parts_of_its_schema_that_we_write(tmp_path):
    log = json.loads(exported(tmp_path, "sarif").read_text("utf-8"))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"columnKind", "results", "invocations", "tool"}
    for result in run["results"]:
        jsonschema.validate(result, RESULT)
        assert result["kind"] == "fail" or result["level"] == "none"  # section 3.27.10
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [one["partialFingerprints"]["finding/v1"] for one in run["results"]] == IDS
    suppressed = [one["suppressions"][0]["justification"] for one in run["results"] if "suppressions" in one]
    assert suppressed == ["not the same: another year"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = PERSIAN.text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 :].startswith("۴٫۲۱ درصد")
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert [PLACE and jsonschema.validate(note["locations"][0], PLACE) for note in notes] == [None, None]


def test_markdown_keeps_texts_of_others_texts(tmp_path):
    text = exported(tmp_path, "markdown").read_text("utf-8")
    assert [figure for figure in FIGURES if f"**{figure}**" not in text.replace("\\", "")] == []
    assert '> \\=4.21 %, they said; "swapped" \\<digits\\>.' in text
    assert len(re.findall(r"^## \d", text, re.MULTILINE)) == 3 + 2


@pytest.mark.parametrize("form", ["html", "docx", "markdown"])
def test_reports_in_every_language(tmp_path, form):
    for tag in report_languages():
        say = words(tag)
        path = exported(tmp_path, form, Options(language=tag))
        if form == "docx":
            text = "".join(ET.fromstring(zipfile.ZipFile(path).read("word/document.xml")).itertext())
        else:
            text = path.read_text("utf-8")
        assert say["title"] in text
        assert say.count("files_not_read", 1) in text
        assert say.count("findings", 3) in text
    with pytest.raises(ExportError, match="There is no report"):
        exported(tmp_path, form, Options(language="xx"))


def whole(path):
    """Return all that a file says, unpacked."""
    if path.suffix in {".xlsx", ".docx"}:
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("form", OWN_FORMATS)
def test_what_is_left_out_is_not_there(tmp_path, form):
    everything = whole(exported(tmp_path, form))
    assert "/home/editor" not in everything
    without = whole(exported(tmp_path, form, Options(texts=False, notes=False, paths=Paths.NONE)))
    for secret in ("they said", "Noor", "رسید", "خانوار", Path(PERSIAN.path).name, "scan.pdf", "ماده"):
        assert secret not in without, secret
    if form not in {"claimreview", "annotations"}:
        assert "scan.pdf" in everything.replace("\\", "")
    full = whole(exported(tmp_path, form, Options(paths=Paths.FULL)))
    assert "/home/editor/articles/" in full.replace("\\", "")


@pytest.mark.parametrize("form", [form for form in OWN_FORMATS if form not in {"html", "docx", "markdown"}])
def test_data_has_no_bidi_marks_of_ours(tmp_path, form):
    text = whole(exported(tmp_path, form))
    assert not [c for c in text if unicodedata.bidirectional(c) in {"RLI", "LRI", "FSI", "PDI", "RLE", "LRE", "PDF"}]


def test_every_row_carries_what_the_newsroom_asked_for(tmp_path):
    one = json.loads(exported(tmp_path, "json").read_text("utf-8"))["findings"][0]
    for at in "ab":
        wanted = {"text", "shown", "language", "sentence", "before", "after", "path", "document", "start", "end", "url"}
        assert wanted | {"published"} <= set(one[at])
    assert {"type", "gap", "score", "explanation", "reasons", "verdict", "reason", "note", "reviewer", "when"} <= set(
        one
    )
    assert date.fromisoformat(one["a"]["published"])
