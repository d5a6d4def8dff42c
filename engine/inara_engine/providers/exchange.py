"""One HTTP request to a model's server, read by a task of its own.

The caller takes what has come, in as few pieces as possible, and notices silence without
disturbing the read: between two tokens of a large local model minutes may pass.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inara_engine.providers.http_client import Answer

__all__ = ["Exchange", "Turns"]

_TAKE_BYTES = 16 * 1024  # a few milliseconds of parsing
_BUFFER_BYTES = 32 * 1024
_TRICKLE_BYTES = 4 * 1024  # a read that small is a model talking, not a backlog
_FRAME_S = 1 / 60
_LAST_WORDS_S = 3.0  # after the finish reason only the usage may follow, and then the end of the body
_LINGER_BYTES = 64 * 1024


class Turns:
    """Shares a loop's time between the streams of one client.

    Parsing is CPU on the loop that also paints. In one turn of the loop the streams together use `slice_s`, then the
    others wait for its next one, so that fifty answers at once don't hold up a frame.
    """

    def __init__(self, slice_s: float = 0.004) -> None:
        self._slice_s = slice_s
        self._began_at: float | None = None

    async def wait(self) -> None:
        """Return when there is time left in this turn of the loop, or in a later one."""
        while self._began_at is not None and perf_counter() - self._began_at > self._slice_s:  # noqa: ASYNC110 - a turn each
            await asyncio.sleep(0)
        if self._began_at is None:
            self._began_at = perf_counter()
            asyncio.get_running_loop().call_soon(self._end)

    def _end(self) -> None:
        self._began_at = None


class Exchange:
    """Sends a request at once and collects the answer. Close it: that closes the connection, if it is not at its end.

    `wait()` tells whether something is there to take; `answer` is set from the first time it
    did; `take()` gives the bytes of the body. What sending or reading raised, both raise.
    """

    def __init__(self, ask: Callable[[], Awaitable[Answer]], turns: Turns, *, notice_s: float) -> None:
        self.answer: Answer | None = None
        self._ask = ask
        self._turns = turns
        self._loop = asyncio.get_running_loop()
        self._notice_s = notice_s
        self._pieces: list[bytes] = []
        self._buffered = 0
        self._room = asyncio.Event()
        self._room.set()
        self._news = False
        self._waiter: asyncio.Future[None] | None = None  # who takes what comes waits for more
        self._taken: asyncio.Future[None] | None = None  # the reading waits for that
        self._last_byte_at = self._noticed_at = self._loop.time()
        self._silent = False
        self._lingering = False
        self._timer = self._loop.call_later(notice_s, self._look)
        self._reading = self._loop.create_task(self._run(), name="reading an answer")
        self._reading.add_done_callback(self._on_done)

    @property
    def silent_s(self) -> float:
        """For how long nothing has come."""
        return self._loop.time() - self._last_byte_at

    @property
    def at_end(self) -> bool:
        """Whether the body was read to its end, unbroken, and all of it was taken."""
        done = not self._pieces and self._reading.done() and not self._reading.cancelled()
        return done and self._reading.exception() is None

    @property
    def done(self) -> bool:
        """Whether nothing is read any more."""
        return self._reading.done()

    async def wait(self) -> bool:
        """True once there is news (the response's head, bytes, the end); False after each `notice_s` of silence."""
        while not self._news and not self._reading.done():
            if self._silent:
                self._silent = False
                return False
            self._read_on()
            self._waiter = self._loop.create_future()
            await self._waiter
        self._silent = False
        self._news = bool(self._pieces)
        if not self._pieces and self._reading.done():
            self._reading.result()
        return True

    def take(self) -> bytes:
        """What has come, up to 16 KiB; b"" where nothing is left."""
        if self._buffered <= _TAKE_BYTES:
            taken = b"".join(self._pieces)
            self._pieces.clear()
        else:
            count = size = 0
            while count < len(self._pieces) and (not count or size + len(self._pieces[count]) <= _TAKE_BYTES):
                size += len(self._pieces[count])
                count += 1
            taken = b"".join(self._pieces[:count])
            del self._pieces[:count]
        self._buffered -= len(taken)
        self._news = bool(self._pieces)
        if self._buffered <= _BUFFER_BYTES:
            self._room.set()
        return taken

    async def read_at_most(self, limit: int, within_s: float) -> bytes:
        """The body's first bytes, as far as they come in that time. Never raises for a broken connection."""
        pieces: list[bytes] = []
        size = 0
        ends_at = self._loop.time() + within_s
        while size < limit and self._loop.time() < ends_at:
            if not self._pieces:
                self._read_on()
                done, _ = await asyncio.wait({self._reading}, timeout=0.02)
                if done and not self._pieces:
                    break
            piece = self.take()
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)[:limit]

    def expect_end(self) -> None:
        """Nothing but last words may follow: notice sooner that none do."""
        if self._notice_s > _LAST_WORDS_S:
            self._notice_s = _LAST_WORDS_S
            self._noticed_at = self._loop.time()
            self._timer.cancel()
            self._look()

    def let_end(self) -> None:
        """The answer is whole: what still comes is thrown away, for a moment, so that the connection serves again.

        The end of a body comes right behind the answer's; a new connection costs more, with TLS a lot.
        """
        if not self._reading.done():
            self._lingering = True
            self.expect_end()
            self._pieces.clear()
            self._buffered = 0
            self._room.set()
            self._read_on()
            if self.answer is not None:
                self.answer.resume()

    async def aclose(self) -> None:
        """Stop reading and close the connection unless the body was read to its end, or soon will be (`let_end`)."""
        if not self._lingering:
            await self.cut()

    async def cut(self) -> None:
        """Stop reading, whatever still comes."""
        self._timer.cancel()
        if not self._reading.done():
            self._reading.cancel()
            await asyncio.wait({self._reading})
        if not self._reading.cancelled():
            self._reading.exception()  # seen: whoever closes no longer wants to know

    async def _run(self) -> None:
        await self._turns.wait()
        self.answer = answer = await self._ask()
        try:
            self._wake()
            while chunk := await answer.read():
                self._buffered += len(chunk)
                if self._lingering:
                    if self._buffered > _LINGER_BYTES:
                        break
                    continue
                if len(chunk) <= _TAKE_BYTES:
                    self._pieces.append(chunk)
                else:  # the kernel had much: cut, so that parsing it does not hold the loop
                    self._pieces += [chunk[at : at + _TAKE_BYTES] for at in range(0, len(chunk), _TAKE_BYTES)]
                self._wake()
                if self._buffered > _BUFFER_BYTES:
                    self._room.clear()
                    await self._room.wait()
                elif len(chunk) < _TRICKLE_BYTES:
                    # Whoever takes it comes first, and those who are told of it; they may find that it was the last.
                    self._taken = self._loop.create_future()
                    await self._taken
                    if not self._lingering:
                        # At most one wake-up a frame: what comes meanwhile waits in the kernel.
                        answer.pause()
                        await asyncio.sleep(_FRAME_S)
                        answer.resume()
        finally:
            await answer.aclose()

    def _wake(self) -> None:
        self._news = True
        self._last_byte_at = self._noticed_at = self._loop.time()
        self._wake_waiter()

    def _wake_waiter(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _read_on(self) -> None:
        if self._taken is not None and not self._taken.done():
            self._taken.set_result(None)

    def _on_done(self, task: asyncio.Task[None]) -> None:
        self._timer.cancel()
        self._wake_waiter()
        if self._lingering and not task.cancelled():
            task.exception()  # seen: the answer is whole without it

    def _look(self) -> None:
        """One timer for the whole answer; arming one per token would cost more than the token."""
        left = self._noticed_at + self._notice_s - self._loop.time()
        if left <= 0 and self._lingering:
            self._reading.cancel()
            return
        if left <= 0:
            self._silent = True
            self._noticed_at = self._loop.time()
            left = self._notice_s
            self._wake_waiter()
        self._timer = self._loop.call_later(left, self._look)
