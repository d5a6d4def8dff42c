"""The side that has the engine open."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import aclosing, suppress
from operator import attrgetter
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from inara_engine.discretion import for_others
from inara_engine.errors import InaraError, UserError
from inara_engine.face import Face
from inara_engine.remote import frames

__all__ = ["SocketServer"]

_log = logging.getLogger(__name__)
_SAME = "Both sides must be the same Inara: end the running one, then start it again."


class SocketServer:
    """Serves an engine on a socket in a private folder. `on_show` is called when a second start asks for the window."""

    def __init__(self, engine: Face, path: Path, on_show: Callable[[frames.Summons], None]) -> None:
        self._engine = for_others(engine)
        self._path = path
        self._on_show = on_show
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Listen. The caller holds the data directory's lock, so a socket that is there is left over."""
        await asyncio.to_thread(self._path.unlink, missing_ok=True)
        async with frames.address(self._path) as address:
            self._server = await asyncio.start_unix_server(self._connected, address, limit=frames.LIMIT)
        await asyncio.to_thread(self._path.chmod, 0o600)

    @property
    def guests(self) -> int:
        """How many are connected."""
        return len(self._connections)

    async def empty(self) -> None:
        """Return once nobody is connected any more."""
        while self._connections:
            await asyncio.wait(set(self._connections), return_when=asyncio.FIRST_COMPLETED)

    async def close(self) -> None:
        """Stop listening and end the connections."""
        if self._server is not None:
            self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await asyncio.to_thread(self._path.unlink, missing_ok=True)

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
        with suppress(asyncio.CancelledError):  # by `close`; asyncio would log it as a fault
            await _Connection(self._engine, self._on_show, reader, writer).serve()


class _Connection:
    def __init__(
        self,
        engine: Face,
        on_show: Callable[[frames.Summons], None],
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
                self._take(frames.load(line))
        except (ValueError, ConnectionError) as error:
            _log.warning("a connection was dropped: %s", error)
        finally:
            for task in list(self._tasks.values()):
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
            self._writer.close()
            with suppress(ConnectionError):
                await self._writer.wait_closed()

    def _take(self, frame: dict[str, Any]) -> None:
        number = frame.get("id", frame.get("stop"))
        if not isinstance(number, int):
            raise ValueError("a frame has a number")  # noqa: TRY004 - as for one that is no JSON
        if "stop" in frame:
            if task := self._tasks.get(number):
                task.cancel()
            return
        task = asyncio.create_task(self._answer(number, frame), name=f"remote {frame.get('call')}")
        self._tasks[number] = task
        task.add_done_callback(lambda _: self._tasks.pop(number, None))

    async def _answer(self, number: int, frame: dict[str, Any]) -> None:
        call = str(frame.get("call"))
        try:
            await self._do(number, call, frame.get("args") or {})
        except ConnectionError:
            pass
        except InaraError as error:
            await self._refuse(number, error)
        except (ValidationError, KeyError, TypeError, AttributeError) as error:
            _log.warning("the call %s did not fit", call, exc_info=error)  # its words quote what was sent
            await self._refuse(number, UserError(f"The call {call!r} did not fit.", next_step=_SAME))
        except Exception:  # noqa: BLE001 - a fault here must be told, or the other side would wait for ever
            _log.exception("the call %s failed", call)
            await self._refuse(
                number,
                InaraError(
                    "The running Inara made a mistake of its own.",
                    next_step="Try again. Its log file has the details; please report them.",
                ),
            )

    async def _do(self, number: int, call: str, arguments: dict[str, Any]) -> None:
        if call == "hello":
            await self._send({"id": number, "result": None})
        elif call == "show":
            what = str(arguments.get("what", "window"))
            if what not in frames.SUMMONS:
                raise UserError(f"There is no {what!r} to show.", next_step=_SAME)
            self._on_show(frames.Summons(what, str(arguments.get("text", ""))))
            await self._send({"id": number, "result": None})
        elif call == "follow":
            await self._follow(number, arguments)
        elif call in frames.CALLS:
            adapters, result = frames.signature(call)
            values = {name: adapters[name].validate_python(value) for name, value in arguments.items()}
            answer = await attrgetter(call)(self._engine)(**values)
            await self._send({"id": number, "result": result.dump_python(answer, mode="json")})
        else:
            raise UserError(f"There is no call {call!r}.", next_step=_SAME)

    async def _refuse(self, number: int, error: InaraError) -> None:
        with suppress(ConnectionError):
            await self._send(frames.error_frame(number, error))

    async def _follow(self, number: int, arguments: dict[str, Any]) -> None:
        events = self._engine.follow(
            arguments["session"],
            int(arguments.get("after", 0)),
            str(arguments.get("job", "")),
            [str(kind) for kind in arguments.get("kinds", ())],
        )
        async with aclosing(events):
            async for recorded in events:
                await self._send({"id": number, "event": frames.recorded().dump_python(recorded, mode="json")})
        await self._send({"id": number, "end": True})

    async def _send(self, frame: dict[str, Any]) -> None:
        self._writer.write(frames.dump(frame))
        await self._writer.drain()
