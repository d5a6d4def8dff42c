"""One shortcut that works in every program: by X11 where that rules, else by the desktop's portal.

Where there is neither, the desktop's own settings can bind the command that `COMMAND` names.
"""

from __future__ import annotations

import asyncio
import logging
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from inara_desktop.errands import Errands
from inara_desktop.portal_shortcut import PortalShortcut, Refused
from inara_desktop.session_bus import Absent
from inara_desktop.shortcut_keys import Keys, read_keys
from inara_desktop.x11_shortcut import X11Shortcut
from inara_engine.frozen import frozen

__all__ = ["COMMAND", "GlobalShortcut", "ShortcutState"]

COMMAND = "inara quick"  # what a desktop's own shortcut binds to
_log = logging.getLogger(__name__)


@frozen
class ShortcutState:
    """`problem` says why the keys don't work, "" where they do; `words` what else there is to know of them.

    `refused`: the desktop was asked and said no, and could be asked again.
    """

    problem: str = ""
    words: str = ""
    refused: bool = False


class GlobalShortcut(QObject):
    """`pressed` comes when the keys are pressed anywhere, `changed` when `state` did.

    `note` is a file that keeps which keys the desktop refused, so that it is not asked at each start.
    """

    pressed = Signal()
    changed = Signal()

    def __init__(self, parent: QObject, errands: Errands, note: Path) -> None:
        super().__init__(parent)
        self.state = ShortcutState()
        self._errands = errands
        self._note = note
        self._keys = ""
        self._asking: asyncio.Task[None] | None = None
        self._x11 = X11Shortcut(self)
        self._x11.pressed.connect(self.pressed)
        self._portal = PortalShortcut(self)
        self._portal.pressed.connect(self.pressed)
        self._portal.given.connect(self._on_given)
        self._portal.lost.connect(self._on_lost)
        self._portal.failed.connect(self._on_failed)

    def bind(self, keys: str, *, again: bool = False) -> None:
        """Take these keys, such as "Ctrl+Alt+Space", instead of those before; "" takes none. Blocks for a moment.

        `again` asks the desktop although it refused them.
        """
        self.close()
        self._keys = keys
        if not keys:
            self._set(ShortcutState())
            return
        try:
            wanted = read_keys(keys)
            if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
                self._x11.bind(wanted)
                self._set(ShortcutState(words=self.tr("They work in every program, while Inara runs.")))
                return
        except (OSError, ValueError, ImportError) as error:
            _log.info("%s: %s", keys, error)
            words = self.tr("Choose other keys, or bind “{command}” to keys in the desktop's settings.")
            self._set(ShortcutState(f"{error} {words.format(command=COMMAND)}"))
            return
        self._set(ShortcutState(words=self.tr("The desktop is being asked for them.")))
        self._asking = self._errands.start(self._ask(wanted, again=again))

    def ask_again(self) -> None:
        """Ask for the keys of before although the desktop refused them."""
        self.bind(self._keys, again=True)

    def close(self) -> None:
        """Give the keys back."""
        self._x11.close()
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    async def _ask(self, wanted: Keys, *, again: bool) -> None:
        if again:
            await asyncio.to_thread(self._note_refusal, "")
        elif self._keys and await asyncio.to_thread(self._refused) == self._keys:
            self._refuse()
            return
        await self._portal.run(wanted, self.tr("Open Inara's quick prompt"))

    @Slot(str)
    def _on_given(self, trigger: str) -> None:
        if trigger:
            words = self.tr("They work in every program, while Inara runs. The desktop gave: {keys}")
            words = words.format(keys=trigger)
        else:
            words = self.tr("The desktop knows the quick prompt; which keys open it is in its settings.")
        self._set(ShortcutState(words=words))

    @Slot(bool)
    def _on_lost(self, comes_back: bool) -> None:
        if comes_back:
            self._set(ShortcutState(self.tr("The desktop's portal has ended. The keys are back once it is.")))
        else:
            self._set(ShortcutState(self.tr("The desktop took the keys back."), refused=True))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Absent):
            words = self.tr("This desktop gives its keys to no program. Bind “{command}” to keys in its settings.")
            self._set(ShortcutState(words.format(command=COMMAND)))
        elif isinstance(error, Refused) and error.by_person:
            self._errands.start(self._remember_refusal())
        else:
            self._refuse()

    async def _remember_refusal(self) -> None:
        await asyncio.to_thread(self._note_refusal, self._keys)
        self._refuse()

    def _refuse(self) -> None:
        words = self.tr("The desktop does not give these keys. Ask it again, or bind “{command}” in its settings.")
        self._set(ShortcutState(words.format(command=COMMAND), refused=True))

    def _set(self, state: ShortcutState) -> None:
        if state != self.state:
            self.state = state
            if state.problem:
                _log.info("%s: %s", self._keys, state.problem)
            self.changed.emit()

    def _refused(self) -> str:
        """The keys that were refused last, "" for none."""
        try:
            return self._note.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def _note_refusal(self, keys: str) -> None:
        with suppress(OSError):
            if keys:
                self._note.write_text(keys, encoding="utf-8")
            else:
                self._note.unlink(missing_ok=True)
