"""`inara queue`: prompts that wait for the answer before them."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.sessions import the_session
from inara_engine.cli.watching import DONE, watched
from inara_engine.events import SessionId
from inara_engine.face import Face, Prompt

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "add":
            session = await the_session(engine, options.session)
            prompt = Prompt(text=options.text, origin="terminal", off_record=session.off_record)
            waiting = await engine.queue.add(prompt, options.session)
            terminal.lines([{"id": waiting}]) if options.json else terminal.line(waiting)
        case "edit":
            await engine.queue.edit(options.prompt, options.text)
        case "move":
            await engine.queue.move(options.prompt, options.place - 1)
        case "withdraw":
            prompt = await engine.queue.withdraw(options.prompt)
            terminal.lines([{"text": prompt.text}]) if options.json else terminal.line(prompt.text)
        case "send":
            return await watched(engine, await engine.queue.send(options.prompt), as_json=options.json)
        case _:
            await _list(engine, options)
    return DONE


async def _list(engine: Face, options: argparse.Namespace) -> None:
    if options.session:
        sessions: list[SessionId] = [(await the_session(engine, options.session)).id]
    else:
        sessions = list(dict.fromkeys(prompt.session_id for prompt in await engine.queue.all()))
    shown = False
    for session in sessions:
        report = await engine.queue.report(session)
        if options.json:
            terminal.lines([{"session_id": session, **asdict(report)}])
            continue
        terminal.table([(prompt.id, session, " ".join(prompt.text.split())) for prompt in report.prompts])
        if report.reason:
            terminal.note(f"{report.reason} `inara queue send {report.prompts[0].id}` sends it all the same.")
        shown = shown or bool(report.prompts)
    if not shown and not options.json:
        terminal.note("Nothing waits.")
