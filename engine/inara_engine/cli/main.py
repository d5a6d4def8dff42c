"""From the command line to the engine: opened here, or the one that the window has open."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

import inara_engine
from inara_engine.cli import commands, terminal
from inara_engine.cli.ask import ask
from inara_engine.cli.parser import parser
from inara_engine.errors import InaraError
from inara_engine.face import AlreadyOpen, Face, Prompt, new_id, open_engine
from inara_engine.home import Home, find_home
from inara_engine.remote import RemoteEngine

__all__ = ["chat", "main", "the_engine"]

CANCELLED = 130
SOCKET_TRIES = 20  # of 0.1 s: the other side may be starting


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is CONTRACTS' (0 done, 1 failed, 2 usage, 3 waiting, 130 cancelled)."""
    options = parser().parse_args(arguments)
    if options.version:
        terminal.line(f"inara {inara_engine.__version__}")
        return 0
    if options.command is None:
        parser().print_help()
        return 2
    if options.command == "chat":
        return chat(options.model)
    try:
        return asyncio.run(_run(options))
    except InaraError as error:
        terminal.error(error)
        return 1
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        # The reader of our output is gone; keep Python from failing again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def chat(model: str = "", notice: str = "") -> int:
    """Talk in the terminal until the end of input; each line is a task in one session."""
    if notice:
        terminal.note(notice)
    session = new_id("session")
    terminal.note("Type a task and press Enter. Ctrl+C stops an answer, Ctrl+D ends.")
    try:
        with asyncio.Runner() as runner:
            engine_context = the_engine(find_home(os.environ))
            engine = runner.run(engine_context.__aenter__())
            try:
                while True:
                    text = terminal.ask("\n› ")
                    if text:
                        _one_turn(runner, engine, Prompt(text=text, model=model, origin="terminal"), session)
            except EOFError:
                terminal.note("")
                return 0
            finally:
                runner.run(engine_context.__aexit__(None, None, None))
    except InaraError as error:
        terminal.error(error)
        return 1
    except KeyboardInterrupt:
        terminal.note("")
        return CANCELLED


@asynccontextmanager
async def the_engine(home: Home, *, drive: bool = False) -> AsyncGenerator[Face]:
    """The engine, opened here or reached through the process that has it. `drive` takes up unfinished jobs."""
    engine: Face
    try:
        engine = await open_engine(home, drive=drive)
    except AlreadyOpen:
        engine = await _remote(home)
    try:
        yield engine
    finally:
        await engine.close()


async def _remote(home: Home) -> Face:
    for _ in range(SOCKET_TRIES):
        if engine := await RemoteEngine.connect(home.socket):
            return engine
        await asyncio.sleep(0.1)
    raise AlreadyOpen(
        "Another Inara has the data open but does not answer.", next_step="End that process, then try again."
    )


async def _run(options: argparse.Namespace) -> int:
    async with the_engine(find_home(os.environ)) as engine:
        if options.command == "ask":
            prompt = Prompt(
                text=_task(options.text),
                mode=options.mode,
                model=options.model,
                origin="terminal",
                approve_below=options.approve_all_below,
            )
            return await ask(engine, prompt, options.session or new_id("session"), as_json=options.json)
        return await commands.run(engine, options)


def _one_turn(runner: asyncio.Runner, engine: Face, prompt: Prompt, session: str) -> None:
    try:
        runner.run(ask(engine, prompt, session, as_json=False))
    except InaraError as error:
        terminal.error(error)
    except KeyboardInterrupt:
        terminal.note("\nStopped.")


def _task(words: list[str]) -> str:
    return sys.stdin.read() if words == ["-"] else " ".join(words)
