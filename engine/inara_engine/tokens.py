"""How long a text is for a model, estimated without its tokeniser."""

from __future__ import annotations

__all__ = ["CHARACTERS_PER_TOKEN", "estimated"]

CHARACTERS_PER_TOKEN = 4  # ±20 % for European languages


def estimated(text: str) -> int:
    """Roughly how many tokens a text takes, rounded up."""
    return -(-len(text) // CHARACTERS_PER_TOKEN)
