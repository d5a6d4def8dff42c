"""One job's events as a person reads them: the answer on standard output, everything else beside it."""

from __future__ import annotations

import sys
import time

from inara_engine.cli import terminal
from inara_engine.errors import InaraError
from inara_engine.events import (
    ErrorInfo,
    Halted,
    JobFinished,
    JobInterrupted,
    ModelAsked,
    ModelFinished,
    ModelStopped,
    Progress,
    Recorded,
    Stalled,
    TextDelta,
    ThinkingDelta,
    ToolFinished,
    ToolStarted,
)

__all__ = ["Printer"]

TELL_S = 2.0  # between two lines on how far something is
DEMO = "demo"  # the built-in model's id


class Printer:
    """Shows events one after another; a reply that was not heard live is printed from its row."""

    def __init__(self) -> None:
        self._markdown = terminal.markdown()
        self._open = False  # a line of the answer has no end yet
        self._heard = False  # text of the current reply
        self._said = False  # any text at all
        self._thinks = False
        self._told_at = time.monotonic()  # how far something is was last worth a line

    def show(self, recorded: Recorded) -> None:
        """Print what one event says."""
        match recorded.event:
            case TextDelta(text=text):
                self._heard = True
                self._text(text)
            case ThinkingDelta() if not self._thinks:
                self._thinks = True
                self.note("Thinking …", terminal.DIM)
            case ModelAsked(round=number, model=model, model_label=label):
                self._heard = self._thinks = False
                self._told_at = time.monotonic()
                self.note(f"{label}." if model == DEMO and number == 1 else "", terminal.DIM)
            case ModelFinished(text=text, calls=(), summary=False) | ModelStopped(text=text) if not self._heard:
                self._text(text)
            case Progress(text=text, fraction=None):
                self.note(text, terminal.DIM)
            case Progress(text=text) if sys.stderr.isatty() and time.monotonic() - self._told_at >= TELL_S:
                self._told_at = time.monotonic()
                self.note(text, terminal.DIM)
            case Stalled(silent_s=silent_s):
                self.note(f"Nothing came for {silent_s:.0f} s. Still waiting; Ctrl+C stops.", terminal.DIM)
            case ToolStarted(summary=summary):
                self.note(f"• {summary}", terminal.DIM)
            case ToolFinished(outcome=outcome, output=output) if outcome != "ok":
                self.note(f"  {outcome}: {output[:300]}" if output else f"  {outcome}", terminal.DIM)
            case JobFinished(error=ErrorInfo() as error) | Halted(error=error):
                self._failed(error, recorded.job_id)
            case JobInterrupted():
                message = "Inara ended in the middle of the answer."
                self._failed(ErrorInfo(kind="Interrupted", message=message), recorded.job_id)
            case JobFinished():
                self.note("")
            case _:
                pass

    def note(self, text: str, style: str = "") -> None:
        """End an open line of the answer, then say something beside it ("" only ends the line)."""
        if self._markdown is not None:
            terminal.write_styled(self._markdown.end())
        if self._open:
            terminal.write("\n")
            self._open = False
        if text:
            terminal.note(text, style)

    def _text(self, text: str) -> None:
        if text:
            if self._markdown is None:
                terminal.write(text)
            else:
                terminal.write_styled(self._markdown.feed(terminal.safe(text)))
            self._said = True
            self._open = not text.endswith("\n")

    def _failed(self, error: ErrorInfo, job_id: str) -> None:
        self.note("")
        onward = f"`inara jobs resume {job_id}` " + (
            "goes on; what was said is kept." if self._said else "tries again."
        )
        terminal.error(InaraError(error.message, next_step="\n       ".join(filter(None, [error.next_step, onward]))))
