"""What a check prints or writes in the end, and what it says before it begins where that cannot be."""

import json

import pytest
from typer.testing import CliRunner

from factcheck.cli.commands import app
from factcheck.errors import ExportError
from factcheck.export.named import FORMATS
from factcheck.resources import sample_dossier


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("At the end of 2023 the poverty rate in Quang Ninh stood at 4.21%.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Fin 2023, le taux de pauvreté de Quang Ninh était de 4,12 %.\n", "utf-8")
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.mark.parametrize(("name", "begin"), [("r.csv", "\ufeff"), ("r.html", "<!DOCTYPE html>"), ("r", "<!DOCTYPE")])
def test_the_ending_of_the_file_tells_its_format(folder, name, begin):
    assert run("check", folder / "a.txt", folder / "b.txt", "--output", folder / name).exit_code == 0
    assert (folder / name).read_text("utf-8").startswith(begin)


def test_a_pdf_is_written_as_export_does(folder):
    made = run("check", folder / "a.txt", folder / "b.txt", "--output", folder / "r.pdf")
    assert made.output == f"1 finding written to {folder / 'r.pdf'}\n"
    assert (folder / "r.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("command", ["check", "export"])
def test_the_help_names_all_formats(command):
    said = run(command, "--help").output.replace(",", " ").replace(";", " ").split()
    assert [word for word in said if word in FORMATS][: len(FORMATS)] == list(FORMATS)


def test_a_list_is_written_as_it_is_printed(folder):
    texts = folder / "a.txt", folder / "b.txt"
    run("check", *texts, "--output", folder / "r.json")
    assert json.loads((folder / "r.json").read_text("utf-8")) == json.loads(
        run("check", *texts, "--format", "json").stdout
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--output", "r.xyz"), "by the ending .xyz"),
        (("--format", "pdf"), "PDF cannot be printed"),
        (("--format", "odd"), "no format “odd”"),
        (("--format", "xlsx"), "cannot be printed"),
    ],
)
def test_what_cannot_be_written_is_said_before_anything_is_read(tmp_path, monkeypatch, options, said):
    monkeypatch.chdir(tmp_path)
    made = run("check", sample_dossier(), "--dossier", "kept", *options)
    assert isinstance(made.exception, ExportError)
    assert said in str(made.exception)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "command", [("claims", sample_dossier()), ("log", "none"), ("properties", "none")], ids=lambda given: given[0]
)
def test_unknown_ways_to_print_are_refused(command):
    made = run(*command, "--format", "odd")
    assert made.exit_code == 2
    assert "not as odd" in " ".join(made.output.replace("│", " ").split())
