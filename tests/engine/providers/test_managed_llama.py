"""A model file served by Inara itself: a real llama.cpp server that comes when it is needed and never stays behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import httpx
import pytest

from inara_engine.errors import InaraError
from inara_engine.events import Progress
from inara_engine.messages import Message
from inara_engine.providers.base import ModelRequest, Reply
from inara_engine.providers.gguf import read_head
from inara_engine.providers.llama_process import LlamaProcess, find_server
from inara_engine.providers.managed_llama import ManagedLlama
from inara_engine.settings import LlamaServerSettings
from tests.support.llama_server import server_program
from tests.support.tiny_model import cached_model

ASKED = ModelRequest("", (Message("user", "Hello"),), extra={"temperature": 0})
HELLO = "Hello there! I am a tiny scripted model."
ARGUMENTS = ("--offline", "--cache-ram", "0", "--threads", "2")


def settings(program: str = "", *, args: tuple[str, ...] = ARGUMENTS, idle_minutes: float = 0) -> LlamaServerSettings:
    return LlamaServerSettings(path=program or server_program(), args=args, idle_minutes=idle_minutes)


@pytest.fixture
async def model() -> AsyncGenerator[ManagedLlama]:
    made = ManagedLlama(str(cached_model()), settings(), label="Tiny", config_id="tiny")
    yield made
    await made.aclose()


async def answer(model: ManagedLlama) -> tuple[str, list[str]]:
    """What it says, and what was told meanwhile."""
    told: list[str] = []
    text = ""
    async for event in model.stream(ASKED):
        if isinstance(event, Progress):
            told.append(event.text)
        elif isinstance(event, Reply):
            text = event.text
    return text, told


def group_of(model: ManagedLlama) -> int:
    assert model.process is not None
    return model.process.group


def group_is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


async def gone(group: int) -> None:
    async with asyncio.timeout(5):
        while not group_is_gone(group):
            await asyncio.sleep(0.01)


async def test_the_server_comes_with_the_first_question_and_serves_the_next(model: ManagedLlama) -> None:
    assert (await model.facts()).loaded is False
    assert (await answer(model))[0] == HELLO
    first = group_of(model)
    assert (await answer(model))[0] == HELLO
    assert group_of(model) == first
    facts = await model.facts()
    assert (facts.loaded, facts.tools, facts.slots) == (True, True, 1)


async def test_only_who_has_its_key_may_ask_it_and_no_other_machine(model: ManagedLlama) -> None:
    await answer(model)
    process = model.process
    assert process is not None
    async with httpx.AsyncClient(trust_env=False) as client:
        refused = await client.post(f"http://127.0.0.1:{process.port}/v1/chat/completions", json={})
    assert refused.status_code == 401
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert process.key not in listing


async def test_two_questions_at_once_start_one_server(model: ManagedLlama) -> None:
    answers = await asyncio.gather(answer(model), answer(model))
    assert [text for text, _ in answers] == [HELLO, HELLO]


async def test_a_server_that_was_killed_is_started_again(model: ManagedLlama) -> None:
    await answer(model)
    first = group_of(model)
    os.killpg(first, signal.SIGKILL)
    assert (await answer(model))[0] == HELLO
    assert group_of(model) != first


async def test_an_idle_server_is_freed_and_comes_back() -> None:
    model = ManagedLlama(str(cached_model()), settings(idle_minutes=0.001), config_id="tiny")
    try:
        await answer(model)
        await gone(group_of(model))
        assert (await answer(model))[0] == HELLO
    finally:
        await model.aclose()


async def test_closing_ends_it(model: ManagedLlama) -> None:
    await answer(model)
    group = group_of(model)
    await model.aclose()
    assert group_is_gone(group)


VICTIM = """
import asyncio, sys
from inara_engine.providers.llama_process import LlamaProcess
async def main():
    process = await LlamaProcess.start(sys.argv[1], ["--model", sys.argv[2], "--offline"])
    print(process.group, flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_nothing_stays_behind_when_inara_is_killed() -> None:
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-c", VICTIM, server_program(), str(cached_model()), stdout=asyncio.subprocess.PIPE
    )
    assert victim.stdout is not None
    group = int(await victim.stdout.readline())
    assert not group_is_gone(group)
    victim.kill()
    await victim.wait()
    await gone(group)


async def test_what_is_written_without_end_is_kept_only_in_part(tmp_path: Path) -> None:
    noisy = program(tmp_path, "i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i+1)); done; echo the last")
    process = await LlamaProcess.start(str(noisy), [])
    try:
        await process.settled()
        assert process.log.endswith("the last")
        assert len(process.log.splitlines()) <= 200
    finally:
        await process.close()


def program(folder: Path, script: str) -> Path:
    """Something that is started in the server's place."""
    made = folder / "llama-server"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    return made


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'ggml_backend_cpu_buffer: failed to allocate buffer of size 999'; exit 1", "not enough memory"),
        ("kill -KILL $$", "not enough memory"),
        ("echo 'error loading model: unknown model architecture: foo'; exit 1", "could not load"),
        ("echo 'error: invalid argument: --bogus'; exit 1", "does not take its arguments"),
        ("echo 'something else'; exit 7", "status 7"),
    ],
)
async def test_a_server_that_dies_while_it_loads_is_told_with_its_last_words(
    tmp_path: Path, script: str, words: str
) -> None:
    model = ManagedLlama(str(cached_model()), settings(str(program(tmp_path, script)), args=()), config_id="tiny")
    with pytest.raises(InaraError, match=words) as caught:
        await answer(model)
    assert caught.value.next_step
    await model.aclose()


async def test_a_port_that_was_taken_meanwhile_is_tried_again_elsewhere(tmp_path: Path) -> None:
    script = f"""
if [ ! -e {tmp_path}/tried ]; then touch {tmp_path}/tried; echo "couldn't bind HTTP server socket"; exit 1; fi
exec {server_program()} "$@"
"""
    model = ManagedLlama(str(cached_model()), settings(str(program(tmp_path, script))), config_id="tiny")
    try:
        assert (await answer(model))[0] == HELLO
    finally:
        await model.aclose()


async def test_a_long_load_is_told_with_its_time(tmp_path: Path) -> None:
    script = f'sleep 1.3; exec {server_program()} "$@"'
    model = ManagedLlama(str(cached_model()), settings(str(program(tmp_path, script))), label="Tiny", config_id="tiny")
    try:
        text, told = await answer(model)
    finally:
        await model.aclose()
    assert text == HELLO
    assert told[0] == "Loading Tiny, 1 s"


def test_a_whole_file_tells_what_it_is_made_for() -> None:
    head = read_head(cached_model())
    assert head.size == cached_model().stat().st_size
    assert head.longest


@pytest.mark.parametrize("part", [0.1, 0.5, 0.999])
async def test_a_file_that_is_cut_is_told_before_anything_is_started(tmp_path: Path, part: float) -> None:
    whole = cached_model().read_bytes()
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(whole[: int(len(whole) * part)])
    model = ManagedLlama(str(cut), settings(), config_id="tiny")
    with pytest.raises(InaraError, match="not complete") as caught:
        await answer(model)
    assert "Download it again" in caught.value.next_step
    assert (await model.check()).ok is False


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no GGUF"),
        (b"<html>", "no GGUF"),
        (b"GGUF", "not complete"),
        (b"GGUF\x63\0\0\0" + bytes(16), "version is 99"),
        (b"GGUF\x03\0\0\0" + b"\xff" * 16, "more parts"),
    ],
)
def test_what_is_no_model_is_said_to_be_none(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "x.gguf"
    file.write_bytes(content)
    with pytest.raises(InaraError, match=words):
        read_head(file)
    with pytest.raises(InaraError, match="can't be read"):
        read_head(tmp_path / "missing.gguf")


def test_without_a_server_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InaraError, match="not installed") as caught:
        find_server(None)
    assert "https://github.com/ggml-org/llama.cpp/releases" in caught.value.next_step
    apt = tmp_path / "apt-cache"
    apt.write_text("#!/bin/sh\necho 'llama.cpp-tools - LLM inference tools'\n")
    apt.chmod(0o755)
    with pytest.raises(InaraError) as caught:
        find_server(None)
    assert caught.value.next_step == "Install it: `sudo apt install llama.cpp-tools`."
    apt.write_text("#!/no/such/interpreter\n")  # whatever keeps it from telling
    with pytest.raises(InaraError, match="not installed"):
        find_server(None)
    with pytest.raises(InaraError, match="no program"):
        find_server(str(tmp_path / "missing"))
