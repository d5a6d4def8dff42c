"""Why a change of the settings was refused, by the paths of what doesn't fit."""

from __future__ import annotations

from inara_desktop.pages.editor import Editor, Refusals
from inara_desktop.said import explained, said
from inara_engine.errors import InaraError, UserError

__all__ = ["Refused", "refusals", "refuse"]

Path = tuple[str | int, ...]


class Refused(UserError):
    """An entry, which would be `here` in the file, is not written for what stands `at` a path."""

    def __init__(self, here: Path, at: Path, message: str) -> None:
        super().__init__(message)
        self.here = here
        self.at = at


def refusals(error: InaraError) -> Refusals | None:
    """What doesn't fit; None where it is another kind of error."""
    from inara_engine.settings import SettingsRefused

    if not isinstance(error, SettingsRefused):
        return None
    return [
        (one.path, _begun(said(one.message)) + (f"; {said(one.expected)}" if one.expected else "") + ".")
        for one in error.problems
    ]


def refuse(editor: Editor, here: Path, error: InaraError) -> None:
    """Say in an editor why its entry, which is `here` in the file, was not written; the name is a field of its own."""
    if isinstance(error, Refused):
        editor.refuse(error.here, [(error.at, error.message)])
    elif (told := refusals(error)) is None:
        editor.tell(explained(error))
    else:
        editor.refuse(here, [(here if path == (*here, "name") else path, text) for path, text in told])


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
