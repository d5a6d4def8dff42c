"""The left side: a new chat, the search, what waits, and the conversations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inara_desktop.controls import IconButton, TextButton, label
from inara_desktop.pending_list import PendingListView
from inara_desktop.session_list import SessionListView
from inara_desktop.style import Appearance
from inara_desktop.values import PendingItem, SessionItem

__all__ = ["Sidebar"]


class _Mark(QWidget):
    """The application's mark."""

    def __init__(self, appearance: Appearance, edge_px: int) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(edge_px, edge_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._appearance.icons.paint(painter, "inara", "", QRectF(self.rect()))
        painter.end()


class Sidebar(QFrame):
    """Emits what the person wants; `sessions` and `pending` are the lists."""

    newRequested = Signal()
    searchChanged = Signal(str)
    foldRequested = Signal()

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        super().__init__()
        self._appearance = appearance
        metrics = appearance.theme.metrics
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(metrics.sidebar_width)

        self.fold = IconButton(appearance, "sidebar", "Hide the sidebar", tip="Hide the sidebar (Ctrl+B)")
        self.new_session = TextButton(appearance, "New chat", icon="new-chat", ink="accent_text")
        self.search = QLineEdit()
        self._search_icon = QAction(self.search)
        self.pending = PendingListView(appearance)
        self._pending_count = label("0", "count")
        self._waiting = QWidget()
        self.sessions = SessionListView(appearance, clock)
        self._nothing = label("", "muted", wrap=True)

        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap_s, 1, metrics.gap_s)
        column.setSpacing(metrics.gap_s)
        column.addLayout(self._top())
        column.addLayout(self._buttons())
        self._lay_out_waiting()
        column.addWidget(self._waiting)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(metrics.gap_l, metrics.gap_xl, metrics.gap_l, 0)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addWidget(self.sessions, 1)

        appearance.changed.connect(self._tint)
        self.new_session.clicked.connect(self.newRequested)
        self.search.textChanged.connect(self.searchChanged)
        self.fold.clicked.connect(self.foldRequested)

    def set_sessions(self, items: Sequence[SessionItem]) -> None:
        """Show these conversations, newest first."""
        self.sessions.set_items(items)
        searching = bool(self.search.text().strip())
        self._nothing.setText("Nothing found." if searching else "Your conversations will be listed here.")
        self._nothing.setVisible(not items)

    def set_pending(self, items: Sequence[PendingItem]) -> None:
        """Show what waits; the part is there only while something does."""
        self.pending.set_items(items)
        self._pending_count.setText(str(len(items)))
        self._pending_count.setAccessibleName(f"{len(items)} waiting")
        self._waiting.setVisible(bool(items))

    @Slot()
    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _top(self) -> QHBoxLayout:
        metrics = self._appearance.theme.metrics
        name = label("Inara", "strong")
        font = name.font()
        font.setPixelSize(self._appearance.theme.type.large)
        name.setFont(font)
        self.fold.setObjectName("hideSidebar")
        top = QHBoxLayout()
        top.setContentsMargins(metrics.gap_l, 0, metrics.gap_s, 0)
        top.setSpacing(10)
        top.addWidget(_Mark(self._appearance, 26))
        top.addWidget(name, 1)
        top.addWidget(self.fold)
        return top

    def _buttons(self) -> QVBoxLayout:
        metrics = self._appearance.theme.metrics
        self.new_session.setObjectName("newSession")
        self.new_session.setAccessibleName("New chat")
        self.new_session.setToolTip("New chat (Ctrl+N)")
        self.search.setObjectName("sessionSearch")
        self.search.setAccessibleName("Search conversations")
        self.search.setPlaceholderText("Search  (Ctrl+K)")
        self.search.setProperty("kind", "search")
        self.search.setMaxLength(400)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._tint()
        buttons = QVBoxLayout()
        buttons.setContentsMargins(metrics.gap_m, 0, metrics.gap_m, 0)
        buttons.setSpacing(metrics.gap_s)
        buttons.addWidget(self.new_session)
        buttons.addWidget(self.search)
        return buttons

    def _lay_out_waiting(self) -> None:
        metrics = self._appearance.theme.metrics
        self._pending_count.setObjectName("pendingCount")
        heading = QHBoxLayout()
        heading.setContentsMargins(18, 0, metrics.gap_l, 0)
        heading.addWidget(label("Waiting for you", "section"), 1)
        heading.addWidget(self._pending_count)
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(0, metrics.gap_s, 0, 0)
        waiting.setSpacing(metrics.gap_xs)
        waiting.addLayout(heading)
        waiting.addWidget(self.pending)
        self._waiting.hide()

    @Slot()
    def _tint(self) -> None:
        self._search_icon.setIcon(self._appearance.icons.icon("search", self._appearance.theme.colors.muted, 16))
