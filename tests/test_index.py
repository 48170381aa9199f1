from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import QueryError
from factcheck.search.index import ENGINES, Index, open_index
from factcheck.search.query import highlights
from samples import TEXTS, article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ARTICLES = {language: article(language) for language in TEXTS}


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, engine: str) -> Iterator[Index]:
    with open_index(tmp_path_factory.mktemp("dossier") / "index", engine=engine) as index:
        index.add(ARTICLES.values())
        yield index


def found(index: Index, query: str) -> set[str]:
    languages = {document.id: language for language, document in ARTICLES.items()}
    return {languages[hit.document] for hit in index.search(query).hits}


@pytest.mark.parametrize(
    ("query", "languages"),
    [
        ('source:"bao quang ninh"', "vi"),
        ("source:Báo", "vi"),
        ("source:BAO 4.21", "vi"),
        ('source:"ninh quang"', ""),
        ("source:صدای", "fa"),
        ("source:صداي", "fa"),
        ("source:articles", "vi fa fr"),  # by file and address as before
        ("source:news.example/fr", "fr"),
        ("file:bao", ""),
        ("bao", ""),  # the outlet is no word of the article
    ],
)
def test_a_source_is_found_by_its_outlet_as_by_its_file_and_address(
    tmp_path: Path, engine: str, query: str, languages: str
) -> None:
    named = {"vi": "Báo Quảng Ninh", "fa": "صدای جنوب", "fr": ""}
    articles = {tag: replace(ARTICLES[tag], outlet=outlet) for tag, outlet in named.items()}
    with open_index(tmp_path / "index", engine=engine) as index:
        index.add(articles.values())
        assert found(index, query) == set(languages.split())


def test_an_article_without_an_address_counts_with_its_outlet(tmp_path: Path, engine: str) -> None:
    article_ = replace(ARTICLES["vi"], outlet="Báo  Quảng Ninh", url=None)
    with open_index(tmp_path / "index", engine=engine) as index:
        index.add([article_, replace(ARTICLES["fr"], outlet="Le Journal")])
        assert dict(index.facets("2023")["site"]) == {"Báo Quảng Ninh": 1, "news.example": 1}
        assert found(index, 'source:"Báo Quảng Ninh"') == {"vi"}


QUERIES = [
    ("نرخ فقر", "fa"),
    ("«نرخ فقر»", "fa"),
    ("فقر", "fa ar"),
    ("الفقر", "fa ar"),
    ("giam ngheo", "vi"),
    ('"giảm nghèo"', "vi"),
    ('"nghèo giảm"', ""),
    ('"ho toan"', ""),
    ('"ho toan"~1', "vi"),
    ("pauvrete", "fr"),
    ("PAUVRETÉ taux", "fr"),
    ("kemisk*", "ms"),
    ("kem?skin*", "ms"),
    ("*nguran", ""),
    ("k*n", "ms"),
    ("=pauvreté", "fr"),
    ("=pauvrete", ""),
    ("=Pauvreté", ""),
    ('="taux de pauvreté"', "fr"),
    ('="Taux de pauvreté"', ""),
    ("=4,12", "fr"),
    ("=فقر", "fa"),
    ("file:articles/vi", "vi"),
    ("file:news.example", ""),
    ('"taux province"~7', "fr"),
    ('"taux ensemble province"~4', "fr"),
    ('"taux ensemble province"~1', ""),
    ("kemiskinam~", "ms"),
    ("povretty~2", "en"),
    ("4.21", "fa ar vi ms en"),
    ("۴٫۱۲", "fr"),
    ("16700", "en"),
    ("16.700", "en"),
    ("2023", "fa ar fr vi ms en"),
    ("2023 NOT 4.21", "fr"),
    ("2023 NOT (4.21 OR pauvreté)", ""),
    ("NOT 4.21", "fr"),
    ("poverty OR kemiskinan", "en ms"),
    ("(poverty OR kemiskinan) peratus", "ms"),
    ("lang:fr", "fr"),
    ("lang:malay 2023", "ms"),
    ("lang:(fa OR ar) 2023", "fa ar"),
    ("-lang:fa فقر", "ar"),
    ("source:news.example/vi", "vi"),
    ("source:articles lang:en", "en"),
    ("date:2023", "fa ar fr vi ms en"),
    ("date:2023-11-20 فقر", "fa ar"),
    ("date:2024..", ""),
    ("date:..2023-11-19", ""),
    ("خانوار", "fa"),
    ("میگیرند", "fa"),
    ("ensemble", "fr"),
    ("l'ensemble", "fr"),
    ("absent", ""),
    ("absent*", ""),
]


@pytest.mark.parametrize(("query", "languages"), QUERIES)
def test_a_query_finds_these_articles_and_no_others(filled: Index, query: str, languages: str) -> None:
    assert found(filled, query) == set(languages.split())


@pytest.mark.parametrize(("query", "languages"), QUERIES)
def test_what_is_found_is_highlighted_and_what_is_highlighted_found(query: str, languages: str) -> None:
    if any(mark in query for mark in ("NOT", "-", ":")) or query.count(" "):
        return
    for language, document in ARTICLES.items():
        marked = highlights(query, f"{document.title}\n{document.text}", language)
        assert bool(marked) == (language in languages.split())


def test_results_count_all_and_page(filled: Index) -> None:
    everything = filled.search("2023")
    assert everything.total == 6
    pages = [filled.search("2023", limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [page.total for page in pages] == [6] * 4
    assert tuple(hit for page in pages for hit in page.hits) == everything.hits
    assert [hit.score for hit in everything.hits] == sorted((hit.score for hit in everything.hits), reverse=True)
    assert "“2023”" in everything.explanation


def test_a_title_weighs_more(tmp_path: Path, engine: str) -> None:
    above = article("en", "Poverty\nThe rate fell, and much else happened.")
    below = article("en", "The rate\nThe poverty fell, and much else happened.")
    with open_index(tmp_path, engine=engine) as index:
        index.add([below, above])
        assert [hit.document for hit in index.search("poverty").hits] == [above.id, below.id]
        assert index.search('"happened poverty"').total == 0


def test_adding_again_replaces_and_removing_forgets(tmp_path: Path, engine: str) -> None:
    first = article("en", "Poverty\nIt fell.")
    second = replace(first, text="Poverty\nIt rose.")
    with open_index(tmp_path, engine=engine) as index:
        index.add([first, article("fr")])
        index.add([second, second])
        assert index.documents() == 2
        assert index.search("rose").total == 1
        assert index.search("fell").total == 0
        index.remove([first.id, "unknown"])
        assert index.documents() == 1
        assert index.search("rose OR NOT pauvreté").total == 0
    with open_index(tmp_path, engine=engine) as index:
        assert index.documents() == 1
        assert index.search("pauvreté").total == 1


def test_many_small_commits_stay_searchable(tmp_path: Path, engine: str) -> None:
    with open_index(tmp_path, engine=engine) as index:
        for number in range(20):
            index.add([article("en", f"Number {number}\nPoverty in village {number}.")])
        index.remove([article("en", "Number 7\nPoverty in village 7.").id])
        assert index.search("poverty").total == index.documents() == 19
        assert index.search('"village 19"').total == 1
        assert index.search('"village 7"').total == 0


def test_a_reader_sees_what_another_writes(tmp_path: Path, engine: str) -> None:
    with open_index(tmp_path, engine=engine) as reader, open_index(tmp_path, engine=engine) as writer:
        assert reader.search("poverty").total == 0
        writer.add([ARTICLES["en"]])
        assert reader.search("poverty").total == 1
        writer.remove([ARTICLES["en"].id])
        assert reader.documents() == 0


def test_prefixes_of_too_many_words_are_capped_and_it_is_said(tmp_path: Path) -> None:
    words = " ".join(f"ab{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(300))
    with open_index(tmp_path) as index:
        index.add([article("en", words)])
        assert "type more letters" in index.search("ab*").explanation
        assert "type more letters" not in index.search("aba*").explanation


def damage_truncate(folder: Path) -> None:
    for path in files(folder):
        if path.suffix not in {".toc", ".json", ".lock"} and path.name != "format":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def damage_rubbish(folder: Path) -> None:
    for path in files(folder):
        if path.suffix in {".toc", ".json"}:
            path.write_bytes(b"\x00rubbish" * 20)


def damage_postings(folder: Path) -> None:
    for path in files(folder):
        if path.suffix in {".pst", ".idx", ".term"}:
            path.write_bytes(b"\xff" * path.stat().st_size)


def damage_missing(folder: Path) -> None:
    for path in files(folder):
        if path.suffix in {".trm", ".term"}:
            path.unlink()


def damage_outdated(folder: Path) -> None:
    for path in folder.glob("*/format"):
        path.write_text("factcheck 0", "utf-8")


def damage_pointer(folder: Path) -> None:
    (folder / "current").write_text("../../elsewhere", "utf-8")


def damage_all_gone(folder: Path) -> None:
    shutil.rmtree(folder)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*/*") if path.is_file()]


@pytest.mark.parametrize(
    "damage",
    [
        damage_truncate,
        damage_rubbish,
        damage_postings,
        damage_missing,
        damage_outdated,
        damage_pointer,
        damage_all_gone,
    ],
)
def test_a_damaged_index_empties_itself_and_can_be_filled_again(
    tmp_path: Path, damage: Callable[[Path], None], engine: str
) -> None:
    folder = tmp_path / "index"
    with open_index(folder, engine=engine) as index:
        index.add(ARTICLES.values())
    damage(folder)
    with open_index(folder, engine=engine) as index:
        assert index.search("فقر").hits == ()
        assert index.documents() == 0
        index.add(ARTICLES.values())
        assert found(index, "فقر") == {"fa", "ar"}
    with open_index(folder, engine=engine) as index:
        assert index.documents() == 6


class _Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("exploded",)


def test_an_index_from_elsewhere_cannot_run_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "index"
    with open_index(folder) as index:
        index.add([ARTICLES["en"]])
    for path in folder.glob("*/*.toc"):
        toc = path.read_bytes()
        at = toc.rindex(b"\x80")  # the record of the segments
        path.write_bytes(toc[:at] + pickle.dumps([_Bomb()]))
    with open_index(folder) as index:
        assert index.documents() == 0
    assert not (tmp_path / "exploded").exists()


def test_where_nothing_can_be_written_the_index_is_kept_in_memory(tmp_path: Path, engine: str) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder", "utf-8")
    with open_index(in_the_way / "index", engine=engine) as index:
        index.add([ARTICLES["en"]])
        assert index.search("poverty").total == 1


WRITER = """
import sys
sys.path.insert(0, {tests!r})
from pathlib import Path
from samples import article
from factcheck.search.index import open_index
with open_index(Path({folder!r}), engine={engine!r}) as index:
    for number in range(1000):
        index.add([article("en", f"Poverty {{number}}")])
        print(number, flush=True)
"""


@pytest.mark.parametrize("commits", [1, 4])
def test_killed_in_mid_write_it_opens_with_all_that_was_acknowledged(tmp_path: Path, commits: int, engine: str) -> None:
    script = WRITER.format(tests=str(Path(__file__).parent), folder=str(tmp_path), engine=engine)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(commits):
            process.stdout.readline()
        time.sleep(0.003 * commits)
        process.kill()
        acknowledged = commits + len(process.stdout.readlines())
    assert process.returncode in {-getattr(signal, "SIGKILL", 9), 1}
    with open_index(tmp_path) as index:
        assert index.documents() >= acknowledged
        assert index.search("poverty").total == index.documents()
        index.add([ARTICLES["fr"]])
        assert index.search("pauvreté").total == 1


PIECES = st.sampled_from(
    ["AND", "OR", "NOT", "(", ")", '"', "a*", "po*", "povety~", "fakr~2", "-", "lang:fr", "date:2023", "source:txt",
     "2023", "فقر", "giam", "贫", "é", '"giam ngheo"~3', "NOT (a OR 2023)", "🙂", "taux", "4.21"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map(" ".join)))
def test_no_query_fails_in_any_other_way(filled: Index, query: str) -> None:
    try:
        results = filled.search(query)
    except QueryError:
        return
    assert 0 <= len(results.hits) == results.total <= 6
    assert "damaged" not in results.explanation
