"""Whoever cannot see the window or hold a mouse: everything has a name, and the keyboard reaches it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from sheets import sheets

from factcheck.desktop.actions import DEEDS, PAGES
from factcheck.desktop.dialogs import ShortcutList


def unnamed(top):
    """Return the widgets that take the focus by Tab and have no name for a screen reader."""
    found = []
    for widget in top.findChildren(QWidget):
        reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        inner = widget.parent() is not None and isinstance(widget.parent(), QLineEdit)
        if reachable and not inner:
            told = QAccessible.queryAccessibleInterface(widget)
            name = told.text(QAccessible.Text.Name) if told else ""
            if not (name or widget.accessibleName()):
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def test_every_widget_that_takes_the_focus_has_a_name(window):
    for page in PAGES:
        window.go_to(page)
        assert unnamed(window) == [], page
    for sheet in sheets(window):
        sheet.show()
        assert unnamed(sheet) == [], sheet.windowTitle()
        sheet.reject()


def test_every_button_is_reached_by_tab_or_has_a_key(window):
    for page in PAGES:
        window.go_to(page)
        for button in window.pages.currentWidget().findChildren(QAbstractButton):
            if button.isVisible() and not isinstance(button.parent(), QLineEdit):
                assert button.focusPolicy() & Qt.FocusPolicy.TabFocus or button.toolTip(), button.accessibleName()


def test_the_list_of_keys_tells_every_action(window):
    listed = ShortcutList(window)
    said = {label.text() for label in listed.findChildren(QWidget) if hasattr(label, "text") and callable(label.text)}
    for deed in DEEDS:
        assert deed.keys, deed.name
        assert (deed.text.replace("&", "").rstrip("…") in said) == deed.possible
    listed.reject()
