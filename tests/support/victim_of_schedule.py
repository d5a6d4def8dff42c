"""A process that runs the schedule "morning" and is killed (SIGKILL) right after a transaction of its database.

`python -m tests.support.victim_of_schedule NUMBER` counts them from the run on.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.store.thread import DatabaseThread


def kill_after(number: int) -> None:
    """From here on."""
    transact, transactions = DatabaseThread.transact, count(1)

    def counted(thread: DatabaseThread, work: Callable[..., Any], **options: Any) -> asyncio.Future[Any]:
        written = transact(thread, work, **options)
        if next(transactions) == number:
            written.add_done_callback(lambda _: os.kill(os.getpid(), signal.SIGKILL))
        return written

    DatabaseThread.transact = counted  # type: ignore[method-assign, assignment] # where nobody sees another one


async def main(number: int) -> None:
    engine = await open_engine(find_home(), drive=False)
    kill_after(number)
    await engine.schedule.run("morning")
    await engine.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
