"""Whether an API key can be sent at all, as a header."""

from __future__ import annotations

from inara_engine.errors import Rejected

__all__ = ["check_key"]


def check_key(key: str, setting: str) -> None:
    """Raises Rejected for what can be no key: one that was copied with the dots it was hidden behind, say.

    `setting` is the model's, "[models.ID]".
    """
    if not (key.isascii() and key.isprintable()):
        raise Rejected(
            "The API key holds characters that no key has.",
            next_step=f"Store the key named by `api_key` of {setting} again: `inara secrets set NAME`.",
        )
