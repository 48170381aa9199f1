"""What articles have in common is looked up by mark: it is what looking through the marks of all would find."""

from __future__ import annotations

import heapq
import math
import random
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checking.neighbours import near
from factcheck.checking.reading import stated
from factcheck.claims.extraction import extract
from factcheck.dossier import marks
from factcheck.dossier.database import NAME
from factcheck.dossier.store import Dossier
from samples import article, older

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factcheck.model import Document

COMMON, NEAR, THROUGH = 80, 30, 20
SPREAD = 0x01234567  # so that small numbers become marks of many stretches


def named(name: object) -> Document:
    return article("en", f"Title of {name}\nText.", path=f"{name}.txt")


def keep(dossier: Dossier, name: str, its: set[int]) -> None:
    """Keep an article with marks in place of those before."""
    document = named(name)
    dossier.save(document, [])
    with dossier._database.transaction(lasting=False):
        marks.put(dossier._database, document.id, bytes(array("I", sorted(its))))


def looked_through(dossier: Dossier) -> dict[str, frozenset[int]]:
    rows = dossier._database.rows("SELECT document, marks FROM marks")
    return {id_: frozenset(array("I", its)) for id_, its in rows}


def best(weights: Mapping[str, float], most: int) -> dict[str, float]:
    return {id_: weight for weight, id_ in heapq.nlargest(most, ((weight, id_) for id_, weight in weights.items()))}


def nearest(dossier: Dossier, fresh: list[str]) -> set[str]:
    """Return the same as `near` of articles without claims, the slow way."""
    everything = looked_through(dossier)
    holders: dict[int, list[str]] = defaultdict(list)
    for id_, its in everything.items():
        for mark in its:
            holders[mark].append(id_)

    def of(id_: str) -> dict[str, float]:
        shared: dict[str, float] = defaultdict(float)
        for mark in everything[id_]:
            if len(holders[mark]) <= COMMON:
                for other in holders[mark]:
                    shared[other] += math.log((len(everything) + 1) / len(holders[mark])) ** 2
        shared.pop(id_)
        return best(shared, NEAR)

    found: set[str] = set()
    for id_ in fresh:
        its = of(id_)
        fellows: dict[str, float] = defaultdict(float)
        for other in best(its, THROUGH):
            for fellow, weight in of(other).items():
                if fellow != id_ and fellow not in its:
                    fellows[fellow] += weight
        found.update(its, best(fellows, NEAR))
    return found


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["keep", "keep", "keep", "remove", "gather"]),
        st.integers(0, 9),
        st.sets(st.sampled_from([0, 1, 2, 3, SPREAD, 2 * SPREAD, 3 * SPREAD, 2**32 - 1])),
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None)
@given(CHANGES, st.integers(1, 4))
def test_whatever_came_and_went_a_mark_is_held_by_those_that_have_it(
    changes: list[tuple[str, int, set[int]]], most: int
) -> None:
    with Dossier.in_memory() as dossier:
        for what, number, its in changes:
            if what == "keep":
                keep(dossier, str(number), its)
            elif what == "remove":
                dossier.remove(named(number).id)
            else:
                dossier.gather_marks()
        expected: dict[int, set[str]] = defaultdict(set)
        for id_, its in looked_through(dossier).items():
            for mark in its:
                expected[mark].add(id_)
        found = dossier.holders(frozenset({1, 7, SPREAD, 2 * SPREAD, 2**32 - 1}), most)
        having = {mark: set(dossier.numbered(numbers).values()) for mark, numbers in found.items()}
        assert having == {
            mark: ids
            for mark, ids in expected.items()
            if mark in {1, SPREAD, 2 * SPREAD, 2**32 - 1} and len(ids) <= most
        }


@pytest.mark.parametrize("at_once", [1 << 22, 700])
def test_the_neighbours_are_those_that_looking_through_all_finds(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(marks, "_AT_ONCE", at_once)
    chance = random.Random(7)

    def some() -> set[int]:
        return {int(chance.paretovariate(0.3)) * SPREAD % 2**32 for _ in range(20)}

    with Dossier.in_memory() as dossier:
        for number in range(300):
            keep(dossier, str(number), some())
        dossier.gather_marks()
        assert dossier._database.value("SELECT count(*) FROM holders") > 100
        for number in (3, 70, 299):
            dossier.remove(named(number).id)
        for name in ("4", "71", "new", "newer"):
            keep(dossier, name, some())
        fresh = [named(name).id for name in ("4", "new", "newer")]
        found = near(dossier, fresh)
        assert found == nearest(dossier, fresh)
        assert NEAR <= len(found) <= 3 * 2 * NEAR
        before = dossier._database.rows("SELECT DISTINCT last FROM holders")
        dossier.gather_marks()
        assert dossier._database.rows("SELECT DISTINCT last FROM holders") != before
        assert near(dossier, fresh) == found


def test_a_table_by_mark_that_is_made_in_part_holds_what_is_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wanted = frozenset(number * SPREAD % 2**32 for number in range(1, 40))

    def held(dossier: Dossier) -> dict[int, list[str]]:
        found = dossier.holders(wanted, 9)
        return {mark: sorted(dossier.numbered(numbers).values()) for mark, numbers in found.items()}

    def expected(dossier: Dossier) -> dict[int, list[str]]:
        having = looked_through(dossier).items()
        every = {mark: sorted(id_ for id_, its in having if mark in its) for mark in wanted}
        return {mark: ids for mark, ids in every.items() if 0 < len(ids) <= 9}

    made, rounds = marks._sorted, [0]

    def stop_after_some(*given: Any) -> Any:
        rounds[0] += 1
        if rounds[0] % 5 == 4:
            raise KeyboardInterrupt
        if rounds[0] % 5 == 2:  # others write meanwhile
            with Dossier(tmp_path) as other:
                other.remove(named(rounds[0]).id)
                keep(other, f"late {rounds[0]}", {SPREAD, 30 * SPREAD % 2**32})
        return made(*given)

    monkeypatch.setattr(marks, "_AT_ONCE", 12)
    monkeypatch.setattr(marks, "_sorted", stop_after_some)
    with Dossier(tmp_path) as dossier:
        for number in range(40):
            keep(dossier, str(number), {number * SPREAD % 2**32, number * 3 * SPREAD % 2**32})
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                dossier.gather_marks()
            assert held(dossier) == expected(dossier)
        monkeypatch.setattr(marks, "_sorted", made)
        dossier.gather_marks()
        assert held(dossier) == expected(dossier)
        dossier.remove(named(30).id)
        keep(dossier, "last", {SPREAD})
        assert held(dossier) == expected(dossier)


def test_who_is_near_only_to_what_is_near_is_a_fellow() -> None:
    event, others = set(range(100, 110)), set(range(200, 210))
    with Dossier.in_memory() as dossier:
        for number in range(2 * NEAR):  # which have more in common with the new one than its fellow has
            keep(dossier, str(number), {number % 40, number % 39 + 50})
        keep(dossier, "new", event | set(range(90)))
        keep(dossier, "between", event | others)
        keep(dossier, "fellow", others)
        found = near(dossier, [named("new").id])
        assert {named("between").id, named("fellow").id} < found
        assert len(found) <= 2 * NEAR


def test_what_states_the_same_of_one_place_and_time_is_near_whatever_else_is() -> None:
    said = article("en", "At the end of 2023 the poverty rate in Quang Ninh stood at 4.21 percent.", path="a.txt")
    denied = article("fr", "Fin 2023, le taux de pauvreté de Quang Ninh était de 4,12 %.", path="b.txt")
    other = article("fr", "Fin 2023, le taux de chômage de Phu Tho était de 4,12 %.", path="c.txt")
    with Dossier.in_memory() as dossier:
        for number in range(NEAR + 5):
            keep(dossier, str(number), {number, 1000 + number // 2, 2000 + number // 3})
        for one in (said, denied, other):
            claims = extract(one)
            dossier.save(one, claims)
            its = set(stated(claims))
            assert its
            if one is said:
                its |= {*range(NEAR + 5), *range(1000, 1000 + NEAR)}
            with dossier._database.transaction(lasting=False):
                marks.put(dossier._database, one.id, bytes(array("I", sorted(its))))
        found = near(dossier, [said.id])
        assert denied.id in found
        assert other.id not in found


def test_the_table_by_mark_is_not_made_again_for_one_article() -> None:
    with Dossier.in_memory() as dossier:
        for number in range(100):
            keep(dossier, str(number), {number})
        dossier.gather_marks()
        last = dossier._database.value("SELECT last FROM holders")
        keep(dossier, "new", {5})
        dossier.gather_marks()
        assert dossier._database.value("SELECT last FROM holders") == last
        assert len(dossier.holders(frozenset({5}), 80)[5]) == 2


def test_a_dossier_of_before_keeps_its_marks(tmp_path: Path) -> None:
    with Dossier(tmp_path / "new") as dossier:
        for number in range(5):
            keep(dossier, str(number), {number, 9})
        expected = looked_through(dossier)
    (tmp_path / "old").mkdir()
    older(tmp_path / "new" / NAME, tmp_path / "old" / NAME, 9)
    with Dossier(tmp_path / "old") as migrated:
        assert looked_through(migrated) == expected
        assert len(migrated.holders(frozenset({9}), 80)[9]) == 5
        migrated.gather_marks()
        assert len(migrated.holders(frozenset({9}), 80)[9]) == 5
        migrated.remove(next(iter(expected)))
        assert len(migrated.holders(frozenset({9}), 80)[9]) == 4
        assert migrated.holders(frozenset({9}), 3) == {}
