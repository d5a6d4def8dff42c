"""One session on screen: its events, through the presenter, into the transcript."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace

from inara_desktop.presenter import Append, Feed, Operation, Presenter, Remove, Replace
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_desktop.transcript.view import TranscriptView
from inara_engine.events import CaughtUp, Recorded, SessionId
from inara_engine.face import Face

__all__ = ["Conversation"]

SLICE_EVENTS = 100  # replayed between two turns of the event loop


class Conversation:
    """Follows a session until it is cancelled. `on_change` is called after each durable event that is live."""

    def __init__(
        self,
        engine: Face,
        view: TranscriptView,
        session_id: SessionId,
        demo_models: frozenset[str],
        on_change: Callable[[Recorded], None],
    ) -> None:
        self.session_id = session_id
        self.presenter = Presenter(demo_models)
        self._engine = engine
        self._view = view
        self._on_change = on_change
        self._seq = 0  # of the event to go to once the session is there
        self._on_place: Callable[[str], None] | None = None

    def go_to(self, seq: int, then: Callable[[str], None]) -> None:
        """Once the session is read, call `then` with the row that shows this event."""
        self._seq, self._on_place = seq, then

    async def run(self) -> None:
        """Replay what is stored into the view at once, then show what comes."""
        rows: dict[str, Row] | None = {}
        place = ""
        replayed = 0
        async with aclosing(self._engine.follow(self.session_id, 0)) as events:
            async for recorded in events:
                operations = self.presenter.take(recorded)
                if rows is None:
                    for operation in operations:
                        self._show(operation)
                    if recorded.event.durable:
                        self._on_change(recorded)
                    continue
                for operation in operations:
                    _collect(rows, operation)
                    if recorded.seq == self._seq and isinstance(operation, Append | Replace):
                        place = place or operation.row.id
                if isinstance(recorded.event, CaughtUp):
                    self._view.load(list(rows.values()))
                    if self._on_place is not None and place in rows:
                        self._on_place(place)
                    rows = None
                    self._on_change(recorded)
                replayed += 1
                if replayed % SLICE_EVENTS == 0:
                    await asyncio.sleep(0)

    def _show(self, operation: Operation) -> None:
        match operation:
            case Append(row):
                self._view.append(row)
            case Replace(row):
                self._view.replace(row)
            case Remove(row_id):
                self._view.remove(row_id)
            case Feed(row_id, text, thinking):
                self._view.feed(row_id, text, thinking)


def _collect(rows: dict[str, Row], operation: Operation) -> None:
    """The same on plain rows, while the session is being read."""
    match operation:
        case Append(row) | Replace(row):
            rows[row.id] = row
        case Remove(row_id):
            rows.pop(row_id, None)
        case Feed(row_id, text, thinking):
            row = rows.get(row_id)
            if isinstance(row, AnswerRow):
                rows[row_id] = replace(row, text=row.text + text, thinking=row.thinking + thinking)
