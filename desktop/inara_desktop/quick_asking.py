"""The quick prompt at work: what it is asked, answered and given, in conversations of its own."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from inara_desktop.card_actions import done_by_engine
from inara_desktop.compositing import is_composited, note_composited
from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.picturing import Picturing
from inara_desktop.said import explained
from inara_desktop.session_bus import Absent
from inara_desktop.stopping import stop_next
from inara_desktop.style import Appearance
from inara_desktop.values import Draft, TextFile
from inara_desktop.wording import number
from inara_engine.errors import InaraError
from inara_engine.events import Recorded

if TYPE_CHECKING:
    from inara_desktop.conversation import Conversation
    from inara_desktop.gathering import Gathering
    from inara_desktop.quick_prompt import QuickPrompt
    from inara_desktop.transcript.interaction import RowActionEvent
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["QuickAsking"]

CONTEXT_CHARACTERS = 200_000  # of the clipboard or selection
HIDDEN_FOR_S = 0.25  # while the screen is taken a picture of


class QuickAsking(QObject):
    """Makes the quick prompt when it is first wanted, and keeps it. Its signals ask for what only the window can do."""

    sessionWanted = Signal(str)
    reviewWanted = Signal(str)  # a call id

    def __init__(self, parent: QObject, errands: Errands, lists: Lists, appearance: Appearance) -> None:
        super().__init__(parent)
        self._errands = errands
        self._lists = lists
        self._appearance = appearance
        self._made: QuickPrompt | None = None
        self._gathering: Gathering
        self._adopted = False  # its transcript
        self._asks = False  # a question waits, and it is said
        self._conversation: Conversation | None = None
        self._following: asyncio.Task[None] | None = None
        self._composited = False  # until it is known
        appearance.changed.connect(self._dress)

    @Slot()
    def summon(self, text: str = "") -> None:
        """Bring it to the front; a text is put in, not sent."""
        quick = self._prompt()
        quick.set_hint(self._lists.hint)
        quick.summon(text)
        self._say_what_waits(quick)
        self._errands.start(self.look_behind())
        self._see()

    async def look_behind(self) -> None:
        """A compositor may have come or gone since."""
        self._composited = await asyncio.to_thread(is_composited)
        note_composited(composited=self._composited)
        if self._made is not None:
            self._made.set_composited(self._composited)

    def end(self) -> None:
        """Take it away."""
        self._leave()
        if self._made is not None:
            self._made.withdraw()

    def _prompt(self) -> QuickPrompt:
        if self._made is None:
            from inara_desktop.gathering import Gathering
            from inara_desktop.quick_prompt import QuickPrompt

            quick = self._made = QuickPrompt(self._appearance, _transcript)
            quick.set_composited(self._composited)
            self._gathering = Gathering(quick.composer, self._errands)
            self._gathering.refused.connect(quick.say)
            quick.submitted.connect(self._on_submitted)
            quick.windowWanted.connect(self._on_window_wanted)
            quick.stopRequested.connect(self._on_stop)
            quick.newWanted.connect(self._on_other)
            quick.clipboardWanted.connect(partial(self._on_text_wanted, QClipboard.Mode.Clipboard))
            quick.selectionWanted.connect(partial(self._on_text_wanted, QClipboard.Mode.Selection))
            quick.screenshotWanted.connect(self._on_screenshot)
        return self._made

    # -- a question and its answer -------------------------------------------------------------------

    @Slot(Draft)
    def _on_submitted(self, draft: Draft) -> None:
        self._errands.start(self._submit(draft))

    async def _submit(self, draft: Draft) -> None:
        from inara_desktop.attachments import pictures, prompt_text
        from inara_desktop.conversation import Conversation
        from inara_engine.face import Prompt, new_id

        quick = self._prompt()
        engine = await self._errands.engine
        session = self._conversation.session_id if self._conversation is not None else new_id("session")
        text, brought = prompt_text(draft), draft.brought
        prompt = Prompt(text=text, images=pictures(draft), private=brought, untrusted=brought, pasted=draft.pasted)
        try:
            await engine.submit(prompt, session)
        except InaraError as error:
            quick.composer.give_back(draft)
            quick.say(explained(error))
            return
        quick.say("")
        if self._conversation is None:
            quick.set_talking(True)
            view = quick.transcript
            self._adopt(view)
            view.set_theme(self._appearance.transcript_theme())
            view.clear()
            self._conversation = Conversation(engine, view, session, self._lists.demo_models, self._on_event)
            self._following = self._errands.start(self._conversation.run())

    def _adopt(self, view: TranscriptView) -> None:
        """Once: its pictures are served, and its cards' buttons do what they say."""
        if not self._adopted:
            self._adopted = True
            view.actionTriggered.connect(self._on_row_action)
            Picturing(self._errands, self._appearance, view, lambda: self._conversation)

    @Slot()
    def _dress(self) -> None:
        if self._made is not None and self._adopted:
            self._made.transcript.set_theme(self._appearance.transcript_theme())

    def _on_event(self, _recorded: Recorded) -> None:
        if self._made is None or self._conversation is None:
            return
        presenter = self._conversation.presenter
        self._made.set_running(presenter.active_job is not None, presenter.stops)
        asks = bool(presenter.waiting)
        if asks != self._asks:
            self._asks = asks
            self._say_what_waits(self._made)
        if presenter.active_job is None and self._made.isVisible():
            self._see()

    def _see(self) -> None:
        """An answer that is read here is not marked as unread in the window."""
        if self._conversation is not None:
            self._errands.start(self._lists.see(self._conversation.session_id))

    def _say_what_waits(self, quick: QuickPrompt) -> None:
        quick.say(self.tr("Inara asks for your consent. Review it in the window: Ctrl+O.") if self._asks else "")

    @Slot(object)
    def _on_row_action(self, event: RowActionEvent) -> None:
        if self._conversation is None or done_by_engine(self._errands, self._conversation.presenter, event):
            return
        if event.action_name == "review":
            self._hand_over()
            self.reviewWanted.emit(event.row_id)
        else:
            self._on_window_wanted()

    @Slot()
    def _on_stop(self) -> None:
        if self._conversation is not None:
            stop_next(self._errands, self._conversation.presenter)

    @Slot()
    def _on_window_wanted(self) -> None:
        """Go on in the window, with the question that waits, where one does."""
        if self._conversation is None:
            return
        session, waiting = self._conversation.session_id, self._conversation.presenter.waiting
        self._hand_over()
        if waiting:
            self.reviewWanted.emit(next(iter(waiting)))
        else:
            self.sessionWanted.emit(session)

    def _hand_over(self) -> None:
        self._prompt().hide()
        self._on_other()

    @Slot()
    def _on_other(self) -> None:
        """The next question begins a conversation of its own; the last one stays in the list."""
        self._leave()
        self._prompt().set_talking(False)
        self._prompt().set_running(False)
        self._prompt().say("")

    def _leave(self) -> None:
        if self._following is not None:
            self._following.cancel()
        self._following = self._conversation = None
        self._asks = False

    # -- what goes along -----------------------------------------------------------------------------

    def _on_text_wanted(self, mode: QClipboard.Mode) -> None:
        copied = mode == QClipboard.Mode.Clipboard
        name = self.tr("Clipboard") if copied else self.tr("Selection")
        clipboard, quick = QGuiApplication.clipboard(), self._prompt()
        text = clipboard.text(mode)
        quick.say("")
        if text.strip():
            if not self._gathering.has_room():
                return
            quick.composer.attach(quick.composer.expect(name), TextFile(name, text[:CONTEXT_CHARACTERS]))
            if len(text) > CONTEXT_CHARACTERS:
                words = self.tr("Only the first {count} characters go along.")
                quick.say(words.format(count=number(CONTEXT_CHARACTERS)))
        elif copied and not (image := clipboard.image()).isNull():
            self._gathering.take_picture(image, name)
        else:
            quick.say(self.tr("The clipboard is empty.") if copied else self.tr("Nothing is selected."))

    @Slot()
    def _on_screenshot(self) -> None:
        self._errands.start(self._take_screenshot())

    async def _take_screenshot(self) -> None:
        quick = self._prompt()
        quick.say("")
        quick.hide()
        await asyncio.sleep(HIDDEN_FOR_S)
        taken = await self._screenshot(quick)
        quick.summon()
        if taken is None:
            quick.say(self.tr("No picture of the screen was taken."))
        elif isinstance(taken, Path):
            self._gathering.take_files([taken])
        elif taken.isNull():
            quick.say(self.tr("This desktop lets no program see the screen. Paste a picture instead."))
        else:
            self._gathering.take_picture(taken, self.tr("Screenshot"))

    async def _screenshot(self, quick: QuickPrompt) -> Path | QImage | None:
        """By the desktop where only it may look, a file; null where nobody may, None where the person took none."""
        if not os.environ.get("WAYLAND_DISPLAY"):
            return quick.screen().grabWindow(0).toImage()
        from inara_desktop.portal_screenshot import portal_screenshot

        try:
            return await portal_screenshot()
        except Absent:
            return QImage()  # what a program of X sees there is black


def _transcript() -> QWidget:
    from inara_desktop.transcript.view import TranscriptView

    return TranscriptView()
