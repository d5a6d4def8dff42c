"""Keys that work in every program, where the desktop hands them out: the portal for global shortcuts, over D-Bus.

The desktop asks the person, remembers the answer by the application's id, and may choose other keys than we would.
Read for the protocol: flatpak.github.io/xdg-desktop-portal, "Global Shortcuts", "Request", "Session" and "Registry".
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from inara_desktop.shortcut_keys import Keys

__all__ = ["Absent", "PortalShortcut", "Refused"]

_log = logging.getLogger(__name__)

APP_ID = "app.inara.Inara"
SHORTCUT = "quick-prompt"
NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS, REGISTRY = "org.freedesktop.portal.GlobalShortcuts", "org.freedesktop.host.portal.Registry"
BUS_NAME = "org.freedesktop.DBus"
CANCELLED = 1  # a request's response: the person closed the dialog; 0 is yes, 2 anything else
ANSWER_S = 25.0  # for the portal itself; a person's answer is waited for without limit


class Absent(Exception):
    """There is no portal here that hands out keys."""


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
        self._router: Any = None
        self._owner = ""  # of the portal's name: only its signals count
        self._session = ""
        self._answers: dict[str, asyncio.Future[tuple[int, dict[str, Any]]]] = {}
        self._tokens = count(1)

    async def run(self, keys: Keys, words: str) -> None:
        """Ask for the keys and hear them until cancelled. `words` is what the desktop shows of it."""
        jeepney, dbus = await asyncio.to_thread(_jeepney)
        try:
            connection = await _opened(dbus)
        except (OSError, KeyError, ValueError, EOFError, TimeoutError, RuntimeError) as error:
            _log.info("no session bus: %s", error)
            self.failed.emit(Absent())
            return
        try:
            async with dbus.DBusRouter(connection) as router:
                self._router = router
                queue: asyncio.Queue[Any] = asyncio.Queue()
                with router.filter(jeepney.MatchRule(type="signal"), queue=queue):
                    await self._follow(queue, keys, words)
        except (OSError, EOFError, Absent) as error:  # the bus has ended, and with it the desktop
            _log.info("the session bus: %s", error)
        finally:
            self._router = None
            await connection.close()

    async def _follow(self, queue: asyncio.Queue[Any], keys: Keys, words: str) -> None:
        for rule in (
            f"type='signal',sender='{NAME}'",
            f"type='signal',sender='{BUS_NAME}',member='NameOwnerChanged',arg0='{NAME}'",
        ):
            await self._call(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME, "AddMatch", "s", (rule,))
        binding = asyncio.create_task(self._bind(keys, words))
        try:
            while True:
                if self._hear(await queue.get()):
                    binding.cancel()
                    binding = asyncio.create_task(self._bind(keys, words))
        finally:
            binding.cancel()
            with suppress(asyncio.CancelledError):
                await binding

    # -- asking --------------------------------------------------------------------------------------

    async def _bind(self, keys: Keys, words: str) -> None:
        try:
            await self._introduce()
            session = (await self._request("CreateSession", "a{sv}", self._options(session=True)))["session_handle"][1]
            self._session = session
            wanted = {"description": ("s", words), "preferred_trigger": ("s", keys.trigger)}
            bound = await self._request(
                "BindShortcuts", "oa(sa{sv})sa{sv}", self._options(session, [(SHORTCUT, wanted)], "")
            )
            self._tell(bound.get("shortcuts", ("", []))[1])
        except (Absent, Refused) as error:
            self.failed.emit(error)

    async def _introduce(self) -> None:
        """See that the portal is there, and say who asks: it can tell only of sandboxed programs by itself."""
        with suppress(Absent):  # it may be running already, and not be startable
            await self._call(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME, "StartServiceByName", "su", (NAME, 0))
        (self._owner,) = await self._call(BUS_NAME, "/org/freedesktop/DBus", BUS_NAME, "GetNameOwner", "s", (NAME,))
        with suppress(Absent):  # portals before 1.20 have no registry
            await self._call(NAME, PATH, REGISTRY, "Register", "sa{sv}", (APP_ID, {}))

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
        sender = self._router.unique_name.removeprefix(":").replace(".", "_")
        handle = f"{PATH}/request/{sender}/{token}"
        answer = self._answers[handle] = asyncio.get_running_loop().create_future()
        try:
            (given,) = await self._call(NAME, PATH, SHORTCUTS, method, signature, body(token))
            self._answers[given] = answer  # a portal of before 0.9 makes up handles of its own
            code, results = await answer
        finally:
            self._answers = {path: one for path, one in self._answers.items() if one is not answer}
        if code:
            raise Refused(by_person=code == CANCELLED)
        return results

    async def _call(
        self, name: str, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]
    ) -> Any:
        """The reply's values. Raises Absent where there is nobody who knows the method."""
        import jeepney
        from jeepney.wrappers import unwrap_msg

        address = jeepney.DBusAddress(path, bus_name=name, interface=interface)
        message = cast("Any", jeepney).new_method_call(address, method, signature, body)
        try:
            async with asyncio.timeout(ANSWER_S):
                return unwrap_msg(await self._router.send_and_get_reply(message))
        except jeepney.DBusErrorResponse as error:
            _log.info("%s: %s", method, error)
            raise Absent from error
        except TimeoutError as error:
            raise Absent from error

    # -- hearing -------------------------------------------------------------------------------------

    def _hear(self, message: Any) -> bool:
        """Take a signal; True where a new portal has to be asked from the start."""
        import jeepney

        fields = jeepney.HeaderFields
        header = message.header.fields
        sender, path, member = (header.get(one, "") for one in (fields.sender, fields.path, fields.member))
        if sender == BUS_NAME:
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
        if name != NAME or after == self._owner:
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


async def _opened(dbus: Any) -> Any:
    """A connection to the session bus; one that is given up while it opens is closed all the same."""
    opening = asyncio.create_task(dbus.open_dbus_connection())
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        with suppress(OSError, KeyError, ValueError, EOFError, TimeoutError, RuntimeError):
            await (await opening).close()
        raise


def _jeepney() -> tuple[Any, Any]:
    import jeepney
    from jeepney.io import asyncio as dbus

    return jeepney, dbus
