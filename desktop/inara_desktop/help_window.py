"""The help: pages of Markdown on the conversation's own canvas, which fetches and opens nothing; with a search."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from inara_desktop.controls import ListBox, label
from inara_desktop.room import room_beside
from inara_desktop.shortcuts import SHORTCUTS, shown, translated
from inara_desktop.style import Appearance
from inara_desktop.transcript.rows import AnswerRow
from inara_desktop.transcript.view import TranscriptView
from inara_resources import HELP, help_page

__all__ = ["HelpWindow"]

TYPED_MS = 150  # after the last letter the pages are searched


class _Search(QLineEdit):
    """The arrows lead into the list of pages."""

    walkedDown = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.walkedDown.emit()
        else:
            super().keyPressEvent(event)


class HelpWindow(QDialog):
    """`show` it; Esc closes it. `linkFollowed`: a link of a page, whole."""

    linkFollowed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        language = QLocale().name().partition("_")[0]  # the window's (`speak`)
        self._texts = {name: help_page(name, language) for name in HELP}
        self._texts["shortcuts"] = _shortcuts(self.tr("Keyboard shortcuts"), self.tr("What"), self.tr("Keys"))
        self.setObjectName("helpWindow")
        self.setWindowTitle(self.tr("Help – Inara"))
        self.setAccessibleName(self.tr("Help"))
        self.search = _Search()
        self.pages = ListBox()
        self.page = TranscriptView()
        self.page.leads_to_latest = False
        self._nothing = label(self.tr("Nothing found. Try fewer words."), "muted", wrap=True)
        self._shown = ""
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._lay_out()
        self._list_pages("")
        self._connect()
        self.pages.setCurrentRow(0)
        self.pages.setFocus()
        self.resize(room_beside(parent, 980, 700))

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        for row in range(self.pages.count()):
            if self.pages.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.pages.setCurrentRow(row)

    # -- what the person does --------------------------------------------------------------------

    @Slot()
    def _on_search(self) -> None:
        words = self.search.text().strip()
        self._list_pages(words)
        self._nothing.setVisible(not self.pages.count())
        self.pages.setCurrentRow(0)
        self._mark(words)

    @Slot()
    def _on_page(self) -> None:
        item = self.pages.item(self.pages.currentRow())
        if not item:
            return
        name = str(item.data(Qt.ItemDataRole.UserRole))
        self._shown = name
        self.page.load([AnswerRow(name, self._texts[name])])
        self.page.setAccessibleName(item.text())
        self.page.scroll_to_row(name)
        self._mark(self.search.text().strip())

    @Slot()
    def _on_walked_down(self) -> None:
        self.pages.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_appearance(self) -> None:
        self.page.set_theme(self._appearance.transcript_theme())

    # -- pages -----------------------------------------------------------------------------------

    def _list_pages(self, words: str) -> None:
        """The pages in which every word occurs."""
        wanted = words.casefold().split()
        kept = self._shown
        self.pages.blockSignals(True)
        self.pages.clear()
        for name, text in self._texts.items():
            if all(word in text.casefold() for word in wanted):
                item = QListWidgetItem(text.partition("\n")[0].lstrip("# "))
                item.setData(Qt.ItemDataRole.UserRole, name)
                self.pages.addItem(item)
                if name == kept:
                    self.pages.setCurrentItem(item)
        self.pages.blockSignals(False)

    def _mark(self, words: str) -> None:
        if words and self.pages.count():
            self.page.find_words(words)
        else:
            self.page.end_find()

    # -- how it is put together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        self.search.setObjectName("helpSearch")
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setMaxLength(200)
        self.pages.setObjectName("helpPages")
        self.pages.setAccessibleName(self.tr("Pages"))
        self.page.setObjectName("helpPage")
        self._on_appearance()
        self._nothing.hide()
        side = QVBoxLayout()
        left_px, top, _, bottom = metrics.window_edges()
        side.setContentsMargins(left_px, top, 0, bottom)
        side.setSpacing(metrics.gap_s)
        side.addWidget(self.search)
        side.addWidget(self._nothing)
        side.addWidget(self.pages, 1)
        left = QWidget()
        left.setFixedWidth(240)
        left.setLayout(side)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.page, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed.start)
        self.search.walkedDown.connect(self._on_walked_down)
        self._typed.timeout.connect(self._on_search)
        self.pages.currentItemChanged.connect(self._on_page)
        self.page.linkActivated.connect(self.linkFollowed)
        self._appearance.changed.connect(self._on_appearance)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)


def _shortcuts(heading: str, what: str, by: str) -> str:
    """The table that the window binds, as a page."""
    lines = [f"# {heading}"]
    for group, shortcuts in groupby(sorted(SHORTCUTS, key=lambda each: _GROUPS.index(each.group)), lambda s: s.group):
        lines += ["", f"## {translated(group)}", "", f"| {what} | {by} |", "|---|---|"]
        lines += [
            f"| {translated(one.words)} | {', '.join(f'`{shown(keys)}`' for keys in one.keys)} |" for one in shortcuts
        ]
    return "\n".join(lines)


_GROUPS = tuple(dict.fromkeys(shortcut.group for shortcut in SHORTCUTS))
