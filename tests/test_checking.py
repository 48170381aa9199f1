"""The whole way from files to cases, with a dossier and without."""

import shutil
from pathlib import Path

import pytest

from factcheck.checking import Progress, check
from factcheck.dossier.selection import Selection
from factcheck.dossier.store import Dossier
from factcheck.model import Case, Relation, Skipped
from factcheck.search.index import open_index

ENGLISH = "At the end of 2023, the poverty rate in Quang Ninh stood at 4.21%.\n"
FRENCH = "Fin 2023, le taux de pauvreté à Quang Ninh s'établissait à 4,12 %.\n"
MALAY = "Pada akhir tahun 2023, kadar kemiskinan di Quang Ninh ialah 4.21%.\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "articles"
    made.mkdir()
    (made / "a.txt").write_text(ENGLISH, "utf-8")
    (made / "b.txt").write_text(FRENCH, "utf-8")
    return made


def run(dossier, paths, **options):
    happened = list(check(dossier, paths, **options))
    return (
        [each for each in happened if isinstance(each, Case)],
        [each for each in happened if isinstance(each, Skipped)],
        [each for each in happened if isinstance(each, Progress)],
    )


def of_rates(cases):
    """Return the cases about the rate; the articles also agree on the year."""
    return [case for case in cases if case.finding.match.a.quantity.unit == "percent"]


def test_without_a_dossier_nothing_is_kept_and_the_contradiction_is_found(folder):
    cases, skipped, progress = run(None, [folder])
    assert [case.finding.relation for case in of_rates(cases)] == [Relation.DIFFER]
    assert {case.a.path for case in cases} | {case.b.path for case in cases} == {
        str(folder / "a.txt"),
        str(folder / "b.txt"),
    }
    assert skipped == []
    assert progress[0] == Progress("reading", 0, 2)


def test_a_dossier_in_memory_leaves_nothing_where_the_person_is(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.rglob("*"))
    with Dossier.in_memory() as passing:
        assert any(isinstance(each, Case) for each in check(passing, [folder]))
    assert set(tmp_path.rglob("*")) == before


def test_a_dossier_keeps_articles_findings_and_an_index(folder, tmp_path):
    with Dossier(tmp_path / "kept") as dossier:
        cases, _, _ = run(dossier, [folder])
        assert dossier.counts()[Relation.DIFFER] == len(of_rates(cases)) == 1
        with open_index(dossier.index_folder) as index:
            assert index.search("pauvrete").total == 1
    with Dossier(tmp_path / "kept") as dossier:
        assert len(dossier.document_ids()) == 2
        assert len(of_rates(dossier.cases(Selection()))) == 1


def test_adding_a_file_later_compares_it_with_what_is_there(folder, tmp_path):
    with Dossier(tmp_path / "kept") as dossier:
        run(dossier, [folder])
        (tmp_path / "c.txt").write_text(MALAY, "utf-8")
        cases, _, _ = run(dossier, [tmp_path / "c.txt"])
        found = sorted(str(case.finding.relation) for case in of_rates(cases))
    assert found == ["agree", "differ", "differ"]


def test_a_file_that_changed_replaces_what_was_read_before(folder, tmp_path):
    with Dossier(tmp_path / "kept") as dossier:
        run(dossier, [folder])
        (folder / "b.txt").write_text(FRENCH.replace("4,12", "4,21"), "utf-8")
        cases, _, _ = run(dossier, [folder])
        assert [case.finding.relation for case in of_rates(cases)] == [Relation.AGREE]
        assert len(dossier.document_ids()) == 2


def test_bad_files_are_skipped_with_reasons_and_the_rest_is_done(folder, tmp_path):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "broken.txt").write_bytes("Tỷ lệ hộ nghèo".encode() + b"\xff\xfe\xfa" * 30)
    shutil.copy(folder / "a.txt", folder / "copy.txt")
    with Dossier(tmp_path / "kept") as dossier:
        cases, skipped, _ = run(dossier, [folder, tmp_path / "nowhere.txt"])
        assert len(of_rates(cases)) == 1
        reasons = {Path(each.path).name: each.reason for each in skipped}
        assert {"empty.txt", "binary.txt", "copy.txt", "nowhere.txt"} <= set(reasons)
        assert all(reason.strip() for reason in reasons.values())
        assert {each.path for each in dossier.skipped()} == {each.path for each in skipped}


def test_cancelling_keeps_what_was_read(folder, tmp_path):
    with Dossier(tmp_path / "kept") as dossier:
        asked = iter([False, True, True, True])
        cases, _, _ = run(dossier, [folder], cancelled=lambda: next(asked))
        assert cases == []
        assert len(dossier.document_ids()) == 1
        cases, _, _ = run(dossier, [folder])
        assert len(of_rates(cases)) == 1


def test_many_files_are_read_by_several_processes_with_the_same_result(folder):
    alone, _, _ = run(None, [folder])
    for number in range(70):
        (folder / f"filler{number:02}.txt").write_text(f"Note {number} of the archive, without any claim.\n", "utf-8")
    many, skipped, _ = run(None, [folder])
    assert skipped == []
    assert [case.finding for case in many] == [case.finding for case in alone]
