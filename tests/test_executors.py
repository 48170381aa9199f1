"""The same work in this process, in others and on a Dask cluster."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import suppress
from multiprocessing import parent_process
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.checking import Progress, check, executors, steps
from factcheck.checking.executors import Workers
from factcheck.checking.reading import Ask, Manner, read_files
from factcheck.dossier.store import Dossier
from factcheck.errors import FactcheckError
from factcheck.model import Case, Skipped
from factcheck.resources import sample_dossier
from factcheck.search.index import open_index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.model import Finding

_ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
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
    monkeypatch.setattr(steps, "_indexing_beside", lambda _, workers: workers.beside(os._exit, 3))
    with Dossier(tmp_path / "kept") as dossier:
        list(check(dossier, [folder], processes=1))
        assert dossier.pending("indexing") == []
        with open_index(dossier.index_folder, dossier) as index:
            assert index.documents() == len(RATES)


class PatientWorkers(Workers):
    """Workers of whom the one beside never ends."""

    wanted: Path

    def beside(self, _task: Callable[..., Any], *given: Any) -> Future[Any]:
        PatientWorkers.wanted = Path(given[1])
        assert self.wanted.exists()
        return Future()


def test_who_stops_a_check_does_not_wait_for_the_process_that_indexes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_MANY_TO_INDEX", 1)
    monkeypatch.setattr(steps, "Workers", PatientWorkers)
    seen: list[str] = []
    with Dossier(tmp_path / "kept") as dossier:
        for happened in check(dossier, [folder], processes=2, cancelled=lambda: "indexing" in seen):
            assert not isinstance(happened, Case)
            if isinstance(happened, Progress):
                seen.append(happened.step)
        assert seen[-1] == "indexing"
        assert not PatientWorkers.wanted.exists()
        assert len(dossier.pending("indexing")) == len(RATES)


def test_files_handed_out_when_a_check_stops_are_read_by_the_next_one_without_suspicion(
    folder: Path, tmp_path: Path
) -> None:
    for number in range(120):
        (folder / f"note{number:03}.txt").write_text(f"Note {number}: the harbour took in {number + 5} ships.\n")
    names = {str(path) for path in folder.iterdir()}
    seen: list[Progress | Skipped | Case] = []
    with Dossier(tmp_path / "kept") as dossier:
        seen.extend(check(dossier, [folder], processes=2, cancelled=lambda: len(seen) > 2))
        known = dict(dossier.files.known())
        assert {file.state for file in known.values()} == {"read"}
        read = {path for path, file in known.items() if file.hash}
        assert len(read) == dossier.size() < len(names)
        for happened in check(dossier, [folder], processes=2):
            assert not isinstance(happened, Skipped)
        assert {path for path, file in dossier.files.known() if file.hash} == names


def test_files_are_not_begun_when_nobody_waits_for_them(folder: Path, tmp_path: Path) -> None:
    asks = [Ask(str(path), "") for path in sorted(folder.iterdir())]
    assert len(read_files(asks, Manner(), str(folder))) == len(asks)
    assert read_files(asks, Manner(), str(tmp_path / "nobody waits")) == []


def test_the_process_that_indexes_stops_when_nobody_waits_for_it(folder: Path, tmp_path: Path) -> None:
    with Dossier(tmp_path / "kept") as dossier:
        for happened in check(dossier, [folder], processes=1):
            if isinstance(happened, Progress) and happened.step == "indexing":
                break
        with Workers(2) as workers:
            left = workers.beside(steps.index_folder, str(dossier.folder), str(tmp_path / "nobody waits"))
            assert isinstance(left.exception(), steps._CancelledError)
            with open_index(dossier.index_folder, dossier) as index:
                assert not index.documents()
            assert workers.beside(steps.index_folder, str(dossier.folder), str(folder)).result()
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


def process_id(_number: int) -> int:
    return os.getpid()


def test_processes_end_with_the_last_of_the_tasks_that_pass() -> None:
    with Workers(1) as workers:
        one, other = (workers.spread(process_id, range(6), passing=True) for _ in range(2))
        (before,) = set(one)
        assert set(workers.spread(process_id, range(6))) == set(other) == {before}
        assert before not in set(workers.spread(process_id, range(6)))


def square_or_end(number: int) -> int:
    if number == 3 and parent_process() is not None:
        os._exit(3)
    return number * number


def test_work_is_handed_out_in_order_and_done_here_where_a_process_ends() -> None:
    with Workers(2) as workers:
        assert list(workers.spread(square_or_end, range(12))) == [number * number for number in range(12)]
        assert list(workers.spread(abs, [])) == []


def test_processes_have_the_environment_of_who_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("one", "another"):
        monkeypatch.setenv("FACTCHECK_TRIED", value)
        with Workers(1) as workers:
            assert workers.submit(os.getenv, "FACTCHECK_TRIED").result() == value
            assert workers.beside(os.getenv, "FACTCHECK_TRIED").result() == value
    monkeypatch.delenv("FACTCHECK_TRIED")
    with Workers(1) as workers:
        assert workers.submit(os.getenv, "FACTCHECK_TRIED").result() is None


@_ON_LINUX
def test_the_process_that_others_are_forked_from_ends_with_the_last_of_them() -> None:
    with Workers(1) as workers:
        source = workers.submit(os.getppid).result()
        with Workers(1) as others:
            assert others.submit(os.getppid).result() == source
        assert workers.beside(os.getppid).result() == source
        assert workers.submit(loaded_modules).result() > 0
    assert not is_running(source)
    with Workers(1) as workers:
        assert workers.submit(os.getppid).result() not in {source, os.getpid()}


def loaded_modules() -> int:
    return sum(name.startswith("factcheck.reading.formats.") for name in sys.modules)


STARTING = """
import os, sys, time
from factcheck.checking.executors import Workers
from factcheck.checking.reading import Ask, Manner, read_files

if __name__ == "__main__":
    workers = Workers(2)
    working = [workers.submit(time.sleep, 60) for _ in range(2)]
    print(workers.beside(os.getpid).result(), workers.beside(os.getppid).result(), flush=True)
    time.sleep(60)
"""


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that has started processes, in a folder with a file that is named as a library is."""
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "starting.py").write_text(STARTING, "utf-8")
    (tmp_path / "numpy.py").write_text("open('imported', 'w').close()", "utf-8")
    command = [sys.executable, str(tmp_path / "program" / "starting.py")]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.kill()


def test_processes_end_with_a_program_that_is_killed_and_import_nothing_from_where_it_runs(
    starting: subprocess.Popen[str], tmp_path: Path
) -> None:
    assert starting.stdout is not None
    others = {int(pid) for pid in starting.stdout.readline().split()} - {starting.pid}
    starting.kill()
    starting.wait()
    patience = time.monotonic() + 20
    while any(map(is_running, others)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert [pid for pid in others if is_running(pid)] == []
    assert not (tmp_path / "imported").exists()


INTERRUPTED = """
import signal
import sys
from factcheck.checking.executors import Workers
from factcheck.checking.reading import Ask, Manner, read_files

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also where tests run behind a shell that ignores it
    try:
        with Workers(2) as workers:
            print("starting", flush=True)
            workers.submit(len, "four").result()
            print("started", flush=True)
            sys.stdin.read()
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


@_ON_LINUX
@pytest.mark.parametrize(("after", "everyone"), [("starting", True), ("starting", False), ("started", True)])
def test_who_interrupts_while_processes_start_neither_waits_nor_is_told_of_them(
    after: str, tmp_path: Path, *, everyone: bool
) -> None:
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED, "utf-8")
    with subprocess.Popen(
        [sys.executable, str(program)], start_new_session=True, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert after in map(str.strip, iter(running.stdout.readline, "")), "it ended before"
        time.sleep(0.3)
        (os.killpg if everyone else os.kill)(running.pid, signal.SIGINT)
        try:
            said, errors = running.communicate(timeout=20)
        finally:
            with suppress(OSError):  # nobody is left
                os.killpg(running.pid, signal.SIGKILL)
    assert (said.splitlines()[-1], errors) == ("interrupted", "")


def is_running(pid: int) -> bool:
    if sys.platform == "win32":
        listed = subprocess.run(["tasklist", "/FI", f"PID eq {pid}"], capture_output=True, text=True, check=True).stdout
        return str(pid) in listed
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] == "Z")  # nobody waits for it


@pytest.fixture(scope="module")
def alone() -> list[Finding]:
    """Return the findings of the sample dossier as one process makes them."""
    return [each.finding for each in check(None, [Path(str(sample_dossier()))], processes=1) if isinstance(each, Case)]


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_dask_cluster_finds_the_same(alone: list[Finding], tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an extra: pip install factcheck[cluster]")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", worker_dashboard_address=":0"
        ) as cluster,
        Dossier(tmp_path / "kept") as dossier,
    ):
        done = check(dossier, [Path(str(sample_dossier()))], cluster=cluster.scheduler_address)
        assert [each.finding for each in done if isinstance(each, Case)] == alone != []


@pytest.mark.parametrize("forked", [pytest.param(True, marks=_ON_LINUX), False])
def test_several_processes_find_the_same_however_they_are_started(
    alone: list[Finding], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forked: bool
) -> None:
    monkeypatch.setattr(executors, "_FORKED", forked)
    monkeypatch.setattr(executors, "_OTHERS_START", 1)
    with Dossier(tmp_path / "kept") as dossier:
        done = check(dossier, [Path(str(sample_dossier()))], processes=2)
        assert [each.finding for each in done if isinstance(each, Case)] == alone


def test_a_cluster_that_does_not_answer_is_said(folder: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is an extra: pip install factcheck[cluster]")
    with pytest.raises(FactcheckError, match="does not answer"):
        list(check(None, [folder], cluster="tcp://127.0.0.1:9"))


@pytest.mark.parametrize("address", ["", "nonsense", "tcp://", "http://127.0.0.1:8786", "127.0.0.1", "tcp://machine"])
def test_what_is_no_address_of_a_cluster_is_said_at_once(folder: Path, address: str) -> None:
    pytest.importorskip("distributed", reason="Dask is an extra: pip install factcheck[cluster]")
    with pytest.raises(FactcheckError, match="such as tcp://machine:8786"):
        list(check(None, [folder], cluster=address))


def test_a_cluster_that_is_gone_is_not_waited_for() -> None:
    def workers() -> Workers:
        made = Workers(cluster="tcp://127.0.0.1:9")
        made._client = SimpleNamespace(status="closed", close=lambda: None)
        return made

    with pytest.raises(FactcheckError, match="answers no more"), workers() as gone:
        gone.awaited(Future())
    with pytest.raises(FactcheckError, match="answers no more"), workers():
        raise CancelledError  # as Dask has it for what was handed out
    with pytest.raises(FactcheckError, match="of a person"), workers():
        raise FactcheckError("of a person")
