"""Settings that change while a model answers."""

from __future__ import annotations

import asyncio
import gc
from contextlib import aclosing
from dataclasses import replace

from inara_engine.events import TextDelta
from inara_engine.messages import Message
from inara_engine.models import Models
from inara_engine.providers.base import ModelRequest, Provider
from inara_engine.secrets import Secrets
from inara_engine.settings import ModelSettings, Settings
from tests.support.scripted_server import ScriptedServer, Turn, Until, json_turn, text_turn

HELLO = ModelRequest("tiny", (Message("user", "Hello"),))


async def test_an_answer_goes_on_when_its_model_becomes_another() -> None:
    """Its name is changed, then it is removed; its connection is given back once the answer is over."""
    go = asyncio.Event()
    first, *rest = text_turn("One, ", "two.").steps[1:]
    async with ScriptedServer([Turn([first, Until(go), *rest])]) as server:
        model = ModelSettings(provider="openai", base_url=server.base_url, model="tiny")
        models = Models(Settings(models={"local": model}), Secrets())
        (chosen,) = await models.choose("", "local")
        said: list[str] = []
        async with aclosing(chosen.provider.stream(HELLO)) as stream:
            async for event in stream:
                if isinstance(event, TextDelta):
                    said.append(event.text)
                    if len(said) == 1:
                        renamed = model.model_copy(update={"label": "Another name"})
                        await models.use(Settings(models={"local": renamed}))
                        await models.use(Settings())
                        go.set()
        assert "".join(said) == "One, two."
        del stream
        await models.use(Settings())
        assert not models._held._retired
        await models.aclose()


async def test_two_changes_at_once_give_each_connection_back_once() -> None:
    """Two keys kept at the same time, say: both have every model asked anew."""
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        model = ModelSettings(provider="openai", base_url=server.base_url, model="tiny")
        settings = Settings(models={"first": model, "second": model})
        models = Models(settings, Secrets())
        for name in settings.models:
            (chosen,) = await models.choose("", name)
            async with aclosing(chosen.provider.stream(HELLO)) as stream:
                async for _ in stream:
                    pass
            del chosen, stream
        await asyncio.gather(models.use(settings), models.use(settings))
        assert not models._held._present
        await models.aclose()


async def test_what_a_job_opens_on_a_model_that_is_another_by_now_is_given_back() -> None:
    """Between two rounds of a job, say, while a tool is at work."""
    left_open: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, said: left_open.append(said["message"]))
    async with ScriptedServer([text_turn("One."), text_turn("Two.")]) as server:
        model = ModelSettings(provider="openai", base_url=server.base_url, model="tiny")
        models = Models(Settings(models={"local": model}), Secrets())
        (chosen,) = await models.choose("", "local")
        assert await _said(chosen.provider) == "One."
        await models.use(Settings(models={"local": model.model_copy(update={"model": "large"})}))
        assert await _said(chosen.provider) == "Two."
        await models.aclose()
        del chosen, models
        gc.collect()
    assert not left_open


async def test_a_model_that_becomes_another_while_its_key_is_read_is_made_anew() -> None:
    """The keyring was locked, say, and meanwhile the person corrects the address."""
    reading, read = asyncio.Event(), asyncio.Event()

    class Slow(Secrets):
        async def resolve(self, reference: str | None) -> str | None:
            reading.set()
            await read.wait()
            return "a key"

    async with ScriptedServer([text_turn("Here.")]) as server:
        wrong = ModelSettings(provider="openai", base_url="http://127.0.0.1:9/v1", model="tiny", api_key="keyring:k")
        models = Models(Settings(models={"local": wrong}), Slow())
        first = asyncio.create_task(models.choose("", "local"))
        await reading.wait()
        await models.use(Settings(models={"local": wrong.model_copy(update={"base_url": server.base_url})}))
        read.set()
        await first
        (chosen,) = await models.choose("", "local")
        assert await _said(chosen.provider) == "Here."
        await models.aclose()


async def test_what_is_told_of_a_model_that_is_another_by_now_is_not_remembered() -> None:
    """Its server answers late; the person has named another server meanwhile."""
    go = asyncio.Event()
    pages = _llama(2048)
    pages["/props"] = replace(pages["/props"], before_head=[Until(go)])
    async with ScriptedServer(pages=pages) as old, ScriptedServer(pages=_llama(8192)) as new:
        model = ModelSettings(provider="openai", base_url=old.base_url, model="tiny")
        models = Models(Settings(models={"local": model}), Secrets())
        asking = asyncio.create_task(models.facts("local"))
        async with asyncio.timeout(5):
            while not old.looks:
                await asyncio.sleep(0.01)
        await models.use(Settings(models={"local": model.model_copy(update={"base_url": new.base_url})}))
        go.set()
        await asking
        assert (await models.facts("local")).window == 8192
        await models.aclose()


def _llama(window: int) -> dict[str, Turn]:
    return {
        "/v1/models": json_turn({"data": [{"id": "tiny", "owned_by": "llamacpp"}]}, Server="llama.cpp"),
        "/props": json_turn({"default_generation_settings": {"n_ctx": window}, "model_path": "/m/tiny.gguf"}),
    }


async def _said(provider: Provider) -> str:
    async with aclosing(provider.stream(HELLO)) as stream:
        return "".join([event.text async for event in stream if isinstance(event, TextDelta)])
