"""Who asks for less motion gets none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from factcheck.desktop import motion
from factcheck.desktop.settings import Settings, offer


@pytest.fixture(autouse=True)
def as_before(qapp):
    yield
    motion.obey(qapp, "system")


def test_less_motion_lets_nothing_move(empty_window, qapp):
    offer(empty_window)
    settings = empty_window.findChild(Settings)
    settings.motion.setCurrentIndex(settings.motion.findData("less"))
    settings.motion.activated.emit(settings.motion.currentIndex())
    assert empty_window.preferences.motion == "less"
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_FadeTooltip)
    assert qapp.cursorFlashTime() == 0
    empty_window.line.show_progress("reading", 0, 0, "")
    assert empty_window.line.bar.maximum() > 0, "a bar without an end would move"
    empty_window.appearance.choose_motion("full")
    empty_window.line.show_progress("reading", 0, 0, "")
    assert empty_window.line.bar.maximum() == 0
    assert qapp.cursorFlashTime() > 0
    empty_window.line.rest()
    settings.reject()


def test_the_systems_wish_is_heeded(qapp, monkeypatch):
    for effects in (True, False):
        monkeypatch.setattr(motion.QApplication, "isEffectEnabled", lambda _, effects=effects: effects)
        assert motion.reduced("system") == (not effects)
        assert motion.reduced("less")
        assert not motion.reduced("full")
    motion.obey(qapp, "less")
    assert motion.at_rest()
