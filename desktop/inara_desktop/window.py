"""The main window: sidebar, header, notices, conversation, composer.

It holds no truth: setters give it values to show, signals carry what the person wants. One
`_connect` wires the parts; the bridge wires the window to the engine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QEvent, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QWidget

from inara_desktop.conversation_pages import Page
from inara_desktop.dropping import Dropping
from inara_desktop.main_column import MainColumn
from inara_desktop.room import room_on_screen
from inara_desktop.sidebar import Sidebar
from inara_desktop.sidebar_folding import SidebarFolding
from inara_desktop.style import Appearance
from inara_desktop.values import (
    BannerValue,
    Draft,
    HitItem,
    Manner,
    ModelItem,
    PendingItem,
    SessionItem,
    StatusHint,
    Stops,
    WindowState,
)

if TYPE_CHECKING:
    from inara_desktop.find_bar import FindBar
    from inara_desktop.first_start import FirstStart

__all__ = ["MainWindow"]


class MainWindow(QMainWindow):
    """See the module.

    Esc closes what is on top (a search, a sidebar folded out over a narrow window) and stops nothing:
    an answer that took minutes must not be lost to a reflex. Ctrl+. stops.
    """

    submitted = Signal(Draft)
    stopRequested = Signal()
    draftChanged = Signal()  # read it with `draft()` when it suits
    cameToFront = Signal()  # from behind another window, or back from the tray
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
    doctorRequested = Signal()
    helpRequested = Signal()
    settingsRequested = Signal()
    settingsPageRequested = Signal(str)  # at this page
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
        self._off_record = False
        self.stays_open: Callable[[], bool] = _never  # whether closing has to wait for a question it has put
        self.mode: Literal["agent", "chat"] = "agent"  # of a new conversation
        self.hides_on_close: Callable[[], bool] = _never  # whether Inara stays within reach without its window
        self.setObjectName("mainWindow")
        self.setAccessibleName("Inara")
        self.setWindowTitle("Inara")
        self.setMinimumSize(480, 400)
        self.setAcceptDrops(True)
        self.resize(1120, 760)
        self.sidebar = Sidebar(appearance, clock)
        self._column = MainColumn(appearance, make_transcript)
        self.header = self._column.header
        self.banners = self._column.banners
        self.composer = self._column.composer
        self.pages = self._column.pages
        self._dropping = Dropping(self._column, self.composer, appearance)
        self._folding = SidebarFolding(self, self.sidebar, self._column, appearance.theme.metrics)
        self._lay_out()
        self._connect()
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
        self.composer.set_local_only(manner.local)

    def set_running(self, running: bool, stops: Stops = "answer") -> None:
        """Whether a job runs in the session shown, and what of it is to be stopped."""
        self.composer.set_running(running, stops)

    def set_title(self, title: str) -> None:
        """The title of the session shown; "" for a new one."""
        self.header.set_title(title)
        if self._off_record:  # a window's title is on show in task bars, and in the notes of other programs
            title = self.tr("Off the record")
        words = " ".join(title[:200].split())
        self.setWindowTitle(f"{words} – Inara" if words else "Inara")

    def set_off_record(self, off_record: bool) -> None:
        """Whether the conversation shown is off the record: the window leaves no doubt of it."""
        self._off_record = off_record
        self._column.set_off_record(off_record)

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
        self._column.show_page(page)

    @property
    def transcript(self) -> QWidget:
        """The conversation, built when first asked for."""
        return self.pages.transcript

    @property
    def first_start(self) -> FirstStart:
        """The page of the first start, to tell it which servers were found."""
        return self.pages.first_start

    @property
    def find_bar(self) -> FindBar:
        """The bar that searches the conversation."""
        return self._column.find_bar

    def open_when_quiet(self, dialog: QDialog) -> None:
        """Open a question over the window, once nobody is in the middle of typing."""
        from inara_desktop.quiet import open_when_quiet

        open_when_quiet(dialog, self.composer)

    def window_state(self) -> WindowState:
        """What to remember until the next start."""
        geometry = self.saveGeometry().toBase64().toStdString()
        return WindowState(geometry, self._folding.wanted, self.pages.zoom, self.mode)

    def restore_window(self, state: WindowState) -> None:
        """Go back to where the person left the window; where that is nowhere (nonsense too), fit the screen."""
        geometry = QByteArray.fromBase64(state.geometry.encode("ascii", "replace"))
        if not (state.geometry and self.restoreGeometry(geometry)):
            self.resize(room_on_screen(self))
        self.pages.set_zoom(state.zoom)
        self.mode = state.mode
        self.set_manner(Manner(state.mode))
        self._folding.set_wanted(state.sidebar)

    # -- how it is put together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._column, 1)
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
        self.sidebar.pendingOpened.connect(self.pendingOpened)
        self.header.unfoldRequested.connect(self.toggle_sidebar)
        self.header.newRequested.connect(self._on_new)
        self.header.offRecordToggled.connect(self._on_off_record)
        self.header.modelChosen.connect(self.modelChosen)
        self.header.modeChosen.connect(self.modeChosen)
        self.header.doctorRequested.connect(self.doctorRequested)
        self._column.forgetRequested.connect(self.forgetRequested)
        self.pages.samplePicked.connect(self._on_sample)
        self.pages.doctorRequested.connect(self.doctorRequested)
        self.banners.acted.connect(self.bannerAction)
        self.banners.closed.connect(self.bannerClosed)

    def bind_keys(self) -> None:
        """Heed the keys. Once, after the first paint: before it nobody can press any."""
        from inara_desktop.conversation_keys import ConversationKeys
        from inara_desktop.shortcuts import SHORTCUTS

        keys = ConversationKeys(self, self._column)
        keys.editRequested.connect(self.editRequested)
        keys.againRequested.connect(self.againRequested)
        bound: dict[str, Callable[[], None]] = {
            **keys.bound(),
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
            for pressed in shortcut.keys if shortcut.name else ():
                QShortcut(pressed, self).activated.connect(bound[shortcut.name])

    # -- what the person does --------------------------------------------------------------------

    @Slot()
    def toggle_sidebar(self) -> None:
        """Fold the sidebar in or out; where the window is narrow, only until it has served."""
        self._folding.toggle()

    @Slot()
    def _on_new(self) -> None:
        self._folding.put_away()
        self.sidebar.show_all()
        self.newSessionRequested.emit()
        self.composer.editor.setFocus()

    @Slot()
    def _on_new_off_record(self) -> None:
        self._folding.put_away()
        self.sidebar.show_all()
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
        self._folding.put_away()
        self.sessionSelected.emit(session_id)
        self.composer.editor.setFocus()

    @Slot(HitItem)
    def _on_place(self, place: HitItem) -> None:
        self._folding.put_away()
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
        if not in_sidebar and self._column.close_find_bar():
            return
        if self.composer.branching and not in_sidebar:
            self.composer.end_branch()
            return
        if search.text() or search.hasFocus():
            search.clear()
        self._folding.put_away()
        self.composer.editor.setFocus()

    @Slot()
    def _on_shortcuts(self) -> None:
        from inara_desktop.shortcuts_overlay import ShortcutsOverlay

        overlay = ShortcutsOverlay(self._appearance, self)
        overlay.helpRequested.connect(self.helpRequested)
        overlay.open()

    # -- room ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._folding.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.sidebar.sessions.all.refresh_times()
            self.cameToFront.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dragLeaveEvent(self, _event: QEvent) -> None:
        self._dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.hides_on_close():
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
        hides, self.hides_on_close = self.hides_on_close, _never
        if not self.close():  # there is a question first
            self.hides_on_close = hides

    def end(self) -> None:
        """Close for good, and ask nothing."""
        self.stays_open = _never
        self.quit()


def _never() -> bool:
    return False
