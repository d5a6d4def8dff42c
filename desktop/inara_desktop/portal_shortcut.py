"""Keys that work in every program, where the desktop hands them out: the portal for global shortcuts, over D-Bus.

The desktop asks the person, remembers the answer by the application's id, and may choose other keys than we would.
Read for the protocol: flatpak.github.io/xdg-desktop-portal, "Global Shortcuts", "Request", "Session" and "Registry".
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, Signal

from inara_desktop.session_bus import BUS, PORTAL, PORTAL_PATH, Absent, SessionBus, session_bus
from inara_desktop.shortcut_keys import Keys

__all__ = ["PortalShortcut", "Refused"]

SHORTCUT = "quick-prompt"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
CANCELLED = 1  # a request's response: the person closed the dialog; 0 is yes, 2 anything else


class Refused(Exception):
    """The person said no, or (`by_person` is False) the desktop by itself."""

    def __init__(self, *, by_person: bool = False) -> None:
        super().__init__()
        self.by_person = by_person


class PortalShortcut(QObject):
    """`pressed` comes when the keys are pressed anywhere; `given` says which they are in the desktop's words, or "".

    `lost` tells that the keys do nothing any more: True where the portal is gone (they come back with it by
    themselves), False where the desktop took them away.
    """

    pressed = Signal()
    given = Signal(str)
    lost = Signal(bool)
    failed = Signal(object)  # Absent or Refused

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: SessionBus  # while it runs
        self._owner = ""  # of the portal's name: only its signals count
        self._session = ""
        self._answers: dict[str, asyncio.Future[tuple[int, dict[str, Any]]]] = {}
        self._tokens = count(1)

    async def run(self, keys: Keys, words: str) -> None:
        """Ask for the keys and hear them until cancelled. `words` is what the desktop shows of it."""
        try:
            async with session_bus() as bus:
                await self._follow(bus, keys, words)
        except Absent as absent:
            self.failed.emit(absent)

    async def _follow(self, bus: SessionBus, keys: Keys, words: str) -> None:
        self._bus = bus
        await bus.listen(f"type='signal',sender='{PORTAL}'")
        await bus.listen(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'")
        binding = asyncio.create_task(self._bind(keys, words))
        try:
            while True:
                if self._hear(await bus.signals.get()):
                    binding.cancel()
                    binding = asyncio.create_task(self._bind(keys, words))
        finally:
            binding.cancel()
            with suppress(asyncio.CancelledError):
                await binding

    # -- asking --------------------------------------------------------------------------------------

    async def _bind(self, keys: Keys, words: str) -> None:
        try:
            self._owner = await self._bus.introduce()
            session = (await self._request("CreateSession", "a{sv}", self._options(session=True)))["session_handle"][1]
            self._session = session
            wanted = {"description": ("s", words), "preferred_trigger": ("s", keys.trigger)}
            bound = await self._request(
                "BindShortcuts", "oa(sa{sv})sa{sv}", self._options(session, [(SHORTCUT, wanted)], "")
            )
            self._tell(bound.get("shortcuts", ("", []))[1])
        except (Absent, Refused) as error:
            self.failed.emit(error)

    def _options(self, *before: Any, session: bool = False) -> Callable[[str], tuple[Any, ...]]:
        def body(token: str) -> tuple[Any, ...]:
            options = {"handle_token": ("s", token)}
            if session:
                options["session_handle_token"] = ("s", token)
            return (*before, options)

        return body

    async def _request(self, method: str, signature: str, body: Callable[[str], tuple[Any, ...]]) -> dict[str, Any]:
        """Call a method that answers by a signal, which may come before its reply does."""
        token = f"inara{next(self._tokens)}"
        handle = self._bus.request_path(token)
        answer = self._answers[handle] = asyncio.get_running_loop().create_future()
        try:
            (given,) = await self._call(SHORTCUTS, method, signature, body(token))
            self._answers[given] = answer  # a portal of before 0.9 makes up handles of its own
            code, results = await answer
        finally:
            self._answers = {path: one for path, one in self._answers.items() if one is not answer}
        if code:
            raise Refused(by_person=code == CANCELLED)
        return results

    async def _call(self, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        return await self._bus.call(PORTAL, PORTAL_PATH, interface, method, signature, body)

    # -- hearing -------------------------------------------------------------------------------------

    def _hear(self, message: Any) -> bool:
        """Take a signal; True where a new portal has to be asked from the start."""
        import jeepney

        fields = jeepney.HeaderFields
        header = message.header.fields
        sender, path, member = (header.get(one, "") for one in (fields.sender, fields.path, fields.member))
        if sender == BUS:
            return member == "NameOwnerChanged" and self._on_owner(*message.body)
        if sender != self._owner:
            return False
        match member:
            case "Response":
                if (answer := self._answers.get(path)) is not None and not answer.done():
                    answer.set_result(message.body)
            case "Activated":
                self._on_activated(*message.body)
            case "ShortcutsChanged" if message.body[0] == self._session:
                self._tell(message.body[1])
            case "Closed" if path == self._session:
                self._session = ""
                self.lost.emit(False)
            case _:
                pass
        return False

    def _on_owner(self, name: str, _before: str, after: str) -> bool:
        if name != PORTAL or after == self._owner:
            return False
        if not after:
            self._owner = self._session = ""
            self.lost.emit(True)
        return bool(after)

    def _on_activated(self, session: str, shortcut: str, _at_ms: int, options: dict[str, Any]) -> None:
        if session != self._session or shortcut != SHORTCUT:
            return
        if (token := options.get("activation_token", ("s", ""))[1]) and isinstance(token, str):
            # By it a compositor lets the window to the front. Qt takes it from there once, and our environ has none.
            os.putenv("XDG_ACTIVATION_TOKEN", token)
        self.pressed.emit()

    def _tell(self, shortcuts: list[tuple[str, dict[str, Any]]]) -> None:
        ours = [about for name, about in shortcuts if name == SHORTCUT]
        if not ours:
            self.failed.emit(Refused())
            return
        self.given.emit(str(ours[0].get("trigger_description", ("s", ""))[1]))
