"""Keys by name, whatever holds them: reading once, masking, and what a person is told to type."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, KeyringLocked, PasswordDeleteError

from inara_engine.errors import UserError
from inara_engine.secrets import Kept, KeyringUnavailable, Secrets
from inara_engine.secrets.backends import LibraryKeyring


class MemoryKeyring(KeyringBackend):
    """A backend of the keyring library that holds its entries in memory, and can be told to fail."""

    priority = -1  # never chosen by the library itself

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.reads: list[str] = []
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self.reads.append(username)
        if self.error is not None:
            raise self.error
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error is not None:
            raise self.error
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.entries:
            raise PasswordDeleteError(username)
        del self.entries[service, username]


def secrets_in(keyring: MemoryKeyring, environ: dict[str, str] | None = None, longest: int | None = None) -> Secrets:
    return Secrets(environ or {}, find=lambda: LibraryKeyring(keyring, longest))


async def test_a_key_is_read_once_a_run() -> None:
    keyring = MemoryKeyring()
    keyring.entries["inara", "local"] = "sk-1"
    secrets = secrets_in(keyring)

    assert await asyncio.gather(*(secrets.get("local") for _ in range(5))) == ["sk-1"] * 5
    assert await secrets.get("local") == "sk-1"
    assert keyring.reads == ["local"]

    keyring.entries["inara", "local"] = "sk-2"
    secrets.lock()
    assert await secrets.get("local") == "sk-2"


async def test_a_keyring_that_cannot_list_keeps_an_index() -> None:
    keyring = MemoryKeyring()
    secrets = secrets_in(keyring)
    assert await secrets.names() == []
    assert await secrets.set("b", "1") == Kept("keyring")
    assert await secrets.set("a", "2") == Kept("keyring")
    assert await secrets.names() == ["a", "b"]
    assert await secrets.delete("b")
    assert not await secrets.delete("b")
    assert await secrets.names() == ["a"]

    keyring.entries["inara", "__names__"] = "not ours"
    assert await secrets.names() == []
    assert await secrets.get("a") == "2"


async def test_what_the_system_cannot_hold_is_not_cut() -> None:
    keyring = MemoryKeyring()
    secrets = secrets_in(keyring, longest=1280)
    assert await secrets.set("short", "x" * 1280) == Kept("keyring")
    kept = await secrets.set("long", "x" * 1281)
    assert kept.place == "run"
    assert kept.reason == "The system's keyring takes 1,280 characters at most, and this key has 1,281."
    assert ("inara", "long") not in keyring.entries
    assert await secrets.names() == ["long", "short"]


async def test_a_keyring_that_forgets_is_noticed() -> None:
    class Forgetful(MemoryKeyring):
        priority = -1

        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    assert (await secrets_in(Forgetful()).set("a", "b")).reason == "The keyring did not keep it."


@pytest.mark.parametrize(
    ("error", "kind"), [(KeyringLocked("no"), "locked"), (KeyringError("no"), "broken"), (OSError(5, "I/O"), "broken")]
)
async def test_a_keyring_that_fails_is_told(error: Exception, kind: str) -> None:
    keyring = MemoryKeyring()
    keyring.error = error
    secrets = secrets_in(keyring)
    with pytest.raises(KeyringUnavailable) as told:
        await secrets.resolve("keyring:local")
    assert told.value.state.kind == kind
    assert told.value.next_step
    assert (await secrets.set("local", "sk-123456")).place == "run"
    assert await secrets.resolve("keyring:local") == "sk-123456"

    keyring.error = None
    assert await secrets.set("local", "sk-123457") == Kept("keyring"), "it is asked again"


async def test_an_environment_variable_can_hold_the_key() -> None:
    secrets = Secrets({"OPENAI_API_KEY": " sk-env-123456\n", "EMPTY": ""}, find=lambda: None)
    assert await secrets.resolve("env:OPENAI_API_KEY") == "sk-env-123456"
    assert secrets.mask("key=sk-env-123456.") == "key=•••."
    assert await secrets.resolve(None) is None
    for name in ("EMPTY", "MISSING"):
        with pytest.raises(UserError, match=f"{name} is not set. Set it before Inara starts"):
            await secrets.resolve(f"env:{name}")


async def test_a_missing_key_says_what_to_type() -> None:
    with pytest.raises(UserError) as told:
        await Secrets({}, find=lambda: None).resolve("keyring:anthropic")
    assert str(told.value) == 'There is no key named "anthropic". Type: inara secrets set anthropic'


async def test_without_a_keyring_a_key_lasts_for_this_run() -> None:
    secrets = Secrets({}, find=lambda: None)
    assert (await secrets.state()).kind == "absent"
    assert (await secrets.set("a", " sk-123456 \n")).place == "run"
    secrets.lock()
    assert await secrets.get("a") == "sk-123456", "locking forgets what can be read again, and only that"
    assert await secrets.names() == ["a"]
    assert await secrets.delete("a")
    assert await secrets.get("a") is None


@pytest.mark.parametrize("name", ["", "../x", "a b", "-a", "_a", "__names__", "a\nb", "ä", "x" * 65])
async def test_names_that_are_refused(name: str) -> None:
    secrets = secrets_in(MemoryKeyring())
    for call in (secrets.get(name), secrets.set(name, "value"), secrets.delete(name)):
        with pytest.raises(UserError, match="can't be the name of a key"):
            await call


@pytest.mark.parametrize("value", ["", " \n", "two\nlines", "nul\x00", "tab\tinside", "half a pair \ud800"])
async def test_values_that_are_refused(value: str) -> None:
    keyring = MemoryKeyring()
    with pytest.raises(UserError) as told:
        await secrets_in(keyring).set("a", value)
    assert not value.strip() or value not in str(told.value)
    assert keyring.entries == {}
    with pytest.raises(UserError):
        await Secrets({"KEY": value}, find=lambda: None).resolve("env:KEY")


@given(
    value=st.text(st.characters(min_codepoint=33, exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=6),
    around=st.text(max_size=20),
)
async def test_no_key_survives_masking(value: str, around: str) -> None:
    secrets = Secrets({}, find=lambda: None)
    await secrets.set("a", value)
    shown = secrets.mask(f"{around}{value}{around} {json.dumps(value)} {around}")
    assert value not in shown.replace("•••", "\n")


async def test_masking_sees_urls_and_json_and_the_longer_key_first() -> None:
    secrets = Secrets({}, find=lambda: None)
    await secrets.set("short", "secret")
    await secrets.set("long", 'secret/"more"')
    assert secrets.mask("?key=secret%2F%22more%22&x") == "?key=•••&x"
    assert secrets.mask(r'{"k": "secret/\"more\""}') == '{"k": "•••"}'
    assert secrets.mask("secret and secret") == "••• and •••"
    await secrets.set("tiny", "abc")
    assert secrets.mask("abc") == "abc", "too short to tell from ordinary words"
    await secrets.delete("short")
    assert secrets.mask("secret") == "•••", "a deleted key may still turn up in an old error"


async def test_no_value_in_any_repr() -> None:
    secrets = secrets_in(MemoryKeyring())
    kept = await secrets.set("a", "sk-canary-1234")
    await secrets.get("a")
    assert "canary" not in f"{secrets!r} {kept!r} {await secrets.state()!r}"


async def test_a_cancelled_question_does_not_spoil_the_next() -> None:
    asked, answered = threading.Event(), threading.Event()

    class Slow(MemoryKeyring):
        priority = -1

        def get_password(self, service: str, username: str) -> str | None:
            asked.set()
            answered.wait(5)
            return super().get_password(service, username)

    keyring = Slow()
    keyring.entries["inara", "a"] = "sk-1"
    secrets = secrets_in(keyring)
    first = asyncio.create_task(secrets.get("a"))
    await asyncio.to_thread(asked.wait, 5)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first

    second: asyncio.Task[Any] = asyncio.create_task(secrets.get("a"))
    await asyncio.sleep(0)
    answered.set()
    assert await second == "sk-1"
