"""Several processes approve the same questions at the same moment: each effect happens once (NOTES-security P3).

`python -m tests.security.test_consent_race SOCKET JOB CALLS` is one of them: it answers every call of the job.
"""

from __future__ import annotations

import asyncio
import sys
from collections import Counter
from pathlib import Path

from inara_engine.errors import Conflict, NotFound
from inara_engine.face import Decision
from inara_engine.home import find_home
from inara_engine.remote import RemoteEngine, SocketServer
from tests.support.loopback import loopback
from tests.support.scripted_server import call, calls_turn, text_turn

PROCESSES = 4
CALLS = 15
ROUNDS = 5  # with 20, for 300 questions, it takes four times as long


async def test_what_four_processes_approve_at_once_runs_once() -> None:
    turns = [
        calls_turn(*(call("run_command", {"command": f"echo {n}.{k} >> done"}, f"c{k}") for k in range(CALLS)))
        for n in range(ROUNDS)
    ]
    async with loopback(*turns, text_turn("Done."), max_rounds=ROUNDS + 5) as api:
        server = SocketServer(api.engine, find_home().socket, lambda _: None)
        await server.start()
        try:
            job = await api.job("do it all")
            given = [job, str(ROUNDS * CALLS)]
            processes = [
                await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "tests.security.test_consent_race", str(find_home().socket), *given,
                    stdout=asyncio.subprocess.PIPE,
                )
                for _ in range(PROCESSES)
            ]  # fmt: skip
            async with asyncio.timeout(120):
                said = [(await process.communicate())[0] for process in processes]
            report = await api.ended(job)
            accepted = [int(one) for one in said]
            assert sum(accepted) == ROUNDS * CALLS
            assert sum(map(bool, accepted)) > 1, "one process answered them all: it was no race"
            assert {one["outcome"] for one in report["tool_calls"]} == {"ok"}
            lines = Counter((api.work / "done").read_text().split())
            assert lines == Counter(f"{n}.{k}" for n in range(ROUNDS) for k in range(CALLS))
        finally:
            await server.close()


async def _approve_all(socket: Path, job: str, calls: int) -> int:
    """Answer until that many calls have been answered by anybody; how many of the answers counted."""
    engine = await RemoteEngine.connect(socket)
    assert engine is not None
    counted = 0
    answered: set[str] = set()

    async def approve(call_id: str, digest: str) -> bool:
        try:
            await engine.answer(call_id, Decision(approved=True, digest=digest, by="terminal"))
        except (Conflict, NotFound):
            return False
        return True

    while len(answered) < calls:
        asked = [one for one in await engine.pending() if one.job_id == job]
        counted += sum(await asyncio.gather(*(approve(one.call_id, one.digest) for one in asked)))
        answered |= {one.call_id for one in asked}
        if not asked and (await engine.job(job))["completed_at"] is not None:
            break
    await engine.close()
    return counted


if __name__ == "__main__":
    print(asyncio.run(_approve_all(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
