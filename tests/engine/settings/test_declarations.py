"""What `config.toml` may say, and what it means."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from inara_engine.settings import DEMO, ModelSettings, PolicySettings, Rule, Settings

EXAMPLE = """
[models.local]                       # the id used everywhere else
provider = "openai"                  # openai (any compatible server) | anthropic | gemini | claude-cli | gemini-cli | demo
base_url = "http://127.0.0.1:11434/v1"
model = "qwen3:8b"
label = "Qwen 3, this machine"       # shown as backend_label
context_window = 32768               # tokens; learnt from the server where it says so
max_rounds = 16
api_key = "keyring:local"            # never the key itself
extra = { temperature = 0.7 }        # passed on in the request body
stall_notice_s = 30

[models.claude]
provider = "anthropic"
model = "claude-sonnet-4-5"
api_key = "keyring:anthropic"
base_url = "https://api.anthropic.com" # may point at a proxy or a test server

[roles.orchestrator]
models = ["local", "claude"]         # first that answers
tools = ["*"]
[roles.chat]
models = ["local"]
system_append = ""
inject_datetime = true
inject_mode = true
[roles.title]
models = []                          # empty: no side call

[defaults]
profile = "me"
persona = "inara"
tier = 2
local_only = false
local_hosts = ["nas.local"]

[policy]                             # of the default profile
user_role = "owner"
max_risk = 3
whitelist = []
blacklist = []
allow = ["remember", {tool = "write_file", under = "~/Notes"}]
deny = []
confirmation_expires_h = 0
[profiles.kids]                      # further profiles
persona = "inara"
[profiles.kids.policy]
user_role = "guest"
max_risk = 2

[workspace]
roots = ["~/Documents"]

[mcp.servers.everything]
command = "npx"
args = ["-y", "@modelcontextprotocol/server-everything"]

[[schedule]]
name = "morning"
cron = "0 7 * * 1-5"
task = "Summarise my notes from yesterday"
persona = "inara"
respond_with_final = false

[hooks.gitea]                        # POST /hooks/gitea
task = "Tell me in one line what happened"
secret = "keyring:gitea"

[api]
enabled = false
port = 8765

[appearance]
theme = "dark"
text_scale = 1.25
"""


def settings(**tables: Any) -> Settings:
    return Settings.model_validate(tables)


def test_every_value_of_the_example_is_taken() -> None:
    said = tomllib.loads(EXAMPLE)
    assert Settings.model_validate(said).model_dump(mode="json", exclude_unset=True) == said


def test_with_nothing_configured_the_demo_answers() -> None:
    assert list(Settings().effective_models()) == [DEMO]
    for role in ("orchestrator", "chat"):
        ((name, model),) = Settings().role_models(role)
        assert (name, model.provider) == ("demo", "demo")
    assert Settings().role_models("title") == ()
    assert Settings().label(DEMO) == "Demo, not an AI"


def test_a_role_asks_its_models_in_order() -> None:
    said = Settings.model_validate(tomllib.loads(EXAMPLE))
    assert [name for name, _ in said.role_models("orchestrator")] == ["local", "claude"]
    assert [name for name, _ in said.role_models("chat")] == ["local"]
    assert said.role_models("title") == ()
    assert said.label("local") == "Qwen 3, this machine"
    assert said.label("claude") == "claude-sonnet-4-5"


def test_a_second_model_is_never_asked_by_itself() -> None:
    """It may be in the cloud: naming it in a role is the person's decision."""
    two = settings(models={"a": {"provider": "demo"}, "b": {"provider": "anthropic", "model": "m"}})
    assert [name for name, _ in two.role_models("orchestrator")] == ["a"]
    assert [name for name, _ in two.role_models("chat")] == ["a"]


def test_a_profile_overrides_only_what_it_says() -> None:
    said = settings(
        policy={"max_risk": 1, "blacklist": ["run_command"]}, profiles={"kids": {"policy": {"user_role": "guest"}}}
    )
    assert said.policy_of("kids") == PolicySettings(user_role="guest", max_risk=1, blacklist=("run_command",))
    assert said.policy_of("me") == said.policy
    assert said.profile_names() == ("me", "kids")


def test_a_rule_is_a_tool_or_a_tool_within_a_folder() -> None:
    policy = settings(policy={"allow": ["remember", {"tool": "write_file", "under": "~/Notes"}]}).policy
    assert policy.allow == (Rule(tool="remember"), Rule(tool="write_file", under="~/Notes"))
    assert policy.model_dump(exclude_unset=True) == {
        "allow": ("remember", {"tool": "write_file", "under": "~/Notes"}),
    }, "written as it was read"


def test_the_workspace_is_the_documents_folder_unless_one_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert Settings().workspace.folders(Path("/docs")) == (Path("/docs"),)
    assert settings(workspace={"roots": []}).workspace.folders(Path("/docs")) == ()
    assert settings(workspace={"roots": ["~/Notes"]}).workspace.folders(Path("/docs")) == (Path("/home/ada/Notes"),)


@pytest.mark.parametrize(
    ("provider", "server"),
    [("openai", "https://api.openai.com/v1"), ("anthropic", "https://api.anthropic.com"), ("claude-cli", None)],
)
def test_a_vendors_own_address_is_known(provider: Any, server: str | None) -> None:
    assert ModelSettings(provider=provider, model="m").server == server
    own = ModelSettings(provider=provider, model="m", base_url="http://127.0.0.1:1/v1/")
    assert own.server == "http://127.0.0.1:1/v1"


@pytest.mark.parametrize(
    "address",
    [
        *(
            "127.0.0.1:8080",
            "ftp://host/v1",
            "http://",
            "http:///v1",
            "http://h:99999/v1",
            "http://[::1/v1",
            "http://h /v1",
        ),
        *(
            "http://me:sk-1234567890@host/v1",
            "http://me@host",
            "https://host/v1?key=sk-1234567890",
            "file:///etc/passwd",
            "",
        ),
    ],
)
def test_an_address_is_http_and_carries_no_key(address: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ModelSettings(provider="openai", model="m", base_url=address)
    assert "sk-1234567890" not in str(refused.value)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:11434/v1", "https://[::1]:8443", "http://nas.local", "HTTP://h/v1"]
)
def test_addresses_that_are_fine(address: str) -> None:
    assert ModelSettings(provider="openai", model="m", base_url=address).server == address


@pytest.mark.parametrize(
    "key", ["sk-ant-api03-abcdefghijklmnop", "AIzaSyA1234567890", "keyring:", "keyring:../x", "env:1", "env:A B", ""]
)
def test_a_key_itself_is_refused_and_not_repeated(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ModelSettings(provider="openai", model="m", api_key=key)
    if not key.startswith(("keyring", "env")):
        assert "inara secrets set" in str(refused.value)
        assert not key or key not in str(refused.value)


@pytest.mark.parametrize(
    "tables",
    [
        {"api": {"port": "8765"}},
        {"api": {"port": 65_536}},
        {"api": {"enabled": 1}},
        {"defaults": {"tier": 4}},
        {"defaults": {"persona": "../../etc"}},
        {"defaults": {"local_hosts": ["http://nas"]}},
        {"models": {"m": {"provider": "openai", "model": "m", "extra": {"at": float("nan")}}}},
        {"models": {"m": {"provider": "openai", "model": "m", "price": {"input": float("inf")}}}},  # no JSON has it
        {"models": {"m": {"provider": "openai"}}},
        {"models": {"": {"provider": "demo"}}},
        {"mcp": {"servers": {"s": {}}}},
        {"mcp": {"servers": {"s": {"command": "x", "url": "http://h"}}}},
        {"mcp": {"servers": {"s": {"command": "x", "type": "http"}}}},
        {"schedule": [{"name": "a", "task": "t", "cron": "often"}]},
        {"schedule": [{"name": "a", "task": "t", "cron": "@daily"}, {"name": "a", "task": "t", "cron": "@daily"}]},
        {"roles": {"chat": {"models": ["nobody"]}}},
        {"hooks": {"h": {"task": "t", "profile": "nobody"}}},
        {"workspace": {"roots": ["Documents"]}},
        {"policy": {"allow": [{"tool": "write_file", "under": "Notes"}]}},
        {"unknown": {}},
    ],
    ids=str,
)
def test_what_is_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        settings(**tables)


def test_the_demo_may_be_named_without_being_configured() -> None:
    said = settings(
        models={"m": {"provider": "openai", "model": "m"}}, roles={"orchestrator": {"models": ["m", "demo"]}}
    )
    assert [name for name, _ in said.role_models("orchestrator")] == ["m", "demo"]


def test_every_field_has_a_title_and_a_description() -> None:
    def fields(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
        return [pair for table in [schema, *schema["$defs"].values()] for pair in table.get("properties", {}).items()]

    bare = [name for name, field in fields(Settings.model_json_schema()) if not {"title", "description"} <= set(field)]
    assert bare == []
