"""The bus of the desktop's session (D-Bus): calls with their replies, and the signals one listens for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from typing import Any, cast

__all__ = ["BUS", "PORTAL", "PORTAL_PATH", "Absent", "SessionBus", "session_bus"]

APP_ID = "app.inara.Inara"

_log = logging.getLogger(__name__)

BUS = "org.freedesktop.DBus"
PORTAL, PORTAL_PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
REGISTRY = "org.freedesktop.host.portal.Registry"
ANSWER_S = 25.0  # for a program; a person's answer comes as a signal, and is waited for without limit
_UNREACHABLE = (OSError, KeyError, ValueError, EOFError, TimeoutError, RuntimeError)


class Absent(Exception):
    """There is no bus here, or nobody on it who knows what was asked."""


class SessionBus:
    """`signals` are those listened for, and any that somebody sends to us alone."""

    def __init__(self, router: Any, signals: asyncio.Queue[Any]) -> None:
        self._router = router
        self.signals = signals

    @property
    def unique_name(self) -> str:
        """What the bus calls us."""
        return str(self._router.unique_name)

    async def listen(self, rule: str) -> None:
        """Hear what this match rule describes from now on."""
        await self.call(BUS, "/org/freedesktop/DBus", BUS, "AddMatch", "s", (rule,))

    async def introduce(self) -> str:
        """Start the desktop's portal and say to it who we are: it can tell only of sandboxed programs by itself.

        Returns its owner on the bus, whose signals alone are its own. Raises Absent where there is none.
        """
        with suppress(Absent):  # it may be running already, and not be startable
            await self.call(BUS, "/org/freedesktop/DBus", BUS, "StartServiceByName", "su", (PORTAL, 0))
        (owner,) = await self.call(BUS, "/org/freedesktop/DBus", BUS, "GetNameOwner", "s", (PORTAL,))
        with suppress(Absent):  # portals before 1.20 have no registry
            await self.call(PORTAL, PORTAL_PATH, REGISTRY, "Register", "sa{sv}", (APP_ID, {}))
        return str(owner)

    def request_path(self, token: str) -> str:
        """Where the portal's answer to a request of ours with this token comes from."""
        sender = self.unique_name.removeprefix(":").replace(".", "_")
        return f"{PORTAL_PATH}/request/{sender}/{token}"

    async def call(
        self, name: str, path: str, interface: str, method: str, signature: str, body: tuple[Any, ...]
    ) -> Any:
        """The reply's values. Raises Absent where there is nobody who knows the method."""
        import jeepney
        from jeepney.io.common import RouterClosed
        from jeepney.wrappers import unwrap_msg

        address = jeepney.DBusAddress(path, bus_name=name, interface=interface)
        message = cast("Any", jeepney).new_method_call(address, method, signature, body)
        try:
            async with asyncio.timeout(ANSWER_S):
                return unwrap_msg(await self._router.send_and_get_reply(message))
        except jeepney.DBusErrorResponse as error:
            _log.info("%s: %s", method, error)
            raise Absent from error
        except (TimeoutError, RouterClosed) as error:
            raise Absent from error


@asynccontextmanager
async def session_bus() -> AsyncGenerator[SessionBus]:
    """A connection of one's own, closed at the end. Raises Absent where there is no bus."""
    jeepney, dbus = await asyncio.to_thread(_jeepney)
    try:
        connection = await _opened(dbus)
    except _UNREACHABLE as error:
        _log.info("no session bus: %s", error)
        raise Absent from error
    try:
        async with dbus.DBusRouter(connection) as router:
            signals: asyncio.Queue[Any] = asyncio.Queue()
            with router.filter(jeepney.MatchRule(type="signal"), queue=signals):
                yield SessionBus(router, signals)
    except (OSError, EOFError) as error:  # the bus has ended, and with it the desktop
        _log.info("the session bus: %s", error)
    finally:
        await connection.close()


async def _opened(dbus: Any) -> Any:
    """A connection to the session bus; one that is given up while it opens is closed all the same."""
    opening = asyncio.create_task(dbus.open_dbus_connection())
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        with suppress(*_UNREACHABLE):
            await (await opening).close()
        raise


def _jeepney() -> tuple[Any, Any]:
    import jeepney
    from jeepney.io import asyncio as dbus

    return jeepney, dbus
