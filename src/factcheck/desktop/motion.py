"""How much moves in the window: nothing needs to, and who asks for less motion, here or in the system, gets none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CHOICES = ("system", "less", "full")
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


def reduced(choice: str) -> bool:
    """Return whether a choice of CHOICES asks for less motion; the system's wish is what Qt knows of its effects."""
    return choice == "less" or (choice == "system" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General))


def obey(application: QApplication, choice: str) -> None:
    """Let menus, lists, tips and cursors move or rest as was chosen."""
    less = reduced(choice)
    for effect in _EFFECTS:
        QApplication.setEffectEnabled(effect, not less)
    if application.property("blinking") is None:
        application.setProperty("blinking", application.cursorFlashTime())  # as the system has it
    application.setCursorFlashTime(0 if choice == "less" else int(application.property("blinking")))
    application.setProperty("reduced motion", less)


def at_rest() -> bool:
    """Return whether nothing is to move."""
    application = QApplication.instance()
    return bool(application and application.property("reduced motion"))
