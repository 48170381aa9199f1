"""Articles, claims and findings made by hand, for the tests of the rooms that keep, find and export them."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.model import (
    Claim,
    Document,
    Finding,
    Kind,
    Match,
    Passage,
    PassageKind,
    Period,
    Quantity,
    Reason,
    Relation,
    Review,
    Role,
    Scope,
    Span,
    Verdict,
)

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "fa": "کاهش فقر در کوانگ نین\nنرخ فقر استان در سال ۲۰۲۳ به ۴٫۲۱ درصد رسید. خانوار‌های فقیر وام می‌گیرند.",
    "ar": "محاربة الفقر\nانخفض معدل الفقر في المحافظة إلى ٤٫٢١ في المئة عام ٢٠٢٣، وفق مسؤولين.",
    "fr": "Recul de la pauvreté\nLe taux de pauvreté de l'ensemble de la province est tombé à 4,12 % en 2023.",
    "vi": "Công tác giảm nghèo\nTỷ lệ hộ nghèo toàn tỉnh giảm còn 4,21% năm 2023, đạt kế hoạch đề ra.",
    "ms": "Usaha membasmi kemiskinan\nKadar kemiskinan wilayah itu turun kepada 4.21 peratus pada 2023.",
    "en": "Poverty falls in the province\nThe poverty rate fell to 4.21 per cent in 2023; 16,700 households were helped.",  # noqa: E501
}
PUBLISHED = date(2023, 11, 20)


def article(language: str = "en", text: str | None = None, *, path: str | None = None, dated: bool = True) -> Document:
    """Return an article whose lines and sentences are its passages; the first line is its title."""
    text = TEXTS[language] if text is None else text
    path = path or f"/home/editor/articles/{language}/{_hash(text)[:6]}.txt"
    title = text.partition("\n")[0]
    passages = [
        Passage(Span(*found.span()), PassageKind.SENTENCE if found.start() else PassageKind.HEADING, language)
        for found in re.finditer(r"[^\n.;]+(?:\.(?=\d)[^\n.;]*)*[.;]?", text)
        if found.group().strip()
    ]
    return Document(
        id=_hash(f"{path}\n{text}"),
        path=path,
        title=title,
        text=text,
        language=language,
        published=PUBLISHED if dated else None,
        url=f"https://news.example/{language}/poverty" if dated else None,
        passages=tuple(passages),
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def claim(document: Document, figure: str, value: str | None = None, **changes: object) -> Claim:
    """Return the claim that a figure in a document makes."""
    start = document.text.index(figure)
    passage = next(i for i, p in enumerate(document.passages) if p.span.start <= start < p.span.end)
    number = Decimal(value) if value else Decimal(figure.replace(",", ""))
    made = {
        "quantity": Quantity(number, number, "percent", Decimal("0.01")),
        "kind": Kind.PERCENT,
        "role": Role.LEVEL,
        "scope": Scope(indicator="poverty-rate", place="Quang Ninh", period=Period.of_year(2023), per="year"),
    } | changes
    return Claim(document.id, Span(start, start + len(figure)), passage, **made)


def finding(
    a: Claim, b: Claim, relation: Relation = Relation.DIFFER, *, score: float = 0.9, **changes: object
) -> Finding:
    """Return a finding on two claims."""
    reasons = (Reason("names", "Quang Ninh = کوانگ نین", 2.5), Reason("period", "2023", 1.0))
    made = {
        "type": "digits swapped",
        "gap": 0.021,
        "explanation": "4.12 % against 4.21 %: two digits swapped.",
    } | changes
    return Finding(Match(a, b, score, reasons), relation, **made)


def review(of: Finding | str, verdict: Verdict = Verdict.CONFIRMED, note: str = "", minute: int = 0) -> Review:
    """Return a review of a finding."""
    id_ = of if isinstance(of, str) else of.id
    return Review(id_, verdict, note, "Noor", datetime(2023, 11, 21, 9, minute, tzinfo=UTC), reason="misprint")


def pair() -> tuple[Document, Document, Finding]:
    """Return a Persian and a French article, and the finding that their poverty rates differ."""
    persian, french = article("fa"), article("fr")
    a, b = claim(persian, "۴٫۲۱ درصد", "4.21"), claim(french, "4,12 %", "4.12")
    return persian, french, finding(a, b)


def older(source: Path, target: Path, version: int) -> None:
    """Make a dossier file of an older version out of one of the present: what came later is taken away."""
    with closing(sqlite3.connect(source)) as new, closing(sqlite3.connect(target)) as old:
        new.backup(old)
        if version < 10:
            old.executescript(
                """CREATE TABLE before (
                    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE, marks BLOB NOT NULL
                ) WITHOUT ROWID;
                INSERT INTO before SELECT document, marks FROM marks;
                DROP TABLE marks; DROP TABLE holders; DROP TABLE gone; ALTER TABLE before RENAME TO marks;"""
            )
        if version < 9:
            old.executescript("DROP TABLE as_read; ALTER TABLE known DROP COLUMN saved;")
        if version < 8:
            _drop_indexes(old, "findings_leads", "findings_leads_by_verdict")
        if version < 7:
            old.executescript("ALTER TABLE findings DROP COLUMN gap;")
        if version < 6:
            old.executescript("DROP TABLE corrections;")
        if version < 5:
            _drop_indexes(old, "findings_under")
            old.executescript("DROP TRIGGER findings_without_lead; ALTER TABLE findings DROP COLUMN under;")
        if version < 4:
            old.executescript("DROP TABLE known;")
        if version < 3:
            old.executescript(
                """DROP TABLE files; DROP TABLE pending; DROP TABLE reviewed; DROP TABLE marks;
                DROP INDEX documents_file; DROP INDEX skipped_file;
                ALTER TABLE documents DROP COLUMN file;
                ALTER TABLE skipped DROP COLUMN file; ALTER TABLE skipped DROP COLUMN twin;"""
            )
        if version < 2:
            _drop_indexes(old, "findings_verdict")
            old.executescript("DROP TABLE claims; DROP TABLE learned;")
            for column in ("a_article", "a_start", "b_article", "b_start"):
                old.execute(f"ALTER TABLE findings DROP COLUMN {column}")
        old.execute(f"PRAGMA user_version = {version}")
        old.commit()


def _drop_indexes(old: sqlite3.Connection, *names: str) -> None:
    """Drop indexes, whichever filling of the table made them."""
    for name in names:
        old.execute(f"DROP INDEX IF EXISTS {name}")
        old.execute(f"DROP INDEX IF EXISTS {name}_anew")
