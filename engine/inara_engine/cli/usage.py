"""`inara usage`: tokens, cost and speed by day and model."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.watching import DONE
from inara_engine.face import Face, UsageDay

__all__ = ["run"]

_HEAD = ("day", "model", "answers", "read", "cached", "written", "tokens/s", "cost")


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Print it; the exit status."""
    if options.csv:
        terminal.write(await engine.usage.csv(options.days))
        return DONE
    days = await engine.usage.days(options.days)
    if options.json:
        terminal.lines({**asdict(day), "tokens_per_s": day.tokens_per_s} for day in days)
    elif days:
        terminal.table([_HEAD, *map(_row, days)])
    else:
        terminal.note("Nothing was asked of a model in this time.")
    return DONE


def _row(day: UsageDay) -> tuple[str, ...]:
    speed = day.tokens_per_s
    return (
        day.day,
        day.model,
        str(day.answers),
        f"{day.prompt_tokens:,}",
        f"{day.cached_tokens:,}",
        f"{day.completion_tokens:,}",
        "" if speed is None else f"{speed:.0f}",
        "" if day.cost is None else f"{day.cost:.4f}",
    )
