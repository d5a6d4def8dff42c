"""A small stage for jobs: the real store, loop and policy, with a model that follows a script.

The model is the one scripted part: what it says is given turn by turn, so that a test can say what
must follow. The tool `append_line` has an effect one can count: it appends a line to a file.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Self, cast

from pydantic import BaseModel, ConfigDict

from inara_engine import policy
from inara_engine.deps import Deps, Speaker, Voice
from inara_engine.events import Action, Recorded, TaskSubmitted, TextDelta, ThinkingDelta, is_durable
from inara_engine.jobs import Decision, Jobs
from inara_engine.jobs.history import History
from inara_engine.messages import Capability, Message, Risk, ToolCall, Usage
from inara_engine.policy import PolicyContext, Remembered
from inara_engine.providers.base import ModelEvent, ModelRequest, Reply
from inara_engine.running import ToolTasks
from inara_engine.settings import PolicySettings, Rule
from inara_engine.state import Flags
from inara_engine.store import RuleRow, Store
from inara_engine.tools.base import Tool, ToolContext, ToolOutput


@dataclass
class Say:
    """A reply of the scripted model. `calls` are (tool, arguments); `pause` lets others run between pieces."""

    text: str = ""
    calls: Sequence[tuple[str, dict[str, Any]]] = ()
    thinking: str = ""
    error: Exception | None = None
    pause: asyncio.Event | None = None


@dataclass
class ScriptedModel:
    """Plays its replies in the order the conversation asks for them: one for each round of each job."""

    script: Sequence[Say]
    name: str = "scripted"
    requests: list[ModelRequest] = field(default_factory=list)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent]:
        self.requests.append(request)
        say = self.script[min(len(self.requests) - 1, len(self.script) - 1)]
        if say.thinking:
            yield ThinkingDelta(say.thinking)
        for word in say.text.split(" ") if say.text else []:
            yield TextDelta(word if word == say.text.split(" ")[0] else f" {word}")
            await asyncio.sleep(0)
        if say.pause is not None:
            await say.pause.wait()
        if say.error is not None:
            raise say.error
        calls = tuple(
            ToolCall(call_id="", provider_id=f"p{n}", name=name, arguments=arguments)
            for n, (name, arguments) in enumerate(say.calls)
        )
        yield Reply(say.text, say.thinking, calls, Usage(prompt_tokens=3, completion_tokens=2), "stop", "scripted")

    async def aclose(self) -> None:
        pass


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid")
    line: str


def append_line(file: Path, *, risk: Risk = Risk.REVERSIBLE, gate: asyncio.Event | None = None) -> Tool:
    """A tool whose effect can be counted: one more line in `file`."""

    async def prepare(_: ToolContext, arguments: _Line) -> Action:
        capabilities = frozenset({Capability.MUTATES}) if risk >= Risk.REVERSIBLE else frozenset[Capability]()
        return Action(summary=f"Append {arguments.line}", risk=risk, capabilities=capabilities)

    async def run(_: ToolContext, arguments: _Line, __: Action) -> ToolOutput:
        if gate is not None:
            await gate.wait()
        await asyncio.to_thread(_append, file, arguments.line + "\n")
        return ToolOutput(f"appended {arguments.line}")

    return Tool("append_line", "Append a line.", _Line, risk, prepare, run)


def _append(file: Path, text: str) -> None:
    with file.open("a") as out:
        out.write(text)


class Stage:
    """Jobs over a database file. `restart()` is what a killed and reopened app does."""

    def __init__(self, folder: Path, script: Sequence[Say], tools: Sequence[Tool] = (), **rules: Any) -> None:
        self.folder = folder
        self.model = ScriptedModel(script)
        self.spares: list[ScriptedModel] = []  # asked when the model fails
        self.writer: ScriptedModel | None = None  # writes the answer, where there is one
        self.tools = {tool.name: tool for tool in tools}
        self.rules = PolicyContext(policy=PolicySettings(**rules), profile="me")
        self.made: list[RuleRow] = []  # rules made from calls, in this run
        self.asked_at = 0.0  # what the loop's clock says
        self._ids = count(1)
        self._time = count(1000)
        self.store: Store
        self.jobs: Jobs

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.jobs.close()
        await self.store.close()

    async def restart(self) -> None:
        """Drop everything in memory without a word to the log, as a kill does, and open again."""
        await self.jobs._asking.close()
        for job in self.jobs._driver.live.values():
            await job.stop()
            for task in job.tool_tasks._running.values():
                task.cancel()
        await self.store.close()
        await self._open()

    async def _open(self) -> None:
        self.store = Store(self.folder / "inara.db", self.folder / "backups")
        await self.store.open()
        self.jobs = Jobs(
            self.store,
            self._plan,
            lambda: float(next(self._time)),
            self._new_id,
            await self.store.last_seq(),
            self.made.append,
        )
        await self.jobs.take_up(drive=True)

    async def submit(self, text: str = "do it", session: str = "s1", **options: Any) -> str:
        return await self.jobs.submit(TaskSubmitted(text=text, **options), session)

    async def until(self, *statuses: str, job: str = "job-1", within_s: float = 10.0) -> str:
        """Wait until a job has one of these statuses; that status."""
        async with asyncio.timeout(within_s):
            while True:
                _, state = await self.jobs.state(job)
                live = self.jobs._driver.live.get(job)
                if state.status in statuses and (live is None or live.driver is None):
                    return state.status
                await asyncio.sleep(0.005)

    async def until_said(self, text: str, session: str = "s1") -> None:
        """Wait until a model at work in the session has said this."""
        said = ""
        async with asyncio.timeout(10), aclosing(self.jobs.follow(session, 0)) as events:
            async for recorded in events:
                if isinstance(recorded.event, TextDelta | ThinkingDelta):
                    said += recorded.event.text
                    if text in said:
                        return

    async def until_kept(self, text: str, job: str = "job-1") -> None:
        """Wait until this much of a running answer is on disk, where a kill can't reach it."""
        async with asyncio.timeout(10):
            while text not in "".join(await self.store.partial(job)):
                await asyncio.sleep(0.005)

    async def answer(self, *, approve: bool, reason: str = "", always: bool = False) -> None:
        """Answer everything that waits; `always` takes the narrowest rule it offers."""
        for call in self.jobs.pending():
            rule = call.offers[0] if always else None
            await self.jobs.answer(call.call_id, Decision(approve, call.digest, reason, remember=rule))

    def effect_runs(self, job: str = "job-1") -> bool:
        """Whether a tool of the job is in the middle of its effect."""
        live = self.jobs._driver.live.get(job)
        return live is not None and not all(task.done() for task in live.tool_tasks._running.values())

    async def events(self, session: str = "s1") -> list[Recorded]:
        """The stored events of a session."""
        return await self.store.events(session)

    async def kinds(self, session: str = "s1") -> list[str]:
        """The kinds of the stored events, in order."""
        return [event.event.kind for event in await self.events(session) if is_durable(event.event)]

    async def follow(self, count_: int, session: str | None = "s1", after: int = 0) -> list[Recorded]:
        """The first events a follower gets."""
        seen: list[Recorded] = []
        async with asyncio.timeout(10), aclosing(self.jobs.follow(session, after)) as events:
            async for event in events:
                seen.append(event)
                if len(seen) == count_:
                    break
        return seen

    def _new_id(self, kind: str) -> str:
        return f"{kind}-{next(self._ids)}"

    async def _plan(self, job_id: str, task: TaskSubmitted, history: History) -> Deps:
        def judge(tool: str, action: Action, flags: Flags, *, approved: bool) -> policy.Decision:
            remembered = tuple(Remembered(row.id, Rule(tool=row.tool, under=row.under or None)) for row in self.made)
            rules = replace(self.rules, remembered=remembered, profile="" if task.off_record else "me")
            return policy.decide(tool, action, replace(rules, flags=flags, approved=approved, mode=task.mode))

        specs = tuple(tool.spec for tool in self.tools.values())

        def voice(model: ScriptedModel, *, tools: bool = True) -> Voice:
            request = partial(_request, history, specs if tools else ())
            return Voice(model.name, model.name.title(), model, request)

        return Deps(
            job_id=job_id,
            orchestrator=Speaker("orchestrator", tuple(map(voice, (self.model, *self.spares)))),
            writer=Speaker("chat", (voice(self.writer, tools=False),)) if self.writer else None,
            max_rounds=4,
            tools=self.tools,
            context=ToolContext(workspace=cast("Any", None), clock=lambda: 0.0),  # the stage's tools use no files
            judge=judge,
            tasks=ToolTasks(),
            clock=lambda: self.asked_at,
            questions_expire_s=self.rules.policy.confirmation_expires_h * 3600,
            earlier=history.flags,
        )


def _request(history: History, tools: Any, state: Any, last: bool) -> ModelRequest:
    messages: tuple[Message, ...] = (*history.messages(state.compacted), *state.messages)
    return ModelRequest("scripted", messages, () if last else tools)
