"""What is remembered on disk: found again, built anew after a change, damage or where nothing can be kept."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.language import remembered
from factcheck.language.detector import identifier
from factcheck.language.expressions import standing
from factcheck.language.remembered import ALL_LANGUAGES, NO_LANGUAGE, compiled, keep, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = {"năm": (5, "số"), "سال": [1.5, None], "set": frozenset({"a", "b"}), "bytes": b"\x00\xff"}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of one's own, on any system; what is known of the files of this installation is forgotten after it."""
    monkeypatch.setattr(remembered, "_cache_folder", lambda _: tmp_path / "factcheck")
    for known in (remembered._folder, remembered._key, remembered._languages):
        known.cache_clear()
    yield tmp_path / "factcheck"
    monkeypatch.undo()
    for known in (remembered._folder, remembered._key, remembered._languages):
        known.cache_clear()


class Build:
    """Counts how often it is asked."""

    def __init__(self, made: Any = TABLE) -> None:
        self.made, self.asked = made, 0

    def __call__(self) -> Any:
        self.asked += 1
        return self.made


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("tag", ["vi", "und", ALL_LANGUAGES, NO_LANGUAGE])
def test_what_was_worked_out_is_found_again(tag: str) -> None:
    build = Build()
    assert [compiled("table", tag, build) for _ in range(3)] == [TABLE] * 3
    assert build.asked == 1
    assert compiled("other", tag, Build({"x": 1})) == {"x": 1}
    assert compiled("table", tag, build) == TABLE


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 500, b"half", b"one bit"])
def test_what_is_damaged_is_built_again(damage: bytes) -> None:
    build = Build()
    compiled("table", "vi", build)
    file = Path(path_of("table", "vi", "bin"))
    whole = file.read_bytes()
    changed = {b"half": whole[: len(whole) // 2], b"one bit": whole[:-1] + bytes([whole[-1] ^ 1])}
    file.write_bytes(changed.get(damage, damage))
    assert compiled("table", "vi", build) == TABLE
    assert build.asked == 2
    assert file.read_bytes() == whole


def test_a_change_of_the_language_file_is_noticed(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"vi": "vi.toml:1:1", "fa": "fa.toml:1:1"}
    monkeypatch.setattr(remembered, "_languages", lambda: files)
    asked = {tag: Build() for tag in ("vi", "fa", ALL_LANGUAGES, NO_LANGUAGE)}
    for change in ("vi.toml:1:1", "vi.toml:2:2"):
        files["vi"] = change
        remembered._key.cache_clear()
        for tag, build in asked.items():
            compiled("table", tag, build)
    assert {tag: build.asked for tag, build in asked.items()} == {"vi": 2, "fa": 1, ALL_LANGUAGES: 2, NO_LANGUAGE: 1}
    assert len(list(cache.glob("*/table-vi-*"))) == 1, "what was before is removed"
    monkeypatch.undo()


def test_where_nothing_can_be_kept_all_works(cache: Path) -> None:
    cache.write_text("a file where the folder should be", "utf-8")
    build = Build()
    assert [compiled("table", "vi", build) for _ in range(2)] == [TABLE] * 2
    assert build.asked == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where caches are")
def test_who_has_no_home_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nowhere)
    with pytest.raises(OSError, match="null"):
        keep(str(remembered._cache_folder(None) / "a" / "b"), "b", b"x")


def test_what_nobody_has_used_for_a_month_is_removed(cache: Path) -> None:
    compiled("table", "vi", Build())
    now, own = time.time(), Path(path_of("table", "vi", "bin")).parent
    for name, days in (("deleted", 40), ("another", 20)):
        (cache / name).mkdir()
        (cache / name / "table.bin").write_bytes(b"x")
        os.utime(cache / name, (now - days * 86_400,) * 2)
    (cache / "numerals.json").write_text("{}", "utf-8")
    for each in (cache / "numerals.json", own):  # ours was last used then, and is used now
        os.utime(each, (now - 40 * 86_400,) * 2)
    for name, days in (
        (".table-vi-1", 2),
        (".table-vi-2", 0),
    ):  # one that nobody writes any more, and one in the making
        (own / name).write_bytes(b"x")
        os.utime(own / name, (now - days * 86_400,) * 2)
    os.utime(own, (now - 40 * 86_400,) * 2)
    remembered._folder.cache_clear()
    build = Build()
    assert compiled("table", "vi", build) == TABLE
    assert build.asked == 0
    assert [path.name for path in own.glob(".*")] == [".table-vi-2"]
    assert sorted(path.name for path in cache.iterdir()) == sorted(["another", own.name])
    assert own.stat().st_mtime > now - 100


def test_a_file_is_written_whole_or_not_at_all(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(str(cache / "a-1"), "a-*", b"first")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as broken:
        broken.setattr("pathlib.Path.replace", fail)
        with pytest.raises(OSError, match="disk full"):
            keep(str(cache / "a-2"), "a-*", b"second")
    assert [path.name for path in cache.iterdir()] == ["a-1"]
    written: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _: written.append(next(cache.glob(".*")).read_bytes()))
    keep(str(cache / "a-2"), "a-*", b"second", lasting=True)
    assert ([path.name for path in cache.iterdir()], written) == (["a-2"], [b"second"])


def test_the_detector_reads_its_model_from_what_is_remembered(cache: Path) -> None:
    texts = ("The poverty rate fell to 4.2%.", "Tỷ lệ hộ nghèo giảm còn 4,2%.", "نرخ فقر به ۴٫۲ درصد رسید", "", "12")
    unpacked, mapped = identifier(), identifier()
    assert len(list(cache.glob("*/detector-*"))) == 1
    assert isinstance(mapped.tk_nextmove, memoryview)
    assert [mapped.rank(text) for text in texts] == [unpacked.rank(text) for text in texts]


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("size", [0, 100, 1_000_000])
def test_a_damaged_model_is_unpacked_again(size: int) -> None:
    identifier()
    os.truncate(path_of("detector", NO_LANGUAGE, "npy"), size)
    assert identifier().classify("Le taux de pauvreté")[0] == "fr"
    assert Path(path_of("detector", NO_LANGUAGE, "npy")).stat().st_size > 1_000_000


@pytest.mark.usefixtures("cache")
def test_expressions_of_one_name_are_those_that_were_asked_for() -> None:
    for expressions in (("a+", "b+"), ("c+",), ("d+", "e+")):
        assert [one.pattern for one in standing("of a test", *expressions)] == list(expressions)
