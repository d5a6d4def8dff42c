"""A session on screen: its end at once, the rest above it, and what comes, each message once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inara_desktop.conversation import Conversation
from inara_desktop.transcript.rows import AnswerRow, UserRow
from inara_desktop.transcript.view import TranscriptView
from inara_engine.events import Recorded
from inara_engine.face import Engine, Prompt, open_engine
from inara_engine.home import find_home
from tests.support.scripted_server import ScriptedServer, text_turn
from tests.support.terminal import configure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so


@pytest.fixture
async def engine(home: Path) -> AsyncIterator[Engine]:
    async with ScriptedServer([text_turn("The newest answer."), text_turn("On the branch.")]) as server:
        configure(home, server.base_url)
        engine = await open_engine(find_home())
        yield engine
        await engine.close()


async def imported(engine: Engine, messages: int) -> tuple[str, list[str]]:
    texts = [f"message {n}" for n in range(messages)]
    said = [{"role": "assistant" if n % 2 else "user", "content": text} for n, text in enumerate(texts)]
    return await engine.import_session(json.dumps({"title": "Long", "messages": said})), texts


def texts_of(view: TranscriptView) -> list[str]:
    return [row.text for row in view.rows() if isinstance(row, UserRow | AnswerRow)]


async def until(view: TranscriptView, texts: list[str]) -> None:
    async with asyncio.timeout(10):
        while texts_of(view) != texts:
            await asyncio.sleep(0.01)


async def answered(engine: Engine, prompt: Prompt, session: str) -> None:
    """Give a task and wait for its answer."""
    job = await engine.submit(prompt, session)
    async with asyncio.timeout(10):
        while (await engine.job(job))["status"] != "complete":
            await asyncio.sleep(0.01)


async def test_a_long_conversation_shows_its_end_first_then_all_and_goes_on(engine: Engine, qtbot: QtBot) -> None:
    session, texts = await imported(engine, 400)
    view = TranscriptView()
    qtbot.addWidget(view)
    seen: list[tuple[list[str], str]] = []

    def on_change(_: Recorded) -> None:
        seen.append((texts_of(view), conversation.presenter.title))

    conversation = Conversation(engine, view, session, frozenset(), on_change)
    showing = asyncio.create_task(conversation.run())
    await until(view, texts)
    assert seen[0] == (texts[-60:], "Long")
    await engine.submit(Prompt(text="And now?"), session)
    await until(view, [*texts, "And now?", "The newest answer."])
    showing.cancel()


async def test_what_comes_while_the_rest_is_read_is_there_once(engine: Engine, qtbot: QtBot) -> None:
    session, texts = await imported(engine, 400)
    view = TranscriptView()
    qtbot.addWidget(view)
    first = asyncio.Event()
    conversation = Conversation(engine, view, session, frozenset(), lambda _: first.set())
    showing = asyncio.create_task(conversation.run())
    await first.wait()
    await engine.submit(Prompt(text="And now?"), session)
    await until(view, [*texts, "And now?", "The newest answer."])
    showing.cancel()


async def test_a_branch_that_leaves_the_conversation_early_is_shown_alone(engine: Engine, qtbot: QtBot) -> None:
    session, texts = await imported(engine, 400)
    jobs = [job.job_id for job in reversed(await engine.jobs(1000, session=session))]
    await answered(engine, Prompt(text="Instead", follows=jobs[1]), session)
    view = TranscriptView()
    qtbot.addWidget(view)
    conversation = Conversation(engine, view, session, frozenset(), lambda _: None)
    showing = asyncio.create_task(conversation.run())
    await until(view, [*texts[:4], "Instead", "The newest answer."])
    showing.cancel()


async def test_what_a_message_follows_is_known_once_all_is_read(engine: Engine, qtbot: QtBot) -> None:
    session, texts = await imported(engine, 400)
    jobs = [job.job_id for job in reversed(await engine.jobs(1000, session=session))]
    view = TranscriptView()
    qtbot.addWidget(view)
    conversation = Conversation(engine, view, session, frozenset(), lambda _: None)
    showing = asyncio.create_task(conversation.run())
    await until(view, texts[-60:])
    topmost = conversation.presenter.job_of(view.rows()[0].id)
    assert not conversation.whole
    assert await asyncio.wait_for(conversation.read(), 10)
    assert conversation.presenter.follows(topmost) == jobs[jobs.index(topmost) - 1]
    showing.cancel()


async def test_a_place_that_was_found_is_shown_on_whichever_branch_it_is(engine: Engine, qtbot: QtBot) -> None:
    """A search finds every version of a message; to open what it found is to see it."""
    session, texts = await imported(engine, 6)
    jobs = [job.job_id for job in reversed(await engine.jobs(1000, session=session))]
    await answered(engine, Prompt(text="Instead", follows=jobs[0]), session)
    found, *_ = await engine.search("message 4")
    view = TranscriptView()
    qtbot.addWidget(view)
    shown = asyncio.get_running_loop().create_future()
    conversation = Conversation(engine, view, session, frozenset(), lambda _: None)
    conversation.go_to(found.seq, shown.set_result)
    showing = asyncio.create_task(conversation.run())
    row = view.row(await asyncio.wait_for(shown, 10))
    assert isinstance(row, UserRow)
    assert row.text == "message 4"
    assert texts_of(view) == texts
    showing.cancel()


async def test_a_branch_that_is_gone_to_while_the_rest_is_put_above_is_shown_alone(
    engine: Engine, qtbot: QtBot
) -> None:
    """The rows of the branch that was left were put above it."""
    session, texts = await imported(engine, 1200)
    jobs = [job.job_id for job in reversed(await engine.jobs(2000, session=session))]
    await answered(engine, Prompt(text="Instead", follows=jobs[-2]), session)
    view = TranscriptView()
    qtbot.addWidget(view)
    conversation = Conversation(engine, view, session, frozenset(), lambda _: None)
    showing = asyncio.create_task(conversation.run())
    assert await asyncio.wait_for(conversation.read(), 10)
    assert len(view.rows()) < 1100, "not all of it is there yet"
    asked = next(row for row in view.rows() if isinstance(row, UserRow) and row.text == "Instead")
    conversation.step(asked.id, -1)
    await asyncio.sleep(0.2)
    assert texts_of(view) == texts
    showing.cancel()


async def test_a_branch_that_is_gone_to_before_all_is_read_stays(engine: Engine, qtbot: QtBot) -> None:
    """The newest one came back by itself."""
    session, texts = await imported(engine, 400)
    jobs = [job.job_id for job in reversed(await engine.jobs(1000, session=session))]
    await answered(engine, Prompt(text="Instead", follows=jobs[-2]), session)
    view = TranscriptView()
    qtbot.addWidget(view)
    conversation = Conversation(engine, view, session, frozenset(), lambda _: None)
    showing = asyncio.create_task(conversation.run())
    await until(view, [*texts[-58:-2], "Instead", "The newest answer."])
    conversation.step(view.rows()[-2].id, -1)
    assert texts_of(view) == texts[-58:]
    assert await asyncio.wait_for(conversation.read(), 10)
    await until(view, texts)
    showing.cancel()
