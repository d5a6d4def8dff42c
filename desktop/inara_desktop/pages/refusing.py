"""Why a change of the settings was refused, by the paths of what doesn't fit."""

from __future__ import annotations

from inara_desktop.pages.editor import Refusals
from inara_engine.errors import InaraError

__all__ = ["refusals"]


def refusals(error: InaraError) -> Refusals | None:
    """What doesn't fit; None where it is another kind of error."""
    from inara_engine.settings import SettingsRefused

    if not isinstance(error, SettingsRefused):
        return None
    return [
        (one.path, f"{one.message[:1].upper()}{one.message[1:]}" + (f"; {one.expected}" if one.expected else "") + ".")
        for one in error.problems
    ]
