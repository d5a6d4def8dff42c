"""The side that has the engine open."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from inara_engine.errors import InaraError, UserError
from inara_engine.events import Recorded
from inara_engine.face import Face
from inara_engine.remote import frames

__all__ = ["SocketServer"]

_log = logging.getLogger(__name__)
_RECORDED: TypeAdapter[Recorded] = TypeAdapter(Recorded)


class SocketServer:
    """Serves an engine on a socket in a private folder. `on_show` is called when a second start asks for the window."""

    def __init__(self, engine: Face, path: Path, on_show: Callable[[str], None]) -> None:
        self._engine = engine
        self._path = path
        self._on_show = on_show
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen. The caller holds the data directory's lock, so a socket that is there is left over."""
        self._path.unlink(missing_ok=True)
        async with frames.address(self._path) as address:
            self._server = await asyncio.start_unix_server(self._connected, address, limit=frames.LIMIT)
        self._path.chmod(0o600)

    async def close(self) -> None:
        """Stop listening and end the connections."""
        if self._server is not None:
            self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        self._path.unlink(missing_ok=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._connections.add(task)
            task.add_done_callback(self._connections.discard)
        uid = frames.peer_uid(writer.get_extra_info("socket"))
        if uid not in {None, os.getuid()}:
            _log.warning("another user (%s) tried to connect and was refused", uid)
            writer.close()
            return
        await _Connection(self._engine, self._on_show, reader, writer).serve()


class _Connection:
    def __init__(
        self,
        engine: Face,
        on_show: Callable[[str], None],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._engine = engine
        self._on_show = on_show
        self._reader = reader
        self._writer = writer
        self._tasks: dict[object, asyncio.Task[None]] = {}

    async def serve(self) -> None:
        try:
            while line := await self._reader.readline():
                frame = frames.load(line)
                number = frame.get("id")
                if "stop" in frame:
                    if task := self._tasks.get(frame["stop"]):
                        task.cancel()
                    continue
                task = asyncio.create_task(self._answer(number, frame), name=f"remote {frame.get('call')}")
                self._tasks[number] = task
                task.add_done_callback(lambda _, number=number: self._tasks.pop(number, None))
        except (ValueError, ConnectionError, asyncio.LimitOverrunError) as error:
            _log.warning("a connection was dropped: %s", error)
        finally:
            for task in list(self._tasks.values()):
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
            self._writer.close()
            with suppress(ConnectionError):
                await self._writer.wait_closed()

    async def _answer(self, number: object, frame: dict[str, Any]) -> None:
        call = str(frame.get("call"))
        arguments: dict[str, Any] = frame.get("args") or {}
        try:
            if call == "show":
                self._on_show(str(arguments.get("text", "")))
                await self._send({"id": number, "result": None})
            elif call == "follow":
                await self._follow(number, arguments)
            elif call in frames.CALLS:
                adapters, result = frames.signature(call)
                values = {name: adapters[name].validate_python(value) for name, value in arguments.items()}
                answer = await getattr(self._engine, call)(**values)
                await self._send({"id": number, "result": result.dump_python(answer, mode="json")})
            else:
                raise UserError(f"There is no call {call!r}.", next_step="Both sides must be the same Inara.")
        except InaraError as error:
            await self._send(frames.error_frame(number, error))
        except (ValidationError, KeyError, TypeError) as error:
            text = f"The call {call!r} did not fit: {error}."
            await self._send(
                frames.error_frame(number, UserError(text, next_step="Both sides must be the same Inara."))
            )
        except ConnectionError:
            pass

    async def _follow(self, number: object, arguments: dict[str, Any]) -> None:
        events = self._engine.follow(arguments["session"], int(arguments.get("after", 0)))
        async with aclosing(events):
            async for recorded in events:
                await self._send({"id": number, "event": _RECORDED.dump_python(recorded, mode="json")})
        await self._send({"id": number, "end": True})

    async def _send(self, frame: dict[str, Any]) -> None:
        self._writer.write(frames.dump(frame))
        await self._writer.drain()
