"""What there is of Inara beside its window: the tray icon, the quick prompt, notifications, what a second start asks.

It follows all sessions by their durable events, so that the tray tells what runs and what waits.
"""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from inara_desktop.compositing import is_composited
from inara_desktop.errands import Errands
from inara_desktop.global_shortcut import GlobalShortcut
from inara_desktop.lists import Lists
from inara_desktop.picturing import Picturing
from inara_desktop.stopping import stop_next
from inara_desktop.style import Appearance
from inara_desktop.tray import Tray
from inara_desktop.values import Draft, TextFile
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError
from inara_engine.events import (
    ConfirmationAnswered,
    ConfirmationRequested,
    JobFinished,
    JobInterrupted,
    JobResumed,
    ModelAsked,
    Recorded,
    TaskSubmitted,
    ToolFinished,
)
from inara_engine.ids import is_private

if TYPE_CHECKING:
    from inara_desktop.conversation import Conversation
    from inara_desktop.quick_prompt import QuickPrompt
    from inara_desktop.transcript.view import TranscriptView
    from inara_engine.face import Face
    from inara_engine.remote import Summons
    from inara_engine.settings import DesktopSettings, Settings

__all__ = ["Presence"]

CONTEXT_CHARACTERS = 200_000  # of the clipboard or selection
HIDDEN_FOR_S = 0.25  # while the screen is taken a picture of


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
        self._quick: QuickPrompt | None = None
        self._adopted = False  # its transcript
        self._conversation: Conversation | None = None
        self._following: asyncio.Task[None] | None = None
        self._running: set[str] = set()
        self._waiting: dict[str, str] = {}  # the calls that wait, with their jobs
        self._sessions: dict[str, str] = {}  # of the jobs that run or wait
        self._last_notice = ""  # the session of the last notification
        self._shortcut = shortcut
        self._composited = False  # until it is known
        self._settings: DesktopSettings | None = None  # until the engine is there
        self._connect()

    async def begin(self, engine: Face) -> None:
        """Show the icon, and keep it true."""
        from inara_engine.face import LIVE

        self._tray.show()
        self._composited = await asyncio.to_thread(is_composited)
        self.use((await engine.settings()).desktop)
        for call in await engine.pending():
            self._waiting[call.call_id] = call.job_id
            self._sessions[call.job_id] = call.session_id
        self._tell_state()
        async for recorded in engine.follow(None, LIVE):
            self._take(recorded)

    def use_all(self, settings: Settings) -> None:
        """Go on with changed settings."""
        if settings.desktop != self._settings:
            self.use(settings.desktop)

    def use(self, settings: DesktopSettings) -> None:
        """Go on with these."""
        self._settings = settings
        self._window.hides_on_close = settings.close_to_tray and self._tray.there
        self._shortcut.bind(settings.quick_shortcut)

    def summon(self, summons: Summons) -> None:
        """Do what a second start, a shortcut or a link asks for. Nothing is sent by itself."""
        match summons.what:
            case "quick":
                self.quick(summons.text)
            case "open":
                self._open(summons.text)
            case _:
                self.show_window()

    def end(self) -> None:
        """Take everything away."""
        self._shortcut.close()
        self._tray.hide()
        self._leave()
        if self._quick is not None:
            self._quick.withdraw()

    @Slot()
    def show_window(self) -> None:
        """Bring the window to the front."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    @Slot()
    def quick(self, text: str = "") -> None:
        """Bring the quick prompt to the front."""
        quick = self._prompt()
        quick.set_hint(self._lists.hint)
        quick.summon(text)
        self._errands.start(self._look_behind())

    async def _look_behind(self) -> None:
        """A compositor may have come or gone since."""
        self._composited = await asyncio.to_thread(is_composited)
        self._prompt().set_composited(self._composited)

    # -- the quick prompt ----------------------------------------------------------------------------

    def _prompt(self) -> QuickPrompt:
        if self._quick is None:
            from inara_desktop.quick_prompt import QuickPrompt

            quick = self._quick = QuickPrompt(self._appearance, _transcript)
            quick.set_composited(self._composited)
            quick.submitted.connect(self._on_submitted)
            quick.windowWanted.connect(self._on_window_wanted)
            quick.stopRequested.connect(self._on_stop)
            quick.newWanted.connect(self._on_other)
            quick.clipboardWanted.connect(partial(self._on_text_wanted, QClipboard.Mode.Clipboard))
            quick.selectionWanted.connect(partial(self._on_text_wanted, QClipboard.Mode.Selection))
            quick.screenshotWanted.connect(self._on_screenshot)
        return self._quick

    @Slot(Draft)
    def _on_submitted(self, draft: Draft) -> None:
        self._errands.start(self._submit(draft))

    async def _submit(self, draft: Draft) -> None:
        from inara_desktop.attachments import pictures, prompt_text
        from inara_desktop.conversation import Conversation
        from inara_engine.face import Prompt, new_id

        quick = self._prompt()
        engine = await self._errands.engine
        brought = tuple(one.name for one in draft.attachments)
        session = self._conversation.session_id if self._conversation is not None else new_id("session")
        prompt = Prompt(text=prompt_text(draft), images=pictures(draft), private=brought, untrusted=brought)
        try:
            await engine.submit(prompt, session)
        except InaraError as error:
            quick.composer.give_back(draft)
            quick.say(f"{error.message} {error.next_step}".strip())
            return
        if self._conversation is None:
            quick.set_talking(True)
            view = quick.transcript
            self._adopt(view)
            view.set_theme(self._appearance.transcript_theme())
            view.clear()
            self._conversation = Conversation(engine, view, session, self._lists.demo_models, self._on_quick_event)
            self._following = self._errands.start(self._conversation.run())

    def _adopt(self, view: TranscriptView) -> None:
        """Once: its pictures are served, and what its cards offer is done in the window."""
        if not self._adopted:
            self._adopted = True
            view.actionTriggered.connect(self._on_window_wanted)
            Picturing(self._errands, self._appearance, view, lambda: self._conversation)

    def _on_quick_event(self, _recorded: Recorded) -> None:
        if self._quick is not None and self._conversation is not None:
            presenter = self._conversation.presenter
            self._quick.set_running(presenter.active_job is not None, presenter.stops)
            if presenter.waiting:
                self._quick.say(self.tr("It asks for your consent: open it in the window."))

    @Slot()
    def _on_stop(self) -> None:
        if self._conversation is not None:
            stop_next(self._errands, self._conversation.presenter)

    @Slot()
    def _on_window_wanted(self) -> None:
        if self._conversation is None:
            return
        session = self._conversation.session_id
        self._prompt().hide()
        self._on_other()
        self.show_window()
        self.sessionWanted.emit(session)

    @Slot()
    def _on_other(self) -> None:
        """The next question begins a conversation of its own; the last one stays in the list."""
        self._leave()
        self._prompt().set_talking(False)
        self._prompt().set_running(False)

    def _leave(self) -> None:
        if self._following is not None:
            self._following.cancel()
        self._following = self._conversation = None

    def _on_text_wanted(self, mode: QClipboard.Mode) -> None:
        copied = mode == QClipboard.Mode.Clipboard
        name = self.tr("Clipboard") if copied else self.tr("Selection")
        clipboard, quick = QGuiApplication.clipboard(), self._prompt()
        text = clipboard.text(mode)
        if text.strip():
            quick.composer.attach(quick.composer.expect(name), TextFile(name, text[:CONTEXT_CHARACTERS]))
            quick.say("")
        elif copied and not (image := clipboard.image()).isNull():
            self._errands.start(self._attach_picture(image, name))
        else:
            quick.say(self.tr("The clipboard is empty.") if copied else self.tr("Nothing is selected."))

    @Slot()
    def _on_screenshot(self) -> None:
        self._errands.start(self._take_screenshot())

    async def _take_screenshot(self) -> None:
        quick = self._prompt()
        screen = quick.screen()
        quick.hide()
        await asyncio.sleep(HIDDEN_FOR_S)
        image = screen.grabWindow(0).toImage()
        quick.summon()
        if image.isNull() or image.width() == 0:
            quick.say(self.tr("This desktop lets no program see the screen. Paste a picture instead."))
        else:
            await self._attach_picture(image, self.tr("Screenshot"))

    async def _attach_picture(self, image: QImage, name: str) -> None:
        from inara_desktop.attachments import picture

        quick = self._prompt()
        chip = quick.composer.expect(name)
        try:
            quick.composer.attach(chip, await asyncio.to_thread(picture, image, name))
        except InaraError as error:
            quick.composer.withdraw(chip)
            quick.say(f"{error.message} {error.next_step}".strip())

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
                self._notify(recorded.session_id, self.tr("Inara asks"), action.summary)
            case ConfirmationAnswered(call_id=call_id) | ToolFinished(call_id=call_id):
                self._waiting.pop(call_id, None)
            case JobFinished(status=status):
                self._over(job)
                if status != "cancelled":
                    self._notify(
                        recorded.session_id, self.tr("Inara has an answer") if status == "complete" else "Inara", ""
                    )
            case JobInterrupted():
                self._over(job)
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
        """Unless somebody looks. What is off the record leaves no words in the desktop's list of notices."""
        if self._settings is None or not self._settings.notifications:
            return
        if self._window.isActiveWindow() or (self._quick is not None and self._quick.isActiveWindow()):
            return
        self._last_notice = session
        self._errands.start(self._tell(session, title, text))

    async def _tell(self, session: str, title: str, text: str) -> None:
        engine = await self._errands.engine
        private = is_private(session)
        listed = [] if private else await engine.shelf.rows([session])
        named = listed[0].title if listed else ""
        self._tray.tell(title, "" if private else "\n".join(filter(None, (named, text))))

    @Slot()
    def _on_notice_clicked(self) -> None:
        self.show_window()
        if self._last_notice:
            self.sessionWanted.emit(self._last_notice)

    @Slot()
    def _on_waiting_wanted(self) -> None:
        self.show_window()
        if self._waiting:
            self.pendingWanted.emit(next(iter(self._waiting)))

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
        link = urlsplit(target)
        if link.scheme != "inara":
            self.show_window()
            self.importWanted.emit(str(Path(target)))
            return
        text = parse_qs(link.query).get("text", [""])[0][:CONTEXT_CHARACTERS]
        match link.netloc or link.path.strip("/"):
            case "quick":
                self.quick(text)
            case "off-record":
                self._on_off_record()
            case "session":
                self.show_window()
                self.sessionWanted.emit(link.path.strip("/"))
            case _:
                self.show_window()
                if text:
                    self.draftWanted.emit(text)

    def _connect(self) -> None:
        self._tray.windowWanted.connect(self.show_window)
        self._tray.quickWanted.connect(self.quick)
        self._tray.newWanted.connect(self._on_new)
        self._tray.offRecordWanted.connect(self._on_off_record)
        self._tray.waitingWanted.connect(self._on_waiting_wanted)
        self._tray.noticeClicked.connect(self._on_notice_clicked)
        self._tray.quitWanted.connect(self._window.quit)
        self._shortcut.pressed.connect(self.quick)


def _transcript() -> QWidget:
    from inara_desktop.transcript.view import TranscriptView

    return TranscriptView()
