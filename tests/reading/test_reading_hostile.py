"""A sample of the damaged and malicious files of bench/hostile.py: each is read or listed with a reason."""

import random

import pytest

import hostile
from factcheck.model import Document, Skipped
from factcheck.reading import process
from factcheck.reading.files import read_all
from factcheck.reading.formats.content import Part, Unread
from factcheck.reading.formats.opening import contents

QUICK = {"bomb.zip", "laughs.rss", "outside.rss", "laughs.docx", "deep.json", "nested.zip", "nested.gz", "traps.tar",
         "names.zip", "nul.txt", "nul.html", "surrogates.txt", "surrogates.jsonl", "bidi.txt"}  # fmt: skip
SMALL = [(name, data) for name, data in hostile.bombs(QUICK) if name in QUICK]


@pytest.mark.parametrize(("name", "data"), SMALL, ids=[name for name, _ in SMALL])
def test_bombs(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    found = list(read_all(tmp_path / name))
    assert found
    assert all(isinstance(one, Document) or ";" in one.reason for one in found)
    assert not any("root:" in one.text for one in found if isinstance(one, Document))  # /etc/passwd was not read
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert not any(".." in one.path.partition("#")[2] or "\u202e" in one.path for one in found)


BOUNDS = [
    ("a.eml", b"Subject: " + b"=?utf-8?q?a?= " * 40_000 + b"\n\nThe rate fell to 4%.", "header"),
    ("a.eml", b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 600, "nested too deeply"),
    ("a.html", b"<table>" + b"<tr><td>4%" * 60_000, "more lines than an article"),
]


@pytest.mark.parametrize(("name", "data", "reason"), BOUNDS)
def test_what_would_take_its_parser_minutes_is_refused_at_once(name, data, reason):
    (found,) = contents(Part("a", data, name[1:]))
    assert reason in found.reason


def test_damaged_fixtures(tmp_path):
    for name, data in hostile.damaged(random.Random(3), 60):
        path = tmp_path / name
        path.write_bytes(data)
        found = list(read_all(path))
        assert found
        assert all(isinstance(one, Document) or (isinstance(one, Skipped) and ";" in one.reason) for one in found)


def test_a_parser_that_hangs_or_dies_is_stopped_and_the_next_file_is_read():
    parser = process.Parser()
    deep = Part("", b"<table>" + b"<tr><td>4%" * 300_000, ".html")
    assert [type(one) for one in parser.read(deep, 0.5)] == [Unread]
    sound = Part("", b"<html><body><p>The poverty rate fell to 4% in 2023.</p></body></html>", ".html")
    assert [one.text for one in parser.read(sound, 60)] == ["The poverty rate fell to 4% in 2023."]
    parser._process.kill()
    parser._process.join()
    assert [one.text for one in parser.read(sound, 60)] == ["The poverty rate fell to 4% in 2023."]
    parser.stop()
