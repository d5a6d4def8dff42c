"""What Inara asks of a keyring. Everything behind it blocks and runs in the keyring's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

__all__ = ["SERVICE", "Backend", "KeyringFailed"]

SERVICE = "inara"  # under which the keyring's own window lists our keys


class KeyringFailed(Exception):
    """A keyring that is there said no. `detail` names the kind of failure and never holds a key."""

    def __init__(self, kind: Literal["locked", "broken"], detail: str) -> None:
        super().__init__(detail)
        self.kind: Literal["locked", "broken"] = kind
        self.detail = detail


class Backend(Protocol):
    """One keyring. Names are checked by the caller. Raises: KeyringFailed."""

    longest: int | None  # characters of a value, where the system has a limit

    def get(self, name: str, prompt_opens: Callable[[], None]) -> str | None: ...
    def set(self, name: str, value: str, prompt_opens: Callable[[], None]) -> None: ...
    def delete(self, name: str, prompt_opens: Callable[[], None]) -> bool: ...
    def names(self, prompt_opens: Callable[[], None]) -> list[str]: ...
    def locked(self) -> bool:
        """Whether the person will have to unlock it. Never opens a prompt."""
        ...
