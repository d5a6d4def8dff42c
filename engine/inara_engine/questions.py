"""The face's part `questions`: what running calls want to know of the person, and the answers.

They belong to "waiting for you" like confirmations, but ask for words instead of consent: a form to fill in, or a
page to visit. What is filled in goes to whoever asks (`source`), so nothing is ever filled in for the person.
"""

from __future__ import annotations

import asyncio
from typing import Any, Literal

from inara_engine.boards import Boards
from inara_engine.errors import NotFound, ToolError, UserError
from inara_engine.events import CallId, JobId, SessionId
from inara_engine.frozen import frozen
from inara_engine.mcp.arguments import check
from inara_engine.tools.asking import Answer

__all__ = ["OpenQuestion", "Questions"]


@frozen
class OpenQuestion:
    """A question that waits. `form` is a JSON schema of an object; None where `url` is a page to visit instead."""

    question_id: str
    call_id: CallId
    job_id: JobId
    session_id: SessionId
    source: str
    message: str
    form: dict[str, Any] | None = None
    url: str = ""


class Questions:
    """Asks and answers across all jobs."""

    def __init__(self, boards: Boards) -> None:
        self._boards = boards

    async def all(self) -> list[OpenQuestion]:
        """Every question that waits, those off the record included."""
        return [
            OpenQuestion(
                asked.question_id, asked.call_id, job, session, asked.source, asked.message, asked.form, asked.url
            )
            for board in self._boards.all
            for job, session, asked in board.jobs.questions()
        ]

    async def answer(
        self,
        question_id: str,
        action: Literal["accept", "decline", "cancel"],
        content: dict[str, Any] | None = None,
        by: str = "window",
    ) -> None:
        """Accept (with what was filled in), decline, or put it off without an answer.

        Raises NotFound; Conflict where it was answered or withdrawn; UserError where the content does not fit.
        """
        question = next((one for one in await self.all() if one.question_id == question_id), None)
        if question is None:
            raise NotFound("This question does not wait any more.", next_step="`inara jobs list` shows what does.")
        filled = content or {}
        if action == "accept" and question.form is not None:
            try:
                await asyncio.to_thread(check, question.form, filled)
            except ToolError as error:
                said = error.message.replace("The arguments do not fit the tool's schema", "That does not fit the form")
                raise UserError(said, next_step="Change it, then send it again.") from error
        answer = Answer(action, filled if action == "accept" and question.form is not None else {})
        await self._boards.of(question_id).jobs.answer_question(question_id, answer, by)
