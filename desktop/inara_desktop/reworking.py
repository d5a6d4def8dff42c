"""What the person does with messages that are there: send another version, have it answered again, change branches.

Nothing is lost by it: each version stays on a branch of its own, and the switch below the message leads to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inara_desktop.errands import Errands
from inara_desktop.sending import Sending
from inara_desktop.style import Appearance
from inara_desktop.tasks import taken_apart, task_of
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.window import MainWindow
from inara_desktop.wording import later, translate

if TYPE_CHECKING:
    from inara_desktop.conversation import Conversation
    from inara_desktop.message_bar import MessageAct, MessageActions
    from inara_desktop.transcript.view import TranscriptView

__all__ = ["Reworking"]

EDITING = later(
    "Reworking", "Another version of your message: the first one and its answer stay on a branch of their own"
)
BRANCHING = later("Reworking", "On a new branch from this answer: what came after it stays on its own")


class Reworking(QObject):
    """Acts on the conversation that is `shown`."""

    def __init__(
        self,
        window: MainWindow,
        errands: Errands,
        appearance: Appearance,
        shown: Callable[[], Conversation | None],
        sending: Sending,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._shown = shown
        self._sending = sending
        self._actions: MessageActions | None = None
        window.editRequested.connect(self._on_edit_key)
        window.againRequested.connect(self._on_again_key)

    def adopt(self, view: TranscriptView) -> None:
        """The transcript is there: offer what can be done with its messages."""
        from inara_desktop.message_bar import MessageActions

        self._actions = MessageActions(view, self._appearance, self._window.header.models)
        self._actions.wanted.connect(self._on_wanted)

    def act(self, name: str, row_id: str, value: str = "") -> None:
        """Do what a message's button or menu says."""
        conversation = self._shown()
        if conversation is None:
            return
        job = conversation.presenter.job_of(row_id)
        match name:
            case "branch_before":
                conversation.step(row_id, -1)
            case "branch_next":
                conversation.step(row_id, 1)
            case "edit":
                self._errands.start(self._edit(conversation, job))
            case "again":
                self._errands.start(self._sending.again(job, value))
            case "branch":
                self._window.composer.begin_branch(translate("Reworking", BRANCHING), job)
            case "quote":
                self._quote(conversation, row_id)
            case "told":
                from inara_desktop.told_view import open_told

                open_told(self._window, self._appearance, self._errands, job, conversation.presenter.round_of(row_id))
            case _:
                pass

    async def _edit(self, conversation: Conversation, job: str) -> None:
        task = await task_of(await self._errands.engine, conversation.session_id, job)
        if await conversation.read() and self._shown() is conversation:
            words, files = taken_apart(task.text)
            self._window.composer.begin_branch(
                translate("Reworking", EDITING), conversation.presenter.follows(job), words, job, files=files
            )

    def _quote(self, conversation: Conversation, row_id: str) -> None:
        row = conversation.row(row_id)
        if isinstance(row, UserRow | AnswerRow):
            self._window.composer.quote(taken_apart(row.text)[0] if isinstance(row, UserRow) else row.text)

    @Slot(tuple)
    def _on_wanted(self, act: MessageAct) -> None:
        self.act(act.name, act.row_id, act.value)

    @Slot()
    def _on_edit_key(self) -> None:
        if self._actions is not None and (row_id := self._actions.current(UserRow)):
            self.act("edit", row_id)

    @Slot()
    def _on_again_key(self) -> None:
        if self._actions is not None and (row_id := self._actions.current(AnswerRow)):
            self.act("again", row_id)
