"""Signing in to a tool server: the person sees where, and their browser opens when they say so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inara_desktop.errands import Errands
from inara_desktop.links import as_opened
from inara_desktop.question import Question
from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.visible import visible
from inara_desktop.window import MainWindow
from inara_engine.errors import InaraError

__all__ = ["SignIn", "sign_in_question"]

BANNER = "signin"
GIVE_UP = "giveUpSignIn:"


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
        window.bannerAction.connect(self._on_banner)

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
        question = sign_in_question(self._appearance, self.above or self._window, server, address)
        question.accepted.connect(self._on_accepted)
        question.rejected.connect(self._on_rejected)
        question.open()

    @Slot()
    def _on_accepted(self) -> None:
        question = self.sender()
        QDesktopServices.openUrl(QUrl(str(question.property("address"))))
        self._errands.start(self._wait(str(question.property("server"))))

    @Slot()
    def _on_rejected(self) -> None:
        self._errands.start(self._give_up(str(self.sender().property("server"))))

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action.startswith(GIVE_UP):
            self._errands.start(self._give_up(action.removeprefix(GIVE_UP)))

    async def _give_up(self, server: str) -> None:
        self._window.clear_banner(BANNER)
        await (await self._errands.engine).mcp.give_up_sign_in(server)

    async def _wait(self, server: str) -> None:
        engine = await self._errands.engine
        text = self.tr("Waiting until you have signed in to {server} in your browser.").format(server=server)
        self._window.show_banner(BannerValue(BANNER, text, "info", self.tr("Give up"), f"{GIVE_UP}{server}"))
        try:
            await engine.mcp.signed_in(server)
        except InaraError as error:
            self._errands.say(BANNER, error)
        else:
            self._window.clear_banner(BANNER)
        await self._done()


def sign_in_question(appearance: Appearance, parent: QWidget, server: str, address: str) -> Question:
    """Whether the browser may open there; the whole address is shown."""
    translate = QCoreApplication.translate
    title = translate("SignIn", "Sign in at {host}?").format(
        host=QUrl(address).host(QUrl.ComponentFormattingOption.FullyEncoded)
    )
    text = translate("SignIn", "{server} asks for it. Your browser opens this page:").format(server=server)
    yes = translate("SignIn", "Open browser")
    question = Question(
        appearance, parent, title, text, yes, detail=as_opened(address) or visible(address), harmless=True
    )
    question.setObjectName("signInDialog")
    question.setProperty("server", server)
    question.setProperty("address", address)
    return question
