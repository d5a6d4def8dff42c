"""A real GNOME Keyring in each state a person may find it in: Inara answers within seconds and writes no file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.secret_service import SecretService, State, secret_service

CANARY = "sk-canary-7f3a91d2"

# Runs `body` in an event loop with `secrets` and prints what it returns.
SCRIPT = """
import asyncio, json
from inara_engine.errors import UserError
from inara_engine.secrets import Secrets
async def body(secrets):
{body}
async def main():
    try:
        answer = await body(Secrets())
    except UserError as error:
        answer = {{"error": str(error)}}
    print(json.dumps(answer))
asyncio.run(main())
"""


def ask(service: SecretService, body: str, **environ: str) -> Any:
    indented = "\n".join(f"    {line}" for line in body.strip().splitlines())
    return json.loads(service.python(SCRIPT.format(body=indented), **environ))


KEEP = f"""
kept = await secrets.set("anthropic", "{CANARY}")
return [kept.place, kept.reason]
"""


def test_an_unlocked_keyring_keeps_keys(tmp_path: Path) -> None:
    with secret_service(tmp_path, "unlocked") as service:
        assert ask(service, "return (await secrets.state()).kind") == "available"
        assert ask(service, 'return await secrets.get("anthropic")') is None
        assert ask(service, KEEP) == ["keyring", ""]
        assert ask(service, 'return await secrets.resolve("keyring:anthropic")') == CANARY, "another run reads it"
        assert ask(service, 'await secrets.set("local", "two")\nreturn await secrets.names()') == ["anthropic", "local"]
        assert ask(service, 'await secrets.set("local", "three")\nreturn await Secrets().get("local")') == "three"
        assert ask(service, 'return await secrets.delete("local")') is True
        assert ask(service, 'return [await secrets.delete("local"), await secrets.names()]') == [False, ["anthropic"]]
        assert ask(service, 'return await secrets.resolve("keyring:local")') == {
            "error": 'There is no key named "local". Type: inara secrets set local'
        }
        assert service.files_with(CANARY) == []


@pytest.mark.parametrize("value", ["ä€😀 with space", "x" * 100_000, "\"quotes' \\ and % {}"])
def test_any_text_comes_back_as_it_was(tmp_path: Path, value: str) -> None:
    with secret_service(tmp_path, "unlocked") as service:
        service.python(
            f"import asyncio; from inara_engine.secrets import *; asyncio.run(Secrets().set('n', {value!r}))"
        )
        assert ask(service, 'return await secrets.get("n")') == value


def test_the_keys_of_other_programs_stay_theirs(tmp_path: Path) -> None:
    store = "from keyring.backends.SecretService import Keyring; Keyring().set_password({service!r}, 'anthropic', 'k')"
    with secret_service(tmp_path, "unlocked") as service:
        service.python(store.format(service="another app"))
        assert ask(service, 'return [await secrets.get("anthropic"), await secrets.names()]') == [None, []]
        assert ask(service, 'return await secrets.delete("anthropic")') is False
        service.python(store.format(service="inara"))
        assert ask(service, 'return await secrets.get("anthropic")') == "k", "set with the keyring command"
        ask(service, 'await secrets.set("anthropic", "new")')
        read = "from keyring.backends.SecretService import Keyring; print(Keyring().get_password('inara', 'anthropic'))"
        assert service.python(read) == "new\n"


def test_a_locked_keyring_says_so(tmp_path: Path) -> None:
    with secret_service(tmp_path, "unlocked") as service:
        assert ask(service, KEEP)[0] == "keyring"
    with secret_service(tmp_path, "locked") as service:
        assert ask(service, "return (await secrets.state()).kind") == "locked"
        assert ask(service, 'return await secrets.get("anthropic")') == {
            "error": "The keyring is locked. Unlock it with your login password, then try again."
        }
        assert ask(service, 'return await secrets.get("never-kept")') is None
        kept = ask(
            service, 'kept = await secrets.set("new", "sk-other-123")\nreturn [kept.place, await secrets.get("new")]'
        )
        assert kept == ["run", "sk-other-123"]
        assert service.files_with(CANARY) == service.files_with("sk-other-123") == []


def test_a_name_that_was_never_kept_asks_nobody(tmp_path: Path) -> None:
    with secret_service(tmp_path, "unlocked") as service:
        ask(service, KEEP)
    with secret_service(tmp_path, "unanswered") as service:
        assert ask(service, 'return await secrets.get("other")') is None


@pytest.mark.parametrize(
    ("state", "kind", "reason"),
    [
        ("fresh", "available", "The keyring is locked."),
        ("none", "absent", "There is no keyring on this system, so keys last for this run only."),
        ("stopped", "hung", "The keyring does not answer."),
    ],
)
def test_where_nothing_can_be_kept_a_key_lasts_for_this_run(
    tmp_path: Path, state: State, kind: str, reason: str
) -> None:
    with secret_service(tmp_path, state) as service:
        assert ask(service, "return (await secrets.state()).kind") == kind
        assert ask(service, KEEP) == ["run", reason]
        assert ask(service, f'await secrets.set("a", "{CANARY}")\nreturn await secrets.resolve("keyring:a")') == CANARY
        assert service.files_with(CANARY) == []


@pytest.mark.parametrize("address", ["unix:path=/nonexistent/bus", "nonsense", "tcp:host=127.0.0.1,port=1"])
def test_a_session_bus_that_is_not_there_is_no_keyring(tmp_path: Path, address: str) -> None:
    with secret_service(tmp_path, "none") as service:
        assert ask(service, "return (await secrets.state()).kind", DBUS_SESSION_BUS_ADDRESS=address) == "absent"


def test_a_hung_keyring_is_told_at_once_the_second_time_and_the_process_ends(tmp_path: Path) -> None:
    with secret_service(tmp_path, "stopped") as service:
        body = """
for attempt in range(50):
    try:
        await secrets.get("a")
    except UserError as error:
        told = str(error)
return told
"""
        assert ask(service, body).startswith("The keyring does not answer. Log out")


def test_a_prompt_that_nobody_answers_does_not_hold_the_app(tmp_path: Path) -> None:
    with secret_service(tmp_path, "unlocked") as service:
        ask(service, KEEP)
    with secret_service(tmp_path, "unanswered") as service:
        body = """
try:
    await Secrets(limit_s=1, prompt_limit_s=2).get("anthropic")
except UserError as error:
    return str(error)
"""
        assert (
            ask(service, body)
            == "The keyring asks for its password, and nobody answers. Answer its window, then try again."
        )


@pytest.mark.parametrize("state", ["unlocked", "none"])
def test_neither_variable_nor_file_can_choose_another_keyring(tmp_path: Path, state: State) -> None:
    with secret_service(tmp_path, state) as service:
        trap = tmp_path / "trap"
        trap.mkdir()
        (trap / "spy.py").write_text(
            "import keyring.backend, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'sprung')!r}).write_text('imported')\n"
            "class Keyring(keyring.backend.KeyringBackend):\n    priority = 99\n"
        )
        settings = tmp_path / "home" / ".config" / "python_keyring"
        settings.mkdir(parents=True)
        (settings / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=spy.Keyring\nkeyring-path={trap}\n")

        place, _ = ask(service, KEEP, PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")

        assert place == ("keyring" if state == "unlocked" else "run")
        assert not (tmp_path / "sprung").exists()
        assert service.files_with(CANARY) == []
