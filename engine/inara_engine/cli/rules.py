"""`inara rules` and `inara activity`: what runs unasked, and what ran."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE, FAILED
from inara_engine.errors import StorageError, UserError
from inara_engine.face import ActivityEntry, DecisionChain, DecisionRow, Face, RuleEntry

__all__ = ["activity", "rules"]

NOTHING_DECIDED = "Nothing has been decided yet."


async def rules(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb of `inara rules`; its exit status."""
    if options.verb == "delete":
        await engine.rules.delete(options.rule)
        return DONE
    entries = await engine.rules.list()
    terminal.listed(
        entries,
        lambda entry: (entry.id, entry.profile, entry.effect, entry.words, _use(entry)),
        "There are no rules. A question that may become one offers it: always 1.",
        as_json=options.json,
    )
    return DONE


async def activity(engine: Face, options: argparse.Namespace) -> int:
    """Run `inara activity`; its exit status."""
    if (options.verify is not None or options.decisions) and (options.text or options.by or options.outcome):
        raise UserError(
            "The log of decisions is listed and checked as a whole, without words, --by or --outcome.",
            next_step="Leave those out, or leave out --decisions or --verify.",
        )
    if options.verify is not None:
        return _show(await engine.activity.verify(options.verify), as_json=options.json)
    if options.decisions:
        terminal.listed(
            await engine.activity.decisions(options.limit), _decision, NOTHING_DECIDED, as_json=options.json
        )
        return DONE
    entries = await engine.activity.list(" ".join(options.text), options.outcome, options.by, "", options.limit)
    terminal.listed(entries, _row, "No tool has run, or none like that.", as_json=options.json)
    return DONE


def _show(chain: DecisionChain, *, as_json: bool) -> int:
    if as_json:
        terminal.lines([asdict(chain)])
    elif chain.problem:
        terminal.error(StorageError(chain.problem, next_step=chain.next_step))
    elif chain.since is None:
        terminal.note(NOTHING_DECIDED)
    else:
        since = terminal.time(chain.since)
        decisions = "1 decision" if chain.decisions == 1 else f"{chain.decisions:,} decisions"
        terminal.line(f"{decisions} since {since}, as written: each follows from the one before it.")
        terminal.note(f"The last is {chain.last}.")
    return FAILED if chain.problem else DONE


def _use(entry: RuleEntry) -> str:
    if entry.source == "file":
        return "config.toml"
    if entry.last_used is None:
        return "not used yet"
    times = "once" if entry.hits == 1 else f"{entry.hits} times"
    return f"used {times}, last {terminal.time(entry.last_used)}"


def _decision(row: DecisionRow) -> tuple[str, ...]:
    return terminal.time(row.at), row.what.replace("_", " "), row.tool, row.by, row.job_id


def _row(entry: ActivityEntry) -> tuple[str, ...]:
    outcome = "taken back" if entry.undone else entry.outcome or "waits or runs"
    return terminal.time(entry.at), outcome, entry.summary, entry.allowed_by, entry.job_id
