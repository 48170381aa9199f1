"""Queries over a small dossier in many languages and over the sample, in both engines: what each must find."""

# ruff: noqa: E501  tables of queries are read best with a query and what it finds side by side

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck.claims.extraction import extract
from factcheck.dossier.database import NAME
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError, ExportError, QueryError
from factcheck.model import FigureFilter, Period, Relation, Verdict, article_key
from factcheck.reading.files import from_text, read
from factcheck.resources import sample_dossier
from factcheck.search import folder
from factcheck.search.index import ENGINE_SETTING, ENGINES, Index, open_index
from factcheck.search.result_list import render, rows
from factcheck.search.snippets import snippet
from samples import finding, older, review

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CORPUS = {
    "en1": ("en", "2023-11-20", "Poverty falls in Quang Ninh\nThe poverty rate in Quang Ninh fell to 4.21 per cent in 2023. Some 16,700 households were helped."),
    "fr1": ("fr", "2023-11-21", "Recul de la pauvreté à Quang Ninh\nLe taux de pauvreté de Quang Ninh est tombé à 4,12 % en 2023."),
    "vi1": ("vi", "2023-11-19", "Giảm nghèo bền vững\nTỷ lệ hộ nghèo của tỉnh Quảng Ninh giảm còn 4,21% năm 2023."),
    "ms1": ("ms", "2023-12-01", "Kemiskinan di Quang Ninh\nKadar kemiskinan di Quang Ninh turun kepada 4.21 peratus pada 2023."),
    "fa1": ("fa", "2023-11-20", "کاهش فقر در کوانگ نین\nنرخ فقر کوانگ نین در سال ۲۰۲۳ به ۴٫۲۱ درصد رسید. خانوار‌های فقیر وام می‌گیرند."),
    "ar1": ("ar", "2023-11-22", "الفقر في كوانغ نينه\nانخفض معدل الفقر في كوانغ نينه إلى ٤٫٢١ في المئة عام ٢٠٢٣."),
    "en2": ("en", "2024-05-03", "Mayor Kavanaugh opens a bridge\nMayor Brett Kavanaugh opened a bridge of 1.5 kilometres in Sofia. It cost 2 million dollars. Its café is called Œuvre."),
    "fa2": ("fa", "2024-05-04", "کاوانا پل را افتتاح کرد\nشهردار کاوانا پل را افتتاح کرد. طول آن ۱٫۵ کیلومتر است."),
    "zh1": ("zh", "2023-11-23", "贫困率下降\n2023年贫困率降至4.21%。"),
    "th1": ("th", "2023-11-24", "ความยากจนลดลง\nอัตราความยากจนลดลงเหลือ 4.21% ในปี 2023"),
    "de1": ("de", "2022-01-15", "Straße nach Łódź\nDie Straße nach Łódź ist 12 Kilometer lang und führt nicht nach Đắk Lắk."),
    "en3": ("en", "2025-01-10", "A target for Ninh Thuan\nNinh Thuan aims to cut its poverty rate to 3 per cent by 2025."),

           "en4": ("en", "2024-06-30", "Football at home\nThe home team won 3-1 before 42,000 people. US fans asked us for more."),

           "fr2": ("fr", "2024-07-01", "Économie\nL’économie de la région a crû de 42 % ; 3 millions de touristes sont venus."),
}  # fmt: skip
POOR = "en1 fr1 vi1 ms1 fa1 ar1"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier(tmp_path_factory.mktemp("search") / "own") as kept:
        sides = {}
        for code, (language, day, text) in CORPUS.items():
            made = from_text(text, path=f"/desk/{language}/{code}.txt", language=language)
            made = type(made)(made.id, made.path, text.partition("\n")[0], made.text, language,

                                     date.fromisoformat(day), f"https://www.{language}-news.example/{code}", made.passages)  # fmt: skip
            found = extract(made)
            kept.save(made, found)
            sides[code] = next((c for c in found if c.quantity.unit == "percent"), None)
        differ = finding(sides["en1"], sides["fr1"])
        agree = finding(sides["en1"], sides["vi1"], Relation.AGREE)
        kept.replace_findings([differ, agree])
        kept.review(review(differ, Verdict.CONFIRMED))
        kept.learn([("en", "bridge", "fa", "پل", 0.9), ("fr", "recul", "vi", "giảm", 0.5)])
        yield kept


@pytest.fixture(scope="module", params=ENGINES)
def index(request: pytest.FixtureRequest, dossier: Dossier) -> Iterator[Index]:
    with open_index(dossier.folder / f"index-{request.param}", dossier, engine=request.param) as made:
        made.update(dossier.documents())
        assert made.engine == request.param
        assert made.is_current()
        yield made


def codes(dossier: Dossier, index: Index, query: str, *, across: bool = False) -> set[str]:
    results = index.search(query, across=across)
    assert results.total == len(results.hits)
    return {dossier.document(hit.document).path.rpartition("/")[2].removesuffix(".txt") for hit in results.hits}


EXACTLY = [
    # words, in any spelling
    ("poverty", "en1 en3"), ("POVERTY", "en1 en3"), ("poverty rate", "en1 en3"), ("pauvrete", "fr1"),
    ("pauvreté", "fr1"), ("giam ngheo", "vi1"), ("giảm nghèo", "vi1"), ("quang ninh", "en1 fr1 vi1 ms1"),
    ("Quảng Ninh", "en1 fr1 vi1 ms1"),
    ("فقر", "fa1 ar1"), ("الفقر", "fa1 ar1"), ("نرخ فقر", "fa1"), ("می‌گیرند", "fa1"),
    ("میگیرند", "fa1"), ("خانوار", "fa1"),
    ("كوانگ", "fa1"), ("کوانگ", "fa1"), ("贫困率", "zh1"), ("贫困", "zh1"), ("贫", "zh1"), ("困率下降", "zh1"), ("率贫", ""),
    ("ความยากจน", "th1"), ("ยากจน", "th1"), ("strasse", "de1"), ("Straße", "de1"), ("lodz", "de1"), ("ŁÓDŹ", "de1"),
    ("dak lak", "de1"), ("oeuvre", "en2"), ("œuvre", "en2"), ("cafe", "en2"), ("economie", "fr2"),
    ("l'économie", "fr2"),
    ("l’economie", "fr2"), ("home", "en4"), ("missing", ""), ("pover", ""), ("us", "en4"),
    # figures
    ("4.21", "en1 vi1 ms1 fa1 ar1 zh1 th1"), ("4,21", "en1 vi1 ms1 fa1 ar1 zh1 th1"),
    ("٤٫٢١", "en1 vi1 ms1 fa1 ar1 zh1 th1"),
    ("۴٫۲۱", "en1 vi1 ms1 fa1 ar1 zh1 th1"), ("4.12", "fr1"), ("16700", "en1"), ("16.700", "en1"), ("16 700", ""),
    ("42", "fr2"), ("42000", "en4"), ("۴۲", "fr2"), ("1.5", "en2 fa2"), ("1,5", "en2 fa2"), ("2023", f"{POOR} zh1 th1"),
    # phrases
    ('"poverty rate"', "en1 en3"), ('"rate poverty"', ""), ('"poverty in quang ninh"', ""),
    ('"rate in quang ninh"', "en1"),
    ('"poverty quang"~3', "en1"), ('"poverty quang"~1', ""), ('"quang poverty"~9', "en1"),
    ("«taux de pauvreté»", "fr1"),
    ("“Kadar kemiskinan”", "ms1"), ('"نرخ فقر"', "fa1"), ('"معدل فقر"', "ar1"), ('"hộ nghèo" 2023', "vi1"),
    ('"poverty fell 2023"~6', "en1"), ('"poverty fell 2023"~2', ""), ('"home team"', "en4"),
    # AND OR NOT and brackets
    ("poverty AND 2025", "en3"), ("poverty OR pauvreté", "en1 en3 fr1"), ("poverty NOT 2025", "en1"),
    ("poverty -2025", "en3"),
    ("poverty -aims", "en1"), ("(poverty OR pauvreté) 2023", "en1 fr1"), ("poverty NOT (2023 OR 2025)", ""),
    ("NOT 2023", "en2 fa2 de1 en3 en4 fr2"), ("bridge OR football OR strasse", "en2 en4 de1"),
    ("(bridge OR home) AND NOT mayor", "en4"), ("quang AND NOT (lang:en OR lang:fr)", "vi1 ms1"),
    # beginnings, patterns, near misses
    ("pov*", "en1 en3"), ("kemisk*", "ms1"), ("giả*", "vi1"), ("فق*", "fa1 ar1"), ("kav*", "en2"),
    ("p?verty", "en1 en3"),
    ("*verty", "en1 en3"), ("po*ty", "en1 en3"), ("k*skinan", "ms1"), ("q?ang", "en1 fr1 vi1 ms1"), ("贫*", "zh1"),
    ("povety~", "en1 en3"), ("poverti~", "en1 en3"), ("pverti~", ""), ("pverti~2", "en1 en3"), ("kavanagh~", "en2"),
    ("kemiskinan~", "ms1"), ("footbal~1 team", "en4"), ("lodsz~", "de1"),
    # exactly as written
    ("=Poverty", "en1"), ("=poverty", "en1 en3"), ("=POVERTY", ""), ("=pauvreté", "fr1"), ("=pauvrete", ""),
    ("=US", "en4"),
    ("=Us", ""), ("=4,12", "fr1"), ("=4.12", ""), ("=4.21", "en1 ms1 zh1 th1"), ("=4,21", "vi1"),
    ("=Œuvre", "en2"), ("=Oeuvre", ""),
    ('="poverty rate"', "en1 en3"), ('="Poverty rate"', ""), ('="Quảng Ninh"', "vi1"), ('="Quang Ninh"', "en1 fr1 ms1"),
    ("=فقر", "fa1"), ("=الفقر", "ar1"),
    # fields
    ("lang:fr", "fr1 fr2"), ("lang:French 42", "fr2"), ("lang:فارسی", "fa1 fa2"), ("-lang:en quang", "fr1 vi1 ms1"),
    ("lang:(fa OR ar) فقر", "fa1 ar1"), ("lang:sw", ""), ("date:2024", "en2 fa2 en4 fr2"), ("date:2024-05", "en2 fa2"),
    ("date:2024-05-03", "en2"), ("date:..2022", "de1"), ("date:2025..", "en3"), ("date:>=2024-06", "en4 fr2 en3"),
    ("date:2023-11-20..2023-11-21", "en1 fr1 fa1"), ("source:fr-news.example", "fr1 fr2"), ("source:desk/vi", "vi1"),
    ("file:fr1.txt", "fr1"), ("file:desk/en", "en1 en2 en3 en4"), ("file:news.example", ""),
    ("file:vi1 OR file:ms1", "vi1 ms1"),
    # figures by what they are
    ("value:4.21", "en1 vi1 ms1 fa1 ar1 zh1 th1"), ("value:4..4.2", "fr1"), ("value:>16000 lang:en", "en1 en2 en4"),
    ("value:<2 unit:kilometer", "en2 fa2"), ("unit:kilometre", "en2 fa2 de1"), ("unit:km value:12", "de1"),
    ("unit:percent lang:fr", "fr1 fr2"), ("unit:% value:42", "fr2"), ("unit:USD", "en2"), ('value:"2 million"', "en2"),
    ('value:"3 millions"', "fr2"), ("value:2000000 unit:percent", ""), ("value:42 lang:en", ""),
    ('about:"poverty rate" lang:en', "en1 en3"), ('about:"taux de pauvreté" lang:en', "en1 en3"),
    ('about:"nhà máy"', ""),
    ('about:"poverty rate" value:3', "en3"), ("about:households", "en1"), ("about:households unit:percent", ""),
    ("role:target", "en3"), ('role:target about:"poverty rate"', "en3"), ("role:target value:4.21", ""),
    ("period:2025", "en3"), ('period:2023 about:"poverty rate" lang:en', "en1"), ("period:2010", ""),
    ("is:flagged", "en1 fr1"), ("is:flagged lang:fr", "fr1"), ("is:agrees", "en1 vi1"), ("is:confirmed", "en1 fr1"),
    ("is:dismissed", ""), ("is:open", ""), ("is:flagged value:4.12", "fr1"), ("is:flagged value:16700", ""),
    ("poverty is:flagged", "en1"), ("NOT is:flagged quang", "vi1 ms1"), ("is:flagged OR bridge", "en1 fr1 en2"),
    ("value:4.21 poverty", "en1"), ("(value:12 OR value:42) -lang:de", "fr2"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted"), EXACTLY)
def test_a_query_finds_exactly_these(dossier: Dossier, index: Index, query: str, wanted: str) -> None:
    assert codes(dossier, index, query) == set(wanted.split())


ACROSS = [
    ("poverty rate", f"{POOR} en3", "en2 fa2 de1 en4"), ('"taux de pauvreté"', POOR, "en2 en4 de1"),
    ("نرخ فقر", "fa1 ar1 fr1 vi1 ms1 en1", "fa2 en2"), ("tỷ lệ hộ nghèo", "vi1 en1 fr1 ms1 fa1", "en2 en4"),
    ("Quang Ninh", POOR, "en2 en3 de1"), ("kavanaugh", "en2 fa2", "en1 fa1"), ("Kavanaugh bridge", "en2 fa2", "en4"),
    ("کاوانا", "fa2 en2", "en1 fa1"), ("bridge", "en2 fa2", "en1 de1"), ("=poverty", "en1 en3", "fr1 fa1"),
    ("value:4.21 lang:vi", "vi1", "en1"), ("poverty NOT lang:en", "fr1 vi1 ms1 fa1 ar1", "en1 en3"),
    ('"Quang Ninh" lang:fa', "fa1", "en1 fa2"), ("pov*", "en1 en3", "fr1"), ("household", "en1 fa1", "en2 en3"), ("=household", "", "en1"), ("target", "en3", "en4"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "wanted", "unwanted"), ACROSS)
def test_a_query_finds_the_same_in_other_languages(
    dossier: Dossier, index: Index, query: str, wanted: str, unwanted: str
) -> None:
    found = codes(dossier, index, query, across=True)
    assert set(wanted.split()) <= found
    assert not set(unwanted.split()) & found
    assert codes(dossier, index, query) <= found


PLACES = [
    ("Quang Ninh", POOR),
    ("Quảng Ninh", POOR),
    ("کوانگ نین", POOR),
    ("Ninh Thuan", "en3"),
    ("Sofia", "en2"),
    ("Hanoi", ""),
]


@pytest.mark.parametrize(("name", "wanted"), PLACES)
def test_a_place_is_found_in_every_script(dossier: Dossier, index: Index, name: str, wanted: str) -> None:
    assert codes(dossier, index, f'place:"{name}"') <= set(wanted.split())
    assert codes(dossier, index, f'place:"{name}"') >= set(wanted.split()) - {"ar1"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier(tmp_path_factory.mktemp("search") / "sample") as kept:
        for path in sorted(sample_dossier().glob("*.txt")):
            document = read(path)
            kept.save(document, extract(document))
        yield kept


SAMPLE = [
    ("poverty", "quang-ninh.en digest.en", "quang-ninh.ms"), ("الفقر", "quang-ninh.ar", "quang-ninh.en"),
    ("kemiskinan", "quang-ninh.ms", "quang-ninh.en"), ("pauvrete", "phu-tho.fr", "phu-tho.vi"),
    ("=giảm", "phu-tho.vi", "phu-tho.fr"), ("فقر lang:fa", "ninh-thuan.fa", "quang-ninh.ar"),
    ("lang:ms", "quang-ninh.ms quang-tri.ms", "quang-ninh.en"),
    ("file:phu-tho", "phu-tho.fr phu-tho.vi", "quang-tri.en"),
    ("unit:percent lang:fr", "phu-tho.fr ninh-thuan.fr", "quang-ninh.ms"),
    ('about:"poverty rate" lang:ar', "quang-ninh.ar", "phu-tho.vi"),
    ("unit:VND", "quang-ninh.en", ""), ('place:"Quang Ninh"', "quang-ninh.en quang-ninh.ms", "phu-tho.fr"),
    ('"poverty rate" NOT digest', "quang-ninh.en", "digest.en"), ("pov*", "quang-ninh.en", "phu-tho.fr"),
]  # fmt: skip


@pytest.mark.parametrize("engine", ENGINES)
def test_the_sample_is_found_as_it_should_be(sample: Dossier, engine: str) -> None:
    with open_index(sample.folder / engine, sample, engine=engine) as index:
        index.update()
        for query, wanted, unwanted in SAMPLE:
            found = codes(sample, index, query)
            assert set(wanted.split()) <= found, query
            assert not set(unwanted.split()) & found, query


def test_facets_count_what_was_found(index: Index) -> None:
    counts = {name: dict(values) for name, values in index.facets("2023").items()}
    assert counts["language"] == dict.fromkeys(("en", "fr", "vi", "ms", "fa", "ar", "zh", "th"), 1)
    assert counts["month"] == {"2023-11": 7, "2023-12": 1}
    assert counts["site"]["fr-news.example"] == 1
    assert counts["unit"]["percent"] >= 6
    assert counts["indicator"]["poverty rate"] >= 4
    assert counts["flagged"] == {"yes": 2}
    assert index.facets("missing")["language"] == ()


MEANT = [("povetry", "poverty"), ("povrety rat", "poverty rate"), ("Kavanogh", "kavanaugh"), ("pauvrte", "pauvreté"),
         ("poverty", None), ("xqzwv", None), ("kemiskinn lang:ms", "kemiskinan lang:ms"),
         ("value:4 povetry", "value:4 poverty"),
         ("فقز", "فقر"), ("poverti OR bridge", "poverty OR bridge")]  # fmt: skip


@pytest.mark.parametrize(("query", "better"), MEANT)
def test_did_you_mean(index: Index, query: str, better: str | None) -> None:
    assert index.did_you_mean(query) == better


def test_articles_like_one_are_found(dossier: Dossier, index: Index) -> None:
    one = next(d for d in dossier.documents() if d.path.endswith("en1.txt"))
    results = index.like(one)
    assert one.id not in {hit.document for hit in results.hits}
    found = [dossier.document(hit.document) for hit in results.hits]
    assert found[0].path.endswith(("en3.txt", "ms1.txt", "fr1.txt"))
    assert {"fa", "ar", "vi"} & {document.language for document in found}, "by what its words are in other languages"


SNIPPETS = [
    ("fa1", "poverty rate", ["فقر", "فقر"], ["فقر"]), ("fa2", "kavanaugh", ["کاوانا", "کاوانا"], ["کاوانا"]),
    ("en1", "value:4.21 unit:percent", ["4.21 per cent"], []),
    ("en3", 'role:target about:"poverty rate"', ["3 per cent"], []),
    ("en1", "=Quang", ["Quang", "Quang"], []), ("vi1", "poverty lang:vi", [], []),
]  # fmt: skip


@pytest.mark.parametrize(("code", "query", "marked", "found_as"), SNIPPETS)
def test_snippets_show_why(
    dossier: Dossier, index: Index, code: str, query: str, marked: list[str], found_as: list[str]
) -> None:
    document = next(d for d in dossier.documents() if d.path.endswith(f"{code}.txt"))
    tree = index.search(query, across=True).tree
    assert tree is not None
    shown = snippet(tree, document, dossier.claims(document.id))
    for span in shown.marks:
        assert shown.span.start <= span.start < span.end <= shown.span.end
    if marked:
        assert [document.quote(span) for span in shown.matches] == marked
        assert list(shown.found_as) == found_as


def test_what_the_dossier_taught_is_marked_as_such(dossier: Dossier, index: Index) -> None:
    found = {code: next(d for d in dossier.documents() if d.path.endswith(f"{code}.txt")) for code in ("fa2", "fa1")}
    tree = index.search("bridge", across=True).tree
    assert tree is not None
    assert snippet(tree, found["fa2"]).found_as == {"پل": "learned"}
    tree = index.search("poverty rate", across=True).tree
    assert tree is not None
    assert snippet(tree, found["fa1"]).found_as == {"فقر": "translation"}


def test_results_leave_as_csv_and_json(dossier: Dossier, index: Index) -> None:
    lines = list(rows(index.search("quang"), dossier.document, dossier.claims))
    assert [line["title"] for line in json.loads(render(lines, "json"))] == [line["title"] for line in lines]
    table = list(csv.DictReader(io.StringIO(render(lines, "csv").removeprefix("\ufeff"))))
    assert len(table) == len(lines) == 4
    assert "'=1+1" in render([{**lines[0], "title": "=1+1"}], "csv")
    with pytest.raises(ExportError):
        render(lines, "xml")


def test_paging_goes_through_all_without_repeats(index: Index) -> None:
    everything = [hit.document for hit in index.search("NOT missing", limit=100).hits]
    pages = [h.document for at in range(0, 15, 4) for h in index.search("NOT missing", limit=4, offset=at).hits]
    assert len(set(pages)) == len(pages) == len(CORPUS)
    assert pages == everything


def test_the_engine_changes_with_size_and_setting(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_index(tmp_path, dossier) as index, open_index(tmp_path, dossier) as reader:
        index.update()
        assert (index.engine, index.is_current(), reader.documents()) == ("whoosh", True, len(CORPUS))
        monkeypatch.setattr(folder, "MANY_ARTICLES", 5)
        assert not index.is_current()
        index.update()
        assert (index.engine, reader.engine) == ("tantivy", "tantivy")
        assert reader.search("poverty").total == index.search("poverty").total == 2
        index.rebuild("whoosh")
        assert reader.engine == "whoosh"
        assert reader.search("poverty").total == 2
        assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1
    with pytest.raises(DossierError):
        open_index(tmp_path, dossier, engine="grep")


def test_an_index_is_to_be_made_where_it_is_missing_or_another_engine_suits(
    dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_index(tmp_path, dossier) as index:
        assert index.is_to_be_made()
        index.update()
        assert not index.is_to_be_made()
        monkeypatch.setattr(folder, "MANY_ARTICLES", 5)
        assert index.is_to_be_made()
    with open_index(tmp_path / "without") as index:
        assert not index.is_to_be_made()


def test_what_killed_processes_left_is_cleared_away(dossier: Dossier, tmp_path: Path) -> None:
    left, fresh = tmp_path / "whoosh-0123abcd", tmp_path / "whoosh-4567abcd"
    for path in (left, fresh):
        path.mkdir(parents=True)
    os.utime(left, (0, 0))
    with open_index(tmp_path, dossier) as index:
        index.rebuild()
    assert not left.exists()
    assert fresh.exists()


def test_figures_are_asked_of_a_dossier_only(tmp_path: Path) -> None:
    with open_index(tmp_path) as index, pytest.raises(QueryError, match="dossier"):
        index.search("value:4")


def test_a_dossier_of_before_gets_its_table_of_figures(dossier: Dossier, tmp_path: Path) -> None:
    older(dossier.folder / NAME, tmp_path / NAME, 1)
    with Dossier(tmp_path) as migrated:
        for wanted in (
            FigureFilter(low=Decimal(4), high=Decimal(5)),
            FigureFilter(relations=frozenset({Relation.DIFFER})),
            FigureFilter(units=frozenset({"percent"}), verdicts=frozenset({Verdict.CONFIRMED})),
            FigureFilter(about=(frozenset({"poverty rate"}),), period=Period.of_year(2023)),
        ):
            assert sorted(migrated.articles_with(wanted)) == sorted(dossier.articles_with(wanted)) != []
        document = next(migrated.documents())
        migrated.remove(document.id)
        assert article_key(document.id) not in migrated.articles_with(FigureFilter())


def test_learned_words_are_known_both_ways(dossier: Dossier) -> None:
    assert dossier.learned("bridge") == [("fa", "پل", 0.9)]
    assert dossier.learned("پل") == [("en", "bridge", 0.9)]


def test_there_are_enough_queries() -> None:
    assert len(EXACTLY) + len(ACROSS) + len(PLACES) + len(SAMPLE) >= 150


def test_the_setting_of_the_dossier_decides_the_engine(dossier: Dossier) -> None:
    assert dossier.settings.get(ENGINE_SETTING, "auto") == "auto"
