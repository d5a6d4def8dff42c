"""Names that a person typed, looked up before anything is done with them."""

from __future__ import annotations

from collections.abc import Collection

from inara_engine.errors import NotFound

__all__ = ["check_known"]


def check_known(what: str, name: str, known: Collection[str]) -> None:
    """Raises NotFound where the name is none of those that there are; none at all ("") is fine."""
    if name and name not in known:
        raise NotFound(f"There is no {what} {name[:70]!r}.", next_step=f"There are: {', '.join(known) or 'none'}.")
