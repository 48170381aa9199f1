"""Copies, repair, merging, locks, and what the commands for them say."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from factcheck import offline
from factcheck.cli.commands import app
from factcheck.dossier import anew, database, health, keeping, schema
from factcheck.dossier.corrections import Correction
from factcheck.dossier.database import NAME
from factcheck.dossier.keeping import blank, opened, restore, save_copy
from factcheck.dossier.known_facts import facts, set_fact
from factcheck.dossier.locks import Lock, kind_of_mount, on_network
from factcheck.dossier.merging import Standing
from factcheck.dossier.properties import properties
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError
from factcheck.model import Finding, Quantity, Relation, Span, Verdict
from factcheck.search.index import open_index
from samples import article, claim, finding, older, review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.dossier.database import Database
    from factcheck.model import Claim


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier(tmp_path / "work") as made:
        fill(made)
        yield made


def fill(dossier: Dossier, *, edition: str = "") -> Finding:
    """A Persian and a French article that differ; another edition has another text around the same sentences."""
    persian, french = article("fa"), article("fr")
    if edition:
        french = article("fr", f"{french.text}\n{edition}")
    differing = finding(claim(persian, "۴٫۲۱ درصد", "4.21"), claim(french, "4,12 %", "4.12"))
    dossier.save(persian, [differing.match.a])
    dossier.save(french, [differing.match.b])
    dossier.replace_findings([differing])
    return differing


def both(dossier: Dossier) -> tuple[Claim, Claim]:
    match = only(dossier).match
    return match.a, match.b


def sides(dossier: Dossier) -> tuple[str, str]:
    """Return the ids of the two figures."""
    one, other = both(dossier)
    return one.id, other.id


def cut_out(folder: Path, log: str, number: int) -> None:
    """Lose an entry of a log, as a damaged page would."""
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.executescript(f"DROP TRIGGER {log}_stay; DELETE FROM {log} WHERE number = {number};")


def only(dossier: Dossier) -> Finding:
    (case,) = dossier.cases()
    return case.finding


def test_a_copy_opens_elsewhere_with_all_that_there_was(dossier: Dossier, tmp_path: Path) -> None:
    dossier.review(review(only(dossier), note="called"))
    save_copy(dossier, tmp_path / "away" / "copy.factcheck")
    assert [path.name for path in (tmp_path / "away").iterdir()] == ["copy.factcheck"]
    assert restore(tmp_path / "away" / "copy.factcheck", tmp_path / "other place") is None
    with Dossier(tmp_path / "other place") as other:
        assert other.cases() == dossier.cases()
        assert other.log() == dossier.log()
        other.review(review(only(other), Verdict.LATER))


@pytest.mark.parametrize("texts", [True, False])
def test_corrections_go_with_a_copy(dossier: Dossier, tmp_path: Path, *, texts: bool) -> None:
    dossier.corrections.keep([Correction((sides(dossier)[0],), place="Hanoi", reviewer="Noor")])
    french = only(dossier).match.b.document
    set_fact(dossier, french, "published", "2024-05-14", "Noor")
    save_copy(dossier, tmp_path / "copy", texts=texts)
    restore(tmp_path / "copy", tmp_path / "elsewhere")
    with Dossier(tmp_path / "elsewhere") as other, opened(tmp_path / "copy") as copy:
        assert other.corrections.in_force() == copy.corrections.in_force() == dossier.corrections.in_force()
        for each in (other, copy):
            (read,) = each.claims(only(dossier).match.a.document)
            assert read.scope.place == "Hanoi"
            assert facts(each, french) == facts(dossier, french)
            assert (each.document(french) == dossier.document(french)) is texts
        assert set_fact(other, french, "published", None, "Lan")
        assert facts(other, french) != facts(dossier, french)


def test_corrections_of_two_people_are_merged(dossier: Dossier, tmp_path: Path) -> None:
    one, other = sides(dossier)
    with Dossier(tmp_path / "theirs") as theirs:
        fill(theirs)
        theirs.corrections.keep([Correction((one,), place="Hue"), Correction(("f" * 16 + ":1-2",), place="Hue")])
        assert [each.claims for each in dossier.corrections.merge(theirs.corrections)] == [(one,)]
        assert not dossier.corrections.in_force(), "nothing is taken in unless asked for"
        dossier.corrections.keep([Correction((one,), place="Hanoi")])
        assert dossier.corrections.merge(theirs.corrections, apply=True) == [], "what is said here is newer"
        theirs.corrections.keep([Correction((one,), place="Vinh"), Correction((other,), figure=False)])
        assert len(dossier.corrections.merge(theirs.corrections, apply=True)) == 2
        assert dossier.corrections.merge(theirs.corrections, apply=True) == []
        theirs.corrections.take_back((other,))
        dossier.corrections.merge(theirs.corrections, apply=True)
    assert {names: each.place for names, each in dossier.corrections.in_force().items()} == {(one,): "Vinh"}


def test_corrections_are_merged_by_quotation_where_an_article_was_saved_anew(dossier: Dossier, tmp_path: Path) -> None:
    persian, french = both(dossier)
    with Dossier(tmp_path / "theirs") as theirs:
        match = fill(theirs, edition="Lire aussi : la météo.").match
        assert match.b.id != french.id
        theirs.corrections.keep(
            [Correction((match.b.id,), place="Hanoi"), Correction.of_two(match.a, match.b, same=True)]
        )
        set_fact(theirs, match.b.document, "outlet", "Le Courrier", "Lan")
        assert len(dossier.corrections.merge(theirs.corrections, apply=True)) == 3
        assert dossier.corrections.merge(theirs.corrections) == []
        save_copy(theirs, tmp_path / "copy", texts=False)
    said = dossier.corrections.in_force()
    assert said[french.id,].place == "Hanoi"
    assert said[tuple(sorted((persian.id, french.id)))].same is True
    assert dossier.document(french.document).outlet == "Le Courrier"
    dossier.corrections.keep([Correction((french.id,), quantity=Quantity(Decimal(7), Decimal(7)))])
    with Dossier(tmp_path / "theirs") as theirs:
        theirs.corrections.keep([Correction((match.b.id,), place="Vinh")])
        assert len(dossier.corrections.merge(theirs.corrections)) == 1, "also where its value is corrected here"
        twice = article("fr", f"{dossier.document(french.document).text}\nDeux fois.")
        dossier.save(twice, [replace(french, document=twice.id)])
        assert dossier.corrections.merge(theirs.corrections) == [], "what two articles quote is not known"
    with Dossier(tmp_path / "empty") as empty, opened(tmp_path / "copy") as copy:
        fill(empty)
        assert [each.fact for each in empty.corrections.merge(copy.corrections)] == ["outlet"], "no words to know it by"


def test_restoring_keeps_what_was_there(dossier: Dossier, tmp_path: Path) -> None:
    save_copy(dossier, tmp_path / "copy")
    dossier.review(review(only(dossier)))
    dossier.close()
    kept = restore(tmp_path / "copy", dossier.folder)
    with Dossier(dossier.folder) as restored:
        assert restored.cases()[0].review is None
    assert kept is not None
    restore(kept, tmp_path / "before")
    with Dossier(tmp_path / "before") as before:
        assert before.cases()[0].verdict is Verdict.CONFIRMED


def test_nobody_loses_a_dossier_to_a_copy(dossier: Dossier, tmp_path: Path) -> None:
    save_copy(dossier, tmp_path / "copy")
    with pytest.raises(DossierError, match="is a dossier"):
        save_copy(dossier, dossier.folder / NAME, texts=False)
    with Lock(dossier.folder, "window"), pytest.raises(DossierError, match=r"is in use .* since "):
        restore(tmp_path / "copy", dossier.folder)
    with Lock(dossier.folder, "check"), pytest.raises(DossierError, match=r"is in use .* since "):
        health.repair(dossier.folder)
    assert {path.name for path in dossier.folder.iterdir()} - {f"{NAME}-wal", f"{NAME}-shm"} == {
        NAME, ".window.lock", ".check.lock"
    }  # fmt: skip


def test_a_restored_dossier_searches_its_own_articles(dossier: Dossier, tmp_path: Path) -> None:
    with Dossier(tmp_path / "other") as other:
        for language, text in (("en", "Floods in Hue."), ("fr", "La grippe recule.")):
            other.save(article(language, text), [])
        with open_index(other.index_folder, other) as index:
            index.rebuild()
    save_copy(dossier, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "other")
    with Dossier(tmp_path / "other") as other, open_index(other.index_folder, other) as index:
        assert not index.is_current()


@pytest.mark.parametrize("step", ["_tidy", "set_aside"])
def test_a_repair_that_is_cut_short_leaves_the_damaged_dossier_where_it_was(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    dossier.review(review(only(dossier), note="kept"))
    dossier.close()
    with monkeypatch.context() as patch:
        patch.setattr(health, step, lambda *_: sys.exit("killed"))
        with pytest.raises(SystemExit):
            health.repair(dossier.folder)
    with Dossier(dossier.folder) as again:
        assert [entry.review.note for entry in again.log()] == ["kept"]


@pytest.mark.parametrize("bad", ["", "no dossier at all" * 99])
def test_a_bad_copy_changes_nothing(dossier: Dossier, tmp_path: Path, bad: str) -> None:
    (tmp_path / "copy").write_text(bad, "utf-8")
    before = dossier.cases()
    with pytest.raises(DossierError, match="copy is damaged, or no copy"):
        restore(tmp_path / "copy", dossier.folder)
    with pytest.raises(DossierError, match="There is no copy"):
        restore(tmp_path / "nothing", dossier.folder)
    with pytest.raises(DossierError, match="cannot be written"):
        save_copy(dossier, tmp_path / "copy" / "below a file")
    assert dossier.cases() == before


def test_a_copy_without_texts_has_the_figures_and_the_reviews_but_no_words(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier.review(review(only(dossier)))
    dossier.settings.set("added", ["/home/editor/articles"])
    before, sizes = {*dossier.folder.iterdir()}, list[int]()

    def looked_at(copy: sqlite3.Connection) -> None:
        sizes.extend(path.stat().st_size for path in tmp_path.iterdir() if path.is_file())
        blanked(copy)

    blanked = keeping._without_texts
    monkeypatch.setattr(keeping, "_without_texts", looked_at)
    save_copy(dossier, tmp_path / "copy", texts=False)
    assert sizes == [0], "where it is written nobody finds the texts meanwhile"
    assert {*dossier.folder.iterdir()} == before
    raw = (tmp_path / "copy").read_bytes()
    for words in ("l'ensemble de la province", "خانوار‌های فقیر", "/home/editor"):
        assert words.encode() not in raw
    with opened(tmp_path / "copy") as copy:
        (case,) = copy.cases()
        assert case.verdict is Verdict.CONFIRMED
        match = case.finding.match
        assert (case.a.quote(match.a.span), case.b.quote(match.b.span)) == ("۴٫۲۱ درصد", "4,12 %")
        assert case.b.text.split() == ["4,12", "%"]
        assert "/" not in case.a.path
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["copy"], "nothing else is left"


@pytest.mark.parametrize("step", ["make_indexes", "clear"])
def test_a_copy_made_while_findings_are_replaced_has_no_words_of_these_either(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    done, copied = getattr(anew, step), []

    def meanwhile(database: Database) -> None:
        with Dossier(dossier.folder) as window:
            tables = window._database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
            if ("coming_findings",) in tables or ("gone_findings",) in tables:
                save_copy(window, tmp_path / "copy", texts=False)
                copied.append((tmp_path / "copy").read_bytes())
        done(database)

    found = only(dossier)
    monkeypatch.setattr(anew, step, meanwhile)
    dossier.replace_findings([found])
    assert copied
    assert b"ensemble de la province" not in copied[0]
    with opened(tmp_path / "copy") as copy:
        assert copy.cases()[0].finding == found
    restore(tmp_path / "copy", tmp_path / "elsewhere")
    with Dossier(tmp_path / "elsewhere") as elsewhere:
        elsewhere.replace_findings([found])


def test_blanking_keeps_positions() -> None:
    assert blank("At 4.2 %\nin 2023", [Span(3, 8)]) == "   4.2 %\n       "


def test_reviews_of_two_people_are_merged_by_hash(dossier: Dossier, tmp_path: Path) -> None:
    with Dossier(tmp_path / "theirs") as theirs:
        theirs.review(replace(review(fill(theirs), Verdict.DISMISSED, "old law"), reviewer="Lan"))
        (change,) = dossier.merge(theirs)
        assert change.standing is Standing.NEW
        assert dossier.log() == []
        dossier.merge(theirs, apply=True)
        assert dossier.cases()[0].review == theirs.cases()[0].review
        assert [change.standing for change in dossier.merge(theirs)] == [Standing.SAME]
        dossier.review(review(only(dossier), minute=30))
        assert [change.standing for change in dossier.merge(theirs, apply=True)] == [Standing.OLDER]
        theirs.review(review(only(theirs), Verdict.LATER, minute=59))
        assert [change.standing for change in dossier.merge(theirs, apply=True)] == [Standing.NEWER]
        assert dossier.cases()[0].verdict is Verdict.LATER
        theirs.review(review("0" * 16))
        assert Standing.UNKNOWN in {change.standing for change in dossier.merge(theirs)}
    assert [entry.review.reviewer for entry in dossier.log()] == ["Lan", "Noor", "Noor"]


def test_reviews_are_merged_by_quotation_where_an_article_was_saved_anew(dossier: Dossier, tmp_path: Path) -> None:
    with Dossier(tmp_path / "theirs") as theirs:
        given = fill(theirs, edition="Lire aussi : la météo.")
        assert given.id != only(dossier).id
        theirs.review(review(given, Verdict.DISMISSED))
        dossier.merge(theirs, apply=True)
    assert dossier.cases()[0].verdict is Verdict.DISMISSED


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_an_older_store_keeps_its_reviews_and_knows_what_they_are_about(
    dossier: Dossier, tmp_path: Path, version: int
) -> None:
    dossier.review(review(only(dossier), note="before"))
    (tmp_path / "old").mkdir()
    older(dossier.folder / NAME, tmp_path / "old" / NAME, version)
    with Dossier(tmp_path / "old") as new, Dossier(tmp_path / "fresh") as fresh:
        assert new.cases() == dossier.cases()
        assert new.log() == dossier.log()
        assert new.undo() is not None
        assert sorted(new.pending("matching")) == (sorted(new.document_ids()) if version < 3 else [])
        assert tables(new) == tables(fresh)
        french = only(dossier).match.b.document
        assert set_fact(new, french, "outlet", "Le Courrier", "Noor")
        assert new.document(french) == replace(
            dossier.document(french), outlet="Le Courrier", origins=(("outlet", "person"),)
        )


def tables(dossier: Dossier) -> set[tuple[str, ...]]:
    """Return the columns of all tables, and the names of the indexes, whichever filling made them."""
    with closing(sqlite3.connect(dossier.folder / NAME)) as connection:
        named = connection.execute("SELECT type, name, replace(name, '_anew', '') FROM sqlite_master").fetchall()
        columns = {
            (known, *row[1:]) for _, name, known in named for row in connection.execute(f"PRAGMA table_info({name})")
        }
    return columns | {(kind, known) for kind, _, known in named}


def damage(file: Path, first: int, last: int) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * first : 4096 * last] = os.urandom(4096 * (last - first))
    file.write_bytes(data)


def test_reviews_are_saved_from_a_damaged_dossier(tmp_path: Path) -> None:
    with Dossier(tmp_path) as made:
        differing = fill(made)
        for number in range(40):
            big = article("en", f"Report {number}\n" + "Households were helped. " * 400)
            made.save(big, [])
        for number in range(200):
            made.review(review(differing, note=f"note {number}"))
    file = tmp_path / NAME
    with closing(sqlite3.connect(file)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    damage(file, pages // 3, pages // 3 + 2)
    (problem,) = health.problems(tmp_path)
    assert "damaged" in problem
    saved = health.repair(tmp_path)
    assert saved.damaged.exists()
    assert health.problems(tmp_path) == []
    with Dossier(tmp_path) as repaired:
        repaired.verify()
        notes = {entry.review.note for entry in repaired.log()}
        assert len(notes) == saved.reviews > 100
        assert 10 < saved.articles == repaired.size() <= 42
        assert sorted(repaired.pending("matching")) == sorted(repaired.document_ids())


def test_a_page_that_tells_of_some_tables_does_not_take_the_others_with_it(dossier: Dossier) -> None:
    dossier.review(review(only(dossier), note="kept"))
    dossier.close()
    file = dossier.folder / NAME
    (last,) = struct.unpack(">I", file.read_bytes()[108:112])  # the last page of the schema (SQLite's format, 1.6)
    damage(file, last - 1, last)
    with pytest.raises(DossierError, match="repair"):
        Dossier(dossier.folder)
    saved = health.repair(dossier.folder)
    assert (saved.reviews, saved.articles) == (1, 2)
    with Dossier(dossier.folder) as repaired:
        assert [entry.review.note for entry in repaired.log()] == ["kept"]


def test_what_a_newer_program_made_is_not_repaired(dossier: Dossier) -> None:
    dossier.close()
    with closing(sqlite3.connect(dossier.folder / NAME)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = (dossier.folder / NAME).read_bytes()
    with pytest.raises(DossierError, match="newer factcheck"):
        health.repair(dossier.folder)
    assert (dossier.folder / NAME).read_bytes() == before


@pytest.mark.parametrize("table", ["reviews", "reviews_in_force", "reviewed", "corrections", "settings"])
def test_damage_to_what_people_gave_is_told_on_opening_however_large_the_dossier(
    dossier: Dossier, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier.review(review(only(dossier)))
    dossier.corrections.keep([Correction.of_two(*both(dossier), same=True)])
    dossier.settings.set("model", None)
    dossier.close()
    monkeypatch.setattr(database, "_SMALL", 0)
    Dossier(dossier.folder).close()
    with closing(sqlite3.connect(dossier.folder / NAME)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    damage(dossier.folder / NAME, page - 1, page)
    with pytest.raises(DossierError, match="repair"):
        Dossier(dossier.folder)


def test_corrections_are_saved_from_a_damaged_dossier(dossier: Dossier) -> None:
    (one, other), said = sides(dossier), dossier.corrections
    said.keep([Correction((one,), place="Hanoi"), Correction((other,), place="Hanoi")])
    said.keep([Correction.of_two(*both(dossier), same=True)])
    said.undo()
    before = said.in_force()
    dossier.close()
    cut_out(dossier.folder, "corrections", 1)  # what began the first step
    health.repair(dossier.folder)
    assert health.problems(dossier.folder) == []
    with Dossier(dossier.folder) as repaired:
        assert repaired.corrections.in_force() == {(other,): before[(other,)]}
        assert repaired.corrections.undo() == [before[(other,)]]


def test_what_undoes_a_review_that_is_lost_goes_with_it(dossier: Dossier) -> None:
    dossier.review(review(only(dossier), note="lost"))
    dossier.undo()
    dossier.review(review(only(dossier), note="left"))
    dossier.undo()
    dossier.close()
    cut_out(dossier.folder, "reviews", 1)
    assert health.repair(dossier.folder).reviews == 2
    assert health.problems(dossier.folder) == []
    with Dossier(dossier.folder) as repaired:
        assert [(entry.action, entry.review.note) for entry in repaired.log()] == [("review", "left"), ("undo", "")]
        assert repaired.redo() is not None


def test_what_is_no_dossier_at_all_cannot_be_repaired_but_is_kept(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(os.urandom(9000))
    with pytest.raises(DossierError, match="Nothing could be read"):
        health.repair(tmp_path)
    assert any("damaged" in path.name for path in tmp_path.iterdir())
    with pytest.raises(DossierError, match="no dossier"):
        health.repair(tmp_path / "elsewhere")


HOLDER = """
import sys
from pathlib import Path
from factcheck.dossier.locks import Lock
lock = Lock(Path(sys.argv[1]), "window")
print(lock.held, flush=True)
sys.stdin.read()
"""


def test_the_second_one_is_told_who_has_the_dossier(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "True\n"
        with Lock(tmp_path, "window") as mine, Lock(tmp_path, "check") as job:
            assert not mine.held
            assert " since " in mine.holder
            assert job.held
        other.kill()
    with Lock(tmp_path, "window") as mine:
        assert mine.held, "the system lets go of it when its process is killed"
    assert Lock(tmp_path / "not there", "window").held, "where nothing can be written, nobody is kept out"


def test_on_a_network_folder_the_store_writes_without_a_log_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not on_network(tmp_path)
    with Dossier(tmp_path / "here") as made:
        fill(made)
    monkeypatch.setattr("factcheck.dossier.database.on_network", lambda _: True)
    with Dossier(tmp_path / "here") as moved, Dossier(tmp_path / "new") as new:
        for one in (moved, new):
            assert one._database.value("PRAGMA journal_mode") == "delete"
        moved.review(review(only(moved)))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/noor/kept", "ext4"), ("/mnt/news share/2024", "cifs"), ("/mnt/news", "ext4"), ("/mnt/r\\d/x", "nfs4"),
        ("/mnt/news share/local/x", "btrfs"), ("/home/noor/آرشیو/x", "fuse.sshfs"),
    ],
)  # fmt: skip
def test_the_kind_of_a_mount_is_told_whatever_it_is_called(folder: str, kind: str) -> None:
    table = r"""/dev/sda1 / ext4 rw 0 0
systemd-1 /mnt/news\040share autofs rw 0 0
//desk/news /mnt/news\040share cifs rw 0 0
desk:/r /mnt/r\134d nfs4 rw 0 0
/dev/sdb1 /mnt/news\040share/local btrfs rw 0 0
noor@desk:/ /home/noor/آرشیو fuse.sshfs rw 0 0
"""
    assert kind_of_mount(folder, table) == kind


def test_properties_count_what_there_is(dossier: Dossier) -> None:
    dossier.review(review(only(dossier)))
    found = properties(dossier)
    assert (found.articles, found.figures, found.languages) == (2, 2, {"fa": 1, "fr": 1})
    assert found.findings[Relation.DIFFER] == found.verdicts[Verdict.CONFIRMED] == 1
    assert found.bytes_kept > 10_000
    assert (found.engine, found.bytes_of_index, found.unsettled) == ("", 0, 0)


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(one) for one in arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_the_commands(dossier: Dossier, tmp_path: Path) -> None:
    folder = dossier.folder
    dossier.review(review(only(dossier), note="=HYPERLINK(1)"))
    run("copy", folder, tmp_path / "copy", "--no-texts")
    assert json.loads(run("properties", tmp_path / "copy", "--format", "json"))["bytes_kept"] > 10_000
    assert "confirmed" in run("log", tmp_path / "copy")
    run("restore", tmp_path / "copy", tmp_path / "new")
    assert "is whole" in run("repair", tmp_path / "new")
    rows = list(csv.DictReader(io.StringIO(run("log", folder))))
    assert [(row["verdict"], row["note"], row["b"]) for row in rows] == [("confirmed", "'=HYPERLINK(1)", "4,12 %")]
    assert json.loads(run("log", folder, "--format", "jsonl"))["reviewer"] == "Noor"
    assert json.loads(run("properties", folder, "--format", "json"))["articles"] == 2
    assert "fa 1, fr 1" in run("properties", folder)
    assert "Read only" not in run("properties", folder)
    dossier.undo()
    assert "1 review taken in" in run("merge", folder, tmp_path / "copy", "--apply")
    assert dossier.cases()[0].verdict is Verdict.CONFIRMED
    shutil.rmtree(tmp_path / "new")


def test_the_doctor_finds_the_sample_well_without_a_network(tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as made:
        fill(made)
    command = [sys.executable, "-m", "factcheck", "doctor", str(tmp_path / "kept")]
    told_ = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told_.returncode == 0, told_.stdout + told_.stderr
    assert "0 attempts" in told_.stdout
    forked = sys.platform == "linux"  # from one process more
    assert f"refused in {4 + forked} processes (MainProcess" in told_.stdout  # with a worker, its parser, what indexes
    assert "factcheck-parser" in told_.stdout
    assert "is whole" in told_.stdout


@pytest.mark.parametrize(("said", "refused"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_a_person_refuses_the_network_and_nothing_is_written(tmp_path: Path, said: str, refused: bool) -> None:
    reaching = (
        "import socket, factcheck\n"
        "try:\n"
        "    socket.create_connection(('127.0.0.1', 9), 1)\n"
        "except ConnectionRefusedError as error:\n"
        "    print('here' in str(error))\n"
    )
    environment = {**os.environ, "FACTCHECK_OFFLINE": said}
    environment.pop("FACTCHECK_OFFLINE_NOTES", None)
    made = subprocess.run(
        [sys.executable, "-c", reaching], capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert made.stdout.split() == [str(refused)]
    assert list(tmp_path.iterdir()) == []


def test_what_reaches_for_the_network_is_refused_and_noted_in_whichever_process(tmp_path: Path) -> None:
    reaching = (
        "import socket, sys\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "from pathlib import Path\n"
        "from factcheck import offline\n"
        "if __name__ == '__main__':\n"
        "    offline.refuse(Path(sys.argv[1]))\n"
        "    with ProcessPoolExecutor(1, mp_context=get_context('spawn')) as pool:\n"
        "        for run in (lambda task, *given: task(*given)), (lambda *given: pool.submit(*given).result()):\n"
        "            for task, given in ((socket.create_connection, (('192.0.2.1', 80), 1)),\n"
        "                                (socket.getaddrinfo, ('example.org', 80))):\n"
        "                try:\n"
        "                    run(task, *given)\n"
        "                except ConnectionRefusedError:\n"
        "                    print('refused')\n"
    )
    program = tmp_path / "reaching.py"
    program.write_text(reaching, "utf-8")
    command = [sys.executable, str(program), str(tmp_path / "notes")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() == ["refused"] * 4
    told_ = offline.told(tmp_path / "notes")
    assert (len(told_.refused), told_.open, len(told_.attempts)) == (2, (), 4)
    assert {attempt.split(" by ")[1] for attempt in told_.attempts} == {"MainProcess", "SpawnProcess-1"}
