"""Archives, mailboxes and PDFs that are too large to be held in memory are read from the disk, piece by piece."""

import bz2
import gzip

import fixture_files as made
import pytest

from factcheck.model import Document, Skipped
from factcheck.reading import files
from factcheck.reading.formats.content import Part
from factcheck.reading.formats.mail import read_box

SEVERAL = ["b.mbox", "b.zip", "b.tar", "b.tar.gz", "b.tar.bz2", "b.tar.xz", "b.warc.gz"]


@pytest.mark.parametrize("name", SEVERAL)
def test_a_large_file_gives_the_same_articles(tmp_path, monkeypatch, name):
    path = tmp_path / name
    path.write_bytes(made.SEVERAL[name](made.ARTICLES))
    whole = list(files.read_all(path))
    monkeypatch.setattr(files, "FILE", 100)
    assert list(files.read_all(path)) == whole
    assert all(isinstance(one, Document) for one in whole)


def test_a_large_pdf(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(made.article_pdf(made.ENGLISH))
    whole = list(files.read_all(path))
    monkeypatch.setattr(files, "FILE", 100)
    assert list(files.read_all(path)) == whole


def test_a_large_file_of_another_kind_is_listed(tmp_path, monkeypatch):
    path = tmp_path / "a.docx"
    path.write_bytes(made.docx(made.ENGLISH))
    monkeypatch.setattr(files, "FILE", 100)
    (found,) = files.read_all(path)
    assert isinstance(found, Skipped)
    assert "too large" in found.reason


BOXES = [
    (b"From a@b.example Mon Nov 03 08:00:00 2025\nSubject: one\n\nText.\n\nFrom here on it rains.\n", 1),
    ((b"From a@b.example Mon Nov 03 08:00:00 2025\nSubject: 1\n\nText.\n\n"
     b"From c@d.example Tue Nov 04 08:00:00 2025\nSubject: 2\n\n>From x\n"), 2),
    ((b"From a@b.example Mon Nov 03 08:00:00 2025\r\nSubject: 1\r\n\r\nText.\r\n\r\n"
     b"From c@d.example Tue Nov 04 08:00:00 2025\r\nSubject: 2\r\n\r\nText.\r\n"), 2),
    (b"From the sea, as we said on Monday the 3rd of 2025\n\nFrom the air, as in the summer of 2025\nwe saw", 1),
    (b"From nobody\nSubject: 1\n\nText.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("data", "count"), BOXES)
def test_where_mails_begin(data, count):
    mails = list(read_box(Part("", data, ".mbox")))
    assert len(mails) == count
    assert not any(one.data.startswith(b"From ") for one in mails)
    assert b">From x" not in b"".join(one.data for one in mails)


def test_compressed_tar_endings(tmp_path, monkeypatch):
    tar = made.tarred([("a.txt", made.ENGLISH.text.encode())])
    monkeypatch.setattr(files, "FILE", 100)
    for name, data in (("a.tgz", gzip.compress(tar)), ("a.tbz2", bz2.compress(tar))):
        (tmp_path / name).write_bytes(data)
        (found,) = files.read_all(tmp_path / name)
        assert found.text == made.ENGLISH.text
