"""The side that goes through an engine another process has open: the same methods, over the socket."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, cast

from inara_engine.errors import UserError
from inara_engine.events import CallId, JobId, Recorded, SessionId
from inara_engine.face import (
    Decision,
    Finding,
    FoundServer,
    Hit,
    JobSummary,
    Kept,
    ModelSummary,
    PendingCall,
    Problem,
    Prompt,
    ServerReport,
    SessionSummary,
    Settings,
    SettingsChange,
)
from inara_engine.remote import frames

if TYPE_CHECKING:
    from inara_engine.activity import Activity
    from inara_engine.connections import Connections
    from inara_engine.distilling import Distiller
    from inara_engine.doctor import Doctor
    from inara_engine.inspecting import Requests
    from inara_engine.interface import Interface
    from inara_engine.introducing import Introductions
    from inara_engine.keys import Keys
    from inara_engine.persona_files import PersonaFiles
    from inara_engine.plugging import Plugins
    from inara_engine.pulling import Pulls
    from inara_engine.questions import Questions
    from inara_engine.queueing import PromptQueue
    from inara_engine.rules import Rules
    from inara_engine.scheduling import Schedules
    from inara_engine.shelf import Shelf
    from inara_engine.storing import Storage
    from inara_engine.templates import Templates
    from inara_engine.toolbox import Toolbox
    from inara_engine.toolservers import McpServers
    from inara_engine.using import UsageBook

__all__ = ["RemoteEngine"]


class RemoteEngine:
    """A `Face` whose engine runs in another process. Made by `connect`."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._number = 0
        self._answers: dict[int, asyncio.Queue[dict[str, Any] | None]] = {}
        self._listener = asyncio.create_task(self._listen(), name="remote engine")
        self.memory = cast("Distiller", _Part("memory", self._call))
        self.connections = cast("Connections", _Part("connections", self._call))
        self.doctor = cast("Doctor", _Part("doctor", self._call))
        self.persona = cast("Introductions", _Part("persona", self._call))
        self.pulls = cast("Pulls", _Part("pulls", self._call))
        self.interface = cast("Interface", _Part("interface", self._call))
        self.shelf = cast("Shelf", _Part("shelf", self._call))
        self.schedule = cast("Schedules", _Part("schedule", self._call))
        self.rules = cast("Rules", _Part("rules", self._call))
        self.mcp = cast("McpServers", _Part("mcp", self._call))
        self.questions = cast("Questions", _Part("questions", self._call))
        self.templates = cast("Templates", _Part("templates", self._call))
        self.queue = cast("PromptQueue", _Part("queue", self._call))
        self.activity = cast("Activity", _Part("activity", self._call))
        self.requests = cast("Requests", _Part("requests", self._call))
        self.usage = cast("UsageBook", _Part("usage", self._call))
        self.files = cast("PersonaFiles", _Part("files", self._call))
        self.tools = cast("Toolbox", _Part("tools", self._call))
        self.plugins = cast("Plugins", _Part("plugins", self._call))
        self.storage = cast("Storage", _Part("storage", self._call))
        self.keys = cast("Keys", _Part("keys", self._call))

    @classmethod
    async def connect(cls, path: Path) -> Self | None:
        """An engine behind this socket, or None where nobody listens.

        Returns once the other side has answered: one that listens may still hang.
        """
        try:
            async with frames.address(path) as address:
                reader, writer = await asyncio.open_unix_connection(address, limit=frames.LIMIT)
        except OSError:
            return None
        engine = cls(reader, writer)
        try:
            await engine._exchange("hello", {})
        except UserError:  # it ended, or it refused us
            await engine.close()
            return None
        except BaseException:
            await engine.close()
            raise
        return engine

    async def show(self, summons: frames.Summons = frames.Summons()) -> None:  # noqa: B008 - a value
        """Ask the running app to show itself. Raises Conflict where it has no window."""
        await self._exchange("show", summons._asdict())

    async def submit(self, prompt: Prompt, session: SessionId | None = None) -> JobId:
        return await self._call("submit", prompt=prompt, session=session)

    async def follow(
        self, session: SessionId | None, after: int = 0, job: JobId = "", kinds: Collection[str] = ()
    ) -> AsyncGenerator[Recorded]:
        number, answers = self._begin()
        wanted = {"session": session, "after": after, "job": job, "kinds": [*kinds]}
        try:
            await self._send({"id": number, "call": "follow", "args": wanted})
            while "end" not in (frame := await self._answer(answers)):
                yield frames.recorded().validate_python(frame["event"])
        finally:
            del self._answers[number]
            with suppress(ConnectionError, RuntimeError):
                self._writer.write(frames.dump({"stop": number}))

    async def answer(self, call: CallId, decision: Decision) -> None:
        await self._call("answer", call=call, decision=decision)

    async def revise(self, call: CallId, digest: str, arguments: dict[str, Any], by: str = "window") -> None:
        await self._call("revise", call=call, digest=digest, arguments=arguments, by=by)

    async def stop(self, job: JobId) -> None:
        await self._call("stop", job=job)

    async def cancel(self, job: JobId) -> None:
        await self._call("cancel", job=job)

    async def resume(self, job: JobId, how: Literal["continue", "retry"]) -> None:
        await self._call("resume", job=job, how=how)

    async def undo_job(self, job: JobId, call: CallId = "") -> list[str]:
        return await self._call("undo_job", job=job, call=call)

    async def jobs(
        self, limit: int = 100, before: JobId = "", session: SessionId = "", origin: str = ""
    ) -> list[JobSummary]:
        return await self._call("jobs", limit=limit, before=before, session=session, origin=origin)

    async def job(self, job: JobId) -> dict[str, Any]:
        return await self._call("job", job=job)

    async def trace(self, job: JobId) -> list[dict[str, Any]]:
        return await self._call("trace", job=job)

    async def pending(self) -> list[PendingCall]:
        return await self._call("pending")

    async def sessions(self, query: str = "") -> list[SessionSummary]:
        return await self._call("sessions", query=query)

    async def search(self, query: str, limit: int = 50, session: SessionId = "") -> list[Hit]:
        return await self._call("search", query=query, limit=limit, session=session)

    async def rename_session(self, session: SessionId, title: str) -> None:
        await self._call("rename_session", session=session, title=title)

    async def delete_session(self, session: SessionId) -> None:
        await self._call("delete_session", session=session)

    async def export_session(self, session: SessionId, form: Literal["json", "md"]) -> str:
        return await self._call("export_session", session=session, form=form)

    async def import_session(self, text: str) -> SessionId:
        return await self._call("import_session", text=text)

    async def import_file(self, path: str) -> list[SessionId]:
        return await self._call("import_file", path=_from_anywhere(path))

    async def personas(self) -> list[str]:
        return await self._call("personas")

    async def settings(self) -> Settings:
        return await self._call("settings")

    async def problems(self) -> list[Problem]:
        return await self._call("problems")

    async def change_settings(self, change: SettingsChange) -> Settings:
        return await self._call("change_settings", change=change)

    async def models(self) -> list[ModelSummary]:
        return await self._call("models")

    async def discover(self) -> list[FoundServer]:
        return await self._call("discover")

    async def test_model(self, model: str) -> ServerReport:
        return await self._call("test_model", model=model)

    async def secret_names(self) -> list[str]:
        return await self._call("secret_names")

    async def set_secret(self, name: str, value: str) -> Kept:
        return await self._call("set_secret", name=name, value=value)

    async def delete_secret(self, name: str) -> bool:
        return await self._call("delete_secret", name=name)

    async def diagnose(self) -> list[Finding]:
        return await self._call("diagnose")

    async def close(self) -> None:
        """Hang up; the engine runs on."""
        self._listener.cancel()
        self._writer.close()
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(self._listener, self._writer.wait_closed(), return_exceptions=True)

    async def _call(self, method: str, **arguments: Any) -> Any:
        adapters, result = frames.signature(method)
        values = {name: adapters[name].dump_python(value, mode="json") for name, value in arguments.items()}
        return result.validate_python(await self._exchange(method, values))

    async def _exchange(self, method: str, arguments: dict[str, Any]) -> Any:
        number, answers = self._begin()
        try:
            await self._send({"id": number, "call": method, "args": arguments})
            return (await self._answer(answers))["result"]
        finally:
            del self._answers[number]

    async def _answer(self, answers: asyncio.Queue[dict[str, Any] | None]) -> dict[str, Any]:
        frame = await answers.get()
        if frame is None:
            raise _gone()
        if "error" in frame:
            raise frames.raised(frame["error"])
        return frame

    def _begin(self) -> tuple[int, asyncio.Queue[dict[str, Any] | None]]:
        self._number += 1
        answers = self._answers[self._number] = asyncio.Queue[dict[str, Any] | None]()
        if self._listener.done():
            answers.put_nowait(None)
        return self._number, answers

    async def _send(self, frame: dict[str, Any]) -> None:
        try:
            self._writer.write(frames.dump(frame))
            await self._writer.drain()
        except ConnectionError as error:
            raise _gone() from error

    async def _listen(self) -> None:
        try:
            while line := await self._reader.readline():
                frame = frames.load(line)
                if answers := self._answers.get(frame["id"]):
                    answers.put_nowait(frame)
        except (ConnectionError, ValueError, KeyError):
            pass  # whoever waits is told below
        finally:
            for answers in self._answers.values():
                answers.put_nowait(None)


class _Part:
    """A part of the face behind the socket: its methods are calls named "part.method"."""

    def __init__(self, name: str, call: Callable[..., Awaitable[Any]]) -> None:
        self._name = name
        self._call = call

    def __getattr__(self, method: str) -> Callable[..., Awaitable[Any]]:
        kind = frames.PARTS[self._name]
        bind = inspect.signature(getattr(kind, method)).bind

        async def call(*values: Any, **named: Any) -> Any:
            arguments = dict(list(bind(None, *values, **named).arguments.items())[1:])
            return await self._call(f"{self._name}.{method}", **arguments)

        return call


def _from_anywhere(path: str) -> str:
    """The path for a process that may have another working folder."""
    return str(Path(path).expanduser().absolute())


def _gone() -> UserError:
    return UserError("The running Inara ended.", next_step="Start it again; what was saved is safe.")
