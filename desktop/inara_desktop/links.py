"""Links of the conversation: nothing is opened that the person has not seen whole and said yes to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow

__all__ = ["Links"]

LINK_CHARACTERS = 2000  # more could not be shown whole


class Links(QObject):
    """Asks before it opens."""

    def __init__(self, window: MainWindow, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._link = ""

    @Slot(str)
    def ask(self, target: str) -> None:
        """Show where a link leads, and open it if the person says so."""
        from inara_desktop.question import Question
        from inara_desktop.visible import visible

        if QUrl(target).scheme() not in {"http", "https", "mailto"} or len(target) > LINK_CHARACTERS:
            text = self.tr("Inara does not open {address}.").format(address=visible(target)[:300])
            self._window.show_banner(BannerValue("link", text, "warning"))
            return
        self._link = target
        question = Question(
            self._appearance, self._window, self.tr("Open this link?"), visible(target), self.tr("Open")
        )
        question.accepted.connect(self._open)
        question.open()

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._link))
