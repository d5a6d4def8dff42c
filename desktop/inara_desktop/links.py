"""Links of the conversation: nothing is opened that the person has not seen whole and said yes to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from inara_desktop.style import Appearance
from inara_desktop.values import BannerValue
from inara_desktop.window import MainWindow

__all__ = ["Links", "as_opened"]

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

        shown = as_opened(target)
        if not shown:
            text = self.tr("Inara does not open {address}.").format(address=visible(target)[:300])
            self._window.show_banner(BannerValue("link", text, "warning"))
            return
        self._link = target
        question = Question(self._appearance, self._window, self.tr("Open this link?"), shown, self.tr("Open"))
        question.accepted.connect(self._open)
        question.open()

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._link))


def as_opened(target: str) -> str:
    """An address as a person has to see it before they agree; "" for one that is not opened.

    A host of letters that look like others, or of a number in disguise, is spelled as the browser takes it, and what
    stands before an "@" can't pass for a host.
    """
    from inara_desktop.visible import visible

    url = QUrl(target)
    web = url.scheme() in {"http", "https"}
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if len(target) > LINK_CHARACTERS or not (web or url.scheme() == "mailto") or (web and (url.userInfo() or not host)):
        return ""
    as_written = not web or target.lower().startswith((f"{url.scheme()}://{host}", f"{url.scheme()}://[{host}]"))
    return visible(target) if as_written else bytes(url.toEncoded().data()).decode()
