"""The pictures of the conversation shown: read from its events when they are seen, decoded in a thread, opened large.

Nothing is fetched: a picture is what a person attached or a tool gave, as the log has it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Slot

from inara_desktop.errands import Errands
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_desktop.wording import translate
from inara_engine.errors import InaraError, NotFound

if TYPE_CHECKING:
    from inara_desktop.conversation import Conversation
    from inara_desktop.transcript.view import TranscriptView
    from inara_engine.face import Face
    from inara_engine.messages import Image

__all__ = ["Picturing"]


class Picturing(QObject):
    """Serves the pictures of a view that shows the conversation `shown`. One is decoded at a time."""

    def __init__(
        self,
        errands: Errands,
        appearance: Appearance,
        view: TranscriptView,
        shown: Callable[[], Conversation | None],
    ) -> None:
        super().__init__(view)
        self._errands = errands
        self._appearance = appearance
        self._view = view
        self._shown = shown
        self._one_by_one = asyncio.Semaphore(1)
        view.pictures.wanted.connect(self._on_wanted)
        view.pictureOpened.connect(self._on_opened)

    @Slot(str, int)
    def _on_wanted(self, row_id: str, number: int) -> None:
        if conversation := self._shown():
            self._errands.start(self._give(conversation, row_id, number))

    async def _give(self, conversation: Conversation, row_id: str, number: int) -> None:
        from inara_desktop.picture_reading import decoded
        from inara_desktop.transcript.pictures import PREVIEW_HEIGHT_PX, PREVIEW_WIDTH_PX

        ratio = self._view.devicePixelRatioF()
        edge = QSize(round(PREVIEW_WIDTH_PX * ratio), round(PREVIEW_HEIGHT_PX * ratio))
        async with self._one_by_one:
            try:
                image = await self._image(conversation, row_id, number)
                picture = await asyncio.to_thread(decoded, image, edge)
            except InaraError as error:
                self._view.pictures.put(row_id, number, explained(error))
            else:
                picture.setDevicePixelRatio(ratio)
                self._view.pictures.put(row_id, number, picture)

    async def _image(self, conversation: Conversation, row_id: str, number: int) -> Image:
        engine = await self._errands.engine
        return await image_of(engine, conversation.session_id, conversation.presenter.job_of(row_id), row_id, number)

    @Slot(str, int)
    def _on_opened(self, row_id: str, number: int) -> None:
        if conversation := self._shown():
            self._errands.start(self._open(conversation, row_id, number))

    async def _open(self, conversation: Conversation, row_id: str, number: int) -> None:
        from inara_desktop.picture_view import PictureView, read_for_view

        image = await self._image(conversation, row_id, number)
        async with self._one_by_one:
            content = await asyncio.to_thread(read_for_view, image)
        view = PictureView(self._appearance, self._view.window(), content)
        view.open()


async def image_of(engine: Face, session: str, job: str, row_id: str, number: int) -> Image:
    """The picture of a row (a task's, or a call's): as the log has it. Raises: NotFound."""
    from inara_engine.events import CaughtUp, TaskSubmitted, ToolFinished

    async with aclosing(engine.follow(session, 0, job)) as events:
        async for recorded in events:
            match recorded.event:
                case TaskSubmitted(images=images) if row_id == f"{job}/task" and number < len(images):
                    return images[number]
                case ToolFinished(call_id=call_id, images=images) if call_id == row_id and number < len(images):
                    return images[number]
                case CaughtUp():
                    break
                case _:
                    pass
    raise NotFound(translate("Picture", "This picture is not there any more."))
