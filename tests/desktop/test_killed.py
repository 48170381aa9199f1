"""The worker dies while the window is in use; `make window-kills` does it twenty times."""

import shutil
from pathlib import Path

import pytest

from factcheck.resources import sample_dossier

BENCH = Path(__file__).parents[2] / "bench"


@pytest.mark.skipif(not BENCH.is_dir(), reason="the harness is not in this copy of the project")
def test_nothing_is_lost_when_the_worker_is_killed_twice(empty_window, folder, monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    from window_kills import kill_at_random

    articles = folder / "articles"
    articles.mkdir()
    for file in sorted(Path(str(sample_dossier())).glob("*.txt"))[:3]:
        shutil.copy(file, articles / file.name)
    assert empty_window.desk.open(folder / "Killed.factcheck")
    assert kill_at_random(empty_window, articles, 2, seed=3) >= 0
