"""How each conversation goes on: who answers, with how much of it, with tools or without.

A conversation remembers by its own tasks: the last one says how the next one goes on, until the person chooses
otherwise. A new one begins with the mode that was chosen last, and with the settings' persona and tier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from inara_desktop.errands import Errands
from inara_desktop.said import said
from inara_desktop.tasks import task_of
from inara_desktop.values import Manner, PersonaChoices, PersonaItem
from inara_desktop.window import MainWindow
from inara_engine.errors import NotFound

if TYPE_CHECKING:
    from inara_engine.face import Face, Prompt

__all__ = ["Choosing", "said_so"]


class Choosing(QObject):
    """Serves the window's mode and persona pickers. "" is the conversation that has no id yet."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        super().__init__(window)
        self._window = window
        self._errands = errands
        self._manners: dict[str, Manner] = {}
        self._session = ""
        window.modeChosen.connect(self._on_mode)
        window.header.persona.chosen.connect(self._on_manner)
        window.header.persona.opened.connect(self.renew)

    def show(self, session: str) -> None:
        """A conversation is shown."""
        self._session = session
        self._tell()
        if session and session not in self._manners:
            self._errands.start(self.of(session))

    def name(self, session: str) -> None:
        """The conversation shown got its id."""
        self._manners[session] = self._manner
        if not self._session:
            self._manners.pop("", None)
        self._session = session

    async def of(self, session: str) -> Manner:
        """What holds for a conversation."""
        if session not in self._manners:
            manner = await self._remembered(session)
            self._manners.setdefault(session, manner or self._fresh)
            if session == self._session:
                self._tell()
        return self._manners[session]

    async def read(self) -> None:
        """Who can answer, as the persons' files and the settings are now."""
        part = (await self._errands.engine).persona
        usual = await part.usual()
        items = tuple(
            PersonaItem(
                one.name,
                tuple((each.name, each.tier, each.tokens) for each in one.parts),
                "\n".join(map(said, one.problems)),
                one.usable,
            )
            for one in await part.list()
        )
        self._window.header.persona.set_choices(PersonaChoices(items, usual.persona, usual.tier, usual.most_tier))

    @property
    def _fresh(self) -> Manner:
        return Manner(self._window.mode)

    @property
    def _manner(self) -> Manner:
        return self._manners.get(self._session, self._fresh)

    def _tell(self) -> None:
        self._window.set_manner(self._manner)

    async def _remembered(self, session: str) -> Manner | None:
        engine: Face = await self._errands.engine
        jobs = await engine.jobs(limit=1, session=session)
        try:
            task = await task_of(engine, session, jobs[0].job_id) if jobs else None
        except NotFound:  # it was deleted this very moment
            return None
        return None if task is None else _manner_of(task)

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        wanted = "chat" if mode == "chat" else "agent"
        self._window.mode = wanted  # of the next new conversation too
        self._on_manner(self._manner._replace(mode=wanted))

    @Slot(Manner)
    def _on_manner(self, manner: Manner) -> None:
        self._manners[self._session] = manner
        self._tell()

    @Slot()
    def renew(self) -> None:
        """The settings or files may be others by now."""
        self._errands.start(self.read())


def said_so(manner: Manner) -> dict[str, Any]:
    """A manner as the fields of a task."""
    return {
        "mode": manner.mode,
        "persona": manner.persona,
        "tier": manner.tier,
        "include_long": manner.long,
        "include_mid": manner.mid,
        "include_short": manner.short,
        "local_only": manner.local,
    }


def _manner_of(task: Prompt) -> Manner:
    return Manner(
        *(task.mode, task.persona, task.tier, task.include_long, task.include_mid, task.include_short),
        local=bool(task.local_only),
    )
