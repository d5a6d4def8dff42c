"""`inara ask`: one task, its answer on standard output, everything else beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.scripted_server import ScriptedServer, call, calls_turn, text_turn
from tests.support.terminal import configure, run_inara


async def test_the_answer_alone_is_on_standard_output(home: Path, llama_server: str) -> None:
    configure(home, llama_server)
    ran = await run_inara("ask", "hello")
    assert (ran.status, ran.out, ran.err) == (0, "Hello there! I am a tiny scripted model.\n", "")


async def test_json_lines_tell_the_whole_job(home: Path, llama_server: str) -> None:
    work = configure(home, llama_server)
    (work / "a.txt").write_text("a")
    ran = await run_inara("ask", "--json", "look [[list]]")
    kinds = [value["type"] for value in ran.values]
    assert ran.status == 0
    assert kinds[0] == "connected"
    assert kinds[-1] == "done"
    assert kinds.index("tool_call") < kinds.index("tool_result") < kinds.index("token")
    done = ran.value("done")
    assert tokens(ran.values) == done["response"] == "The tool has answered. That is all."
    assert done["backend"] == "local"
    assert done["tool_calls"][0]["name"] == "list_files"
    assert done["tool_calls"][0]["outcome"] == "ok"
    assert "a.txt" in done["tool_calls"][0]["output"]
    assert ran.value("connected")["session_id"] == done["session_id"]


async def test_text_before_a_tool_is_not_the_answer(home: Path) -> None:
    async with ScriptedServer(
        [calls_turn(call("calculate", {"expression": "6*7"}), text="I will calculate."), text_turn("It is ", "42.")]
    ) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "--json", "6*7?")
    assert "I will calculate." in "".join(value["text"] for value in ran.values if value["type"] == "token")
    assert tokens(ran.values) == ran.value("done")["response"] == "It is 42."


async def test_a_conversation_goes_on_with_its_history(home: Path) -> None:
    async with ScriptedServer([text_turn("One."), text_turn("Two."), text_turn("Three.")]) as server:
        configure(home, server.base_url)
        session = (await run_inara("ask", "--json", "first")).value("done")["session_id"]
        assert (await run_inara("ask", "--session", session, "second")).out == "Two.\n"
        assert (await run_inara("ask", "third")).out == "Three.\n"
    said = [[message["content"] for message in request.json["messages"][1:]] for request in server.requests]
    assert said == [["first"], ["first", "One.", "second"], ["third"]]


@pytest.mark.parametrize("more", [(), ("--off-record",), ("--after", "j")])
async def test_a_conversation_that_is_not_there_is_named_instead_of_made(home: Path, more: tuple[str, ...]) -> None:
    async with ScriptedServer([]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", *more, "--session", "nowhere", "hello")
    assert (ran.status, ran.out, server.requests) == (1, "", [])
    assert ran.err == (
        "inara: There is no conversation 'nowhere'.\n"
        "       `inara sessions list` shows them; without --session a new one begins.\n"
    )
    assert (await run_inara("sessions")).out == ""


async def test_what_is_left_out_of_a_persona_is_said_and_the_answer_comes(home: Path) -> None:
    folder = home / "personas" / "poet"
    folder.mkdir(parents=True)
    (folder / "identity.md").write_bytes(b"\0\0")
    async with ScriptedServer([text_turn("Hi.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "--persona", "poet", "Hello")
    assert (ran.status, ran.out) == (0, "Hi.\n")
    assert ran.err == (
        f"Left out of the persona: {folder / 'identity.md'}: It is binary data, not text. "
        "Put a Markdown file in its place.\n"
    )


@pytest.mark.parametrize("arguments", [("ask", "-"), ("ask",)])
async def test_the_task_comes_from_a_pipe(home: Path, arguments: tuple[str, ...]) -> None:
    async with ScriptedServer([text_turn("Read.")]) as server:
        configure(home, server.base_url)
        assert (await run_inara(*arguments, stdin="Zürich\n世界".encode())).out == "Read.\n"
    assert server.requests[0].json["messages"][-1]["content"] == "Zürich\n世界"


async def test_bytes_that_are_no_text_do_not_stop_it(home: Path) -> None:
    async with ScriptedServer([text_turn("Read.")]) as server:
        configure(home, server.base_url)
        ran = await run_inara("ask", "-", stdin=b"nul \0, latin \xe9")
    assert (ran.status, ran.out) == (0, "Read.\n")
    assert "not UTF-8" in ran.err
    assert server.requests[0].json["messages"][-1]["content"] == "nul \0, latin �"


async def test_an_empty_task_is_told(home: Path) -> None:
    ran = await run_inara("ask", "-", stdin=b" \n")
    assert ran.status == 1
    assert ran.err == "inara: There is nothing to do: the task is empty.\n       Type what you want done.\n"


async def test_the_model_is_chosen_by_its_id(home: Path) -> None:
    async with ScriptedServer([text_turn("From the other.")]) as server:
        configure(home, "http://127.0.0.1:9/v1")
        with (home / "config.toml").open("a") as file:
            file.write(f'[models.other]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "big"\n')
        assert (await run_inara("ask", "--model", "other", "hi")).out == "From the other.\n"
        unknown = await run_inara("ask", "--model", "none", "hi")
    assert server.requests[0].json["model"] == "big"
    assert unknown.status == 1
    assert "There is no model 'none'" in unknown.err
    assert "local, other" in unknown.err


async def test_chat_mode_offers_nothing_that_changes(home: Path) -> None:
    async with ScriptedServer([text_turn("Yes.")]) as server:
        configure(home, server.base_url)
        await run_inara("ask", "--mode", "chat", "hi")
    offered = {tool["function"]["name"] for tool in server.requests[0].json.get("tools", [])}
    assert not offered & {"write_file", "move_file", "delete_file"}


@pytest.mark.parametrize(("flags", "answer"), [((), "In other words: 42."), (("--no-final",), "It is 42.")])
async def test_another_model_words_the_answer_unless_told_not_to(
    home: Path, flags: tuple[str, ...], answer: str
) -> None:
    async with ScriptedServer([text_turn("It is 42."), text_turn("In other ", "words: 42.")]) as server:
        configure(home, server.base_url)
        with (home / "config.toml").open("a") as file:
            file.write(f'[models.writer]\nprovider = "openai"\nbase_url = "{server.base_url}"\nmodel = "big"\n')
            file.write('[roles.orchestrator]\nmodels = ["local"]\n[roles.chat]\nmodels = ["writer"]\n')
        plain = await run_inara("ask", *flags, "6*7?")
        assert (plain.status, plain.out) == (0, f"{answer}\n")
        server.turns = [text_turn("It is 42."), text_turn("In other ", "words: 42.")]
        as_json = await run_inara("ask", "--json", *flags, "6*7?")
    assert tokens(as_json.values) == as_json.value("done")["response"] == answer


async def test_a_question_that_nobody_can_answer_waits(home: Path) -> None:
    """Exit status 3, and the job's id as the only word on standard output, for a script to pick up."""
    write = calls_turn(call("write_file", {"path": "note.md", "content": "x"}))
    async with ScriptedServer([write, write]) as server:
        work = configure(home, server.base_url)
        ran = await run_inara("ask", "write it")
        as_json = await run_inara("ask", "--json", "write it")
    assert ran.status == as_json.status == 3
    assert ran.out == ran.out.split()[0] + "\n"
    assert f"`inara jobs confirm {ran.out.strip()}`" in ran.err
    asked = as_json.values[-1]
    assert asked["type"] == "confirm"
    assert asked["tools"][0]["name"] == "write_file"
    assert asked["tools"][0]["digest"]
    assert not (work / "note.md").exists()


@pytest.mark.parametrize(("below", "runs"), [("3", True), ("2", False)])
async def test_risks_below_a_limit_run_by_themselves(home: Path, below: str, runs: bool) -> None:
    """Writing a new file is R2."""
    async with ScriptedServer(
        [calls_turn(call("write_file", {"path": "n.md", "content": "x"})), text_turn("Done.")]
    ) as s:
        work = configure(home, s.base_url)
        ran = await run_inara("ask", "--approve-all-below", below, "write")
    assert ran.status == (0 if runs else 3)
    assert (work / "n.md").exists() == runs


async def test_the_limit_never_covers_the_highest_risks(home: Path) -> None:
    assert (await run_inara("ask", "--approve-all-below", "4", "x")).status == 2


async def test_what_a_terminal_would_obey_is_made_visible(home: Path) -> None:
    evil = "\x1b]0;title\x07\x9b2J\u202egnp.exe"
    async with ScriptedServer([text_turn(evil), text_turn(evil)]) as server:
        configure(home, server.base_url)
        plain = await run_inara("ask", evil)
        as_json = await run_inara("ask", "--json", "x")
        lists = (await run_inara("jobs")).out + (await run_inara("sessions")).out
    assert plain.out == "⟨U+001B⟩]0;title⟨U+0007⟩⟨U+009B⟩2J⟨U+202E⟩gnp.exe\n"
    for text in (as_json.out, lists):
        assert not set("\x1b\x07\x9b\u202e") & set(text)
    assert as_json.value("done")["response"] == evil


async def test_the_demo_says_what_it_is(home: Path) -> None:
    (home / "config.toml").write_text('[workspace]\nroots = ["~/none"]\n')
    ran = await run_inara("ask", "hello")
    assert ran.err.startswith("Demo, not an AI")


def tokens(values: list[dict[str, object]]) -> str:
    """The texts of the tokens after the last confirm or reset, as the contract says to join them."""
    text = ""
    for value in values:
        if value["type"] in {"confirm", "reset"}:
            text = ""
        elif value["type"] == "token":
            text += str(value["text"])
    return text


@pytest.mark.parametrize("more", [(), ("--json",)])
async def test_who_asks_in_a_conversation_that_waits_is_told_what_comes_first(
    home: Path, more: tuple[str, ...]
) -> None:
    """The command waited without a word, and without an end where nobody could be asked."""
    writes = calls_turn(call("write_file", {"path": "a.md", "content": "x"}))
    async with ScriptedServer([writes, text_turn("Written."), text_turn("And that.")]) as server:
        configure(home, server.base_url)
        first = await run_inara("ask", "--json", "first")
        told = first.value("connected")
        ran = await run_inara("ask", "--session", told["session_id"], *more, "second")
        assert (first.status, ran.status) == (3, 3)
        assert f"`inara jobs confirm {told['job_id']}` allows it" in ran.err
        waits = ran.value("connected")["job_id"] if more else ran.out.strip()
        assert (await run_inara("jobs", "confirm", told["job_id"])).status == 0
        assert (await run_inara("jobs", "resume", waits)).out == "And that.\n"
