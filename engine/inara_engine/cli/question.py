"""A call that waits, as it is shown and asked on a terminal."""

from __future__ import annotations

from inara_engine.cli import terminal
from inara_engine.cli.honest import shown, shown_lines
from inara_engine.face import Decision, PendingCall

__all__ = ["decision", "show"]


def show(call: PendingCall) -> None:
    """Print one call whole: what it would do, word for word, and why it is asked."""
    terminal.note(f"\n{shown(call.action.summary)}", terminal.STRONG)
    for detail in (*call.action.details, *call.action.asides):
        terminal.note(f"  {shown(detail.label)}: {shown(detail.value)}")
    for text in shown_lines(call.action.preview):
        terminal.note(f"  | {text}", _style(text) if call.action.preview_kind == "diff" else "")
    terminal.note(f"Tool {call.tool}, risk {int(call.action.risk)} of 4. Asked because: {shown(call.reason)}")
    for step in call.because:
        terminal.note(f"  what came before: {shown(step)}")
    if call.expires_at is not None:
        terminal.note(f"The question stands until {terminal.time(call.expires_at)}.")
    for number, offer in enumerate(call.offers, start=1):
        terminal.note(f"  always {number}: {shown(offer.words)} (profile {offer.profile}; `inara rules` takes it back)")


async def decision(call: PendingCall) -> Decision | None:
    """What the person says to a call that was shown; only "yes" in full allows it, and "always 1" from then on.

    None at the end of input.
    """
    words = ["yes", *(f"always {number}" for number in range(1, len(call.offers) + 1))]
    answer = await terminal.answer(f"Allow this once? Type {', '.join(words)}, or the reason why not: ")
    if answer is None:
        return None
    said = " ".join(answer.lower().split())
    if said in words:
        rule = call.offers[words.index(said) - 1] if said != "yes" else None
        return Decision(approved=True, digest=call.digest, by="terminal", remember=rule)
    if said == "always" and call.offers:
        terminal.note(f"Which rule? {' or '.join(words[1:])}.")
        return await decision(call)
    reason = "" if answer.lower() in {"", "n", "no"} else answer
    return Decision(approved=False, digest=call.digest, reason=reason, by="terminal")


def _style(line: str) -> str:
    return {"+": terminal.GOOD, "-": terminal.BAD}.get(line[:1], "")
