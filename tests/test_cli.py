"""The command line as its users and the benchmarks run it."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.checking import neighbours
from factcheck.cli import listing, outcome
from factcheck.cli.commands import app
from factcheck.errors import QueryError, UnreadableFileError
from factcheck.model import Relation
from factcheck.resources import sample_dossier

RUN = CliRunner()


def run(*arguments, stdin=None):
    made = RUN.invoke(app, [str(each) for each in arguments], input=stdin)
    assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
    return made


def piped(*arguments, stdin):
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", check=False, timeout=120)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text("At the end of 2023, the poverty rate in Quang Ninh stood at 4.21%.\n", "utf-8")
    (made / "b.txt").write_text("Fin 2023, le taux de pauvreté à Quang Ninh s'établissait à 4,12 %.\n", "utf-8")
    return made


def test_check_prints_a_table_that_names_the_figures_and_files(folder):
    out = run("check", folder).output
    for word in ("4.21%", "4,12", "a.txt", "b.txt", "Poverty rate", "two digits", "2 articles read"):
        assert word in out


def test_one_misquotation_is_one_row_that_names_whom_further_sources_are_against(folder):
    (folder / "c.txt").write_text("At the end of 2023 the poverty rate in Quang Ninh was 4.21%, it said.\n", "utf-8")
    out = " ".join(run("check", folder).output.split())
    assert "1 further source against 4,12 %" in out.replace("│", "").replace("  ", " ")
    assert "2 differ (1 case), 0 to check, 4 agree" in out


def test_an_article_that_states_its_figure_twice_is_one_source(folder):
    twice = "At the end of 2023 the poverty rate in Quang Ninh was 4.21%, it said.\n\n"
    (folder / "a.txt").write_text(f"{twice}In 2023, in Quang Ninh, the poverty rate was thus 4.21%.\n", "utf-8")
    out = run("check", folder).output
    assert "2 differ (1 case)" in out
    assert "further source" not in out


@pytest.mark.parametrize(("to_check", "listed"), [(0, False), (3, True)])
def test_what_may_be_judged_is_listed_where_nothing_contradicts(capsys, to_check, listed):
    listing.summary(2, {Relation.DIFFER: 0, Relation.CHECK: to_check, Relation.AGREE: 1}, 0, ())
    out = capsys.readouterr().out
    assert "No contradiction found." in out
    assert ("Listed is what a person may judge" in out) == listed


def test_check_as_json_has_the_agreed_fields(folder):
    rows = json.loads(run("check", folder, "--format", "json").stdout)
    assert len(rows) == 1
    sides = {Path(side["path"]).name: side for side in (rows[0]["a"], rows[0]["b"])}
    assert sides["a.txt"]["text"] == "4.21%"
    text = (folder / "b.txt").read_text("utf-8")
    assert text[sides["b.txt"]["start"] : sides["b.txt"]["end"]] == sides["b.txt"]["text"]
    assert {"sentence", "language"} <= set(sides["a.txt"])
    assert rows[0]["relation"] == "differ"
    assert {"score", "type", "explanation", "reasons"} <= set(rows[0])


def test_a_pipeline_can_fail_on_findings(folder):
    assert run("check", folder, "--fail-on-findings").exit_code == 1
    (folder / "b.txt").unlink()
    assert run("check", folder, "--fail-on-findings").exit_code == 0


def test_searches_are_listed_mended_narrowed_and_kept(folder, tmp_path):
    kept = tmp_path / "kept"
    run("check", folder, "--dossier", kept)
    told = run("search", kept, "poverty").output
    assert "language: " in told
    assert "flagged: yes 2" in told
    assert "Did you mean: poverty" in run("search", kept, "povetry", "--no-across").output
    (other,) = json.loads(run("search", kept, "b.txt", "--like", "--format", "json").stdout)
    assert Path(other["path"]).name == "a.txt"
    refused = RUN.invoke(app, ["search", str(kept), "c.txt", "--like"])
    assert "No articles are in files named c.txt" in str(refused.exception)
    run("searches", kept, "--save", "value:4..5")
    run("searches", kept, "--save", "pauvrete")
    assert run("searches", kept).output.splitlines() == ["saved: pauvrete", "saved: value:4..5"]
    refused = RUN.invoke(app, ["searches", str(kept), "--save", "value:many"])
    assert isinstance(refused.exception, QueryError)
    assert run("searches", kept, "--forget", "pauvrete").output.splitlines() == ["saved: value:4..5"]


def test_a_folder_may_be_named_from_where_one_stands(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(folder)
    assert "2 articles read" in run("check", ".", "--dossier", tmp_path / "kept").output
    (folder / "b.txt").unlink()
    monkeypatch.chdir(tmp_path)
    assert "1 article read" in run("check", folder / ".." / folder.name, "--dossier", "kept").output


def test_what_is_new_in_a_large_dossier_is_listed_alone(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(neighbours, "MANY", 2)
    monkeypatch.setattr(neighbours, "_ONE_IN", 2)
    first = run("check", folder, "--dossier", tmp_path / "kept").stdout
    assert "≠ differ" in first
    assert "in this dossier" not in first
    (folder / "c.txt").write_text("Fin 2023, le taux de pauvreté à Hanoï s'établissait à 7 %.\n", "utf-8")
    told = run("check", folder, "--dossier", tmp_path / "kept").stdout
    assert "≠ differ" not in told
    assert "1 further pair of figures in this dossier" in told
    assert "≠ differ" in run("check", folder, "--dossier", tmp_path / "kept").stdout, "nothing is new"
    as_json = run("check", folder, "--dossier", tmp_path / "kept", "--format", "json").stdout
    assert len(json.loads(as_json)) == 1


def test_of_a_kept_dossier_the_likeliest_are_listed(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(outcome, "_MOST_LISTED", 1)
    (folder / "c.txt").write_text("Cuối năm 2023, tỷ lệ hộ nghèo ở Quảng Ninh là 4,21%.\n", "utf-8")
    found = json.loads(run("check", folder, "--all", "--format", "json").stdout)
    told = run("check", folder, "--all", "--dossier", tmp_path / "kept").stdout
    assert len(found) > 1
    assert "│ 1 │" in told
    assert "│ 2 │" not in told
    assert f"{len(found) - 1} further pair" in told
    assert "further pair" not in run("check", folder, "--all").stdout, "all of it: it is kept nowhere"


@pytest.mark.parametrize("form", ["csv", "json", "html"])
def test_a_kept_dossier_is_searched_and_exported(folder, tmp_path, form):
    assert run("check", folder, "--dossier", tmp_path / "kept").exit_code == 0
    assert "b.txt" in run("search", tmp_path / "kept", "pauvrete").output
    target = tmp_path / f"out.{form}"
    run("export", tmp_path / "kept", "--format", form, "--output", target)
    assert "4,12" in target.read_text("utf-8-sig")


def test_claims_as_json_lines_csv_and_table(folder):
    rows = [json.loads(line) for line in run("claims", folder, "--format", "jsonl").stdout.splitlines()]
    assert {(row["path"], row["value"], row["unit"]) for row in rows if row["kind"] == "percent"} == {
        ("a.txt", 4.21, "percent"),
        ("b.txt", 4.12, "percent"),
    }
    table = list(csv.DictReader(io.StringIO(run("claims", folder, "--format", "csv").stdout)))
    assert len(table) == len(rows)
    assert "poverty rate" in run("claims", folder).output


def test_figures_reads_json_lines():
    line = json.dumps({"id": "x", "lang": "vi", "text": "Tỷ lệ hộ nghèo giảm 1-1,5%/năm."}, ensure_ascii=False)
    rows = [json.loads(each) for each in run("figures", "--jsonl", stdin=line + "\n").stdout.splitlines()]
    assert [(row["id"], row["low"], row["high"], row["unit"]) for row in rows] == [("x", 1.0, 1.5, "percent")]


@pytest.mark.parametrize(("changed", "verdict"), [("37", "agree"), ("73", "differ")])
def test_compare_reads_json_lines(changed, verdict):
    case = {
        "id": "1",
        "a": {"lang": "en", "text": "Officials said 37 people died."},
        "b": {"lang": "fr", "text": f"Selon les autorités, {changed} personnes sont mortes."},
    }
    made = json.loads(run("compare", "--jsonl", stdin=json.dumps(case)).stdout)
    assert (made["id"], made["verdict"], len(made["pairs"])) == ("1", verdict, 1)


def test_compare_takes_two_files(folder):
    out = run("compare", folder / "a.txt", folder / "b.txt").output
    assert out.startswith("differ")


def test_compare_names_the_file_that_cannot_be_read(folder):
    made = RUN.invoke(app, ["compare", str(folder / "a.txt"), str(folder / "none.txt")])
    assert isinstance(made.exception, UnreadableFileError)
    assert str(made.exception).startswith(f"{folder / 'none.txt'}: ")


@pytest.mark.parametrize("command", ["figures", "compare"])
def test_broken_json_is_said_in_a_sentence(command):
    made = piped(command, "--jsonl", stdin="{not json\n")
    assert made.returncode == 2
    assert made.stderr.startswith("factcheck: Line 1 of standard input is not JSON")
    assert not made.stdout


@pytest.mark.parametrize(
    ("command", "line", "said"),
    [
        ("figures", '["5 %"]', 'has no "id"'),
        ("figures", '{"text": "5 %"}', 'has no "id"'),
        ("figures", '{"id": "1"}', 'has no text in "text"'),
        ("figures", '{"id": "1", "text": 5}', 'has no text in "text"'),
        ("compare", '{"id": "1", "a": {"text": "5 %"}, "b": "5 %"}', 'has no text in "b.text"'),
        ("figures", '{"id": "1", "text": "5 %", "lang": 5}', 'has no language in "lang"'),
        (
            "compare",
            '{"id": "1", "a": {"text": "5 %"}, "b": {"text": "5 %", "lang": []}}',
            'has no language in "b.lang"',
        ),
        ("figures", "[" * 100_000, "is not JSON"),
    ],
)
def test_a_line_that_lacks_something_is_named(command, line, said):
    made = piped(command, "--jsonl", stdin=f"{line}\n")
    assert made.returncode == 2
    assert made.stderr.startswith(f"factcheck: Line 1 of standard input {said}")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_figures_for_nobody_end_quietly(tmp_path, unbuffered):
    asked = tmp_path / "asked.jsonl"
    asked.write_text('{"id": 1, "lang": "en", "text": "In 2023 the rate stood at 4.2 percent."}\n' * 400, "utf-8")
    command = [sys.executable, "-m", "factcheck", "figures", "--jsonl"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with (
        asked.open("rb") as given,
        subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as made,
    ):
        made.stdout.read(1)
        made.stdout.close()
        assert (made.stderr.read(), made.wait()) == (b"", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is only found on Linux")
def test_figures_that_cannot_be_written_are_told_in_a_sentence():
    asked = b'{"id": 1, "lang": "en", "text": "In 2023 the rate stood at 4.2 percent."}\n'
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "factcheck", "figures", "--jsonl"]
        made = subprocess.run(command, input=asked, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    assert (made.returncode, made.stderr.count(b"\n")) == (2, 1)
    assert made.stderr.startswith(b"factcheck: What was found cannot be written")


def test_the_worker_speaks_json_lines(folder, tmp_path):
    command = [sys.executable, "-m", "factcheck", "work", str(tmp_path / "kept"), str(folder)]
    made = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=True, timeout=120)
    events = [json.loads(line) for line in made.stdout.decode("utf-8").splitlines()]
    assert events[0]["event"] == "progress"
    assert events[-1] == {"event": "finished", "documents": 2, "findings": 2}


def test_the_worker_stops_when_told(tmp_path):
    command = [sys.executable, "-m", "factcheck", "work", str(tmp_path / "kept"), str(sample_dossier())]
    made = subprocess.run(command, capture_output=True, input=b"cancel\n", check=True, timeout=120)
    events = [json.loads(line) for line in made.stdout.decode("utf-8").splitlines()]
    assert events[-1]["event"] in {"cancelled", "finished"}


def test_a_dossier_that_is_none_is_said_in_a_sentence(tmp_path):
    (tmp_path / "dossier.sqlite3").write_bytes(b"this is no database, and long enough to be read as one" * 20)
    command = [sys.executable, "-m", "factcheck", "search", str(tmp_path), "x"]
    made = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert made.returncode == 2
    assert made.stderr.decode("utf-8").startswith("factcheck: ")
    assert b"Traceback" not in made.stderr


def test_where_nothing_contradicts_what_needs_a_look_is_listed(tmp_path):
    (tmp_path / "a.txt").write_text("Quang Ninh aims to cut the poverty rate by 3% a year by 2025.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Phu Tho vise à réduire le taux de pauvreté de 4 % par an d'ici 2025.\n", "utf-8")
    out = run("check", tmp_path).output
    assert "? check" in out
    assert "another place" in out
    assert "No contradiction found" in out


def test_where_nothing_could_be_compared_nothing_is_said_of_contradictions(tmp_path):
    (tmp_path / "a.txt").write_text("Quang Ninh aims to cut the poverty rate by 3% a year by 2025.\n", "utf-8")
    assert "nothing was compared" in (out := run("check", tmp_path / "a.txt").output)
    assert "1 article read, 0 pairs" in out
    assert "No contradiction" not in out
    missing = run("check", tmp_path / "missing.txt")
    assert "No article was read" in missing.output
    assert missing.exit_code == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The province spent 52.4 billion dong on houses in the valley.", "52.4 billion"),
        ("The province counted 16,734,215 people in all of its districts.", "16,734,215"),
        ("The province counted more than 1,234 households in its districts.", "more than 1,234"),
        ("The rate fell by 4 to 5 percent a year in the province.", "4 to 5"),
        ("The bridge was opened in 2023 by the mayor of the province.", "2023"),
    ],
)
def test_values_in_the_table_of_figures_are_written_out(tmp_path, text, value):
    (tmp_path / "a.txt").write_text(f"{text}\n", "utf-8")
    cells = [
        [cell.strip() for cell in line.split("  ") if cell.strip()]
        for line in run("claims", tmp_path).output.splitlines()
    ]
    assert any(value in line[2:] for line in cells)


def test_articles_are_counted_not_files(tmp_path):
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", "The poverty rate in Hue fell to 4.2% in 2023, the province said on Tuesday.")
        archive.writestr("b.txt", "The poverty rate in Vinh fell to 5.2% in 2023, the province said on Tuesday.")
        archive.writestr("c.txt", "")
    (tmp_path / "empty.txt").write_text("")
    result = run("check", str(tmp_path))
    assert "2 articles read" in result.output
    assert "two.zip#c.txt" in result.output


def test_why_takes_a_figure_without_its_unit_where_only_one_holds_it(tmp_path):
    (tmp_path / "a.txt").write_text(
        "Reserves covered 95 days of imports. Debt is 30 percent; it was 30 million.\n", "utf-8"
    )
    (tmp_path / "b.txt").write_text("Les réserves couvraient 59 jours d'importations.\n", "utf-8")
    assert run("check", tmp_path, "--dossier", tmp_path / "kept").exit_code == 0
    assert "59 days" in run("why", tmp_path / "kept", "a.txt:95", "b.txt:59").output
    refused = run("why", tmp_path / "kept", "a.txt:30", "b.txt:59")
    assert refused.exit_code == 2
    assert "“30 percent”, “30 million”" in " ".join(refused.output.replace("│", " ").split())


def test_a_dossier_without_searches_says_how_to_keep_one(folder, tmp_path):
    assert run("check", folder, "--dossier", tmp_path / "kept").exit_code == 0
    assert "--save QUERY" in run("searches", tmp_path / "kept").output
    run("searches", tmp_path / "kept", "--save", "poverty")
    assert run("searches", tmp_path / "kept").output == "saved: poverty\n"
    assert "MB" in run("properties", tmp_path / "kept").output


INTERRUPTED = """
import sys

class Interrupted:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
from factcheck.cli import main
main()
"""


def test_who_interrupts_while_the_program_loads_is_shown_nothing():
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "")
