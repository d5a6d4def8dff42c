"""One connection to a server, with the SDK. Belongs to the worker's thread: nothing here runs on the app's loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from typing import Any, TypeVar, cast

import mcp
import mcp_types as types
from anyio import BrokenResourceError, ClosedResourceError
from mcp.client.auth import OAuthClientProvider, OAuthFlowError
from mcp.client.session import ClientRequestContext
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.dispatcher import ProgressFnT
from mcp.shared.exceptions import MCPError
from pydantic import ValidationError

import inara_engine
from inara_engine.errors import ToolError
from inara_engine.mcp import definitions, results
from inara_engine.mcp.http import client as http_client
from inara_engine.mcp.signing_in import auth_of
from inara_engine.mcp.stdio import LARGEST_MESSAGE, Program
from inara_engine.mcp.values import (
    HttpTarget,
    Listing,
    Prompt,
    PromptArgument,
    Resource,
    Result,
    ServerFailed,
    StdioTarget,
    Target,
)
from inara_engine.tools.asking import Answer, Asker, Question, Teller

__all__ = ["Connection"]

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

START_S = 60.0  # a first start may have to fetch the program
LOOK_S = 20.0
MOST_LISTED = 1_000  # of each kind
LONGEST_CALL_S = 3_600.0


class Connection:
    """`roots` are the folders a server is told of; `call_s` how long a call may stay silent. `auth` signs in."""

    def __init__(
        self,
        name: str,
        target: Target,
        roots: tuple[tuple[str, str], ...],
        call_s: float,
        auth: OAuthClientProvider | None = None,
    ) -> None:
        self._auth = auth
        self._name = name
        self._target = target
        self._roots = roots
        self._call_s = call_s
        self._program = Program(target) if isinstance(target, StdioTarget) else None
        self._client: mcp.Client | None = None
        self._stop = asyncio.Event()
        self._living: asyncio.Task[None] | None = None
        self._hashes: dict[str, str] = {}
        self._asker: Asker | None = None
        self._heard_at = 0.0
        self._asking = 0
        self.changed: Callable[[], object] = _nobody  # hears that the server has other things now

    @property
    def complaint(self) -> str:
        """The end of what a program wrote to its standard error."""
        return self._program.complaint if self._program else ""

    async def start(self) -> Listing:
        """Connect and ask what it has. Raises ServerFailed."""
        if isinstance(self._target, HttpTarget) and (refusal := self._target.refusal(_host(self._target.url))):
            raise ServerFailed(refusal, next_step="Turn local_only off, or add the host to local_hosts.")
        ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._living = asyncio.create_task(self._live(ready), name="mcp connection")
        try:
            async with asyncio.timeout(START_S):
                await ready
                return await self._look()
        except TimeoutError:
            await self.stop()
            raise self._failure(f"It did not answer within {START_S:.0f} s.") from None
        except BaseException:
            await self.stop()
            raise

    @property
    def alive(self) -> bool:
        """Whether it can still be spoken to."""
        return self._living is not None and not self._living.done() and not (self._program and self._program.failed)

    async def look(self) -> Listing:
        """Ask again what it has. Raises ServerFailed."""
        return await self._within(LOOK_S, self._look())

    async def call(
        self, tool: str, definition: str, arguments: dict[str, Any], ask: Asker | None, tell: Teller | None
    ) -> Result:
        """Call a tool, if its definition still has this hash. Raises ServerFailed; ToolError where it has not."""
        await self._within(LOOK_S, self._list_tools())  # a server need not say that it changed
        if self._hashes.get(tool) != definition:
            raise ToolError(
                f"The server has changed what {tool} is since a person approved it. It was not called.",
                next_step="The person has to look at it and approve it again.",
            )
        self._asker = ask
        try:
            result = await self._patiently(
                self._open().call_tool(tool, arguments, progress_callback=self._progress(tell))
            )
        finally:
            self._asker = None
        return results.of_call(_plain(result))

    async def read(self, uri: str) -> Result:
        """What a resource holds. Raises ServerFailed."""
        return results.of_resource(_plain(await self._within(self._call_s, self._open().read_resource(uri))))

    async def prompt(self, name: str, arguments: Mapping[str, str]) -> Result:
        """A prompt with its blanks filled in. Raises ServerFailed."""
        return results.of_prompt(
            _plain(await self._within(self._call_s, self._open().get_prompt(name, dict(arguments))))
        )

    async def stop(self) -> None:
        """End it, and all it started."""
        self._stop.set()
        if self._living is not None:
            await asyncio.wait([self._living], timeout=5)
            self._living.cancel()
            await asyncio.gather(self._living, return_exceptions=True)

    async def _live(self, ready: asyncio.Future[None]) -> None:
        """Holds the connection open: the SDK wants it closed by the task that opened it."""
        try:
            async with AsyncExitStack() as stack:
                client = mcp.Client(
                    await self._transport(stack),
                    elicitation_callback=self._elicited,
                    list_roots_callback=self._list_roots,
                    message_handler=self._heard,
                    client_info=types.Implementation(name="inara", title="Inara", version=inara_engine.__version__),
                    cache=None,
                )
                self._client = await stack.enter_async_context(client)
                if not ready.done():
                    ready.set_result(None)
                await self._stop.wait()
        except asyncio.CancelledError:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever broke, one failure of the server
            if not ready.done():
                ready.set_exception(self._translated(error))
            elif not self._stop.is_set():
                _log.info("an MCP connection ended: %s", type(error).__name__)
        finally:
            self._client = None
            if not ready.done():
                ready.cancel()

    async def _transport(self, stack: AsyncExitStack) -> Any:
        if self._program is not None:
            return self._program.streams()
        target = self._target
        if not isinstance(target, HttpTarget):
            raise TypeError
        auth = self._auth or (auth_of(target) if target.sign_in.kept else None)
        http = await stack.enter_async_context(await asyncio.to_thread(http_client, target, auth))  # reads certificates
        return streamable_http_client(target.url, http_client=http, max_sse_event_size=LARGEST_MESSAGE)

    def _open(self) -> mcp.Client:
        if self._client is None or not self.alive:
            raise self._failure("It is not there any more.")
        return self._client

    async def _look(self) -> Listing:
        tools = await self._list_tools()
        client = self._open()
        has = client.server_capabilities
        prompts = await _pages(client.list_prompts, "prompts") if has.prompts else []
        resources = await _pages(client.list_resources, "resources") if has.resources else []
        templates = await _pages(client.list_resource_templates, "resource_templates") if has.resources else []
        info = client.server_info
        return Listing(
            tools=tuple(tools),
            prompts=tuple(map(_prompt, prompts)),
            resources=(*map(_resource, resources), *map(_template, templates)),
            name=(info.title or info.name)[:100] if info else "",
            version=info.version[:50] if info else "",
            protocol=client.protocol_version,
            instructions=(client.instructions or "")[:4_000],
        )

    async def _list_tools(self) -> list[dict[str, Any]]:
        client = self._open()
        tools: list[dict[str, Any]] = []
        if client.server_capabilities.tools:
            tools = [_plain(tool) for tool in await _pages(client.list_tools, "tools")]
        hashes = {definition.tool: definition.hash for definition in definitions.read("", tools)}
        changed = self._hashes and hashes != self._hashes
        self._hashes = hashes
        if changed:
            self.changed()
        return tools

    async def _within(self, seconds: float, work: Awaitable[_T]) -> _T:
        """Do it within a time. Raises ServerFailed, whatever went wrong."""
        try:
            async with asyncio.timeout(seconds):
                return await work
        except TimeoutError:
            raise self._failure(f"It did not answer within {seconds:.0f} s.") from None
        except (asyncio.CancelledError, ServerFailed, ToolError):
            raise
        except Exception as error:
            raise self._translated(error) from error

    async def _patiently(self, work: Awaitable[_T]) -> _T:
        """A call may take as long as something comes of it, or the person is asked; silence ends it."""
        clock = asyncio.get_running_loop().time
        self._heard_at = began = clock()
        working = asyncio.ensure_future(self._within(LONGEST_CALL_S * 24, work))
        try:
            while not working.done():
                left = min(self._heard_at + self._call_s, began + LONGEST_CALL_S) - clock()
                if self._asking:
                    began = self._heard_at = clock()
                elif left <= 0:
                    if self._program is not None and self._program.gave_up_in_noise():
                        raise self._failure(self._program.failed)
                    raise self._failure(f"It said nothing for {self._call_s:.0f} s; the call was given up.")
                await asyncio.wait([working], timeout=max(0.05, min(left, 1.0)))
            return await working
        finally:
            working.cancel()
            await asyncio.gather(working, return_exceptions=True)

    def _progress(self, tell: Teller | None) -> ProgressFnT:
        async def told(progress: float, total: float | None, message: str | None) -> None:
            self._heard_at = asyncio.get_running_loop().time()
            if tell is not None:
                share = min(1.0, max(0.0, progress / total)) if total else None
                tell((message or "")[:200], share)

        return told

    async def _heard(self, message: Any) -> None:
        changes = (
            types.ToolListChangedNotification,
            types.PromptListChangedNotification,
            types.ResourceListChangedNotification,
        )
        if isinstance(message, changes):
            self.changed()

    async def _elicited(
        self,
        context: ClientRequestContext,
        params: types.ElicitRequestParams,
    ) -> types.ElicitResult | types.ErrorData:
        """A question of the server; without a person there it is put off, never answered for them."""
        if self._asker is None or self._asking:
            return types.ElicitResult(action="cancel")
        del context
        said = _plain(params)
        message = str(said.get("message", ""))[:4_000]
        if said.get("mode") == "url":
            question = Question(self._name, message, url=str(said.get("url", ""))[:4_000])
        else:
            question = Question(self._name, message, form=said.get("requestedSchema") or {})
        self._asking += 1
        try:
            answer: Answer = await self._asker(question)
        finally:
            self._asking -= 1
        content = answer.content if answer.action == "accept" and question.form is not None else None
        return types.ElicitResult(action=answer.action, content=content)

    async def _list_roots(self, context: ClientRequestContext) -> types.ListRootsResult:  # noqa: ARG002 - as the SDK calls it
        return types.ListRootsResult(
            roots=[types.Root.model_validate({"uri": uri, "name": name}) for uri, name in self._roots]
        )

    def _translated(self, error: BaseException) -> ServerFailed:
        error = _first(error)
        if isinstance(error, ServerFailed):
            return error
        if self._program is not None and self._program.failed:
            return self._failure(self._program.failed)
        match error:
            case MCPError():
                return self._failure(f"It answered: {error.error.message[:500]}")
            case OAuthFlowError():
                return self._failure(f"It could not be signed in to: {str(error)[:300]}.")
            case ValidationError():
                return self._failure("It sent something that is no valid answer.")
            case BrokenResourceError() | ClosedResourceError() | ConnectionError():
                return self._failure("The connection broke.")
            case TimeoutError():
                return self._failure("It did not answer in time.")
            case RuntimeError():
                return self._failure(str(error)[:500])
            case _:
                _log.info("an MCP server failed", exc_info=error)
                return self._failure(f"It could not be spoken to ({type(error).__name__}).")

    def _failure(self, message: str) -> ServerFailed:
        """With the last of what the program itself said about it."""
        if self._program is not None and self._program.failed:
            message = self._program.failed
        lines = [line for line in self.complaint.splitlines() if line.strip()]
        said = f" Its last words: {lines[-1].strip()[:300]}" if lines else ""
        return ServerFailed(message + said)


def _first(error: BaseException) -> BaseException:
    """The first of the errors that came together."""
    while isinstance(error, BaseExceptionGroup):
        error = cast("BaseExceptionGroup[BaseException]", error).exceptions[0]
    return error


async def _pages(fetch: Callable[..., Awaitable[Any]], key: str) -> list[Any]:
    """All pages of a list; a server that never comes to an end is cut off."""
    found: list[Any] = []
    cursor: str | None = None
    while len(found) < MOST_LISTED:
        page = await fetch(cursor=cursor)
        found += getattr(page, key)
        cursor = page.next_cursor
        if not cursor or not getattr(page, key):
            break
    return found[:MOST_LISTED]


def _prompt(prompt: types.Prompt) -> Prompt:
    arguments = tuple(
        PromptArgument(one.name, (one.description or "")[:500], bool(one.required)) for one in prompt.arguments or ()
    )
    return Prompt(prompt.name, prompt.title or "", (prompt.description or "")[:1_000], arguments)


def _resource(resource: types.Resource) -> Resource:
    name = resource.title or resource.name
    return Resource(str(resource.uri), name, (resource.description or "")[:1_000], resource.mime_type or "")


def _template(template: types.ResourceTemplate) -> Resource:
    name = template.title or template.name
    about = (template.description or "")[:1_000]
    return Resource(template.uri_template, name, about, template.mime_type or "", template=True)


def _nobody() -> None:
    pass


def _plain(value: Any) -> dict[str, Any]:
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return urlsplit(url).hostname or ""
