"""What people correct by hand: kept, undone, heeded by checking, gone on with where an article is edited."""

import csv
import io
from decimal import Decimal

import pytest
from typer.testing import CliRunner

from factcheck.checking import check, neighbours, steps
from factcheck.checking.likeness import like, like_pairs
from factcheck.cli.commands import app
from factcheck.dossier import corrections
from factcheck.dossier.corrections import Correction, kind_of
from factcheck.dossier.known_facts import set_fact
from factcheck.dossier.store import Dossier
from factcheck.errors import DossierError
from factcheck.model import Case, FigureFilter, Kind, Quantity, Relation

ENGLISH = (
    "The poverty rate in Ninh Thuan stood at 4.2% in 2023, the province said. Some 1,200 households were helped.\n"
)
FRENCH = "Le taux de pauvreté à Ninh Thuan était de 2,4 % en 2023, a dit la province. 1 200 ménages ont été aidés.\n"


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "a" / "fr.txt").write_text(FRENCH, "utf-8")
    with Dossier(tmp_path / "d") as opened:
        run(opened, tmp_path)
        yield opened


def run(dossier, tmp_path):
    return [each for each in check(dossier, [tmp_path / "a"], processes=1) if isinstance(each, Case)]


def figure(dossier, quote):
    for document in dossier.documents():
        for claim in dossier.claims_as_read(document.id):
            if document.quote(claim.span) == quote:
                return claim
    raise AssertionError(quote)


def relations(dossier, a, b):
    pair = {a.id, b.id}
    return [f.relation for f in dossier.findings_of(a.document) if {f.match.a.id, f.match.b.id} == pair]


def test_a_value_is_read_as_a_person_says(dossier, tmp_path):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    assert relations(dossier, one, other) == [Relation.DIFFER]
    said = Quantity(Decimal("4.2"), Decimal("4.2"), "percent", Decimal("0.1"))
    dossier.corrections.keep([Correction((other.id,), quantity=said)])
    assert next(c for c in dossier.claims(other.document) if c.id == other.id).quantity == said
    assert figure(dossier, "2,4 %").quantity.low == Decimal("2.4"), "what was read stays"
    assert len(dossier.articles_with(FigureFilter(low=Decimal("4.2"), high=Decimal("4.2")))) == 2
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == [Relation.AGREE]
    assert dossier.corrections.undo()[0].claims == (other.id,)
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == [Relation.DIFFER]
    assert dossier.corrections.redo()
    assert dossier.corrections.redo() == []
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == [Relation.AGREE]


def test_the_log_of_corrections_is_written_out(dossier):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    said = Quantity(Decimal("4.2"), Decimal("4.2"), "percent", Decimal("0.1"))
    dossier.corrections.keep([Correction((other.id,), quantity=said, place="=Hue", reviewer="Noor")])
    dossier.corrections.undo()
    dossier.corrections.keep([Correction.of_two(one, other, same=False, reviewer="Sam")])
    printed = CliRunner().invoke(app, ["log", str(dossier.folder), "--corrections"])
    rows = list(csv.DictReader(io.StringIO(printed.output)))
    assert [(row["action"], row["reviewer"], row["quantity"], row["place"], row["same"]) for row in rows] == [
        ("correct", "Noor", "4.2 %", "'=Hue", ""),
        ("undo", "Noor", "4.2 %", "'=Hue", ""),
        ("correct", "Sam", "", "", "False"),
    ]
    assert rows[0]["of"].endswith("fr.txt: 2,4 %")
    assert "4.2%" in rows[2]["of"]
    assert "2,4 %" in rows[2]["of"]


def test_what_is_no_figure_is_compared_with_nothing(dossier, tmp_path):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    before = next(row.figures for row in dossier.library() if row.document == one.document)
    dossier.corrections.keep([Correction((one.id,), figure=False)])
    assert one.id not in {claim.id for claim in dossier.claims(one.document)}
    assert next(row.figures for row in dossier.library() if row.document == one.document) == before - 1
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == []
    dossier.corrections.take_back((one.id,))
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == [Relation.DIFFER]
    assert dossier.corrections.undo(), "taking back can be taken back"
    assert dossier.corrections.in_force().keys() == {(one.id,)}


def test_another_place_sets_two_figures_apart(dossier, tmp_path):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    dossier.corrections.keep([Correction((other.id,), place="Hanoi")])
    run(dossier, tmp_path)
    assert Relation.DIFFER not in relations(dossier, one, other)


def test_whether_two_speak_of_the_same_thing(dossier, tmp_path):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    dossier.corrections.keep([Correction.of_two(one, other, same=False)])
    run(dossier, tmp_path)
    assert relations(dossier, one, other) == []
    dossier.corrections.keep([Correction.of_two(other, one, same=True)])
    [case] = [c for c in run(dossier, tmp_path) if {c.finding.match.a.id, c.finding.match.b.id} == {one.id, other.id}]
    assert case.finding.relation is Relation.DIFFER
    assert case.finding.match.score == 1.0
    assert case.finding.match.reasons[0].name == "said"


def test_a_correction_goes_on_with_the_edited_article(dossier, tmp_path):
    other = figure(dossier, "2,4 %")
    dossier.corrections.keep([Correction((other.id,), figure=False)])
    (tmp_path / "a" / "fr.txt").write_text("Ninh Thuan, jeudi.\n" + FRENCH, "utf-8")
    run(dossier, tmp_path)
    moved = figure(dossier, "2,4 %")
    assert moved.id != other.id
    assert moved.id not in {claim.id for claim in dossier.claims(moved.document)}
    dossier.corrections.undo()
    assert moved.id in {claim.id for claim in dossier.claims(moved.document)}


def test_steps_that_belong_together_are_undone_together(dossier):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    dossier.corrections.keep([Correction((one.id,), figure=False), Correction((other.id,), figure=False)])
    assert len(dossier.corrections.undo()) == 2
    assert dossier.corrections.in_force() == {}
    assert len(dossier.corrections.redo()) == 2
    done, undone = dossier.corrections.last()
    assert done
    assert undone is None


def test_a_new_correction_ends_redoing(dossier):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")
    dossier.corrections.keep([Correction((one.id,), figure=False)])
    dossier.corrections.undo()
    assert dossier.corrections.last()[1]
    dossier.corrections.keep([Correction((other.id,), figure=False)])
    assert dossier.corrections.redo() == []


def test_the_log_only_grows(dossier):
    dossier.corrections.keep([Correction((figure(dossier, "4.2%").id,), figure=False)])
    for statement in ("DELETE FROM corrections", "UPDATE corrections SET action = 'undo'"):
        with pytest.raises(DossierError):
            dossier._database.write(statement)


def test_what_was_said_in_a_transaction_that_failed_is_not_in_force(dossier):
    one, other = figure(dossier, "4.2%"), figure(dossier, "2,4 %")

    def say_and_fail():
        with dossier._database.transaction():
            dossier.corrections._log("correct", None, Correction((one.id,), figure=False))
            assert set(dossier.corrections.in_force()) == {(one.id,)}
            raise DossierError("as if the disk were full")

    with pytest.raises(DossierError, match="as if"):
        say_and_fail()
    assert dossier.corrections.in_force() == {}
    dossier.corrections.keep([Correction((other.id,), figure=False)])
    assert set(dossier.corrections.in_force()) == {(other.id,)}


def test_what_is_said_while_articles_are_indexed_is_indexed_next(dossier, tmp_path, monkeypatch):
    (tmp_path / "a" / "new.txt").write_text(f"A report. {ENGLISH}", "utf-8")
    open_index = steps.open_index

    class Slow:
        def __init__(self, index):
            self.index = index

        def __getattr__(self, name):
            return getattr(self.index, name)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.index.close()

        def update(self, *given):
            self.index.update(*given)
            with Dossier(dossier.folder) as window:
                set_fact(window, self.new(window), "title", "Zebra", "Noor")

        @staticmethod
        def new(kept):
            return next(each.id for each in kept.documents() if each.path.endswith("new.txt"))

    monkeypatch.setattr(steps, "open_index", lambda *given: Slow(open_index(*given)))
    run(dossier, tmp_path)
    assert dossier.pending("indexing") == [Slow.new(dossier)]
    monkeypatch.undo()
    run(dossier, tmp_path)
    assert not dossier.pending("indexing")
    with open_index(dossier.index_folder, dossier) as index:
        assert index.search("zebra").total == 1


def test_what_is_said_after_another_process_indexed_is_indexed_next(dossier, tmp_path, monkeypatch):
    (tmp_path / "a" / "new.txt").write_text(f"A report. {ENGLISH}", "utf-8")
    replace = Dossier.replace_findings

    def index_beside(kept, workers):
        indexing = workers.beside(steps.index_folder, str(kept.folder), str(kept.folder))
        indexing.result()
        return indexing

    def say_and_replace(kept, *given):
        new = next(each.id for each in kept.documents() if each.path.endswith("new.txt"))
        set_fact(kept, new, "title", "Zebra", "Noor")
        replace(kept, *given)

    monkeypatch.setattr(steps, "_indexing_beside", index_beside)
    monkeypatch.setattr(Dossier, "replace_findings", say_and_replace)
    run(dossier, tmp_path)
    assert len(dossier.pending("indexing")) == 1
    monkeypatch.undo()
    run(dossier, tmp_path)
    with steps.open_index(dossier.index_folder, dossier) as index:
        assert index.search("zebra").total == 1


@pytest.mark.parametrize("many", [2_000, 1])
def test_what_is_said_while_figures_are_compared_is_heeded_by_the_next_comparison(dossier, tmp_path, monkeypatch, many):
    (tmp_path / "a" / "new.txt").write_text(f"A report. {ENGLISH.replace('4.2', '4.7')}", "utf-8")

    def and_meanwhile(compare):
        def compared(*given):
            found = compare(*given)
            with Dossier(dossier.folder) as window:
                window.corrections.keep([Correction((figure(window, "4.7%").id,), figure=False)])
            return found

        return compared

    monkeypatch.setattr(neighbours, "MANY", many)
    monkeypatch.setattr(neighbours, "_ONE_IN", 1)
    monkeypatch.setattr(steps, "Judged", and_meanwhile(steps.Judged))
    monkeypatch.setattr(neighbours, "look", and_meanwhile(neighbours.look))
    run(dossier, tmp_path)
    new, other = figure(dossier, "4.7%"), figure(dossier, "2,4 %")
    assert relations(dossier, new, other) == [Relation.DIFFER]
    monkeypatch.undo()
    run(dossier, tmp_path)
    assert relations(dossier, new, other) == []
    assert not dossier.pending("matching")


def test_the_log_is_worked_out_once_for_many_articles(dossier, tmp_path, monkeypatch):
    dossier.corrections.keep([Correction((figure(dossier, "4.2%").id,), figure=False)])
    for number in range(10):
        (tmp_path / "a" / f"{number}.txt").write_text(f"Report {number}. {ENGLISH}", "utf-8")
    times, work_out = [], corrections._State.of
    monkeypatch.setattr(corrections._State, "of", lambda rows: times.append(1) or work_out(rows))
    with Dossier(dossier.folder) as again:
        run(again, tmp_path)
        assert again.size() == 12
    assert len(times) == 1


def test_like_figures_are_written_alike(dossier, tmp_path):
    (tmp_path / "a" / "copy.txt").write_text("A second paper printed it too.\n" + ENGLISH, "utf-8")
    (tmp_path / "a" / "else.txt").write_text("The paper sold 4.2% fewer copies in Hue in 2022.\n", "utf-8")
    run(dossier, tmp_path)
    one = figure(dossier, "4.2%")
    found = like(dossier, one)
    assert len(found) == 1
    assert found[0].document != one.document
    pairs = like_pairs(dossier, one, figure(dossier, "2,4 %"))
    assert [{x.id for x in pair} for pair in pairs] == [{found[0].id, figure(dossier, "2,4 %").id}]


@pytest.mark.parametrize(
    ("unit", "kind"),
    [(None, Kind.COUNT), ("percent", Kind.PERCENT), ("VND", Kind.MONEY), ("length-meter", Kind.MEASURE),
     ("times", Kind.MULTIPLE)],
)  # fmt: skip
def test_the_kind_goes_with_the_unit(unit, kind):
    assert kind_of(unit) is kind


def test_a_place_is_taken_away_and_what_says_nothing_gives_it_back(dossier):
    one = figure(dossier, "4.2%")

    def place():
        return next(claim.scope.place for claim in dossier.claims(one.document) if claim.id == one.id)

    assert place() == "Ninh Thuan"
    dossier.corrections.keep([Correction((one.id,), place="")])
    assert place() is None
    dossier.corrections.keep([Correction((one.id,))])
    assert place() == "Ninh Thuan"
