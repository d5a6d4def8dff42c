"""Distilling with a real provider over the wire: what is sent, what waits, and what fails clearly."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from inara_engine.distilling import Distiller
from inara_engine.errors import InaraError, NotFound, ProviderError, UserError
from inara_engine.home import find_home
from inara_engine.memory import Marks
from inara_engine.memory.journal import entry
from inara_engine.models import Models
from inara_engine.personas import Personas
from inara_engine.secrets import Secrets
from inara_engine.settings import ModelSettings, RoleSettings, Settings
from tests.support.scripted_server import ScriptedServer, error_turn, text_turn

NOW = datetime(2026, 11, 22, 19, 41, 5).astimezone()


@pytest.fixture
def personas(home: Path) -> Personas:
    found = find_home()
    found.ensure()
    return Personas(found)


@pytest.fixture
async def server() -> AsyncIterator[ScriptedServer]:
    async with ScriptedServer([text_turn("- Anna's birthday is on 3 May.")]) as server:
        yield server


@pytest.fixture
async def models(server: ScriptedServer) -> AsyncIterator[Models]:
    local = ModelSettings(provider="openai", base_url=server.base_url, model="tiny")
    gone = ModelSettings(provider="openai", base_url="http://127.0.0.1:9/v1", model="gone")
    settings = Settings(
        models={"local": local, "gone": gone}, roles={"distill": RoleSettings(models=("gone", "local"))}
    )
    models = Models(settings, Secrets())
    yield models
    await models.aclose()


async def test_distilled_shown_and_kept(personas: Personas, models: Models, server: ScriptedServer) -> None:
    memory = await personas.memory("inara")
    await memory.journal(entry(NOW, "Anna's birthday is on 3 May", "I'll remember.", Marks()))
    distiller = Distiller(personas, models)
    proposal = await distiller.distill("inara")
    (request,) = server.requests
    assert "> Asked: Anna's birthday is on 3 May" in request.json["messages"][0]["content"]
    assert (await distiller.report("inara")).proposal == proposal
    assert (await distiller.report("inara")).levels["short"] == ""

    assert (await distiller.keep("inara")).startswith("Kept. The old memory is in ")
    report = await distiller.report("inara")
    assert report.levels["short"].endswith("- 2026-11-22 Anna's birthday is on 3 May.")
    assert report.proposal is None
    with pytest.raises(NotFound, match="No proposal for the memory of inara waits"):
        await distiller.keep("inara")


async def test_discarded_nothing_changes(personas: Personas, models: Models) -> None:
    memory = await personas.memory("inara")
    await memory.journal(entry(NOW, "Anna's birthday is on 3 May", "I'll remember.", Marks()))
    distiller = Distiller(personas, models)
    await distiller.distill("inara")
    await distiller.discard("inara")
    assert not memory.file("short").exists()
    with pytest.raises(NotFound):
        await distiller.discard("inara")


async def test_where_there_is_nothing_to_fold_no_model_is_asked(
    personas: Personas, models: Models, server: ScriptedServer
) -> None:
    proposal = await Distiller(personas, models).distill("inara")
    assert proposal.remarks == ("There is nothing to fold.",)
    assert server.requests == []


async def test_a_server_that_refuses_leaves_everything_as_it_was(personas: Personas) -> None:
    memory = await personas.memory("inara")
    await memory.journal(entry(NOW, "Hello", "Hi.", Marks()))
    async with ScriptedServer([error_turn(401, "bad key")]) as server:
        local = ModelSettings(provider="openai", base_url=server.base_url, model="tiny")
        models = Models(Settings(models={"local": local}), Secrets())
        with pytest.raises(ProviderError) as told:
            await Distiller(personas, models).distill("inara")
        await models.aclose()
    assert told.value.message
    assert await memory.proposal() is None


async def test_the_demo_says_that_it_can_not(personas: Personas) -> None:
    with pytest.raises(UserError, match="The demo is a script and can't distill"):
        await Distiller(personas, Models(Settings(), Secrets())).distill("inara")


async def test_unknown_names_are_told_with_the_known_ones(personas: Personas, models: Models) -> None:
    distiller = Distiller(personas, models)
    with pytest.raises(InaraError, match="The personas are: inara"):
        await distiller.distill("clerk")
    with pytest.raises(InaraError, match="The models are: local, gone"):
        await distiller.distill("inara", model="none")
