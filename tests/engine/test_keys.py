"""How the keys stand that the settings name: kept, missing, in the environment; never the keys themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from inara_engine.face import open_engine
from inara_engine.home import find_home

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
        "keyring:kept": "stored",
        "keyring:gone": "missing",
        "env:A_KEY_THAT_IS_SET": "environment",
        "env:A_KEY_THAT_IS_NOT": "unset",
    }
    assert "sk-" not in str(states)


async def test_where_no_key_is_named_no_keyring_is_asked(home: Path) -> None:
    engine = await open_engine(find_home(), drive=False)
    try:
        assert await engine.keys.states() == []
    finally:
        await engine.close()
