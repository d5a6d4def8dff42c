"""What is kept of a session in memory is what its log says, also where both move at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from inara_engine.events import HistoryCompacted, TaskSubmitted
from inara_engine.folding import apply
from inara_engine.jobs.history import Histories, History, Turn
from inara_engine.messages import Message
from inara_engine.state import JobState
from inara_engine.store import Store
from tests.support.loopback import loopback
from tests.support.scripted_server import text_turn

ONE, TWO = TaskSubmitted(text="one"), TaskSubmitted(text="two", local_only=True)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(tmp_path / "inara.db")
    await opened.open()
    yield opened
    await opened.close()


async def test_the_newest_task_of_a_session_is_its_last(store: Store) -> None:
    await store.append("s1", "j1", 0, 1.0, [ONE])
    await store.append("s1", "j2", 0, 2.0, [TWO])
    histories = Histories(store)
    assert await histories.last_task("s1") == TWO
    assert await histories.last_task("never seen") is None


async def test_what_happens_while_a_session_is_read_is_not_missed(store: Store) -> None:
    await store.append("s1", "j1", 0, 1.0, [ONE])
    histories = Histories(store)
    read = [asyncio.ensure_future(histories.last_task("s1")) for _ in range(2)]  # two ask for it at once
    await asyncio.sleep(0)
    histories.update("s1", "j2", apply(JobState(), TWO))
    assert await asyncio.gather(*read) == [TWO, TWO]
    assert await histories.last_task("s1") == TWO


def test_a_summary_of_turns_that_are_not_there_hides_none_of_those_that_are() -> None:
    """A damaged row may take away the turn that a summary ends with: then all is told that is left."""
    turns = (Turn("j2", (Message("user", "two"), Message("assistant", "2."))),)
    history = History(turns, compacted=HistoryCompacted(through="j1", summary="They counted."))
    assert history.messages() == turns[0].messages


async def test_a_session_that_was_followed_before_its_first_task_remembers_what_was_said() -> None:
    """As the window does it: what is found empty then is not read again, however it begins and goes on."""
    async with loopback(*[text_turn(f"answer {n}.") for n in range(3)]) as api:
        await api.ended(await api.job("something else"))  # the log is not empty
        async with aclosing(api.engine.follow("s", 0)) as before, aclosing(api.engine.follow("s", 0)) as late:
            await anext(before)
            await api.ended(await api.job("one", session_id="s"))
            await anext(late)
            await api.ended(await api.job("two", session_id="s"))
        told = [message["content"] for message in api.model.requests[-1].json["messages"][1:]]
        assert told == ["one", "answer 1.", "two"]
