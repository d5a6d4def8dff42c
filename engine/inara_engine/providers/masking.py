"""API keys in other people's sentences: servers and proxies echo them in errors."""

from __future__ import annotations

from urllib.parse import quote

__all__ = ["masked"]

_RUN = 8  # so many characters of a key in a row are no coincidence
_MASK = "•••"


def masked(text: str, secret: str | None) -> str:
    """The text with the secret, and every piece of it of eight characters or more, made unreadable."""
    if not secret:
        return text
    for form in {secret, quote(secret, safe="")}:
        text = _without(text, form)
    return text


def _without(text: str, secret: str) -> str:
    if len(secret) <= _RUN:
        return text.replace(secret, _MASK)
    runs = {secret[at : at + _RUN] for at in range(len(secret) - _RUN + 1)}
    kept: list[str] = []
    hidden_to = 0
    for at, character in enumerate(text):
        if text[at : at + _RUN] in runs:
            if hidden_to <= at:
                kept.append(_MASK)
            hidden_to = at + _RUN
        elif at >= hidden_to:
            kept.append(character)
    return "".join(kept)
