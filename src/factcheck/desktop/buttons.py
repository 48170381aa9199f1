"""Buttons that do what an action does, and follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class ActionButton(QPushButton):
    """Has an action's words, icon and tip, and triggers it; the words can be others."""

    def __init__(self, action: QAction, text: str = "", style: str = "") -> None:
        super().__init__(text or action.iconText())
        self._action = action
        self.setObjectName(style)
        self.setAccessibleName(action.iconText())
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        if self.objectName() != "primary":  # its ground is another: whoever makes it gives it its icon
            self.setIcon(self._action.icon())
