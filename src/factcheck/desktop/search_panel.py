"""Beside the search field: what was searched for, other languages, narrowing by facets, saved and former searches."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QMenu, QToolButton, QVBoxLayout

from factcheck.desktop import icons, numbers
from factcheck.desktop.flow import Flow
from factcheck.desktop.messages import told
from factcheck.desktop.names import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desktop.searching import Answer
    from factcheck.desktop.theme import Look

_MOST_VALUES = 12  # of a facet in the menu
_FIELDS = {"language": "lang:{}", "site": 'source:"{}"', "month": "date:{}", "unit": 'unit:"{}"',
           "indicator": 'about:"{}"', "flagged": "is:flagged"}  # fmt: skip


class SearchPanel(QFrame):
    """Asks for other queries by signal; `show_answer` tells what came of one."""

    query_wanted = Signal(object)  # str
    across_changed = Signal(object)  # bool
    save_wanted = Signal()
    forget_wanted = Signal(object)  # str
    like_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("searchPanel")
        self._look, self._query = look, ""
        self.told = QLabel()
        self.told.setObjectName("small")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.RichText)
        self.told.linkActivated.connect(self.query_wanted.emit)
        self.across = QCheckBox(self.tr("All languages"))
        self.across.setToolTip(self.tr("Also find the same in other languages, and names in other scripts"))
        self.across.setChecked(True)
        self.across.toggled.connect(self.across_changed.emit)
        self.narrow = self._button(self.tr("Narrow"), self.tr("Narrow by language, source, month, unit or topic"))
        self.more = self._button(self.tr("Searches"), self.tr("Saved and former searches; save or export this one"))
        row = Flow(0)
        for widget in (self.across, self.narrow, self.more):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 12, 4)
        column.addLayout(row)
        column.addWidget(self.told)
        self.show_answer(None)
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        theme = self._look.theme
        for button in (self.narrow, self.more):  # they open a menu
            button.setIcon(icons.icon("down", theme.text, disabled=theme.muted))

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def show_searching(self) -> None:
        """Tell that the answer is still to come: the list is that of before."""
        self.told.setText(self.tr("Searching…"))
        self.told.show()

    def show_answer(self, answer: Answer | None) -> None:
        """Tell what was searched for, or what is wrong with the query and where, and offer what narrows it."""
        self._query = answer.query if answer else ""
        self.narrow.setEnabled(bool(answer and answer.facets))
        self.told.setVisible(answer is not None)
        if answer is None:
            return
        lines = [escape(told(answer.trouble) if answer.trouble else _said(answer))]
        if answer.at is not None:
            before, after = escape(answer.query[: answer.at]), escape(answer.query[answer.at :])
            lines.append(f"{before}<b><u>{after}</u></b>")
        if answer.better:
            link = f'<a href="{escape(answer.better)}">{escape(answer.better)}</a>'
            lines.append(self.tr("Did you mean {0}?").format(link))
        self.told.setText("<br>".join(lines))
        menu = self.narrow.menu()
        menu.clear()
        for name, values in answer.facets.items():
            if name not in _FIELDS or not values or (len(values) == 1 and name != "flagged"):
                continue
            menu.addSection(self._name_of(name))
            for value, count in values[:_MOST_VALUES]:
                shown = self._value_of(name, value)
                limit = _FIELDS[name].format(value.replace('"', ""))
                action = menu.addAction(f"{shown}\t{numbers.count(count)}")
                action.triggered.connect(lambda _=False, limit=limit: self._narrowed(limit))

    def _name_of(self, facet: str) -> str:
        return {
            "language": self.tr("Language"),
            "site": self.tr("Source"),
            "month": self.tr("Month"),
            "unit": self.tr("Unit"),
            "indicator": self.tr("Topic"),
            "flagged": self.tr("Figures"),
        }[facet]

    def _value_of(self, facet: str, value: str) -> str:
        if facet == "flagged":
            return self.tr("with conflicts")
        if facet == "month":
            return numbers.day(value)
        return language_name(value) if facet == "language" else value

    def _narrowed(self, limit: str) -> None:
        query = f"({self._query})" if " OR " in self._query else self._query
        self.query_wanted.emit(f"{query} {limit}".strip())

    def show_searches(self, saved: Sequence[str], asked: Sequence[str]) -> None:
        """Offer saved and former searches, and what can be done with this one."""
        menu = self.more.menu()
        menu.clear()
        save = menu.addAction(self.tr("Save this search"))
        save.setEnabled(bool(self._query) and self._query not in saved)
        save.triggered.connect(self.save_wanted)
        menu.addAction(self.tr("Articles like the one that is open")).triggered.connect(self.like_wanted)
        export = menu.addAction(self.tr("Export the list …"))
        export.setEnabled(bool(self._query))
        export.triggered.connect(self.export_wanted)
        for heading, queries in ((self.tr("Saved"), saved), (self.tr("Searched before"), asked[:_MOST_VALUES])):
            if queries:
                menu.addSection(heading)
            for query in queries:
                action = menu.addAction(query.replace("&", "&&"))
                action.triggered.connect(lambda _=False, query=query: self.query_wanted.emit(query))
        if self._query in saved:
            menu.addSeparator()
            menu.addAction(self.tr("Forget this search")).triggered.connect(
                lambda: self.forget_wanted.emit(self._query)
            )


def _said(answer: Answer) -> str:
    """Return what was searched for, and what is to be known of it."""
    if answer.tree is None:
        return f"{told(answer.explanation)} {answer.remark}".strip()
    from factcheck.desktop.query_words import asked  # late, as all of search: it keeps the start quick
    from factcheck.search.tree import explain

    english = f"Searching for {explain(answer.tree)}."
    said, more = asked(answer.tree), answer.explanation.removeprefix(english).strip()
    if not answer.explanation.startswith(english):  # it tells of articles like one
        said, more = told(answer.explanation), ""
    return " ".join(part for part in (said, told(more), answer.remark) if part)
