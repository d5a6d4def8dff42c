"""What a card's button asks of the engine, wherever the card is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inara_desktop.errands import Errands

if TYPE_CHECKING:
    from inara_desktop.presenter import Presenter
    from inara_desktop.transcript.interaction import RowActionEvent

__all__ = ["done_by_engine"]


def done_by_engine(errands: Errands, presenter: Presenter, event: RowActionEvent) -> bool:
    """Do it; False where the button wants something of the window, and nothing was done."""
    job = presenter.job_of(event.row_id)
    match event.action_name:
        case "retry":
            errands.ask(lambda engine: engine.resume(job, "retry"))
        case "continue":
            errands.ask(lambda engine: engine.resume(job, "continue"))
        case "stop":
            errands.ask(lambda engine: engine.stop(job))
        case "cancel":
            errands.ask(lambda engine: engine.cancel(job))
        case "undo":
            errands.ask(lambda engine: engine.undo_job(job, event.row_id))
        case _:
            return False
    return True
