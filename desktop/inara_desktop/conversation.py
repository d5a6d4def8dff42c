"""One session on screen: its events, through the presenter, into the transcript."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import replace

from inara_desktop.operations import Append, Feed, Operation, Remove, Replace, Show
from inara_desktop.presenter import Presenter
from inara_desktop.transcript.rows import AnswerRow, Row
from inara_desktop.transcript.view import TranscriptView
from inara_engine.events import CaughtUp, Recorded, SessionId, TaskSubmitted
from inara_engine.face import Face

__all__ = ["Conversation"]

SLICE_EVENTS = 50  # replayed between two turns of the event loop
SLICE_ROWS = 100  # put above the others between two turns
REST_AFTER_S = 0.1  # the end is painted first


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
        self._demo_models = demo_models
        self.presenter = Presenter(demo_models)
        self.whole = False  # until then the presenter knows the last tasks only, not what they follow
        self._read = asyncio.Event()  # whole, or as much of it as ever will be
        self._previewed = False
        self._loads = 0  # how often all rows were others: another branch was gone to
        self._engine = engine
        self._view = view
        self._on_change = on_change
        self._seq = 0  # of the event to go to once the session is there
        self._on_place: Callable[[str], None] | None = None

    def go_to(self, seq: int, then: Callable[[str], None]) -> None:
        """Once the session is read, call `then` with the row that shows this event, on whichever branch it is."""
        self._seq, self._on_place = seq, then

    async def read(self) -> bool:
        """Wait until all of it is read; False where it was left, or failed, before that."""
        await self._read.wait()
        return self.whole

    async def run(self) -> None:
        """Show the end of what is stored at once and the rest above it a little later, then what comes."""
        end: asyncio.Task[bool] | None = None
        try:
            if self._on_place is None and (after := await self._engine.shelf.tail(self.session_id)):
                shown = asyncio.Event()
                end = asyncio.create_task(self._follow_end(after, shown))
                end.add_done_callback(lambda _: shown.set())
                await shown.wait()
                await asyncio.sleep(REST_AFTER_S)
            await self._follow_all(end)
        finally:
            self._read.set()
            if end is not None:
                end.cancel()
                await asyncio.gather(end, return_exceptions=True)

    async def _follow_all(self, end: asyncio.Task[bool] | None) -> None:
        presenter = Presenter(self._demo_models) if end is not None else self.presenter
        rows: dict[str, Row] | None = {}
        place = job = ""  # of the event to go to
        replayed = 0
        async with aclosing(self._engine.follow(self.session_id, 0)) as events:
            async for recorded in events:
                operations = presenter.take(recorded)
                if rows is None:
                    self._show_live(recorded, operations)
                    continue
                if recorded.seq == self._seq:
                    job = recorded.job_id
                for operation in operations:
                    _collect(rows, operation)
                    if recorded.seq == self._seq and isinstance(operation, Append | Replace):
                        place = place or operation.row.id
                if isinstance(recorded.event, CaughtUp):
                    if end is not None:
                        end.cancel()
                        await asyncio.gather(end, return_exceptions=True)
                    if self._loads:
                        job = job or self.presenter.tip
                    self.presenter = presenter
                    self.whole = True
                    self._read.set()
                    for operation in presenter.show(job) if job else ():
                        _collect(rows, operation)
                    await self._fill(rows)
                    if self._on_place is not None and (place := place if place in rows else f"{job}/task") in rows:
                        self._on_place(place)
                    rows = None
                    self._on_change(recorded)
                replayed += 1
                if replayed % SLICE_EVENTS == 0:
                    await asyncio.sleep(0)

    async def _follow_end(self, after: int, shown: asyncio.Event) -> bool:
        """The last tasks, until the whole is there; False where they are on a branch that begins before them."""
        listed = await self._engine.shelf.rows([self.session_id])
        self.presenter.title = listed[0].title if listed else ""
        rows: dict[str, Row] = {}
        jobs: set[str] = set()
        async with aclosing(self._engine.follow(self.session_id, after)) as events:
            async for recorded in events:
                match recorded.event:
                    case TaskSubmitted(follows=follows):
                        if follows is not None and follows not in jobs:
                            return False
                        jobs.add(recorded.job_id)
                    case CaughtUp():
                        self._view.load(list(rows.values()))
                        self._previewed = True
                        shown.set()
                        self._on_change(recorded)
                    case _ if recorded.job_id and recorded.job_id not in jobs:
                        continue  # of a task before them
                    case _:
                        pass
                operations = self.presenter.take(recorded)
                if shown.is_set():
                    self._show_live(recorded, operations)
                else:
                    for operation in operations:
                        _collect(rows, operation)
        return True

    async def _fill(self, known: dict[str, Row]) -> None:
        """All rows, above and instead of those that are shown already."""
        rows = list(known.values())
        shown = {row.id: row for row in self._view.rows()} if self._previewed else {}
        first = _first_of(shown.keys() & known.keys(), rows)
        if first == len(rows):
            self._view.load(rows)
            return
        kept = {row.id for row in rows[first:]}
        for row_id in shown.keys() - kept:
            self._view.remove(row_id)
        for row in rows[first:]:
            if row.id not in shown:
                self._view.append(row)
            elif shown[row.id] != row:
                self._view.replace(row)
        loads = self._loads
        for start in range(first, 0, -SLICE_ROWS):
            self._view.prepend(rows[max(0, start - SLICE_ROWS) : start])
            await asyncio.sleep(0)
            if self._loads != loads:
                return

    def _show_live(self, recorded: Recorded, operations: Iterable[Operation]) -> None:
        for operation in operations:
            self._show(operation)
        if recorded.event.durable:
            self._on_change(recorded)

    def go_to_end(self) -> None:
        """Show what is said from here on, wherever one was reading."""
        self._view.jump_to_latest()

    def step(self, row_id: str, by: int) -> None:
        """Show the branch of the message that stands `by` places beside this one."""
        for operation in self.presenter.step(self.presenter.job_of(row_id), by):
            self._show(operation)

    def row(self, row_id: str) -> Row | None:
        """A row as it is on screen."""
        return self._view.row(row_id)

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
            case Show(rows, at):
                self._loads += 1
                self._view.load(rows)
                self._view.scroll_to_row(at)


def _first_of(ids: set[str], rows: Sequence[Row]) -> int:
    """Where the first of these rows stands, looked for from the end, near which they are; behind all without any."""
    first = len(rows)
    while ids:
        first -= 1
        ids.discard(rows[first].id)
    return first


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
        case Show(shown):
            rows.clear()
            rows.update((row.id, row) for row in shown)
