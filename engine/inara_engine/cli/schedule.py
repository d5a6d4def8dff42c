"""`inara schedule`: tasks at set times."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.known import check_known
from inara_engine.cli.watching import DONE, FAILED, watched
from inara_engine.errors import UserError
from inara_engine.face import Face, RunReport, ScheduleReport, ScheduleSettings

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "add":
            await _add(engine, options)
        case "run":
            return await _run(engine, options)
        case "show":
            await _show(engine, options)
        case "enable" | "disable":
            await engine.schedule.switch(options.name, options.verb == "enable")
        case "remove":
            await engine.schedule.remove(options.name)
        case _:
            await _list(engine, as_json=options.json)
    return DONE


async def _list(engine: Face, *, as_json: bool) -> None:
    schedules = await engine.schedule.all()
    if as_json:
        terminal.lines(asdict(schedule) for schedule in schedules)
        return
    if not schedules:
        terminal.note('There are no schedules yet. `inara schedule add NAME "0 7 * * 1-5" "TASK"` makes one.')
    for schedule in schedules:
        _print(schedule)


def _print(schedule: ScheduleReport) -> None:
    following = f"next {terminal.time(schedule.next_at)}" if schedule.next_at is not None else "off"
    terminal.line(f"{schedule.name}  {schedule.words} ({schedule.cron})  {following}")
    terminal.line(f"  {'fold the memory' if schedule.distill else ' '.join(schedule.task.split())[:200]}")
    if schedule.last is not None:
        terminal.line(f"  last {_one_line(schedule.last)}")
    if schedule.missed:
        runs = "1 run" if schedule.missed == 1 else f"{schedule.missed} runs"
        terminal.line(f"  missed {runs}, last {terminal.time(schedule.missed_at)}")


def _one_line(run: RunReport) -> str:
    return "  ".join(part for part in (terminal.time(run.at), run.status, run.job_id, run.result[:120]) if part)


async def _show(engine: Face, options: argparse.Namespace) -> None:
    runs = await engine.schedule.runs(options.name)
    terminal.listed(
        runs,
        lambda run: (terminal.time(run.at), run.status, run.job_id or "-", run.result),
        f"{options.name} has not run yet.",
        as_json=options.json,
    )


async def _add(engine: Face, options: argparse.Namespace) -> None:
    from pydantic import ValidationError

    values = {
        "name": options.name,
        "cron": " ".join(options.cron.split()),
        "task": " ".join(options.task) or None,
        "distill": options.distill or None,
        "persona": options.persona,
        "profile": options.profile,
        "tier": options.tier,
        "mode": options.mode,
        "local_only": options.local or None,
        "respond_with_final": False if options.no_final else None,
    }
    await engine.schedule.explain(options.cron)  # says best what is wrong with it
    if not values["task"] and not options.distill:
        raise UserError(
            "There is nothing to do: the task is empty.", next_step="Type what Inara is asked, or --distill."
        )
    if options.distill and values["task"]:
        raise UserError("Folding the memory takes no task.", next_step="Leave out --distill, or the task.")
    check_known("persona", options.persona or "", await engine.personas())
    check_known("profile", options.profile or "", (await engine.settings()).profile_names())
    try:
        entry = ScheduleSettings.model_validate({name: value for name, value in values.items() if value is not None})
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        if wrong["loc"] == ("name",):
            raise UserError(
                f"{options.name[:70]!r} can't be the name of a schedule.",
                next_step="Use letters, digits and . _ : / @ + -, at most 64, a letter or digit first.",
            ) from error
        where = ".".join(map(str, wrong["loc"]))
        raise UserError(
            f"That is no schedule: {f'{where}: ' if where else ''}{wrong['msg']}.",
            next_step="`inara schedule add --help` has examples.",
        ) from error
    added = await engine.schedule.add(entry)
    if options.json:
        terminal.lines([asdict(added)])
    else:
        _print(added)


async def _run(engine: Face, options: argparse.Namespace) -> int:
    job = await engine.schedule.run(options.name)
    if not job:
        terminal.note("Folding the memory …", terminal.DIM)
        run = await engine.schedule.settled(options.name)
        if options.json:
            terminal.lines([asdict(run)])
        else:
            terminal.line(run.result)
        return FAILED if run.status == "error" else DONE
    return await watched(engine, job, as_json=options.json)
