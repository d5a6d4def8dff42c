"""Stopping in two stages: first the answer, then the whole job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inara_desktop.errands import Errands

if TYPE_CHECKING:
    from inara_desktop.presenter import Presenter

__all__ = ["stop_next"]


def stop_next(errands: Errands, presenter: Presenter) -> None:
    """Stop what the button says: the answer, whose words stay and whose tools come to their end; or all of it, now."""
    job = presenter.active_job
    if job is None:
        return
    if presenter.stops == "job":
        errands.ask(lambda engine: engine.cancel(job))
    else:
        errands.ask(lambda engine: engine.stop(job))
