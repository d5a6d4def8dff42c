"""A model file as a provider: its server is started when it is needed, and freed when it is not.

The first question waits for the model to be loaded, and says for how long. A server that dies under a question
is started again, later each time; one that dies while it loads is told with its last words.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

from inara_engine.errors import ProviderError, Unavailable, UserError
from inara_engine.events import Progress
from inara_engine.providers.base import ModelEvent, ModelRequest
from inara_engine.providers.discovery import ServerReport, facts_of, health
from inara_engine.providers.gguf import GgufHead, read_head
from inara_engine.providers.llama_process import LlamaProcess, find_server
from inara_engine.providers.model_facts import ModelFacts
from inara_engine.providers.openai_compatible import OpenAICompatible
from inara_engine.settings import LlamaServerSettings

__all__ = ["ManagedLlama"]

DEFAULT_CONTEXT = 16_384  # a model made for much more would take the machine's memory for it
_LOOK_S = 0.1
_TELL_S = 1.0
_BACK_OFF_S = (0.5, 2.0, 8.0)
_PORT_TRIES = 3

_PORT_TAKEN = re.compile(r"couldn'?t bind|address already in use|failed to bind", re.IGNORECASE)
_NO_MEMORY = re.compile(
    r"out of memory|cannot allocate memory|failed to (?:allocate|reserve)|unable to allocate|bad_alloc"
    r"|cudaMalloc failed",
    re.IGNORECASE,
)
_BAD_FILE = re.compile(
    r"not within the file bounds|corrupted or incomplete|invalid magic|failed to load model|error loading model"
    r"|unknown model architecture",
    re.IGNORECASE,
)
_BAD_ARGUMENT = re.compile(r"error: (?:invalid argument|unknown argument|while handling argument)[^\n]*", re.IGNORECASE)


class ManagedLlama:
    """Serves the file `gguf`. `config_id` is its id under `[models]` in config.toml."""

    def __init__(
        self,
        gguf: str,
        settings: LlamaServerSettings,
        *,
        label: str = "",
        config_id: str = "",
        stall_notice_s: float = 30.0,
    ) -> None:
        self._path = Path(gguf).expanduser()
        self._settings = settings
        self._label = label
        self._config_id = config_id
        self._stall_notice_s = stall_notice_s
        self.process: LlamaProcess | None = None  # while it runs
        self._client: OpenAICompatible | None = None
        self._head: GgufHead | None = None
        self._loaded = False
        self._starting = asyncio.Lock()
        self._answering = 0
        self._idle: asyncio.Task[None] | None = None

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask; see `Provider.stream`. Raises UserError too: no server, no such file, one that is not whole."""
        self._answering += 1
        self._stay()
        request = replace(request, model=self._path.stem)
        try:
            for pause_s in (*_BACK_OFF_S, None):
                said = False
                try:
                    async with aclosing(self._ask(request)) as events:
                        async for event in events:
                            said = said or not isinstance(event, Progress)
                            yield event
                except Unavailable:
                    died = self.process is not None and await _has_died(self.process)
                    if said or not died or not self._loaded or pause_s is None:
                        raise
                else:
                    return
                yield Progress(f"The server of “{self._name}” ended by itself; starting it again")
                await asyncio.sleep(pause_s)
        finally:
            self._answering -= 1
            self._free_later()

    async def facts(self) -> ModelFacts:
        """What is known of the model, without starting its server. Raises UserError."""
        head = self._head or await asyncio.to_thread(read_head, self._path)
        window = self._context(head)
        process = self.process if self._loaded else None
        if process is not None and (told := await facts_of(self._base_url(process), process.key, "")):
            return told
        return ModelFacts("llama.cpp", window=window, longest=head.longest, loaded=False)

    async def check(self) -> ServerReport:
        """Whether it could answer, as far as that is known without starting its server."""
        try:
            facts = await self.facts()
            await asyncio.to_thread(find_server, self._settings.path)
        except UserError as error:
            return ServerReport("failing", error.message, error.next_step)
        runs = "runs" if facts.loaded else "is started when it is needed"
        message = f"{self._path.name} is whole; its llama-server {runs}, with a context of {facts.window:,} tokens."
        return ServerReport("ready", message, facts=facts)

    async def aclose(self) -> None:
        """End the server."""
        self._stay()
        await self._end()

    @property
    def _name(self) -> str:
        return self._label or (self._head.name if self._head else self._path.stem)

    def _base_url(self, process: LlamaProcess) -> str:
        return f"http://127.0.0.1:{process.port}/v1"

    def _context(self, head: GgufHead) -> int:
        return self._settings.context or min(head.longest or DEFAULT_CONTEXT, DEFAULT_CONTEXT)

    async def _ask(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        async with aclosing(self._ready()) as loading:
            async for progress in loading:
                yield progress
        if self._client is None:
            raise Unavailable(f"The server of “{self._name}” ended.", next_step="Try again.")
        async with aclosing(self._client.stream(request)) as events:
            async for event in events:
                yield event

    async def _ready(self) -> AsyncGenerator[Progress, None]:
        """Return once the server can answer; tells meanwhile how long it has been loading."""
        began = time.monotonic()
        told = 0.0
        while self._starting.locked():  # another question has started it
            await asyncio.sleep(_LOOK_S)
            if time.monotonic() - began - told >= _TELL_S:
                told = time.monotonic() - began
                yield Progress(f"Loading {self._name}, {told:.0f} s")
        async with self._starting:
            if self.process is not None and self._loaded and self.process.status is None:
                return
            for attempt in range(_PORT_TRIES):
                await self._end()
                process = await self._start()
                async with aclosing(self._loading(process, began)) as loading:
                    async for progress in loading:
                        yield progress
                if process.status is None:
                    self._loaded = True
                    return
                await process.settled()
                if not _PORT_TAKEN.search(process.log) or attempt == _PORT_TRIES - 1:
                    raise self._died(process)

    async def _start(self) -> LlamaProcess:
        self._head = await asyncio.to_thread(read_head, self._path)
        program = await asyncio.to_thread(find_server, self._settings.path)
        arguments = [
            *("--model", str(self._path), "--alias", self._path.stem),
            *("--ctx-size", str(self._context(self._head)), "--parallel", "1", "--jinja"),
            *self._settings.args,
        ]
        try:
            process = self.process = await LlamaProcess.start(program, arguments)
        except OSError as error:
            step = "Check `llama_server` of the model."
            raise UserError(f"{program} can't be started: {error.strerror}.", next_step=step) from error
        self._client = OpenAICompatible(
            self._base_url(process),
            process.key,
            label=self._name,
            config_id=self._config_id,
            stall_notice_s=self._stall_notice_s,
        )
        self._client.ask_for_progress()
        return process

    async def _loading(self, process: LlamaProcess, began: float) -> AsyncGenerator[Progress, None]:
        """Until it answers or has ended. How long is the person's to decide: large models take minutes."""
        told = 0.0
        while process.status is None and not await health(f"http://127.0.0.1:{process.port}"):
            await asyncio.sleep(min(0.05 + (time.monotonic() - began) / 10, 1.0))
            if (waited := time.monotonic() - began) - told >= _TELL_S:
                told = waited
                yield Progress(f"Loading {self._name}, {waited:.0f} s")

    def _died(self, process: LlamaProcess) -> ProviderError:
        words = process.log
        last = " ".join(words.splitlines()[-3:])[-400:]
        said = f" Its last words: “{last}”" if last else ""
        setting = f"[models.{self._config_id}]"
        if bad := _BAD_ARGUMENT.search(words):
            return Unavailable(
                f"llama-server does not take its arguments: {bad[0][:200]}.",
                next_step=f"Check `llama_server.args` of {setting}.",
            )
        if process.status == -9 or _NO_MEMORY.search(words):
            return Unavailable(
                f"There is not enough memory for “{self._name}” with a context of "
                f"{self._context(self._head) if self._head else 0:,} tokens.{said}",
                next_step=f"Close other programs, set a smaller `llama_server.context` in {setting}, "
                "or choose a smaller model.",
            )
        if _BAD_FILE.search(words):
            return Unavailable(
                f"llama-server could not load {self._path.name}.{said}",
                next_step="The file may be damaged, or too new for this llama-server: download it again, or update it.",
            )
        return Unavailable(
            f"llama-server ended while loading “{self._name}” (status {process.status}).{said}",
            next_step=f"Check `llama_server` of {setting}.",
        )

    def _stay(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _free_later(self) -> None:
        if self._answering or not self._settings.idle_minutes or self.process is None:
            return
        self._stay()
        self._idle = asyncio.create_task(self._free(), name="llama-server idle")

    async def _free(self) -> None:
        await asyncio.sleep(self._settings.idle_minutes * 60)
        self._idle = None
        await self._end()

    async def _end(self) -> None:
        process, self.process = self.process, None
        client, self._client = self._client, None
        self._loaded = False
        if client is not None:
            await client.aclose()
        if process is not None:
            await process.close()


async def _has_died(process: LlamaProcess) -> bool:
    """Whether it has ended; a connection breaks a moment before the system says so."""
    for _ in range(20):
        if process.status is not None:
            return True
        await asyncio.sleep(0.02)
    return False
