"""A conversation in the terminal: each line is a task of one session, or a command that begins with a slash.

The engine's loop has a thread of its own, so that other commands and waiting jobs go on while a person types.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from collections.abc import Coroutine, Generator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from inara_engine.cli import terminal
from inara_engine.cli.ask import ask
from inara_engine.cli.known import check_known
from inara_engine.cli.line_input import LineInput
from inara_engine.cli.opening import the_engine
from inara_engine.cli.running import say_problems
from inara_engine.cli.watching import CANCELLED, DONE
from inara_engine.errors import InaraError, NotFound
from inara_engine.face import Face, Prompt, new_id
from inara_engine.frozen import frozen
from inara_engine.home import Home

__all__ = ["chat"]

_T = TypeVar("_T")
REMEMBERED = 100  # earlier tasks behind the up arrow
HELP = """/help           this
/new            start a new conversation
/model [ID]     the models, or answer with this one
/persona [NAME] the personas, or let this one answer
/mode           with tools (agent), without (chat)
/exit           end (so does Ctrl+D)
A line that ends with \\ goes on in the next; lines between two lines of \"\"\" are one task."""


@frozen
class _Talk:
    """What holds for the next task."""

    session: str
    model: str = ""
    persona: str = ""
    mode: str = "agent"


def chat(home: Home, model: str = "", persona: str = "") -> int:
    """Talk until the end of input. Ctrl+C stops an answer, not the conversation."""
    with _ended_by_the_system(), _loop_in_a_thread() as run:
        opened = the_engine(home)
        engine = run(opened.__aenter__())
        try:
            run(say_problems(engine))
            run(_check_known(engine, model, persona))
            terminal.note("Type a task and press Enter. /help shows more, Ctrl+D ends.", terminal.DIM)
            lines = LineInput(run(_earlier(engine)))
            talk = _Talk(new_id("session"), model, persona)
            while True:
                try:
                    text = lines.read()
                except KeyboardInterrupt:
                    if not terminal.can_ask():
                        return CANCELLED
                    terminal.note("\nCtrl+D ends.", terminal.DIM)
                    continue
                if text is None or text in {"/exit", "/quit"}:
                    terminal.note("" if text is None else "Bye.", terminal.DIM)
                    return DONE
                try:
                    if text.startswith("/") and "\n" not in text:
                        talk = run(_command(engine, talk, text))
                    elif text:
                        run(_turn(engine, talk, text))
                except InaraError as error:
                    terminal.error(error)
        finally:
            run(opened.__aexit__(None, None, None))


async def _turn(engine: Face, talk: _Talk, text: str) -> None:
    mode = "chat" if talk.mode == "chat" else "agent"
    prompt = Prompt(text=text, model=talk.model, persona=talk.persona, mode=mode, origin="terminal")
    await ask(engine, prompt, talk.session, as_json=False)


async def _command(engine: Face, talk: _Talk, text: str) -> _Talk:
    """Do what a line with a slash asks for; what holds from then on. Raises NotFound for what there is not."""
    name, _, value = text[1:].partition(" ")
    value = value.strip()
    match name:
        case "help" | "?":
            terminal.note(HELP)
        case "new":
            terminal.note("A new conversation.", terminal.DIM)
            return replace(talk, session=new_id("session"))
        case "model":
            models = await engine.models()
            known = [model.id for model in models]
            chosen = talk.model or next((model.id for model in models if model.chosen), "")
            return replace(talk, model=_chosen("model", value, known, chosen) or talk.model)
        case "persona":
            chosen = talk.persona or (await engine.settings()).defaults.persona
            return replace(talk, persona=_chosen("persona", value, await engine.personas(), chosen) or talk.persona)
        case "mode":
            return replace(talk, mode=_chosen("mode", value, ["agent", "chat"], talk.mode) or talk.mode)
        case _:
            raise NotFound(f"There is no /{name[:40]}.", next_step="/help shows what there is.")
    return talk


async def _check_known(engine: Face, model: str, persona: str) -> None:
    """What the command line chose is there before a person types a task for it. Raises NotFound."""
    check_known("model", model, [one.id for one in await engine.models()])
    check_known("persona", persona, await engine.personas())


def _chosen(what: str, value: str, known: list[str], current: str) -> str:
    """The value, if there is such a one; without a value they are shown. Raises NotFound."""
    check_known(what, value, known)
    for name in known:
        terminal.note(f"{'*' if name == (value or current) else ' '} {name}")
    return value


async def _earlier(engine: Face) -> list[str]:
    """The last tasks given here, oldest first; only the beginning of a long one is kept in lists."""
    jobs = await engine.jobs(REMEMBERED, origin="terminal")
    return [" ".join(job.task.split()) for job in reversed(jobs)]


class _Runner:
    """Runs coroutines on the loop of another thread; Ctrl+C here cancels the one that runs there."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._task: asyncio.Task[Any] | None = None

    def __call__(self, coroutine: Coroutine[Any, Any, _T]) -> _T:
        running = asyncio.run_coroutine_threadsafe(self._held(coroutine), self._loop)
        try:
            return running.result()
        except (KeyboardInterrupt, SystemExit) as told:
            if self._task is not None:
                self._loop.call_soon_threadsafe(self._task.cancel)  # it may still have to put something away
            try:
                result = running.result()
            except CancelledError:
                raise told from None
            if isinstance(told, SystemExit):
                raise
            return result

    async def _held(self, coroutine: Coroutine[Any, Any, _T]) -> _T:
        self._task = asyncio.current_task()
        return await coroutine


@contextmanager
def _ended_by_the_system() -> Generator[None]:
    """A signal to end, or a terminal that is closed, ends the conversation in order: raises SystemExit."""

    def end(*_: object) -> None:
        raise SystemExit(CANCELLED)

    numbers = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in numbers}
    for number, handler in before.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _loop_in_a_thread() -> Generator[_Runner]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="inara-chat", daemon=True)
    thread.start()
    try:
        yield _Runner(loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()
