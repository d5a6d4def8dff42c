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
    forms = (secret, quote(secret, safe=""))
    if len(secret) <= _RUN:
        for form in forms:
            text = text.replace(form, _MASK)
        return text
    runs = {form[at : at + _RUN] for form in forms for at in range(len(form) - _RUN + 1)}
    kept: list[str] = []
    hidden_to = 0
    for at, character in enumerate(text):
        if text[at : at + _RUN] in runs:
            if hidden_to <= at and kept[-1:] != [_MASK]:
                kept.append(_MASK)
            hidden_to = at + _RUN
        elif at >= hidden_to:
            kept.append(character)
    return "".join(kept)
