"""Pasted text and standard input become files, which are read like others."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from factcheck.cli.given import given
from factcheck.errors import UnreadableFileError
from factcheck.reading.files import read
from factcheck.reading.formats import limits
from factcheck.reading.pasting import keep

TEXT = "نرخ فقر: ۴٫۲۱ درصد/سال\nThe poverty rate fell to 4.21% at the end of 2023.\n"


def test_the_same_text_is_kept_once(tmp_path):
    first, second = keep(TEXT, tmp_path / "pasted"), keep(TEXT.encode(), tmp_path / "pasted")
    assert first == second
    assert list((tmp_path / "pasted").iterdir()) == [first]
    assert read(first).text == TEXT
    assert first.name.startswith("نرخ فقر")
    assert "/" not in first.name


@pytest.mark.parametrize("text", ["../../etc", "\n\n", "CON\x00:", "a" * 300, "\ud800", ""])
def test_any_text_has_a_name(tmp_path, text):
    assert keep(text, tmp_path).parent == tmp_path


def test_too_large(tmp_path):
    with pytest.raises(UnreadableFileError, match="too large"):
        keep(b"a" * (limits.TEXT + 1), tmp_path)
    assert not list(tmp_path.iterdir())


def test_standard_input(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    other = tmp_path / "a.txt"
    with given([Path("-"), other]) as files:
        assert files[1] == other
        assert read(files[0]).text == TEXT
    assert not files[0].exists()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    with given([Path("-")], tmp_path / "dossier") as files:
        pass
    assert files[0].parent == tmp_path / "dossier" / "pasted"
    assert read(files[0]).text == TEXT
