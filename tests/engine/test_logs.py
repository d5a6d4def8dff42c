"""The log file helps to find a fault and quotes nobody: what an exception says may be what a person said."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from inara_engine.cli.log import logging_to
from inara_engine.events import decode

CANARY = "canary-0451"


def unread() -> None:
    decode(json.dumps({"kind": "task_submitted", "text": 5, "images": CANARY}))


def caused() -> None:
    try:
        int(CANARY)
    except ValueError as error:
        raise RuntimeError(f"while reading {CANARY}") from error


def in_the_middle() -> None:
    try:
        {}[CANARY]
    except KeyError:
        Path(f"/nowhere/{CANARY}").read_text()


def together() -> None:
    raise ExceptionGroup(CANARY, [ValueError(CANARY), KeyError(CANARY)])


@pytest.mark.parametrize("fault", [unread, caused, in_the_middle, together])
def test_a_fault_is_told_by_its_kind_and_its_place_alone(tmp_path: Path, fault: Callable[[], None]) -> None:
    log = tmp_path / "inara.log"
    with logging_to(log):
        try:
            fault()
        except Exception as error:
            kind = type(error).__name__
            logging.getLogger("inara_engine.test").exception("the tool %s failed", "read_file")
    written = log.read_text()
    assert "the tool read_file failed" in written
    assert kind in written
    assert f"in {fault.__name__}" in written
    assert CANARY not in written


def test_what_led_to_a_fault_is_told_before_it(tmp_path: Path) -> None:
    log = tmp_path / "inara.log"
    with logging_to(log):
        try:
            in_the_middle()
        except OSError:
            logging.getLogger("inara_engine.test").exception("a fault")
    written = log.read_text()
    assert written.index("builtins.KeyError") < written.index("which led to") < written.index("FileNotFoundError 2")


def test_a_task_that_nobody_waited_for_is_told_without_its_words(tmp_path: Path) -> None:
    async def failing() -> None:
        caused()

    log = tmp_path / "inara.log"
    loop = asyncio.new_event_loop()
    task = loop.create_task(failing())
    loop.run_until_complete(asyncio.wait([task]))
    with logging_to(log):
        loop.default_exception_handler(
            {"message": "Task exception was never retrieved", "exception": task.exception(), "future": task}
        )
    loop.close()
    written = log.read_text()
    assert "Task exception was never retrieved" in written
    assert "in caused" in written
    assert CANARY not in written
