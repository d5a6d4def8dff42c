"""Signing in to a tool server: the person sees where, and their browser opens when they say so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inara_desktop.errands import Errands
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

__all__ = ["SignIn"]

BANNER = "signin"


class SignIn(QObject):
    """`above` is the dialog that is open, `done` shows the servers anew."""

    def __init__(
        self, window: MainWindow, errands: Errands, appearance: Appearance, done: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(window)
        self.above: QWidget | None = None
        self._window = window
        self._errands = errands
        self._appearance = appearance
        self._done = done

    async def ask(self, server: str) -> None:
        """Find out where one signs in there, and show it."""
        engine = await self._errands.engine
        try:
            address = await engine.mcp.sign_in(server)
        except InaraError as error:
            self._errands.say(BANNER, error)
            return
        if not address:
            await engine.mcp.test(server)
            await self._done()
            return
        from inara_desktop.question import Question
        from inara_desktop.visible import visible

        url = QUrl(address)
        title = self.tr("Sign in at {host}?").format(host=visible(url.host()))
        text = self.tr("{server} asks for it. This opens in your browser: {address}").format(
            server=server, address=visible(address)
        )
        question = Question(self._appearance, self.above or self._window, title, text, self.tr("Open browser"))
        question.setObjectName("signInDialog")
        question.setProperty("server", server)
        question.setProperty("address", address)
        question.accepted.connect(self._on_accepted)
        question.open()

    @Slot()
    def _on_accepted(self) -> None:
        question = self.sender()
        QDesktopServices.openUrl(QUrl(str(question.property("address"))))
        self._errands.start(self._wait(str(question.property("server"))))

    async def _wait(self, server: str) -> None:
        engine = await self._errands.engine
        text = self.tr("Waiting until you have signed in to {server} in your browser.").format(server=server)
        self._window.show_banner(BannerValue(BANNER, text, "info"))
        try:
            await engine.mcp.signed_in(server)
        except InaraError as error:
            self._errands.say(BANNER, error)
        else:
            self._window.clear_banner(BANNER)
        await self._done()
