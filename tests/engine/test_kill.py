"""The app is killed (SIGKILL, a real process): nothing it told anybody is lost, nothing happens twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from inara_engine.folding import fold
from inara_engine.store import Store

KILLS = 100
DECISIONS = ("confirmation_requested", "confirmation_answered", "tool_started")


@dataclass
class Run:
    """What one victim said before it was gone."""

    acknowledged: list[int] = field(default_factory=list)
    end: str = ""
    exit: int = 0


class Victims:
    """Starts victims one after another from a process that has everything imported."""

    def __init__(self) -> None:
        root = Path(__file__).parents[2]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.victim"],
            cwd=root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, folder: Path, *, kill_after: int | None = None, kill_after_s: float | None = None) -> Run:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"folder": str(folder), "kill_after": kill_after}) + "\n")
        self._process.stdin.flush()
        pid = int(self._process.stdout.readline().split()[1])
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:  # it had reached its end
                pass
        run = Run()
        for line in self._process.stdout:
            word, value, *_ = line.split()
            if word == "ack":
                run.acknowledged.append(int(value))
            elif word == "end":
                run.end = value
            elif word == "gone":
                run.exit = int(value)
                return run
        raise AssertionError("the victim's parent ended")

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


@pytest.fixture(scope="module")
def victims() -> Iterator[Victims]:
    started = Victims()
    yield started
    started.close()


async def check(folder: Path, acknowledged: list[int]) -> None:
    """All that was acknowledged is there, the job is complete, and every line was written at most once."""
    store = Store(folder / "inara.db")
    await store.open()
    try:
        rows = await store.job_events("job-1")
        stored = {row.seq for row in [*rows, *await store.events("s1")]}
        assert set(acknowledged) <= stored
        state = fold(row.event for row in rows)  # type: ignore[misc] # rows of the log are durable events
        assert state.status == "complete"
        assert store.damaged == 0
        chain = await store.decisions.verify()
        kinds = Counter(row.event.kind for row in rows)
        assert (chain.problem, chain.decisions) == ("", sum(kinds[kind] for kind in DECISIONS))
        lines = Counter((folder / "effects.txt").read_text().split() if (folder / "effects.txt").exists() else [])
        assert all(times == 1 for times in lines.values()), lines
        for call in state.calls:
            if call.outcome == "ok":
                assert lines[str(call.call.arguments["line"])] == 1
            else:
                assert call.outcome == "unknown"  # cut in its middle: said so, not repeated
    finally:
        await store.close()


async def test_killed_after_each_durable_event_in_turn(victims: Victims, tmp_path: Path) -> None:
    whole = victims.run(tmp_path / "whole")
    assert whole.end == "complete"
    for n in range(1, len(whole.acknowledged) + 1):
        folder = tmp_path / f"after-{n}"
        killed = victims.run(folder, kill_after=n)
        assert killed.exit == -signal.SIGKILL
        resumed = victims.run(folder)
        assert resumed.end == "complete", f"after event {n}"
        await check(folder, killed.acknowledged + resumed.acknowledged)


async def test_killed_at_random_times(victims: Victims, tmp_path: Path) -> None:
    """At least 100 kills, each anywhere in a run's life, several in the life of one job."""
    chance = random.Random(20261122)
    kills = 0
    job = 0
    while kills < KILLS:
        job += 1
        folder = tmp_path / f"job-{job}"
        acknowledged: list[int] = []
        for _ in range(chance.randint(1, 6)):
            run = victims.run(folder, kill_after_s=chance.uniform(0.0, 0.12))
            acknowledged += run.acknowledged
            kills += run.exit == -signal.SIGKILL
            if run.end:
                break
        last = victims.run(folder)
        assert last.end == "complete"
        await check(folder, acknowledged + last.acknowledged)
