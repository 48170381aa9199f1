"""What the tests of the formats share: findings in all six languages, exported with every choice there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.export.batch import Batch, Options
from factcheck.export.formats import write
from factcheck.model import Case, Relation, Skipped, Verdict
from samples import article, claim, finding, pair, review

if TYPE_CHECKING:
    from pathlib import Path

PERSIAN, FRENCH, DIFFERING = pair()
ARABIC, VIETNAMESE, ENGLISH, MALAY = (article(tag) for tag in ("ar", "vi", "en", "ms"))
NOTE = 'Called the office:\n=4.21 %, they said; "swapped" <digits>.\nگفتند ۴٫۲۱ درصد است.'
OTHER = finding(
    claim(ENGLISH, "4.21 per cent", "4.21"),
    claim(MALAY, "4.21 peratus", "4.21"),
    Relation.CHECK,
    type="another period",
    gap=None,
    explanation="Another period: 2023 against 2022.",
)
EQUAL = finding(
    claim(ARABIC, "٤٫٢١ في المئة", "4.21"),
    claim(VIETNAMESE, "4,21%", "4.21"),
    Relation.AGREE,
    type="equal",
    gap=0.0,
    explanation="4.21 % in both.",
)
CASES = [
    Case(DIFFERING, PERSIAN, FRENCH, review(DIFFERING, Verdict.CONFIRMED, NOTE)),
    Case(OTHER, ENGLISH, MALAY, replace(review(OTHER, Verdict.DISMISSED, "another year"), reason="not the same")),
    Case(EQUAL, ARABIC, VIETNAMESE),
]
IDS = [case.finding.id for case in CASES]
FIGURES = [
    document.quote(one.span)
    for case in CASES
    for document, one in ((case.a, case.finding.match.a), (case.b, case.finding.match.b))
]
SKIPPED = [Skipped("/home/editor/articles/scan.pdf", "/home/editor/articles/scan.pdf holds no text.")]
ARTICLES = [(article("fa", "قانون\nدر ماده ۱۲ قانون"), ())]


def exported(tmp_path: Path, form: str, options: Options | None = None, cases: list[Case] | None = None) -> Path:
    """Return the file that a format makes of the cases."""
    output = tmp_path / f"out.{form}"
    assert write(Batch(CASES if cases is None else cases, SKIPPED, ARTICLES, options or Options()), form, output)
    return output
