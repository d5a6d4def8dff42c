"""The engine itself: each call of the face, handed to the part that does it.

Made by `opening.open_engine`; `face.Face` is the contract that front ends are written against.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Collection
from contextlib import AsyncExitStack
from datetime import datetime
from functools import partial
from typing import Any, Literal

from inara_engine import wire
from inara_engine.activity import Activity
from inara_engine.boards import Boards
from inara_engine.connections import Connections
from inara_engine.distilling import Distiller
from inara_engine.doctor import Doctor, Finding
from inara_engine.events import CallId, JobId, Recorded, ServersChanged, SessionId, SettingsChanged
from inara_engine.frozen import frozen
from inara_engine.ground import Ground
from inara_engine.home import Home, Lock
from inara_engine.ids import new_id
from inara_engine.inspecting import Requests
from inara_engine.interface import Interface
from inara_engine.introducing import Introductions
from inara_engine.jobs import Decision, JobSummary, PendingCall, Prompt
from inara_engine.keys import Keys
from inara_engine.models import Models, ModelSummary
from inara_engine.persona_files import PersonaFiles
from inara_engine.personas import Personas
from inara_engine.plan import Plan
from inara_engine.plugging import Plugins
from inara_engine.providers.discovery import FoundServer, ServerReport, discover
from inara_engine.pulling import Pulls
from inara_engine.questions import Questions
from inara_engine.queueing import PromptQueue
from inara_engine.rules import Rules
from inara_engine.scheduling import Clockwork, Scheduler, Schedules
from inara_engine.search_check import SearchCheck
from inara_engine.secrets import Kept, Secrets
from inara_engine.self_check import SelfCheck
from inara_engine.settings import Loaded, Problem, Settings, SettingsChange, SettingsFile
from inara_engine.settings.cron import local_zone
from inara_engine.settings.in_force import SettingsInForce
from inara_engine.settings.watching import FileWatcher
from inara_engine.shelf import SessionSummary, Shelf, summary
from inara_engine.side_calls import SideCalls
from inara_engine.store import Hit, ScheduledRun
from inara_engine.storing import Storage
from inara_engine.templates import OwnTemplates, ServerTemplates, Templates
from inara_engine.tidying import Tidying
from inara_engine.titles import Titles
from inara_engine.toolbox import Toolbox
from inara_engine.toolservers import McpServers, Surroundings
from inara_engine.tracing import trace
from inara_engine.transfer import Transfer
from inara_engine.using import UsageBook

__all__ = ["Engine", "Parts"]

_log = logging.getLogger(__name__)


@frozen
class Parts:
    """What `open_engine` puts together."""

    home: Home
    lock: Lock
    boards: Boards
    plan: Plan
    personas: Personas
    models: Models
    secrets: Secrets
    file: SettingsFile
    clock: Callable[[], float]  # Unix seconds
    now: Callable[[], datetime]  # the same in the zone of this machine
    rules: Rules
    connections: Connections
    watcher: FileWatcher | None


class Engine:
    """The assistant. Made by `open_engine`; see `Face` for the contract."""

    def __init__(self, parts: Parts, loaded: Loaded) -> None:
        self.home = parts.home
        self._lock = parts.lock
        self._boards = parts.boards
        self._plan = parts.plan
        self._in_force = SettingsInForce(parts.file, loaded, self._use, parts.watcher)
        self._personas = parts.personas
        self._models = parts.models
        self.memory = Distiller(parts.personas, parts.models)
        self.files = PersonaFiles(parts.personas, parts.models)
        self.persona = Introductions(parts.personas, lambda: self._settings)
        self.shelf = Shelf(parts.boards)
        self.rules = parts.rules
        self.connections = parts.connections
        self.activity = Activity(parts.boards, parts.rules.words)
        self.requests = Requests(parts.boards)
        self.questions = Questions(parts.boards)
        self.queue = PromptQueue(parts.boards, self._checked, parts.clock, new_id)
        self.mcp = McpServers(
            parts.boards.kept.store.servers,
            parts.secrets,
            Surroundings(
                settings=lambda: self._settings,
                change=self._in_force.change,
                roots=lambda: parts.plan.workspace.roots,
                taken=parts.plan.offering.taken,
                clock=parts.clock,
                changed=partial(parts.boards.kept.jobs.announce, ServersChanged()),
                note=parts.connections.note,
            ),
        )
        self.templates = Templates(OwnTemplates(parts.home.prompts), ServerTemplates(self.mcp))
        self.usage = UsageBook(parts.boards.kept.store, parts.now)
        self._secrets = parts.secrets
        self._clock = parts.clock
        self._stays = False
        self._tidying = Tidying(parts.home, parts.clock, self.shelf.expire_trash)
        clockwork = Clockwork(
            table=parts.boards.kept.store.schedules,
            settings=lambda: self._settings,
            clock=parts.clock,
            zone=local_zone,
            submit=self._submit,
            job=self.job,
            rename=self.rename_session,
            has_session=self._has_session,
            distill=lambda persona, local: self.memory.distill(persona, local_only=local),
        )
        self._scheduler = Scheduler(clockwork)
        self._transfer = Transfer(parts.boards, parts.home.data)
        self._side_calls = SideCalls(
            parts.boards.kept.jobs, self._busy, Titles(parts.boards.kept.jobs, parts.models).give
        )
        self.schedule = Schedules(clockwork, self._scheduler, self._in_force.change)
        self_check = SelfCheck(
            parts.home,
            parts.boards.kept.store,
            parts.secrets,
            parts.personas,
            parts.plan,
            lambda: self._in_force.loaded,
        )
        search_check = SearchCheck(lambda: self._settings, parts.secrets.resolve, parts.connections.note)
        self.doctor = Doctor(parts.models, self_check.findings, parts.plan.offered, search_check.finding, parts.clock)
        self.pulls = Pulls(parts.boards.kept.jobs.announce)
        self.interface = Interface(
            self.change_settings,
            parts.secrets,
            partial(parts.boards.kept.jobs.announce, SettingsChanged()),
        )
        self.storage = Storage(parts.home, parts.boards.kept.store.copy_to, self._trashed, parts.clock)
        self.tools = Toolbox(parts.plan.owned, lambda: self._settings, self._in_force.change)
        self.plugins = Plugins(parts.plan.offering.plugins, lambda: self._settings, self._in_force.change)
        self.keys = Keys(parts.secrets, lambda: self._settings)

    def keep_time(self) -> None:
        """This process stays: from now on start what is scheduled, heed edits of the settings, empty the trash."""
        self._stays = True
        self._tidying.start()
        self._in_force.watch.start()
        self._scheduler.start()
        self._side_calls.start()
        self.queue.start()

    # Jobs

    async def submit(self, prompt: Prompt, session: SessionId | None = None) -> JobId:
        """Take a task; it is on disk when this returns. A session of None is a new one."""
        return await self._submit(prompt, session)

    async def _submit(self, prompt: Prompt, session: SessionId | None, run: ScheduledRun | None = None) -> JobId:
        prompt = await self._checked(prompt, session)
        board, session = await self._boards.for_prompt(session, off_record=prompt.off_record)
        is_due = session not in board.jobs.session_status()
        meanwhile = partial(self._plan.prepare_ahead, prompt) if is_due else None
        return await board.jobs.submit(prompt, session, run=run, meanwhile=meanwhile)

    def follow(
        self, session: SessionId | None, after: int = 0, job: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]:
        """Events of a session (None: of all) after a row: the stored ones, then live ones, each once.

        `after=LIVE` skips the stored ones; otherwise `CaughtUp` stands between them and the live ones.
        Who follows all sessions gets no running text. With a job of the session: its events only, and those that
        belong to none. With `kinds` (the events' `kind`) only those and `CaughtUp`. Ends when the engine closes.
        """
        return self._boards.of(session).jobs.follow(session, after, job, kinds)

    async def answer(self, call: CallId, decision: Decision) -> None:
        """Answer a question. Raises NotFound, or Conflict where it was answered or what it asks has changed."""
        await self._boards.of(call).jobs.answer(call, decision)

    async def revise(self, call: CallId, digest: str, arguments: dict[str, Any], by: str = "window") -> None:
        """Give a waiting call other arguments; it waits on, with a new digest. Raises NotFound, Conflict, UserError."""
        await self._boards.of(call).jobs.revise(call, digest, arguments, by)

    async def stop(self, job: JobId) -> None:
        """Stop a job's answer: its words stay, a tool at work comes to its end, nothing follows. `resume` goes on."""
        await self._boards.of(job).jobs.stop(job)

    async def cancel(self, job: JobId) -> None:
        """Stop a job at once, tools included; what it had said stays."""
        await self._boards.of(job).jobs.cancel(job)

    async def resume(self, job: JobId, how: Literal["continue", "retry"]) -> None:
        """Go on with a job that was interrupted, failed or was stopped."""
        await self._boards.of(job).jobs.resume(job, how)

    async def undo_job(self, job: JobId, call: CallId = "") -> list[str]:
        """Take back what an ended job's tools did to files, a sentence for each; what was changed since stays.

        With `call` what that one did.

        Raises NotFound; UserError where it changed none; Conflict where it was taken back or has not ended.
        """
        return await self._boards.of(job).jobs.undo(job, self._plan.workspace_of(job), call)

    async def jobs(
        self, limit: int = 100, before: JobId = "", session: SessionId = "", origin: str = ""
    ) -> list[JobSummary]:
        """Jobs, the most recent first; of one `origin` (see `TaskSubmitted`) or all."""
        if session or before:
            return await self._boards.of(session or before).jobs.list(limit, before, session, origin)
        return [job for board in self._boards.all for job in await board.jobs.list(limit, before, session, origin)]

    async def job(self, job: JobId) -> dict[str, Any]:
        """One job, whole, in the form of the loopback interface (see `wire.job_report`). Raises NotFound."""
        row, state = await self._boards.of(job).jobs.state(job)
        return wire.job_report(row.id, row.session_id, row.created_at, row.updated_at, state)

    async def trace(self, job: JobId) -> list[dict[str, Any]]:
        """Every stored event of a job with its time, in words (see `tracing.trace`). Raises NotFound."""
        board = self._boards.of(job)
        await board.jobs.state(job)
        return await asyncio.to_thread(trace, await board.store.job_events(job))

    async def pending(self) -> list[PendingCall]:
        """All calls that wait for a person."""
        return [call for board in self._boards.all for call in board.jobs.pending()]

    # Sessions

    async def sessions(self, query: str = "") -> list[SessionSummary]:
        """Sessions outside the trash, the last used first; with a query those in which its words occur.

        All of them at once: who shows a long list reads it in pages (`shelf.page`).
        """
        found: list[SessionSummary] = []
        for board in self._boards.all:
            status = board.jobs.session_status()
            found += [summary(row, status.get(row.id, "")) for row in await board.store.sessions(query)]
        return found

    async def search(self, query: str, limit: int = 50, session: SessionId = "") -> list[Hit]:
        """Messages, tool results and titles that match, the best first (see `store.search`); in one session or all."""
        boards = [self._boards.of(session)] if session else self._boards.all
        hits = [hit for board in boards for hit in await board.store.search(query, limit, session)]
        return hits[:limit]

    async def rename_session(self, session: SessionId, title: str) -> None:
        """Give a session a title."""
        await self._boards.of(session).jobs.rename(session, title)

    async def delete_session(self, session: SessionId) -> None:
        """Stop a session's jobs and remove its text from the disk."""
        await self.shelf.delete([session])

    async def export_session(self, session: SessionId, form: Literal["json", "md"]) -> str:
        """A session as a file's text: JSON with every branch, Markdown with the one in force. Raises NotFound."""
        return await self._transfer.export(session, form)

    async def import_session(self, text: str) -> SessionId:
        """Add an exported session. Raises UserError that says what is wrong with the text."""
        return await self._transfer.add(text)

    async def import_file(self, path: str) -> list[SessionId]:
        """Add all conversations of a file: Inara's own, ChatGPT's or Claude's, also as the ZIP they come in.

        All or, where the file is not whole, none. Raises UserError that says what is wrong with it.
        """
        return await self._transfer.add_file(path)

    # Personas

    async def personas(self) -> list[str]:
        """The personas there are, the built-in one first."""
        return list(await self._personas.names())

    # Settings, models, keys

    @property
    def secrets(self) -> Secrets:
        """The keys themselves: for who has the engine open, never over a socket."""
        return self._secrets

    async def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    async def problems(self) -> list[Problem]:
        """What is wrong with the settings file; the last good settings are in force meanwhile."""
        return list(self._in_force.loaded.problems)

    async def change_settings(self, change: SettingsChange) -> Settings:
        """Write a change to the file and go on with it. Raises UserError where a value does not fit."""
        return await self._in_force.change(change)

    async def models(self) -> list[ModelSummary]:
        """The configured models (the demo where none is)."""
        return self._models.list()

    async def discover(self) -> list[FoundServer]:
        """Local model servers that answer on this machine right now."""
        return list(await discover())

    async def test_model(self, model: str) -> ServerReport:
        """Whether a configured model can be used, and what to do if not."""
        return await self._models.check(model)

    async def secret_names(self) -> list[str]:
        """The names of the kept keys, never their values."""
        return await self._secrets.names()

    async def set_secret(self, name: str, value: str) -> Kept:
        """Keep a key; where that is."""
        kept = await self._secrets.set(name, value)
        await self._models.use(self._settings)
        return kept

    async def delete_secret(self, name: str) -> bool:
        """Forget a key; False if there was none."""
        was_there = await self._secrets.delete(name)
        await self._models.use(self._settings)
        return was_there

    async def diagnose(self) -> list[Finding]:
        """What `inara doctor` shows."""
        return await self.doctor.everything()

    async def close(self) -> None:
        """Stop driving jobs (each can go on at the next start) and give everything back.

        What fails at its end is raised once all the others have ended, and the home is free.
        """
        parts = (self._tidying, self._in_force, self.pulls, self._scheduler, self._side_calls, self.queue, self._boards)
        async with AsyncExitStack() as ends:  # from the last to the first
            ends.callback(self._lock.release)
            ends.push_async_callback(self._models.aclose)
            ends.push_async_callback(self.mcp.close)
            for part in reversed(parts):
                ends.push_async_callback(part.close)
            ends.push_async_callback(self.interface.stop_serving)
            await asyncio.to_thread(self._lock.say, "ending")

    @property
    def _settings(self) -> Settings:
        return self._in_force.settings

    async def _checked(self, prompt: Prompt, session: SessionId | None) -> Prompt:
        """The task as the session goes on, or a refusal before it is written down. Raises NotFound, UserError."""
        if prompt.local_only is None and session and await self._boards.stays_local(session):
            prompt = prompt.model_copy(update={"local_only": True})
        if prompt.follows:
            await self._boards.check_follows(session, prompt.follows)
        if prompt.model and prompt.model not in self._settings.effective_models():
            await self._models.choose("orchestrator", prompt.model)  # raises, naming the known ones
        await self._plan.check(prompt)
        return prompt

    async def _trashed(self) -> int:
        return (await self.shelf.counts()).trashed

    def _busy(self) -> bool:
        return any("running" in board.jobs.session_status().values() for board in self._boards.all)

    async def _use(self, settings: Settings) -> None:
        """Go on with other settings: those that a change wrote, or that a person edited into the file."""
        await self._models.use(settings)
        self._plan.use(await asyncio.to_thread(Ground.survey, self.home, settings, self._clock, self.connections.note))
        self._scheduler.wake()
        await self.mcp.use(stays=self._stays)
        await self.interface.follow(settings.api)
        self._boards.kept.jobs.announce(SettingsChanged())

    async def _has_session(self, session: SessionId) -> bool:
        return await self._boards.of(session).store.session(session) is not None
