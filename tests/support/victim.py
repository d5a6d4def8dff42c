"""A process that is there to be killed: it plays jobs on a stage and says what it was told.

`python -m tests.support.victim` imports everything once and then forks a child for each line on its
standard input: {"folder": …, "kill_after": n | null}. The child writes `pid N`, then `ack SEQ KIND`
after each durable event reached a follower, and `end STATUS`. A child with `kill_after` kills itself
(SIGKILL) right after that many; the other ones wait for their parent to do it.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import traceback
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from functools import partial
from pathlib import Path

from inara_engine.errors import Conflict, NotFound
from inara_engine.jobs import LIVE, Decision
from tests.support.play import Say, Stage, append_line


def script(jobs: int) -> list[Say]:
    """What the model says to each job: two calls, one more, then an answer of many words."""
    return [
        Say("I will write two lines.", [("append_line", {"line": "a"}), ("append_line", {"line": "b"})]),
        Say("And one more.", [("append_line", {"line": "c"})]),
        Say(" ".join(["word"] * 40)),
    ] * jobs


async def play(folder: Path, kill_after: int | None, say: Callable[[str], None]) -> None:
    """Take up what is there, give a task if there is none, answer every question with yes, to the end."""
    round_: list[int] = []
    stage = Stage(folder, [], [append_line(folder / "effects.txt")])
    stage.model.script = _Endless(stage)
    async with stage:
        follower = asyncio.create_task(_acknowledge(stage, kill_after, say, round_))
        await asyncio.sleep(0)
        if not await stage.store.jobs():
            await stage.submit(session="s1")
        status = await _to_the_end(stage)
        say(f"end {status}")
        follower.cancel()
        await asyncio.gather(follower, return_exceptions=True)


class _Endless(list[Say]):
    """The script by what the conversation shows, not by how often this process was asked."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def __len__(self) -> int:
        return 1_000_000

    def __getitem__(self, _: object) -> Say:  # pyright: ignore[reportIncompatibleMethodOverride]
        told = [message for message in self._stage.model.requests[-1].messages if message.role == "tool"]
        return script(1)[{0: 0, 2: 1}.get(len(told), 2)]


async def _acknowledge(stage: Stage, kill_after: int | None, say: Callable[[str], None], seen: list[int]) -> None:
    async with aclosing(stage.jobs.follow(None, LIVE)) as events:
        async for recorded in events:
            if recorded.event.durable:
                say(f"ack {recorded.seq} {recorded.event.kind}")
                seen.append(recorded.seq)
                if len(seen) == kill_after:
                    os.kill(os.getpid(), signal.SIGKILL)


async def _to_the_end(stage: Stage) -> str:
    moves: dict[str, Callable[[], Awaitable[None]]] = {
        "awaiting_confirmation": lambda: _approve(stage),
        "interrupted": lambda: stage.jobs.resume("job-1", "retry"),
    }
    while (status := await stage.until("complete", "error", *moves)) in moves:
        await moves[status]()
        await asyncio.sleep(0)
    return status


async def _approve(stage: Stage) -> None:
    for call in stage.jobs.pending():
        try:
            await stage.jobs.answer(call.call_id, Decision(True, call.digest))
        except (Conflict, NotFound):
            continue


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        if (pid := os.fork()) == 0:
            out = sys.stdout.fileno()
            os.write(out, f"pid {os.getpid()}\n".encode())
            folder = Path(order["folder"])
            folder.mkdir(parents=True, exist_ok=True)
            try:
                asyncio.run(play(folder, order["kill_after"], partial(_write, out)))
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        _write(sys.stdout.fileno(), f"gone {os.waitstatus_to_exitcode(status)}")


def _write(out: int, text: str) -> None:
    os.write(out, f"{text}\n".encode())


if __name__ == "__main__":
    main()
