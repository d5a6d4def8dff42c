"""Every error Inara raises on purpose, by who must act on it.

    InaraError
    ├─ UserError          the person can mend it; shown as written, with the next step
    │  ├─ NotFound        there is no such job, session, call or model
    │  └─ Conflict        it is not in a state for that (no longer waiting, already answered)
    ├─ ToolError          told to the model; the job goes on
    ├─ ProviderError      the model's server; retried or offered again
    │  ├─ RateLimited     the server asks for patience (429)
    │  ├─ Unavailable     nothing answers, or the server is busy, loading or broken
    │  ├─ Rejected        the server understood and refused (key, model, request)
    │  │  ├─ ToolsRefused     because of the tools
    │  │  └─ PicturesRefused  because of a picture
    │  └─ ContextTooLong  the conversation does not fit the model's window
    └─ StorageError       disk, permissions, a damaged database: writing stops, reading goes on

Anything else that is raised is a bug of ours: logged with its traceback, shown as a crash card.
"""

from __future__ import annotations

__all__ = [
    "Conflict",
    "ContextTooLong",
    "InaraError",
    "NotFound",
    "PicturesRefused",
    "ProviderError",
    "RateLimited",
    "Rejected",
    "StorageError",
    "ToolError",
    "ToolsRefused",
    "Unavailable",
    "UserError",
]


class InaraError(Exception):
    """An error with a sentence for a person (`message`) and what to do about it (`next_step`)."""

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(f"{message} {next_step}".strip())
        self.message = message
        self.next_step = next_step


class UserError(InaraError):
    """The person can mend this: a missing key, an unknown name, a line in a file."""


class NotFound(UserError):
    """There is nothing by that name."""


class Conflict(UserError):
    """What was asked does not fit the state it is in."""


class ToolError(InaraError):
    """A tool could not do what the model asked; the model is told and goes on."""


class ProviderError(InaraError):
    """A model's server failed. `retry_after_s` is its own word on when to ask again, if it gave one."""

    def __init__(self, message: str, *, next_step: str = "", retry_after_s: float | None = None) -> None:
        super().__init__(message, next_step=next_step)
        self.retry_after_s = retry_after_s


class RateLimited(ProviderError):
    """Too many requests, or a quota is used up."""


class Unavailable(ProviderError):
    """Nothing answers, the connection broke, or the server says it can't now.

    `loading` is true while a server is up but still loads its model: worth waiting for.
    `transient` is true where asking the same again soon may work (5xx, a reset connection);
    a refused connection is not: somebody has to start the server first.
    """

    def __init__(
        self,
        message: str,
        *,
        next_step: str = "",
        retry_after_s: float | None = None,
        loading: bool = False,
        transient: bool = False,
    ) -> None:
        super().__init__(message, next_step=next_step, retry_after_s=retry_after_s)
        self.loading = loading
        self.transient = transient


class Rejected(ProviderError):
    """The server answered no: a wrong key, an unknown model, a request it can't take."""


class ToolsRefused(Rejected):
    """The model, or the server as it was started, takes no tools."""


class PicturesRefused(Rejected):
    """The model can't look at pictures."""


class ContextTooLong(ProviderError):
    """The request is longer than the model's window. Tokens, where the server said them.

    `again`: something was learnt from it that makes another try worth it.
    """

    def __init__(
        self,
        message: str,
        *,
        next_step: str = "",
        limit_tokens: int | None = None,
        used_tokens: int | None = None,
        again: bool = False,
    ) -> None:
        super().__init__(message, next_step=next_step)
        self.limit_tokens = limit_tokens
        self.used_tokens = used_tokens
        self.again = again


class StorageError(InaraError):
    """The disk or the database refuses: full, read-only, damaged, in use."""
