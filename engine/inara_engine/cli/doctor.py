"""`inara doctor`: what works, what does not, and what to do about it."""

from __future__ import annotations

import asyncio
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.opening import the_engine
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.errors import InaraError
from inara_engine.face import Connection, Face, Finding
from inara_engine.home import Home

__all__ = ["connections", "doctor", "web_search"]


async def doctor(home: Home, *, as_json: bool) -> int:
    """Print what was found; 0 where all is well. Says where things lie also when the data can't be opened."""
    try:
        async with the_engine(home) as engine:
            findings = await engine.diagnose()
    except InaraError as error:
        findings = await asyncio.to_thread(_unopened, home, error)
    if as_json:
        terminal.lines(asdict(finding) for finding in findings)
    else:
        for finding in findings:
            _show(finding)
    return DONE if all(finding.ok for finding in findings) else FAILED


async def connections(engine: Face, *, as_json: bool) -> int:
    """Print who was spoken to, the last first."""
    spoken_to = await engine.connections.list()
    terminal.listed(spoken_to, _contact, "Nobody was spoken to since Inara was started.", as_json=as_json)
    return DONE


async def web_search(engine: Face, *, as_json: bool) -> int:
    """Try the web search; 0 where it found something."""
    finding = await engine.doctor.web_search()
    if as_json:
        terminal.lines([asdict(finding)])
    else:
        _show(finding)
    return DONE if finding.ok else FAILED


def _contact(one: Connection) -> tuple[str, ...]:
    return (
        f"{one.host}:{one.port}" if one.port else one.host,
        "this machine" if one.local else "elsewhere",
        f"{one.purpose} {one.who}{', off the record' if one.off_record else ''}",
        f"{one.count}×",
        terminal.time(one.last_at),
    )


def _unopened(home: Home, error: InaraError) -> list[Finding]:
    copies = sorted(path.name for path in home.backups.glob("*")) if home.backups.is_dir() else []
    return [
        Finding("Data", ok=False, message=error.message, next_step=error.next_step),
        Finding("Database", ok=False, message=f"{home.database}, not opened"),
        Finding("Backups", ok=True, message=f"{home.backups}: {', '.join(copies) or 'none yet'}"),
    ]


def _show(finding: Finding) -> None:
    mark, style = ("✓", terminal.GOOD) if finding.ok else ("✗", terminal.BAD)
    terminal.marked(mark, style, f"{finding.subject}: {finding.message}")
    if finding.next_step:
        terminal.line(f"    → {finding.next_step}")
