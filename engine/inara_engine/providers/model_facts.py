"""What a server tells of a model before it is asked anything: how much it reads at once, and what it can do."""

from __future__ import annotations

from inara_engine.frozen import frozen

__all__ = ["ModelFacts", "count"]


@frozen
class ModelFacts:
    """None where the server does not say.

    `window` is the tokens it reads at once as it runs now, `longest` what it was made for. `loaded`
    is false where the first answer waits for the model to be loaded; `loading` where that has begun, and
    `broken` says why it came to nothing. `slots`: requests side by side.
    """

    server: str = ""  # the kind of server, such as "Ollama"
    window: int | None = None
    longest: int | None = None
    tools: bool | None = None
    vision: bool | None = None
    thinking: bool | None = None
    loaded: bool | None = None
    embedding: bool = False  # it turns text into numbers and answers nobody
    slots: int | None = None
    loading: bool = False
    broken: str = ""


def count(*values: object) -> int | None:
    """The first of a server's values that is a sane number of tokens (or slots)."""
    for value in values:
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**10:
            return value
    return None
