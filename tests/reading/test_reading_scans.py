"""Scans: read by Tesseract where it is installed, listed with what to install where it is not."""

import io
import sys
import zlib

import fixture_files as made
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from factcheck.claims.extraction import extract
from factcheck.language.detection import script_codes
from factcheck.model import Document
from factcheck.reading.files import from_text
from factcheck.reading.formats import ocr
from factcheck.reading.formats.content import Content, Part, Unread, Working
from factcheck.reading.formats.opening import contents
from factcheck.reading.formats.pdf import ranges
from factcheck.reading.formats.pictures import size

SENTENCES = ("The poverty rate fell to 4.21% in 2023.", "Some 12,400 households were helped by the province.")


def bitmap(lines=SENTENCES):
    """The lines as a grey picture of a page, 300 dots an inch, in PDFium's own Helvetica."""
    text = "".join(f"BT /F 14 Tf 50 {780 - 40 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F 3 0 R >> >> >>"
        ),
        made._stream(text.encode()),
    ]
    body = b"%PDF-1.7\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    with pypdfium2.PdfDocument(body + b"trailer << /Size 6 /Root 1 0 R >>\n%%EOF") as document:
        return document[0].render(scale=300 / 72, grayscale=True)


def scanned_pdf(pages):
    """A PDF of pages that are a picture each (a bitmap), text (str) or blank (None)."""
    with pypdfium2.PdfDocument.new() as document:
        for one in pages:
            page = document.new_page(595, 842)
            if isinstance(one, str):
                with pypdfium2.PdfDocument(made.pdf([[(50, 700, 10, one)]])) as other:
                    document.import_pages(other)
                document.del_page(len(document) - 2)
            elif one is not None:
                image = pypdfium2.PdfImage.new(document)
                image.set_bitmap(one)
                image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
                page.insert_obj(image)
                page.gen_content()
                assert list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def png(picture):
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    size = picture.width.to_bytes(4, "big") + picture.height.to_bytes(4, "big")
    rows = bytes(picture.buffer)
    lines = b"".join(b"\x00" + rows[row * picture.stride : row * picture.stride + picture.width]
                     for row in range(picture.height))  # fmt: skip
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + b"\x08\x00\x00\x00\x00") + chunk(b"IDAT", zlib.compress(lines))
            + chunk(b"IEND", b""))  # fmt: skip


def read(data, ending):
    return [one for one in contents(Part("a", data, ending)) if not isinstance(one, Working)]


@pytest.fixture
def no_tesseract(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(ocr, "_PLACES", ())


@pytest.fixture
def fake_tesseract(monkeypatch, tmp_path):
    """A program of this name that knows five languages and reads two English sentences on every picture.

    What it is asked is written to a file, whose path is returned.
    """
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows")
    script, asked = tmp_path / "tesseract", tmp_path / "asked.txt"
    script.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "if sys.argv[1:] == ['--list-langs']: print('List:\\nosd\\neng\\nscript/Latin\\nfas\\nisl\\nvie\\njpn_vert')\n"
        "elif sys.argv[3:5] == ['--psm', '0']: print('Rotate: 0\\nScript: Latin\\nScript confidence: 2')\n"
        "else:\n"
        "    data = sys.stdin.buffer.read()\n"
        f"    print(*sys.argv[3:], file=open({str(asked)!r}, 'a'))\n"
        "    if data.startswith(b'\\xff\\xd8'): sys.exit(1)\n"
        f"    print({chr(10).join(SENTENCES)!r} if len(data) > 1000 else '')\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return asked


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_scan_says_what_to_install():
    for data, ending in ((png(bitmap()), ".png"), (scanned_pdf([bitmap()]), ".pdf")):
        (found,) = read(data, ending)
        assert isinstance(found, Unread)
        assert "needs OCR; install Tesseract" in found.reason


@pytest.mark.usefixtures("no_tesseract")
def test_scanned_pages_among_others_are_listed_by_their_numbers():
    picture = bitmap()
    found = read(scanned_pdf([SENTENCES[0], picture, None, picture, picture]), ".pdf")
    assert [type(one) for one in found] == [Content, Unread]
    assert found[0].text == SENTENCES[0]
    assert found[1].name == "a#pages 2, 4-5"
    assert "install Tesseract" in found[1].reason


@pytest.mark.parametrize(("numbers", "shown"), [([3], "3"), ([1, 2, 3, 9], "1-3, 9"), ([2, 4], "2, 4"), ([], "")])
def test_ranges(numbers, shown):
    assert ranges(numbers) == shown


@pytest.mark.usefixtures("fake_tesseract")
def test_what_tesseract_reads_becomes_the_article():
    picture = bitmap()
    (found,) = read(png(picture), ".png")
    assert found.text == " ".join(SENTENCES)
    (found,) = read(scanned_pdf([SENTENCES[1], picture]), ".pdf")
    assert found.text == "\n\n".join([SENTENCES[1], " ".join(SENTENCES)])
    assert any(isinstance(one, Working) for one in contents(Part("a", scanned_pdf([picture]), ".pdf")))


def test_tesseract_is_asked_with_the_languages_of_the_script_and_then_with_that_of_the_text(fake_tesseract):
    read(png(bitmap()), ".png")
    told = [line.split() for line in fake_tesseract.read_text().splitlines()]
    assert [line[:2] for line in told] == [["-l", "eng+vie+isl"], ["-l", "eng"]]
    assert all(line[-2:] == ["--psm", "1"] for line in told), "turned upright"


@pytest.mark.parametrize(
    ("name", "tag", "script"),
    [("eng", "en", "Latn"), ("slk", "sk", "Latn"), ("chi_sim", "zh", "Hani"), ("jpn", "ja", "Jpan"),
     ("ben", "bn", "Beng"), ("srp", "sr", "Cyrl"), ("srp_latn", "sr", "Latn"), ("frk", "und", "")],
)  # fmt: skip
def test_what_tesseract_calls_a_language_tells_its_tag_and_script(name, tag, script):
    assert (ocr._tag(name), ocr._script_of(name)) == (tag, script)
    assert not script or any(script in codes for codes in script_codes().values())


@pytest.mark.usefixtures("fake_tesseract")
def test_a_picture_without_text_or_that_fails_says_so():
    assert "finds no text" in read(b"\x89PNG small", ".png")[0].reason
    assert "cannot read this picture" in read(b"\xff\xd8\xff broken", ".jpg")[0].reason


HUGE = [  # beginnings of pictures of 40,000 by 30,000 pixels
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (40_000).to_bytes(4, "big") + (30_000).to_bytes(4, "big") + bytes(99),
    b"GIF89a" + (40_000).to_bytes(2, "little") + (30_000).to_bytes(2, "little") + bytes(99),
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08" + (30_000).to_bytes(2) + (40_000).to_bytes(2) + bytes(99),
    b"\xff\xd8\xff\xff\xff\xc0\x00\x11\x08" + (30_000).to_bytes(2) + (40_000).to_bytes(2) + bytes(99),
    b"BM" + bytes(16) + (40_000).to_bytes(4, "little") + (-30_000).to_bytes(4, "little", signed=True) + bytes(99),
    b"RIFFabcdWEBPVP8X" + bytes(8) + (39_999).to_bytes(3, "little") + (29_999).to_bytes(3, "little") + bytes(99),
    b"II*\x00\x08\x00\x00\x00\x02\x00" + b"".join(
        tag.to_bytes(2, "little") + b"\x04\x00\x01\x00\x00\x00" + value.to_bytes(4, "little")
        for tag, value in ((256, 40_000), (257, 30_000))
    ),
]  # fmt: skip


@pytest.mark.usefixtures("fake_tesseract")
@pytest.mark.parametrize("data", HUGE, ids=["png", "gif", "jpeg", "jpeg with fill bytes", "bmp", "webp", "tiff"])
def test_a_huge_picture_is_not_unpacked(data):
    assert size(data) == (40_000, 30_000)
    (found,) = read(data, ".png")
    assert "too large for OCR" in found.reason


@given(st.sampled_from(HUGE), st.binary(max_size=60), st.integers(0, 60))
def test_sizes_of_damaged_pictures_are_numbers(data, more, cut):
    assert min(size(data[:cut] + more)) >= 0


@pytest.mark.usefixtures("fake_tesseract")
def test_a_huge_page_is_read_at_fewer_dots():
    assert ocr.scale(595, 842) == 300 / 72
    assert ocr.scale(14_400, 14_400) * 14_400 < 8_000
    with pypdfium2.PdfDocument.new() as document:
        page = document.new_page(14_400, 14_400)
        image = pypdfium2.PdfImage.new(document)
        image.set_bitmap(bitmap())
        image.set_matrix(pypdfium2.PdfMatrix().scale(14_400, 14_400))
        page.insert_obj(image)
        page.gen_content()
        buffer = io.BytesIO()
        document.save(buffer)
    (found,) = read(buffer.getvalue(), ".pdf")
    assert found.text == " ".join(SENTENCES)


@pytest.mark.skipif(not ocr.installed(), reason="Tesseract is not installed")
@pytest.mark.parametrize("ending", [".png", ".pdf"])
def test_real_scans_hold_the_figures_of_their_text(ending):
    picture = bitmap()
    found = read(png(picture) if ending == ".png" else scanned_pdf([picture]), ending)
    assert isinstance(found[0], Content), found
    stated = [[document.quote(claim.span) for claim in extract(document)]
              for document in (from_text(found[0].text), from_text("\n".join(SENTENCES)))]  # fmt: skip
    assert isinstance(from_text(found[0].text), Document)
    assert stated[0] == stated[1]
