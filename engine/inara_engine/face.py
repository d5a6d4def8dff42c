"""The engine's face: everything a window, a terminal or another program may ask of it.

`open_engine(home)` is the only composition root of the engine: it makes each part and hands it what
it needs. `Face` is what front ends are written against; `remote.RemoteEngine` speaks the same
methods to an engine that another process has open.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, Protocol

from inara_engine import backups, exports, wire
from inara_engine.activity import Activity, ActivityEntry
from inara_engine.boards import Board, Boards
from inara_engine.connections import Connection, Connections
from inara_engine.distilling import Distiller, MemoryReport
from inara_engine.doctor import Check, Doctor, Finding
from inara_engine.errors import NotFound, StorageError, UserError
from inara_engine.events import CallId, ImportProgressed, JobId, Mode, Recorded, ServersChanged, SessionId, is_durable
from inara_engine.home import Home, Lock
from inara_engine.ids import new_id
from inara_engine.imports import as_jobs, each_session
from inara_engine.inspecting import Requests, Told, ToldPart
from inara_engine.interface import Interface, InterfaceState
from inara_engine.introducing import Introductions, Part, PersonaReport, Usual
from inara_engine.jobs import LIVE, Decision, Jobs, JobSummary, PendingCall, Prompt
from inara_engine.jobs.history import branch_of
from inara_engine.keys import Keys, KeyState
from inara_engine.memory import Proposal
from inara_engine.models import Models, ModelSummary
from inara_engine.persona_files import JournalDay, PersonaFile, PersonaFiles, PromptPart
from inara_engine.personas import Personas
from inara_engine.plan import Ground, Plan
from inara_engine.policy import who_allowed
from inara_engine.porting import KeptConversations, PersonsSchedules
from inara_engine.providers.discovery import FoundServer, ServerReport, discover
from inara_engine.pulling import Pull, Pulls
from inara_engine.questions import OpenQuestion, Questions
from inara_engine.queueing import PromptQueue, QueuedPrompt, QueueReport
from inara_engine.rules import RuleEntry, Rules
from inara_engine.scheduling import Clockwork, CronReport, RunReport, Scheduler, ScheduleReport, Schedules
from inara_engine.secrets import Secrets
from inara_engine.settings import Loaded, Problem, ScheduleSettings, Settings, SettingsChange, SettingsFile
from inara_engine.settings.cron import local_zone
from inara_engine.settings.watching import SettingsWatch
from inara_engine.shelf import Counts, Folder, Found, Position, SessionSummary, Shelf, summary
from inara_engine.side_calls import SideCalls
from inara_engine.state import JobState, apply
from inara_engine.store import Hit, Store, UsageDay
from inara_engine.storing import Backup, Room, Storage, StorageReport
from inara_engine.templates import Blank, Filled, OwnTemplates, ServerTemplates, Template, Templates
from inara_engine.titles import Titles
from inara_engine.toolbox import Toolbox, ToolEntry
from inara_engine.tools.plugin import installed
from inara_engine.tools.ports import Desktop, Ports
from inara_engine.tools.undo import prune
from inara_engine.toolservers import McpReport, McpServers, McpTool, Surroundings
from inara_engine.tracing import trace
from inara_engine.using import UsageBook

__all__ = [
    "LIVE",
    "ActivityEntry",
    "AlreadyOpen",
    "Backup",
    "Blank",
    "Check",
    "Connection",
    "Counts",
    "CronReport",
    "Decision",
    "Engine",
    "Face",
    "Filled",
    "Finding",
    "Folder",
    "Found",
    "FoundServer",
    "Hit",
    "InterfaceState",
    "JobSummary",
    "JournalDay",
    "KeyState",
    "McpReport",
    "McpTool",
    "MemoryReport",
    "Mode",
    "ModelSummary",
    "OpenQuestion",
    "Part",
    "PendingCall",
    "PersonaFile",
    "PersonaReport",
    "Position",
    "Problem",
    "Prompt",
    "PromptPart",
    "PromptQueue",
    "Proposal",
    "Pull",
    "QueueReport",
    "QueuedPrompt",
    "Requests",
    "Room",
    "RuleEntry",
    "RunReport",
    "ScheduleReport",
    "ScheduleSettings",
    "ServerReport",
    "SessionSummary",
    "Settings",
    "SettingsChange",
    "Shelf",
    "StorageReport",
    "Template",
    "Templates",
    "Told",
    "ToldPart",
    "ToolEntry",
    "UsageBook",
    "UsageDay",
    "Usual",
    "new_id",
    "open_engine",
    "who_allowed",
]


_log = logging.getLogger(__name__)
A_DAY_S = 86_400
KEEP_UNDO_S = 30 * 86_400  # copies of files that tools changed


class AlreadyOpen(UserError):
    """Another process has this data directory open; go through its socket."""


class Face(Protocol):
    """What front ends use. All methods raise InaraError with a sentence and a next step.

    An attribute is a part: an object whose public async methods are calls as well (`memory.report`).
    """

    memory: Distiller
    persona: Introductions
    doctor: Doctor
    connections: Connections
    interface: Interface
    pulls: Pulls
    shelf: Shelf
    schedule: Schedules
    rules: Rules
    mcp: McpServers
    questions: Questions
    queue: PromptQueue
    templates: Templates
    activity: Activity
    usage: UsageBook
    requests: Requests
    keys: Keys
    files: PersonaFiles
    tools: Toolbox
    storage: Storage

    async def submit(self, prompt: Prompt, session: SessionId | None = None) -> JobId: ...
    def follow(
        self, session: SessionId | None, after: int = 0, job: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]: ...
    async def answer(self, call: CallId, decision: Decision) -> None: ...
    async def revise(self, call: CallId, digest: str, arguments: dict[str, Any], by: str = "window") -> None: ...
    async def stop(self, job: JobId) -> None: ...
    async def cancel(self, job: JobId) -> None: ...
    async def resume(self, job: JobId, how: Literal["continue", "retry"]) -> None: ...
    async def undo_job(self, job: JobId, call: CallId = "") -> list[str]: ...
    async def jobs(
        self, limit: int = 100, before: JobId = "", session: SessionId = "", origin: str = ""
    ) -> list[JobSummary]: ...
    async def job(self, job: JobId) -> dict[str, Any]: ...
    async def trace(self, job: JobId) -> list[dict[str, Any]]: ...
    async def pending(self) -> list[PendingCall]: ...
    async def sessions(self, query: str = "") -> list[SessionSummary]: ...
    async def search(self, query: str, limit: int = 50, session: SessionId = "") -> list[Hit]: ...
    async def rename_session(self, session: SessionId, title: str) -> None: ...
    async def delete_session(self, session: SessionId) -> None: ...
    async def export_session(self, session: SessionId, form: Literal["json", "md"]) -> str: ...
    async def import_session(self, text: str) -> SessionId: ...
    async def import_file(self, path: str) -> list[SessionId]: ...
    async def personas(self) -> list[str]: ...
    async def settings(self) -> Settings: ...
    async def problems(self) -> list[Problem]: ...
    async def change_settings(self, change: SettingsChange) -> Settings: ...
    async def models(self) -> list[ModelSummary]: ...
    async def discover(self) -> list[FoundServer]: ...
    async def test_model(self, model: str) -> ServerReport: ...
    async def secret_names(self) -> list[str]: ...
    async def set_secret(self, name: str, value: str) -> str: ...
    async def delete_secret(self, name: str) -> None: ...
    async def diagnose(self) -> list[Finding]: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
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
    clock: Callable[[], float]
    rules: Rules
    connections: Connections


class Engine:
    """The assistant. Made by `open_engine`; see `Face` for the contract."""

    def __init__(self, parts: Parts, loaded: Loaded) -> None:
        self.home = parts.home
        self._lock = parts.lock
        self._boards = parts.boards
        self._plan = parts.plan
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
        self.queue = PromptQueue(parts.boards, self._check, parts.clock, new_id)
        self.mcp = McpServers(
            parts.boards.kept.store.servers,
            parts.secrets,
            Surroundings(
                settings=lambda: self._settings,
                change=self.change_settings,
                roots=lambda: parts.plan.workspace.roots,
                taken=parts.plan.taken,
                clock=parts.clock,
                changed=partial(parts.boards.kept.jobs.announce, ServersChanged()),
                note=parts.connections.note,
            ),
        )
        self.templates = Templates(OwnTemplates(parts.home.prompts), ServerTemplates(self.mcp))
        self.usage = UsageBook(parts.boards.kept.store, partial(_local_time, parts.clock))
        self._secrets = parts.secrets
        self._file = parts.file
        self._clock = parts.clock
        self._settings = loaded.settings
        self._problems = loaded.problems
        self._stays = False
        self._tidying: asyncio.Task[None] | None = None
        clockwork = Clockwork(
            table=parts.boards.kept.store.schedules,
            settings=lambda: self._settings,
            clock=parts.clock,
            zone=local_zone,
            submit=self.submit,
            job=self.job,
            rename=self.rename_session,
            has_session=self._has_session,
            distill=self.memory.distill,
        )
        self._scheduler = Scheduler(clockwork)
        self._side_calls = SideCalls(
            parts.boards.kept.jobs, self._busy, Titles(parts.boards.kept.jobs, parts.models).give
        )
        self.schedule = Schedules(clockwork, self._scheduler, self.change_settings)
        self.doctor = Doctor(parts.models, self._diagnose, parts.plan.offered, parts.clock)
        self.pulls = Pulls(parts.boards.kept.jobs.announce)
        self.interface = Interface(self.change_settings, parts.secrets)
        self.storage = Storage(parts.home, parts.boards.kept.store.copy_to, self._trashed, parts.clock)
        self.tools = Toolbox(parts.plan.owned, lambda: self._settings, self.change_settings)
        self.keys = Keys(parts.secrets, lambda: self._settings)
        self._watch = SettingsWatch(parts.file, self._reread)

    def keep_time(self) -> None:
        """This process stays: from now on start what is scheduled, heed edits of the settings, empty the trash."""
        self._stays = True
        self._tidying = asyncio.create_task(self._tidy(), name="trash")
        self._watch.start()
        self._scheduler.start()
        self._side_calls.start()
        self.queue.start()

    # Jobs

    async def submit(self, prompt: Prompt, session: SessionId | None = None) -> JobId:
        """Take a task; it is on disk when this returns. A session of None is a new one."""
        await self._check(prompt)
        board, session = await self._boards.for_prompt(session, off_record=prompt.off_record)
        return await board.jobs.submit(prompt, session)

    def follow(
        self, session: SessionId | None, after: int = 0, job: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]:
        """Events of a session (None: of all) after a row: the stored ones, then live ones, each once.

        `after=LIVE` skips the stored ones; otherwise `CaughtUp` stands between them and the live ones.
        Who follows all sessions gets no running text. With a job of the session: its events only, and those that
        belong to none. With `kinds` (the events' `kind`) only those. Ends when the engine closes.
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
        return await self._boards.of(job).jobs.undo(job, self._plan.workspace, call)

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
        """A session as a file's text: JSON with every branch, Markdown with the one in force."""
        row = await self._boards.of(session).store.session(session)
        if row is None:
            raise NotFound(f"There is no session {session}.", next_step="`inara sessions list` shows them.")
        jobs = await self._folded(session)
        if form == "json":
            value = exports.exported(row.title, row.created_at, list(jobs.values()))
            return await asyncio.to_thread(exports.as_json, value)
        branch = branch_of({job: state for job, (_, state) in jobs.items()})
        value = exports.exported(row.title, row.created_at, [jobs[job] for job in branch])
        return await asyncio.to_thread(exports.as_markdown, value, len(jobs) - len(branch))

    async def import_session(self, text: str) -> SessionId:
        """Add an exported session. Raises UserError that says what is wrong with the text."""
        value = await asyncio.to_thread(exports.parse, text)
        return await self._boards.kept.jobs.import_session(value.title, exports.as_events(value))

    async def import_file(self, path: str) -> list[SessionId]:
        """Add all conversations of a file: Inara's own, ChatGPT's or Claude's, also as the ZIP they come in.

        All or, where the file is not whole, none. Raises UserError that says what is wrong with it.
        """
        file, total = await asyncio.to_thread(_whole, path)
        sessions = each_session(file)
        added: list[SessionId] = []
        jobs_of = self._boards.kept.jobs
        while (session := await asyncio.to_thread(next, sessions, None)) is not None:
            jobs = await asyncio.to_thread(as_jobs, session, time.time())
            events, times = [list(job.events) for job in jobs], [job.times for job in jobs]
            added.append(await jobs_of.import_session(session.title, events, times))
            jobs_of.announce(ImportProgressed(path, len(added), total))
        return added

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
        return list(self._problems)

    async def change_settings(self, change: SettingsChange) -> Settings:
        """Write a change to the file and go on with it. Raises UserError where a value does not fit."""
        settings = await asyncio.to_thread(self._file.change, change)
        await self._use(Loaded(settings))
        return settings

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

    async def set_secret(self, name: str, value: str) -> str:
        """Keep a key; says where it is kept ("keyring", or why only for this run)."""
        kept = await self._secrets.set(name, value)
        await self._models.use(self._settings)
        return f"Kept: {kept.place}. {kept.reason}".strip()

    async def delete_secret(self, name: str) -> None:
        """Forget a key."""
        await self._secrets.delete(name)
        await self._models.use(self._settings)

    async def diagnose(self) -> list[Finding]:
        """What `inara doctor` shows."""
        return await self.doctor.everything()

    async def _diagnose(self) -> list[Finding]:
        """What there is to say of Inara itself."""
        findings = [Finding("Data", ok=True, message=str(self.home.data))]
        findings += [Finding("Settings", ok=False, message=str(problem)) for problem in self._problems]
        if not self._problems:
            findings.append(Finding("Settings", ok=True, message=str(self.home.config_file)))
        if self._boards.kept.store.damaged:
            text = f"{self._boards.kept.store.damaged} damaged rows were left out."
            findings.append(
                Finding("Database", ok=False, message=text, next_step="They are kept in the file as they are.")
            )
        else:
            findings.append(Finding("Database", ok=True, message=str(self.home.database)))
        state = await self._secrets.state()
        findings.append(
            Finding("Keyring", ok=state.kind == "available", message=state.message, next_step=state.next_step)
        )
        findings += await self._diagnose_personas()
        findings += await self._diagnose_plugins()
        return findings

    async def close(self) -> None:
        """Stop driving jobs (each can go on at the next start) and give everything back."""
        if self._tidying is not None:
            self._tidying.cancel()
            await asyncio.wait([self._tidying])
        await self._watch.close()
        await self.interface.stop_serving()
        await self.pulls.close()
        await self._scheduler.close()
        await self._side_calls.close()
        await self.queue.close()
        await self._boards.close()
        await self.mcp.close()
        await self._models.aclose()
        self._lock.release()

    async def _check(self, prompt: Prompt) -> None:
        """Refuse a task before it is written down. Raises NotFound, UserError."""
        if prompt.model and prompt.model not in self._settings.effective_models():
            await self._models.choose("orchestrator", prompt.model)  # raises, naming the known ones
        await self._plan.check(prompt)

    async def _trashed(self) -> int:
        return (await self.shelf.counts()).trashed

    def _busy(self) -> bool:
        return any("running" in board.jobs.session_status().values() for board in self._boards.all)

    async def _tidy(self) -> None:
        while True:
            try:
                await self.shelf.expire_trash()
            except StorageError as error:
                _log.warning("the trash was not emptied: %s", error)
            await asyncio.sleep(A_DAY_S)

    async def _use(self, loaded: Loaded) -> None:
        """Go on with other settings: those that a change wrote, or that a person edited into the file."""
        self._settings, self._problems = loaded.settings, loaded.problems
        await self._models.use(loaded.settings)
        self._plan.use(
            await asyncio.to_thread(Ground.survey, self.home, loaded.settings, self._clock, self.connections.note)
        )
        self._scheduler.wake()
        await self.mcp.use(stays=self._stays)
        await self.interface.follow(loaded.settings.api)

    async def _reread(self) -> None:
        loaded = await asyncio.to_thread(self._file.load)
        if loaded != Loaded(self._settings, self._problems):
            await self._use(loaded)

    async def _has_session(self, session: SessionId) -> bool:
        return await self._boards.of(session).store.session(session) is not None

    async def _diagnose_plugins(self) -> list[Finding]:
        """The plugins that are on, and those that are there to be switched on."""
        findings = [
            Finding(
                f"Plugin {one.name}",
                ok=not one.problem,
                message=one.problem or f"tools: {', '.join(tool.name for tool in one.tools) or 'none'}",
                next_step="Mend or install it, or take it out of plugins under [tools]." if one.problem else "",
            )
            for one in await self._plan.plugins()
        ]
        on = set(self._settings.tools.plugins)
        switch = 'On with plugins = ["{}"] under [tools], if you trust it.'
        return findings + [
            Finding(
                f"Plugin {name}",
                ok=True,
                message="installed, off",
                next_step=switch.format(name),
            )
            for name in await asyncio.to_thread(installed)
            if name not in on
        ]

    async def _diagnose_personas(self) -> list[Finding]:
        """What of the personas' files had to be left out."""
        findings: list[Finding] = []
        for name in await self._personas.names():
            subject = f"Persona {name}"
            try:
                persona = await self._personas.load(name)
            except UserError as error:
                findings.append(Finding(subject, ok=False, message=error.message, next_step=error.next_step))
                continue
            findings += [
                Finding(subject, ok=False, message=f"{problem.path}: {problem.message}", next_step=problem.next_step)
                for problem in persona.problems
            ]
        return findings

    async def _folded(self, session: SessionId) -> dict[JobId, tuple[float, JobState]]:
        jobs: dict[JobId, tuple[float, JobState]] = {}
        after = 0
        while page := await self._boards.of(session).store.events(session, after):
            for recorded in page:
                if recorded.job_id and is_durable(recorded.event):
                    at, state = jobs.get(recorded.job_id, (recorded.at, JobState()))
                    jobs[recorded.job_id] = at, apply(state, recorded.event)
            after = page[-1].seq
        return jobs


async def open_engine(
    home: Home, *, drive: bool = True, clock: Callable[[], float] = time.time, desktop: Desktop | None = None
) -> Engine:
    """Put the engine together and take up the jobs of the last run (without `drive` only look after those that wait).

    With `drive` it stays: schedules run, and edits of the settings file count. `clock` gives Unix seconds.
    `desktop` is what a window offers to tools.

    Raises: AlreadyOpen where another process has the data directory; StorageError; UserError.
    """
    await asyncio.to_thread(home.ensure)
    lock = Lock(home.lock_file)
    if not await asyncio.to_thread(lock.acquire):
        raise AlreadyOpen("Inara is running already with this data.", next_step="Use that window, or end it first.")
    try:
        await asyncio.to_thread(backups.put_back, home, clock())
    except BaseException:
        lock.release()
        raise
    store = Store(home.database, home.backups)
    try:
        return await _put_together(home, lock, store, clock, desktop, drive=drive)
    except BaseException:
        await store.close()
        lock.release()
        raise


async def _put_together(
    home: Home, lock: Lock, store: Store, clock: Callable[[], float], desktop: Desktop | None, *, drive: bool
) -> Engine:
    file = SettingsFile(home.config_file)
    loaded = await asyncio.to_thread(file.load)
    await store.open()
    secrets = Secrets()
    connections = Connections(clock)
    models = Models(loaded.settings, secrets, connections)
    ground = await asyncio.to_thread(Ground.survey, home, loaded.settings, clock, connections.note)
    await asyncio.to_thread(prune, home.undo, before=clock() - KEEP_UNDO_S)
    personas = Personas(home)
    rules = await Rules.of(store, lambda: models.settings)
    plan = Plan(models, personas, ground, clock, partial(_local_time, clock), rules.remembered)
    jobs = Jobs(store, plan, clock, new_id, await store.last_seq(), rules.made)
    boards = Boards(Board(store, jobs), plan, clock, new_id)
    engine = Engine(Parts(home, lock, boards, plan, personas, models, secrets, file, clock, rules, connections), loaded)
    plan.reach_through(Ports(desktop, KeptConversations(store), PersonsSchedules(engine.schedule), secrets.resolve))
    plan.offer(engine.mcp.offers)
    await engine.mcp.start(stays=drive)
    await jobs.take_up(drive=drive)
    if drive:
        engine.keep_time()
    return engine


def _local_time(clock: Callable[[], float]) -> datetime:
    return datetime.fromtimestamp(clock()).astimezone()


def _whole(path: str) -> tuple[Path, int]:
    """The export at a path and how many sessions it has: read to its end, so that nothing is added of half a one."""
    file = Path(path).expanduser()
    return file, sum(1 for _ in each_session(file))
