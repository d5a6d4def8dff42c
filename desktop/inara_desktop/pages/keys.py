"""Keys as the pages speak of them: what one is called, how it stands, whether it was kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inara_desktop.said import said
from inara_desktop.wording import later, translate

if TYPE_CHECKING:
    from inara_engine.face import Kept, KeyState

__all__ = ["key_name", "key_words", "not_kept"]


# What a key's state says, and whether the key can be had.
_STATES = {
    "stored": (later("Keys", "The key “{name}” is stored in the keyring."), True),
    "run": (later("Keys", "The key “{name}” lasts for this run only."), True),
    "environment": (later("Keys", "The key comes from the environment variable {name}."), True),
    "unset": (later("Keys", "The environment variable {name} is not set. Set it before Inara starts."), False),
    "missing": (later("Keys", "The key “{name}” is missing. Edit the model and paste it."), False),
    "unknown": (later("Keys", "Whether the key “{name}” is there can't be seen."), False),
}


def key_words(state: KeyState | None) -> tuple[str, bool]:
    """How a key stands, and whether it can be had."""
    if state is None:
        return "", True
    words, well = _STATES[state.state]
    said = translate("Keys", words).format(name=state.reference.partition(":")[2])
    return f"{said} {state.note}".strip(), well


def key_name(name: str) -> str:
    """The name of a key for a model or hook: what a keyring takes as one."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name)[:64]


def not_kept(name: str, kept: Kept | None) -> str:
    """What to say of a key that no keyring took; "" where one did, or none was given."""
    if kept is None or kept.place == "keyring":
        return ""
    return f"{translate('Keys', _STATES['run'][0]).format(name=name)} {said(kept.reason)}".strip()
