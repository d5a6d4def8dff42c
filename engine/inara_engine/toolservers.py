"""The face's part `mcp`: servers that offer tools, what each has, and what of it the person approved.

Nothing of it costs anything where no server is configured. Servers are started when a call, a resource or a person
needs them; a new one is asked once, in the background, what it has, so that the person can approve it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from inara_engine.approvals import Approvals
from inara_engine.connections import Connections, Note
from inara_engine.errors import InaraError, NotFound, UserError
from inara_engine.frozen import frozen
from inara_engine.mcp import importing
from inara_engine.mcp.catalogue import Known, fingerprint
from inara_engine.mcp.definitions import Definition
from inara_engine.mcp.reaching import target_of
from inara_engine.mcp.reporting import McpReport, McpTool, report
from inara_engine.mcp.server import Server
from inara_engine.mcp.signing import SignIns, client_key
from inara_engine.mcp.values import HttpTarget, Listing, Result, Target
from inara_engine.mcp.worker import Worker
from inara_engine.secrets import Secrets
from inara_engine.settings import MakesChange, McpServerSettings, Reach, Settings, SettingsChange
from inara_engine.store import ServerTable
from inara_engine.tools.asking import Asker, Teller
from inara_engine.tools.base import Tool

__all__ = ["McpReport", "McpServers", "McpTool", "Surroundings"]

FIRST_LOOK_S = 3.0  # after the start, so that it costs the start nothing


@frozen
class Surroundings:
    """What the servers need of the engine.

    The settings in force and a way to change them, the folders granted, the names of its own tools, the time, and who
    hears that something about a server changed.
    """

    settings: Callable[[], Settings]
    change: Callable[[SettingsChange | MakesChange], Awaitable[Settings]]
    roots: Callable[[], tuple[Path, ...]]
    taken: Callable[[], Collection[str]]
    clock: Callable[[], float]
    changed: Callable[[], None]
    note: Note = Connections().note  # hears of each host before it is spoken to


class McpServers:
    """Close it."""

    def __init__(self, table: ServerTable, secrets: Secrets, around: Surroundings) -> None:
        self._secrets = secrets
        self._around = around
        self._approvals = Approvals(table, self._configured, around.taken, around.changed, around.clock)
        self._worker = Worker()
        self._sign_ins = SignIns(self._worker, secrets)
        self._servers: dict[str, tuple[str, Server]] = {}
        self._importing = asyncio.Lock()
        self._first_look: asyncio.Task[None] | None = None

    # What front ends call

    async def all(self) -> list[McpReport]:
        """All configured servers, as they are; starts none."""
        await self._approvals.load()
        return [self._report(name) for name in self._configured()]

    async def test(self, server: str) -> McpReport:
        """Start a server and ask what it has; how that went. Raises NotFound; UserError where it is off."""
        await self._approvals.load()
        running = self._server(server)
        with suppress(InaraError):  # the report says it
            await running.look()
        return self._report(server)

    async def approve(self, server: str, hashes: list[str]) -> McpReport:
        """Offer these tools from now on, by the definitions the person was shown. Raises NotFound, UserError."""
        known = await self._known_of(server)
        there = {definition.hash for definition in known.definitions if not definition.problem}
        if missing := set(hashes) - there:
            raise UserError(
                f"{len(missing)} of these tools are no longer what you were shown.",
                next_step="Look at them again, then approve them.",
            )
        await self._approvals.remember(known.approved(hashes))
        return self._report(server)

    async def forget(self, server: str, tools: list[str]) -> McpReport:
        """Take back the approval of these tools (by the server's names), or of all where none is named."""
        known = await self._known_of(server)
        await self._approvals.remember(known.forgotten(tools))
        return self._report(server)

    async def sign_in(self, server: str) -> str:
        """Begin to sign in: the address to open in the person's browser, once they want that; "" where none is needed.

        `signed_in` waits for its end. Raises NotFound, UserError, ServerFailed.
        """
        settings = self._settings_of(server)
        if settings.disabled:
            raise UserError(f"{server} is off.", next_step=f"Turn it on: inara mcp enable {server}")
        target = await self._target(server, settings)
        if not isinstance(target, HttpTarget):
            raise UserError(f"{server} is a program of this machine: there is nothing to sign in to.")
        return await self._sign_ins.begin(server, target)

    async def signed_in(self, server: str) -> McpReport:
        """Wait until the person has signed in, then ask what it has. Raises NotFound, UserError, ServerFailed."""
        self._settings_of(server)
        await self._sign_ins.finish(server)
        return await self.restart(server)

    async def give_up_sign_in(self, server: str) -> None:
        """The person no longer wants to; whoever waits for `signed_in` is told so."""
        await self._sign_ins.end(server)

    async def sign_out(self, server: str) -> McpReport:
        """Forget a sign-in here; the server itself is not told. Raises NotFound, UserError."""
        self._settings_of(server)
        await self._sign_ins.forget(server)
        await self._end(server)
        return self._report(server)

    async def use_client(
        self, server: str, client_id: str, secret: str = "", redirect_port: int | None = None
    ) -> McpReport:
        """Sign in there as this client, which the person had registered by hand, from now on; "" as none any more.

        The secret is kept in the keyring. What a sign-in gave so far is forgotten. Raises NotFound, UserError.
        """
        self._settings_of(server)
        key = client_key(server)
        if secret:
            await self._secrets.set(key, secret)
        else:
            await self._secrets.delete(key)
        here = ("mcp", "servers", server)
        sets = (
            ((*here, "client_secret"), f"keyring:{key}" if secret else None),
            ((*here, "redirect_port"), redirect_port),
            ((*here, "client_id"), client_id or None),
        )
        await self._around.change(SettingsChange(sets))
        return await self.sign_out(server)

    async def switch(self, server: str, on: bool) -> McpReport:
        """Turn a server on (starting it is now yours to have done) or off. Raises NotFound."""
        self._settings_of(server)
        await self._around.change(SettingsChange(((("mcp", "servers", server, "disabled"), None if on else True),)))
        if not on:
            await self._end(server)
        return self._report(server)

    async def restart(self, server: str) -> McpReport:
        """End a server and start it anew; how that went. Raises NotFound; UserError where it is off."""
        self._settings_of(server)
        await self._end(server)
        return await self.test(server)

    async def remove(self, server: str) -> None:
        """Take a server out of the settings, and forget what was approved of it. Raises NotFound."""
        self._settings_of(server)
        await self._end(server)
        with suppress(UserError):  # no keyring, nothing kept
            await self._sign_ins.forget(server)
            await self._secrets.delete(client_key(server))
        await self._around.change(SettingsChange(((("mcp", "servers", server), None),)))
        await self._approvals.forget(server)

    async def import_servers(self, text: str) -> list[McpReport]:
        """Add the servers of an `mcpServers` JSON, all of them off. Raises UserError; then nothing is added."""
        async with self._importing:  # a list that comes meanwhile would have its keys under the same names
            found = importing.read(text, self._configured())
            for one in found:
                for key, value in one.keys.items():
                    await self._secrets.set(key, value)
            names: list[str] = []

            def added(present: Settings) -> SettingsChange:
                named = importing.renamed(found, present.mcp.servers)
                names[:] = [one.name for one in named]
                return SettingsChange(tuple((("mcp", "servers", one.name), one.table) for one in named))

            await self._around.change(added)
        return [self._report(name) for name in names]

    async def read_resource(self, server: str, uri: str) -> Result:
        """What a resource holds, a stranger's content. Raises NotFound, ServerFailed."""
        return await self._server(server).read(uri)

    async def get_prompt(self, server: str, name: str, arguments: dict[str, str]) -> Result:
        """A prompt with its blanks filled in, a stranger's text. Raises NotFound, ServerFailed."""
        return await self._server(server).prompt(name, arguments)

    async def call_tool(self, server: str, tool: str, arguments: dict[str, Any]) -> Result:
        """Call a tool because a person at the keyboard says so. Raises NotFound, ServerFailed, ToolError."""
        await self._approvals.load()
        running = self._server(server)
        if self._approvals.of(server) is None:
            await running.look()
        known = await self._known_of(server)
        definition = next((one for one in known.definitions if one.tool == tool), None)
        if definition is None:
            names = ", ".join(one.tool for one in known.definitions) or "none"
            raise NotFound(f"{server} has no tool {tool!r}.", next_step=f"It has: {names}.")
        return await running.call(tool, definition.hash, arguments, None, None)

    # What the engine calls

    def offers(self) -> tuple[Tool, ...]:
        """The approved tools, none of which has a name that another tool has."""
        return self._approvals.offers(self)

    def holds(self, definition: Definition) -> bool:
        """Whether a person's approval of exactly this definition still holds (an `offering.Caller`)."""
        return self._approvals.holds(definition)

    async def call(
        self, definition: Definition, arguments: dict[str, Any], ask: Asker | None, tell: Teller | None
    ) -> Result:
        """Call an approved tool (an `offering.Caller`). Raises ServerFailed, ToolError."""
        return await self._server(definition.server).call(definition.tool, definition.hash, arguments, ask, tell)

    async def start(self, *, stays: bool) -> None:
        """Know what was approved before; where the process `stays`, new servers are asked what they have."""
        if self._configured():
            await self._approvals.load()
        if stays:
            self._look_at_new_ones(FIRST_LOOK_S)

    async def use(self, *, stays: bool) -> None:
        """Go on with other settings: end what is reached another way now, look at what is new."""
        configured = self._configured()
        for name, (target, _) in list(self._servers.items()):
            settings = configured.get(name)
            if settings is None or settings.disabled or fingerprint(settings) != target:
                await self._end(name)
        self._approvals.anew()
        if configured:
            await self._approvals.load()
            if stays:
                self._look_at_new_ones(0)

    async def close(self) -> None:
        """End all servers, and the thread they were spoken to in."""
        if self._first_look is not None:
            self._first_look.cancel()
            await asyncio.gather(self._first_look, return_exceptions=True)
        await self._sign_ins.close()
        await asyncio.gather(*(server.stop() for _, server in self._servers.values()), return_exceptions=True)
        self._servers.clear()
        await self._worker.aclose()

    def _configured(self) -> dict[str, McpServerSettings]:
        return self._around.settings().mcp.servers

    def _settings_of(self, server: str) -> McpServerSettings:
        settings = self._configured().get(server)
        if settings is None:
            names = ", ".join(self._configured()) or "none; `inara mcp import FILE` adds some"
            raise NotFound(f"There is no MCP server {server!r}.", next_step=f"The servers are: {names}.")
        return settings

    def _server(self, name: str) -> Server:
        """Raises NotFound; UserError where it is off."""
        settings = self._settings_of(name)
        if settings.disabled:
            raise UserError(f"{name} is off, so nothing of it runs.", next_step=f"Turn it on: inara mcp enable {name}")
        target = fingerprint(settings)
        if (kept := self._servers.get(name)) and kept[0] == target:
            return kept[1]

        async def listed(listing: Listing) -> None:
            await self._approvals.listed(name, target, listing, self._around.clock())

        server = Server(
            name,
            self._worker,
            lambda: self._target(name, settings),
            self._roots_told,
            settings.timeout_s,
            listed,
            self._around.changed,
            self._around.clock,
        )
        self._servers[name] = target, server
        return server

    async def _target(self, name: str, settings: McpServerSettings) -> Target:
        target = await target_of(settings, self._secrets, partial(self._refusal, name))
        return await self._sign_ins.known(name, target) if isinstance(target, HttpTarget) else target

    def _refusal(self, server: str, port: int, host: str) -> str:
        """Asked before each request: why not, or "" and it is noted."""
        defaults = self._around.settings().defaults
        why = Reach(defaults.local_only, defaults.local_hosts).refusal(host)
        if not why:
            self._around.note(host, port, "mcp", server)
        return why

    def _roots_told(self) -> tuple[tuple[str, str], ...]:
        return tuple((root.as_uri(), root.name) for root in self._around.roots())

    async def _end(self, name: str) -> None:
        kept = self._servers.pop(name, None)
        if kept is not None:
            await kept[1].stop()

    def _look_at_new_ones(self, after_s: float) -> None:
        """Ask the servers whose tools nobody has seen yet what they have, in the background."""

        async def look() -> None:
            await asyncio.sleep(after_s)
            for name, settings in list(self._configured().items()):
                if not settings.disabled and not self._approvals.usable(name, settings):
                    with suppress(InaraError):
                        await self._server(name).look(now=False)

        if self._first_look is not None and not self._first_look.done():
            return
        if any(not s.disabled and not self._approvals.usable(name, s) for name, s in self._configured().items()):
            self._first_look = asyncio.create_task(look(), name="first look at MCP servers")

    async def _known_of(self, server: str) -> Known:
        """Raises NotFound; UserError where it never said what it has."""
        self._settings_of(server)
        return await self._approvals.known(server)

    def _report(self, name: str) -> McpReport:
        settings = self._settings_of(name)
        known = self._approvals.of(name)
        if known is not None and known.target != fingerprint(settings):
            known = None
        kept = self._servers.get(name)
        definitions = self._approvals.definitions(name) if known is not None else ()
        return report(name, settings, kept[1] if kept is not None else None, known, definitions)
