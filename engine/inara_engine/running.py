"""The running effects of a job: begun after their row is on disk, heard until they end, asked about meanwhile.

A running call may put a question to the person (`ToolContext.ask`). It waits here, in memory, since what it waits
with (a server's request) would not survive a restart either: after one the call is unknown and the question is
withdrawn.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable

from pydantic import BaseModel

from inara_engine.changed import changed
from inara_engine.errors import ToolError
from inara_engine.events import Action, CallId, Event, Progress, QuestionAsked, QuestionWithdrawn, ToolFinished
from inara_engine.frozen import frozen
from inara_engine.messages import Risk, ToolCall
from inara_engine.state import CallState
from inara_engine.tools.asking import Answer, Question
from inara_engine.tools.base import Tool, ToolContext, ToolOutput

__all__ = ["LOST_WITH_QUESTION", "Ready", "ToolTasks"]

_log = logging.getLogger(__name__)

LOST_WITH_QUESTION = (
    "The app ended while this call waited for the person's answer. The question is withdrawn, and what became of "
    "the call is unknown. Look before trying again."
)
OUTPUT_CHARACTERS = 200_000  # of one tool result that is kept and told
AT_ONCE_S = 0.05  # a call without effects that takes longer is announced before its end


@frozen
class Ready:
    """A call that may run now."""

    call: ToolCall
    tool: Tool
    arguments: BaseModel
    action: Action
    context: ToolContext
    allowed_by: str
    rule: str
    digest: str


class ToolTasks:
    """They outlive a cancelled loop, so that what happened is known; each is kept until its end is a row (`done`)."""

    def __init__(self) -> None:
        self._running: dict[CallId, asyncio.Task[ToolFinished]] = {}
        self._unheard: set[CallId] = set()
        self._said: asyncio.Queue[Event] = asyncio.Queue()
        self._questions: dict[str, tuple[QuestionAsked, asyncio.Future[Answer]]] = {}
        self._asked = 0
        self._asking: set[CallId] = set()  # those that waited for an answer when they were cancelled

    @property
    def known(self) -> frozenset[CallId]:
        """The calls whose effects were begun here, and whose ends are no rows yet."""
        return frozenset(self._running)

    def start(self, ready: Ready, clock: Callable[[], float]) -> None:
        """Begin one effect."""
        task = asyncio.create_task(self._run(ready, clock), name=f"tool {ready.tool.name}")
        self._running[ready.call.call_id] = task
        self._unheard.add(ready.call.call_id)

    async def hear(self) -> Event | None:
        """What the effects begun so far have to say next; None after the end of each."""
        if not self._unheard:
            return None
        event = await self._said.get()
        if isinstance(event, ToolFinished):
            self._unheard.discard(event.call_id)
        return event

    async def take_up(self, at_work: Iterable[CallState]) -> None:
        """Hear from now on what the effects have to say that are at work by the log; the others are cancelled.

        For who goes on with a job that stood still: what was said meanwhile, or heard and not written, is said again.
        """
        calls = {call.call.call_id: call for call in at_work}
        # One that the log does not know of has no effect, and is begun anew.
        if dropped := [self._running.pop(call_id) for call_id in self._running.keys() - calls.keys()]:
            for task in dropped:
                task.cancel()
            await asyncio.gather(*dropped, return_exceptions=True)
        self._said = asyncio.Queue()
        self._unheard = set(self._running)
        here = [calls[call_id] for call_id in self._running]
        logged = {question.question_id: question for call in here for question in call.questions}
        waiting = {asked.question_id: asked for asked, answer in self._questions.values() if not answer.done()}
        gone = [_withdrawn(question) for name, question in logged.items() if name not in waiting]
        unasked = [question for name, question in waiting.items() if name not in logged]
        for event in (*gone, *unasked, *self.ended()):
            self._said.put_nowait(event)

    def ended(self) -> list[ToolFinished]:
        """How those effects ended that have; again until it is a row (`done`)."""
        return [self._end(call_id, task) for call_id, task in self._running.items() if task.done()]

    def done(self, call_id: CallId) -> None:
        """Forget the effect of a call whose end is in the log now."""
        self._running.pop(call_id, None)

    def answer(self, question_id: str, answer: Answer) -> bool:
        """Give a waiting effect its answer; False where it no longer waits."""
        _, waiting = self._questions.get(question_id, (None, None))
        if waiting is None or waiting.done():
            return False
        waiting.set_result(answer)
        return True

    async def settle(self, patience_s: float = 1.0) -> list[ToolFinished]:
        """Let running effects end, then cancel what is left; how each ended, again until it is a row (`done`)."""
        running = list(self._running.values())
        self._unheard.clear()
        if not running:
            return []
        _, late = await asyncio.wait(running, timeout=patience_s)
        self._asking |= {asked.call_id for asked, _ in self._questions.values()}
        for task in late:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._said = asyncio.Queue()  # heard here, and not once more by who goes on with the job
        return self.ended()

    def _end(self, call_id: CallId, task: asyncio.Task[ToolFinished]) -> ToolFinished:
        if not task.cancelled() and task.exception() is None:
            return task.result()
        output = LOST_WITH_QUESTION if call_id in self._asking else ""
        return ToolFinished(call_id=call_id, outcome="unknown", output=output)

    async def _run(self, ready: Ready, clock: Callable[[], float]) -> ToolFinished:
        call_id = ready.call.call_id

        async def ask(question: Question) -> Answer:
            return await self._ask(call_id, question)

        def tell(text: str, share: float | None) -> None:
            self._said.put_nowait(Progress(f"{ready.action.summary}: {text}" if text else ready.action.summary, share))

        pure = ready.action.risk is Risk.PURE
        late = asyncio.get_running_loop().call_later(AT_ONCE_S, tell, "", None) if pure else None
        try:
            finished = await _run_tool(ready, changed(ready.context, ask=ask, tell=tell), clock)
        finally:
            if late is not None:
                late.cancel()
        self._said.put_nowait(finished)
        return finished

    async def _ask(self, call_id: CallId, question: Question) -> Answer:
        self._asked += 1
        question_id = f"{call_id}.q{self._asked}"
        asked = QuestionAsked(
            call_id=call_id,
            question_id=question_id,
            source=question.source,
            message=question.message,
            form=question.form,
            url=question.url,
        )
        waiting: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._questions[question_id] = asked, waiting
        self._said.put_nowait(asked)
        try:
            return await waiting
        except asyncio.CancelledError:
            self._said.put_nowait(_withdrawn(asked))
            raise
        finally:
            del self._questions[question_id]


def _withdrawn(question: QuestionAsked) -> QuestionWithdrawn:
    reason = f"{question.source} no longer waits for it."
    return QuestionWithdrawn(call_id=question.call_id, question_id=question.question_id, reason=reason)


async def _run_tool(ready: Ready, context: ToolContext, clock: Callable[[], float]) -> ToolFinished:
    started = clock()
    output = ToolOutput("")
    try:
        output = await ready.tool.run(context, ready.arguments, ready.action)
        outcome, text = "ok", output.text
    except ToolError as error:
        outcome, text = "failed", str(error)
    except (Exception, asyncio.CancelledError) as error:  # the border to a tool: its fault must not end the job
        task = asyncio.current_task()
        if isinstance(error, asyncio.CancelledError) and task is not None and task.cancelling():
            raise  # it was cancelled; otherwise only something that it waited for
        _log.exception("the tool %s failed", ready.tool.name)
        outcome, text = "unknown", "The tool broke off (a fault in Inara, now in its log); look before trying again."
    if len(text) > OUTPUT_CHARACTERS:
        text = f"{text[:OUTPUT_CHARACTERS]}\n[{len(text) - OUTPUT_CHARACTERS} more characters were left out]"
    return ToolFinished(
        call_id=ready.call.call_id,
        outcome=outcome,
        output=text,
        undo=output.undo,
        images=output.images,
        duration_ms=max(0, round((clock() - started) * 1000)),
    )
