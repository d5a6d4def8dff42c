"""A conversation in the terminal: each line is a task of one session."""

from __future__ import annotations

import asyncio

from inara_engine.cli import terminal
from inara_engine.cli.ask import ask
from inara_engine.cli.opening import the_engine
from inara_engine.cli.running import say_problems
from inara_engine.cli.watching import CANCELLED, DONE
from inara_engine.errors import InaraError
from inara_engine.face import Face, Prompt, new_id
from inara_engine.home import Home

__all__ = ["chat"]


def chat(home: Home, model: str = "") -> int:
    """Talk until the end of input. Ctrl+C stops an answer, not the conversation."""
    session = new_id("session")
    with asyncio.Runner() as runner:  # a run for each turn, so that Ctrl+C ends that turn alone
        opened = the_engine(home)
        engine = runner.run(opened.__aenter__())
        try:
            runner.run(say_problems(engine))
            terminal.note("Type a task and press Enter. Ctrl+C stops an answer, Ctrl+D ends.", terminal.DIM)
            while True:
                try:
                    text = runner.run(terminal.answer("\n› "))
                except KeyboardInterrupt:
                    if not terminal.can_ask():
                        return CANCELLED
                    terminal.note("\nCtrl+D ends.", terminal.DIM)
                    continue
                if text is None:
                    terminal.note("")
                    return DONE
                if text:
                    runner.run(_turn(engine, Prompt(text=text, model=model, origin="terminal"), session))
        finally:
            runner.run(opened.__aexit__(None, None, None))


async def _turn(engine: Face, prompt: Prompt, session: str) -> None:
    try:
        await ask(engine, prompt, session, as_json=False)
    except InaraError as error:
        terminal.error(error)
