"""What a person says of an article: kept, undone, heeded by checking, gone on with where the article is read again."""

import os

import pytest

from factcheck.checking import check
from factcheck.dossier.keeping import save_copy
from factcheck.dossier.known_facts import KnownFact, facts, set_fact
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError
from factcheck.model import Case, Relation
from factcheck.search.index import open_index

FRENCH = "Le taux de pauvreté à Ninh Thuan était de 4,2 % l’année dernière, a dit la province mardi.\n"
ENGLISH = "The poverty rate in Ninh Thuan stood at 2.4% in 2023, the province said on Tuesday in a report.\n"


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "fr.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "a" / "en.txt").write_text(ENGLISH, "utf-8")
    with Dossier(tmp_path / "d") as opened:
        run(opened, tmp_path)
        yield opened


def run(dossier, tmp_path, **manner):
    return [each for each in check(dossier, [tmp_path / "a"], processes=1, **manner) if isinstance(each, Case)]


def article(dossier, language):
    return next(one for one in dossier.documents() if one.path.endswith(f"{language}.txt"))


def fact(dossier, document, name):
    return next(one for one in facts(dossier, document) if one.name == name)


def year(dossier, document):
    return [str(c.scope.period) for c in dossier.claims(document) if c.quantity.unit == "percent"]


def test_facts_come_in_order_with_where_they_are_from(dossier):
    names = [one.name for one in facts(dossier, article(dossier, "fr").id)]
    assert names[:6] == ["title", "author", "outlet", "published", "url", "language"]
    title = fact(dossier, article(dossier, "fr").id, "title")
    assert (title.value, title.origin, title.read) == (FRENCH.strip(), "text", FRENCH.strip())


def test_another_day_moves_last_year_and_the_findings_with_it(dossier, tmp_path):
    id_ = article(dossier, "fr").id
    assert year(dossier, id_) == ["None"]
    assert set_fact(dossier, id_, "published", "2024-05-14", "Noor")
    assert fact(dossier, id_, "published") == KnownFact("published", "2024-05-14", "person", "")
    assert [row.published.isoformat() for row in dossier.library() if row.document == id_] == ["2024-05-14"]
    cases = list(check(dossier, [], processes=1))
    assert year(dossier, id_) == ["2023"]
    relations = {each.finding.relation for each in cases if isinstance(each, Case)}
    assert relations == {Relation.DIFFER, Relation.AGREE}  # the rates, and the years
    dossier.corrections.undo()
    assert fact(dossier, id_, "published") == KnownFact("published", "", "", "")
    run(dossier, tmp_path)
    assert year(dossier, id_) == ["None"]
    assert dossier.corrections.redo()
    run(dossier, tmp_path)
    assert year(dossier, id_) == ["2023"]
    assert not dossier.files.stale()


def test_an_article_is_found_by_the_outlet_that_a_person_names(dossier, tmp_path):
    def found():
        with open_index(dossier.index_folder, dossier) as index:
            return [hit.document for hit in index.search('source:"le courrier"').hits]

    id_ = article(dossier, "fr").id
    assert found() == []
    set_fact(dossier, id_, "outlet", "Le Courrier du Vietnam", "Noor")
    run(dossier, tmp_path)
    assert found() == [id_]
    dossier.corrections.undo()
    run(dossier, tmp_path)
    assert found() == []


def test_another_language_is_that_of_all_passages_and_figures_are_read_by_it(dossier, tmp_path):
    id_ = article(dossier, "en").id
    before = dossier.claims_as_read(id_)
    set_fact(dossier, id_, "language", "de", "Noor")
    run(dossier, tmp_path)
    told = dossier.document(id_)
    assert (told.language, {one.language for one in told.passages}) == ("de", {"de"})
    assert dossier.claims(id_) != before
    assert dossier.files.as_read(id_).language == "en"
    set_fact(dossier, id_, "language", None, "Noor")
    run(dossier, tmp_path)
    assert dossier.claims_as_read(id_) == before
    assert dossier.document(id_) == dossier.files.as_read(id_)


def test_what_is_told_stays_when_the_file_is_read_again_touched_or_edited(dossier, tmp_path):
    id_, file = article(dossier, "fr").id, tmp_path / "a" / "fr.txt"
    set_fact(dossier, id_, "published", "2024-05-14", "Noor")
    set_fact(dossier, id_, "outlet", "Le Courrier", "Noor")
    run(dossier, tmp_path)
    run(dossier, tmp_path, columns={"text": "body"})  # another manner: everything is read again
    assert year(dossier, id_) == ["2023"]
    assert not dossier.pending("matching")
    file.write_text(FRENCH + "Une autre phrase vient s’y ajouter.\n", "utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    run(dossier, tmp_path)
    edited = article(dossier, "fr")
    assert edited.id != id_
    assert (edited.outlet, year(dossier, edited.id)) == ("Le Courrier", ["2023"])


def test_a_fact_can_be_said_to_be_missing_and_saying_nothing_new_changes_nothing(dossier):
    id_ = article(dossier, "fr").id
    assert not set_fact(dossier, id_, "outlet", "", "Noor")
    assert not set_fact(dossier, id_, "language", "fr", "Noor")
    assert set_fact(dossier, id_, "outlet", " Le  Courrier ", "Noor")
    assert not set_fact(dossier, id_, "outlet", "Le Courrier", "Noor")
    assert set_fact(dossier, id_, "outlet", "", "Noor")
    assert fact(dossier, id_, "outlet") == KnownFact("outlet", "", "person", "")
    assert set_fact(dossier, id_, "outlet", None, "Noor")
    assert fact(dossier, id_, "outlet") == KnownFact("outlet", "", "", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [("published", "14/05/2024"), ("published", "2024-02-30"), ("url", "paper.example/1"), ("language", "xx-what"),
     ("path", "elsewhere.txt"), ("saved", "2024-01-01")],
)  # fmt: skip
def test_what_cannot_be_a_fact_is_refused_in_words(dossier, name, value):
    id_ = article(dossier, "fr").id
    with pytest.raises(DossierError, match=r"\.$"):
        set_fact(dossier, id_, name, value, "Noor")
    assert not dossier.corrections.in_force()


def test_what_is_told_goes_with_a_copy_and_is_merged(dossier, tmp_path):
    id_ = article(dossier, "fr").id
    with Dossier(tmp_path / "theirs") as theirs:
        run(theirs, tmp_path)
        set_fact(theirs, id_, "author", "A. Le", "Minh")
        assert dossier.corrections.merge(theirs.corrections, apply=True)
        assert dossier.corrections.merge(theirs.corrections) == []
    assert fact(dossier, id_, "author") == KnownFact("author", "A. Le", "person", "")
    save_copy(dossier, tmp_path / "copy" / "dossier.sqlite3")
    with Dossier(tmp_path / "copy") as copy:
        assert facts(copy, id_) == facts(dossier, id_)
