"""Settings that change while a model answers."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from inara_engine.events import TextDelta
from inara_engine.messages import Message
from inara_engine.models import Models
from inara_engine.providers.base import ModelRequest
from inara_engine.secrets import Secrets
from inara_engine.settings import ModelSettings, Settings
from tests.support.scripted_server import ScriptedServer, Turn, Until, text_turn

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
        assert not models._retired
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
        assert not models._providers
        await models.aclose()
