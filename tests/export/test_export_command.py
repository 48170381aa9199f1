"""The commands `export` and `import-reviews`: what is selected, what is asked, what a colleague's reviews change."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from pathlib import PurePath

import pytest
from exported import CASES, IDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from factcheck.cli.commands import app
from factcheck.dossier.store import Dossier
from factcheck.errors import ExportError
from factcheck.export.batch import Batch, Joined, Paged
from factcheck.export.formats import write
from factcheck.export.named import FORMATS, OWN_FORMATS, of_ending
from factcheck.export.review_import import Standing, compare, read_reviews
from factcheck.export.unread import unread
from factcheck.model import Case, Relation, Review, Skipped, Verdict
from samples import article, claim, review

RUN = CliRunner()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("dossier")
    with Dossier(place) as dossier:
        for case in CASES:
            for document, said in ((case.a, case.finding.match.a), (case.b, case.finding.match.b)):
                dossier.save(document, [said])
        dossier.replace_findings([case.finding for case in CASES])
        for case in CASES:
            if case.review:
                dossier.review(case.review)
        dossier.replace_skipped([Skipped("/home/editor/articles/scan.pdf", "It holds no text.")])
    return place


def run(*arguments, fails=None):
    made = RUN.invoke(app, [str(each) for each in arguments])
    if fails:
        assert isinstance(made.exception, fails), made.exception
    else:
        assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def chosen(folder, tmp_path, *options):
    target = tmp_path / "out.json"
    run("export", folder, "--format", "json", "--output", target, "--force", *options)
    return json.loads(target.read_text("utf-8"))


SELECTIONS = [
    ((), IDS[:2]),  # what differs, and what was reviewed
    (("--all",), IDS),
    (("--confirmed",), IDS[:1]),
    (("--relation", "agree"), IDS[2:]),
    (("--verdict", "dismissed", "--verdict", "open"), IDS[1:]),
    (("--all", "--language", "ms"), IDS[1:2]),
    (("--all", "--words", "period"), IDS[1:2]),
    (("--finding", IDS[2], "--finding", IDS[0]), [IDS[2], IDS[0]]),
]


@pytest.mark.parametrize(("options", "ids"), SELECTIONS)
def test_what_is_selected(folder, tmp_path, options, ids):
    assert [one["finding"] for one in chosen(folder, tmp_path, *options)["findings"]] == ids


def test_what_was_not_read_is_listed(folder, tmp_path):
    read = chosen(folder, tmp_path)
    assert read["files_not_read"] == [{"path": "scan.pdf", "reason": "It holds no text."}]
    assert "۲۰۲۳" in [one["text"] for one in read["figures_not_read"]]  # the samples have one claim a text


def test_every_format_can_be_named(folder, tmp_path):
    for form in FORMATS:
        run("export", folder, "--format", form, "--output", tmp_path / form)
        assert (tmp_path / form).stat().st_size > 200
    run("export", folder, "--format", "odd", "--output", tmp_path / "odd", fails=ExportError)
    run("export", folder, "--paths", "odd", "--output", tmp_path / "odd", fails=ExportError)
    run("export", folder, "--verdict", "odd", "--output", tmp_path / "odd", fails=ExportError)
    assert not (tmp_path / "odd").exists()


def test_sources_of_a_case_stand_together_where_people_read(tmp_path):
    scores = (0.9, 0.8, 0.7)  # the third is a further source of the first
    findings = [replace(CASES[n].finding, relation=Relation.DIFFER) for n in range(3)]
    findings = [replace(one, match=replace(one.match, score=s)) for one, s in zip(findings, scores, strict=True)]
    findings[2] = replace(findings[2], under=findings[0].id)
    with Dossier(tmp_path / "kept") as dossier:
        for case in CASES:
            for document, said in ((case.a, case.finding.match.a), (case.b, case.finding.match.b)):
                dossier.save(document, [said])
        dossier.replace_findings(findings)
    run("export", tmp_path / "kept", "--output", tmp_path / "r.md")
    heads = [line.split(".")[0] for line in (tmp_path / "r.md").read_text("utf-8").splitlines() if line[:2] == "##"]
    assert heads[:3] == ["## 1", "### 2", "## 3"]
    run("export", tmp_path / "kept", "--output", tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert re.findall(r'<article class="case differ( further)?"', page) == ["", " further", ""]
    made = chosen(tmp_path / "kept", tmp_path)["findings"]
    assert [one["score"] for one in made] == list(scores)  # programs read them flat, best first, each with its case
    assert [one["case"] for one in made] == [findings[n].id for n in (0, 1, 0)]


ENDINGS = [
    ("a.XLSX", "xlsx"), ("a.md", "markdown"), ("a.jsonl", "jsonl"), ("a.jsonld", "claimreview"), ("a.htm", "html"),
    ("a", "html"), ("a.pdf", "pdf"), ("a.sarif", "sarif"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "form"), ENDINGS)
def test_the_ending_tells_the_format(name, form):
    assert of_ending(PurePath(name).suffix) == form


def test_an_ending_of_no_format_is_refused_with_those_that_are_known(folder, tmp_path):
    run("export", folder, "--output", tmp_path / "r.xyz", fails=ExportError)
    with pytest.raises(ExportError, match=r"by the ending \.xyz.*\.pdf.*\.csv"):
        of_ending(".xyz")


def test_the_command_draws_a_pdf_without_a_display(folder, tmp_path):
    path = tmp_path / "report.pdf"
    surroundings = {name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    command = [sys.executable, "-m", "factcheck", "export", str(folder), "--output", str(path)]
    subprocess.run(command, check=True, capture_output=True, env=surroundings)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_file_is_not_replaced_without_asking(folder, tmp_path):
    target = tmp_path / "old"
    target.write_text("old", "utf-8")
    run("export", folder, "--output", target, fails=ExportError)
    assert target.read_text("utf-8") == "old"
    run("export", folder, "--output", target, "--force")
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("form", OWN_FORMATS)
def test_cancelled_nothing_is_written_and_the_old_file_is_whole(tmp_path, form):
    target = tmp_path / "old"
    target.write_text("old", "utf-8")
    told = []
    many = Paged(3000, lambda at, most: [CASES[(at + n) % 3] for n in range(most)])

    def progress(done, total):
        told.append((done, total))
        return len(told) < 2

    assert not write(Batch(many, folder=""), form, target, progress=progress)
    assert told[0] == (1, 3000)
    assert told[-1][0] < 3000
    assert target.read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_lots_follow_each_other_and_can_be_gone_through_twice():
    lots = Joined([Paged(2, lambda at, most: CASES[:2][at : at + most]), CASES[2:]])
    assert len(lots) == 3
    assert [case.finding.id for case in lots] == IDS == [case.finding.id for case in lots]


KILLED = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from exported import CASES
from factcheck.export.batch import Batch, Paged
from factcheck.export.formats import write
def told(done, total):
    print(done, flush=True)
    return True
many = Paged(10**7, lambda at, most: [CASES[n % 3] for n in range(most)])
write(Batch(many, folder=""), sys.argv[1], Path(sys.argv[2]), progress=told)
"""


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_killed_in_mid_write_the_old_file_is_whole(tmp_path, form):
    old = tmp_path / "old"
    old.write_text("old", "utf-8")
    command = [sys.executable, "-c", KILLED, form, str(old), *sys.path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.05)
        process.kill()
    assert old.read_text("utf-8") == "old"


def test_figures_without_a_claim_are_found():
    document = article("en", "Title 7\nThe rate of 4.21 per cent fell by ٣٫٥ and 1,200.5 in 12 towns.")
    claims = [claim(document, "4.21", "4.21")]
    found = list(unread(document, claims))
    assert [one.text for one in found] == ["7", "٣٫٥", "1,200.5", "12"]
    assert all(document.quote(one.span) == one.text in one.around for one in found)


# ---- a colleague's reviews


def known(*cases):
    return {case.finding.id: case for case in cases}.get


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.sampled_from(Verdict),
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=3, minutes=30))])),
    st.sampled_from(["json", "jsonl", "list"]),
)
def test_json_out_and_in_gives_the_same_reviews(tmp_path, note, reviewer, verdict, when, form):
    theirs = Review(IDS[0], verdict, note, reviewer, when, "reason")
    cases = [replace(CASES[0], review=theirs), *CASES[1:]]
    target = tmp_path / "out"
    write(Batch(cases), form, target)
    assert read_reviews(target) == [theirs, CASES[1].review]


def test_what_reviews_would_change():
    mine = review(IDS[0], Verdict.CONFIRMED, "mine", minute=10)
    here = known(replace(CASES[0], review=mine), Case(CASES[2].finding, CASES[2].a, CASES[2].b))
    later = replace(mine, note="theirs", when=mine.when + timedelta(hours=1))
    table = [
        (later, Standing.OTHER),
        (replace(later, when=mine.when - timedelta(hours=1)), Standing.OLDER),
        (replace(mine, reviewer="Minh", when=later.when), Standing.SAME),
        (replace(later, finding=IDS[2]), Standing.NEW),
        (replace(later, finding="0" * 16), Standing.UNKNOWN),
    ]
    assert [change.standing for change in compare([one for one, _ in table], here)] == [one for _, one in table]
    assert {one for one in Standing if one.taken} == {Standing.NEW, Standing.OTHER}


ODD = [
    "", "{", "[1]", "{}", '{"schema": "urn:other"}', '{"schema": "urn:factcheck:findings:1", "findings": 1}',
    '[{"finding": "../../x", "when": null}]', '[{"finding": "0000000000000000", "when": "yesterday"}]',
    '[{"finding": "0000000000000000", "when": "2023-01-01T00:00:00+00:00", "verdict": "odd"}]', "[" * 100_000,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_what_is_no_export_is_refused(tmp_path, text):
    file = tmp_path / "odd.json"
    file.write_text(text, "utf-8")
    with pytest.raises(ExportError, match="odd"):
        read_reviews(file)
    with pytest.raises(ExportError, match="cannot be read"):
        read_reviews(tmp_path / "missing.json")


def test_reviews_are_shown_before_they_are_taken_in(folder, tmp_path):
    copy, theirs = tmp_path / "copy", tmp_path / "theirs.json"
    with Dossier(copy) as dossier:
        for case in CASES:
            dossier.save(case.a, [case.finding.match.a])
            dossier.save(case.b, [case.finding.match.b])
        dossier.replace_findings([case.finding for case in CASES])
    run("export", folder, "--all", "--format", "json", "--output", theirs)
    told = run("import-reviews", copy, theirs).stdout
    assert "new: 2" in told
    assert f"{IDS[0]}: → confirmed by Noor" in told
    with Dossier(copy) as dossier:
        assert dossier.case(IDS[0]).review is None
    assert "2 reviews taken in" in run("import-reviews", copy, theirs, "--apply").stdout
    with Dossier(copy) as dossier:
        assert [dossier.case(name).review for name in IDS] == [case.review for case in CASES]
    assert "0 reviews taken in" in run("import-reviews", copy, theirs, "--apply").stdout


def test_check_still_prints_a_list(tmp_path):
    output = tmp_path / "list.json"
    write(Batch(CASES), "list", output)
    assert [one["finding"] for one in json.loads(output.read_text("utf-8"))] == IDS
