"""A session bus of a test's own, and services on it that a test scripts: real D-Bus, no desktop."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import jeepney
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from tests.support.accessible import wait_until
from tests.support.desktop_session import BUS_CONFIG

__all__ = ["BusService", "private_bus"]


@contextmanager
def private_bus() -> Iterator[str]:
    """Start a bus; its address."""
    folder = Path(tempfile.mkdtemp(prefix="inara-bus-"))
    config, socket = folder / "bus.conf", folder / "bus"
    config.write_text(BUS_CONFIG.format(socket=socket))
    daemon = subprocess.Popen(["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile"])
    try:
        wait_until(socket.exists, "the bus listens")
        yield f"unix:path={socket}"
    finally:
        daemon.terminate()
        daemon.wait()
        shutil.rmtree(folder)


class BusService:
    """Who owns `name` on the bus while it is entered. A subclass answers what it is asked `on_call`."""

    name: str

    def __init__(self, address: str = "SESSION") -> None:
        self._address = address
        self._serial = itertools.count(1000)

    async def __aenter__(self) -> Self:
        self._connection: DBusConnection = await open_dbus_connection(self._address)
        bus = jeepney.DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        await self._connection.send(jeepney.new_method_call(bus, "RequestName", "su", (self.name, 4)))
        self._serving = asyncio.create_task(self._serve())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._serving.cancel()
        with suppress(asyncio.CancelledError):
            await self._serving
        await self._connection.close()

    async def on_call(self, message: Any, sender: str, method: str) -> None:
        """Answer a call: by `reply`, or `refuse` it as nothing known here."""
        await self.refuse(message)

    async def reply(self, message: Any, signature: str | None = None, body: tuple[Any, ...] = ()) -> None:
        """Answer a call with these values."""
        await self._send(jeepney.new_method_return(message, signature, body))

    async def refuse(self, message: Any) -> None:
        """Say that nobody here knows the method."""
        name = "org.freedesktop.DBus.Error.UnknownMethod"
        await self._send(jeepney.new_error(message, name, "s", ("This stands in only.",)))

    async def signal(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...], to: str = ""
    ) -> None:
        """Send a signal to whoever listens, or `to` one alone."""
        emitter = jeepney.DBusAddress(path, interface=interface)
        message = jeepney.new_signal(emitter, member, signature, body)
        if to:
            message.header.fields[jeepney.HeaderFields.destination] = to
        await self._send(message)

    async def _serve(self) -> None:
        with suppress(EOFError):
            while True:
                message = await self._connection.receive()
                if message.header.message_type is jeepney.MessageType.method_call:
                    fields = message.header.fields
                    await self.on_call(
                        message, fields[jeepney.HeaderFields.sender], fields[jeepney.HeaderFields.member]
                    )

    async def _send(self, message: Any) -> None:
        await self._connection.send(message, serial=next(self._serial))
