"""The same work in this process, in others and on a Dask cluster."""

from __future__ import annotations

import os
from concurrent.futures import BrokenExecutor
from multiprocessing import parent_process
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.checking import check, steps
from factcheck.checking.executors import Workers
from factcheck.dossier.store import Dossier
from factcheck.errors import FactcheckError
from factcheck.model import Case
from factcheck.search.index import open_index

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RATES = ("4.21", "4.12", "42.1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number, rate in enumerate(RATES):
        text = f"Report {number}. At the end of 2023, the poverty rate in Quang Ninh stood at {rate}%.\n"
        (made / f"{number}.txt").write_text(text, "utf-8")
    return made


def test_a_process_that_ends_is_told_and_another_takes_its_place() -> None:
    with Workers(2) as workers:
        with pytest.raises(BrokenExecutor):
            workers.apart(os._exit, 3)
        assert workers.apart(len, "four") == 4
        assert workers.width(1) == 1
        assert workers.width(1000) == 2


def test_what_the_process_that_indexes_leaves_undone_is_done_here(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_begin_to_index", lambda _, workers: workers.beside(os._exit, 3))
    with Dossier(tmp_path / "kept") as dossier:
        list(check(dossier, [folder], processes=1))
        assert dossier.pending("indexing") == []
        with open_index(dossier.index_folder, dossier) as index:
            assert index.documents() == len(RATES)


class DyingWorkers(Workers):
    """Workers whose processes end as soon as they start."""

    def apart(self, task: Callable[..., Any], *given: Any) -> Any:
        del task, given
        return super().apart(os._exit, 3)


def test_where_no_process_can_be_started_no_file_is_blamed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "Workers", DyingWorkers)
    with Dossier(tmp_path / "kept") as dossier:
        dossier.files.begin([str(folder / "0.txt")])  # a suspect, which is read apart
        with pytest.raises(FactcheckError, match="end as soon as they start"):
            list(check(dossier, [folder], processes=1))
        assert dossier.skipped() == []
    monkeypatch.undo()
    with Dossier(tmp_path / "kept") as dossier:
        list(check(dossier, [folder], processes=1))
        assert dossier.size() == len(RATES)


def square_or_end(number: int) -> int:
    if number == 3 and parent_process() is not None:
        os._exit(3)
    return number * number


def test_work_is_handed_out_in_order_and_done_here_where_a_process_ends() -> None:
    with Workers(2) as workers:
        assert list(workers.spread(square_or_end, range(12))) == [number * number for number in range(12)]
        assert list(workers.spread(abs, [])) == []


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_dask_cluster_finds_the_same(folder: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an extra: pip install factcheck[cluster]")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None, worker_dashboard_address=None
        ) as cluster,
        Dossier(tmp_path / "kept") as dossier,
    ):
        there = [e.finding for e in check(dossier, [folder], cluster=cluster.scheduler_address) if isinstance(e, Case)]
        assert dossier.size() == len(RATES)
    here = [each.finding for each in check(None, [folder], processes=1) if isinstance(each, Case)]
    assert there == here != []


def test_a_cluster_that_does_not_answer_is_said(folder: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is an extra: pip install factcheck[cluster]")
    with pytest.raises(FactcheckError, match="does not answer"):
        list(check(None, [folder], cluster="nonsense://nowhere"))
