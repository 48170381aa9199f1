"""Where the work is done: in this process, in several of this computer, or on a Dask cluster.

Everything is handed out and taken back in one order, so that the findings do not depend on where they were made.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import signal
import sys
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from factcheck import offline
from factcheck.dossier.database import disk_in_words
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from types import TracebackType
    from typing import Self

_LOOK_AGAIN = 0.2  # seconds between two looks at whether to wait on
_OTHERS_START = 60  # pieces of work from which starting further processes (half a second) is worth it
_FORKED = sys.platform == "linux"  # processes, from one that has loaded all; elsewhere each starts afresh
_LOADED = "factcheck.checking.loaded"  # the module that loads what they need
_SAFE_PATH = "PYTHONSAFEPATH"
_ADDRESS = re.compile(r"(?:(?:tcp|tls)://)?(?:[\w.-]+|\[[\da-fA-F:.]+\]):\d{1,5}")


class Workers:
    """Some processes that work, and one more for what may end the process that does it."""

    def __init__(self, processes: int | None = None, cluster: str | None = None) -> None:
        """Work in so many processes, as many as there are cores if not told, or on the cluster at an address."""
        self._cluster = cluster
        self.processes = processes or os.cpu_count() or 1
        self._executor: Executor | None = None
        self._apart: ProcessPoolExecutor | None = None
        self._client: Any = None
        self._wanted: Any = None  # a file
        self._passing = 0  # spreads of passing tasks that are not over
        self.lost: tuple[type[BaseException], ...] = (BrokenExecutor,)

    def width(self, pieces: int) -> int:
        """Return how many pieces of work are done at a time where there are so many in all; 1: in this process."""
        return self._at_once() if self._cluster is not None or pieces >= _OTHERS_START else 1

    @property
    def share_disk(self) -> bool:
        """Return whether all work is done on this computer, where a folder of its disk can be opened."""
        return self._cluster is None

    @property
    def wanted(self) -> str:
        """Return the path of a file that is there as long as somebody waits for what is handed out on this computer.

        Raises DossierError where the disk takes none.
        """
        if self._wanted is None:
            with disk_in_words(None):
                self._wanted = NamedTemporaryFile(prefix="factcheck-")  # noqa: SIM115 - gone when nobody waits any more
        return str(self._wanted.name)

    def stop(self) -> None:
        """Let those know who look for it that nobody waits for what they do."""
        if self._wanted is not None:
            self._wanted.close()
            self._wanted = None

    def submit(self, task: Callable[..., Any], *given: Any) -> Future[Any]:
        """Hand out a task; what it raises, and any of `lost` where its process has ended, comes with its result."""
        if self._executor is None:
            self._executor = self._connected().get_executor(pure=False) if self._cluster else _pool(self.processes)
        return self._executor.submit(task, *given)

    def spread(self, task: Callable[[Any], Any], pieces: Iterable[Any], *, passing: bool = False) -> Iterator[Any]:
        """Return what a task gives for each piece, in order; a few of them are handed out at once, and so on ahead.

        A piece whose process ends is done in this one: it may only have been ended by another task. The processes of
        `passing` tasks end with the last of these, and what they have made them remember makes room.
        """
        rest = iter(pieces)
        ahead = deque(self._handed_out(task, piece) for piece in islice(rest, 2 * self._at_once()))
        self._passing += passing and bool(ahead)
        return self._outcomes(task, ahead, rest, passing=passing)

    def _outcomes(
        self, task: Callable[[Any], Any], ahead: deque[tuple[Any, Future[Any], Executor | None]], rest: Iterator[Any],
        *, passing: bool,
    ) -> Iterator[Any]:  # fmt: skip
        while ahead:
            piece, future, executor = ahead.popleft()
            ahead.extend(self._handed_out(task, each) for each in islice(rest, 1))
            try:
                self.awaited(future)
                made = future.result()
            except self.lost:
                if self._executor is executor:
                    self.restart()
                made = task(piece)
            if passing and not ahead:
                self._passing -= 1
                if not self._passing:
                    self.restart()
            yield made

    def _handed_out(self, task: Callable[[Any], Any], piece: Any) -> tuple[Any, Future[Any], Executor | None]:
        try:
            future = self.submit(task, piece)
        except BrokenExecutor:
            self.restart()
            future = self.submit(task, piece)
        return piece, future, self._executor

    def apart(self, task: Callable[..., Any], *given: Any) -> Any:
        """Return what a task gives in a process of its own on this computer; raises BrokenExecutor if that ends."""
        try:
            return self.beside(task, *given).result()
        except BrokenExecutor:
            if self._apart is not None:
                self._apart.shutdown()
                self._apart = None
            raise

    def awaited(self, future: Future[Any], cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Wait for a task; return whether it is over, and not `cancelled` before that.

        Raises FactcheckError where the cluster is no longer there: Dask may leave its tasks waiting for ever.
        """
        while not wait((future,), _LOOK_AGAIN).done:
            if cancelled():
                return False
            if self._client is not None and self._client.status == "closed":
                raise self._gone()
        return True

    def beside(self, task: Callable[..., Any], *given: Any) -> Future[Any]:
        """Hand out a task to that process of its own."""
        if self._apart is None:
            self._apart = _pool(1)
        return self._apart.submit(task, *given)

    def restart(self) -> None:
        """End the processes that share work, and start new ones when there is more of it: some were lost, or large."""
        if self._executor is not None and self._client is None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def close(self) -> None:
        """End all processes; what was handed out and not begun is not done."""
        self.stop()
        if self._client is not None:
            self._client.close()
        elif self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        if self._apart is not None:
            self._apart.shutdown(cancel_futures=True)
        self._executor = self._apart = self._client = None
        _end_source()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and issubclass(kind, KeyboardInterrupt | GeneratorExit):  # nobody waits for more
            _end_source(at_once=True)
        gone = isinstance(error, Exception) and self._client is not None and self._client.status != "running"
        self.close()
        if gone and not isinstance(error, FactcheckError):  # Dask tells only that it cancelled what was handed out
            raise self._gone() from error

    def _connected(self) -> Any:
        if self._client is None:
            try:
                from distributed import Client, KilledWorker
            except ImportError as error:
                raise FactcheckError(
                    "Working on a cluster needs Dask. Install it with: pip install factcheck[cluster]"
                ) from error
            if not _ADDRESS.fullmatch(str(self._cluster)):  # of which Dask would tell only after a while, and badly
                raise FactcheckError(
                    f"“{self._cluster}” is no address of a cluster. Name it as its scheduler does, such as "
                    "tcp://machine:8786."
                )
            for name in ("distributed", "distributed.client", "asyncio", "tornado.application"):
                logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong is said in a sentence
            try:
                self._client = Client(self._cluster, timeout="10s", set_as_default=False)
            except (OSError, TypeError, ValueError) as error:  # a TypeError where TLS is not set up
                raise FactcheckError(f"The cluster at {self._cluster} does not answer. Check the address.") from error
            self.lost = (BrokenExecutor, KilledWorker)
        return self._client

    def _gone(self) -> FactcheckError:
        return FactcheckError(
            f"The cluster at {self._cluster} answers no more. What was read is kept; check again once it is back."
        )

    def _at_once(self) -> int:
        if self._cluster is None:
            return self.processes
        return max(2, sum(map(int, self._connected().nthreads().values())))


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=_context(), initializer=_begin, initargs=(dict(os.environ),))


def _context() -> BaseContext:
    """Return the way in which processes are started, in which nothing of this one is shared but its environment.

    On Linux they are forked from a process that has nothing open and has loaded what they need once for all of them;
    elsewhere each is started afresh.
    """
    if not _FORKED:
        return get_context("spawn")
    from multiprocessing import forkserver, resource_tracker

    context = get_context("forkserver")
    context.set_forkserver_preload([_LOADED])
    path = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"  # nothing is imported from the folder that the person happens to be in
    resource_tracker.ensure_running()  # which lets Ctrl-C through again
    heeded = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for this process alone
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heeded)
        os.environ.pop(_SAFE_PATH)
        if path is not None:
            os.environ[_SAFE_PATH] = path
    return context


def _end_source(*, at_once: bool = False) -> None:
    """End the process that others are forked from, unless some of them are left; it starts again when it is needed.

    If `at_once`, it is killed, and those that it forked count as lost and are ended: it may be about to fork one of
    which nobody knows, and which it would then wait for.
    """
    if not _FORKED:
        return
    from multiprocessing import forkserver
    from multiprocessing.context import ForkServerProcess

    source: Any = forkserver._forkserver  # noqa: SLF001  nothing else ends it
    if at_once and source._forkserver_pid is not None:  # noqa: SLF001
        os.kill(source._forkserver_pid, signal.SIGKILL)  # noqa: SLF001
    if at_once or not any(isinstance(each, ForkServerProcess) for each in active_children()):
        source._stop()  # noqa: SLF001


def _begin(environment: dict[str, str]) -> None:
    """Set up a process: with the environment of the one that asks for it now.

    Garbage in circles, of which reading makes hardly any, is looked for as rarely as in `cli`.
    """
    if dict(os.environ) != environment:
        os.environ.clear()
        os.environ.update(environment)
    gc.set_threshold(100_000, 20, 20)
    if offline.is_wanted():
        offline.begin()
    _end_with_parent()


def _end_with_parent() -> None:
    """End this process when the one that started it does, even if that was killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent,), daemon=True).start()


def _wait_for_end(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
