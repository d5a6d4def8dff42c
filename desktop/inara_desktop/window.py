"""The main window: sidebar, header, notices, conversation, composer.

It holds no truth: setters give it values to show, signals carry what the person wants. One
`_connect` wires the parts; the bridge wires the window to the engine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from inara_desktop.banner import BannerArea
from inara_desktop.composer import Composer
from inara_desktop.composer_editor import local_files
from inara_desktop.conversation_keys import ConversationKeys
from inara_desktop.header import Header
from inara_desktop.shortcuts import SHORTCUTS
from inara_desktop.sidebar import Sidebar
from inara_desktop.style import Appearance
from inara_desktop.values import (
    BannerValue,
    Draft,
    HitItem,
    Manner,
    ModelItem,
    PendingItem,
    ServerChoice,
    ServerForm,
    SessionItem,
    StatusHint,
    Stops,
    WindowState,
)

if TYPE_CHECKING:
    from inara_desktop.find_bar import FindBar
    from inara_desktop.first_start import FirstStart
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["MainWindow", "Page"]

Page = Literal["transcript", "empty", "first_start", "off_record"]


class MainWindow(QMainWindow):
    """See the module.

    Esc closes what is on top (a search, a sidebar folded out over a narrow window) and stops nothing:
    an answer that took minutes must not be lost to a reflex. Ctrl+. stops.
    """

    submitted = Signal(Draft)
    stopRequested = Signal()
    draftChanged = Signal()  # read it with `draft()` when it suits
    sessionSelected = Signal(str)
    newSessionRequested = Signal()
    offRecordRequested = Signal()  # a new conversation off the record
    forgetRequested = Signal()  # the one shown, which is off the record
    sessionSearchChanged = Signal(str)
    placeSelected = Signal(HitItem)  # of a conversation that a search found
    modelChosen = Signal(str)
    modeChosen = Signal(str)
    pendingOpened = Signal(str)  # call id
    bannerAction = Signal(str)
    bannerClosed = Signal(str)
    serverChosen = Signal(ServerChoice)
    serverEntered = Signal(ServerForm)
    tourChosen = Signal()
    searchAgainRequested = Signal()
    firstStartSkipped = Signal()
    doctorRequested = Signal()
    helpRequested = Signal()
    settingsRequested = Signal()
    editRequested = Signal()  # of the message one is at
    againRequested = Signal()
    closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        make_transcript: Callable[[], QWidget],
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._sidebar_wanted = True
        self._sidebar_over = False
        self._off_record = False
        self.stays_open: Callable[[], bool] = _never  # whether closing has to wait for a question it has put
        self.mode: Literal["agent", "chat"] = "agent"  # of a new conversation
        self.hides_on_close = False  # where Inara stays within reach without its window
        self.setObjectName("mainWindow")
        self.setAccessibleName("Inara")
        self.setWindowTitle("Inara")
        self.setMinimumSize(480, 400)
        self.setAcceptDrops(True)
        self.resize(1120, 760)
        self.sidebar = Sidebar(appearance, clock)
        self.header = Header(appearance)
        self.banners = BannerArea(appearance)
        self._make_transcript = make_transcript
        self._transcript: QWidget | None = None
        self._zoom = WindowState().zoom  # of a transcript that isn't made yet
        self.composer = Composer(appearance)
        self._pages = QStackedWidget()
        self._empty: QWidget | None = None
        self._off_record_page: QWidget | None = None
        self._band: QWidget | None = None
        self._first_start: FirstStart | None = None
        self._find_bar: FindBar | None = None
        self._keys = ConversationKeys(self, self._shown_view, self._shown_find_bar)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.show_page("empty")
        self.composer.editor.setFocus()

    # -- what is shown ---------------------------------------------------------------------------

    def set_sessions(self, items: Sequence[SessionItem]) -> None:
        """The conversations, newest first (or what a search found)."""
        self.sidebar.set_sessions(items)

    def set_current_session(self, session_id: str) -> None:
        """Mark the session shown ("" for a new one without a name)."""
        self.sidebar.sessions.set_opened(session_id)

    def set_pending(self, items: Sequence[PendingItem]) -> None:
        """The calls that wait, over all sessions."""
        self.sidebar.set_pending(items)
        self.header.unfold.set_dot(bool(items))

    def set_models(self, models: Sequence[ModelItem], current: str) -> None:
        """The models there are and the one chosen."""
        self.header.set_models(models, current)

    def set_manner(self, manner: Manner) -> None:
        """Who answers in the conversation shown, with how much of it, with tools or without."""
        self.header.set_mode(manner.mode)
        self.header.persona.set_manner(manner)

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """Whether a job runs in the session shown, and what of it is to be stopped."""
        self.composer.set_running(running, stops)

    def set_title(self, title: str) -> None:
        """The title of the session shown; "" for a new one."""
        self.header.set_title(title)
        if self._off_record:  # a window's title is on show in task bars, and in the notes of other programs
            self.setWindowTitle(f"{self.tr('Off the record')} – Inara")
            return
        words = " ".join(title[:200].split())
        self.setWindowTitle(f"{words} – Inara" if words else "Inara")

    def set_off_record(self, off_record: bool) -> None:
        """Whether the conversation shown is off the record: the window leaves no doubt of it."""
        self._off_record = off_record
        self.header.set_off_record(off_record=off_record)
        self.composer.set_off_record(off_record)
        if off_record and self._band is None:
            from inara_desktop.off_record_band import OffRecordBand

            self._band = band = OffRecordBand(self._appearance)
            band.closeRequested.connect(self.forgetRequested)
            self._bands.addWidget(band)
        if self._band is not None:
            self._band.setVisible(off_record)

    def set_status_hint(self, hint: StatusHint) -> None:
        """Who answers and where the prompt goes."""
        self.composer.set_hint(hint)

    def show_banner(self, value: BannerValue) -> None:
        """Add a notice, or replace the one of the same name."""
        self.banners.show_banner(value)

    def clear_banner(self, name: str = "") -> None:
        """Take a notice away; without a name, all of them."""
        self.banners.clear_banner(name)

    def draft(self) -> str:
        """What is typed and not yet sent."""
        return self.composer.draft()

    def set_draft(self, text: str) -> None:
        """Put this text into the composer."""
        self.composer.set_draft(text)

    def show_page(self, page: Page) -> None:
        """The conversation, an empty chat (on the record or off it), or the first start; each is built when needed."""
        if self._find_bar is not None and page != "transcript":
            self._find_bar.hide()
        match page:
            case "transcript":
                self._pages.setCurrentWidget(self.transcript)
            case "empty":
                self._pages.setCurrentWidget(self._empty_page())
            case "off_record":
                self._pages.setCurrentWidget(self._private_page())
            case "first_start":
                self._pages.setCurrentWidget(self.first_start)

    @property
    def transcript(self) -> QWidget:
        """The conversation. Built when first asked for: it is a third of what a start costs."""
        if self._transcript is None:
            self._transcript = self._make_transcript()
            if self._zoom != WindowState().zoom:
                self._view.set_zoom(self._zoom)
            self._pages.addWidget(self._transcript)
        return self._transcript

    @property
    def first_start(self) -> FirstStart:
        """The page of the first start, to tell it which servers were found."""
        if self._first_start is None:
            from inara_desktop.first_start import FirstStart

            page = self._first_start = FirstStart(self._appearance)
            page.serverChosen.connect(self.serverChosen)
            page.serverEntered.connect(self.serverEntered)
            page.tourChosen.connect(self.tourChosen)
            page.searchAgainRequested.connect(self.searchAgainRequested)
            page.skipped.connect(self.firstStartSkipped)
            page.doctorRequested.connect(self.doctorRequested)
            self._pages.addWidget(page)
        return self._first_start

    @property
    def find_bar(self) -> FindBar:
        """The bar that searches the conversation."""
        if self._find_bar is None:
            from inara_desktop.find_bar import FindBar

            self._find_bar = FindBar(self._appearance, self._view)
            self._finding.addWidget(self._find_bar)
            self._finding.setContentsMargins(self._notices.contentsMargins())
        return self._find_bar

    def open_when_quiet(self, dialog: QDialog) -> None:
        """Open a question over the window, once nobody is in the middle of typing."""
        from inara_desktop.quiet import open_when_quiet

        open_when_quiet(dialog, self.composer)

    def window_state(self) -> WindowState:
        """What to remember until the next start."""
        zoom = self._zoom if self._transcript is None else self._view.zoom
        return WindowState(self.saveGeometry().toBase64().toStdString(), self._sidebar_wanted, zoom, self.mode)

    def restore_window(self, state: WindowState) -> None:
        """Go back to where the person left the window; nonsense is ignored."""
        if state.geometry:
            self.restoreGeometry(QByteArray.fromBase64(state.geometry.encode("ascii", "replace")))
        self._sidebar_wanted = state.sidebar
        self._zoom = state.zoom
        self.mode = state.mode
        self.set_manner(Manner(state.mode))
        if self._transcript is not None:
            self._view.set_zoom(state.zoom)
        self._fold()

    # -- how it is put together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._notices = QHBoxLayout()
        self._notices.addWidget(self.banners)
        self._finding = QHBoxLayout()
        self._below = QHBoxLayout()
        self._below.addWidget(self.composer)

        main = QWidget()
        main.setObjectName("mainColumn")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._bands = QVBoxLayout()
        column.addLayout(self._bands)
        column.addLayout(self._notices)
        column.addLayout(self._finding)
        column.addWidget(self._pages, 1)
        column.addLayout(self._below)

        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(main, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.composer.submitted.connect(self.submitted)
        self.composer.stopRequested.connect(self.stopRequested)
        self.composer.draftChanged.connect(self.draftChanged)
        self.sidebar.newRequested.connect(self._on_new)
        self.sidebar.settingsRequested.connect(self.settingsRequested)
        self.sidebar.searchChanged.connect(self.sessionSearchChanged)
        self.sidebar.foldRequested.connect(self.toggle_sidebar)
        self.sidebar.sessions.opened.connect(self._on_session)
        self.sidebar.sessions.hitOpened.connect(self._on_place)
        self.sidebar.pending.opened.connect(self.pendingOpened)
        self.header.unfoldRequested.connect(self.toggle_sidebar)
        self.header.newRequested.connect(self._on_new)
        self.header.offRecordToggled.connect(self._on_off_record)
        self.header.modelChosen.connect(self.modelChosen)
        self.header.modeChosen.connect(self.modeChosen)
        self.header.doctorRequested.connect(self.doctorRequested)
        self._keys.editRequested.connect(self.editRequested)
        self._keys.againRequested.connect(self.againRequested)
        self.banners.acted.connect(self.bannerAction)
        self.banners.closed.connect(self.bannerClosed)

    def _add_shortcuts(self) -> None:
        bound: dict[str, Callable[[], None]] = {
            **self._keys.bound(),
            "stop": self._on_stop,
            "help": self.helpRequested.emit,
            "shortcuts": self._on_shortcuts,
            "new": self._on_new,
            "persona": self.header.persona.open,
            "off_record": self._on_new_off_record,
            "forget": self._on_forget,
            "search": self._on_search,
            "activity": self.sidebar.activityRequested.emit,
            "usage": self.sidebar.usageRequested.emit,
            "connections": self.sidebar.connectionsRequested.emit,
            "settings": self.settingsRequested.emit,
            "sidebar": self.toggle_sidebar,
            "escape": self._on_escape,
        }
        for shortcut in SHORTCUTS:
            for keys in shortcut.keys if shortcut.name else ():
                QShortcut(QKeySequence(keys), self).activated.connect(bound[shortcut.name])

    def _empty_page(self) -> QWidget:
        if self._empty is None:
            from inara_desktop.empty_state import EmptyState

            page = EmptyState(self._appearance)
            page.picked.connect(self._on_sample)
            self._empty = page
            self._pages.addWidget(page)
        return self._empty

    def _private_page(self) -> QWidget:
        if self._off_record_page is None:
            from inara_desktop.off_record_page import OffRecordPage

            self._off_record_page = OffRecordPage(self._appearance)
            self._pages.addWidget(self._off_record_page)
        return self._off_record_page

    # -- what the person does --------------------------------------------------------------------

    @Slot()
    def toggle_sidebar(self) -> None:
        """Fold the sidebar in or out; where the window is narrow, only until it has served."""
        if self._narrow():
            self._sidebar_over = not self._sidebar_over
        else:
            self._sidebar_wanted = not self._sidebar_wanted
        self._fold()

    @Slot()
    def _on_new(self) -> None:
        self._put_sidebar_away()
        self.newSessionRequested.emit()
        self.composer.editor.setFocus()

    @Slot()
    def _on_new_off_record(self) -> None:
        self._put_sidebar_away()
        self.offRecordRequested.emit()
        self.composer.editor.setFocus()

    @Slot()
    def _on_forget(self) -> None:
        if self._off_record:
            self.forgetRequested.emit()

    @Slot()
    def _on_off_record(self) -> None:
        if self._off_record:
            self.forgetRequested.emit()
        else:
            self._on_new_off_record()

    @Slot(str)
    def _on_session(self, session_id: str) -> None:
        self._put_sidebar_away()
        self.sessionSelected.emit(session_id)
        self.composer.editor.setFocus()

    @Slot(HitItem)
    def _on_place(self, place: HitItem) -> None:
        self._put_sidebar_away()
        self.placeSelected.emit(place)

    @Slot(str)
    def _on_sample(self, text: str) -> None:
        self.composer.set_draft(text)
        self.composer.editor.setFocus()

    @Slot()
    def _on_search(self) -> None:
        if not self.sidebar.isVisible():
            self.toggle_sidebar()
        self.sidebar.focus_search()

    @Slot()
    def _on_stop(self) -> None:
        if self.composer.running:
            self.stopRequested.emit()

    @Slot()
    def _on_escape(self) -> None:
        search = self.sidebar.search
        in_sidebar = self.sidebar.isAncestorOf(QApplication.focusWidget() or self)
        if self._find_bar is not None and self._find_bar.isVisible() and not in_sidebar:
            self._find_bar.close_bar()
            return
        if self.composer.branching and not in_sidebar:
            self.composer.end_branch()
            return
        if search.text() or search.hasFocus():
            search.clear()
        self._put_sidebar_away()
        self.composer.editor.setFocus()

    # -- with the conversation -------------------------------------------------------------------

    @property
    def _view(self) -> TranscriptView:
        return cast("TranscriptView", self.transcript)

    def _shown_find_bar(self) -> FindBar:
        return self.find_bar

    def _shown_view(self) -> TranscriptView | None:
        talking = self._transcript is not None and self._pages.currentWidget() is self._transcript
        return self._view if talking else None

    @Slot()
    def _on_shortcuts(self) -> None:
        from inara_desktop.shortcuts_overlay import ShortcutsOverlay

        overlay = ShortcutsOverlay(self._appearance, self)
        overlay.helpRequested.connect(self.helpRequested)
        overlay.open()

    # -- room ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._narrow():
            self._sidebar_over = False
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.sidebar.sessions.all.refresh_times()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.composer.offer(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hides_on_close:
            event.ignore()
            self.hide()
            return
        if self.stays_open():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    @Slot()
    def quit(self) -> None:
        """Close for good."""
        hides, self.hides_on_close = self.hides_on_close, False
        if not self.close():  # there is a question first
            self.hides_on_close = hides

    def end(self) -> None:
        """Close for good, and ask nothing."""
        self.stays_open = _never
        self.quit()

    def _narrow(self) -> bool:
        return self.width() < self._appearance.theme.metrics.narrow

    def _put_sidebar_away(self) -> None:
        if self._sidebar_over:
            self._sidebar_over = False
            self._fold()

    def _fold(self) -> None:
        """Show or hide the sidebar, and give the rest the room there is."""
        metrics = self._appearance.theme.metrics
        shown = self._sidebar_over if self._narrow() else self._sidebar_wanted
        if not shown and self.sidebar.isAncestorOf(QApplication.focusWidget() or self):
            self.composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sidebar.setVisible(shown)
        self.header.set_folded(folded=not shown)
        room = self.width() - (metrics.sidebar_width if shown else 0)
        room -= metrics.scroll_bar  # the conversation has one on its right, and its column is the measure
        side = max(metrics.gap_xl, (room - metrics.column) // 2)
        self._notices.setContentsMargins(side, 0, side + metrics.scroll_bar, metrics.gap_s)
        if self._find_bar is not None:
            self._finding.setContentsMargins(self._notices.contentsMargins())
        self._below.setContentsMargins(side, 0, side + metrics.scroll_bar, metrics.gap_m)
        self.composer.set_room(room - 2 * side, self.height())


def _never() -> bool:
    return False
