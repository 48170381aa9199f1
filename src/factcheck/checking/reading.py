"""Reading: which files are new or other than they were, and what came of them, a few at a time."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from array import array
from collections import defaultdict, deque
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from factcheck import __version__
from factcheck.checking.events import Progress
from factcheck.claims.extraction import extract
from factcheck.dossier.files import Article, Facts, Reading
from factcheck.errors import FactcheckError
from factcheck.matching.names import skeleton
from factcheck.matching.sentences import claim_keys, word_evidence, words_in
from factcheck.model import PassageKind, Skipped
from factcheck.reading.files import is_folder
from factcheck.reading.files import read_all as articles_in
from factcheck.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from factcheck.checking.executors import Workers
    from factcheck.dossier.files import Files, KnownFile
    from factcheck.dossier.store import Dossier
    from factcheck.model import Claim, Document

_TOGETHER = 16  # files that are handed out, and kept, at once
_WAITING = 3  # lots a process that are handed out ahead
_FRESH = 2_000_000_000  # nanoseconds: a file changed so lately may change again without its time showing it
_NOWHERE = Facts(0, 0)
_TOLD = frozenset({PassageKind.SENTENCE, PassageKind.HEADING})  # what an article itself says
_FAULTS = (ArithmeticError, AssertionError, LookupError, MemoryError, RecursionError, TypeError, ValueError)
_FAULT = "The program has a fault that this file brings to light; save its text as .txt, and tell the makers"


class Manner(NamedTuple):
    """What the person says of all files: the language that they are in, and which columns of tables hold what."""

    language: str | None = None
    columns: tuple[tuple[str, str], ...] = ()


class Ask(NamedTuple):
    """A file to read; `hash` is that of its bytes if it need not be read as long as they are the same."""

    path: str
    hash: str


_Lot = tuple[tuple[Ask, ...], "Future[list[Reading]] | None"]  # files, and what comes of them where others read them


def to_read(
    names: Iterable[str], known: Iterable[tuple[str, KnownFile]], reader: str
) -> tuple[list[Ask], list[Ask], list[str]]:
    """Return the files that are new or may have changed: those to read, and those that ended the program before.

    Then come the known files that are not among those named.
    """
    hashes = dict.fromkeys(names, "")
    suspects, others = list[Ask](), list[str]()
    for path, before in known:
        if path not in hashes:
            others.append(path)
        elif before.state == "begun":
            suspects.append(Ask(path, ""))
            del hashes[path]
        elif before.reader == reader:
            same = before.facts == _facts(path) and (before.state == "aside" or (before.hash and before.facts.changed))
            hashes[path] = before.hash
            if same:
                del hashes[path]
    return [Ask(path, hash_) for path, hash_ in hashes.items()], suspects, others


def gone(paths: Iterable[Path], found: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the known files of folders that are no longer there.

    A folder in which no file is left at all may be a disk that is not connected: nothing of it counts as gone.
    """
    folders = tuple(f"{path}{os.sep}" for path in paths if is_folder(path))
    here = set(found)
    filled = tuple(folder for folder in folders if any(path.startswith(folder) for path in here))
    return [path for path in known if path not in here and path.startswith(filled) and not may_be_there(path)]


def may_be_there(path: str) -> bool:
    """Return whether a file is still at a path, or that cannot be told: its folder or its disk does not answer."""
    try:
        return not stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - see `_facts`
    except (FileNotFoundError, NotADirectoryError):
        return os.path.islink(path)  # noqa: PTH114 - to a file that may be on a disk that is not connected
    except (OSError, ValueError):
        return True


def in_their_order(names: Sequence[str]) -> Callable[[str, str], bool]:
    """Return what tells whether a text stays with one file, though another that was named has it too.

    It stays with the first of them, as from a fresh start, and with a file that is there and was not named.
    """
    order: dict[str, int] = {}

    def stays(one: str, other: str) -> bool:
        if not order:
            order.update((name, number) for number, name in enumerate(names))
        return may_be_there(one) and order.get(one, -1) < order[other]

    return stays


def read_all(  # noqa: PLR0913, PLR0917 - one place calls it
    files: Files, asks: Sequence[Ask], suspects: Sequence[Ask], workers: Workers, manner: Manner,
    cancelled: Callable[[], bool], tried: set[str], stays: Callable[[str, str], bool],
) -> Iterator[Progress | Skipped]:  # fmt: skip
    """Read files and keep what came of them, lot by lot; yield what happens, and stop when `cancelled` says so.

    A file that ends the process that reads it is read once more by itself, and then set aside. `tried` is filled with
    the files that cannot be read now: to ask for them again would never end. `stays` is as in `Files.take_in`.
    """
    total, done = len(asks) + len(suspects), 0
    reader = reader_name(manner)
    width = workers.width(len(asks))
    wanted = workers.wanted if width > 1 and workers.share_disk else None
    rest = iter(asks)
    lots: deque[_Lot] = deque()
    alone: deque[Ask] = deque(suspects)
    while True:
        if cancelled():
            yield from _stop(files, lots, workers, stays)
            return
        while len(lots) < (width * _WAITING if width > 1 else 1):
            lot = tuple(islice(rest, _TOGETHER if width > 1 else 1))
            if not lot:
                break
            files.begin([ask.path for ask in lot])
            lots.append((lot, workers.submit(read_files, lot, manner, wanted) if width > 1 else None))
        if lots:
            lot, future = lots[0]
            yield Progress("reading", done, total, lot[0].path)
            if future is not None and not workers.awaited(future, cancelled):
                continue
            lots.popleft()
            try:
                readings = future.result() if future is not None else read_files(lot, manner)
            except workers.lost:
                alone.extend(ask for each, _ in [(lot, None), *lots] for ask in each)
                lots.clear()
                workers.restart()
                continue
        elif alone:
            lot = (alone.popleft(),)
            yield Progress("reading", done, total, lot[0].path)
            try:
                readings = workers.apart(read_files, lot, manner)
            except workers.lost:
                _must_start(workers)
                aside = files.crashed(lot[0].path, _facts(lot[0].path), reader)
                if aside is None:
                    alone.append(lot[0])
                else:
                    tried.add(lot[0].path)
                    done += 1
                    yield aside
                continue
        else:
            break
        tried |= {reading.path for reading in readings if not reading.unchanged and not reading.hash}
        yield from files.take_in(readings, stays)
        done += len(lot)


def _stop(
    files: Files, lots: Iterable[_Lot], workers: Workers, stays: Callable[[str, str], bool]
) -> Iterator[Skipped]:  # fmt: skip
    """Keep what was read of what is handed out, without the rest of it."""
    workers.stop()
    for lot, future in lots:
        readings: list[Reading] = []
        if future is not None and not future.cancel():
            try:
                readings = future.result()
            except workers.lost:  # which of its files was to blame is to be seen
                continue
        yield from files.take_in(readings, stays)
        files.leave([ask.path for ask in lot[len(readings) :]])


def _must_start(workers: Workers) -> None:
    """Raise FactcheckError where no process can be started at all: then no file is to blame."""
    try:
        workers.apart(len, "")
    except workers.lost as error:
        raise FactcheckError(
            "The processes that read files end as soon as they start. Close other programs, and try again; what was "
            "read is kept."
        ) from error


def read_files(asks: Sequence[Ask], manner: Manner, wanted: str | None = None) -> list[Reading]:
    """Return what comes of reading files, with all their claims; in whichever process.

    Of the first ones only when there is no file `wanted` any more.
    """
    return [_read(ask, manner) for ask in takewhile(lambda _: wanted is None or os.path.exists(wanted), asks)]  # noqa: PTH110 - asked before every file


def read_as_told(dossier: Dossier) -> None:
    """Read the figures again of the articles of which people tell something since, from their texts."""
    for id_ in dossier.files.stale():
        document = dossier.document(id_)
        claims = tuple(extract(document))
        dossier.files.renew(Article(document, claims, marks(document, claims)))


def _read(ask: Ask, manner: Manner) -> Reading:
    facts, digest, reader = _facts(ask.path), _digest(ask.path), reader_name(manner)
    if digest and digest == ask.hash:
        return Reading(ask.path, facts, digest, reader, unchanged=True)
    articles, skipped = [], []
    try:
        for one in articles_in(Path(ask.path), language=manner.language, columns=dict(manner.columns)):
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                claims = tuple(extract(one))
                articles.append(Article(one, claims, marks(one, claims)))
    except _FAULTS as error:  # a fault of ours that one file brings to light must not keep the others from being read
        skipped.append(Skipped(ask.path, f"{_FAULT} ({type(error).__name__}: {error})."))
    return Reading(ask.path, facts, digest, reader, tuple(articles), tuple(skipped))


def marks(document: Document, claims: Sequence[Claim]) -> bytes:
    """Return hashes, 32 bits each, of the names and values of an article and of what its claims state."""
    texts: dict[str, list[str]] = defaultdict(list)
    told = {n for n, passage in enumerate(document.passages) if passage.kind in _TOLD}
    for number in told:
        passage = document.passages[number]
        texts[passage.language].append(document.quote(passage.span))
    keys = {
        key for language, parts in texts.items() for word in words_in("\n".join(parts))
        for key in word_evidence(word, language)[0]
    }  # fmt: skip
    for claim in claims:
        if claim.passage in told:
            keys |= claim_keys(claim, document.quote(claim.span))
    return array("I", sorted(_hashes(keys | _statements(claims)))).tobytes()


def stated(claims: Iterable[Claim]) -> frozenset[int]:
    """Return those of an article's marks that tell what its claims state of a place or a time."""
    return frozenset(_hashes(_statements(claims)))


def _statements(claims: Iterable[Claim]) -> set[str]:
    made = set()
    for claim in claims:
        scope = claim.scope
        if (subject := scope.indicator or scope.noun) and (scope.place or scope.period):
            place = "".join(skeleton(word) for word in scope.place.split()) if scope.place else ""
            made.add(f"{subject}/{place}/{scope.period.years if scope.period else ''}")
    return made


def _hashes(keys: Iterable[str]) -> set[int]:
    return {crc32(key.encode("utf-8", "surrogatepass")) for key in keys}


@cache
def reader_name(manner: Manner) -> str:
    """Return what changes when the same file may be read otherwise: the version, the knowledge, the person's word."""
    told = hashlib.sha256(f"{__version__} {manner.language} {sorted(manner.columns)}".encode())
    for folder in ("languages", "."):
        for path in sorted(Path(str(resource(folder))).glob("*.toml")):
            told.update(path.read_bytes())
    return told.hexdigest()[:16]


def _facts(path: str) -> Facts:
    try:
        status = os.stat(path)  # noqa: PTH116 - of every file at each check; a Path takes several times as long
    except (OSError, ValueError):
        return _NOWHERE
    steady = status.st_mtime_ns < time.time_ns() - _FRESH
    return Facts(status.st_size, status.st_mtime_ns if steady else 0)


def _digest(path: str) -> str:
    """Return the SHA-256 of a file's bytes; nothing where they cannot be had."""
    try:
        if not Path(path).is_file():
            return ""
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
