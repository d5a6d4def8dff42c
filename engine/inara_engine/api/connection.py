"""One HTTP connection, with the deadlines that its server leaves to others.

Uvicorn bounds the size of a request's head and how long an idle connection is kept. A head that
drips in, and a reader who no longer reads, it would bear for ever.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

__all__ = ["HEAD_S", "STALLED_S", "Connection"]

HEAD_S = 10.0  # from a connection's start, or a request's first byte, to the end of the request's head
STALLED_S = 60.0  # a reader who takes nothing for so long is let go; a stream can be taken up again


class Connection(H11Protocol):
    """Ends itself where the other side is too slow to be of use to anybody."""

    def __init__(self, *args: Any, head_s: float = HEAD_S, stalled_s: float = STALLED_S, **options: Any) -> None:
        super().__init__(*args, **options)
        self._head_s = head_s
        self._stalled_s = stalled_s
        self._head: asyncio.TimerHandle | None = None
        self._stalled: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        if self._idle():
            self._await_head()
        super().data_received(data)
        if not self._idle():
            self._head_is_here()

    def shutdown(self) -> None:
        """End it, or, where a request is being answered, after that."""
        if self._idle():
            self.transport.close()
        else:
            self.cycle.keep_alive = False

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalled = self.loop.call_later(self._stalled_s, self.transport.abort)

    def resume_writing(self) -> None:
        self._reads_again()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_is_here()
        self._reads_again()
        super().connection_lost(exc)

    def _idle(self) -> bool:
        """Whether no request is being answered."""
        cycle: Any = self.cycle  # None before the first request
        return cycle is None or cycle.response_complete

    def _await_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(self._head_s, self.transport.abort)

    def _head_is_here(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _reads_again(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
