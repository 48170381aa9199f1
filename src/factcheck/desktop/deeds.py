"""What each action of the table does to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.desktop import dialogs
from factcheck.desktop.actions import PAGES
from factcheck.desktop.dossier_map import DossierMapSheet
from factcheck.desktop.settings import offer

if TYPE_CHECKING:
    from factcheck.desktop.window import Window


def wire(window: Window) -> None:
    """Let every action of a window do what it says."""
    deeds = {name: lambda name=name: window.go_to(name) for name in PAGES} | {
        "new": window.choosing.new_dossier,
        "open": window.choosing.dossier,
        "add_files": window.choosing.files,
        "add_folder": window.choosing.folder,
        "read_again": window.desk.read_again,
        "watch": window.incoming.watch,
        "paste": window.incoming.paste,
        "skipped": window.show_skipped,
        "sample": window.desk.open_sample,
        "properties": window.whole.show_properties,
        "settings": lambda: offer(window),
        "quit": window.close,
        "undo": window.reviewing.undo,
        "redo": window.reviewing.redo,
        "copy_quotation": window.copy_quotation,
        "search": window.search,
        "find": window.find_in_article,
        "find_next": lambda: window.library.step_hits(1),
        "find_previous": lambda: window.library.step_hits(-1),
        "zoom_in": lambda: window.appearance.zoom(1),
        "zoom_out": lambda: window.appearance.zoom(-1),
        "zoom_normal": lambda: window.appearance.zoom(0),
        "fold": window.appearance.fold,
        "theme": window.appearance.change_theme,
        "next": lambda: window.step(1),
        "previous": lambda: window.step(-1),
        "next_open": window.next_open,
        "compare_this": window.compare_this,
        "confirm": window.compare.decision.confirm.click,
        "dismiss": window.compare.decision.dismiss.click,
        "later": window.compare.decision.later.click,
        "note": window.compare.decision.note.setFocus,
        "swap": window.compare.swap,
        "third": window.compare.toggle_third,
        "correct": window.correcting.correct,
        "hold": window.correcting.hold,
        "same": lambda: window.correcting.say_same(same=True),
        "not_same": lambda: window.correcting.say_same(same=False),
        "why": window.correcting.why,
        "facts": window.telling.ask,
        "translate": window.translating.ask,
        "map": lambda: DossierMapSheet(window, window.look, window.articles or ()).open(),
        "shortcuts": lambda: dialogs.ShortcutList(window).open(),
        "about": lambda: dialogs.About(window).open(),
    }
    for name, act in deeds.items():
        window.actions_[name].triggered.connect(lambda _=False, act=act: act())
