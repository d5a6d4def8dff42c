"""What the window offers to tools of its desktop: the clipboard, opening a file or page, notifications.

The engine knows it as `tools.ports.Desktop`, and asks before each of these.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from inara_engine.errors import ToolError

__all__ = ["WindowDesktop"]

NOTICE_S = 5.0  # for the notification service to answer


class WindowDesktop:
    """Lives on the GUI's thread, as the engine's loop does."""

    async def read_clipboard(self) -> str:
        """The text on the clipboard, "" where there is none."""
        return QGuiApplication.clipboard().text()

    async def write_clipboard(self, text: str) -> None:
        """Put a text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    async def open_item(self, target: str) -> None:
        """Open an absolute path or a web address with the person's program for it. Raises ToolError."""
        url = QUrl.fromLocalFile(target) if target.startswith("/") else QUrl(target)
        if not QDesktopServices.openUrl(url):
            raise ToolError(
                "The desktop has no program that opens this.", next_step="Tell the person where it is instead."
            )

    async def notify(self, title: str, text: str) -> None:
        """Show a notification: plain text. Raises ToolError where the desktop has no service for it."""
        if sys.platform != "linux":
            raise ToolError("Notifications are not shown on this system yet.", next_step="Say it in the answer.")
        try:
            async with asyncio.timeout(NOTICE_S):
                await asyncio.to_thread(_notify, title, text)
        except (OSError, ValueError, TimeoutError, KeyError) as error:
            raise ToolError("The desktop shows no notifications.", next_step="Say it in the answer.") from error


def _notify(title: str, text: str) -> None:
    """As specifications.freedesktop.org/notification-spec has it; blocks."""
    import html

    import jeepney
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    name = "org.freedesktop.Notifications"
    service = jeepney.DBusAddress("/org/freedesktop/Notifications", bus_name=name, interface=name)

    def call(method: str, signature: str | None = None, values: tuple[Any, ...] = ()) -> Any:
        asked = cast("Any", jeepney).new_method_call(service, method, signature, values)
        return unwrap_msg(cast("Any", connection).send_and_get_reply(asked, timeout=NOTICE_S))

    try:
        with open_dbus_connection(bus="SESSION") as connection:
            (able,) = call("GetCapabilities")
            body = html.escape(text, quote=False) if "body-markup" in able else text  # a model's text is no markup
            call("Notify", "susssasa{sv}i", ("Inara", 0, "inara", title, body, [], {}, -1))
    except jeepney.DBusErrorResponse as error:
        raise OSError(str(error)) from error
