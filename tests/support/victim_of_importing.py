"""A process that imports a file and is killed (SIGKILL) once so many of its conversations are there.

`python -m tests.support.victim_of_importing FILE NUMBER`
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import aclosing

from inara_engine.face import LIVE, Engine, open_engine
from inara_engine.home import find_home


async def die_at(engine: Engine, number: int) -> None:
    async with aclosing(engine.follow(None, LIVE, kinds=["import_progressed"])) as events:
        async for recorded in events:
            if recorded.event.kind == "import_progressed" and recorded.event.done >= number:
                os.kill(os.getpid(), signal.SIGKILL)


async def main(file: str, number: int) -> None:
    engine = await open_engine(find_home(), drive=False)
    death = asyncio.create_task(die_at(engine, number))
    await asyncio.sleep(0)  # it follows from here on
    await engine.import_file(file)
    await death


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
