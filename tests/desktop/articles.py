"""A small dossier for the window's tests: four short articles of our own, with findings set by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.dossier.store import Dossier
from factcheck.model import (
    Claim,
    Direction,
    Document,
    Finding,
    Kind,
    Match,
    Quantity,
    Reason,
    Relation,
    Role,
    Scope,
    Skipped,
    Span,
)
from factcheck.reading.files import read

if TYPE_CHECKING:
    from pathlib import Path

FILLER = {
    "en": "Officials visited the villages along the river, and the schools there have been painted again. ",
    "fr": "Les responsables ont visité les villages au bord de la rivière, et les écoles ont été repeintes. ",
    "fa": "مسئولان از روستاهای کنار رودخانه دیدن کردند و مدرسه‌های آنجا دوباره رنگ شده است. ",
    "vi": "Cán bộ đã đến thăm các làng ven sông, và trường học ở đó đã được sơn lại. ",
}
TEXTS = {
    "en": "Ninh Thuan counts its poor\n\n{0}{0}{0}\nThe poverty rate of the province stood at 4.2% at the end of "
    "the year. It spent more than 524 billion VND on houses. 😀 Help reached 1,200 households.\n{0}{0}{0}{0}{0}{0}\n",
    "fr": "Ninh Thuan compte ses pauvres\n\n{0}{0}{0}{0}\nLe taux de pauvreté de la province était de 4,2 % à la fin "
    "de l'année. Elle a dépensé 542 milliards de dongs pour des maisons.\n{0}{0}{0}{0}{0}{0}\n",
    "fa": "نین توان فقیران خود را می‌شمارد\n\n{0}{0}\nنرخ فقر استان در پایان سال ۲٫۴٪ بود و برای خانه‌ها "
    "۵۲۴ میلیارد دونگ خرج شد.\n{0}{0}{0}{0}{0}{0}{0}\n",
    "vi": "Ninh Thuận đếm hộ nghèo\n\n{0}{0}{0}\nTỷ lệ nghèo của tỉnh là 4,2% vào cuối năm. "
    "Có 1.200 hộ được giúp.\n{0}{0}{0}\n",
}
_RATE, _HELPED = "poverty_rate", "households"
FIGURES = {
    "en": {"4.2%": ("4.2", "percent"), "more than 524 billion VND": ("524e9", "VND"), "1,200": ("1200", None)},
    "fr": {"4,2 %": ("4.2", "percent"), "542 milliards de dongs": ("542e9", "VND")},
    "fa": {"۲٫۴٪": ("2.4", "percent"), "۵۲۴ میلیارد دونگ": ("524e9", "VND")},
    "vi": {"4,2%": ("4.2", "percent"), "1.200": ("1200", None)},
}
_KINDS = {"percent": Kind.PERCENT, "VND": Kind.MONEY, None: Kind.COUNT}


def write_articles(folder: Path) -> dict[str, Path]:
    """Write the articles, one a language."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for tag, text in TEXTS.items():
        paths[tag] = folder / f"{tag}.txt"
        paths[tag].write_bytes(text.format(FILLER[tag]).encode())
    return paths


def claims_of(document: Document) -> list[Claim]:
    found = []
    for quote, (value, unit) in FIGURES[document.language].items():
        start = document.text.index(quote)
        passage = next(n for n, p in enumerate(document.passages) if p.span.start <= start < p.span.end)
        low = Decimal(value)
        high = None if quote.startswith("more") else low
        scope = Scope(indicator=_RATE if unit == "percent" else None, noun=_HELPED if unit is None else None)
        direction = Direction.DOWN if unit == "percent" else None
        span = Span(start, start + len(quote))
        found.append(
            Claim(document.id, span, passage, Quantity(low, high, unit), _KINDS[unit], Role.LEVEL, direction, scope)
        )
    return sorted(found, key=lambda claim: claim.span)


REASONS = (
    Reason("indicator", "poverty rate on both sides", 2.1),
    Reason("names", "Ninh Thuan = نین توان", 0.8),
    Reason("period", "end of the year against no period", -0.6),
)


def findings_of(claims: dict[str, list[Claim]]) -> list[Finding]:
    def finding(a: Claim, b: Claim, relation: Relation, kind: str, gap: float | None, score: float) -> Finding:
        return Finding(Match(a, b, score, REASONS), relation, kind, gap, f"The two articles state it: {kind}.")

    en, fr, fa, vi = (claims[tag] for tag in ("en", "fr", "fa", "vi"))
    return [
        finding(fa[0], fr[0], Relation.DIFFER, "digits swapped", 0.43, 0.95),
        finding(fa[0], en[0], Relation.DIFFER, "digits swapped", 0.43, 0.9),
        finding(fr[1], fa[1], Relation.DIFFER, "digits swapped", 0.03, 0.8),
        finding(en[1], fr[1], Relation.CHECK, "bound", None, 0.6),
        finding(en[0], fr[0], Relation.AGREE, "equal", 0.0, 0.95),
        finding(en[0], vi[0], Relation.AGREE, "equal", 0.0, 0.95),
        finding(en[2], vi[1], Relation.AGREE, "equal", 0.0, 0.9),
    ]


def make_dossier(folder: Path, articles: Path) -> Path:
    """Make a dossier with articles, claims, findings and one file that was skipped; return its folder."""
    claims = {}
    with Dossier(folder) as dossier:
        for tag, path in write_articles(articles).items():
            document = read(path, language=tag)
            claims[tag] = claims_of(document)
            dossier.save(document, claims[tag])
        dossier.replace_findings(findings_of(claims))
        dossier.replace_skipped([Skipped(str(articles / "scan.pdf"), "It has no text; save it as text first.")])
    return folder
