# ruff: noqa: E501 - sentences stay in one line
"""Makes a file of every format out of the same articles, written for this project: `python fixture_files.py FOLDER`."""

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import sys
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path

import openpyxl


@dataclass(frozen=True)
class Article:
    language: str
    title: str
    paragraphs: tuple[str, ...]
    figures: tuple[str, ...]  # as written, in order

    @property
    def text(self):
        return "\n\n".join((self.title, *self.paragraphs)) + "\n"


DAY = "2025-11-03"
ADDRESS = "https://daily.example/2025/poverty.html"
AUTHOR = "Jane Doe"
OUTLET = "The Daily Example"

ENGLISH = Article(
    "en",
    "Poverty falls in the north",
    (
        "The poverty rate of the northern province fell to 4.21% at the end of 2023, the provincial office said.",
        "Some 12,400 households were supported, which is 300 more than in the year before, according to the office.",
        "The province has set aside 524 billion dong for the plan and wants no poor households to be left.",
    ),
    ("4.21%", "12,400", "300", "524 billion dong"),
)
FRENCH = Article(
    "fr",
    "La pauvreté recule dans le nord",
    (
        "Le taux de pauvreté de la province du nord est tombé à 4,21 % à la fin de 2023, a indiqué le bureau provincial.",
        "Quelque 12 400 ménages ont été aidés, soit 300 de plus que l’année précédente, selon ce bureau.",
        "La province a réservé 524 milliards de dongs à ce plan et ne veut plus laisser aucun ménage dans la pauvreté.",
    ),
    ("4,21 %", "12 400", "300", "524 milliards de dongs"),
)
VIETNAMESE = Article(
    "vi",
    "Hộ nghèo ở miền Bắc giảm",
    (
        "Tỷ lệ hộ nghèo của tỉnh miền Bắc đã giảm còn 4,21% vào cuối năm 2023, theo thông báo của văn phòng tỉnh.",
        "Khoảng 12.400 hộ đã được hỗ trợ, nhiều hơn năm trước 300 hộ, văn phòng này cho biết.",
        "Tỉnh đã dành 524 tỷ đồng cho kế hoạch và mong muốn không còn hộ nghèo nào.",
    ),
    ("4,21%", "12.400", "300", "524 tỷ đồng"),
)
MALAY = Article(
    "ms",
    "Kemiskinan menurun di utara",
    (
        "Kadar kemiskinan wilayah utara itu menurun kepada 4.21% pada akhir tahun 2023, kata pejabat wilayah berkenaan.",
        "Kira-kira 12,400 isi rumah telah dibantu, iaitu 300 lebih banyak daripada tahun sebelumnya, menurut pejabat itu.",
        "Wilayah itu memperuntukkan 524 bilion dong bagi rancangan tersebut kerana mahu tiada lagi isi rumah miskin.",
    ),
    ("4.21%", "12,400", "300", "524 bilion dong"),
)
ARABIC = Article(
    "ar",
    "الفقر يتراجع في الشمال",
    (
        "تراجع معدل الفقر في المقاطعة الشمالية إلى 4.21 في المئة في نهاية عام 2023، كما قال مكتب المقاطعة.",
        "وحصلت نحو 12400 أسرة على الدعم، أي أكثر من العام السابق بـ 300 أسرة، بحسب المكتب نفسه.",
        "وخصصت المقاطعة 524 مليار دونغ لهذه الخطة، وهي تريد ألا تبقى فيها أي أسرة فقيرة.",
    ),
    ("4.21 في المئة", "12400", "300", "524 مليار دونغ"),
)
PERSIAN = Article(
    "fa",
    "فقر در شمال کاهش یافت",
    (
        "نرخ فقر در استان شمالی تا پایان سال ۲۰۲۳ به ۴٫۲۱ درصد کاهش یافت، چنان که دفتر استان اعلام کرد.",
        "حدود ۱۲۴۰۰ خانوار حمایت شدند که ۳۰۰ خانوار بیشتر از سال پیش است، این دفتر گفت.",
        "استان ۵۲۴ میلیارد دونگ برای این برنامه کنار گذاشته است و می‌خواهد هیچ خانوار فقیری باقی نماند.",
    ),
    ("۴٫۲۱ درصد", "۱۲۴۰۰", "۳۰۰", "۵۲۴ میلیارد دونگ"),
)
ARTICLES = (ENGLISH, FRENCH, VIETNAMESE, MALAY, ARABIC, PERSIAN)

# One paragraph each, in the encodings and scripts of newsrooms.
SCRIPTS = (
    (
        "ru",
        "cp1251",
        "Уровень бедности в северной области снизился до 4,21% к концу 2023 года, сообщили в её управлении.",
    ),
    (
        "ru",
        "koi8_r",
        "Поддержку получили около 12 400 семей, то есть на 300 больше, чем в предыдущем году, сказали там.",
    ),
    (
        "uk",
        "cp1251",
        "Рівень бідності в північній області знизився до 4,21% наприкінці 2023 року, повідомили в її управлінні.",
    ),
    (
        "el",
        "iso8859_7",
        "Το ποσοστό φτώχειας στη βόρεια επαρχία μειώθηκε στο 4,21% στο τέλος του 2023, είπε το γραφείο της.",
    ),
    ("he", "cp1255", "שיעור העוני במחוז הצפוני ירד ל-4.21% בסוף שנת 2023, כך מסרה לשכת המחוז ביום שני בבוקר."),
    (
        "ar",
        "cp1256",
        "تراجع معدل الفقر في المقاطعة الشمالية إلى 4.21 في المئة في نهاية عام 2023، كما قال مكتب المقاطعة.",
    ),
    (
        "tr",
        "cp1254",
        "Kuzeydeki ilin yoksulluk oranı 2023 yılının sonunda %4,21’e düştü, dedi il müdürlüğü pazartesi günü.",
    ),
    (
        "pl",
        "iso8859_2",
        "Wskaźnik ubóstwa w północnym województwie spadł do 4,21% pod koniec 2023 roku, podał jego urząd.",
    ),
    (
        "fr",
        "iso8859_15",
        "Le taux de pauvreté de la province est tombé à 4,21 % à la fin de 2023, selon son bureau d'œuvres.",
    ),
    ("vi", "utf-16", "Tỷ lệ hộ nghèo của tỉnh miền Bắc đã giảm còn 4,21% vào cuối năm 2023, theo văn phòng tỉnh."),
    (
        "fa",
        "utf-8-sig",
        "نرخ فقر در استان شمالی تا پایان سال ۲۰۲۳ به ۴٫۲۱ درصد کاهش یافت، چنان که دفتر استان اعلام کرد.",
    ),
    ("hi", "utf-8", "उत्तरी प्रांत की गरीबी दर 2023 के अंत तक घटकर 4.21% हो गई, प्रांत के कार्यालय ने सोमवार को कहा।"),
    ("th", "cp874", "อัตราความยากจนของจังหวัดทางเหนือลดลงเหลือ 4.21% เมื่อสิ้นปี 2023 สำนักงานจังหวัดกล่าวเมื่อวันจันทร์"),
    ("zh", "gb18030", "到2023年底，该省北部的贫困率下降到4.21%，省政府办公室星期一表示，今后还会继续帮助贫困家庭。"),
    ("zh", "big5", "到2023年底，該省北部的貧困率下降到4.21%，省政府辦公室星期一表示，今後還會繼續幫助貧困家庭。"),
    ("ja", "shift_jis", "その北部の省の貧困率は2023年末までに4.21%に下がったと、省の事務所が月曜日に発表しました。"),
    ("ja", "euc_jp", "約12,400世帯が支援を受けており、前の年より300世帯多いと、省の事務所は月曜日に述べています。"),
    ("ko", "euc_kr", "그 북부 지방의 빈곤율은 2023년 말까지 4.21%로 떨어졌다고 도청이 월요일에 밝혔습니다."),
)


def page(article, *, charset="utf-8", declared=True):
    """A web page with navigation, a share bar, a caption, related news and a footer around the article."""
    meta = f'<meta charset="{charset}">' if declared else ""
    data = json.dumps({"@type": "NewsArticle", "headline": article.title, "datePublished": f"{DAY}T08:00:00+07:00",
                       "author": {"@type": "Person", "name": AUTHOR}, "publisher": {"name": OUTLET}})  # fmt: skip
    body = "".join(f"<p>{escape(one)}</p>" for one in article.paragraphs)
    return f"""<!DOCTYPE html><html lang="{article.language}"><head>{meta}<title>{escape(article.title)} - {OUTLET}</title>
<link rel="canonical" href="{ADDRESS}"><script type="application/ld+json">{data}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/p">Politics (12)</a></li><li><a href="/s">Sport</a></li></ul></nav>
<main><article><h1>{escape(article.title)}</h1><div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a> 87</div>
{body}</article><aside><h3>Related news</h3><ul><li><a href="/x">Flood kills 13 people in the delta</a></li>
<li><a href="/y">Rice exports reach 8 million tonnes</a></li></ul></aside></main>
<footer>Comments (15) &copy; 2025 {OUTLET}</footer></body></html>""".encode(charset)


def mhtml(article):
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "<Saved by Blink>", article.title
    message["Snapshot-Content-Location"] = ADDRESS
    message.set_content(page(article), "text", "html", params={"charset": "utf-8"}, cte="quoted-printable")
    message.make_related()
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return message.as_bytes()


def mail(article, attached=()):
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = f"{AUTHOR} <jane@daily.example>", "desk@daily.example"
    message["Subject"], message["Date"] = article.title, "Mon, 03 Nov 2025 08:00:00 +0700"
    message.set_content("\n\n".join(article.paragraphs), charset="utf-8")
    for name, data in attached:
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


def mailbox(articles):
    return b"".join(b"From jane@daily.example Mon Nov  3 08:00:00 2025\n" + mail(one).replace(b"\r\n", b"\n") + b"\n\n"
                    for one in articles)  # fmt: skip


def zipped(files, first=None):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(article):
    def paragraph(text, style=""):
        half = len(text) // 2  # Word cuts runs anywhere
        runs = "".join(
            f'<w:r><w:t xml:space="preserve">{escape(one)}</w:t></w:r>' for one in (text[:half], text[half:])
        )
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'

    deleted = "<w:p><w:del><w:r><w:delText>It was 99 percent.</w:delText></w:r></w:del></w:p>"
    body = paragraph(article.title, "T") + deleted + "".join(map(paragraph, article.paragraphs))
    core = (f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>{AUTHOR}</dc:creator>'
            f"<dcterms:created>{DAY}T08:00:00Z</dcterms:created></cp:coreProperties>")  # fmt: skip
    return zipped([
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"),
        ("word/styles.xml", f'<w:styles {_W}><w:style w:styleId="T"><w:name w:val="Title"/></w:style></w:styles>'),
        ("docProps/core.xml", core),
    ])  # fmt: skip


_O = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
      'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"')  # fmt: skip


def _open_body(article):
    note = "<office:annotation><dc:creator>x</dc:creator><text:p>99 percent?</text:p></office:annotation>"
    body = "".join(f"<text:p>{escape(one)}{note}</text:p>" for one in article.paragraphs)
    return f"<office:body><office:text><text:h>{escape(article.title)}</text:h>{body}</office:text></office:body>"


_OPEN_META = (f"<office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator>"
              f"<meta:creation-date>{DAY}T08:00:00</meta:creation-date></office:meta>")  # fmt: skip


def odt(article):
    return zipped([
        ("content.xml", f"<office:document-content {_O}>{_open_body(article)}</office:document-content>"),
        ("meta.xml", f"<office:document-meta {_O}>{_OPEN_META}</office:document-meta>"),
    ], first="application/vnd.oasis.opendocument.text")  # fmt: skip


def fodt(article):
    return f'<?xml version="1.0"?><office:document {_O}>{_OPEN_META}{_open_body(article)}</office:document>'.encode()


def rtf(article):
    def coded(text):
        return "".join(char if char < "\x80" else f"\\u{int.from_bytes(char.encode('utf-16-le'), 'little', signed=True)}?"
                       for char in text)  # fmt: skip

    info = rf"{{\info{{\title {coded(article.title)}}}{{\author {AUTHOR}}}{{\creatim\yr2025\mo11\dy3}}}}"
    body = r"\par ".join(coded(one) for one in (article.title, *article.paragraphs))
    return rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Arial;}}}}{info}\pard {body}\par}}".encode("ascii")


def epub(article):
    chapter = "".join(f"<p>{escape(one)}</p>" for one in article.paragraphs)
    chapter = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{escape(article.title)}</h1>{chapter}</body></html>'
    )
    book = (f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{escape(article.title)}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:date>{DAY}</dc:date>"
            '</metadata><manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>')  # fmt: skip
    container = ('<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
                 '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>')  # fmt: skip
    return zipped([("META-INF/container.xml", container), ("OEBPS/book.opf", book), ("OEBPS/text/a.xhtml", chapter)],
                  first="application/epub+zip")  # fmt: skip


def rss(articles):
    items = "".join(
        f"<item><title>{escape(one.title)}</title><link>{ADDRESS}</link><pubDate>Mon, 03 Nov 2025 08:00:00 +0700</pubDate>"
        f"<dc:creator>{AUTHOR}</dc:creator><description>{escape(escape(one.paragraphs[0]))}</description><content:encoded>"
        f"<![CDATA[{''.join(f'<p>{escape(p)}</p>' for p in one.paragraphs)}]]></content:encoded></item>"
        for one in articles
    )
    return (f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>{items}'
            "</channel></rss>").encode()  # fmt: skip


def atom(articles):
    items = "".join(
        f'<entry><title>{escape(one.title)}</title><link href="{ADDRESS}"/><published>{DAY}T08:00:00Z</published>'
        f"<author><name>{AUTHOR}</name></author><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
        f"{''.join(f'<p>{escape(p)}</p>' for p in one.paragraphs)}</div></content></entry>"
        for one in articles
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title>{items}</feed>'.encode()


def rows(articles):
    return [(one.title, "\n".join(one.paragraphs), DAY, OUTLET, one.language, ADDRESS) for one in articles]


COLUMNS = ("Titre", "Texte", "Date de publication", "Source", "Langue", "URL")


def table_csv(articles, delimiter=";", encoding="utf-8"):
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([COLUMNS, *rows(articles)])
    return buffer.getvalue().encode(encoding)


def table_xlsx(articles):
    book = openpyxl.Workbook()
    for row in (COLUMNS, *rows(articles)):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def json_lines(articles):
    names = ("headline", "body", "published_at", "source", "lang", "url")
    return "\n".join(
        json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows(articles)
    ).encode()


def markdown(article):
    return "\n\n".join((f"# {article.title}", *article.paragraphs)).encode()


def warc(articles):
    made = b""
    for number, article in enumerate(articles):
        body = page(article)
        http = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        ) + body
        head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {ADDRESS}?{number}\r\nWARC-Date: 2025-11-04T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")  # fmt: skip
        made += gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)
    return made


def wacz(articles):
    return zipped([("archive/data.warc.gz", warc(articles)), ("datapackage.json", "{}"), ("pages/pages.jsonl", "{}")])


def pdf(pages):
    """A PDF out of pages, each a list of (x, y, size, text). Its font has no shapes; a map tells what its codes mean."""
    codes, objects = {}, []

    def coded(text):
        return "".join(f"{codes.setdefault(char, len(codes) + 1):04X}" for char in text)

    contents = [
        "".join(f"BT /F {size} Tf {x} {y} Td <{coded(text)}> Tj ET\n" for x, y, size, text in one) for one in pages
    ]
    entries = "".join(f"<{code:04X}> <{char.encode('utf-16-be').hex()}>\n" for char, code in codes.items())
    cmap = (f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(codes)} beginbfchar\n{entries}endbfchar\n"
            "endcmap end end")  # fmt: skip
    count = len(pages)
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(count))
    font = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
        b"/Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /Ascent 800 "
        b"/Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -200 1000 800] >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        font,
        _stream(cmap.encode()),
    ]
    for number, content in enumerate(contents):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
                       f"/Contents {7 + 2 * number} 0 R >>".encode())  # fmt: skip
        objects.append(_stream(content.encode()))
    objects.append(b"<< /Author (%s) /CreationDate (D:20251103080000) >>" % AUTHOR.encode())
    made, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (made + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table +
            b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" %
            (len(objects) + 1, len(objects), len(made)))  # fmt: skip


def _stream(data):
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


_MIRRORED = str.maketrans("()[]«»", ")(][»«")


def set_lines(text, width):
    """Break a paragraph into lines of at most `width` characters."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], joined] if len(joined) <= width else [*lines, word]
    return lines


def article_pdf(article):
    """One column; right-to-left lines are drawn from the right in the order of the eye, as PDFs have them."""
    backwards = article.language in {"ar", "fa", "he"}
    y, page_lines = 780, []
    for text, size in ((article.title, 18), *((one, 10) for one in article.paragraphs)):
        for line in set_lines(text, 90):
            x = 545 - len(line) * size * 0.5 if backwards else 50
            page_lines.append((x, y, size, _as_drawn(line) if backwards else line))
            y -= 1.3 * size
        y -= size
    return pdf([page_lines])


def _as_drawn(line):
    """A right-to-left line in the order of the eye: reversed and mirrored, but for its numbers."""
    pieces = re.findall(r"\d+(?:[.,٫]\d+)*%?|.", line)
    return "".join(piece.translate(_MIRRORED) for piece in reversed(pieces))


SINGLE = {
    "a.txt": lambda one: one.text.encode(), "a.md": markdown, "a.html": page, "a.mhtml": mhtml, "a.docx": docx,
    "a.odt": odt, "a.fodt": fodt, "a.rtf": rtf, "a.epub": epub, "a.eml": mail, "a.pdf": article_pdf,
}  # fmt: skip
SEVERAL = {
    "b.mbox": mailbox, "b.rss": rss, "b.atom": atom, "b.csv": table_csv, "b.xlsx": table_xlsx, "b.jsonl": json_lines,
    "b.warc.gz": warc, "b.wacz": wacz,
    "b.zip": lambda all_: zipped([(f"{one.language}.html", page(one)) for one in all_]),
    "b.tar": lambda all_: tarred([(f"{one.language}.txt", one.text.encode()) for one in all_]),
    "b.tar.gz": lambda all_: gzip.compress(tarred([(f"{one.language}.docx", docx(one)) for one in all_])),
    "b.tar.bz2": lambda all_: bz2.compress(tarred([(f"{one.language}.odt", odt(one)) for one in all_])),
    "b.tar.xz": lambda all_: lzma.compress(tarred([(f"{one.language}.rtf", rtf(one)) for one in all_])),
}  # fmt: skip


def every():
    """Yield the name and the bytes of a file of every format."""
    for name, make in SINGLE.items():
        for article in ARTICLES:
            yield f"{article.language}-{name}", make(article)
    for name, make in SEVERAL.items():
        yield name, make(ARTICLES)
    for number, (language, encoding, text) in enumerate(SCRIPTS):
        yield f"{number}-{language}-{encoding}.txt", text.encode(encoding)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for file_name, file_data in every():
        (folder / file_name).write_bytes(file_data)
