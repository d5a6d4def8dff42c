"""The left side: a new chat, the search, what waits, and the conversations with their trash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inara_desktop.controls import IconButton, TextButton, label
from inara_desktop.session_list import SessionListView
from inara_desktop.style import Appearance
from inara_desktop.values import FoundItem, PendingItem, SessionItem
from inara_desktop.wording import number

if TYPE_CHECKING:
    from inara_desktop.pending_list import Waiting

__all__ = ["Sidebar"]

FOOT_PX = 32  # a button at the foot: seven of them fit


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


class _Search(QLineEdit):
    """From the words the arrows and Enter lead into what they found."""

    walkedDown = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down:
                self.walkedDown.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)


class Sidebar(QFrame):
    """Emits what the person wants; `sessions` is the list of conversations."""

    newRequested = Signal()
    searchChanged = Signal(str)
    pendingOpened = Signal(str)  # call id
    foldRequested = Signal()
    importRequested = Signal()
    activityRequested = Signal()
    usageRequested = Signal()
    connectionsRequested = Signal()
    settingsRequested = Signal()
    serversRequested = Signal()
    trashToggled = Signal(bool)
    emptyTrashRequested = Signal()

    def __init__(self, appearance: Appearance, clock: Callable[[], float]) -> None:
        super().__init__()
        self._appearance = appearance
        metrics = appearance.theme.metrics
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(metrics.sidebar_width)

        self.fold = IconButton(
            appearance, "sidebar", self.tr("Hide the sidebar"), tip=self.tr("Hide the sidebar (Ctrl+B)")
        )
        self.new_session = TextButton(appearance, self.tr("New chat"), icon="new-chat", ink="accent_text")
        self.search = _Search()
        self._search_icon = QAction(self.search)
        self._clear: QAction | None = None
        self._waiting: Waiting | None = None
        self.sessions = SessionListView(appearance, clock)
        self._nothing = label("", "muted", wrap=True)
        self._problem = ""
        self._trash_bar = QWidget()
        self.empty_trash = TextButton(appearance, self.tr("Empty…"), kind="quiet")
        self.trash = IconButton(appearance, "trash", self.tr("Trash"), tip=self.tr("Trash"))
        self.bring_in = IconButton(
            appearance, "import", self.tr("Import conversations"), tip=self.tr("Import conversations…")
        )
        self.settings = IconButton(appearance, "settings", self.tr("Settings"), tip=self.tr("Settings (Ctrl+,)"))
        self.connections = IconButton(
            appearance, "shield", self.tr("Connections"), tip=self.tr("Connections (Ctrl+Shift+O)")
        )
        self.activity = IconButton(
            appearance, "clock", self.tr("Activity and rules"), tip=self.tr("Activity and rules (Ctrl+Shift+A)")
        )
        self.usage = IconButton(appearance, "chart", self.tr("Usage"), tip=self.tr("Usage (Ctrl+Shift+U)"))
        self.servers = IconButton(appearance, "plug", self.tr("Tool servers"), tip=self.tr("Tool servers (MCP)"))
        self._progress = label("", "muted")

        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap_s, 1, metrics.gap_s)
        column.setSpacing(metrics.gap_s)
        column.addLayout(self._top())
        column.addLayout(self._buttons())
        self._lay_out_trash_bar()
        column.addWidget(self._trash_bar)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(metrics.gap_l, metrics.gap_xl, metrics.gap_l, 0)
        self._nothing.hide()
        column.addWidget(self._nothing)
        column.addWidget(self.sessions, 1)
        column.addLayout(self._bottom())
        self._connect()

    # -- what is shown ---------------------------------------------------------------------------

    def set_sessions(self, items: Sequence[SessionItem]) -> None:
        """Show these conversations and no others."""
        self.sessions.set_items(items)
        self._tell_nothing()

    def show_found(self, found: Sequence[FoundItem], problem: str = "") -> None:
        """Show what a search found instead of all conversations; a problem where it failed."""
        self._leave_trash()
        self._problem = problem
        self.sessions.found.set_found(found)
        self.sessions.show_model(self.sessions.found)
        self._tell_nothing()

    def end_search(self) -> None:
        """Back to all conversations."""
        self._problem = ""
        if self.sessions.sessions is self.sessions.found:
            self.sessions.show_model(self.sessions.all)
        self._tell_nothing()

    def show_trash(self, items: Sequence[SessionItem]) -> None:
        """Show what lies in the trash instead of all conversations."""
        self.sessions.trash.set_items(items)
        self.sessions.show_model(self.sessions.trash)
        self._trash_bar.show()
        self.trash.set_open(True)
        self.empty_trash.setEnabled(bool(items))
        self.trash.setAccessibleName(self.tr("Back to the conversations"))
        self._tell_nothing()

    @property
    def in_trash(self) -> bool:
        """Whether the trash is shown."""
        return self.sessions.sessions is self.sessions.trash

    def set_trashed(self, count: int) -> None:
        """How many conversations lie in the trash."""
        words = self.tr("Trash ({number})").format(number=number(count)) if count else self.tr("Trash")
        self.trash.setToolTip(words)
        if not self.in_trash:
            self.trash.setAccessibleName(words)

    def set_progress(self, words: str) -> None:
        """How far an import is; "" where none runs."""
        self._progress.setText(words)
        self._progress.setAccessibleName(words)
        self._progress.setVisible(bool(words))
        self.bring_in.setEnabled(not words)

    def set_pending(self, items: Sequence[PendingItem]) -> None:
        """Show what waits; the part is built with the first that does."""
        if self._waiting is None and items:
            from inara_desktop.pending_list import Waiting

            self._waiting = Waiting(self._appearance)
            self._waiting.pending.opened.connect(self.pendingOpened)
            self._column.insertWidget(self._column.indexOf(self._trash_bar), self._waiting)
            self.setTabOrder(self.search, self._waiting.pending)  # as they stand, not as they were made
        if self._waiting is not None:
            self._waiting.set_items(items)

    def show_all(self) -> None:
        """All conversations instead of what was found or thrown away, so that a new one is among them."""
        self.search.clear()
        if self.in_trash:
            self._on_trash()

    @Slot()
    def focus_search(self) -> None:
        """Put the caret into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # -- what the person does --------------------------------------------------------------------

    @Slot(str)
    def _offer_to_clear(self, words: str) -> None:
        if self._clear is None and words:
            self._clear = QAction(self.tr("Clear the search"), self.search)
            self._clear.triggered.connect(self.search.clear)
            self.search.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
            self._tint()
        if self._clear is not None:
            self._clear.setVisible(bool(words))

    @Slot()
    def _on_walked_down(self) -> None:
        first = self.sessions.sessions.index(0)
        if first.isValid():
            self.sessions.setCurrentIndex(first)
            self.sessions.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_entered(self) -> None:
        first = self.sessions.sessions.index(0)
        if self.search.text().strip() and first.isValid():
            self.sessions.open_row(first)

    @Slot()
    def _on_trash(self) -> None:
        shown = self.in_trash
        if shown:
            self._leave_trash()
        else:
            self.search.clear()
        self.trashToggled.emit(not shown)

    def _leave_trash(self) -> None:
        if self.in_trash:
            self._trash_bar.hide()
            self.trash.set_open(False)
            self.trash.setAccessibleName(self.trash.toolTip())
            self.sessions.show_model(self.sessions.all)
            self._tell_nothing()

    @Slot()
    def _tell_nothing(self) -> None:
        """A word where the list is empty."""
        model = self.sessions.sessions
        words = {
            "list": self.tr("Your conversations will be listed here."),
            "found": self._problem or self.tr("Nothing found.\nTry the beginning of a word, or fewer words."),
            "trash": self.tr("The trash is empty.\nWhat you put here stays for 30 days."),
        }[model.kind]
        self._nothing.setText(words)
        self._nothing.setVisible(not model.rowCount())
        self.empty_trash.setEnabled(bool(self.sessions.trash.rowCount()))

    # -- how it is put together ------------------------------------------------------------------

    def _connect(self) -> None:
        self._appearance.changed.connect(self._tint)
        self.new_session.clicked.connect(self.newRequested)
        self.search.textChanged.connect(self.searchChanged)
        self.search.textChanged.connect(self._offer_to_clear)
        self.search.walkedDown.connect(self._on_walked_down)
        self.search.entered.connect(self._on_entered)
        self.fold.clicked.connect(self.foldRequested)
        self.bring_in.clicked.connect(self.importRequested)
        self.activity.clicked.connect(self.activityRequested)
        self.usage.clicked.connect(self.usageRequested)
        self.connections.clicked.connect(self.connectionsRequested)
        self.settings.clicked.connect(self.settingsRequested)
        self.servers.clicked.connect(self.serversRequested)
        self.trash.clicked.connect(self._on_trash)
        self.empty_trash.clicked.connect(self.emptyTrashRequested)
        for model in (self.sessions.all, self.sessions.trash):
            model.rowsInserted.connect(self._tell_nothing)
            model.rowsRemoved.connect(self._tell_nothing)

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
        self.new_session.setAccessibleName(self.tr("New chat"))
        self.new_session.setToolTip(self.tr("New chat (Ctrl+N)"))
        self.search.setObjectName("sessionSearch")
        self.search.setAccessibleName(self.tr("Search conversations"))
        self.search.setPlaceholderText(self.tr("Search  (Ctrl+K)"))
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

    def _lay_out_trash_bar(self) -> None:
        metrics = self._appearance.theme.metrics
        self.empty_trash.setObjectName("emptyTrash")
        self.empty_trash.setAccessibleName(self.tr("Empty the trash"))
        row = QHBoxLayout(self._trash_bar)
        row.setContentsMargins(18, 0, metrics.gap_m, 0)
        row.addWidget(label(self.tr("Trash"), "strong"), 1)
        row.addWidget(self.empty_trash)
        self._trash_bar.hide()

    def _bottom(self) -> QVBoxLayout:
        metrics = self._appearance.theme.metrics
        self.activity.setObjectName("activity")
        self.usage.setObjectName("usage")
        self.connections.setObjectName("connections")
        self.settings.setObjectName("settings")
        self.servers.setObjectName("toolServers")
        self.trash.setObjectName("trash")
        self.bring_in.setObjectName("importSessions")
        self._progress.setObjectName("importProgress")
        self._progress.setContentsMargins(10, 0, 0, 0)
        self._progress.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics.gap_xs)
        for button in (
            self.settings,
            self.servers,
            self.connections,
            self.activity,
            self.usage,
            self.bring_in,
            self.trash,
        ):
            button.setFixedSize(FOOT_PX, FOOT_PX)
            buttons.addWidget(button)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(metrics.gap_s, 0, metrics.gap_s, 0)
        bottom.setSpacing(metrics.gap_xs)
        bottom.addWidget(self._progress)
        bottom.addLayout(buttons)
        return bottom

    @Slot()
    def _tint(self) -> None:
        icons, muted = self._appearance.icons, self._appearance.theme.colors.muted
        self._search_icon.setIcon(icons.icon("search", muted, 16))
        if self._clear is not None:
            self._clear.setIcon(icons.icon("cross", muted, 16))
