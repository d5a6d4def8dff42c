"""Sleeping by the wall clock. What the kernel was asked for is read from /proc: no test sets the machine's clock."""

from __future__ import annotations

import asyncio
from contextlib import closing
from math import inf
from pathlib import Path

import pytest

from inara_engine.scheduling.alarm import Alarm

ABSOLUTE_AND_CANCELLED_WHEN_THE_CLOCK_IS_SET = "03"


def asked_of_the_kernel(alarm: Alarm) -> dict[str, str]:
    """What there is to know of its timer."""
    assert alarm._timer is not None
    lines = Path(f"/proc/self/fdinfo/{alarm._timer.file}").read_text().splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


async def test_it_rings_when_the_time_has_come() -> None:
    with closing(Alarm()) as alarm:
        async with asyncio.timeout(60):
            await alarm.sleep(0.01)
            await alarm.sleep(0)  # it has come already


@pytest.mark.parametrize("seconds", [inf, 86_400.0])
async def test_who_sleeps_is_woken_by_a_ring(seconds: float) -> None:
    with closing(Alarm()) as alarm:
        sleeping = asyncio.create_task(alarm.sleep(seconds))
        await asyncio.sleep(0)
        alarm.ring()
        await sleeping
        alarm.ring()
        await alarm.sleep(seconds)  # a ring while nobody sleeps is not lost


async def test_it_follows_the_wall_clock_and_hears_when_that_is_set() -> None:
    with closing(Alarm()) as alarm:
        alarm.ring()
        await alarm.sleep(86_400)
        timer = asked_of_the_kernel(alarm)
        assert (timer["clockid"], timer["settime flags"]) == ("0", ABSOLUTE_AND_CANCELLED_WHEN_THE_CLOCK_IS_SET)
        assert timer["it_value"] != "(0, 0)"


async def test_what_was_set_is_forgotten_once_there_is_nothing_to_wake_for() -> None:
    with closing(Alarm()) as alarm:
        for seconds in (86_400, inf):
            alarm.ring()
            await alarm.sleep(seconds)
        assert asked_of_the_kernel(alarm)["it_value"] == "(0, 0)"
