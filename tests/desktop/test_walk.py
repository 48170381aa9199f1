"""A short random walk; `make walk` takes 2,000 steps."""

import pytest

from walk import walk


@pytest.mark.parametrize("seed", [1, 2])
def test_a_random_walk_breaks_nothing(window, seed):
    done = walk(window, 50, seed)
    assert len(done) == 50
    assert window.dossier is not None
    assert window.discrepancies.model.rowCount() <= 7
