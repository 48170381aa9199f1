"""Annotated real articles, where they are at hand: floors that only rise."""

from pathlib import Path

import pytest

from gold import score

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="module")
def made():
    if not (SHARED / "gold" / "seeds.json").exists():
        pytest.skip("the annotated articles are not at hand")
    return score(SHARED / "gold" / "seeds.json", SHARED / "seeds")


def test_figures_and_roles(made):
    assert made.value == made.required == 37, made.misses
    assert made.role >= 36, made.misses
    assert made.direction >= 35, made.misses
    assert made.extras <= 5, made.misses


def test_relations(made):
    for about, allowed, verdicts in made.relations:
        assert set(verdicts) <= allowed, (about, verdicts)
    for about, _, verdicts in made.relations[:3]:
        assert "unrelated" not in verdicts, about
    assert len(made.differing) <= 1, made.differing
