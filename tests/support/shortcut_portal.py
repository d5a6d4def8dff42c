"""A stand-in for the desktop portal's shortcuts and screenshots: a real service on a real (private) session bus.

No desktop with such a portal runs where the tests do, so this speaks its interface as the specification has it
(CreateSession, BindShortcuts, Request, Session, Activated, the host registry), remembers what a person allowed by the
application's id, and lets a test be the person and the desktop:

    async with StandInPortal(address) as portal:
        portal.answer = "refuse"
        await portal.press()

`python -m tests.support.shortcut_portal` does the same for a test that has no loop: "press", "allow", "refuse" and
"close" on standard input, "ready" and "bound TRIGGER" on standard output. The bus is the session's.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any, Literal

from tests.support.private_bus import BusService

__all__ = ["StandInPortal"]

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class StandInPortal(BusService):
    """`answer` is the person's, to whoever is not `allowed` yet. `asked` are the dialogs that were shown.

    `sessions` are those that are open, by handle, with the shortcuts bound in each.
    """

    name = NAME

    def __init__(self, address: str = "SESSION", *, allowed: dict[str, str] | None = None, knows: bool = True) -> None:
        super().__init__(address)
        self.answer: Literal["allow", "refuse", "fail", "wait"] = "allow"
        self.allowed = allowed if allowed is not None else {}  # triggers by application: outlives a restart
        self.asked: list[tuple[str, str, str]] = []  # application, words, trigger
        self.sessions: dict[str, list[str]] = {}
        self.bound = asyncio.Condition()
        self.picture: Path | None = None  # of the screen, as the person takes it; None: it takes none
        self._knows = knows  # False: a portal without this interface
        self._apps: dict[str, str] = {}
        self._owners: dict[str, str] = {}

    async def until_bound(self) -> None:
        """Return once a session has a shortcut."""
        async with asyncio.timeout(20), self.bound:
            await self.bound.wait_for(lambda: any(self.sessions.values()))

    async def press(self, *, token: str = "") -> None:
        """The person presses the keys."""
        options = {"activation_token": ("s", token)} if token else {}
        for session, names in self.sessions.items():
            for name in names:
                await self.signal(PATH, SHORTCUTS, "Activated", "osta{sv}", (session, name, 0, options))

    async def rename(self, trigger: str) -> None:
        """The person chooses other keys in the desktop's settings."""
        for session, names in self.sessions.items():
            about = [(name, {"trigger_description": ("s", trigger)}) for name in names]
            await self.signal(PATH, SHORTCUTS, "ShortcutsChanged", "oa(sa{sv})", (session, about))

    async def close_sessions(self) -> None:
        """The desktop takes the keys back."""
        for session in list(self.sessions):
            await self.signal(session, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))
        self.sessions.clear()

    async def on_call(self, message: Any, sender: str, method: str) -> None:
        match method, message.body:
            case ("CreateSession", (options,)) if self._knows:
                session = f"{PATH}/session/{_escaped(sender)}/{options['session_handle_token'][1]}"
                self.sessions[session] = []
                self._owners[session] = sender
                request = await self._accept(message, sender, options)
                await self._respond(sender, request, 0, {"session_handle": ("s", session)})
            case ("BindShortcuts", (session, shortcuts, _parent, options)) if self._knows:
                request = await self._accept(message, sender, options)
                await self._bind(sender, request, session, shortcuts)
            case ("Screenshot", (_parent, options)) if self.picture is not None:
                request = await self._accept(message, sender, options)
                results = {"uri": ("s", self.picture.as_uri())} if self.answer == "allow" else {}
                await self._respond(sender, request, 0 if self.answer == "allow" else 1, results)
            case ("Register", (app, _options)) if self._knows:
                self._apps[sender] = app
                await self.reply(message)
            case _:
                await self.refuse(message)

    async def _bind(self, sender: str, request: str, session: str, shortcuts: list[Any]) -> None:
        app = self._apps.get(sender, "")
        ((name, about),) = shortcuts
        trigger = about["preferred_trigger"][1]
        if app not in self.allowed:
            self.asked.append((app, about["description"][1], trigger))
            if self.answer == "wait":
                return
            if self.answer != "allow":
                await self._respond(sender, request, 1 if self.answer == "refuse" else 2, {})
                return
            self.allowed[app] = trigger
        described = {"description": about["description"], "trigger_description": ("s", f"Press {self.allowed[app]}")}
        await self._respond(sender, request, 0, {"shortcuts": ("a(sa{sv})", [(name, described)])})
        async with self.bound:
            self.sessions[session] = [name]
            self.bound.notify_all()

    async def _accept(self, message: Any, sender: str, options: dict[str, Any]) -> str:
        handle = f"{PATH}/request/{_escaped(sender)}/{options['handle_token'][1]}"
        await self.reply(message, "o", (handle,))
        return handle

    async def _respond(self, to: str, request: str, code: int, results: dict[str, Any]) -> None:
        await self.signal(request, "org.freedesktop.portal.Request", "Response", "ua{sv}", (code, results), to)


def _escaped(sender: str) -> str:
    return sender.removeprefix(":").replace(".", "_")


async def _main() -> None:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    async with StandInPortal() as portal:
        print("ready", flush=True)
        saying = asyncio.create_task(_say_bound(portal))
        while line := (await reader.readline()).decode().strip():
            match line:
                case "press":
                    await portal.press()
                case "close":
                    await portal.close_sessions()
                case "allow" | "refuse":
                    portal.answer = line
        saying.cancel()


async def _say_bound(portal: StandInPortal) -> None:
    await portal.until_bound()
    print("bound", *portal.allowed.values(), flush=True)


if __name__ == "__main__":
    asyncio.run(_main())
