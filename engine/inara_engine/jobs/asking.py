"""The questions of waiting jobs: answered, changed, expired. One at a time for each job, so none is answered twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from inara_engine.deciding import asked_anew
from inara_engine.errors import Conflict, NotFound, StorageError, UserError
from inara_engine.events import CallId, ConfirmationAnswered, JobId, QuestionAnswered, RuleOffer, ToolFinished
from inara_engine.jobs.driver import Driver
from inara_engine.jobs.live import LiveJob
from inara_engine.jobs.recorder import Recorder
from inara_engine.jobs.values import Decision
from inara_engine.state import CallState
from inara_engine.store import RuleRow
from inara_engine.tools.asking import Answer

__all__ = ["Asking"]

_log = logging.getLogger(__name__)
TRY_AGAIN_S = 20.0  # after a fault of the disk
_WHAT_WAITS = "`inara jobs list` shows what waits."


class Asking:
    """`clock` gives Unix seconds. `new_id("rule")` names a rule; `made` hears of each, once it is written."""

    def __init__(
        self,
        recorder: Recorder,
        driver: Driver,
        clock: Callable[[], float],
        new_id: Callable[[str], str],
        made: Callable[[RuleRow], None] | None,
    ) -> None:
        self._recorder = recorder
        self._driver = driver
        self._clock = clock
        self._new_id = new_id
        self._made = made
        self._expiring: dict[JobId, asyncio.Task[None]] = {}
        driver.rested = self.watch

    async def answer(self, call_id: CallId, decision: Decision) -> None:
        """Record a person's decision and go on. Raises NotFound, Conflict; UserError for a rule that wasn't offered."""
        job = self._job(call_id)
        async with job.answering:
            call = self._waiting(job, call_id, decision.digest)
            if call.expires_at is not None and call.expires_at <= self._clock():
                await self._expire(job, (call,))
                raise Conflict("This question has expired.", next_step="Ask for it again.")
            rule = self._rule(call, decision)
            answered = ConfirmationAnswered(
                call_id=call_id,
                digest=decision.digest,
                approved=decision.approved,
                reason=decision.reason,
                by=decision.by,
                rule=decision.remember,
            )
            try:
                await self._recorder.record(job, answered, rule=rule)
            finally:
                if call not in job.state.waiting:  # it is written, also where who answered is gone by now
                    if rule is not None and self._made is not None:
                        self._made(rule)
                    self._driver.drive(job)

    async def answer_question(self, question_id: str, answer: Answer, by: str) -> None:
        """Answer what a running call asks. Raises NotFound; Conflict where it was answered or withdrawn."""
        call_id = question_id.rpartition(".")[0]
        job = self._job(call_id)
        async with job.answering:
            asked = next((one for one in job.state.questions if one.question_id == question_id), None)
            if asked is None:
                raise Conflict("This question has been answered already, or is withdrawn.", next_step=_WHAT_WAITS)
            event = QuestionAnswered(
                call_id=call_id, question_id=question_id, action=answer.action, content=answer.content, by=by
            )
            await self._recorder.record(job, event)
            job.tool_tasks.answer(question_id, answer)

    async def revise(self, call_id: CallId, digest: str, arguments: dict[str, Any], by: str) -> None:
        """Give a waiting call other arguments; it goes on waiting, with a new digest.

        Raises: NotFound, Conflict; UserError where they don't fit or may not be.
        """
        job = self._job(call_id)
        call = self._waiting(job, call_id, digest)
        anew = await asked_anew(job.state, await self._driver.deps(job), call, arguments, by)  # a disk may keep silent
        async with job.answering:
            self._waiting(job, call_id, digest)
            await self._recorder.record(job, *anew)
        self.watch(job)

    def watch(self, job: LiveJob) -> None:
        """See to it that the job's questions expire when they are due."""
        before = self._expiring.pop(job.id, None)
        if before is not None and before is not asyncio.current_task():
            before.cancel()
        due = min((call.expires_at for call in job.state.waiting if call.expires_at is not None), default=None)
        if due is not None:
            task = asyncio.create_task(self._expire_at(job, due), name=f"questions of {job.id}")
            self._expiring[job.id] = task

    async def close(self) -> None:
        """Stop watching."""
        tasks = list(self._expiring.values())
        self._expiring.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _expire_at(self, job: LiveJob, due: float) -> None:
        """Sleeps by the clock that nobody sets: what was due stays so, whatever the wall clock says meanwhile."""
        await asyncio.sleep(max(0.0, due - self._clock()))
        while not await self._expired(job, due):  # noqa: ASYNC110 - a disk tells nobody when it is well again
            await asyncio.sleep(TRY_AGAIN_S)
        self.watch(job)

    async def _expired(self, job: LiveJob, due: float) -> bool:
        """End what was due; False where the disk refuses."""
        try:
            async with job.answering:
                calls = [call for call in job.state.waiting if call.expires_at is not None and call.expires_at <= due]
                await self._expire(job, tuple(calls))
        except StorageError as error:
            _log.warning("a question of %s could not be ended yet: %s", job.id, error)
            return False
        return True

    async def _expire(self, job: LiveJob, calls: tuple[CallState, ...]) -> None:
        ends = [ToolFinished(call_id=call.call.call_id, outcome="expired") for call in calls]
        if ends:
            await self._recorder.record(job, *ends)
            self._driver.drive(job)

    def _job(self, call_id: CallId) -> LiveJob:
        job = self._driver.live.get(call_id.rsplit(".", 2)[0])
        if job is None or job.state.find(call_id) is None:
            raise NotFound("There is no such question.", next_step=_WHAT_WAITS)
        return job

    def _waiting(self, job: LiveJob, call_id: CallId, digest: str) -> CallState:
        call = job.state.find(call_id)
        if call is None or call.phase != "waiting":
            raise Conflict("This question has been answered already.", next_step=_WHAT_WAITS)
        if call.digest != digest:
            raise Conflict(
                "What the call would do is no longer what you were shown.", next_step="Look at it again, then decide."
            )
        return call

    def _rule(self, call: CallState, decision: Decision) -> RuleRow | None:
        wanted = decision.remember
        if wanted is None:
            return None
        offered = {_key(offer) for offer in call.offers}
        if not decision.approved or _key(wanted) not in offered or self._made is None:
            raise UserError(
                "This rule can't be made from this call.",
                next_step="Allow the call once, or take a rule that the question offers.",
            )
        return RuleRow(
            self._new_id("rule"), wanted.profile, wanted.tool, wanted.under, made_at=self._clock(), made_by=decision.by
        )


def _key(rule: RuleOffer) -> tuple[str, str, str]:
    return rule.profile, rule.tool, rule.under
