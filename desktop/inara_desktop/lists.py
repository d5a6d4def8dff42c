"""What stands beside the conversation: sessions, what waits for the person, and the models."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Literal

from inara_desktop.errands import Errands
from inara_desktop.values import DEMO_BADGE, ModelItem, PendingItem, SessionItem, StatusHint
from inara_desktop.window import MainWindow

if TYPE_CHECKING:
    from inara_engine.face import ModelSummary, PendingCall, SessionSummary

__all__ = ["Lists"]

REFRESH_AFTER_S = 0.1  # lists are read again this long after an event, once for all that came meanwhile
_STATES: dict[str, Literal["idle", "running", "waiting"]] = {"": "idle", "running": "running", "waiting": "waiting"}


class Lists:
    """Reads the lists from the engine and gives them to the window, again whenever something has happened."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        self._window = window
        self._errands = errands
        self._query = ""
        self._due = False
        self.titles: dict[str, str] = {}
        self.models: list[ModelSummary] = []

    @property
    def demo_models(self) -> frozenset[str]:
        """Ids of the models whose answers are a script's."""
        return frozenset(model.id for model in self.models if model.provider == "demo")

    def search(self, query: str) -> None:
        """Show the sessions in which these words occur; all of them for ""."""
        self._query = query
        self.refresh_soon()

    def refresh_soon(self) -> None:
        """Read the lists again in a moment."""
        if not self._due:
            self._due = True
            self._errands.start(self._refresh())

    async def follow(self) -> None:
        """Keep the lists true until the engine closes."""
        from inara_engine.face import LIVE

        engine = await self._errands.engine
        async for _ in engine.follow(None, LIVE):
            self.refresh_soon()

    async def read(self) -> None:
        """Sessions and what waits."""
        engine = await self._errands.engine
        sessions = await engine.sessions(self._query)
        if not self._query:
            self.titles = {session.id: session.title for session in sessions}
        self._window.set_sessions([_session(session) for session in sessions])
        self._window.set_pending([self._pending(call) for call in await engine.pending()])

    async def read_models(self) -> None:
        """The models, the one chosen, and where a prompt goes."""
        self.models = await (await self._errands.engine).models()
        items = {model.id: _model(model) for model in self.models}
        current = items[next((model.id for model in self.models if model.chosen), self.models[0].id)]
        self._window.set_models(list(items.values()), current.id)
        badge = DEMO_BADGE if current.where == "demo" else ""
        self._window.set_status_hint(StatusHint(current.label, current.where, badge))

    async def _refresh(self) -> None:
        await asyncio.sleep(REFRESH_AFTER_S)
        self._due = False
        await self.read()

    def _pending(self, call: PendingCall) -> PendingItem:
        title = self.titles.get(call.session_id, "")
        return PendingItem(call.call_id, call.session_id, title, call.action.summary, int(call.action.risk))


def _session(session: SessionSummary) -> SessionItem:
    return SessionItem(session.id, session.title, session.updated_at, _STATES[session.status])


def _model(model: ModelSummary) -> ModelItem:
    where = "demo" if model.provider == "demo" else "local" if model.local else "cloud"
    return ModelItem(model.id, model.label, where)
