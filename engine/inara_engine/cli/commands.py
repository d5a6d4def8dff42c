"""The commands that look and change: jobs, sessions, models, secrets, doctor."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import json
import sys
from contextlib import aclosing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from inara_engine.cli import terminal
from inara_engine.cli.ask import DONE, FAILED, watch
from inara_engine.errors import Conflict, NotFound, UserError
from inara_engine.face import Decision, Face, JobSummary

__all__ = ["run"]

USAGE = 2


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a command; its exit status."""
    match options.command:
        case "jobs":
            return await _jobs(engine, options)
        case "sessions":
            return await _sessions(engine, options)
        case "models":
            return await _models(engine, options)
        case "secrets":
            return await _secrets(engine, options)
        case _:
            return await _doctor(engine, as_json=options.json)


async def _jobs(engine: Face, options: argparse.Namespace) -> int:
    match options.verb or "list":
        case "list":
            return await _list_jobs(engine, getattr(options, "limit", 20), as_json=getattr(options, "json", False))
        case "show":
            return await _show_job(engine, await _job(engine, options.job), as_json=options.json)
        case "follow":
            return await _follow(engine, await _job(engine, options.job), as_json=options.json)
        case "confirm":
            return await _decide(engine, options, approved=True)
        case "deny":
            return await _decide(engine, options, approved=False)
        case "cancel":
            await engine.cancel(options.job)
            return DONE
        case _:
            job = await _job(engine, options.job)
            await engine.resume(job.job_id, "retry" if options.retry else "continue")
            return await _follow(engine, job, as_json=options.json)


async def _list_jobs(engine: Face, limit: int, *, as_json: bool) -> int:
    jobs = await engine.jobs(limit)
    if as_json:
        terminal.lines(_job_value(job) for job in jobs)
    else:
        terminal.table([(job.job_id, job.status, _time(job.created_at), " ".join(job.task.split())) for job in jobs])
    return DONE


async def _job(engine: Face, job_id: str) -> JobSummary:
    before = ""
    while page := await engine.jobs(200, before):
        for job in page:
            if job.job_id == job_id:
                return job
        before = page[-1].job_id
    raise NotFound(f"There is no job {job_id}.", next_step="`inara jobs list` shows them.")


async def _show_job(engine: Face, job: JobSummary, *, as_json: bool) -> int:
    report = await engine.job(job.job_id)
    if as_json:
        terminal.lines([report])
        return DONE
    for label in ("job_id", "status", "session_id", "task", "backend_label"):
        terminal.line(f"{label + ':':14} {report[label]}")
    for call in report["tool_calls"]:
        arguments = json.dumps(call["args"], ensure_ascii=False)
        terminal.line(f"{'call:':14} {call['name']} {arguments[:200]} → {call['outcome'] or 'waiting'}")
    if report["error"]:
        terminal.line(f"{'error:':14} {report['error']}")
    if report["response"]:
        terminal.line(f"\n{report['response']}")
    return DONE


async def _follow(engine: Face, job: JobSummary, *, as_json: bool) -> int:
    async with aclosing(engine.follow(job.session_id, 0)) as events:
        return await watch(engine, job.job_id, job.session_id, events, as_json=as_json)


async def _decide(engine: Face, options: argparse.Namespace, *, approved: bool) -> int:
    """Answer what a job asks; then watch it to its end (0) or its next question (3)."""
    job = await _job(engine, options.job)
    if not job.pending:
        raise Conflict(f"The job asks for nothing: it is {job.status}.")
    for call in job.pending:
        reason = "" if approved else options.reason
        await engine.answer(call.call_id, Decision(approved, call.digest, reason, by="terminal"))
    return await _follow(engine, job, as_json=options.json)


async def _sessions(engine: Face, options: argparse.Namespace) -> int:
    match options.verb or "list":
        case "list" | "search" as verb:
            sessions = await engine.sessions(" ".join(options.text) if verb == "search" else "")
            if getattr(options, "json", False):
                terminal.lines(asdict(session) for session in sessions)
            else:
                terminal.table([(s.id, _time(s.updated_at), s.status, s.snippet or s.title) for s in sessions])
        case "show":
            terminal.write(await engine.export_session(options.session, "md"))
        case "export":
            sys.stdout.write(await engine.export_session(options.session, options.format))
        case "import":
            terminal.line(await engine.import_session(await asyncio.to_thread(_read, options.file)))
        case _:
            await engine.delete_session(options.session)
    return DONE


async def _models(engine: Face, options: argparse.Namespace) -> int:
    as_json = getattr(options, "json", False)
    match options.verb or "list":
        case "list":
            models = await engine.models()
            if as_json:
                terminal.lines(asdict(model) for model in models)
            else:
                terminal.table(
                    [(m.id, "*" if m.chosen else "", m.provider, m.base_url or "-", f"{m.label}") for m in models]
                )
        case "discover":
            servers = await engine.discover()
            if as_json:
                terminal.lines(asdict(server) for server in servers)
            elif not servers:
                terminal.note("No model server answers on this machine. `inara doctor` says how to start one.")
            for server in servers if not as_json else ():
                terminal.line(f"{server.name}  {server.base_url}  {server.state}  {server.next_step}".rstrip())
                for model in server.models:
                    terminal.line(f"  {model.id}")
        case _:
            report = await engine.test_model(options.model)
            terminal.line(f"{report.message} {report.next_step}".strip())
            return DONE if report.ok else FAILED
    return DONE


async def _secrets(engine: Face, options: argparse.Namespace) -> int:
    match options.verb or "list":
        case "list":
            for name in await engine.secret_names():
                terminal.line(name)
        case "set":
            value = getpass.getpass("Key (not shown): ") if sys.stdin.isatty() else sys.stdin.read().strip()
            if not value:
                raise UserError("The key is empty, so nothing was kept.")
            terminal.note(await engine.set_secret(options.name, value))
        case _:
            await engine.delete_secret(options.name)
    return DONE


async def _doctor(engine: Face, *, as_json: bool) -> int:
    findings = await engine.diagnose()
    if as_json:
        terminal.lines(asdict(finding) for finding in findings)
    else:
        for finding in findings:
            terminal.line(f"{'✓' if finding.ok else '✗'} {finding.subject}: {finding.message}")
            if finding.next_step:
                terminal.line(f"    → {finding.next_step}")
    return DONE if all(finding.ok for finding in findings) else FAILED


def _job_value(job: JobSummary) -> dict[str, object]:
    return {
        "job_id": job.job_id,
        "status": job.status,
        "task": job.task,
        "session_id": job.session_id,
        "created_at": job.created_at,
    }


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{file} can't be read: {error}.") from error


def _time(at: float) -> str:
    return f"{datetime.fromtimestamp(at).astimezone():%Y-%m-%d %H:%M}"
