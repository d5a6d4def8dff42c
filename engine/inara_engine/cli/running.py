"""A command, from its options to its exit status."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import threading

from inara_engine.cli import commands, terminal
from inara_engine.cli.ask import ask
from inara_engine.cli.doctor import connections, doctor, web_search
from inara_engine.cli.opening import the_engine
from inara_engine.cli.serve import serve
from inara_engine.errors import NotFound, UserError
from inara_engine.face import Face, Prompt, new_id
from inara_engine.home import Home

__all__ = ["run", "say_problems"]

OF_THE_SETTINGS = frozenset(  # commands whose answer depends on them
    {"ask", "models", "secrets", "personas", "tools", "plugins", "rules", "schedule", "mcp", "serve"}
)


def run(options: argparse.Namespace, home: Home) -> int:
    """Run a command on a loop of its own. Raises KeyboardInterrupt where it was told to end."""
    try:
        return asyncio.run(_run_until_told(options, home))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _run_until_told(options: argparse.Namespace, home: Home) -> int:
    """A command that ends in order when the system says so (`timeout`, a terminal that is closed), as with Ctrl+C."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    if task is not None and sys.platform != "win32" and threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` has it ignored
                loop.add_signal_handler(number, task.cancel)
    return await _run(options, home)


async def say_problems(engine: Face) -> None:
    """Say what is wrong with the settings file; whatever is asked goes on without it."""
    problems = await engine.problems()
    for problem in problems:
        terminal.error(UserError(str(problem)))
    if problems:
        terminal.note("       Until that is mended, the last good settings (or the defaults) hold.")


async def _run(options: argparse.Namespace, home: Home) -> int:
    if options.command == "doctor":
        if options.connections:
            async with the_engine(home) as engine:
                return await connections(engine, as_json=options.json)
        if options.web_search:
            async with the_engine(home) as engine:
                return await web_search(engine, as_json=options.json)
        return await doctor(home, as_json=options.json)
    async with the_engine(home, drive=options.command == "serve") as engine:
        if options.command in OF_THE_SETTINGS:
            await say_problems(engine)
        if options.command == "serve":
            return await serve(engine, home, options)
        if options.command != "ask":
            return await commands.run(engine, options)
        prompt = Prompt(
            text=options.task,
            mode=options.mode,
            model=options.model,
            persona=options.persona,
            profile=options.profile,
            tier=options.tier,
            origin="terminal",
            off_record=options.off_record,
            local_only=True if options.local else None,
            follows=options.after,
            respond_with_final=not options.no_final,
            approve_below=options.approve_all_below,
        )
        if options.after is not None and not options.session:
            raise UserError("--after is a job of a conversation.", next_step="Name the conversation too: --session ID.")
        if options.session and not await engine.shelf.rows([options.session]):
            raise NotFound(
                f"There is no conversation {options.session[:70]!r}.",
                next_step="`inara sessions list` shows them; without --session a new one begins.",
            )
        session = options.session or ("" if options.off_record else new_id("session"))
        return await ask(engine, prompt, session, as_json=options.json)
