"""`inara jobs`: the durable jobs."""

from __future__ import annotations

import argparse
import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import asdict
from typing import Any

from inara_engine.cli import question, terminal
from inara_engine.cli.watching import DONE, Events, Watch
from inara_engine.errors import Conflict, NotFound
from inara_engine.face import Decision, Face, JobSummary, PendingCall, Told

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    if options.verb in {None, "list"}:
        return await _list(engine, options)
    report = await _report(engine, options.job)
    match options.verb:
        case "show" if options.trace:
            _trace(await engine.trace(options.job), as_json=options.json)
        case "show":
            waiting = [call for call in await engine.pending() if call.job_id == report["job_id"]]
            _show(report, waiting, as_json=options.json)
        case "told":
            told = await engine.requests.told(options.job, options.round)
            terminal.lines([asdict(told)]) if options.json else _print_told(told)
        case "stop":
            await engine.stop(options.job)
        case "cancel":
            await engine.cancel(options.job)
        case "undo":
            for text in await engine.undo_job(options.job, options.call):
                terminal.line(text)
        case "follow":
            return await _follow(engine, report, as_json=options.json)
        case "resume":
            how = "retry" if options.retry else "continue"
            return await _go_on(engine, report, lambda: engine.resume(options.job, how), as_json=options.json)
        case verb:
            approved = verb == "confirm"
            reason = "" if approved else options.reason
            return await _go_on(
                engine, report, lambda: _answer(engine, report, reason, approved=approved), as_json=options.json
            )
    return DONE


async def _list(engine: Face, options: argparse.Namespace) -> int:
    jobs = await engine.jobs(options.limit, origin=options.origin)
    if options.json:
        terminal.lines(_value(job) for job in jobs)
    elif jobs:
        terminal.table([(job.job_id, job.status, terminal.time(job.created_at), job.task) for job in jobs])
    else:
        none = f"No job was given by {options.origin}." if options.origin else "There are no jobs yet."
        terminal.note(f'{none} `inara ask "…"` gives one.')
    return DONE


async def _report(engine: Face, job: str) -> dict[str, Any]:
    try:
        return await engine.job(job)
    except NotFound as error:
        raise NotFound(error.message, next_step="`inara jobs list` shows them.") from error


def _show(report: dict[str, Any], waiting: list[PendingCall], *, as_json: bool) -> None:
    if as_json:
        terminal.lines([report])
        return
    terminal.line(f"{report['job_id']}  {report['status']}")
    tools: list[dict[str, Any]] = report["pending_confirmation"]["tools"] if report["pending_confirmation"] else []
    pending = {call["call_id"]: call for call in tools}
    rows = [
        ("started", terminal.time(report["created_at"])),
        ("session", report["session_id"]),
        ("model", report["backend_label"]),
        ("task", report["task"]),
    ]
    for call in report["tool_calls"]:
        if asked := pending.get(call["call_id"]):
            rows.append(("asks", f"{asked['summary']} (risk {asked['risk']}: {asked['reason']})"))
        else:
            arguments = json.dumps(call["args"], ensure_ascii=False)
            rows.append(("call", f"{call['name']} {arguments[:200]} → {call['outcome'] or 'not run yet'}"))
    if report["error"]:
        rows.append(("error", report["error"]))
    for label, value in rows:
        terminal.line(f"  {label:8} {' '.join(value.split())}")
    if report["response"]:
        terminal.written(f"\n{report['response']}\n")
    for call in waiting:  # whole: whoever confirms the job says yes to all of it
        question.show(call)
    if pending:
        terminal.note(f"`inara jobs confirm {report['job_id']}` allows it, `inara jobs deny …` refuses.")


def _print_told(told: Told) -> None:
    window = f" of {told.window:,}" if told.window else ""
    terminal.line(f"Round {told.round} of {len(told.rounds)}: {told.model_label or told.model}, as {told.role}")
    terminal.line(f"About {told.tokens:,}{window} tokens.")
    for part in told.parts:
        images = f", {part.images} images" if part.images else ""
        terminal.line()
        terminal.line(f"── {part.kind} {part.name}".rstrip() + f" (about {part.tokens:,} tokens{images})")
        terminal.line(part.text)


def _trace(entries: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        terminal.lines(entries)
        return
    for entry in entries:
        terminal.line(f"{terminal.time(entry['at'], seconds=True)}  {entry['kind']}")
        for text in str(entry["summary"]).splitlines():
            terminal.line(f"    {text}")


async def _follow(engine: Face, report: dict[str, Any], *, as_json: bool) -> int:
    """Watch only: Ctrl+C leaves the job as it is."""
    async with aclosing(Events(engine.follow(report["session_id"], 0, report["job_id"]))) as events:
        watch = Watch(engine, report["job_id"], report["session_id"], events, as_json=as_json)
        await watch.catch_up(shown=True)
        await watch.check_driven()
        return await watch.follow()


async def _go_on(engine: Face, report: dict[str, Any], action: Callable[[], Awaitable[None]], *, as_json: bool) -> int:
    """Do something that lets a job go on, then watch what is new to its end (0) or its next question (3)."""
    async with aclosing(Events(engine.follow(report["session_id"], 0, report["job_id"]))) as events:
        watch = Watch(engine, report["job_id"], report["session_id"], events, as_json=as_json)
        await watch.catch_up(shown=False)
        await action()
        watch.reopen()
        try:
            return await watch.follow()
        except asyncio.CancelledError:
            return await watch.stop()


async def _answer(engine: Face, report: dict[str, Any], reason: str, *, approved: bool) -> None:
    """Give all that waits the same answer, bound to what the report showed. Raises Conflict where nothing waits."""
    pending = report["pending_confirmation"]
    if not pending:
        step = "`inara jobs list` shows which jobs wait for you."
        raise Conflict(f"The job asks for nothing: its status is {report['status']}.", next_step=step)
    for call in pending["tools"]:
        await engine.answer(call["call_id"], Decision(approved, call["digest"], reason, by="terminal"))


def _value(job: JobSummary) -> dict[str, object]:
    return {
        "job_id": job.job_id,
        "status": job.status,
        "task": job.task,
        "session_id": job.session_id,
        "created_at": job.created_at,
        "origin": job.origin,
    }
