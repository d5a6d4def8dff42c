"""A call that waits, as it is shown and asked on a terminal."""

from __future__ import annotations

from inara_engine.cli import terminal
from inara_engine.face import Decision, PendingCall

__all__ = ["decision", "show"]


def show(call: PendingCall) -> None:
    """Print one call whole: what it would do, word for word, and why it is asked."""
    terminal.note(f"\n{_line(call.action.summary)}", terminal.STRONG)
    for detail in (*call.action.details, *call.action.asides):
        terminal.note(f"  {_line(detail.label)}: {_line(detail.value)}")
    for text in call.action.preview.splitlines():
        terminal.note(f"  | {text}", _style(text) if call.action.preview_kind == "diff" else "")
    terminal.note(f"Tool {call.tool}, risk {int(call.action.risk)} of 4. Asked because: {_line(call.reason)}")


async def decision(call: PendingCall) -> Decision | None:
    """What the person says to a call that was shown; only "yes" in full allows it. None at the end of input."""
    answer = await terminal.answer("Allow this once? Type yes, or the reason why not: ")
    if answer is None:
        return None
    if answer.lower() == "yes":
        return Decision(approved=True, digest=call.digest, by="terminal")
    reason = "" if answer.lower() in {"", "n", "no"} else answer
    return Decision(approved=False, digest=call.digest, reason=reason, by="terminal")


def _line(text: str) -> str:
    """Text on one line: a name with a line end in it must not write lines of its own into the question."""
    return text.replace("\r", "⟨U+000D⟩").replace("\n", "⟨U+000A⟩")


def _style(line: str) -> str:
    return {"+": terminal.GOOD, "-": terminal.BAD}.get(line[:1], "")
