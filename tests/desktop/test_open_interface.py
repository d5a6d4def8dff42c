"""The loopback interface in the running app: opened, moved and closed as the settings say."""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest

from inara_desktop.open_interface import open_interface
from inara_engine.errors import UserError
from inara_engine.face import Engine, SettingsChange, open_engine
from inara_engine.home import find_home


def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def opened(home: Path, text: str) -> Engine:
    (home / "config.toml").write_text(text)
    engine = await open_engine(find_home(), drive=False)
    await engine.set_secret("api-token", "a-token")
    await open_interface(engine)
    return engine


async def status(address: str, token: str = "a-token") -> int:
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"{address}/orchestrate", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code


async def test_it_opens_moves_and_closes_with_the_settings(home: Path) -> None:
    first, second = port(), port()
    engine = await opened(home, f"[api]\nport = {first}\n")
    assert not (await engine.interface.state()).running
    state = await engine.interface.start()
    assert (state.running, state.address) == (True, f"http://127.0.0.1:{first}")
    assert await status(state.address) == 200
    await engine.change_settings(SettingsChange(((("api", "port"), second),)))
    moved = await engine.interface.state()
    assert await status(moved.address) == 200
    assert moved.address.endswith(str(second))
    with pytest.raises(httpx.ConnectError):
        await status(state.address)
    assert not (await engine.interface.stop()).running
    with pytest.raises(httpx.ConnectError):
        await status(moved.address)
    assert (await engine.settings()).api.enabled is False
    await engine.close()


async def test_a_port_in_use_is_said_and_the_app_runs_on(home: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        engine = await opened(home, f"[api]\nenabled = true\nport = {taken}\n")
        state = await engine.interface.state()
        assert (state.enabled, state.running) == (True, False)
        assert f"Another program uses port {taken}" in state.problem
        with pytest.raises(UserError, match="Another program uses port"):
            await engine.interface.start()
    assert (await engine.interface.start()).running  # the port is free now
    await engine.close()


async def test_a_new_token_shuts_out_the_old_one(home: Path) -> None:
    engine = await opened(home, "[api]\nenabled = true\nport = 0\n")
    before = await engine.interface.state()
    assert await status(before.address) == 200
    await engine.interface.renew_token()
    after = await engine.interface.state()
    assert await status(after.address) == 401
    assert await status(after.address, await engine.secrets.get("api-token") or "") == 200
    await engine.close()
    with pytest.raises(httpx.ConnectError):
        await status(after.address)


async def test_without_a_window_the_switch_says_where_it_works(home: Path) -> None:
    (home / "config.toml").write_text("")
    engine = await open_engine(find_home(), drive=False)
    with pytest.raises(UserError, match="none runs") as refused:
        await engine.interface.start()
    assert "inara serve" in refused.value.next_step
    await engine.close()
