"""The tools as a person switches them: what is offered, what is not and why."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest

from inara_engine.errors import NotFound, UserError
from inara_engine.face import Engine, Prompt, ToolEntry, open_engine
from inara_engine.home import find_home
from inara_engine.settings import PolicySettings
from tests.support.engines import settled
from tests.support.scripted_server import ScriptedServer, text_turn


@pytest.fixture
async def engine(home: Path) -> AsyncIterator[Engine]:
    (home / "config.toml").write_text('[policy]\nmax_risk = 2 # mine\nblacklist = ["web_*", "remember"]\n')
    engine = await open_engine(find_home(), drive=False)
    yield engine
    await engine.close()


async def entry(engine: Engine, name: str) -> ToolEntry:
    return next(one for one in await engine.tools.all() if one.name == name)


async def test_each_tool_says_whether_models_are_told_of_it_and_why_not(engine: Engine) -> None:
    assert (await entry(engine, "read_file")).state == "offered"
    assert (await entry(engine, "remember")).state == "off"
    pattern = await entry(engine, "web_fetch")
    assert (pattern.state, pattern.switchable) == ("off", False)
    assert '"web_*"' in pattern.why
    risky = await entry(engine, "run_command")
    assert (risky.state, risky.switchable, risky.risk) == ("ruled_out", False, 3)
    assert "highest allowed is 2" in risky.why


async def test_what_rules_would_offer_is_told_before_they_are_written(engine: Engine) -> None:
    guest = await engine.tools.under(PolicySettings(user_role="guest", max_risk=2, blacklist=("web_*",)))
    assert {"read_file", "write_file"} <= set(guest.offered)
    assert {"run_command", "web_fetch"} <= set(guest.left_out)
    owner = await engine.tools.under(PolicySettings())
    assert set(owner.offered) > set(guest.offered)


async def test_what_the_owner_said_is_no_tool_of_a_guests(home: Path) -> None:
    """As the plan has it: nothing is remembered of a guest, and nothing looked up of the owner."""
    (home / "config.toml").write_text('[policy]\nuser_role = "guest"\n')
    engine = await open_engine(find_home(), drive=False)
    try:
        told = {spec.name for spec in await engine._plan.offered()}
        for name in ("search_sessions", "recall", "remember"):
            listed = await entry(engine, name)
            assert (listed.state, listed.why) == ("ruled_out", "A guest is not offered it.")
            assert name not in told
        under = await engine.tools.under(PolicySettings(user_role="guest"))
        assert {"search_sessions", "recall", "remember"} <= set(under.left_out)
        assert set(under.offered) == {one.name for one in await engine.tools.all() if one.state == "offered"}
    finally:
        await engine.close()


async def test_a_switch_is_a_name_in_the_blacklist(engine: Engine, home: Path) -> None:
    await engine.tools.switch("read_file", on=False)
    await engine.tools.switch("remember", on=True)
    text = (home / "config.toml").read_text()
    assert tomllib.loads(text)["policy"]["blacklist"] == ["web_*", "read_file"]
    assert "max_risk = 2 # mine" in text
    offered = {spec.name for spec in await engine._plan.offered()}
    assert "remember" in offered
    assert "read_file" not in offered


async def test_tools_switched_at_once_are_all_switched(engine: Engine) -> None:
    await asyncio.gather(*(engine.tools.switch(name, on=False) for name in ("read_file", "recall", "remember")))
    offered = {spec.name for spec in await engine._plan.offered()}
    assert not offered & {"read_file", "recall", "remember"}


async def test_what_another_setting_decides_is_not_switched_here(engine: Engine) -> None:
    for name in ("web_fetch", "run_command"):
        with pytest.raises(UserError, match=name):
            await engine.tools.switch(name, on=True)
    with pytest.raises(NotFound):
        await engine.tools.switch("no_such_tool", on=True)


@pytest.mark.parametrize(
    ("mode", "role", "told"),
    [("agent", "", ["calculate"]), ("chat", "", ["current_time"]), ("chat", "research", ["recall"])],
)
async def test_each_role_has_the_tools_of_its_own_table(
    home: Path, mode: Literal["agent", "chat"], role: str, told: list[str]
) -> None:
    """Also where it is not the role that runs the loop of an agent."""
    async with ScriptedServer([text_turn("Well.")]) as server:
        (home / "config.toml").write_text(
            f'[models.local]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "m"\n'
            '[roles.orchestrator]\ntools = ["calculate"]\n[roles.chat]\ntools = ["current_time"]\n'
            '[roles.research]\nmodels = ["local"]\ntools = ["recall"]\n'
        )
        engine = await open_engine(find_home())
        try:
            job = await engine.submit(Prompt(text="hi", mode=mode, chat_role=role, respond_with_final=False))
            await settled(engine, job)
        finally:
            await engine.close()
        (request,) = [one for one in server.requests if one.path.endswith("/chat/completions")]
        assert [tool["function"]["name"] for tool in request.json["tools"]] == told
