"""`inara sessions`, `models`, `secrets`, `doctor`, and the help of them all."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

import pytest

from inara_engine.cli import importing
from inara_engine.face import open_engine
from inara_engine.home import find_home
from tests.support.scripted_server import ScriptedServer, json_turn, text_turn
from tests.support.terminal import configure, run_inara

VERBS = {
    "jobs": ("list", "show", "follow", "confirm", "deny", "cancel", "resume"),
    "sessions": ("list", "show", "search", "export", "import", "delete", "trash", "move"),
    "models": ("list", "discover", "test"),
    "secrets": ("list", "set", "delete"),
}


async def talk(home: Path) -> str:
    """A conversation of two tasks; its id."""
    async with ScriptedServer([text_turn("The *invoice* is in May."), text_turn("Nothing else.")]) as server:
        configure(home, server.base_url, label="Tiny")
        session: str = (await run_inara("ask", "--json", "Where is the invoice?")).value("done")["session_id"]
        await run_inara("ask", "--session", session, "What else?")
    return session


async def test_a_conversation_is_found_read_exported_and_removed(home: Path) -> None:
    session = await talk(home)
    assert (await run_inara("sessions")).out.split()[0] == session
    assert (await run_inara("sessions", "search", "invoice")).out.split()[0] == session
    assert (await run_inara("sessions", "list", "--json")).values[0]["title"] == "Where is the invoice?"
    missing = await run_inara("sessions", "search", "unicorn")
    assert (missing.status, missing.out) == (0, "")
    shown = (await run_inara("sessions", "show", session)).out
    assert shown.startswith("# Where is the invoice?\n")
    assert shown.index("The *invoice* is in May.") < shown.index("What else?")
    assert (await run_inara("sessions", "export", session, "--format", "md")).out == shown
    assert (await run_inara("sessions", "delete", session)).status == 0
    assert (await run_inara("sessions")).out == ""
    for verb in ("show", "export", "delete"):
        gone = await run_inara("sessions", verb, session)
        assert gone.status == 1
        assert gone.err.startswith(f"inara: There is no session {session}.")


async def test_an_export_comes_back_as_the_same_conversation(home: Path, tmp_path: Path) -> None:
    session = await talk(home)
    whole = (await run_inara("sessions", "export", session)).out
    value = json.loads(whole)
    assert (value["format"], value["version"]) == ("inara-session", 1)
    assert [message["role"] for message in value["messages"]] == ["user", "assistant", "user", "assistant"]
    file = tmp_path / "talk.json"
    file.write_text(whole)
    copy = (await run_inara("sessions", "import", str(file))).out.strip()
    piped = (await run_inara("sessions", "import", "-", stdin=whole.encode())).out.strip()
    assert len({session, copy, piped}) == 3
    again = json.loads((await run_inara("sessions", "export", copy)).out)
    assert [(message["role"], message["content"], message["model"]) for message in again["messages"]] == [
        (message["role"], message["content"], message["model"]) for message in value["messages"]
    ]


async def test_what_another_program_writes_is_taken_in_from_a_pipe_with_a_name(home: Path, tmp_path: Path) -> None:
    """As in `inara sessions import <(zcat talk.json.gz)`: it can be read once only."""
    said = "word " * 20_000
    talk = json.dumps({"title": "Piped", "messages": [{"role": "user", "content": said}]})
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = asyncio.create_task(asyncio.to_thread(pipe.write_text, talk))
    session = (await run_inara("sessions", "import", str(pipe))).out.strip()
    await writing
    exported = json.loads((await run_inara("sessions", "export", session)).out)
    assert (exported["title"], exported["messages"][0]["content"]) == ("Piped", said)


async def test_a_plain_list_of_messages_is_taken_in_and_goes_on(home: Path) -> None:
    plain = {
        "title": "From elsewhere",
        "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}],
    }
    async with ScriptedServer([text_turn("Hm.")]) as server:
        configure(home, server.base_url)
        session = (await run_inara("sessions", "import", "-", stdin=json.dumps(plain).encode())).out.strip()
        await run_inara("ask", "--session", session, "And?")
    assert [message["content"] for message in server.requests[0].json["messages"][1:]] == ["Hi", "Ho", "And?"]
    assert "From elsewhere" in (await run_inara("sessions")).out


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"title": "x", "messages": [{"role": "us', "not whole JSON"),
        (b"", "not whole JSON"),
        (b"[1, 2]", "not a session"),
        (b'{"messages": []}', "no messages"),
        (b'{"messages": [{"role": "system", "content": "x"}]}', "no messages"),
        (b'{"messages": [{"role": "robot", "content": "x"}]}', "messages.0.role"),
        (b'{"messages": [{"role": "user", "content": 1}]}', "messages.0.content"),
        (b'{"format": "inara-session", "version": 2, "messages": []}', "newer"),
        (b"\xff\xfe", "not text"),
        (b"[" * 100_000, "not whole JSON"),
    ],
)
async def test_what_is_no_conversation_is_refused(home: Path, content: bytes, message: str) -> None:
    ran = await run_inara("sessions", "import", "-", stdin=content)
    assert ran.status == 1
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert (await run_inara("sessions")).out == ""


async def test_a_file_that_cannot_be_read_is_told(home: Path, tmp_path: Path) -> None:
    for file in (tmp_path / "none.json", tmp_path):
        ran = await run_inara("sessions", "import", str(file))
        assert ran.status == 1
        assert ran.err.startswith(f"inara: {file} can't be read: ")


async def test_models_are_listed_and_tested(home: Path, llama_server: str) -> None:
    configure(home, llama_server, label="Tiny one")
    listed = await run_inara("models")
    assert listed.out == f"*  local  {llama_server}  Tiny one\n"
    assert (await run_inara("models", "list", "--json")).values[0]["local"] is True
    well = await run_inara("models", "test", "local")
    assert well.status == 0
    unknown = await run_inara("models", "test", "none")
    assert unknown.status == 1
    assert "The models are: local." in unknown.err


async def test_the_demo_needs_no_server(home: Path) -> None:
    assert (await run_inara("models", "test", "demo")).status == 0


async def test_a_model_that_does_not_answer_is_told(home: Path) -> None:
    configure(home, "http://127.0.0.1:9/v1")
    ran = await run_inara("models", "test", "local")
    assert ran.status == 1
    assert "127.0.0.1:9" in ran.err


async def test_discover_says_so_when_nothing_answers(home: Path) -> None:
    ran = await run_inara("models", "discover")
    assert ran.status == 0
    assert ran.out or "No model server answers" in ran.err


async def test_without_a_keyring_a_key_is_not_kept_and_that_is_told(home: Path) -> None:
    ran = await run_inara("secrets", "set", "openai", stdin=b"sk-12345678\n")
    assert ran.status == 1
    assert "this run only" in ran.err
    assert "env:NAME" in ran.err
    assert "sk-12345678" not in ran.out + ran.err
    listed = await run_inara("secrets", "list")
    assert (listed.status, listed.out, listed.err) == (0, "", "No keys are kept.\n")


@pytest.mark.parametrize("value", [b"", b" \n", b"\xff\xfe", b"x" * 200_000])
async def test_a_key_that_is_none_is_refused(home: Path, value: bytes) -> None:
    ran = await run_inara("secrets", "set", "openai", stdin=value)
    assert ran.status == 1
    assert ran.err.startswith("inara: The key is ")


async def test_doctor_says_what_works_and_what_to_do(home: Path) -> None:
    async with ScriptedServer(pages={"/v1/models": json_turn({"data": [{"id": "tiny"}]})}) as server:
        configure(home, server.base_url)
        ran = await run_inara("doctor")
        as_json = await run_inara("doctor", "--json")
    assert "✓ Database: " in ran.out
    assert "✓ Model local: " in ran.out
    assert "✗ Keyring: " in ran.out  # none in this test
    findings = {finding["subject"]: finding for finding in as_json.values}
    assert findings["Model local"]["ok"] is True
    assert findings["Keyring"]["ok"] is False
    assert ran.status == as_json.status == 1
    configure(home, "http://127.0.0.1:9/v1")
    assert "✗ Model local: " in (await run_inara("doctor")).out


async def test_every_command_explains_itself(home: Path) -> None:
    top = await run_inara("--help")
    assert top.status == 0
    for command in (*VERBS, "ask", "doctor", "chat"):
        assert command in top.out
        explained = await run_inara(command, "--help")
        assert explained.status == 0
        assert "examples:" in explained.out or command in {"doctor", "chat"}
        for verb in VERBS.get(command, ()):
            assert verb in explained.out
            assert (await run_inara(command, verb, "--help")).status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        *((command, "nonsense") for command in VERBS),
        ("jobs", "show"),
        ("ask", "--json", "--bad", "x"),
        (),
    ],
)
async def test_what_is_no_command_is_a_usage_error(home: Path, arguments: tuple[str, ...]) -> None:
    ran = await run_inara(*arguments)
    assert ran.status == 2
    assert "usage: inara" in ran.err + ran.out
    assert "Traceback" not in ran.err


async def test_conversations_are_kept_put_away_and_taken_back(home: Path) -> None:
    plain = json.dumps({"title": "Rome", "messages": [{"role": "user", "content": "When to Rome?"}]})
    rome, oslo = [
        (await run_inara("sessions", "import", "-", stdin=plain.replace("Rome", name).encode())).out.strip()
        for name in ("Rome", "Oslo")
    ]
    await run_inara("sessions", "pin", rome)
    assert [line.split()[0] for line in (await run_inara("sessions")).out.splitlines()] == [rome, oslo]
    await run_inara("sessions", "unpin", rome)
    await run_inara("sessions", "move", rome, "--folder", "Trips")
    folder = await run_inara("sessions", "list", "--folder", "Trips", "--json")
    assert [one["id"] for one in folder.values] == [rome]
    assert (await run_inara("sessions", "folders", "--json")).values == [{"name": "Trips", "sessions": 1, "unread": 0}]
    rest = await run_inara("sessions", "list", "--limit", "1", "--before", oslo)
    assert rest.out.split()[0] == rome
    copy = (await run_inara("sessions", "duplicate", rome)).out.strip()
    await run_inara("sessions", "rename", copy, "Rome again")
    await run_inara("sessions", "trash", rome, oslo)
    assert [one["title"] for one in (await run_inara("sessions", "list", "--json")).values] == ["Rome again"]
    await run_inara("sessions", "restore", rome)
    assert (await run_inara("sessions", "empty-trash")).out == "1\n"
    assert {one["id"] for one in (await run_inara("sessions", "list", "--json")).values} == {rome, copy}


async def test_a_file_with_many_conversations_is_taken_in_whole(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "conversations.json"
    file.write_text(json.dumps([{"title": str(n), "messages": [{"role": "user", "content": "hi"}]} for n in range(3)]))
    ran = await run_inara("sessions", "import", str(file))
    listed = (await run_inara("sessions", "list", "--json")).values
    assert len(ran.out.split()) == 3
    assert {one["id"] for one in listed} == set(ran.out.split())


async def test_a_large_import_says_how_far_it_is_on_a_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = home / "conversations.json"
    one = {"title": "Old", "messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}]}
    file.write_text(json.dumps([one] * 20))
    monkeypatch.setattr(importing, "TELL_S", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    engine = await open_engine(find_home(), drive=False)
    try:
        assert len(await importing.bring_in(engine, str(file))) == 20
    finally:
        await engine.close()
    said = capsys.readouterr()
    assert "  5%  1 of 20 conversations" in said.err
    assert said.out == ""
