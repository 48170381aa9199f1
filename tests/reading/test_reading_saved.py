"""The day of a file is known besides: it tells when a copy was saved, never when the article was published."""

import io
import os
import tarfile
import zipfile
from datetime import date, datetime

import pytest

from factcheck.checking import Progress, check
from factcheck.claims.extraction import extract
from factcheck.dossier.known_facts import facts
from factcheck.dossier.store import Dossier
from factcheck.model import Document
from factcheck.reading.files import from_text, read_all
from factcheck.reading.origin import ORDER

TEXT = "The poverty rate in Ninh Thuan stood at 4.2% last year, the province said on Tuesday in a report.\n"
DAY = datetime(2019, 5, 14, 12).astimezone().timestamp()


def zipped(day):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", day), TEXT)
    return buffer.getvalue()


def tarred(seconds):
    buffer, info = io.BytesIO(), tarfile.TarInfo("a.txt")
    info.size, info.mtime = len(TEXT), seconds
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        archive.addfile(info, io.BytesIO(TEXT.encode()))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "day"),
    [
        ("a.txt", TEXT.encode(), date(2019, 5, 14)),
        ("a.html", f"<html><body><p>{TEXT}</p></body></html>".encode(), date(2019, 5, 14)),
        ("a.zip", zipped((2021, 3, 2, 1, 2, 4)), date(2021, 3, 2)),
        ("a.zip", zipped((1980, 1, 1, 0, 0, 0)), date(2019, 5, 14)),  # the archive's own, where its file has none
        ("a.tar", tarred(DAY + 86_400 * 2), date(2019, 5, 16)),
        ("a.tar", tarred(0), date(2019, 5, 14)),
    ],
)
def test_the_day_of_a_file_is_known_but_is_not_that_of_publication(tmp_path, name, data, day):
    path = tmp_path / name
    path.write_bytes(data)
    os.utime(path, (DAY, DAY))
    (document,) = [one for one in read_all(path) if isinstance(one, Document)]
    assert (document.saved, document.published) == (day, None)
    assert "published" not in dict(document.origins)
    assert [claim.scope.period for claim in extract(document) if claim.quantity.unit == "percent"] == [None]


def test_it_is_the_least_trusted_and_text_without_a_file_has_none():
    assert ORDER[-1] == "file"
    assert from_text(TEXT).saved is None


def test_a_touched_file_is_not_read_again_and_says_nothing_new(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    os.utime(path, (DAY, DAY))
    with Dossier(tmp_path / "d") as dossier:
        list(check(dossier, [path], processes=1))
        (id_,) = dossier.document_ids()
        before = facts(dossier, id_)
        assert before[-1][:3] == ("saved", "2019-05-14", "file")
        os.utime(path, (DAY + 86_400 * 9, DAY + 86_400 * 9))
        happened = list(check(dossier, [path], processes=1))
        assert facts(dossier, id_) == before
        assert "matching" not in {one.step for one in happened if isinstance(one, Progress)}
        happened = list(check(dossier, [path], processes=1, columns={"text": "body"}))  # everything is read again
        assert facts(dossier, id_)[-1][1] == "2019-05-23"
        assert "matching" not in {one.step for one in happened if isinstance(one, Progress)}
