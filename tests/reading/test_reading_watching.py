"""A watched folder tells each change once, when the file is at rest."""

import os

import pytest

from factcheck.reading.watching import Changes, Watch

TIME = iter(range(1_700_000_000, 1_800_000_000))


def write(path, text):
    path.write_text(text, "utf-8")
    moment = next(TIME)
    os.utime(path, (moment, moment))  # clocks of disks are coarse


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "a.txt", "old")
    write(tmp_path / "b.txt", "old")
    return tmp_path


def test_what_is_there_is_known(folder):
    watch = Watch([folder])
    assert not watch.look()
    assert watch.look() == Changes()


def test_a_new_file_is_told_once_when_it_is_at_rest(folder):
    watch = Watch([folder])
    for text in ("half", "half and more", "whole"):
        write(folder / "c.txt", text)
        assert not watch.look()
    assert watch.look() == Changes(fresh=(folder / "c.txt",))
    assert not watch.look()


def test_a_changed_file_and_one_that_is_gone(folder):
    watch = Watch([folder])
    write(folder / "a.txt", "new")
    (folder / "b.txt").unlink()
    assert not watch.look()
    assert watch.look() == Changes((folder / "a.txt",), (folder / "b.txt",))
    assert not watch.look()


def test_a_file_that_is_saved_by_replacing_is_not_gone(folder):
    watch = Watch([folder])
    (folder / "a.txt").rename(folder / "a.bak")
    assert not watch.look()
    write(folder / "a.txt", "new")
    assert not watch.look()
    assert watch.look() == Changes(fresh=(folder / "a.txt",))


def test_hidden_and_half_downloaded_files_are_no_change(folder):
    watch = Watch([folder])
    for name in (".a.txt.swp", "c.txt.part", "Thumbs.db"):
        write(folder / name, "x")
    assert not watch.look()
    assert not watch.look()


def test_a_disk_that_is_not_connected(folder):
    watch = Watch([folder])
    folder.rename(folder.with_name("away"))
    assert not watch.look()
    assert not watch.look()
    folder.with_name("away").rename(folder)
    assert not watch.look()
    assert not watch.look()
