"""One table of everything the window can do; it feeds menus, shortcuts, tips and the list of shortcuts.

A text field keeps single letters for itself while it has the focus: Qt asks it first (ShortcutOverride).
"""
# ruff: noqa: E501 - a table reads best with a row a line

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence

from factcheck.desktop import icons
from factcheck.desktop.translation import QT_TRANSLATE_NOOP

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
    needs: str = ""  # the library without which it is hidden

    @property
    def possible(self) -> bool:
        """Return whether what it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None


MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "go": QT_TRANSLATE_NOOP("Actions", "&Go"),
    "review": QT_TRANSLATE_NOOP("Actions", "&Review"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
# fmt: off
DEEDS = (
    Deed("new", "file", QT_TRANSLATE_NOOP("Actions", "&New dossier…"), QT_TRANSLATE_NOOP("Actions", "Start a new dossier in a folder of your choice"), "Ctrl+N"),
    Deed("open", "file", QT_TRANSLATE_NOOP("Actions", "Open &dossier…"), QT_TRANSLATE_NOOP("Actions", "Open a dossier kept earlier"), "Ctrl+D"),
    Deed("add_files", "file", QT_TRANSLATE_NOOP("Actions", "&Add files…"), QT_TRANSLATE_NOOP("Actions", "Read articles from files"), "Ctrl+O", "add", line=True),
    Deed("add_folder", "file", QT_TRANSLATE_NOOP("Actions", "Add &folder…"), QT_TRANSLATE_NOOP("Actions", "Read all articles of a folder"), "Ctrl+Shift+O", "folder"),
    Deed("read_again", "file", QT_TRANSLATE_NOOP("Actions", "&Read again"), QT_TRANSLATE_NOOP("Actions", "Read all source files again and compare anew"), "F5", "again"),
    Deed("watch", "file", QT_TRANSLATE_NOOP("Actions", "&Watch the folders"), QT_TRANSLATE_NOOP("Actions", "Read by itself what is new in the folders of this dossier"), "Ctrl+Shift+W"),
    Deed("skipped", "file", QT_TRANSLATE_NOOP("Actions", "&Skipped files…"), QT_TRANSLATE_NOOP("Actions", "List the files that could not be read, and why"), "Ctrl+Shift+S"),
    Deed("properties", "file", QT_TRANSLATE_NOOP("Actions", "Propert&ies…"), QT_TRANSLATE_NOOP("Actions", "What this dossier is made of; copies of it, and the bin"), "Ctrl+I", line=True),
    Deed("sample", "file", QT_TRANSLATE_NOOP("Actions", "&Try the sample dossier"), QT_TRANSLATE_NOOP("Actions", "Open a dossier of short articles in six languages"), "Ctrl+Shift+T", "sample", line=True),
    Deed("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export…"), QT_TRANSLATE_NOOP("Actions", "Write findings to a file"), "Ctrl+E | Ctrl+5", "export", QT_TRANSLATE_NOOP("Actions", "Export"), "page"),
    Deed("settings", "file", QT_TRANSLATE_NOOP("Actions", "&Settings…"), QT_TRANSLATE_NOOP("Actions", "Language, theme and size of the text"), "Ctrl+,", "settings", line=True),
    Deed("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), QT_TRANSLATE_NOOP("Actions", "Close the window"), "Ctrl+Q", line=True),
    Deed("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), QT_TRANSLATE_NOOP("Actions", "Take the last decision or correction back"), "Ctrl+Z"),
    Deed("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), QT_TRANSLATE_NOOP("Actions", "Do again what was taken back"), "Ctrl+Shift+Z"),
    Deed("copy_quotation", "edit", QT_TRANSLATE_NOOP("Actions", "&Copy quotation with source"), QT_TRANSLATE_NOOP("Actions", "Copy the sentence in focus with its source"), "Ctrl+Shift+C", "copy", line=True),
    Deed("paste", "edit", QT_TRANSLATE_NOOP("Actions", "&Paste as an article"), QT_TRANSLATE_NOOP("Actions", "Read the text on the clipboard as an article"), "Ctrl+Shift+V"),
    Deed("facts", "edit", QT_TRANSLATE_NOOP("Actions", "What is &known of the article…"), QT_TRANSLATE_NOOP("Actions", "Title, author, outlet, day, address and language, where each is from, and what it should be"), "F2", "information", line=True),
    Deed("search", "edit", QT_TRANSLATE_NOOP("Actions", "&Search articles"), QT_TRANSLATE_NOOP("Actions", "Search all articles, in any script"), "Ctrl+K", "search", line=True),
    Deed("find", "edit", QT_TRANSLATE_NOOP("Actions", "&Find in article"), QT_TRANSLATE_NOOP("Actions", "Find words in the article that is open"), "Ctrl+F", "search"),
    Deed("find_next", "edit", QT_TRANSLATE_NOOP("Actions", "Find &next"), QT_TRANSLATE_NOOP("Actions", "Go to the next place found"), "F3"),
    Deed("find_previous", "edit", QT_TRANSLATE_NOOP("Actions", "Find &previous"), QT_TRANSLATE_NOOP("Actions", "Go to the place found before"), "Shift+F3"),
    Deed("start", "view", QT_TRANSLATE_NOOP("Actions", "&Start"), QT_TRANSLATE_NOOP("Actions", "Recent dossiers, and where to begin"), "Ctrl+1", "start", QT_TRANSLATE_NOOP("Actions", "Start"), "page"),
    Deed("library", "view", QT_TRANSLATE_NOOP("Actions", "&Library"), QT_TRANSLATE_NOOP("Actions", "All articles, with their figures marked"), "Ctrl+2", "library", QT_TRANSLATE_NOOP("Actions", "Library"), "page"),
    Deed("discrepancies", "view", QT_TRANSLATE_NOOP("Actions", "&Discrepancies"), QT_TRANSLATE_NOOP("Actions", "Figures that contradict each other"), "Ctrl+3", "discrepancies", QT_TRANSLATE_NOOP("Actions", "Discrepancies"), "page"),
    Deed("compare", "view", QT_TRANSLATE_NOOP("Actions", "&Compare"), QT_TRANSLATE_NOOP("Actions", "Two sources side by side"), "Ctrl+4", "compare", QT_TRANSLATE_NOOP("Actions", "Compare"), "page"),
    Deed("zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Larger &text"), QT_TRANSLATE_NOOP("Actions", "Show articles in larger letters"), "Ctrl++ | Ctrl+=", line=True),
    Deed("zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "S&maller text"), QT_TRANSLATE_NOOP("Actions", "Show articles in smaller letters"), "Ctrl+-"),
    Deed("zoom_normal", "view", QT_TRANSLATE_NOOP("Actions", "&Normal text"), QT_TRANSLATE_NOOP("Actions", "Show articles in letters of normal size"), "Ctrl+0"),
    Deed("fold", "view", QT_TRANSLATE_NOOP("Actions", "&Fold what is not the article"), QT_TRANSLATE_NOOP("Actions", "Show or hide menus, share bars and other lines around the article"), "Ctrl+H", line=True),
    Deed("theme", "view", QT_TRANSLATE_NOOP("Actions", "Change t&heme"), QT_TRANSLATE_NOOP("Actions", "Light, dark, or as the system has it"), "Ctrl+T", "theme", QT_TRANSLATE_NOOP("Actions", "Theme"), line=True),
    Deed("map", "view", QT_TRANSLATE_NOOP("Actions", "&Map of the dossier…"), QT_TRANSLATE_NOOP("Actions", "How many articles there are of each language and time"), "Ctrl+M"),
    Deed("next", "go", QT_TRANSLATE_NOOP("Actions", "&Next"), QT_TRANSLATE_NOOP("Actions", "Go to the next figure or finding"), "J", "next"),
    Deed("previous", "go", QT_TRANSLATE_NOOP("Actions", "&Previous"), QT_TRANSLATE_NOOP("Actions", "Go to the previous figure or finding"), "K", "previous"),
    Deed("next_open", "go", QT_TRANSLATE_NOOP("Actions", "Next &open finding"), QT_TRANSLATE_NOOP("Actions", "Go to the next finding without a decision"), "Ctrl+PgDown"),
    Deed("compare_this", "go", QT_TRANSLATE_NOOP("Actions", "&Compare side by side"), QT_TRANSLATE_NOOP("Actions", "Show the two sources of what is selected"), "Return | Enter", "compare", local=True),
    Deed("confirm", "review", QT_TRANSLATE_NOOP("Actions", "&Confirm"), QT_TRANSLATE_NOOP("Actions", "The figures do contradict each other"), "C", "confirm"),
    Deed("dismiss", "review", QT_TRANSLATE_NOOP("Actions", "&Dismiss"), QT_TRANSLATE_NOOP("Actions", "It is no contradiction; say why"), "D", "dismiss"),
    Deed("later", "review", QT_TRANSLATE_NOOP("Actions", "&Later"), QT_TRANSLATE_NOOP("Actions", "Decide another time"), "L", "later"),
    Deed("note", "review", QT_TRANSLATE_NOOP("Actions", "&Note"), QT_TRANSLATE_NOOP("Actions", "Write a note for the editor"), "N", "note", line=True),
    Deed("third", "review", QT_TRANSLATE_NOOP("Actions", "&Third source"), QT_TRANSLATE_NOOP("Actions", "Show a third source beside the two, where there is room"), "T"),
    Deed("translate", "review", QT_TRANSLATE_NOOP("Actions", "Tra&nslate the sentences"), QT_TRANSLATE_NOOP("Actions", "Translate what is compared by Argos Translate, on this computer"), "Shift+T", needs="argostranslate"),
    Deed("swap", "review", QT_TRANSLATE_NOOP("Actions", "&Swap sides"), QT_TRANSLATE_NOOP("Actions", "Let the two articles change places"), "X", "swap"),
    Deed("correct", "review", QT_TRANSLATE_NOOP("Actions", "Correct the &reading…"), QT_TRANSLATE_NOOP("Actions", "Say how the figure in focus should be read"), "E", line=True),
    Deed("hold", "review", QT_TRANSLATE_NOOP("Actions", "&Hold this figure"), QT_TRANSLATE_NOOP("Actions", "Keep the figure in focus at hand, to put it beside another"), "H"),
    Deed("same", "review", QT_TRANSLATE_NOOP("Actions", "The s&ame thing"), QT_TRANSLATE_NOOP("Actions", "The two figures speak of the same thing"), "S"),
    Deed("not_same", "review", QT_TRANSLATE_NOOP("Actions", "Not the &same thing"), QT_TRANSLATE_NOOP("Actions", "The two figures do not speak of the same thing"), "Shift+S"),
    Deed("why", "review", QT_TRANSLATE_NOOP("Actions", "&Why, or why not?…"), QT_TRANSLATE_NOOP("Actions", "Tell why the two figures were flagged, or were not"), "W"),
    Deed("shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), QT_TRANSLATE_NOOP("Actions", "List all keys"), "? | F1", "keys"),
    Deed("about", "help", QT_TRANSLATE_NOOP("Actions", "&About factcheck"), QT_TRANSLATE_NOOP("Actions", "Version, licence, and what the program never does"), "Ctrl+F1", "information"),
)
# fmt: on
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
            action.setVisible(deed.possible)
            if deed.name in {"fold", "watch"}:
                action.setCheckable(True)
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
        turned = {"next": "previous", "previous": "next"} if QGuiApplication.isRightToLeft() else {}
        for deed in DEEDS:
            if deed.icon:
                icon = turned.get(deed.icon, deed.icon)
                self._of[deed.name].setIcon(icons.icon(icon, theme.text, disabled=theme.muted))


def shown_keys(deed: Deed) -> list[str]:
    """Return a deed's keys as the keyboard names them."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(key).toString(native).replace("Return", "Enter") for key in deed.keys.split(" | ")]
    return list(dict.fromkeys(keys))


def translated(text: str) -> str:
    """Return a text of the table in the interface's language."""
    return QCoreApplication.translate("Actions", text)
