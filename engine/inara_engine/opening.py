"""The composition root: `open_engine` makes each part of the engine and hands it what it needs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial

from inara_engine import backups, half_imports, restoring
from inara_engine.boards import Board, Boards
from inara_engine.connections import Connections
from inara_engine.engine import Engine, Parts
from inara_engine.errors import UserError
from inara_engine.forgetting import Forgetting
from inara_engine.ground import Ground
from inara_engine.home import Home, Lock
from inara_engine.ids import new_id
from inara_engine.jobs import Jobs
from inara_engine.models import Models
from inara_engine.personas import Personas
from inara_engine.plan import Plan
from inara_engine.porting import KeptConversations, PersonsSchedules
from inara_engine.rules import Rules
from inara_engine.secrets import Secrets
from inara_engine.settings import SettingsFile
from inara_engine.settings.watching import FileWatcher
from inara_engine.store import Store
from inara_engine.tidying import prune_copies
from inara_engine.tools.half_written import sweep
from inara_engine.tools.ports import Desktop, Ports
from inara_engine.tools.undo import forget_off_record

__all__ = ["AlreadyOpen", "open_engine"]


class AlreadyOpen(UserError):
    """Another process has this data directory open; go through its socket."""


async def open_engine(
    home: Home,
    *,
    drive: bool = True,
    clock: Callable[[], float] = time.time,
    desktop: Desktop | None = None,
    watcher: FileWatcher | None = None,
    language: str = "en",
) -> Engine:
    """Put the engine together and take up the jobs of the last run (without `drive` only look after those that wait).

    With `drive` it stays: schedules run, and edits of the settings file count. `clock` gives Unix seconds.
    `desktop` is what a window offers to tools; `watcher` hears of edits, where one needs not look for them.
    `language` is what the script of the demo speaks ("de"), where it is written in it.

    Raises: AlreadyOpen where another process has the data directory; StorageError; UserError.
    """
    await asyncio.to_thread(home.ensure)
    lock = Lock(home.lock_file)
    if not await asyncio.to_thread(lock.acquire):
        raise AlreadyOpen("Inara is running already with this data.", next_step="Use that window, or end it first.")
    try:
        await asyncio.to_thread(lock.say, "opening")
        await asyncio.to_thread(restoring.put_back, home, clock())
    except BaseException:
        lock.release()
        raise
    store = Store(home.database, home.backups)
    try:
        engine = await _put_together(home, lock, store, clock, desktop, watcher, language, drive=drive)
        await asyncio.to_thread(lock.say, "")
    except BaseException:
        await store.close()
        lock.release()
        raise
    return engine


async def _put_together(
    home: Home,
    lock: Lock,
    store: Store,
    clock: Callable[[], float],
    desktop: Desktop | None,
    watcher: FileWatcher | None,
    language: str,
    *,
    drive: bool,
) -> Engine:
    now = partial(_local_time, clock)
    file = SettingsFile(home.config_file)
    loaded = await asyncio.to_thread(file.load)
    await store.open()
    secrets = Secrets()
    connections = Connections(clock)
    models = Models(loaded.settings, secrets, connections, language)
    ground = await asyncio.to_thread(Ground.survey, home, loaded.settings, clock, connections.note)
    await asyncio.to_thread(_tidy, home, clock())
    personas = Personas(home)
    rules = await Rules.of(store, lambda: models.settings, clock)
    plan = Plan(models, personas, ground, clock, now, rules.remembered)
    jobs = Jobs(store, plan, clock, new_id, await store.last_seq(), rules.made, Forgetting(personas))
    boards = Boards(Board(store, jobs), plan, clock, new_id, partial(forget_off_record, home.undo))
    parts = Parts(home, lock, boards, plan, personas, models, secrets, file, clock, now, rules, connections, watcher)
    engine = Engine(parts, loaded)
    plan.reach_through(Ports(desktop, KeptConversations(store), PersonsSchedules(engine.schedule), secrets.resolve))
    plan.offering.add(engine.mcp.offers)
    await engine.mcp.start(stays=drive)
    await jobs.take_up(drive=drive)
    await half_imports.take_back_half(home.data, boards.kept)
    if drive:
        engine.keep_time()
    return engine


def _tidy(home: Home, now: float) -> None:
    """Take away what is of no use any more, and what a run that was killed left behind. Blocks."""
    sweep(home.undo)
    backups.sweep(home)
    prune_copies(home, now)
    forget_off_record(home.undo)


def _local_time(clock: Callable[[], float]) -> datetime:
    return datetime.fromtimestamp(clock()).astimezone()
