"""One table of everything the window can do; it feeds menus, shortcuts, tips and the list of shortcuts.

A text field keeps single letters for itself while it has the focus: Qt asks it first (ShortcutOverride).
"""
# ruff: noqa: E501 - a table reads best with a row a line

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from factcheck.desktop import icons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QMainWindow, QMenu

    from factcheck.desktop.theme import Look


@dataclass(frozen=True, slots=True)
class Deed:
    """A row of the table: `name` is what the code calls it, `local` means only where the focus is in its page."""

    name: str
    menu: str
    text: str
    tip: str
    keys: str = ""  # QKeySequence's portable text, several after " | "
    icon: str = ""
    short: str = ""  # under the icon in the rail
    group: str = ""  # one of a group is on
    local: bool = False
    line: bool = False  # a line above it in the menu


_N = QT_TRANSLATE_NOOP
MENUS = {
    "file": _N("Actions", "&File"),
    "edit": _N("Actions", "&Edit"),
    "view": _N("Actions", "&View"),
    "go": _N("Actions", "&Go"),
    "review": _N("Actions", "&Review"),
    "help": _N("Actions", "&Help"),
}
DEEDS = (
    Deed(
        "new",
        "file",
        _N("Actions", "&New dossier…"),
        _N("Actions", "Start a new dossier in a folder of your choice"),
        "Ctrl+N",
    ),
    Deed("open", "file", _N("Actions", "Open &dossier…"), _N("Actions", "Open a dossier kept earlier"), "Ctrl+D"),
    Deed(
        "add_files",
        "file",
        _N("Actions", "&Add files…"),
        _N("Actions", "Read articles from files"),
        "Ctrl+O",
        "add",
        line=True,
    ),
    Deed(
        "add_folder",
        "file",
        _N("Actions", "Add &folder…"),
        _N("Actions", "Read all articles of a folder"),
        "Ctrl+Shift+O",
        "folder",
    ),
    Deed(
        "read_again",
        "file",
        _N("Actions", "&Read again"),
        _N("Actions", "Read all source files again and compare anew"),
        "F5",
        "again",
    ),
    Deed(
        "skipped",
        "file",
        _N("Actions", "&Skipped files…"),
        _N("Actions", "List the files that could not be read, and why"),
        "Ctrl+Shift+S",
    ),
    Deed(
        "sample",
        "file",
        _N("Actions", "&Try the sample dossier"),
        _N("Actions", "Open a dossier of short articles in six languages"),
        "Ctrl+Shift+T",
        "sample",
        line=True,
    ),
    Deed(
        "export",
        "file",
        _N("Actions", "&Export…"),
        _N("Actions", "Write findings to a file"),
        "Ctrl+E | Ctrl+5",
        "export",
        _N("Actions", "Export"),
        "page",
    ),
    Deed("quit", "file", _N("Actions", "&Quit"), _N("Actions", "Close the window"), "Ctrl+Q", line=True),
    Deed("undo", "edit", _N("Actions", "&Undo decision"), _N("Actions", "Take the last decision back"), "Ctrl+Z"),
    Deed(
        "redo",
        "edit",
        _N("Actions", "&Redo decision"),
        _N("Actions", "Decide again what was taken back"),
        "Ctrl+Shift+Z",
    ),
    Deed(
        "copy_quotation",
        "edit",
        _N("Actions", "&Copy quotation with source"),
        _N("Actions", "Copy the sentence in focus with its source"),
        "Ctrl+Shift+C",
        "copy",
        line=True,
    ),
    Deed(
        "search",
        "edit",
        _N("Actions", "&Search articles"),
        _N("Actions", "Search all articles, in any script"),
        "Ctrl+K",
        "search",
        line=True,
    ),
    Deed(
        "find",
        "edit",
        _N("Actions", "&Find in article"),
        _N("Actions", "Find words in the article that is open"),
        "Ctrl+F",
        "search",
    ),
    Deed("find_next", "edit", _N("Actions", "Find &next"), _N("Actions", "Go to the next place found"), "F3"),
    Deed(
        "find_previous",
        "edit",
        _N("Actions", "Find &previous"),
        _N("Actions", "Go to the place found before"),
        "Shift+F3",
    ),
    Deed(
        "start",
        "view",
        _N("Actions", "&Start"),
        _N("Actions", "Recent dossiers, and where to begin"),
        "Ctrl+1",
        "start",
        _N("Actions", "Start"),
        "page",
    ),
    Deed(
        "library",
        "view",
        _N("Actions", "&Library"),
        _N("Actions", "All articles, with their figures marked"),
        "Ctrl+2",
        "library",
        _N("Actions", "Library"),
        "page",
    ),
    Deed(
        "discrepancies",
        "view",
        _N("Actions", "&Discrepancies"),
        _N("Actions", "Figures that contradict each other"),
        "Ctrl+3",
        "discrepancies",
        _N("Actions", "Findings"),
        "page",
    ),
    Deed(
        "compare",
        "view",
        _N("Actions", "&Compare"),
        _N("Actions", "Two sources side by side"),
        "Ctrl+4",
        "compare",
        _N("Actions", "Compare"),
        "page",
    ),
    Deed(
        "zoom_in",
        "view",
        _N("Actions", "Larger &text"),
        _N("Actions", "Show articles in larger letters"),
        "Ctrl++ | Ctrl+=",
        line=True,
    ),
    Deed(
        "zoom_out", "view", _N("Actions", "S&maller text"), _N("Actions", "Show articles in smaller letters"), "Ctrl+-"
    ),
    Deed(
        "zoom_normal",
        "view",
        _N("Actions", "&Normal text"),
        _N("Actions", "Show articles in letters of normal size"),
        "Ctrl+0",
    ),
    Deed(
        "theme",
        "view",
        _N("Actions", "Change t&heme"),
        _N("Actions", "Light, dark, or as the system has it"),
        "Ctrl+T",
        "theme",
        _N("Actions", "Theme"),
        line=True,
    ),
    Deed("next", "go", _N("Actions", "&Next"), _N("Actions", "Go to the next figure or finding"), "J", "next"),
    Deed(
        "previous",
        "go",
        _N("Actions", "&Previous"),
        _N("Actions", "Go to the previous figure or finding"),
        "K",
        "previous",
    ),
    Deed(
        "next_open",
        "go",
        _N("Actions", "Next &open finding"),
        _N("Actions", "Go to the next finding without a decision"),
        "Ctrl+PgDown",
    ),
    Deed(
        "compare_this",
        "go",
        _N("Actions", "&Compare side by side"),
        _N("Actions", "Show the two sources of what is selected"),
        "Return | Enter",
        "compare",
        local=True,
    ),
    Deed(
        "confirm",
        "review",
        _N("Actions", "&Confirm"),
        _N("Actions", "The figures do contradict each other"),
        "C",
        "confirm",
    ),
    Deed(
        "dismiss", "review", _N("Actions", "&Dismiss"), _N("Actions", "It is no contradiction; say why"), "D", "dismiss"
    ),
    Deed("later", "review", _N("Actions", "&Later"), _N("Actions", "Decide another time"), "L", "later"),
    Deed(
        "note", "review", _N("Actions", "&Note"), _N("Actions", "Write a note for the editor"), "N", "note", line=True
    ),
    Deed(
        "swap", "review", _N("Actions", "&Swap sides"), _N("Actions", "Let the two articles change places"), "X", "swap"
    ),
    Deed("shortcuts", "help", _N("Actions", "&Shortcuts"), _N("Actions", "List all keys"), "? | F1", "keys"),
    Deed(
        "about",
        "help",
        _N("Actions", "&About factcheck"),
        _N("Actions", "Version, licence, and what the program never does"),
        "Ctrl+F1",
        "information",
    ),
)
PAGES = ("start", "library", "discrepancies", "compare", "export")


class Actions:
    """The actions of a window, one a row of the table: `actions["export"]`."""

    def __init__(self, window: QMainWindow) -> None:
        self._of: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for deed in DEEDS:
            action = QAction(translated(deed.text), window)
            action.setObjectName(deed.name)
            action.setIconText(translated(deed.short or deed.text).replace("&", "").rstrip("…"))
            keys = [QKeySequence(key) for key in deed.keys.split(" | ")]
            action.setShortcuts(keys)
            action.setToolTip(f"{translated(deed.tip)} ({shown_keys(deed)[0]})")
            action.setStatusTip(translated(deed.tip))
            if deed.local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            if deed.group:
                action.setCheckable(True)
                groups.setdefault(deed.group, QActionGroup(window)).addAction(action)
            self._of[deed.name] = action
            if not deed.local:
                window.addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._of[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._of.values())

    def fill_menus(self, window: QMainWindow) -> None:
        """Make the window's menus."""
        menus: dict[str, QMenu] = {name: window.menuBar().addMenu(translated(text)) for name, text in MENUS.items()}
        for deed in DEEDS:
            if deed.line:
                menus[deed.menu].addSeparator()
            menus[deed.menu].addAction(self._of[deed.name])

    def colour(self, look: Look) -> None:
        """Draw the icons in the theme's colours."""
        theme = look.theme
        for deed in DEEDS:
            if deed.icon:
                self._of[deed.name].setIcon(icons.icon(deed.icon, theme.text, disabled=theme.muted))


def shown_keys(deed: Deed) -> list[str]:
    """Return a deed's keys as the keyboard names them."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(key).toString(native).replace("Return", "Enter") for key in deed.keys.split(" | ")]
    return list(dict.fromkeys(keys))


def translated(text: str) -> str:
    """Return a text of the table in the interface's language."""
    return QCoreApplication.translate("Actions", text)
