"""Tools that need neither files nor network: the time and a calculator."""

from __future__ import annotations

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field

from inara_engine.dates import weekday
from inara_engine.errors import ToolError
from inara_engine.events import Action, Detail
from inara_engine.memory.text import one_line
from inara_engine.messages import Risk
from inara_engine.tools.base import Tool, ToolContext, ToolOutput
from inara_engine.tools.calculator import calculate

__all__ = ["system_tools"]


class CurrentTime(BaseModel):
    """Arguments of current_time."""

    model_config = ConfigDict(extra="forbid")
    zone: str = Field(
        "",
        max_length=64,
        pattern=r"^[A-Za-z0-9_+\-/]*$",
        description='IANA time zone, e.g. "Europe/Berlin"; empty for the person\'s own.',
    )


class Calculate(BaseModel):
    """Arguments of calculate."""

    model_config = ConfigDict(extra="forbid")
    expression: str = Field(
        min_length=1,
        max_length=500,
        description="Arithmetic, e.g. (12.5 + 3) * 4 ** 2 or sqrt(2) or round(19.99 * 1.19, 2). Angles in radians.",
    )


def system_tools() -> tuple[Tool, ...]:
    """The time and the calculator."""
    return (
        Tool(
            name="current_time",
            description="The date and time now, with the day of the week and the time zone.",
            arguments=CurrentTime,
            risk=Risk.PURE,
            prepare=_prepare_time,
            run=_time,
            repeatable=True,
        ),
        Tool(
            name="calculate",
            description=(
                "Compute an arithmetic expression exactly: + - * / // % **, parentheses, and functions such as "
                "sqrt, sin, log, round, min, max, mean. Use it for every calculation."
            ),
            arguments=Calculate,
            risk=Risk.PURE,
            prepare=_prepare_calculation,
            run=_calculation,
            repeatable=True,
        ),
    )


async def _prepare_time(context: ToolContext, arguments: CurrentTime) -> Action:
    del context
    return Action(
        summary=f"Look at the clock in {arguments.zone}" if arguments.zone else "Look at the clock", risk=Risk.PURE
    )


async def _time(context: ToolContext, arguments: CurrentTime, action: Action) -> ToolOutput:
    del action
    moment = await asyncio.to_thread(_moment, context.clock(), arguments.zone)
    return ToolOutput(f"{weekday(moment)}, {moment.isoformat(timespec='seconds')} ({moment.tzname()})")


def _moment(seconds: float, zone: str) -> datetime:
    if not zone:
        return datetime.fromtimestamp(seconds).astimezone()
    try:
        return datetime.fromtimestamp(seconds, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ToolError(f"“{zone}” is no known time zone.", next_step='Use a name such as "Europe/Berlin".') from error


async def _prepare_calculation(context: ToolContext, arguments: Calculate) -> Action:
    del context
    return Action(
        summary=f"Calculate {one_line(arguments.expression, 100)}",
        details=(Detail(label="Expression", value=arguments.expression),),
        risk=Risk.PURE,
    )


async def _calculation(context: ToolContext, arguments: Calculate, action: Action) -> ToolOutput:
    del context, action
    return ToolOutput(calculate(arguments.expression))
