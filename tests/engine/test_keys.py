"""How the keys stand that the settings name: kept, missing, in the environment; never the keys themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.face import open_engine
from inara_engine.home import find_home
from inara_engine.keys import Keys
from inara_engine.secrets import Secrets
from inara_engine.settings import Settings

CONFIG = """
[models.kept]
provider = "anthropic"
model = "a"
api_key = "keyring:kept"
[models.gone]
provider = "anthropic"
model = "a"
api_key = "keyring:gone"
[models.there]
provider = "openai"
model = "a"
api_key = "env:A_KEY_THAT_IS_SET"
[models.bare]
provider = "openai"
model = "a"
base_url = "http://127.0.0.1:9/v1"
[hooks.gitea]
task = "Say what happened"
secret = "env:A_KEY_THAT_IS_NOT"
[mcp.servers.files]
command = "files"
env = { TOKEN = "keyring:files", HOME = "/home/ada" }
[mcp.servers.remote]
url = "https://mcp.example.org/mcp"
headers = { Authorization = "keyring:remote" }
"""


async def test_each_named_key_has_its_state(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "config.toml").write_text(CONFIG)
    monkeypatch.setenv("A_KEY_THAT_IS_SET", "sk-1234567890")
    engine = await open_engine(find_home(), drive=False)
    try:
        await engine.set_secret("kept", "sk-0987654321")
        states = await engine.keys.states()
    finally:
        await engine.close()
    assert {one.reference: one.state for one in states} == {
        "keyring:kept": "run",  # tests have no keyring; the story of the settings has one
        "keyring:gone": "missing",
        "env:A_KEY_THAT_IS_SET": "environment",
        "env:A_KEY_THAT_IS_NOT": "unset",
        "keyring:files": "missing",
        "keyring:remote": "missing",
    }
    assert "sk-" not in str(states)


async def test_where_no_key_is_named_no_keyring_is_asked(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)
    try:
        assert await engine.keys.states() == []
    finally:
        await engine.close()


async def test_without_a_keyring_a_key_is_said_to_last_for_this_run() -> None:
    secrets = Secrets(find=lambda: None)
    await secrets.set("local", "sk-0987654321")
    model = {"provider": "openai", "model": "m", "api_key": "keyring:local"}
    (state,) = await Keys(secrets, lambda: Settings.model_validate({"models": {"local": model}})).states()
    assert state.state == "run"
    assert "no keyring" in state.note
