"""What there is of Inara beside its window: the tray icon, the quick prompt, notifications, what a second start asks.

It follows all sessions by their durable events, so that the tray tells what runs and what waits.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from inara_desktop.errands import Errands
from inara_desktop.global_shortcut import GlobalShortcut
from inara_desktop.lists import Lists
from inara_desktop.motion import stillness
from inara_desktop.quick_asking import QuickAsking
from inara_desktop.said import deed
from inara_desktop.style import Appearance
from inara_desktop.tray import Tray
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_engine.events import (
    ConfirmationAnswered,
    ConfirmationRequested,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    Recorded,
    SessionRemoved,
    TaskSubmitted,
    ToolFinished,
)
from inara_engine.ids import is_private
from inara_engine.memory.text import without_hidden

if TYPE_CHECKING:
    from inara_engine.face import Face
    from inara_engine.remote import Summons
    from inara_engine.settings import DesktopSettings, Settings

__all__ = ["Presence"]

TRAY_WITHIN_S = 10.0  # after that, who starts at login without a window and finds no tray shows it
CONTEXT_CHARACTERS = 200_000  # of a link
SHOWN_CHARACTERS = 300  # of one that leads nowhere


class Presence(QObject):
    """Made with the window; `begin` once the engine is there."""

    sessionWanted = Signal(str)
    pendingWanted = Signal(str)  # a call id
    newWanted = Signal()
    offRecordWanted = Signal()
    importWanted = Signal(str)  # a path
    draftWanted = Signal(str)

    def __init__(
        self, window: MainWindow, errands: Errands, lists: Lists, appearance: Appearance, shortcut: GlobalShortcut
    ) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._lists = lists
        self._appearance = appearance
        self._tray = Tray(appearance, self)
        self._quick = QuickAsking(self, errands, lists, appearance)
        self._running: set[str] = set()
        self._waiting: dict[str, str] = {}  # the calls that wait, with their jobs
        self._sessions: dict[str, str] = {}  # of the jobs that run or wait
        self._last_notice = ""  # the session of the last notification
        self._shortcut = shortcut
        self._settings: DesktopSettings | None = None  # until the engine is there
        self._in_tray = asyncio.Event()
        self._connect()

    async def begin(self, engine: Face) -> None:
        """Show the icon, and keep it true."""
        from inara_engine.face import LIVE

        self._tray.show()
        if self._tray.there:
            self._in_tray.set()
        self._errands.start(self._quick.look_behind())
        self._errands.start(self._heed_motion())
        self.use((await engine.settings()).desktop)
        for call in await engine.pending():
            self._waiting[call.call_id] = call.job_id
            self._sessions[call.job_id] = call.session_id
        self._tell_state()
        async for recorded in engine.follow(None, LIVE):
            self._take(recorded)

    async def _heed_motion(self) -> None:
        async with aclosing(stillness()) as words:
            async for still in words:
                self._appearance.set_still(still=still)

    def use_all(self, settings: Settings) -> None:
        """Go on with changed settings."""
        if settings.desktop != self._settings:
            self.use(settings.desktop)

    def use(self, settings: DesktopSettings) -> None:
        """Go on with these."""
        self._settings = settings
        self._shortcut.bind(settings.quick_shortcut)

    def _stays_in_tray(self) -> bool:
        """Whether closing the window only hides it. A tray comes and goes with its panel, so it is asked each time."""
        return self._settings is not None and self._settings.close_to_tray and self._tray.there

    def summon(self, summons: Summons) -> None:
        """Do what a second start, a shortcut or a link asks for. Nothing is sent by itself."""
        match summons.what:
            case "quick":
                self._quick.summon(summons.text)
            case "open":
                self._open(summons.text)
            case "background":
                self._errands.start(self._stay_behind())
            case _:
                self.show_window()

    async def _stay_behind(self) -> None:
        """Be there without the window, where one can get at it again; else show it."""
        engine = await self._errands.engine
        if (await engine.settings()).desktop.close_to_tray:
            with suppress(TimeoutError):
                async with asyncio.timeout(TRAY_WITHIN_S):
                    await self._in_tray.wait()
            if self._tray.there:
                return
        if self._window.isHidden():
            self.show_window()

    def busy(self) -> bool:
        """Whether an answer is being written in any session; those that wait for the person go on waiting."""
        return bool(self._running - set(self._waiting.values()))

    def end(self) -> None:
        """Take everything away."""
        self._shortcut.close()
        self._tray.hide()
        self._quick.end()

    @Slot()
    def show_window(self) -> None:
        """Bring the window to the front."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    # -- what happens in all sessions ----------------------------------------------------------------

    def _take(self, recorded: Recorded) -> None:
        job, event = recorded.job_id, recorded.event
        match event:
            case TaskSubmitted() | ModelAsked() | JobResumed():
                self._running.add(job)
                self._sessions[job] = recorded.session_id
            case ConfirmationRequested(call_id=call_id, action=action):
                self._waiting[call_id] = job
                self._sessions[job] = recorded.session_id
                self._notify(recorded.session_id, self.tr("Inara asks"), deed(action.summary))
            case ConfirmationAnswered(call_id=call_id) | ToolFinished(call_id=call_id):
                self._waiting.pop(call_id, None)
            case JobFinished(status=status):
                self._over(job)
                if status != "cancelled":
                    ended = self.tr("Inara has an answer") if status == "complete" else self.tr("An answer failed")
                    self._notify(recorded.session_id, ended, "")
            case JobInterrupted():
                self._over(job)
            case SessionRemoved() if recorded.session_id == self._last_notice:
                self._last_notice = ""
            case _:
                return
        self._tell_state()

    def _over(self, job: str) -> None:
        self._running.discard(job)
        self._sessions.pop(job, None)
        self._waiting = {call: of for call, of in self._waiting.items() if of != job}

    def _tell_state(self) -> None:
        self._tray.set_state(len(self._running - set(self._waiting.values())), len(self._waiting))

    def _notify(self, session: str, title: str, text: str) -> None:
        """Unless somebody looks at any window or dialog of ours.

        What is off the record leaves no words in the desktop's list of notices.
        """
        if self._settings is None or not self._settings.notifications:
            return
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            return
        self._last_notice = session
        self._errands.start(self._tell(session, title, text))

    async def _tell(self, session: str, title: str, text: str) -> None:
        engine = await self._errands.engine
        private = is_private(session)
        listed = [] if private else await engine.shelf.rows([session])
        named = listed[0].title if listed else ""
        self._tray.tell(title, "" if private else "\n".join(filter(None, (named, text))))

    @Slot(str)
    def _on_session_wanted(self, session: str) -> None:
        self.show_window()
        self.sessionWanted.emit(session)

    @Slot(str)
    def _on_review_wanted(self, call: str) -> None:
        self.show_window()
        self.pendingWanted.emit(call)

    @Slot()
    def _on_notice_clicked(self) -> None:
        self.show_window()
        if self._last_notice:
            self.sessionWanted.emit(self._last_notice)

    @Slot()
    def _on_tray(self) -> None:
        self._in_tray.set()

    @Slot()
    def _on_waiting_wanted(self) -> None:
        if self._waiting:
            self._on_review_wanted(next(iter(self._waiting)))

    @Slot()
    def _on_new(self) -> None:
        self.show_window()
        self.newWanted.emit()

    @Slot()
    def _on_off_record(self) -> None:
        self.show_window()
        self.offRecordWanted.emit()

    def _open(self, target: str) -> None:
        """A link `inara:…` or an exported conversation."""
        try:
            link = urlsplit(target)
        except ValueError:  # "[" begins an address that never ends
            self.show_window()
            self._refuse(target)
            return
        if link.scheme != "inara":
            self.show_window()
            if link.netloc:
                self._refuse(target)
                return
            self.importWanted.emit(str(Path(target)))
            return
        text = without_hidden(parse_qs(link.query).get("text", [""])[0][:CONTEXT_CHARACTERS])  # a web page wrote it
        match link.netloc or link.path.strip("/"):
            case "quick":
                self._quick.summon(text)
            case "off-record":
                self._on_off_record()
            case "session":
                self.show_window()
                self._errands.start(self._find(link.path.strip("/"), target))
            case named:
                self.show_window()
                if text:
                    self.draftWanted.emit(text)
                elif named:
                    self._refuse(target)

    async def _find(self, session: str, target: str) -> None:
        """Show a conversation that there is: under any other name one would begin with the next prompt."""
        if await (await self._errands.engine).shelf.rows([session]):
            self.sessionWanted.emit(session)
        else:
            self._refuse(target)

    def _refuse(self, target: str) -> None:
        """Say that a link leads nowhere, and which do not."""
        from inara_desktop.visible import visible

        known = "inara://quick?text=…, inara://session/ID, inara://off-record"
        text = self.tr("Inara does not open {address}. It opens conversations that were exported, and links: {links}.")
        self._window.show_banner(
            BannerValue("link", text.format(address=visible(target)[:SHOWN_CHARACTERS], links=known), "warning")
        )

    def _connect(self) -> None:
        self._window.hides_on_close = self._stays_in_tray
        self._tray.came.connect(self._on_tray)
        self._tray.windowWanted.connect(self.show_window)
        self._tray.quickWanted.connect(self._quick.summon)
        self._tray.newWanted.connect(self._on_new)
        self._tray.offRecordWanted.connect(self._on_off_record)
        self._tray.waitingWanted.connect(self._on_waiting_wanted)
        self._tray.noticeClicked.connect(self._on_notice_clicked)
        self._tray.quitWanted.connect(self._window.quit)
        self._shortcut.pressed.connect(self._quick.summon)
        self._quick.sessionWanted.connect(self._on_session_wanted)
        self._quick.reviewWanted.connect(self._on_review_wanted)
