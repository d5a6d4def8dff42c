"""From what the person typed to a task: with its files, in the mode and persona chosen, on the branch on screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.choosing import Choosing, said_so
from inara_desktop.errands import Errands
from inara_desktop.off_record import OffRecord
from inara_desktop.queueing import Queueing
from inara_desktop.tasks import task_of
from inara_desktop.values import Draft
from inara_desktop.window import MainWindow
from inara_engine.errors import Conflict, InaraError
from inara_engine.ids import is_private, new_id

if TYPE_CHECKING:
    from inara_desktop.conversation import Conversation
    from inara_engine.face import Face

__all__ = ["Sending"]


class Sending(QObject):
    """`shown` is the conversation on screen, `begin` opens a new one with an id.

    What was typed in a conversation goes there or nowhere, whatever is shown by the time it is sent.
    """

    unsent = Signal(str, Draft)  # what could not be sent, and the session it was for

    def __init__(
        self,
        window: MainWindow,
        errands: Errands,
        shown: Callable[[], Conversation | None],
        begin: Callable[[str], Conversation],
        off_record: OffRecord,
        queueing: Queueing,
        choosing: Choosing,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._shown = shown
        self._begin = begin
        self._off_record = off_record
        self._queueing = queueing
        self._choosing = choosing
        self._begun = ""  # the last session that began with a message
        self._one_by_one = asyncio.Lock()  # each goes on from the one before it
        self._sent = "", ""  # the session and job of the last one
        window.submitted.connect(self.submit)

    @Slot(Draft)
    def submit(self, draft: Draft) -> None:
        """Send it in the conversation on screen. What can't be sent is given back."""
        if self._errands.refused():
            self._window.composer.give_back(draft)
        else:
            self._errands.start(self._send(draft, self._session))

    @property
    def _session(self) -> str:
        """The session on screen; "" for one that has no id yet."""
        shown = self._shown()
        return self._off_record.session or (shown.session_id if shown is not None else "")

    async def _send(self, draft: Draft, session: str) -> None:
        try:
            engine = await self._errands.engine
            async with self._one_by_one:
                if draft.queued:
                    await self._queueing.change(engine, draft)
                else:
                    await self._submit(engine, draft, session)
        except asyncio.CancelledError:  # the window closes: it is kept for the next start, as what is typed
            self.unsent.emit(session, draft)
            raise
        except InaraError as error:
            self._errands.say("submit", error)
            self.unsent.emit(session, draft)
        else:
            self._window.clear_banner("submit")

    async def again(self, job: str, model: str) -> None:
        """Have a task answered once more, beside its first answer, as the conversation goes on now; by `model`.

        Not where the person leaves before it is known what it follows: nobody else's message waits for that.
        """
        engine = await self._errands.engine
        conversation = self._shown()
        if conversation is None:
            return
        async with self._one_by_one:
            task = await task_of(engine, conversation.session_id, job)
            if not await conversation.read():
                return
            changes = said_so(await self._choosing.of(conversation.session_id))
            changes |= {"follows": conversation.presenter.follows(job), "model": model, "origin": "window"}
            sent = await engine.submit(task.model_copy(update=changes), conversation.session_id)
            self._went_out(conversation, sent)

    async def _submit(self, engine: Face, draft: Draft, session: str) -> None:
        from inara_engine.face import Prompt

        text, images = draft.text, ()
        if draft.attachments:
            from inara_desktop.attachments import pictures, prompt_text

            text, images = prompt_text(draft), pictures(draft)
        conversation = await self._conversation(session)
        brought = draft.brought
        follows = self._follows(conversation) if draft.follows is None else draft.follows
        changes: dict[str, Any] = {"follows": follows, "origin": "window"}
        changes |= said_so(await self._choosing.of(conversation.session_id))
        if draft.replaces:
            first = await task_of(engine, conversation.session_id, draft.replaces)
            changes |= {"text": text, "images": (*first.images, *images), "model": ""}
            changes |= {"private": _both(first.private, brought), "untrusted": _both(first.untrusted, brought)}
            changes |= {"pasted": first.pasted or draft.pasted}
            prompt = first.model_copy(update=changes)
        else:
            changes |= {
                "off_record": is_private(conversation.session_id),
                "private": brought,
                "untrusted": brought,
                "pasted": draft.pasted,
            }
            prompt = Prompt(text=text, images=images, **changes)
        if draft.follows is None and self._busy(conversation):
            await self._queueing.add(engine, prompt, conversation.session_id)
        else:
            self._went_out(conversation, await engine.submit(prompt, conversation.session_id))

    def _went_out(self, conversation: Conversation, job: str) -> None:
        self._sent = conversation.session_id, job
        if self._shown() is conversation:
            conversation.go_to_end()

    def _busy(self, conversation: Conversation) -> bool:
        """Whether an answer is under way, or waits for the person: what comes now waits for it."""
        session, job = self._sent
        unseen = session == conversation.session_id and not conversation.presenter.knows(job)
        return unseen or conversation.presenter.active_job is not None

    async def _conversation(self, session: str) -> Conversation:
        """The one on screen or, where it is a new one, one that begins now. Raises Conflict where it is another one."""
        if self._session != session and (session or self._session != self._begun):
            raise Conflict(
                self.tr("Another conversation was opened before your message was sent, so it was not."),
                next_step=self.tr("It is back where you typed it."),
            )
        if (shown := self._shown()) is not None:
            return shown
        self._begun = await self._off_record.begun() if session else new_id("session")
        return self._begin(self._begun)

    def _follows(self, conversation: Conversation) -> str | None:
        """The end of the branch on screen, or what was just sent there; None: what was submitted last."""
        if self._queueing.waiting:
            return None
        presenter, (session, job) = conversation.presenter, self._sent
        if session == conversation.session_id and not presenter.knows(job):
            return job
        return None if presenter.at_latest else presenter.tip


def _both(first: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *then)))
