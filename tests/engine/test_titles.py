"""Titles by a model: asked beside the jobs, of a server that must not forget what it has read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, asynccontextmanager

import pytest

from inara_engine.attached import quoting
from inara_engine.events import SessionRenamed
from inara_engine.face import LIVE
from inara_engine.titles import TITLE, as_title
from tests.support.loopback import Loopback, loopback
from tests.support.scripted_server import HANG, Turn, Until, call, calls_turn, json_turn, text_turn

ON = '[roles.title]\nmodels = ["local"]\n'
LLAMA = {
    "/v1/models": json_turn({"data": [{"id": "tiny", "owned_by": "llamacpp"}]}, Server="llama.cpp"),
    "/props": json_turn({"default_generation_settings": {"n_ctx": 8192}, "model_path": "/m/tiny.gguf"}),
}


async def titled(api: Loopback, task: str, **more: object) -> tuple[str, SessionRenamed]:
    """Give a task; its session, and the title that a model gave it."""
    async with aclosing(api.engine.follow(None, LIVE)) as events:
        job = asyncio.create_task(api.job(task, **more))
        async with asyncio.timeout(10):
            async for recorded in events:
                if isinstance(recorded.event, SessionRenamed) and recorded.event.by == "model":
                    await job
                    return recorded.session_id, recorded.event
    raise AssertionError


async def title_of(api: Loopback) -> str:
    (session,) = await api.engine.sessions()
    return session.title


async def test_the_title_is_asked_at_the_end_of_what_the_server_has_read() -> None:
    turns = [calls_turn(call("current_time", {})), text_turn("It is late."), text_turn('"Late hours"\n')]
    async with loopback(*turns, config=ON) as api:
        api.model.pages |= LLAMA
        _, event = await titled(api, "How late is it?")
        assert (event.title, await title_of(api)) == ("Late hours", "Late hours")
        last, asked = (request.json for request in api.model.requests[1:])
        answer, question = asked["messages"][-2:]
        assert asked["messages"][:-2] == last["messages"]
        assert asked["tools"] == last["tools"]
        assert (answer["content"], question["content"]) == ("It is late.", TITLE)
        assert (asked["chat_template_kwargs"], asked["max_tokens"]) == ({"enable_thinking": False}, 60)


async def test_what_a_title_came_to_is_counted() -> None:
    async with loopback(text_turn("Hello."), text_turn("Greetings", usage=(40, 2)), config=ON) as api:
        await titled(api, "Hello")
        (day,) = await api.engine.usage.days()
        assert (day.replies, day.answers, day.prompt_tokens) == (2, 1, 52)


async def test_the_model_that_wrote_the_answer_gives_it_its_title() -> None:
    more = '[models.poet]\nprovider = "openai"\nbase_url = "{url}"\nmodel = "poet"\n[roles.chat]\nmodels = ["poet"]\n'
    title = '[roles.title]\nmodels = ["poet"]\n'
    turns = [text_turn("It is spring."), text_turn("Spring has come."), text_turn("Spring")]
    async with loopback(*turns) as api:
        file = api.engine.home.config_file
        await asyncio.to_thread(file.write_text, file.read_text() + more.replace("{url}", api.model.base_url) + title)
        await api.engine._in_force.reread()
        await titled(api, "What season is it?")
        wrote, asked = (request.json for request in api.model.requests[1:])
        assert asked["model"] == "poet"
        assert asked["messages"][:-2] == wrote["messages"]
        assert asked["messages"][-2]["content"] == "Spring has come."


@asynccontextmanager
async def with_another(where: str) -> AsyncGenerator[Loopback]:
    """An engine whose titles are another model's."""
    other = f'[models.other]\nprovider = "openai"\nbase_url = "{where}"\nmodel = "other"\n'
    turns = [text_turn("Hello."), text_turn("Hello again.")]
    async with loopback(*turns, config=f'{other}[roles.title]\nmodels = ["other", "local"]\n') as api:
        api.model.turns.append(text_turn("Greetings"))
        yield api


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/v1", "https://api.example.com/v1"])
async def test_no_model_is_loaded_for_it_and_nothing_leaves_the_machine(where: str) -> None:
    async with with_another(where) as api:
        api.model.turns = [text_turn("Hello."), text_turn("Greetings")]
        _, event = await titled(api, "Hello")
        assert (event.model, event.title) == ("local", "Greetings")


async def test_without_models_for_it_the_first_words_are_the_title() -> None:
    async with loopback(text_turn("Hello."), text_turn("Still here.")) as api:
        session = (await api.ended(await api.job("Hello you")))["session_id"]
        await api.ended(await api.job("And now?", session_id=session))
        await api.engine._side_calls._work_off()
        assert (await title_of(api), len(api.model.requests)) == ("Hello you", 2)


@pytest.mark.parametrize(
    ("words", "title"),
    [("What is this?", "What is this?"), ("Mend it:\n\n```\n1 +\n```", "Mend it"), ("", "soup.txt, bread.txt")],
)
async def test_the_first_title_is_what_the_person_wrote_and_no_file(words: str, title: str) -> None:
    async with loopback(text_turn("A recipe.")) as api:
        await api.ended(await api.job(quoting(words, [("soup.txt", "2 leeks"), ("bread.txt", "Flour")])))
        assert await title_of(api) == title


async def test_a_persons_title_stays_whatever_a_model_says_later() -> None:
    go = asyncio.Event()
    late = text_turn("Greetings")
    async with loopback(text_turn("Hello."), Turn([Until(go), *late.steps]), config=ON) as api:
        session = (await api.ended(await api.job("Hello")))["session_id"]
        async with asyncio.timeout(10):
            while len(api.model.requests) < 2:
                await asyncio.sleep(0.01)
        await api.engine.rename_session(session, "Mine")
        go.set()
        calling = api.engine._side_calls._calling
        assert calling is not None
        await calling
        assert await title_of(api) == "Mine"


async def test_a_turn_never_waits_for_a_title() -> None:
    """The call is hung up when the person goes on, and made after that turn."""
    turns = [text_turn("Hello."), Turn([HANG]), text_turn("Hello again."), text_turn("Greetings")]
    async with loopback(*turns, config=ON) as api:
        session = (await api.ended(await api.job("Hello")))["session_id"]
        async with asyncio.timeout(10):
            while len(api.model.requests) < 2:
                await asyncio.sleep(0.01)
        _, event = await titled(api, "Hello again", session_id=session)
        assert event.title == "Greetings"
        await api.model.client_left()


async def test_off_the_record_nothing_is_asked_beside_the_turn() -> None:
    async with loopback(text_turn("Hello."), text_turn("Kept."), text_turn("Kept title"), config=ON) as api:
        await api.ended(await api.job("Secret", off_record=True))
        await titled(api, "Open")
        assert "Secret" not in api.model.requests[2].body.decode()
        assert len(api.model.requests) == 3


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("“Herons in winter.”", "Herons in winter"),
        ("\n\n**Title: Herons**\n\nBecause…", "Herons"),
        ("# Reiher im Winter", "Reiher im Winter"),
        ("Tide: when?", "Tide: when?"),
        ("word " * 30, "word word word word word word word word word word word…"),
        ("a\x1b[31mb", "a [31mb"),
        ("", ""),
        ("***", ""),
    ],
)
def test_what_a_model_says_becomes_one_plain_line(said: str, title: str) -> None:
    assert as_title(said) == title
