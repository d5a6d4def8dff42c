"""The window's side of the queue: what waits in the conversation shown, and what the person does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from inara_desktop.errands import Errands
from inara_desktop.lists import Lists
from inara_desktop.said import said
from inara_desktop.style import Appearance
from inara_desktop.tasks import taken_apart
from inara_desktop.values import BannerValue, Draft, QueueItem, QueueValue
from inara_desktop.window import MainWindow
from inara_desktop.wording import translate
from inara_engine.errors import InaraError

if TYPE_CHECKING:
    from inara_desktop.queue_list import QueueList
    from inara_engine.events import Recorded
    from inara_engine.face import Face, Prompt, QueuedPrompt

__all__ = ["Queueing"]


class Queueing(QObject):
    """Keeps the list above the composer true to the engine's queue of the session that is shown."""

    def __init__(self, window: MainWindow, errands: Errands, appearance: Appearance, lists: Lists) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._list: QueueList | None = None
        self._session = ""
        self._value = QueueValue()
        self._reading = self._again = False
        self._edited = ""  # the prompt whose words are in the composer
        self._taken: tuple[Prompt, str, int] | None = None  # the last one taken out: where it was
        lists.heard.connect(self._on_heard)
        window.composer.branchLeft.connect(self._on_edit_left)
        window.bannerAction.connect(self._on_banner)

    def show(self, session: str) -> None:
        """Another conversation is shown ("" for a new one)."""
        self._session = session
        if self._taken is not None:
            self._taken = None
            self._window.clear_banner("queue")
        self._put(QueueValue())
        self.refresh()

    def heed(self) -> None:
        """Something happened in the conversation shown: what waits may be held back, or no longer."""
        if self._value.items:
            self.refresh()

    def refresh(self) -> None:
        """Read the queue again, once for all that happens meanwhile."""
        if self._reading:
            self._again = True
        elif self._session:
            self._reading = True
            self._errands.start(self._read())

    @property
    def waiting(self) -> int:
        """How many prompts wait in the conversation shown."""
        return len(self._value.items)

    async def add(self, engine: Face, prompt: Prompt, session: str) -> None:
        """Let a prompt wait. Raises InaraError."""
        await engine.queue.add(prompt, session)

    async def change(self, engine: Face, draft: Draft) -> None:
        """A prompt that waits gets the words typed, and what was attached beside what it has. Raises InaraError."""
        self._edited = ""
        text, images = draft.text, ()
        if draft.attachments:
            from inara_desktop.attachments import pictures, prompt_text

            text, images = prompt_text(draft), pictures(draft)
        await engine.queue.edit(draft.queued, text, images, draft.brought, draft.pasted)

    async def _read(self) -> None:
        try:
            engine = await self._errands.engine
            self._again = True
            while self._again:
                self._again = False
                session = self._session
                report = await engine.queue.report(session)
                if session == self._session:
                    items = tuple(_item(one) for one in report.prompts)
                    self._put(QueueValue(items, report.hold, said(report.reason)))
        finally:
            self._reading = False

    def _put(self, value: QueueValue) -> None:
        self._value = value
        if self._list is None:
            if not value.items:
                return
            self._list = self._made()
        self._list.set_value(value)

    def _made(self) -> QueueList:
        from inara_desktop.queue_list import QueueList

        made = QueueList(self._appearance)
        made.editWanted.connect(self._on_edit)
        made.withdrawn.connect(self._on_withdrawn)
        made.moved.connect(self._on_moved)
        made.sendWanted.connect(self._on_send)
        made.left.connect(self._on_left)
        self._window.composer.put_above(made)
        return made

    @Slot(object)
    def _on_heard(self, recorded: Recorded) -> None:
        if recorded.event.kind == "queue_changed" and recorded.session_id == self._session:
            self.refresh()

    @Slot(str)
    def _on_edit(self, prompt: str) -> None:
        item = next((item for item in self._value.items if item.id == prompt), None)
        if item is None:
            return
        words = translate("Queueing", "Changing a prompt that waits: Enter puts it back")
        self._window.composer.end_branch()
        self._edited = prompt
        self._window.composer.begin_branch(words, "", item.text, queued=prompt, files=item.files)
        self._errands.ask(lambda engine: engine.queue.hold(prompt, on=True))

    @Slot()
    def _on_edit_left(self) -> None:
        prompt, self._edited = self._edited, ""
        if prompt:
            self._errands.ask(lambda engine: engine.queue.hold(prompt, on=False))

    @Slot(str)
    def _on_withdrawn(self, prompt: str) -> None:
        if prompt == self._edited:
            self._window.composer.end_branch()
        self._errands.start(self._withdraw(prompt))

    async def _withdraw(self, prompt: str) -> None:
        place = next((n for n, item in enumerate(self._value.items) if item.id == prompt), 0)
        session = self._session
        engine = await self._errands.engine
        self._taken = await engine.queue.withdraw(prompt), session, place
        words = translate("Queueing", "The prompt was taken out of the queue.")
        undo = translate("Queueing", "Put it back")
        self._window.show_banner(BannerValue("queue", words, "info", undo, "requeue"))

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action == "requeue" and self._taken is not None:
            (prompt, session, place), self._taken = self._taken, None
            self._window.clear_banner("queue")
            self._errands.ask(lambda engine: engine.queue.add(prompt, session, place))

    @Slot(str, int)
    def _on_moved(self, prompt: str, place: int) -> None:
        items = [item for item in self._value.items if item.id != prompt]
        items[place:place] = [item for item in self._value.items if item.id == prompt]
        self._put(self._value._replace(items=tuple(items)))
        self._errands.ask(lambda engine: engine.queue.move(prompt, place))

    @Slot(str)
    def _on_send(self, prompt: str) -> None:
        self._errands.start(self._send(prompt))

    async def _send(self, prompt: str) -> None:
        engine = await self._errands.engine
        try:
            await engine.queue.send(prompt)
        except InaraError as error:
            self._errands.say("submit", error)

    @Slot()
    def _on_left(self) -> None:
        self._window.composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _item(prompt: QueuedPrompt) -> QueueItem:
    words, files = taken_apart(prompt.text)
    return QueueItem(prompt.id, words, (*(file.name for file in files), *prompt.attached), files)
