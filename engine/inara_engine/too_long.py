"""What a person is told where a request does not fit into the model's window, and what really helps."""

from __future__ import annotations

from inara_engine.errors import ContextTooLong

__all__ = ["explained", "task_too_long"]

SHORTEN = "Shorten it, or choose a model (or a server setting) with a larger context."
FEWER_TOOLS = (
    "Choose a model (or a server setting) with a larger context."
    " Or offer fewer tools: `tools` under [roles.orchestrator]."
)
START_ANEW = "Start a new session or send less at once."  # what servers' refusals are told with


def task_too_long(window: int, tools: int, used: int) -> ContextTooLong:
    """That the newest turn alone does not fit, beside tools of so many tokens."""
    return ContextTooLong(
        f"The task is too long for the model's window of {window:,} tokens.{_weight(tools, window)}",
        next_step=FEWER_TOOLS if _heavy(tools, window) else SHORTEN,
        used_tokens=used,
    )


def explained(error: ContextTooLong, window: int, tools: int, *, first: bool, again: bool) -> ContextTooLong:
    """A server's refusal with the step that helps: a new session does not where this is the `first` turn of one.

    `window` is 0 where nobody knows it.
    """
    step = SHORTEN if first else START_ANEW
    return ContextTooLong(
        f"{error.message}{_weight(tools, window)}",
        next_step=error.next_step.replace(START_ANEW, FEWER_TOOLS if _heavy(tools, window) else step),
        limit_tokens=error.limit_tokens,
        used_tokens=error.used_tokens,
        again=again,
    )


def _weight(tools: int, window: int) -> str:
    return f" The tools offered take about {tools:,} tokens." if _heavy(tools, window) else ""


def _heavy(tools: int, window: int) -> bool:
    return 2 * tools > window > 0
