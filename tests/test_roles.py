"""Level, change or target, and which way, from short sentences."""

from __future__ import annotations

import pytest

from factcheck.claims.figures import read_figures
from factcheck.claims.lines import read_line
from factcheck.claims.phrase_tables import phrases_of
from factcheck.claims.roles import read_role
from factcheck.claims.words import QUANTITY


def roles(tag: str, text: str) -> list[str]:
    figures = read_figures(text, tag)
    line = read_line(text, 0, len(text), figures)
    cues = [cue for cue in phrases_of(tag).find(line) if cue.table.startswith("roles.")]
    made = []
    for word, sign in enumerate(line.words):
        if sign == QUANTITY:
            role, direction = read_role(line, word, figures[line.figures[word]].kind, cues, per=False)
            made.append(f"{role} {direction}" if direction else str(role))
    return made


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "The rate stood at 4.2%.", ["level"]),
        ("en", "The rate fell to 4.2%.", ["level down"]),
        ("en", "The rate fell by 4.2%.", ["change down"]),
        ("en", "The rate rose 4.2%.", ["change up"]),
        ("en", "The city aims to raise the rate to 4.2%.", ["target up"]),
        ("en", "The rate fell 4%, beyond the plan (a cut of 3%).", ["change down", "target down"]),
        ("fr", "Le taux a diminué de 1,7 %.", ["change down"]),
        ("fr", "Le taux était de 1,7 %.", ["level"]),
        ("fr", "Le taux est tombé à 1,7 %.", ["level down"]),
        ("vi", "Tỷ lệ này giảm xuống còn 4%.", ["level down"]),
        ("vi", "Giám đốc có 4% cổ phần.", ["level"]),
        ("ms", "Kadar itu berkurangan kepada 4%.", ["level down"]),
        ("ms", "Kadar itu meningkat sebanyak 4%.", ["change up"]),
        ("fa", "این نرخ ۴٪ کاهش یافت.", ["change down"]),
        ("fa", "این نرخ به ۴٪ کاهش یافت.", ["level down"]),
        ("ar", "انخفض المعدل بنسبة 4٪.", ["change down"]),
        ("ar", "انخفض المعدل إلى 4٪.", ["level down"]),
        # What is fallen below or risen above is a level, with a bound; with a word of change it is the size of that.
        ("en", "The rate fell below 4%.", ["level down"]),
        ("en", "The rate fell by just under 4%.", ["change down"]),
        ("en", "The rate fell less than 4%.", ["change down"]),
        ("de", "Die Quote stieg über 4 Prozent.", ["level up"]),
        ("de", "Die Quote stieg um knapp über 4 Prozent.", ["change up"]),
        ("fr", "Le taux a baissé sous la barre des 4 %.", ["level down"]),
        ("es", "La tasa cayó por debajo del 4 %.", ["level down"]),
        ("pt", "A taxa caiu abaixo de 4%.", ["level down"]),
        ("it", "Il tasso è sceso sotto il 4%.", ["level down"]),
        ("ar", "انخفض المعدل إلى ما دون 4٪.", ["level down"]),
        ("fa", "این نرخ به زیر ۴٪ کاهش یافت.", ["level down"]),
        ("ms", "Kadar itu turun di bawah 4%.", ["level down"]),
        ("ru", "Доля упала ниже 4 %.", ["level down"]),
        ("tr", "Oran yüzde 4'ün altına düştü.", ["level down"]),
        ("sw", "Kiwango kilishuka chini ya asilimia 4.", ["level down"]),
    ],
)
def test_roles(tag: str, text: str, expected: list[str]) -> None:
    assert roles(tag, text) == expected
