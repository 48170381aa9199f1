from __future__ import annotations

import errno
import io
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.dossier import anew, library, schema, spool
from factcheck.dossier import findings as stored
from factcheck.dossier.database import NAME
from factcheck.dossier.selection import Order, Selection
from factcheck.dossier.store import Dossier, LibraryRow
from factcheck.errors import DossierError
from factcheck.model import Case, Finding, Kind, Relation, Skipped, Verdict
from samples import TEXTS, article, claim, finding, older, pair, review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.dossier.database import Database

FIGURES = {
    "fa": "۴٫۲۱ درصد",
    "ar": "٤٫٢١ في المئة",
    "fr": "4,12 %",
    "vi": "4,21%",
    "ms": "4.21 peratus",
    "en": "4.21 per cent",
}
ARTICLES = {language: article(language) for language in TEXTS}
CLAIMS = {language: claim(ARTICLES[language], figure, "4.21") for language, figure in FIGURES.items()}


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier(tmp_path / "work") as made:
        yield made


def fill(dossier: Dossier) -> dict[str, Finding]:
    """Six articles; French differs from all others, the rest agrees or is to be checked."""
    for language, document in ARTICLES.items():
        dossier.save(document, [CLAIMS[language], claim(document, *year(language), kind=Kind.DATE)])
    made = {
        "fa-fr": finding(CLAIMS["fa"], CLAIMS["fr"], score=0.8),
        "fr-vi": finding(CLAIMS["fr"], CLAIMS["vi"], score=0.9),
        "ar-fr": finding(CLAIMS["ar"], CLAIMS["fr"], Relation.CHECK, score=0.99, explanation="Of another place."),
        "fa-ar": finding(CLAIMS["fa"], CLAIMS["ar"], Relation.AGREE, score=0.7, type="equal", gap=0.0),
        "ms-en": finding(CLAIMS["ms"], CLAIMS["en"], Relation.AGREE, score=0.95, type="equal", gap=0.0),
    }
    dossier.replace_findings(made.values())
    return made


def year(language: str) -> tuple[str, str]:
    return {"fa": ("۲۰۲۳", "2023"), "ar": ("٢٠٢٣", "2023")}.get(language, ("2023", "2023"))


def names(made: dict[str, Finding], cases: list[Case]) -> list[str]:
    by_id = {one.id: name for name, one in made.items()}
    return [by_id[case.finding.id] for case in cases]


def test_documents_and_claims_come_back_as_they_were(dossier: Dossier) -> None:
    fill(dossier)
    for language, document in ARTICLES.items():
        assert dossier.document(document.id) == document
        assert dossier.claims(document.id)[0] == CLAIMS[language]
    assert list(dossier.documents()) == sorted(ARTICLES.values(), key=lambda document: document.path)
    assert dossier.document_ids() == [document.id for document in dossier.documents()]
    assert dossier.has(ARTICLES["fa"].id)
    assert not dossier.has("unknown")
    assert dossier.claims("unknown") == ()
    with pytest.raises(DossierError, match="no longer in the dossier"):
        dossier.document("unknown")


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    with Dossier(tmp_path) as first:
        made = fill(first)
        first.review(review(made["fa-fr"], note="called the ministry"))
        first.replace_skipped([Skipped("b.txt", "empty"), Skipped("a.bin", "not a text")])
        first.settings.set("language", {"of": ["fa", 1, None]})
    with Dossier(tmp_path) as again:
        assert names(made, again.cases()) == ["fr-vi", "fa-fr", "ar-fr", "ms-en", "fa-ar"]
        assert again.case(made["fa-fr"].id) == Case(
            made["fa-fr"], ARTICLES["fa"], ARTICLES["fr"], review(made["fa-fr"], note="called the ministry")
        )
        assert again.skipped() == [Skipped("a.bin", "not a text"), Skipped("b.txt", "empty")]
        assert again.settings.get("language") == {"of": ["fa", 1, None]}
        assert again.settings.get("unknown", 3) == 3


def test_the_library_counts_quantities_and_findings(dossier: Dossier) -> None:
    fill(dossier)
    rows = {row.language: row for row in dossier.library()}
    french = ARTICLES["fr"]
    assert rows["fr"] == LibraryRow(french.id, french.title, french.path, "fr", french.published, 1, 2, 1, 0)
    assert [(row.differ, row.check, row.agree) for row in (rows["fa"], rows["ar"])] == [(1, 0, 1), (0, 1, 1)]
    dossier.remove(french.id)
    assert {(row.differ, row.check) for row in dossier.library()} == {(0, 0)}
    assert dossier.counts() == {Relation.DIFFER: 0, Relation.CHECK: 0, Relation.AGREE: 2}


SELECTIONS = [
    (Selection(), "fr-vi fa-fr ar-fr ms-en fa-ar"),
    (Selection(relations=frozenset({Relation.DIFFER})), "fr-vi fa-fr"),
    (Selection(relations=frozenset({Relation.DIFFER, Relation.AGREE})), "fr-vi fa-fr ms-en fa-ar"),
    (Selection(verdicts=frozenset({Verdict.CONFIRMED})), "fa-fr"),
    (Selection(verdicts=frozenset({Verdict.OPEN, Verdict.DISMISSED})), "fr-vi ar-fr ms-en fa-ar"),
    (Selection(languages=frozenset({"fr"})), "fr-vi fa-fr ar-fr"),
    (Selection(languages=frozenset({"fr", "fa"})), "fa-fr"),
    (Selection(document=ARTICLES["ar"].id), "ar-fr fa-ar"),
    (Selection(text="giam ngheo"), "fr-vi"),
    (Selection(text="نرخ فقر"), "fa-fr fa-ar"),
    (Selection(text="ANOTHER place"), "ar-fr"),
    (Selection(text="100%"), ""),
    (Selection(text="  "), "fr-vi fa-fr ar-fr ms-en fa-ar"),
    (Selection(relations=frozenset({Relation.DIFFER}), languages=frozenset({"vi"}), text="pauvrete"), "fr-vi"),
]


@pytest.mark.parametrize(("selection", "expected"), SELECTIONS)
def test_cases_are_selected_best_first(dossier: Dossier, selection: Selection, expected: str) -> None:
    made = fill(dossier)
    dossier.review(review(made["fa-fr"]))
    assert names(made, dossier.cases(selection)) == expected.split()
    assert dossier.count(selection) == len(expected.split())
    paged = [case for offset in range(5) for case in dossier.cases(selection, offset=offset, limit=1)]
    assert names(made, paged) == expected.split()


def test_findings_of_a_document(dossier: Dossier) -> None:
    made = fill(dossier)
    assert dossier.findings_of(ARTICLES["fa"].id) == [made["fa-fr"], made["fa-ar"]]
    assert dossier.findings_of("unknown") == []


def test_of_the_same_finding_the_first_counts_and_unknown_articles_are_refused(dossier: Dossier) -> None:
    made = fill(dossier)
    first, second = made["fa-fr"], replace(made["fa-fr"], relation=Relation.AGREE)
    dossier.replace_findings([first, second])
    assert [case.finding for case in dossier.cases()] == [first]
    elsewhere = article("en", "Elsewhere\nThe rate was 4.21 per cent.")
    with pytest.raises(DossierError, match="not in the dossier"):
        dossier.replace_findings([finding(CLAIMS["fa"], claim(elsewhere, "4.21 per cent", "4.21"))])
    assert dossier.count() == 1


def test_a_review_stays_with_its_finding(dossier: Dossier) -> None:
    made = fill(dossier)
    kept, gone = made["fa-fr"], made["fr-vi"]
    dossier.review(review(kept))
    dossier.review(review(gone, Verdict.DISMISSED))
    swapped = replace(kept, match=replace(kept.match, a=kept.match.b, b=kept.match.a, score=0.3))
    dossier.replace_findings([swapped])
    assert dossier.case(kept.id).verdict == Verdict.CONFIRMED
    with pytest.raises(DossierError, match="no longer in the dossier"):
        dossier.case(gone.id)
    dossier.save(ARTICLES["fr"], [CLAIMS["fr"]])
    assert dossier.count() == 1
    dossier.remove(ARTICLES["vi"].id)
    assert [one.verdict for one in dossier.history(gone.id)] == [Verdict.DISMISSED]
    dossier.save(ARTICLES["vi"], [CLAIMS["vi"]])
    dossier.replace_findings(made.values())
    assert dossier.case(gone.id).verdict == Verdict.DISMISSED
    assert dossier.count(Selection(verdicts=frozenset({Verdict.DISMISSED}))) == 1


def test_undo_and_redo_are_entries_of_the_log_and_work_after_reopening(tmp_path: Path) -> None:
    with Dossier(tmp_path) as first:
        made = fill(first)
        a, b = made["fa-fr"], made["fr-vi"]
        for one in (review(a), review(b, Verdict.LATER), review(a, Verdict.DISMISSED, "wrong")):
            first.review(one)
        assert first.undo() == review(a, Verdict.DISMISSED, "wrong")
        assert first.case(a.id).review == review(a)
    with Dossier(tmp_path) as again:
        assert again.undo() == review(b, Verdict.LATER)
        assert again.case(b.id).review is None
        assert again.redo() == review(b, Verdict.LATER)
        assert again.redo() == review(a, Verdict.DISMISSED, "wrong")
        assert again.redo() is None
        assert again.undo() == review(a, Verdict.DISMISSED, "wrong")
        again.review(review(b, Verdict.CONFIRMED))
        assert again.redo() is None
        expected = [Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.CONFIRMED]
        assert [one.verdict for one in again.history(a.id)] == expected


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.tuples(st.integers(0, 2), st.sampled_from(Verdict)), st.sampled_from(["undo", "redo"]))))
def test_undo_and_redo_do_what_a_stack_does(tmp_path: Path, steps: list[object]) -> None:
    done: list[tuple[str, Verdict]] = []
    undone: list[tuple[str, Verdict]] = []
    folder = tmp_path / str(random.random())
    with Dossier(folder) as dossier:
        for step in steps:
            if step == "undo":
                result = dossier.undo()
                assert (result and (result.finding, result.verdict)) == (done[-1] if done else None)
                if done:
                    undone.append(done.pop())
            elif step == "redo":
                result = dossier.redo()
                assert (result and (result.finding, result.verdict)) == (undone[-1] if undone else None)
                if undone:
                    done.append(undone.pop())
            else:
                number, verdict = step
                dossier.review(review(f"f{number}", verdict))
                done.append((f"f{number}", verdict))
                undone.clear()
        for name in ("f0", "f1", "f2"):
            expected = next((verdict for id_, verdict in reversed(done) if id_ == name), Verdict.OPEN)
            history = dossier.history(name)
            assert (history[-1].verdict if history else Verdict.OPEN) == expected
    shutil.rmtree(folder)


def test_the_log_of_reviews_cannot_be_changed(dossier: Dossier) -> None:
    dossier.review(review("f"))
    with sqlite3.connect(dossier.folder / NAME) as connection:
        for statement in ("DELETE FROM reviews", "UPDATE reviews SET note = 'other'"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
    connection.close()


def test_one_writes_while_another_reads(tmp_path: Path) -> None:
    with Dossier(tmp_path) as writer, Dossier(tmp_path) as window:
        made = fill(writer)
        assert window.count() == 5
        with writer._database.transaction():
            writer._database.write("DELETE FROM findings")
            assert window.count() == 5
            assert len(window.cases(limit=2)) == 2
        assert window.count() == 0
        writer.replace_findings(made.values())
        window.review(review(made["fa-fr"]))
        assert writer.case(made["fa-fr"].id).verdict == Verdict.CONFIRMED


def test_a_read_only_dossier_shows_everything_and_refuses_to_write(tmp_path: Path) -> None:
    with Dossier(tmp_path) as writer:
        made = fill(writer)
        with Dossier(tmp_path, read_only=True) as reader:
            assert reader.read_only
            assert reader.count() == 5
            with pytest.raises(DossierError, match="can only be read"):
                reader.review(review(made["fa-fr"]))
            writer.review(review(made["fa-fr"]))
            assert reader.case(made["fa-fr"].id).verdict == Verdict.CONFIRMED
    with pytest.raises(DossierError, match="There is no dossier"):
        Dossier(tmp_path / "elsewhere", read_only=True)


@pytest.mark.parametrize("writable", [True, False])
def test_an_older_dossier_can_be_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, writable: bool) -> None:
    with Dossier(tmp_path / "new") as writer:
        made = fill(writer)
    (tmp_path / "old").mkdir()
    older(tmp_path / "new" / NAME, tmp_path / "old" / NAME, 3)
    before = (tmp_path / "old" / NAME).read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: writable)
    for _ in range(2):
        with Dossier(tmp_path / "old", read_only=True) as reader:
            assert reader.case(made["fa-fr"].id).a == ARTICLES["fa"]
            with pytest.raises(DossierError, match="can only be read"):
                reader.save(ARTICLES["fa"], [])
    assert ((tmp_path / "old" / NAME).read_bytes() == before) is not writable


@pytest.mark.parametrize("closed", [True, False])
def test_a_folder_that_cannot_be_written_opens_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, closed: bool
) -> None:
    folder, copy = tmp_path / "work", tmp_path / "stick"
    with Dossier(folder) as writer:
        made = fill(writer)
        if not closed:  # copied while it was open: the newest of it stands in SQLite's journal
            shutil.copytree(folder, copy)
    if closed:
        shutil.copytree(folder, copy)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Dossier(copy) as reader:
        assert reader.read_only
        assert reader.case(made["fa-fr"].id).a == ARTICLES["fa"]
        with pytest.raises(DossierError, match="can only be read"):
            reader.save(ARTICLES["fa"], [])
    monkeypatch.chdir(tmp_path)
    with Dossier(Path("stick")) as reader:  # named from where one stands
        assert reader.size() == len(ARTICLES)
    with pytest.raises(DossierError, match="cannot be written"):
        Dossier(tmp_path / "new")


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    with pytest.raises(DossierError, match="Choose another"):
        Dossier(tmp_path / "file")


def damage_rubbish(path: Path) -> None:
    path.write_bytes(b"rubbish" * 5000)


def damage_truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 4] = os.urandom(4096 * 2)
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [damage_rubbish, damage_truncate, damage_page])
def test_a_damaged_dossier_says_what_to_do(tmp_path: Path, damage: object) -> None:
    with Dossier(tmp_path) as first:
        fill(first)
    damage(tmp_path / NAME)
    with pytest.raises(DossierError, match=r"is damaged\. Restore"):
        Dossier(tmp_path)


def test_other_files_and_newer_versions_are_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / NAME) as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(DossierError, match="is not a dossier"):
        Dossier(tmp_path)
    Dossier(tmp_path / "newer").close()
    with sqlite3.connect(tmp_path / "newer" / NAME) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(DossierError, match="newer factcheck"):
        Dossier(tmp_path / "newer")


def test_an_older_version_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Dossier(tmp_path) as old:
        made = fill(old)
    was = schema.VERSION
    monkeypatch.setattr(schema, "VERSION", was + 2)
    monkeypatch.setattr(
        schema,
        "MIGRATIONS",
        {
            was: lambda connection: connection.execute("ALTER TABLE documents ADD COLUMN hash TEXT"),
            was + 1: lambda connection: connection.execute("UPDATE documents SET hash = id"),
        },
    )
    with Dossier(tmp_path) as new:
        assert new.count() == len(made)
        assert new._database.value("SELECT count(*) FROM documents WHERE hash = id") == 6
        assert new._database.value("PRAGMA user_version") == schema.VERSION
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", {was + 2: lambda connection: connection.execute("broken")})
    with pytest.raises(DossierError):
        Dossier(tmp_path)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)
    with Dossier(tmp_path) as as_before:
        assert as_before.count() == len(made)


def test_odd_texts_and_file_names_are_kept(dossier: Dossier) -> None:
    path = b"/home/editor/caf\xe9.txt".decode("utf-8", "surrogateescape")
    odd = article("fr", "Titre \ud800\nÀ 4,12 % \x00 🙂 d'habitants.", path=path)
    dossier.save(odd, [claim(odd, "4,12 %", "4.12")])
    kept = dossier.document(odd.id)
    assert kept.path == path
    assert kept.text == odd.text.replace("\ud800", "?")
    assert kept.quote(dossier.claims(odd.id)[0].span) == "4,12 %"
    assert dossier.library()[0].path == path


def test_the_disk_full_is_said(dossier: Dossier) -> None:
    fill(dossier)
    dossier._database.rows(f"PRAGMA max_page_count = {dossier._database.value('PRAGMA page_count')}")
    big = article("en", "Title\n" + "word " * 100_000)
    with pytest.raises(DossierError, match="disk is full"):
        dossier.save(big, [])
    assert not dossier.has(big.id)
    assert dossier.count() == 5


REVIEWER = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from samples import review
from factcheck.dossier.store import Dossier
with Dossier(Path({folder!r})) as dossier:
    number = len(dossier.history("f"))
    while True:
        dossier.review(review("f", note=str(number)))
        print(number, flush=True)
        number += 1
"""


@pytest.mark.parametrize("rounds", [4])
def test_a_review_survives_being_killed(tmp_path: Path, rounds: int) -> None:
    script = REVIEWER.format(tests=str(Path(__file__).parent), folder=str(tmp_path))
    acknowledged = -1
    for number in range(rounds):
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            for _ in range(3 + 5 * number):
                acknowledged = max(acknowledged, int(process.stdout.readline()))
            time.sleep(0.0007 * number)
            process.kill()
            acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
        with Dossier(tmp_path) as dossier:
            dossier.verify()
            notes = [int(one.note) for one in dossier.history("f")]
            assert notes == list(range(len(notes)))
            assert acknowledged < len(notes) <= acknowledged + 2


def test_a_pair_is_kept_with_all_it_says(dossier: Dossier) -> None:
    persian, french, differing = pair()
    dossier.save(persian, [differing.match.a])
    dossier.save(french, [differing.match.b])
    dossier.replace_findings([differing])
    case = dossier.cases()[0]
    assert case == Case(differing, persian, french)
    assert case.finding.match.reasons == differing.match.reasons


def test_what_is_known_of_an_article_comes_back(tmp_path: Path) -> None:
    known = (("author", "meta"), ("published", "json-ld"))
    document = replace(article("fa", "a.html"), author="Jane Doe", outlet="The Daily", origins=known)
    with Dossier(tmp_path / "dossier") as dossier:
        dossier.save(document, ())
        assert dossier.document(document.id) == document
    with Dossier(tmp_path / "dossier") as dossier:
        assert dossier.document(document.id) == document


def test_one_misquotation_is_one_case(dossier: Dossier) -> None:
    made = fill(dossier)
    lead = made["fr-vi"]
    made["fa-fr"] = replace(made["fa-fr"], under=lead.id)
    dossier.replace_findings(made.values())
    assert names(made, dossier.cases(Selection(leads=True))) == ["fr-vi", "ar-fr", "ms-en", "fa-ar"]
    assert [case.further for case in dossier.cases()] == [1, 0, 0, 0, 0]
    assert dossier.counts()[Relation.DIFFER] == dossier.count(Selection(frozenset({Relation.DIFFER}), leads=True)) == 1
    assert dossier.language_pairs(Relation.DIFFER) == {frozenset({"fr", "vi"}): 1, frozenset({"fa", "fr"}): 1}
    # a case is listed where any of its pairs is selected, and by what was decided on its lead
    for selection in (
        Selection(languages=frozenset({"fa"})),
        Selection(text="نرخ فقر"),
        Selection(document=CLAIMS["fa"].document),
    ):
        chosen = replace(selection, relations=frozenset({Relation.DIFFER}), leads=True)
        assert names(made, dossier.cases(chosen)) == ["fr-vi"]
        assert names(made, dossier.cases(dossier.searched(chosen))) == ["fr-vi"]
        assert dossier.count(chosen) == 1
    dossier.review(review(lead))
    assert dossier.count(Selection(verdicts=frozenset({Verdict.CONFIRMED}), leads=True)) == 1
    assert dossier.findings_of(CLAIMS["fa"].document)[0].under == lead.id
    # without the article of its lead, a pair leads its own case
    dossier.remove(CLAIMS["vi"].document)
    assert next((case.finding.under, case.further) for case in dossier.cases()) == ("", 0)
    assert names(made, dossier.cases(Selection(leads=True)))[0] == "fa-fr"


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), "ms-en fa-fr fr-vi fa-ar ar-fr"),  # the surest first
        (Selection(together=True), "ms-en fr-vi fa-ar fa-fr ar-fr"),
        (Selection(together=True, order=Order.SCORE), "ar-fr fa-fr ms-en fa-ar fr-vi"),
        (Selection(together=True, order=Order.SCORE, descending=True), "ms-en fr-vi fa-ar fa-fr ar-fr"),
        (Selection(together=True, languages=frozenset({"fr"})), "fr-vi fa-fr ar-fr"),
        (Selection(together=True, text="giam ngheo"), "fr-vi"),
        (Selection(together=True, verdicts=frozenset({Verdict.DISMISSED})), ""),
    ],
)
def test_findings_of_a_case_stand_together_where_its_lead_stands(
    dossier: Dossier, selection: Selection, expected: str
) -> None:
    made = fill(dossier)
    scores = {"ms-en": 0.9, "fa-fr": 0.8, "fr-vi": 0.7, "fa-ar": 0.6, "ar-fr": 0.5}
    leads = {"fr-vi": "ms-en", "fa-ar": "ms-en"}
    for name, score in scores.items():
        one = made[name]
        under = made[leads[name]].id if name in leads else ""
        made[name] = replace(one, match=replace(one.match, score=score), relation=Relation.DIFFER, under=under)
    dossier.replace_findings(made.values())
    chosen = dossier.searched(selection)
    assert names(made, dossier.cases(chosen)) == expected.split()
    paged = [case for offset in range(0, 6, 2) for case in dossier.cases(chosen, offset=offset, limit=2)]
    assert names(made, paged) == expected.split()


def test_the_library_reads_what_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "TOGETHER", 3)
    with Dossier(tmp_path) as kept:
        for number in range(10):
            kept.save(replace(article("en", f"Article {number}."), path=f"{9 - number}.txt"), ())
        rows = kept.library()
        assert [row.path for row in rows] == [f"{number}.txt" for number in range(10)] == [row.path for row in rows[:]]
        assert (len(rows), rows[-1].path, [row.path for row in rows[8:0:-4]]) == (10, "9.txt", ["8.txt", "4.txt"])
        assert [rows.place(row.document) for row in rows] == list(range(10))
        assert rows.place("gone") is None
        with pytest.raises(IndexError):
            rows[10]
        gone = kept.library()
        kept.remove(rows[4].document)
        assert (gone[3].path, gone[4].path, len(kept.library())) == ("3.txt", "", 9)


def test_findings_are_kept_with_what_the_articles_taught_or_neither(tmp_path: Path) -> None:
    with Dossier(tmp_path) as kept:
        one, other = article("en"), article("fa")
        differing = finding(claim(one, "4.21 per cent", "4.21"), claim(other, "۴٫۲۱ درصد", "4.21"))
        kept.save(one, ())
        kept.save(other, ())
        kept.replace_findings([differing], [("en", "bridge", "fa", "پل", 0.9)])
        assert kept.learned("bridge") == [("fa", "پل", 0.9)]
        with pytest.raises(DossierError, match="cannot be used"):
            kept.replace_findings([], [("en", "house", "fa", "خانه", object())])  # type: ignore[list-item]
        assert (kept.count(), kept.learned("bridge")) == (1, [("fa", "پل", 0.9)])
        kept.replace_findings([differing])
        assert kept.learned("bridge")


def test_what_is_written_of_findings_waits_in_the_folder_of_the_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere at all")
    monkeypatch.setattr(spool, "_IN_MEMORY", 10)
    with Dossier(tmp_path) as kept:
        one, other = article("en"), article("fa")
        kept.save(one, ())
        kept.save(other, ())
        kept.replace_findings([finding(claim(one, "4.21 per cent", "4.21"), claim(other, "۴٫۲۱ درصد", "4.21"))])
        assert kept.count() == 1
        assert {path.name.split(".")[0] for path in tmp_path.iterdir()} == {"dossier"}


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "disk is full"), (errno.EIO, "does not answer")])
def test_what_is_wrong_with_the_disk_is_told_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    class Failing(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(number, "the disk")

    with Dossier(tmp_path) as kept:
        one, other = article("en"), article("fa")
        kept.save(one, ())
        kept.save(other, ())
        differing = finding(claim(one, "4.21 per cent", "4.21"), claim(other, "۴٫۲۱ درصد", "4.21"))
        kept.replace_findings([differing])
        monkeypatch.setattr(spool, "SpooledTemporaryFile", lambda *_, **__: Failing())
        with pytest.raises(DossierError, match=said):
            kept.replace_findings([differing, replace(differing, type="another")])
        assert kept.count() == 1


def tables(dossier: Dossier) -> list[str]:
    """Return what makes the tables, indexes and triggers, by whichever names findings have been replaced."""
    made = dossier._database.rows("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    return sorted(sql.replace('"', "").replace("_anew", "") for (sql,) in made)


def test_the_indexes_outlast_findings_that_are_replaced_and_those_that_cannot_be(dossier: Dossier) -> None:
    before = tables(dossier)
    made = fill(dossier)
    assert tables(dossier) == before
    elsewhere = article("en", "Elsewhere\nThe rate was 4.21 per cent.")
    unknown = finding(CLAIMS["fa"], claim(elsewhere, "4.21 per cent", "4.21"))
    with pytest.raises(DossierError, match="not in the dossier"):
        dossier.replace_findings([*made.values(), unknown])
    assert tables(dossier) == before
    assert dossier.count() == len(made)
    dossier.replace_findings(made.values())
    assert tables(dossier) == before
    with pytest.raises(sqlite3.IntegrityError):
        dossier._database._connection.execute("INSERT INTO finding_records VALUES (99, '[]', '')")
    dossier.remove(ARTICLES["fa"].id)
    assert {row for (row,) in dossier._database.rows("SELECT number FROM finding_records")} == {
        row for (row,) in dossier._database.rows("SELECT number FROM findings")
    }


def test_while_findings_are_replaced_people_can_decide_and_see_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "_TOGETHER", 1)
    put, lots = stored._put, list[int]()

    def meanwhile(database: Database, first: int, *given: Any) -> None:
        lots.append(first)
        put(database, first, *given)

    def decide(database: Database) -> None:
        with Dossier(tmp_path) as window:
            assert window.count() == len(made)
            window.review(review(kept, Verdict.CONFIRMED))
        anew_indexes(database)

    with Dossier(tmp_path) as dossier:
        made = fill(dossier)
        kept, counts = made["fr-vi"], [row[-3:] for row in dossier.library()]
        anew_indexes = anew.make_indexes
        monkeypatch.setattr(stored, "_put", meanwhile)
        monkeypatch.setattr(anew, "make_indexes", decide)
        dossier.replace_findings(made.values())
        assert lots == [1, 2, 3, 4, 5]
        assert dossier.case(kept.id).verdict == Verdict.CONFIRMED
        assert dossier.count(Selection(verdicts=frozenset({Verdict.OPEN}))) == 4
        assert [row[-3:] for row in dossier.library()] == counts


@pytest.mark.parametrize(
    ("where", "what", "times", "left"),
    [
        (stored, "_put", 1, 5), (stored, "_put", 3, 5), (anew, "make_indexes", 1, 5), (anew, "put_in_place", 1, 5),
        (anew, "clear", 2, 3),
    ],
)  # fmt: skip
@pytest.mark.parametrize("few", [False, True])
def test_a_program_that_ends_while_findings_are_replaced_leaves_those_before_or_the_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any, what: str, times: int, left: int, few: bool
) -> None:
    monkeypatch.setattr(stored, "_TOGETHER", 1)
    done, rest = getattr(where, what), [times]

    class KilledError(BaseException):
        pass

    def until(*given: Any) -> Any:
        rest[0] -= 1
        if rest[0] > 0:
            return done(*given)
        patched.setattr(anew, "clear", until)  # nobody tidies up
        raise KilledError

    with Dossier(tmp_path) as dossier:
        made = list(fill(dossier).values())
        before = tables(dossier)
        with monkeypatch.context() as patched:
            patched.setattr(where, what, until)
            with pytest.raises(KilledError):
                dossier.replace_findings(made[:3])
    with Dossier(tmp_path) as dossier:
        assert dossier.count() == left
        assert len(tables(dossier)) > len(before)
        if few:
            dossier.replace_findings_of((), ())
        else:
            dossier.replace_findings(made[:1])
        assert dossier.count() == (left if few else 1)
        assert tables(dossier) == before
