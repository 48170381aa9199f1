"""A dossier that grows: what changed is read and compared, and the findings are those of a fresh start."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.checking import Progress, check, executors, neighbours, reading
from factcheck.checking.reading import read_files
from factcheck.dossier.store import Dossier
from factcheck.matching import pairing
from factcheck.model import Case, Relation, Skipped, Verdict
from factcheck.search.index import open_index
from samples import review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.checking.reading import Ask, Manner
    from factcheck.dossier.files import Reading
    from factcheck.model import Finding

TEXTS = {
    "en": "At the end of 2023, the poverty rate in Quang Ninh stood at {}%. The province has {} households.\n",
    "fr": "Fin 2023, le taux de pauvreté à Quang Ninh s'établissait à {} %. La province compte {} ménages.\n",
    "ms": "Pada akhir tahun 2023, kadar kemiskinan di Quang Ninh ialah {}%. Wilayah itu mempunyai {} isi rumah.\n",
    "vi": "Cuối năm 2023, tỷ lệ hộ nghèo ở Quảng Ninh là {}%. Tỉnh có {} hộ.\n",
}
RATES = ("4.21", "4.12", "42.1")
HOUSEHOLDS = ("16700", "17600")
NAMES = ("a.txt", "b.txt", "c/d.txt", "e.txt")


def text(language: str, rate: int, households: int) -> str:
    return TEXTS[language].format(RATES[rate % 3], HOUSEHOLDS[households % 2])


def put(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, "utf-8")


def findings(dossier: Dossier | None, *paths: Path, **options: object) -> list[Finding]:
    return [each.finding for each in check(dossier, paths, **options) if isinstance(each, Case)]


def skipped(dossier: Dossier, *paths: Path) -> list[Skipped]:
    return [each for each in check(dossier, paths) if isinstance(each, Skipped)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number, (name, language) in enumerate(zip(NAMES, TEXTS, strict=True)):
        put(made, name, text(language, number, 0))
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the files that are read whole."""
    counted: Counter[str] = Counter()

    def counting(asks: Sequence[Ask], manner: Manner) -> list[Reading]:
        made = read_files(asks, manner)
        counted.update(Path(each.path).name for each in made if not each.unchanged)
        return made

    monkeypatch.setattr(reading, "read_files", counting)
    return counted


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.sampled_from(["put", "put", "put", "remove", "touch", "copy"]),
        st.sampled_from(sorted(TEXTS)),
        st.integers(0, 2),
        st.integers(0, 1),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CHANGES, min_size=1, max_size=4))
def test_after_any_changes_the_findings_are_those_of_a_fresh_start(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, str, int, int]]]
) -> None:
    base = tmp_path_factory.mktemp("growing")
    articles = base / "articles"
    put(base, "articles/stays.txt", text("en", 0, 0))
    with Dossier(base / "kept") as dossier:
        for changes in rounds:
            for name, change, *content in changes:
                path = articles / name
                if change == "put":
                    put(articles, name, text(*content))
                elif change == "copy":
                    put(articles, name, (articles / "stays.txt").read_text("utf-8"))
                elif path.exists() and change == "remove":
                    path.unlink()
                elif path.exists():
                    os.utime(path, (1_600_000_000 + content[1], 1_600_000_000))
            assert findings(dossier, articles) == findings(None, articles)
            assert dossier.pending("matching") == dossier.pending("indexing") == []
            with open_index(dossier.index_folder, dossier) as index:
                assert index.documents() == dossier.size() == len({p.read_bytes() for p in articles.rglob("*.txt")})
    shutil.rmtree(base)


def test_only_what_is_new_or_other_is_read(folder: Path, tmp_path: Path, read: Counter[str]) -> None:
    for path in folder.rglob("*.txt"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    with Dossier(tmp_path / "kept") as dossier:
        first = findings(dossier, folder)
        assert set(read.values()) == {1}
        assert findings(dossier, folder) == first != []
        os.utime(folder / "a.txt", (1_500_000_000, 1_500_000_000))  # the clock was set back; the bytes are the same
        assert findings(dossier, folder) == first
        put(folder, "b.txt", text("fr", 0, 1))
        findings(dossier, folder)
        assert read == {"a.txt": 1, "b.txt": 2, "d.txt": 1, "e.txt": 1}
        findings(dossier, folder, language="en")
        assert sum(read.values()) == 9, "told another language, all files are read again"


def test_a_file_that_may_still_be_written_is_looked_at_again(folder: Path, tmp_path: Path) -> None:
    path = folder / "a.txt"
    with Dossier(tmp_path / "kept") as dossier:
        findings(dossier, folder)
        status = path.stat()
        put(folder, "a.txt", text("en", 1, 0))  # as long as before, and as far as its time says from before
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        assert findings(dossier, folder) == findings(None, folder)


def test_a_folder_that_is_not_there_any_more_forgets_nothing(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        before = findings(dossier, folder)
        shutil.rmtree(folder)
        assert findings(dossier, folder) == before
        folder.mkdir()  # a place where a disk is not connected
        assert findings(dossier, folder) == before
        put(folder, "a.txt", text("en", 0, 0))
        assert dossier.size() == 4
        assert findings(dossier, folder) == []
        assert dossier.size() == 1


def test_an_article_that_moved_is_known_again(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        before = findings(dossier, folder)
        folder.rename(tmp_path / "elsewhere")
        assert findings(dossier, tmp_path / "elsewhere") == before
        assert {Path(row.path).parts[-2] for row in dossier.library()} <= {"elsewhere", "c"}


def test_a_copy_is_read_when_the_other_file_goes(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "a.txt", folder / "z.txt")
    with Dossier(tmp_path / "kept") as dossier:
        (listed,) = skipped(dossier, folder)
        assert Path(listed.path).name == "z.txt"
        assert skipped(dossier, folder) == [listed]
        (folder / "a.txt").unlink()
        assert skipped(dossier, folder) == []
        assert {Path(row.path).name for row in dossier.library()} == {"b.txt", "d.txt", "e.txt", "z.txt"}


def test_of_files_with_the_same_text_the_first_counts_whichever_was_read_first(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        findings(dossier, folder)
        shutil.copy(folder / "b.txt", folder / "y.txt")
        assert len(skipped(dossier, folder)) == 1
        shutil.copy(folder / "b.txt", folder / "2021-05-01 b.txt")  # a name tells the day
        listed = skipped(dossier, folder)
        assert [Path(each.path).name for each in listed] == ["b.txt", "y.txt"]
        assert all("as " + str(folder / "2021-05-01 b.txt") in each.reason for each in listed)
        (folder / "y.txt").unlink()
        assert findings(dossier, folder) == findings(None, folder)
        (folder / "2021-05-01 b.txt").rename(folder / "z.txt")
        (listed,) = skipped(dossier, folder)
        assert Path(listed.path).name == "z.txt"
        assert findings(dossier, folder) == findings(None, folder)
        days = {Path(one.path).name: one.published for one in dossier.documents()}
        assert days["b.txt"] is None


def test_a_file_that_becomes_a_folder_is_gone(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        findings(dossier, folder)
        (folder / "b.txt").unlink()
        put(folder, "b.txt/other.txt", text("en", 1, 1))
        assert findings(dossier, folder) == findings(None, folder)
        assert {Path(one.path).name for one in dossier.documents()} == {"a.txt", "other.txt", "d.txt", "e.txt"}


def test_what_cannot_be_read_now_stays_as_it_was_read(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        before = findings(dossier, folder)
        (folder / "a.txt").unlink()
        assert [Path(each.path).name for each in skipped(dossier, folder / "a.txt")] == ["a.txt"]
        assert dossier.size() == 4
        assert [case.finding for case in dossier.cases()] == before


def test_a_check_that_was_stopped_goes_on(folder: Path, tmp_path: Path, read: Counter[str]) -> None:
    answers = iter([False, False, True, True, True, True])
    with Dossier(tmp_path / "kept") as dossier:
        assert findings(dossier, folder, cancelled=lambda: next(answers)) == []
        assert dossier.size() == 2
        assert len(dossier.pending("matching")) == 2
    with Dossier(tmp_path / "kept") as dossier:
        assert findings(dossier, folder) == findings(None, folder)
        assert max(read.values()) == 2, "once by the stopped check and once by the fresh one"


def test_a_check_that_is_stopped_while_it_compares_does_so_next_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()
    with Dossier(tmp_path / "kept") as dossier:
        with monkeypatch.context() as patch:
            patch.setattr(pairing, "align", lambda *_: pytest.fail("nobody asked whether to go on"))
            for happened in check(dossier, [folder], processes=1, cancelled=lambda: "matching" in seen):
                assert isinstance(happened, Progress)
                seen.add(happened.step)
        assert seen == {"reading", "matching"}
        assert len(dossier.pending("matching")) == dossier.size()
        assert findings(dossier, folder) == findings(None, folder)


def read_or_die(asks: Sequence[Ask], manner: Manner, wanted: str | None = None) -> list[Reading]:
    if any("die" in Path(ask.path).read_text("utf-8") for ask in asks):
        os._exit(3)
    return read_files(asks, manner, wanted)


def test_two_files_that_exchange_their_texts_are_both_read_again(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        assert findings(dossier, folder)
        (folder / "a.txt").rename(folder / "c.txt")
        (folder / "b.txt").rename(folder / "a.txt")
        (folder / "c.txt").rename(folder / "b.txt")
        assert findings(dossier, folder) == findings(None, folder)
        assert {Path(one.path).name for one in dossier.documents()} >= {"a.txt", "b.txt"}


def test_a_file_that_ends_its_process_twice_is_set_aside_and_listed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = findings(None, folder)
    put(folder, "b0.txt", "Readers die here. The poverty rate was 4.21% in 2023.")
    monkeypatch.setattr(reading, "read_files", read_or_die)
    monkeypatch.setattr(executors, "_OTHERS_START", 2)
    with Dossier(tmp_path / "kept") as dossier:
        happened = list(check(dossier, [folder], processes=2))
        dossier.verify()
        assert [case.finding for case in happened if isinstance(case, Case)] == expected
        (listed,) = (each for each in happened if isinstance(each, Skipped))
        assert "set aside" in listed.reason
        assert Path(listed.path).name == "b0.txt"
        assert skipped(dossier, folder) == [listed], "it is not tried again"
        put(folder, "b0.txt", text("en", 0, 0) + "\n")
        assert skipped(dossier, folder) == []


def test_several_processes_find_the_same(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_OTHERS_START", 2)
    with Dossier(tmp_path / "kept") as dossier:
        assert findings(dossier, folder, processes=2) == findings(None, folder, processes=1)


def stored(folder: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "dossier.sqlite3")) as database:
        return database.execute("SELECT * FROM findings JOIN finding_records USING (number) ORDER BY number").fetchall()


def test_several_processes_store_the_same_rows(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "_OTHERS_START", 2)
    for processes in (1, 2):
        with Dossier(tmp_path / str(processes)) as dossier:
            found = findings(dossier, folder, processes=processes)
    assert stored(tmp_path / "1") == stored(tmp_path / "2")
    with Dossier(tmp_path / "by hand") as dossier:
        findings(dossier, folder, processes=1)
        dossier.replace_findings(found)
    by_hand, by_check = (sorted(row[1:] for row in stored(tmp_path / name)) for name in ("by hand", "1"))
    assert by_hand == by_check, "whoever works a row out, it is the same"


def test_a_few_new_articles_meet_their_neighbours_first(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "MANY", 4)
    monkeypatch.setattr(neighbours, "_ONE_IN", 2)
    with Dossier(tmp_path / "kept") as dossier:
        before = findings(dossier, folder)
        put(folder, "new.txt", text("en", 1, 1))
        found = findings(dossier, folder)
        new = next(row.document for row in dossier.library() if row.path.endswith("new.txt"))
        assert {finding.id for finding in before} < {finding.id for finding in found}
        assert any(new in {finding.match.a.document, finding.match.b.document} for finding in found)
        assert dossier.pending("settling") == [new]
        (folder / "new.txt").unlink()
        assert findings(dossier, folder) == before
        put(folder, "new.txt", text("en", 1, 1))
        findings(dossier, folder)
        assert findings(dossier, folder, afresh=True) == findings(None, folder)
        assert dossier.pending("settling") == []


def reviewed(dossier: Dossier) -> list[tuple[str, Verdict]]:
    return [(case.finding.match.a.document, case.verdict) for case in dossier.cases() if case.review is not None]


def test_a_verdict_stays_when_an_article_is_edited_and_its_figures_are_not(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        findings(dossier, folder)
        differ = next(case for case in dossier.cases() if case.finding.relation is Relation.DIFFER)
        dossier.review(review(differ.finding, Verdict.DISMISSED, "asked the ministry"))
        for side, words in ((differ.a, "Morning edition.\n\n"), (differ.b, "Updated at noon.\n\n"), (differ.a, "!\n")):
            path = Path(side.path)
            path.write_text(words + path.read_text("utf-8"), "utf-8")
            findings(dossier, folder)
            (kept,) = (case for case in dossier.cases() if case.review is not None)
            assert kept.review is not None
            assert (kept.verdict, kept.review.note) == (Verdict.DISMISSED, "asked the ministry")
            assert kept.review.finding == kept.finding.id != differ.finding.id
        assert [one.verdict for one in dossier.history(kept.finding.id)] == [Verdict.DISMISSED]
    with Dossier(tmp_path / "kept") as dossier:
        assert dossier.undo() is not None
        assert not reviewed(dossier)
        assert dossier.redo() is not None
        assert [verdict for _, verdict in reviewed(dossier)] == [Verdict.DISMISSED]
        dossier.review(review(kept.finding, Verdict.CONFIRMED))
        assert dossier.undo() is not None
        assert [verdict for _, verdict in reviewed(dossier)] == [Verdict.DISMISSED]


def test_a_verdict_does_not_outlive_its_figure(folder: Path, tmp_path: Path) -> None:
    put(folder, "b.txt", text("fr", 1, 0))
    with Dossier(tmp_path / "kept") as dossier:
        findings(dossier, folder)
        differ = next(case for case in dossier.cases() if case.finding.relation is Relation.DIFFER)
        dossier.review(review(differ.finding, Verdict.DISMISSED))
        changed = next(side for side in (differ.a, differ.b) if side.path.endswith("b.txt"))
        path = Path(changed.path)
        path.write_text(path.read_text("utf-8").replace("4.12", "4.17"), "utf-8")
        findings(dossier, folder)
        assert not reviewed(dossier)
        path.write_text(path.read_text("utf-8").replace("4.17", "4.12"), "utf-8")
        findings(dossier, folder)
        assert [verdict for _, verdict in reviewed(dossier)] == [Verdict.DISMISSED], (
            "the figure is back, and its verdict"
        )


def test_progress_names_the_file_at_hand(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        told = [each for each in check(dossier, [folder]) if isinstance(each, Progress)]
    read_ = [Path(each.detail).name for each in told if each.step == "reading" and each.detail]
    assert read_ == ["a.txt", "b.txt", "d.txt", "e.txt"]
    assert [each.step for each in told if each.done == each.total] == ["reading", "matching", "indexing"]


def test_afresh_compares_what_is_settled_too(folder, tmp_path):
    """As after a change of the rules: what was found before is found anew."""
    with Dossier(tmp_path / "kept") as dossier:
        found = findings(dossier, folder)
        assert found
        dossier.replace_findings(found[:1])
        assert findings(dossier, folder) == found[:1], "nothing is new"
        assert findings(dossier, folder, afresh=True) == found
    with Dossier(tmp_path / "empty") as dossier:
        assert findings(dossier, tmp_path / "nowhere", afresh=True) == []
