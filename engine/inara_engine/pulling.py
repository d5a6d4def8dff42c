"""Getting models: Ollama on this machine fetches one, and tells how far it is."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Literal

from inara_engine.errors import Conflict, InaraError, NotFound, UserError
from inara_engine.events import PullProgressed
from inara_engine.frozen import frozen
from inara_engine.providers.discovery import discover
from inara_engine.providers.endpoint import Endpoint

__all__ = ["Pull", "Pulls"]

_KEPT = 50  # ended ones that can still be asked for
_TELL_S = 0.1


@frozen
class Pull:
    """A model on its way. Bytes over all its files, as far as they are known; `message` is for people."""

    id: str
    model: str
    server: str
    state: Literal["running", "done", "failed", "cancelled"] = "running"
    done: int = 0
    total: int = 0
    message: str = ""
    next_step: str = ""


class Pulls:
    """`announce` tells those who follow everything how far a pull is."""

    def __init__(self, announce: Callable[[PullProgressed], None]) -> None:
        self._announce = announce
        self._pulls: dict[str, Pull] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def start(self, model: str, server: str = "") -> Pull:
        """Begin. `server` is an Ollama of this machine ("": the one that is found). Raises UserError, Conflict."""
        model = model.strip()
        if not model or len(model) > 300 or not model.isprintable():
            raise UserError("Which model?", next_step="Say its name, e.g. `inara models pull qwen3:8b`.")
        endpoint = Endpoint.parse(server or await _found(), "--server")
        if not endpoint.loopback:
            raise UserError(f"{endpoint.host} is not this machine.", next_step="Pull there, on that machine itself.")
        if any(one.state == "running" and one.model == model for one in self._pulls.values()):
            raise Conflict(f"“{model}” is being fetched already.")
        known = [int(one.removeprefix("pull-")) for one in self._pulls]
        made = Pull(f"pull-{max(known, default=0) + 1}", model, endpoint.address, message="Asking for it")
        self._pulls[made.id] = made
        self._tasks[made.id] = asyncio.create_task(self._run(made.id, endpoint), name=f"pull {model}")
        for ended in [one.id for one in self._pulls.values() if one.state != "running"][:-_KEPT]:
            del self._pulls[ended]
        return made

    async def show(self, pull: str) -> Pull:
        """How far one is. Raises NotFound."""
        if pull not in self._pulls:
            raise NotFound(f"There is no pull {pull!r}.")
        return self._pulls[pull]

    async def list(self) -> list[Pull]:
        """Those that run, and the last that ended."""
        return list(self._pulls.values())

    async def cancel(self, pull: str) -> Pull:
        """Stop one; what was fetched stays, so that the next begins there. Raises NotFound."""
        if (await self.show(pull)).state == "running":
            await self._stop(self._tasks[pull])
        return await self.show(pull)

    def close(self) -> asyncio.Future[list[None]]:
        """The process ends."""
        return asyncio.gather(*(self._stop(task) for task in list(self._tasks.values())))

    async def _stop(self, task: asyncio.Task[None]) -> None:
        task.cancel()
        await asyncio.wait([task])

    async def _run(self, pull_id: str, endpoint: Endpoint) -> None:
        await asyncio.to_thread(importlib.import_module, "inara_engine.providers.ollama_pull")
        from inara_engine.providers.ollama_pull import pull

        told_at = 0.0
        try:
            async with aclosing(
                pull(endpoint.origin, endpoint.address, endpoint.port, self._pulls[pull_id].model)
            ) as steps:
                async for step in steps:
                    now = asyncio.get_running_loop().time()
                    self._now(
                        pull_id,
                        replace(self._pulls[pull_id], done=step.done, total=step.total, message=step.doing),
                        tell=now - told_at >= _TELL_S,
                    )
                    told_at = now if now - told_at >= _TELL_S else told_at
            self._now(pull_id, replace(self._pulls[pull_id], state="done", message="It is there."))
        except asyncio.CancelledError:
            self._now(pull_id, replace(self._pulls[pull_id], state="cancelled", message="Stopped."))
            raise
        except InaraError as error:
            failed = replace(self._pulls[pull_id], state="failed", message=error.message, next_step=error.next_step)
            self._now(pull_id, failed)
        finally:
            self._tasks.pop(pull_id, None)

    def _now(self, pull_id: str, pull: Pull, *, tell: bool = True) -> None:
        self._pulls[pull_id] = pull
        if tell:
            self._announce(PullProgressed(pull.id, pull.model, pull.state, pull.done, pull.total, pull.message))


async def _found() -> str:
    for server in await discover():
        if server.name == "Ollama":
            return server.base_url
    raise UserError(
        "No Ollama answers on this machine.",
        next_step="Start it with `ollama serve`, or name its address with --server.",
    )
