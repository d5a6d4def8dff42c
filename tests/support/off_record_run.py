"""A child process that talks off the record; its parent looks at what that left. Arguments: how it ends.

`python -m tests.support.off_record_run quit|crash` with INARA_HOME set and a model in config.toml.
The prompt holds the word in $CANARY; a tool is called, the session gets a title, and it is searched.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import aclosing

from inara_engine.events import JobFinished
from inara_engine.face import LIVE, Prompt, open_engine
from inara_engine.home import find_home


async def talk(end: str) -> None:
    canary = os.environ["CANARY"]
    engine = await open_engine(find_home())
    kept = await engine.submit(Prompt(text="on the record"))
    first = await engine.submit(Prompt(text=f"[[list]] and never tell of {canary}", off_record=True))
    session = next(job.session_id for job in await engine.jobs() if job.job_id == first)
    ended: set[str] = set()
    async with asyncio.timeout(120), aclosing(engine.follow(None, LIVE)) as events:
        async for recorded in events:
            if isinstance(recorded.event, JobFinished):
                ended.add(recorded.job_id)
            if {kept, first} <= ended:
                break
    assert (await engine.job(first))["tool_calls"]
    assert [found.id for found in await engine.sessions(canary)] == [session]
    print("said", (await engine.job(first))["status"], flush=True)
    if end == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    await engine.close()


if __name__ == "__main__":
    asyncio.run(talk(sys.argv[1]))
