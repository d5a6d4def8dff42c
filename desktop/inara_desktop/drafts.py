"""What is typed and not sent, kept for each session: over switching, over an end, over a crash.

What is attached stays with its session as well, as long as Inara runs. Sessions off the record have theirs in memory
only: nothing of it is given to `save`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from inara_desktop.composer import together
from inara_desktop.draft_file import Kept
from inara_desktop.values import Draft
from inara_desktop.window import MainWindow

__all__ = ["Drafts"]

SAVE_AFTER_MS = 500  # of typing or of a pause in it, whichever comes first: a crash costs the last half second
MOST = 200  # sessions with a draft that are saved, those typed in last
LONGEST = 1_000_000  # characters of a draft that is saved


class Drafts(QObject):
    """Listens to the window's composer. "" is the session that has no name yet.

    `save` gets all drafts, oldest first, and must not block; it is called at most twice a second.
    `on_record` says of a session whether anything of it may be written.
    """

    def __init__(self, window: MainWindow, save: Callable[[Kept], None], on_record: Callable[[str], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._save = save
        self._on_record = on_record
        self._texts: dict[str, str] = {}
        self._attached: dict[str, tuple[QWidget, ...]] = {}  # of the sessions that aren't shown
        self._session = ""
        self._unborn = False  # it has a name, but nothing was said in it yet: what is typed is still a new one's
        self._pasted: set[str] = set()  # the sessions in whose draft something was not typed there
        self._unknown: set[str] = set()  # those of them that were kept by another run and not shown yet
        self._saved = Kept()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVE_AFTER_MS)
        self._soon.timeout.connect(self.save_now)
        window.draftChanged.connect(self._on_changed)

    def restore(self, saved: Kept) -> None:
        """Take over what was saved before. What has been typed meanwhile is newer and stays."""
        self._take()
        self._unknown = set(saved.pasted - self._texts.keys())
        self._pasted |= self._unknown
        self._texts = {**saved.texts, **self._texts}
        self._saved = saved
        if not self._window.draft():
            self._put()

    def show(self, session: str) -> None:
        """Another session is shown: keep what is typed with the old one, bring back what was with this one."""
        if session == self._session:
            return
        self._take()
        composer = self._window.composer
        if chips := composer.put_attachments_aside():
            self._attached[self._key] = chips
        self._session, self._unborn = session, False
        self._put()
        composer.bring_attachments_back(self._attached.pop(session, ()))

    def name(self, session: str) -> None:
        """The session shown got its name: what is being typed belongs to it, once something was said in it."""
        before, self._session = self._session, session
        self._unborn = self._on_record(session)
        if not self._unborn:
            self._move(before)

    def begun(self) -> None:
        """Something was said in the session shown."""
        if self._unborn:
            self._unborn = False
            self._move("")

    @Slot(str, Draft)
    def give_back(self, session: str, draft: Draft) -> None:
        """What could not be sent in a session: above what is typed there since, wherever the person is by now."""
        composer = self._window.composer
        if session in {self._session, self._key}:
            composer.give_back(draft)
            return
        self._texts[session] = together(draft.text, self._texts.get(session, ""))
        if draft.pasted:
            self._pasted.add(session)
        if draft.attachments:
            self._attached[session] = (*composer.keep_aside(draft.attachments), *self._attached.get(session, ()))
        self._on_changed()

    def forget(self, session: str) -> None:
        """The session was deleted, and its draft with it."""
        for chip in self._attached.pop(session, ()):
            self._window.composer.withdraw(chip)
        self._pasted.discard(session)
        if self._texts.pop(session, None) is not None:
            self._soon.start()

    @Slot()
    def save_now(self) -> None:
        """Give `save` what there is, if anything is new."""
        self._soon.stop()
        self._take()
        texts = {
            session: text
            for session, text in list(self._texts.items())[-MOST:]
            if len(text) <= LONGEST and self._on_record(session)
        }
        kept = Kept(texts, frozenset(self._pasted & texts.keys()))
        if kept != self._saved:
            self._saved = kept
            self._save(kept)

    @Slot()
    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @property
    def _key(self) -> str:
        return "" if self._unborn else self._session

    def _move(self, before: str) -> None:
        """What was another session's is that of the one shown."""
        self._texts.pop(before, None)
        self._pasted.discard(before)
        self._take()
        self._soon.start()

    def _take(self) -> None:
        text = self._window.composer.unsent()
        before = self._texts.pop(self._key, None)
        self._pasted.discard(self._key)
        if text.strip():
            self._texts[self._key] = text  # typed in last: at the end
            if self._window.composer.editor.pastes.within(text):
                self._pasted.add(self._key)
        if text != (before or ""):
            self._on_changed()

    def _put(self) -> None:
        text = self._texts.get(self._session, "")
        if self._session in self._unknown:
            self._unknown.discard(self._session)
            self._window.composer.editor.pastes.add(text)
        self._window.set_draft(text)  # always: undo must not lead into another session's
