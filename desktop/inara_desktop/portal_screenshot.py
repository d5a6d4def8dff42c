"""A picture of the screen where no program may look for itself: the desktop's portal takes it, over D-Bus.

The desktop lets the person choose what of the screen it is of, and keeps it as it keeps pictures they take themselves.
Read for the protocol: flatpak.github.io/xdg-desktop-portal, "Screenshot" and "Request".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl

from inara_desktop.session_bus import BUS, PORTAL, PORTAL_PATH, Absent, SessionBus, session_bus

__all__ = ["portal_screenshot"]

SCREENSHOT = "org.freedesktop.portal.Screenshot"
REQUEST = "inara_screenshot"


async def portal_screenshot() -> Path | None:
    """The picture's file; None where the person took none. Raises Absent where no portal takes pictures."""
    async with session_bus() as bus:
        owner = await bus.introduce()
        await bus.listen(f"type='signal',sender='{PORTAL}',interface='org.freedesktop.portal.Request'")
        await bus.listen(f"type='signal',sender='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'")
        method = SCREENSHOT.rpartition(".")[2]
        options = {"handle_token": ("s", REQUEST), "interactive": ("b", True)}
        (given,) = await bus.call(PORTAL, PORTAL_PATH, SCREENSHOT, method, "sa{sv}", ("", options))
        code, results = await _answer(bus, owner, {given, bus.request_path(REQUEST)})
        address = QUrl(str(results.get("uri", ("s", ""))[1]))
        return Path(address.toLocalFile()) if code == 0 and address.isLocalFile() else None
    raise Absent  # the bus has ended meanwhile


async def _answer(bus: SessionBus, owner: str, requests: set[str]) -> tuple[int, dict[str, Any]]:
    """What the portal answers to a request, however long the person takes. Raises Absent where it ends before."""
    import jeepney

    fields = jeepney.HeaderFields
    while True:
        message = await bus.signals.get()
        header = message.header.fields
        sender, path, member = (header.get(one, "") for one in (fields.sender, fields.path, fields.member))
        if sender == BUS and member == "NameOwnerChanged" and message.body[1] == owner:
            raise Absent
        if sender == owner and member == "Response" and path in requests:
            return message.body
