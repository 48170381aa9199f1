"""Themes, fonts, icons and the table of actions."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QMainWindow

from factcheck.desktop import fonts, icons
from factcheck.desktop.actions import DEEDS, MENUS, PAGES, Actions, shown_keys
from factcheck.desktop.isolates import embed, is_right_to_left, isolate, plain
from factcheck.desktop.names import source_shown
from factcheck.desktop.status import UNDERLINE, Status, gravest, word
from factcheck.desktop.theme import Look, load
from factcheck.desktop.translation import ENGLISH, install
from factcheck.errors import FactcheckError
from factcheck.resources import resource
from samples import article

THEMES = [load(path) for path in sorted(resource("themes").glob("*.toml"))]
by_name = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour):
    def linear(c):
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@by_name
def test_words_can_be_read_on_every_ground(theme):
    grounds = (theme.window, theme.surface, theme.raised, theme.accent_soft)
    pairs = [(words, ground) for words in (theme.text, theme.muted, theme.accent) for ground in grounds]
    pairs += [(theme.accent_text, theme.accent), (theme.accent_text, theme.accent_hover), (theme.text, theme.hit)]
    pairs += [(theme.text, theme.band)]
    for colours in theme.status.values():
        pairs += [(colours.text, colours.soft), (colours.on, colours.colour), (theme.text, colours.soft)]
        pairs += [(colours.text, ground) for ground in grounds]
    low = [(a.name(), b.name(), round(contrast(a, b), 2)) for a, b in pairs if contrast(a, b) < 4.5]
    assert low == []


@by_name
def test_marks_stand_out_from_the_page(theme):
    assert all(contrast(colours.colour, theme.surface) >= 4.5 for colours in theme.status.values())
    assert len({colours.colour.name() for colours in theme.status.values()}) == 4


def test_the_status_colours_are_those_that_were_chosen():
    light, dark = sorted(THEMES, key=lambda theme: theme.dark)
    chosen = ("#cc4400", "#600073", "#0077cc", "#525c66"), ("#ff8040", "#ffebb2", "#59baff", "#879099")
    for theme, colours in zip((light, dark), chosen, strict=True):
        assert tuple(theme.status[status].colour.name() for status in Status) == colours


@pytest.mark.parametrize("line", ['text = "#18212B"', 'soft = "#FDEBE2"', 'name = "Light"'])
def test_a_theme_that_lacks_a_key_is_refused_by_name(tmp_path, line):
    whole = (resource("themes") / "light.toml").read_text(encoding="utf-8")
    assert line in whole
    odd = tmp_path / "odd.toml"
    odd.write_text(whole.replace(line, ""), encoding="utf-8")
    with pytest.raises(FactcheckError, match=r"odd\.toml"):
        load(odd)


@by_name
def test_the_style_sheet_has_no_hole(theme):
    assert "$" not in theme.style_sheet()


def test_a_theme_is_chosen_and_told(qtbot):
    look = Look("light")
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert look.theme.dark
    assert Look("nonsense").choice == "system"


SAMPLES = {
    "en": "The poverty rate fell – “4.2%”…",
    "fr": "L’œuvre a coûté 542 millions d’euros",
    "vi": "Tỷ lệ hộ nghèo giảm 1,46 phần trăm ở Ninh Thuận",
    "ms": "Kadar kemiskinan turun kepada 0.03%",
    "ar": "انخفض معدل الفقر إلى ٤٫٢٪ في المئة",
    "fa": "نرخ فقر به ۴٫۲٪ کاهش یافت، پژوهش گچ",
}


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
@pytest.mark.parametrize("bold", [False, True])
def test_no_tofu(text, bold):
    metrics = [QFontMetrics(fonts.reading(tag, bold=bold)) for tag in ("en", "fa")]
    missing = [c for c in text if not any(m.inFontUcs4(ord(c)) for m in metrics)]
    assert missing == []
    assert any(m.inFontUcs4(ord(text[0])) for m in metrics)


def test_the_fonts_are_ours():
    assert QFontInfo(fonts.reading("fr")).family() == "Noto Sans"
    assert QFontInfo(fonts.reading("fa")).family() == "Noto Sans Arabic"
    assert "SIL OPEN FONT LICENSE" in (resource("fonts") / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something_in_the_colour_asked_for(path):
    colour = THEMES[0].status[Status.CONFLICT].colour
    image = QImage(96, 96, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        icons.paint(painter, path.stem, image.rect().toRectF(), colour)
    inked = [image.pixelColor(x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).alpha() > 250]
    assert len(inked) >= 10
    if not path.stem.startswith(("tick", "arrow")):
        assert colour in inked


def test_nothing_is_told_by_colour_alone():
    assert len({word(status) for status in Status}) == 4
    assert len({UNDERLINE[status] for status in Status}) == 4
    assert all((resource("icons") / f"{status}.svg").exists() for status in Status)
    assert gravest([Status.AGREE, Status.CHECK]) is Status.CHECK
    assert gravest([]) is Status.SINGLE


@pytest.mark.parametrize(("language", "value"), [("fa", "۴٫۸٪"), ("ar", "٪٤٫٨"), ("fr", "4,8 %"), ("vi", "4,8%")])
def test_quoted_values_are_isolated_and_can_be_had_plain(language, value):
    quoted = isolate(value, language)
    assert quoted[0] == ("\u2067" if is_right_to_left(language) else "\u2066")
    assert quoted[-1] == "\u2069"
    assert ("\u061c" in quoted) == is_right_to_left(language)
    assert plain(quoted) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Poverty rate, نین توآن, 2023", "Poverty rate, \u2067نین توآن\u2069, 2023"),
        ("نین توآن = Ninh Thuan", "\u200e\u2067نین توآن\u2069 = Ninh Thuan"),
        ("Poverty rate, Ninh Thuan", "Poverty rate, Ninh Thuan"),
    ],
)
def test_words_of_another_direction_keep_to_themselves(text, shown):
    assert embed(text) == shown
    assert plain(shown) == text


@pytest.mark.parametrize(("language", "shown"), [("en", "01-flood.txt"), ("fa", "\u206601-flood.txt\u2069")])
def test_the_name_of_a_file_keeps_its_order_from_right_to_left(qapp, language, shown):
    install(qapp, language)
    try:
        assert source_shown(replace(article("en", path="/articles/01-flood.txt"), url=None)) == shown
    finally:
        install(qapp, ENGLISH)


def test_names_in_latin_letters_keep_to_themselves_in_a_line_to_the_left():
    text = "نرخ فقر، Quang Ninh، ۲۰۲۳"
    assert embed(text, right=True) == "نرخ فقر، \u2066Quang Ninh\u2069، ۲۰۲۳"
    assert embed("VND", right=True) == "\u200f\u2066VND\u2069"
    assert plain(embed(text, right=True)) == text


def test_every_action_has_text_shortcut_and_tip(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    keys = []
    for deed in DEEDS:
        action = actions[deed.name]
        assert action.text()
        assert action.statusTip()
        assert shown_keys(deed)[0] in action.toolTip()
        assert all(not key.isEmpty() for key in action.shortcuts())
        keys += [key.toString() for key in action.shortcuts()]
        assert deed.menu in MENUS
        assert not deed.icon or (resource("icons") / f"{deed.icon}.svg").exists()
    assert len(keys) == len(set(keys))
    assert QKeySequence("Ctrl+K").toString() in keys
    assert {deed.name for deed in DEEDS if deed.group} == set(PAGES)
