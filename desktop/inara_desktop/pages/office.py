"""What the errands of all pages share: the engine, where dialogs stand, and how a change gets about."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from inara_desktop.errands import Errands
from inara_desktop.global_shortcut import GlobalShortcut
from inara_desktop.gone import is_gone
from inara_desktop.pages.page import Page
from inara_desktop.question import Question
from inara_desktop.said import explained
from inara_desktop.style import Appearance
from inara_engine.errors import InaraError
from inara_engine.home import Home

if TYPE_CHECKING:
    from inara_engine.face import Face
    from inara_engine.settings import Settings

__all__ = ["Office"]

Sets = tuple[tuple[str, ...], Any]


class Office:
    """`spread` takes the settings a change led to wherever they are shown or followed.

    `shortcut` are the keys that work in every program.
    """

    def __init__(
        self,
        window: QWidget,
        errands: Errands,
        appearance: Appearance,
        home: Home,
        spread: Callable[[Settings], Awaitable[None]],
        shortcut: GlobalShortcut,
    ) -> None:
        self.window = window
        self.errands = errands
        self.appearance = appearance
        self.home = home
        self._spread = spread
        self.shortcut = shortcut

    async def engine(self) -> Face:
        """The engine, once it is open."""
        return await self.errands.engine

    async def change(self, *sets: Sets) -> Settings:
        """Write a change and let everybody know. Raises InaraError, with nothing changed."""
        from inara_engine.settings import SettingsChange

        settings = await (await self.engine()).change_settings(SettingsChange(sets))
        await self._spread(settings)
        return settings

    async def spread(self) -> None:
        """Let everybody know of settings that the engine changed by itself."""
        await self._spread(await (await self.engine()).settings())

    async def masked(self, text: str) -> str:
        """The text without any key that this run has seen."""
        secrets = getattr(await self.engine(), "secrets", None)
        return text if secrets is None else secrets.mask(text)

    def ask(self, page: Page, title: str, text: str, yes: str, then: Callable[[], None], **about: str) -> None:
        """Put a question before a page; `then` is a slot that finds `about` among its sender's properties."""
        question = Question(self.appearance, page.window(), title, text, yes)
        for name, value in about.items():
            question.setProperty(name, value)
        question.accepted.connect(then)
        question.open()

    def start(self, page: Page, work: Coroutine[Any, Any, object]) -> None:
        """Run work for a page, which says what went wrong in it; the window does where the page is no longer there."""
        self.errands.start(self._told(page, work))

    async def _told(self, page: Page, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except InaraError as error:
            if is_gone(page):  # the settings were closed meanwhile
                raise
            page.tell(explained(error), error=True)
        except RuntimeError as fault:
            if isValid(page):
                raise
            if isinstance(wrong := fault.__context__, InaraError):  # the page was to say it, and is deleted
                raise wrong from None
