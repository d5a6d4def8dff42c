"""The engine's face: everything a window, a terminal or another program may ask of it, and the values it speaks in.

`Face` is what front ends are written against. `open_engine` gives it in this process; `remote.RemoteEngine` speaks the
same methods to an engine that another process has open.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection
from typing import Any, Literal, Protocol

from inara_engine.activity import Activity, ActivityEntry, DecisionChain, DecisionRow
from inara_engine.connections import Connection, Connections
from inara_engine.distilling import Distiller, MemoryReport
from inara_engine.doctor import Check, Doctor, Finding
from inara_engine.engine import Engine
from inara_engine.events import CallId, JobId, Mode, Recorded, SessionId
from inara_engine.ids import new_id
from inara_engine.inspecting import Requests, Told, ToldPart
from inara_engine.interface import Interface, InterfaceState
from inara_engine.introducing import Introductions, Part, PersonaReport, Usual
from inara_engine.jobs import LIVE, Decision, JobSummary, PendingCall, Prompt
from inara_engine.keys import Keys, KeyState
from inara_engine.memory import Proposal
from inara_engine.models import ModelSummary
from inara_engine.opening import AlreadyOpen, open_engine
from inara_engine.persona_files import JournalDay, PersonaFile, PersonaFiles, PromptPart
from inara_engine.plugging import PluginReport, Plugins
from inara_engine.policy import who_allowed
from inara_engine.providers.discovery import FoundServer, ServerReport
from inara_engine.pulling import Pull, Pulls
from inara_engine.questions import OpenQuestion, Questions
from inara_engine.queueing import PromptQueue, QueuedPrompt, QueueReport
from inara_engine.rules import RuleEntry, Rules
from inara_engine.scheduling import CronReport, RunReport, ScheduleReport, Schedules
from inara_engine.secrets import Kept
from inara_engine.settings import Problem, ScheduleSettings, Settings, SettingsChange
from inara_engine.shelf import Counts, Folder, Found, Position, SessionSummary, Shelf
from inara_engine.store import Hit, UsageDay
from inara_engine.storing import Backup, Room, Storage, StorageReport
from inara_engine.templates import Blank, Filled, Template, Templates
from inara_engine.toolbox import Toolbox, ToolEntry, ToolsUnder
from inara_engine.toolservers import McpReport, McpServers, McpTool
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
    "DecisionChain",
    "DecisionRow",
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
    "Kept",
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
    "PluginReport",
    "Plugins",
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
    "ToolsUnder",
    "UsageBook",
    "UsageDay",
    "Usual",
    "new_id",
    "open_engine",
    "who_allowed",
]


class Face(Protocol):
    """What front ends use. All methods raise InaraError with a sentence and a next step; `Engine` says what each does.

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
    plugins: Plugins
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
    async def set_secret(self, name: str, value: str) -> Kept: ...
    async def delete_secret(self, name: str) -> bool: ...
    async def diagnose(self) -> list[Finding]: ...
    async def close(self) -> None: ...
